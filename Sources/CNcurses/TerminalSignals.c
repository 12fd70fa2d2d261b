#define _GNU_SOURCE
#include "TerminalSignals.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static atomic_int told = 0;
static atomic_int wake_descriptor = -1;
static atomic_bool is_changed = false;
static struct termios before;
static char farewell[256];
static size_t farewell_length = 0;
static char last_words[1024];
static size_t last_words_length = 0;
static int last_code = 0;

static void note(int sign) {
  int saved = errno;
  atomic_fetch_or(&told, sign == SIGWINCH ? CN_RESIZED : CN_HANGUP);
  char byte = 1;
  int wake = atomic_load(&wake_descriptor);
  if (wake >= 0 && write(wake, &byte, 1) < 0) { /* the pipe is full: the loop wakes anyway */
  }
  errno = saved;
}

static void crash(int sign) {
  cn_restore();
  if (sign == SIGBUS && last_words_length > 0) {
    if (write(STDERR_FILENO, last_words, last_words_length) < 0) { /* nobody listens */
    }
    _exit(last_code);
  }
  signal(sign, SIG_DFL);
  raise(sign);
}

static void catch_signal(int sign, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigfillset(&action.sa_mask);
  sigaction(sign, &action, NULL);
}

void cn_catch_signals(int wake) {
  atomic_store(&wake_descriptor, wake);
  static char *spare_stack = NULL;
  enum { SPARE = 65536 };
  if (spare_stack == NULL && (spare_stack = malloc(SPARE)) != NULL) {
    stack_t stack = {.ss_sp = spare_stack, .ss_size = SPARE, .ss_flags = 0};
    sigaltstack(&stack, NULL);
  }
  const int polite[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT};
  for (size_t index = 0; index < sizeof polite / sizeof *polite; index++) {
    catch_signal(polite[index], note, SA_RESTART);
  }
  signal(SIGTSTP, SIG_IGN);
  const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS, SIGQUIT, SIGXCPU};
  for (size_t index = 0; index < sizeof fatal / sizeof *fatal; index++) {
    catch_signal(fatal[index], crash, SA_ONSTACK | SA_RESETHAND);
  }
}

void cn_take_terminal(void) {
  if (tcgetattr(STDIN_FILENO, &before) == 0) {
    struct termios mode = before;
    mode.c_iflag &= (tcflag_t) ~(IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
    mode.c_oflag &= (tcflag_t)~OPOST;
    mode.c_lflag &= (tcflag_t) ~(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
    mode.c_cflag = (mode.c_cflag & (tcflag_t) ~(CSIZE | PARENB)) | CS8;
    mode.c_cc[VMIN] = 1;
    mode.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSANOW, &mode);
    atomic_store(&is_changed, true);
  }
  static atomic_bool registered = false;
  if (!atomic_exchange(&registered, true)) atexit(cn_restore);
}

void cn_remember_farewell(const char *text) {
  farewell_length = strnlen(text, sizeof farewell);
  memcpy(farewell, text, farewell_length);
}

void cn_remember_last_words(const char *text, int exit_code) {
  last_words_length = strnlen(text, sizeof last_words);
  memcpy(last_words, text, last_words_length);
  last_code = exit_code;
}

void cn_restore(void) {
  if (!atomic_exchange(&is_changed, false)) return;
  if (write(STDOUT_FILENO, farewell, farewell_length) < 0) { /* the line is gone */
  }
  tcsetattr(STDIN_FILENO, TCSANOW, &before);
}

void cn_give_back_terminal(void) {
  if (atomic_exchange(&is_changed, false)) tcsetattr(STDIN_FILENO, TCSANOW, &before);
}

int cn_take_signals(void) { return atomic_exchange(&told, 0); }
