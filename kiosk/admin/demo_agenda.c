/* Eight weeks of the demonstration house's agenda: two behind, six ahead. */
#include <assert.h>

#include "admin/demo.h"
#include "base/clock.h"
#include "core/query.h"
#include "core/session_desk.h"

enum { WEEKS_BEFORE = 2, WEEKS = 8, PUBLISHED_BEFORE_DAYS = 35, WEEK_DAYS = 7 };

/* The week's timetable, by the activities of db/demo/0004_activities.sql. */
static const struct slot {
    int activity;
    int weekday; /* 1 Monday */
    int starts_min;
    int lasts_min;
    const char *place;
    int capacity; /* 0: free entry */
    int least_people;
    int fill; /* percent of the seats that are asked for, were it today; over 100 has to wait */
    bool is_automatic;
    bool has_children;
} TIMETABLE[] = {
    {16, 1, AT(10, 0), 60, "Salle commune", 15, 0, 80, true, false},
    {9, 1, AT(14, 0), 150, "Petit bureau", 6, 0, 50, false, false},
    {13, 1, AT(17, 0), 90, "Salle du fond", 12, 0, 40, false, true},
    {15, 2, AT(9, 30), 90, "Salle du fond", 14, 0, 50, true, false},
    {19, 2, AT(10, 0), 120, "Petit bureau", 6, 0, 35, true, false},
    {7, 2, AT(14, 30), 90, "Salle du fond", 6, 0, 150, true, false},
    {1, 2, AT(17, 0), 120, "Espace café", 0, 0, 0, true, true},
    {22, 2, AT(18, 30), 90, "Espace café", 0, 0, 0, true, true},
    {21, 3, AT(10, 0), 60, "Salle commune", 20, 0, 55, true, true},
    {2, 3, AT(14, 0), 120, "Atelier", 8, 0, 60, false, false},
    {17, 3, AT(14, 30), 150, "Espace café", 0, 0, 0, true, true},
    {5, 3, AT(15, 0), 120, "Sous les arcades", 6, 0, 60, true, false},
    {3, 3, AT(16, 0), 180, "Devant le local", 0, 0, 0, true, true},
    {18, 3, AT(19, 0), 90, "Salle commune", 40, 0, 40, true, false},
    {8, 4, AT(14, 0), 180, "Petit bureau", 6, 0, 40, false, false},
    {25, 4, AT(18, 0), 90, "Atelier", 10, 0, 60, false, true},
    {11, 4, AT(18, 30), 90, "Salle commune", 0, 0, 0, true, true},
    {14, 5, AT(9, 0), 60, "Espace café", 0, 0, 0, true, true},
    {24, 5, AT(9, 30), 120, "Petit bureau", 8, 0, 40, true, false},
    {4, 5, AT(14, 0), 150, "Atelier", 8, 0, 140, false, false},
    {6, 5, AT(17, 0), 150, "Cuisine partagée", 10, 0, 70, false, true},
    {20, 6, AT(9, 0), 180, "Atelier", 5, 0, 120, false, false},
    {12, 6, AT(10, 0), 60, "Jardin", 12, 0, 30, true, true},
    {10, 6, AT(11, 0), 60, "Jardin", 0, 0, 0, true, true},
    {23, 6, AT(14, 0), 180, "Salle commune", 0, 0, 0, true, true},
};

/* What became of some: by activity and which one to come; done the last open day before today. */
static const struct {
    int activity;
    int nth;
    enum verb verb;
    int later_days; /* 0: the date stays */
    const char *reason;
} CHANGES[] = {
    {25, 1, VERB_MOVE, 1, "host_away"},     {24, 2, VERB_MOVE, 1, "room"},
    {5, 2, VERB_MOVE, 7, "weather"},        {6, 2, VERB_POSTPONE, 0, "host_away"},
    {15, 2, VERB_POSTPONE, 0, "host_away"}, {19, 3, VERB_POSTPONE, 7, "room"},
    {21, 2, VERB_CANCEL, 0, "host_away"},   {7, 2, VERB_CANCEL, 0, "host_away"},
    {18, 3, VERB_CANCEL, 0, "too_few"},
};

/* What organisers are preparing, or too few come to: days from today. */
static const struct {
    int activity;
    int days;
    int starts_min;
    int capacity;
    int least_people;
    enum verb verbs[3]; /* by the organiser, but for VERB_PUBLISH and VERB_RETURN */
} EXTRAS[] = {
    {12, 1, AT(17, 0), 12, 5, {VERB_PUBLISH}},
    {23, 24, AT(14, 0), 10, 0, {VERB_DRAFT}},
    {2, 25, AT(11, 0), 10, 0, {VERB_DRAFT, VERB_SUBMIT}},
    {23, 26, AT(14, 0), 30, 0, {VERB_DRAFT, VERB_SUBMIT, VERB_RETURN}},
    {2, 27, AT(16, 0), 20, 0, {VERB_DRAFT, VERB_SUBMIT, VERB_PUBLISH}},
};

/* What the organiser proposed for dates that stand in the agenda, another day or more seats, and
 * what became of it: by which one to come. A day that went by unanswered was asked for in time. */
