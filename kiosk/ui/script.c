/* Reading a script: lines to steps. script_play.c plays them. */
#include "ui/script_reader.h"

#include <stdio.h>
#include <string.h>

enum { INCLUDE_DEPTH = 8, FILE_MAX = 1024 * 1024, STEPS_FIRST = 64 };

static enum err read_file(struct reader *reader, const char *path);

static enum err parse_tap(struct reader *reader, struct script_step *step)
{
    enum err err = ERR_OK;
    if (reader_take_node(reader, step, SCRIPT_TAP_ID, &err)) {
        return err;
    }
    const struct str word = reader_take_word(reader);
    if (word.len == 0 || word.ptr[0] != '@') {
        return reader_refuse(reader, "tap wants \"name\", #id or @x,y");
    }
    step->verb = SCRIPT_TAP_AT;
    return reader_take_point(reader, word, step);
}

static enum err parse_headset(struct reader *reader, struct script_step *step)
{
    const struct str word = reader_take_word(reader);
    step->text = str_equal(word, str_of("in")) ? "in" : "out";
    return str_equal(word, str_of(step->text)) ? ERR_OK
                                               : reader_refuse(reader, "headset wants in or out");
}

static enum err parse_press(struct reader *reader, struct script_step *step)
{
    enum err err = ERR_OK;
    return reader_take_node(reader, step, SCRIPT_PRESS_ID, &err)
               ? err
               : reader_refuse(reader, "press wants \"name\" or #id");
}

static enum err parse_finger(struct reader *reader, struct script_step *step)
{
    struct str word = reader_take_word(reader);
    int64_t finger = 1;
    if (text_parse_int(word, UI_TOUCH_FINGERS, &finger) == ERR_OK) {
        word = reader_take_word(reader);
    }
    step->finger = (int)finger;
    return reader_take_point(reader, word, step);
}

static enum err parse_word(struct reader *reader, struct script_step *step)
{
    const struct str word = reader_take_word(reader);
    if (word.len == 0) {
        return reader_refuse(reader, "a name is missing");
    }
    step->text = reader_copy(reader, word);
    return ERR_OK;
}

/* The name of a file to write: no folders. */
static enum err parse_file_name(struct reader *reader, struct script_step *step)
{
    const enum err err = parse_word(reader, step);
    for (const char *at = step->text; err == ERR_OK && *at != '\0'; at++) {
        if (!reader_is_name_char(*at) && *at != '-') {
            return reader_refuse(reader, "a name of letters, digits, - and _ is missing");
        }
    }
    return err;
}

static enum err parse_string(struct reader *reader, struct script_step *step)
{
    return reader_take_string(reader, &step->text);
}

static enum err parse_wait(struct reader *reader, struct script_step *step)
{
    static const struct {
        const char *name;
        int64_t ms;
    } units[] = {{"ms", 1}, {"s", 1000}, {"min", 60 * 1000}};
    const struct str word = reader_take_word(reader);
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
    return reader_refuse(reader, "wait wants a time such as 500ms, 90s or 2min");
}

static enum err parse_focus(struct reader *reader, struct script_step *step)
{
    enum err err = ERR_OK;
    return reader_take_node(reader, step, SCRIPT_EXPECT_FOCUS_ID, &err)
               ? err
               : reader_refuse(reader, "expect focus wants \"name\" or #id");
}

static enum err parse_sql(struct reader *reader, struct script_step *step)
{
    const enum err err = reader_take_string(reader, &step->text);
    return err == ERR_OK ? reader_take_string(reader, &step->value) : err;
}

static enum err parse_nothing(struct reader *reader, struct script_step *step)
{
    (void)reader;
    (void)step;
    return ERR_OK;
}

static enum err parse_expect(struct reader *reader, struct script_step *step)
{
    static const struct {
        bool is_no;
        const char *word;
        enum script_verb verb;
        enum err (*parse)(struct reader *reader, struct script_step *step);
    } things[] = {
        {false, "screen", SCRIPT_EXPECT_SCREEN, parse_word},
        {false, "text", SCRIPT_EXPECT_TEXT, parse_string},
        {true, "text", SCRIPT_EXPECT_NO_TEXT, parse_string},
        {false, "said", SCRIPT_EXPECT_SAID, parse_string},
        {true, "said", SCRIPT_EXPECT_NO_SAID, parse_string},
        {false, "focus", SCRIPT_EXPECT_FOCUS_NAME, parse_focus},
        {true, "focus", SCRIPT_EXPECT_NO_FOCUS, parse_nothing},
        {false, "sql", SCRIPT_EXPECT_SQL, parse_sql},
    };
    struct str word = reader_take_word(reader);
    const bool is_no = str_equal(word, str_of("no"));
    word = is_no ? reader_take_word(reader) : word;
    for (size_t i = 0; i < ARRAY_LEN(things); i++) {
        if (things[i].is_no == is_no && str_equal(word, str_of(things[i].word))) {
            step->verb = things[i].verb;
            return things[i].parse(reader, step);
        }
    }
    return reader_refuse(reader,
                         "expect wants screen, text, said, focus, sql, or no text, said, focus");
}

static enum err parse_let(struct reader *reader, struct script_step *step)
{
    const struct str name = reader_take_word(reader);
    for (size_t i = 0; i < name.len; i++) {
        if (!reader_is_name_char(name.ptr[i])) {
            return reader_refuse(reader, "a variable's name is letters, digits and _");
        }
    }
    if (name.len == 0 || !str_equal(reader_take_word(reader), str_of("sql"))) {
        return reader_refuse(reader, "let wants NAME sql \"SELECT …\"");
    }
    const enum err err = reader_take_string(reader, &step->text);
    if (err != ERR_OK) {
        return err;
    }
    if (reader->variable_count == SCRIPT_VARIABLES) {
        return reader_refuse(reader, "more than %d variables", SCRIPT_VARIABLES);
    }
    step->value = reader_copy(reader, name);
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
        return reader_refuse(reader, "include wants a file");
    }
    if (reader->depth == INCLUDE_DEPTH) {
        return reader_refuse(reader, "includes go deeper than %d files: a circle?", INCLUDE_DEPTH);
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
        (void)reader_refuse(reader, "cannot read %s", path);
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
        return reader_refuse(reader, "not clean UTF-8");
    }
    reader->rest = line;
    const struct str word = reader_take_word(reader);
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
            return reader_refuse(reader, "nothing may follow here: %.*s", (int)rest.len, rest.ptr);
        }
        add_step(reader, &step);
        return ERR_OK;
    }
    return reader_refuse(reader, "unknown command %.*s", (int)word.len, word.ptr);
}

static enum err read_file(struct reader *reader, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return ERR_NOT_FOUND;
    }
    (void)fseek(file, 0, SEEK_END);
    const long size = ftell(file);
    if (size < 0 || size > FILE_MAX) {
        (void)fclose(file);
        return ERR_NOT_FOUND;
    }
    rewind(file);
    char *bytes = arena_alloc(reader->arena, (size_t)size + 1);
    const size_t len = fread(bytes, 1, (size_t)size + 1, file);
    const bool is_read = ferror(file) == 0; /* a folder opens, but cannot be read */
    (void)fclose(file);
    if (!is_read) {
        return ERR_NOT_FOUND;
    }
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
