/// Where a fact about a drug was read, in November 2026. Every row of the tables of doses, of pregnancy and of allergies names
/// one that was opened; nothing is named that was not. They are pages of others, some of them second-hand: see
/// docs/decisions/031-sources-of-drug-facts.md.
package struct DrugSource: Hashable, Sendable {
  /// What was read.
  package let title: String
  /// Where it stood.
  package let address: String

  init(_ title: String, _ address: String) {
    self.title = title
    self.address = address
  }
}

// Doses.
extension DrugSource {
  static let familyPhysicians = DrugSource(
    "American Family Physician 2013;87(11):766, table of analgesics", "aafp.org/pubs/afp/issues/2013/0601/p766")
  static let paediatricSociety = DrugSource(
    "Canadian Paediatric Society, acute pain in sickle cell disease, table 2",
    "pmc.ncbi.nlm.nih.gov/articles/PMC8900682/table/T2")
  static let starship = DrugSource(
    "Starship Hospital, paracetamol and ibuprofen dosing, 2018",
    "starship.org.nz/for-health-professionals/paediatric-intensive-care-clinical-guidelines/p/"
      + "paracetamol-and-ibuprofen-dosing")
  static let naproxen = DrugSource("Elsevier drug information, naproxen", "elsevier.health/en-US/preview/naproxen")
  static let naproxenAge = DrugSource(
    "Label of naproxen, cited by Dr.Oracle", "droracle.ai/articles/406307")
  static let diclofenac = DrugSource("UpToDate, diclofenac", "medilib.ir/uptodate/show/70067")
  static let celecoxib = DrugSource("Label of Celebrex", "medlibrary.org/lib/rx/meds/celebrex-7")
  static let aspirinAge = DrugSource(
    "Medicines Control Agency 2002: no aspirin under 16", "news.bbc.co.uk/2/hi/health/2349593.stm")
  static let codeine = DrugSource(
    "SmPC of codeine phosphate, section 4.2", "medicines.org.uk/emc/medicine/23910/spc")
  static let codeineAge = DrugSource(
    "FDA safety communication of April 2017 on codeine and tramadol, through the ASA", "asahq.org")
  static let tramadol = DrugSource(
    "Texas drug use criteria, tramadol",
    "txvendordrug.com/about/manuals/retrospective-drug-use-criteria-handbook/c-4-drug-use-criteria/tramadol")
  static let tramadolLabel = DrugSource(
    "Label of tramadol tablets",
    "dailymed.nlm.nih.gov/dailymed/fda/fdaDrugXsl.cfm?setid=1f5abc48-9217-4c97-b0c7-c2a07ae04b83")
  static let diabetes = DrugSource(
    "Guideline pocket card of diabetes drugs", "eguideline.guidelinecentral.com/i/71358/21")
  static let statins = DrugSource(
    "American College of Cardiology, table of statins", "eguideline.guidelinecentral.com/i/1512420/3")
  static let lisinopril = DrugSource(
    "Medscape UK, lisinopril by mouth", "medscape.co.uk/drug/lisinopril-oral-69179-69179")
  static let enalapril = DrugSource("MSF, essential drugs, enalapril", "medicalguidelines.msf.org/en/node/398")
  static let angiotensin = DrugSource(
    "Merck Manual, table of ACE inhibitors and angiotensin II blockers",
    "merckmanuals.com/professional/multimedia/table/v11696000")
  static let hypertension = DrugSource(
    "Chapter on drugs for hypertension", "taylorfrancis.com, doi 10.1201/9781498713559-7")
  static let betaBlockers = DrugSource("Medscape, doses of beta blockers", "medscape.com/answers/241381-9698")
  static let bisoprolol = DrugSource("JNC, table 9", "rjmatthewsmd.com/Definitions/pop/table9.htm")
  static let thiazide = DrugSource(
    "Label of hydrochlorothiazide capsules, through DrugLib.com",
    "druglib.com/druginfo/hydrochlorothiazide/indications_dosage")
  static let spironolactone = DrugSource(
    "Label of Aldactone", "pfizermedicalinformation.com/aldactone/dosage-admin")
  static let furosemide = DrugSource(
    "MSF, essential drugs, furosemide by mouth", "medicalguidelines.msf.org, furosemide-oral-16683798")
  static let digoxin = DrugSource(
    "Nurse's drug guide, digoxin by mouth", "download.skyscape.com, pktnuress tb290")
  static let anticoagulants = DrugSource(
    "Direct oral anticoagulants, table 4", "pmc.ncbi.nlm.nih.gov/articles/PMC4884797")
  static let dabigatran = DrugSource(
    "Journal of Intensive Care 2016, direct oral anticoagulants, table 2", "doi 10.1186/s40560-016-0144-5")
  static let warfarin = DrugSource("Drugs.com, dosage of warfarin", "drugs.com/dosage/warfarin.html")
  static let clopidogrel = DrugSource("Drugs.com, dosage of clopidogrel", "drugs.com/dosage/clopidogrel.html")
  static let antidepressants = DrugSource(
    "Massachusetts General Hospital White Book, antidepressants", "grepmed.com/images/9866")
  static let antidepressantsTable = DrugSource(
    "Postgraduate Medical Journal, table of antidepressants", "pmj.bmj.com, markup 160018")
  static let tricyclics = DrugSource("Merck Manual, table of antidepressants", "scribd.com/document/36045982")
  static let diazepam = DrugSource("SmPC of diazepam tablets", "tajgenerics.com")
  static let diazepamSingle = DrugSource(
    "MSF, essential drugs, diazepam by mouth", "medicalguidelines.msf.org, diazepam-oral-16683461")
  static let lorazepam = DrugSource(
    "MHRA Drug Safety Update, October 2007",
    "gov.uk/drug-safety-update/lorazepam-reduction-of-recommended-maximum-daily-dose")
  static let hypnotics = DrugSource(
    "Thresholds of daily doses, lorazepam and zolpidem", "renalandurologynews.com")
  static let zolpidemAge = DrugSource("Label of Ambien", "healthscout.com/rxdetail/1/1/3/main_5.html")
  static let promethazine = DrugSource("Drug guide, promethazine", "download.skyscape.com, tl394")
  static let promethazineAge = DrugSource(
    "Label of promethazine tablets", "recallguide.org/drug/promethazine-hydrochloride")
  static let loratadine = DrugSource("Leaflet of Loratadina Normon", "medikamio.com, loratadina-normon")
  static let cetirizine = DrugSource(
    "Label of cetirizine tablets", "drugs-library.com/drugs/cetirizine_df5f520a.html")
  static let cetirizineAge = DrugSource(
    "Label of Children's Zyrtec",
    "centralcity.ccfamilypharmacy.com, Childrens-Zyrtec-Allergy-Grape-Syrup4oz")
  static let montelukast = DrugSource("Table of asthma drugs", "scribd.com/document/74594138")
  static let omeprazole = DrugSource("Pallipedia, omeprazole", "pallipedia.org/omeprazole")
  static let ondansetron = DrugSource("Dr.Oracle, ondansetron", "droracle.ai/articles/497183")
  static let metoclopramide = DrugSource(
    "European Medicines Agency 2013, through Prescriber",
    "prescriber.org.uk/2013/07/ema-recommends-metoclopramide-restrictions")
  static let antibiotics = DrugSource("UpToDate, oral antibiotics of adults", "medilib.ir/uptodate/show/144947")
  static let childrensAntibiotics = DrugSource("Table of paediatric antibiotics", "docest.com, paediatric antibiotics")
  static let tetracycline = DrugSource("Drugs.com, dosage of tetracycline", "drugs.com/dosage/tetracycline.html")
  static let tetracyclineAge = DrugSource("Label of tetracycline", "edrugswiki.com, tetracycline")
  static let ciprofloxacin = DrugSource("MIMS, ciprofloxacin (Axcel)", "mims.com, axcel ciprofloxacin")
  static let infections = DrugSource(
    "California's summary of the treatment guidelines of the CDC, 2021", "cdph.ca.gov")
  static let methotrexate = DrugSource("Methotrexate by mouth, 7.5 to 25 mg a week", "seekhealthz.com")
  static let methotrexateWeekly = DrugSource(
    "Arthritis Research Canada, about methotrexate: once a week, up to 25 mg", "answer.arccanada.org/aboutMetho.html")
  static let alendronate = DrugSource("Label of alendronate tablets", "recallguide.org, dispensing-solutions")
  static let allopurinol = DrugSource("MIMS, Apo-Allopurinol", "mims.com, apo-allopurinol")
  static let colchicine = DrugSource("Colchicine, doses", "renaimed.net/lexidrug/colchicine")
  static let prednisone = DrugSource("DynaMed, prednisone", "scribd.com/document/788993810")
  static let levothyroxine = DrugSource("MIMS Singapore, Eltroxin", "mims.com/singapore/drug/info/eltroxin")
}

