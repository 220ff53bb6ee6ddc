/* What other programs are told of the agenda, and what they are not. */
#include "support_session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/activities.h"
#include "core/codes.h"
#include "core/feed.h"
#include "core/feed_words.h"
#include "core/house.h"
#include "core/house_edit.h"

static const char *feed_of(struct world *world, int64_t partner_id)
{
    const char *text = "";
    assert_int_equal(feed_write(world->db, partner_id, world->arena, &text), ERR_OK);
    return text;
}

static const char *feed(struct world *world)
{
    return feed_of(world, 0);
}

static int count_of(const char *text, const char *part)
{
    int count = 0;
    for (const char *at = text; (at = strstr(at, part)) != NULL; at += strlen(part)) {
        count++;
    }
    return count;
}

#define must_say(text, part)                                                                       \
    do {                                                                                           \
        if (strstr(text, part) == NULL) {                                                          \
            fail_msg("\"%s\" is missing in\n%s", part, text);                                      \
        }                                                                                          \
    } while (false)

/* As a reader sees it. */
static const char *unfolded(struct world *world, const char *text)
{
    char *out = arena_strdup(world->arena, text);
    size_t len = 0;
    for (const char *at = text; *at != '\0';) {
        if (strncmp(at, "\r\n ", 3) == 0) {
            at += 3;
        } else {
            out[len++] = *at++;
        }
    }
    out[len] = '\0';
    return out;
}

static long sequence_in(const char *text)
{
    const char *at = strstr(text, "SEQUENCE:");
    assert_non_null(at);
    return strtol(at + strlen("SEQUENCE:"), NULL, 10);
}

static void act(struct world *world, int64_t session_id, enum verb verb, const char *starts)
{
    struct session_act act = act_on(session_id, verb, SESSION_ALONE);
    struct session_done done;
    act.reason_code = verb == VERB_CANCEL || verb == VERB_POSTPONE ? "weather" : "";
    if (starts != NULL) {
        act.starts_s = at(starts);
        act.ends_s = act.starts_s + 2 * 3600;
    }
    assert_int_equal(session_act(world->db, &act, &done), ERR_OK);
}

/* ---- What stands there ---- */

