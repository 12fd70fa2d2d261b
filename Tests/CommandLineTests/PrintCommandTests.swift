import BuiltProgramSupport
import Testing

/// `hms print` (I5): documents to files, to standard output and to the host's `lp`, by somebody who may.
@Suite struct PrintCommandTests {
  private let home: ProgramHome

  init() throws {
    home = try ProgramHome()
    #expect(try home.hms("demo", "--no-open", "--patients", "200").end == .exited(0))
  }

  private func print(
    _ arguments: String..., user: String = "cashier", path: String = "/usr/bin:/bin", program: String? = nil
  ) throws -> ProgramRun {
    try ProgramRun(
      [program ?? BuiltProgram.path, "print"] + arguments + ["--user", user],
      environment: home.environment.merging(["HMS_PASSWORD": "demo", "PATH": path]) { $1 })
  }

  private func sql(_ statement: String) throws -> String {
    try ProgramRun(
      ["/usr/bin/sqlite3", home.path + "/data/hms/hospital.sqlite", statement], environment: home.environment
    ).output
  }

  private func exists(_ name: String) throws -> Bool {
    try ProgramRun(["/usr/bin/test", "-e", home.path + "/" + name], environment: [:]).end == .exited(0)
  }

  @Test func textGoesToStandardOutputAndTheTrailKnows() throws {
    let run = try print("INV-2026-0001", "--format", "text")
    #expect(run.end == .exited(0), "\(run.errors)")
    #expect(run.output.contains("INVOICE                                                            INV-2026-0001\n"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let reasons = try sql("SELECT reason FROM audit_entry WHERE permission = 'paper.account'")
    #expect(reasons.contains("text to standard output"))
  }

  @Test("the PDF says what the text says, to the cent, and nothing is replaced unasked")
  func pdf() throws {
    let file = home.path + "/a.pdf"
    #expect(try print("INV-2026-0001", "-o", file).end == .exited(0))
    let pdf = try PDFReading(file)
    let total = try sql(
      """
      SELECT printf('%.2f', SUM(quantity * unit_cents - discount_cents + tax_cents) / 100.0) FROM invoice_line
      WHERE invoice_id = (SELECT id FROM invoice WHERE year = 2026 AND number = 1)
      """)
    #expect(pdf.pages.joined().filter { $0 != "," }.contains(total.filter { $0 != "\n" }))
    let again = try print("INV-2026-0001", "-o", file)
    #expect(again.end == .exited(73) && again.errors.hasPrefix("hms: There is a file \(file) already;"))
    #expect(try print("INV-2026-0001", "-o", file, "--replace").end == .exited(0))
    let left = try ProgramRun(["/bin/ls", "-A", home.path], environment: [:]).output
    #expect(!left.contains(".hms-paper"), "nothing half-made is left")
  }

  @Test func severalGoIntoAFolderByTheirNumbers() throws {
    let run = try print("INV-2026-0001", "CN-2026-0001", "-o", home.path + "/out/")
    #expect(run.end == .exited(0), "\(run.errors)")
    #expect(try exists("out/INV-2026-0001.pdf") && exists("out/CN-2026-0001.pdf"))
    #expect(try print("INV-2026-0001", "CN-2026-0001", "-o", "x.pdf").end == .exited(64))
  }

  @Test("H2: a nurse prints no invoice, a cashier no discharge summary; a wrong password nothing")
  func permissions() throws {
    #expect(try print("INV-2026-0001", user: "nurse").end == .exited(77))
    let patient = try sql(
      """
      SELECT patient.number FROM admission JOIN patient ON patient.id = admission.patient_id JOIN check_out_stamp
      ON check_out_stamp.admission_id = admission.id AND step = 'order' LIMIT 1
      """
    ).filter { $0 != "\n" }
    #expect(try print(patient, "--format", "text", user: "cashier").end == .exited(77))
    let summary = try print(patient, "--format", "text", user: "doctor")
    #expect(summary.end == .exited(0) && summary.output.contains("DISCHARGE SUMMARY"))
    let wrong = try home.hms(
      "print", "INV-2026-0001", "--user", "cashier", "--password-stdin", input: "wrong\n")
    #expect(wrong.end == .exited(1) && wrong.output.isEmpty)
  }

