/* "Fermer aujourd'hui": the closing and what is decided with it, together or not at all. */
#include "core/close_day.h"

#include "base/clock.h"
#include "core/house.h"
#include "support_ask.h"

static struct close_result close_with(struct world *world, enum err expected,
                                      const struct close_choice *choices, int count)
{
    struct close_result result;
    assert_int_equal(close_day(world->db, NADIA, "absence", choices, count, &result), expected);
    return result;
}

static int64_t term(struct world *world, const char *column, int64_t request_id)
{
    return world_int(world, "SELECT %s FROM request_state WHERE request_id = %lld", column,
                     (long long)request_id);
}

static int64_t notices_to_tell(struct world *world, int64_t request_id)
{
    return world_int(world,
                     "SELECT count(*) FROM notice WHERE request_id = %lld AND state = 'to_tell'",
                     (long long)request_id);
}

/* Due today, of somebody's household. */
static int64_t build_due(struct world *world, const char *state, const char *from,
                         const char *until)
{
    const int64_t item_id = build_item(world, state, "desk", 7);
    return build_loan(world, build_copy(world, item_id, 1), state, from, until);
}

static void what_is_due_today_moves_to_the_next_opening_and_is_told(void **state)
{
    struct world *world = *state;
    const int64_t pickup = build_due(world, "ready", "2026-09-08T17:00", "2026-09-11T09:00");
    const int64_t brief = build_due(world, "reserved", "2026-09-08T14:00", "2026-09-08T17:30");
    const int64_t back = build_due(world, "out", "2026-09-05T09:00", "2026-09-08T17:30");
    const struct close_choice choices[] = {
        {pickup, 1, CLOSE_MOVE}, {brief, 1, CLOSE_MOVE}, {back, 1, CLOSE_MOVE}};
    const struct close_result result = close_with(world, ERR_OK, choices, 3);
    assert_int_equal(result.told, 3);
    assert_int_equal(result.sessions, 0);
    assert_int_equal(term(world, "from_s", pickup), at("2026-09-09T09:00"));
    assert_int_equal(term(world, "until_s", pickup), at("2026-09-11T09:00"));
    assert_int_equal(state_now(world, pickup), STATE_READY);
    assert_int_equal(term(world, "from_s", brief), at("2026-09-09T09:00"));
    assert_int_equal(term(world, "until_s", brief), at("2026-09-09T12:30"));
    assert_int_equal(term(world, "from_s", back), at("2026-09-05T09:00"));
    assert_int_equal(term(world, "until_s", back), at("2026-09-09T09:00"));
    assert_int_equal(notices_to_tell(world, pickup), 1);
    assert_int_equal(notices_to_tell(world, back), 1);
}

static void sessions_are_kept_postponed_or_cancelled(void **state)
{
    struct world *world = *state;
    const int64_t kept = build_session(world, "2026-09-08T18:00", 8, "desk");
    const int64_t later = build_session(world, "2026-09-08T18:30", 8, "desk");
    const int64_t off = build_session(world, "2026-09-08T19:00", 8, "desk");
    const int64_t booking = build_booking(world, off, "confirmed", 2, 0);
    const int64_t waits_on = build_booking(world, later, "confirmed", 1, 0);
    const struct close_choice choices[] = {
        {kept, 1, CLOSE_KEEP}, {later, 1, CLOSE_POSTPONE}, {off, 1, CLOSE_CANCEL}};
    assert_int_equal(close_with(world, ERR_OK, choices, 3).sessions, 2);
    assert_int_equal(state_now(world, kept), STATE_PUBLISHED);
    assert_int_equal(state_now(world, later), STATE_POSTPONED);
    assert_int_equal(state_now(world, off), STATE_CANCELLED);
    assert_int_equal(state_now(world, booking), STATE_CANCELLED);
    assert_int_equal(state_now(world, waits_on), STATE_TO_RECONFIRM);
    assert_int_equal(notices_to_tell(world, booking), 1);
    assert_int_equal(world_int(world, "SELECT reason_code = 'closed' FROM decision"
                                      " WHERE verb = 'postpone'"),
                     1);
}

static void whoever_came_for_something_else_is_to_be_told(void **state)
{
    struct world *world = *state;
    const int64_t visit = build_request(
        world,
        &(struct build){.kind = "visit", .state = "planned", .from_s = at("2026-09-08T17:30")});
    const struct close_choice choices[] = {{visit, 1, CLOSE_TELL}};
    assert_int_equal(close_with(world, ERR_OK, choices, 1).told, 1);
    assert_int_equal(notices_to_tell(world, visit), 1);
    assert_int_equal(state_now(world, visit), STATE_PLANNED);
    assert_int_equal(world_int(world, "SELECT count(*) FROM decision WHERE verb = 'tell'"
                                      " AND reason_code = 'closed'"),
                     1);
}

