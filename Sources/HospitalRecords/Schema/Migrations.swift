import DatabaseKit

/// The history of the schema, in order. An area that is added appends its own migrations here.
package enum Migrations {
  /// Every migration, oldest first.
  package static let all: [Migration] = [
    .hospitals, .accounts, .employees, .pharmacies, .patients, .beds, .appointments, .prescriptions, .invoices,
    .roomBoard, .mergeGuards, .staffGuards, .accountEmployees, .checkOut, .charges, .creditNotes, .cash,
    .admissionGuards, .permanence, .occupantGuards, .roomBoardByCode, .accountGuards, .patientAccounts, .uninvoiced,
    .imports, .isolationRooms, .contamination, .admissionEntries, .priceCategories, .waivedCharges, .roomKinds,
    .dischargeOrders, .moneyGuards, .creditOwners, .refundReferences, .dischargePlaces, .billingNews, .auditChain,
    .paperIndexes, .allergyNews, .sealedDrafts, .pins, .auditIndexes, .secondSteps, .outgoingMail, .restrictedRecords,
    .stockLedger, .medications, .stockOrders,
    .interactions, .patientStatements, .dosages, .prescribing,
    .care, .amendmentWindow,
    .pharmacyTasks, .dispenses,
    .restrictedCare, .givenUpMail, .erasedDrafts,
    .stockHistories, .stockByTwo,
    .dispenseStanding, .consultationPrescriptions,
    .queueCounts,
    .contraindications, .fourEyes, .contraindicationsAtHome,
    .recordNews,
    .dosagesByDays, .dosagesByTime,
    .controlledInstead, .aliases, .controlledReturn, .departmentNames, .standingNews,
  ]
}