// Pregnancy.
extension DrugSource {
  static let teratogens = DrugSource(
    "Običan and Scialli, Teratogenic exposures, Am J Med Genet C 2011", "doczz.net/doc/6429044")
  static let teratogenList = DrugSource(
    "Known list of teratogens",
    "babymed.com/pregnancy-safety-medications/harmful-medications-and-teratogens-in-pregnancy")
  static let valproate = DrugSource(
    "MHRA Drug Safety Update of April 2018 on valproate, through NECSU",
    "medicines.necsu.nhs.uk/valproate-pregnancy-prevention-programme")
  static let restricted = DrugSource(
    "BMJ Quality and Safety, drugs with a risk programme for pregnancy, table 1",
    "qualitysafety.bmj.com/highwire/markup/157948")
  static let endothelin = DrugSource(
    "FDA, July 2025: endothelin receptor antagonists stay contraindicated in pregnancy",
    "drugs.com/news/fda-removes-rems-requirements-embryofetal-toxicity-risk-all-endothelin-receptor-antagonist-"
      + "medicines-125709.html")
  static let methotrexateLabel = DrugSource("Label of methotrexate tablets", "studylib.net/doc/8135725")
  static let antirheumatics = DrugSource(
    "Antirheumatic drugs in pregnancy, table 3", "pmc.ncbi.nlm.nih.gov/articles/PMC1779429")
  static let teriflunomide = DrugSource(
    "Drugs.com, teriflunomide in pregnancy", "drugs.com/pregnancy/teriflunomide.html")
  static let ribavirin = DrugSource("Label of ribavirin tablets", "drugs-library.com/drugs/ribavirin_eee304d0.html")
  static let finasteride = DrugSource(
    "Label of finasteride tablets", "drugs-library.com/drugs/finasteride_abd87058.html")
  static let dutasteride = DrugSource(
    "Dutasteride in pregnancy", "themeditary.com/pregnancy/dutasteride-pregnancy-and-breastfeeding-warnings-219.html")
  static let ergotamine = DrugSource(
    "Drugs.com, ergotamine in pregnancy", "drugs.com/pregnancy/caffeine-ergotamine.html")
  static let dihydroergotamine = DrugSource(
    "Drugs.com, dihydroergotamine in pregnancy", "drugs.com/pregnancy/dihydroergotamine.html")
  static let antiepileptics = DrugSource(
    "Commission on Human Medicines 2021, through the RCPCH",
    "rcpch.ac.uk/resources/antiepileptic-drugs-review-safety-use-during-pregnancy")
  static let fluconazole = DrugSource(
    "FDA safety communication of 3 August 2011", "pdr.net/fda-drug-safety-communication/?druglabelid=1847&id=9174")
  static let amiodarone = DrugSource(
    "J Endocrinol Invest 2001;24:116, amiodarone in pregnancy", "pubmed.ncbi.nlm.nih.gov/11263469")
  static let spironolactonePregnancy = DrugSource(
    "Label of spironolactone, cited by Dr.Oracle", "droracle.ai/articles/230073")
  static let painInPregnancy = DrugSource(
    "FDA safety communication of October 2020 on NSAIDs, through the AAP", "publications.aap.org/aapnews/news/9205")
  static let statinsInPregnancy = DrugSource(
    "FDA podcast of 20 July 2021 on statins", "americanews.news, 3501")
  static let plague = DrugSource(
    "Clinical Infectious Diseases 2020;70 Suppl 1:S37, antimicrobials in pregnancy",
    "academic.oup.com/cid/article/70/Supplement_1/S37/5841429")
  static let merckPregnancy = DrugSource("Merck Manual, drugs in pregnancy", "merckmanuals.com, table v810071")
  static let opioidsInPregnancy = DrugSource(
    "ACOG practice advisory of 2016 on the FDA's boxed warning of opioids",
    "acog.org/clinical/clinical-guidance/practice-advisory/articles/2016/03")
  static let benzodiazepines = DrugSource(
    "MHRA learning module, benzodiazepines, 4.1", "cpd.mhra.gov.uk/benzodiazepines/CON234573_15")
}

// Allergies.
extension DrugSource {
  static let atcIndex = DrugSource(
    "ATC index of the WHO Collaborating Centre of 25 April 2026",
    "github.com/fabkury/atcd, WHO ATC-DDD 2026-04-25.csv, commit 934a347")
  static let betaLactams = DrugSource(
    "Romano and others, J Asthma Allergy 2021, cross-reactivity of beta-lactams", "doi 10.2147/JAA.S242061")
  static let coxibs = DrugSource(
    "Malskat and others, Clin Transl Allergy 2013;3:20: 21 % of those who react to NSAIDs react to a coxib",
    "ctajournal.biomedcentral.com/articles/10.1186/2045-7022-3-20")
  static let sulfonamides = DrugSource(
    "Family Practice Notebook, sulfonamide allergy", "fpnotebook.com/id/Pharm/SlfnmdAlrgy.htm")
  static let opioidAllergy = DrugSource(
    "Pharmacist's Letter, opioid allergy",
    "pharmacist.therapeuticresearch.com/en/Content/Segments/PRL/2006/Feb/Opioid-Allergy-2107")
}
