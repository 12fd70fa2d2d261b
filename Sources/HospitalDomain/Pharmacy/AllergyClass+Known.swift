extension AllergyClass {
  /// Every class. What is in it follows the ATC index (`DrugSource.atcIndex`).
  package static let all: [AllergyClass] = [
    AllergyClass(
      title: "penicillins", words: ["penicillin", "penicillins"], groups: ["J01CA", "J01CE", "J01CF", "J01CR"],
      others: ["benethamine penicillin"], crossing: ["cephalosporins": .moderate, "carbapenems": .minor],
      sources: [.betaLactams]),
    AllergyClass(
      title: "cephalosporins", words: ["cephalosporin", "cephalosporins", "cefalosporin", "cefalosporins"],
      groups: ["J01DB", "J01DC", "J01DD", "J01DE"], crossing: ["penicillins": .moderate, "carbapenems": .minor],
      sources: [.betaLactams]),
    AllergyClass(
      title: "carbapenems", words: ["carbapenem", "carbapenems"], groups: ["J01DH"], sources: [.betaLactams]),
    AllergyClass(
      title: "sulfonamide antibiotics",
      words: ["sulfa", "sulpha", "sulfonamide", "sulfonamides", "sulphonamide", "sulphonamides", "sulfa drugs"],
      groups: ["J01EB", "J01EC", "J01ED", "J01EE"], others: ["sulfasalazine", "sulfadoxine", "sulfaguanidine"],
      sources: [.sulfonamides]),
    AllergyClass(
      title: "NSAIDs",
      words: [
        "nsaid", "nsaids", "anti inflammatories", "anti inflammatory drugs", "non steroidal anti inflammatory drugs",
        "nonsteroidal anti inflammatory drugs",
      ], groups: ["M01AA", "M01AB", "M01AC", "M01AE", "M01AG", "M01AX"], others: ["aspirin"],
      crossing: ["coxibs": .moderate], sources: [.coxibs]),
    AllergyClass(
      title: "coxibs", words: ["coxib", "coxibs"], groups: ["M01AH"], crossing: ["NSAIDs": .moderate],
      sources: [.coxibs]),
    AllergyClass(title: "macrolides", words: ["macrolide", "macrolides"], groups: ["J01FA"]),
    AllergyClass(title: "tetracyclines", words: ["tetracycline", "tetracyclines"], groups: ["J01AA"]),
    AllergyClass(title: "quinolones", words: ["quinolone", "quinolones", "fluoroquinolones"], groups: ["J01M"]),
    AllergyClass(title: "aminoglycosides", words: ["aminoglycoside", "aminoglycosides"], groups: ["J01G"]),
    AllergyClass(
      title: "opioids", words: ["opioid", "opioids", "opiate", "opiates"], groups: ["N02AA"],
      others: ["codeine", "ethylmorphine", "hydrocodone"], sources: [.opioidAllergy]),
    AllergyClass(title: "statins", words: ["statin", "statins"], groups: ["C10AA"]),
    AllergyClass(title: "ACE inhibitors", words: ["ace inhibitor", "ace inhibitors"], groups: ["C09AA"]),
    AllergyClass(
      title: "amide anaesthetics", words: ["local anaesthetics", "local anesthetics"], groups: ["N01BB"]),
    AllergyClass(
      title: "iodinated contrast", words: ["contrast", "iodinated contrast", "x ray contrast", "contrast media"],
      groups: ["V08A"]),
    AllergyClass(title: "heparins", words: ["heparins"], groups: ["B01AB"]),
    AllergyClass(
      title: "insulins", words: ["insulins"], groups: ["A10A"],
      others: [
        "insulin", "insulin aspart biphasic", "insulin human", "insulin human biphasic",
        "insulin human biphasic semisynthetic", "insulin human crystalline zinc",
        "insulin human isophane semisynthetic", "insulin human recombinant", "insulin human recombinant zinc",
        "insulin human semisynthetic", "insulin human zinc", "insulin isophane", "insulin porcine",
      ]),
  ]
}
