#define _GNU_SOURCE
#include "TerminalOutput.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static FILE *memory = NULL;

FILE *cn_output(void) {
  if (memory == NULL) {
    int descriptor = memfd_create("screen", MFD_CLOEXEC);
    if (descriptor >= 0) memory = fdopen(descriptor, "w");
  }
  return memory;
}

void cn_send_bytes(const uint8_t *bytes, size_t left) {
  while (left > 0) {
    ssize_t sent = write(STDOUT_FILENO, bytes, left);
    if (sent < 0 && errno == EAGAIN) {
      struct pollfd room = {.fd = STDOUT_FILENO, .events = POLLOUT, .revents = 0};
      if (poll(&room, 1, -1) < 0 && errno != EINTR) return;
    } else if (sent < 0 && errno != EINTR) {
      return;  // The line is gone; the loop hears of it when it reads.
    } else if (sent > 0) {
      bytes += sent;
      left -= (size_t)sent;
    }
  }
}

size_t cn_take_output(const uint8_t **taken) {
  static uint8_t *bytes = NULL;
  static size_t room = 0;
  if (memory == NULL) return 0;
  int descriptor = fileno(memory);
  off_t length = lseek(descriptor, 0, SEEK_CUR);
  if (length <= 0) return 0;
  if ((size_t)length > room) {
    uint8_t *larger = realloc(bytes, (size_t)length * 2);
    if (larger == NULL) return 0;
    bytes = larger;
    room = (size_t)length * 2;
  }
  ssize_t count = pread(descriptor, bytes, (size_t)length, 0);
  lseek(descriptor, 0, SEEK_SET);
  *taken = bytes;
  return count > 0 ? (size_t)count : 0;
}

void cn_add_output(const char *text) {
  if (memory != NULL && write(fileno(memory), text, strlen(text)) < 0) { /* no room: the text is a courtesy */
  }
}
