#include "core/slots.h"

#include <string.h>

#include "base/clock.h"
#include "support_db.h"

enum { WEEK = 7 };

/* Today is Tuesday the 8th, 16:42; open every day until Saturday noon, then from Tuesday on. */
static const struct slot *propose(struct world *world, int64_t item_id, int count)
{
    static struct slot slots[SLOTS_DAYS_MAX];
    assert_int_equal(
        slots_propose(world->db, item_id, clock_now_s(), clock_now_s(), 1, slots, count), ERR_OK);
    return slots;
}

static void assert_slot(const struct slot *slot, const char *pickup, const char *back,
                        int64_t copy_id)
{
    assert_int_equal(slot->pickup_s, at(pickup));
    assert_int_equal(slot->return_s, at(back));
    assert_int_equal(slot->copy_id, copy_id);
    assert_int_equal(slot->why, copy_id == 0 ? SLOT_TAKEN : SLOT_FREE);
}

static void a_day_is_served_from_its_opening_to_the_next_days_opening(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    const int64_t copy_id = build_copy(world, item_id, 1);
    const struct slot *slots = propose(world, item_id, 3);
    assert_ptr_equal(slots_of_day(slots, 3, at("2026-09-10T00:00")), &slots[2]);
    assert_null(slots_of_day(slots, 2, at("2026-09-10T00:00")));
    assert_null(slots_of_day(slots, 3, 0));
    assert_slot(&slots[2], "2026-09-10T09:00", "2026-09-11T09:00", copy_id);
}

static void today_is_served_at_the_next_half_hour_of_the_running_opening(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    const int64_t copy_id = build_copy(world, item_id, 1);
    assert_slot(&propose(world, item_id, 1)[0], "2026-09-08T17:00", "2026-09-09T09:00", copy_id);
    set_time("2026-09-08T17:30");
    assert_slot(&propose(world, item_id, 1)[0], "2026-09-08T17:30", "2026-09-09T09:00", copy_id);
    set_time("2026-09-08T17:31");
    assert_int_equal(propose(world, item_id, 1)[0].why, SLOT_NO_PICKUP);
}

/* Whatever the hours, and across the change of summer time. */
static void a_loan_lasts_as_many_days_as_lie_between_its_hand_overs_and_at_least_one(void **state)
{
    (void)state;
    assert_int_equal(slots_days(at("2026-09-08T09:00"), at("2026-09-08T17:00")), 1);
    assert_int_equal(slots_days(at("2026-09-08T17:30"), at("2026-09-09T09:00")), 1);
    assert_int_equal(slots_days(at("2026-09-08T09:00"), at("2026-09-09T14:00")), 1);
    assert_int_equal(slots_days(at("2026-09-12T09:00"), at("2026-09-15T09:00")), 3);
    assert_int_equal(slots_days(at("2026-03-27T09:00"), at("2026-03-30T09:00")), 3);
    assert_int_equal(slots_days(at("2026-10-23T09:00"), at("2026-10-26T09:00")), 3);
}

static void closed_days_are_fine_for_using(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    const int64_t copy_id = build_copy(world, item_id, 1);
    const struct slot *slots = propose(world, item_id, 7);
    assert_slot(&slots[4], "2026-09-12T09:00", "2026-09-15T09:00", copy_id); /* Saturday */
    /* Sunday: from Saturday's opening; nothing is handed over on Monday. */
    assert_slot(&slots[5], "2026-09-12T09:00", "2026-09-15T09:00", copy_id);
    assert_slot(&slots[6], "2026-09-12T09:00", "2026-09-15T09:00", copy_id);
}

static void a_day_off_in_the_afternoon_is_served_from_the_day_before(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    const int64_t copy_id = build_copy(world, item_id, 1);
    (void)build_closing(world, "2026-09-09T00:00", "2026-09-10T00:00", "training");
    /* Wednesday is closed: today's opening still serves it. */
    assert_slot(&propose(world, item_id, 2)[1], "2026-09-08T17:00", "2026-09-10T09:00", copy_id);
}

static void before_the_answer_nothing_is_picked_up(void **state)
{
    struct world *world = *state;
    struct slot slots[2];
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    const int64_t copy_id = build_copy(world, item_id, 1);
    assert_int_equal(
        slots_propose(world->db, item_id, clock_now_s(), at("2026-09-09T09:30"), 1, slots, 2),
        ERR_OK);
    assert_int_equal(slots[0].why, SLOT_NO_PICKUP);
    assert_int_equal(slots[0].pickup_s, 0);
    assert_slot(&slots[1], "2026-09-09T09:30", "2026-09-10T09:00", copy_id);
}

