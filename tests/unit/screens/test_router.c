#include "screens/router.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "support_house.h"

static void assert_screen(const struct house *house, const char *screen)
{
    assert_string_equal(router_screen(house->router), screen);
}

static void a_touch_during_a_screen_change_fires_nothing(void **state)
{
    struct house *house = *state;
    house_finger(house, UI_TOUCH_DOWN, "tile-agenda");
    house_finger(house, UI_TOUCH_UP, "tile-agenda");
    assert_screen(house, "agenda");
    /* not presented yet: home still stands on the glass */
    house_finger(house, UI_TOUCH_DOWN, "tile-lend");
    house_finger(house, UI_TOUCH_UP, "tile-lend");
    assert_screen(house, "agenda");
}

static void two_taps_of_one_moment_both_count_on_a_stepper(void **state)
{
    struct house *house = *state;
    house_tap(house, "tile-agenda");
    house_tap(house, "session-102");
    for (int i = 0; i < 2; i++) {
        house_finger(house, UI_TOUCH_DOWN, "adults-more");
        house_finger(house, UI_TOUCH_UP, "adults-more");
        clock_advance_ms(100);
    }
    house_wait(house, 10);
    assert_true(house_shows(house, "pas assez") || house_shows(house, "Pas assez"));
}

static void the_touch_that_wakes_does_nothing_else(void **state)
{
    struct house *house = *state;
    house_wait(house, 91000);
    assert_screen(house, "attract");
    const struct ui_touch_event down = {
        .kind = UI_TOUCH_DOWN, .x = 800, .y = 1800, .at_ms = clock_mono_ms()};
    struct ui_touch_event up = down;
    up.kind = UI_TOUCH_UP;
    router_touch(house->router, &down);
    router_touch(house->router, &up);
    house_wait(house, 100);
    assert_screen(house, "home");
    house_finger(house, UI_TOUCH_DOWN, "tile-agenda");
    house_finger(house, UI_TOUCH_UP, "tile-agenda");
    assert_screen(house, "home");
    house_wait(house, 500);
    house_tap(house, "tile-agenda");
    assert_screen(house, "agenda");
}

static void what_is_stuck_on_the_panel_keeps_no_visit_going(void **state)
{
    struct house *house = *state;
    struct ui_touch_event event = {.kind = UI_TOUCH_DOWN, .x = 5, .y = 700};
    house_tap(house, "tile-agenda");
    for (int second = 0; second < 140; second++) {
        event.at_ms = clock_mono_ms();
        router_touch(house->router, &event);
        event.kind = UI_TOUCH_MOVE;
        event.x = 5 + second % 2;
        house_wait(house, 1000);
    }
    assert_screen(house, "attract");
}

static void an_idle_home_draws_nothing_and_wakes_once_a_second(void **state)
{
    struct house *house = *state;
    house_wait(house, 1000);
    for (int i = 0; i < 10; i++) {
        assert_in_range(router_deadline_ms(house->router) - clock_mono_ms(), 1, 1000);
        clock_advance_ms(router_deadline_ms(house->router) - clock_mono_ms());
        router_tick(house->router);
        assert_false(router_draw(house->router));
    }
}

static void what_another_program_wrote_shows_within_a_second(void **state)
{
    struct house *house = *state;
    house_exec(house, "UPDATE site SET name = 'Maison du Rhin'");
    assert_false(house_shows(house, "Maison du Rhin"));
    house_wait(house, 1000);
    assert_true(house_shows(house, "Maison du Rhin"));
}

static void somebody_known_is_asked_and_then_forgotten(void **state)
{
    struct house *house = *state;
    router_scan(house->router, CARD_LUCIE);
    house_wait(house, 400);
    assert_true(house_shows(house, "Terminer et effacer"));
    house_tap(house, "home");
    house_wait(house, 91000);
    assert_screen(house, "still_there");
    assert_false(router_take_wiped(house->router));
    house_wait(house, 31000);
    assert_screen(house, "attract");
    assert_true(router_take_wiped(house->router));
    assert_int_equal(ui_text_cached_bytes(house->stage) > 0, 1); /* of the attract screen alone */
}

static void another_card_ends_the_visit_before(void **state)
{
    struct house *house = *state;
    router_scan(house->router, CARD_LUCIE);
    house_wait(house, 400);
    (void)router_take_wiped(house->router);
    router_scan(house->router, CARD_AHMED);
    assert_true(router_take_wiped(house->router));
}

/* Up to the review of a booking of session 112, which has one seat left. */
static void fill_in(struct house *house)
{
    house_tap(house, "tile-agenda");
    house_tap(house, "day-3");
    house_tap(house, "session-112");
    house_tap(house, "ask");
    house_tap(house, "without");
    house_tap(house, "come-back");
    assert_screen(house, "review");
}

