import Glibc

/// Lets the thread that measures, and the main thread of one who acts, go before the programs that are measured: whoever
/// looks at a terminal sits at a machine of their own, and the time of an act is that of its commit, not that at which its
/// process came to say so. Where this is not permitted, they wait like the others.
func withMeasurerFirst<Result>(and actor: pid_t, _ measure: () throws -> Result) rethrows -> Result {
  // SCHED_RESET_ON_FORK: what they start goes at the usual priority.
  var first = sched_param(sched_priority: 1)
  var usual = sched_param(sched_priority: 0)
  for thread in [0, actor] { sched_setscheduler(thread, SCHED_FIFO | 0x4000_0000, &first) }
  defer { for thread in [0, actor] { sched_setscheduler(thread, SCHED_OTHER, &usual) } }
  return try measure()
}
