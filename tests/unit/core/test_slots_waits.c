/* Who waits for a copy has it before anybody new: what is proposed, listed and free. */
#include "support_ask.h"

#include "base/clock.h"
#include "core/queue.h"
#include "core/slots_busy.h"

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

static int64_t build_wait(struct world *world, int64_t item_id, const char *from, const char *until)
{
    return build_request(world, &(struct build){.kind = "loan",
                                                .state = "waitlisted",
                                                .item_id = item_id,
                                                .from_s = from == NULL ? 0 : at(from),
                                                .until_s = until == NULL ? 0 : at(until)});
}

static void days_that_somebody_waits_for_are_not_proposed_to_others(void **state)
{
    struct world *world = *state;
    struct slot slots[4];
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    const int64_t copy_id = build_copy(world, item_id, 1);
    (void)build_copy(world, item_id, 2);
    const int64_t wait_id = build_wait(world, item_id, "2026-09-09T14:00", "2026-09-10T18:00");
    const struct slot *others = propose(world, item_id, 4);
    assert_slot(&others[0], "2026-09-08T17:00", "2026-09-09T09:00", copy_id);
    assert_int_equal(others[1].why, SLOT_TAKEN);
    assert_int_equal(others[2].why, SLOT_TAKEN);
    assert_slot(&others[3], "2026-09-11T09:00", "2026-09-12T09:00", copy_id);
    /* To whom they are proposed is whoever waits for them. */
    assert_int_equal(
        slots_move(world->db, wait_id, item_id, clock_now_s(), clock_now_s(), 1, slots, 4), ERR_OK);
    assert_slot(&slots[1], "2026-09-09T09:00", "2026-09-10T09:00", copy_id);
}

static void the_first_that_comes_back_is_theirs_who_wait_in_their_order(void **state)
{
    struct world *world = *state;
    struct slot slots[WEEK];
    const int64_t item_id = build_item(world, "Perceuse", "desk", 3);
    const int64_t early_id = build_copy(world, item_id, 1);
    const int64_t late_id = build_copy(world, item_id, 2);
    (void)build_loan(world, early_id, "reserved", "2026-09-08T09:00", "2026-09-10T09:00");
    (void)build_loan(world, late_id, "reserved", "2026-09-08T09:00", "2026-09-11T09:00");
    const int64_t first_id = build_wait(world, item_id, NULL, NULL);
    const struct slot *others = propose(world, item_id, WEEK);
    assert_int_equal(others[2].why, SLOT_TAKEN);
    assert_slot(&others[3], "2026-09-11T09:00", "2026-09-12T09:00", late_id);
    const int64_t second_id = build_wait(world, item_id, NULL, NULL);
    assert_int_equal(propose(world, item_id, WEEK)[3].why, SLOT_TAKEN);
    const int64_t ids[] = {first_id, second_id};
    const int64_t copies[] = {early_id, late_id};
    for (int i = 0; i < 2; i++) {
        assert_int_equal(
            slots_move(world->db, ids[i], item_id, clock_now_s(), clock_now_s(), 1, slots, WEEK),
            ERR_OK);
        assert_int_equal(slots[1 + i].why, SLOT_TAKEN);
        assert_int_equal(slots[2 + i].copy_id, copies[i]);
    }
}

static void a_wait_concerns_its_own_copy_and_days(void **state)
{
    struct world *world = *state;
    bool is_awaited = true;
    const int64_t item_id = build_item(world, "Perceuse", "desk", 3);
    const int64_t copy_id = build_copy(world, item_id, 1);
    const int64_t other_id = build_copy(world, item_id, 2);
    struct slot_wish wish = {
        .item_id = item_id,
        .copy_id = copy_id,
        .from_s = at("2026-09-09T09:00"),
        .until_s = at("2026-09-10T09:00"),
    };
    assert_int_equal(slots_is_awaited(world->db, &wish, clock_now_s(), &is_awaited), ERR_OK);
    assert_false(is_awaited);
    wish.request_id = build_wait(world, item_id, NULL, NULL);
    assert_int_equal(slots_is_awaited(world->db, &wish, clock_now_s(), &is_awaited), ERR_OK);
    assert_false(is_awaited); /* by oneself */
    wish.request_id = 0;
    assert_int_equal(slots_is_awaited(world->db, &wish, clock_now_s(), &is_awaited), ERR_OK);
    assert_true(is_awaited);
    wish.copy_id = other_id;
    assert_int_equal(slots_is_awaited(world->db, &wish, clock_now_s(), &is_awaited), ERR_OK);
    assert_false(is_awaited);
    wish.item_id = 4711;
    assert_int_equal(slots_is_awaited(world->db, &wish, clock_now_s(), &is_awaited), ERR_NOT_FOUND);
}

static void more_waits_than_there_is_room_for_are_refused_not_cut_off(void **state)
{
    struct world *world = *state;
    struct slot slot;
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    (void)build_copy(world, item_id, 1);
    world_exec(world, "BEGIN");
    for (int i = 0; i <= SLOTS_WAITS_MAX; i++) {
        (void)build_wait(world, item_id, NULL, NULL);
    }
    world_exec(world, "COMMIT");
    assert_int_equal(slots_propose(world->db, item_id, clock_now_s(), clock_now_s(), 1, &slot, 1),
                     ERR_FULL);
}

