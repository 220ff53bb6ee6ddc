/* Reading a script: lines to steps. script_play.c plays them. */
#include "ui/script.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { INCLUDE_DEPTH = 8, FILE_MAX = 1024 * 1024, STEPS_FIRST = 64 };

struct reader {
    struct arena *arena;
    struct script_step *steps;
    size_t count, capacity;
    const char *variables[SCRIPT_VARIABLES];
    size_t variable_count;
    const char *problem;

    /* where it reads */
    const char *file;
    int line, depth;
    struct str rest; /* of the line */
};

static enum err read_file(struct reader *reader, const char *path);

static enum err refuse(struct reader *reader, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static enum err refuse(struct reader *reader, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *what = arena_vprintf(reader->arena, format, args);
    va_end(args);
    reader->problem = arena_printf(reader->arena, "%s:%d: %s", reader->file, reader->line, what);
    return ERR_INVALID;
}

static const char *copy(struct reader *reader, struct str s)
{
    return arena_strndup(reader->arena, s.ptr, s.len);
}

/* Cuts the next word, up to white space; empty at the end of the line. */
static struct str take_word(struct reader *reader)
{
    struct str rest = str_trim(reader->rest);
    size_t len = 0;
    while (len < rest.len && rest.ptr[len] != ' ' && rest.ptr[len] != '\t') {
        len++;
    }
    reader->rest = str_make(rest.ptr + len, rest.len - len);
    return str_make(rest.ptr, len);
}

static bool is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* Every $NAME in text must have been set by a line before. */
static enum err check_variables(struct reader *reader, const char *text)
{
    for (const char *at = strchr(text, '$'); at != NULL; at = strchr(at, '$')) {
        at++;
        size_t len = 0;
        while (is_name_char(at[len])) {
            len++;
        }
        bool is_known = len == 0; /* a lone $, as in JSON paths */
        for (size_t i = 0; i < reader->variable_count && !is_known; i++) {
            is_known = str_equal(str_of(reader->variables[i]), str_make(at, len));
        }
        if (!is_known) {
            return refuse(reader, "no line before sets $%.*s", (int)len, at);
        }
    }
    return ERR_OK;
}

static enum err take_string(struct reader *reader, const char **text)
{
    const struct str rest = str_trim(reader->rest);
    if (rest.len == 0 || rest.ptr[0] != '"') {
        return refuse(reader, "a string in double quotes is missing");
    }
    char *out = arena_alloc(reader->arena, rest.len + 1);
    size_t len = 0;
    size_t i = 1;
    while (i < rest.len && rest.ptr[i] != '"') {
        if (rest.ptr[i] == '\\') {
            i++;
            if (i == rest.len || (rest.ptr[i] != '"' && rest.ptr[i] != '\\')) {
                return refuse(reader, "only \\\" and \\\\ may follow a backslash");
            }
        }
        out[len++] = rest.ptr[i++];
    }
    if (i == rest.len) {
        return refuse(reader, "the string has no closing quote");
    }
    reader->rest = str_make(rest.ptr + i + 1, rest.len - i - 1);
    *text = out;
    return check_variables(reader, out);
}

static enum err take_point(struct reader *reader, struct str word, struct script_step *step)
{
    struct str y = str_make(word.ptr + 1, word.len == 0 ? 0 : word.len - 1);
    struct str x = {0};
    int64_t x_px = 0;
    int64_t y_px = 0;
    if (word.len == 0 || word.ptr[0] != '@' || !str_split(&y, ',', &x) ||
        text_parse_int(x, INT16_MAX, &x_px) != ERR_OK ||
        text_parse_int(y, INT16_MAX, &y_px) != ERR_OK) {
        return refuse(reader, "a point such as @120,300 is missing");
    }
    step->x = (int)x_px;
    step->y = (int)y_px;
    return ERR_OK;
}

/* "name", or #id with the verb for that; false: neither. */
static bool take_node(struct reader *reader, struct script_step *step, enum script_verb by_id,
                      enum err *err)
{
    const struct str rest = str_trim(reader->rest);
    if (rest.len > 0 && rest.ptr[0] == '"') {
        *err = take_string(reader, &step->text);
        return true;
    }
    if (rest.len < 2 || rest.ptr[0] != '#') {
        return false;
    }
    const struct str word = take_word(reader);
    step->verb = by_id;
    step->text = copy(reader, str_make(word.ptr + 1, word.len - 1));
    *err = check_variables(reader, step->text);
    return true;
}

static enum err parse_tap(struct reader *reader, struct script_step *step)
{
    enum err err = ERR_OK;
    if (take_node(reader, step, SCRIPT_TAP_ID, &err)) {
        return err;
    }
    const struct str word = take_word(reader);
    if (word.len == 0 || word.ptr[0] != '@') {
        return refuse(reader, "tap wants \"name\", #id or @x,y");
    }
    step->verb = SCRIPT_TAP_AT;
    return take_point(reader, word, step);
}

static enum err parse_headset(struct reader *reader, struct script_step *step)
{
    const struct str word = take_word(reader);
    step->text = str_equal(word, str_of("in")) ? "in" : "out";
    return str_equal(word, str_of(step->text)) ? ERR_OK : refuse(reader, "headset wants in or out");
}

static enum err parse_press(struct reader *reader, struct script_step *step)
{
    enum err err = ERR_OK;
    return take_node(reader, step, SCRIPT_PRESS_ID, &err)
               ? err
               : refuse(reader, "press wants \"name\" or #id");
}

static enum err parse_finger(struct reader *reader, struct script_step *step)
{
    struct str word = take_word(reader);
    int64_t finger = 1;
    if (text_parse_int(word, UI_TOUCH_FINGERS, &finger) == ERR_OK) {
        word = take_word(reader);
    }
    step->finger = (int)finger;
    return take_point(reader, word, step);
}

static enum err parse_word(struct reader *reader, struct script_step *step)
{
    const struct str word = take_word(reader);
    if (word.len == 0) {
        return refuse(reader, "a name is missing");
    }
    step->text = copy(reader, word);
    return ERR_OK;
}

/* The name of a file to write: no folders. */
static enum err parse_file_name(struct reader *reader, struct script_step *step)
{
    const enum err err = parse_word(reader, step);
    for (const char *at = step->text; err == ERR_OK && *at != '\0'; at++) {
        if (!is_name_char(*at) && *at != '-') {
            return refuse(reader, "a name of letters, digits, - and _ is missing");
        }
    }
    return err;
}

static enum err parse_string(struct reader *reader, struct script_step *step)
{
    return take_string(reader, &step->text);
}

static enum err parse_wait(struct reader *reader, struct script_step *step)
{
    static const struct {
        const char *name;
        int64_t ms;
    } units[] = {{"ms", 1}, {"s", 1000}, {"min", 60 * 1000}};
    const struct str word = take_word(reader);
    size_t digits = 0;
    while (digits < word.len && word.ptr[digits] >= '0' && word.ptr[digits] <= '9') {
        digits++;
    }
    int64_t number = 0;
    const struct str unit = str_make(word.ptr + digits, word.len - digits);
    if (text_parse_int(str_make(word.ptr, digits), 1000000, &number) == ERR_OK) {
        for (size_t i = 0; i < ARRAY_LEN(units); i++) {
            if (str_equal(unit, str_of(units[i].name))) {
                step->ms = number * units[i].ms;
                return ERR_OK;
            }
        }
    }
    return refuse(reader, "wait wants a time such as 500ms, 90s or 2min");
}

static enum err parse_expect(struct reader *reader, struct script_step *step)
{
    const struct str word = take_word(reader);
    if (str_equal(word, str_of("screen"))) {
        step->verb = SCRIPT_EXPECT_SCREEN;
        return parse_word(reader, step);
    }
    if (str_equal(word, str_of("text"))) {
        step->verb = SCRIPT_EXPECT_TEXT;
        return take_string(reader, &step->text);
    }
    if (str_equal(word, str_of("no"))) {
        const struct str what = take_word(reader);
        if (str_equal(what, str_of("focus"))) {
            step->verb = SCRIPT_EXPECT_NO_FOCUS;
            return ERR_OK;
        }
        if (str_equal(what, str_of("text"))) {
            step->verb = SCRIPT_EXPECT_NO_TEXT;
            return take_string(reader, &step->text);
        }
    }
    if (str_equal(word, str_of("focus"))) {
        enum err err = ERR_OK;
        step->verb = SCRIPT_EXPECT_FOCUS_NAME;
        return take_node(reader, step, SCRIPT_EXPECT_FOCUS_ID, &err)
                   ? err
                   : refuse(reader, "expect focus wants \"name\" or #id");
    }
    if (str_equal(word, str_of("sql"))) {
        step->verb = SCRIPT_EXPECT_SQL;
        const enum err err = take_string(reader, &step->text);
        return err == ERR_OK ? take_string(reader, &step->value) : err;
    }
    return refuse(reader, "expect wants screen, text, no text, focus, no focus or sql");
}

static enum err parse_let(struct reader *reader, struct script_step *step)
{
    const struct str name = take_word(reader);
    for (size_t i = 0; i < name.len; i++) {
        if (!is_name_char(name.ptr[i])) {
            return refuse(reader, "a variable's name is letters, digits and _");
        }
    }
    if (name.len == 0 || !str_equal(take_word(reader), str_of("sql"))) {
        return refuse(reader, "let wants NAME sql \"SELECT …\"");
    }
    const enum err err = take_string(reader, &step->text);
    if (err != ERR_OK) {
        return err;
    }
    if (reader->variable_count == SCRIPT_VARIABLES) {
        return refuse(reader, "more than %d variables", SCRIPT_VARIABLES);
    }
    step->value = copy(reader, name);
    reader->variables[reader->variable_count++] = step->value;
    return ERR_OK;
}

static const struct command {
    const char *word;
    enum script_verb verb;
    enum err (*parse)(struct reader *reader, struct script_step *step);
} commands[] = {
    {"tap", SCRIPT_TAP_NAME, parse_tap},
    {"down", SCRIPT_DOWN, parse_finger},
    {"move", SCRIPT_MOVE, parse_finger},
    {"up", SCRIPT_UP, parse_finger},
    {"key", SCRIPT_KEY, parse_word},
    {"press", SCRIPT_PRESS_NAME, parse_press},
    {"headset", SCRIPT_HEADSET, parse_headset},
    {"type", SCRIPT_TYPE, parse_string},
    {"scan", SCRIPT_SCAN, parse_string},
    {"wait", SCRIPT_WAIT, parse_wait},
    {"expect", SCRIPT_EXPECT_TEXT, parse_expect},
    {"let", SCRIPT_LET, parse_let},
    {"shot", SCRIPT_SHOT, parse_file_name},
    {"dump", SCRIPT_DUMP, parse_file_name},
};

static void add_step(struct reader *reader, const struct script_step *step)
{
    if (reader->count == reader->capacity) {
        const size_t capacity = reader->capacity == 0 ? STEPS_FIRST : 2 * reader->capacity;
        struct script_step *steps = arena_array(reader->arena, capacity, sizeof(*steps));
        if (reader->count > 0) {
            memcpy(steps, reader->steps, reader->count * sizeof(*steps));
        }
        reader->steps = steps;
        reader->capacity = capacity;
    }
    reader->steps[reader->count++] = *step;
}

static enum err parse_include(struct reader *reader)
{
    const struct str name = str_trim(reader->rest);
    if (name.len == 0) {
        return refuse(reader, "include wants a file");
    }
    if (reader->depth == INCLUDE_DEPTH) {
        return refuse(reader, "includes go deeper than %d files: a circle?", INCLUDE_DEPTH);
    }
    const char *slash = strrchr(reader->file, '/');
    const int folder = slash == NULL ? 0 : (int)(slash - reader->file) + 1;
    const char *path =
        arena_printf(reader->arena, "%.*s%.*s", folder, reader->file, (int)name.len, name.ptr);
    const char *file = reader->file;
    const int line = reader->line;
    reader->depth++;
    const enum err err = read_file(reader, path);
    reader->depth--;
    reader->file = file;
    reader->line = line;
    if (err == ERR_NOT_FOUND) {
        (void)refuse(reader, "cannot read %s", path);
    }
    return err;
}

static enum err parse_line(struct reader *reader, struct str line)
{
    line = str_trim(line);
    if (line.len == 0 || line.ptr[0] == '#') {
        return ERR_OK;
    }
    if (!utf8_is_clean(line)) {
        return refuse(reader, "not clean UTF-8");
    }
    reader->rest = line;
    const struct str word = take_word(reader);
    if (str_equal(word, str_of("include"))) {
        return parse_include(reader);
    }
    for (size_t i = 0; i < ARRAY_LEN(commands); i++) {
        if (!str_equal(word, str_of(commands[i].word))) {
            continue;
        }
        struct script_step step = {
            .file = reader->file, .line = reader->line, .verb = commands[i].verb};
        const enum err err = commands[i].parse(reader, &step);
        if (err != ERR_OK) {
            return err;
        }
        const struct str rest = str_trim(reader->rest);
        if (rest.len > 0) {
            return refuse(reader, "nothing may follow here: %.*s", (int)rest.len, rest.ptr);
        }
        add_step(reader, &step);
        return ERR_OK;
    }
    return refuse(reader, "unknown command %.*s", (int)word.len, word.ptr);
}

static enum err read_file(struct reader *reader, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return ERR_NOT_FOUND;
    }
    (void)fseek(file, 0, SEEK_END);
    const long size = ftell(file);
    if (size < 0 || size > FILE_MAX) { /* of a folder, say */
        (void)fclose(file);
        return ERR_NOT_FOUND;
    }
    rewind(file);
    char *bytes = arena_alloc(reader->arena, (size_t)size);
    const size_t len = fread(bytes, 1, (size_t)size, file);
    (void)fclose(file);
    reader->file = path;
    reader->line = 0;
    struct str rest = str_make(bytes, len);
    struct str line;
    while (str_split(&rest, '\n', &line)) {
        reader->line++;
        const enum err err = parse_line(reader, line);
        if (err != ERR_OK) {
            return err;
        }
    }
    return ERR_OK;
}

enum err script_load(const char *path, struct arena *arena, struct script *script,
                     const char **problem)
{
    struct reader reader = {.arena = arena};
    const enum err err = read_file(&reader, arena_strdup(arena, path));
    if (err == ERR_NOT_FOUND && reader.problem == NULL) {
        reader.problem = arena_printf(arena, "cannot read %s", path);
    }
    *problem = reader.problem;
    *script = (struct script){reader.steps, reader.count};
    return err;
}
