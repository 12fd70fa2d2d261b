#include <sqlite3.h>

/* Settings of the whole library. The function that takes them has as many arguments as it likes, which Swift can't call. */

/* Memory is not counted; to be said before anything else is asked of the library. 0 where it was said in time. */
static inline int sqlite_settings_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