  @Test(arguments: [
    ("INV-2026-9999", Int32(1)), ("INV-2026-0001/99", 1), ("CN-2026-9999", 1), ("hello", 64), ("INV-x", 64),
  ])
  func whatIsNotThereIsOneSentence(number: String, status: Int32) throws {
    let run = try print(number)
    #expect(run.end == .exited(status))
    #expect(run.errors.hasPrefix("hms: ") && run.errors.split(separator: "\n").count == 1, "\(run.errors)")
  }

  @Test func withoutHmsPaperThereIsStillText() throws {
    let alone = home.path + "/alone"
    #expect(
      try ProgramRun(
        ["/bin/sh", "-c", "mkdir \(alone) && cp \(BuiltProgram.path) \(alone)/hms"],
        environment: ["PATH": "/bin:/usr/bin"]
      ).end == .exited(0))
    let run = try print("INV-2026-0001", "-o", home.path + "/b.pdf", program: alone + "/hms")
    #expect(run.end == .exited(69))
    #expect(run.errors == "hms: PDFs need the program hms-paper beside hms, and it is missing; print as text.\n")
    #expect(try !exists("b.pdf"))
    #expect(try print("INV-2026-0001", "--format", "text", program: alone + "/hms").end == .exited(0))
  }

  @Test("of a print that is killed nothing is left, and what stood in its place is whole")
  func killed() throws {
    let slow = home.path + "/slow"
    let making =
      "mkdir \(slow) && cp \(BuiltProgram.path) \(slow)/hms && mkdir \(home.path)/out && chmod +x $0 && cp $0 \(slow)/"
    let stand = try home.write(
      "#!/bin/sh\necho $$ >\(home.path)/begun\necho half\nexec tail -f /dev/null\n", to: "hms-paper")
    let made = try ProgramRun(["/bin/sh", "-c", making, stand], environment: ["PATH": "/bin:/usr/bin"])
    #expect(made.end == .exited(0), "\(made.errors)")
    try home.write("as it was", to: "out/a.pdf")
    let print = try ConversingProgram(
      [slow + "/hms", "print", "INV-2026-0001", "-o", home.path + "/out/a.pdf", "--replace", "--user", "cashier"],
      environment: home.environment.merging(["HMS_PASSWORD": "demo"]) { $1 })
    let deadline = Deadline.ample
    while try !exists("begun"), !deadline.isPast {}
    print.kill()
    #expect(print.hear() == nil)
    _ = try ProgramRun(["/bin/sh", "-c", "kill -9 $(cat \(home.path)/begun)"], environment: ["PATH": "/bin:/usr/bin"])
    #expect(try ProgramRun(["/bin/ls", "-A", home.path + "/out"], environment: [:]).output == "a.pdf\n")
    #expect(try ProgramRun(["/bin/cat", home.path + "/out/a.pdf"], environment: [:]).output == "as it was")
  }

  @Test func aHostWithoutLpSaysSo() throws {
    let run = try print("INV-2026-0001", "--printer", "-", path: home.path)
    #expect(run.end == .exited(69))
    #expect(run.errors == "hms: This host has no lp command to print with; print to a file instead.\n")
  }

  @Test("lp gets the document, and what it refuses with is said in one sentence")
  func printers() throws {
    let path = try home.write(
      """
      #!/bin/sh
      echo "$@" >"\(home.path)/asked"
      case "$*" in *off*) echo "lp: Error - The printer or class does not exist." >&2; exit 1;; esac
      cat >"\(home.path)/got"
      """, to: "bin/lp")
    _ = try ProgramRun(["/bin/chmod", "+x", path], environment: [:])
    let places = home.path + "/bin:/usr/bin:/bin"
    let run = try print("INV-2026-0001", "--printer", "ward-4", path: places)
    #expect(run.end == .exited(0) && run.output == "Invoice INV-2026-0001 went to the printer ward-4\n")
    #expect(
      try ProgramRun(["/bin/cat", home.path + "/asked"], environment: [:]).output
        == "-d ward-4 -t Invoice INV-2026-0001 -o media=A4\n")
    #expect(try PDFReading(home.path + "/got").pages[0].contains("INV-2026-0001"))
    let off = try print("INV-2026-0001", "--printer", "off", path: places)
    #expect(off.end == .exited(69))
    #expect(off.errors == "hms: Printer off refused (The printer or class does not exist); name another.\n")
    #expect(try print("INV-2026-0001", "--printer", "-x", path: places).end == .exited(64))
  }

  @Test("lp knows of the environment what it needs, has three files, and is never found in the current folder (H7)")
  func whatAProgramIsGiven() throws {
    let path = try home.write(
      "#!/bin/sh\nenv >\"\(home.path)/env\"\nls /proc/$$/fd >\"\(home.path)/files\"\n", to: "bin/lp")
    _ = try ProgramRun(["/bin/chmod", "+x", path], environment: [:])
    let hostile = ["LD_PRELOAD", "SHELL", "EDITOR", "LESSOPEN", "BASH_ENV", "HMS_DATABASE", "XDG_CONFIG_HOME", "IFS"]
    var environment = home.environment.merging(["HMS_PASSWORD": "demo", "PATH": home.path + "/bin"]) { $1 }
    environment["HMS_DATABASE"] = home.path + "/data/hms/hospital.sqlite"
    for name in hostile where environment[name] == nil { environment[name] = "/nowhere" }
    let command = [BuiltProgram.path, "print", "INV-2026-0001", "--printer", "a", "--user", "cashier"]
    #expect(try ProgramRun(command, environment: environment).end == .exited(0))
    let told = try ProgramRun(["/bin/cat", home.path + "/env"], environment: [:]).output.split(separator: "\n")
    let names = Set(told.compactMap { $0.split(separator: "=").first.map(String.init) })
    #expect(names.isSubset(of: ["PATH", "HOME", "LC_ALL", "TZ", "PWD", "SHLVL", "_", "OLDPWD"]), "\(names)")
    #expect(told.contains("PATH=/usr/bin:/bin"))
    // 10 and 11 are the shell's own, where it keeps its script and what it redirects.
    let files = try ProgramRun(["/bin/cat", home.path + "/files"], environment: [:]).output
    #expect(Set(files.split(separator: "\n")).isSubset(of: ["0", "1", "2", "10", "11"]), "\(files)")
    for places in ["bin:.:/usr/bin", ".", "::"] {
      let inFolder = "cd \"$1\" && shift && exec \"$@\""
      let run = try ProgramRun(
        ["/bin/sh", "-c", inFolder, "sh", home.path] + ["/usr/bin/env", "PATH=" + places] + command,
        environment: environment)
      #expect(run.end == .exited(69), "\(places): \(run.errors)")
    }
  }

  @Test("a letterhead of lines, and faulty ones: one sentence, and nothing is printed")
  func letterheads() throws {
    try home.write("letterhead = \"\(home.path)/head\"\n", to: "config/hms/config.toml")
    try home.write("Our own head\nTax number 12/345\n", to: "head")
    let text = try print("INV-2026-0001", "--format", "text").output
    #expect(text.hasPrefix("Our own head\nTax number 12/345\n====") && !text.contains("St Brigid General\n"))
    #expect(try print("INV-2026-0001", "-o", home.path + "/c.pdf").end == .exited(0))
    #expect(try PDFReading(home.path + "/c.pdf").pages[0].contains("Tax number 12/345"))
    for head in ["", String(repeating: "x\n", count: 13), "a\tb", String(repeating: "x", count: 201)] {
      try home.write(head, to: "head")
      let run = try print("INV-2026-0001", "-o", home.path + "/d.pdf")
      #expect(run.end == .exited(65), "\(run.errors)")
      #expect(run.errors.hasPrefix("hms: The letterhead \(home.path)/head "))
      #expect(run.errors.split(separator: "\n").count == 1)
    }
    let cut = "printf '\\211PNG\\r\\n\\032\\nxxxxIHDR\\0\\0\\0\\1\\0\\0\\0\\1 rest' >\(home.path)/head"
    _ = try ProgramRun(["/bin/sh", "-c", cut], environment: [:])
    let broken = try print("INV-2026-0001", "-o", home.path + "/d.pdf")
    #expect(
      broken.end == .exited(65) && broken.errors.contains("is no PNG picture that can be read"), "\(broken.errors)")
    try home.write("letterhead = \"/nowhere/head.png\"\n", to: "config/hms/config.toml")
    #expect(try print("INV-2026-0001", "-o", home.path + "/d.pdf").errors.contains("/nowhere/head.png can't be read"))
    #expect(try !exists("d.pdf"))
  }

  @Test func aFolderThatCannotBeWrittenIsOneSentence() throws {
    let run = try print("INV-2026-0001", "-o", "/proc/x.pdf")
    #expect(run.end == .exited(73))
    #expect(run.errors.hasPrefix("hms: /proc/x.pdf could not be written ("))
  }
}
