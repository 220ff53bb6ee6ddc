/* One line of a calendar becomes what the agenda shows. */
#include <string.h>

#include "base/clock.h"
#include "core/calendar_parts.h"
#include "core/edit_parts.h"
#include "core/organiser.h"
#include "core/query.h"
#include "core/session_desk.h"
#include "core/session_parts.h"

struct writing {
    struct db *db;
    const struct calendar_confirm *confirm;
    const struct calendar_reading *reading;
    const struct calendar_line *line;
    struct calendar_done *done;
    bool *is_proposed; /* it only waits for the concierge's yes */
};

/* ---- Activities ---- */

static const struct {
    const char *kind, *icon;
} ICONS[] = {
    {"workshop", "tools"},         {"cafe", "cafe"},         {"market", "groceries"},
    {"committee", "conversation"}, {"partner", "handshake"},
};

static const char *icon_of(const char *kind)
{
    for (size_t i = 0; i < ARRAY_LEN(ICONS); i++) {
        if (strcmp(ICONS[i].kind, kind) == 0) {
            return ICONS[i].icon;
        }
    }
    return ICONS[0].icon;
}

/* What was chosen for it. */
static enum err make_activity(const struct writing *writing, struct session_plan *plan)
{
    char kind[CODE_BYTES] = "workshop";
    char rule[CODE_BYTES] = "desk";
    struct query q = db_query(writing->db, Q_CALENDAR_CHOSEN);
    query_int(&q, "reading_id", writing->reading->id);
    query_text(&q, "title", writing->line->row.title);
    if (query_step(&q)) {
        take_code(&q, kind, sizeof(kind));
        plan->capacity = (int)take_int(&q);
        take_code(&q, rule, sizeof(rule));
    }
    const enum err err = query_end(&q);
    const struct activity activity = {
        .kind = kind,
        .title = writing->line->row.title,
        .summary = writing->line->summary,
        .icon = icon_of(kind),
        .spoken = "",
        .bring = "",
        .partner_id = writing->reading->partner_id,
        .takes_children = true,
        .subscriber_cents = -1,
        .rule = {.code = rule, .training = ""},
    };
    return err == ERR_OK ? edit_write_activity(writing->db, &activity, &plan->activity_id) : err;
}

/* An activity of the partner of that title, with the seats that its last session had; id 0 none. */
static enum err find_activity(const struct writing *writing, struct session_plan *plan)
{
    struct query q = db_query(writing->db, Q_CALENDAR_ACTIVITY);
    query_int(&q, "partner_id", writing->reading->partner_id);
    query_text(&q, "title", writing->line->row.title);
    if (query_step(&q)) {
        plan->activity_id = take_int(&q);
        plan->capacity = (int)take_int(&q);
        plan->least_people = (int)take_int(&q);
    }
    return query_end(&q);
}

/* Another title is another activity, like the one before in everything else. */
static enum err retitle(const struct writing *writing)
{
    struct session_plan plan = {0};
    enum err err = find_activity(writing, &plan);
    if (err == ERR_OK && plan.activity_id == 0) {
        struct query q = db_query(writing->db, Q_CALENDAR_COPY_ACTIVITY);
        query_int(&q, "session_id", writing->line->row.session_id);
        query_text(&q, "title", writing->line->row.title);
        query_text(&q, "summary", writing->line->summary);
        err = query_run(&q);
        plan.activity_id = db_last_id(writing->db);
    }
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(writing->db, Q_CALENDAR_SET_ACTIVITY);
    query_int(&q, "session_id", writing->line->row.session_id);
    query_int(&q, "activity_id", plan.activity_id);
    query_int(&q, "now_s", clock_now_s());
    err = query_run(&q);
    return err == ERR_OK ? session_tell_title(writing->db, writing->line->row.session_id,
                                              writing->line->row.title_was,
                                              writing->line->row.title, &writing->done->told)
                         : err;
}

