/* What the floors for writing share: one connection with the same care for the disk as hms has, and rows that are written
   as copies of a row that is on file. */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

static sqlite3 *database;

/* With IN_TURNS in the environment writers are served nearly in turns: each waits at a gate, and whoever is through it waits
   for the one who writes. SQLite alone lets a writer who is there write on while others sleep. */
static int gate = -1, turn = -1;

static void fail(const char *what) {
  fprintf(stderr, "baseline: %s: %s\n", what, sqlite3_errmsg(database));
  exit(1);
}

static void wait_for_turn(void) {
  if (gate < 0) return;
  flock(gate, LOCK_EX);
  flock(turn, LOCK_EX);
  flock(gate, LOCK_UN);
}

static void end_turn(void) {
  if (gate >= 0) flock(turn, LOCK_UN);
}

static void run(const char *sql) {
  if (strcmp(sql, "BEGIN IMMEDIATE") == 0) wait_for_turn();
  if (sqlite3_exec(database, sql, NULL, NULL, NULL) != SQLITE_OK) fail(sql);
  if (strcmp(sql, "COMMIT") == 0) end_turn();
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) != SQLITE_OK) fail(sql);
  return statement;
}

/* Runs a statement once, with texts for ?1, ?2 … */
static inline void write_row(sqlite3_stmt *statement, int count, ...) {
  va_list texts;
  va_start(texts, count);
  for (int index = 1; index <= count; index++)
    sqlite3_bind_text(statement, index, va_arg(texts, const char *), -1, SQLITE_TRANSIENT);
  va_end(texts);
  if (sqlite3_step(statement) != SQLITE_DONE) fail(sqlite3_sql(statement));
  sqlite3_reset(statement);
}

/* INSERT of a row like the first one of `table` for which `like` holds, but for the columns that are named, each followed by
   its expression; a NULL ends them. */
static inline sqlite3_stmt *prepare_like(const char *table, const char *like, ...) {
  char sql[8192], columns[4096] = "";
  snprintf(sql, sizeof sql, "SELECT name FROM pragma_table_info('%s') ORDER BY cid", table);
  sqlite3_stmt *names = prepare(sql);
  while (sqlite3_step(names) == SQLITE_ROW) {
    const char *name = (const char *)sqlite3_column_text(names, 0);
    snprintf(columns + strlen(columns), sizeof columns - strlen(columns), "%squote(%s)", *columns ? ", " : "", name);
  }
  snprintf(sql, sizeof sql, "SELECT %s FROM %s WHERE %s LIMIT 1", columns, table, like);
  sqlite3_stmt *row = prepare(sql);
  if (sqlite3_step(row) != SQLITE_ROW) fail(sql);
  snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (", table);
  sqlite3_reset(names);
  for (int column = 0; sqlite3_step(names) == SQLITE_ROW; column++) {
    const char *value = (const char *)sqlite3_column_text(row, column), *named, *expression;
    va_list others;
    va_start(others, like);
    while ((named = va_arg(others, const char *)) && (expression = va_arg(others, const char *)))
      if (sqlite3_stricmp(named, (const char *)sqlite3_column_text(names, 0)) == 0) value = expression;
    va_end(others);
    snprintf(sql + strlen(sql), sizeof sql - strlen(sql), "%s%s", column ? ", " : "", value);
  }
  strcat(sql, ")");
  sqlite3_finalize(names);
  sqlite3_finalize(row);
  return prepare(sql);
}

/* The audit entry of an act on ?1. SQLite alone knows no SHA-256: here entries are not sealed, which hms pays for. */
static sqlite3_stmt *prepare_audit(void) {
  run("DROP TRIGGER IF EXISTS audit_entry_sealed");
  run("DROP TRIGGER IF EXISTS audit_entry_follows");
  return prepare(
      "INSERT INTO audit_entry (id, occurred_at, account_id, actor, terminal, hospital_id, action, permission, subject_kind,"
      " subject_id, patient_id, reason) SELECT (SELECT MAX(id) + 1 FROM audit_entry), occurred_at, account_id, actor,"
      " terminal, hospital_id, action, permission, subject_kind, ?1, ?1, reason FROM audit_entry ORDER BY id LIMIT 1");
}

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

static void open_database(const char *path) {
  if (sqlite3_open(path, &database) != SQLITE_OK) fail("open");
  sqlite3_busy_timeout(database, 60000);
  if (getenv("IN_TURNS") != NULL) {
    char side[4096];
    snprintf(side, sizeof side, "%s.gate", path);
    gate = open(side, O_RDWR | O_CREAT, 0600);
    snprintf(side, sizeof side, "%s.turn", path);
    turn = open(side, O_RDWR | O_CREAT, 0600);
    if (gate < 0 || turn < 0) fail("turns");
  }
  run("PRAGMA synchronous = FULL");
  run("PRAGMA foreign_keys = ON");
}

/* Says `ready`. For each line that it hears it does acts for so long, or until there is nothing left to do, going on where
   it stopped; and says how many, how many microseconds the slowest took, how many all of them, and how many acts ended in
   that time. */
static int hurry(int milliseconds, int (*act)(int)) {
  int done = 0, heard;
  printf("ready\n");
  fflush(stdout);
  while ((heard = getchar()) != EOF) {
    if (heard != '\n') continue;
    long long span = milliseconds * 1000LL, slowest = 0, last = 0;
    int first = done, in_time = 0;
    for (long long start = now(), before = start; before < start + span && act(done); done++) {
      long long after = now();
      if (after - before > slowest) slowest = after - before;
      before = after;
      last = after - start;
      if (last <= span) in_time++;
    }
    printf("done %d %lld %lld %d\n", done - first, slowest, last, in_time);
    fflush(stdout);
  }
  return 0;
}
