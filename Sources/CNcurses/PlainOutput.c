#define NCURSES_WIDECHAR 1
#include "PlainOutput.h"

#include <curses.h>
#include <term.h>

// <term.h> names every capability by a macro of a common word, which no other
// header should have to live with; so this stands in a file of its own.
void cn_use_plain_output(void) {
  // Repeating a character (REP) saves few bytes, and emulators that lack it,
  // which say they are xterm all the same, leave old cells on the screen.
  repeat_char = NULL;
}
