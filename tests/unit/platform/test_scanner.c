/* A scanner is told from a person; what neither of them means does no harm. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "platform/scanner.h"

#define CARD "C10123456789ABCDEFGHJKMNPQRSXY"

enum { KEY_MINUS = 45, KEY_SHIFT = 225, KEY_LEFT = 80 };

static struct scanner scanner;
static int64_t now_ms;
static char typed[2048]; /* what reached the text field */
static char codes[512];  /* what was scanned, each with ; */
static int noises;

static int setup(void **state)
{
    (void)state;
    memset(&scanner, 0, sizeof(scanner));
    now_ms = 1000;
    typed[0] = '\0';
    codes[0] = '\0';
    noises = 0;
    return 0;
}

static void append(char *to, size_t size, const char *text, const char *end)
{
    const size_t len = strlen(to);
    (void)snprintf(to + len, size - len, "%s%s", text, end);
}

static bool take(struct scanner_output output)
{
    if (output.text != NULL) {
        append(typed, sizeof(typed), output.text, "");
    }
    if (output.code != NULL) {
        append(codes, sizeof(codes), output.code, ";");
    }
    noises += output.is_noise;
    return output.is_taken;
}

/* A key and, unless empty, the text that the system's layout makes of it. */
static bool press(int scancode, const char *text)
{
    const struct scanner_key key = {.scancode = scancode, .at_ms = now_ms};
    const bool is_taken = take(scanner_key(&scanner, &key));
    if (text[0] != '\0' && !take(scanner_text(&scanner, text))) {
        append(typed, sizeof(typed), text, "");
    }
    return is_taken;
}

static bool press_control(int scancode)
{
    const struct scanner_key key = {.scancode = scancode, .has_control = true, .at_ms = now_ms};
    return take(scanner_key(&scanner, &key));
}

static void type(const char *text, int gap_ms)
{
    for (; *text != '\0'; text++) {
        const char letter[] = {*text == '\n' ? '\0' : *text, '\0'};
        const bool is_taken = press(scanner_scancode(*text), letter);
        if (*text == '\n' && !is_taken) {
            append(typed, sizeof(typed), "\n", "");
        }
        now_ms += gap_ms;
    }
}

static void wait_long(void)
{
    now_ms += 1000;
    take(scanner_tick(&scanner, now_ms));
}

static void test_a_card_and_a_ticket_are_scanned(void **state)
{
    (void)state;
    type(CARD "\n", 2);
    wait_long();
    type("T1ABCDEFGH\n", SCANNER_GAP_MS);
    wait_long();
    assert_string_equal(codes, CARD ";T1ABCDEFGH;");
    assert_string_equal(typed, "");
    assert_int_equal(noises, 0);
}

static void test_letters_are_read_as_capitals_of_a_us_keyboard(void **state)
{
    (void)state;
    /* A French system makes other letters of the same keys. */
    static const struct {
        char us;
        const char *french;
    } keys[] = {{'C', "c"}, {'1', "&"}, {'A', "q"}, {'Q', "a"}, {'W', "z"},
                {'Z', "w"}, {'M', ","}, {'2', "é"}, {'0', "à"}};
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        (void)press(scanner_scancode(keys[i].us), keys[i].french);
        now_ms += 5;
    }
    (void)press(scanner_scancode('\n'), "");
    assert_string_equal(codes, "C1AQWZM20;");
    assert_string_equal(typed, "");
}

static void test_every_letter_and_digit_is_decoded_also_from_the_keypad(void **state)
{
    (void)state;
    type("T1ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\n", 1);
    assert_string_equal(codes, "T1ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789;");
    wait_long();
    codes[0] = '\0';
    type("C", 1);
    for (int key = 89; key <= 98; key++) {
        (void)press(key, "");
    }
    (void)press(88, "");
    assert_string_equal(codes, "C1234567890;");
}

static void test_a_person_typing_sees_every_character(void **state)
{
    (void)state;
    type("c1est chouette\n", 120);
    wait_long();
    assert_string_equal(typed, "c1est chouette\n");
    assert_string_equal(codes, "");
    assert_int_equal(noises, 0);
}

static void test_a_person_typing_very_fast_sees_every_character_in_order(void **state)
{
    (void)state;
    type("tcctt1chat\n", 5);
    wait_long();
    assert_string_equal(typed, "tcctt1chat\n");
    assert_string_equal(codes, "");
}