static enum err rewrite(const struct writing *writing)
{
    struct query q = db_query(writing->db, Q_CALENDAR_SET_SUMMARY);
    query_int(&q, "session_id", writing->line->row.session_id);
    query_text(&q, "summary", writing->line->summary);
    query_int(&q, "now_s", clock_now_s());
    return query_run(&q);
}

/* ---- Sessions ---- */

static enum err act(const struct writing *writing, enum verb verb, const char *reason_code,
                    int64_t starts_s, int64_t ends_s)
{
    struct session_done done;
    const struct session_act what = {
        .session_id = writing->line->row.session_id,
        .actor = writing->confirm->actor,
        .verb = verb,
        .starts_s = starts_s,
        .ends_s = ends_s,
        .reason_code = reason_code,
        .words = "",
        .lang = DB_HOUSE_LANG,
    };
    const enum err err = session_act(writing->db, &what, &done);
    writing->done->told += done.told;
    writing->done->reasons = done.outcome.reasons;
    *writing->is_proposed |= done.is_proposed;
    return err;
}

static enum err change(const struct writing *writing, const char *place, int64_t starts_s,
                       int64_t ends_s)
{
    struct session_done done;
    const struct session_change what = {
        .session_id = writing->line->row.session_id,
        .actor = writing->confirm->actor,
        .least_people = -1,
        .place = place,
        .starts_s = starts_s,
        .ends_s = ends_s,
    };
    const enum err err = session_change(writing->db, &what, &done);
    writing->done->told += done.told;
    writing->done->reasons = done.outcome.reasons;
    *writing->is_proposed |= done.is_proposed;
    return err;
}

/* What stands in the agenda moves, what was postponed comes back, what nobody has seen yet is
 * entered anew. */
static enum err redate(const struct writing *writing)
{
    const struct calendar_row *row = &writing->line->row;
    struct request session;
    const enum err err = session_load(writing->db, row->session_id, &session);
    if (err != ERR_OK) {
        return err;
    }
    if (flow_find(KIND_SESSION, session.state, VERB_MOVE) != NULL) {
        return act(writing, VERB_MOVE, "", row->starts_s, row->ends_s);
    }
    return session.state == STATE_POSTPONED
               ? act(writing, VERB_PUBLISH, "", row->starts_s, row->ends_s)
               : change(writing, NULL, row->starts_s, row->ends_s);
}

/* What the calendar said of it: the next reading is compared with that. keeps_words: what it says
 * of title and words was not done, and is news again the next time. */
static enum err remember(const struct writing *writing, int64_t session_id, bool keeps_words)
{
    const struct calendar_line *line = writing->line;
    struct query q = db_query(writing->db, Q_CALENDAR_REMEMBER);
    query_int(&q, "session_id", session_id);
    query_int(&q, "partner_id", writing->reading->partner_id);
    query_text(&q, "calendar", writing->reading->calendar);
    query_text(&q, "uid", line->uid);
    query_int(&q, "key_s", line->key_s);
    query_int(&q, "sequence", line->sequence);
    query_int(&q, "is_cancelled", line->is_cancelled);
    query_int(&q, "starts_s", line->row.starts_s);
    query_int(&q, "ends_s", line->row.ends_s);
    query_text(&q, "title", line->row.title);
    query_text(&q, "place", line->row.place);
    query_text(&q, "summary", line->summary);
    query_int(&q, "read_at_s", writing->reading->read_at_s);
    query_int(&q, "keeps_words", keeps_words);
    return query_run(&q);
}

/* ---- Verdicts ---- */

