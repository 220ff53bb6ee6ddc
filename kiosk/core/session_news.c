/* What whoever comes or waits is told of a session, without being asked again. */
#include <string.h>

#include "base/fold.h"
#include "core/edit_parts.h"
#include "core/query.h"
#include "core/request_rows.h"
#include "core/session_parts.h"

enum {
    BOOKINGS_MAX = 1000, /* as its consequences */
    FOLDED_BYTES = 4 * EDIT_TITLE_CHARS + 1
};

static enum err tell_one(struct db *db, int64_t booking_id, const char *reason_code,
                         const char *words, int *told)
{
    struct request booking;
    struct outcome outcome;
    const enum err err = request_load(db, booking_id, &booking);
    if (err != ERR_OK || flow_find(KIND_BOOKING, booking.state, VERB_TELL) == NULL) {
        return err;
    }
    struct move move = move_make(booking_id, VERB_TELL, (struct actor){.who = WHO_HOUSE});
    move.reason_code = reason_code;
    move.words = words;
    (*told)++;
    return move_apply(db, &move, 0, 0, false, &outcome);
}

enum err session_tell(struct db *db, int64_t session_id, const char *reason_code, const char *words,
                      int *told)
{
    int64_t ids[BOOKINGS_MAX];
    int count = 0;
    struct query q = db_query(db, Q_SESSION_BOOKINGS);
    query_int(&q, "session_id", session_id);
    while (count < BOOKINGS_MAX && query_step(&q)) {
        ids[count++] = take_int(&q);
    }
    const bool is_more = count == BOOKINGS_MAX && query_step(&q);
    enum err err = query_end(&q);
    err = err == ERR_OK && is_more ? ERR_FULL : err;
    for (int i = 0; err == ERR_OK && i < count; i++) {
        err = tell_one(db, ids[i], reason_code, words, told);
    }
    return err;
}

/* Longer than any title: compared as it is. */
static bool fold(const char *title, char folded[FOLDED_BYTES])
{
    return text_fold(str_of(title), folded, FOLDED_BYTES) == ERR_OK;
}

bool session_is_renamed(const char *before, const char *after)
{
    char was[FOLDED_BYTES];
    char is[FOLDED_BYTES];
    return fold(before, was) && fold(after, is) ? strcmp(was, is) != 0 : strcmp(before, after) != 0;
}

enum err session_tell_title(struct db *db, int64_t session_id, const char *before,
                            const char *after, int *told)
{
    return session_is_renamed(before, after)
               ? session_tell(db, session_id, "title_changed", before, told)
               : ERR_OK;
}
