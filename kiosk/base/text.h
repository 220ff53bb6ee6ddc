/* Text: UTF-8 throughout. Views inside, NUL-terminated strings at library edges. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/* Around words of another language than the rest (Unicode UAX 9: FSI, PDI). */
#define TEXT_ISOLATE     "\u2068"
#define TEXT_ISOLATE_END "\u2069"

/* A view of bytes that belong to somebody else. */
struct str {
    const char *ptr;
    size_t len;
};

static inline struct str str_make(const char *ptr, size_t len)
{
    return (struct str){ptr, len};
}
struct str str_of(const char *text);
bool str_equal(struct str a, struct str b);
/* Without white space at both ends. */
struct str str_trim(struct str s);
/* Cuts *rest before the next separator and moves *rest behind it; false when nothing is left. */
bool str_split(struct str *rest, char separator, struct str *part);
bool text_has_prefix(const char *text, const char *prefix);
/* Whether a text is one of these words; a NULL among them ends the list. */
bool text_is_one_of(const char *text, const char *const *words, size_t count);

/* A number by which a text is known again: FNV-1a, 64 bits. It begins with TEXT_PRINT, or goes on
 * from the print of what stands before. For tables and for noticing changes: whoever wants two
 * texts of one print finds them. */
#define TEXT_PRINT UINT64_C(0xcbf29ce484222325)
uint64_t text_print(uint64_t print, struct str text);

/* Decimal digits only, no sign, no space; ERR_INVALID otherwise or above max. */
enum err text_parse_int(struct str digits, int64_t max, int64_t *value) NODISCARD;

/* Reads one code point and moves *at behind it; at end of text returns 0 and stays. A broken byte
 * reads as U+FFFD and is one byte long. */
uint32_t utf8_next(const char **at, const char *end);
/* Valid UTF-8, without control characters other than line feed. */
bool utf8_is_clean(struct str s);
/* The same, and one line of at most so many code points. */
bool utf8_is_line(struct str s, size_t most_chars);
/* Number of code points. */
size_t utf8_count(struct str s);
/* Offset at which the last code point of s begins; 0 for an empty s. */
size_t utf8_last(struct str s);
/* Writes 1–4 bytes, returns how many; 0 if code is not a scalar value. */
size_t utf8_put(uint32_t code, char out[4]);
