import Casework
import Terminal

/// Why a binding cannot have the keys that somebody wants for it.
public enum KeyFault: UserFacing, Hashable {
    /// It means the same on every screen for everybody.
    case fixed(Key)
    /// The key has a meaning already, on the screen so called.
    case clash(Key, with: String, on: String)
    /// One types on that screen, and the key would be text.
    case isText(Key)
    /// Nothing else leads to what it does.
    case onlyWay

    public var message: String {
        switch self {
        case .fixed(let key): "\(key.name) means the same on every screen."
        case .clash(let key, let other, let screen): "\(key.name) is already \(other) on \(screen)."
        case .isText(let key): "\(key.name) is text there."
        case .onlyWay: "It needs a key that is no text: what has no key is found by it."
        }
    }

    public var remedy: String {
        switch self {
        case .fixed: "Digits, Enter, Esc, F1 and F8 cannot be given away; take another key."
        case .clash: "Take another key, or give that one another first."
        case .isText: "Take a function key, or one with Ctrl."
        case .onlyWay: "Give it a function key, or one with Ctrl."
        }
    }

    public var fault: Casework.Fault { .badInput }
}

extension KeyMap {
    /// Why the keys chosen for `name` will not do; nil when they will.
    func fault(of name: BindingName, on states: [KeyTable.State]) -> KeyFault? {
        guard let keys = chosen[name] else { return nil }
        let everywhere = GlobalCommand.notes(self)
        let own = (everywhere + states.flatMap { $0.notes(self) }).filter { $0.id == name }.flatMap(\.usual)
        if let fixed = keys.first(where: { Self.isFixed($0) && !own.contains($0) }) { return .fixed(fixed) }
        if Self.mustHaveKey(name), keys.allSatisfy(GlobalCommand.isText) { return .onlyWay }
        var isOfUse = keys.isEmpty || name.screen == BindingName.everywhere
        for state in states {
            let notes = state.notes(self) + everywhere
            for (place, note) in notes.enumerated() where note.id == name {
                let heard = note.keys.filter { !(state.isTyping && GlobalCommand.isText($0)) }
                if heard.contains(where: keys.contains) { isOfUse = true }
                for (other, at) in zip(notes, notes.indices) where at != place && other.name != note.name {
                    guard let key = heard.first(where: { keys.contains($0) && other.keys.contains($0) }) else {
                        continue
                    }
                    let isEverywhere = other.id.screen == BindingName.everywhere
                    return .clash(
                        key, with: other.name, on: isEverywhere ? "every screen" : "the screen \(state.title)")
                }
            }
        }
        return isOfUse ? nil : keys.first.map { .isText($0) }
    }

    /// Without the list of commands, and a way to move in it, what has no key could not be reached at all.
    static func mustHaveKey(_ name: BindingName) -> Bool {
        name.screen == Palette.codeName
            || name == GlobalCommand.palette.note().id
    }
}
