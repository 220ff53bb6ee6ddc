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

static const char *const names[] = {"azerty", "abc", "qwertz", "turkish", "arabic", "latin"};
enum { SMALL = KEYMAP_LETTERS, CAPITAL, SIGN, ARABIC_SIGN = 1 };

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

static void test_every_key_types_what_its_cap_shows(void **state)
{
    (void)state;
    for (size_t n = 0; n < ARRAY_LEN(names); n++) {
        const struct keymap *keymap = keymap_find(names[n]);
        for (size_t p = 0; p < keymap->page_count; p++) {
            const struct keymap_key *key;
            for (size_t i = 0; (key = keymap_key_at(&keymap->pages[p], i)) != NULL; i++) {
                const bool is_text = key->action == KEYMAP_TEXT || key->action == KEYMAP_SPACE;
                assert_int_equal(is_text, key->text != NULL);
                assert_true(key->label != NULL || key->icon != UI_ICON_NONE ||
                            key->action == KEYMAP_SPACE);
                if (key->action == KEYMAP_TEXT) {
                    assert_string_equal(key->label, key->text);
                }
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
            assert_int_equal(count_action(page, KEYMAP_BACK), 1);
            assert_int_equal(count_action(page, KEYMAP_FORWARD), 1);
            assert_true(count_action(page, KEYMAP_PAGE) >= 1);
        }
    }
}

/* Each character of wanted has a key on the page. */
static void assert_in_sight(const char *name, size_t page, const char *wanted)
{
    const char *at = wanted;
    const char *end = at + strlen(at);
    while (at < end) {
        char text[5] = {0};
        (void)utf8_put(utf8_next(&at, end), text);
        if (find_text(&keymap_find(name)->pages[page], text) == NULL) {
            fail_msg("%s, page %zu has no %s", name, page, text);
        }
    }
}

static void test_every_letter_and_accent_of_french_is_in_sight(void **state)
{
    (void)state;
    for (size_t n = 0; n < 2; n++) {
        assert_in_sight(names[n], SMALL, "àâçèéêîôùûabcdefghijklmnopqrstuvwxyz’,.");
        assert_in_sight(names[n], CAPITAL, "ÀÂÇÈÉÊÎÔÙÛABCDEFGHIJKLMNOPQRSTUVWXYZ’,.");
        assert_in_sight(names[n], SIGN, "ëïüœæ«»€0123456789?!:;-/()@&’\"+=%°");
    }
}

static void test_every_letter_of_german_is_in_sight(void **state)
{
    (void)state;
    assert_in_sight("qwertz", SMALL, "abcdefghijklmnopqrstuvwxyzäöüßé-,.");
    assert_in_sight("qwertz", CAPITAL, "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜẞÉ-,.");
    assert_in_sight("qwertz", SIGN, "„“€0123456789?!:;-/()@&’\"+=%°");
}

static void test_every_letter_of_turkish_is_in_sight(void **state)
{
    (void)state;
    assert_in_sight("turkish", SMALL, "abcçdefgğhıijklmnoöprsştuüvyzqwxâîû’,.");
    assert_in_sight("turkish", CAPITAL, "ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZQWXÂÎÛ’,.");
    assert_in_sight("turkish", SIGN, "₺€0123456789?!:;-/()@&’\"+=%°");
}

static size_t index_of(const struct keymap_page *page, const char *text)
{
    size_t i = 0;
    for (const struct keymap_key *key; (key = keymap_key_at(page, i)) != NULL; i++) {
        if (key->text != NULL && strcmp(key->text, text) == 0) {
            return i;
        }
    }
    fail_msg("no key %s", text);
    return i;
}

static void test_turkish_i_and_dotless_i_have_their_own_capitals(void **state)
{
    (void)state;
    const struct keymap_page *pages = keymap_find("turkish")->pages;
    assert_int_equal(index_of(&pages[SMALL], "i"), index_of(&pages[CAPITAL], "İ"));
    assert_int_equal(index_of(&pages[SMALL], "ı"), index_of(&pages[CAPITAL], "I"));
}

static void test_a_capital_stands_on_the_place_of_its_small_letter(void **state)
{
    (void)state;
    static const struct {
        const char *name, *small, *capital;
    } pairs[] = {
        {"azerty", "a", "A"}, {"azerty", "é", "É"},  {"abc", "z", "Z"},     {"qwertz", "ß", "ẞ"},
        {"qwertz", "z", "Z"}, {"turkish", "ğ", "Ğ"}, {"turkish", "ş", "Ş"}, {"turkish", "ç", "Ç"},
    };
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
        const struct keymap_page *pages = keymap_find(pairs[i].name)->pages;
        assert_int_equal(index_of(&pages[SMALL], pairs[i].small),
                         index_of(&pages[CAPITAL], pairs[i].capital));
    }
}

