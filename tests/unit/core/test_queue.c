/* The desk's pile and today's lists: what comes first, what is in it, what never shows. */
#include <string.h>

#include "support_db.h"

#include "base/clock.h"
#include "core/queue.h"

static struct queue_list page(struct world *world, enum queue_domain domain, struct queue_key key)
{
    struct queue_list list;
    assert_int_equal(queue_page(world->db, domain, key, world->arena, &list), ERR_OK);
    return list;
}

/* A request that waits since that time. */
static int64_t waiting(struct world *world, const char *kind, const char *since, bool is_danger)
{
    set_time(since);
    const int64_t id = build_request(world, &(struct build){.kind = kind,
                                                            .state = "asked",
                                                            .waits = true,
                                                            .is_danger = is_danger,
                                                            .direction = "need",
                                                            .category = "plumbing"});
    set_time(WORLD_NOW);
    return id;
}

static void safety_comes_first_then_the_oldest(void **state)
{
    struct world *world = *state;
    const int64_t second = waiting(world, "enquiry", "2026-09-08T11:05", false);
    const int64_t third = waiting(world, "help", "2026-09-08T14:20", false);
    const int64_t first = waiting(world, "help", "2026-09-08T16:31", true);
    const struct queue_list list = page(world, QUEUE_ALL, queue_first());
    assert_int_equal(list.count, 3);
    assert_int_equal(list.lines[0].request_id, first);
    assert_int_equal(list.lines[1].request_id, second);
    assert_int_equal(list.lines[2].request_id, third);
    assert_true(list.lines[0].is_danger);
    assert_false(list.is_more);
}

static void only_what_waits_for_the_desk_is_in_the_pile(void **state)
{
    struct world *world = *state;
    (void)build_request(world, &(struct build){.kind = "help", .state = "published"});
    (void)build_request(world,
                        &(struct build){.kind = "help", .state = "refused", .is_ended = true});
    assert_int_equal(page(world, QUEUE_ALL, queue_first()).count, 0);
}

static void counts_tell_how_many_wait_behind_each_door(void **state)
{
    struct world *world = *state;
    struct queue_counts counts;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    (void)waiting(world, "help", "2026-09-08T11:05", true);
    (void)waiting(world, "visit", "2026-09-08T12:00", false);
    (void)waiting(world, "deposit", "2026-09-08T13:00", false);
    (void)build_booking(world, session_id, "asked", 2, 0);
    assert_int_equal(queue_count(world->db, &counts), ERR_OK);
    assert_int_equal(counts.waiting[QUEUE_ALL], 4);
    assert_int_equal(counts.waiting[QUEUE_WORKSHOPS], 1);
    assert_int_equal(counts.waiting[QUEUE_LOANS], 0);
    assert_int_equal(counts.waiting[QUEUE_HELP], 1);
    assert_int_equal(counts.waiting[QUEUE_SERVICES], 2);
    assert_int_equal(counts.danger, 1);
    assert_int_equal(counts.oldest_s, at("2026-09-08T11:05"));
}

static void a_filter_shows_one_door(void **state)
{
    struct world *world = *state;
    const int64_t visit_id = waiting(world, "visit", "2026-09-08T12:00", false);
    (void)waiting(world, "help", "2026-09-08T11:05", false);
    const struct queue_list list = page(world, QUEUE_SERVICES, queue_first());
    assert_int_equal(list.count, 1);
    assert_int_equal(list.lines[0].request_id, visit_id);
    assert_int_equal(queue_domain_of(list.lines[0].kind), QUEUE_SERVICES);
}

static void pages_follow_each_other_without_gap_or_repeat(void **state)
{
    struct world *world = *state;
    int64_t ids[QUEUE_PAGE + 3];
    for (int i = 0; i < QUEUE_PAGE + 3; i++) {
        /* Asked in the same second: the order is that of the requests. */
        ids[i] = waiting(world, "enquiry", "2026-09-08T11:05", false);
    }
    const int64_t danger_id = waiting(world, "help", "2026-09-08T12:00", true);
    const struct queue_list one = page(world, QUEUE_ALL, queue_first());
    assert_true(one.is_more);
    assert_int_equal(one.count, QUEUE_PAGE);
    assert_int_equal(one.lines[0].request_id, danger_id);
    const struct queue_list two = page(world, QUEUE_ALL, queue_after(&one.lines[one.count - 1]));
    assert_false(two.is_more);
    assert_int_equal(two.count, 4);
    assert_int_equal(two.lines[0].request_id, ids[QUEUE_PAGE - 1]);
    assert_int_equal(two.lines[3].request_id, ids[QUEUE_PAGE + 2]);
}

