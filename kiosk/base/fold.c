#include "base/fold.h"

#include <string.h>

enum { FIRST = 0xC0, LAST = 0x17F, MARKS_FIRST = 0x300, MARKS_LAST = 0x36F, OTHERS_FIRST = 0x370 };

/* Typographic signs, among which the curved apostrophe and the narrow space. */
static bool is_sign(uint32_t code)
{
    return code >= 0x2000 && code <= 0x2BFF;
}

/* U+00C0 to U+017F. */
static const char LATIN[LAST - FIRST + 1][3] = {
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i", /* 00C0 */
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "ss",
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i", /* 00E0 */
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "y",
    "a", "a", "a",  "a",  "a", "a", "c",  "c", "c", "c", "c", "c", "c", "c", "d",  "d", /* 0100 */
    "d", "d", "e",  "e",  "e", "e", "e",  "e", "e", "e", "e", "e", "g", "g", "g",  "g",
    "g", "g", "g",  "g",  "h", "h", "h",  "h", "i", "i", "i", "i", "i", "i", "i",  "i", /* 0120 */
    "i", "i", "ij", "ij", "j", "j", "k",  "k", "k", "l", "l", "l", "l", "l", "l",  "l",
    "l", "l", "l",  "n",  "n", "n", "n",  "n", "n", "n", "n", "n", "o", "o", "o",  "o", /* 0140 */
    "o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r", "s", "s", "s", "s", "s",  "s",
    "s", "s", "t",  "t",  "t", "t", "t",  "t", "u", "u", "u", "u", "u", "u", "u",  "u", /* 0160 */
    "u", "u", "u",  "u",  "w", "w", "y",  "y", "y", "z", "z", "z", "z", "z", "z",  "s",
};

/* Arabic as people type it: alef and its seats without hamza, the ends that are written both ways,
 * digits as the screen shows them. Vowel marks and the stretching stroke are left out. */
static const struct {
    uint32_t from, to; /* 0: left out */
} ARABIC[] = {
    {0x622, 0x627}, {0x623, 0x627}, {0x625, 0x627}, {0x671, 0x627}, {0x624, 0x648},
    {0x626, 0x64A}, {0x629, 0x647}, {0x649, 0x64A}, {0x640, 0},     {0x670, 0},
};
enum { HARAKAT_FIRST = 0x64B, HARAKAT_LAST = 0x65F, DIGITS_FIRST = 0x660, DIGITS_LAST = 0x669 };

static uint32_t fold_arabic(uint32_t code)
{
    if (code >= HARAKAT_FIRST && code <= HARAKAT_LAST) {
        return 0;
    }
    if (code >= DIGITS_FIRST && code <= DIGITS_LAST) {
        return '0' + code - DIGITS_FIRST;
    }
    for (size_t i = 0; i < ARRAY_LEN(ARABIC); i++) {
        if (ARABIC[i].from == code) {
            return ARABIC[i].to;
        }
    }
    return code;
}

/* out: 5 bytes, ended by NUL; "" for what is left out. */
static void fold_one(uint32_t code, char out[5])
{
    out[0] = '\0';
    code = fold_arabic(code);
    if (code >= 'A' && code <= 'Z') {
        code += 'a' - 'A';
    }
    if (code >= FIRST && code <= LAST) {
        memcpy(out, LATIN[code - FIRST], sizeof(LATIN[0]));
        return;
    }
    const bool is_plain = (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
    const bool is_other = code >= OTHERS_FIRST && !is_sign(code) && code != 0xFEFF;
    if (is_plain || is_other || (code > LAST && code < MARKS_FIRST)) {
        out[utf8_put(code, out)] = '\0';
    }
}

enum err text_fold(struct str text, char *folded, size_t size)
{
    size_t len = 0;
    const char *at = text.ptr;
    const char *const end = text.len == 0 ? text.ptr : text.ptr + text.len;
    while (at < end) {
        char one[5];
        fold_one(utf8_next(&at, end), one);
        const size_t more = strlen(one);
        if (len + more >= size) {
            folded[0] = '\0';
            return ERR_FULL;
        }
        memcpy(folded + len, one, more);
        len += more;
    }
    folded[len] = '\0';
    return ERR_OK;
}

/* ---- Words ---- */

/* Letters and digits; typographic signs, such as the curved apostrophe, part words. */
static bool is_of_word(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
           (code >= '0' && code <= '9') || (code >= FIRST && !is_sign(code));
}

/* Cuts the next word off the front of *rest. */
static bool take_word(struct str *rest, struct str *word)
{
    const char *const end = rest->ptr + rest->len;
    const char *from = rest->ptr;
    const char *at = from;
    while (at < end && !is_of_word(utf8_next(&at, end))) {
        from = at;
    }
    const char *until = from;
    for (at = from; at < end && is_of_word(utf8_next(&at, end));) {
        until = at;
    }
    *word = str_make(from, (size_t)(until - from));
    *rest = str_make(until, (size_t)(end - until));
    return word->len > 0;
}

const char *text_fold_words(const char *words, const char *before, const char *after,
                            struct arena *arena)
{
    enum { MORE = 3 }; /* no letter folds to more than thrice its bytes, and that when broken */
    const size_t around = strlen(before) + strlen(after);
    const size_t len = strlen(words);
    const size_t size = len * (MORE + around) + 1;
    char *folded = arena_alloc(arena, size);
    char *one = arena_alloc(arena, len * MORE + 1);
    size_t at = 0;
    struct str rest = str_of(words);
    struct str word;
    while (take_word(&rest, &word)) {
        if (text_fold(word, one, len * MORE + 1) != ERR_OK || one[0] == '\0') {
            continue; /* marks alone */
        }
        const char *const parts[] = {before, one, after};
        for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
            memcpy(folded + at, parts[i], strlen(parts[i]));
            at += strlen(parts[i]);
        }
    }
    return folded;
}
