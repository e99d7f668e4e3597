#include "Internal.h"
#include <langinfo.h>
#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static bool speaks_mouse;

static const char *capability(const char *name) {
    char *text = tigetstr((NCURSES_CONST char *)name);
    return text == (char *)-1 ? NULL : text;
}

// ncurses has true colour only through an entry whose colours are RGB values. It is used where it is the same as the
// ordinary entry in everything that we need, so that no key dies for a colour.
static bool find_direct(const char *type, char *direct, size_t size) {
    static const char *const same[] = {
        "smcup", "rmcup", "smkx", "rmkx", "kcuu1", "kcud1", "kcub1", "kcuf1", "khome", "kend", "kpp", "knp", "kbs",
        "kdch1", "kcbt", "kmous", "kf1", "kf2", "kf3", "kf4", "kf5", "kf8", "kf9", "kf12", "clear", "civis", "cnorm",
    };
    const char *colours = getenv("COLORTERM");
    if (!colours || (strcmp(colours, "truecolor") != 0 && strcmp(colours, "24bit") != 0)) return false;
    size_t stem = strlen(type);
    const char *suffix = "-256color";
    if (stem > strlen(suffix) && strcmp(type + stem - strlen(suffix), suffix) == 0) stem -= strlen(suffix);
    if (snprintf(direct, size, "%.*s-direct", (int)stem, type) >= (int)size) return false;

    int fault = 0;
    if (setupterm(type, STDOUT_FILENO, &fault) != OK) return false;
    TERMINAL *ordinary = cur_term;
    if (setupterm(direct, STDOUT_FILENO, &fault) != OK) {
        set_curterm(ordinary);
        return false;
    }
    TERMINAL *coloured = cur_term;
    bool fits = tigetnum("colors") >= 0x1000000;
    for (size_t index = 0; fits && index < sizeof same / sizeof same[0]; index++) {
        set_curterm(ordinary);
        const char *wanted = capability(same[index]);
        set_curterm(coloured);
        const char *found = capability(same[index]);
        fits = (!wanted && !found) || (wanted && found && strcmp(wanted, found) == 0);
    }
    set_curterm(ordinary);
    del_curterm(coloured);
    return fits;
}

enum { KeyPasteStart = 2000, KeyPasteEnd, KeyWordLeft, KeyWordRight };

// Terminals often send other bytes than the entry named by TERM says; these mean the same everywhere.
static void define_keys(void) {
    static const struct { const char *bytes; int code; } usual[] = {
        {"\033[A", KEY_UP}, {"\033[B", KEY_DOWN}, {"\033[C", KEY_RIGHT}, {"\033[D", KEY_LEFT},
        {"\033[H", KEY_HOME}, {"\033[F", KEY_END}, {"\033OH", KEY_HOME}, {"\033OF", KEY_END},
        {"\033[1~", KEY_HOME}, {"\033[4~", KEY_END}, {"\033[7~", KEY_HOME}, {"\033[8~", KEY_END},
        {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE}, {"\033[3~", KEY_DC}, {"\033[2~", KEY_IC}, {"\033[Z", KEY_BTAB},
        {"\033OP", KEY_F(1)}, {"\033OQ", KEY_F(2)}, {"\033OR", KEY_F(3)}, {"\033OS", KEY_F(4)},
        {"\033[11~", KEY_F(1)}, {"\033[12~", KEY_F(2)}, {"\033[13~", KEY_F(3)}, {"\033[14~", KEY_F(4)},
        {"\033[15~", KEY_F(5)}, {"\033[17~", KEY_F(6)}, {"\033[18~", KEY_F(7)}, {"\033[19~", KEY_F(8)},
        {"\033[20~", KEY_F(9)}, {"\033[21~", KEY_F(10)}, {"\033[23~", KEY_F(11)}, {"\033[24~", KEY_F(12)},
    };
    for (size_t index = 0; index < sizeof usual / sizeof usual[0]; index++) {
        if (key_defined(usual[index].bytes) == 0) define_key(usual[index].bytes, usual[index].code);
    }
    define_key("\033[1;5D", KeyWordLeft);
    define_key("\033[1;5C", KeyWordRight);
    if (capability("kLFT5")) define_key(capability("kLFT5"), KeyWordLeft);
    if (capability("kRIT5")) define_key(capability("kRIT5"), KeyWordRight);
    define_key("\033[200~", KeyPasteStart);
    define_key("\033[201~", KeyPasteEnd);
}

// What one picture or search frees, the next one takes. Given back to the system between two keys it costs some hundred
// page faults at the next; and one heap for both threads is smaller than two, where one waits while the other works.
static void keep_memory(void) {
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TRIM_THRESHOLD, 4 << 20);
    mallopt(M_TOP_PAD, 256 << 10);
}

