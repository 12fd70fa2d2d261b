import HospitalScreens
import TerminalKit

/// The commands of every screen, for docs/KEYS.md, for clashes and for a user's
/// key map. A pane that is added adds its line here.
package enum KeyTables {
  /// What works on every screen.
  package static let everywhere = KeyTable("Every screen", Shell.keyTable)

  /// What works on each screen.
  package static let screens: [KeyTable] = [
    KeyTable("Sign-in", SignInPane.keyTable),
    KeyTable("Lock", LockPane.keyTable),
    KeyTable("Sign-in: second step", CodePane.keyTable),
    KeyTable("Home", HomePane.keyTable),
    KeyTable("Beds", BedsPane.keyTable),
    KeyTable("A form of the board", BedFormPane.keyTable),
    KeyTable("Forecast", ForecastPane.keyTable),
    KeyTable("Employees", AssignmentsPane.keyTable),
    KeyTable("Register", RegisterPane.keyTable),
    KeyTable("Register: new patient", NewPatientPane.keyTable),
    KeyTable("Register: unidentified patient", UnidentifiedPane.keyTable),
    KeyTable("My record, appointments, prescriptions, bills", OwnRecordPane.keyTable),
    KeyTable("Check-out", CheckOutPane.keyTable),
    KeyTable("Check-out: checklist", CheckOutSheetPane.keyTable),
    KeyTable("Account of a stay", AccountPane.keyTable),
    KeyTable("Invoices", InvoicesPane.keyTable),
    KeyTable("Pharmacy", PharmacyPane.keyTable),
    KeyTable("Patients", PatientSearchPane.keyTable),
    KeyTable("Record", PatientRecordPane.keyTable),
    KeyTable("Prescribe", PrescribePane.keyTable),
    KeyTable("Prescribe: second signature", SignaturePane.keyTable),
    KeyTable("A prescription", PrescriptionPane.keyTable),
    KeyTable("Restricted record", RestrictedRecordPane.keyTable),
    KeyTable("History", HistoryPane.keyTable),
    KeyTable("Record: change details", PatientChangePane.keyTable),
    KeyTable("Both changed", EditConflictPane.keyTable),
    KeyTable("A form that does one act", ActFormPane.keyTable),
    KeyTable("Print", PrintPane.keyTable),
    KeyTable("More", MorePane.keyTable),
    KeyTable("Departments", DirectoryPane<DepartmentsScreen>.keyTable),
    KeyTable("Rooms", DirectoryPane<RoomsScreen>.keyTable),
    KeyTable("Doctors, or staff", DirectoryPane<EmployeesScreen>.keyTable),
    KeyTable("Cash", CashPane.keyTable),
    KeyTable("Uninvoiced services", UninvoicedPane.keyTable),
    KeyTable("Prices", DirectoryPane<PricesScreen>.keyTable),
    KeyTable("Rates", DirectoryPane<RatesScreen>.keyTable),
    KeyTable("Medications", DirectoryPane<MedicationsScreen>.keyTable),
    KeyTable("Stock", StockPane.keyTable),
    KeyTable("Orders", OrdersPane.keyTable),
    KeyTable("Suppliers", DirectoryPane<SuppliersScreen>.keyTable),
    KeyTable("Supplies", DirectoryPane<SuppliesScreen>.keyTable),
    KeyTable("Pharmacies", DirectoryPane<PharmaciesScreen>.keyTable),
    KeyTable("Accounts", DirectoryPane<AccountsScreen>.keyTable),
    KeyTable("Openings", DirectoryPane<OpeningsScreen>.keyTable),
    KeyTable("Your account", OwnAccountPane.keyTable),
    KeyTable("Your account: password", SecretFormPane<OwnPasswordForm>.keyTable),
    KeyTable("Your account: PIN", SecretFormPane<PINForm>.keyTable),
    KeyTable("Your account: second step", EnrolmentPane.keyTable),
    KeyTable("Audit trail, or who looked at a record", AuditPane.keyTable),
    KeyTable("Audit trail: filter", AuditFilterPane.keyTable),
    KeyTable("A form of a list of More", DirectoryFormPane.keyTable),
  ]
}
