import TerminalKit

/// The frame of every screen. It draws the title, the tabs, the message row and
/// the key hints around a pane, routes each key by the table of docs/KEYS.md,
/// and keeps a stack of panes for each tab and a stack of boxes over them. It
/// knows no service of the hospital: what it needs comes from its `ShellHost`.
package final class Shell: Application {
  /// The panes of one tab, the one that is seen last.
  final class Stack {
    let tab: ShellTab
    var boxes: [any PaneBoxing] = []

    init(_ tab: ShellTab) {
      self.tab = tab
    }
  }

  let host: any ShellHost
  let wakeUp: WakeUp?
  /// The themes that can be chosen by name, and how to load one.
  let themes: ThemeShelf
  /// What the user changed about the keys.
  let keyMap: KeyMap

  package internal(set) var theme: Theme
  package internal(set) var isFinished = false
  var stacks: [Stack] = []
  var active = 0
  var covers: [any PaneBoxing] = []
  /// What lay over the screen when it was locked.
  var underCover = UnderCover()
  /// The screens of those who were locked out of sight, by who they are.
  var benches: [String: Bench] = [:]
  /// Whose work is on the screen; nil for nobody's.
  var worker: String?
  var overlays: [any OverlayBoxing] = []
  var messages = MessageLog()
  var undone: [PastAct] = []
  var done: [PastAct] = []
  var running: RunningWork?
  var afterWork: ((Result<any Sendable, any Error>) -> Void)?
  var workBox: (any PaneBoxing)?
  /// Whether the work has gone on long enough to be shown.
  var isWorkShown = false
  var wishes: [DeviceWish] = []
  var hasMouse = false
  /// Where the tabs and the hints were drawn last.
  var hits = HitMap<MouseTarget>()
  /// The title, the tabs and the footer as they were drawn last.
  var titleRow = KeptDrawing<TitleContent, Void>()
  var tabRow = KeptDrawing<TabsContent, [TabPlace]>()
  var footer = KeptDrawing<FooterContent, [FooterPlace]>()
  /// The newest news of each topic, and which panes have had it.
  var latest: [NewsTopic: (news: LiveNews, seen: Set<ObjectIdentifier>)] = [:]
  var lastKey: Int64
  var lastMinute: Int64
  var size = Size(columns: 80, rows: 24)

  /// A shell for `host`. `opening` covers the screen at first (sign-in); without it the tabs are opened.
  package init(
    host: any ShellHost, opening: (any PaneBoxing)? = nil, theme: Theme = .plain, themes: ThemeShelf = ThemeShelf(),
    keyMap: KeyMap = KeyMap(), wakeUp: WakeUp? = nil
  ) {
    self.host = host
    self.theme = theme
    self.themes = themes
    self.keyMap = keyMap
    self.wakeUp = wakeUp
    lastKey = host.now
    lastMinute = host.now / 60_000
    if let opening {
      cover(opening)
      // Nothing lies under it, and what was typed while the hospital was being opened is for it.
      wishes = []
    } else {
      startSession()
    }
  }

  /// The pane that has the keyboard: a cover, or the top of the open tab.
  var front: (any PaneBoxing)? { covers.last ?? stacks[safe: active]?.boxes.last }

  /// What it asks of the device; given once.
  package func takeDeviceWishes() -> [DeviceWish] {
    defer { wishes = [] }
    return wishes
  }

  /// Says something on the message row.
  package func say(_ level: MessageLevel, _ text: String, subject: String? = nil) {
    messages.say(Message(level, text, subject: subject, time: host.now))
  }
}

extension Array {
  /// The element at `index`; nil when there is none.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
