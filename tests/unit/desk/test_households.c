/* What the page of households sends, down to the rows, and what it is told. */
#include "support_desk.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "core/cards.h"
#include "core/people.h"

static const char *ask(struct world *world, bool is_post, const char *path, const char *body)
{
    enum err err = ERR_OK;
    const struct visitor nadia = {.world = world, .role = ROLE_COORDINATOR, .staff_id = NADIA};
    const char *json =
        is_post ? post_as(&nadia, path, body, &err) : get_as(&nadia, path, body, &err);
    if (err != ERR_OK) {
        fail_msg("%s %s: %s", path, body, err_name(err));
    }
    return json;
}

static enum err refused(struct world *world, const char *path, const char *body)
{
    enum err err = ERR_OK;
    const struct visitor nadia = {.world = world, .role = ROLE_COORDINATOR, .staff_id = NADIA};
    (void)post_as(&nadia, path, body, &err);
    return err;
}

static int64_t register_benali(struct world *world)
{
    return json_number(world,
                       ask(world, true, "/api/household/register",
                           "{\"number\":\"0412\",\"lang\":\"fr\",\"family_name\":\"Benali\","
                           "\"address\":\"4 allée\",\"phone\":\"06 39 98 01 02\",\"persons\":"
                           "[{\"first_name\":\"Samira\",\"is_child\":false},"
                           "{\"first_name\":\"Lina\",\"is_child\":true}]}"),
                       "household_id");
}

static void a_household_is_written_down_found_and_shown(void **state)
{
    struct world *world = *state;
    const int64_t id = register_benali(world);
    static const char *const searches[] = {"{\"search\":\"bena sam\"}", "{\"search\":\"0412\"}",
                                           "{\"search\":\"063998\"}", "{}"};
    for (size_t i = 0; i < ARRAY_LEN(searches); i++) {
        const char *found = ask(world, false, "/api/households", searches[i]);
        assert_int_equal(json_number(world, found, "lines[0].household_id"), id);
        assert_int_equal(json_number(world, found, "is_more"), 0);
    }
    static const char *const misses[] = {"{\"search\":\"\\\"\"}", "{\"search\":\"durand\"}",
                                         "{\"filter\":\"left\"}", "{\"filter\":\"subscribed\"}",
                                         "{\"after\":\"0412\"}"};
    for (size_t i = 0; i < ARRAY_LEN(misses); i++) {
        const char *found = ask(world, false, "/api/households", misses[i]);
        assert_int_equal(json_number(world, found, "lines[0].household_id"), -1);
    }
    const char *json = ask(world, false, "/api/household", "{\"household_id\":\"1\"}");
    assert_int_equal(json_number(world, json, "household.persons[1].is_child"), 1);
    assert_int_equal(json_number(world, json, "has_pin_key"), 0);
    assert_int_equal(json_number(world, json, "renews_from_s"), at("2026-09-08T00:00"));
    enum err err = ERR_OK;
    const struct visitor nadia = {.world = world, .role = ROLE_CONCIERGE, .staff_id = NADIA};
    (void)get_as(&nadia, "/api/household", "{\"household_id\":\"99\"}", &err);
    assert_int_equal(err, ERR_NOT_FOUND);
}

static void pages_of_households_follow_each_other(void **state)
{
    struct world *world = *state;
    world_exec(world, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)"
                      " INSERT INTO household(uid, number, joined_at_s)"
                      " SELECT randomblob(16), printf('%%04d', i), 1 FROM n");
    const char *json = ask(world, false, "/api/households", "{}");
    assert_int_equal(json_number(world, json, "is_more"), 1);
    assert_int_equal(json_number(world, json, "lines[#-1].household_id"), 50);
    json = ask(world, false, "/api/households", "{\"after\":\"0050\"}");
    assert_int_equal(json_number(world, json, "is_more"), 0);
    assert_int_equal(json_number(world, json, "lines[#-1].household_id"), 60);
}

