/* Figures: what each end of a request counts as, and what it is worth. */
#include "support_ask.h"

#include "base/clock.h"
#include "core/funder.h"
#include "core/help_desk.h"

static const char WHEN[] = "2026-09-09T14:00";

static int64_t sum(struct world *world, const char *what, const char *kind)
{
    return world_int(world, "SELECT coalesce(sum(%s), 0) FROM act WHERE kind = %Q", what, kind);
}

static int64_t build_home(struct world *world, const char *number, bool is_subscribed)
{
    const int64_t home = build_household(world, number, "Alma");
    if (is_subscribed) {
        build_subscription(world, home, "2026-01-01T00:00", "2027-01-01T00:00");
    }
    return home;
}

/* A confirmed booking of two adults and a child. */
static int64_t build_seats(struct world *world, int64_t session_id, int64_t household_id)
{
    return build_request(world, &(struct build){.kind = "booking",
                                                .state = "confirmed",
                                                .holds = true,
                                                .household_id = household_id,
                                                .session_id = session_id,
                                                .from_s = at(WHEN),
                                                .until_s = at("2026-09-09T16:00"),
                                                .adults = 2,
                                                .children = 1});
}

static void who_came_paid_what_the_activity_costs_them(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    static const struct {
        const char *number;
        bool is_subscribed;
        int64_t cents;
    } cases[] = {{"0087", true, 3 * 100}, {"0088", false, 3 * 300}, {NULL, false, 3 * 300}};
    const int64_t session_id = build_session(world, WHEN, 20, "desk");
    world_exec(world, "UPDATE activity SET price_cents = 300, subscriber_cents = 100");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const int64_t home = cases[i].number == NULL
                                 ? 0
                                 : build_home(world, cases[i].number, cases[i].is_subscribed);
        const int64_t before = sum(world, "cents", "booking");
        const int64_t id = build_seats(world, session_id, home);
        set_time("2026-09-09T14:30");
        assert_int_equal(move_by(world, id, VERB_MARK_PRESENT, desk(NADIA), &outcome), ERR_OK);
        assert_int_equal(sum(world, "cents", "booking") - before, cases[i].cents);
        assert_int_equal(move_by(world, id, VERB_MARK_ABSENT, desk(NADIA), &outcome), ERR_OK);
        assert_int_equal(sum(world, "cents", "booking"), before);
    }
}

