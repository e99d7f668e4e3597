#include "Internal.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

// Signals and other threads speak to the one that waits through a pipe. It is never closed: a thread may wake a display
// that has ended.

static int pipe_ends[2] = {-1, -1};
static volatile sig_atomic_t resized, stopped, continued;
static struct sigaction before_winch, before_stop, before_continue;

void desk_wake(void) {
    int saved = errno;
    // A full pipe wakes as well as one byte more would.
    if (pipe_ends[1] >= 0 && write(pipe_ends[1], "w", 1) < 0) {}
    errno = saved;
}

static void note(int signal_number) {
    int saved = errno;
    if (signal_number == SIGWINCH) resized = 1;
    if (signal_number == SIGTSTP) stopped = 1;
    if (signal_number == SIGCONT) continued = 1;
    if (write(pipe_ends[1], "s", 1) < 0) {}
    errno = saved;
}

void desk_news_start(void) {
    if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_NONBLOCK | O_CLOEXEC) != 0) return;
    resized = stopped = continued = 0;
    struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGWINCH, &action, &before_winch);
    sigaction(SIGTSTP, &action, &before_stop);
    sigaction(SIGCONT, &action, &before_continue);
}

void desk_news_stop(void) {
    sigaction(SIGWINCH, &before_winch, NULL);
    sigaction(SIGTSTP, &before_stop, NULL);
    sigaction(SIGCONT, &before_continue, NULL);
}

void desk_news_stop_here(void) {
    struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
    sigaction(SIGTSTP, &standard, &ours);
    // The whole group, as the terminal would: whatever started us must stop too, or the shell waits for ever.
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
    stopped = continued = 0;
}

int desk_wait(int milliseconds) {
    struct pollfd files[2] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = pipe_ends[0], .events = POLLIN}};
    int count = poll(files, 2, milliseconds);
    int news = 0;
    if (count > 0 && files[1].revents & POLLIN) {
        char bytes[256];
        ssize_t length;
        while ((length = read(pipe_ends[0], bytes, sizeof bytes)) > 0) {
            for (ssize_t index = 0; index < length; index++) {
                if (bytes[index] == 'w') news |= DeskNewsWoken;
            }
        }
    }
    if (resized) resized = 0, news |= DeskNewsResized;
    if (stopped) stopped = 0, news |= DeskNewsStopped;
    if (continued) continued = 0, news |= DeskNewsContinued;
    if (desk_is_asked_to_end()) news |= DeskNewsGone;
    if (count > 0 && files[0].revents & POLLIN) {
        // A terminal that is readable and has nothing to read has gone away.
        int waiting = 0;
        bool empty = ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0;
        news |= empty ? DeskNewsGone : DeskNewsInput;
    } else if (count > 0 && files[0].revents & (POLLHUP | POLLERR | POLLNVAL)) {
        news |= DeskNewsGone;
    }
    return news;
}
