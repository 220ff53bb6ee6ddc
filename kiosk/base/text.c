#include "base/text.h"

#include <string.h>

struct str str_of(const char *text)
{
    return str_make(text, text == NULL ? 0 : strlen(text));
}

bool str_equal(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim(struct str s)
{
    while (s.len > 0 && is_space(s.ptr[0])) {
        s.ptr++;
        s.len--;
    }
    while (s.len > 0 && is_space(s.ptr[s.len - 1])) {
        s.len--;
    }
    return s;
}

bool str_split(struct str *rest, char separator, struct str *part)
{
    if (rest->ptr == NULL) {
        return false;
    }
    const char *cut = rest->len == 0 ? NULL : memchr(rest->ptr, separator, rest->len);
    if (cut == NULL) {
        *part = *rest;
        *rest = str_make(NULL, 0);
        return true;
    }
    *part = str_make(rest->ptr, (size_t)(cut - rest->ptr));
    *rest = str_make(cut + 1, rest->len - part->len - 1);
    return true;
}

bool text_has_prefix(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool text_is_one_of(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count && words[i] != NULL; i++) {
        if (strcmp(words[i], text) == 0) {
            return true;
        }
    }
    return false;
}

uint64_t text_print(uint64_t print, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        print = (print ^ (unsigned char)text.ptr[i]) * UINT64_C(0x100000001b3);
    }
    return print;
}

enum err text_parse_int(struct str digits, int64_t max, int64_t *value)
{
    int64_t sum = 0;
    if (digits.len == 0) {
        return ERR_INVALID;
    }
    for (size_t i = 0; i < digits.len; i++) {
        const int digit = digits.ptr[i] - '0';
        if (digit < 0 || digit > 9 || digit > max || sum > (max - digit) / 10) {
            return ERR_INVALID;
        }
        sum = sum * 10 + digit;
    }
    *value = sum;
    return ERR_OK;
}

uint32_t utf8_next(const char **at, const char *end)
{
    if (*at >= end) {
        return 0;
    }
    static const struct {
        unsigned char mask, lead;
        uint32_t least; /* shorter forms are refused */
        int more;
    } shapes[] = {
        {0x80, 0x00, 0x0, 0},
        {0xe0, 0xc0, 0x80, 1},
        {0xf0, 0xe0, 0x800, 2},
        {0xf8, 0xf0, 0x10000, 3},
    };
    const unsigned char first = (unsigned char)**at;
    for (size_t i = 0; i < ARRAY_LEN(shapes); i++) {
        if ((first & shapes[i].mask) != shapes[i].lead || end - *at <= shapes[i].more) {
            continue;
        }
        uint32_t code = first & (unsigned char)~shapes[i].mask;
        int taken = 0;
        while (taken < shapes[i].more && ((unsigned char)(*at)[taken + 1] & 0xc0) == 0x80) {
            taken++;
            code = code << 6 | ((unsigned char)(*at)[taken] & 0x3f);
        }
        const bool is_scalar =
            code >= shapes[i].least && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
        if (taken == shapes[i].more && is_scalar) {
            *at += taken + 1;
            return code;
        }
        break;
    }
    *at += 1;
    return 0xfffd;
}

bool utf8_is_clean(struct str s)
{
    const char *at = s.ptr;
    const char *end = s.ptr + s.len;
    while (at < end) {
        const char *before = at;
        const uint32_t code = utf8_next(&at, end);
        const bool is_broken = code == 0xfffd && at - before == 1;
        if (is_broken || (code < 0x20 && code != '\n') || (code >= 0x7f && code < 0xa0)) {
            return false;
        }
    }
    return true;
}

bool utf8_is_line(struct str s, size_t most_chars)
{
    return utf8_is_clean(s) && (s.len == 0 || memchr(s.ptr, '\n', s.len) == NULL) &&
           utf8_count(s) <= most_chars;
}

size_t utf8_count(struct str s)
{
    size_t count = 0;
    const char *at = s.ptr;
    while (at < s.ptr + s.len) {
        (void)utf8_next(&at, s.ptr + s.len);
        count++;
    }
    return count;
}

size_t utf8_last(struct str s)
{
    size_t at = s.len;
    while (at > 0) {
        at--;
        if (((unsigned char)s.ptr[at] & 0xc0) != 0x80) {
            break;
        }
    }
    return at;
}

size_t utf8_put(uint32_t code, char out[4])
{
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
        return 0;
    }
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    const size_t len = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (size_t i = len - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (code & 0x3f));
        code >>= 6;
    }
    out[0] = (char)(leads[len] | code);
    return len;
}
