/* What a phone is given: one entry, however often its request changes. */
#include "support_ask.h"
#include "support_session.h"

#include <stdlib.h>
#include <string.h>

#include "core/feed.h"
#include "core/vevent.h"

struct entry {
    char uid[64];
    long sequence;
};

static long sequence_in(const char *text)
{
    const char *at = strstr(text, "SEQUENCE:");
    assert_non_null(at);
    return strtol(at + strlen("SEQUENCE:"), NULL, 10);
}

static struct entry entry_of(struct world *world, int64_t request_id)
{
    struct entry entry = {0};
    const char *text = "";
    assert_int_equal(vevent_write(world->db, request_id, world->arena, &text), ERR_OK);
    const char *uid = strstr(text, "UID:");
    assert_true(uid != NULL && strcspn(uid, "\r") < sizeof(entry.uid));
    memcpy(entry.uid, uid, strcspn(uid, "\r"));
    entry.sequence = sequence_in(text);
    return entry;
}

static void only_what_is_confirmed_goes_into_a_calendar(void **state)
{
    struct world *world = *state;
    const char *text = "";
    const int64_t id = build_session(world, "2026-09-09T14:00", 4, "desk");
    world_exec(world, "UPDATE session SET place = 'Atelier; cour, 1' WHERE request_id = %lld",
               (long long)id);
    const int64_t asked = build_booking(world, id, "asked", 1, 0);
    const int64_t confirmed = build_booking(world, id, "confirmed", 1, 0);
    assert_int_equal(vevent_write(world->db, asked, world->arena, &text), ERR_NOT_FOUND);
    assert_int_equal(vevent_write(world->db, 999, world->arena, &text), ERR_NOT_FOUND);
    assert_int_equal(vevent_write(world->db, confirmed, world->arena, &text), ERR_OK);
    assert_non_null(strstr(text, "DTSTART:20260909T120000Z\r\n"));
    assert_non_null(strstr(text, "DTEND:20260909T140000Z\r\n"));
    assert_non_null(strstr(text, "LOCATION:Atelier\\; cour\\, 1\\, Maison des tests\r\n"));
    assert_int_equal(strncmp(text, "BEGIN:VCALENDAR\r\n", 17), 0);
    assert_non_null(strstr(text, "END:VEVENT\r\nEND:VCALENDAR\r\n"));
}

static void the_entry_is_in_the_language_of_its_reader_where_somebody_translated(void **state)
{
    struct world *world = *state;
    const char *text = "";
    const int64_t id = build_session(world, "2026-09-09T14:00", 4, "desk");
    world_exec(world, "UPDATE session SET place = 'Salle 1' WHERE request_id = %lld",
               (long long)id);
    world_exec(world, "INSERT INTO translation(french, lang, text)"
                      " SELECT title, 'de', 'Reparieren, gemeinsam' FROM activity"
                      " UNION ALL VALUES ('Salle 1', 'de', 'Werkstatt')");
    const int64_t booking = build_booking(world, id, "confirmed", 1, 0);
    db_set_reader(world->db, "de");
    assert_int_equal(vevent_write(world->db, booking, world->arena, &text), ERR_OK);
    assert_non_null(strstr(text, "SUMMARY:Reparieren\\, gemeinsam\r\n"));
    assert_non_null(strstr(text, "LOCATION:Werkstatt\\, Maison des tests\r\n"));
    db_set_reader(world->db, "tr");
    assert_int_equal(vevent_write(world->db, booking, world->arena, &text), ERR_OK);
    assert_non_null(strstr(text, "LOCATION:Salle 1\\, Maison des tests\r\n"));
}

static void a_new_date_raises_the_sequence_and_keeps_the_identifier(void **state)
{
    struct world *world = *state;
    const char *before = "";
    const char *after = "";
    const int64_t id = build_session(world, "2026-09-09T14:00", 4, "desk");
    const int64_t booking = build_booking(world, id, "confirmed", 1, 0);
    assert_int_equal(vevent_write(world->db, booking, world->arena, &before), ERR_OK);
    world_exec(world, "UPDATE session SET sequence = sequence + 1 WHERE request_id = %lld",
               (long long)id);
    assert_int_equal(vevent_write(world->db, booking, world->arena, &after), ERR_OK);
    assert_non_null(strstr(before, "SEQUENCE:1\r\n"));
    assert_non_null(strstr(after, "SEQUENCE:2\r\n"));
    const char *uid = strstr(before, "UID:");
    assert_non_null(uid);
    assert_int_equal(strncmp(uid, strstr(after, "UID:"), strcspn(uid, "\r")), 0);
}

static void a_correction_keeps_the_identifier_and_raises_the_sequence(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    int64_t id = must_ask(world, seats(session_id, 1, 0, member(home))).request_id;
    assert_int_equal(move_by(world, id, VERB_ACCEPT, desk(NADIA), &outcome), ERR_OK);
    struct entry before = entry_of(world, id);
    for (int adults = 2; adults <= 4; adults++) { /* a correction of a correction, too */
        struct receipt receipt;
        const struct ask ask = seats(session_id, adults, 0, desk(NADIA));
        assert_int_equal(request_correct(world->db, id, &ask, &receipt), ERR_OK);
        id = receipt.request_id;
        assert_int_equal(move_by(world, id, VERB_ACCEPT, desk(NADIA), &outcome), ERR_OK);
        const struct entry after = entry_of(world, id);
        assert_string_equal(after.uid, before.uid);
        assert_true(after.sequence > before.sequence);
        before = after;
    }
}

