/// What somebody saw when they began to change it: the change holds only while that still stands.
package struct Seen<Value: Hashable & Sendable>: Hashable, Sendable {
  package let value: Value

  package init(_ value: Value) { self.value = value }
}