static void what_is_free_in_a_list_is_free_for_those_who_do_not_wait(void **state)
{
    struct world *world = *state;
    struct slot_item *items = NULL;
    int count = 0;
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    for (int i = 1; i <= 3; i++) {
        (void)build_copy(world, item_id, i);
    }
    (void)build_wait(world, item_id, NULL, NULL);
    assert_int_equal(slots_list_class(world->db, 1, clock_now_s(), world->arena, &items, &count),
                     ERR_OK);
    assert_int_equal(items[0].free, 2);
    (void)build_wait(world, item_id, "2026-09-08T14:00", "2026-09-10T09:00");
    assert_int_equal(slots_list_class(world->db, 1, clock_now_s(), world->arena, &items, &count),
                     ERR_OK);
    assert_int_equal(items[0].free, 0);
}

static int list(struct world *world, struct queue_waiting **lists)
{
    int count = 0;
    bool is_more = false;
    assert_int_equal(queue_waiting_lists(world->db, world->arena, lists, &count, &is_more), ERR_OK);
    return count;
}

static void a_list_for_the_first_that_comes_back_is_the_desks_when_one_is_there(void **state)
{
    struct world *world = *state;
    struct queue_waiting *lists = NULL;
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    const int64_t copy_id = build_copy(world, item_id, 1);
    const int64_t out_id =
        build_loan(world, copy_id, "out", "2026-09-07T14:00", "2026-09-10T09:00");
    const int64_t first_id = build_wait(world, item_id, NULL, NULL);
    (void)build_wait(world, item_id, NULL, NULL);
    assert_int_equal(list(world, &lists), 0);
    struct outcome outcome;
    assert_int_equal(move_by(world, out_id, VERB_TAKE_BACK, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(list(world, &lists), 1);
    assert_int_equal(lists[0].line.request_id, first_id);
    assert_int_equal(lists[0].copy_id, copy_id);
    assert_int_equal(lists[0].waiting, 2);
}

static void who_waits_for_other_days_is_not_held_up_by_the_first_of_the_list(void **state)
{
    struct world *world = *state;
    struct queue_waiting *lists = NULL;
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    const int64_t copy_id = build_copy(world, item_id, 1);
    (void)build_loan(world, copy_id, "reserved", "2026-09-10T09:00", "2026-09-12T09:00");
    (void)build_wait(world, item_id, "2026-09-10T09:00", "2026-09-11T09:00");
    const int64_t later_id = build_wait(world, item_id, "2026-09-15T09:00", "2026-09-16T09:00");
    assert_int_equal(list(world, &lists), 1);
    assert_int_equal(lists[0].line.request_id, later_id);
}

static struct queue_card card_of(struct world *world, int64_t id)
{
    struct queue_card card;
    const struct actor actor = desk(NADIA);
    assert_int_equal(queue_card(world->db, id, &actor, world->arena, &card), ERR_OK);
    return card;
}

static void the_first_that_comes_back_is_offered_for_as_long_as_can_be(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    const int64_t copy_id = build_copy(world, item_id, 3);
    (void)build_loan(world, copy_id, "reserved", "2026-09-12T09:00", "2026-09-15T09:00");
    const int64_t id = build_wait(world, item_id, NULL, NULL);
    const struct queue_card card = card_of(world, id);
    assert_int_equal(card.offer.copy_id, copy_id);
    assert_int_equal(card.offer_number, 3);
    assert_int_equal(card.offer.from_s, at("2026-09-08T17:00"));
    assert_int_equal(card.offer.until_s, at("2026-09-11T09:00"));
    assert_int_equal(card.copy_count, 0);
    struct outcome outcome;
    struct move offer = move_make(id, VERB_OFFER, desk(NADIA));
    offer.terms = &card.offer;
    assert_int_equal(request_move(world->db, &offer, &outcome), ERR_OK);
    assert_int_equal(outcome.state, STATE_OFFERED);
    /* What is offered is no longer what somebody waits for. */
    assert_int_equal(card_of(world, id).offer.copy_id, 0);
}

static void days_waited_for_are_offered_with_a_copy_that_is_free_on_them(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", WEEK);
    const int64_t copy_id = build_copy(world, item_id, 2);
    const int64_t id = build_wait(world, item_id, "2026-09-10T09:00", "2026-09-11T09:00");
    assert_int_equal(card_of(world, id).offer.copy_id, copy_id);
    assert_int_equal(card_of(world, id).offer.from_s, at("2026-09-10T09:00"));
    (void)build_loan(world, copy_id, "reserved", "2026-09-10T09:00", "2026-09-12T09:00");
    assert_int_equal(card_of(world, id).offer.copy_id, 0);
}

static void of_seats_as_many_are_offered_as_are_left(void **state)
{
    struct world *world = *state;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 4, "desk");
    (void)build_booking(world, session_id, "confirmed", 1, 0);
    const int64_t id = build_booking(world, session_id, "waitlisted", 2, 3);
    const struct queue_card card = card_of(world, id);
    assert_int_equal(card.offer.session_id, session_id);
    assert_int_equal(card.offer.adults, 2);
    assert_int_equal(card.offer.children, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(days_that_somebody_waits_for_are_not_proposed_to_others),
        TEST(the_first_that_comes_back_is_theirs_who_wait_in_their_order),
        TEST(a_wait_concerns_its_own_copy_and_days),
        TEST(more_waits_than_there_is_room_for_are_refused_not_cut_off),
        TEST(what_is_free_in_a_list_is_free_for_those_who_do_not_wait),
        TEST(a_list_for_the_first_that_comes_back_is_the_desks_when_one_is_there),
        TEST(who_waits_for_other_days_is_not_held_up_by_the_first_of_the_list),
        TEST(the_first_that_comes_back_is_offered_for_as_long_as_can_be),
        TEST(days_waited_for_are_offered_with_a_copy_that_is_free_on_them),
        TEST(of_seats_as_many_are_offered_as_are_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
