/* A calendar as the page sends it: whose it is, and what is said when it cannot be read. */
#include "support_desk.h"

#include <string.h>

#include "base/clock.h"
#include "calendar/reader.h"

static const char FILE_TEXT[] = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";

static enum err send(struct world *world, struct exchange *exchange)
{
    const struct route *route = route_find(METHOD_POST, "/api/calendar/read");
    exchange->db = world->db;
    exchange->arena = world->arena;
    exchange->now_s = clock_now_s();
    exchange->file = FILE_TEXT;
    exchange->file_len = strlen(FILE_TEXT);
    assert_string_equal(route->file_type, "text/calendar");
    assert_int_equal(route_body_most(route), 8 << 20);
    assert_true(route->is_reading_calendar);
    return route_run(route, exchange);
}

/* The reading process does not stand beside the tests. */
static void a_house_that_cannot_read_says_so(void **state)
{
    struct world *world = *state;
    struct exchange exchange = {
        .role = ROLE_CONCIERGE, .login = {.staff_id = NADIA}, .body = "{\"partner_id\":\"1\"}"};
    assert_int_equal(send(world, &exchange), ERR_OK);
    assert_null(exchange.json); /* not yet */
    calendar_reader_finish(exchange.reader);
    assert_int_equal(exchange.then(&exchange), ERR_OK);
    assert_string_equal(exchange.json, "{\"refusal\":\"no_reader\"}");
    calendar_reader_end(exchange.reader);
}

static void whose_it_is_has_to_be_known(void **state)
{
    struct world *world = *state;
    struct exchange nobody = {.role = ROLE_CONCIERGE, .login = {.staff_id = NADIA}, .body = "{}"};
    assert_int_equal(send(world, &nobody), ERR_INVALID);
    assert_string_equal(nobody.field, "partner_id");
    struct exchange words = {
        .role = ROLE_CONCIERGE, .login = {.staff_id = NADIA}, .body = "{\"partner_id\":\"x\"}"};
    assert_int_equal(send(world, &words), ERR_INVALID);
    /* An organiser without an association has none to read for, whatever they say. */
    struct exchange alone = {
        .role = ROLE_ORGANISER, .login = {.staff_id = NADIA}, .body = "{\"partner_id\":\"1\"}"};
    assert_int_equal(send(world, &alone), ERR_INVALID);
    assert_null(alone.reader);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_house_that_cannot_read_says_so),
        TEST(whose_it_is_has_to_be_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
