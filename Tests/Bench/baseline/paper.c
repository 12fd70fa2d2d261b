// The least that makes a PDF of one page with Pango and Cairo: thirty lines of text to a file.
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

int main(int count, char **arguments) {
  if (count != 2) return 64;
  cairo_surface_t *surface = cairo_pdf_surface_create(arguments[1], 595.276, 841.89);
  cairo_t *context = cairo_create(surface);
  PangoLayout *layout = pango_cairo_create_layout(context);
  PangoFontDescription *font = pango_font_description_from_string("Noto Sans 9.5");
  pango_layout_set_font_description(layout, font);
  for (int line = 0; line < 30; line++) {
    pango_layout_set_text(layout, "1  2026/11/21  LAB-CBC  Full blood count  22.25", -1);
    cairo_move_to(context, 51, 51 + 14 * line);
    pango_cairo_show_layout(context, layout);
  }
  cairo_show_page(context);
  pango_font_description_free(font);
  g_object_unref(layout);
  cairo_destroy(context);
  cairo_surface_destroy(surface);
  return 0;
}