static void test_what_a_person_typed_comes_in_the_systems_layout(void **state)
{
    (void)state;
    (void)press(scanner_scancode('C'), "ц");
    assert_string_equal(typed, "");
    now_ms = scanner_deadline_ms(&scanner);
    take(scanner_tick(&scanner, now_ms));
    assert_string_equal(typed, "ц");
}

static void test_a_held_letter_waits_no_longer_than_a_gap(void **state)
{
    (void)state;
    assert_int_equal(scanner_deadline_ms(&scanner), -1);
    assert_true(press(scanner_scancode('C'), "c"));
    assert_int_equal(scanner_deadline_ms(&scanner), now_ms + SCANNER_GAP_MS + 1);
    take(scanner_tick(&scanner, now_ms + SCANNER_GAP_MS));
    assert_string_equal(typed, "");
    take(scanner_tick(&scanner, now_ms + SCANNER_GAP_MS + 1));
    assert_string_equal(typed, "c");
    assert_int_equal(scanner_deadline_ms(&scanner), -1);
}

static void test_other_keys_pass_at_once(void **state)
{
    (void)state;
    assert_false(press(scanner_scancode('E'), "e"));
    assert_false(press(KEY_LEFT, ""));
    assert_false(press(scanner_scancode('\n'), ""));
    assert_false(press_control(scanner_scancode('C')));
    assert_int_equal(scanner_deadline_ms(&scanner), -1);
}

static void test_a_key_that_ends_the_doubt_comes_after_what_was_held(void **state)
{
    (void)state;
    (void)press(scanner_scancode('C'), "c");
    assert_false(press(KEY_LEFT, ""));
    assert_string_equal(typed, "c");
    type("c1", 1);
    assert_false(press(KEY_LEFT, ""));
    assert_string_equal(typed, "cc1");
}

static void test_a_key_held_down_is_a_persons(void **state)
{
    (void)state;
    const struct scanner_key held = {
        .scancode = scanner_scancode('C'), .is_repeat = true, .at_ms = now_ms};
    (void)press(scanner_scancode('C'), "c");
    assert_false(take(scanner_key(&scanner, &held)));
    assert_string_equal(typed, "c");
}

static void test_a_short_burst_with_enter_is_a_persons(void **state)
{
    (void)state;
    type("c1abc\n", 1);
    assert_string_equal(typed, "c1abc\n");
    assert_string_equal(codes, "");
}

static void test_a_pause_while_the_program_paints_does_not_break_a_code(void **state)
{
    (void)state;
    type("C1", 5);
    now_ms += SCANNER_PAUSE_MS - 5;
    type("234567890\n", 5);
    assert_string_equal(codes, "C1234567890;");
}

static void test_a_code_without_its_enter_is_noise_and_never_text(void **state)
{
    (void)state;
    type(CARD, 2);
    wait_long();
    assert_int_equal(noises, 1);
    assert_string_equal(codes, "");
    assert_string_equal(typed, "");
    type(CARD "\n", 2);
    assert_string_equal(codes, CARD ";");
}

static void test_shift_around_letters_changes_nothing(void **state)
{
    (void)state;
    for (const char *at = CARD "\n"; *at != '\0'; at++) {
        (void)press(KEY_SHIFT, "");
        type((const char[]){*at, '\0'}, 2);
    }
    assert_string_equal(codes, CARD ";");
}

static void test_control_characters_around_a_code_are_skipped(void **state)
{
    (void)state;
    assert_false(press_control(scanner_scancode('B'))); /* STX */
    type("C1ABCDEF", 2);
    assert_true(press_control(scanner_scancode('C')));
    type("GH\n", 2);
    assert_string_equal(codes, "C1ABCDEFGH;");
}

static void test_a_code_with_a_foreign_key_in_it_is_noise(void **state)
{
    (void)state;
    type("C1ABCDEFGH", 2);
    assert_true(press(KEY_MINUS, "-"));
    type("IJ\n", 2);
    assert_int_equal(noises, 1);
    assert_string_equal(codes, "");
    assert_string_equal(typed, "");
}

static void test_two_cards_in_a_row_are_two_codes(void **state)
{
    (void)state;
    type(CARD "\n" CARD "\n", 1);
    assert_string_equal(codes, CARD ";" CARD ";");
}

