/* What today brings to the desk: loans, services under way, sessions and who came. */
#include "support_db.h"

#include "core/queue.h"

static void today_hands_out_takes_back_and_checks(void **state)
{
    struct world *world = *state;
    struct queue_list list;
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    int64_t copies[6];
    for (int i = 0; i < 6; i++) {
        copies[i] = build_copy(world, item_id, i + 1);
    }
    const int64_t late =
        build_loan(world, copies[0], "out", "2026-09-01T09:00", "2026-09-05T09:00");
    const int64_t due = build_loan(world, copies[1], "out", "2026-09-04T09:00", "2026-09-08T17:00");
    const int64_t pick =
        build_loan(world, copies[2], "reserved", "2026-09-08T17:00", "2026-09-11T09:00");
    const int64_t check =
        build_loan(world, copies[3], "needs_check", "2026-09-02T09:00", "2026-09-04T09:00");
    (void)build_loan(world, copies[4], "out", "2026-09-07T09:00", "2026-09-09T09:00");
    (void)build_loan(world, copies[5], "reserved", "2026-09-09T09:00", "2026-09-11T09:00");
    assert_int_equal(queue_today_loans(world->db, world->arena, &list), ERR_OK);
    assert_int_equal(list.count, 4);
    assert_int_equal(list.lines[0].request_id, check);
    assert_int_equal(list.lines[1].request_id, late);
    assert_int_equal(list.lines[2].request_id, due);
    assert_int_equal(list.lines[3].request_id, pick);
}

static void services_under_way_are_listed_until_they_end(void **state)
{
    struct world *world = *state;
    struct queue_list list;
    const int64_t later = build_request(
        world,
        &(struct build){.kind = "visit", .state = "planned", .from_s = at("2026-09-10T10:00")});
    const int64_t sooner =
        build_request(world, &(struct build){.kind = "deposit", .state = "left"});
    (void)build_request(world, &(struct build){.kind = "visit", .state = "asked", .waits = true});
    (void)build_request(world,
                        &(struct build){.kind = "deposit", .state = "collected", .is_ended = true});
    assert_int_equal(queue_today_orders(world->db, world->arena, &list), ERR_OK);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.lines[0].request_id, sooner);
    assert_int_equal(list.lines[1].request_id, later);
}

static void todays_sessions_tell_who_is_expected_and_who_came(void **state)
{
    struct world *world = *state;
    struct queue_today *sessions = NULL;
    int count = 0;
    bool is_more = false;
    const int64_t today = build_session(world, "2026-09-08T16:00", 8, "desk");
    (void)build_session(world, "2026-09-09T16:00", 8, "desk");
    const int64_t uncounted = build_session(world, "2026-09-04T16:00", 8, "desk");
    (void)build_session(world, "2026-09-03T16:00", 8, "desk"); /* still published: not held */
    (void)build_booking(world, today, "confirmed", 2, 1);
    (void)build_booking(world, today, "asked", 1, 0);
    const struct move hold = move_make(uncounted, VERB_HOLD, (struct actor){.who = WHO_TIME});
    struct outcome outcome;
    assert_int_equal(request_move(world->db, &hold, &outcome), ERR_OK);
    assert_int_equal(queue_today_sessions(world->db, world->arena, &sessions, &count, &is_more),
                     ERR_OK);
    assert_int_equal(count, 2);
    assert_int_equal(sessions[0].session_id, uncounted);
    assert_int_equal(sessions[0].state, STATE_HELD);
    assert_int_equal(sessions[1].session_id, today);
    assert_int_equal(sessions[1].expected, 3);
    assert_int_equal(sessions[1].present, 0);
    assert_string_equal(sessions[1].title, "Atelier");
    assert_false(is_more);
}

static void attendance_lists_seats_by_household_then_guests(void **state)
{
    struct world *world = *state;
    struct queue_list list;
    const int64_t session_id = build_session(world, "2026-09-08T16:00", 8, "desk");
    const int64_t guest_id = build_booking(world, session_id, "confirmed", 1, 0);
    const int64_t known_id =
        build_request(world, &(struct build){.kind = "booking",
                                             .state = "confirmed",
                                             .holds = true,
                                             .household_id = build_household(world, "0412", "Ana"),
                                             .session_id = session_id,
                                             .from_s = at("2026-09-08T16:00"),
                                             .adults = 2,
                                             .children = 1});
    (void)build_booking(world, session_id, "waitlisted", 1, 0);
    assert_int_equal(queue_attendance(world->db, session_id, world->arena, &list), ERR_OK);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.lines[0].request_id, known_id);
    assert_string_equal(list.lines[0].household, "0412");
    assert_int_equal(list.lines[1].request_id, guest_id);
    struct outcome outcome;
    const struct move mark =
        move_make(known_id, VERB_MARK_PRESENT, (struct actor){.who = WHO_DESK, .staff_id = NADIA});
    assert_int_equal(request_move(world->db, &mark, &outcome), ERR_OK);
    assert_int_equal(queue_attendance(world->db, session_id, world->arena, &list), ERR_OK);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.lines[0].state, STATE_PRESENT);
}

/* A household's request that ended at that time. */
static int64_t ended(struct world *world, int64_t household_id, const char *when)
{
    set_time(when);
    const int64_t id = build_request(world, &(struct build){.kind = "help",
                                                            .state = "closed",
                                                            .is_ended = true,
                                                            .household_id = household_id,
                                                            .direction = "need",
                                                            .category = "errands"});
    set_time(WORLD_NOW);
    return id;
}

static void a_households_history_begins_with_the_latest_end(void **state)
{
    struct world *world = *state;
    struct queue_list list;
    const int64_t household_id = build_household(world, "0087", "Awa");
    const int64_t other_id = build_household(world, "0088", "Omar");
    const int64_t first = ended(world, household_id, "2026-09-01T10:00");
    const int64_t last = ended(world, household_id, "2026-09-03T10:00");
    const int64_t here = ended(world, household_id, "2026-09-04T10:00");
    (void)ended(world, other_id, "2026-09-05T10:00");
    (void)build_request(
        world, &(struct build){.kind = "help", .state = "published", .household_id = household_id});
    assert_int_equal(queue_history(world->db, household_id, here, world->arena, &list), ERR_OK);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.lines[0].request_id, last);
    assert_int_equal(list.lines[1].request_id, first);
    assert_int_equal(queue_history(world->db, 0, 0, world->arena, &list), ERR_OK);
    assert_int_equal(list.count, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(today_hands_out_takes_back_and_checks),
        TEST(services_under_way_are_listed_until_they_end),
        TEST(todays_sessions_tell_who_is_expected_and_who_came),
        TEST(attendance_lists_seats_by_household_then_guests),
        TEST(a_households_history_begins_with_the_latest_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
