#include "core/agenda.h"

#include <string.h>

#include "base/clock.h"
#include "core/unshown.h"
#include "support_session.h"

static const char *const STARTS = "2026-09-09T14:00";

static int list(struct world *world, const char *from, const char *until, const char *kind,
                struct agenda_row **rows)
{
    int count = 0;
    assert_int_equal(
        agenda_list(world->db, at(from), at(until), kind, AGENDA_MAX, world->arena, rows, &count),
        ERR_OK);
    return count;
}

static void a_session_is_listed_while_it_runs_and_not_after(void **state)
{
    struct world *world = *state;
    struct agenda_row *rows = NULL;
    const int64_t id = build_session(world, STARTS, 8, "desk");
    assert_int_equal(list(world, "2026-09-09T15:59", "2026-09-10T00:00", "", &rows), 1);
    assert_int_equal(rows[0].session_id, id);
    assert_int_equal(list(world, "2026-09-09T16:00", "2026-09-10T00:00", "", &rows), 0);
    assert_int_equal(list(world, "2026-09-08T00:00", STARTS, "", &rows), 0);
}

static void sessions_come_in_the_order_of_their_beginning(void **state)
{
    struct world *world = *state;
    struct agenda_row *rows = NULL;
    const int64_t late = build_session(world, "2026-09-10T14:00", 8, "desk");
    const int64_t early = build_session(world, STARTS, 8, "desk");
    assert_int_equal(list(world, WORLD_NOW, "2026-09-20T00:00", "", &rows), 2);
    assert_int_equal(rows[0].session_id, early);
    assert_int_equal(rows[1].session_id, late);
}

static void a_kind_leaves_out_the_others(void **state)
{
    struct world *world = *state;
    struct agenda_row *rows = NULL;
    (void)build_session(world, STARTS, 8, "desk");
    assert_int_equal(list(world, WORLD_NOW, "2026-09-20T00:00", "market", &rows), 0);
    assert_int_equal(list(world, WORLD_NOW, "2026-09-20T00:00", "", &rows), 1);
    assert_int_equal(list(world, WORLD_NOW, "2026-09-20T00:00", rows[0].kind, &rows), 1);
}

static void what_holds_seats_is_counted_and_what_is_left_is_theirs_who_wait(void **state)
{
    struct world *world = *state;
    struct agenda_session session;
    const int64_t id = build_session(world, STARTS, 4, "desk");
    (void)build_booking(world, id, "confirmed", 2, 1);
    assert_int_equal(agenda_session(world->db, id, world->arena, &session), ERR_OK);
    assert_int_equal(session.row.taken, 3);
    assert_int_equal(agenda_seats_left(&session.row), 1);
    /* What is free is theirs who wait. */
    (void)build_booking(world, id, "waitlisted", 2, 0);
    assert_int_equal(agenda_session(world->db, id, world->arena, &session), ERR_OK);
    assert_int_equal(agenda_seats_left(&session.row), 0);
    assert_int_equal(session.waiting, 1);
    assert_true(agenda_is_open(&session.row, at(WORLD_NOW)));
    assert_false(agenda_is_open(&session.row, at(STARTS)));
}

static void free_entry_has_nothing_to_book(void **state)
{
    struct world *world = *state;
    struct agenda_session session;
    const int64_t id = build_session(world, STARTS, 0, "desk");
    assert_int_equal(agenda_session(world->db, id, world->arena, &session), ERR_OK);
    assert_int_equal(session.row.capacity, 0);
    assert_false(agenda_is_open(&session.row, at(WORLD_NOW)));
}

