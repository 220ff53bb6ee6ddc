/* A stranger's words made fit for the agenda: one line, clean, not too long. */
#include <string.h>

#include "base/text.h"
#include "core/calendar_parts.h"

/* What turns the direction of the text around it, or ends an isolate that is not its own
 * (base/text.h, TEXT_ISOLATE): it would reach beyond the words. */
static bool turns_direction(uint32_t code)
{
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

static bool is_blank(uint32_t code)
{
    return code <= 0x20 || code == 0xa0 || code == 0x2028 || code == 0x2029 || code == 0x3000;
}

static bool is_shown(uint32_t code)
{
    return code >= 0x20 && !(code >= 0x7f && code < 0xa0) && code != 0xfffd && code != 0xfeff &&
           !turns_direction(code);
}

/* Behind the last word that leaves room for the sign of a cut; a single long word is cut anywhere.
 */
static size_t cut_at(const char *text, size_t len, size_t most_chars)
{
    const char *at = text;
    size_t chars = 0;
    size_t behind_word = 0;
    while (at < text + len && chars < most_chars - 1) {
        const char *before = at;
        if (utf8_next(&at, text + len) == ' ') {
            behind_word = (size_t)(before - text);
        }
        chars++;
    }
    const size_t all = (size_t)(at - text);
    return text[all] == ' ' || behind_word < all / 2 ? all : behind_word;
}

const char *calendar_words(struct arena *arena, const char *text, size_t most_chars, bool *is_cut)
{
    static const char ellipsis[] = "\u2026";
    const size_t len = strlen(text);
    /* No code point gets longer; the sign of a cut stands where something was left out. */
    char *words = arena_alloc(arena, len + sizeof(ellipsis));
    const char *at = text;
    size_t end = 0;
    bool is_gap = false;
    while (at < text + len) {
        const uint32_t code = utf8_next(&at, text + len);
        if (is_blank(code)) {
            is_gap = end > 0;
        } else if (is_shown(code)) {
            if (is_gap) {
                words[end++] = ' ';
            }
            is_gap = false;
            end += utf8_put(code, words + end);
        }
    }
    words[end] = '\0';
    *is_cut = utf8_count(str_make(words, end)) > most_chars;
    if (*is_cut) {
        memcpy(words + cut_at(words, end, most_chars), ellipsis, sizeof(ellipsis));
    }
    return words;
}
