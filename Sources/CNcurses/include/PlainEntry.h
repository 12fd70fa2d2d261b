#ifndef PLAIN_ENTRY_H
#define PLAIN_ENTRY_H

#include <stdbool.h>

/// Finds the compiled description of terminals of kind `term`, takes out of it what
/// not every terminal keeps that claims it, and names the rest in the environment
/// (TERMINFO) for the newterm that follows. False, and nothing named, if there is no
/// such description here or it is not understood.
bool cn_name_plain_entry(const char *term);

/// Sets TERMINFO back as it was before the last cn_name_plain_entry that was true.
void cn_forget_plain_entry(void);

#endif
