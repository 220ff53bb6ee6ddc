#include "base/fold.h"

#include <string.h>

enum { FIRST = 0xC0, LAST = 0x17F, MARKS_FIRST = 0x300, MARKS_LAST = 0x36F, OTHERS_FIRST = 0x370 };
/* Typographic signs, among which the curved apostrophe and the narrow space. */
enum { SIGNS_FIRST = 0x2000, SIGNS_LAST = 0x2BFF };

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

/* out: 5 bytes, ended by NUL; "" for what is left out. */
static void fold_one(uint32_t code, char out[5])
{
    out[0] = '\0';
    if (code >= 'A' && code <= 'Z') {
        code += 'a' - 'A';
    }
    if (code >= FIRST && code <= LAST) {
        memcpy(out, LATIN[code - FIRST], sizeof(LATIN[0]));
        return;
    }
    const bool is_plain = (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
    const bool is_other =
        code >= OTHERS_FIRST && !(code >= SIGNS_FIRST && code <= SIGNS_LAST) && code != 0xFEFF;
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
