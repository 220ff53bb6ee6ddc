/* A calendar that was read: what each of its lines would do, and does once confirmed. */
#include "support_calendar.h"

#include <string.h>

static void a_new_date_makes_an_activity_and_a_session_once_confirmed(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const int64_t reading = stage_one(world, partner,
                                      (struct dated){.words = "On chante.\\n\\nVenez !",
                                                     .place = "  Salle\\tbleue ",
                                                     .minutes = 60});
    const struct calendar_row row = row_of(world, reading, 0);
    assert_verdict(row, CALENDAR_NEW, "");
    assert_int_equal(row.line, 10);
    assert_string_equal(row.title, "Chorale");
    assert_string_equal(row.place, "Salle bleue");
    assert_int_equal(row.starts_s, at("2026-09-15T14:00"));
    assert_int_equal(session_count(world), 0);
    const struct calendar_reading seen = reading_of(world, reading);
    assert_int_equal(seen.writes, 1);
    assert_string_equal(seen.calendar, "Agenda");
    assert_string_equal(seen.mended, "[\"folding\"]");
    const struct calendar_done done = confirm(world, reading);
    assert_int_equal(done.made, 1);
    const int64_t id = only_session(world);
    assert_int_equal(state_now(world, id), STATE_PUBLISHED);
    assert_int_equal(session_value(world, id, "starts_s"), at("2026-09-15T14:00"));
    assert_int_equal(session_value(world, id, "ends_s"), at("2026-09-15T15:00"));
    assert_int_equal(world_int(world, "SELECT count(*) FROM session WHERE place = 'Salle bleue'"),
                     1);
    assert_int_equal(world_int(world,
                               "SELECT count(*) FROM activity WHERE title = 'Chorale'"
                               " AND summary = 'On chante. Venez !' AND partner_id = %lld",
                               (long long)partner),
                     1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM search WHERE search MATCH 'chorale'"),
                     1);
}

static void the_same_calendar_again_changes_nothing(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const struct dated dates[] = {
        {.starts = "2026-09-15T14:00", .key = "2026-09-15T14:00"},
        {.starts = "2026-09-22T14:00", .key = "2026-09-22T14:00"},
        {.uid = "b@x", .starts = "2026-09-23T10:00", .title = "Solfège"},
    };
    (void)confirm(world, stage(world, partner, dates, 3));
    const int64_t decisions = world_int(world, "SELECT count(*) FROM decision");
    const int64_t again = stage(world, partner, dates, 3);
    assert_int_equal(reading_of(world, again).counts[CALENDAR_UNCHANGED], 3);
    assert_int_equal(reading_of(world, again).writes, 0);
    const struct calendar_done done = confirm(world, again);
    assert_int_equal(done.made + done.changed + done.cancelled + done.told, 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM decision"), decisions);
    assert_int_equal(session_count(world), 3);
    assert_int_equal(world_int(world, "SELECT count(*) FROM activity"), 2);
}

static void absence_cancels_nothing_and_is_said(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const struct dated dates[] = {
        {.starts = "2026-09-15T14:00", .key = "2026-09-15T14:00"},
        {.starts = "2026-09-22T14:00", .key = "2026-09-22T14:00"},
    };
    (void)confirm(world, stage(world, partner, dates, 2));
    const int64_t reading = stage(world, partner, dates, 1);
    assert_verdict(row_of(world, reading, 0), CALENDAR_UNCHANGED, "");
    assert_verdict(row_of(world, reading, 1), CALENDAR_MISSING, "");
    assert_int_equal(row_of(world, reading, 1).starts_s, at("2026-09-22T14:00"));
    (void)confirm(world, reading);
    assert_int_equal(
        world_int(world, "SELECT count(*) FROM request_state WHERE state = 'published'"), 2);
}

static void a_moved_date_keeps_its_bookings_and_asks_them_again(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    (void)confirm(world, stage_one(world, partner, (struct dated){0}));
    const int64_t id = only_session(world);
    world_exec(world, "UPDATE session SET capacity = 8");
    const int64_t booking = build_booking(world, id, "confirmed", 2, 1);
    const int64_t reading =
        stage_one(world, partner, (struct dated){.starts = "2026-09-16T18:00", .sequence = 1});
    const struct calendar_row row = row_of(world, reading, 0);
    assert_verdict(row, CALENDAR_CHANGED, "");
    assert_int_equal(row.changes, CALENDAR_DATE);
    assert_int_equal(row.bookings, 1);
    assert_int_equal(row.people, 3);
    assert_int_equal(row.starts_was_s, at("2026-09-15T14:00"));
    assert_int_equal(reading_of(world, reading).people, 3);
    const struct calendar_done done = confirm(world, reading);
    assert_int_equal(done.changed, 1);
    assert_int_equal(done.told, 1);
    assert_int_equal(state_now(world, booking), STATE_TO_RECONFIRM);
    assert_int_equal(to_tell(world), 1);
    assert_int_equal(session_value(world, id, "starts_s"), at("2026-09-16T18:00"));
    assert_int_equal(session_count(world), 1);
    struct outcome outcome; /* and the flow takes it back */
    const int no = (int)world_int(world, "SELECT no FROM request_state WHERE request_id = %lld",
                                  (long long)id);
    assert_int_equal(request_undo(world->db, id, no, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(session_value(world, id, "starts_s"), at("2026-09-15T14:00"));
    assert_int_equal(state_now(world, booking), STATE_CONFIRMED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_new_date_makes_an_activity_and_a_session_once_confirmed,
                                        world_setup, world_teardown),
        cmocka_unit_test_setup_teardown(the_same_calendar_again_changes_nothing, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(absence_cancels_nothing_and_is_said, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(a_moved_date_keeps_its_bookings_and_asks_them_again,
                                        world_setup, world_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
