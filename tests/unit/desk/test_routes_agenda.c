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

/* Every route of the agenda that an organiser may ask, with what is another association's: the id
 * goes where "%lld" stands. Each is refused, and writes nothing. */
static const struct {
    enum method method;
    const char *path;
    const char *body;
    enum { SESSION, ACTIVITY, BOOKING, PROPOSAL } of;
} HAND_MADE[] = {
    {METHOD_GET, "/api/agenda/session", "{\"session_id\":\"%lld\"}", SESSION},
    {METHOD_GET, "/api/agenda/proposals", "{\"session_id\":\"%lld\"}", SESSION},
    {METHOD_GET, "/api/agenda/names", "{\"session_id\":\"%lld\"}", SESSION},
    {METHOD_GET, "/api/agenda/attendance", "{\"session_id\":\"%lld\"}", SESSION},
    {METHOD_GET, "/api/agenda/activity", "{\"activity_id\":\"%lld\"}", ACTIVITY},
    {METHOD_POST, "/api/agenda/create",
     "{\"activity_id\":%lld,\"starts\":\"2026-10-06T14:00\",\"ends\":\"2026-10-06T16:00\"}",
     ACTIVITY},
    {METHOD_POST, "/api/agenda/extend",
     "{\"session_id\":%lld,\"starts\":\"2026-10-06T14:00\",\"ends\":\"2026-10-06T16:00\"}",
     SESSION},
    {METHOD_POST, "/api/agenda/act",
     "{\"session_id\":%lld,\"verb\":\"move\",\"starts\":\"2026-10-06T14:00\","
     "\"ends\":\"2026-10-06T16:00\"}",
     SESSION},
    {METHOD_POST, "/api/agenda/act",
     "{\"session_id\":%lld,\"verb\":\"postpone\",\"reason\":\"room\"}", SESSION},
    {METHOD_POST, "/api/agenda/act",
     "{\"session_id\":%lld,\"verb\":\"cancel\",\"reason\":\"room\"}", SESSION},
    {METHOD_POST, "/api/agenda/act",
     "{\"session_id\":%lld,\"verb\":\"tell\",\"words\":\"Bonjour\"}", SESSION},
    {METHOD_POST, "/api/agenda/change",
     "{\"session_id\":%lld,\"capacity\":9,\"least_people\":0,\"place\":\"Ailleurs\"}", SESSION},
    {METHOD_POST, "/api/agenda/proposal", "{\"request_id\":%lld}", PROPOSAL},
    {METHOD_POST, "/api/agenda/undo", "{\"request_id\":%lld,\"no\":2}", BOOKING},
    {METHOD_POST, "/api/agenda/activity",
     "{\"activity_id\":%lld,\"kind\":\"workshop\",\"title\":\"Le mien\",\"icon\":\"tools\","
     "\"subscriber_cents\":-1,\"rule\":\"desk\"}",
     ACTIVITY},
    {METHOD_POST, "/api/agenda/attendance",
     "{\"session_id\":%lld,\"is_complete\":true,\"adults\":3}", SESSION},
    {METHOD_POST, "/api/agenda/walk-in", "{\"session_id\":%lld,\"adults\":1}", SESSION},
    {METHOD_POST, "/api/agenda/forget", "{\"request_id\":%lld,\"no\":1}", BOOKING},
};

static bool is_hand_made(const struct route *route)
{
    for (size_t i = 0; i < ARRAY_LEN(HAND_MADE); i++) {
        if (HAND_MADE[i].method == route->method && strcmp(HAND_MADE[i].path, route->path) == 0) {
            return true;
        }
    }
    return false;
}

static void each_route_that_organisers_have_is_tried_by_hand(void **state)
{
    /* What shows nobody's line, or only their own. */
    static const char *const open[] = {"/api/agenda", "/api/agenda/choices", "/api/agenda/dates",
                                       "/api/agenda/organiser"};
    const struct route *route = NULL;
    int counted = 0;
    (void)state;
    for (size_t i = 0; (route = route_at(i)) != NULL; i++) {
        bool is_open = false;
        for (size_t k = 0; k < ARRAY_LEN(open); k++) {
            is_open = is_open || strcmp(open[k], route->path) == 0;
        }
        if (strncmp(route->path, "/api/agenda", strlen("/api/agenda")) == 0 && !is_open) {
            assert_int_equal(is_hand_made(route), route->least == ROLE_ORGANISER);
            counted++;
        }
    }
    assert_true(counted > 10);
}

