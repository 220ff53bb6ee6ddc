/* A list of things to borrow as the page sends it: a file, looked at, then taken over. */
#include "support_desk.h"

#include <string.h>

#include "base/clock.h"
#include "core/csv.h"

static const char LIST[] = "\xEF\xBB\xBF"
                           "Titre;Catégorie;Exemplaires;Couleur\r\n"
                           "\"Scie <b>\";Outils;2;x\r\n"
                           ";Jardin;1\r\n";

static const char *send(struct world *world, const char *file, const char *arguments,
                        enum err wanted)
{
    const struct route *route = route_find(METHOD_POST, "/api/import/items");
    struct exchange exchange = {
        .db = world->db,
        .arena = world->arena,
        .now_s = clock_now_s(),
        .role = ROLE_CONCIERGE,
        .login = {.staff_id = NADIA},
        .body = arguments,
        .file = file,
        .file_len = strlen(file),
    };
    assert_string_equal(route->file_type, "text/csv");
    assert_int_equal(route_body_most(route), CSV_BYTES_MAX);
    assert_int_equal(route_run(route, &exchange), wanted);
    return exchange.json;
}

static void a_list_is_seen_then_taken_over_then_unchanged(void **state)
{
    struct world *world = *state;
    const char *json = send(world, LIST, "{}", ERR_OK);
    assert_int_equal(json_number(world, json, "counts.new"), 1);
    assert_int_equal(json_number(world, json, "counts.refused"), 1);
    assert_int_equal(json_number(world, json, "copies_added"), 2);
    assert_int_equal(json_number(world, json, "lines[0].makes_class"), 1);
    assert_int_equal(json_number(world, json, "lines[1].line"), 3);
    assert_int_equal(world_int(world, "SELECT json_extract(%Q, '$.unread[0]') = 'Couleur'", json),
                     1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM item"), 0);
    const char *at = strstr(json, "\"digest\":\"") + strlen("\"digest\":\"");
    const char *seen = arena_printf(world->arena, "{\"digest\":\"%.32s\"}", at);
    (void)send(world, LIST, "{\"digest\":\"of something else\"}", ERR_CONFLICT);
    json = send(world, LIST, seen, ERR_OK);
    assert_int_equal(json_number(world, json, "is_done"), 1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM copy"), 2);
    json = send(world, LIST, "{}", ERR_OK);
    assert_int_equal(json_number(world, json, "counts.unchanged"), 1);
}

static void a_file_that_cannot_be_read_says_why(void **state)
{
    struct world *world = *state;
    const char *json = send(world, "titre\nScie\n", "{}", ERR_OK);
    assert_int_equal(
        world_int(world, "SELECT json_extract(%Q, '$.trouble.detail') = 'class'", json), 1);
    (void)send(world, "", "{}", ERR_OK);
    (void)send(world, LIST, "{\"digest\":7}", ERR_INVALID);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_list_is_seen_then_taken_over_then_unchanged),
        TEST(a_file_that_cannot_be_read_says_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
