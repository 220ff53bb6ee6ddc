/* A list as the page sends it: a file, looked at, then taken over. */
#include "support_desk.h"

#include <string.h>

#include "base/clock.h"
#include "core/csv.h"

static const char LIST[] = "\xEF\xBB\xBF"
                           "Numéro;Nom;Prénoms;Remarque\r\n"
                           "412;\"<b>Benali</b>\";Samira et Adam;x\r\n"
                           ";Yılmaz;;\r\n"
                           "413;Petit;Paul\r\n";

/* The answer's JSON; NULL on an error, which is in *err. */
static const char *send(struct world *world, const void *file, size_t len, const char *arguments,
                        enum err *err)
{
    const struct route *route = route_find(METHOD_POST, "/api/import/households");
    struct exchange exchange = {
        .db = world->db,
        .arena = world->arena,
        .now_s = clock_now_s(),
        .role = ROLE_CONCIERGE,
        .login = {.staff_id = NADIA},
        .body = arguments,
        .file = file,
        .file_len = len,
    };
    assert_non_null(route);
    assert_string_equal(route->file_type, "text/csv");
    assert_int_equal(route_body_most(route), CSV_BYTES_MAX);
    *err = route_run(route, &exchange);
    return *err == ERR_OK ? exchange.json : NULL;
}

static const char *must_send(struct world *world, const char *list, const char *arguments)
{
    enum err err = ERR_OK;
    const char *json = send(world, list, strlen(list), arguments, &err);
    assert_int_equal(err, ERR_OK);
    return json;
}

static bool says(struct world *world, const char *json, const char *path, const char *text)
{
    return world_int(world, "SELECT json_extract(%Q, %Q) IS %Q", json, path, text) == 1;
}

/* {"digest": …} as the page sends it back. */
static const char *seen(struct world *world, const char *json)
{
    const char *at = strstr(json, "\"digest\":\"") + strlen("\"digest\":\"");
    return arena_printf(world->arena, "{\"digest\":\"%.*s\"}", (int)strcspn(at, "\""), at);
}

static void a_list_is_seen_then_taken_over_then_unchanged(void **state)
{
    struct world *world = *state;
    const char *json = must_send(world, LIST, "{}");
    assert_int_equal(json_number(world, json, "counts.new"), 2);
    assert_int_equal(json_number(world, json, "counts.refused"), 1);
    assert_int_equal(json_number(world, json, "is_done"), 0);
    assert_true(says(world, json, "$.lines[0].name", "<b>Benali</b>"));
    assert_true(says(world, json, "$.lines[0].number", "0412"));
    assert_true(says(world, json, "$.lines[1].verdict", "refused"));
    assert_true(says(world, json, "$.lines[1].reason", "unknown"));
    assert_true(says(world, json, "$.unread[0]", "Remarque"));
    assert_int_equal(json_number(world, json, "lines[2].line"), 4);
    assert_int_equal(world_int(world, "SELECT count(*) FROM household"), 0);
    json = must_send(world, LIST, seen(world, json));
    assert_int_equal(json_number(world, json, "is_done"), 1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM household"), 2);
    json = must_send(world, LIST, "{}");
    assert_int_equal(json_number(world, json, "counts.unchanged"), 2);
    assert_int_equal(json_number(world, json, "lines[1].line"), -1); /* the refused one alone */
}

static void what_would_now_be_different_is_seen_again(void **state)
{
    struct world *world = *state;
    enum err err = ERR_OK;
    const char *arguments = seen(world, must_send(world, LIST, "{}"));
    (void)build_household(world, "0413", "Ali");
    assert_null(send(world, LIST, sizeof(LIST) - 1, arguments, &err));
    assert_int_equal(err, ERR_CONFLICT);
    assert_null(send(world, LIST, sizeof(LIST) - 1, "{\"digest\":7}", &err));
    assert_int_equal(err, ERR_INVALID);
    assert_int_equal(world_int(world, "SELECT count(*) FROM household"), 1);
}

static void a_file_that_cannot_be_read_says_where(void **state)
{
    struct world *world = *state;
    enum err err = ERR_OK;
    const char *json = must_send(world, "Nom\nH\xE9l\xE8ne\n", "{}");
    assert_true(says(world, json, "$.trouble.code", "not_text"));
    assert_int_equal(json_number(world, json, "trouble.line"), 2);
    json = must_send(world, "Prénom\nAli\n", "{}");
    assert_true(says(world, json, "$.trouble.code", "no_column"));
    assert_true(says(world, json, "$.trouble.detail", "family_name"));
    json = send(world, NULL, 0, "{}", &err);
    assert_true(says(world, json, "$.trouble.code", "empty"));
    json = send(world, "Nom\nA\0B\n", 8, "{}", &err);
    assert_true(says(world, json, "$.trouble.code", "not_text"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_list_is_seen_then_taken_over_then_unchanged),
        TEST(what_would_now_be_different_is_seen_again),
        TEST(a_file_that_cannot_be_read_says_where),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
