/* What the database refuses to anybody, also past the program: each rule with its control. */
#include "support_db.h"

#include <stdio.h>

/* A decision and its state, written by hand. */
static bool forge(struct world *world, int64_t id, const char *state)
{
    char sql[1500];
    (void)snprintf(sql, sizeof(sql),
                   "INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb,"
                   " from_state, to_state, session_id, copy_id, from_s, until_s, adults, children,"
                   " holds)"
                   " SELECT request_id, no + 1, 0, 0, 'house', 'forge', state, '%s', session_id,"
                   " copy_id, from_s, until_s, adults, children, 1"
                   " FROM request_state WHERE request_id = %lld;"
                   "UPDATE request_state SET no = no + 1, state = '%s', holds = 1"
                   " WHERE request_id = %lld;",
                   state, (long long)id, state, (long long)id);
    return world_try(world, sql);
}

static void no_more_seats_than_there_are(void **state)
{
    struct world *world = *state;
    for (int capacity = 2; capacity <= 3; capacity++) {
        const int64_t session_id = build_session(world, "2026-09-09T14:00", capacity, "desk");
        (void)build_booking(world, session_id, "confirmed", 2, 0);
        const int64_t third = build_booking(world, session_id, "waitlisted", 1, 0);
        assert_int_equal(forge(world, third, "confirmed"), capacity == 3);
    }
}

static int64_t build_asked(struct world *world, int64_t copy_id, const char *from,
                           const char *until)
{
    return build_request(world, &(struct build){.kind = "loan",
                                                .state = "asked",
                                                .copy_id = copy_id,
                                                .from_s = from == NULL ? 0 : at(from),
                                                .until_s = until == NULL ? 0 : at(until)});
}

static void no_copy_is_lent_twice_at_once(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t copy_id = build_copy(world, item_id, 1);
    (void)build_loan(world, copy_id, "reserved", "2026-09-09T14:00", "2026-09-11T14:00");
    const int64_t inside = build_asked(world, copy_id, "2026-09-10T09:00", "2026-09-10T12:00");
    const int64_t after = build_asked(world, copy_id, "2026-09-11T14:00", "2026-09-12T09:00");
    assert_false(forge(world, inside, "reserved"));
    assert_true(forge(world, after, "reserved"));
}

static void nothing_holds_a_copy_without_saying_from_when_until_when(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t copy_id = build_copy(world, item_id, 1);
    const int64_t open = build_asked(world, copy_id, NULL, NULL);
    assert_false(forge(world, open, "reserved"));
    const int64_t dated = build_asked(world, copy_id, "2026-09-11T14:00", "2026-09-12T09:00");
    assert_true(forge(world, dated, "reserved"));
}

static void one_thing_is_in_one_place_however_late_it_is(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    for (int copies = 1; copies <= 2; copies++) {
        const int64_t copy_id = build_copy(world, item_id, copies);
        if (copies == 1) {
            (void)build_loan(world, copy_id, "out", "2026-09-03T14:00", "2026-09-05T10:00");
        }
        const int64_t next =
            build_loan(world, copy_id, "reserved", "2026-09-08T14:00", "2026-09-10T14:00");
        assert_int_equal(forge(world, next, "out"), copies == 2);
    }
}

static void a_first_state_repeats_its_decision_to_the_letter(void **state)
{
    static const char *const adults[] = {"0", "2"};
    struct world *world = *state;
    for (size_t i = 0; i < ARRAY_LEN(adults); i++) {
        char sql[1500];
        world_exec(world,
                   "INSERT INTO request(uid, kind, channel, lang, asked_at_s, recorded_at_s,"
                   " for_whom, is_private, is_danger)"
                   " VALUES (randomblob(16), 'booking', 'file', 'fr', 0, 0, 'self', 0, 0);"
                   "INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb,"
                   " from_state, to_state, adults, holds)"
                   " SELECT max(id), 1, 0, 0, 'house', 'ask', '', 'asked', 2, 0 FROM request;");
        (void)snprintf(sql, sizeof(sql),
                       "INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s,"
                       " waits, is_ended, is_danger, adults, children, holds)"
                       " SELECT max(id), 1, 'booking', 'asked', 0, 0, 1, 0, 0, %s, 0, 0"
                       " FROM request",
                       adults[i]);
        assert_int_equal(world_try(world, sql), i == 1);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(no_more_seats_than_there_are),
        TEST(no_copy_is_lent_twice_at_once),
        TEST(nothing_holds_a_copy_without_saying_from_when_until_when),
        TEST(one_thing_is_in_one_place_however_late_it_is),
        TEST(a_first_state_repeats_its_decision_to_the_letter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