static const struct {
    int nth;
    int later_days; /* 0: the date stays */
    int capacity;   /* 0: the seats stay */
    char by;        /* who ends it: o the organiser, n Nadia; 0: it waits, or waited for nothing */
    enum verb verb;
    const char *reason;
    bool is_read; /* the organiser has read why not */
} PROPOSALS[] = {
    {2, 1, 0, 0, VERB_NONE, "", false},        {3, 0, 10, 'n', VERB_ACCEPT, "", false},
    {4, 2, 0, 'n', VERB_REFUSE, "room", true}, {5, 0, 12, 'n', VERB_REFUSE, "room", false},
    {5, 1, 0, 'o', VERB_CANCEL, "", false},    {1, -9, 0, 0, VERB_NONE, "", false},
};
enum { PROPOSED_ACTIVITY = 2 }; /* of the organiser's association */

static int64_t local_s(int64_t day_s, int days, int minute)
{
    struct civil local = clock_civil(clock_day_s(day_s, days));
    local.minute = minute;
    return clock_utc_s(local);
}

static struct demo_session *add_session(struct demo *demo, int activity, int64_t starts_s,
                                        int64_t ends_s, int capacity)
{
    assert(demo->session_count < DEMO_SESSIONS);
    struct demo_session *session = &demo->sessions[demo->session_count++];
    *session = (struct demo_session){0, activity, starts_s, ends_s, capacity};
    return session;
}

struct demo_session *demo_find_session(struct demo *demo, int activity, int nth)
{
    struct demo_session *last = NULL;
    for (int i = 0; i < demo->session_count; i++) {
        struct demo_session *session = &demo->sessions[i];
        if (session->activity != activity) {
            continue;
        }
        if (nth < 0 && session->ends_s < clock_day_s(demo->now_s, 0)) {
            last = session;
        } else if (nth > 0 && session->starts_s > clock_day_s(demo->now_s, 1) && --nth == 0) {
            return session;
        }
    }
    return last;
}

/* ---- As it happens ---- */

/* Each line of the timetable is a series. */
static enum err begin_series(struct demo *demo, int number)
{
    static_assert(ARRAY_LEN(TIMETABLE) <= DEMO_SERIES, "a series a line");
    return demo->series_ids[number] == 0 ? series_begin(demo->db, 1, &demo->series_ids[number])
                                         : ERR_OK;
}

static enum err publish(struct demo *demo, void *what, int number)
{
    struct demo_session *session = what;
    const struct slot *slot = &TIMETABLE[number];
    enum err err = demo_inside(demo);
    if (err == ERR_OK) {
        err = begin_series(demo, number);
    }
    return err != ERR_OK ? err
                         : sessions_add(demo->db,
                                        &(struct session_plan){
                                            .activity_id = slot->activity,
                                            .starts_s = session->starts_s,
                                            .ends_s = session->ends_s,
                                            .place = slot->place,
                                            .capacity = slot->capacity,
                                            .least_people = slot->least_people,
                                            .series_id = demo->series_ids[number],
                                        },
                                        VERB_PUBLISH, demo_desk(demo, INES), &session->id);
}

static enum err change(struct demo *demo, void *what, int number)
{
    const struct demo_session *session = what;
    const int64_t later_s = clock_day_s(session->starts_s, CHANGES[number].later_days) -
                            clock_day_s(session->starts_s, 0);
    const struct terms terms = {
        .from_s = session->starts_s + later_s,
        .until_s = session->ends_s + later_s,
        .adults = session->capacity,
    };
    struct outcome outcome;
    struct move move = move_make(session->id, CHANGES[number].verb, demo_desk(demo, INES));
    move.reason_code = CHANGES[number].reason;
    move.terms = later_s == 0 ? NULL : &terms;
    const enum err err = demo_inside(demo);
    return err != ERR_OK ? err : request_move(demo->db, &move, &outcome);
}

static enum err prepare(struct demo *demo, void *what, int number)
{
    struct demo_session *session = what;
    enum err err = demo_inside(demo);
    for (size_t i = 0; err == ERR_OK && i < ARRAY_LEN(EXTRAS[0].verbs); i++) {
        const enum verb verb = EXTRAS[number].verbs[i];
        const bool is_desks = verb == VERB_PUBLISH || verb == VERB_RETURN;
        const struct actor actor = demo_desk(demo, is_desks ? NADIA : ORGANISER);
        if (i == 0) {
            err = sessions_add(demo->db,
                               &(struct session_plan){
                                   .activity_id = session->activity,
                                   .starts_s = session->starts_s,
                                   .ends_s = session->ends_s,
                                   .place = "Salle commune",
                                   .capacity = session->capacity,
                                   .least_people = EXTRAS[number].least_people,
                               },
                               verb, actor, &session->id);
        } else if (verb != VERB_NONE) {
            struct outcome outcome;
            struct move move = move_make(session->id, verb, actor);
            move.reason_code = verb == VERB_RETURN ? "not_clear" : "";
            err = request_move(demo->db, &move, &outcome);
        }
    }
    return err;
}

