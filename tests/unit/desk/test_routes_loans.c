/* What the page of loans asks and sends, down to the rows. */
#include "core/query.h"
#include "support_desk.h"

#include <stdio.h>

static struct visitor nadia(struct world *world)
{
    return (struct visitor){.world = world, .role = ROLE_CONCIERGE, .staff_id = NADIA};
}

static const char *body_of(struct world *world, const char *format, int64_t a, int64_t b)
{
    char *body = arena_alloc(world->arena, 1000);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    (void)snprintf(body, 1000, format, (long long)a, (long long)b);
#pragma GCC diagnostic pop
    return body;
}

/* Answers that must come. %lld: ids. */
static const char *get(struct world *world, const char *path, const char *format, int64_t a)
{
    enum err err = ERR_OK;
    const struct visitor visitor = nadia(world);
    const char *json = get_as(&visitor, path, body_of(world, format, a, 0), &err);
    if (err != ERR_OK) {
        fail_msg("%s: %s", path, err_name(err));
    }
    return json;
}

static enum err get_err(struct world *world, const char *path, const char *body)
{
    enum err err = ERR_OK;
    const struct visitor visitor = nadia(world);
    (void)get_as(&visitor, path, body, &err);
    return err;
}

static const char *post(struct world *world, const char *path, const char *format, int64_t a,
                        int64_t b)
{
    enum err err = ERR_OK;
    const struct visitor visitor = nadia(world);
    const char *json = post_as(&visitor, path, body_of(world, format, a, b), &err);
    if (err != ERR_OK) {
        fail_msg("%s %s: %s", path, body_of(world, format, a, b), err_name(err));
    }
    return json;
}

static enum err post_err(struct world *world, const char *path, const char *format, int64_t a,
                         int64_t b)
{
    enum err err = ERR_OK;
    const struct visitor visitor = nadia(world);
    (void)post_as(&visitor, path, body_of(world, format, a, b), &err);
    return err;
}

/* A drill in two copies, with a case and bits, for 30 €; household 0087, Alma Haddad. */
struct shed {
    int64_t item_id, copy_id, other_id, home_id;
};

static struct shed shed_make(struct world *world)
{
    struct shed shed = {.item_id = build_item(world, "Perceuse à percussion", "desk", 7)};
    shed.copy_id = build_copy(world, shed.item_id, 1);
    shed.other_id = build_copy(world, shed.item_id, 2);
    shed.home_id = build_household(world, "0087", "Alma");
    world_exec(world,
               "UPDATE item SET deposit_cents = 3000;"
               "UPDATE copy SET shelf = 'A3';"
               "INSERT INTO item_part VALUES (%lld, 1, 'Mallette'), (%lld, 2, 'Mèches');"
               "INSERT INTO household_contact(household_id, family_name)"
               " VALUES (%lld, 'Haddad');"
               "INSERT INTO search(title, summary, kind, id)"
               " VALUES ('Perceuse à percussion', '', 'item', %lld);"
               "INSERT INTO household_search(rowid, names, place, phone)"
               " VALUES (%lld, 'haddad alma', '', '')",
               (long long)shed.item_id, (long long)shed.item_id, (long long)shed.home_id,
               (long long)shed.item_id, (long long)shed.home_id);
    return shed;
}

static int64_t build_of_home(struct world *world, const struct shed *shed, int64_t copy_id,
                             const char *state, const char *from, const char *until)
{
    return build_request(world, &(struct build){
                                    .kind = "loan",
                                    .state = state,
                                    .household_id = shed->home_id,
                                    .item_id = shed->item_id,
                                    .copy_id = copy_id,
                                    .from_s = at(from),
                                    .until_s = at(until),
                                    .holds = true,
                                });
}

