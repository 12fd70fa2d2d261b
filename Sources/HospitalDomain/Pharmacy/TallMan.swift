/// Tall Man letters: names that are mistaken for one another are written with capitals where they differ. The spellings are
/// those of the lists of the FDA and of the Institute for Safe Medication Practices (2016, revised 2023).
package enum TallMan {
  /// A name as it is to be written. Each word that stands on the list is spelt by it; a word that mixes capitals with small
  /// letters already, and a trade name in brackets, stays as somebody wrote it; others are written small.
  package static func spelled(_ name: String) -> String {
    var spelled = ""
    var word = ""
    var isTradeName = false
    for character in name {
      if character.isLetter {
        word.append(character)
      } else {
        spelled += (isTradeName ? word : Self.word(word)) + String(character)
        word = ""
        if character == "(" || character == ")" { isTradeName = character == "(" }
      }
    }
    return spelled + (isTradeName ? word : Self.word(word))
  }

  private static func word(_ word: String) -> String {
    let small = word.lowercased()
    if let listed = spellings[small] { return listed }
    let isMixed = word.dropFirst().contains(where: \.isUppercase) && word.contains(where: \.isLowercase)
    return isMixed ? word : small
  }

  private static let spellings: [String: String] = Dictionary(
    [
      "acetaZOLAMIDE", "acetoHEXAMIDE", "ALPRAZolam", "aMILoride", "amLODIPine", "ARIPiprazole", "atoMOXetine",
      "atorvaSTATin", "azaCITIDine", "azaTHIOprine", "buPROPion", "busPIRone", "carBAMazepine", "CARBOplatin",
      "cefaZOLin", "cefoTEtan", "cefOXitin", "cefTAZidime", "cefTRIAXone", "CeleBREX", "CeleXA", "chlordiazePOXIDE",
      "chlorproMAZINE", "chlorproPAMIDE", "CISplatin", "cloBAZam", "clomiPHENE", "clomiPRAMINE", "clonazePAM",
      "cloNIDine", "cloZAPine", "cycloPHOSphamide", "cycloSERINE", "cycloSPORINE", "DACTINomycin", "DAPTOmycin",
      "DAUNOrubicin", "dexmedeTOMIDine", "diazePAM", "dilTIAZem", "dimenhyDRINATE", "diphenhydrAMINE", "DOBUTamine",
      "DOCEtaxel", "DOPamine", "DOXOrubicin", "DULoxetine", "ePHEDrine", "EPINEPHrine", "epiRUBicin", "eriBULin",
      "fentaNYL", "flavoxATE", "FLUoxetine", "fluPHENAZine", "fluvoxaMINE", "glipiZIDE", "glyBURIDE", "guaiFENesin",
      "guanFACINE", "hydrALAZINE", "hydroCHLOROthiazide", "HYDROcodone", "HYDROmorphone", "hydrOXYzine", "IDArubicin",
      "inFLIXimab", "ISOtretinoin", "LaMICtal", "LamISIL", "lamiVUDine", "lamoTRIgine", "levETIRAcetam",
      "levOCARNitine", "levoFLOXacin", "LORazepam", "medroxyPROGESTERone", "metFORMIN", "methazolAMIDE",
      "methIMAzole", "methylPREDNISolone", "methylTESTOSTERone", "metOLazone", "metroNIDAZOLE", "miFEPRIStone",
      "miSOPROStol", "mitoMYcin", "mitoXANTRONE", "niCARdipine", "NIFEdipine", "niMODipine", "OLANZapine",
      "OXcarbazepine", "oxyCODONE", "oxyMORphone", "PACLitaxel", "PARoxetine", "PAZOPanib", "PEMEtrexed",
      "penicillAMINE", "PENTobarbital", "PHENobarbital", "PONATinib", "PRALAtrexate", "prednisoLONE", "predniSONE",
      "QUEtiapine", "quiNIDine", "quiNINE", "RABEprazole", "raNITIdine", "rifAMPin", "rifAXIMin", "riMANTAdine",
      "risperiDONE", "riTUXimab", "romiDEPsin", "romiPLOStim", "rOPINIRole", "SAXagliptin", "SEROquel", "SINEquan",
      "SITagliptin", "SORAfenib", "SUFentanil", "sulfADIAZINE", "sulfaSALAzine", "sulfiSOXAZOLE", "SUMAtriptan",
      "SUNItinib", "TEGretol", "tiaGABine", "tiZANidine", "TOLAZamide", "TOLBUTamide", "traMADol", "traZODone",
      "TRENtal", "valACYclovir", "valGANciclovir", "vinBLAStine", "vinCRIStine", "ZOLMitriptan", "ZyPREXA", "ZyrTEC",
    ].map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
}
