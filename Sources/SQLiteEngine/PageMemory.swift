import CMalloc

/// The memory of the pages that connections have read.
enum PageMemory {
  /// Keeps up to a mebibyte that was given back to the allocator, for the whole process.
  ///
  /// A connection drops its pages whenever somebody else has committed, and reads some of them anew for the next act or the
  /// next news. By its own rule the allocator returns that memory to the system at once, which clears it and maps it page
  /// by page when it is wanted again: a quarter of what an act costs among many writers.
  static let isKept = mallopt(M_TRIM_THRESHOLD, 1 << 20) == 1
}
