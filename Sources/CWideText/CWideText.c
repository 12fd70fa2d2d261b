#define _GNU_SOURCE
#include "CWideText.h"

#include <locale.h>
#include <pthread.h>
#include <wchar.h>

static locale_t unicode_locale = (locale_t)0;
static pthread_once_t unicode_once = PTHREAD_ONCE_INIT;

static void open_unicode_locale(void) {
  unicode_locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

int wide_text_columns(uint32_t scalar) {
  pthread_once(&unicode_once, open_unicode_locale);
  if (unicode_locale == (locale_t)0) return wcwidth((wchar_t)scalar);
  locale_t before = uselocale(unicode_locale);
  int columns = wcwidth((wchar_t)scalar);
  uselocale(before);
  return columns;
}
