/* What would become of each line: the calendar now, the calendar last time, the agenda. */
#include <sodium.h>
#include <string.h>

#include "base/clock.h"
#include "core/calendar_parts.h"
#include "core/icalendar.h"
#include "core/query.h"
#include "core/session_parts.h"
#include "core/uid.h"

/* What one of the three says of a date. */
struct said {
    int64_t starts_s, ends_s;
    const char *title, *place, *summary;
};

static const struct said NOTHING_SAID = {.title = "", .place = "", .summary = ""};

struct judged {
    int position;
    const char *uid;
    int64_t key_s;
    int64_t sequence;
    bool is_cancelled;
    struct said now;
    char fault[CODE_BYTES];
};

struct known {
    int64_t session_id; /* 0: nothing is known of it */
    int64_t sequence;
    bool was_cancelled;
    struct said before;
    /* the session as it stands */
    int no;
    enum state state;
    struct said house;
    int bookings, people;
};

struct verdict {
    enum calendar_verdict verdict;
    const char *reason;
    unsigned changes;
    bool is_house_changed;
};

struct judging {
    struct db *db;
    struct arena *arena;
    int64_t reading_id, partner_id;
    int64_t now_s;
};

/* ---- What is known ---- */

static void take_said_before(struct query *q, struct arena *arena, struct said *said)
{
    said->starts_s = take_int(q);
    said->ends_s = take_int(q);
    said->title = take_text(q, arena);
    said->place = take_text(q, arena);
    said->summary = take_text(q, arena);
}

static enum err find_known(const struct judging *judging, const struct judged *line,
                           struct known *known)
{
    struct query q = db_query(judging->db, Q_CALENDAR_KNOWN);
    query_int(&q, "reading_id", judging->reading_id);
    query_int(&q, "partner_id", judging->partner_id);
    query_text(&q, "uid", line->uid);
    query_int(&q, "key_s", line->key_s);
    query_int(&q, "starts_s", line->now.starts_s);
    query_int(&q, "now_s", judging->now_s);
    if (query_step(&q)) {
        known->session_id = take_int(&q);
        (void)take_int(&q);
        known->sequence = take_int(&q);
        known->was_cancelled = take_int(&q) != 0;
        take_said_before(&q, judging->arena, &known->before);
    }
    return query_end(&q);
}

static enum err load_session(const struct judging *judging, struct known *known)
{
    char state[CODE_BYTES] = "";
    struct query q = db_query(judging->db, Q_CALENDAR_SESSION);
    query_int(&q, "session_id", known->session_id);
    if (query_step(&q)) {
        known->no = (int)take_int(&q);
        take_code(&q, state, sizeof(state));
        known->state = state_of(state);
        known->house.starts_s = take_int(&q);
        known->house.ends_s = take_int(&q);
        known->house.place = take_text(&q, judging->arena);
        known->house.title = take_text(&q, judging->arena);
        known->house.summary = take_text(&q, judging->arena);
        known->bookings = (int)take_int(&q);
        known->people = (int)take_int(&q);
    }
    return query_end(&q);
}

/* Somebody entered it by hand before the calendar was read: it is not there twice. */
static enum err find_adoptable(const struct judging *judging, const struct judged *line,
                               struct known *known)
{
    struct query q = db_query(judging->db, Q_CALENDAR_ADOPTABLE);
    query_int(&q, "reading_id", judging->reading_id);
    query_int(&q, "partner_id", judging->partner_id);
    query_text(&q, "title", line->now.title);
    query_int(&q, "starts_s", line->now.starts_s);
    if (query_step(&q)) {
        known->session_id = take_int(&q);
    }
    return query_end(&q);
}

/* A date that this house's agenda gave away (core/feed.h), and that came back. */
static enum err is_own(const struct judging *judging, const struct judged *line, bool *is_there)
{
    unsigned char uid[UID_BYTES];
    size_t len = 0;
    const char *end = NULL;
    int64_t there = 0;
    *is_there = false;
    if (sodium_hex2bin(uid, sizeof(uid), line->uid, strlen(line->uid), NULL, &len, &end) != 0 ||
        len != sizeof(uid) || strcmp(end, ICALENDAR_UID_END) != 0) {
        return ERR_OK;
    }
    struct query q = db_query(judging->db, Q_CALENDAR_OWN);
    query_blob(&q, "uid", uid, sizeof(uid));
    const enum err err = query_one_int(&q, &there);
    *is_there = there != 0;
    return err;
}

/* ---- Comparing ---- */