static void each_list_has_its_loans_and_the_counts_are_all_there(void **state)
{
    struct world *world = *state;
    const struct shed shed = shed_make(world);
    const int64_t out_id =
        build_of_home(world, &shed, shed.copy_id, "out", "2026-09-01T09:00", "2026-09-05T09:00");
    const int64_t later_id = build_of_home(world, &shed, shed.copy_id, "reserved",
                                           "2026-09-10T09:00", "2026-09-11T09:00");
    const int64_t today_id =
        build_of_home(world, &shed, shed.other_id, "ready", "2026-09-08T17:00", "2026-09-10T09:00");
    const struct {
        const char *view;
        int64_t first_id; /* 0: empty */
    } lists[] = {
        {"prepare", later_id}, {"hand_out", today_id}, {"ready", today_id}, {"out", out_id},
        {"due", out_id},       {"late", out_id},       {"check", 0},        {"repair", 0},
        {"lost", 0},           {"away", later_id},     {"copies", 0},
    };
    for (size_t i = 0; i < ARRAY_LEN(lists); i++) {
        const char *json = get(world, "/api/loans",
                               arena_printf(world->arena, "{\"view\":\"%s\"}", lists[i].view), 0);
        assert_int_equal(json_number(world, json, "lines[0].request_id"),
                         lists[i].first_id == 0 ? -1 : lists[i].first_id);
        assert_int_equal(json_number(world, json, "lines[1].request_id"), -1);
        assert_int_equal(json_number(world, json, "is_more"), 0);
        assert_int_equal(json_number(world, json, "counts.prepare"), 1);
        assert_int_equal(json_number(world, json, "counts.away"), 1);
        assert_int_equal(json_number(world, json, "counts.late"), 1);
    }
    assert_int_equal(get_err(world, "/api/loans", "{\"view\":\"none\"}"), ERR_INVALID);
}

static void a_long_list_goes_on_where_the_page_ended(void **state)
{
    struct world *world = *state;
    const struct shed shed = shed_make(world);
    world_exec(world, "BEGIN");
    for (int i = 0; i < 61; i++) {
        const int64_t copy_id = build_copy(world, shed.item_id, 10 + i);
        (void)build_loan(world, copy_id, "out", "2026-09-01T09:00", "2026-09-15T09:00");
    }
    world_exec(world, "COMMIT");
    const char *one = get(world, "/api/loans", "{\"view\":\"out\"}", 0);
    assert_int_equal(json_number(world, one, "is_more"), 1);
    const int64_t last_id = json_number(world, one, "lines[59].request_id");
    const char *two = get(world, "/api/loans",
                          arena_printf(world->arena,
                                       "{\"view\":\"out\",\"after_s\":\"%lld\","
                                       "\"after_id\":\"%lld\"}",
                                       (long long)at("2026-09-15T09:00"), (long long)last_id),
                          0);
    assert_int_equal(json_number(world, two, "is_more"), 0);
    assert_true(json_number(world, two, "lines[0].request_id") > last_id);
    assert_int_equal(json_number(world, two, "lines[1].request_id"), -1);
}

static void loans_are_found_by_thing_name_and_number(void **state)
{
    static const char *const wishes[] = {"0087", "407 312", "perc", "Percussion", "haddad", "Alma"};
    struct world *world = *state;
    const struct shed shed = shed_make(world);
    const int64_t id =
        build_of_home(world, &shed, shed.copy_id, "out", "2026-09-01T09:00", "2026-09-15T09:00");
    world_exec(world,
               "INSERT INTO ticket(request_id, number, token_hash)"
               " VALUES (%lld, '407312', randomblob(32))",
               (long long)id);
    for (size_t i = 0; i < ARRAY_LEN(wishes); i++) {
        const char *json =
            get(world, "/api/loans",
                arena_printf(world->arena, "{\"view\":\"search\",\"q\":\"%s\"}", wishes[i]), 0);
        assert_int_equal(json_number(world, json, "lines[0].request_id"), id);
    }
    const char *json = get(world, "/api/loans", "{\"view\":\"search\",\"q\":\"scie\"}", 0);
    assert_int_equal(json_number(world, json, "lines[0].request_id"), -1);
    /* Signs are not read as operators, nothing finds nothing. */
    json = get(world, "/api/loans", "{\"view\":\"search\",\"q\":\"\\\" OR *\"}", 0);
    assert_int_equal(json_number(world, json, "lines[0].request_id"), -1);
    json = get(world, "/api/loans", "{\"view\":\"search\"}", 0);
    assert_int_equal(json_number(world, json, "lines[0].request_id"), -1);
}

