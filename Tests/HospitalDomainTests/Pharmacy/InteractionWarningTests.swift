import HospitalDomain
import Testing

@Suite("What a patient is told of two medicines that interact (M3, M4)")
struct InteractionWarningTests {
  private let facts = InteractionFacts(
    classes: ["apixaban": [], "ibuprofen": [], "acetaminophen": [], "warfarin": [], "amoxicillin": []],
    lines: [
      .init("apixaban", "ibuprofen", .major, .bleeding, depends: false),
      .init("acetaminophen", "warfarin", .moderate, .bleeding, depends: false),
      .init("amoxicillin", "warfarin", .minor, .moreEffect, depends: false),
    ])

  private func medicine(_ name: String, _ substance: String) -> CheckedMedication {
    CheckedMedication(name: name, ingredients: [Ingredient(substance)])
  }

  private func passed(_ first: String, _ second: String, _ kind: CheckFinding.Kind = .interaction)
    -> PrescriptionDetail.Override
  {
    .init(
      kind: kind, level: .major, first: first, second: second, reason: "watched",
      recorded: Recorded(by: "Test pharmacist", at: Timestamp(milliseconds: 0)), signer: nil)
  }

  private func all(
    _ given: [CheckedMedication], besides current: [CheckedMedication] = [],
    passed: [PrescriptionDetail.Override] = []
  ) -> [String] {
    InteractionWarning.all(giving: given, besides: current, facts: facts, passed: passed).map(\.sentence)
  }

  @Test("both medicines are named as on their boxes, and what to look out for; a pair is told once")
  func pair() {
    let told = all(
      [medicine("ibuprofen 400 mg tablet", "ibuprofen")],
      besides: [medicine("apixaban 5 mg tablet", "apixaban"), medicine("apixaban 2.5 mg tablet", "apixaban")],
      passed: [passed("apixaban", "ibuprofen")])
    #expect(
      told == [
        "You take ibuprofen 400 mg tablet together with apixaban 5 mg tablet. Look out for bruises, black stools, or "
          + "bleeding that does not stop. If you notice that, ask a doctor or pharmacist at once."
      ])
  }

  @Test("what is moderate is told, what is minor is not")
  func levels() {
    let warfarin = medicine("warfarin 5 mg tablet", "warfarin")
    #expect(all([medicine("paracetamol 500 mg tablet", "acetaminophen")], besides: [warfarin]).count == 1)
    #expect(all([medicine("amoxicillin 250 mg capsule", "amoxicillin")], besides: [warfarin]).isEmpty)
  }

  @Test("what was passed is told also where the other prescription has ended; of what is not given, nothing")
  func passedBefore() {
    let ibuprofen = medicine("ibuprofen 400 mg tablet", "ibuprofen")
    #expect(all([ibuprofen], passed: [passed("apixaban", "ibuprofen")]).count == 1)
    let unnamed = all([ibuprofen], passed: [passed("ibuprofen", "lithium")]).first
    #expect(unnamed?.contains("anything that is new or unusual") == true)
    #expect(all([ibuprofen], passed: [passed("apixaban", "warfarin"), passed("ibuprofen", "x", .allergy)]).isEmpty)
  }

  @Test("every effect has signs that a person at home can notice", arguments: InteractionEffect.allCases)
  func signs(effect: InteractionEffect) {
    #expect(!effect.signs.isEmpty && !effect.signs.hasSuffix("."))
  }
}
