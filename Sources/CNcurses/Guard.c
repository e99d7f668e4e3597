#include "Internal.h"
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// A Swift trap or a signal skips every clean-up, so the handlers restore the terminal with what was prepared before.
// They call only what POSIX lists as async-signal-safe.

static const int deadly[] = {
    SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGTERM, SIGHUP, SIGINT, SIGQUIT,
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
    if (is_open) tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
}

static void die(int signal_number) {
    if (is_open) {
        is_open = 0;
        // A process in the background would be stopped for touching the terminal.
        signal(SIGTTOU, SIG_IGN);
        for (size_t sent = 0; sent < reset_length;) {
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

void desk_guard_start(void) {
    stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&own, NULL);
    struct sigaction action = {.sa_handler = die, .sa_flags = SA_ONSTACK};
    sigfillset(&action.sa_mask);
    for (int index = 0; index < deadly_count; index++) {
        replaced[index] = false;
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
