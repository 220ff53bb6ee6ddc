/* Each language is called by its own name, and can be chosen on any screen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "i18n/i18n.h"
#include "support_house.h"

static const struct ui_node *node_of(const struct house *house, const char *id)
{
    return ui_node_find(router_nodes(house->router), id);
}

static const struct ui_node *language_node(const struct house *house,
                                           const struct i18n_language *language)
{
    char id[16];
    (void)snprintf(id, sizeof(id), "lang-%s", language->code);
    return node_of(house, id);
}

/* Each stands there in its own script and direction. */
static void assert_names(const struct house *house, const char *screen)
{
    assert_string_equal(router_screen(house->router), screen);
    for (int i = 0; i < I18N_LANGUAGE_COUNT; i++) {
        const struct i18n_language *language = &I18N_LANGUAGES[i];
        const struct ui_node *node = language_node(house, language);
        assert_non_null(node);
        assert_string_equal(node->name, language->own_name);
        assert_string_equal(node->lang, language->code);
        assert_int_equal(node->dir, language->is_rtl ? UI_RTL : UI_LTR);
    }
}

static void names_stand_on_home_attract_and_the_language_screen(void **state)
{
    struct house *house = *state;
    assert_names(house, "home");
    house_tap(house, "language");
    assert_names(house, "language");
    house_tap(house, "back");
    house_wait(house, 91000);
    assert_names(house, "attract");
}

/* By the bar of whatever screen stands there, which must come back. */
static void choose(struct house *house, const struct i18n_language *language)
{
    char id[16];
    const char *screen = router_screen(house->router);
    (void)snprintf(id, sizeof(id), "lang-%s", language->code);
    house_tap(house, "language");
    house_tap(house, id);
    assert_string_equal(router_screen(house->router), screen);
    assert_string_equal(i18n_lang(), language->code);
    assert_string_equal(router_frame(house->router)->lang, language->code);
}

static void choose_each(struct house *house)
{
    for (int i = 0; i < I18N_LANGUAGE_COUNT; i++) {
        choose(house, &I18N_LANGUAGES[i]);
    }
}

static void words_in_a_form_stay_when_the_language_changes(void **state)
{
    struct house *house = *state;
    static const char *const way[] = {"tile-help", "need", "handiwork", "bulb", "whenever"};
    static const char words[] = "Ampoule à vis";
    enum { FIRST_LETTER = 11 };
    for (size_t i = 0; i < ARRAY_LEN(way); i++) {
        house_tap(house, way[i]);
    }
    router_write(house->router, &(struct writing){.kind = WRITING_TEXT, .text = words});
    for (int i = 0; i < I18N_LANGUAGE_COUNT; i++) {
        const struct i18n_language *language = &I18N_LANGUAGES[i];
        choose(house, language);
        assert_string_equal(router_screen(house->router), "words");
        assert_non_null(strstr(node_of(house, "words")->name, words));
        const struct keymap_page *page = &keymap_find(language->keyboard)->pages[KEYMAP_LETTERS];
        assert_string_equal(node_of(house, "key-11")->name,
                            keymap_key_at(page, FIRST_LETTER)->label);
    }
}

static void the_keyboard_s_other_letters_end_with_the_language(void **state)
{
    struct house *house = *state;
    house_tap(house, "tile-lend");
    house_tap(house, "search");
    choose(house, &I18N_LANGUAGES[3]);
    assert_string_equal(i18n_lang(), "ar");
    house_tap(house, "key-44");
    assert_string_equal(node_of(house, "key-10")->name, "a");
    choose(house, &I18N_LANGUAGES[0]);
    assert_string_equal(node_of(house, "key-11")->name, "z");
}

static void a_choice_under_way_stays_when_the_language_changes(void **state)
{
    struct house *house = *state;
    static const char *const way[] = {"tile-agenda", "session-102", "ask", "without", "come-back"};
    for (size_t i = 0; i < ARRAY_LEN(way); i++) {
        choose_each(house);
        house_tap(house, way[i]);
    }
    assert_string_equal(router_screen(house->router), "review");
    choose_each(house);
    const int64_t before = house_int(house, "SELECT count(*) FROM request");
    house_tap(house, "send");
    assert_string_equal(router_screen(house->router), "ticket");
    assert_int_equal(house_int(house, "SELECT count(*) FROM request"), before + 1);
    choose_each(house);
}

static bool has_french(const struct house *house, const char *words)
{
    const struct ui_nodes *nodes = router_nodes(house->router);
    for (size_t i = 0; i < nodes->count; i++) {
        if (strcmp(nodes->items[i].name, words) == 0) {
            return strcmp(nodes->items[i].lang, "fr") == 0;
        }
    }
    return false;
}

/* What the house wrote is read in the language of the moment, on the page and in what is about to
 * be asked; what nobody translated says that it is French. */
static void the_houses_words_follow_the_language(void **state)
{
    struct house *house = *state;
    static const char *const way[] = {"session-102", "ask", "without", "come-back"};
    house_exec(house, "INSERT INTO translation SELECT title, 'en', 'Mend it' FROM activity"
                      " WHERE title LIKE 'Réparer%'");
    house_tap(house, "lang-en");
    assert_true(house_shows(house, "Mend it"));
    house_tap(house, "lang-fr");
    assert_true(house_shows(house, "Réparer son petit électroménager"));
    house_tap(house, "session-101");
    house_tap(house, "language");
    house_tap(house, "lang-en");
    assert_true(has_french(house, "Un café, un thé, et le temps de se parler."));
    house_tap(house, "home");
    for (size_t i = 0; i < ARRAY_LEN(way); i++) {
        house_tap(house, way[i]);
    }
    assert_true(house_shows(house, "Mend it"));
    house_tap(house, "language");
    house_tap(house, "lang-fr");
    assert_string_equal(router_screen(house->router), "review");
    assert_true(house_shows(house, "Réparer son petit électroménager"));
}

static void the_next_visit_begins_in_the_house_s_language(void **state)
{
    struct house *house = *state;
    choose(house, &I18N_LANGUAGES[2]);
    assert_string_equal(i18n_lang(), "en");
    house_wait(house, 91000);
    assert_string_equal(router_screen(house->router), "attract");
    assert_string_equal(i18n_lang(), "fr");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, house_setup, house_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(names_stand_on_home_attract_and_the_language_screen),
        TEST(words_in_a_form_stay_when_the_language_changes),
        TEST(the_keyboard_s_other_letters_end_with_the_language),
        TEST(a_choice_under_way_stays_when_the_language_changes),
        TEST(the_houses_words_follow_the_language),
        TEST(the_next_visit_begins_in_the_house_s_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
