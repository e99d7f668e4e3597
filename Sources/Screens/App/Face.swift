import Terminal
import Widgets

/// How a person meets the screens: in pictures, or in lines.
protocol Face: AnyObject {
    /// The room that the view of a level gets.
    func room(for level: any AnyLevel) -> Size
    /// Hides what stands there until the next key.
    ///
    /// - Parameter idle: for how long there was none; nil when the person asked for it.
    func blank(idle: Duration?)
    func use(_ theme: Theme)
    /// Takes presses of the mouse, or leaves them to the terminal.
    /// Whether screens are said: what changes by itself cuts in on what is being heard or typed.
    var isHeard: Bool { get }
    func useMouse(_ isOn: Bool)
    /// Gives the terminal to the shell until the person comes back.
    func suspend()
}
