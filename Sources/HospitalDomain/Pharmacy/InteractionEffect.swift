/// What an interaction does, by kind. The raw value is the code of the list of interactions.
package enum InteractionEffect: String, CaseIterable, Hashable, Sendable {
  case vaccineDisease = "vaccine-disease"
  case angioedema, torsades, serotonin, ergotism, bleeding, hyperkalaemia, hypokalaemia, hyponatraemia, muscle
  case breathing, sedation, hypoglycaemia, kidney, hearing, marrow, seizures, bradycardia, hypotension, hypertension
  case anticholinergic, liver, absorption, opposed, immunity
  case lessEffect = "less-effect"
  case moreEffect = "more-effect"
  /// The list does not say.
  case unnamed = ""

  /// What follows, as a clause without its full stop.
  package var clause: String {
    switch self {
    case .vaccineDisease: "the vaccine may cause the disease"
    case .angioedema: "the face or throat may swell"
    case .torsades: "a dangerous heart rhythm (torsades de pointes) may follow"
    case .serotonin: "serotonin syndrome may follow"
    case .ergotism: "blood vessels may close, even limbs may die"
    case .bleeding: "the risk of bleeding rises"
    case .hyperkalaemia: "potassium may rise dangerously"
    case .hypokalaemia: "potassium may fall dangerously"
    case .hyponatraemia: "sodium may fall dangerously"
    case .muscle: "muscle may break down"
    case .breathing: "breathing may fail"
    case .sedation: "both make drowsy"
    case .hypoglycaemia: "blood sugar may fall dangerously"
    case .kidney: "the kidneys may be harmed"
    case .hearing: "hearing may be harmed"
    case .marrow: "the bone marrow may be harmed"
    case .seizures: "seizures become likelier"
    case .bradycardia: "the heart may become too slow"
    case .hypotension: "blood pressure may fall too low"
    case .hypertension: "blood pressure may rise too high"
    case .anticholinergic: "anticholinergic effects add up"
    case .liver: "the liver is concerned"
    case .absorption: "less of one is taken up"
    case .opposed: "each works against the other"
    case .immunity: "the defence against infection falls"
    case .lessEffect: "one may work less, or not at all"
    case .moreEffect: "one may become too strong"
    case .unnamed: "harm is known, of a kind that the list does not name"
    }
  }
}

extension FindingLevel {
  /// What to do about an interaction of this level, as a clause.
  var advice: String {
    switch self {
    case .contraindicated: "they must not be given together"
    case .major: "avoid them together"
    case .moderate: "give them together with care"
    case .minor: "bear it in mind"
    }
  }
}
