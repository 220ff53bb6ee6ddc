#include "core/household_find.h"

#include <string.h>

#include "base/fold.h"
#include "core/query.h"

static enum err read_names(struct db *db, int64_t household_id, struct arena *arena,
                           const char *columns[3])
{
    struct query q = db_query(db, Q_HOUSEHOLD_NAMES);
    query_int(&q, "household_id", household_id);
    columns[0] = NULL;
    if (query_step(&q)) {
        for (int i = 0; i < 3; i++) {
            columns[i] = text_fold_words(take_text(&q, arena), "", " ", arena);
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
    return text_fold_words(digits, "\"", "\"* ", arena);
}
