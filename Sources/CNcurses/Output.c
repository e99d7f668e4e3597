#include "Internal.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

// ncurses sends a write(2) of its own for each move of the cursor: sixty and more for one picture, each of which wakes
// the terminal. So it writes to a descriptor that is ours: the terminal at most times, and while a picture is made a
// file in memory, from which the picture goes to the terminal as a whole.

static FILE *output;
static int own = -1, store = -1;
static bool is_held;

FILE *desk_output(void) {
    if (output) return output;
    own = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    if (own < 0) return stdout;
    output = fdopen(own, "w");
    if (!output) {
        close(own);
        own = -1;
        return stdout;
    }
    // Without it every byte goes to the terminal at once, as ncurses sends it.
    store = memfd_create("picture", MFD_CLOEXEC);
    return output;
}

bool desk_output_is_taken(void) {
    enum { milliseconds = 500 };
    struct pollfd terminal = {.fd = STDOUT_FILENO, .events = POLLOUT};
    // One that has gone away says so at the next write.
    return poll(&terminal, 1, milliseconds) != 0;
}

static void send_all(const char *bytes, size_t length) {
    for (size_t sent = 0; sent < length;) {
        ssize_t count = write(STDOUT_FILENO, bytes + sent, length - sent);
        if (count > 0) sent += (size_t)count;
        // A terminal that took a part may never take the rest.
        if (desk_is_asked_to_end()) return;
        if (count > 0) continue;
        if (count < 0 && errno == EAGAIN) {
            struct pollfd terminal = {.fd = STDOUT_FILENO, .events = POLLOUT};
            poll(&terminal, 1, -1);
        } else if (count == 0 || errno != EINTR) {
            return;
        }
    }
}

void desk_output_rest(void) {
    // Whoever shows it may share the processor with us, and a long picture is passed on in pieces: the last of them would
    // wait until all is done that follows a key. What follows concerns nobody who looks on, and a moment later is as well.
    const struct timespec moment = {.tv_nsec = 200000};
    nanosleep(&moment, NULL);
}

// A limit on the size of files holds for the one in memory too. Where a picture may not fit, it goes out piece by piece.
static bool is_roomy(void) {
    struct rlimit limit;
    return getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur >= 1 << 20;
}

bool desk_output_hold(void) {
    if (!is_held) is_held = store >= 0 && is_roomy() && dup3(store, own, O_CLOEXEC) == own;
    return is_held;
}

size_t desk_output_take(const char **bytes) {
    static char *buffer;
    static size_t room;
    *bytes = buffer;
    if (!is_held) return 0;
    is_held = false;
    dup3(STDOUT_FILENO, own, O_CLOEXEC);
    // Both descriptors share one place in the file: how much was written.
    off_t end = lseek(store, 0, SEEK_CUR);
    size_t length = end > 0 ? (size_t)end : 0;
    lseek(store, 0, SEEK_SET);
    if (length > room) {
        char *larger = realloc(buffer, length);
        if (!larger) return 0;
        *bytes = buffer = larger;
        room = length;
    }
    ssize_t count = pread(store, buffer, length, 0);
    return count > 0 ? (size_t)count : 0;
}

void desk_output_release(void) {
    const char *bytes;
    size_t count = desk_output_take(&bytes);
    // Whoever asks for the end waits for no picture, and the terminal may take none.
    if (count > 0 && !desk_is_asked_to_end()) send_all(bytes, count);
}

void desk_send(const uint8_t *bytes, int count) {
    send_all((const char *)bytes, (size_t)count);
    desk_output_rest();
}

void desk_output_send(const char *text) {
    size_t length = strlen(text);
    // While a picture is held, it goes out in its turn.
    if (!is_held) send_all(text, length);
    else if (write(own, text, length) < 0) {}
}