static void everything_about_it_changes(void **state)
{
    struct world *world = *state;
    (void)register_benali(world);
    world_exec(world,
               "INSERT INTO item_class(code, title, icon, rule, rule_code, max_days, position)"
               " VALUES ('m', 'Machines', 'tools', 'trained', 'machines', 3, 1)");
    (void)ask(world, true, "/api/household/change",
              "{\"household_id\":1,\"lang\":\"ar\",\"family_name\":\"B\",\"address\":\"\","
              "\"phone\":\"\"}");
    (void)ask(world, true, "/api/household/trust", "{\"household_id\":1,\"is_trusted\":true}");
    (void)ask(world, true, "/api/household/train",
              "{\"household_id\":1,\"code\":\"machines\",\"is_given\":true}");
    (void)ask(world, true, "/api/household/person/add",
              "{\"household_id\":1,\"first_name\":\"Omar\",\"is_child\":false}");
    (void)ask(world, true, "/api/household/person/change",
              "{\"person_id\":2,\"first_name\":\"Lina\",\"is_child\":false}");
    (void)ask(world, true, "/api/household/person/remove", "{\"person_id\":1}");
    (void)ask(world, true, "/api/household/subscribe",
              "{\"household_id\":1,\"from\":\"2026-09-08\",\"until\":\"2027-09-08\","
              "\"paid_cents\":1000}");
    const char *json = ask(world, false, "/api/household", "{\"household_id\":\"1\"}");
    assert_int_equal(json_number(world, json, "household.is_trusted"), 1);
    assert_int_equal(json_number(world, json, "trainings[0].trained_at_s"), clock_now_s());
    assert_int_equal(json_number(world, json, "household.persons[0].person_id"), 2);
    assert_int_equal(json_number(world, json, "household.persons[1].person_id"), 3);
    assert_int_equal(json_number(world, json, "household.subscriptions[0].paid_cents"), 1000);
    assert_int_equal(json_number(world, json, "renews_from_s"), at("2027-09-08T00:00"));
    (void)ask(world, true, "/api/household/person/return",
              "{\"person_id\":1,\"first_name\":\"Samira\",\"is_child\":false}");
    (void)ask(world, true, "/api/household/unsubscribe",
              "{\"household_id\":1,\"from_s\":1788818400}");
    assert_int_equal(world_int(world, "SELECT count(*) FROM subscription"), 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM person WHERE left_at_s IS NULL"), 3);
}

static void what_is_not_fit_names_its_field(void **state)
{
    struct world *world = *state;
    (void)register_benali(world);
    static const char *const bodies[][2] = {
        {"/api/household/register", "{\"number\":\"0412\",\"lang\":\"fr\",\"family_name\":\"A\"}"},
        {"/api/household/register", "{\"number\":412,\"lang\":\"fr\",\"family_name\":\"A\"}"},
        {"/api/household/change", "{\"household_id\":1,\"lang\":\"fr\",\"phone\":\"x\"}"},
        {"/api/household/person/add", "{\"household_id\":1,\"first_name\":\"\"}"},
        {"/api/household/subscribe", "{\"household_id\":1,\"from\":\"x\",\"until\":\"y\"}"},
        {"/api/household/trust", "{\"household_id\":\"1\"}"},
    };
    static const enum err errors[] = {ERR_CONFLICT, ERR_INVALID, ERR_INVALID,
                                      ERR_INVALID,  ERR_INVALID, ERR_INVALID};
    for (size_t i = 0; i < ARRAY_LEN(bodies); i++) {
        assert_int_equal(refused(world, bodies[i][0], bodies[i][1]), errors[i]);
    }
    assert_int_equal(refused(world, "/api/household/pin", "{\"household_id\":1}"), ERR_MISSING);
}

static void a_card_is_shown_as_dots_and_can_be_lost(void **state)
{
    struct world *world = *state;
    (void)register_benali(world);
    const char *json =
        ask(world, true, "/api/household/card", "{\"household_id\":1,\"person_id\":1}");
    const int64_t size = json_number(world, json, "card.size");
    assert_true(size >= 21);
    assert_int_equal(world_int(world, "SELECT length(json_extract(%Q, '$.card.dots'))", json),
                     size * size);
    assert_null(strstr(json, "C1"));
    (void)ask(world, true, "/api/household/card/lost", "{\"household_id\":1,\"person_id\":1}");
    assert_int_equal(
        refused(world, "/api/household/card/lost", "{\"household_id\":1,\"person_id\":1}"),
        ERR_NOT_FOUND);
}

static void a_ticket_is_looked_at_and_claimed(void **state)
{
    struct world *world = *state;
    (void)register_benali(world);
    const int64_t id =
        build_request(world, &(struct build){.kind = "enquiry", .state = "asked", .waits = true});
    world_exec(world,
               "INSERT INTO ticket(request_id, number, token_hash)"
               " VALUES (%d, '123456', zeroblob(32))",
               (int)id);
    const char *json = ask(world, false, "/api/household/claimable", "{\"ticket\":\"123456\"}");
    assert_int_equal(json_number(world, json, "request_id"), id);
    assert_int_equal(refused(world, "/api/household/claim",
                             "{\"household_id\":1,\"ticket\":\"123457\",\"seen_household_id\":0}"),
                     ERR_INVALID);
}

static void two_become_one_and_two_again(void **state)
{
    struct world *world = *state;
    (void)register_benali(world);
    (void)build_household(world, "0413", "Omar");
    (void)ask(world, true, "/api/household/merge", "{\"from_id\":2,\"into_id\":1}");
    const char *json = ask(world, false, "/api/household", "{\"household_id\":\"1\"}");
    assert_int_equal(json_number(world, json, "household.merged[0].household_id"), 2);
    json = ask(world, false, "/api/household", "{\"household_id\":\"2\"}");
    assert_int_equal(json_number(world, json, "household.merged_into.household_id"), 1);
    json = ask(world, false, "/api/households", "{\"search\":\"0413\"}");
    assert_int_equal(json_number(world, json, "lines[0].household_id"), 1);
    (void)ask(world, true, "/api/household/unmerge", "{\"from_id\":2}");
    assert_int_equal(world_int(world, "SELECT count(*) FROM household_merge"), 0);
}

static void who_leaves_sees_what_blocks_and_comes_back(void **state)
{
    struct world *world = *state;
    (void)register_benali(world);
    const int64_t copy = build_copy(world, build_item(world, "Perceuse", "desk", 7), 1);
    const int64_t loan = build_loan(world, copy, "out", "2026-09-07T10:00", "2026-09-08T10:00");
    world_exec(world, "INSERT INTO request_owner VALUES (%d, 1, 1, 0)", (int)loan);
    const char *json = ask(world, false, "/api/household", "{\"household_id\":\"1\"}");
    assert_int_equal(json_number(world, json, "blocking[0]"), loan);
    assert_int_equal(json_number(world, json, "running[0].is_late"), 1);
    assert_int_equal(refused(world, "/api/household/leave", "{\"household_id\":1}"), ERR_DENIED);
    world_exec(world, "INSERT INTO request_owner VALUES (%d, 2, %d, 0)", (int)loan,
               (int)build_household(world, "0413", "Omar"));
    (void)ask(world, true, "/api/household/leave", "{\"household_id\":1}");
    json = ask(world, false, "/api/households", "{\"filter\":\"left\"}");
    assert_int_equal(json_number(world, json, "lines[0].household_id"), 1);
    json = ask(world, true, "/api/household/return", "{\"household_id\":1}");
    assert_int_equal(json_number(world, json, "lost"), 0);
    (void)ask(world, true, "/api/household/leave", "{\"household_id\":1}");
    (void)ask(world, true, "/api/household/forget", "{\"household_id\":1}");
    assert_int_equal(world_int(world, "SELECT count(*) FROM household_contact"), 0);
}

static void what_is_private_has_no_title_and_is_not_there_for_the_own_household(void **state)
{
    struct world *world = *state;
    enum err err = ERR_OK;
    struct visitor nadia = {.world = world, .role = ROLE_CONCIERGE, .staff_id = NADIA};
    (void)register_benali(world);
    const int64_t copy = build_copy(world, build_item(world, "Perceuse", "desk", 7), 1);
    const int64_t loan = build_loan(world, copy, "out", "2026-09-07T10:00", "2026-09-08T10:00");
    world_exec(world,
               "INSERT INTO request_owner VALUES (%d, 1, 1, 0);"
               "DROP TRIGGER request_never_changes;"
               "UPDATE request SET is_private = 1 WHERE id = %d",
               (int)loan, (int)loan);
    const char *json = get_as(&nadia, "/api/household", "{\"household_id\":\"1\"}", &err);
    assert_int_equal(json_number(world, json, "running[0].request_id"), loan);
    assert_null(strstr(json, "Perceuse"));
    nadia.household_id = 1;
    json = get_as(&nadia, "/api/household", "{\"household_id\":\"1\"}", &err);
    assert_int_equal(json_number(world, json, "running[0].request_id"), -1);
    assert_int_equal(json_number(world, json, "household.is_own"), 1);
}

static void history_comes_page_by_page_without_what_is_private(void **state)
{
    struct world *world = *state;
    (void)register_benali(world);
    for (int i = 0; i < 35; i++) {
        (void)build_request(
            world, &(struct build){
                       .kind = "enquiry", .state = "done", .is_ended = true, .household_id = 1});
    }
    world_exec(world, "DROP TRIGGER request_never_changes;"
                      "UPDATE request SET is_private = 1 WHERE id = 34");
    const char *json = ask(world, false, "/api/household/history", "{\"household_id\":\"1\"}");
    assert_int_equal(json_number(world, json, "lines[0].request_id"), 35);
    assert_int_equal(json_number(world, json, "lines[1].request_id"), 33);
    assert_int_equal(json_number(world, json, "is_more"), 1);
    assert_int_equal(json_number(world, json, "last_id"), 6);
    char body[128];
    (void)snprintf(body, sizeof(body),
                   "{\"household_id\":\"1\",\"before_s\":\"%lld\",\"before_id\":\"6\"}",
                   (long long)json_number(world, json, "last_s"));
    json = ask(world, false, "/api/household/history", body);
    assert_int_equal(json_number(world, json, "lines[0].request_id"), 5);
    assert_int_equal(json_number(world, json, "lines[4].request_id"), 1);
    assert_int_equal(json_number(world, json, "is_more"), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_household_is_written_down_found_and_shown),
        TEST(pages_of_households_follow_each_other),
        TEST(everything_about_it_changes),
        TEST(what_is_not_fit_names_its_field),
        TEST(a_card_is_shown_as_dots_and_can_be_lost),
        TEST(a_ticket_is_looked_at_and_claimed),
        TEST(two_become_one_and_two_again),
        TEST(who_leaves_sees_what_blocks_and_comes_back),
        TEST(what_is_private_has_no_title_and_is_not_there_for_the_own_household),
        TEST(history_comes_page_by_page_without_what_is_private),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
