#ifndef DESK_INTERNAL_H
#define DESK_INTERNAL_H

#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>
#undef lines
#undef columns

#include "CNcurses.h"

/// Remembers the terminal's modes and the bytes that restore it; call after setupterm().
void desk_guard_prepare(bool hasMouse);
/// Installs the handlers that restore the terminal when the program dies.
void desk_guard_start(void);
/// Puts the handlers of before back.
void desk_guard_stop(void);
void desk_guard_restore_modes(void);
/// Whether a signal asked for the end.
bool desk_is_asked_to_end(void);
/// Takes over window changes and job control; call after newterm(), which installs handlers of its own.
void desk_news_start(void);
void desk_news_stop(void);
/// Stops the process group as Ctrl-Z at a shell does, and returns when it is continued.
void desk_news_stop_here(void);

/// What ncurses writes to.
FILE *desk_output(void);
/// Keeps back what is written from here on; false, and harmless, where that cannot be done.
bool desk_output_hold(void);
/// Ends that and gives what was kept back, which nobody has sent: `bytes` hold until the next call.
size_t desk_output_take(const char **bytes);
/// Sends what was kept back to the terminal in one write.
void desk_output_release(void);
/// A moment for the terminal to show what it was sent.
void desk_output_rest(void);
/// Whether the terminal takes what is sent to it, or has gone; waits for half a second. Async-signal-safe.
bool desk_output_is_taken(void);
/// Sends `text`, which ncurses knows nothing of.
void desk_output_send(const char *text);

#endif
