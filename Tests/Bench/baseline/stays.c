/* The floor for admissions, check-outs and invoices: SQLite alone writes the rows that hms writes for them, one transaction
   for each act, on a copy of the same database with the same triggers and `synchronous = FULL`. It checks no permission,
   reads nothing and says nothing.

   stays DATABASE MILLISECONDS KIND WRITER WRITERS   KIND is admissions (of free patients to the rooms BENCH…), departures (order,
                                                exit with its night, waiver of that, close: four transactions for each
                                                of those patients) or sales
                                                (the drafts bench-… are issued and paid: two transactions for each) */
#include "writer.h"

enum { most = 20000 };

static struct { char patient[64], admission[64], stay[64], room[64]; } lot[most];
static int length, writer;
static sqlite3_stmt *audit, *admission, *stay, *summary, *stamp, *end_stay, *leave_room, *leave, *charge, *waiver, *complete;
static sqlite3_stmt *number, *issue, *payment, *balance;

/* Fills the lot with every WRITERSth row of a query of up to four columns. */
static void take_lot(const char *sql, int writers) {
  sqlite3_stmt *rows = prepare(sql);
  for (int row = 0; sqlite3_step(rows) == SQLITE_ROW && length < most; row++) {
    if (row % writers != writer) continue;
    char *fields[] = {lot[length].patient, lot[length].admission, lot[length].stay, lot[length].room};
    for (int column = 0; column < sqlite3_column_count(rows); column++)
      snprintf(fields[column], 64, "%s", (const char *)sqlite3_column_text(rows, column));
    length++;
  }
  sqlite3_finalize(rows);
}

static void name(char *id, const char *what, int act) { snprintf(id, 64, "0199aaaa-%s-%04d%08d", what, writer, act); }

static int admit(int act) {
  char admission_id[64], stay_id[64];
  if (act >= length) return 0;
  name(admission_id, "admission", act);
  name(stay_id, "stay", act);
  run("BEGIN IMMEDIATE");
  write_row(admission, 2, admission_id, lot[act].patient);
  write_row(stay, 3, stay_id, admission_id, lot[act].room);
  write_row(audit, 1, admission_id);
  run("COMMIT");
  return 1;
}

static void write_stamp(const char *step, int act) {
  char id[64];
  name(id, step, act);
  write_row(stamp, 3, id, lot[act].admission, step);
}

static int check_out(int act) {
  char id[64], charge_id[64];
  if (act >= length) return 0;
  name(id, "summary", act);
  run("BEGIN IMMEDIATE");
  write_row(summary, 2, id, lot[act].admission);
  write_stamp("order", act);
  write_row(audit, 1, lot[act].admission);
  run("COMMIT");
  run("BEGIN IMMEDIATE");
  write_stamp("exit", act);
  write_row(end_stay, 1, lot[act].stay);
  write_row(leave_room, 1, lot[act].room);
  write_row(leave, 1, lot[act].admission);
  name(charge_id, "charge", act);
  write_row(charge, 3, charge_id, lot[act].admission, lot[act].stay);
  write_row(audit, 1, lot[act].admission);
  run("COMMIT");
  run("BEGIN IMMEDIATE");
  name(id, "waiver", act);
  write_row(waiver, 3, id, lot[act].admission, charge_id);
  write_row(audit, 1, lot[act].admission);
  run("COMMIT");
  run("BEGIN IMMEDIATE");
  write_stamp("close", act);
  write_row(complete, 1, lot[act].admission);
  write_row(audit, 1, lot[act].admission);
  run("COMMIT");
  return 1;
}

static int sell(int act) {
  char id[64];
  if (act >= length) return 0;
  name(id, "payment", act);
  run("BEGIN IMMEDIATE");
  write_row(number, 0);
  write_row(issue, 1, lot[act].patient);
  write_row(audit, 1, lot[act].patient);
  run("COMMIT");
  run("BEGIN IMMEDIATE");
  write_row(payment, 2, id, lot[act].patient);
  write_row(balance, 1, lot[act].patient);
  write_row(audit, 1, lot[act].patient);
  run("COMMIT");
  return 1;
}