static void one_loan_says_what_can_be_done_and_what_stands_against_it(void **state)
{
    struct world *world = *state;
    const struct shed shed = shed_make(world);
    const int64_t id = build_of_home(world, &shed, shed.copy_id, "reserved", "2026-09-10T09:00",
                                     "2026-09-11T09:00");
    (void)post(world, "/api/copies/move",
               "{\"copy_id\":%lld,\"no\":%lld,\"verb\":\"maintain\",\"words\":\"Câble abîmé.\"}",
               shed.copy_id, 1);
    const char *json = get(world, "/api/loans/one", "{\"request_id\":\"%lld\"}", id);
    assert_int_equal(json_number(world, json, "loan.deposit_cents"), 3000);
    assert_int_equal(json_number(world, json, "loan.parts[1].is_out"), 0);
    assert_int_equal(
        world_int(world, "SELECT json_extract(%Q, '$.away.why') = 'maintenance'", json), 1);
    assert_int_equal(world_int(world,
                               "SELECT count(*) FROM json_each(%Q, '$.moves')"
                               " WHERE value ->> 'verb' = 'hand_out'"
                               " AND value ->> 'reasons' = '[\"copy\"]'",
                               json),
                     1);
    /* The other copy, for the same days, comes first among what would work. */
    assert_int_equal(json_number(world, json, "offers[0].copy_id"), shed.other_id);
    assert_int_equal(json_number(world, json, "offers[0].from_s"), at("2026-09-10T09:00"));
    assert_int_equal(get_err(world, "/api/loans/one", "{\"request_id\":\"4711\"}"), ERR_NOT_FOUND);
}

static void a_private_loan_is_not_shown_to_the_own_household(void **state)
{
    struct world *world = *state;
    enum err err = ERR_OK;
    const struct shed shed = shed_make(world);
    const int64_t id = build_of_home(world, &shed, shed.copy_id, "reserved", "2026-09-10T09:00",
                                     "2026-09-11T09:00");
    world_exec(world,
               "DROP TRIGGER request_never_changes;"
               "UPDATE request SET is_private = 1 WHERE id = %lld",
               (long long)id);
    struct visitor visitor = nadia(world);
    const char *body = body_of(world, "{\"request_id\":\"%lld\"}", id, 0);
    assert_non_null(get_as(&visitor, "/api/loans/one", body, &err));
    visitor.household_id = shed.home_id;
    assert_null(get_as(&visitor, "/api/loans/one", body, &err));
    assert_int_equal(err, ERR_NOT_FOUND);
}

