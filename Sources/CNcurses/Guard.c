#include "Internal.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// A Swift trap or a signal skips every clean-up, so the handlers restore the terminal with what was prepared before.
// They call only what POSIX lists as async-signal-safe.
//
// Who only asks for the end (TERM, HUP, INT) gets it in order: the loop hears of it, keeps what was typed, and the
// program then dies of that signal. A second one, or too long a wait, ends it at once.

static const int deadly[] = {
    SIGILL,  SIGTRAP, SIGABRT, SIGSEGV, SIGBUS,  SIGFPE,  SIGTERM, SIGHUP,    SIGINT,
    SIGQUIT, SIGPIPE, SIGUSR1, SIGUSR2, SIGXCPU, SIGPROF, SIGSYS,  SIGVTALRM,
};
enum { deadly_count = sizeof deadly / sizeof deadly[0] };

static struct sigaction before[deadly_count];
static bool replaced[deadly_count];
static struct termios modes;
static volatile sig_atomic_t is_open;
static char reset[512];
static size_t reset_length;
// A stack of their own, so that an overflow of the main one is handled too.
static char stack[65536];
// The signal that asked for the end; 0 before.
static volatile sig_atomic_t asked;

// A register that is locked is waited for ten seconds, and what is typed last comes after what was on its way.
enum { seconds_to_end = 30 };

static int keep_byte(int byte) {
    if (reset_length < sizeof reset) reset[reset_length++] = (char)byte;
    return byte;
}

static void keep(const char *text) {
    while (*text) keep_byte(*text++);
}

static void keep_capability(const char *name) {
    char *text = tigetstr((NCURSES_CONST char *)name);
    if (text && text != (char *)-1) tputs(text, 1, keep_byte);
}

void desk_guard_prepare(bool hasMouse) {
    reset_length = 0;
    if (hasMouse) keep("\033[?2004l\033[?1006l\033[?1003l\033[?1002l\033[?1000l");
    keep_capability("sgr0");
    keep_capability("op");
    keep_capability("cnorm");
    keep_capability("rmkx");
    keep_capability("rmcup");
    is_open = tcgetattr(STDIN_FILENO, &modes) == 0;
}

void desk_guard_restore_modes(void) {
    // What is still to be shown may never be, where the terminal takes nothing.
    if (is_open) tcsetattr(STDIN_FILENO, asked ? TCSANOW : TCSADRAIN, &modes);
}

static void die(int signal_number) {
    if (is_open) {
        is_open = 0;
        // A process in the background would be stopped for touching the terminal.
        signal(SIGTTOU, SIG_IGN);
        for (size_t sent = 0; sent < reset_length && desk_output_is_taken();) {
            ssize_t count = write(STDOUT_FILENO, reset + sent, reset_length - sent);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) break;
            sent += (size_t)count;
        }
        tcsetattr(STDIN_FILENO, TCSANOW, &modes);
    }
    // Not the handler of before: Swift's own would ask the person to look at a backtrace.
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void die_as_asked(int signal_number) {
    (void)signal_number;
    die(asked);
}

static void ask(int signal_number) {
    if (asked) die(signal_number);
    asked = signal_number;
    struct sigaction impatience = {.sa_handler = die_as_asked, .sa_flags = SA_ONSTACK};
    sigfillset(&impatience.sa_mask);
    sigaction(SIGALRM, &impatience, NULL);
    alarm(seconds_to_end);
    desk_wake();
}

bool desk_is_asked_to_end(void) { return asked != 0; }

void desk_end_as_asked(void) {
    if (!asked) return;
    signal(asked, SIG_DFL);
    raise(asked);
}

static bool only_asks(int signal_number) {
    return signal_number == SIGTERM || signal_number == SIGHUP || signal_number == SIGINT;
}

void desk_guard_start(void) {
    stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&own, NULL);
    struct sigaction action = {.sa_flags = SA_ONSTACK};
    sigfillset(&action.sa_mask);
    for (int index = 0; index < deadly_count; index++) {
        replaced[index] = false;
        // No SA_RESTART: a write to a terminal that takes nothing is not begun again.
        action.sa_handler = only_asks(deadly[index]) ? ask : die;
        if (sigaction(deadly[index], NULL, &before[index]) != 0) continue;
        // Whoever ignores a signal for us, such as nohup, means it.
        if (before[index].sa_handler == SIG_IGN) continue;
        replaced[index] = sigaction(deadly[index], &action, NULL) == 0;
    }
}

void desk_guard_stop(void) {
    is_open = 0;
    for (int index = 0; index < deadly_count; index++) {
        if (replaced[index]) sigaction(deadly[index], &before[index], NULL);
    }
}