static void a_loan_costs_its_fee_when_it_is_back(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t id = build_loan(world, build_copy(world, item_id, 1), "out", "2026-09-07T14:00",
                                  "2026-09-09T14:00");
    world_exec(world, "UPDATE item SET fee_cents = 250");
    assert_int_equal(move_by(world, id, VERB_TAKE_BACK, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(sum(world, "cents", "loan"), 250);
}

/* An accepted enquiry to a service of that price. */
static int64_t build_enquiry(struct world *world, const char *code, const char *price,
                             int64_t household_id)
{
    const int64_t service_id = build_service(world, code, "enquiry", "desk");
    world_exec(world,
               "UPDATE service SET price = %Q, price_cents = 800, subscriber_cents = 500"
               " WHERE id = %lld",
               price, (long long)service_id);
    return build_request(world, &(struct build){.kind = "enquiry",
                                                .state = "accepted",
                                                .household_id = household_id,
                                                .service_id = service_id});
}

static void a_service_costs_what_was_paid_else_what_the_catalogue_says(void **state)
{
    struct world *world = *state;
    const int64_t home = build_home(world, "0087", true);
    const struct {
        const char *code, *price;
        int64_t household_id, noted, cents;
    } cases[] = {
        {"fixed", "fixed", home, MOVE_AS_PRICED, 500},
        {"fixed_all", "fixed", 0, MOVE_AS_PRICED, 800},
        {"quote", "quote", home, MOVE_AS_PRICED, 0},
        {"free", "free", home, MOVE_AS_PRICED, 0},
        {"said", "fixed", home, 1250, 1250},
        {"given", "fixed", home, 0, 0},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct outcome outcome;
        const int64_t before = sum(world, "cents", "enquiry");
        const int64_t id =
            build_enquiry(world, cases[i].code, cases[i].price, cases[i].household_id);
        struct move finish = move_make(id, VERB_FINISH, desk(NADIA));
        finish.cents = cases[i].noted;
        assert_int_equal(request_move(world->db, &finish, &outcome), ERR_OK);
        assert_int_equal(sum(world, "cents", "enquiry") - before, cases[i].cents);
    }
}

static void what_was_agreed_counts_before_the_catalogue(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t service_id = build_service(world, "sewing", "deposit", "desk");
    world_exec(world, "UPDATE service SET price = 'fixed', price_cents = 800");
    const int64_t id = build_request(
        world, &(struct build){.kind = "deposit", .state = "announced", .service_id = service_id});
    assert_int_equal(move_by(world, id, VERB_LEAVE, desk(NADIA), &outcome), ERR_OK);
    world_exec(world, "INSERT INTO request_price(request_id, no, cents) VALUES (%lld, %d, 1100)",
               (long long)id, outcome.no);
    static const enum verb verbs[] = {VERB_SEND, VERB_RECEIVE, VERB_COLLECT};
    for (size_t i = 0; i < ARRAY_LEN(verbs); i++) {
        assert_int_equal(move_by(world, id, verbs[i], desk(NADIA), &outcome), ERR_OK);
    }
    assert_int_equal(sum(world, "cents", "deposit"), 1100);
}

static void what_comes_back_by_undoing_is_worth_what_it_was(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t id = build_enquiry(world, "ironing", "fixed", 0);
    struct move finish = move_make(id, VERB_FINISH, desk(NADIA));
    finish.cents = 1250;
    finish.minutes = 40;
    assert_int_equal(request_move(world->db, &finish, &outcome), ERR_OK);
    assert_int_equal(request_reopen(world->db, id, desk(NADIA), "mistake", &outcome), ERR_OK);
    assert_int_equal(sum(world, "cents", "enquiry"), 0);
    assert_int_equal(request_undo(world->db, id, outcome.no, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(outcome.state, STATE_DONE);
    assert_int_equal(sum(world, "cents", "enquiry"), 1250);
    assert_int_equal(sum(world, "minutes", "enquiry"), 40);
}

/* Two brought together and agreed; either's card may be the one that the desk finishes. */
static void a_helping_hand_is_counted_once_with_its_minutes_whoevers_card_it_is(void **state)
{
    struct world *world = *state;
    for (int by_reply = 0; by_reply <= 1; by_reply++) {
        struct outcome outcome;
        const int64_t need_id =
            build_request(world, &(struct build){.kind = "help",
                                                 .state = "agreed",
                                                 .direction = by_reply ? "offer" : "need",
                                                 .category = "errands"});
        const int64_t reply_id = build_request(world, &(struct build){.kind = "help",
                                                                      .state = "agreed",
                                                                      .direction = "reply",
                                                                      .category = "errands",
                                                                      .parent_id = need_id});
        struct move finish = move_make(by_reply ? reply_id : need_id, VERB_FINISH, desk(NADIA));
        finish.minutes = 45;
        assert_int_equal(request_move(world->db, &finish, &outcome), ERR_OK);
        assert_int_equal(sum(world, "minutes", by_reply ? "offer" : "help"), 45);
        assert_int_equal(sum(world, "minutes", "reply"), 0);
        assert_int_equal(
            request_undo(world->db, finish.request_id, outcome.no, desk(NADIA), &outcome), ERR_OK);
        assert_int_equal(world_int(world, "SELECT sum(minutes) FROM act"), 0);
        finish.minutes = 0; /* a gift */
        assert_int_equal(request_move(world->db, &finish, &outcome), ERR_OK);
        assert_int_equal(world_int(world, "SELECT sum(minutes) FROM act"), 0);
    }
}

static void the_desks_page_notes_them_too(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const char *field = "";
    const int64_t need_id = build_request(
        world, &(struct build){.kind = "help", .state = "agreed", .direction = "need"});
    (void)build_request(
        world, &(struct build){
                   .kind = "help", .state = "agreed", .direction = "reply", .parent_id = need_id});
    struct help_act act = help_act_make(need_id, VERB_FINISH, desk(NADIA));
    act.minutes = 90;
    assert_int_equal(help_move(world->db, &act, &outcome, &field), ERR_OK);
    assert_int_equal(sum(world, "minutes", "help"), 90);
}

static void only_the_desk_notes_and_only_with_what_ends_well(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const struct {
        enum verb verb;
        int minutes;
        int64_t cents;
    } cases[] = {
        {VERB_CANCEL, 5, MOVE_AS_PRICED},     {VERB_CANCEL, 0, 100},
        {VERB_FINISH, -1, MOVE_AS_PRICED},    {VERB_FINISH, MOVE_MOST_MINUTES + 1, MOVE_AS_PRICED},
        {VERB_FINISH, 0, MOVE_AS_PRICED - 1}, {VERB_FINISH, 0, MOVE_MOST_CENTS + 1},
    };
    const int64_t id = build_enquiry(world, "ironing", "fixed", 0);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct move move = move_make(id, cases[i].verb, desk(NADIA));
        move.minutes = cases[i].minutes;
        move.cents = cases[i].cents;
        assert_int_equal(request_move(world->db, &move, &outcome), ERR_INVALID);
    }
    const int64_t need_id = build_request(
        world, &(struct build){.kind = "help", .state = "done_said", .direction = "need"});
    struct move said = move_make(need_id, VERB_FINISH,
                                 (struct actor){.who = WHO_RESIDENT, .token_request_id = need_id});
    said.minutes = 45;
    assert_int_equal(request_move(world->db, &said, &outcome), ERR_INVALID);
    assert_int_equal(world_int(world, "SELECT count(*) FROM act"), 0);
}

static void what_was_wanted_and_not_had_is_counted_and_so_is_who_walks_in(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    int count = 0;
    const int64_t home = build_home(world, "0087", false);
    const int64_t session_id = build_session(world, WHEN, 4, "desk");
    const int64_t refused = must_ask(world, seats(session_id, 1, 0, member(home))).request_id;
    assert_int_equal(move_by(world, refused, VERB_REFUSE, desk(NADIA), &outcome), ERR_OK);
    (void)must_ask(world, seats(session_id, 1, 0, member(home)));
    struct ask join = seats(session_id, 2, 1, member(home));
    join.verb = VERB_JOIN;
    (void)must_ask(world, join);
    set_time("2026-09-09T14:30");
    assert_int_equal(sweep_run(world->db, &count), ERR_OK);
    struct ask walk_in = seats(session_id, 1, 2, desk(NADIA));
    walk_in.verb = VERB_WALK_IN;
    walk_in.channel = "desk";
    (void)must_ask(world, walk_in);
    static const struct {
        const char *outcome, *ended_by;
        int is_known, adults, children;
    } acts[] = {{"refused", "desk", 1, 1, 0},
                {"unanswered", "time", 1, 1, 0},
                {"not_served", "time", 1, 2, 1},
                {"present", "desk", 0, 1, 2}};
    for (size_t i = 0; i < ARRAY_LEN(acts); i++) {
        assert_int_equal(world_int(world,
                                   "SELECT count(*) FROM act WHERE kind = 'booking'"
                                   " AND outcome = %Q AND ended_by = %Q AND is_known = %d"
                                   " AND adults = %d AND children = %d AND cents = 0",
                                   acts[i].outcome, acts[i].ended_by, acts[i].is_known,
                                   acts[i].adults, acts[i].children),
                         1);
    }
    assert_int_equal(world_int(world, "SELECT count(*) FROM act"), ARRAY_LEN(acts));
}

static void a_correction_is_counted_once_at_its_own_end(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    struct receipt receipt;
    const int64_t home = build_home(world, "0087", false);
    const int64_t session_id = build_session(world, WHEN, 4, "desk");
    const int64_t id = must_ask(world, seats(session_id, 1, 0, member(home))).request_id;
    const struct ask two = seats(session_id, 2, 0, member(home));
    assert_int_equal(request_correct(world->db, id, &two, &receipt), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM act"), 0);
    assert_int_equal(move_by(world, receipt.request_id, VERB_REFUSE, desk(NADIA), &outcome),
                     ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM act WHERE adults = 2"), 1);
}

/* ---- Funders ---- */

static void acts_keep_the_tags_of_their_day(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, WHEN, 8, "desk");
    const int64_t activity_id = world_int(world, "SELECT activity_id FROM session");
    const int64_t enquiry_id = build_enquiry(world, "post", "free", 0);
    const int64_t service_id = world_int(world, "SELECT id FROM service");
    world_exec(world, "INSERT INTO partner(id, name) VALUES (7, 'La Poste');"
                      "UPDATE activity SET partner_id = 7; UPDATE service SET partner_id = 7");
    assert_int_equal(funder_tag(world->db, FUNDER_OF_ACTIVITY, activity_id, "Ville"), ERR_OK);
    assert_int_equal(funder_tag(world->db, FUNDER_OF_SERVICE, service_id, "Bailleur"), ERR_OK);
    assert_int_equal(funder_tag(world->db, FUNDER_OF_SERVICE, service_id, "Poste"), ERR_OK);
    assert_int_equal(funder_tag(world->db, FUNDER_OF_PARTNER, 7, "Poste"), ERR_OK);
    assert_int_equal(move_by(world, enquiry_id, VERB_FINISH, desk(NADIA), &outcome), ERR_OK);
    const int64_t booking_id = build_seats(world, session_id, 0);
    const int64_t later_id = build_seats(world, session_id, 0);
    set_time("2026-09-09T14:30");
    assert_int_equal(move_by(world, booking_id, VERB_MARK_PRESENT, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(funder_untag(world->db, FUNDER_OF_ACTIVITY, activity_id, "Ville"), ERR_OK);
    assert_int_equal(move_by(world, later_id, VERB_MARK_PRESENT, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(
        world_int(world, "SELECT count(*) FROM act WHERE funder_tags = 'Bailleur,Poste'"), 1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM act WHERE funder_tags = 'Poste,Ville'"),
                     1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM act WHERE funder_tags = 'Poste'"), 1);
}

static void tags_that_cannot_be_are_refused(void **state)
{
    struct world *world = *state;
    const int64_t id = build_service(world, "post", "enquiry", "desk");
    assert_int_equal(funder_tag(world->db, FUNDER_OF_SERVICE, id, ""), ERR_INVALID);
    assert_int_equal(funder_tag(world->db, FUNDER_OF_SERVICE, id, "a,b"), ERR_INVALID);
    assert_int_equal(funder_tag(world->db, FUNDER_OF_SERVICE, id, "\x01"), ERR_INVALID);
    assert_int_equal(
        funder_tag(world->db, FUNDER_OF_SERVICE, id, "quarante et un caractères, cela fait trop !"),
        ERR_INVALID);
    assert_int_equal(funder_tag(world->db, FUNDER_OF_SERVICE, 99, "Ville"), ERR_INVALID);
    assert_int_equal(funder_tag(world->db, FUNDER_OF_SERVICE, 0, "Ville"), ERR_INVALID);
    assert_int_equal(funder_tag(world->db, FUNDER_OF_SERVICE, id, "Ville"), ERR_OK);
    assert_int_equal(funder_tag(world->db, FUNDER_OF_SERVICE, id, "Ville"), ERR_CONFLICT);
    assert_int_equal(funder_untag(world->db, FUNDER_OF_SERVICE, id, "État"), ERR_NOT_FOUND);
    assert_int_equal(funder_untag(world->db, FUNDER_OF_PARTNER, id, "Ville"), ERR_NOT_FOUND);
    assert_int_equal(funder_untag(world->db, FUNDER_OF_SERVICE, id, "Ville"), ERR_OK);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(who_came_paid_what_the_activity_costs_them),
        TEST(a_loan_costs_its_fee_when_it_is_back),
        TEST(a_service_costs_what_was_paid_else_what_the_catalogue_says),
        TEST(what_was_agreed_counts_before_the_catalogue),
        TEST(what_comes_back_by_undoing_is_worth_what_it_was),
        TEST(a_helping_hand_is_counted_once_with_its_minutes_whoevers_card_it_is),
        TEST(the_desks_page_notes_them_too),
        TEST(only_the_desk_notes_and_only_with_what_ends_well),
        TEST(what_was_wanted_and_not_had_is_counted_and_so_is_who_walks_in),
        TEST(a_correction_is_counted_once_at_its_own_end),
        TEST(acts_keep_the_tags_of_their_day),
        TEST(tags_that_cannot_be_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
