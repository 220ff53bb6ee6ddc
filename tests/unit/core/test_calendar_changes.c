/* What a calendar changes, what the house changed meanwhile, and whom it concerns. */
#include "support_calendar.h"

#include <string.h>

/* A session of the calendar, with a booking of two. */
struct choir {
    int64_t partner, session, booking;
};

static struct choir build_choir(struct world *world)
{
    struct choir choir = {.partner = build_partner(world, "La Clé des chants")};
    (void)confirm(world, stage_one(world, choir.partner, (struct dated){0}));
    choir.session = only_session(world);
    world_exec(world, "UPDATE session SET capacity = 8");
    choir.booking = build_booking(world, choir.session, "confirmed", 2, 0);
    return choir;
}

static void house_moves(struct world *world, int64_t session_id, const char *starts)
{
    struct session_done done;
    struct session_act move = act_on(session_id, VERB_MOVE, SESSION_ALONE);
    move.starts_s = at(starts);
    move.ends_s = at(starts) + 5400;
    assert_int_equal(session_act(world->db, &move, &done), ERR_OK);
}

static void house_cancels(struct world *world, int64_t session_id)
{
    struct session_done done;
    struct session_act cancel = act_on(session_id, VERB_CANCEL, SESSION_ALONE);
    cancel.reason_code = "room";
    assert_int_equal(session_act(world->db, &cancel, &done), ERR_OK);
}

static void what_the_house_moved_stays_while_the_calendar_says_the_same(void **state)
{
    struct world *world = *state;
    const struct choir choir = build_choir(world);
    house_moves(world, choir.session, "2026-09-17T10:00");
    const int64_t reading = stage_one(world, choir.partner, (struct dated){0});
    const struct calendar_row row = row_of(world, reading, 0);
    assert_verdict(row, CALENDAR_UNCHANGED, "");
    assert_true(row.is_house_changed);
    (void)confirm(world, reading);
    assert_int_equal(session_value(world, choir.session, "starts_s"), at("2026-09-17T10:00"));
}

static void what_the_calendar_changes_after_the_house_is_said_and_done(void **state)
{
    struct world *world = *state;
    const struct choir choir = build_choir(world);
    house_moves(world, choir.session, "2026-09-17T10:00");
    const struct dated later = {.starts = "2026-09-18T10:00"};
    const int64_t reading = stage_one(world, choir.partner, later);
    const struct calendar_row row = row_of(world, reading, 0);
    assert_verdict(row, CALENDAR_CHANGED, "");
    assert_true(row.is_house_changed);
    assert_int_equal(row.starts_was_s, at("2026-09-17T10:00"));
    (void)confirm(world, reading);
    assert_int_equal(session_value(world, choir.session, "starts_s"), at("2026-09-18T10:00"));
    assert_false(row_of(world, stage_one(world, choir.partner, later), 0).is_house_changed);
}

static void a_calendar_that_follows_the_house_changes_nothing(void **state)
{
    struct world *world = *state;
    const struct choir choir = build_choir(world);
    house_moves(world, choir.session, "2026-09-17T10:00");
    const struct dated agreed = {.starts = "2026-09-17T10:00"};
    const int64_t reading = stage_one(world, choir.partner, agreed);
    assert_verdict(row_of(world, reading, 0), CALENDAR_UNCHANGED, "");
    assert_int_equal(confirm(world, reading).told, 0);
    const struct calendar_row row = row_of(world, stage_one(world, choir.partner, agreed), 0);
    assert_false(row.is_house_changed); /* it was noted */
}

static void what_the_house_cancelled_stays_cancelled(void **state)
{
    struct world *world = *state;
    const struct choir choir = build_choir(world);
    house_cancels(world, choir.session);
    int64_t reading = stage_one(world, choir.partner, (struct dated){0});
    assert_verdict(row_of(world, reading, 0), CALENDAR_UNCHANGED, "");
    assert_true(row_of(world, reading, 0).is_house_changed);
    reading = stage_one(world, choir.partner, (struct dated){.starts = "2026-09-18T10:00"});
    assert_verdict(row_of(world, reading, 0), CALENDAR_LEFT_OUT, "ended");
    (void)confirm(world, reading);
    assert_int_equal(session_count(world), 1);
    assert_int_equal(state_now(world, choir.session), STATE_CANCELLED);
}