static void a_loan_goes_out_comes_back_to_be_checked_and_is_repaired(void **state)
{
    struct world *world = *state;
    const struct shed shed = shed_make(world);
    const int64_t id = build_of_home(world, &shed, shed.copy_id, "reserved", "2026-09-08T16:00",
                                     "2026-09-10T09:00");
    (void)post(world, "/api/loans/move",
               "{\"request_id\":%lld,\"no\":%lld,\"verb\":\"hand_out\",\"parts\":[true,true],"
               "\"has_deposit\":true}",
               id, 1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM loan_part"), 2);
    assert_int_equal(post_err(world, "/api/loans/move",
                              "{\"request_id\":%lld,\"no\":%lld,\"verb\":\"take_back\","
                              "\"parts\":[true,false]}",
                              id, 2),
                     ERR_INVALID);
    (void)post(world, "/api/loans/move",
               "{\"request_id\":%lld,\"no\":%lld,\"verb\":\"take_back_to_check\","
               "\"parts\":[true,false]}",
               id, 2);
    (void)post(world, "/api/loans/move",
               "{\"request_id\":%lld,\"no\":%lld,\"verb\":\"mend\","
               "\"words\":\"Le mandrin tourne fou.\"}",
               id, 3);
    const char *json = get(world, "/api/loans/repair", "{\"request_id\":\"%lld\"}", id);
    assert_int_equal(world_int(world,
                               "SELECT json_extract(%Q, '$.words') = 'Le mandrin tourne fou.'"
                               " AND json_extract(%Q, '$.missing[0]') = 'Mèches'"
                               " AND json_extract(%Q, '$.copy_number') = 1",
                               json, json, json),
                     1);
    json = get(world, "/api/loans", "{\"view\":\"repair\"}", 0);
    assert_int_equal(json_number(world, json, "lines[0].request_id"), id);
    assert_int_equal(
        world_int(world, "SELECT json_extract(%Q, '$.lines[0].words') IS NOT NULL", json), 1);
}

static void a_loan_is_kept_longer_at_the_desk(void **state)
{
    struct world *world = *state;
    const struct shed shed = shed_make(world);
    const int64_t id =
        build_of_home(world, &shed, shed.copy_id, "out", "2026-09-08T09:00", "2026-09-10T09:00");
    const char *json = get(world, "/api/loans/one", "{\"request_id\":\"%lld\"}", id);
    const int64_t later_s = json_number(world, json, "returns[0]");
    assert_int_equal(later_s, at("2026-09-11T09:00"));
    assert_int_equal(post_err(world, "/api/loans/move",
                              "{\"request_id\":%lld,\"verb\":\"extend\",\"until_s\":%lld}", id,
                              at("2026-09-09T09:00")),
                     ERR_INVALID);
    (void)post(world, "/api/loans/move",
               "{\"request_id\":%lld,\"verb\":\"extend\",\"until_s\":%lld}", id, later_s);
    assert_int_equal(world_int(world, "SELECT until_s FROM request_state WHERE request_id = %lld",
                               (long long)id),
                     later_s);
}

static void a_loan_at_the_counter_begins_now_or_began_on_paper(void **state)
{
    struct world *world = *state;
    const struct shed shed = shed_make(world);
    const char *json = get(world, "/api/copies", "{\"item_id\":\"%lld\"}", shed.item_id);
    assert_int_equal(json_number(world, json, "lines[0].copy_id"), shed.copy_id);
    assert_int_equal(json_number(world, json, "lines[0].is_busy"), 0);
    assert_int_equal(json_number(world, json, "returns[0]"), at("2026-09-09T09:00"));
    json = post(world, "/api/loans/counter",
                arena_printf(world->arena,
                             "{\"household_id\":%lld,\"item_id\":%lld,\"copy_id\":%%lld,"
                             "\"until_s\":%%lld,\"parts\":[true,false],\"has_deposit\":true}",
                             (long long)shed.home_id, (long long)shed.item_id),
                shed.copy_id, at("2026-09-11T09:00"));
    const int64_t id = json_number(world, json, "request_id");
    assert_int_equal(world_int(world,
                               "SELECT state = 'out' FROM request_state"
                               " WHERE request_id = %lld",
                               (long long)id),
                     1);
    json = get(world, "/api/copies", "{\"item_id\":\"%lld\"}", shed.item_id);
    assert_int_equal(json_number(world, json, "lines[0].is_busy"), 1);
    assert_int_equal(json_number(world, json, "lines[0].loan_id"), id);
    /* A guest says a first name; yesterday keeps its time. */
    assert_int_equal(post_err(world, "/api/loans/counter",
                              arena_printf(world->arena,
                                           "{\"item_id\":%lld,\"copy_id\":%%lld,"
                                           "\"until_s\":%%lld}",
                                           (long long)shed.item_id),
                              shed.other_id, at("2026-09-11T09:00")),
                     ERR_INVALID);
    json = post(world, "/api/loans/counter",
                arena_printf(world->arena,
                             "{\"item_id\":%lld,\"copy_id\":%%lld,\"until_s\":%%lld,"
                             "\"first_name\":\"Bilal\",\"happened_at\":\"2026-09-07T17:00\"}",
                             (long long)shed.item_id),
                shed.other_id, at("2026-09-11T09:00"));
    assert_int_equal(world_int(world, "SELECT from_s FROM request_state WHERE request_id = %lld",
                               (long long)json_number(world, json, "request_id")),
                     at("2026-09-07T17:00"));
}

static void the_picking_list_has_what_is_not_yet_prepared_with_its_shelf(void **state)
{
    struct world *world = *state;
    const struct shed shed = shed_make(world);
    const int64_t today_id = build_of_home(world, &shed, shed.copy_id, "reserved",
                                           "2026-09-08T17:00", "2026-09-09T09:00");
    (void)build_of_home(world, &shed, shed.other_id, "reserved", "2026-09-09T09:00",
                        "2026-09-10T09:00");
    const char *json = get(world, "/api/loans/picking", "{}", 0);
    assert_int_equal(json_number(world, json, "lines[0].request_id"), today_id);
    assert_int_equal(json_number(world, json, "lines[1].request_id"), -1);
    assert_int_equal(world_int(world,
                               "SELECT json_extract(%Q, '$.lines[0].shelf') = 'A3'"
                               " AND json_extract(%Q, '$.lines[0].parts[0]') = 'Mallette'",
                               json, json),
                     1);
    json = get(world, "/api/loans/picking", "{\"day\":\"2026-09-09\"}", 0);
    assert_true(json_number(world, json, "lines[1].request_id") > 0);
    assert_int_equal(get_err(world, "/api/loans/picking", "{\"day\":\"tomorrow\"}"), ERR_INVALID);
}

static void the_count_is_what_there_is_to_do_today(void **state)
{
    struct world *world = *state;
    const struct shed shed = shed_make(world);
    int64_t count = 0;
    (void)build_of_home(world, &shed, shed.copy_id, "out", "2026-09-01T09:00", "2026-09-05T09:00");
    (void)build_of_home(world, &shed, shed.copy_id, "reserved", "2026-09-10T09:00",
                        "2026-09-11T09:00"); /* it is late: a task */
    (void)build_of_home(world, &shed, shed.other_id, "reserved", "2026-09-08T17:00",
                        "2026-09-09T09:00");
    struct query q = db_query(world->db, Q_DESK_LOANS_COUNT);
    query_int(&q, "now_s", at(WORLD_NOW));
    query_int(&q, "day_s", at("2026-09-08T00:00"));
    query_int(&q, "next_day_s", at("2026-09-09T00:00"));
    assert_int_equal(query_one_int(&q, &count), ERR_OK);
    assert_int_equal(count, 3);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_list_has_its_loans_and_the_counts_are_all_there),
        TEST(a_long_list_goes_on_where_the_page_ended),
        TEST(loans_are_found_by_thing_name_and_number),
        TEST(one_loan_says_what_can_be_done_and_what_stands_against_it),
        TEST(a_private_loan_is_not_shown_to_the_own_household),
        TEST(a_loan_goes_out_comes_back_to_be_checked_and_is_repaired),
        TEST(a_loan_is_kept_longer_at_the_desk),
        TEST(a_loan_at_the_counter_begins_now_or_began_on_paper),
        TEST(the_picking_list_has_what_is_not_yet_prepared_with_its_shelf),
        TEST(the_count_is_what_there_is_to_do_today),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