/* The session it leaves may have moved more often than the one it goes to. */
static void another_session_keeps_the_identifier_and_raises_the_sequence(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const int64_t other_id = build_session(world, "2026-09-16T14:00", 8, "desk");
    const int64_t id = must_ask(world, seats(session_id, 1, 0, member(home))).request_id;
    world_exec(world, "UPDATE session SET sequence = 9 WHERE request_id = %lld",
               (long long)session_id);
    assert_int_equal(move_by(world, id, VERB_ACCEPT, desk(NADIA), &outcome), ERR_OK);
    const struct entry before = entry_of(world, id);
    assert_int_equal(request_undo(world->db, id, outcome.no, desk(NADIA), &outcome), ERR_OK);
    struct move propose = move_make(id, VERB_PROPOSE, desk(NADIA));
    const struct terms terms = {.session_id = other_id,
                                .from_s = at("2026-09-16T14:00"),
                                .until_s = at("2026-09-16T16:00"),
                                .adults = 1};
    propose.terms = &terms;
    assert_int_equal(request_move(world->db, &propose, &outcome), ERR_OK);
    assert_int_equal(move_by(world, id, VERB_ACCEPT, member(home), &outcome), ERR_OK);
    const struct entry after = entry_of(world, id);
    assert_string_equal(after.uid, before.uid);
    assert_true(after.sequence > before.sequence);
}

/* ---- Of a session that nobody books ---- */

static void a_session_without_booking_has_an_entry_of_its_own(void **state)
{
    struct world *world = *state;
    const char *text = "";
    const int64_t id = add_session(world, build_activity(world, "desk"), "2026-09-09T14:00", 0);
    assert_int_equal(vevent_write_session(world->db, id, world->arena, &text), ERR_OK);
    assert_non_null(strstr(text, "\r\nDTSTART:20260909T120000Z\r\n"));
    assert_non_null(strstr(text, "\r\nLOCATION:"));
    const char *uid = strstr(text, "UID:");
    const char *feed = "";
    assert_int_equal(feed_write(world->db, 0, world->arena, &feed), ERR_OK);
    assert_non_null(strstr(feed, arena_strndup(world->arena, uid, strcspn(uid, "\r"))));
    assert_int_equal(sequence_in(text), sequence_in(feed));
    set_time("2026-09-09T15:59");
    assert_int_equal(vevent_write_session(world->db, id, world->arena, &text), ERR_OK);
    set_time("2026-09-09T16:00");
    assert_int_equal(vevent_write_session(world->db, id, world->arena, &text), ERR_NOT_FOUND);
}

static void the_entry_of_a_session_is_in_the_language_of_its_reader(void **state)
{
    struct world *world = *state;
    const char *text = "";
    const int64_t id = add_session(world, build_activity(world, "desk"), "2026-09-09T14:00", 0);
    world_exec(world, "INSERT INTO translation(french, lang, text)"
                      " SELECT title, 'de', 'Zusammen reparieren' FROM activity");
    db_set_reader(world->db, "de");
    assert_int_equal(vevent_write_session(world->db, id, world->arena, &text), ERR_OK);
    assert_non_null(strstr(text, "\r\nSUMMARY:Zusammen reparieren\r\n"));
}

static void where_one_must_book_only_a_confirmed_booking_has_an_entry(void **state)
{
    struct world *world = *state;
    const char *text = "";
    const int64_t seats_id =
        add_session(world, build_activity(world, "desk"), "2026-09-09T14:00", 4);
    const int64_t free_id =
        add_session(world, build_activity(world, "desk"), "2026-09-09T14:00", 0);
    assert_int_equal(vevent_write_session(world->db, seats_id, world->arena, &text), ERR_NOT_FOUND);
    assert_string_equal(text, "");
    struct session_done done;
    struct session_act act = act_on(free_id, VERB_CANCEL, SESSION_ALONE);
    act.reason_code = "weather";
    assert_int_equal(session_act(world->db, &act, &done), ERR_OK);
    assert_int_equal(vevent_write_session(world->db, free_id, world->arena, &text), ERR_NOT_FOUND);
    assert_int_equal(vevent_write_session(world->db, 999, world->arena, &text), ERR_NOT_FOUND);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(only_what_is_confirmed_goes_into_a_calendar),
        TEST(the_entry_is_in_the_language_of_its_reader_where_somebody_translated),
        TEST(a_new_date_raises_the_sequence_and_keeps_the_identifier),
        TEST(a_correction_keeps_the_identifier_and_raises_the_sequence),
        TEST(another_session_keeps_the_identifier_and_raises_the_sequence),
        TEST(a_session_without_booking_has_an_entry_of_its_own),
        TEST(the_entry_of_a_session_is_in_the_language_of_its_reader),
        TEST(where_one_must_book_only_a_confirmed_booking_has_an_entry),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
