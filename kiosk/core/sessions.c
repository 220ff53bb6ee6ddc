#include "core/sessions.h"

#include "base/text.h"
#include "core/organiser.h"
#include "core/query.h"

static bool is_possible(const struct session_plan *plan)
{
    const struct str place = str_of(plan->place);
    return plan->ends_s > plan->starts_s && plan->ends_s - plan->starts_s <= SESSION_LONGEST_S &&
           plan->capacity >= 0 && plan->capacity <= SESSION_CAPACITY_MAX &&
           plan->least_people >= 0 && utf8_is_clean(place) &&
           utf8_count(place) <= SESSION_PLACE_CHARS;
}

/* What an organiser announces is proposed, unless the association's rule lets it through. */
static enum err verb_by_rule(struct db *db, const struct session_plan *plan,
                             const struct actor *actor, enum verb *verb)
{
    bool may = true;
    enum err err = organiser_check_activity(db, actor, plan->activity_id);
    if (err == ERR_OK && *verb == VERB_PUBLISH) {
        err = organiser_may_alone(db, actor, &may);
    }
    *verb = may ? *verb : VERB_SUBMIT;
    return err;
}

enum err sessions_add(struct db *db, const struct session_plan *plan, enum verb verb,
                      struct actor actor, int64_t *session_id)
{
    struct receipt receipt;
    struct ask ask = ask_make(KIND_SESSION, verb, actor);
    ask.channel = "desk";
    ask.terms = (struct terms){
        .from_s = plan->starts_s,
        .until_s = plan->ends_s,
        .adults = plan->capacity, /* as moves of sessions carry it */
    };
    enum err err = is_possible(plan) ? verb_by_rule(db, plan, &ask.actor, &ask.verb) : ERR_INVALID;
    if (err == ERR_OK) {
        err = request_ask(db, &ask, &receipt);
    }
    if (err != ERR_OK) {
        return err;
    }
    *session_id = receipt.request_id;
    struct query q = db_query(db, Q_SESSION_ADD);
    query_int(&q, "session_id", *session_id);
    query_int(&q, "activity_id", plan->activity_id);
    query_int(&q, "starts_s", plan->starts_s);
    query_int(&q, "ends_s", plan->ends_s);
    query_text(&q, "place", plan->place);
    query_int_or_null(&q, "capacity", plan->capacity);
    query_int(&q, "least_people", plan->least_people);
    query_int_or_null(&q, "series_id", plan->series_id);
    return query_run(&q);
}
