#ifndef TERMINAL_SIGNALS_H
#define TERMINAL_SIGNALS_H

#include <stdbool.h>

/// What the system has told the process since it was asked last.
enum { CN_RESIZED = 1, CN_HANGUP = 2 };

/// From now on a changed window, a dropped line and a request to end are noted
/// and a byte is written to `wake`; a stop is ignored; a crash restores the
/// terminal first. Call it before the screen is opened.
void cn_catch_signals(int wake);

/// Keeps how the terminal was, so that `cn_restore` can set it back, and sets it to
/// raw: every byte arrives as it is, as soon as it is typed, and nothing is echoed.
void cn_take_terminal(void);

/// Tells what to send to the terminal to leave full screen; `text` is copied.
void cn_remember_farewell(const char *text);

/// Tells what to say on standard error, and with which exit code to end, when memory that stands for a file can't be
/// read (SIGBUS): the file was cut short, or its disk fails. `text` is copied.
void cn_remember_last_words(const char *text, int exit_code);

/// Sets the terminal back as it was, at once and without ncurses; safe in a
/// signal handler, and does nothing the second time.
void cn_restore(void);

/// Sets the terminal back as it was, after ncurses has left full screen.
void cn_give_back_terminal(void);

/// What the system has told since it was asked last: bits of CN_RESIZED, CN_HANGUP.
int cn_take_signals(void);

#endif
