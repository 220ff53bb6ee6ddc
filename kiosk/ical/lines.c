#include "ical/lines.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* ---- Is it a calendar at all? ---- */

static const struct {
    const char *bytes;
    size_t len;
    const char *code;
} SIGNATURES[] = {
    {"PK\x03\x04", 4, "archive"},
    {"\x1f\x8b", 2, "archive"},
    {"7z\xbc\xaf", 4, "archive"},
    {"Rar!", 4, "archive"},
    {"\x89PNG", 4, "picture"},
    {"\xff\xd8\xff", 3, "picture"},
    {"GIF8", 4, "picture"},
    {"%PDF", 4, "document"},
    {"{\\rtf", 5, "document"},
    {"\xd0\xcf\x11\xe0", 4, "document"},
    {"<", 1, "page"},
    {"\xff\xfe", 2, "charset"},
    {"\xfe\xff", 2, "charset"},
};

static const char *refusal_of(const char *bytes, size_t len)
{
    if (len == 0) {
        return "empty";
    }
    if (len > LINES_FILE_BYTES) {
        return "too_big";
    }
    for (size_t i = 0; i < ARRAY_LEN(SIGNATURES); i++) {
        if (len >= SIGNATURES[i].len &&
            memcmp(bytes, SIGNATURES[i].bytes, SIGNATURES[i].len) == 0) {
            return SIGNATURES[i].code;
        }
    }
    return memchr(bytes, '\0', len) != NULL ? "binary" : NULL;
}

/* ---- Characters ---- */

/* Windows-1252 where it differs from ISO 8859-1: bytes 0x80 to 0x9F. Source: the Unicode
 * Consortium's mapping table of code page 1252. */