static void a_line_carries_the_household_number_and_the_title(void **state)
{
    struct world *world = *state;
    const int64_t household_id = build_household(world, "0087", "Samira");
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t copy_id = build_copy(world, item_id, 2);
    (void)build_request(world, &(struct build){.kind = "loan",
                                               .state = "asked",
                                               .waits = true,
                                               .holds = true,
                                               .household_id = household_id,
                                               .item_id = item_id,
                                               .copy_id = copy_id,
                                               .from_s = at("2026-09-11T09:00"),
                                               .until_s = at("2026-09-15T09:00")});
    const struct queue_list list = page(world, QUEUE_ALL, queue_first());
    assert_int_equal(list.count, 1);
    assert_string_equal(list.lines[0].household, "0087");
    assert_string_equal(list.lines[0].title, "Perceuse");
    assert_string_equal(list.lines[0].icon, "drill");
    assert_int_equal(list.lines[0].copy_number, 2);
    assert_int_equal(list.lines[0].kind, KIND_LOAN);
    assert_int_equal(list.lines[0].state, STATE_ASKED);
}

static void a_claimed_request_shows_its_last_owner(void **state)
{
    struct world *world = *state;
    const int64_t first = build_household(world, "0087", "Samira");
    const int64_t last = build_household(world, "0150", "Jean");
    const int64_t id = build_request(
        world,
        &(struct build){.kind = "help", .state = "asked", .waits = true, .household_id = first});
    world_exec(world, "INSERT INTO request_owner VALUES (%lld, 2, %lld, 0)", (long long)id,
               (long long)last);
    assert_string_equal(page(world, QUEUE_ALL, queue_first()).lines[0].household, "0150");
}

static void a_sensitive_matter_has_no_title(void **state)
{
    struct world *world = *state;
    const int64_t service_id = build_service(world, "rights", "enquiry", "desk");
    world_exec(world, "UPDATE service SET is_sensitive = 1");
    (void)build_request(
        world, &(struct build){
                   .kind = "enquiry", .state = "asked", .waits = true, .service_id = service_id});
    (void)build_request(world, &(struct build){.kind = "help",
                                               .state = "asked",
                                               .waits = true,
                                               .direction = "need",
                                               .category = "papers"});
    const struct queue_list list = page(world, QUEUE_ALL, queue_first());
    assert_int_equal(list.count, 2);
    for (int i = 0; i < list.count; i++) {
        assert_true(list.lines[i].is_sensitive);
        assert_string_equal(list.lines[i].title, "");
        assert_string_equal(list.lines[i].category, "");
    }
}

static void an_unknown_line_is_not_found(void **state)
{
    struct world *world = *state;
    struct queue_line line;
    assert_int_equal(queue_get(world->db, 4711, world->arena, &line), ERR_NOT_FOUND);
}

static void a_free_seat_names_the_first_of_the_list(void **state)
{
    struct world *world = *state;
    struct queue_waiting *waiting_lists = NULL;
    int count = 0;
    bool is_more = false;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 4, "desk");
    (void)build_booking(world, session_id, "confirmed", 2, 0);
    set_time("2026-09-08T10:00");
    const int64_t first_id = build_booking(world, session_id, "waitlisted", 2, 1);
    set_time("2026-09-08T11:00");
    (void)build_booking(world, session_id, "waitlisted", 1, 0);
    set_time(WORLD_NOW);
    assert_int_equal(queue_waiting_lists(world->db, world->arena, &waiting_lists, &count, &is_more),
                     ERR_OK);
    assert_int_equal(count, 1);
    assert_int_equal(waiting_lists[0].line.request_id, first_id);
    assert_int_equal(waiting_lists[0].free, 2);
    assert_int_equal(waiting_lists[0].waiting, 2);
    assert_false(is_more);
}

static void a_full_or_begun_session_offers_nothing(void **state)
{
    struct world *world = *state;
    struct queue_waiting *waiting_lists = NULL;
    int count = 0;
    bool is_more = false;
    const int64_t full_id = build_session(world, "2026-09-09T14:00", 2, "desk");
    const int64_t begun_id = build_session(world, "2026-09-08T16:00", 2, "desk");
    (void)build_booking(world, full_id, "confirmed", 2, 0);
    (void)build_booking(world, full_id, "waitlisted", 1, 0);
    (void)build_booking(world, begun_id, "waitlisted", 1, 0);
    assert_int_equal(queue_waiting_lists(world->db, world->arena, &waiting_lists, &count, &is_more),
                     ERR_OK);
    assert_int_equal(count, 0);
}

