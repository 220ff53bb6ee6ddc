#include "platform/config.h"

#include <errno.h>
#include <ini.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

/* Widths of the reference panels: 1080 px at 2.71 px/mm, 1920 px at 4.03 px/mm. */
static const double PORTRAIT_WIDTH_MM = 398.5;
static const double LANDSCAPE_WIDTH_MM = 476.4;

enum kind { KIND_MM, KIND_INT, KIND_ROTATION, KIND_PATH, KIND_WORD };

static const struct key {
    const char *section, *name;
    enum kind kind;
    size_t offset; /* of a double, an int or a const char * in struct config */
    double min, max;
} keys[] = {
    {"panel", "width_mm", KIND_MM, offsetof(struct config, width_mm), 50, 5000},
    {"panel", "height_mm", KIND_MM, offsetof(struct config, height_mm), 50, 5000},
    {"panel", "px_per_mm", KIND_MM, offsetof(struct config, px_per_mm), 0.5, 40},
    {"panel", "viewing_mm", KIND_MM, offsetof(struct config, viewing_mm), 200, 3000},
    {"panel", "rotation", KIND_ROTATION, offsetof(struct config, rotation), 0, 270},
    {"touch", "double_tap_ms", KIND_INT, offsetof(struct config, double_tap_ms), 0, 1000},
    {"keypad", "double_press_ms", KIND_INT, offsetof(struct config, double_press_ms), 0, 1000},
    {"headset", "device", KIND_PATH, offsetof(struct config, jack_path), 0, 0},
    {"speech", "rate", KIND_INT, offsetof(struct config, speech_rate), 80, 320},
    {"speech", "volume", KIND_INT, offsetof(struct config, speech_volume), 20, 200},
    {"speech", "private", KIND_INT, offsetof(struct config, is_speech_private), 0, 1},
    {"speech", "program", KIND_PATH, offsetof(struct config, voice_path), 0, 0},
    {"speech", "device", KIND_WORD, offsetof(struct config, sound_device), 0, 0},
    {"speech", "sounds", KIND_PATH, offsetof(struct config, sounds_path), 0, 0},
    {"files", "pin_key", KIND_PATH, offsetof(struct config, pin_key_path), 0, 0},
    {"files", "locale", KIND_PATH, offsetof(struct config, locale_path), 0, 0},
};

struct config config_default(void)
{
    return (struct config){
        .viewing_mm = 600,
        .double_tap_ms = 300,
        .keypad = keypad_default(),
        .jack_path = "",
        .speech_rate = 150,
        .speech_volume = 100,
        .voice_path = "",
        .sound_device = "default",
        .sounds_path = "",
        .pin_key_path = "/etc/conciergerie/pin.key",
        .locale_path = "",
    };
}

struct reading {
    FILE *file;
    struct arena *arena;
    struct config *config;
    int line;
    int problem_line;    /* of the first problem; 0 none */
    const char *problem; /* in arena */
};

