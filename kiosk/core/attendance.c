#include "core/attendance.h"

#include <string.h>

#include "base/clock.h"
#include "core/house.h"
#include "core/query.h"

static bool is_party(int adults, int children, int most)
{
    return adults >= 0 && children >= 0 && adults <= most && children <= most;
}

static bool is_fine(const struct attendance *attendance)
{
    bool is_all_fine = attendance->mark_count >= 0 &&
                       attendance->mark_count <= ATTENDANCE_MARKS_MAX &&
                       is_party(attendance->adults, attendance->children, ATTENDANCE_HEADS_MAX);
    for (int i = 0; is_all_fine && i < attendance->mark_count; i++) {
        const struct attendance_mark *mark = &attendance->marks[i];
        const bool is_present = mark->verb == VERB_MARK_PRESENT;
        is_all_fine = is_present
                          ? is_party(mark->adults, mark->children, ATTENDANCE_PARTY_MAX) &&
                                mark->adults + mark->children > 0
                          : mark->verb == VERB_MARK_ABSENT || mark->verb == VERB_MARK_EXCUSED;
    }
    return is_all_fine;
}

static bool stands_already(const struct request *booking, const struct attendance_mark *mark)
{
    const bool is_same_party =
        booking->terms.adults == mark->adults && booking->terms.children == mark->children;
    return (mark->verb == VERB_MARK_PRESENT && booking->state == STATE_PRESENT && is_same_party) ||
           (mark->verb == VERB_MARK_ABSENT && booking->state == STATE_ABSENT) ||
           (mark->verb == VERB_MARK_EXCUSED && booking->state == STATE_EXCUSED);
}

static enum err enter_mark(struct db *db, const struct attendance *attendance,
                           const struct attendance_mark *mark, struct attendance_done *done)
{
    struct request booking;
    struct move move = move_make(mark->request_id, mark->verb, attendance->actor);
    enum err err = request_load(db, mark->request_id, &booking);
    if (err == ERR_OK && booking.terms.session_id != attendance->session_id) {
        err = ERR_INVALID;
    }
    if (err != ERR_OK || stands_already(&booking, mark)) {
        return err;
    }
    if (mark->verb == VERB_MARK_PRESENT) {
        booking.terms.adults = mark->adults;
        booking.terms.children = mark->children;
    }
    move.terms = &booking.terms;
    move.expected_no = mark->expected_no;
    done->changed++;
    return request_move(db, &move, &done->outcome);
}

static enum err count_in(struct db *db, const struct attendance *attendance,
                         struct attendance_done *done)
{
    struct request session;
    struct move move = move_make(attendance->session_id, VERB_COUNT_IN, attendance->actor);
    const enum err err = request_load(db, attendance->session_id, &session);
    if (err != ERR_OK) {
        return err;
    }
    session.terms.adults = attendance->adults;
    session.terms.children = attendance->children;
    move.terms = &session.terms;
    move.expected_no = attendance->expected_no;
    return request_move(db, &move, &done->outcome);
}

static enum err enter_all(struct db *db, const struct attendance *attendance,
                          struct attendance_done *done)
{
    enum err err = ERR_OK;
    for (int i = 0; err == ERR_OK && i < attendance->mark_count; i++) {
        err = enter_mark(db, attendance, &attendance->marks[i], done);
        done->refused_id = err == ERR_OK ? 0 : attendance->marks[i].request_id;
    }
    if (err == ERR_OK && attendance->is_complete) {
        err = count_in(db, attendance, done);
        done->refused_id = err == ERR_OK ? 0 : attendance->session_id;
    }
    return err;
}

enum err attendance_enter(struct db *db, const struct attendance *attendance,
                          struct attendance_done *done)
{
    *done = (struct attendance_done){0};
    const enum err err = is_fine(attendance) ? house_begin(db, clock_now_s()) : ERR_INVALID;
    return err == ERR_OK ? db_end(db, enter_all(db, attendance, done)) : err;
}

/* ---- Who came without a booking ---- */

static enum err check_session(struct db *db, int64_t session_id, struct request *session)
{
    const enum err err = request_load(db, session_id, session);
    if (err != ERR_OK || session->kind != KIND_SESSION) {
        return err == ERR_OK ? ERR_NOT_FOUND : err;
    }
    const bool takes_place = session->state == STATE_PUBLISHED ||
                             session->state == STATE_TO_DECIDE || session->state == STATE_HELD ||
                             session->state == STATE_COUNTED;
    return takes_place ? ERR_OK : ERR_CONFLICT;
}

static enum err count_beyond(struct db *db, int64_t session_id, int *beyond)
{
    int64_t more = 0;
    struct query q = db_query(db, Q_ATTENDANCE_BEYOND);
    query_int(&q, "session_id", session_id);
    const enum err err = query_one_int(&q, &more);
    *beyond = (int)more;
    return err;
}

static enum err add_walk_in(struct db *db, const struct walk_in *walk_in, struct actor actor,
                            struct receipt *receipt, int *beyond)
{
    struct request session;
    enum err err = check_session(db, walk_in->session_id, &session);
    if (err == ERR_OK && actor.who == WHO_ORGANISER && walk_in->household_id != 0) {
        err = ERR_DENIED; /* who lives where is not theirs to know */
    }
    if (err != ERR_OK) {
        return err;
    }
    actor.household_id = walk_in->household_id;
    struct ask ask = ask_make(KIND_BOOKING, VERB_WALK_IN, actor);
    ask.channel = "desk";
    ask.first_name = walk_in->first_name;
    ask.terms = (struct terms){
        .session_id = walk_in->session_id,
        .from_s = session.terms.from_s,
        .until_s = session.terms.until_s,
        .adults = walk_in->adults,
        .children = walk_in->children,
    };
    err = request_ask(db, &ask, receipt);
    return err == ERR_OK ? count_beyond(db, walk_in->session_id, beyond) : err;
}

enum err attendance_walk_in(struct db *db, const struct walk_in *walk_in, struct actor actor,
                            struct receipt *receipt, int *beyond)
{
    *receipt = (struct receipt){0};
    *beyond = 0;
    const bool is_some = is_party(walk_in->adults, walk_in->children, ATTENDANCE_PARTY_MAX) &&
                         walk_in->adults + walk_in->children > 0;
    const enum err err = is_some ? house_begin(db, clock_now_s()) : ERR_INVALID;
    return err == ERR_OK ? db_end(db, add_walk_in(db, walk_in, actor, receipt, beyond)) : err;
}

static enum err forget(struct db *db, int64_t request_id, int expected_no, struct actor actor,
                       struct outcome *outcome)
{
    int64_t is_walk_in = 0;
    struct query q = db_query(db, Q_ATTENDANCE_IS_WALK_IN);
    query_int(&q, "request_id", request_id);
    const enum err err = query_one_int(&q, &is_walk_in);
    if (err != ERR_OK || is_walk_in == 0) {
        return err == ERR_OK ? ERR_DENIED : err;
    }
    struct move move = move_make(request_id, VERB_CORRECT, actor);
    move.expected_no = expected_no;
    return request_move(db, &move, outcome);
}

enum err attendance_forget(struct db *db, int64_t request_id, int expected_no, struct actor actor,
                           struct outcome *outcome)
{
    *outcome = (struct outcome){0};
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, forget(db, request_id, expected_no, actor, outcome)) : err;
}
