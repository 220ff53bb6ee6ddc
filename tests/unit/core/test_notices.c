/* What is to be told: in which order, that it was, that it could not be, and the ways back. */
#include <string.h>

#include "support_ask.h"

#include "core/notices.h"
#include "core/setting.h"

/* A household's booking, refused by the desk at that time: to be told. */
static int64_t refused(struct world *world, const char *number, const char *when)
{
    const int64_t household_id = build_household(world, number, "Awa");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    set_time(when);
    const struct receipt receipt = must_ask(world, seats(session_id, 1, 0, member(household_id)));
    struct outcome outcome;
    assert_int_equal(move_by(world, receipt.request_id, VERB_REFUSE, desk(NADIA), &outcome),
                     ERR_OK);
    return receipt.request_id;
}

static struct notice_list page(struct world *world)
{
    struct notice_list list;
    assert_int_equal(notices_page(world->db, (struct notice_key){0}, &list), ERR_OK);
    return list;
}

static int64_t count(struct world *world, const char *where)
{
    return world_int(world, "SELECT count(*) FROM notice WHERE %s", where);
}

static void the_longest_waiting_is_told_first(void **state)
{
    struct world *world = *state;
    const int64_t first = refused(world, "0087", "2026-09-08T15:00");
    const int64_t second = refused(world, "0088", "2026-09-08T16:00");
    const struct notice_list list = page(world);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.rows[0].request_id, first);
    assert_int_equal(list.rows[1].request_id, second);
    assert_int_equal(list.rows[0].since_s, at("2026-09-08T15:00"));
    assert_false(list.is_more);
}

static void a_request_stands_in_the_pile_once(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t id = refused(world, "0087", "2026-09-08T15:00");
    set_time("2026-09-08T16:00");
    assert_int_equal(request_reopen(world->db, id, desk(NADIA), "other", &outcome), ERR_OK);
    assert_true(count(world, "state = 'to_tell'") >= 1);
    assert_int_equal(page(world).count, 1);
    assert_int_equal(notices_tell(world->db, id, "phone", NADIA), ERR_OK);
    assert_int_equal(count(world, "state = 'to_tell'"), 0);
}

static void a_page_goes_on_after_the_last(void **state)
{
    struct world *world = *state;
    struct notice_list list;
    for (int i = 0; i <= NOTICES_PAGE; i++) {
        char number[5] = {'1', '0', (char)('0' + i / 10), (char)('0' + i % 10), '\0'};
        (void)refused(world, number, "2026-09-08T15:00");
    }
    list = page(world);
    assert_int_equal(list.count, NOTICES_PAGE);
    assert_true(list.is_more);
    const struct notice last = list.rows[NOTICES_PAGE - 1];
    assert_int_equal(
        notices_page(world->db, (struct notice_key){last.since_s, last.notice_id}, &list), ERR_OK);
    assert_int_equal(list.count, 1);
    assert_false(list.is_more);
}

static void told_is_told_how_when_and_by_whom(void **state)
{
    struct world *world = *state;
    const int64_t id = refused(world, "0087", "2026-09-08T15:00");
    set_time("2026-09-08T16:10");
    assert_int_equal(notices_tell(world->db, id, "in_person", KARIM), ERR_OK);
    assert_int_equal(count(world, "state = 'told' AND how = 'in_person' AND staff_id = 2"), 1);
    assert_int_equal(world_int(world, "SELECT told_at_s FROM notice"), at("2026-09-08T16:10"));
    assert_int_equal(page(world).count, 0);
}

static void what_a_colleague_told_meanwhile_is_a_conflict(void **state)
{
    struct world *world = *state;
    const int64_t id = refused(world, "0087", "2026-09-08T15:00");
    assert_int_equal(notices_tell(world->db, id, "phone", KARIM), ERR_OK);
    assert_int_equal(notices_tell(world->db, id, "phone", NADIA), ERR_CONFLICT);
    assert_int_equal(notices_try(world->db, id, NADIA), ERR_CONFLICT);
    assert_int_equal(count(world, "staff_id = 2"), 1);
}

static void an_unknown_way_of_telling_is_refused(void **state)
{
    struct world *world = *state;
    const int64_t id = refused(world, "0087", "2026-09-08T15:00");
    assert_int_equal(notices_tell(world->db, id, "screen", NADIA), ERR_INVALID);
    assert_int_equal(notices_tell(world->db, id, "", NADIA), ERR_INVALID);
    assert_int_equal(page(world).count, 1);
}

static void telling_is_taken_back_for_ten_minutes_by_who_told(void **state)
{
    struct world *world = *state;
    const int64_t id = refused(world, "0087", "2026-09-08T15:00");
    assert_int_equal(notices_tell(world->db, id, "phone", NADIA), ERR_OK);
    assert_int_equal(notices_untell(world->db, id, KARIM), ERR_CONFLICT);
    assert_int_equal(notices_untell(world->db, id, NADIA), ERR_OK);
    assert_int_equal(page(world).count, 1);
    assert_int_equal(notices_tell(world->db, id, "phone", NADIA), ERR_OK);
    set_time("2026-09-08T15:11");
    assert_int_equal(notices_untell(world->db, id, NADIA), ERR_CONFLICT);
}

