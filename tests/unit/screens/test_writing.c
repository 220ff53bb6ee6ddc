#include "screens/writing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "i18n/i18n.h"
#include "ui/keymap.h"

static struct writing_pad pad;
static struct scene scene;

static int start(void **state)
{
    (void)state;
    assert_int_equal(i18n_init(LOCALE_DIR), ERR_OK);
    writing_start(&pad, 20, "");
    scene = (struct scene){0};
    return 0;
}

/* What stands on the glass. */
static const struct keymap_page *page(void)
{
    const struct keymap *keymap = keymap_find(i18n_language()->keyboard);
    if (scene.is_other_layout) {
        keymap = keymap_find(keymap->other);
    }
    return &keymap->pages[pad.page];
}

/* The number of the key that types text, or does what its icon shows. */
static int64_t key_of(const char *text, enum ui_icon icon)
{
    const struct keymap_key *key = NULL;
    for (size_t i = 0; (key = keymap_key_at(page(), i)) != NULL; i++) {
        const bool is_text = text != NULL && key->text != NULL && strcmp(key->text, text) == 0;
        if (is_text || (icon != UI_ICON_NONE && key->icon == icon)) {
            return (int64_t)i;
        }
    }
    fail_msg("no such key on page %d", pad.page);
    return -1;
}

static void touch(const char *text)
{
    writing_touch_key(&pad, &scene, key_of(text, UI_ICON_NONE));
}

static void touch_icon(enum ui_icon icon)
{
    writing_touch_key(&pad, &scene, key_of(NULL, icon));
}

static bool type(const char *text)
{
    return writing_type(&pad, &(struct writing){.kind = WRITING_TEXT, .text = text});
}

static void touched_and_typed_letters_stand_where_the_caret_is(void **state)
{
    (void)state;
    touch("l");
    touch("l");
    touch("é");
    assert_string_equal(pad.text, "llé");
    touch_icon(UI_ICON_CURSOR_LEFT);
    assert_int_equal(pad.caret, 2);
    assert_false(type("ô"));
    assert_string_equal(pad.text, "llôé");
    touch_icon(UI_ICON_CURSOR_RIGHT);
    touch_icon(UI_ICON_CURSOR_RIGHT);
    assert_int_equal(pad.caret, strlen("llôé"));
    touch(" ");
    assert_string_equal(pad.text, "llôé ");
}

static void erasing_takes_one_whole_character_before_the_caret(void **state)
{
    (void)state;
    (void)type("é€");
    touch_icon(UI_ICON_BACKSPACE);
    assert_string_equal(pad.text, "é");
    (void)writing_type(&pad, &(struct writing){.kind = WRITING_ERASE});
    assert_string_equal(pad.text, "");
    touch_icon(UI_ICON_BACKSPACE);
    assert_string_equal(pad.text, "");
    assert_int_equal(pad.caret, 0);
}

static void capitals_last_for_one_letter_digits_until_they_are_left(void **state)
{
    (void)state;
    touch_icon(UI_ICON_SHIFT);
    touch("B");
    touch("o");
    touch_icon(UI_ICON_SHIFT);
    touch_icon(UI_ICON_SHIFT);
    touch("n");
    assert_string_equal(pad.text, "Bon");
    for (size_t i = 0; keymap_key_at(page(), i) != NULL; i++) {
        const struct keymap_key *key = keymap_key_at(page(), i);
        if (key->action == KEYMAP_PAGE && key->icon == UI_ICON_NONE) {
            writing_touch_key(&pad, &scene, (int64_t)i);
            break;
        }
    }
    touch("1");
    touch("2");
    assert_string_equal(pad.text, "Bon12");
}

static void touch_layout(void)
{
    for (size_t i = 0; keymap_key_at(page(), i) != NULL; i++) {
        if (keymap_key_at(page(), i)->action == KEYMAP_LAYOUT) {
            writing_touch_key(&pad, &scene, (int64_t)i);
            return;
        }
    }
    fail_msg("this page cannot change the order of its letters");
}

static void the_order_of_letters_changes_on_the_keyboard_and_stays(void **state)
{
    (void)state;
    enum { FIRST_LETTER = 11 }; /* behind the accents and the first of all */
    touch("a");
    touch_layout();
    writing_touch_key(&pad, &scene, FIRST_LETTER);
    assert_string_equal(pad.text, "ab");
    writing_start(&pad, 20, ""); /* another field of the same visit */
    writing_touch_key(&pad, &scene, FIRST_LETTER);
    assert_string_equal(pad.text, "b");
    touch_layout();
    writing_touch_key(&pad, &scene, FIRST_LETTER);
    assert_string_equal(pad.text, "bz");
}

static void text_is_never_longer_than_asked_for(void **state)
{
    (void)state;
    writing_start(&pad, 3, "ab");
    assert_int_equal(pad.caret, 2);
    (void)type("éè");
    assert_string_equal(pad.text, "ab");
    (void)type("é");
    (void)type("x");
    assert_string_equal(pad.text, "abé");
}

static void the_longest_text_fits(void **state)
{
    (void)state;
    writing_start(&pad, ASK_MAX_WORDS_CHARS, "");
    for (int i = 0; i <= ASK_MAX_WORDS_CHARS; i++) {
        (void)type("\U0001F35E");
    }
    assert_int_equal(strlen(pad.text), 4 * ASK_MAX_WORDS_CHARS);
}

static void what_is_not_clean_text_is_not_taken(void **state)
{
    (void)state;
    (void)type("a\nb");
    (void)type("\x1b");
    (void)type("\xff");
    assert_string_equal(pad.text, "");
    writing_touch_key(&pad, &scene, 1000);
    writing_touch_key(&pad, &scene, -1);
    assert_string_equal(pad.text, "");
}

static void return_means_finished_and_blanks_around_do_not_count(void **state)
{
    (void)state;
    (void)type("  une ampoule ");
    assert_true(writing_type(&pad, &(struct writing){.kind = WRITING_RETURN}));
    assert_true(str_equal(writing_result(&pad), str_of("une ampoule")));
}

#define TEST(name) cmocka_unit_test_setup(name, start)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(touched_and_typed_letters_stand_where_the_caret_is),
        TEST(erasing_takes_one_whole_character_before_the_caret),
        TEST(capitals_last_for_one_letter_digits_until_they_are_left),
        TEST(the_order_of_letters_changes_on_the_keyboard_and_stays),
        TEST(text_is_never_longer_than_asked_for),
        TEST(the_longest_text_fits),
        TEST(what_is_not_clean_text_is_not_taken),
        TEST(return_means_finished_and_blanks_around_do_not_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