static void a_free_copy_names_the_first_of_the_list(void **state)
{
    struct world *world = *state;
    struct queue_waiting *waiting_lists = NULL;
    int count = 0;
    bool is_more = false;
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t taken_id = build_copy(world, item_id, 1);
    const int64_t free_id = build_copy(world, item_id, 2);
    (void)build_loan(world, taken_id, "reserved", "2026-09-10T09:00", "2026-09-12T09:00");
    const int64_t id = build_request(world, &(struct build){.kind = "loan",
                                                            .state = "waitlisted",
                                                            .item_id = item_id,
                                                            .from_s = at("2026-09-11T09:00"),
                                                            .until_s = at("2026-09-15T09:00")});
    assert_int_equal(queue_waiting_lists(world->db, world->arena, &waiting_lists, &count, &is_more),
                     ERR_OK);
    assert_int_equal(count, 1);
    assert_int_equal(waiting_lists[0].line.request_id, id);
    assert_int_equal(waiting_lists[0].copy_id, free_id);
    world_exec(world, "UPDATE copy SET number = 9 WHERE request_id = %lld", (long long)free_id);
    (void)build_loan(world, free_id, "reserved", "2026-09-13T09:00", "2026-09-16T09:00");
    assert_int_equal(queue_waiting_lists(world->db, world->arena, &waiting_lists, &count, &is_more),
                     ERR_OK);
    assert_int_equal(count, 0);
}

static struct outcome decide(struct world *world, int64_t id, enum verb verb, int64_t staff_id)
{
    struct outcome outcome;
    const struct move move =
        move_make(id, verb, (struct actor){.who = WHO_DESK, .staff_id = staff_id});
    assert_int_equal(request_move(world->db, &move, &outcome), ERR_OK);
    return outcome;
}

static int recent(struct world *world, int64_t staff_id, struct queue_decision **decisions)
{
    int count = 0;
    assert_int_equal(queue_recent(world->db, staff_id, world->arena, decisions, &count), ERR_OK);
    return count;
}

static void the_last_decisions_are_ones_own_and_ten_minutes_old_at_most(void **state)
{
    struct world *world = *state;
    struct queue_decision *decisions = NULL;
    const int64_t early_id = waiting(world, "help", "2026-09-08T11:05", false);
    const int64_t late_id = waiting(world, "enquiry", "2026-09-08T12:05", false);
    const int64_t karims_id = waiting(world, "enquiry", "2026-09-08T13:05", false);
    set_time("2026-09-08T16:42");
    (void)decide(world, early_id, VERB_PUBLISH, NADIA);
    set_time("2026-09-08T16:45");
    (void)decide(world, late_id, VERB_REFUSE, NADIA);
    (void)decide(world, karims_id, VERB_ACCEPT, KARIM);
    assert_int_equal(recent(world, NADIA, &decisions), 2);
    assert_int_equal(decisions[0].line.request_id, late_id);
    assert_int_equal(decisions[0].verb, VERB_REFUSE);
    assert_int_equal(decisions[1].line.request_id, early_id);
    set_time("2026-09-08T16:53");
    assert_int_equal(recent(world, NADIA, &decisions), 1);
}

static void a_decision_taken_back_or_followed_is_no_longer_listed(void **state)
{
    struct world *world = *state;
    struct queue_decision *decisions = NULL;
    struct outcome outcome;
    const struct actor nadia = {.who = WHO_DESK, .staff_id = NADIA};
    const int64_t undone_id = waiting(world, "help", "2026-09-08T11:05", false);
    const int64_t followed_id = waiting(world, "visit", "2026-09-08T12:05", false);
    outcome = decide(world, undone_id, VERB_PUBLISH, NADIA);
    assert_int_equal(request_undo(world->db, undone_id, outcome.no, nadia, &outcome), ERR_OK);
    (void)decide(world, followed_id, VERB_QUALIFY, NADIA);
    (void)decide(world, followed_id, VERB_PLAN, KARIM);
    assert_int_equal(recent(world, NADIA, &decisions), 0);
}

static void what_was_passed_on_by_mistake_comes_back_to_oneself(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const struct actor nadia = {.who = WHO_DESK, .staff_id = NADIA};
    const int64_t id = waiting(world, "help", "2026-09-08T11:05", false);
    outcome = decide(world, id, VERB_PASS, NADIA);
    assert_int_equal(page(world, QUEUE_ALL, queue_first()).lines[0].not_staff_id, NADIA);
    assert_int_equal(request_undo(world->db, id, outcome.no, nadia, &outcome), ERR_OK);
    assert_int_equal(page(world, QUEUE_ALL, queue_first()).lines[0].not_staff_id, 0);
    (void)decide(world, id, VERB_PUBLISH, NADIA);
}

static int offers_of(struct world *world, int64_t id, struct queue_offer offers[QUEUE_OFFERS_MAX])
{
    int count = 0;
    assert_int_equal(queue_offers(world->db, id, world->arena, offers, &count), ERR_OK);
    return count;
}

