#include "core/house.h"

#include "base/clock.h"
#include "support_house.h"

static struct house_status status_of(struct world *world)
{
    struct house_status status;
    assert_int_equal(house_status(world->db, clock_now_s(), &status), ERR_OK);
    return status;
}

static void taking_the_desk_twice_is_being_there_once(void **state)
{
    struct world *world = *state;
    assert_int_equal(house_take_desk(world->db, NADIA), ERR_OK);
    assert_int_equal(house_take_desk(world->db, NADIA), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM presence"), 1);
    assert_int_equal(house_leave_desk(world->db, NADIA), ERR_OK);
    assert_int_equal(status_of(world).state, HOUSE_LATE);
    assert_int_equal(house_leave_desk(world->db, NADIA), ERR_NOT_FOUND);
}

static void only_the_houses_own_staff_takes_the_desk(void **state)
{
    struct world *world = *state;
    assert_int_equal(house_take_desk(world->db, 99), ERR_NOT_FOUND);
    world_exec(world, "UPDATE staff SET role = 'organiser' WHERE id = %d", KARIM);
    assert_int_equal(house_take_desk(world->db, KARIM), ERR_DENIED);
    world_exec(world, "UPDATE staff SET left_at_s = 1 WHERE id = %d", NADIA);
    assert_int_equal(house_take_desk(world->db, NADIA), ERR_NOT_FOUND);
}

static void closing_today_sends_everybody_home_and_moves_the_days_promises(void **state)
{
    struct world *world = *state;
    struct heard heard = {0};
    int moved = 0;
    build_roster(world, NADIA, "2026-09-09T09:00", "2026-09-09T12:00");
    build_roster(world, KARIM, "2026-09-10T09:00", "2026-09-10T12:00");
    const int64_t overdue = build_waiting(world, "2026-09-08T16:00", 0);
    const int64_t today = build_waiting(world, "2026-09-08T17:15", 0);
    const int64_t passed_on = build_waiting(world, "2026-09-08T17:15", NADIA);
    const int64_t later = build_waiting(world, "2026-09-10T17:15", 0);
    const int64_t answered = build_request(
        world, &(struct build){
                   .kind = "enquiry", .state = "accepted", .answer_by_s = at("2026-09-08T17:15")});
    assert_int_equal(house_take_desk(world->db, NADIA), ERR_OK);
    assert_int_equal(house_close_today(world->db, NADIA, "absence", hear, &heard, &moved), ERR_OK);
    assert_int_equal(moved, 3);
    assert_int_equal(heard.count, 3);
    assert_int_equal(heard.ids[0], overdue);
    assert_int_equal(promise_of(world, overdue), at("2026-09-09T09:30"));
    assert_int_equal(promise_of(world, today), at("2026-09-09T09:30"));
    assert_int_equal(promise_of(world, passed_on), at("2026-09-10T09:30"));
    assert_int_equal(promise_of(world, later), at("2026-09-10T17:15"));
    assert_int_equal(promise_of(world, answered), at("2026-09-08T17:15"));
    const struct house_status status = status_of(world);
    assert_int_equal(status.state, HOUSE_CLOSED_TODAY);
    assert_string_equal(status.reason_code, "absence");
    assert_int_equal(world_int(world, "SELECT staff_id FROM closing"), NADIA);
    assert_int_equal(world_int(world, "SELECT until_s FROM closing"), at("2026-09-09T00:00"));
}

static void taking_the_desk_again_takes_the_closing_back(void **state)
{
    struct world *world = *state;
    int moved = 0;
    assert_int_equal(house_close_today(world->db, NADIA, "absence", NULL, NULL, &moved), ERR_OK);
    clock_advance_ms(600000);
    assert_int_equal(house_take_desk(world->db, NADIA), ERR_OK);
    const struct house_status status = status_of(world);
    assert_int_equal(status.state, HOUSE_OPEN);
    assert_int_equal(status.until_s, at("2026-09-08T18:00"));
}

static void taking_the_desk_does_not_end_a_holiday(void **state)
{
    struct world *world = *state;
    (void)build_closing(world, "2026-09-07T00:00", "2026-09-20T00:00", "holiday");
    assert_int_equal(house_take_desk(world->db, NADIA), ERR_OK);
    const struct house_status status = status_of(world);
    assert_int_equal(status.state, HOUSE_OPEN);
    assert_int_equal(status.until_s, 0);
    assert_int_equal(status.next_open_s, at("2026-09-22T09:00"));
}

static void a_closing_to_come_moves_only_the_promises_that_fall_into_it(void **state)
{
    struct world *world = *state;
    int moved = 0;
    const int64_t overdue = build_waiting(world, "2026-09-08T16:00", 0);
    const int64_t before = build_waiting(world, "2026-09-09T09:00", 0);
    const int64_t inside = build_waiting(world, "2026-09-09T09:30", 0);
    (void)build_presence(world, NADIA, "2026-09-08T14:00");
    assert_int_equal(house_add_closing(world->db, NADIA, at("2026-09-09T09:00"),
                                       at("2026-09-10T00:00"), "training", NULL, NULL, &moved),
                     ERR_OK);
    assert_int_equal(moved, 1);
    assert_int_equal(promise_of(world, overdue), at("2026-09-08T16:00"));
    assert_int_equal(promise_of(world, before), at("2026-09-09T09:00"));
    assert_int_equal(promise_of(world, inside), at("2026-09-08T17:15"));
    assert_int_equal(status_of(world).state, HOUSE_OPEN);
}

/* promise: NULL for none. */
static int64_t build_hold(struct world *world, const char *promise, const char *hold_ends)
{
    const int64_t session_id = build_session(world, "2026-10-10T10:00", 10, "desk");
    return build_request(world, &(struct build){.kind = "booking",
                                                .state = "asked",
                                                .waits = true,
                                                .holds = true,
                                                .session_id = session_id,
                                                .adults = 1,
                                                .answer_by_s = promise == NULL ? 0 : at(promise),
                                                .hold_ends_s = at(hold_ends)});
}

static int64_t hold_end_of(struct world *world, int64_t request_id)
{
    return world_int(world, "SELECT hold_ends_s FROM request_state WHERE request_id = %lld",
                     (long long)request_id);
}

static void no_guests_hold_ends_while_the_house_is_closed(void **state)
{
    struct world *world = *state;
    int moved = 0;
    const int64_t today = build_hold(world, NULL, "2026-09-08T18:00");
    const int64_t later = build_hold(world, NULL, "2026-09-10T12:00");
    assert_int_equal(house_close_today(world->db, NADIA, "absence", NULL, NULL, &moved), ERR_OK);
    assert_int_equal(hold_end_of(world, today), at("2026-09-09T12:00"));
    assert_int_equal(hold_end_of(world, later), at("2026-09-10T12:00"));
    assert_int_equal(house_add_closing(world->db, NADIA, at("2026-09-09T00:00"),
                                       at("2027-01-01T00:00"), "other", NULL, NULL, &moved),
                     ERR_OK);
    assert_int_equal(hold_end_of(world, today), 0);
}

/* Somebody is at the desk now, until six: what is promised for Thursday is not held until then
 * only. */
static void a_guests_hold_does_not_end_before_the_answer_that_was_promised(void **state)
{
    struct world *world = *state;
    int moved = 0;
    (void)build_presence(world, NADIA, "2026-09-08T14:00");
    const int64_t cut = build_hold(world, "2026-09-10T09:30", "2026-09-10T12:00");
    assert_int_equal(house_add_closing(world->db, NADIA, at("2026-09-10T11:00"),
                                       at("2026-09-11T00:00"), "training", NULL, NULL, &moved),
                     ERR_OK);
    assert_int_equal(moved, 0);
    assert_int_equal(promise_of(world, cut), at("2026-09-10T09:30"));
    assert_int_equal(hold_end_of(world, cut), at("2026-09-10T11:00"));
    /* The promise falls into the next one, and moves; the hold goes with it. */
    assert_int_equal(house_add_closing(world->db, NADIA, at("2026-09-10T09:00"),
                                       at("2026-09-10T11:00"), "training", NULL, NULL, &moved),
                     ERR_OK);
    assert_int_equal(moved, 1);
    assert_int_equal(promise_of(world, cut), at("2026-09-08T17:15"));
    assert_int_equal(hold_end_of(world, cut), at("2026-09-08T18:00"));
}

static void holds_follow_each_its_own_promise(void **state)
{
    struct world *world = *state;
    int moved = 0;
    const int64_t early = build_hold(world, "2026-09-09T09:30", "2026-09-09T12:00");
    const int64_t late = build_hold(world, "2026-09-10T14:30", "2026-09-10T18:00");
    const int64_t overdue = build_hold(world, "2026-09-08T10:30", "2026-09-09T12:00");
    assert_int_equal(house_add_closing(world->db, NADIA, at("2026-09-09T11:00"),
                                       at("2026-09-10T12:00"), "training", NULL, NULL, &moved),
                     ERR_OK);
    assert_int_equal(hold_end_of(world, early), at("2026-09-09T11:00"));
    assert_int_equal(hold_end_of(world, late), at("2026-09-10T18:00"));
    assert_int_equal(hold_end_of(world, overdue), at("2026-09-09T11:00"));
}

static void a_promise_that_nobody_can_make_any_more_is_taken_back(void **state)
{
    struct world *world = *state;
    int moved = 0;
    const int64_t waiting = build_waiting(world, "2026-09-09T09:30", 0);
    assert_int_equal(house_add_closing(world->db, NADIA, clock_now_s(), at("2027-01-01T00:00"),
                                       "other", NULL, NULL, &moved),
                     ERR_OK);
    assert_int_equal(moved, 1);
    assert_int_equal(promise_of(world, waiting), 0);
}

static void a_closing_whose_notices_cannot_be_written_is_not_written(void **state)
{
    struct world *world = *state;
    int moved = 7;
    const int64_t waiting = build_waiting(world, "2026-09-08T17:15", 0);
    assert_int_equal(house_close_today(world->db, NADIA, "absence", hear_badly, NULL, &moved),
                     ERR_NO_SPACE);
    assert_int_equal(moved, 0);
    assert_int_equal(promise_of(world, waiting), at("2026-09-08T17:15"));
    assert_int_equal(world_int(world, "SELECT count(*) FROM closing"), 0);
}

static void impossible_closings_are_refused(void **state)
{
    struct world *world = *state;
    const int64_t now_s = clock_now_s();
    int moved = 0;
    assert_int_equal(house_add_closing(world->db, NADIA, now_s, now_s, "other", NULL, NULL, &moved),
                     ERR_INVALID);
    assert_int_equal(house_close_today(world->db, NADIA, "tired", NULL, NULL, &moved), ERR_INVALID);
}

static void a_house_is_created_once_with_a_name_and_a_known_zone(void **state)
{
    struct world *world = *state;
    struct house_site site;
    world_exec(world, "DELETE FROM site");
    assert_int_equal(house_site(world->db, world->arena, &site), ERR_NOT_FOUND);
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(house_create(world->db, "", "Europe/Paris", ""), ERR_INVALID);
    assert_int_equal(house_create(world->db, "Ampère", "Europe/Lutetia", ""), ERR_INVALID);
    assert_int_equal(house_create(world->db, "Ampère", "Europe/Paris", "Neudorf"), ERR_OK);
    assert_int_equal(house_create(world->db, "Hoberg", "Europe/Paris", ""), ERR_CONFLICT);
    assert_int_equal(db_commit(world->db), ERR_OK);
    assert_int_equal(house_site(world->db, world->arena, &site), ERR_OK);
    assert_string_equal(site.name, "Ampère");
    assert_string_equal(site.zone, "Europe/Paris");
    assert_string_equal(site.district, "Neudorf");
    assert_string_equal(site.message, "");
}

static void hours_and_roster_that_cannot_be_are_refused(void **state)
{
    struct world *world = *state;
    static const struct house_opening wrong[] = {
        {0, 540, 720}, {8, 540, 720}, {1, -1, 720}, {1, 540, 1441}, {1, 540, 540},
    };
    assert_int_equal(db_begin(world->db), ERR_OK);
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        assert_int_equal(house_add_opening(world->db, wrong[i]), ERR_INVALID);
    }
    assert_int_equal(house_add_opening(world->db, (struct house_opening){1, 540, 1440}), ERR_OK);
    assert_int_equal(house_add_opening(world->db, (struct house_opening){1, 540, 600}),
                     ERR_CONFLICT);
    assert_int_equal(house_add_roster(world->db, NADIA, 5, 5), ERR_INVALID);
    assert_int_equal(house_add_roster(world->db, NADIA, 5, 6), ERR_OK);
    assert_int_equal(db_commit(world->db), ERR_OK);
}

