#include "csv/csv_read.h"

#include <csv.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"

struct reading {
    struct arena *arena;
    struct csv_table *table;
    struct csv_trouble *trouble;
    const char *cells[CSV_COLUMNS_MAX];
    int count;
    int line;     /* being read */
    int row_line; /* where the row began */
    bool has_header;
};

static bool is_failed(const struct reading *reading)
{
    return reading->trouble->code[0] != '\0';
}

static void fail(struct reading *reading, const char *code, int line)
{
    if (!is_failed(reading)) {
        csv_trouble_set(reading->trouble, code, line, "");
    }
}

/* Line breaks and tabs inside a cell become spaces. */
static char *copy_cell(struct arena *arena, const char *bytes, size_t len)
{
    char *cell = arena_strndup(arena, bytes, len);
    for (size_t i = 0; i < len; i++) {
        if (cell[i] == '\n' || cell[i] == '\r' || cell[i] == '\t') {
            cell[i] = ' ';
        }
    }
    const struct str inside = str_trim(str_make(cell, len));
    cell[(size_t)(inside.ptr - cell) + inside.len] = '\0';
    return cell + (inside.ptr - cell);
}

static void on_cell(void *bytes, size_t len, void *data)
{
    struct reading *reading = data;
    if (is_failed(reading)) {
        return;
    }
    if (reading->count == CSV_COLUMNS_MAX) {
        fail(reading, "too_many_columns", reading->line);
        return;
    }
    reading->cells[reading->count++] = copy_cell(reading->arena, bytes, len);
}

static bool is_blank(const struct reading *reading)
{
    for (int i = 0; i < reading->count; i++) {
        if (reading->cells[i][0] != '\0') {
            return false;
        }
    }
    return true;
}

/* Columns without a name at the end are none: other programs write them. */
static void keep_header(struct reading *reading)
{
    struct csv_table *table = reading->table;
    while (reading->count > 0 && reading->cells[reading->count - 1][0] == '\0') {
        reading->count--;
    }
    table->column_count = reading->count;
    table->header = arena_array(reading->arena, (size_t)reading->count, sizeof(*table->header));
    memcpy(table->header, reading->cells, (size_t)reading->count * sizeof(*table->header));
    table->rows = arena_array(reading->arena, CSV_LINES_MAX, sizeof(*table->rows));
    reading->has_header = true;
}

static void keep_row(struct reading *reading)
{
    struct csv_table *table = reading->table;
    if (table->row_count == CSV_LINES_MAX) {
        fail(reading, "too_many_lines", reading->row_line);
        return;
    }
    struct csv_row *row = &table->rows[table->row_count++];
    const size_t columns = (size_t)table->column_count;
    row->line = reading->row_line;
    row->cells = arena_array(reading->arena, columns, sizeof(*row->cells));
    for (int i = 0; i < table->column_count; i++) {
        row->cells[i] = i < reading->count ? reading->cells[i] : "";
    }
    for (int i = table->column_count; i < reading->count; i++) {
        row->is_longer = row->is_longer || reading->cells[i][0] != '\0';
    }
}

static void on_row(int end, void *data)
{
    struct reading *reading = data;
    (void)end;
    if (!is_failed(reading) && !is_blank(reading)) {
        if (!reading->has_header) {
            keep_header(reading);
        } else {
            keep_row(reading);
        }
    }
    reading->count = 0;
    reading->row_line = reading->line + 1;
}

static unsigned char separator_of(const char *at, const char *end)
{
    static const char separators[] = {',', ';', '\t'};
    int counts[ARRAY_LEN(separators)] = {0};
    bool is_quoted = false;
    while (at < end && (*at == '\n' || *at == '\r')) {
        at++;
    }
    for (; at < end && *at != '\n' && *at != '\r'; at++) {
        is_quoted = is_quoted != (*at == '"');
        for (size_t i = 0; i < ARRAY_LEN(separators) && !is_quoted; i++) {
            counts[i] += *at == separators[i];
        }
    }
    size_t best = 0;
    for (size_t i = 1; i < ARRAY_LEN(separators); i++) {
        best = counts[i] > counts[best] ? i : best;
    }
    return (unsigned char)separators[best];
}

/* Text, in UTF-8: else the line where it is not. */
static void check_text(struct reading *reading, const char *at, const char *end)
{
    int line = 1;
    while (at < end) {
        const uint32_t code = utf8_next(&at, end);
        if (code == '\n') {
            line++;
        } else if (code == 0xFFFD || code == 0x7F || (code < ' ' && code != '\t' && code != '\r')) {
            fail(reading, "not_text", line);
            return;
        }
    }
}

static void read_lines(struct reading *reading, struct csv_parser *parser, const char *at,
                       const char *end)
{
    while (at < end && !is_failed(reading)) {
        const char *cut = memchr(at, '\n', (size_t)(end - at));
        const size_t len = cut == NULL ? (size_t)(end - at) : (size_t)(cut + 1 - at);
        if (csv_parse(parser, at, len, on_cell, on_row, reading) != len) {
            fail(reading, "quotes", reading->line);
        }
        at += len;
        reading->line++;
    }
    if (!is_failed(reading) && csv_fini(parser, on_cell, on_row, reading) != 0) {
        fail(reading, "quotes", reading->row_line); /* one that never ends */
    }
}

enum err csv_read(const void *bytes, size_t len, struct arena *arena, struct csv_table *table,
                  struct csv_trouble *trouble)
{
    static const char mark[] = "\xEF\xBB\xBF";
    *table = (struct csv_table){0};
    *trouble = (struct csv_trouble){0};
    struct reading reading = {.arena = arena, .table = table, .trouble = trouble};
    reading.line = 1;
    reading.row_line = 1;
    const char *at = bytes;
    const char *const end = at + len;
    if (len > CSV_BYTES_MAX) {
        fail(&reading, "too_big", 0);
        return ERR_INVALID;
    }
    if (len >= sizeof(mark) - 1 && memcmp(at, mark, sizeof(mark) - 1) == 0) {
        at += sizeof(mark) - 1;
    }
    check_text(&reading, at, end);
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0) {
        log_fatal("libcsv: cannot begin");
    }
    csv_set_delim(&parser, separator_of(at, end));
    read_lines(&reading, &parser, at, end);
    csv_free(&parser);
    if (!reading.has_header || table->row_count == 0) {
        fail(&reading, "empty", 0);
    }
    return is_failed(&reading) ? ERR_INVALID : ERR_OK;
}
