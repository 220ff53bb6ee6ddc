/* What the agenda's page sends, down to the rows. */
#include "support_desk.h"

#include <stdio.h>

static struct visitor nadia(struct world *world)
{
    return (struct visitor){.world = world, .role = ROLE_CONCIERGE, .staff_id = NADIA};
}

/* The answer to a POST that must work. %lld: ids. */
static const char *post(struct world *world, const char *path, const char *format, int64_t a,
                        int64_t b)
{
    enum err err = ERR_OK;
    const struct visitor visitor = nadia(world);
    char *body = arena_alloc(world->arena, 1000);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    (void)snprintf(body, 1000, format, (long long)a, (long long)b);
#pragma GCC diagnostic pop
    const char *json = post_as(&visitor, path, body, &err);
    if (err != ERR_OK) {
        fail_msg("%s %s: %s", path, body, err_name(err));
    }
    return json;
}

static enum err post_err(struct world *world, const char *path, const char *body)
{
    enum err err = ERR_OK;
    const struct visitor visitor = nadia(world);
    (void)post_as(&visitor, path, body, &err);
    return err;
}

static void a_session_and_those_after_it_move_and_come_back(void **state)
{
    struct world *world = *state;
    const int64_t first =
        add_weekly(world, build_activity(world, "desk"), "2026-09-15T14:00", 8, 2);
    const int64_t second = nth_of_series(world, first, 1);
    const char *json = post(world, "/api/agenda/act",
                            "{\"session_id\":%lld,\"no\":%lld,\"verb\":\"move\","
                            "\"with_following\":true,\"starts\":\"2026-09-16T15:00\","
                            "\"ends\":\"2026-09-16T17:00\",\"reason\":\"room\"}",
                            first, 1);
    assert_int_equal(json_number(world, json, "sessions"), 2);
    assert_int_equal(session_value(world, second, "starts_s"), at("2026-09-23T15:00"));
    (void)post(world, "/api/agenda/undo", "{\"request_id\":%lld,\"no\":%lld}", first,
               json_number(world, json, "no"));
    assert_int_equal(session_value(world, second, "starts_s"), at("2026-09-22T14:00"));
}

static void seats_and_place_change_together(void **state)
{
    struct world *world = *state;
    const int64_t id = add_session(world, build_activity(world, "desk"), "2026-09-15T14:00", 8);
    (void)post(world, "/api/agenda/change",
               "{\"session_id\":%lld,\"no\":%lld,\"capacity\":12,\"least_people\":4,"
               "\"place\":\"Jardin\"}",
               id, 1);
    assert_int_equal(
        session_value(world, id, "capacity = 12 AND least_people = 4 AND place = 'Jardin'"), 1);
}

/* 2^32 + 12, 2^32 + 1 and 1 - 2^32: what is left of them in an int could be. */
static void a_number_too_large_is_refused_and_not_cut(void **state)
{
    static const char *const bodies[] = {
        "{\"session_id\":%lld,\"no\":%lld,\"capacity\":4294967308,\"place\":\"Jardin\"}",
        "{\"session_id\":%lld,\"no\":429496729%lld,\"capacity\":12,\"place\":\"Jardin\"}",
        "{\"session_id\":%lld,\"no\":-429496729%lld,\"capacity\":12,\"place\":\"Jardin\"}",
    };
    struct world *world = *state;
    const int64_t id = add_session(world, build_activity(world, "desk"), "2026-09-15T14:00", 8);
    for (size_t i = 0; i < ARRAY_LEN(bodies); i++) {
        const char *body = body_with(world, bodies[i], id, i == 0 ? 1 : 7 - 2 * (int64_t)(i - 1));
        assert_int_equal(err_as_nadia(world, false, "/api/agenda/change", body), ERR_INVALID);
    }
    assert_int_equal(session_value(world, id, "capacity = 8 AND place <> 'Jardin'"), 1);
}

