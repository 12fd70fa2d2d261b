/* The floor for `hms audit verify`: reads every entry in order by SQLite alone, and hashes what is in it by libsodium.

   chain DATABASE */
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>

int main(int count, char **arguments) {
  sqlite3 *database;
  sqlite3_stmt *entries;
  long long done = 0;
  if (count != 2) return 64;
  if (sqlite3_open_v2(arguments[1], &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) return 1;
  if (sqlite3_prepare_v2(database, "SELECT * FROM audit_entry ORDER BY id", -1, &entries, NULL) != SQLITE_OK) return 1;
  while (sqlite3_step(entries) == SQLITE_ROW) {
    crypto_hash_sha256_state state;
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_init(&state);
    for (int column = 0; column < sqlite3_column_count(entries); column++) {
      const unsigned char *text = sqlite3_column_text(entries, column);
      if (text) crypto_hash_sha256_update(&state, text, sqlite3_column_bytes(entries, column));
    }
    crypto_hash_sha256_final(&state, hash);
    done += hash[0] & 1;
  }
  printf("done %lld\n", done);
  return 0;
}
