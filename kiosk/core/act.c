/* Figures: what each end of a request counts as. */
#include <string.h>

#include "base/clock.h"
#include "core/query.h"
#include "core/request_rows.h"

static int local_day(int64_t at_s)
{
    const struct civil day = clock_civil(at_s);
    return day.year * 10000 + day.month * 100 + day.day;
}

/* Who came is a fact of the session's day, whenever it is entered. */
static int64_t fact_s(const struct step *step)
{
    static const enum verb attendance[] = {VERB_MARK_PRESENT, VERB_MARK_ABSENT, VERB_MARK_EXCUSED,
                                           VERB_WALK_IN, VERB_COUNT_IN};
    const int64_t from_s = step->terms.from_s;
    for (size_t i = 0; i < ARRAY_LEN(attendance); i++) {
        if (step->verb == attendance[i] && from_s != 0 && from_s < step->happened_at_s) {
            return from_s;
        }
    }
    return step->happened_at_s;
}

/* Needs, offers and the replies to them are apart: two people who help each other are one helping
 * hand, not two. */
static const char *act_kind(const struct request *after)
{
    return strcmp(after->direction, "offer") == 0   ? "offer"
           : strcmp(after->direction, "reply") == 0 ? "reply"
                                                    : kind_code(after->kind);
}

/* What an end comes to: noted with it, or when it comes back what it was before, or what was agreed
 * on, or what the catalogue says. Only what ended well costs anything. */
struct worth {
    int64_t minutes;
    int64_t cents;
};

static enum err worth_before(struct db *db, const struct step *step, const struct request *after,
                             struct worth *worth, bool *is_found)
{
    struct query q = db_query(db, Q_ACT_OF);
    query_int(&q, "request_id", after->id);
    query_int(&q, "no", step->back_to_no);
    *is_found = query_step(&q);
    if (*is_found) {
        worth->minutes = take_int(&q);
        worth->cents = take_int(&q);
    }
    return query_end(&q);
}

static enum err read_price(struct db *db, const struct step *step, const struct request *after,
                           int64_t *cents)
{
    struct query q = db_query(db, Q_ACT_PRICE);
    query_int(&q, "request_id", after->id);
    query_int(&q, "household_id", after->household_id);
    query_int(&q, "fact_s", fact_s(step));
    return query_one_int(&q, cents);
}

static enum err find_worth(struct db *db, const struct step *step, const struct request *after,
                           struct worth *worth)
{
    bool is_found = false;
    *worth = (struct worth){0};
    if ((flow_state_flags(after->kind, after->state) & STATE_GOOD) == 0) {
        return ERR_OK;
    }
    const enum err err =
        step->back_to_no == 0 ? ERR_OK : worth_before(db, step, after, worth, &is_found);
    if (err != ERR_OK || is_found) {
        return err;
    }
    worth->minutes = strcmp(after->direction, "reply") == 0 ? 0 : step->minutes;
    if (step->cents != MOVE_AS_PRICED) {
        worth->cents = step->cents;
        return ERR_OK;
    }
    return read_price(db, step, after, &worth->cents);
}

static enum err link_act(struct db *db, const struct request *after, int64_t act_id)
{
    struct query q = db_query(db, Q_ACT_LINK);
    query_int(&q, "request_id", after->id);
    query_int(&q, "no", after->no);
    query_int(&q, "act_id", act_id);
    return query_run(&q);
}

enum err act_write(struct db *db, const struct step *step, const struct request *after)
{
    /* A session's terms carry its capacity, and once it is counted those who came without a
     * booking's name; the others are counted with their bookings. */
    const bool has_people = after->kind != KIND_SESSION || after->state == STATE_COUNTED;
    struct worth worth;
    enum err err = find_worth(db, step, after, &worth);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_ACT_INSERT);
    query_int(&q, "day", local_day(fact_s(step)));
    query_int(&q, "today", local_day(clock_now_s()));
    query_text(&q, "kind", act_kind(after));
    query_text(&q, "outcome", state_code(after->state));
    query_text(&q, "ended_by", who_code(step->who));
    query_int(&q, "is_known", after->household_id != 0);
    query_int(&q, "adults", has_people ? after->terms.adults : 0);
    query_int(&q, "children", has_people ? after->terms.children : 0);
    query_int(&q, "minutes", worth.minutes);
    query_int(&q, "cents", worth.cents);
    query_int(&q, "request_id", after->id);
    err = query_run(&q);
    return err == ERR_OK ? link_act(db, after, db_last_id(db)) : err;
}

enum err act_take_back(struct db *db, int64_t request_id, int no)
{
    struct query q = db_query(db, Q_ACT_TAKE_BACK);
    query_int(&q, "request_id", request_id);
    query_int(&q, "no", no);
    query_int(&q, "today", local_day(clock_now_s()));
    return query_run(&q);
}
