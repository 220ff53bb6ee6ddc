/* Confirming: as it was seen, by who may, all or nothing; and what else ends a reading. */
#include "support_calendar.h"

#include <string.h>

#include "base/clock.h"

static void what_changed_since_it_was_seen_is_looked_at_again(void **state)
{
    struct world *world = *state;
    struct session_done moved;
    struct calendar_done done;
    const int64_t partner = build_partner(world, "La Clé des chants");
    (void)confirm(world, stage_one(world, partner, (struct dated){0}));
    const int64_t id = only_session(world);
    const struct dated dates[] = {{.starts = "2026-09-16T18:00"}, {.uid = "b", .title = "Solfège"}};
    const int64_t reading = stage(world, partner, dates, 2);
    struct session_act cancel = act_on(id, VERB_CANCEL, SESSION_ALONE);
    cancel.reason_code = "room";
    assert_int_equal(session_act(world->db, &cancel, &moved), ERR_OK);
    assert_int_equal(try_confirm(world, reading, desk(NADIA), &done), ERR_CONFLICT);
    assert_int_equal(session_count(world), 1); /* nothing of it was done */
    assert_int_equal(reading_of(world, reading).version, 2);
    assert_int_equal(reading_of(world, reading).counts[CALENDAR_CHANGED], 0);
    assert_verdict(row_of(world, reading, 1), CALENDAR_LEFT_OUT, "ended");
    const struct calendar_confirm old = {
        .reading_id = reading, .version = 1, .actor = desk(NADIA), .cancel_reason = "other"};
    assert_int_equal(calendar_confirm(world->db, &old, &done),
                     ERR_CONFLICT); /* not what was seen */
    assert_int_equal(try_confirm(world, reading, desk(NADIA), &done), ERR_OK);
    assert_int_equal(done.made, 1);
}

static void a_date_that_began_meanwhile_is_looked_at_again(void **state)
{
    struct world *world = *state;
    struct calendar_done done;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const int64_t reading = stage_one(world, partner, (struct dated){0});
    set_time("2026-09-15T14:00");
    assert_int_equal(try_confirm(world, reading, desk(NADIA), &done), ERR_CONFLICT);
    assert_verdict(row_of(world, reading, 0), CALENDAR_LEFT_OUT, "past");
}

