/* The floors of the pharmacy: SQLite alone, on a copy of the same database with the same triggers.

   pharmacy DATABASE queue COUNT                reads the rows of the queue with their items, and prints how many microseconds
                                                each reading took; it makes no values of them and draws nothing
   pharmacy DATABASE MILLISECONDS dispensings WRITER WRITERS
                                                dispenses every WRITERSth of the prescriptions bench-…, one transaction each,
                                                with `synchronous = FULL`; it checks no permission, reads nothing and says
                                                nothing */
#include "writer.h"

enum { most = 20000 };

static char lot[most][64];
static int length;
static sqlite3_stmt *audit, *claim, *movement, *dispense, *task, *let_go;

#define CLOCK "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"
#define PHARMACIST "(SELECT id FROM account WHERE username = 'pharmacist')"

static int give(int act) {
  char id[80], item[80];
  if (act >= length) return 0;
  snprintf(id, sizeof id, "0199aaaa-%s", lot[act]);
  snprintf(item, sizeof item, "bench-item-%s", lot[act] + strlen("bench-"));
  run("BEGIN IMMEDIATE");
  write_row(claim, 1, lot[act]);
  write_row(movement, 2, id, item);
  write_row(dispense, 3, id, lot[act], item);
  write_row(task, 1, lot[act]);
  write_row(let_go, 1, lot[act]);
  write_row(audit, 1, lot[act]);
  run("COMMIT");
  return 1;
}

static void prepare_giving(void) {
  audit = prepare_audit();
  claim = prepare(
      "INSERT INTO prescription_claim (prescription_id, account_id, terminal, claimed_at, expires_at)"
      " SELECT ?1, id, 'floor', " CLOCK ", " CLOCK " + 300000 FROM account WHERE username = 'pharmacist'");
  movement = prepare(
      "INSERT INTO stock_movement (id, lot_id, position, kind, change, level, shelf, reason, prescription_item_id, moved_on,"
      " moved_at, moved_by) SELECT ?1, id, 1 + (SELECT MAX(position) FROM stock_movement WHERE lot_id = stock_lot.id),"
      " 'dispense', -1, quantity - 1, shelf, '', ?2, strftime('%Y/%m/%d', 'now'), " CLOCK ", " PHARMACIST
      " FROM stock_lot WHERE id = 'bench-lot'");
  dispense = prepare(
      "INSERT INTO medication_dispense (id, prescription_id, prescription_item_id, kind, lot_id, movement_id, quantity, reason,"
      " done_at, done_by) VALUES (?1, ?2, ?3, 'dispense', 'bench-lot', ?1, 1, '', " CLOCK ", " PHARMACIST ")");
  task = prepare(
      "UPDATE pharmacy_task SET stage = 'ready', version = version + 1, recorded_at = " CLOCK ", recorded_by = " PHARMACIST
      " WHERE prescription_id = ?1");
  let_go = prepare("UPDATE prescription_claim SET expires_at = claimed_at WHERE prescription_id = ?1");
}

static int dispensings(int milliseconds, int writer, int writers) {
  sqlite3_stmt *rows = prepare(
      "SELECT prescription_id FROM pharmacy_task WHERE prescription_id >= 'bench-' AND prescription_id < 'bench.'"
      " AND stage = 'verified'");
  for (int row = 0; sqlite3_step(rows) == SQLITE_ROW && length < most; row++)
    if (row % writers == writer) snprintf(lot[length++], 64, "%s", (const char *)sqlite3_column_text(rows, 0));
  sqlite3_finalize(rows);
  prepare_giving();
  return hurry(milliseconds, give);
}

static int queue(int count) {
  sqlite3_stmt *rows = prepare(
      "SELECT prescription.*, pharmacy.name, doctor.*, task.*, worker.full_name, claim.*, room.number, department.name,"
      " patient.*, item.*, medication.*"
      " FROM prescription JOIN patient ON patient.id = prescription.patient_id"
      " JOIN doctor ON doctor.id = prescription.doctor_id JOIN pharmacy ON pharmacy.id = prescription.pharmacy_id"
      " JOIN prescription_item AS item ON item.prescription_id = prescription.id"
      " JOIN medication ON medication.id = item.medication_id"
      " LEFT JOIN pharmacy_task AS task ON task.prescription_id = prescription.id"
      " LEFT JOIN account AS worker ON worker.id = task.recorded_by"
      " LEFT JOIN prescription_claim AS claim ON claim.prescription_id = prescription.id"
      " LEFT JOIN stay ON stay.admission_id = prescription.admission_id AND stay.ended_at IS NULL"
      " LEFT JOIN room ON room.id = stay.room_id LEFT JOIN department ON department.id = room.department_id"
      " WHERE prescription.status IN ('active', 'on-hold') AND COALESCE(task.stage, 'waiting') <> 'declined'"
      " ORDER BY CASE prescription.priority WHEN 'stat' THEN 1 WHEN 'asap' THEN 2 WHEN 'urgent' THEN 3 ELSE 4 END,"
      " prescription.written_at, prescription.number");
  printf("done");
  for (int index = 0; index < count; index++) {
    long long start = now();
    while (sqlite3_step(rows) == SQLITE_ROW)
      for (int column = 0; column < sqlite3_column_count(rows); column++) sqlite3_column_text(rows, column);
    sqlite3_reset(rows);
    printf(" %lld", now() - start);
  }
  printf("\n");
  return 0;
}

int main(int count_of_arguments, char **arguments) {
  if (count_of_arguments == 4 && strcmp(arguments[2], "queue") == 0) {
    if (sqlite3_open_v2(arguments[1], &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) fail("open");
    return queue(atoi(arguments[3]));
  }
  if (count_of_arguments != 6) return 64;
  open_database(arguments[1]);
  return dispensings(atoi(arguments[2]), atoi(arguments[4]), atoi(arguments[5]));
}
