/* The floor for registrations: SQLite alone writes the rows that one registration writes (a patient, their search terms, a
   number, an audit entry), one transaction each, on a copy of the same database with the same `synchronous = FULL`. It checks
   no permission, looks for no duplicate and reads no form.

   acts DATABASE SECONDS WRITER     says `ready`, waits for a line, then writes for so long; prints how many transactions
                                    it committed and how many microseconds the slowest took */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { terms = 28 };

static sqlite3 *database;

static void fail(const char *what) {
  fprintf(stderr, "acts: %s: %s\n", what, sqlite3_errmsg(database));
  exit(1);
}

static void run(const char *sql) {
  if (sqlite3_exec(database, sql, NULL, NULL, NULL) != SQLITE_OK) fail(sql);
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) != SQLITE_OK) fail(sql);
  return statement;
}

static void step(sqlite3_stmt *statement) {
  if (sqlite3_step(statement) != SQLITE_DONE) fail("step");
  sqlite3_reset(statement);
}

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

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

static sqlite3_stmt *patient, *term, *number, *audit;

/* One registration: `act` is its number among those of this writer. */
static void write_one(int writer, int act) {
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
}

int main(int count_of_arguments, char **arguments) {
  if (count_of_arguments != 4) return 64;
  long long span = atoll(arguments[2]) * 1000000, slowest = 0;
  int writer = atoi(arguments[3]), count = 0;
  if (sqlite3_open(arguments[1], &database) != SQLITE_OK) fail("open");
  sqlite3_busy_timeout(database, 60000);
  run("PRAGMA synchronous = FULL");
  run("PRAGMA foreign_keys = ON");
  patient = prepare_patient();
  term = prepare("INSERT INTO patient_term (term, patient_number) VALUES (?1, ?2)");
  number = prepare("UPDATE number_sequence SET next_number = next_number + 1 WHERE name = 'patient'");
  audit = prepare(
      "INSERT INTO audit_entry (id, occurred_at, account_id, actor, terminal, hospital_id, action, permission, subject_kind,"
      " subject_id, patient_id, reason) SELECT (SELECT MAX(id) + 1 FROM audit_entry), occurred_at, account_id, actor,"
      " terminal, hospital_id, action, permission, subject_kind, ?1, ?1, reason FROM audit_entry ORDER BY id LIMIT 1");
  printf("ready\n");
  fflush(stdout);
  if (getchar() == EOF) return 0;
  for (long long start = now(); now() < start + span; count++) {
    long long before = now();
    write_one(writer, count);
    if (now() - before > slowest) slowest = now() - before;
  }
  printf("done %d %lld\n", count, slowest);
  return 0;
}
