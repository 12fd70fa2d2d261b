#ifndef TERMINAL_OUTPUT_H
#define TERMINAL_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

// ncurses 6.4 writes each time it moves the cursor, so a frame would be dozens
// of writes, and over SSH as many packets. It is therefore given a file in
// memory to write to, and a frame goes to the terminal as one write.

/// The file in memory that ncurses writes to; NULL if the system gives none.
FILE *cn_output(void);

/// Sends what ncurses has written to standard output, in one write.
void cn_flush_output(void);

/// Sends `text` after what ncurses has written, in the same write.
void cn_send(const char *text);

#endif
