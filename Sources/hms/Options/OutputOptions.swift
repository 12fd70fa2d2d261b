import ArgumentParser

/// Whether results are for people or for programs.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print JSON.")
  var json = false
}