static void a_new_date_of_what_the_house_postponed_brings_it_back(void **state)
{
    struct world *world = *state;
    struct session_done done;
    const struct choir choir = build_choir(world);
    struct session_act postpone = act_on(choir.session, VERB_POSTPONE, SESSION_ALONE);
    postpone.reason_code = "room";
    assert_int_equal(session_act(world->db, &postpone, &done), ERR_OK);
    assert_verdict(row_of(world, stage_one(world, choir.partner, (struct dated){0}), 0),
                   CALENDAR_UNCHANGED, "");
    (void)confirm(world,
                  stage_one(world, choir.partner, (struct dated){.starts = "2026-09-29T14:00"}));
    assert_int_equal(state_now(world, choir.session), STATE_PUBLISHED);
    assert_int_equal(session_value(world, choir.session, "starts_s"), at("2026-09-29T14:00"));
    assert_int_equal(state_now(world, choir.booking), STATE_TO_RECONFIRM);
}

static void what_the_calendar_cancels_is_cancelled_and_everybody_told(void **state)
{
    struct world *world = *state;
    const struct choir choir = build_choir(world);
    const struct dated gone = {.status = "cancelled", .sequence = 1};
    const int64_t reading = stage_one(world, choir.partner, gone);
    const struct calendar_row row = row_of(world, reading, 0);
    assert_verdict(row, CALENDAR_CANCELLED, "");
    assert_int_equal(row.people, 2);
    const struct calendar_done done = confirm(world, reading);
    assert_int_equal(done.cancelled, 1);
    assert_int_equal(done.told, 1);
    assert_int_equal(state_now(world, choir.session), STATE_CANCELLED);
    assert_int_equal(state_now(world, choir.booking), STATE_CANCELLED);
    assert_verdict(row_of(world, stage_one(world, choir.partner, gone), 0), CALENDAR_UNCHANGED, "");
}

static void what_takes_place_after_all_is_another_session(void **state)
{
    struct world *world = *state;
    const struct choir choir = build_choir(world);
    (void)confirm(world, stage_one(world, choir.partner, (struct dated){.status = "cancelled"}));
    const int64_t reading = stage_one(world, choir.partner, (struct dated){0});
    assert_verdict(row_of(world, reading, 0), CALENDAR_NEW, "");
    assert_int_equal(confirm(world, reading).made, 1);
    assert_int_equal(session_count(world), 2);
    assert_int_not_equal(only_session(world), choir.session);
    assert_int_equal(state_now(world, choir.session), STATE_CANCELLED);
    assert_verdict(row_of(world, stage_one(world, choir.partner, (struct dated){0}), 0),
                   CALENDAR_UNCHANGED, "");
}

static void what_was_never_announced_is_not_cancelled(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const int64_t reading = stage_one(world, partner, (struct dated){.status = "cancelled"});
    assert_verdict(row_of(world, reading, 0), CALENDAR_LEFT_OUT, "unknown");
    assert_int_equal(reading_of(world, reading).writes, 0);
}

static void another_place_is_told_and_the_booking_stands(void **state)
{
    struct world *world = *state;
    const struct choir choir = build_choir(world);
    const int64_t reading = stage_one(world, choir.partner, (struct dated){.place = "Salle bleue"});
    assert_int_equal(row_of(world, reading, 0).changes, CALENDAR_PLACE);
    assert_int_equal(row_of(world, reading, 0).people, 2);
    assert_int_equal(confirm(world, reading).told, 1);
    assert_int_equal(state_now(world, choir.booking), STATE_CONFIRMED);
}