static void a_draft_that_was_given_up_is_shown_to_nobody(void **state)
{
    struct world *world = *state;
    struct agenda_row *rows = NULL;
    struct agenda_session session;
    struct outcome outcome;
    int64_t draft_id = 0;
    const int64_t activity_id = build_activity(world, "desk");
    const int64_t told_id = add_session(world, activity_id, STARTS, 8);
    const struct session_plan plan = {.activity_id = activity_id,
                                      .starts_s = at(STARTS),
                                      .ends_s = at("2026-09-09T16:00"),
                                      .place = ""};
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(
        db_end(world->db, sessions_add(world->db, &plan, VERB_DRAFT, desk(NADIA), &draft_id)),
        ERR_OK);
    assert_int_equal(move_by(world, draft_id, VERB_CANCEL, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(move_by(world, told_id, VERB_CANCEL, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(list(world, WORLD_NOW, "2026-09-20T00:00", "", &rows), 1);
    assert_int_equal(rows[0].session_id, told_id);
    assert_int_equal(agenda_session(world->db, told_id, world->arena, &session), ERR_OK);
    assert_int_equal(agenda_session(world->db, draft_id, world->arena, &session), ERR_NOT_FOUND);
}

static void an_unknown_session_is_not_found(void **state)
{
    struct world *world = *state;
    struct agenda_session session;
    assert_int_equal(agenda_session(world->db, 999, world->arena, &session), ERR_NOT_FOUND);
}

static void other_dates_have_room_for_all_and_begin_later(void **state)
{
    struct world *world = *state;
    struct agenda_session session;
    struct agenda_row rows[4];
    int count = 0;
    const int64_t id = build_session(world, STARTS, 4, "desk");
    const int64_t other = build_session(world, "2026-09-16T14:00", 4, "desk");
    world_exec(world,
               "UPDATE session SET activity_id = (SELECT activity_id FROM session"
               " WHERE request_id = %lld)",
               (long long)id);
    (void)build_booking(world, other, "confirmed", 2, 0);
    assert_int_equal(agenda_session(world->db, id, world->arena, &session), ERR_OK);
    assert_int_equal(
        agenda_others(world->db, &session, at(WORLD_NOW), 2, 4, world->arena, rows, &count),
        ERR_OK);
    assert_int_equal(count, 1);
    assert_int_equal(rows[0].session_id, other);
    assert_int_equal(
        agenda_others(world->db, &session, at(WORLD_NOW), 3, 4, world->arena, rows, &count),
        ERR_OK);
    assert_int_equal(count, 0);
}

static void a_ticket_that_never_showed_is_found_within_its_time(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    int64_t asked_at_s = -1;
    const int64_t id = build_session(world, STARTS, 4, "desk");
    struct ask ask = ask_make(KIND_BOOKING, VERB_ASK, (struct actor){.who = WHO_RESIDENT});
    ask.terms = (struct terms){
        .session_id = id, .from_s = at(STARTS), .until_s = at("2026-09-09T16:00"), .adults = 1};
    assert_int_equal(unshown_latest(world->db, 0, &asked_at_s), ERR_OK);
    assert_int_equal(asked_at_s, 0);
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_OK);
    assert_int_equal(unshown_latest(world->db, at(WORLD_NOW) - 1, &asked_at_s), ERR_OK);
    assert_int_equal(asked_at_s, at(WORLD_NOW));
    assert_int_equal(unshown_latest(world->db, at(WORLD_NOW), &asked_at_s), ERR_OK);
    assert_int_equal(asked_at_s, 0);
    assert_int_equal(ticket_shown(world->db, receipt.request_id), ERR_OK);
    assert_int_equal(unshown_latest(world->db, 0, &asked_at_s), ERR_OK);
    assert_int_equal(asked_at_s, 0);
}

#define WORLD_TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_session_is_listed_while_it_runs_and_not_after),
        WORLD_TEST(sessions_come_in_the_order_of_their_beginning),
        WORLD_TEST(a_kind_leaves_out_the_others),
        WORLD_TEST(what_holds_seats_is_counted_and_what_is_left_is_theirs_who_wait),
        WORLD_TEST(free_entry_has_nothing_to_book),
        WORLD_TEST(a_draft_that_was_given_up_is_shown_to_nobody),
        WORLD_TEST(an_unknown_session_is_not_found),
        WORLD_TEST(other_dates_have_room_for_all_and_begin_later),
        WORLD_TEST(a_ticket_that_never_showed_is_found_within_its_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