static unsigned differing(const struct said *a, const struct said *b)
{
    const bool is_date = a->starts_s != b->starts_s || a->ends_s != b->ends_s;
    return (is_date ? CALENDAR_DATE : 0U) |
           (strcmp(a->place, b->place) != 0 ? CALENDAR_PLACE : 0U) |
           (strcmp(a->title, b->title) != 0 ? CALENDAR_TITLE : 0U) |
           (strcmp(a->summary, b->summary) != 0 ? CALENDAR_WORDS : 0U);
}

static struct verdict left_out(const char *reason)
{
    return (struct verdict){.verdict = CALENDAR_LEFT_OUT, .reason = reason};
}

static struct verdict of_fault(const struct judged *line)
{
    static const char *const understood[] = {"private", "tentative", "twice"};
    for (size_t i = 0; i < ARRAY_LEN(understood); i++) {
        if (strcmp(line->fault, understood[i]) == 0) {
            return left_out(understood[i]);
        }
    }
    return (struct verdict){.verdict = CALENDAR_NOT_UNDERSTOOD, .reason = line->fault};
}

static struct verdict of_unknown(const struct judged *line, const struct judging *judging)
{
    if (line->is_cancelled) {
        return left_out("unknown");
    }
    return line->now.starts_s <= judging->now_s ? left_out("past")
                                                : (struct verdict){.verdict = CALENDAR_NEW};
}

/* The calendar against what it said last; only then what it changed against the agenda, which may
 * have it already. */
static struct verdict of_known(const struct judged *line, const struct known *known,
                               const struct judging *judging)
{
    const bool is_over = (flow_state_flags(KIND_SESSION, known->state) & STATE_ENDS) != 0 ||
                         known->house.starts_s <= judging->now_s;
    struct verdict verdict = {.verdict = CALENDAR_UNCHANGED};
    const unsigned house = differing(&known->before, &known->house);
    verdict.is_house_changed = (house & (CALENDAR_DATE | CALENDAR_PLACE | CALENDAR_TITLE)) != 0 ||
                               (known->state == STATE_CANCELLED && !known->was_cancelled) ||
                               known->state == STATE_POSTPONED;
    if (line->sequence < known->sequence) {
        return left_out("older");
    }
    if (known->was_cancelled && !line->is_cancelled && is_over) { /* it takes place after all */
        return of_unknown(line, judging);
    }
    if (line->is_cancelled) {
        verdict.verdict = is_over || known->was_cancelled ? CALENDAR_UNCHANGED : CALENDAR_CANCELLED;
        return verdict;
    }
    verdict.changes = differing(&line->now, &known->before) & differing(&line->now, &known->house);
    if (verdict.changes != 0) {
        verdict.verdict = CALENDAR_CHANGED;
    }
    if (verdict.changes != 0 && is_over) {
        return left_out("ended");
    }
    return verdict.changes != 0 && line->now.starts_s <= judging->now_s ? left_out("past")
                                                                        : verdict;
}

/* What is adopted was never said: it is compared with how it stands, and what the calendar leaves
 * open stays as somebody entered it. */
static struct judged adopt(const struct judged *line, struct known *known)
{
    struct judged adopted = *line;
    known->before = known->house;
    known->sequence = line->sequence;
    if (line->now.place[0] == '\0') {
        adopted.now.place = known->house.place;
    }
    if (line->now.summary[0] == '\0') {
        adopted.now.summary = known->house.summary;
    }
    return adopted;
}

static enum err judge(const struct judging *judging, const struct judged *line, struct known *known,
                      struct verdict *verdict)
{
    bool came_back = false;
    enum err err = line->fault[0] == '\0' ? find_known(judging, line, known) : ERR_OK;
    const bool is_unknown = line->fault[0] == '\0' && known->session_id == 0;
    if (err == ERR_OK && is_unknown) {
        err = is_own(judging, line, &came_back);
    }
    if (err != ERR_OK || came_back) {
        *verdict = left_out("own");
        return err;
    }
    const bool may_adopt = is_unknown && !line->is_cancelled && line->now.starts_s > judging->now_s;
    if (may_adopt) {
        err = find_adoptable(judging, line, known);
    }
    if (err == ERR_OK && known->session_id != 0) {
        err = load_session(judging, known);
    }
    const bool is_adopted = may_adopt && known->session_id != 0;
    const struct judged said = is_adopted ? adopt(line, known) : *line;
    *verdict = line->fault[0] != '\0'   ? of_fault(line)
               : known->session_id == 0 ? of_unknown(line, judging)
                                        : of_known(&said, known, judging);
    if (is_adopted && verdict->verdict == CALENDAR_UNCHANGED) {
        verdict->reason = "adopted";
    }
    return err;
}

