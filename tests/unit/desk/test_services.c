/* What the page of services sends, down to the rows. */
#include "support_desk.h"

#include "core/loan_desk.h"

/* A service with its provider (partner 5) and two prices. */
static int64_t service_of(struct world *world, const char *kind)
{
    const int64_t id = build_service(world, kind, kind, "desk");
    world_exec(world,
               "INSERT OR IGNORE INTO partner(id, name, phone) VALUES (5, 'Cordonnier', '03 88');"
               "UPDATE service SET partner_id = 5, price = 'fixed', price_cents = 1200,"
               " subscriber_cents = 900 WHERE id = %lld",
               (long long)id);
    return id;
}

static int64_t order_of(struct world *world, const char *kind, const char *state, int64_t home)
{
    return build_request(world, &(struct build){
                                    .kind = kind,
                                    .state = state,
                                    .service_id = service_of(world, kind),
                                    .household_id = home,
                                });
}

static void step(struct world *world, int64_t id, const char *rest)
{
    (void)must_as_nadia(
        world, false, "/api/services/act",
        arena_printf(world->arena, "{\"request_id\":%lld,%s}", (long long)id, rest));
}

static void a_deposit_is_followed_from_the_counter_to_the_till(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t service_id = service_of(world, "deposit");
    const char *json =
        must_as_nadia(world, false, "/api/services/take",
                      body_with(world,
                                "{\"service_id\":%lld,\"household_id\":%lld,\"left\":\"Deux "
                                "talons\",\"has_price_cents\":true,\"price_cents\":1200}",
                                service_id, home));
    const int64_t id = json_number(world, json, "request_id");
    assert_true(json_number(world, json, "qr.size") > 20);
    assert_int_equal(world_int(world, "SELECT shown_at_s IS NOT NULL FROM ticket"), 1);
    json = must_as_nadia(world, true, "/api/services", "{\"view\":\"deposits\"}");
    assert_int_equal(json_number(world, json, "lines[0].request_id"), id);
    assert_int_equal(json_number(world, json, "lines[0].agreed_cents"), 1200);
    assert_int_equal(json_number(world, json, "counts.\"deposit.left\""), 1);
    step(world, id, "\"verb\":\"send\"");
    json = must_as_nadia(world, true, "/api/services/sent", "{}");
    assert_int_equal(json_number(world, json, "lines[0].partner_id"), 5);
    (void)must_as_nadia(world, false, "/api/services/remind",
                        body_with(world, "{\"request_id\":%lld,\"sent_no\":2}", id, 0));
    (void)must_as_nadia(
        world, false, "/api/services/answer",
        body_with(world,
                  "{\"request_id\":%lld,\"sent_no\":2,\"answer\":\"later\",\"words\":\"Lundi\"}",
                  id, 0));
    json = must_as_nadia(world, true, "/api/services/card",
                         body_with(world, "{\"request_id\":\"%lld\"}", id, 0));
    assert_int_equal(json_number(world, json, "sent[0].reminders"), 1);
    assert_int_equal(json_number(world, json, "sent[0].reminded_at_s"), at(WORLD_NOW));
    step(world, id, "\"verb\":\"reprice\",\"has_price_cents\":true,\"price_cents\":1800");
    json = must_as_nadia(world, true, "/api/services/card",
                         body_with(world, "{\"request_id\":\"%lld\"}", id, 0));
    assert_int_equal(json_number(world, json, "asked_cents"), 1800);
    step(world, id, "\"verb\":\"agree\"");
    step(world, id, "\"verb\":\"receive\"");
    assert_int_equal(json_number(world, must_as_nadia(world, true, "/api/services/sent", "{}"),
                                 "lines[0].request_id"),
                     -1);
    assert_int_equal(err_as_nadia(world, false, "/api/services/act",
                                  body_with(world,
                                            "{\"request_id\":%lld,\"verb\":\"collect\","
                                            "\"has_price_cents\":true,\"price_cents\":1900}",
                                            id, 0)),
                     ERR_DENIED);
    step(world, id, "\"verb\":\"collect\",\"has_price_cents\":true,\"price_cents\":1800");
    assert_int_equal(state_now(world, id), STATE_COLLECTED);
}

