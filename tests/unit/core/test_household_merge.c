#include "support_household.h"

#include "base/clock.h"
#include "core/household_end.h"
#include "core/people.h"
#include "support_ask.h"

/* Two of the same people: 0412 (from) and 0500 (into), each with one of everything. */
struct two {
    int64_t from, into;
    int64_t omar; /* of from */
    char card[CODE_TEXT_BYTES];
    int64_t request;
};

static struct two build_two(struct world *world)
{
    struct two two;
    two.from = must_register(world, "0412", "Martin", "Omar");
    two.omar = world_int(world, "SELECT max(id) FROM person");
    two.into = must_register(world, "0500", "Martin-Diallo", "Maya");
    assert_int_equal(household_issue_card(world->db, two.from, two.omar, NADIA, two.card), ERR_OK);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(household_subscribe(world->db, i == 0 ? two.from : two.into,
                                             at("2026-09-08T00:00"), at("2027-01-01T00:00"), 500,
                                             NADIA),
                         ERR_OK);
    }
    world_exec(world,
               "INSERT INTO training VALUES (%d, 'machines', 1), (%d, 'oven', 1),"
               " (%d, 'oven', 2)",
               (int)two.from, (int)two.from, (int)two.into);
    const int64_t session = build_session(world, "2026-09-09T14:00", 8, "desk");
    two.request = must_ask(world, seats(session, 1, 0, member(two.from))).request_id;
    return two;
}

static int64_t owner(struct world *world, int64_t request_id)
{
    return world_int(world, "SELECT household_id FROM request_state WHERE request_id = %d",
                     (int)request_id);
}

static int64_t count(struct world *world, const char *table, int64_t household_id)
{
    return world_int(world, "SELECT count(*) FROM \"%w\" WHERE household_id = %d", table,
                     (int)household_id);
}

