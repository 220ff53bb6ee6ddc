/* An association's calendar, taken over by one of its organisers: under either rule of theirs. */
#include "support_calendar.h"

#include <string.h>

struct choir {
    int64_t partner;
    struct actor ada;
};

static struct choir build_choir(struct world *world, const char *rule)
{
    const int64_t partner = build_partner(world, "La Clé des chants");
    world_exec(world, "UPDATE partner SET agenda_rule = %Q", rule);
    return (struct choir){partner, organiser(build_organiser(world, partner))};
}

static int64_t read_by(struct world *world, const struct choir *choir, struct dated date)
{
    char refusal[CODE_BYTES];
    int64_t reading_id = 0;
    const char *lines = calendar_of(world, &date, 1);
    const struct calendar_origin origin = {
        .partner_id = choir->partner, .source = "file", .actor = choir->ada};
    assert_int_equal(calendar_stage(world->db, &origin, lines, strlen(lines), refusal, &reading_id),
                     ERR_OK);
    return reading_id;
}

static struct calendar_done take_over(struct world *world, const struct choir *choir,
                                      struct dated date)
{
    struct calendar_done done;
    assert_int_equal(try_confirm(world, read_by(world, choir, date), choir->ada, &done), ERR_OK);
    return done;
}

/* A session of theirs that stands in the agenda, with a booking of two. */
static int64_t build_published(struct world *world, const struct choir *choir)
{
    (void)confirm(world, stage_one(world, choir->partner, (struct dated){0}));
    world_exec(world, "UPDATE session SET capacity = 8");
    return only_session(world);
}

static void what_is_new_waits_for_the_concierge(void **state)
{
    struct world *world = *state;
    const struct choir choir = build_choir(world, "desk");
    const struct calendar_done done = take_over(world, &choir, (struct dated){0});
    assert_int_equal(done.made, 1);
    assert_int_equal(done.proposed, 1);
    const int64_t id = only_session(world);
    assert_int_equal(state_now(world, id), STATE_PROPOSED);
    /* Again, nothing; another date of what nobody has seen yet is entered anew. */
    assert_verdict(row_of(world, read_by(world, &choir, (struct dated){0}), 0), CALENDAR_UNCHANGED,
                   "");
    (void)take_over(world, &choir, (struct dated){.starts = "2026-09-16T18:00", .title = "Chœur"});
    assert_int_equal(state_now(world, id), STATE_PROPOSED);
    assert_int_equal(session_value(world, id, "starts_s"), at("2026-09-16T18:00"));
    assert_int_equal(world_int(world, "SELECT count(*) FROM session AS x JOIN activity AS a"
                                      " ON a.id = x.activity_id WHERE a.title = 'Chœur'"),
                     1);
}

static void another_date_of_what_residents_see_is_asked_for(void **state)
{
    struct world *world = *state;
    const struct choir choir = build_choir(world, "desk");
    const int64_t id = build_published(world, &choir);
    const int64_t booking = build_booking(world, id, "confirmed", 2, 0);
    const struct dated moved = {.starts = "2026-09-16T18:00", .place = "Salle bleue"};
    const struct calendar_done done = take_over(world, &choir, moved);
    assert_int_equal(done.proposed, 1);
    assert_int_equal(done.told, 0);
    assert_int_equal(session_value(world, id, "starts_s"), at("2026-09-15T14:00"));
    assert_int_equal(state_now(world, booking), STATE_CONFIRMED);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request_state"
                                      " WHERE kind = 'amendment' AND state = 'asked'"),
                     2);
    const int64_t again = read_by(world, &choir, moved);
    assert_verdict(row_of(world, again, 0), CALENDAR_UNCHANGED, "");
    struct outcome outcome; /* the concierge says yes to the date */
    const int64_t asked = world_int(world, "SELECT min(request_id) FROM request_state"
                                           " WHERE kind = 'amendment'");
    assert_int_equal(move_by(world, asked, VERB_ACCEPT, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(session_value(world, id, "starts_s"), at("2026-09-16T18:00"));
    assert_int_equal(state_now(world, booking), STATE_TO_RECONFIRM);
}

static void words_that_residents_read_stay_and_are_named_again(void **state)
{
    struct world *world = *state;
    const struct choir choir = build_choir(world, "desk");
    const int64_t id = build_published(world, &choir);
    const struct dated renamed = {.title = "Autre chose", .words = "Oh !"};
    const struct calendar_done done = take_over(world, &choir, renamed);
    assert_int_equal(done.words_kept, 1);
    assert_int_equal(done.changed, 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM activity WHERE title = 'Autre chose'"
                                      " OR summary <> ''"),
                     0);
    /* The concierge takes the same calendar over. */
    assert_int_equal(confirm(world, stage_one(world, choir.partner, renamed)).changed, 1);
    assert_int_equal(world_int(world,
                               "SELECT count(*) FROM session AS x JOIN activity AS a"
                               " ON a.id = x.activity_id WHERE a.title = 'Autre chose'"
                               " AND x.request_id = %lld",
                               (long long)id),
                     1);
}

