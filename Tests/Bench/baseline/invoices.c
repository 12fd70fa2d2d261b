/* The floor for the list of invoices: SQLite alone reads once the rows that the list shows, with their sums and whom they are
   for, on the same file. It makes no values of them and draws nothing.

   invoices DATABASE COUNT     prints how many microseconds each reading took */
#include "writer.h"

static const char *const states[] = {"issued", "draft", "balanced", "cancelled", "entered-in-error"};
static const int limits[] = {5001, 5001, 501, 501, 501};

int main(int count_of_arguments, char **arguments) {
  if (count_of_arguments != 3) return 64;
  if (sqlite3_open_v2(arguments[1], &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) fail("open");
  sqlite3_stmt *rows = prepare(
      "SELECT invoice.*, patient.*,"
      " (SELECT SUM(quantity * unit_cents - discount_cents + tax_cents) FROM invoice_line WHERE invoice_id = invoice.id),"
      " (SELECT SUM(total_cents) FROM credit_note WHERE invoice_id = invoice.id),"
      " (SELECT SUM(amount_cents) FROM payment WHERE invoice_id = invoice.id),"
      " (SELECT SUM(amount_cents) FROM credit_use WHERE invoice_id = invoice.id),"
      " (SELECT SUM(amount_cents) FROM patient_credit WHERE invoice_id = invoice.id)"
      " FROM invoice JOIN patient ON patient.id = invoice.patient_id"
      " WHERE invoice.status = ?1 ORDER BY invoice.issued_at DESC LIMIT ?2");
  printf("done");
  for (int index = 0; index < atoi(arguments[2]); index++) {
    long long start = now();
    for (int state = 0; state < 5; state++) {
      sqlite3_bind_text(rows, 1, states[state], -1, SQLITE_STATIC);
      sqlite3_bind_int(rows, 2, limits[state]);
      while (sqlite3_step(rows) == SQLITE_ROW)
        for (int column = 0; column < sqlite3_column_count(rows); column++) sqlite3_column_text(rows, column);
      sqlite3_reset(rows);
    }
    printf(" %lld", now() - start);
  }
  printf("\n");
  return 0;
}
