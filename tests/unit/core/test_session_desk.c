/* One session, or one and those after it: moved, postponed, published, cancelled, changed. */
#include "support_session.h"

#include "base/clock.h"

static enum err act(struct world *world, struct session_act what, struct session_done *done)
{
    return session_act(world->db, &what, done);
}

static enum err change(struct world *world, struct session_change what, struct session_done *done)
{
    return session_change(world->db, &what, done);
}

/* Two adults, confirmed. */
static int64_t book(struct world *world, int64_t session_id)
{
    return build_booking(world, session_id, "confirmed", 2, 0);
}

static struct session_act move_to(int64_t session_id, enum session_scope scope, const char *starts)
{
    struct session_act what = act_on(session_id, VERB_MOVE, scope);
    what.starts_s = at(starts);
    what.ends_s = at(starts) + CLOCK_HOUR_S;
    return what;
}

static void this_and_the_following_move_by_days_to_the_same_local_times(void **state)
{
    struct world *world = *state;
    struct session_done done;
    const int64_t first =
        add_weekly(world, build_activity(world, "desk"), "2026-10-13T14:00", 8, 4);
    const int64_t second = nth_of_series(world, first, 1);
    const int64_t third = nth_of_series(world, first, 2); /* after summer time */
    const int64_t fourth = nth_of_series(world, first, 3);
    const int64_t booking = book(world, third);
    assert_int_equal(act(world, act_on(fourth, VERB_CANCEL, SESSION_ALONE), &done), ERR_INVALID);
    struct session_act cancel = act_on(fourth, VERB_CANCEL, SESSION_ALONE);
    cancel.reason_code = "room";
    assert_int_equal(act(world, cancel, &done), ERR_OK);
    assert_int_equal(act(world, move_to(second, SESSION_AND_FOLLOWING, "2026-10-22T17:30"), &done),
                     ERR_OK);
    assert_int_equal(done.sessions, 2);
    assert_int_equal(done.told, 1);
    assert_int_equal(session_value(world, first, "starts_s"), at("2026-10-13T14:00"));
    assert_int_equal(session_value(world, second, "starts_s"), at("2026-10-22T17:30"));
    assert_int_equal(session_value(world, third, "starts_s"), at("2026-10-29T17:30"));
    assert_int_equal(session_value(world, third, "ends_s"), at("2026-10-29T18:30"));
    assert_int_equal(session_value(world, fourth, "starts_s"), at("2026-11-03T14:00"));
    assert_int_equal(state_now(world, booking), STATE_TO_RECONFIRM);
}

static void undoing_the_first_undoes_the_following_and_their_bookings(void **state)
{
    struct world *world = *state;
    struct session_done done;
    struct outcome outcome;
    const int64_t first =
        add_weekly(world, build_activity(world, "desk"), "2026-09-15T14:00", 8, 3);
    const int64_t last = nth_of_series(world, first, 2);
    const int64_t booking = book(world, last);
    assert_int_equal(act(world, move_to(first, SESSION_AND_FOLLOWING, "2026-09-16T10:00"), &done),
                     ERR_OK);
    assert_int_equal(to_tell(world), 1);
    assert_int_equal(request_undo(world->db, first, done.outcome.no, desk(NADIA), &outcome),
                     ERR_OK);
    assert_int_equal(session_value(world, last, "starts_s"), at("2026-09-29T14:00"));
    assert_int_equal(session_value(world, last, "moved_from_s"), 0);
    assert_int_equal(state_now(world, booking), STATE_CONFIRMED);
    assert_int_equal(to_tell(world), 0);
}

static void one_that_refuses_keeps_all_as_they_were_and_is_named(void **state)
{
    struct world *world = *state;
    struct session_done done;
    const int64_t first =
        add_weekly(world, build_activity(world, "desk"), "2026-09-15T14:00", 8, 3);
    const int64_t last = nth_of_series(world, first, 2);
    (void)book(world, last);
    struct session_change fewer = change_of(first, SESSION_AND_FOLLOWING);
    fewer.capacity = 1;
    assert_int_equal(change(world, fewer, &done), ERR_DENIED);
    assert_int_equal(done.outcome.reasons, GUARD_CAPACITY);
    assert_int_equal(done.refused_id, last);
    assert_int_equal(session_value(world, first, "capacity"), 8);
    fewer.capacity = 2;
    assert_int_equal(change(world, fewer, &done), ERR_OK);
    assert_int_equal(done.sessions, 3);
    assert_int_equal(session_value(world, last, "capacity"), 2);
}