/* ---- Writing it down ---- */

static enum err write(const struct judging *judging, const struct judged *line,
                      const struct known *known, const struct verdict *verdict)
{
    const bool is_renamed = (verdict->changes & CALENDAR_TITLE) != 0 &&
                            session_is_renamed(known->house.title, line->now.title);
    const bool concerns = verdict->verdict == CALENDAR_CANCELLED || is_renamed ||
                          (verdict->changes & (CALENDAR_DATE | CALENDAR_PLACE)) != 0;
    struct query q = db_query(judging->db, Q_CALENDAR_JUDGE_ROW);
    query_int(&q, "reading_id", judging->reading_id);
    query_int(&q, "position", line->position);
    query_text(&q, "verdict", calendar_verdict_code(verdict->verdict));
    query_text(&q, "reason", verdict->reason == NULL ? "" : verdict->reason);
    query_int(&q, "changes", verdict->changes);
    query_int(&q, "is_house_changed", verdict->is_house_changed);
    query_int_or_null(&q, "session_id", known->session_id);
    query_int(&q, "session_no", known->no);
    query_int(&q, "bookings", concerns ? known->bookings : 0);
    query_int(&q, "people", concerns ? known->people : 0);
    return query_run(&q);
}

static enum err load_lines(const struct judging *judging, struct judged **lines, int *count)
{
    struct query q = db_query(judging->db, Q_CALENDAR_JUDGED);
    query_int(&q, "reading_id", judging->reading_id);
    *lines = arena_array(judging->arena, CALENDAR_ROWS_MAX, sizeof(**lines));
    *count = 0;
    while (*count < CALENDAR_ROWS_MAX && query_step(&q)) {
        struct judged *line = &(*lines)[(*count)++];
        line->position = (int)take_int(&q);
        line->uid = take_text(&q, judging->arena);
        line->key_s = take_int(&q);
        line->sequence = take_int(&q);
        line->is_cancelled = take_int(&q) != 0;
        take_said_before(&q, judging->arena, &line->now);
        take_code(&q, line->fault, sizeof(line->fault));
    }
    return query_end(&q);
}

/* Of the dates that the calendar names no more, and of the activities that it would make. */
static enum err write_rest(const struct judging *judging)
{
    const enum query_id rest[] = {Q_CALENDAR_ADD_MISSING, Q_CALENDAR_FORGET_TITLES,
                                  Q_CALENDAR_ADD_TITLES};
    enum err err = ERR_OK;
    for (size_t i = 0; err == ERR_OK && i < ARRAY_LEN(rest); i++) {
        struct query q = db_query(judging->db, rest[i]);
        query_int(&q, "reading_id", judging->reading_id);
        if (query_has_param(&q, "partner_id")) {
            query_int(&q, "partner_id", judging->partner_id);
        }
        if (query_has_param(&q, "now_s")) {
            query_int(&q, "now_s", judging->now_s);
            query_int(&q, "until_s", calendar_span().until_s);
        }
        err = query_run(&q);
    }
    return err;
}

static enum err begin(const struct judging *judging)
{
    const enum query_id firsts[] = {Q_CALENDAR_FORGET_MISSING, Q_CALENDAR_JUDGE_BEGIN};
    enum err err = ERR_OK;
    for (size_t i = 0; err == ERR_OK && i < ARRAY_LEN(firsts); i++) {
        struct query q = db_query(judging->db, firsts[i]);
        query_int(&q, "reading_id", judging->reading_id);
        err = query_run(&q);
    }
    return err;
}

enum err calendar_judge(struct db *db, int64_t reading_id, int64_t partner_id, struct arena *arena)
{
    const struct judging judging = {
        .db = db,
        .arena = arena,
        .reading_id = reading_id,
        .partner_id = partner_id,
        .now_s = clock_now_s(),
    };
    struct judged *lines = NULL;
    int count = 0;
    enum err err = begin(&judging);
    err = err == ERR_OK ? load_lines(&judging, &lines, &count) : err;
    for (int i = 0; err == ERR_OK && i < count; i++) {
        struct known known = {.before = NOTHING_SAID, .house = NOTHING_SAID};
        struct verdict verdict = {0};
        err = judge(&judging, &lines[i], &known, &verdict);
        err = err == ERR_OK ? write(&judging, &lines[i], &known, &verdict) : err;
    }
    return err == ERR_OK ? write_rest(&judging) : err;
}