static void what_the_calendar_cancels_never_waits(void **state)
{
    struct world *world = *state;
    const struct choir choir = build_choir(world, "desk");
    const int64_t id = build_published(world, &choir);
    const struct calendar_done done =
        take_over(world, &choir, (struct dated){.status = "cancelled"});
    assert_int_equal(done.cancelled, 1);
    assert_int_equal(done.proposed, 0);
    assert_int_equal(state_now(world, id), STATE_CANCELLED);
}

static void what_was_sent_back_and_is_put_right_is_proposed_again(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const struct choir choir = build_choir(world, "desk");
    (void)take_over(world, &choir, (struct dated){0});
    const int64_t id = only_session(world);
    assert_int_equal(move_by(world, id, VERB_RETURN, desk(NADIA), &outcome), ERR_OK);
    (void)take_over(world, &choir, (struct dated){0}); /* as it was: it stays sent back */
    assert_int_equal(state_now(world, id), STATE_RETURNED);
    (void)take_over(world, &choir, (struct dated){.starts = "2026-09-16T18:00"});
    assert_int_equal(state_now(world, id), STATE_PROPOSED);
    assert_int_equal(session_value(world, id, "starts_s"), at("2026-09-16T18:00"));
}

static void under_the_other_rule_it_holds_at_once(void **state)
{
    struct world *world = *state;
    const struct choir choir = build_choir(world, "automatic");
    assert_int_equal(take_over(world, &choir, (struct dated){0}).proposed, 0);
    const int64_t id = only_session(world);
    assert_int_equal(state_now(world, id), STATE_PUBLISHED);
    (void)take_over(world, &choir, (struct dated){.starts = "2026-09-16T18:00", .title = "Chœur"});
    assert_int_equal(session_value(world, id, "starts_s"), at("2026-09-16T18:00"));
    assert_int_equal(world_int(world, "SELECT count(*) FROM activity WHERE title = 'Chœur'"), 1);
}

static void the_rule_of_bookings_is_not_theirs_to_choose(void **state)
{
    struct world *world = *state;
    struct calendar_title *titles = NULL;
    int count = 0;
    const struct choir choir = build_choir(world, "automatic");
    const int64_t reading = read_by(world, &choir, (struct dated){0});
    const struct calendar_title choice = {.kind = "cafe", .capacity = 12, .rule = "automatic"};
    assert_int_equal(calendar_choose(world->db, reading, &choice, choir.ada), ERR_OK);
    assert_int_equal(calendar_titles(world->db, reading, world->arena, &titles, &count), ERR_OK);
    assert_string_equal(titles[0].kind, "cafe");
    assert_int_equal(titles[0].capacity, 12);
    assert_string_equal(titles[0].rule, "desk");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(what_is_new_waits_for_the_concierge),
        CASE(another_date_of_what_residents_see_is_asked_for),
        CASE(words_that_residents_read_stay_and_are_named_again),
        CASE(what_the_calendar_cancels_never_waits),
        CASE(what_was_sent_back_and_is_put_right_is_proposed_again),
        CASE(under_the_other_rule_it_holds_at_once),
        CASE(the_rule_of_bookings_is_not_theirs_to_choose),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