#define CLOCK "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"

static void prepare_stays(void) {
  admission = prepare_like(
      "admission", "status = 'in-progress'", "id", "?1", "patient_id", "?2", "admitted_at", CLOCK, NULL);
  stay = prepare_like(
      "stay", "ended_at IS NULL", "id", "?1", "admission_id", "?2", "room_id", "?3", "started_at", CLOCK, NULL);
  summary = prepare_like("discharge_summary", "disposition = 'home'", "id", "?1", "admission_id", "?2", NULL);
  stamp = prepare_like(
      "check_out_stamp", "undone_at IS NULL", "id", "?1", "admission_id", "?2", "step", "?3", NULL);
  end_stay = prepare("UPDATE stay SET ended_at = started_at + 1, version = version + 1 WHERE id = ?1");
  leave_room = prepare(
      "UPDATE room SET service_state = 'housekeeping', change_reason = 'left', version = version + 1 WHERE id = ?1");
  leave = prepare(
      "UPDATE admission SET status = 'discharged', discharged_at = admitted_at + 1, disposition = 'home',"
      " version = version + 1 WHERE id = ?1");
  charge = prepare_like(
      "charge", "category = 'room'", "id", "?1", "admission_id", "?2", "stay_id", "?3", "first_night", "0", "quantity", "1",
      NULL);
  waiver = prepare_like(
      "waiver", "withdrawn_at IS NULL", "id", "?1", "admission_id", "?2", "kind", "'charge'", "item_id", "?3", NULL);
  complete = prepare("UPDATE admission SET status = 'completed', version = version + 1 WHERE id = ?1");
}

#define SEQUENCE "(SELECT MAX(name) FROM number_sequence WHERE name LIKE 'invoice %')"

static void prepare_sales(void) {
  number = prepare("UPDATE number_sequence SET next_number = next_number + 1 WHERE name = " SEQUENCE);
  issue = prepare(
      "UPDATE invoice SET status = 'issued', year = substr(" SEQUENCE ", -4) + 0, issued_at = 1, due_on = '2030/01/01',"
      " number = (SELECT next_number - 1 FROM number_sequence WHERE name = " SEQUENCE "), version = version + 1"
      " WHERE id = ?1");
  payment = prepare_like(
      "payment", "method = 'card'", "id", "?1", "invoice_id", "?2", "amount_cents", "15000", "shift_id", "NULL", NULL);
  balance = prepare("UPDATE invoice SET status = 'balanced', version = version + 1 WHERE id = ?1");
}

int main(int count_of_arguments, char **arguments) {
  if (count_of_arguments != 6) return 64;
  int milliseconds = atoi(arguments[2]), writers = atoi(arguments[5]);
  const char *kind = arguments[3];
  writer = atoi(arguments[4]);
  open_database(arguments[1]);
  audit = prepare_audit();
  if (strcmp(kind, "sales") == 0) {
    take_lot("SELECT id FROM invoice WHERE id >= 'bench-' AND id < 'bench.' AND status = 'draft'", writers);
    prepare_sales();
    return hurry(milliseconds, sell);
  }
  prepare_stays();
  if (strcmp(kind, "admissions") == 0) {
    take_lot("SELECT patient_id, '', '', room_id FROM bench_lot", writers);
    return hurry(milliseconds, admit);
  }
  take_lot(
      "SELECT admission.patient_id, admission.id, stay.id, stay.room_id FROM stay JOIN admission"
      " ON admission.id = stay.admission_id WHERE stay.room_id >= 'bench-' AND stay.room_id < 'bench.'"
      " AND stay.ended_at IS NULL", writers);
  return hurry(milliseconds, check_out);
}
