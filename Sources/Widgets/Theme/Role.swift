/// What a piece of the screen is for. Themes give roles their colours; code names roles only.
public enum Role: String, CaseIterable, Sendable {
    case text, dim, heading, accent, border
    /// The chosen row, tab or key.
    case selected
    case field, fieldFocused, placeholder
    case hint, hintKey, hintUnavailable
    /// The strip that says whose record this is, and the one that says that nothing here is real.
    case identity, practice
    /// Fills: do not serve; take care; in line; for your information.
    case danger, caution, good, info
    /// Words on the ground, for a line rather than a block.
    case error, warning, success

    /// The roles that fill blocks which must stand out from the ground.
    public static let fills: [Role] = [.selected, .identity, .practice, .danger, .caution, .good, .info]
}
