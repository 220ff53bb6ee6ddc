/* The agenda's routes: who sees which lines, and fields on their way to the core. */
#include "support_desk.h"

#include <string.h>

static struct visitor concierge(struct world *world)
{
    return (struct visitor){.world = world, .role = ROLE_CONCIERGE, .staff_id = NADIA};
}

static struct visitor organiser(struct world *world, int64_t partner_id)
{
    return (struct visitor){
        .world = world, .role = ROLE_ORGANISER, .staff_id = KARIM, .partner_id = partner_id};
}

/* An activity of a partner of its own. */
static int64_t build_partner(struct world *world, const char *name, int64_t *activity_id)
{
    world_exec(world, "INSERT INTO partner(name) VALUES (%Q)", name);
    const int64_t partner_id = world_int(world, "SELECT max(id) FROM partner");
    *activity_id = build_activity(world, "desk");
    world_exec(world, "UPDATE activity SET partner_id = %lld WHERE id = %lld",
               (long long)partner_id, (long long)*activity_id);
    return partner_id;
}

static const char *body_of(struct world *world, const char *format, int64_t id)
{
    return arena_printf(world->arena, "{\"%s\":\"%lld\"}", format, (long long)id);
}

static void an_organiser_reaches_no_line_but_their_associations(void **state)
{
    struct world *world = *state;
    enum err err = ERR_OK;
    int64_t mine = 0;
    int64_t theirs = 0;
    const int64_t partner_id = build_partner(world, "La Corde", &mine);
    const int64_t other_id = build_partner(world, "Le Rabot", &theirs);
    const int64_t my_session = add_session(world, mine, "2026-09-15T14:00", 8);
    const int64_t other_session = add_session(world, theirs, "2026-09-15T16:00", 8);
    const int64_t house_session =
        add_session(world, build_activity(world, "desk"), "2026-09-15T18:00", 8);
    const struct visitor visitor = organiser(world, partner_id);
    const char *all = "{\"from_s\":\"0\",\"until_s\":\"99999999999\"}";
    const char *json = get_as(&visitor, "/api/agenda", all, &err);
    assert_int_equal(err, ERR_OK);
    assert_int_equal(json_number(world, json, "lines[0].session_id"), my_session);
    assert_int_equal(json_number(world, json, "lines[1].session_id"), -1);
    /* Asking for another's does not help. */
    json = get_as(&visitor, "/api/agenda",
                  arena_printf(world->arena,
                               "{\"until_s\":\"99999999999\",\"of_partner_id\":\"%lld\","
                               "\"partner_id\":\"%lld\",\"sees_all\":\"1\"}",
                               (long long)other_id, (long long)other_id),
                  &err);
    assert_int_equal(err, ERR_OK);
    assert_int_equal(json_number(world, json, "lines[0].session_id"), -1);
    const char *path = "/api/agenda/session";
    (void)get_as(&visitor, path, body_of(world, "session_id", my_session), &err);
    assert_int_equal(err, ERR_OK);
    const int64_t hidden[] = {other_session, house_session};
    for (size_t i = 0; i < ARRAY_LEN(hidden); i++) {
        (void)get_as(&visitor, path, body_of(world, "session_id", hidden[i]), &err);
        assert_int_equal(err, ERR_NOT_FOUND);
    }
    /* One whose association is not noted sees nothing, rather than all. */
    const struct visitor nobodys = organiser(world, 0);
    json = get_as(&nobodys, "/api/agenda", all, &err);
    assert_int_equal(json_number(world, json, "lines[0].session_id"), -1);
    (void)get_as(&nobodys, path, body_of(world, "session_id", house_session), &err);
    assert_int_equal(err, ERR_NOT_FOUND);
    /* A concierge sees all, whichever association they may belong to. */
    struct visitor desk_of_all = concierge(world);
    desk_of_all.partner_id = partner_id;
    json = get_as(&desk_of_all, "/api/agenda", all, &err);
    assert_int_equal(json_number(world, json, "lines[2].session_id"), house_session);
}

static void organisers_may_do_nothing_but_look_at_the_agenda(void **state)
{
    const struct route *route = NULL;
    int counted = 0;
    (void)state;
    for (size_t i = 0; (route = route_at(i)) != NULL; i++) {
        if (strncmp(route->path, "/api/agenda", strlen("/api/agenda")) != 0) {
            continue;
        }
        const bool is_looking =
            route->method == METHOD_GET && (strcmp(route->path, "/api/agenda") == 0 ||
                                            strcmp(route->path, "/api/agenda/session") == 0);
        assert_int_equal(route->least, is_looking ? ROLE_ORGANISER : ROLE_CONCIERGE);
        counted++;
    }
    assert_true(counted > 10);
}