static void attendance_walk_ins_and_heads_reach_the_figures(void **state)
{
    struct world *world = *state;
    const int64_t id = add_session(world, build_activity(world, "desk"), "2026-09-09T14:00", 2);
    const int64_t booking = build_booking(world, id, "confirmed", 2, 0);
    set_time("2026-09-09T15:00");
    const char *json = post(world, "/api/agenda/walk-in",
                            "{\"session_id\":%lld,\"adults\":1,\"first_name\":\"Lou\"}", id, 0);
    assert_int_equal(json_number(world, json, "beyond"), 1);
    (void)post(world, "/api/agenda/forget", "{\"request_id\":%lld,\"no\":%lld}",
               json_number(world, json, "request_id"), 1);
    json = post(world, "/api/agenda/attendance",
                "{\"session_id\":%lld,\"is_complete\":true,\"adults\":3,\"children\":1,"
                "\"marks\":[{\"request_id\":%lld,\"no\":1,\"mark\":\"present\",\"adults\":1,"
                "\"children\":0}]}",
                id, booking);
    assert_int_equal(state_now(world, id), STATE_COUNTED);
    assert_int_equal(world_int(world, "SELECT sum(adults + children) FROM act"
                                      " WHERE outcome IN ('present', 'counted')"),
                     5);
    assert_int_equal(
        post_err(world, "/api/agenda/attendance",
                 "{\"session_id\":1,\"marks\":[{\"request_id\":1,\"mark\":\"here\"}]}"),
        ERR_INVALID);
}

static void seats_are_offered_to_part_of_a_group_and_taken_back(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t id = add_session(world, build_activity(world, "desk"), "2026-09-09T14:00", 2);
    struct ask join = seats(id, 3, 0, member(home));
    join.verb = VERB_JOIN;
    const int64_t waiting = must_ask(world, join).request_id;
    const char *json =
        post(world, "/api/agenda/offer",
             "{\"request_id\":%lld,\"no\":%lld,\"adults\":2,\"children\":0}", waiting, 1);
    json = post(world, "/api/agenda/wait", "{\"request_id\":%lld,\"no\":%lld}", waiting,
                json_number(world, json, "no"));
    (void)post(world, "/api/agenda/take-off", "{\"request_id\":%lld,\"no\":%lld}", waiting,
               json_number(world, json, "no"));
    assert_int_equal(state_now(world, waiting), STATE_CANCELLED);
}

static void an_activity_is_written_and_its_fault_named(void **state)
{
    struct world *world = *state;
    const char *json =
        post(world, "/api/agenda/activity",
             "{\"kind\":\"workshop\",\"title\":\"Tricot\",\"summary\":\"\",\"icon\":\"craft\","
             "\"takes_children\":true,\"price_cents\":300,\"subscriber_cents\":-1,"
             "\"rule\":\"desk\",\"rule_limit\":0,\"rule_code\":\"\"}",
             0, 0);
    enum err err = ERR_OK;
    const struct visitor visitor = nadia(world);
    const char *body = arena_printf(world->arena, "{\"activity_id\":\"%lld\"}",
                                    (long long)json_number(world, json, "activity_id"));
    json = get_as(&visitor, "/api/agenda/activity", body, &err);
    assert_int_equal(err, ERR_OK);
    assert_int_equal(json_number(world, json, "price_cents"), 300);
    assert_int_equal(post_err(world, "/api/agenda/activity", "{\"title\":\"\"}"), ERR_INVALID);
    assert_int_equal(post_err(world, "/api/agenda/act", "{\"session_id\":\"one\"}"), ERR_INVALID);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_session_and_those_after_it_move_and_come_back),
        TEST(seats_and_place_change_together),
        TEST(a_number_too_large_is_refused_and_not_cut),
        TEST(attendance_walk_ins_and_heads_reach_the_figures),
        TEST(seats_are_offered_to_part_of_a_group_and_taken_back),
        TEST(an_activity_is_written_and_its_fault_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