static void everything_goes_over_and_the_number_finds_the_survivor(void **state)
{
    struct world *world = *state;
    const struct two two = build_two(world);
    struct card card;
    struct household household;
    int64_t found = 0;
    assert_int_equal(household_merge(world->db, two.from, two.into, NADIA), ERR_OK);
    assert_int_equal(people_find_household(world->db, "0412", &found), ERR_OK);
    assert_int_equal(found, two.into);
    assert_int_equal(people_get_household(world->db, two.from, 0, &household), ERR_NOT_FOUND);
    assert_int_equal(cards_find(world->db, two.card, &card), ERR_OK);
    assert_int_equal(card.holder.household_id, two.into);
    assert_int_equal(card.holder.person_id, two.omar);
    assert_int_equal(owner(world, two.request), two.into);
    assert_int_equal(count(world, "request_owner", two.from), 1); /* what was stays written */
    assert_int_equal(count(world, "person", two.into), 2);
    assert_int_equal(count(world, "subscription", two.into), 2);
    assert_int_equal(count(world, "training", two.into), 2);
    assert_int_equal(find_by(world, "omar"), two.into);
    assert_string_equal(last_event(world, two.from), "merged_into");
    assert_string_equal(last_event(world, two.into), "merged_from");
    assert_int_equal(world_int(world, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

static void a_merge_is_taken_back_within_ten_minutes(void **state)
{
    struct world *world = *state;
    const struct two two = build_two(world);
    struct card card;
    int64_t found = 0;
    assert_int_equal(household_merge(world->db, two.from, two.into, NADIA), ERR_OK);
    clock_advance_ms(600 * 1000);
    assert_int_equal(household_unmerge(world->db, two.from, NADIA), ERR_OK);
    assert_int_equal(people_find_household(world->db, "0412", &found), ERR_OK);
    assert_int_equal(found, two.from);
    assert_int_equal(cards_find(world->db, two.card, &card), ERR_OK);
    assert_int_equal(card.holder.household_id, two.from);
    assert_int_equal(owner(world, two.request), two.from);
    assert_int_equal(count(world, "person", two.into), 1);
    assert_int_equal(count(world, "subscription", two.from), 1);
    assert_int_equal(count(world, "training", two.from), 2);
    assert_int_equal(count(world, "training", two.into), 1);
    assert_int_equal(find_by(world, "omar"), two.from);
    assert_int_equal(household_unmerge(world->db, two.from, NADIA), ERR_NOT_FOUND);
}

static void later_it_stays(void **state)
{
    struct world *world = *state;
    const struct two two = build_two(world);
    assert_int_equal(household_merge(world->db, two.from, two.into, NADIA), ERR_OK);
    clock_advance_ms(601 * 1000);
    assert_int_equal(household_unmerge(world->db, two.from, NADIA), ERR_DENIED);
}

static void what_was_asked_and_passed_on_meanwhile_stays_where_it_is(void **state)
{
    struct world *world = *state;
    const struct two two = build_two(world);
    const int64_t third = must_register(world, "0600", "Petit", "Paul");
    const int64_t session = build_session(world, "2026-09-09T14:00", 8, "desk");
    const struct receipt old = must_ask(world, seats(session, 1, 0, member(two.from)));
    int64_t id = 0;
    assert_int_equal(household_merge(world->db, two.from, two.into, NADIA), ERR_OK);
    assert_int_equal(household_claim(world->db, third, old.number, two.into, NADIA, &id), ERR_OK);
    const struct receipt new = must_ask(world, seats(session, 1, 0, member(two.into)));
    assert_int_equal(household_unmerge(world->db, two.from, NADIA), ERR_OK);
    assert_int_equal(owner(world, two.request), two.from);
    assert_int_equal(owner(world, old.request_id), third);
    assert_int_equal(owner(world, new.request_id), two.into);
}

static void a_survivor_may_be_merged_and_its_numbers_go_along(void **state)
{
    struct world *world = *state;
    const struct two two = build_two(world);
    const int64_t third = must_register(world, "0600", "Martin", "Ali");
    int64_t found = 0;
    assert_int_equal(household_merge(world->db, two.from, two.into, NADIA), ERR_OK);
    assert_int_equal(household_merge(world->db, two.into, third, NADIA), ERR_OK);
    assert_int_equal(people_find_household(world->db, "0412", &found), ERR_OK);
    assert_int_equal(found, third);
    assert_int_equal(owner(world, two.request), third);
    assert_int_equal(household_unmerge(world->db, two.into, NADIA), ERR_OK);
    assert_int_equal(people_find_household(world->db, "0412", &found), ERR_OK);
    assert_int_equal(found, two.into);
    assert_int_equal(household_unmerge(world->db, two.from, NADIA), ERR_OK);
    assert_int_equal(owner(world, two.request), two.from);
}

static void who_works_here_and_lives_there_goes_along_and_does_not_merge_their_own(void **state)
{
    struct world *world = *state;
    const struct two two = build_two(world);
    world_exec(world, "UPDATE staff SET household_id = %d WHERE id = %d", (int)two.from, KARIM);
    assert_int_equal(household_merge(world->db, two.from, two.into, KARIM), ERR_DENIED);
    assert_int_equal(household_merge(world->db, two.into, two.from, KARIM), ERR_DENIED);
    assert_int_equal(household_merge(world->db, two.from, two.into, NADIA), ERR_OK);
    assert_int_equal(world_int(world, "SELECT household_id FROM staff WHERE id = %d", KARIM),
                     two.into);
}

static void nothing_is_merged_with_itself_or_with_what_left(void **state)
{
    struct world *world = *state;
    const struct two two = build_two(world);
    assert_int_equal(household_merge(world->db, two.from, two.from, NADIA), ERR_INVALID);
    assert_int_equal(household_merge(world->db, two.from, 999, NADIA), ERR_NOT_FOUND);
    assert_int_equal(household_merge(world->db, two.from, two.into, NADIA), ERR_OK);
    assert_int_equal(household_merge(world->db, two.from, two.into, NADIA), ERR_NOT_FOUND);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(everything_goes_over_and_the_number_finds_the_survivor),
        TEST(a_merge_is_taken_back_within_ten_minutes),
        TEST(later_it_stays),
        TEST(what_was_asked_and_passed_on_meanwhile_stays_where_it_is),
        TEST(a_survivor_may_be_merged_and_its_numbers_go_along),
        TEST(who_works_here_and_lives_there_goes_along_and_does_not_merge_their_own),
        TEST(nothing_is_merged_with_itself_or_with_what_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
