// The terminal emulator library that real-terminal tests, benchmarks and pictures read the screen with.
#include <vterm.h>

// What glibc declares only to sources that ask for GNU extensions, which Swift's own module does not.
int posix_openpt(int flags);
int grantpt(int descriptor);
int unlockpt(int descriptor);
int ptsname_r(int descriptor, char *name, size_t size);
int pipe2(int ends[2], int flags);
