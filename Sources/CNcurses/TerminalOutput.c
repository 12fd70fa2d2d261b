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

static void send_all(const char *bytes, size_t left) {
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

void cn_flush_output(void) {
  static char *bytes = NULL;
  static size_t room = 0;
  if (memory == NULL) return;
  int descriptor = fileno(memory);
  off_t length = lseek(descriptor, 0, SEEK_CUR);
  if (length <= 0) return;
  if ((size_t)length > room) {
    char *larger = realloc(bytes, (size_t)length * 2);
    if (larger == NULL) return;
    bytes = larger;
    room = (size_t)length * 2;
  }
  ssize_t count = pread(descriptor, bytes, (size_t)length, 0);
  lseek(descriptor, 0, SEEK_SET);
  if (count > 0) send_all(bytes, (size_t)count);
}

void cn_send(const char *text) {
  if (memory == NULL) return;
  if (write(fileno(memory), text, strlen(text)) > 0) cn_flush_output();
}