static const uint16_t FROM_80[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

static bool is_utf8(struct str s)
{
    const char *at = s.ptr;
    while (at < s.ptr + s.len) {
        const char *before = at;
        if (utf8_next(&at, s.ptr + s.len) == 0xFFFD && at - before == 1) {
            return false;
        }
    }
    return true;
}

static struct str from_windows(struct str s, struct arena *arena)
{
    char *out = arena_alloc(arena, 3 * s.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < s.len; i++) {
        const unsigned char byte = (unsigned char)s.ptr[i];
        len += utf8_put(byte >= 0x80 && byte < 0xA0 ? FROM_80[byte - 0x80] : byte, out + len);
    }
    return str_make(out, len);
}

/* ---- Physical lines become content lines ---- */

/* Properties of RFC 5545 and 7986 in a calendar, an event, a time zone. What begins otherwise
 * continues the line before it. */
static const char *const NAMES[] = {
    "BEGIN",
    "END",
    "VERSION",
    "PRODID",
    "CALSCALE",
    "METHOD",
    "NAME",
    "SOURCE",
    "COLOR",
    "REFRESH-INTERVAL",
    "IMAGE",
    "CONFERENCE",
    "ATTACH",
    "CATEGORIES",
    "CLASS",
    "COMMENT",
    "DESCRIPTION",
    "GEO",
    "LOCATION",
    "PERCENT-COMPLETE",
    "PRIORITY",
    "RESOURCES",
    "STATUS",
    "SUMMARY",
    "COMPLETED",
    "DTEND",
    "DUE",
    "DTSTART",
    "DURATION",
    "FREEBUSY",
    "TRANSP",
    "TZID",
    "TZNAME",
    "TZOFFSETFROM",
    "TZOFFSETTO",
    "TZURL",
    "TZUNTIL",
    "TZID-ALIAS-OF",
    "ATTENDEE",
    "CONTACT",
    "ORGANIZER",
    "RECURRENCE-ID",
    "RELATED-TO",
    "URL",
    "UID",
    "EXDATE",
    "EXRULE",
    "RDATE",
    "RRULE",
    "ACTION",
    "REPEAT",
    "TRIGGER",
    "ACKNOWLEDGED",
    "PROXIMITY",
    "CREATED",
    "DTSTAMP",
    "LAST-MODIFIED",
    "SEQUENCE",
    "REQUEST-STATUS",
    "STYLED-DESCRIPTION",
    "STRUCTURED-DATA",
    "LOCATION-TYPE",
    "PARTICIPANT-TYPE",
    "CALENDAR-ADDRESS",
    "LINK",
    "REFID",
    "CONCEPT",
};

static struct str name_of(struct str line)
{
    size_t len = 0;
    while (len < line.len && (isalnum((unsigned char)line.ptr[len]) || line.ptr[len] == '-')) {
        len++;
    }
    const bool ends = len > 0 && len < line.len && (line.ptr[len] == ':' || line.ptr[len] == ';');
    return str_make(line.ptr, ends ? len : 0);
}

static bool name_is(struct str name, const char *known)
{
    return strlen(known) == name.len && strncasecmp(name.ptr, known, name.len) == 0;
}

static bool is_property(struct str line)
{
    const struct str name = name_of(line);
    if (name.len > 2 && strncasecmp(name.ptr, "X-", 2) == 0) {
        return true;
    }
    for (size_t i = 0; i < ARRAY_LEN(NAMES); i++) {
        if (name_is(name, NAMES[i])) {
            return true;
        }
    }
    return false;
}

/* Cuts the next physical line off rest. */
static struct str next_physical(struct str *rest)
{
    size_t len = 0;
    while (len < rest->len && rest->ptr[len] != '\n' && rest->ptr[len] != '\r') {
        len++;
    }
    const struct str line = str_make(rest->ptr, len);
    if (len + 1 < rest->len && rest->ptr[len] == '\r' && rest->ptr[len + 1] == '\n') {
        len++;
    }
    len += len < rest->len;
    *rest = str_make(rest->ptr + len, rest->len - len);
    return line;
}

static size_t count_physical(struct str rest)
{
    size_t count = 0;
    while (rest.len > 0) {
        (void)next_physical(&rest);
        count++;
    }
    return count;
}

struct joiner {
    struct lines *lines;
    char *out; /* end of what is written; room for all that can come */
    bool is_cut;
};

static void append(struct joiner *joiner, struct str part)
{
    struct str *whole = &joiner->lines->items[joiner->lines->count - 1].whole;
    if (whole->len + part.len > LINES_LONG_BYTES) {
        part.len = LINES_LONG_BYTES - whole->len;
        while (part.len > 0 && ((unsigned char)part.ptr[part.len] & 0xC0) == 0x80) {
            part.len--; /* not through a character */
        }
        joiner->lines->mended |= LINES_CUT;
        joiner->is_cut = true;
    }
    memcpy(joiner->out, part.ptr, part.len);
    joiner->out += part.len;
    whole->len += part.len;
}

static void take_physical(struct joiner *joiner, struct str line, int number)
{
    struct lines *lines = joiner->lines;
    const bool is_folded = line.len > 0 && (line.ptr[0] == ' ' || line.ptr[0] == '\t');
    if (lines->count > 0 && (is_folded || !is_property(line))) {
        if (joiner->is_cut) {
            return;
        }
        if (is_folded) {
            append(joiner, str_make(line.ptr + 1, line.len - 1));
        } else {
            lines->mended |= LINES_FOLDING;
            append(joiner, str_make("\\n", 2));
            append(joiner, line);
        }
    } else if (is_property(line)) {
        *joiner->out++ = '\0'; /* ends the line before */
        lines->items[lines->count++] = (struct line){
            .whole = {joiner->out, 0},
            .number = number,
        };
        joiner->is_cut = false;
        append(joiner, line);
    }
}

const char *lines_read(const char *bytes, size_t len, struct arena *arena, struct lines *lines)
{
    *lines = (struct lines){0};
    struct str rest = str_make(bytes, len);
    if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        rest = str_make(bytes + 3, len - 3);
    }
    const char *refusal = refusal_of(rest.ptr, rest.len);
    if (refusal != NULL) {
        return refusal;
    }
    /* A break without a space costs two bytes and frees one. */
    struct joiner joiner = {.lines = lines, .out = arena_alloc(arena, 2 * rest.len + 2)};
    const size_t physical = count_physical(rest);
    const size_t room = physical < LINES_MAX ? physical : LINES_MAX;
    lines->items = arena_array(arena, room, sizeof(*lines->items));
    for (int number = 1; rest.len > 0; number++) {
        const struct str line = next_physical(&rest);
        if (line.len == 0) {
            continue;
        }
        if (lines->count == LINES_MAX) {
            return "too_many_lines";
        }
        take_physical(&joiner, line, number);
    }
    for (size_t i = 0; i < lines->count; i++) {
        struct line *line = &lines->items[i];
        if (!is_utf8(line->whole)) { /* only now: a line may be folded through a character */
            line->whole = from_windows(line->whole, arena);
            lines->mended |= LINES_CHARSET;
        }
        line->name = name_of(line->whole);
    }
    return lines->count > 0 && line_is(&lines->items[0], "BEGIN") ? NULL : "not_calendar";
}

/* ---- Parts of a line ---- */

bool line_is(const struct line *line, const char *name)
{
    return name_is(line->name, name);
}

/* The offset of the first character of `ends` outside quotes, from `at` on. */
static size_t find_outside(struct str s, size_t at, const char *ends)
{
    bool is_quoted = false;
    for (; at < s.len && (is_quoted || strchr(ends, s.ptr[at]) == NULL); at++) {
        if (s.ptr[at] == '"') {
            is_quoted = !is_quoted;
        }
    }
    return at;
}

struct str line_value(const struct line *line)
{
    const size_t colon = find_outside(line->whole, line->name.len, ":");
    return colon < line->whole.len
               ? str_make(line->whole.ptr + colon + 1, line->whole.len - colon - 1)
               : str_make("", 0);
}

struct str line_param(const struct line *line, const char *name)
{
    const struct str whole = line->whole;
    size_t at = line->name.len;
    while (at < whole.len && whole.ptr[at] == ';') {
        const size_t begin = at + 1;
        const size_t equals = find_outside(whole, begin, "=;:");
        at = find_outside(whole, begin, ";:");
        if (equals >= at || !name_is(str_make(whole.ptr + begin, equals - begin), name)) {
            continue;
        }
        struct str value = str_make(whole.ptr + equals + 1, at - equals - 1);
        if (value.len >= 2 && value.ptr[0] == '"' && value.ptr[value.len - 1] == '"') {
            value = str_make(value.ptr + 1, value.len - 2);
        }
        return value;
    }
    return (struct str){NULL, 0};
}
