/* The site's routes: what the page sends becomes rows, what it may not send is named. */
#include "support_desk.h"

static struct visitor nadia(struct world *world)
{
    return (struct visitor){.world = world, .role = ROLE_CONCIERGE, .staff_id = NADIA};
}

static const char *must_get(struct world *world, const char *path, const char *body)
{
    enum err err = ERR_OK;
    const struct visitor visitor = nadia(world);
    const char *json = get_as(&visitor, path, body, &err);
    assert_int_equal(err, ERR_OK);
    return json;
}

static enum err post(struct world *world, const char *path, const char *body)
{
    enum err err = ERR_OK;
    const struct visitor visitor = nadia(world);
    (void)post_as(&visitor, path, body, &err);
    return err;
}

static void the_week_is_shown_as_it_was_sent(void **state)
{
    struct world *world = *state;
    assert_int_equal(post(world, "/api/site/hours",
                          "{\"openings\":[{\"weekday\":2,\"opens_min\":540,\"closes_min\":720}]}"),
                     ERR_OK);
    const char *json = must_get(world, "/api/site", "{}");
    assert_int_equal(json_number(world, json, "openings[0].weekday"), 2);
    assert_int_equal(json_number(world, json, "openings[1].weekday"), -1);
    assert_int_equal(post(world, "/api/site/hours", "{\"openings\":[]}"), ERR_INVALID);
    assert_int_equal(post(world, "/api/site/hours", "{\"openings\":{}}"), ERR_INVALID);
    assert_int_equal(
        post(world, "/api/site/hours", "{\"openings\":[{\"weekday\":2,\"opens_min\":5000000000}]}"),
        ERR_INVALID);
}