static void a_reminder_is_taken_back_by_its_moment(void **state)
{
    struct world *world = *state;
    const int64_t id = order_of(world, "enquiry", "accepted", 0);
    step(world, id, "\"verb\":\"send\"");
    const char *json =
        must_as_nadia(world, false, "/api/services/remind",
                      body_with(world, "{\"request_id\":%lld,\"sent_no\":2}", id, 0));
    (void)must_as_nadia(world, false, "/api/services/remind",
                        body_with(world, "{\"request_id\":%lld,\"sent_no\":2,\"forget_s\":%lld}",
                                  id, json_number(world, json, "reminded_at_s")));
    assert_int_equal(world_int(world, "SELECT count(*) FROM request_partner_reminder"), 0);
}

static void the_price_is_the_households_own(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t id = order_of(world, "deposit", "announced", home);
    const char *body = body_with(world, "{\"request_id\":\"%lld\"}", id, 0);
    const char *json = must_as_nadia(world, true, "/api/services/card", body);
    assert_int_equal(json_number(world, json, "household_cents"), 1200);
    build_subscription(world, home, "2026-01-01T00:00", "2027-01-01T00:00");
    json = must_as_nadia(world, true, "/api/services/card", body);
    assert_int_equal(json_number(world, json, "household_cents"), 900);
    assert_int_equal(json_number(world, json, "is_subscribed"), 1);
}

static void visits_stand_in_the_week_that_they_are_planned_for(void **state)
{
    struct world *world = *state;
    const int64_t id = order_of(world, "visit", "qualified", 0);
    const char *json = must_as_nadia(world, true, "/api/services/week", "{}");
    assert_int_equal(json_number(world, json, "from_s"), at("2026-09-07T00:00"));
    assert_int_equal(json_number(world, json, "lines[0].request_id"), id);
    step(world, id,
         "\"verb\":\"plan\",\"from\":\"2026-09-15T09:00\",\"until\":\"2026-09-15T12:00\"");
    json = must_as_nadia(world, true, "/api/services/week", "{}");
    assert_int_equal(json_number(world, json, "planned[0].request_id"), -1);
    json = must_as_nadia(world, true, "/api/services/week", "{\"day\":\"2026-09-16\"}");
    assert_int_equal(json_number(world, json, "from_s"), at("2026-09-14T00:00"));
    assert_int_equal(json_number(world, json, "planned[0].request_id"), id);
    assert_int_equal(json_number(world, json, "lines[0].request_id"), -1);
    step(world, id, "\"verb\":\"find_nobody\"");
    json = must_as_nadia(world, true, "/api/services/week", "{}");
    assert_int_equal(json_number(world, json, "lines[0].request_id"), id);
}

static void what_ended_with_being_sent_on_is_followed_until_they_answer(void **state)
{
    struct world *world = *state;
    const int64_t id = order_of(world, "enquiry", "asked", 0);
    step(world, id, "\"verb\":\"redirect\",\"partner_id\":5");
    assert_int_equal(state_now(world, id), STATE_REDIRECTED);
    const char *json = must_as_nadia(world, true, "/api/services/sent", "{}");
    assert_int_equal(json_number(world, json, "lines[0].is_end"), 1);
    (void)must_as_nadia(
        world, false, "/api/services/answer",
        body_with(world, "{\"request_id\":%lld,\"sent_no\":2,\"answer\":\"yes\"}", id, 0));
    json = must_as_nadia(world, true, "/api/services/sent", "{}");
    assert_int_equal(json_number(world, json, "lines[0].request_id"), -1);
}