static void what_is_postponed_needs_a_date_to_come_before_it_is_published_again(void **state)
{
    struct world *world = *state;
    struct session_done done;
    const int64_t id = add_session(world, build_activity(world, "desk"), "2026-09-15T14:00", 8);
    const int64_t booking = book(world, id);
    struct session_act postpone = act_on(id, VERB_POSTPONE, SESSION_ALONE);
    postpone.reason_code = "host_away";
    assert_int_equal(act(world, postpone, &done), ERR_OK);
    assert_int_equal(done.outcome.state, STATE_POSTPONED);
    assert_int_equal(done.told, 1);
    set_time("2026-09-16T10:00");
    struct session_act again = act_on(id, VERB_PUBLISH, SESSION_ALONE);
    assert_int_equal(act(world, again, &done), ERR_INVALID);
    again.starts_s = at("2026-10-01T14:00");
    again.ends_s = at("2026-10-01T16:00");
    assert_int_equal(act(world, again, &done), ERR_OK);
    assert_int_equal(done.outcome.state, STATE_PUBLISHED);
    assert_int_equal(state_now(world, booking), STATE_TO_RECONFIRM);
    assert_int_equal(session_value(world, id, "moved_from_s"), at("2026-09-15T14:00"));
}

static void a_postponement_may_say_when(void **state)
{
    struct world *world = *state;
    struct session_done done;
    const int64_t id = add_session(world, build_activity(world, "desk"), "2026-09-15T14:00", 8);
    const int64_t booking = book(world, id);
    struct session_act postpone = act_on(id, VERB_POSTPONE, SESSION_ALONE);
    postpone.reason_code = "room";
    postpone.starts_s = at("2026-09-22T14:00");
    postpone.ends_s = at("2026-09-22T16:00");
    assert_int_equal(act(world, postpone, &done), ERR_OK);
    assert_int_equal(session_value(world, id, "starts_s"), at("2026-09-22T14:00"));
    /* Who has said yes to it is not asked again when it holds. */
    struct outcome outcome;
    assert_int_equal(move_by(world, booking, VERB_ACCEPT, desk(NADIA), &outcome), ERR_OK);
    struct session_act again = act_on(id, VERB_PUBLISH, SESSION_ALONE);
    again.starts_s = postpone.starts_s;
    again.ends_s = postpone.ends_s;
    assert_int_equal(act(world, again, &done), ERR_OK);
    assert_int_equal(state_now(world, booking), STATE_CONFIRMED);
    assert_int_equal(done.told, 0);
}

static void drafts_of_a_series_are_published_together(void **state)
{
    struct world *world = *state;
    struct session_done done;
    int64_t first = 0;
    int count = 0;
    const struct session_plan plan = {
        .activity_id = build_activity(world, "desk"), .place = "", .capacity = 4};
    const struct series_rule rule = {.starts_s = at("2026-09-15T14:00"),
                                     .ends_s = at("2026-09-15T16:00"),
                                     .weeks = 1,
                                     .times = 3};
    assert_int_equal(series_add(world->db, &plan, &rule, VERB_DRAFT, desk(NADIA), &first, &count),
                     ERR_OK);
    const int64_t last = nth_of_series(world, first, 2);
    assert_int_equal(act(world, act_on(first, VERB_PUBLISH, SESSION_AND_FOLLOWING), &done), ERR_OK);
    assert_int_equal(done.sessions, 3);
    assert_int_equal(state_now(world, last), STATE_PUBLISHED);
}

static void a_drafts_date_changes_and_an_announced_one_does_not(void **state)
{
    struct world *world = *state;
    struct session_done done;
    int64_t draft = 0;
    int count = 0;
    const int64_t activity_id = build_activity(world, "desk");
    const struct session_plan plan = {.activity_id = activity_id, .place = "", .capacity = 4};
    const struct series_rule rule = {.starts_s = at("2026-09-15T14:00"),
                                     .ends_s = at("2026-09-15T16:00"),
                                     .weeks = 1,
                                     .times = 1};
    assert_int_equal(series_add(world->db, &plan, &rule, VERB_DRAFT, desk(NADIA), &draft, &count),
                     ERR_OK);
    const int64_t announced = add_session(world, activity_id, "2026-09-15T14:00", 4);
    const int64_t ids[] = {draft, announced};
    for (size_t i = 0; i < ARRAY_LEN(ids); i++) {
        struct session_change other = change_of(ids[i], SESSION_ALONE);
        other.starts_s = at("2026-09-17T10:00");
        other.ends_s = at("2026-09-17T11:00");
        assert_int_equal(change(world, other, &done), ERR_OK);
    }
    assert_int_equal(session_value(world, draft, "starts_s"), at("2026-09-17T10:00"));
    assert_int_equal(session_value(world, announced, "starts_s"), at("2026-09-15T14:00"));
}

static void another_place_is_told_to_who_comes_or_waits_and_only_then(void **state)
{
    struct world *world = *state;
    struct session_done done;
    const int64_t id = add_session(world, build_activity(world, "desk"), "2026-09-15T14:00", 4);
    const int64_t booking = book(world, id);
    struct session_change elsewhere = change_of(id, SESSION_ALONE);
    elsewhere.place = "Jardin";
    elsewhere.least_people = 3;
    assert_int_equal(change(world, elsewhere, &done), ERR_OK);
    assert_int_equal(done.told, 1);
    assert_int_equal(session_value(world, id, "place = 'Jardin' AND least_people = 3"), 1);
    assert_int_equal(session_value(world, id, "sequence"), 1);
    assert_int_equal(world_int(world,
                               "SELECT reason_code = 'place_changed' AND who = 'house'"
                               " AND words = 'Jardin'"
                               " FROM decision JOIN decision_words USING (request_id, no)"
                               " WHERE request_id = %lld AND no = 2",
                               (long long)booking),
                     1);
    assert_int_equal(change(world, elsewhere, &done), ERR_OK); /* the same: no news */
    assert_int_equal(done.told, 0);
    assert_int_equal(session_value(world, id, "sequence"), 1);
}