static void test_two_cards_without_an_enter_between_are_noise_once(void **state)
{
    (void)state;
    type(CARD CARD "\n", 1);
    assert_int_equal(noises, 1);
    assert_string_equal(codes, "");
    assert_string_equal(typed, "");
}

static void test_a_card_right_after_noise_is_scanned(void **state)
{
    (void)state;
    type(CARD CARD "\n" CARD "\n", 1);
    assert_int_equal(noises, 1);
    assert_string_equal(codes, CARD ";");
}

static void test_a_megabyte_without_end_is_noise_once(void **state)
{
    (void)state;
    type("C1", 1);
    for (int i = 0; i < 1000000; i++) {
        type("A", 1);
        assert_true(scanner.code_len <= SCANNER_CODE_MAX && scanner.held_len <= SCANNER_TEXT_MAX);
    }
    assert_string_equal(typed, "");
    wait_long();
    assert_int_equal(noises, 1);
    assert_int_equal(scanner_deadline_ms(&scanner), -1);
}

static void test_a_megabyte_without_prefix_is_cut_off(void **state)
{
    (void)state;
    for (int i = 0; i < 1000000; i++) {
        type("9", 1);
    }
    assert_int_equal(strlen(typed), SCANNER_FLOOD);
    wait_long();
    assert_int_equal(noises, 1);
    type("a", 100);
    assert_int_equal(strlen(typed), SCANNER_FLOOD + 1);
}

static void test_more_text_than_fits_is_noise(void **state)
{
    (void)state;
    (void)press(scanner_scancode('C'), "c");
    char text[SCANNER_TEXT_MAX + 1];
    memset(text, 'x', sizeof(text) - 1);
    text[sizeof(text) - 1] = '\0';
    assert_true(take(scanner_text(&scanner, text)));
    wait_long();
    assert_int_equal(noises, 1);
    assert_string_equal(typed, "");
}

static void test_a_code_is_forgotten_with_the_next_event(void **state)
{
    (void)state;
    type(CARD "\n", 2);
    take(scanner_tick(&scanner, now_ms));
    for (size_t i = 0; i < sizeof(scanner.code); i++) {
        assert_int_equal(scanner.code[i], 0);
    }
    for (size_t i = 0; i < sizeof(scanner.held); i++) {
        assert_int_equal(scanner.held[i], 0);
    }
}

static void test_only_letters_digits_and_enter_have_a_key(void **state)
{
    (void)state;
    assert_int_equal(scanner_scancode('z'), scanner_scancode('Z'));
    assert_int_equal(scanner_scancode('-'), 0);
    assert_int_equal(scanner_scancode('\0'), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, setup)
    const struct CMUnitTest tests[] = {
        TEST(test_a_card_and_a_ticket_are_scanned),
        TEST(test_letters_are_read_as_capitals_of_a_us_keyboard),
        TEST(test_every_letter_and_digit_is_decoded_also_from_the_keypad),
        TEST(test_a_person_typing_sees_every_character),
        TEST(test_a_person_typing_very_fast_sees_every_character_in_order),
        TEST(test_what_a_person_typed_comes_in_the_systems_layout),
        TEST(test_a_held_letter_waits_no_longer_than_a_gap),
        TEST(test_other_keys_pass_at_once),
        TEST(test_a_key_that_ends_the_doubt_comes_after_what_was_held),
        TEST(test_a_key_held_down_is_a_persons),
        TEST(test_a_short_burst_with_enter_is_a_persons),
        TEST(test_a_pause_while_the_program_paints_does_not_break_a_code),
        TEST(test_a_code_without_its_enter_is_noise_and_never_text),
        TEST(test_shift_around_letters_changes_nothing),
        TEST(test_control_characters_around_a_code_are_skipped),
        TEST(test_a_code_with_a_foreign_key_in_it_is_noise),
        TEST(test_two_cards_in_a_row_are_two_codes),
        TEST(test_two_cards_without_an_enter_between_are_noise_once),
        TEST(test_a_card_right_after_noise_is_scanned),
        TEST(test_a_megabyte_without_end_is_noise_once),
        TEST(test_a_megabyte_without_prefix_is_cut_off),
        TEST(test_more_text_than_fits_is_noise),
        TEST(test_a_code_is_forgotten_with_the_next_event),
        TEST(test_only_letters_digits_and_enter_have_a_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