static void the_weeks_hours_are_listed_from_monday_on(void **state)
{
    struct world *world = *state;
    struct house_opening openings[HOUSE_OPENINGS_MAX];
    int count = 0;
    assert_int_equal(house_openings(world->db, openings, &count), ERR_OK);
    assert_int_equal(count, 9);
    assert_int_equal(openings[0].weekday, 2);
    assert_int_equal(openings[0].opens_min, 540);
    assert_int_equal(openings[8].weekday, 6);
    assert_int_equal(openings[8].closes_min, 720);
    for (int i = 0; i < HOUSE_OPENINGS_MAX; i++) {
        world_exec(world, "INSERT INTO opening VALUES (7, %d, %d)", 10 * i, 10 * i + 5);
    }
    assert_int_equal(house_openings(world->db, openings, &count), ERR_FULL);
}

static void closings_to_come_are_listed_by_their_beginning(void **state)
{
    struct world *world = *state;
    struct house_closing *closings = NULL;
    int count = 0;
    (void)build_closing(world, "2026-11-01T00:00", "2026-11-02T00:00", "holiday");
    (void)build_closing(world, "2026-09-01T00:00", "2026-09-02T00:00", "absence");
    for (int i = 0; i < 9; i++) {
        (void)build_closing(world, "2026-10-01T00:00", "2026-10-02T00:00", "training");
    }
    assert_int_equal(house_closings(world->db, clock_now_s(), at("2026-12-01T00:00"), world->arena,
                                    &closings, &count),
                     ERR_OK);
    assert_int_equal(count, 10);
    assert_string_equal(closings[0].reason_code, "training");
    assert_string_equal(closings[9].reason_code, "holiday");
    assert_int_equal(closings[9].from_s, at("2026-11-01T00:00"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(taking_the_desk_twice_is_being_there_once),
        TEST(only_the_houses_own_staff_takes_the_desk),
        TEST(closing_today_sends_everybody_home_and_moves_the_days_promises),
        TEST(taking_the_desk_again_takes_the_closing_back),
        TEST(taking_the_desk_does_not_end_a_holiday),
        TEST(a_closing_to_come_moves_only_the_promises_that_fall_into_it),
        TEST(no_guests_hold_ends_while_the_house_is_closed),
        TEST(a_guests_hold_does_not_end_before_the_answer_that_was_promised),
        TEST(holds_follow_each_its_own_promise),
        TEST(a_promise_that_nobody_can_make_any_more_is_taken_back),
        TEST(a_closing_whose_notices_cannot_be_written_is_not_written),
        TEST(impossible_closings_are_refused),
        TEST(a_house_is_created_once_with_a_name_and_a_known_zone),
        TEST(hours_and_roster_that_cannot_be_are_refused),
        TEST(the_weeks_hours_are_listed_from_monday_on),
        TEST(closings_to_come_are_listed_by_their_beginning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
