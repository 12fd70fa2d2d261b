/* The floor for registrations: SQLite alone writes the rows that one registration writes (a patient, their search terms, a
   number, an audit entry), one transaction each, on a copy of the same database with the same `synchronous = FULL`. It checks
   no permission, looks for no duplicate and reads no form.

   acts DATABASE MILLISECONDS WRITER     says `ready`, waits for a line, then writes for so long; prints how many transactions
                                    it committed and how many microseconds the slowest took */
#include "writer.h"

enum { terms = 28 };

static void step(sqlite3_stmt *statement) { write_row(statement, 0); }

/* INSERT INTO patient: every column of the template row, but a new id (?1) and number (?2). */
static sqlite3_stmt *prepare_patient(void) {
  char sql[4096] = "INSERT INTO patient SELECT ";
  int length = 27;
  sqlite3_stmt *columns = prepare("SELECT name FROM pragma_table_info('patient') ORDER BY cid");
  while (sqlite3_step(columns) == SQLITE_ROW) {
    const char *name = (const char *)sqlite3_column_text(columns, 0);
    const char *value = sqlite3_stricmp(name, "id") == 0 ? "?1" : sqlite3_stricmp(name, "number") == 0 ? "?2" : name;
    length += snprintf(sql + length, sizeof sql - length, "%s%s", length > 27 ? ", " : "", value);
  }
  sqlite3_finalize(columns);
  snprintf(sql + length, sizeof sql - length, " FROM patient WHERE number = (SELECT MIN(number) FROM patient)");
  return prepare(sql);
}

static sqlite3_stmt *patient, *term, *number, *audit;
static int writer;

/* One registration: `act` is its number among those of this writer. */
static int write_one(int act) {
  char id[64], text[64];
  sqlite3_int64 own_number = 500000000LL + writer * 1000000LL + act;
  snprintf(id, sizeof id, "0199aaaa-bbbb-7ccc-8ddd-%04d%08d", writer, act);
  run("BEGIN IMMEDIATE");
  sqlite3_bind_text(patient, 1, id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64(patient, 2, own_number);
  step(patient);
  for (int index = 0; index < terms; index++) {
    snprintf(text, sizeof text, "racer%d-%d", index, index % 7 ? act : 0);
    sqlite3_bind_text(term, 1, text, -1, SQLITE_TRANSIENT);
    sqlite3_bind_int64(term, 2, own_number);
    step(term);
  }
  step(number);
  sqlite3_bind_text(audit, 1, id, -1, SQLITE_TRANSIENT);
  step(audit);
  run("COMMIT");
  return 1;
}

int main(int count_of_arguments, char **arguments) {
  if (count_of_arguments != 4) return 64;
  writer = atoi(arguments[3]);
  open_database(arguments[1]);
  patient = prepare_patient();
  term = prepare("INSERT INTO patient_term (term, patient_number) VALUES (?1, ?2)");
  number = prepare("UPDATE number_sequence SET next_number = next_number + 1 WHERE name = 'patient'");
  audit = prepare_audit();
  return hurry(atoi(arguments[2]), write_one);
}