static void another_title_is_another_activity_like_the_one_before(void **state)
{
    struct world *world = *state;
    const struct choir choir = build_choir(world);
    world_exec(world, "UPDATE activity SET price_cents = 300, rule = 'automatic', sequence = 9");
    const int64_t counted = world_int(world, "SELECT max(sequence) FROM session_entry");
    const int64_t reading = stage_one(world, choir.partner,
                                      (struct dated){.title = "Chorale de Noël", .words = "Oh !"});
    assert_int_equal(row_of(world, reading, 0).changes, CALENDAR_TITLE | CALENDAR_WORDS);
    assert_string_equal(row_of(world, reading, 0).title_was, "Chorale");
    assert_int_equal(row_of(world, reading, 0).bookings, 1);
    assert_int_equal(confirm(world, reading).told, 1);
    assert_int_equal(state_now(world, choir.booking), STATE_CONFIRMED);
    assert_true(world_int(world, "SELECT max(sequence) FROM session_entry") > counted);
    assert_int_equal(world_int(world, "SELECT count(*) FROM session AS x"
                                      " JOIN activity AS a ON a.id = x.activity_id"
                                      " WHERE a.title = 'Chorale de Noël' AND a.summary = 'Oh !'"
                                      " AND a.price_cents = 300 AND a.rule = 'automatic'"),
                     1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM activity WHERE title = 'Chorale'"), 1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM search WHERE search MATCH 'noel'"), 1);
}

static void an_older_calendar_changes_nothing(void **state)
{
    struct world *world = *state;
    const struct choir choir = build_choir(world);
    (void)confirm(world, stage_one(world, choir.partner,
                                   (struct dated){.starts = "2026-09-16T14:00", .sequence = 4}));
    const int64_t reading = stage_one(world, choir.partner, (struct dated){.sequence = 3});
    assert_verdict(row_of(world, reading, 0), CALENDAR_LEFT_OUT, "older");
    (void)confirm(world, reading);
    assert_int_equal(session_value(world, choir.session, "starts_s"), at("2026-09-16T14:00"));
}

static void what_has_begun_is_never_changed(void **state)
{
    struct world *world = *state;
    const struct choir choir = build_choir(world);
    set_time("2026-09-15T14:30");
    const int64_t reading =
        stage_one(world, choir.partner, (struct dated){.starts = "2026-09-20T14:00"});
    assert_verdict(row_of(world, reading, 0), CALENDAR_LEFT_OUT, "ended");
    assert_verdict(
        row_of(world, stage_one(world, choir.partner, (struct dated){.uid = "new@x"}), 0),
        CALENDAR_LEFT_OUT, "past");
}

static void another_associations_identifier_never_touches_this_one(void **state)
{
    struct world *world = *state;
    const struct choir choir = build_choir(world);
    const int64_t other = build_partner(world, "La Corde");
    const int64_t reading = stage_one(world, other, (struct dated){.starts = "2026-09-20T14:00"});
    assert_verdict(row_of(world, reading, 0), CALENDAR_NEW, "");
    (void)confirm(world, reading);
    assert_int_equal(session_value(world, choir.session, "starts_s"), at("2026-09-15T14:00"));
    assert_int_equal(world_int(world, "SELECT count(*) FROM activity WHERE title = 'Chorale'"), 2);
    const int64_t gone = stage_one(
        world, other, (struct dated){.starts = "2026-09-20T14:00", .status = "cancelled"});
    (void)confirm(world, gone);
    assert_int_equal(state_now(world, choir.session), STATE_PUBLISHED);
}

static void what_came_from_this_houses_agenda_is_not_doubled(void **state)
{
    struct world *world = *state;
    const int64_t own = add_session(world, build_activity(world, "desk"), "2026-09-15T14:00", 8);
    world_exec(world,
               "CREATE TABLE probe AS SELECT lower(hex(uid)) AS hex FROM request"
               " WHERE id = %lld",
               (long long)own);
    char hex[33] = "";
    for (int i = 0; i < 32; i++) {
        hex[i] = (char)world_int(world, "SELECT unicode(substr(hex, %d, 1)) FROM probe", i + 1);
    }
    const char *uid = arena_printf(world->arena, "%s@conciergerie", hex);
    const int64_t partner = build_partner(world, "La Corde");
    const int64_t reading = stage_one(world, partner, (struct dated){.uid = uid});
    assert_verdict(row_of(world, reading, 0), CALENDAR_LEFT_OUT, "own");
    hex[0] = hex[0] == '0' ? '1' : '0'; /* nobody's, or another house's */
    const char *other = arena_printf(world->arena, "%s@conciergerie", hex);
    assert_verdict(row_of(world, stage_one(world, partner, (struct dated){.uid = other}), 0),
                   CALENDAR_NEW, "");
}

/* ---- Series ---- */

