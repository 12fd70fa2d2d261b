#define _GNU_SOURCE
#include "PlainEntry.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// ncurses copies a description when it opens a screen, so that one cannot be
// changed afterwards. But it takes a whole description from the environment, as
// hexadecimal digits. The form of the file is that of term(5).
enum {
  HEADER = 12,
  MOST_BYTES = 16384,
  // Places in the lists of <term.h>.
  BACK_COLOUR_ERASE = 28,
  SCROLL_LINES = 109,
  SCROLL_LINES_BACK = 113,
  REPEAT_CHARACTER = 121,
};

static char *before = NULL;

static int number_at(const uint8_t *bytes, long place) { return bytes[place] | bytes[place + 1] << 8; }

/// Reads `folder`/t/`term`, or with the letter as a number; 0 if there is none.
static long read_entry(const char *folder, size_t length, const char *term, uint8_t *bytes) {
  const char *forms[] = {"%.*s/%c/%s", "%.*s/%02x/%s"};
  for (int form = 0; form < 2; form++) {
    char path[PATH_MAX];
    if (snprintf(path, sizeof path, forms[form], (int)length, folder, term[0], term) >= PATH_MAX) return 0;
    FILE *file = fopen(path, "rbe");
    if (file == NULL) continue;
    size_t count = fread(bytes, 1, MOST_BYTES, file);
    fclose(file);
    return count < MOST_BYTES ? (long)count : 0;
  }
  return 0;
}

/// Looks where ncurses looks.
static long find_entry(const char *term, uint8_t *bytes) {
  char own[PATH_MAX] = "";
  const char *home = getenv("HOME");
  if (home != NULL) snprintf(own, sizeof own, "%s/.terminfo", home);
  const char *lists[] = {getenv("TERMINFO"), own, getenv("TERMINFO_DIRS"),
                         "/etc/terminfo:/lib/terminfo:/usr/lib/terminfo:/usr/share/terminfo"};
  for (int list = 0; list < 4; list++) {
    for (const char *folder = lists[list]; folder != NULL && *folder;) {
      size_t length = strcspn(folder, ":");
      long count = length > 0 ? read_entry(folder, length, term, bytes) : 0;
      if (count > 0) return count;
      folder += length + (folder[length] == ':');
    }
  }
  return 0;
}

static void remove_text(uint8_t *bytes, long first, int texts, int which) {
  if (texts > which) memset(bytes + first + 2 * which, 0xFF, 2);
}

/// Takes out of a description what is not to be trusted; false if it is not one.
static bool make_plain(uint8_t *bytes, long count) {
  if (count < HEADER) return false;
  int magic = number_at(bytes, 0);
  int size_of_number = magic == 0432 ? 2 : magic == 01036 ? 4 : 0;
  if (size_of_number == 0) return false;
  int flags = number_at(bytes, 4);
  long first_flag = HEADER + number_at(bytes, 2);
  long first_number = (first_flag + flags + 1) & ~1L;
  long first_text = first_number + (long)number_at(bytes, 6) * size_of_number;
  int texts = number_at(bytes, 8);
  if (first_text + 2L * texts > count) return false;
  // Many terminals that say they fill what they clear or scroll in with the
  // current colour fill it with their own, which shows as holes in a theme.
  if (flags > BACK_COLOUR_ERASE) bytes[first_flag + BACK_COLOUR_ERASE] = 0;
  // Repeating a character (REP) and scrolling by several lines (SU, SD) save few
  // bytes, and emulators that lack them, which say they are xterm all the same,
  // leave old cells on the screen.
  remove_text(bytes, first_text, texts, REPEAT_CHARACTER);
  remove_text(bytes, first_text, texts, SCROLL_LINES);
  remove_text(bytes, first_text, texts, SCROLL_LINES_BACK);
  return true;
}

bool cn_name_plain_entry(const char *term) {
  static uint8_t bytes[MOST_BYTES];
  static char text[4 + 2 * MOST_BYTES + 1];
  if (term[0] == 0 || strchr(term, '/') != NULL) return false;
  long count = find_entry(term, bytes);
  if (!make_plain(bytes, count)) return false;
  static const char digits[] = "0123456789ABCDEF";
  char *at = stpcpy(text, "hex:");
  for (long place = 0; place < count; place++) {
    *at++ = digits[bytes[place] >> 4];
    *at++ = digits[bytes[place] & 15];
  }
  *at = 0;
  const char *now = getenv("TERMINFO");
  free(before);
  before = now == NULL ? NULL : strdup(now);
  return setenv("TERMINFO", text, 1) == 0;
}

void cn_forget_plain_entry(void) {
  if (before == NULL) {
    unsetenv("TERMINFO");
  } else {
    setenv("TERMINFO", before, 1);
  }
}
