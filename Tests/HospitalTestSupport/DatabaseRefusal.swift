import DatabaseKit
import HospitalDomain

extension TestHospital {
  /// The guard by which the database refuses a statement, whoever sends it; nil when it takes the statement.
  package func refusal(of statement: SQLStatement) throws -> DatabaseFault.Constraint? {
    do {
      try execute(statement)
      return nil
    } catch DatabaseFault.refused(let constraint) {
      return constraint
    }
  }
}

/// The refusal with which `act` ends; nil when it is done, or ends with anything else.
package func refusal<Result>(of act: () throws -> Result) throws -> Refusal? {
  do {
    _ = try act()
    return nil
  } catch let refusal as Refusal {
    return refusal
  }
}

/// The words with which the database refuses what `act` does; nil when it takes it.
package func databaseRefusal<Result>(of act: () throws -> Result) throws -> String? {
  do {
    _ = try act()
    return nil
  } catch DatabaseFault.refused(let constraint) {
    return constraint.message
  }
}
