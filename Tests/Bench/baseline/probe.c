/* The floor for search: one probe of the index of search terms for a prefix, by SQLite alone, on the same file, that reads
   the columns of each patient that a line of the list shows.

   probe DATABASE COUNT PREFIX     prints how many microseconds each probe took */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

int main(int count_of_arguments, char **arguments) {
  sqlite3 *database;
  sqlite3_stmt *probe;
  if (count_of_arguments != 4) return 64;
  if (sqlite3_open_v2(arguments[1], &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) return 1;
  const char *sql =
      "SELECT id, number, family_name, given_name, sex, birth_date, is_birth_date_estimated, telephone, town, national_id,"
      " is_unidentified, died_at FROM (SELECT DISTINCT patient_number FROM patient_term"
      " WHERE term >= ?1 AND term < ?1 || char(1114111) LIMIT 101) AS found JOIN patient ON patient.number = found.patient_number";
  if (sqlite3_prepare_v2(database, sql, -1, &probe, NULL) != SQLITE_OK) {
    fprintf(stderr, "probe: %s\n", sqlite3_errmsg(database));
    return 1;
  }
  printf("done");
  for (int index = 0; index < atoi(arguments[2]); index++) {
    long long start = now();
    sqlite3_bind_text(probe, 1, arguments[3], -1, SQLITE_TRANSIENT);
    while (sqlite3_step(probe) == SQLITE_ROW)
      for (int column = 0; column < sqlite3_column_count(probe); column++) sqlite3_column_text(probe, column);
    sqlite3_reset(probe);
    printf(" %lld", now() - start);
  }
  printf("\n");
  return 0;
}