static void no_loan_is_longer_than_its_class_allows(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Jeu", "desk", 2);
    (void)build_copy(world, item_id, 1);
    const struct slot *slots = propose(world, item_id, 7);
    assert_int_equal(slots[3].why, SLOT_FREE);
    assert_int_equal(slots[4].why, SLOT_TOO_LONG); /* Saturday to Tuesday is three days */
    assert_int_equal(slots[4].copy_id, 0);
}

static void several_days_in_a_row_end_at_the_first_opening_after_the_last(void **state)
{
    struct world *world = *state;
    struct slot slots[WEEK];
    const int64_t item_id = build_item(world, "Tente", "desk", WEEK);
    const int64_t copy_id = build_copy(world, item_id, 1);
    (void)build_loan(world, copy_id, "reserved", "2026-09-15T09:00", "2026-09-16T09:00");
    assert_int_equal(
        slots_propose(world->db, item_id, clock_now_s(), clock_now_s(), 3, slots, WEEK), ERR_OK);
    assert_slot(&slots[1], "2026-09-09T09:00", "2026-09-12T09:00", copy_id);
    assert_slot(&slots[3], "2026-09-11T09:00", "2026-09-15T09:00", copy_id); /* till Sunday */
    assert_slot(&slots[5], "2026-09-12T09:00", "2026-09-16T09:00", 0);       /* Sunday to Tuesday */
    assert_int_equal(
        slots_propose(world->db, item_id, clock_now_s(), clock_now_s(), WEEK, slots, 1), ERR_OK);
    assert_slot(&slots[0], "2026-09-08T17:00", "2026-09-15T09:00", copy_id);
    assert_int_equal(
        slots_propose(world->db, item_id, clock_now_s(), clock_now_s(), WEEK + 1, slots, 1),
        ERR_OK);
    assert_int_equal(slots[0].why, SLOT_TOO_LONG);
}

static void a_change_of_summer_time_does_not_make_a_loan_longer(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Jeu", "desk", 3);
    (void)build_copy(world, item_id, 1);
    set_time("2026-10-24T08:00"); /* summer time ends on Sunday: 3 days of 73 hours */
    assert_int_equal(propose(world, item_id, 1)[0].why, SLOT_FREE);
}

static void without_an_opening_after_it_a_day_has_no_return(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    (void)build_copy(world, item_id, 1);
    (void)build_closing(world, "2026-09-09T00:00", "2027-09-09T00:00", "holiday");
    const struct slot *slots = propose(world, item_id, 1);
    assert_int_equal(slots[0].why, SLOT_NO_RETURN);
    assert_int_equal(slots[0].return_s, 0);
}

static void only_planned_hours_are_for_handing_over(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    const int64_t copy_id = build_copy(world, item_id, 1);
    build_roster(world, NADIA, "2026-09-10T14:00", "2026-09-10T18:00");
    build_roster(world, NADIA, "2026-09-12T09:00", "2026-09-12T12:00");
    const struct slot *slots = propose(world, item_id, 3);
    assert_int_equal(slots[0].why, SLOT_NO_PICKUP);
    assert_slot(&slots[2], "2026-09-10T14:00", "2026-09-12T09:00", copy_id);
}

static void the_free_copy_with_the_lowest_number_is_chosen(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    const int64_t third = build_copy(world, item_id, 3);
    const int64_t first = build_copy(world, item_id, 1);
    const int64_t second = build_copy(world, item_id, 2);
    (void)build_loan(world, first, "reserved", "2026-09-10T09:00", "2026-09-11T09:00");
    (void)build_loan(world, second, "ready", "2026-09-09T09:00", "2026-09-10T14:00");
    const struct slot *slots = propose(world, item_id, 4);
    assert_slot(&slots[0], "2026-09-08T17:00", "2026-09-09T09:00", first);
    assert_slot(&slots[1], "2026-09-09T09:00", "2026-09-10T09:00", first);
    assert_slot(&slots[2], "2026-09-10T09:00", "2026-09-11T09:00", third);
    assert_slot(&slots[3], "2026-09-11T09:00", "2026-09-12T09:00", first);
}