static void a_closing_tells_what_it_touches_first(void **state)
{
    struct world *world = *state;
    const int64_t session_id = build_session(world, "2026-09-10T14:00", 8, "desk");
    (void)build_booking(world, session_id, "confirmed", 2, 1);
    const int64_t copy_id = build_copy(world, build_item(world, "Scie", "desk", 7), 1);
    (void)build_loan(world, copy_id, "out", "2026-09-07T09:00", "2026-09-10T12:00");
    (void)build_request(world, &(struct build){.kind = "enquiry",
                                               .state = "asked",
                                               .waits = true,
                                               .answer_by_s = at("2026-09-10T09:30")});
    static const char span[] = "{\"from\":\"2026-09-10\",\"until\":\"2026-09-11\"}";
    const char *json = must_get(world, "/api/site/touches", span);
    assert_int_equal(json_number(world, json, "promises"), 1);
    assert_int_equal(json_number(world, json, "sessions"), 1);
    assert_int_equal(json_number(world, json, "seats"), 3);
    assert_int_equal(json_number(world, json, "session_lines[0].session_id"), session_id);
    assert_int_equal(json_number(world, json, "returns"), 1);
    assert_int_equal(json_number(world, json, "pickups"), 0);
    assert_int_equal(json_number(world, json, "visits"), 0);
    assert_int_equal(post(world, "/api/site/close",
                          "{\"from\":\"2026-09-10\",\"until\":\"2026-09-11\","
                          "\"reason_code\":\"holiday\"}"),
                     ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM notice WHERE state = 'to_tell'"), 1);
    json = must_get(world, "/api/site", "{}");
    assert_int_equal(json_number(world, json, "closings[0].closing_id"), 1);
    assert_int_equal(post(world, "/api/site/lift", "{\"closing_id\":1}"), ERR_OK);
    assert_int_equal(post(world, "/api/site/lift", "{\"closing_id\":1}"), ERR_NOT_FOUND);
    assert_int_equal(post(world, "/api/site/close",
                          "{\"from\":\"2026-09-01\",\"until\":\"2026-09-02\","
                          "\"reason_code\":\"holiday\"}"),
                     ERR_INVALID);
}

static void a_roster_is_shown_by_its_week(void **state)
{
    struct world *world = *state;
    assert_int_equal(post(world, "/api/roster/save",
                          "{\"week\":\"2026-09-09\",\"repeats\":1,\"shifts\":[{\"staff_id\":1,"
                          "\"weekday\":4,\"from_min\":540,\"until_min\":720}]}"),
                     ERR_OK);
    const char *json = must_get(world, "/api/roster", "{\"week\":\"2026-09-17\"}");
    assert_int_equal(json_number(world, json, "monday_s"), at("2026-09-14T00:00"));
    assert_int_equal(json_number(world, json, "shifts[0].from_s"), at("2026-09-17T09:00"));
    assert_int_equal(json_number(world, json, "staff[1].staff_id"), KARIM);
    assert_int_equal(post(world, "/api/roster/save", "{\"week\":\"2026-09-09\",\"repeats\":99}"),
                     ERR_INVALID);
}

static void words_and_numbers_reach_the_screens_rows(void **state)
{
    struct world *world = *state;
    assert_int_equal(post(world, "/api/site/message", "{\"message\":\"Café <b>offert</b>\"}"),
                     ERR_OK);
    assert_int_equal(post(world, "/api/site/save", "{\"name\":\"Ampère\",\"district\":\"Est\"}"),
                     ERR_OK);
    assert_int_equal(post(world, "/api/site/save", "{\"name\":\"\"}"), ERR_INVALID);
    assert_int_equal(post(world, "/api/site/oncall",
                          "{\"lines\":[{\"label\":\"Astreinte\",\"phone\":\"03 53 01 10 01\"}]}"),
                     ERR_OK);
    assert_int_equal(post(world, "/api/site/oncall", "{\"lines\":[{\"label\":\"\"}]}"),
                     ERR_INVALID);
    assert_int_equal(
        world_int(world, "SELECT message = 'Café <b>offert</b>' AND name = 'Ampère' FROM site"), 1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM oncall_line"), 1);
}

static void settings_are_listed_with_their_bounds_and_kept_within_them(void **state)
{
    struct world *world = *state;
    const char *json = must_get(world, "/api/settings", "{}");
    assert_int_equal(json_number(world, json, "lines[0].value"), 600);
    assert_int_equal(json_number(world, json, "lines[0].most"), 3600);
    assert_int_equal(post(world, "/api/settings/save", "{\"name\":\"undo_s\",\"value\":300}"),
                     ERR_OK);
    json = must_get(world, "/api/settings", "{}");
    assert_int_equal(json_number(world, json, "lines[0].value"), 300);
    assert_int_equal(post(world, "/api/settings/save", "{\"name\":\"undo_s\",\"value\":-1}"),
                     ERR_INVALID);
    assert_int_equal(post(world, "/api/settings/save", "{\"name\":\"luck\",\"value\":1}"),
                     ERR_NOT_FOUND);
}

static void the_first_day_is_told_from_what_there_is(void **state)
{
    struct world *world = *state;
    const char *json = must_get(world, "/api/firstday", "{}");
    assert_int_equal(json_number(world, json, "openings"), 9);
    assert_int_equal(json_number(world, json, "items"), 0);
    assert_int_equal(json_number(world, json, "households"), 0);
    (void)build_item(world, "Scie", "desk", 7);
    (void)build_household(world, "0412", "Samira");
    json = must_get(world, "/api/firstday", "{}");
    assert_int_equal(json_number(world, json, "items"), 1);
    assert_int_equal(json_number(world, json, "households"), 1);
    assert_int_equal(json_number(world, json, "cards"), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_week_is_shown_as_it_was_sent),
        TEST(a_closing_tells_what_it_touches_first),
        TEST(a_roster_is_shown_by_its_week),
        TEST(words_and_numbers_reach_the_screens_rows),
        TEST(settings_are_listed_with_their_bounds_and_kept_within_them),
        TEST(the_first_day_is_told_from_what_there_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