static void what_was_read_on_the_screen_stays_read(void **state)
{
    struct world *world = *state;
    const int64_t id = refused(world, "0087", "2026-09-08T15:00");
    assert_int_equal(notice_tell_all(world->db, id, "screen", 0), ERR_OK);
    assert_int_equal(notices_untell(world->db, id, NADIA), ERR_CONFLICT);
}

static void a_try_is_counted_and_stays_in_the_pile(void **state)
{
    struct world *world = *state;
    const int64_t id = refused(world, "0087", "2026-09-08T15:00");
    assert_int_equal(notices_try(world->db, id, NADIA), ERR_OK);
    set_time("2026-09-08T16:00");
    assert_int_equal(notices_try(world->db, id, KARIM), ERR_OK);
    assert_int_equal(count(world, "state = 'unreachable' AND tries = 2"), 1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM notice_try"), 2);
    assert_int_equal(page(world).count, 1);
    assert_int_equal(notices_tell(world->db, id, "phone", KARIM), ERR_OK);
    assert_int_equal(notices_untell(world->db, id, KARIM), ERR_OK);
    assert_int_equal(count(world, "state = 'unreachable' AND tries = 2"), 1);
}

static void a_try_is_taken_back_by_who_made_it(void **state)
{
    struct world *world = *state;
    const int64_t id = refused(world, "0087", "2026-09-08T15:00");
    assert_int_equal(notices_untry(world->db, id, NADIA), ERR_CONFLICT);
    assert_int_equal(notices_try(world->db, id, NADIA), ERR_OK);
    assert_int_equal(notices_untry(world->db, id, KARIM), ERR_CONFLICT);
    assert_int_equal(notices_untry(world->db, id, NADIA), ERR_OK);
    assert_int_equal(count(world, "state = 'to_tell' AND tries = 0"), 1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM notice_try"), 0);
    assert_int_equal(notices_try(world->db, id, NADIA), ERR_OK);
    set_time("2026-09-08T15:11");
    assert_int_equal(notices_untry(world->db, id, NADIA), ERR_CONFLICT);
}

static void a_note_is_written_replaced_and_forgotten(void **state)
{
    struct world *world = *state;
    const int64_t id = refused(world, "0087", "2026-09-08T15:00");
    assert_int_equal(notices_note(world->db, id, "rappeler après 18 h", NADIA), ERR_OK);
    assert_int_equal(notices_note(world->db, id, "passe jeudi", KARIM), ERR_OK);
    assert_int_equal(world_int(world,
                               "SELECT count(*) FROM notice_note WHERE words = 'passe jeudi' "
                               "AND staff_id = 2"),
                     1);
    assert_int_equal(notices_note(world->db, id, "", NADIA), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM notice_note"), 0);
}

static void a_note_that_cannot_be_is_refused(void **state)
{
    struct world *world = *state;
    char words[NOTICES_NOTE_CHARS + 2];
    const int64_t id = refused(world, "0087", "2026-09-08T15:00");
    memset(words, 'a', sizeof(words) - 1);
    words[sizeof(words) - 1] = '\0';
    assert_int_equal(notices_note(world->db, id, words, NADIA), ERR_INVALID);
    assert_int_equal(notices_note(world->db, id, "\xff", NADIA), ERR_INVALID);
    assert_int_equal(notices_note(world->db, 999, "ici", NADIA), ERR_NOT_FOUND);
}

static void a_wrong_clock_writes_nothing(void **state)
{
    struct world *world = *state;
    const int64_t id = refused(world, "0087", "2026-09-08T15:00");
    set_time("2026-09-08T09:00");
    assert_int_equal(notices_tell(world->db, id, "phone", NADIA), ERR_CLOCK);
    assert_int_equal(notices_untell(world->db, id, NADIA), ERR_CLOCK);
    assert_int_equal(notices_try(world->db, id, NADIA), ERR_CLOCK);
    assert_int_equal(notices_untry(world->db, id, NADIA), ERR_CLOCK);
    assert_int_equal(notices_note(world->db, id, "ici", NADIA), ERR_CLOCK);
    assert_int_equal(count(world, "state = 'to_tell'"), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_longest_waiting_is_told_first),
        TEST(a_request_stands_in_the_pile_once),
        TEST(a_page_goes_on_after_the_last),
        TEST(told_is_told_how_when_and_by_whom),
        TEST(what_a_colleague_told_meanwhile_is_a_conflict),
        TEST(an_unknown_way_of_telling_is_refused),
        TEST(telling_is_taken_back_for_ten_minutes_by_who_told),
        TEST(what_was_read_on_the_screen_stays_read),
        TEST(a_try_is_counted_and_stays_in_the_pile),
        TEST(a_try_is_taken_back_by_who_made_it),
        TEST(a_note_is_written_replaced_and_forgotten),
        TEST(a_note_that_cannot_be_is_refused),
        TEST(a_wrong_clock_writes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