static void what_holds_no_copy_and_copies_out_of_use_do_not_count(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    assert_int_equal(propose(world, item_id, 1)[0].why, SLOT_TAKEN);
    const int64_t copy_id = build_copy(world, item_id, 1);
    const int64_t broken_id = build_request(
        world, &(struct build){.kind = "copy", .state = "maintenance", .item_id = item_id});
    world_exec(world, "INSERT INTO copy(request_id, item_id, number) VALUES (%lld, %lld, 2)",
               (long long)broken_id, (long long)item_id);
    (void)build_request(world, &(struct build){.kind = "loan",
                                               .state = "back",
                                               .is_ended = true,
                                               .copy_id = copy_id,
                                               .item_id = item_id,
                                               .from_s = at("2026-09-08T14:00"),
                                               .until_s = at("2026-09-10T09:00")});
    assert_int_equal(propose(world, item_id, 1)[0].copy_id, copy_id);
    (void)build_loan(world, copy_id, "asked", "2026-09-08T14:00", "2026-09-10T09:00");
    assert_int_equal(propose(world, item_id, 1)[0].why, SLOT_TAKEN);
}

static void what_should_be_back_and_is_not_is_not_promised_for_a_day(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    const int64_t copy_id = build_copy(world, item_id, 1);
    (void)build_loan(world, copy_id, "out", "2026-09-01T14:00", "2026-09-04T09:00");
    const struct slot *slots = propose(world, item_id, 3);
    assert_int_equal(slots[0].why, SLOT_TAKEN);
    assert_int_equal(slots[1].why, SLOT_TAKEN);
    assert_slot(&slots[2], "2026-09-10T09:00", "2026-09-11T09:00", copy_id);
}

static void what_cannot_be_known_is_an_error(void **state)
{
    struct world *world = *state;
    struct slot slot;
    struct slot_item *items = NULL;
    int count = 0;
    const int64_t now_s = clock_now_s();
    assert_int_equal(slots_propose(world->db, 99, now_s, now_s, 1, &slot, 1), ERR_NOT_FOUND);
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    world_exec(world, "UPDATE site SET last_record_s = %lld", (long long)now_s + 1000);
    assert_int_equal(slots_propose(world->db, item_id, now_s, now_s, 1, &slot, 1), ERR_CLOCK);
    assert_int_equal(slots_list_class(world->db, 1, now_s, world->arena, &items, &count),
                     ERR_CLOCK);
}

static void more_loans_than_there_is_room_for_are_refused_not_cut_off(void **state)
{
    struct world *world = *state;
    struct slot slot;
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    world_exec(world, "BEGIN");
    for (int i = 1; i <= SLOTS_BUSY_MAX + 1; i++) {
        (void)build_copy(world, item_id, i);
    }
    world_exec(world, "COMMIT");
    assert_int_equal(slots_propose(world->db, item_id, clock_now_s(), clock_now_s(), 1, &slot, 1),
                     ERR_FULL);
}

static void a_class_lists_its_items_with_what_is_free_for_the_next_pickup(void **state)
{
    struct world *world = *state;
    struct slot_item *items = NULL;
    int count = 0;
    const int64_t drill_id = build_item(world, "Perceuse", "desk", WEEK);
    const int64_t class_id =
        world_int(world, "SELECT class_id FROM item WHERE id = %lld", (long long)drill_id);
    world_exec(world, "INSERT INTO item(class_id, title, icon) VALUES (%lld, 'Agrafeuse', 'tools')",
               (long long)class_id);
    const int64_t saw_id = build_item(world, "Scie", "desk", WEEK); /* another class */
    (void)build_copy(world, saw_id, 1);
    const int64_t reserved = build_copy(world, drill_id, 1);
    const int64_t late = build_copy(world, drill_id, 2);
    const int64_t later = build_copy(world, drill_id, 3);
    (void)build_copy(world, drill_id, 4);
    (void)build_loan(world, reserved, "reserved", "2026-09-08T14:00", "2026-09-09T09:00");
    (void)build_loan(world, late, "out", "2026-09-01T14:00", "2026-09-02T09:00");
    (void)build_loan(world, later, "reserved", "2026-09-09T09:00", "2026-09-10T09:00");
    assert_int_equal(
        slots_list_class(world->db, class_id, clock_now_s(), world->arena, &items, &count), ERR_OK);
    assert_int_equal(count, 2);
    assert_string_equal(items[0].title, "Agrafeuse");
    assert_int_equal(items[0].copies, 0);
    assert_int_equal(items[0].free, 0);
    assert_int_equal(items[1].item_id, drill_id);
    assert_string_equal(items[1].icon, "drill");
    assert_int_equal(items[1].copies, 4);
    assert_int_equal(items[1].free, 2);
}

static void with_no_opening_in_sight_nothing_is_free(void **state)
{
    struct world *world = *state;
    struct slot_item *items = NULL;
    int count = 0;
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    (void)build_copy(world, item_id, 1);
    (void)build_closing(world, "2026-09-01T00:00", "2027-09-09T00:00", "holiday");
    assert_int_equal(slots_list_class(world->db, 1, clock_now_s(), world->arena, &items, &count),
                     ERR_OK);
    assert_int_equal(count, 1);
    assert_int_equal(items[0].copies, 1);
    assert_int_equal(items[0].free, 0);
}

