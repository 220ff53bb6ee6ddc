/* The words of a script's line. */
#include "ui/script_reader.h"

#include <string.h>

#include "base/text.h"

enum err reader_refuse(struct reader *reader, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *what = arena_vprintf(reader->arena, format, args);
    va_end(args);
    reader->problem = arena_printf(reader->arena, "%s:%d: %s", reader->file, reader->line, what);
    return ERR_INVALID;
}

const char *reader_copy(struct reader *reader, struct str s)
{
    return arena_strndup(reader->arena, s.ptr, s.len);
}

/* Cuts the next word, up to white space; empty at the end of the line. */
struct str reader_take_word(struct reader *reader)
{
    struct str rest = str_trim(reader->rest);
    size_t len = 0;
    while (len < rest.len && rest.ptr[len] != ' ' && rest.ptr[len] != '\t') {
        len++;
    }
    reader->rest = str_make(rest.ptr + len, rest.len - len);
    return str_make(rest.ptr, len);
}

bool reader_is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* Every $NAME in text must have been set by a line before. */
static enum err check_variables(struct reader *reader, const char *text)
{
    for (const char *at = strchr(text, '$'); at != NULL; at = strchr(at, '$')) {
        at++;
        size_t len = 0;
        while (reader_is_name_char(at[len])) {
            len++;
        }
        bool is_known = len == 0; /* a lone $, as in JSON paths */
        for (size_t i = 0; i < reader->variable_count && !is_known; i++) {
            is_known = str_equal(str_of(reader->variables[i]), str_make(at, len));
        }
        if (!is_known) {
            return reader_refuse(reader, "no line before sets $%.*s", (int)len, at);
        }
    }
    return ERR_OK;
}

enum err reader_take_string(struct reader *reader, const char **text)
{
    const struct str rest = str_trim(reader->rest);
    if (rest.len == 0 || rest.ptr[0] != '"') {
        return reader_refuse(reader, "a string in double quotes is missing");
    }
    char *out = arena_alloc(reader->arena, rest.len + 1);
    size_t len = 0;
    size_t i = 1;
    while (i < rest.len && rest.ptr[i] != '"') {
        if (rest.ptr[i] == '\\') {
            i++;
            if (i == rest.len || (rest.ptr[i] != '"' && rest.ptr[i] != '\\')) {
                return reader_refuse(reader, "only \\\" and \\\\ may follow a backslash");
            }
        }
        out[len++] = rest.ptr[i++];
    }
    if (i == rest.len) {
        return reader_refuse(reader, "the string has no closing quote");
    }
    reader->rest = str_make(rest.ptr + i + 1, rest.len - i - 1);
    *text = out;
    return check_variables(reader, out);
}

enum err reader_take_point(struct reader *reader, struct str word, struct script_step *step)
{
    struct str y = str_make(word.ptr + 1, word.len == 0 ? 0 : word.len - 1);
    struct str x = {0};
    int64_t x_px = 0;
    int64_t y_px = 0;
    if (word.len == 0 || word.ptr[0] != '@' || !str_split(&y, ',', &x) ||
        text_parse_int(x, INT16_MAX, &x_px) != ERR_OK ||
        text_parse_int(y, INT16_MAX, &y_px) != ERR_OK) {
        return reader_refuse(reader, "a point such as @120,300 is missing");
    }
    step->x = (int)x_px;
    step->y = (int)y_px;
    return ERR_OK;
}

/* "name", or #id with the verb for that; false: neither. */
bool reader_take_node(struct reader *reader, struct script_step *step, enum script_verb by_id,
                      enum err *err)
{
    const struct str rest = str_trim(reader->rest);
    if (rest.len > 0 && rest.ptr[0] == '"') {
        *err = reader_take_string(reader, &step->text);
        return true;
    }
    if (rest.len < 2 || rest.ptr[0] != '#') {
        return false;
    }
    const struct str word = reader_take_word(reader);
    step->verb = by_id;
    step->text = reader_copy(reader, str_make(word.ptr + 1, word.len - 1));
    *err = check_variables(reader, step->text);
    return true;
}
