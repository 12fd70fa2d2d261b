import CMalloc
import CSQLiteSettings

/// The memory of SQLite: of the pages that connections have read, and of the statements that they have prepared.
enum PageMemory {
  /// Lets the allocator keep up to a mebibyte that was given back to it, for each of its arenas, in the whole process.
  ///
  /// A connection drops its pages whenever somebody else has committed, and reads some of them anew for the next act or the
  /// next news. By its own rule the allocator returns that memory to the system at once, which clears it and maps it page
  /// by page when it is wanted again: a quarter of what an act costs among many writers. Who sets that rule has to set the
  /// other one too, by which large blocks are mapped by themselves, for the allocator then learns it no more.
  static let isKept = mallopt(M_TRIM_THRESHOLD, 1 << 20) == 1 && mallopt(M_MMAP_THRESHOLD, 1 << 20) == 1

  /// Has the library not add up what it uses, which nobody asks for: it does so under a lock, at every piece of memory that
  /// an act takes. False where a database was opened before.
  static let isNotCounted = sqlite_settings_count_no_memory() == 0
}