static void a_long_list_is_whole(void **state)
{
    struct world *world = *state;
    struct slot_item *items = NULL;
    int count = 0;
    (void)build_item(world, "Perceuse", "desk", WEEK);
    world_exec(world, "BEGIN");
    for (int i = 0; i < 40; i++) {
        world_exec(world, "INSERT INTO item(class_id, title, icon) VALUES (1, 'Objet %02d', 'x')",
                   i);
    }
    world_exec(world, "COMMIT");
    assert_int_equal(slots_list_class(world->db, 1, clock_now_s(), world->arena, &items, &count),
                     ERR_OK);
    assert_int_equal(count, 41);
    assert_string_equal(items[0].title, "Objet 00");
    assert_string_equal(items[40].title, "Perceuse");
}

static void something_is_brought_on_days_when_somebody_is_planned(void **state)
{
    struct world *world = *state;
    struct slot_day days[SLOTS_DAYS_MAX];
    int count = 0;
    const int64_t now_s = clock_now_s();
    assert_int_equal(slots_open_days(world->db, now_s, now_s, 7, days, &count), ERR_OK);
    assert_int_equal(count, 6); /* Tuesday to Saturday, Tuesday */
    assert_int_equal(days[0].day_s, at("2026-09-08T00:00"));
    assert_int_equal(days[0].from_s, at("2026-09-08T17:00"));
    assert_int_equal(days[0].until_s, at("2026-09-08T18:00"));
    assert_int_equal(days[1].from_s, at("2026-09-09T09:00"));
    assert_int_equal(days[1].until_s, at("2026-09-09T18:00"));
    assert_int_equal(days[5].day_s, at("2026-09-15T00:00"));
    assert_int_equal(slots_open_days(world->db, now_s, at("2026-09-11T10:10"), 3, days, &count),
                     ERR_OK);
    assert_int_equal(count, 1);
    assert_int_equal(days[0].from_s, at("2026-09-11T10:30"));
    world_exec(world, "UPDATE site SET last_record_s = %lld", (long long)now_s + 1000);
    assert_int_equal(slots_open_days(world->db, now_s, now_s, 7, days, &count), ERR_CLOCK);
}

static void a_loan_to_be_moved_does_not_stand_in_its_own_way(void **state)
{
    struct world *world = *state;
    struct slot slots[3];
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    const int64_t copy_id = build_copy(world, item_id, 1);
    const int64_t loan_id =
        build_loan(world, copy_id, "asked", "2026-09-09T09:00", "2026-09-11T09:00");
    assert_int_equal(propose(world, item_id, 3)[2].why, SLOT_TAKEN);
    assert_int_equal(
        slots_move(world->db, loan_id, item_id, clock_now_s(), clock_now_s(), 1, slots, 3), ERR_OK);
    assert_slot(&slots[2], "2026-09-10T09:00", "2026-09-11T09:00", copy_id);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_day_is_served_from_its_opening_to_the_next_days_opening),
        TEST(today_is_served_at_the_next_half_hour_of_the_running_opening),
        TEST(a_loan_lasts_as_many_days_as_lie_between_its_hand_overs_and_at_least_one),
        TEST(closed_days_are_fine_for_using),
        TEST(a_day_off_in_the_afternoon_is_served_from_the_day_before),
        TEST(before_the_answer_nothing_is_picked_up),
        TEST(no_loan_is_longer_than_its_class_allows),
        TEST(several_days_in_a_row_end_at_the_first_opening_after_the_last),
        TEST(a_change_of_summer_time_does_not_make_a_loan_longer),
        TEST(without_an_opening_after_it_a_day_has_no_return),
        TEST(only_planned_hours_are_for_handing_over),
        TEST(the_free_copy_with_the_lowest_number_is_chosen),
        TEST(what_holds_no_copy_and_copies_out_of_use_do_not_count),
        TEST(what_should_be_back_and_is_not_is_not_promised_for_a_day),
        TEST(a_loan_to_be_moved_does_not_stand_in_its_own_way),
        TEST(what_cannot_be_known_is_an_error),
        TEST(more_loans_than_there_is_room_for_are_refused_not_cut_off),
        TEST(a_class_lists_its_items_with_what_is_free_for_the_next_pickup),
        TEST(with_no_opening_in_sight_nothing_is_free),
        TEST(a_long_list_is_whole),
        TEST(something_is_brought_on_days_when_somebody_is_planned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
