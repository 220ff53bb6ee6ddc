/* The layouts of the on-screen keyboard are whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/text.h"
#include "ui/keymap.h"

static const char *const names[] = {"azerty", "abc"};

static const struct keymap_key *find_text(const struct keymap_page *page, const char *text)
{
    const struct keymap_key *key;
    for (size_t i = 0; (key = keymap_key_at(page, i)) != NULL; i++) {
        if (key->text != NULL && strcmp(key->text, text) == 0) {
            return key;
        }
    }
    return NULL;
}

static size_t count_action(const struct keymap_page *page, enum keymap_action action)
{
    size_t count = 0;
    const struct keymap_key *key;
    for (size_t i = 0; (key = keymap_key_at(page, i)) != NULL; i++) {
        count += key->action == action;
    }
    return count;
}

static void test_every_row_fills_the_columns_of_its_page(void **state)
{
    (void)state;
    for (size_t n = 0; n < ARRAY_LEN(names); n++) {
        const struct keymap *keymap = keymap_find(names[n]);
        for (size_t p = 0; p < keymap->page_count; p++) {
            const struct keymap_page *page = &keymap->pages[p];
            for (size_t r = 0; r < page->row_count; r++) {
                int columns = 0;
                for (size_t k = 0; k < page->rows[r].count; k++) {
                    assert_true(page->rows[r].keys[k].columns >= 2);
                    columns += page->rows[r].keys[k].columns;
                }
                assert_int_equal(columns, page->columns);
            }
        }
    }
}

static void test_every_key_says_what_it_does(void **state)
{
    (void)state;
    for (size_t n = 0; n < ARRAY_LEN(names); n++) {
        const struct keymap *keymap = keymap_find(names[n]);
        for (size_t p = 0; p < keymap->page_count; p++) {
            const struct keymap_key *key;
            for (size_t i = 0; (key = keymap_key_at(&keymap->pages[p], i)) != NULL; i++) {
                const bool is_text = key->action == KEYMAP_TEXT || key->action == KEYMAP_SPACE;
                assert_int_equal(is_text, key->text != NULL);
                assert_true(key->label != NULL || key->name != NULL);
                assert_true(key->label != NULL || key->icon != UI_ICON_NONE ||
                            key->action == KEYMAP_SPACE);
                if (is_text) {
                    assert_int_equal(utf8_count(str_of(key->text)), 1);
                    assert_ptr_equal(find_text(&keymap->pages[p], key->text), key);
                }
                assert_in_range(key->page, 0, keymap->page_count - 1);
            }
        }
    }
}

static void test_every_page_can_erase_space_move_and_lead_elsewhere(void **state)
{
    (void)state;
    for (size_t n = 0; n < ARRAY_LEN(names); n++) {
        const struct keymap *keymap = keymap_find(names[n]);
        for (size_t p = 0; p < keymap->page_count; p++) {
            const struct keymap_page *page = &keymap->pages[p];
            assert_int_equal(count_action(page, KEYMAP_ERASE), 1);
            assert_int_equal(count_action(page, KEYMAP_SPACE), 1);
            assert_int_equal(count_action(page, KEYMAP_LEFT), 1);
            assert_int_equal(count_action(page, KEYMAP_RIGHT), 1);
            assert_true(count_action(page, KEYMAP_PAGE) >= 1);
        }
    }
}

static void test_every_letter_and_accent_of_french_is_in_sight(void **state)
{
    (void)state;
    static const char *const small[] = {"àâçèéêîôùû", "abcdefghijklmnopqrstuvwxyz", "’,."};
    static const char *const capital[] = {"ÀÂÇÈÉÊÎÔÙÛ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "’,."};
    static const char *const signs[] = {"ëïüœæ«»€", "0123456789", "?!:;-/()@&’\"+=%°"};
    static const char *const *const wanted[] = {small, capital, signs};
    for (size_t n = 0; n < ARRAY_LEN(names); n++) {
        for (size_t p = 0; p < 3; p++) {
            for (size_t s = 0; s < 3; s++) {
                const char *at = wanted[p][s];
                const char *end = at + strlen(at);
                while (at < end) {
                    char text[5] = {0};
                    (void)utf8_put(utf8_next(&at, end), text);
                    assert_non_null(find_text(&keymap_find(names[n])->pages[p], text));
                }
            }
        }
    }
}

static void test_the_apostrophe_is_the_typographic_one(void **state)
{
    (void)state;
    for (size_t n = 0; n < ARRAY_LEN(names); n++) {
        for (size_t p = 0; p < 3; p++) {
            assert_null(find_text(&keymap_find(names[n])->pages[p], "'"));
        }
    }
}

static void test_erase_is_as_wide_as_two_letters(void **state)
{
    (void)state;
    const struct keymap_page *page = &keymap_find("azerty")->pages[0];
    const struct keymap_key *key;
    for (size_t i = 0; (key = keymap_key_at(page, i)) != NULL; i++) {
        if (key->action == KEYMAP_ERASE) {
            assert_int_equal(key->columns, 2 * find_text(page, "a")->columns);
        }
    }
}

static void test_rows_stand_in_the_order_of_their_layout(void **state)
{
    (void)state;
    const struct keymap_page *azerty = &keymap_find("azerty")->pages[0];
    assert_string_equal(keymap_key_at(azerty, 10)->text, "a");
    assert_string_equal(keymap_key_at(azerty, 11)->text, "z");
    const struct keymap_page *abc = &keymap_find("abc")->pages[0];
    assert_string_equal(keymap_key_at(abc, 10)->text, "a");
    assert_string_equal(keymap_key_at(abc, 11)->text, "b");
}

static void test_an_unknown_layout_and_a_key_beyond_the_last_are_null(void **state)
{
    (void)state;
    assert_null(keymap_find("qwerty"));
    assert_null(keymap_key_at(&keymap_find("abc")->pages[0], 1000));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_row_fills_the_columns_of_its_page),
        cmocka_unit_test(test_every_key_says_what_it_does),
        cmocka_unit_test(test_every_page_can_erase_space_move_and_lead_elsewhere),
        cmocka_unit_test(test_every_letter_and_accent_of_french_is_in_sight),
        cmocka_unit_test(test_the_apostrophe_is_the_typographic_one),
        cmocka_unit_test(test_erase_is_as_wide_as_two_letters),
        cmocka_unit_test(test_rows_stand_in_the_order_of_their_layout),
        cmocka_unit_test(test_an_unknown_layout_and_a_key_beyond_the_last_are_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
