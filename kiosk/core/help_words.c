#include "core/help_words.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "core/query.h"
#include "core/request.h"

enum { DIGITS_OF_A_PHONE = 6, LETTERS_OF_A_NAME = 3 };

/* The letter under an accent, in lower case: U+00C0 to U+017F. Where there is none, '.'. */
static const char LETTERS[] = "aaaaaaaceeeeiiiidnooooo.ouuuuy.saaaaaaaceeeeiiiidnooooo.ouuuuy.y"
                              "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
                              "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* 0 for what is no letter. */
static uint32_t letter_of(uint32_t code)
{
    if (code >= 'A' && code <= 'Z') {
        return code - 'A' + 'a';
    }
    if (code >= 0xc0 && code < 0xc0 + sizeof(LETTERS) - 1) {
        const char letter = LETTERS[code - 0xc0];
        return letter == '.' ? code : (uint32_t)letter;
    }
    const bool is_sign = code < 'a' || (code > 'z' && code < 0xc0) ||
                         (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f);
    return is_sign ? 0 : code;
}

/* The next word of a text, as plain letters; false when there is none left. */
static bool next_word(const char **at, const char *end, struct arena *arena, struct str *word)
{
    char *letters = arena_alloc(arena, (size_t)(end - *at) * 2 + 4);
    size_t len = 0;
    while (*at < end) {
        const uint32_t letter = letter_of(utf8_next(at, end));
        if (letter != 0) {
            len += utf8_put(letter, letters + len);
        } else if (len > 0) {
            break;
        }
    }
    *word = str_make(letters, len);
    return len > 0;
}

static bool has_word(const char *text, struct str wanted, struct arena *arena)
{
    const char *end = text + strlen(text);
    struct str word;
    while (next_word(&text, end, arena, &word)) {
        if (str_equal(word, wanted)) {
            return true;
        }
    }
    return false;
}

static bool names(const char *words, const char *name, struct arena *arena)
{
    const char *end = name + strlen(name);
    struct str word;
    while (next_word(&name, end, arena, &word)) {
        if (utf8_count(word) >= LETTERS_OF_A_NAME && has_word(words, word, arena)) {
            return true;
        }
    }
    return false;
}

/* Digits one after the other, also "06 12.34-56". */
static bool has_phone(const char *words)
{
    const char *end = words + strlen(words);
    int digits = 0;
    while (words < end && digits < DIGITS_OF_A_PHONE) {
        const uint32_t code = utf8_next(&words, end);
        const bool is_digit = code >= '0' && code <= '9';
        const bool is_between = code == ' ' || code == '.' || code == '-' || code == 0xa0 ||
                                code == 0x202f || code == 0x2011;
        digits = is_digit ? digits + 1 : is_between ? digits : 0;
    }
    return digits == DIGITS_OF_A_PHONE;
}

static bool is_same(const char *words, const char *own, struct arena *arena)
{
    const char *words_end = words + strlen(words);
    const char *own_end = own + strlen(own);
    for (;;) {
        struct str a;
        struct str b;
        const bool has_a = next_word(&words, words_end, arena, &a);
        const bool has_b = next_word(&own, own_end, arena, &b);
        if (!has_a || !has_b) {
            return has_a == has_b;
        }
        if (!str_equal(a, b)) {
            return false;
        }
    }
}

static enum err check_names(struct db *db, int64_t request_id, const char *words,
                            struct arena *arena, bool *is_nameless)
{
    struct query q = db_query(db, Q_HELP_NAMES);
    query_int(&q, "request_id", request_id);
    while (*is_nameless && query_step(&q)) {
        *is_nameless = !names(words, take_text(&q, arena), arena);
    }
    return query_end(&q);
}

static enum err check_own(struct db *db, int64_t request_id, const char *words, struct arena *arena,
                          bool *is_nameless)
{
    struct query q = db_query(db, Q_HELP_OWN_WORDS);
    query_int(&q, "request_id", request_id);
    if (query_step(&q)) {
        *is_nameless = *is_nameless && !is_same(words, take_text(&q, arena), arena);
    }
    return query_end(&q);
}

enum err help_words_check(struct db *db, int64_t request_id, const char *words, bool *is_nameless)
{
    *is_nameless = !has_phone(words);
    if (words[0] == '\0') {
        return ERR_OK;
    }
    struct arena *arena = arena_create("board words", 1 << 20);
    enum err err = check_names(db, request_id, words, arena, is_nameless);
    if (err == ERR_OK) {
        err = check_own(db, request_id, words, arena, is_nameless);
    }
    arena_destroy(arena);
    return err;
}