static void another_date_is_of_the_same_activity_with_seats_for_all(void **state)
{
    struct world *world = *state;
    struct queue_offer offers[QUEUE_OFFERS_MAX];
    const int64_t here = build_session(world, "2026-09-09T14:00", 4, "desk");
    const int64_t other = build_session(world, "2026-09-16T14:00", 4, "desk");
    const int64_t full = build_session(world, "2026-09-23T14:00", 4, "desk");
    const int64_t past = build_session(world, "2026-09-01T14:00", 4, "desk");
    (void)build_session(world, "2026-09-10T14:00", 4, "desk"); /* another activity */
    world_exec(world,
               "UPDATE session SET activity_id = (SELECT activity_id FROM session"
               " WHERE request_id = %lld) WHERE request_id IN (%lld, %lld, %lld)",
               (long long)here, (long long)other, (long long)full, (long long)past);
    (void)build_booking(world, full, "confirmed", 3, 0);
    const int64_t id = build_booking(world, here, "asked", 1, 1);
    assert_int_equal(offers_of(world, id, offers), 1);
    assert_int_equal(offers[0].terms.session_id, other);
    assert_int_equal(offers[0].terms.from_s, at("2026-09-16T14:00"));
    assert_int_equal(offers[0].terms.adults, 1);
    assert_int_equal(offers[0].terms.children, 1);
    assert_int_equal(offers[0].seats_left, 4);
}

static void another_copy_comes_before_other_days(void **state)
{
    struct world *world = *state;
    struct queue_offer offers[QUEUE_OFFERS_MAX];
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t one = build_copy(world, item_id, 1);
    const int64_t two = build_copy(world, item_id, 2);
    const int64_t id = build_request(world, &(struct build){.kind = "loan",
                                                            .state = "asked",
                                                            .waits = true,
                                                            .holds = true,
                                                            .item_id = item_id,
                                                            .copy_id = one,
                                                            .from_s = at("2026-09-11T09:00"),
                                                            .until_s = at("2026-09-12T09:00")});
    const int count = offers_of(world, id, offers);
    assert_true(count > 2);
    assert_int_equal(offers[0].terms.copy_id, two);
    assert_int_equal(offers[0].copy_number, 2);
    assert_int_equal(offers[0].terms.from_s, at("2026-09-11T09:00"));
    for (int i = 1; i < count; i++) {
        assert_int_not_equal(offers[i].terms.from_s, at("2026-09-11T09:00"));
        assert_true(offers[i].terms.from_s >= clock_now_s());
        assert_true(i == 1 || offers[i].terms.from_s > offers[i - 1].terms.from_s);
    }
}

/* Two days, from an afternoon to a morning: 42 hours. */
static void other_days_are_as_many_as_were_asked_for(void **state)
{
    struct world *world = *state;
    struct queue_offer offers[QUEUE_OFFERS_MAX];
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t copy_id = build_copy(world, item_id, 1);
    const int64_t id = build_request(world, &(struct build){.kind = "loan",
                                                            .state = "asked",
                                                            .waits = true,
                                                            .holds = true,
                                                            .item_id = item_id,
                                                            .copy_id = copy_id,
                                                            .from_s = at("2026-09-09T15:00"),
                                                            .until_s = at("2026-09-11T09:00")});
    const int count = offers_of(world, id, offers);
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
        assert_true(clock_days_between(offers[i].terms.from_s, offers[i].terms.until_s) >= 2);
    }
}

static void what_has_no_other_date_has_no_offers(void **state)
{
    struct world *world = *state;
    struct queue_offer offers[QUEUE_OFFERS_MAX];
    int count = 0;
    const int64_t id = waiting(world, "help", "2026-09-08T11:05", false);
    assert_int_equal(offers_of(world, id, offers), 0);
    assert_int_equal(queue_offers(world->db, 4711, world->arena, offers, &count), ERR_NOT_FOUND);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(safety_comes_first_then_the_oldest),
        TEST(only_what_waits_for_the_desk_is_in_the_pile),
        TEST(counts_tell_how_many_wait_behind_each_door),
        TEST(a_filter_shows_one_door),
        TEST(pages_follow_each_other_without_gap_or_repeat),
        TEST(a_line_carries_the_household_number_and_the_title),
        TEST(a_claimed_request_shows_its_last_owner),
        TEST(a_sensitive_matter_has_no_title),
        TEST(an_unknown_line_is_not_found),
        TEST(a_free_seat_names_the_first_of_the_list),
        TEST(a_full_or_begun_session_offers_nothing),
        TEST(a_free_copy_names_the_first_of_the_list),
        TEST(the_last_decisions_are_ones_own_and_ten_minutes_old_at_most),
        TEST(a_decision_taken_back_or_followed_is_no_longer_listed),
        TEST(what_was_passed_on_by_mistake_comes_back_to_oneself),
        TEST(another_date_is_of_the_same_activity_with_seats_for_all),
        TEST(another_copy_comes_before_other_days),
        TEST(other_days_are_as_many_as_were_asked_for),
        TEST(what_has_no_other_date_has_no_offers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