static void note_problem(struct reading *reading, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void note_problem(struct reading *reading, const char *format, ...)
{
    if (reading->problem_line == 0) {
        va_list args;
        va_start(args, format);
        reading->problem = arena_vprintf(reading->arena, format, args);
        va_end(args);
        reading->problem_line = reading->line;
    }
}

/* Hands libinih one line at a time. It would read the rest of a longer line as a line of its own.
 */
static char *read_line(char *line, int size, void *stream)
{
    struct reading *reading = stream;
    if (fgets(line, size, reading->file) == NULL) {
        return NULL;
    }
    reading->line++;
    if (strlen(line) == (size_t)size - 1 && line[size - 2] != '\n') {
        note_problem(reading, "longer than %d bytes", size - 2);
    }
    return line;
}

static void set_number(struct reading *reading, const struct key *key, const char *value)
{
    char *end = NULL;
    errno = 0;
    const double number = strtod(value, &end);
    const bool is_whole = key->kind == KIND_MM || number == (double)(int)number;
    if (errno != 0 || end == value || *end != '\0' || !(number >= key->min) || number > key->max ||
        !is_whole) {
        note_problem(reading, "%s must be a number from %g to %g%s", key->name, key->min, key->max,
                     key->kind == KIND_MM ? "" : ", whole");
        return;
    }
    if (key->kind == KIND_ROTATION && (int)number % 90 != 0) {
        note_problem(reading, "rotation must be 0, 90, 180 or 270");
        return;
    }
    char *field = (char *)reading->config + key->offset;
    if (key->kind == KIND_MM) {
        memcpy(field, &number, sizeof(number));
    } else {
        const int whole = (int)number;
        memcpy(field, &whole, sizeof(whole));
    }
}

static void set_text(struct reading *reading, const struct key *key, const char *value)
{
    if (key->kind == KIND_PATH ? value[0] != '/' : value[0] == '\0') {
        note_problem(reading,
                     key->kind == KIND_PATH ? "%s must be a path that begins with /"
                                            : "%s must not be empty",
                     key->name);
        return;
    }
    const char *copied = arena_strdup(reading->arena, value);
    memcpy((char *)reading->config + key->offset, &copied, sizeof(copied));
}

static void set_keys(struct reading *reading, size_t key, const char *value)
{
    const char *unknown = keypad_unknown(value, reading->arena);
    if (unknown != NULL) {
        note_problem(reading, "no key is called %s", unknown);
        return;
    }
    reading->config->keypad.keys[key] = arena_strdup(reading->arena, value);
}

/* The keys of the keypad, by their words. */
static bool set_keypad(struct reading *reading, const char *section, const char *name,
                       const char *value)
{
    for (int i = 0; strcmp(section, "keypad") == 0 && i < KEYPAD_COUNT; i++) {
        if (strcmp(keypad_name((enum keypad_key)i), name) == 0) {
            set_keys(reading, (size_t)i, value);
            return true;
        }
    }
    return false;
}

/* Called by libinih for each key; 1: read on. */
static int on_key(void *user, const char *section, const char *name, const char *value)
{
    struct reading *reading = user;
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        if (strcmp(keys[i].section, section) != 0 || strcmp(keys[i].name, name) != 0) {
            continue;
        }
        if (keys[i].kind == KIND_PATH || keys[i].kind == KIND_WORD) {
            set_text(reading, &keys[i], value);
        } else {
            set_number(reading, &keys[i], value);
        }
        return 1;
    }
    if (!set_keypad(reading, section, name, value)) {
        note_problem(reading, "unknown key %s in [%s]", name, section);
    }
    return 1;
}

enum err config_load(const char *path, struct arena *arena, struct config *config)
{
    *config = config_default();
    struct reading reading = {.arena = arena, .config = config};
    reading.file = fopen(path, "r");
    if (reading.file == NULL) {
        log_error("%s: cannot be read: %s", path, strerrorname_np(errno));
        return ERR_NOT_FOUND;
    }
    /* The first line that is neither a [section] nor key = value, 0 if there is none. */
    const int broken_line = ini_parse_stream(read_line, &reading, on_key, &reading);
    const bool is_unread = ferror(reading.file) != 0;
    (void)fclose(reading.file);
    if (is_unread) {
        log_error("%s: cannot be read", path);
        return ERR_NOT_FOUND;
    }
    if (broken_line != 0 && (reading.problem_line == 0 || broken_line < reading.problem_line)) {
        log_error("%s:%d: neither a [section] nor key = value", path, broken_line);
        return ERR_INVALID;
    }
    if (reading.problem_line != 0) {
        log_error("%s:%d: %s", path, reading.problem_line, reading.problem);
        return ERR_INVALID;
    }
    if (config->px_per_mm > 0 && (config->width_mm > 0 || config->height_mm > 0)) {
        log_error("%s:%d: px_per_mm and a size in mm: say one of them", path, reading.line);
        return ERR_INVALID;
    }
    const char *ambiguous = keypad_ambiguous(&config->keypad, arena);
    if (ambiguous != NULL) {
        log_error("%s:%d: the key %s means two things", path, reading.line, ambiguous);
        return ERR_INVALID;
    }
    return ERR_OK;
}

double config_px_per_mm(const struct config *config, int width_px, int height_px)
{
    if (config->px_per_mm > 0) {
        return config->px_per_mm;
    }
    const double across = config->width_mm > 0 ? width_px / config->width_mm : 0;
    const double down = config->height_mm > 0 ? height_px / config->height_mm : 0;
    if (across > 0 && down > 0) {
        return across < down ? across : down;
    }
    if (across > 0 || down > 0) {
        return across + down;
    }
    return width_px / (width_px > height_px ? LANDSCAPE_WIDTH_MM : PORTRAIT_WIDTH_MM);
}
