/* What the page of helping hands sends, down to the rows. */
#include "support_desk.h"

#include <string.h>

static int64_t need(struct world *world, int64_t home, const char *direction, const char *category)
{
    struct ask ask = ask_make(KIND_HELP, VERB_ASK, member(home));
    ask.direction = direction;
    ask.category = category;
    ask.choice = "other";
    return must_ask(world, ask).request_id;
}

static int64_t count_of(struct world *world, const char *code)
{
    const char *json = must_as_nadia(world, true, "/api/help", "{\"state\":\"asked\"}");
    return json_number(world, json, arena_printf(world->arena, "counts.%s", code));
}

static void a_need_is_read_published_matched_and_agreed(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t other = build_household(world, "0233", "Berk");
    const int64_t id = need(world, home, "need", "errands");
    const int64_t offer = need(world, other, "offer", "errands");
    (void)must_as_nadia(
        world, false, "/api/help/act",
        body_with(world, "{\"request_id\":%lld,\"no\":1,\"verb\":\"publish\"}", offer, 0));
    assert_int_equal(count_of(world, "asked"), 1);
    const char *json = must_as_nadia(world, true, "/api/help", "{\"state\":\"asked\"}");
    assert_int_equal(json_number(world, json, "lines[0].request_id"), id);
    (void)must_as_nadia(world, false, "/api/help/act",
                        body_with(world,
                                  "{\"request_id\":%lld,\"no\":1,\"verb\":\"publish\","
                                  "\"words\":\"Porter un sac.\"}",
                                  id, 0));
    json = must_as_nadia(world, true, "/api/help/card",
                         body_with(world, "{\"request_id\":\"%lld\"}", id, 0));
    assert_int_equal(json_number(world, json, "allows.is_for_board"), 1);
    assert_int_equal(json_number(world, json, "candidates.lines[0].household_id"), other);
    assert_int_equal(json_number(world, json, "help.contact.given_at_s"), -1);
    json = must_as_nadia(
        world, false, "/api/help/propose",
        body_with(world, "{\"request_id\":%lld,\"no\":2,\"household_id\":%lld}", id, other));
    assert_int_equal(json_number(world, json, "request_id"), id);
    assert_int_equal(json_number(world, json, "no"), 3);
    assert_int_equal(count_of(world, "match_proposed"), 1);
    json = must_as_nadia(world, true, "/api/help/card",
                         body_with(world, "{\"request_id\":\"%lld\"}", id, 0));
    const int64_t reply = json_number(world, json, "help.replies[0].request_id");
    assert_int_equal(json_number(world, json, "help.replies[0].is_proposed"), 1);
    assert_int_equal(
        err_as_nadia(world, false, "/api/help/contact",
                     body_with(world, "{\"request_id\":%lld,\"is_given\":true}", id, 0)),
        ERR_DENIED);
    (void)must_as_nadia(world, false, "/api/help/act",
                        body_with(world, "{\"request_id\":%lld,\"verb\":\"agree\"}", reply, 0));
    (void)must_as_nadia(world, false, "/api/help/act",
                        body_with(world, "{\"request_id\":%lld,\"verb\":\"agree\"}", id, 0));
    (void)must_as_nadia(world, false, "/api/help/contact",
                        body_with(world, "{\"request_id\":%lld,\"is_given\":true}", id, 0));
    /* Opened from the other side, it is the same. */
    json = must_as_nadia(world, true, "/api/help/card",
                         body_with(world, "{\"request_id\":\"%lld\"}", reply, 0));
    assert_int_equal(json_number(world, json, "help.root_id"), id);
    assert_int_equal(json_number(world, json, "help.contact.given_at_s"), at(WORLD_NOW));
    (void)must_as_nadia(
        world, false, "/api/help/act",
        body_with(world, "{\"request_id\":%lld,\"verb\":\"plan\",\"from\":\"2026-09-10T14:00\"}",
                  id, 0));
    (void)must_as_nadia(world, false, "/api/help/act",
                        body_with(world, "{\"request_id\":%lld,\"verb\":\"finish\"}", id, 0));
    assert_int_equal(state_now(world, reply), STATE_DONE);
}