static void a_hand_made_request_reaches_no_other_associations_line(void **state)
{
    struct world *world = *state;
    const struct association mine = build_association(world, "10", "automatic");
    const struct association theirs = build_association(world, "11", "desk");
    const int64_t activity = build_their_activity(world, &theirs);
    const int64_t session = add_session(world, activity, "2026-09-15T14:00", 8);
    const int64_t booking = build_booking(world, session, "confirmed", 2, 0);
    struct session_done done;
    struct outcome outcome;
    struct session_act move = act_on(session, VERB_MOVE, SESSION_ALONE);
    move.actor = theirs.organiser;
    move.starts_s = at("2026-09-16T14:00");
    move.ends_s = at("2026-09-16T16:00");
    assert_int_equal(session_act(world->db, &move, &done), ERR_OK);
    const int64_t proposal = world_int(world, "SELECT max(id) FROM request");
    set_time("2026-09-15T15:00");
    assert_int_equal(move_by(world, booking, VERB_MARK_ABSENT, theirs.organiser, &outcome), ERR_OK);
    const int64_t ids[] = {
        [SESSION] = session, [ACTIVITY] = activity, [BOOKING] = booking, [PROPOSAL] = proposal};
    const struct visitor visitor = {.world = world,
                                    .role = ROLE_ORGANISER,
                                    .staff_id = mine.organiser.staff_id,
                                    .partner_id = mine.partner_id};
    const char *state_of_all =
        "SELECT (SELECT count(*) FROM decision) + (SELECT count(*) FROM request)"
        " + (SELECT sum(length(title)) FROM activity)"
        " + (SELECT sum(coalesce(capacity, 0) + length(place)) FROM session)";
    const int64_t before = world_int(world, state_of_all);
    for (size_t i = 0; i < ARRAY_LEN(HAND_MADE); i++) {
        enum err err = ERR_OK;
        const char *body = body_with(world, HAND_MADE[i].body, ids[HAND_MADE[i].of], 0);
        if (HAND_MADE[i].method == METHOD_GET) {
            (void)get_as(&visitor, HAND_MADE[i].path, body, &err);
        } else {
            (void)post_as(&visitor, HAND_MADE[i].path, body, &err);
        }
        if (err != ERR_DENIED && err != ERR_NOT_FOUND) {
            fail_msg("%s %s: %s", HAND_MADE[i].path, body, err_name(err));
        }
        assert_int_equal(world_int(world, state_of_all), before);
    }
}

static void organisers_read_first_names_and_nothing_else_of_anybody(void **state)
{
    struct world *world = *state;
    enum err err = ERR_OK;
    const struct association of = build_association(world, "10", "desk");
    const int64_t session =
        add_session(world, build_their_activity(world, &of), "2026-09-15T14:00", 8);
    const int64_t booking = build_booking(world, session, "confirmed", 2, 0);
    const int64_t household = build_household(world, "0412", "Lucie");
    world_exec(world,
               "INSERT INTO household_contact(household_id, family_name, phone)"
               " VALUES (%lld, 'Darettier', '06 39 98 04 12');"
               "INSERT INTO request_owner(request_id, no, household_id, since_s)"
               " VALUES (%lld, 1, %lld, 1);"
               "INSERT INTO request_contact(request_id, first_name, phone, for_name)"
               " VALUES (%lld, 'Rosa', '06 39 98 04 13', '')",
               (long long)household, (long long)booking, (long long)household, (long long)booking);
    const struct visitor visitor = {.world = world,
                                    .role = ROLE_ORGANISER,
                                    .staff_id = of.organiser.staff_id,
                                    .partner_id = of.partner_id};
    static const char *const paths[] = {"/api/agenda/names", "/api/agenda/attendance",
                                        "/api/agenda/session", "/api/agenda/organiser"};
    for (size_t i = 0; i < ARRAY_LEN(paths); i++) {
        const char *json = get_as(&visitor, paths[i], body_of(world, "session_id", session), &err);
        assert_int_equal(err, ERR_OK);
        assert_true(i > 1 || strstr(json, "Rosa") != NULL);
        static const char *const hidden[] = {"Darettier", "06 39", "0412", "household", "phone"};
        for (size_t k = 0; k < ARRAY_LEN(hidden); k++) {
            assert_null(strstr(json, hidden[k]));
        }
    }
    /* Nor whether a household is there. */
    set_time("2026-09-15T15:00");
    const char *body = "{\"session_id\":%lld,\"adults\":1,\"household\":\"%04lld\"}";
    (void)post_as(&visitor, "/api/agenda/walk-in", body_with(world, body, session, 412), &err);
    assert_int_equal(err, ERR_DENIED);
    (void)post_as(&visitor, "/api/agenda/walk-in", body_with(world, body, session, 413), &err);
    assert_int_equal(err, ERR_DENIED);
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
        cmocka_unit_test(each_route_that_organisers_have_is_tried_by_hand),
        TEST(a_hand_made_request_reaches_no_other_associations_line),
        TEST(organisers_read_first_names_and_nothing_else_of_anybody),
        TEST(pages_of_the_agenda_follow_each_other),
        TEST(a_series_is_looked_at_then_made),
        TEST(what_would_be_touched_is_told_before),
        TEST(names_stand_in_the_list_and_only_first_names_on_paper),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
