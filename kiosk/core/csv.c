#include "core/csv.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/fold.h"
#include "base/text.h"

enum { KEY_BYTES = 64 };

void csv_trouble_set(struct csv_trouble *trouble, const char *code, int line, const char *detail)
{
    *trouble = (struct csv_trouble){.line = line};
    (void)snprintf(trouble->code, sizeof(trouble->code), "%s", code);
    (void)snprintf(trouble->detail, sizeof(trouble->detail), "%s", detail);
}

static bool is_named(const char *header, const char *names)
{
    char folded[KEY_BYTES];
    char name[KEY_BYTES];
    struct str rest = str_of(names);
    struct str part;
    if (text_fold(str_of(header), folded, sizeof(folded)) != ERR_OK) {
        return false;
    }
    while (str_split(&rest, '|', &part)) {
        if (text_fold(part, name, sizeof(name)) == ERR_OK && strcmp(name, folded) == 0) {
            return true;
        }
    }
    return false;
}

enum err csv_map(const struct csv_table *table, const struct csv_column *columns, int count,
                 int map[], struct csv_trouble *trouble)
{
    *trouble = (struct csv_trouble){0};
    for (int i = 0; i < count; i++) {
        map[i] = -1;
        for (int j = 0; j < table->column_count; j++) {
            if (!is_named(table->header[j], columns[i].names)) {
                continue;
            }
            if (map[i] != -1) {
                csv_trouble_set(trouble, "same_column", 1, columns[i].code);
                return ERR_INVALID;
            }
            map[i] = j;
        }
        if (map[i] == -1 && columns[i].is_needed) {
            csv_trouble_set(trouble, "no_column", 1, columns[i].code);
            return ERR_INVALID;
        }
    }
    return ERR_OK;
}

bool csv_is_mapped(const int map[], int count, int column)
{
    for (int i = 0; i < count; i++) {
        if (map[i] == column) {
            return true;
        }
    }
    return false;
}

const char *csv_cell(const struct csv_row *row, int column)
{
    return column < 0 ? "" : row->cells[column];
}

/* Cuts digits off the front of *rest: at least one, at most so many. */
static bool take_digits(struct str *rest, size_t most, int *value, size_t *len)
{
    *value = 0;
    *len = 0;
    while (rest->len > 0 && *len < most && rest->ptr[0] >= '0' && rest->ptr[0] <= '9') {
        *value = *value * 10 + (rest->ptr[0] - '0');
        *rest = str_make(rest->ptr + 1, rest->len - 1);
        (*len)++;
    }
    return *len > 0;
}

static bool take_sign(struct str *rest)
{
    if (rest->len == 0 || memchr("/.-", rest->ptr[0], 3) == NULL) {
        return false;
    }
    *rest = str_make(rest->ptr + 1, rest->len - 1);
    return true;
}

enum err csv_day(const char *cell, int64_t *day_s)
{
    struct str rest = str_trim(str_of(cell));
    int part[3];
    size_t len[3];
    *day_s = 0;
    for (int i = 0; i < 3; i++) {
        if ((i > 0 && !take_sign(&rest)) || !take_digits(&rest, 4, &part[i], &len[i])) {
            return ERR_INVALID;
        }
    }
    const bool is_iso = len[0] == 4;
    int year = is_iso ? part[0] : part[2];
    const size_t year_len = is_iso ? len[0] : len[2];
    const int day = is_iso ? part[2] : part[0];
    if (rest.len != 0 || (year_len != 4 && year_len != 2) || len[1] > 2) {
        return ERR_INVALID;
    }
    year += year_len == 2 ? 2000 : 0;
    char text[48];
    (void)snprintf(text, sizeof(text), "%04d-%02d-%02dT00:00", year, part[1], day);
    return clock_parse(text, day_s);
}

/* Without spaces of any width between digits. ERR_FULL: longer than size. */
static enum err without_spaces(const char *cell, char *out, size_t size)
{
    const char *at = cell;
    const char *const end = cell + strlen(cell);
    size_t len = 0;
    while (at < end) {
        char bytes[4];
        const uint32_t code = utf8_next(&at, end);
        if (code == ' ' || code == 0xA0 || code == 0x202F || code == 0x2009) {
            continue;
        }
        const size_t more = utf8_put(code, bytes);
        if (len + more >= size) {
            return ERR_FULL;
        }
        memcpy(out + len, bytes, more);
        len += more;
    }
    out[len] = '\0';
    return ERR_OK;
}

static void cut_end(char *text, const char *end)
{
    const size_t len = strlen(text);
    const size_t end_len = strlen(end);
    if (len >= end_len && strcmp(text + len - end_len, end) == 0) {
        text[len - end_len] = '\0';
    }
}

enum err csv_cents(const char *cell, int64_t *cents)
{
    enum { EUROS_MAX = 1000000 };
    char text[32];
    int64_t euros = 0;
    *cents = 0;
    if (without_spaces(cell, text, sizeof(text)) != ERR_OK) {
        return ERR_INVALID;
    }
    cut_end(text, "€");
    cut_end(text, "EUR");
    const size_t whole = strcspn(text, ",.");
    const char *const after = text + whole + (text[whole] != '\0');
    const size_t decimals = strlen(after);
    if (decimals > 2 || (text[whole] != '\0' && decimals == 0) ||
        text_parse_int(str_make(text, whole), EUROS_MAX, &euros) != ERR_OK) {
        return ERR_INVALID;
    }
    int64_t part = 0;
    if (decimals > 0 && text_parse_int(str_of(after), 99, &part) != ERR_OK) {
        return ERR_INVALID;
    }
    *cents = euros * 100 + (decimals == 1 ? part * 10 : part);
    return ERR_OK;
}

enum err csv_number(const char *cell, int64_t max, int64_t *number)
{
    char text[32];
    *number = 0;
    if (without_spaces(cell, text, sizeof(text)) != ERR_OK) {
        return ERR_INVALID;
    }
    return text_parse_int(str_of(text), max, number);
}

/* How long the separator at the front is; 0: none. */
static size_t separator_at(struct str rest)
{
    static const char *const words[] = {" et ", " and ", ",", ";", "/", "+", "&"};
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        const size_t len = strlen(words[i]);
        if (rest.len >= len && memcmp(rest.ptr, words[i], len) == 0) {
            return len;
        }
    }
    return 0;
}

enum err csv_parts(const char *cell, struct arena *arena, const char *parts[], int most, int *count)
{
    struct str rest = str_of(cell);
    *count = 0;
    while (rest.len > 0) {
        size_t len = 0;
        while (len < rest.len && separator_at(str_make(rest.ptr + len, rest.len - len)) == 0) {
            len++;
        }
        const struct str part = str_trim(str_make(rest.ptr, len));
        if (part.len > 0) {
            if (*count == most) {
                return ERR_FULL;
            }
            parts[(*count)++] = arena_strndup(arena, part.ptr, part.len);
        }
        const size_t cut = len + separator_at(str_make(rest.ptr + len, rest.len - len));
        rest = str_make(rest.ptr + cut, rest.len - cut);
    }
    return ERR_OK;
}
