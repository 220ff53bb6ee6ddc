/* Addresses of calendars: who may give them, when they are read, and what becomes of it. */
#include "core/calendar_address.h"

#include <string.h>

#include "base/url.h"
#include "support_calendar.h"

#define URL "https://calendrier.example/chorale.ics"

static int64_t add(struct world *world, int64_t partner_id, const char *url)
{
    int64_t address_id = 0;
    assert_int_equal(calendar_address_add(world->db, partner_id, url, desk(NADIA), &address_id),
                     ERR_OK);
    return address_id;
}

static enum err try_take(struct world *world, int64_t address_id, const char *lines, char *refusal,
                         bool *is_news)
{
    const struct calendar_taken taken = {.source = "address",
                                         .lines = lines,
                                         .len = strlen(lines),
                                         .etag = "\"one\"",
                                         .modified = "Tue, 01 Sep 2026 10:00:00 GMT"};
    return calendar_address_take(world->db, address_id, &taken, refusal, is_news);
}

/* Whether there was something new to look at. */
static bool take(struct world *world, int64_t address_id, const struct dated *dates, int count)
{
    char refusal[CODE_BYTES];
    bool is_news = false;
    assert_int_equal(
        try_take(world, address_id, calendar_of(world, dates, count), refusal, &is_news), ERR_OK);
    return is_news;
}

static struct calendar_due *due_now(struct world *world, bool all, int *count)
{
    struct calendar_due *list = NULL;
    assert_int_equal(calendar_address_due(world->db, all, world->arena, &list, count), ERR_OK);
    return list;
}

static int count_due(struct world *world)
{
    int count = 0;
    (void)due_now(world, false, &count);
    return count;
}

static int64_t fact(struct world *world, int64_t address_id, const char *column)
{
    return world_int(world, "SELECT %s FROM calendar_address WHERE id = %lld", column,
                     (long long)address_id);
}

static const char *failure(struct world *world, int64_t address_id)
{
    return world_text(world, "SELECT failure FROM calendar_address WHERE id = %lld",
                      (long long)address_id);
}

static int64_t open_readings(struct world *world)
{
    return world_int(world, "SELECT count(*) FROM calendar_reading WHERE state = 'open'");
}

static int64_t open_reading(struct world *world)
{
    return world_int(world, "SELECT id FROM calendar_reading WHERE state = 'open'");
}

/* ---- Giving and giving up ---- */

static void only_web_addresses_without_a_user_are_taken(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    char longest[URL_CHARS + 2] = "https://calendrier.example/";
    static const char *const wrong[] = {
        "",
        "calendrier.example/a.ics",
        "ftp://calendrier.example/",
        "file:///etc/passwd",
        "https://",
        "https:///a",
        "https://u:p@calendrier.example/",
        "https://u@calendrier.example",
        "https://calendrier.example/a b",
        "https://calendrier.example/\n",
        "javascript:alert(1)",
        "https://calendrier.example/\"x",
        "https://caf\u00e9.example/",
    };
    static const char *const right[] = {
        "https://calendrier.example/a.ics",
        "http://calendrier.example/a.ics",
        "webcal://calendrier.example/a.ics",
        "HTTPS://calendrier.example:8443/a?key=1&x=@home",
    };
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        int64_t id = 0;
        assert_int_equal(calendar_address_add(world->db, partner, wrong[i], desk(NADIA), &id),
                         ERR_INVALID);
    }
    for (size_t i = 0; i < ARRAY_LEN(right); i++) {
        (void)add(world, partner, right[i]);
    }
    const size_t len = strlen(longest);
    memset(longest + len, 'a', sizeof(longest) - 1 - len);
    int64_t id = 0;
    assert_int_equal(calendar_address_add(world->db, partner, longest, desk(NADIA), &id),
                     ERR_INVALID);
    longest[URL_CHARS] = '\0';
    (void)add(world, partner, longest);
    assert_int_equal(world_int(world, "SELECT count(*) FROM calendar_address"),
                     ARRAY_LEN(right) + 1);
}

