#include "core/activities.h"

#include "base/clock.h"
#include "base/text.h"
#include "core/codes.h"
#include "core/edit_parts.h"
#include "core/organiser.h"
#include "core/query.h"
#include "core/session_parts.h"

enum { SESSIONS_MAX = 1000 }; /* to come, of one activity */

static enum err check(const struct activity *activity, struct edit_fault *fault)
{
    size_t count = 0;
    size_t languages = 0;
    const char *const *kinds = activity_kind_codes(&count);
    const char *const *spoken = spoken_codes(&languages);
    const struct edit_text texts[] = {
        {"title", activity->title, EDIT_TITLE_CHARS, true},
        {"summary", activity->summary, EDIT_SUMMARY_CHARS, false},
        {"bring", activity->bring, EDIT_LABEL_CHARS, false},
    };
    const enum err err = edit_check_texts(texts, ARRAY_LEN(texts), fault);
    if (err != ERR_OK) {
        return err;
    }
    if (!text_is_one_of(activity->kind, kinds, count)) {
        return edit_refuse(fault, "kind");
    }
    if (activity->spoken[0] != '\0' && !text_is_one_of(activity->spoken, spoken, languages)) {
        return edit_refuse(fault, "spoken");
    }
    if (!edit_is_code(activity->icon)) {
        return edit_refuse(fault, "icon");
    }
    if (activity->least_age < 0 || activity->least_age > 99) {
        return edit_refuse(fault, "least_age");
    }
    if (!edit_is_cents(activity->price_cents)) {
        return edit_refuse(fault, "price_cents");
    }
    if (activity->subscriber_cents != -1 && !edit_is_cents(activity->subscriber_cents)) {
        return edit_refuse(fault, "subscriber_cents");
    }
    return edit_check_rule(&activity->rule, fault);
}

static enum err check_partner(struct db *db, int64_t partner_id)
{
    int64_t is_there = 0;
    if (partner_id == 0) {
        return ERR_OK;
    }
    struct query q = db_query(db, Q_ACTIVITY_PARTNER);
    query_int(&q, "partner_id", partner_id);
    return query_one_int(&q, &is_there);
}

/* Whether a session of it stands in the agenda, so that its words are read. */
static enum err is_seen_already(struct db *db, int64_t activity_id, bool *is_seen)
{
    struct query q = db_query(db, Q_ACTIVITY_SEEN);
    query_int(&q, "activity_id", activity_id);
    *is_seen = query_step(&q);
    return query_end(&q);
}

/* An organiser's: partner and rule are the house's to choose. Words that residents read wait for
 * nobody, so under the rule "desk" they are the concierge's to change. */
static enum err check_organiser(struct db *db, struct activity *activity, const struct actor *actor)
{
    bool may = true;
    bool is_seen = false;
    enum err err = organiser_partner(db, actor, &activity->partner_id);
    if (err != ERR_OK || activity->id == 0) {
        activity->rule = (struct edit_rule){.code = "desk", .training = ""};
        return err;
    }
    activity->rule.code = NULL; /* as it is */
    err = organiser_check_activity(db, actor, activity->id);
    if (err == ERR_OK) {
        err = organiser_may_alone(db, actor, &may);
    }
    if (err == ERR_OK && !may) {
        err = is_seen_already(db, activity->id, &is_seen);
    }
    return err == ERR_OK && is_seen ? ERR_DENIED : err;
}

enum err edit_write_activity(struct db *db, const struct activity *activity, int64_t *activity_id)
{
    enum err err = check_partner(db, activity->partner_id);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, activity->id == 0 ? Q_ACTIVITY_ADD : Q_ACTIVITY_CHANGE);
    query_text(&q, "kind", activity->kind);
    query_text(&q, "title", activity->title);
    query_text(&q, "summary", activity->summary);
    query_text(&q, "icon", activity->icon);
    query_text(&q, "spoken", activity->spoken);
    query_text(&q, "bring", activity->bring);
    query_int_or_null(&q, "partner_id", activity->partner_id);
    query_int(&q, "least_age", activity->least_age);
    query_int(&q, "takes_children", activity->takes_children);
    query_int(&q, "price_cents", activity->price_cents);
    edit_bind_cents(&q, "subscriber_cents", activity->subscriber_cents);
    if (activity->rule.code != NULL) {
        edit_bind_rule(&q, &activity->rule);
    }
    if (activity->id == 0) {
        err = query_run(&q);
        *activity_id = db_last_id(db);
        return err;
    }
    query_int(&q, "activity_id", activity->id);
    query_int(&q, "now_s", clock_now_s());
    *activity_id = activity->id;
    return edit_run_on_one(db, &q);
}

static enum err read_title(struct db *db, int64_t activity_id, struct arena *arena,
                           const char **title)
{
    struct query q = db_query(db, Q_ACTIVITY_TITLE);
    query_int(&q, "activity_id", activity_id);
    const bool is_found = query_step(&q);
    if (is_found) {
        *title = take_text(&q, arena);
    }
    const enum err err = query_end(&q);
    return err == ERR_OK && !is_found ? ERR_NOT_FOUND : err;
}

/* Whoever comes to one of its sessions, or waits, looks for it under the title that they know. */
static enum err tell_title(struct db *db, const struct activity *activity, const char *before)
{
    int64_t ids[SESSIONS_MAX];
    int count = 0;
    int told = 0;
    struct query q = db_query(db, Q_ACTIVITY_ANNOUNCED);
    query_int(&q, "activity_id", activity->id);
    query_int(&q, "now_s", clock_now_s());
    while (count < SESSIONS_MAX && query_step(&q)) {
        ids[count++] = take_int(&q);
    }
    const bool is_more = count == SESSIONS_MAX && query_step(&q);
    enum err err = query_end(&q);
    err = err == ERR_OK && is_more ? ERR_FULL : err;
    for (int i = 0; err == ERR_OK && i < count; i++) {
        err = session_tell_title(db, ids[i], before, activity->title, &told);
    }
    return err;
}

static enum err rewrite(struct db *db, const struct activity *activity, int64_t *activity_id)
{
    const char *before = "";
    struct arena *arena = arena_create("title", 1 << 12);
    enum err err = read_title(db, activity->id, arena, &before);
    if (err == ERR_OK) {
        err = edit_write_activity(db, activity, activity_id);
    }
    if (err == ERR_OK) {
        err = tell_title(db, activity, before);
    }
    arena_destroy(arena);
    return err;
}

static enum err write_as(struct db *db, struct activity activity, const struct actor *actor,
                         int64_t *activity_id)
{
    const enum err err =
        actor->who == WHO_ORGANISER ? check_organiser(db, &activity, actor) : ERR_OK;
    if (err != ERR_OK) {
        return err;
    }
    return activity.id == 0 ? edit_write_activity(db, &activity, activity_id)
                            : rewrite(db, &activity, activity_id);
}

enum err activity_save(struct db *db, const struct activity *activity, struct actor actor,
                       struct edit_fault *fault, int64_t *activity_id)
{
    *activity_id = 0;
    enum err err = check(activity, fault);
    if (err == ERR_OK) {
        err = edit_begin(db);
    }
    return err == ERR_OK ? edit_end(db, write_as(db, *activity, &actor, activity_id), true) : err;
}