static void pages_of_the_list_follow_one_another(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    for (int i = 0; i < 31; i++) {
        (void)need(world, home, "need", "errands");
    }
    const char *json = must_as_nadia(world, true, "/api/help", "{\"state\":\"asked\"}");
    assert_int_equal(json_number(world, json, "is_more"), 1);
    const int64_t last = json_number(world, json, "lines[29].request_id");
    json = must_as_nadia(
        world, true, "/api/help",
        body_with(world, "{\"state\":\"asked\",\"since_s\":\"%lld\",\"after_id\":\"%lld\"}",
                  json_number(world, json, "lines[29].since_s"), last));
    assert_int_equal(json_number(world, json, "is_more"), 0);
    assert_true(json_number(world, json, "lines[0].request_id") > last);
    assert_int_equal(json_number(world, json, "lines[1].request_id"), -1);
}

static void words_can_be_tried_before_they_are_sent(void **state)
{
    struct world *world = *state;
    const int64_t id = need(world, build_household(world, "0087", "Alma"), "need", "errands");
    const char *json =
        must_as_nadia(world, false, "/api/help/words",
                      body_with(world, "{\"request_id\":%lld,\"words\":\"Pour Alma\"}", id, 0));
    assert_int_equal(json_number(world, json, "is_nameless"), 0);
    json = must_as_nadia(world, false, "/api/help/words",
                         body_with(world, "{\"request_id\":%lld,\"words\":\"Un sac\"}", id, 0));
    assert_int_equal(json_number(world, json, "is_nameless"), 1);
}

static void what_is_only_for_its_asker_is_hidden_from_the_own_household(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Nadia");
    struct ask ask = ask_make(KIND_HELP, VERB_ASK, member(home));
    ask.direction = "need";
    ask.category = "papers";
    ask.choice = "appointment";
    ask.is_private = true;
    const int64_t id = must_ask(world, ask).request_id;
    world_exec(world, "UPDATE staff SET household_id = %lld WHERE id = %d", (long long)home, NADIA);
    assert_int_equal(json_number(world,
                                 must_as_nadia(world, true, "/api/help", "{\"state\":\"asked\"}"),
                                 "lines[0].request_id"),
                     -1);
    assert_int_equal(err_as_nadia(world, true, "/api/help/card",
                                  body_with(world, "{\"request_id\":\"%lld\"}", id, 0)),
                     ERR_NOT_FOUND);
}

static void odd_bodies_are_refused(void **state)
{
    struct world *world = *state;
    const int64_t id = need(world, build_household(world, "0087", "Alma"), "need", "errands");
    assert_int_equal(err_as_nadia(world, true, "/api/help", "{\"state\":\"done\"}"), ERR_INVALID);
    assert_int_equal(err_as_nadia(world, true, "/api/help/card", "{\"request_id\":\"4711\"}"),
                     ERR_NOT_FOUND);
    static const char *const odd[] = {
        "{\"request_id\":%lld,\"verb\":\"fly\"}",
        "{\"request_id\":%lld,\"verb\":\"\"}",
        "{\"request_id\":%lld,\"verb\":\"refuse\",\"reason\":7}",
        "{\"request_id\":%lld,\"verb\":\"plan\",\"from\":\"yesterday\"}",
        "{\"request_id\":%lld,\"verb\":\"finish\",\"minutes\":99999999999}",
        "{\"request_id\":%lld,\"verb\":\"redirect\"}",
    };
    for (size_t i = 0; i < ARRAY_LEN(odd); i++) {
        assert_int_equal(
            err_as_nadia(world, false, "/api/help/act", body_with(world, odd[i], id, 0)),
            ERR_INVALID);
    }
    assert_int_equal(
        err_as_nadia(world, false, "/api/help/propose",
                     body_with(world, "{\"request_id\":%lld,\"household_id\":\"x\"}", id, 0)),
        ERR_INVALID);
    assert_int_equal(state_now(world, id), STATE_ASKED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_need_is_read_published_matched_and_agreed),
        TEST(pages_of_the_list_follow_one_another),
        TEST(words_can_be_tried_before_they_are_sent),
        TEST(what_is_only_for_its_asker_is_hidden_from_the_own_household),
        TEST(odd_bodies_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
