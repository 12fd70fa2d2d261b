#ifndef CN_PLAIN_OUTPUT_H
#define CN_PLAIN_OUTPUT_H

/// Keeps the open terminal to what every emulator understands.
void cn_use_plain_output(void);

#endif