static void a_session_is_an_entry_of_the_zone(void **state)
{
    struct world *world = *state;
    const int64_t id = add_session(world, build_activity(world, "desk"), "2026-09-09T14:00", 4);
    world_exec(
        world,
        "UPDATE activity SET title = 'Vélo; pneus, freins', summary = 'Venez' || char(10) || "
        "'avec \\ lui', bring = 'un chiffon', least_age = 12, price_cents = 350, subscriber_cents "
        "= 0");
    world_exec(world, "UPDATE session SET place = 'Cour, 1' WHERE request_id = %lld",
               (long long)id);
    const char *text = unfolded(world, feed(world));
    must_say(text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:");
    must_say(text, "\r\nNAME:Agenda – Maison des tests\r\n");
    must_say(text, "\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n");
    must_say(text, "\r\nDTSTART;TZID=Europe/Paris:20260909T140000\r\n");
    must_say(text, "\r\nDTEND;TZID=Europe/Paris:20260909T160000\r\n");
    must_say(text, "\r\nDTSTAMP:20260908T144200Z\r\n");
    must_say(text, "\r\nSUMMARY:Vélo\\; pneus\\, freins\r\n");
    must_say(text,
             "\r\nDESCRIPTION:Venez\\navec \\\\ lui\\nÀ partir de 12\u00a0ans.\\nGratuit pour "
             "les foyers abonnés\\, sinon 3\\,50\u00a0€.\\nÀ apporter\u00a0: un chiffon\\nSur "
             "réservation");
    must_say(text, "\r\nLOCATION:Cour\\, 1\\, Maison des tests\r\n");
    must_say(text, "\r\nSTATUS:CONFIRMED\r\n");
    must_say(text, "\r\nCATEGORIES:Ateliers\r\n");
    assert_null(strstr(text, "METHOD"));
    assert_string_equal(text + strlen(text) - 15, "END:VCALENDAR\r\n");
}

static void an_empty_agenda_is_a_calendar_all_the_same(void **state)
{
    const char *text = feed(*state);
    must_say(text, "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n");
    assert_null(strstr(text, "VEVENT"));
}

static void nothing_changes_while_nothing_changed(void **state)
{
    struct world *world = *state;
    (void)add_session(world, build_activity(world, "desk"), "2026-09-09T14:00", 4);
    const char *before = feed(world);
    set_time("2026-09-08T17:59");
    assert_string_equal(feed(world), before);
}

static void a_partner_has_its_own_lines(void **state)
{
    struct world *world = *state;
    const char *text = "";
    const int64_t own_id = build_activity(world, "desk");
    (void)add_session(world, own_id, "2026-09-09T14:00", 4);
    (void)add_session(world, build_activity(world, "desk"), "2026-09-10T14:00", 4);
    world_exec(world, "INSERT INTO partner(id, name) VALUES (7, 'La Corde Alliée')");
    world_exec(world, "UPDATE activity SET partner_id = 7 WHERE id = %lld", (long long)own_id);
    assert_int_equal(count_of(feed(world), "BEGIN:VEVENT"), 2);
    const char *theirs = unfolded(world, feed_of(world, 7));
    assert_int_equal(count_of(theirs, "BEGIN:VEVENT"), 1);
    must_say(theirs, "DTSTART;TZID=Europe/Paris:20260909T140000");
    must_say(theirs, "NAME:La Corde Alliée – Agenda – Maison des tests\r\n");
    must_say(theirs, "Avec La Corde Alliée.");
    assert_int_equal(feed_write(world->db, 8, world->arena, &text), ERR_NOT_FOUND);
    assert_string_equal(text, "");
}

static void what_was_not_announced_is_told_to_nobody(void **state)
{
    struct world *world = *state;
    const struct session_plan plan = {.activity_id = build_activity(world, "desk"),
                                      .starts_s = at("2026-09-09T14:00"),
                                      .ends_s = at("2026-09-09T16:00"),
                                      .place = "",
                                      .capacity = 4};
    int64_t id = 0;
    struct outcome outcome;
    assert_int_equal(house_begin(world->db, at(WORLD_NOW)), ERR_OK);
    assert_int_equal(
        db_end(world->db, sessions_add(world->db, &plan, VERB_DRAFT, desk(NADIA), &id)), ERR_OK);
    assert_int_equal(count_of(feed(world), "VEVENT"), 0);
    assert_int_equal(move_by(world, id, VERB_CANCEL, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(count_of(feed(world), "VEVENT"), 0);
}

static void who_comes_and_how_many_is_not_told(void **state)
{
    struct world *world = *state;
    const int64_t id = add_session(world, build_activity(world, "desk"), "2026-09-09T14:00", 4);
    const char *before = feed(world);
    (void)must_ask(world, seats(id, 2, 0, member(build_household(world, "0087", "Alma"))));
    assert_string_equal(feed(world), before);
}

/* ---- What changes ---- */

static struct activity workshop(int64_t id, const char *title, const char *bring,
                                int64_t partner_id)
{
    return (struct activity){.id = id,
                             .kind = "workshop",
                             .title = title,
                             .summary = "",
                             .icon = "build",
                             .partner_id = partner_id,
                             .spoken = "",
                             .bring = bring,
                             .rule = {.code = "desk", .training = ""},
                             .subscriber_cents = -1};
}

static void each_change_raises_the_number_and_keeps_the_identifier(void **state)
{
    struct world *world = *state;
    struct session_done done;
    struct edit_fault fault = {0};
    int64_t activity_id = build_activity(world, "desk");
    const int64_t id = add_session(world, activity_id, "2026-09-09T14:00", 4);
    long before = sequence_in(feed(world));
    const char *uid = strstr(feed(world), "UID:");
    const size_t len = strcspn(uid, "\r");
    const struct activity other = workshop(activity_id, "Autre titre", "", 0);
    for (int i = 0; i < 6; i++) {
        struct session_change change = change_of(id, SESSION_ALONE);
        set_time(i == 0 ? "2026-09-08T16:50" : "2026-09-08T16:51");
        switch (i) {
        case 0:
            act(world, id, VERB_MOVE, "2026-09-10T14:00");
            break;
        case 1:
            change.place = "Salle verte";
            assert_int_equal(session_change(world->db, &change, &done), ERR_OK);
            break;
        case 2:
            assert_int_equal(activity_save(world->db, &other, desk(NADIA), &fault, &activity_id),
                             ERR_OK);
            break;
        case 3:
            act(world, id, VERB_POSTPONE, NULL);
            break;
        case 4:
            act(world, id, VERB_PUBLISH, "2026-09-11T14:00");
            break;
        default:
            act(world, id, VERB_CANCEL, NULL);
            break;
        }
        const char *text = feed(world);
        assert_true(sequence_in(text) > before);
        assert_int_equal(strncmp(strstr(text, "UID:"), uid, len), 0);
        must_say(text,
                 i == 0 ? "LAST-MODIFIED:20260908T145000Z" : "LAST-MODIFIED:20260908T145100Z");
        before = sequence_in(text);
    }
}

static void an_activity_written_again_as_it_was_is_no_news(void **state)
{
    struct world *world = *state;
    struct edit_fault fault = {0};
    int64_t activity_id = build_activity(world, "desk");
    (void)add_session(world, activity_id, "2026-09-09T14:00", 4);
    const struct activity same = workshop(activity_id, "Atelier", "", 0);
    assert_int_equal(activity_save(world->db, &same, desk(NADIA), &fault, &activity_id), ERR_OK);
    const char *before = feed(world);
    set_time("2026-09-08T16:50");
    assert_int_equal(activity_save(world->db, &same, desk(NADIA), &fault, &activity_id), ERR_OK);
    assert_string_equal(feed(world), before);
}

static void what_to_bring_and_other_names_are_news(void **state)
{
    struct world *world = *state;
    struct edit_fault fault = {0};
    int64_t activity_id = build_activity(world, "desk");
    int64_t partner_id = 7;
    (void)add_session(world, activity_id, "2026-09-09T14:00", 4);
    world_exec(world, "INSERT INTO partner(id, name) VALUES (7, 'La Corde'), (8, 'Autre')");
    const struct activity other = workshop(activity_id, "Atelier", "des gants", 7);
    long before = sequence_in(feed(world));
    set_time("2026-09-08T16:50");
    assert_int_equal(activity_save(world->db, &other, desk(NADIA), &fault, &activity_id), ERR_OK);
    assert_true(sequence_in(feed(world)) > before);
    before = sequence_in(feed(world));
    set_time("2026-09-08T16:51");
    struct edit_partner partner = {
        .id = 7, .name = "La Corde", .summary = "x", .hours = "", .place = "", .phone = ""};
    assert_int_equal(catalogue_save_partner(world->db, &partner, &partner_id, &fault), ERR_OK);
    assert_int_equal(house_set_site(world->db, "Maison des tests", "ailleurs"), ERR_OK);
    assert_int_equal(sequence_in(feed(world)), before);
    partner.name = "La Corde Alliée";
    assert_int_equal(catalogue_save_partner(world->db, &partner, &partner_id, &fault), ERR_OK);
    assert_int_equal(sequence_in(feed(world)), before + 1);
    must_say(feed(world), "LAST-MODIFIED:20260908T145100Z");
    assert_int_equal(house_set_site(world->db, "La Maison", ""), ERR_OK);
    assert_int_equal(sequence_in(feed(world)), before + 2);
}

static void a_cancelled_session_stays_thirty_days_and_says_why(void **state)
{
    struct world *world = *state;
    const int64_t id = add_session(world, build_activity(world, "desk"), "2026-09-09T14:00", 4);
    act(world, id, VERB_CANCEL, NULL);
    const char *text = unfolded(world, feed(world));
    must_say(text, "STATUS:CANCELLED\r\n");
    must_say(text, "SUMMARY:Annulé\u00a0: ");
    must_say(text, "DESCRIPTION:Cette date est annulée\u00a0: à cause de la météo.");
    assert_null(strstr(text, "Sur réservation"));
    set_time("2026-10-09T09:00");
    must_say(feed(world), "STATUS:CANCELLED\r\n");
    set_time("2026-10-10T09:00");
    assert_int_equal(count_of(feed(world), "VEVENT"), 0);
}

static void a_postponed_session_is_off_or_tentative_as_its_date_is_known(void **state)
{
    struct world *world = *state;
    const int64_t id = add_session(world, build_activity(world, "desk"), "2026-09-09T14:00", 4);
    act(world, id, VERB_POSTPONE, NULL);
    const char *text = unfolded(world, feed(world));
    must_say(text, "STATUS:CANCELLED\r\n");
    must_say(text, "SUMMARY:Reporté\u00a0: ");
    must_say(text, "DTSTART;TZID=Europe/Paris:20260909T140000");
    act(world, id, VERB_PUBLISH, "2026-09-16T14:00");
    must_say(feed(world), "STATUS:CONFIRMED\r\n");
    struct session_act later = act_on(id, VERB_POSTPONE, SESSION_ALONE);
    struct session_done done;
    later.reason_code = "room";
    later.starts_s = at("2026-09-23T14:00");
    later.ends_s = at("2026-09-23T16:00");
    assert_int_equal(session_act(world->db, &later, &done), ERR_OK);
    text = unfolded(world, feed(world));
    must_say(text, "STATUS:TENTATIVE\r\n");
    must_say(text, "DTSTART;TZID=Europe/Paris:20260923T140000");
    must_say(text, "La précédente est reportée\u00a0: la salle n’est pas disponible.");
}

static void more_sessions_than_it_holds_are_refused(void **state)
{
    struct world *world = *state;
    const int64_t id = add_session(world, build_activity(world, "desk"), "2026-09-09T14:00", 4);
    world_exec(world,
               "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
               "INSERT INTO request(id, uid, kind, channel, lang, asked_at_s, recorded_at_s, "
               "for_whom, is_private, is_danger) SELECT 1000 + i, randomblob(16), 'session', "
               "'desk', 'fr', 1, 1, 'self', 0, 0 FROM n",
               FEED_SESSIONS_MAX - 1);
    world_exec(world, "INSERT INTO session(request_id, activity_id, starts_s, ends_s) "
                      "SELECT r.id, x.activity_id, x.starts_s, x.ends_s FROM request AS r, "
                      "session AS x WHERE r.id > 1000");
    world_exec(world,
               "INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, "
               "from_state, to_state, holds) SELECT id, 1, 1, 1, 'house', 'publish', '', "
               "'published', 0 FROM request WHERE id > 1000");
    world_exec(world,
               "INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, "
               "waits, is_ended, is_danger, adults, children, holds) SELECT id, 1, "
               "'session', 'published', 1, 1, 0, 0, 0, 0, 0, 0 FROM request WHERE id > 1000");
    assert_int_equal(count_of(feed(world), "BEGIN:VEVENT"), FEED_SESSIONS_MAX);
    (void)id;
    (void)add_session(world, build_activity(world, "desk"), "2026-09-10T14:00", 4);
    const char *text = "";
    assert_int_equal(feed_write(world->db, 0, world->arena, &text), ERR_FULL);
    assert_string_equal(text, "");
}

static void every_code_has_its_words(void **state)
{
    struct world *world = *state;
    size_t count = 0;
    const char *const *kinds = activity_kind_codes(&count);
    for (size_t i = 0; i < count; i++) {
        assert_string_not_equal(feed_category(kinds[i]), "");
    }
    assert_string_equal(feed_category("unheard_of"), "");
    const char *const *reasons = session_reason_codes(&count);
    for (size_t i = 0; i < count; i++) {
        struct feed_session session = {
            .state = STATE_CANCELLED, .summary = "", .partner = "", .bring = ""};
        (void)snprintf(session.reason, sizeof(session.reason), "%s", reasons[i]);
        const char *text = feed_description(&session, world->arena);
        assert_int_equal(strstr(text, "\u00a0: ") != NULL, strcmp(reasons[i], "other") != 0);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_session_is_an_entry_of_the_zone),
        TEST(an_empty_agenda_is_a_calendar_all_the_same),
        TEST(nothing_changes_while_nothing_changed),
        TEST(a_partner_has_its_own_lines),
        TEST(what_was_not_announced_is_told_to_nobody),
        TEST(who_comes_and_how_many_is_not_told),
        TEST(each_change_raises_the_number_and_keeps_the_identifier),
        TEST(an_activity_written_again_as_it_was_is_no_news),
        TEST(what_to_bring_and_other_names_are_news),
        TEST(a_cancelled_session_stays_thirty_days_and_says_why),
        TEST(a_postponed_session_is_off_or_tentative_as_its_date_is_known),
        TEST(more_sessions_than_it_holds_are_refused),
        TEST(every_code_has_its_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
