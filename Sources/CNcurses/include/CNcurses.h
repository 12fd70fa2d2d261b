#ifndef CNCURSES_H
#define CNCURSES_H

// What Swift cannot import of ncurses: variadic functions, function-like
// macros, A_* attributes and mutable globals such as stdscr. Everything here is
// inline and says what it does; the state of the screen is ncurses's own.

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "PlainEntry.h"
#include "TerminalOutput.h"
#include "TerminalSignals.h"

/// One cell to show: a scalar, how it looks, and the columns it takes.
typedef struct {
  uint32_t scalar;
  uint16_t attributes;
  uint16_t columns;
  int32_t pair;
} cn_cell;

/// The bits of cn_cell.attributes.
enum { CN_BOLD = 1, CN_DIM = 2, CN_UNDERLINE = 4, CN_REVERSE = 8, CN_ITALIC = 16 };

/// Takes the character set of the environment; "C.UTF-8" where there is none or
/// it is not installed. Returns whether text goes out as UTF-8; `*guessed` says
/// whether the environment names a set for which that was taken instead.
static inline bool cn_open_locale(bool *guessed) {
  const char *name = setlocale(LC_CTYPE, "");
  bool none = name == NULL || strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0;
  if (none && setlocale(LC_CTYPE, "C.UTF-8") == NULL) setlocale(LC_CTYPE, "C");
  bool utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  const char *names[] = {getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG")};
  *guessed = false;
  for (int i = 0; i < 3 && none && utf8 && !*guessed; i++) *guessed = names[i] != NULL && names[i][0] != 0;
  return utf8;
}

/// Whether the locale's character set has this character.
static inline bool cn_can_show(uint32_t scalar) {
  mbstate_t state;
  char bytes[16];
  memset(&state, 0, sizeof state);
  return wcrtomb(bytes, (wchar_t)scalar, &state) != (size_t)-1;
}

/// The character of one byte in the locale's character set; U+FFFD if it is none.
static inline uint32_t cn_scalar_of_byte(uint8_t byte) {
  wint_t wide = btowc(byte);
  return wide == WEOF ? 0xFFFD : (uint32_t)wide;
}

/// Takes the window's size from the system; returns whether it is another.
static inline bool cn_take_size(void) {
  struct winsize window;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) != 0 || window.ws_row == 0 || window.ws_col == 0) return false;
  if (!is_term_resized(window.ws_row, window.ws_col)) return false;
  resize_term(window.ws_row, window.ws_col);
  return true;
}

/// Opens a screen as a terminal of kind `term`, kept to what every emulator
/// understands; NULL if there is no description of that kind. What it writes waits
/// for cn_take_output.
static inline SCREEN *cn_open_screen(const char *term) {
  FILE *output = cn_output();
  if (output == NULL) return NULL;
  SCREEN *screen = NULL;
  if (cn_name_plain_entry(term)) {
    screen = newterm(term, output, stdin);
    cn_forget_plain_entry();
  }
  if (screen == NULL) screen = newterm(term, output, stdin);
  if (screen != NULL) cn_take_size();
  return screen;
}

/// Sets the screen up for a full-screen program: keys send the sequences of their
/// description, an update never stops to look for input.
static inline void cn_prepare(void) {
  set_escdelay(25);
  typeahead(-1);
  keypad(stdscr, TRUE);
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  idlok(stdscr, FALSE);
}

/// Turns colours on, with the terminal's own as a choice. False if it has none.
static inline bool cn_start_colours(void) {
  if (!has_colors() || start_color() == ERR) return false;
  use_default_colors();
  return true;
}

/// How many colours the terminal has.
static inline int cn_colours(void) { return has_colors() ? COLORS : 0; }

/// How many pairs of colours can be in use.
static inline int cn_pairs(void) { return COLOR_PAIRS; }

/// Makes pair `pair` of two colours; -1 is the terminal's own.
static inline void cn_init_pair(int pair, int foreground, int background) {
  init_extended_pair(pair, foreground, background);
}

static inline attr_t cn_attributes(uint16_t bits) {
  attr_t attributes = A_NORMAL;
  if (bits & CN_BOLD) attributes |= A_BOLD;
  if (bits & CN_DIM) attributes |= A_DIM;
  if (bits & CN_UNDERLINE) attributes |= A_UNDERLINE;
  if (bits & CN_REVERSE) attributes |= A_REVERSE;
  if (bits & CN_ITALIC) attributes |= A_ITALIC;
  return attributes;
}

/// Sets what the screen is cleared with.
static inline void cn_set_background(uint16_t attributes, int32_t pair) {
  cchar_t blank;
  wchar_t space[2] = {L' ', 0};
  int extended = pair;
  setcchar(&blank, space, cn_attributes(attributes), 0, &extended);
  wbkgrndset(stdscr, &blank);
}

/// Puts `count` cells into a row of the picture that the next cn_show sends.
static inline void cn_put(int row, int column, const cn_cell *cells, int count) {
  enum { AT_ONCE = 256 };
  cchar_t wide[AT_ONCE];
  int filled = 0;
  int start = column;
  for (int index = 0; index < count; index++) {
    if (cells[index].columns > 0) {
      wchar_t text[2] = {(wchar_t)cells[index].scalar, 0};
      int extended = cells[index].pair;
      setcchar(&wide[filled++], text, cn_attributes(cells[index].attributes), 0, &extended);
      column += cells[index].columns;
    }
    if (filled == AT_ONCE || (index == count - 1 && filled > 0)) {
      mvwadd_wchnstr(stdscr, row, start, wide, filled);
      filled = 0;
      start = column;
    }
  }
}

/// Puts one character with combining marks at a place; `text` ends with 0.
static inline void cn_put_composed(int row, int column, const uint32_t *text, uint16_t attributes, int32_t pair) {
  wchar_t wide[CCHARW_MAX + 1];
  int length = 0;
  while (length < CCHARW_MAX && text[length]) {
    wide[length] = (wchar_t)text[length];
    length++;
  }
  wide[length] = 0;
  cchar_t cell;
  int extended = pair;
  setcchar(&cell, wide, cn_attributes(attributes), 0, &extended);
  mvwadd_wchnstr(stdscr, row, column, &cell, 1);
}

/// Makes the picture empty.
static inline void cn_erase(void) { werase(stdscr); }

/// Sends the whole picture with the next cn_show.
static inline void cn_send_all(void) { clearok(curscr, TRUE); }

/// Works out the difference between the picture and the screen, for cn_take_output,
/// and parks the cursor.
static inline void cn_show(int cursor_row, int cursor_column) {
  wmove(stdscr, cursor_row, cursor_column);
  wnoutrefresh(stdscr);
  doupdate();
}

/// Shows or hides the cursor.
static inline void cn_show_cursor(bool visible) { curs_set(visible ? 1 : 0); }

/// The size of the screen as ncurses has it.
static inline void cn_size(int *rows, int *columns) { getmaxyx(stdscr, *rows, *columns); }

/// What the terminal's description says under `name`; NULL if nothing.
static inline const char *cn_capability(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

#endif
