/* Who comes to the demonstration house's sessions, and who came. */
#include "admin/demo.h"
#include "base/clock.h"

struct booking {
    const struct demo_session *session;
    int household;
    int adults;
    int children;
    int64_t id; /* once it is asked; 0: it was not */
};

/* Somebody touches the screen: a seat, or a place on the list once none is left. */
static enum err ask(struct demo *demo, void *what, int number)
{
    struct booking *booking = what;
    struct receipt receipt;
    struct request session;
    struct ask ask = ask_make(KIND_BOOKING, VERB_ASK, demo_resident(demo, booking->household));
    (void)number;
    ask.for_whom = "household";
    ask.terms = (struct terms){
        .session_id = booking->session->id,
        .from_s = booking->session->starts_s,
        .until_s = booking->session->ends_s,
        .adults = booking->adults,
        .children = booking->children,
    };
    enum err err = demo_inside(demo);
    if (err == ERR_OK) {
        err = request_load(demo->db, booking->session->id, &session);
    }
    if (err != ERR_OK || session.state != STATE_PUBLISHED ||
        session.terms.from_s != ask.terms.from_s) {
        return err; /* they read that it is moved or cancelled, and leave it */
    }
    err = request_ask(demo->db, &ask, &receipt);
    if (err == ERR_FULL) {
        ask.verb = VERB_JOIN;
        err = request_ask(demo->db, &ask, &receipt);
    }
    booking->id = receipt.request_id;
    return err == ERR_OK ? ticket_shown(demo->db, booking->id) : err;
}

static enum err move(struct demo *demo, const struct booking *booking, enum verb verb,
                     enum demo_staff staff)
{
    struct outcome outcome;
    const struct move move = move_make(booking->id, verb, demo_desk(demo, staff));
    return request_move(demo->db, &move, &outcome);
}

/* The printed accounts have stories of their own. */
static int next_household(int household)
{
    enum { STRIDE = 37 };
    static const int accounts[] = {87, 152, 233};
    household = 1 + (household + STRIDE) % DEMO_HOUSEHOLDS;
    for (size_t i = 0; i < ARRAY_LEN(accounts); i++) {
        if (household == accounts[i]) {
            return next_household(household);
        }
    }
    return household;
}

/* The desk says yes to what still waits, the next morning, and tells them by telephone. */
static enum err accept(struct demo *demo, void *what, int number)
{
    const struct booking *booking = what;
    struct request request;
    (void)number;
    enum err err = demo_inside(demo);
    if (err != ERR_OK || booking->id == 0) {
        return err;
    }
    err = request_load(demo->db, booking->id, &request);
    if (err != ERR_OK || request.state != STATE_ASKED) {
        return err;
    }
    err = move(demo, booking, VERB_ACCEPT, INES);
    return err == ERR_OK ? notice_tell_all(demo->db, booking->id, "phone", demo->staff[INES]) : err;
}

/* Who came, noted on the second morning after it. */
static enum err attend(struct demo *demo, void *what, int number)
{
    static const enum verb verbs[] = {VERB_MARK_PRESENT, VERB_MARK_PRESENT, VERB_MARK_PRESENT,
                                      VERB_MARK_PRESENT, VERB_MARK_PRESENT, VERB_MARK_PRESENT,
                                      VERB_MARK_ABSENT,  VERB_MARK_EXCUSED};
    const struct booking *booking = what;
    struct request request;
    enum err err = demo_inside(demo);
    if (err != ERR_OK || booking->id == 0) {
        return err;
    }
    err = request_load(demo->db, booking->id, &request);
    if (err != ERR_OK || request.state != STATE_CONFIRMED) {
        return err;
    }
    return move(demo, booking, verbs[(size_t)number % ARRAY_LEN(verbs)], INES);
}

static enum err count_in(struct demo *demo, void *what, int number)
{
    const struct demo_session *session = what;
    struct outcome outcome;
    (void)number;
    const enum err err = demo_inside(demo);
    const struct move counted = move_make(session->id, VERB_COUNT_IN, demo_desk(demo, INES));
    return err != ERR_OK ? err : request_move(demo->db, &counted, &outcome);
}

/* Some time of a day before the session, and before now; early enough for an answer by the desk. */
static int64_t draw_time(const struct demo *demo, const struct demo_session *session,
                         bool is_automatic)
{
    enum { AT_ONCE_DAYS = 1, ANSWERED_DAYS = 4, EARLIEST_DAYS = 10, MINUTES = 30 };
    const int64_t last_s = session->starts_s < demo->now_s ? session->starts_s : demo->now_s;
    const int days = is_automatic ? AT_ONCE_DAYS : ANSWERED_DAYS;
    const int64_t day_s = clock_day_s(last_s, -demo_between(days, EARLIEST_DAYS));
    return day_s + (AT(8, 0) + (int64_t)demo_between(0, AT(12, 0))) * CLOCK_MINUTE_S +
           demo_between(0, MINUTES);
}

static void plan_booking(struct demo *demo, struct booking *booking, bool is_automatic)
{
    const struct demo_session *session = booking->session;
    const int64_t asked_s = draw_time(demo, session, is_automatic);
    const int64_t answered_s = demo_next_s(demo, asked_s, AT(9, 20));
    const int64_t noted_s = demo_next_s(demo, demo_next_s(demo, session->ends_s, 0), AT(9, 40));
    demo_plan(demo, asked_s, ask, booking, 0);
    if (!is_automatic) {
        demo_plan(demo, answered_s, accept, booking, 0);
    }
    if (noted_s < demo->now_s) {
        demo_plan(demo, noted_s, attend, booking, demo->event_count);
    }
}

void demo_plan_bookings(struct demo *demo, struct demo_session *session, int fill,
                        bool is_automatic, bool has_children)
{
    enum { ALL = 100 };
    const int wanted = (session->capacity * fill + ALL / 2) / ALL;
    int household = demo_between(1, DEMO_HOUSEHOLDS);
    for (int taken = 0; taken < wanted;) {
        struct booking *booking = arena_alloc(demo->arena, sizeof(*booking));
        household = next_household(household);
        *booking = (struct booking){
            .session = session,
            .household = household,
            .adults = 1 + (demo_between(1, 4) == 1),
            .children = has_children && demo_between(1, 2) == 1 ? demo_between(1, 2) : 0,
        };
        if (taken + booking->adults + booking->children > wanted) {
            booking->adults = 1;
            booking->children = 0;
        }
        taken += booking->adults + booking->children;
        plan_booking(demo, booking, is_automatic);
    }
}

void demo_plan_count(struct demo *demo, struct demo_session *session)
{
    const int64_t noted_s = demo_next_s(demo, demo_next_s(demo, session->ends_s, 0), AT(10, 30));
    if (noted_s < demo->now_s) {
        demo_plan(demo, noted_s, count_in, session, 0);
    }
}