static void an_address_is_given_once_and_ten_at_most(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const int64_t other = build_partner(world, "Le Fil");
    int64_t id = 0;
    (void)add(world, partner, URL);
    (void)add(world, other, URL);
    assert_int_equal(calendar_address_add(world->db, partner, URL, desk(NADIA), &id), ERR_CONFLICT);
    for (int i = 1; i < CALENDAR_ADDRESSES_MAX; i++) {
        (void)add(world, partner, arena_printf(world->arena, URL "?%d", i));
    }
    assert_int_equal(calendar_address_add(world->db, partner, URL "?10", desk(NADIA), &id),
                     ERR_FULL);
    assert_int_equal(calendar_address_add(world->db, 99, URL, desk(NADIA), &id), ERR_NOT_FOUND);
}

static void an_organiser_gives_and_takes_back_only_their_own(void **state)
{
    struct world *world = *state;
    int64_t id = 0;
    const int64_t own = build_partner(world, "La Clé des chants");
    const int64_t other = build_partner(world, "Le Fil");
    const struct actor ada = organiser(build_organiser(world, own));
    assert_int_equal(calendar_address_add(world->db, other, URL, ada, &id), ERR_DENIED);
    assert_int_equal(calendar_address_add(world->db, own, URL, ada, &id), ERR_OK);
    const int64_t of_other = add(world, other, URL);
    assert_int_equal(calendar_address_remove(world->db, of_other, ada), ERR_DENIED);
    assert_int_equal(calendar_address_remove(world->db, id, ada), ERR_OK);
    assert_int_equal(calendar_address_remove(world->db, id, ada), ERR_NOT_FOUND);
    assert_int_equal(world_int(world, "SELECT count(*) FROM calendar_address"), 1);
}

static void what_an_address_proposed_goes_with_it_and_sessions_stay(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const int64_t address = add(world, partner, URL);
    assert_true(take(world, address, &(struct dated){0}, 1));
    (void)confirm(world, open_reading(world));
    assert_true(take(world, address, &(struct dated){.starts = "2026-09-16T14:00"}, 1));
    assert_int_equal(calendar_address_remove(world->db, address, desk(NADIA)), ERR_OK);
    assert_int_equal(open_readings(world), 0);
    assert_int_equal(session_count(world), 1);
    bool is_news = false;
    char refusal[CODE_BYTES];
    assert_int_equal(
        try_take(world, address, calendar_of(world, &(struct dated){0}, 1), refusal, &is_news),
        ERR_NOT_FOUND);
    assert_int_equal(calendar_address_failed(world->db, address, "tls"), ERR_NOT_FOUND);
    assert_int_equal(calendar_address_unchanged(world->db, address), ERR_NOT_FOUND);
}

/* ---- Reading ---- */

static void an_address_is_due_an_hour_after_it_was_tried(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const int64_t good = add(world, partner, URL "?good");
    const int64_t bad = add(world, partner, URL "?bad");
    assert_int_equal(count_due(world), 2);
    (void)take(world, good, &(struct dated){0}, 1);
    assert_int_equal(calendar_address_failed(world->db, bad, "slow"), ERR_OK);
    assert_int_equal(count_due(world), 0);
    int all = 0;
    (void)due_now(world, true, &all);
    assert_int_equal(all, 2);
    set_time("2026-09-08T17:36");
    assert_int_equal(count_due(world), 0);
    set_time("2026-09-08T17:38"); /* a timer is never to the second */
    assert_int_equal(count_due(world), 2);
}

static void marks_are_sent_for_a_day_and_then_all_is_read_again(void **state)
{
    struct world *world = *state;
    int count = 0;
    const int64_t address = add(world, build_partner(world, "La Clé des chants"), URL);
    assert_string_equal(due_now(world, true, &count)[0].etag, "");
    (void)take(world, address, &(struct dated){0}, 1);
    set_time("2026-09-09T16:00");
    assert_string_equal(due_now(world, true, &count)[0].etag, "\"one\"");
    assert_string_equal(due_now(world, true, &count)[0].modified, "Tue, 01 Sep 2026 10:00:00 GMT");
    assert_int_equal(calendar_address_unchanged(world->db, address), ERR_OK);
    assert_int_equal(fact(world, address, "good_at_s"), at("2026-09-09T16:00"));
    set_time("2026-09-09T16:43");
    assert_string_equal(due_now(world, true, &count)[0].etag, "");
    assert_string_equal(due_now(world, true, &count)[0].modified, "");
}

