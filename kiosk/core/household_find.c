#include "core/household_find.h"

#include <string.h>

#include "base/fold.h"
#include "base/text.h"
#include "core/query.h"

/* Letters and digits; typographic signs, such as the curved apostrophe, part words. */
static bool is_of_word(uint32_t code)
{
    enum { LETTERS_FIRST = 0xC0, SIGNS_FIRST = 0x2000, SIGNS_LAST = 0x2BFF };
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
           (code >= '0' && code <= '9') ||
           (code >= LETTERS_FIRST && !(code >= SIGNS_FIRST && code <= SIGNS_LAST));
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

/* Each word without case and accents, between before and after. */
static const char *fold_words(const char *words, const char *before, const char *after,
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
            continue; /* signs alone */
        }
        const char *const parts[] = {before, one, after};
        for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
            memcpy(folded + at, parts[i], strlen(parts[i]));
            at += strlen(parts[i]);
        }
    }
    return folded;
}

static enum err read_names(struct db *db, int64_t household_id, struct arena *arena,
                           const char *columns[3])
{
    struct query q = db_query(db, Q_HOUSEHOLD_NAMES);
    query_int(&q, "household_id", household_id);
    columns[0] = NULL;
    if (query_step(&q)) {
        for (int i = 0; i < 3; i++) {
            columns[i] = fold_words(take_text(&q, arena), "", " ", arena);
        }
    }
    return query_end(&q);
}

static enum err write_names(struct db *db, int64_t household_id, struct arena *arena)
{
    const char *columns[3];
    const enum err err = read_names(db, household_id, arena, columns);
    if (err != ERR_OK || columns[0] == NULL) {
        return err;
    }
    struct query q = db_query(db, Q_HOUSEHOLD_INDEX);
    query_int(&q, "household_id", household_id);
    query_text(&q, "names", columns[0]);
    query_text(&q, "place", columns[1]);
    query_text(&q, "phone", columns[2]);
    return query_run(&q);
}

enum err household_index(struct db *db, int64_t household_id)
{
    enum { LIMIT_BYTES = 64 << 10 };
    struct query q = db_query(db, Q_HOUSEHOLD_UNINDEX);
    query_int(&q, "household_id", household_id);
    enum err err = query_run(&q);
    if (err != ERR_OK) {
        return err;
    }
    struct arena *arena = arena_create("names", LIMIT_BYTES);
    err = write_names(db, household_id, arena);
    arena_destroy(arena);
    return err;
}

enum err household_index_tidy(struct db *db)
{
    struct query q = db_query(db, Q_HOUSEHOLD_INDEX_TIDY);
    return query_run(&q);
}

/* "06 12.34-5": digits and what stands between them; a year or a house number is too short. */
static bool is_phone(const char *words)
{
    enum { LEAST_DIGITS = 5 };
    size_t digits = 0;
    for (const char *at = words; *at != '\0'; at++) {
        digits += *at >= '0' && *at <= '9';
    }
    return digits >= LEAST_DIGITS && strspn(words, "0123456789 .-+") == strlen(words);
}

/* Words in quotes are never read as operators. */
const char *household_match(const char *words, struct arena *arena)
{
    char *digits = arena_strdup(arena, words);
    if (is_phone(words)) {
        size_t len = 0;
        for (const char *at = words; *at != '\0'; at++) {
            digits[len] = *at;
            len += *at >= '0' && *at <= '9';
        }
        digits[len] = '\0';
    }
    return fold_words(digits, "\"", "\"* ", arena);
}