static void a_session_that_fills_meanwhile_is_said_and_nothing_is_written(void **state)
{
    struct house *house = *state;
    fill_in(house);
    house_exec(house, "UPDATE session SET capacity = 4 WHERE request_id = 112");
    const int64_t before = house_int(house, "SELECT count(*) FROM request");
    house_tap(house, "send");
    assert_screen(house, "trouble");
    assert_true(house_shows(house, "Cette date vient de changer"));
    assert_int_equal(house_int(house, "SELECT count(*) FROM request"), before);
}

static void a_session_that_moves_meanwhile_is_said(void **state)
{
    struct house *house = *state;
    fill_in(house);
    house_exec(house, "UPDATE session SET starts_s = starts_s + 3600, ends_s = ends_s + 3600"
                      " WHERE request_id = 112");
    house_tap(house, "send");
    assert_true(house_shows(house, "Cette date vient de changer"));
    assert_true(house_shows(house, "déplacé"));
}

static void a_busy_house_is_said_and_the_next_touch_tries_again(void **state)
{
    struct house *house = *state;
    char path[200];
    fill_in(house);
    (void)snprintf(path, sizeof(path), "%s.turn", house->path);
    const int turn = open(path, O_RDWR | O_CLOEXEC);
    assert_int_equal(flock(turn, LOCK_EX), 0);
    house_tap(house, "send");
    assert_true(house_shows(house, "Le registre est occupé"));
    (void)close(turn);
    house_tap(house, "go-back");
    assert_screen(house, "review");
    house_tap(house, "send");
    assert_screen(house, "ticket");
}

static void a_clock_earlier_than_the_last_record_sends_nothing(void **state)
{
    struct house *house = *state;
    fill_in(house);
    house_exec(house, "UPDATE site SET last_record_s = last_record_s + 86400");
    house_tap(house, "send");
    assert_true(house_shows(house, "L’horloge de cet écran est déréglée"));
}

static void a_request_whose_ticket_never_showed_is_said_for_an_hour(void **state)
{
    struct house *house = *state;
    fill_in(house);
    house_tap(house, "send");
    assert_int_equal(house_int(house, "SELECT count(*) FROM ticket WHERE shown_at_s IS NULL"), 0);
    house_exec(house, "UPDATE ticket SET shown_at_s = NULL");
    house_tap(house, "end");
    house_wait(house, 1500);
    assert_true(house_shows(house, "l’écran s’est éteint avant de montrer son ticket"));
    clock_advance_ms(INT64_C(3600) * 1000);
    house_wait(house, 2000);
    assert_false(house_shows(house, "l’écran s’est éteint avant de montrer son ticket"));
}

static void without_a_database_the_trouble_is_the_only_screen(void **state)
{
    struct house *house = *state;
    struct router *router = router_create(&(struct router_options){
        .stage = house->stage,
        .width_px = 1080,
        .height_px = 1920,
        .lang = "fr",
        .trouble = ERR_CORRUPT,
    });
    assert_string_equal(router_screen(router), "trouble");
    assert_true(router_draw(router));
    router_presented(router);
    assert_non_null(strstr(ui_node_find(router_nodes(router), "trouble-title")->name, "abîmé"));
    assert_null(ui_node_find(router_nodes(router), "go-back"));
    router_scan(router, CARD_LUCIE);
    clock_advance_ms(300000);
    router_tick(router);
    assert_string_equal(router_screen(router), "trouble");
    router_destroy(router);
}

#define HOUSE_TEST(name) cmocka_unit_test_setup_teardown(name, house_setup, house_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        HOUSE_TEST(a_touch_during_a_screen_change_fires_nothing),
        HOUSE_TEST(two_taps_of_one_moment_both_count_on_a_stepper),
        HOUSE_TEST(the_touch_that_wakes_does_nothing_else),
        HOUSE_TEST(what_is_stuck_on_the_panel_keeps_no_visit_going),
        HOUSE_TEST(an_idle_home_draws_nothing_and_wakes_once_a_second),
        HOUSE_TEST(what_another_program_wrote_shows_within_a_second),
        HOUSE_TEST(somebody_known_is_asked_and_then_forgotten),
        HOUSE_TEST(another_card_ends_the_visit_before),
        HOUSE_TEST(a_session_that_fills_meanwhile_is_said_and_nothing_is_written),
        HOUSE_TEST(a_session_that_moves_meanwhile_is_said),
        HOUSE_TEST(a_busy_house_is_said_and_the_next_touch_tries_again),
        HOUSE_TEST(a_clock_earlier_than_the_last_record_sends_nothing),
        HOUSE_TEST(a_request_whose_ticket_never_showed_is_said_for_an_hour),
        HOUSE_TEST(without_a_database_the_trouble_is_the_only_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