static void test_every_letter_of_arabic_is_in_sight_at_once(void **state)
{
    (void)state;
    assert_in_sight("arabic", SMALL, "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةى،؟.");
    assert_in_sight("arabic", ARABIC_SIGN, "0123456789؟،؛«»€٪?!:;-/()@&");
}

/* The left arrow stands left; in Arabic it leads on. */
static void test_arabic_caret_keys_change_places(void **state)
{
    (void)state;
    for (size_t n = 0; n < ARRAY_LEN(names); n++) {
        const struct keymap *keymap = keymap_find(names[n]);
        const bool is_arabic = strcmp(names[n], "arabic") == 0;
        for (size_t p = 0; p < keymap->page_count; p++) {
            const struct keymap_page *page = &keymap->pages[p];
            const struct keymap_row *last = &page->rows[page->row_count - 1];
            assert_int_equal(last->keys[last->count - 2].icon, UI_ICON_CURSOR_LEFT);
            assert_int_equal(last->keys[last->count - 1].icon, UI_ICON_CURSOR_RIGHT);
            assert_int_equal(last->keys[last->count - 2].action,
                             is_arabic ? KEYMAP_FORWARD : KEYMAP_BACK);
            assert_int_equal(last->keys[last->count - 1].action,
                             is_arabic ? KEYMAP_BACK : KEYMAP_FORWARD);
        }
    }
}

/* Not to type a Latin name would be to have none. */
static void test_latin_letters_stand_beside_the_arabic_ones(void **state)
{
    (void)state;
    assert_in_sight("latin", SMALL, "àâçèéêîôùûabcdefghijklmnopqrstuvwxyz’,.");
    assert_in_sight("latin", CAPITAL, "ÀÂÇÈÉÊÎÔÙÛABCDEFGHIJKLMNOPQRSTUVWXYZ’,.");
}

static void test_the_other_order_of_letters_leads_back(void **state)
{
    (void)state;
    for (size_t n = 0; n < ARRAY_LEN(names); n++) {
        const struct keymap *keymap = keymap_find(names[n]);
        const size_t expected = keymap->other != NULL ? 1 : 0;
        assert_int_equal(count_action(&keymap->pages[SMALL], KEYMAP_LAYOUT), expected);
        if (keymap->other != NULL) {
            assert_string_equal(keymap_find(keymap->other)->other, keymap->name);
        }
    }
    assert_string_equal(keymap_find("azerty")->other, "abc");
    assert_string_equal(keymap_find("arabic")->other, "latin");
}

static void test_the_apostrophe_is_the_typographic_one(void **state)
{
    (void)state;
    for (size_t n = 0; n < ARRAY_LEN(names); n++) {
        const struct keymap *keymap = keymap_find(names[n]);
        for (size_t p = 0; p < keymap->page_count; p++) {
            assert_null(find_text(&keymap->pages[p], "'"));
        }
    }
}

static void test_erase_is_as_wide_as_two_letters(void **state)
{
    (void)state;
    for (size_t n = 0; n < ARRAY_LEN(names); n++) {
        const struct keymap *keymap = keymap_find(names[n]);
        for (size_t p = 0; p < keymap->page_count; p++) {
            const struct keymap_key *key;
            for (size_t i = 0; (key = keymap_key_at(&keymap->pages[p], i)) != NULL; i++) {
                if (key->action == KEYMAP_ERASE) {
                    assert_int_equal(key->columns,
                                     2 * keymap_key_at(&keymap->pages[p], 0)->columns);
                }
            }
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
    const struct keymap_page *qwertz = &keymap_find("qwertz")->pages[0];
    assert_string_equal(keymap_key_at(qwertz, 15)->text, "z");
    const struct keymap_page *arabic = &keymap_find("arabic")->pages[0];
    assert_string_equal(keymap_key_at(arabic, 11)->text, "ض");
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
        cmocka_unit_test(test_every_key_types_what_its_cap_shows),
        cmocka_unit_test(test_every_page_can_erase_space_move_and_lead_elsewhere),
        cmocka_unit_test(test_every_letter_and_accent_of_french_is_in_sight),
        cmocka_unit_test(test_every_letter_of_german_is_in_sight),
        cmocka_unit_test(test_every_letter_of_turkish_is_in_sight),
        cmocka_unit_test(test_turkish_i_and_dotless_i_have_their_own_capitals),
        cmocka_unit_test(test_a_capital_stands_on_the_place_of_its_small_letter),
        cmocka_unit_test(test_every_letter_of_arabic_is_in_sight_at_once),
        cmocka_unit_test(test_arabic_caret_keys_change_places),
        cmocka_unit_test(test_latin_letters_stand_beside_the_arabic_ones),
        cmocka_unit_test(test_the_other_order_of_letters_leads_back),
        cmocka_unit_test(test_the_apostrophe_is_the_typographic_one),
        cmocka_unit_test(test_erase_is_as_wide_as_two_letters),
        cmocka_unit_test(test_rows_stand_in_the_order_of_their_layout),
        cmocka_unit_test(test_an_unknown_layout_and_a_key_beyond_the_last_are_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