DeskOpening desk_open(bool direct) {
    static bool has_exit_hook;
    if (screen) return DeskOpeningDone;
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return DeskOpeningNotATerminal;
    const char *type = getenv("TERM");
    if (!type || !*type) return DeskOpeningTypeMissing;
    keep_memory();
    setlocale(LC_CTYPE, "");
    int fault = 0;
    // newterm() would end the process where setupterm() only says no.
    if (setupterm(type, STDOUT_FILENO, &fault) != OK) return DeskOpeningTypeUnknown;
    if (!capability("cup") || !capability("clear")) return DeskOpeningTypeUnfit;
    speaks_mouse = capability("kmous") != NULL;
    desk_guard_prepare(speaks_mouse);

    char name[128];
    if (direct && find_direct(type, name, sizeof name)) type = name;
    desk_guard_start();
    use_env(TRUE);
    use_tioctl(TRUE);
    screen = newterm(type, desk_output(), stdin);
    if (!screen) {
        desk_guard_stop();
        return DeskOpeningTypeUnfit;
    }
    desk_news_start();
    raw();
    noecho();
    nonl();
    // Not before: the terminal's modes are set through what ncurses writes to.
    desk_output_hold();
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    // Or ncurses would leave off in the middle of a picture when a key comes, of one too that is only prepared.
    typeahead(-1);
    set_escdelay(DeskEscapeDelay);
    define_keys();
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    if (speaks_mouse) {
        mouseinterval(0);
        desk_output_send("\033[?2004h");
    }
    desk_output_release();
    if (!has_exit_hook) has_exit_hook = atexit(desk_close) == 0;
    return DeskOpeningDone;
}

void desk_close(void) {
    if (!screen) return;
    // ncurses would wait for a terminal that takes nothing for as long as it takes.
    if (!desk_is_asked_to_end() || desk_output_is_taken()) {
        if (speaks_mouse) {
            desk_output_send("\033[?2004l");
            mousemask(0, NULL);
        }
        curs_set(1);
        endwin();
    }
    desk_guard_restore_modes();
    desk_guard_stop();
    desk_news_stop();
    delscreen(screen);
    screen = NULL;
}

void desk_suspend(void) {
    if (speaks_mouse) desk_output_send("\033[?2004l");
    endwin();
    desk_news_stop_here();
    desk_retake();
}

void desk_retake(void) {
    reset_prog_mode();
    if (speaks_mouse) desk_output_send("\033[?2004h");
    desk_resize();
    clearok(curscr, TRUE);
    refresh();
}

void desk_resize(void) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return;
    resize_term(size.ws_row, size.ws_col);
    clearok(curscr, TRUE);
}

// A press and its release that arrive together are made one click, however short the time to wait for it.
static const mmask_t press =
    BUTTON1_PRESSED | BUTTON1_CLICKED | BUTTON1_DOUBLE_CLICKED | BUTTON1_TRIPLE_CLICKED;