static void a_failure_keeps_the_date_of_the_last_good_reading(void **state)
{
    struct world *world = *state;
    const int64_t address = add(world, build_partner(world, "La Clé des chants"), URL);
    (void)take(world, address, &(struct dated){0}, 1);
    set_time("2026-09-08T18:00");
    assert_int_equal(calendar_address_failed(world->db, address, "tls"), ERR_OK);
    set_time("2026-09-08T19:00");
    assert_int_equal(calendar_address_failed(world->db, address, "slow"), ERR_OK);
    assert_string_equal(failure(world, address), "slow");
    assert_int_equal(fact(world, address, "failing_since_s"), at("2026-09-08T18:00"));
    assert_int_equal(fact(world, address, "good_at_s"), at(WORLD_NOW));
    assert_int_equal(open_readings(world), 1); /* what it proposed stays to be looked at */
    set_time("2026-09-08T20:00");
    assert_int_equal(calendar_address_unchanged(world->db, address), ERR_OK);
    assert_string_equal(failure(world, address), "");
    assert_int_equal(fact(world, address, "failing_since_s IS NULL"), 1);
}

static void what_is_no_calendar_is_a_failure_and_touches_nothing(void **state)
{
    struct world *world = *state;
    char refusal[CODE_BYTES];
    bool is_news = true;
    const int64_t address = add(world, build_partner(world, "La Clé des chants"), URL);
    (void)take(world, address, &(struct dated){0}, 1);
    (void)confirm(world, open_reading(world));
    const int64_t decisions = world_int(world, "SELECT count(*) FROM decision");
    assert_int_equal(try_take(world, address, "{\"is\":\"refusal\",\"code\":\"not_calendar\"}\n",
                              refusal, &is_news),
                     ERR_INVALID);
    assert_false(is_news);
    assert_string_equal(failure(world, address), "not_calendar");
    assert_int_equal(try_take(world, address, "{\"is\":\"date\"", refusal, &is_news), ERR_INVALID);
    assert_string_equal(failure(world, address), "cut");
    assert_int_equal(world_int(world, "SELECT count(*) FROM decision"), decisions);
    assert_int_equal(open_readings(world), 0);
    assert_int_equal(session_count(world), 1);
}

static void a_calendar_without_dates_is_well_read_and_cancels_nothing(void **state)
{
    struct world *world = *state;
    char refusal[CODE_BYTES];
    bool is_news = true;
    const int64_t address = add(world, build_partner(world, "La Clé des chants"), URL);
    (void)take(world, address, &(struct dated){0}, 1);
    (void)confirm(world, open_reading(world));
    assert_int_equal(try_take(world, address, end_line(world, 0, 0), refusal, &is_news), ERR_OK);
    assert_false(is_news);
    assert_string_equal(failure(world, address), "");
    assert_int_equal(session_count(world), 1);
    assert_int_equal(open_readings(world), 0);
}