static void a_slip_has_two_parts_and_the_bags_code_is_its_number(void **state)
{
    struct world *world = *state;
    const char *json = must_as_nadia(
        world, false, "/api/services/take",
        body_with(world, "{\"service_id\":%lld,\"first_name\":\"Odile\",\"left\":\"Une clé\"}",
                  service_of(world, "deposit"), 0));
    const int64_t id = json_number(world, json, "request_id");
    json = must_as_nadia(world, true, "/api/services/slip",
                         body_with(world, "{\"request_id\":\"%lld\"}", id, 0));
    assert_true(json_number(world, json, "bag_qr.size") > 0);
    assert_int_equal(world_int(world,
                               "SELECT json_extract(%Q, '$.slip.number') = number"
                               " FROM ticket",
                               json),
                     1);
    json = must_as_nadia(world, false, "/api/scan",
                         arena_printf(world->arena, "{\"code\":\"N1%06lld\"}",
                                      (long long)world_int(world, "SELECT number FROM ticket")));
    assert_int_equal(json_number(world, json, "request_id"), id);
    const int64_t other = order_of(world, "enquiry", "asked", 0);
    assert_int_equal(err_as_nadia(world, true, "/api/services/slip",
                                  body_with(world, "{\"request_id\":\"%lld\"}", other, 0)),
                     ERR_NOT_FOUND);
}

static void partners_are_listed_with_what_they_help_with(void **state)
{
    struct world *world = *state;
    (void)service_of(world, "deposit");
    world_exec(world, "INSERT INTO partner(id, name, withdrawn_at_s) VALUES (6, 'Parti', 1);"
                      "INSERT INTO partner_need VALUES ('rights', 5), ('food', 5)");
    const char *json = must_as_nadia(world, true, "/api/partners", "{}");
    assert_int_equal(json_number(world, json, "lines[0].partner_id"), 5);
    assert_int_equal(json_number(world, json, "lines[1].partner_id"), -1);
    assert_int_equal(world_int(world, "SELECT json_array_length(%Q, '$.lines[0].needs')", json), 2);
    const int64_t id = order_of(world, "enquiry", "asked", 0);
    assert_int_equal(
        err_as_nadia(world, false, "/api/services/act",
                     body_with(world,
                               "{\"request_id\":%lld,\"verb\":\"redirect\",\"partner_id\":6}", id,
                               0)),
        ERR_INVALID);
}

static void odd_bodies_are_refused(void **state)
{
    struct world *world = *state;
    const int64_t id = order_of(world, "enquiry", "asked", 0);
    assert_int_equal(err_as_nadia(world, true, "/api/services", "{\"view\":\"everything\"}"),
                     ERR_INVALID);
    assert_int_equal(err_as_nadia(world, true, "/api/services/card", "{\"request_id\":\"4711\"}"),
                     ERR_NOT_FOUND);
    static const char *const odd[] = {
        "{\"request_id\":%lld,\"verb\":\"fly\"}",
        "{\"request_id\":%lld,\"verb\":\"propose\",\"from\":\"soon\"}",
        "{\"request_id\":%lld,\"verb\":\"accept\",\"has_price_cents\":true,\"price_cents\":5}",
        "{\"request_id\":%lld,\"verb\":\"accept\",\"has_price_cents\":1}",
        "{\"request_id\":%lld,\"verb\":\"refuse\"}",
    };
    for (size_t i = 0; i < ARRAY_LEN(odd); i++) {
        assert_int_equal(
            err_as_nadia(world, false, "/api/services/act", body_with(world, odd[i], id, 0)),
            ERR_INVALID);
    }
    assert_int_equal(err_as_nadia(world, false, "/api/services/take", "{\"service_id\":4711}"),
                     ERR_INVALID);
    assert_int_equal(err_as_nadia(world, false, "/api/services/take", "{\"answers\":7}"),
                     ERR_INVALID);
    assert_int_equal(state_now(world, id), STATE_ASKED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_deposit_is_followed_from_the_counter_to_the_till),
        TEST(a_reminder_is_taken_back_by_its_moment),
        TEST(the_price_is_the_households_own),
        TEST(visits_stand_in_the_week_that_they_are_planned_for),
        TEST(what_ended_with_being_sent_on_is_followed_until_they_answer),
        TEST(a_slip_has_two_parts_and_the_bags_code_is_its_number),
        TEST(partners_are_listed_with_what_they_help_with),
        TEST(odd_bodies_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