void desk_use_mouse(bool on) {
    if (!speaks_mouse) return;
    mousemask(on ? press | BUTTON1_RELEASED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

int desk_columns(void) { return COLS; }
int desk_rows(void) { return LINES; }
int desk_colours(void) { return has_colors() ? COLORS : 0; }
int desk_pairs(void) { return COLOR_PAIRS; }
bool desk_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }
int desk_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void desk_set_pair(int pair, int foreground, int background) {
    init_extended_pair(pair, foreground, background);
}

static bool is_plain(const DeskCell *cell) {
    return cell->scalars[0] < 0x80 && cell->scalars[1] == 0;
}

void desk_put_row(int row, int column, const DeskCell *cells, int count) {
    static cchar_t *buffer;
    static int room;
    if (count > room) {
        cchar_t *larger = realloc(buffer, (size_t)count * sizeof *larger);
        if (!larger) return;
        buffer = larger;
        room = count;
    }
    for (int index = 0; index < count; index++) {
        const DeskCell *cell = &cells[index];
        // Most cells are ASCII that looks like the one before, and setcchar() is what costs time here.
        if (index > 0 && is_plain(cell) && is_plain(cell - 1) && cell->pair == cell[-1].pair
            && cell->attributes == cell[-1].attributes) {
            buffer[index] = buffer[index - 1];
            buffer[index].chars[0] = (wchar_t)cell->scalars[0];
            continue;
        }
        wchar_t text[DeskCellScalars + 1] = {0};
        for (int place = 0; place < DeskCellScalars && cell->scalars[place]; place++) {
            text[place] = (wchar_t)cell->scalars[place];
        }
        attr_t attributes = A_NORMAL;
        if (cell->attributes & 1) attributes |= A_BOLD;
        if (cell->attributes & 2) attributes |= A_UNDERLINE;
        if (cell->attributes & 4) attributes |= A_REVERSE;
        if (cell->attributes & 8) attributes |= A_DIM;
        if (cell->attributes & 16) attributes |= A_ITALIC;
        int pair = cell->pair;
        setcchar(&buffer[index], text, attributes, 0, &pair);
    }
    mvadd_wchnstr(row, column, buffer, count);
}

static void draw(int column, int row, bool has_caret) {
    curs_set(has_caret);
    // A braille display follows the caret where nobody sees it, too.
    move(row, column);
    refresh();
    // What a picture sends must not hang on the one before the last: each ends in the same colours, at its caret.
    vid_attr(A_NORMAL, 0, NULL);
    refresh();
}

void desk_show(int column, int row, bool has_caret) {
    desk_output_hold();
    draw(column, row, has_caret);
    desk_output_release();
    desk_output_rest();
}

bool desk_hold(void) { return desk_output_hold(); }

int desk_keep(int column, int row, bool has_caret, const uint8_t **bytes) {
    draw(column, row, has_caret);
    return (int)desk_output_take((const char **)bytes);
}

void desk_forget(void) { clearok(curscr, TRUE); }

static DeskInput mouse_input(void) {
    MEVENT event;
    DeskInput input = {.kind = DeskInputUnknown};
    if (getmouse(&event) != OK) return input;
    input.column = event.x;
    input.row = event.y;
    if (event.bstate & press) input.kind = DeskInputPress;
    else if (event.bstate & BUTTON1_RELEASED) input.kind = DeskInputRelease;
    else if (event.bstate & BUTTON4_PRESSED) input.kind = DeskInputScrollUp;
    else if (event.bstate & BUTTON5_PRESSED) input.kind = DeskInputScrollDown;
    return input;
}

// Byte by byte, for get_wch() drops up to sixteen bytes after one that is no part of the locale's text.
DeskInput desk_read(void) {
    static mbstate_t state;
    static bool is_begun;
    const DeskInput unreadable = {.kind = DeskInputScalar, .value = 0xfffd};
    DeskInput input = {.kind = DeskInputUnknown};
    int value;
    while ((value = getch()) != ERR && value < KEY_MIN) {
        wchar_t wide = 0;
        char byte = (char)value;
        size_t length = mbrtowc(&wide, &byte, 1, &state);
        bool was_begun = is_begun;
        is_begun = length == (size_t)-2;
        if (is_begun) continue;
        if (length == (size_t)-1) {
            memset(&state, 0, sizeof state);
            // What broke the character off may begin another.
            if (was_begun) ungetch(value);
            return unreadable;
        }
        input.kind = DeskInputScalar;
        input.value = (uint32_t)wide;
        return input;
    }
    if (value == ERR) {
        input.kind = DeskInputNothing;
        return input;
    }
    if (is_begun) {
        is_begun = false;
        memset(&state, 0, sizeof state);
        ungetch(value);
        return unreadable;
    }
    if (value >= KEY_F(1) && value <= KEY_F(12)) {
        input.kind = DeskInputFunction;
        input.value = value - KEY_F0;
        return input;
    }
    switch (value) {
    case KEY_ENTER: input.kind = DeskInputEnter; break;
    case KEY_BACKSPACE: input.kind = DeskInputBackspace; break;
    case KEY_DC: input.kind = DeskInputDelete; break;
    case KEY_IC: input.kind = DeskInputInsert; break;
    case KEY_BTAB: input.kind = DeskInputBackTab; break;
    case KEY_UP: case KEY_SR: input.kind = DeskInputUp; break;
    case KEY_DOWN: case KEY_SF: input.kind = DeskInputDown; break;
    case KEY_LEFT: case KEY_SLEFT: input.kind = DeskInputLeft; break;
    case KEY_RIGHT: case KEY_SRIGHT: input.kind = DeskInputRight; break;
    case KEY_HOME: case KEY_SHOME: case KEY_A1: input.kind = DeskInputHome; break;
    case KEY_END: case KEY_SEND: case KEY_C1: input.kind = DeskInputEnd; break;
    case KEY_PPAGE: case KEY_SPREVIOUS: case KEY_A3: input.kind = DeskInputPageUp; break;
    case KEY_NPAGE: case KEY_SNEXT: case KEY_C3: input.kind = DeskInputPageDown; break;
    case KeyWordLeft: input.kind = DeskInputWordLeft; break;
    case KeyWordRight: input.kind = DeskInputWordRight; break;
    case KeyPasteStart: input.kind = DeskInputPasteStart; break;
    case KeyPasteEnd: input.kind = DeskInputPasteEnd; break;
    case KEY_MOUSE: return mouse_input();
    case KEY_RESIZE: input.kind = DeskInputResized; break;
    }
    return input;
}

DeskOpening desk_survey(int *colours) {
    *colours = 0;
    const char *type = getenv("TERM");
    setlocale(LC_CTYPE, "");
    if (!type || !*type) return DeskOpeningTypeMissing;
    int fault = 0;
    if (setupterm(type, STDOUT_FILENO, &fault) != OK) return DeskOpeningTypeUnknown;
    if (!capability("cup") || !capability("clear")) return DeskOpeningTypeUnfit;
    int found = tigetnum("colors");
    char name[128];
    *colours = find_direct(type, name, sizeof name) ? 0x1000000 : found < 0 ? 0 : found;
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) ? DeskOpeningDone : DeskOpeningNotATerminal;
}