static enum err write_new(const struct writing *writing)
{
    const struct calendar_row *row = &writing->line->row;
    int64_t session_id = 0;
    struct session_plan plan = {
        .starts_s = row->starts_s, .ends_s = row->ends_s, .place = row->place};
    enum err err = ERR_OK;
    if (row->session_id != 0) { /* cancelled once, it takes place after all: another session */
        struct query q = db_query(writing->db, Q_CALENDAR_FORGET);
        query_int(&q, "session_id", row->session_id);
        err = query_run(&q);
    }
    err = err == ERR_OK ? find_activity(writing, &plan) : err;
    if (err == ERR_OK && plan.activity_id == 0) {
        err = make_activity(writing, &plan);
    }
    if (err == ERR_OK) {
        err = sessions_add(writing->db, &plan, VERB_PUBLISH, writing->confirm->actor, &session_id);
    }
    struct request session;
    err = err == ERR_OK ? session_load(writing->db, session_id, &session) : err;
    if (err != ERR_OK) {
        return err;
    }
    *writing->is_proposed = session.state == STATE_PROPOSED;
    writing->done->made++;
    return remember(writing, session_id, false);
}

/* Words wait for nobody, so those that residents read are the concierge's to change, where an
 * association's dates wait for a yes. Source: db/README.md, "Organisers". */
static enum err may_reword(const struct writing *writing, bool *may)
{
    struct request session;
    const enum err err = session_load(writing->db, writing->line->row.session_id, &session);
    *may = true;
    if (err != ERR_OK || (flow_state_flags(KIND_SESSION, session.state) & STATE_UNSEEN) != 0) {
        return err;
    }
    return organiser_may_alone(writing->db, &writing->confirm->actor, may);
}

/* What was sent back and is put right is proposed again. */
static enum err submit_again(const struct writing *writing)
{
    struct request session;
    const enum err err = session_load(writing->db, writing->line->row.session_id, &session);
    return err == ERR_OK && session.state == STATE_RETURNED ? act(writing, VERB_PUBLISH, "", 0, 0)
                                                            : err;
}

static enum err write_changed(const struct writing *writing)
{
    enum { WORDING = CALENDAR_TITLE | CALENDAR_WORDS };
    const struct calendar_row *row = &writing->line->row;
    bool may = true;
    enum err err = (row->changes & WORDING) != 0 ? may_reword(writing, &may) : ERR_OK;
    const unsigned changes = may ? row->changes : row->changes & ~(unsigned)WORDING;
    if (err == ERR_OK && (changes & CALENDAR_TITLE) != 0) {
        err = retitle(writing);
    }
    if (err == ERR_OK && (changes & CALENDAR_WORDS) != 0) {
        err = rewrite(writing);
    }
    if (err == ERR_OK && (changes & CALENDAR_DATE) != 0) {
        err = redate(writing);
    }
    if (err == ERR_OK && (changes & CALENDAR_PLACE) != 0) {
        err = change(writing, row->place, 0, 0);
    }
    if (err == ERR_OK && changes != 0) {
        err = submit_again(writing);
    }
    writing->done->changed += err == ERR_OK && changes != 0;
    writing->done->words_kept += err == ERR_OK && !may;
    return err == ERR_OK ? remember(writing, row->session_id, !may) : err;
}

static enum err write_cancelled(const struct writing *writing)
{
    const enum err err = act(writing, VERB_CANCEL, writing->confirm->cancel_reason, 0, 0);
    writing->done->cancelled += err == ERR_OK;
    return err == ERR_OK ? remember(writing, writing->line->row.session_id, false) : err;
}

static enum err write_unchanged(const struct writing *writing)
{
    return remember(writing, writing->line->row.session_id, false);
}

enum err calendar_write(struct db *db, const struct calendar_confirm *confirm,
                        const struct calendar_reading *reading, const struct calendar_line *line,
                        struct calendar_done *done)
{
    static enum err (*const writers[CALENDAR_VERDICTS])(const struct writing *) = {
        [CALENDAR_NEW] = write_new,
        [CALENDAR_CHANGED] = write_changed,
        [CALENDAR_CANCELLED] = write_cancelled,
        [CALENDAR_UNCHANGED] = write_unchanged,
    };
    bool is_proposed = false;
    const struct writing writing = {db, confirm, reading, line, done, &is_proposed};
    const enum err err =
        writers[line->row.verdict] == NULL ? ERR_OK : writers[line->row.verdict](&writing);
    done->proposed += is_proposed;
    return err;
}
