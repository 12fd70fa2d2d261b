// What hms-paper draws with: Pango sets text of every script, Cairo writes PDF.
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
