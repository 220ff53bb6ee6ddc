#include "core/house_edit.h"

#include <string.h>

#include "support_db.h"

static void name_and_district_are_written(void **state)
{
    struct world *world = *state;
    struct house_site site;
    assert_int_equal(house_set_site(world->db, "Maison d’Ampère", "Ampère"), ERR_OK);
    assert_int_equal(house_site(world->db, world->arena, &site), ERR_OK);
    assert_string_equal(site.name, "Maison d’Ampère");
    assert_string_equal(site.district, "Ampère");
    assert_string_equal(site.zone, "Europe/Paris");
}

static void a_name_that_cannot_be_is_refused(void **state)
{
    struct world *world = *state;
    char name[HOUSE_NAME_MOST_CHARS + 2] = "";
    memset(name, 'a', HOUSE_NAME_MOST_CHARS + 1);
    assert_int_equal(house_set_site(world->db, "", ""), ERR_INVALID);
    assert_int_equal(house_set_site(world->db, name, ""), ERR_INVALID);
    assert_int_equal(house_set_site(world->db, "a", name), ERR_INVALID);
    assert_int_equal(house_set_site(world->db, "two\nlines", ""), ERR_INVALID);
    assert_int_equal(house_set_site(world->db, "\x01", ""), ERR_INVALID);
    set_time("2026-09-01T10:00");
    assert_int_equal(house_set_site(world->db, "a", ""), ERR_CLOCK);
}

static void the_message_is_written_and_taken_away(void **state)
{
    struct world *world = *state;
    char message[HOUSE_MESSAGE_MOST_CHARS + 2] = "";
    struct house_site site;
    memset(message, 'a', HOUSE_MESSAGE_MOST_CHARS);
    assert_int_equal(house_set_message(world->db, message), ERR_OK);
    assert_int_equal(house_site(world->db, world->arena, &site), ERR_OK);
    assert_string_equal(site.message, message);
    message[HOUSE_MESSAGE_MOST_CHARS] = 'a';
    assert_int_equal(house_set_message(world->db, message), ERR_INVALID);
    assert_int_equal(house_set_message(world->db, "\xff"), ERR_INVALID);
    assert_int_equal(house_set_message(world->db, ""), ERR_OK);
    assert_int_equal(world_int(world, "SELECT length(message) FROM site"), 0);
    set_time("2026-09-01T10:00");
    assert_int_equal(house_set_message(world->db, ""), ERR_CLOCK);
}

static void lines_of_the_safety_screen_are_replaced(void **state)
{
    struct world *world = *state;
    struct oncall_line lines[ONCALL_MAX] = {{"Astreinte", "03 53 01 10 01"}, {"Gaz", "+33 800.47"}};
    int count = 2;
    assert_int_equal(house_set_oncall(world->db, lines, count), ERR_OK);
    assert_int_equal(house_set_oncall(world->db, &lines[1], 1), ERR_OK);
    assert_int_equal(oncall_lines(world->db, world->arena, lines, &count), ERR_OK);
    assert_int_equal(count, 1);
    assert_string_equal(lines[0].label, "Gaz");
    assert_string_equal(lines[0].phone, "+33 800.47");
}

static void a_number_that_cannot_be_dialled_is_refused(void **state)
{
    struct world *world = *state;
    struct oncall_line lines[ONCALL_MAX + 1] = {{"Gaz", "112"}};
    static const char *const bad[] = {"", "1", "abc", "08 <b>", "0+1", "012345678901234567890"};
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        lines[0].phone = bad[i];
        assert_int_equal(house_set_oncall(world->db, lines, 1), ERR_INVALID);
    }
    lines[0] = (struct oncall_line){"", "112"};
    assert_int_equal(house_set_oncall(world->db, lines, 1), ERR_INVALID);
    assert_int_equal(house_set_oncall(world->db, lines, ONCALL_MAX + 1), ERR_FULL);
    assert_int_equal(world_int(world, "SELECT count(*) FROM oncall_line"), 0);
    lines[0].label = "Gaz";
    set_time("2026-09-01T10:00");
    assert_int_equal(house_set_oncall(world->db, lines, 1), ERR_CLOCK);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(name_and_district_are_written),
        TEST(a_name_that_cannot_be_is_refused),
        TEST(the_message_is_written_and_taken_away),
        TEST(lines_of_the_safety_screen_are_replaced),
        TEST(a_number_that_cannot_be_dialled_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