static void changes_land_as_proposals_and_nothing_by_itself(void **state)
{
    struct world *world = *state;
    const int64_t address = add(world, build_partner(world, "La Clé des chants"), URL);
    assert_true(take(world, address, &(struct dated){0}, 1));
    assert_int_equal(session_count(world), 0);
    const struct calendar_reading reading = reading_of(world, open_reading(world));
    assert_string_equal(reading.source, "address");
    assert_int_equal(reading.staff_id, 0);
    (void)confirm(world, reading.id);
    assert_false(take(world, address, &(struct dated){0}, 1));
    assert_int_equal(open_readings(world), 0);
    assert_true(take(world, address, &(struct dated){.starts = "2026-09-15T15:00"}, 1));
    assert_int_equal(session_value(world, only_session(world), "starts_s"), at("2026-09-15T14:00"));
    assert_false(take(world, address, &(struct dated){0}, 1)); /* it was moved back meanwhile */
    assert_int_equal(open_readings(world), 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM calendar_row"), 0);
}

static void the_same_proposals_are_not_made_again_while_they_wait_or_once_dropped(void **state)
{
    struct world *world = *state;
    const int64_t address = add(world, build_partner(world, "La Clé des chants"), URL);
    const struct dated two[] = {{0}, {.uid = "b@x", .starts = "2026-09-16T14:00"}};
    assert_true(take(world, address, two, 1));
    const int64_t first = open_reading(world);
    assert_false(take(world, address, two, 1));
    assert_int_equal(open_reading(world), first); /* whoever looks at it is not disturbed */
    assert_int_equal(calendar_drop(world->db, first, desk(NADIA)), ERR_OK);
    assert_false(take(world, address, two, 1));
    assert_int_equal(open_readings(world), 0);
    assert_true(take(world, address, two, 2));
    assert_int_equal(reading_of(world, open_reading(world)).writes, 2);
    world_exec(world, "UPDATE calendar_reading SET state = 'expired', ended_at_s = read_at_s"
                      " WHERE state = 'open'");
    assert_true(take(world, address, two, 2)); /* nobody looked: it is asked again */
}

static void two_addresses_of_one_partner_do_not_drop_each_others_readings(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const int64_t first = add(world, partner, URL "?1");
    const int64_t second = add(world, partner, URL "?2");
    assert_true(take(world, first, &(struct dated){0}, 1));
    assert_true(take(world, second, &(struct dated){.uid = "b@x", .title = "Solfège"}, 1));
    (void)stage_one(world, partner, (struct dated){.uid = "c@x", .title = "Piano"});
    assert_int_equal(open_readings(world), 3);
    assert_true(take(world, second, &(struct dated){.uid = "b@x", .title = "Harpe"}, 1));
    assert_int_equal(open_readings(world), 3);
}

static void what_is_not_understood_is_counted_even_without_proposals(void **state)
{
    struct world *world = *state;
    const int64_t address = add(world, build_partner(world, "La Clé des chants"), URL);
    assert_false(take(world, address, &(struct dated){.is_day = true}, 1));
    assert_int_equal(fact(world, address, "not_understood"), 1);
}

static void what_the_fetching_process_said_is_clear_or_a_failure(void **state)
{
    struct world *world = *state;
    static const struct {
        const char *line, *failure;
        bool is_unchanged;
    } cases[] = {
        {"{\"is\":\"read\",\"etag\":\"W/\\\"a\\\"\",\"modified\":\"\"}", "", false},
        {"{\"is\":\"unchanged\"}", "", true},
        {"{\"is\":\"failure\",\"code\":\"tls\"}", "tls", false},
        {"{\"is\":\"failure\"}", "ended", false},
        {"{\"is\":\"more\"}", "ended", false},
        {"{\"is\":", "ended", false},
        {"", "ended", false},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct calendar_report report;
        assert_int_equal(calendar_address_report(world->db, cases[i].line, world->arena, &report),
                         ERR_OK);
        assert_string_equal(report.failure, cases[i].failure);
        assert_int_equal(report.is_unchanged, cases[i].is_unchanged);
        assert_string_equal(report.etag, i == 0 ? "W/\"a\"" : "");
    }
}

int main(void)
{
#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, world_setup, world_teardown)
    const struct CMUnitTest tests[] = {
        IN_WORLD(only_web_addresses_without_a_user_are_taken),
        IN_WORLD(an_address_is_given_once_and_ten_at_most),
        IN_WORLD(an_organiser_gives_and_takes_back_only_their_own),
        IN_WORLD(what_an_address_proposed_goes_with_it_and_sessions_stay),
        IN_WORLD(an_address_is_due_an_hour_after_it_was_tried),
        IN_WORLD(marks_are_sent_for_a_day_and_then_all_is_read_again),
        IN_WORLD(a_failure_keeps_the_date_of_the_last_good_reading),
        IN_WORLD(what_is_no_calendar_is_a_failure_and_touches_nothing),
        IN_WORLD(a_calendar_without_dates_is_well_read_and_cancels_nothing),
        IN_WORLD(changes_land_as_proposals_and_nothing_by_itself),
        IN_WORLD(the_same_proposals_are_not_made_again_while_they_wait_or_once_dropped),
        IN_WORLD(two_addresses_of_one_partner_do_not_drop_each_others_readings),
        IN_WORLD(what_the_fetching_process_said_is_clear_or_a_failure),
        IN_WORLD(what_is_not_understood_is_counted_even_without_proposals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