/* The one that waits for that session. */
static int64_t find_proposal(struct demo *demo, int64_t session_id)
{
    int64_t id = 0;
    struct query q = db_query(demo->db, Q_AMENDMENT_OPEN);
    query_int(&q, "session_id", session_id);
    query_int(&q, "dated", -1); /* whatever it is about */
    return query_one_int(&q, &id) == ERR_OK ? id : 0;
}

static enum err answer(struct demo *demo, int64_t proposal_id, int number)
{
    struct outcome outcome;
    const struct actor organiser = demo_desk(demo, ORGANISER);
    struct move move = move_make(proposal_id, PROPOSALS[number].verb,
                                 PROPOSALS[number].by == 'o' ? organiser : demo_desk(demo, NADIA));
    move.reason_code = PROPOSALS[number].reason;
    enum err err = request_move(demo->db, &move, &outcome);
    if (err == ERR_OK && PROPOSALS[number].is_read) {
        move = move_make(proposal_id, VERB_CLOSE, organiser);
        err = request_move(demo->db, &move, &outcome);
    }
    return err;
}

static enum err propose(struct demo *demo, void *what, int number)
{
    const struct demo_session *session = what;
    const int64_t later_s = clock_day_s(session->starts_s, PROPOSALS[number].later_days) -
                            clock_day_s(session->starts_s, 0);
    const struct actor actor = demo_desk(demo, ORGANISER);
    struct session_done done;
    enum err err = demo_outside(demo);
    if (err == ERR_OK) {
        err = later_s == 0 ? session_change(demo->db,
                                            &(struct session_change){
                                                .session_id = session->id,
                                                .actor = actor,
                                                .capacity = PROPOSALS[number].capacity,
                                                .least_people = -1,
                                            },
                                            &done)
                           : session_act(demo->db,
                                         &(struct session_act){
                                             .session_id = session->id,
                                             .actor = actor,
                                             .verb = VERB_MOVE,
                                             .starts_s = session->starts_s + later_s,
                                             .ends_s = session->ends_s + later_s,
                                             .reason_code = "",
                                             .words = "",
                                             .lang = "fr",
                                         },
                                         &done);
    }
    return err != ERR_OK || PROPOSALS[number].verb == VERB_NONE
               ? err
               : answer(demo, find_proposal(demo, session->id), number);
}

/* ---- The plan ---- */

static void plan_week(struct demo *demo, int64_t monday_s, int weeks_ahead)
{
    enum { FADES = 15 }; /* percent of the fill, a week */
    const int64_t published_s = clock_day_s(demo->now_s, -PUBLISHED_BEFORE_DAYS) + AT(9, 0) * 60;
    for (size_t i = 0; i < ARRAY_LEN(TIMETABLE); i++) {
        const struct slot *slot = &TIMETABLE[i];
        const int days = weeks_ahead * WEEK_DAYS + slot->weekday - 1;
        const int64_t starts_s = local_s(monday_s, days, slot->starts_min);
        struct demo_session *session =
            add_session(demo, slot->activity, starts_s, starts_s + slot->lasts_min * CLOCK_MINUTE_S,
                        slot->capacity);
        demo_plan(demo, published_s, publish, session, (int)i);
        const int fades = weeks_ahead > 0 ? weeks_ahead * FADES : 0;
        if (slot->capacity > 0 && slot->fill > fades) {
            demo_plan_bookings(demo, session, slot->fill - fades, slot->is_automatic,
                               slot->has_children);
        }
        demo_plan_count(demo, session);
    }
}

void demo_plan_agenda(struct demo *demo)
{
    const struct civil today = clock_civil(demo->now_s);
    const int64_t monday_s = clock_day_s(demo->now_s, 1 - today.weekday);
    for (int week = 0; week < WEEKS; week++) {
        plan_week(demo, monday_s, week - WEEKS_BEFORE);
    }
    for (size_t i = 0; i < ARRAY_LEN(EXTRAS); i++) {
        const int64_t starts_s = local_s(demo->now_s, EXTRAS[i].days, EXTRAS[i].starts_min);
        struct demo_session *session = add_session(demo, EXTRAS[i].activity, starts_s,
                                                   starts_s + CLOCK_HOUR_S, EXTRAS[i].capacity);
        demo_plan(demo, demo_at_s(demo, -6, AT(10, 0)), prepare, session, (int)i);
    }
    for (size_t i = 0; i < ARRAY_LEN(CHANGES); i++) {
        struct demo_session *session = demo_find_session(demo, CHANGES[i].activity, CHANGES[i].nth);
        demo_plan(demo, demo_at_s(demo, -1, AT(11, 30)), change, session, (int)i);
    }
    for (size_t i = 0; i < ARRAY_LEN(PROPOSALS); i++) {
        struct demo_session *session = demo_find_session(demo, PROPOSED_ACTIVITY, PROPOSALS[i].nth);
        const int64_t at_s =
            PROPOSALS[i].later_days >= 0
                ? demo_at_s(demo, -1, AT(11, 30))
                : clock_day_s(session->starts_s, PROPOSALS[i].later_days - 3) + AT(11, 30) * 60;
        demo_plan(demo, at_s, propose, session, (int)i);
    }
}
