#include "ui/speech_text.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

enum mark {
    MARK_KEPT,
    MARK_SPACE,
    MARK_PAUSE, /* between two parts */
    MARK_GONE,
};

static enum mark mark_of(uint32_t code)
{
    static const struct {
        uint32_t first, last;
        enum mark mark;
    } marks[] = {
        {0x0000, 0x0020, MARK_SPACE}, {0x00a0, 0x00a0, MARK_SPACE}, {0x00ab, 0x00ab, MARK_GONE},
        {0x00ad, 0x00ad, MARK_GONE},  {0x00b7, 0x00b7, MARK_PAUSE}, {0x00bb, 0x00bb, MARK_GONE},
        {0x2000, 0x200a, MARK_SPACE}, {0x200b, 0x200f, MARK_GONE},  {0x2013, 0x2014, MARK_PAUSE},
        {0x201c, 0x201f, MARK_GONE},  {0x2022, 0x2022, MARK_PAUSE}, {0x2028, 0x2029, MARK_PAUSE},
        {0x202a, 0x202e, MARK_GONE},  {0x202f, 0x202f, MARK_SPACE}, {0x2060, 0x2060, MARK_GONE},
        {0x2066, 0x2069, MARK_GONE},  {0x2190, 0x21ff, MARK_PAUSE}, {0x25a0, 0x27bf, MARK_PAUSE},
        {0xfeff, 0xfeff, MARK_GONE},
    };
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (code >= marks[i].first && code <= marks[i].last) {
            return marks[i].mark;
        }
    }
    return MARK_KEPT;
}

static bool is_stop(char c)
{
    return c == ',' || c == '.' || c == ';' || c == ':' || c == '!' || c == '?';
}

struct cleaned {
    char *text;
    size_t len;
    bool has_space; /* before the next letter */
    bool has_pause;
};

/* What stands between two parts, as little as says so. */
static void put_gap(struct cleaned *out)
{
    if (out->len > 0 && out->has_pause && !is_stop(out->text[out->len - 1])) {
        out->text[out->len++] = ',';
    }
    if (out->len > 0 && (out->has_space || out->has_pause)) {
        out->text[out->len++] = ' ';
    }
    out->has_space = out->has_pause = false;
}

const char *speech_clean(struct arena *arena, const char *text)
{
    const char *end = text + strlen(text);
    /* A mark of two bytes or more becomes at most two. */
    struct cleaned out = {.text = arena_alloc(arena, strlen(text) + 3)};
    for (const char *at = text; at < end;) {
        const char *from = at;
        const uint32_t code = utf8_next(&at, end);
        switch (code == '\n' ? MARK_PAUSE : mark_of(code)) {
        case MARK_SPACE:
            out.has_space = true;
            break;
        case MARK_PAUSE:
            out.has_pause = true;
            break;
        case MARK_GONE:
            break;
        case MARK_KEPT:
            if (out.len == 0 && at == from + 1 && is_stop(*from)) {
                break; /* nothing before it */
            }
            if (at == from + 1 && is_stop(*from)) {
                out.has_pause = false; /* it is one itself, and stands where it stood */
                out.has_space = out.has_space && *from != ',' && *from != '.';
            }
            put_gap(&out);
            memcpy(out.text + out.len, from, (size_t)(at - from));
            out.len += (size_t)(at - from);
            break;
        }
    }
    out.text[out.len] = '\0';
    return out.text;
}