static void a_change_of_seats_alone_is_undone_with_the_following(void **state)
{
    struct world *world = *state;
    struct session_done done;
    struct outcome outcome;
    const int64_t first =
        add_weekly(world, build_activity(world, "desk"), "2026-09-15T14:00", 8, 2);
    struct session_change more = change_of(first, SESSION_AND_FOLLOWING);
    more.capacity = 12;
    assert_int_equal(change(world, more, &done), ERR_OK);
    assert_int_equal(request_undo(world->db, first, done.outcome.no, desk(NADIA), &outcome),
                     ERR_OK);
    assert_int_equal(session_value(world, nth_of_series(world, first, 1), "capacity"), 8);
}

static void what_is_over_or_was_decided_meanwhile_is_not_changed(void **state)
{
    struct world *world = *state;
    struct session_done done;
    const int64_t id = add_session(world, build_activity(world, "desk"), "2026-09-15T14:00", 8);
    struct session_act cancel = act_on(id, VERB_CANCEL, SESSION_ALONE);
    cancel.reason_code = "weather";
    cancel.expected_no = 7;
    assert_int_equal(act(world, cancel, &done), ERR_CONFLICT);
    assert_int_equal(done.refused_id, id);
    struct session_change more = change_of(id, SESSION_ALONE);
    more.expected_no = 7;
    more.capacity = 12;
    assert_int_equal(change(world, more, &done), ERR_CONFLICT);
    cancel.expected_no = 1;
    assert_int_equal(act(world, cancel, &done), ERR_OK);
    more.expected_no = 0;
    assert_int_equal(change(world, more, &done), ERR_CONFLICT);
    assert_int_equal(act(world, move_to(id, SESSION_ALONE, "2026-09-20T10:00"), &done),
                     ERR_CONFLICT);
}

static void acts_that_cannot_be_are_refused_before_anything_is_written(void **state)
{
    struct world *world = *state;
    struct session_done done;
    const int64_t id = add_session(world, build_activity(world, "desk"), "2026-09-15T14:00", 8);
    const struct session_act move = move_to(id, SESSION_ALONE, "2026-09-20T10:00");
    struct session_act acts[9] = {move, move, move, move, move, move, move, move, move};
    acts[0].starts_s = at("2026-09-01T10:00"); /* past */
    acts[0].ends_s = at("2026-09-01T11:00");
    acts[1].ends_s = acts[1].starts_s;
    acts[2].reason_code = "because";
    acts[3].words = "a\x01z";
    acts[4].starts_s = 0;
    acts[5].verb = VERB_HOLD;
    acts[6] = act_on(id, VERB_TELL, SESSION_ALONE);     /* nothing to say */
    acts[7] = act_on(id, VERB_POSTPONE, SESSION_ALONE); /* no reason */
    acts[8].starts_s = at("2026-09-15T14:00");          /* where it stands */
    acts[8].ends_s = at("2026-09-15T16:00");
    for (size_t i = 0; i < ARRAY_LEN(acts); i++) {
        assert_int_equal(act(world, acts[i], &done), ERR_INVALID);
    }
    struct session_change wrong = change_of(id, SESSION_ALONE);
    wrong.capacity = SESSION_CAPACITY_MAX + 1;
    assert_int_equal(change(world, wrong, &done), ERR_INVALID);
    wrong = change_of(id, SESSION_ALONE);
    wrong.place = "a\x01z";
    assert_int_equal(change(world, wrong, &done), ERR_INVALID);
    assert_int_equal(
        world_int(world, "SELECT no FROM request_state WHERE request_id = %lld", (long long)id), 1);
    assert_int_equal(act(world, act_on(book(world, id), VERB_PUBLISH, SESSION_ALONE), &done),
                     ERR_NOT_FOUND);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(this_and_the_following_move_by_days_to_the_same_local_times),
        TEST(undoing_the_first_undoes_the_following_and_their_bookings),
        TEST(one_that_refuses_keeps_all_as_they_were_and_is_named),
        TEST(what_is_postponed_needs_a_date_to_come_before_it_is_published_again),
        TEST(a_postponement_may_say_when),
        TEST(drafts_of_a_series_are_published_together),
        TEST(a_drafts_date_changes_and_an_announced_one_does_not),
        TEST(another_place_is_told_to_who_comes_or_waits_and_only_then),
        TEST(a_change_of_seats_alone_is_undone_with_the_following),
        TEST(what_is_over_or_was_decided_meanwhile_is_not_changed),
        TEST(acts_that_cannot_be_are_refused_before_anything_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
