#ifndef TERMINAL_OUTPUT_H
#define TERMINAL_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

// ncurses 6.4 writes each time it moves the cursor, so a frame would be dozens
// of writes, and over SSH as many packets. It is therefore given a file in
// memory to write to, and a frame goes to the terminal as one write.

/// The file in memory that ncurses writes to; NULL if the system gives none.
FILE *cn_output(void);

/// Takes what ncurses has written since it was taken last: how many bytes, and where
/// they are until the next call.
size_t cn_take_output(const uint8_t **taken);

/// Adds `text` to what ncurses has written.
void cn_add_output(const char *text);

/// Sends bytes to standard output, in one write where the terminal takes them.
void cn_send_bytes(const uint8_t *bytes, size_t left);

#endif