static void a_series_that_moves_as_a_whole_keeps_its_sessions(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const struct dated tuesdays[] = {
        {.starts = "2026-09-15T14:00", .key = "2026-09-15T14:00"},
        {.starts = "2026-09-22T14:00", .key = "2026-09-22T14:00"},
    };
    const struct dated fridays[] = {
        {.starts = "2026-09-18T18:00", .key = "2026-09-18T18:00", .sequence = 1},
        {.starts = "2026-09-25T18:00", .key = "2026-09-25T18:00", .sequence = 1},
    };
    (void)confirm(world, stage(world, partner, tuesdays, 2));
    const int64_t reading = stage(world, partner, fridays, 2);
    assert_int_equal(reading_of(world, reading).counts[CALENDAR_CHANGED], 2);
    assert_int_equal(reading_of(world, reading).counts[CALENDAR_MISSING], 0);
    assert_int_equal(confirm(world, reading).changed, 2);
    assert_int_equal(session_count(world), 2);
    assert_int_equal(world_int(world, "SELECT min(starts_s) FROM session"), at("2026-09-18T18:00"));
    assert_int_equal(
        reading_of(world, stage(world, partner, fridays, 2)).counts[CALENDAR_UNCHANGED], 2);
}

static void one_moved_date_of_a_series_is_known_by_its_place_in_it(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    struct dated dates[] = {
        {.starts = "2026-09-15T14:00", .key = "2026-09-15T14:00"},
        {.starts = "2026-09-22T14:00", .key = "2026-09-22T14:00"},
    };
    (void)confirm(world, stage(world, partner, dates, 2));
    dates[0].starts = "2026-09-22T10:00"; /* nearer to the other's place than to its own */
    const int64_t reading = stage(world, partner, dates, 2);
    assert_int_equal(reading_of(world, reading).counts[CALENDAR_CHANGED], 1);
    assert_int_equal(reading_of(world, reading).counts[CALENDAR_UNCHANGED], 1);
    assert_int_equal(row_of(world, reading, 0).starts_was_s, at("2026-09-15T14:00"));
}

static void a_date_that_becomes_a_series_and_one_that_is_left_of_it_are_the_same(void **state)
{
    struct world *world = *state;
    const struct choir choir = build_choir(world);
    const struct dated series[] = {
        {.starts = "2026-09-15T14:00", .key = "2026-09-15T14:00"},
        {.starts = "2026-09-22T14:00", .key = "2026-09-22T14:00"},
    };
    const int64_t reading = stage(world, choir.partner, series, 2);
    assert_int_equal(reading_of(world, reading).counts[CALENDAR_UNCHANGED], 1);
    assert_int_equal(reading_of(world, reading).counts[CALENDAR_NEW], 1);
    (void)confirm(world, reading);
    const int64_t again = stage_one(world, choir.partner, (struct dated){0});
    assert_int_equal(reading_of(world, again).counts[CALENDAR_UNCHANGED], 1);
    assert_int_equal(reading_of(world, again).counts[CALENDAR_MISSING], 1);
    (void)confirm(world, again);
    assert_int_equal(session_count(world), 2);
    assert_int_equal(state_now(world, choir.booking), STATE_CONFIRMED);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(what_the_house_moved_stays_while_the_calendar_says_the_same),
        CASE(what_the_calendar_changes_after_the_house_is_said_and_done),
        CASE(a_calendar_that_follows_the_house_changes_nothing),
        CASE(what_the_house_cancelled_stays_cancelled),
        CASE(a_new_date_of_what_the_house_postponed_brings_it_back),
        CASE(what_the_calendar_cancels_is_cancelled_and_everybody_told),
        CASE(what_takes_place_after_all_is_another_session),
        CASE(what_was_never_announced_is_not_cancelled),
        CASE(another_place_is_told_and_the_booking_stands),
        CASE(another_title_is_another_activity_like_the_one_before),
        CASE(an_older_calendar_changes_nothing),
        CASE(what_has_begun_is_never_changed),
        CASE(another_associations_identifier_never_touches_this_one),
        CASE(what_came_from_this_houses_agenda_is_not_doubled),
        CASE(a_series_that_moves_as_a_whole_keeps_its_sessions),
        CASE(one_moved_date_of_a_series_is_known_by_its_place_in_it),
        CASE(a_date_that_becomes_a_series_and_one_that_is_left_of_it_are_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
