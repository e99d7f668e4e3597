/// A part of the help that holds for the whole program.
struct HelpTopic: Sendable {
    let title: String
    let rows: [(name: String, text: String)]

    static let all: [HelpTopic] = [contact, verdicts, shapes, faces]

    /// The same where lines are said: shapes and keys that hide a screen are for eyes.
    static let inLines = [
        HelpTopic(title: contact.title, rows: contact.rows.dropLast()), verdicts,
        HelpTopic(title: faces.title, rows: faces.rows.filter { $0.name != "Privacy" }),
    ]

    static let answering = HelpTopic(
        title: "How lines are answered",
        rows: [
            ("A number", "Chooses the line that begins with it. Of up to nine, a digit at a terminal needs no Enter."),
            ("A key or a word", "Does what is offered with it, after Enter; Enter alone does what is offered so."),
            ("A dot before it", "Makes it an answer where text is taken: .help, .save, .emergency."),
            ("A dot alone", "Ends a longer text and goes to what comes next."),
            ("again", "Says the whole screen once more; else what changed is said."),
            ("back", "Goes back. Esc does so at a terminal, without Enter; so do F1 for help and F8 for emergency."),
        ])

    /// Of a screen on which one types.
    static let typing = HelpTopic(
        title: "Keys where you type",
        rows: [
            ("Ctrl-Z, Ctrl-Y", "Undo: Take back what was typed last, or do it again."),
            ("Any character", "Is text here, also one that is a key elsewhere; the commands hold what has no key."),
        ])

    static let contact = HelpTopic(
        title: "How a contact goes",
        rows: [
            ("1 Find", "Type what you hear: a name, a date of birth, a number, a suburb. Enter opens the person."),
            ("2 Warning", "It comes before all else; its first line says what to do now. Enter says you have read it."),
            ("3 Guide", "Enter on the record leads step by step; digits answer, o decides otherwise with your reason."),
            ("4 Note", "The steps stand in it already. Add what you saw and heard, no opinion; save asks once."),
            ("5 Report", "Where your access records no notes it waits for a manager, who records it or gives it back."),
            ("Danger", "F8 opens the emergency steps from anywhere; Esc comes back to what you were doing."),
        ])

    static let verdicts = HelpTopic(
        title: "What the words of a verdict mean",
        rows: [
            ("In line", "The contact keeps every term of the plan: serve. 'until' says how long that holds."),
            ("Not in line", "A term is broken: do not serve here and now. 'next' says when it would be in line."),
            ("Ask first", "The plan needs a fact that the register does not have: ask the person."),
            (
                "Full restriction",
                "Nothing by this channel, unless a one-off variation is approved; by phone the plan may leave the OMC's "
                    + "number."
            ),
            ("Partially", "Allowed within terms: days and times, a count, sites, an appointment, one number."),
            ("Available", "This channel is not restricted."),
            ("Site closed", "Said apart: a closed site never makes a contact not in line."),
            ("OMC", "One Main Contact: the officer who looks after the plan, reached through the Triage line."),
        ])

    static let shapes = HelpTopic(
        title: "Shapes, for eyes that see no colour",
        rows: [
            ("!!! and #", "Stop: a full restriction, a safety alert."),
            ("! and -", "Take care: not in line, or something to know before you go on."),
            ("+", "Good: in line."), ("i", "For your information."), (">", "The chosen row; the cursor stands on it."),
            ("[ ]", "The open tab, or a field that you can type in."), ("*", "A part that a note must have."),
            ("~", "The text goes on: widen the window, or choose the row to read it."),
            ("! below", "Something failed; the line says what to do."),
        ])

    static let faces = HelpTopic(
        title: "The faces of the program",
        rows: [
            ("Full screen", "What mspdesk opens by itself: keys, and the mouse if you like."),
            ("In lines", "mspdesk --linear: the same screens said line by line, for a screen reader or one hand."),
            ("By command", "mspdesk --help lists the commands; --json answers scripts. All three tell the same facts."),
            ("Privacy", "F9 hides the screen until the next key."),
            ("Nothing is lost", "What you type is kept as you type; the start offers it again after any end."),
        ])
}
