#ifndef CWIDETEXT_H
#define CWIDETEXT_H

#include <stdint.h>

/// How many columns a terminal gives to one Unicode scalar, by libc's own
/// table: 0 for combining marks, 2 for wide characters, -1 for what cannot be
/// printed. The answer does not depend on the locale of the process, so tests
/// and a session in the "C" locale measure text alike.
int wide_text_columns(uint32_t scalar);

#endif
