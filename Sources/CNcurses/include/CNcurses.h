// ncursesw for Swift: its macros, variadics and globals as plain functions. All of it belongs to one thread, but for
// desk_wake().
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stdint.h>

typedef enum {
    DeskOpeningDone,
    DeskOpeningNotATerminal,
    DeskOpeningTypeMissing,
    DeskOpeningTypeUnknown,
    DeskOpeningTypeUnfit,
} DeskOpening;

/// Takes over the terminal on standard input and output. `direct` permits a "-direct" entry for true colour.
DeskOpening desk_open(bool direct);
/// What desk_open would find, and the colours that it would have; nothing is taken over or written.
DeskOpening desk_survey(int *colours);
/// Milliseconds after which Esc is a key of its own and no beginning of another.
enum { DeskEscapeDelay = 25 };
/// Gives the terminal back as it was found. Harmless when it is not open.
void desk_close(void);
/// Dies of the signal that asked for the end, if one did: whoever sent it learns from the status that it was obeyed.
void desk_end_as_asked(void);
/// Gives the terminal to the shell, stops the process group, and takes the terminal again when it is continued.
void desk_suspend(void);
/// Sets the terminal's modes again after somebody else may have changed them; everything is redrawn.
void desk_retake(void);
/// Takes the terminal's size as it is now.
void desk_resize(void);

int desk_columns(void);
int desk_rows(void);
/// 0 without colour; 0x1000000 where a colour's number is its RGB value.
int desk_colours(void);
int desk_pairs(void);
bool desk_is_utf8(void);
/// The columns that the C library, and so ncurses, gives a scalar; -1 if it does not know it.
int desk_width(uint32_t scalar);

/// Colours are palette numbers or RGB values; -1 is the terminal's own.
void desk_set_pair(int pair, int foreground, int background);

enum { DeskCellScalars = 5 };

typedef struct {
    /// A base and its marks, ended by 0 when there are fewer than five.
    uint32_t scalars[DeskCellScalars];
    int32_t pair;
    /// Bits: 1 bold, 2 underline, 4 reverse, 8 dim, 16 italic.
    uint32_t attributes;
} DeskCell;

/// Puts glyphs on a row from `column` on; a wide one takes two columns and stands in `cells` once.
void desk_put_row(int row, int column, const DeskCell *cells, int count);
/// Sends what changed to the terminal. The caret goes to this place, and is hidden there where `has_caret` is false.
void desk_show(int column, int row, bool has_caret);

/// Keeps back what is sent from here on; false, and nothing changed, where that cannot be done.
bool desk_hold(void);
/// As desk_show() after desk_hold(), but gives what it would have sent: `bytes` hold until the next call. ncurses believes
/// the terminal to show it.
int desk_keep(int column, int row, bool has_caret, const uint8_t **bytes);
/// Sends bytes that desk_keep() gave.
void desk_send(const uint8_t *bytes, int count);
/// The terminal may show anything: the next picture is sent whole.
void desk_forget(void);

/// Whether the terminal reports presses of the mouse; it does not at first.
void desk_use_mouse(bool on);

typedef enum {
    DeskInputNothing,
    DeskInputScalar,
    DeskInputEnter, DeskInputBackspace, DeskInputDelete, DeskInputInsert, DeskInputBackTab,
    DeskInputUp, DeskInputDown, DeskInputLeft, DeskInputRight,
    DeskInputHome, DeskInputEnd, DeskInputPageUp, DeskInputPageDown,
    DeskInputWordLeft, DeskInputWordRight,
    DeskInputFunction,
    DeskInputPasteStart, DeskInputPasteEnd,
    DeskInputPress, DeskInputRelease, DeskInputScrollUp, DeskInputScrollDown,
    DeskInputResized,
    DeskInputUnknown,
} DeskInputKind;

typedef struct {
    DeskInputKind kind;
    /// The scalar, or the number of the function key.
    uint32_t value;
    int column, row;
} DeskInput;

/// The next input that is there already; `DeskInputNothing` without waiting when there is none.
DeskInput desk_read(void);

enum {
    DeskNewsInput = 1, DeskNewsWoken = 2, DeskNewsResized = 4, DeskNewsStopped = 8, DeskNewsContinued = 16,
    /// The terminal has gone away, or a signal asks for the end.
    DeskNewsGone = 32,
};

/// Sleeps until there is news or the milliseconds are over (-1: for as long as it takes); the bits of DeskNews.
int desk_wait(int milliseconds);
/// Ends a desk_wait(), from any thread or signal handler.
void desk_wake(void);

#endif