static void the_house_is_closed_with_it_and_open_again_with_the_desk(void **state)
{
    struct world *world = *state;
    struct house_status status;
    const int64_t waiting =
        build_request(world, &(struct build){.kind = "enquiry",
                                             .state = "asked",
                                             .waits = true,
                                             .answer_by_s = at("2026-09-08T17:30")});
    (void)build_presence(world, NADIA, "2026-09-08T14:00");
    assert_int_equal(close_with(world, ERR_OK, NULL, 0).promises, 1);
    assert_int_equal(notices_to_tell(world, waiting), 1);
    assert_int_equal(house_status(world->db, clock_now_s(), &status), ERR_OK);
    assert_int_equal(status.state, HOUSE_CLOSED_TODAY);
    assert_int_equal(house_take_desk(world->db, NADIA), ERR_OK);
    assert_int_equal(house_status(world->db, clock_now_s(), &status), ERR_OK);
    assert_int_equal(status.state, HOUSE_OPEN);
}

static void a_decision_made_in_closing_can_be_taken_back(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t pickup = build_due(world, "ready", "2026-09-08T17:00", "2026-09-11T09:00");
    const struct close_choice choices[] = {{pickup, 1, CLOSE_MOVE}};
    (void)close_with(world, ERR_OK, choices, 1);
    assert_int_equal(request_undo(world->db, pickup, 2, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(term(world, "from_s", pickup), at("2026-09-08T17:00"));
    assert_int_equal(notices_to_tell(world, pickup), 0);
}

static void one_that_is_refused_leaves_the_house_open(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t copy_id = build_copy(world, item_id, 1);
    const int64_t back = build_loan(world, copy_id, "out", "2026-09-05T09:00", "2026-09-08T17:30");
    (void)build_loan(world, copy_id, "reserved", "2026-09-08T18:00", "2026-09-10T09:00");
    const int64_t off = build_session(world, "2026-09-08T19:00", 8, "desk");
    const struct close_choice taken[] = {{off, 1, CLOSE_CANCEL}, {back, 1, CLOSE_MOVE}};
    struct close_result result = close_with(world, ERR_CONFLICT, taken, 2);
    assert_int_equal(result.failed_id, back);
    assert_int_equal(result.reasons, GUARD_COPY);
    const struct close_choice stale[] = {{off, 7, CLOSE_CANCEL}};
    assert_int_equal(close_with(world, ERR_CONFLICT, stale, 1).failed_id, off);
    const struct close_choice stale_told[] = {{back, 7, CLOSE_TELL}};
    assert_int_equal(close_with(world, ERR_CONFLICT, stale_told, 1).failed_id, back);
    const struct close_choice unknown[] = {{999, 1, CLOSE_TELL}};
    assert_int_equal(close_with(world, ERR_NOT_FOUND, unknown, 1).failed_id, 999);
    assert_int_equal(state_now(world, off), STATE_PUBLISHED);
    assert_int_equal(world_int(world, "SELECT count(*) FROM closing"), 0);
}

static void choices_that_cannot_be_are_refused(void **state)
{
    struct world *world = *state;
    struct close_result result;
    const int64_t session_id = build_session(world, "2026-09-08T19:00", 8, "desk");
    const int64_t booking = build_booking(world, session_id, "confirmed", 2, 0);
    const struct close_choice wrong[] = {
        {session_id, 1, CLOSE_MOVE}, {session_id, 1, CLOSE_TELL},  {booking, 1, CLOSE_CANCEL},
        {booking, 1, CLOSE_MOVE},    {booking, 1, CLOSE_POSTPONE}, {booking, 1, CLOSE_TELL},
    };
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        (void)close_with(world, ERR_INVALID, &wrong[i], 1);
    }
    assert_int_equal(close_day(world->db, NADIA, "absence", wrong, CLOSE_CHOICES_MAX + 1, &result),
                     ERR_INVALID);
    assert_int_equal(close_day(world->db, NADIA, "pizza", NULL, 0, &result), ERR_INVALID);
    assert_int_equal(world_int(world, "SELECT count(*) FROM closing"), 0);
}

static void without_a_next_opening_nothing_can_be_moved(void **state)
{
    struct world *world = *state;
    int64_t next_s = 7;
    assert_int_equal(close_day_next(world->db, &next_s), ERR_OK);
    assert_int_equal(next_s, at("2026-09-09T09:00"));
    (void)build_closing(world, "2026-09-09T00:00", "2027-09-09T00:00", "holiday");
    assert_int_equal(close_day_next(world->db, &next_s), ERR_NOT_FOUND);
    assert_int_equal(next_s, 0);
    const int64_t pickup = build_due(world, "ready", "2026-09-08T17:00", "2026-09-11T09:00");
    const struct close_choice choices[] = {{pickup, 1, CLOSE_MOVE}};
    assert_int_equal(close_with(world, ERR_NOT_FOUND, choices, 1).failed_id, pickup);
    world_exec(world, "UPDATE site SET last_record_s = %lld", (long long)clock_now_s() + 1000);
    assert_int_equal(close_day_next(world->db, &next_s), ERR_CLOCK);
    (void)close_with(world, ERR_CLOCK, NULL, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_due_today_moves_to_the_next_opening_and_is_told),
        TEST(sessions_are_kept_postponed_or_cancelled),
        TEST(whoever_came_for_something_else_is_to_be_told),
        TEST(the_house_is_closed_with_it_and_open_again_with_the_desk),
        TEST(a_decision_made_in_closing_can_be_taken_back),
        TEST(one_that_is_refused_leaves_the_house_open),
        TEST(choices_that_cannot_be_are_refused),
        TEST(without_a_next_opening_nothing_can_be_moved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