static void pages_of_the_agenda_follow_each_other(void **state)
{
    struct world *world = *state;
    enum err err = ERR_OK;
    const struct visitor visitor = concierge(world);
    const int64_t activity_id = build_activity(world, "desk");
    const int64_t first = add_weekly(world, activity_id, "2026-09-15T14:00", 8, 2);
    const char *json = get_as(&visitor, "/api/agenda",
                              arena_printf(world->arena,
                                           "{\"until_s\":\"99999999999\",\"kind\":\"workshop\","
                                           "\"after_s\":\"%lld\",\"after_id\":\"%lld\"}",
                                           (long long)at("2026-09-15T14:00"), (long long)first),
                              &err);
    assert_int_equal(err, ERR_OK);
    assert_int_equal(json_number(world, json, "lines[0].session_id"),
                     nth_of_series(world, first, 1));
    assert_int_equal(json_number(world, json, "is_more"), 0);
    json = get_as(&visitor, "/api/agenda", "{\"until_s\":\"99999999999\",\"kind\":\"cafe\"}", &err);
    assert_int_equal(json_number(world, json, "lines[0].session_id"), -1);
}

static void a_series_is_looked_at_then_made(void **state)
{
    struct world *world = *state;
    enum err err = ERR_OK;
    const struct visitor visitor = concierge(world);
    const int64_t activity_id = build_activity(world, "desk");
    (void)build_closing(world, "2026-09-22T00:00", "2026-09-23T00:00", "holiday");
    const char *json =
        get_as(&visitor, "/api/agenda/dates",
               "{\"starts\":\"2026-09-15T14:00\",\"ends\":\"2026-09-15T16:00\",\"weeks\":\"1\","
               "\"times\":\"3\",\"skips\":\"2026-09-29\",\"skips_closed\":\"1\"}",
               &err);
    assert_int_equal(err, ERR_OK);
    assert_int_equal(json_number(world, json, "lines[1].is_closed"), 1);
    assert_int_equal(json_number(world, json, "lines[2].is_left_out"), 1);
    assert_int_equal(json_number(world, json, "lines[4].starts_s"), at("2026-10-13T14:00"));
    json = post_as(&visitor, "/api/agenda/create",
                   arena_printf(world->arena,
                                "{\"activity_id\":%lld,\"starts\":\"2026-09-15T14:00\","
                                "\"ends\":\"2026-09-15T16:00\",\"weeks\":1,\"until\":"
                                "\"2026-10-13\",\"skips\":\"2026-09-29\",\"skips_closed\":1,"
                                "\"place\":\"Atelier\",\"capacity\":8,\"is_draft\":true}",
                                (long long)activity_id),
                   &err);
    assert_int_equal(err, ERR_OK);
    assert_int_equal(json_number(world, json, "sessions"), 3);
    assert_int_equal(state_now(world, json_number(world, json, "session_id")), STATE_DRAFT);
    (void)get_as(&visitor, "/api/agenda/dates",
                 "{\"starts\":\"2026-09-15T14:00\",\"ends\":\"2026-09-15T16:00\","
                 "\"skips\":\"tomorrow\"}",
                 &err);
    assert_int_equal(err, ERR_INVALID);
}

static void what_would_be_touched_is_told_before(void **state)
{
    struct world *world = *state;
    enum err err = ERR_OK;
    const struct visitor visitor = concierge(world);
    const int64_t first =
        add_weekly(world, build_activity(world, "desk"), "2026-09-15T14:00", 8, 3);
    (void)build_booking(world, first, "confirmed", 2, 0);
    (void)build_booking(world, nth_of_series(world, first, 2), "waitlisted", 1, 2);
    const char *json =
        get_as(&visitor, "/api/agenda/session", body_of(world, "session_id", first), &err);
    assert_int_equal(err, ERR_OK);
    assert_int_equal(json_number(world, json, "following"), 2);
    assert_int_equal(json_number(world, json, "reach.people"), 2);
    assert_int_equal(json_number(world, json, "reach_following.bookings"), 1);
    assert_int_equal(json_number(world, json, "reach_following.people"), 3);
}

static void names_stand_in_the_list_and_only_first_names_on_paper(void **state)
{
    struct world *world = *state;
    enum err err = ERR_OK;
    const struct visitor visitor = concierge(world);
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t id = add_session(world, build_activity(world, "desk"), "2026-09-09T14:00", 8);
    struct ask ask = seats(id, 2, 0, member(home));
    world_exec(world, "INSERT INTO household_contact(household_id, family_name, phone)"
                      " SELECT max(id), 'Ferreira', '0388000000' FROM household");
    ask.actor.person_id = world_int(world, "SELECT max(id) FROM person");
    (void)must_ask(world, ask);
    const char *body = body_of(world, "session_id", id);
    const char *json = get_as(&visitor, "/api/agenda/bookings", body, &err);
    assert_int_equal(err, ERR_OK);
    assert_non_null(strstr(json, "Alma Ferreira"));
    world_exec(world, "DROP TRIGGER state_change_needs_decision;"
                      "UPDATE request_state SET state = 'confirmed' WHERE kind = 'booking'");
    json = get_as(&visitor, "/api/agenda/attendance", body, &err);
    assert_int_equal(err, ERR_OK);
    assert_non_null(strstr(json, "Alma"));
    assert_null(strstr(json, "Ferreira"));
    assert_null(strstr(json, "0388000000"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_organiser_reaches_no_line_but_their_associations),
        cmocka_unit_test(organisers_may_do_nothing_but_look_at_the_agenda),
        TEST(pages_of_the_agenda_follow_each_other),
        TEST(a_series_is_looked_at_then_made),
        TEST(what_would_be_touched_is_told_before),
        TEST(names_stand_in_the_list_and_only_first_names_on_paper),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