static void a_full_disk_leaves_nothing_half_done(void **state)
{
    struct world *world = *state;
    struct calendar_done done;
    const int64_t partner = build_partner(world, "La Clé des chants");
    struct dated dates[200];
    for (size_t i = 0; i < ARRAY_LEN(dates); i++) {
        dates[i] = (struct dated){.uid = arena_printf(world->arena, "%zu", i),
                                  .title = arena_printf(world->arena, "Atelier %zu", i)};
    }
    const int64_t reading = stage(world, partner, dates, ARRAY_LEN(dates));
    db_limit_pages(world->db, 1); /* the pages there are, and not one more */
    assert_int_equal(try_confirm(world, reading, desk(NADIA), &done), ERR_NO_SPACE);
    assert_true(done.refused_position > 0);
    db_limit_pages(world->db, 0);
    assert_int_equal(session_count(world), 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM activity"), 0);
    assert_int_equal(confirm(world, reading).made, 200);
}

static void it_is_confirmed_once_and_its_lines_are_forgotten(void **state)
{
    struct world *world = *state;
    struct calendar_done done;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const int64_t reading = stage_one(world, partner, (struct dated){0});
    (void)confirm(world, reading);
    assert_int_equal(try_confirm(world, reading, desk(NADIA), &done), ERR_NOT_FOUND);
    assert_int_equal(calendar_drop(world->db, reading, desk(NADIA)), ERR_NOT_FOUND);
    assert_string_equal(reading_of(world, reading).state, "confirmed");
    assert_int_equal(world_int(world, "SELECT count(*) FROM calendar_row"), 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM calendar_title"), 0);
}

static void dropped_or_read_again_it_does_nothing_any_more(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const int64_t first = stage_one(world, partner, (struct dated){0});
    const int64_t second = stage_one(world, partner, (struct dated){0});
    assert_string_equal(reading_of(world, first).state, "dropped");
    assert_int_equal(calendar_drop(world->db, second, desk(NADIA)), ERR_OK);
    assert_string_equal(reading_of(world, second).state, "dropped");
    assert_int_equal(world_int(world, "SELECT count(*) FROM calendar_row"), 0);
    assert_int_equal(session_count(world), 0);
    assert_int_equal(calendar_drop(world->db, 999, desk(NADIA)), ERR_NOT_FOUND);
}

static void what_nobody_confirms_is_forgotten_after_two_weeks(void **state)
{
    struct world *world = *state;
    int count = 0;
    const int64_t reading =
        stage_one(world, build_partner(world, "X"), (struct dated){.starts = "2026-12-01T10:00"});
    clock_freeze_at(at(WORLD_NOW) + (int64_t)CALENDAR_KEPT_DAYS * CLOCK_DAY_S - 1);
    assert_int_equal(sweep_run(world->db, &count), ERR_OK);
    assert_string_equal(reading_of(world, reading).state, "open");
    clock_freeze_at(at(WORLD_NOW) + (int64_t)CALENDAR_KEPT_DAYS * CLOCK_DAY_S);
    assert_int_equal(sweep_run(world->db, &count), ERR_OK);
    assert_string_equal(reading_of(world, reading).state, "expired");
    assert_int_equal(world_int(world, "SELECT count(*) FROM calendar_row"), 0);
}

static void an_organiser_touches_the_own_associations_calendar_only(void **state)
{
    struct world *world = *state;
    char refusal[CODE_BYTES];
    struct calendar_done done;
    int64_t reading_id = 0;
    const int64_t own = build_partner(world, "La Clé des chants");
    const int64_t other = build_partner(world, "La Corde");
    const struct actor ada = organiser(build_organiser(world, own));
    const char *lines = calendar_of(world, &(struct dated){0}, 1);
    const struct calendar_origin theirs = {.partner_id = other, .source = "file", .actor = ada};
    assert_int_equal(calendar_stage(world->db, &theirs, lines, strlen(lines), refusal, &reading_id),
                     ERR_DENIED);
    const int64_t reading = stage_one(world, other, (struct dated){0});
    const struct calendar_title choice = {.kind = "cafe", .rule = "desk"};
    assert_int_equal(try_confirm(world, reading, ada, &done), ERR_DENIED);
    assert_int_equal(calendar_choose(world->db, reading, &choice, ada), ERR_DENIED);
    assert_int_equal(calendar_drop(world->db, reading, ada), ERR_DENIED);
    const struct calendar_origin mine = {.partner_id = own, .source = "file", .actor = ada};
    assert_int_equal(calendar_stage(world->db, &mine, lines, strlen(lines), refusal, &reading_id),
                     ERR_OK);
    const struct calendar_origin nobodys = {
        .partner_id = 999, .source = "file", .actor = desk(NADIA)};
    assert_int_equal(
        calendar_stage(world->db, &nobodys, lines, strlen(lines), refusal, &reading_id),
        ERR_NOT_FOUND);
}

static void the_kind_and_the_seats_of_what_is_new_are_chosen_before(void **state)
{
    struct world *world = *state;
    struct calendar_title *titles = NULL;
    int count = 0;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const struct dated dates[] = {
        {.starts = "2026-09-15T14:00", .key = "2026-09-15T14:00"},
        {.starts = "2026-09-22T14:00", .key = "2026-09-22T14:00"},
        {.uid = "b", .title = "Thé dansant"},
    };
    const int64_t reading = stage(world, partner, dates, 3);
    assert_int_equal(calendar_titles(world->db, reading, world->arena, &titles, &count), ERR_OK);
    assert_int_equal(count, 2);
    assert_string_equal(titles[0].title, "Chorale");
    assert_int_equal(titles[0].dates, 2);
    assert_string_equal(titles[0].kind, "workshop");
    assert_int_equal(titles[0].capacity, 0);
    struct calendar_title choice = {
        .title = "Thé dansant", .kind = "cafe", .capacity = 30, .rule = "automatic"};
    assert_int_equal(calendar_choose(world->db, reading, &choice, desk(NADIA)), ERR_OK);
    choice.title = "Bal";
    assert_int_equal(calendar_choose(world->db, reading, &choice, desk(NADIA)), ERR_NOT_FOUND);
    choice.kind[0] = 'x';
    assert_int_equal(calendar_choose(world->db, reading, &choice, desk(NADIA)), ERR_INVALID);
    choice = (struct calendar_title){.kind = "cafe", .rule = "trained"};
    assert_int_equal(calendar_choose(world->db, reading, &choice, desk(NADIA)), ERR_INVALID);
    choice = (struct calendar_title){.kind = "cafe", .rule = "desk", .capacity = 1001};
    assert_int_equal(calendar_choose(world->db, reading, &choice, desk(NADIA)), ERR_INVALID);
    (void)confirm(world, reading);
    assert_int_equal(world_int(world, "SELECT count(*) FROM activity AS a JOIN session AS x"
                                      " ON x.activity_id = a.id WHERE a.kind_code = 'cafe'"
                                      " AND a.rule = 'automatic' AND x.capacity = 30"),
                     1);
    /* Another date of it has as many seats, and a title of its own needs choosing. */
    const struct dated more = {.uid = "c", .title = "Thé dansant", .starts = "2026-10-01T10:00"};
    const int64_t later = stage_one(world, partner, more);
    assert_int_equal(calendar_titles(world->db, later, world->arena, &titles, &count), ERR_OK);
    assert_int_equal(count, 0);
    (void)confirm(world, later);
    assert_int_equal(world_int(world, "SELECT count(*) FROM session WHERE capacity = 30"), 2);
    assert_int_equal(world_int(world, "SELECT count(*) FROM activity"), 2);
}

static void what_was_entered_by_hand_before_is_not_there_twice(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const int64_t activity = build_activity(world, "desk");
    world_exec(world, "UPDATE activity SET partner_id = %lld, title = 'Chorale'",
               (long long)partner);
    const int64_t id = add_session(world, activity, "2026-09-15T14:00", 8);
    const struct dated same = {.minutes = 120, .place = "Atelier"};
    const int64_t reading = stage_one(world, partner, same);
    assert_verdict(row_of(world, reading, 0), CALENDAR_UNCHANGED, "adopted");
    assert_int_equal(reading_of(world, reading).writes, 1);
    (void)confirm(world, reading);
    assert_int_equal(only_session(world), id);
    assert_int_equal(session_count(world), 1);
    assert_verdict(row_of(world, stage_one(world, partner, same), 0), CALENDAR_UNCHANGED, "");
}

static void what_a_calendar_leaves_open_stays_as_it_was_entered_by_hand(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const int64_t activity = build_activity(world, "desk");
    world_exec(world,
               "UPDATE activity SET partner_id = %lld, title = 'Chorale',"
               " summary = 'Sans savoir lire les notes'",
               (long long)partner);
    (void)add_session(world, activity, "2026-09-15T14:00", 8);
    world_exec(world, "UPDATE session SET place = 'Salle 2'");
    const struct dated terse = {.minutes = 120, .place = "", .words = ""};
    const int64_t reading = stage_one(world, partner, terse);
    assert_verdict(row_of(world, reading, 0), CALENDAR_UNCHANGED, "adopted");
    (void)confirm(world, reading);
    assert_int_equal(world_int(world, "SELECT count(*) FROM session AS x JOIN activity AS a"
                                      " ON a.id = x.activity_id WHERE x.place = 'Salle 2'"
                                      " AND a.summary = 'Sans savoir lire les notes'"),
                     1);
    assert_verdict(row_of(world, stage_one(world, partner, terse), 0), CALENDAR_UNCHANGED, "");
}

static void a_cancellation_needs_one_of_the_agendas_reasons(void **state)
{
    struct world *world = *state;
    struct calendar_done done;
    const int64_t reading = stage_one(world, build_partner(world, "X"), (struct dated){0});
    const struct calendar_confirm why = {
        .reading_id = reading, .actor = desk(NADIA), .cancel_reason = "because"};
    assert_int_equal(calendar_confirm(world->db, &why, &done), ERR_INVALID);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(what_changed_since_it_was_seen_is_looked_at_again),
        CASE(a_date_that_began_meanwhile_is_looked_at_again),
        CASE(a_full_disk_leaves_nothing_half_done),
        CASE(it_is_confirmed_once_and_its_lines_are_forgotten),
        CASE(dropped_or_read_again_it_does_nothing_any_more),
        CASE(what_nobody_confirms_is_forgotten_after_two_weeks),
        CASE(an_organiser_touches_the_own_associations_calendar_only),
        CASE(the_kind_and_the_seats_of_what_is_new_are_chosen_before),
        CASE(what_was_entered_by_hand_before_is_not_there_twice),
        CASE(what_a_calendar_leaves_open_stays_as_it_was_entered_by_hand),
        CASE(a_cancellation_needs_one_of_the_agendas_reasons),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
