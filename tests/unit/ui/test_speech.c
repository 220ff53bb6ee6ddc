/* What is said of a page, to whom, and in what order. */
#include "ui/speech.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/clock.h"

enum { HEARD_MAX = 2048 };

/* An output that writes down what it is given. */
struct ear {
    char heard[HEARD_MAX]; /* "fr: Accueil | " … */
    int stops, tones, rests;
    bool is_busy, is_there;
    int rate, volume;
};

static void hear(void *context, const struct speech_utterance *utterance)
{
    struct ear *ear = context;
    const size_t len = strlen(ear->heard);
    (void)snprintf(ear->heard + len, sizeof(ear->heard) - len, "%s%s: %s\n", utterance->lang,
                   utterance->is_private ? " private" : "", utterance->text);
    ear->is_busy = true;
    ear->rate = utterance->rate;
    ear->volume = utterance->volume;
}

static void hear_tone(void *context, int volume)
{
    (void)volume;
    ((struct ear *)context)->tones++;
}

static void hear_stop(void *context)
{
    ((struct ear *)context)->stops++;
    ((struct ear *)context)->is_busy = false;
}

static bool is_ear_busy(void *context)
{
    return ((struct ear *)context)->is_busy;
}

static bool is_ear_there(void *context)
{
    return ((struct ear *)context)->is_there;
}

static void hear_rest(void *context)
{
    ((struct ear *)context)->rests++;
}

static struct ear ear;

static struct speech *speech_for_test(bool is_private)
{
    ear = (struct ear){.is_there = true};
    return speech_create(&(struct speech_options){
        .output = {&ear, hear, hear_tone, hear_stop, is_ear_busy, is_ear_there, hear_rest},
        .rate = 160,
        .volume = 100,
        .is_private = is_private,
    });
}

#define NODE(id_, role_, name_, ...)                                                               \
    {                                                                                              \
        .id = (id_), .role = (role_), .name = (name_), .lang = "fr", __VA_ARGS__                   \
    }

static const struct ui_command GO = {1, 0};

static struct speech_page page_of(const struct ui_frame *frame)
{
    return (struct speech_page){
        .frame = frame,
        .words = {.button = "bouton",
                  .choice = "choix",
                  .field = "champ",
                  .selected = "sélectionné",
                  .not_selected = "non sélectionné",
                  .unavailable = "indisponible",
                  .private_part = "Il y a du privé."},
    };
}

static struct ui_frame frame_of(const struct ui_node *nodes, size_t count)
{
    return (struct ui_frame){.screen = "test",
                             .lang = "fr",
                             .nodes = {.items = nodes, .count = count, .screen_serial = 7}};
}

static void read_nodes(struct speech *speech, const struct ui_node *nodes, size_t count)
{
    const struct ui_frame frame = frame_of(nodes, count);
    const struct speech_page page = page_of(&frame);
    ear.heard[0] = '\0';
    speech_read_page(speech, &page);
}

static void a_page_is_read_title_first_then_in_order(void **state)
{
    (void)state;
    struct speech *speech = speech_for_test(false);
    const struct ui_node nodes[] = {
        NODE("back", UI_ROLE_BUTTON, "Retour", .command = GO),
        NODE("header", UI_ROLE_TEXT, "Ateliers"),
        NODE("list", UI_ROLE_SCROLL, ""),
        NODE("day", UI_ROLE_CHOICE, "Mardi", .command = GO, .state = UI_STATE_SELECTED),
        NODE("key-0", UI_ROLE_KEY, "a", .command = GO),
        NODE("full", UI_ROLE_BUTTON, "Couture", .command = GO, .state = UI_STATE_DISABLED),
        NODE("name", UI_ROLE_FIELD, "Nom", .command = GO),
    };
    read_nodes(speech, nodes, ARRAY_LEN(nodes));
    assert_string_equal(ear.heard, "fr: Ateliers\n"
                                   "fr: Retour, bouton\n"
                                   "fr: Mardi, choix, sélectionné\n"
                                   "fr: Couture, bouton, indisponible\n"
                                   "fr: Nom, champ\n");
    speech_destroy(speech);
}

static void a_text_is_said_once_two_buttons_of_one_name_are_two(void **state)
{
    (void)state;
    struct speech *speech = speech_for_test(false);
    const struct ui_node nodes[] = {
        NODE("header", UI_ROLE_TEXT, "Ateliers"),
        NODE("title", UI_ROLE_TITLE, "Ateliers"),
        NODE("a", UI_ROLE_BUTTON, "Modifier", .command = GO),
        NODE("b", UI_ROLE_BUTTON, "Modifier", .command = GO),
    };
    read_nodes(speech, nodes, ARRAY_LEN(nodes));
    assert_string_equal(ear.heard, "fr: Ateliers\nfr: Modifier, bouton\nfr: Modifier, bouton\n");
    speech_destroy(speech);
}

static void names_are_said_in_their_spoken_form_and_their_own_voice(void **state)
{
    (void)state;
    struct speech *speech = speech_for_test(false);
    const struct ui_node nodes[] = {
        NODE("time", UI_ROLE_TEXT, "14 h"),
        {.id = "lang-de", .role = UI_ROLE_BUTTON, .name = "Deutsch", .lang = "de", .command = GO},
    };
    const struct ui_node names[] = {NODE("time", UI_ROLE_TEXT, "14 heures")};
    const struct ui_frame frame = frame_of(nodes, ARRAY_LEN(nodes));
    struct speech_page page = page_of(&frame);
    page.names = (struct ui_nodes){names, ARRAY_LEN(names), 7};
    speech_read_page(speech, &page);
    assert_string_equal(ear.heard, "fr: 14 heures\nde: Deutsch\nfr: bouton\n");
    speech_destroy(speech);
}

static const struct ui_node PERSONAL[] = {
    NODE("header", UI_ROLE_TEXT, "Votre ticket"),
    NODE("number", UI_ROLE_TEXT, "407 312", .is_private = true),
    NODE("what", UI_ROLE_TEXT, "Couture", .is_private = true),
};

static void what_is_private_is_said_to_the_headset_alone(void **state)
{
    (void)state;
    struct speech *speech = speech_for_test(false);
    read_nodes(speech, PERSONAL, ARRAY_LEN(PERSONAL));
    assert_string_equal(ear.heard, "fr: Votre ticket\nfr: Il y a du privé.\n");
    speech_set_headset(speech, true);
    read_nodes(speech, PERSONAL, ARRAY_LEN(PERSONAL));
    assert_string_equal(ear.heard, "fr: Votre ticket\nfr private: 407 312\nfr private: Couture\n");
    speech_set_headset(speech, false);
    const struct ui_frame frame = frame_of(PERSONAL, ARRAY_LEN(PERSONAL));
    const struct speech_page page = page_of(&frame);
    ear.heard[0] = '\0';
    speech_say_node(speech, &page, "number");
    speech_say_text(speech, "fr", "Bonjour Nadia", true);
    assert_string_equal(ear.heard, "fr: Il y a du privé.\n");
    speech_destroy(speech);
}

static void a_handset_without_speaker_is_always_private(void **state)
{
    (void)state;
    struct speech *speech = speech_for_test(true);
    read_nodes(speech, PERSONAL, ARRAY_LEN(PERSONAL));
    assert_non_null(strstr(ear.heard, "407"));
    speech_destroy(speech);
}

static void the_keys_of_a_pin_are_never_read_out(void **state)
{
    (void)state;
    struct speech *speech = speech_for_test(false);
    const struct ui_node nodes[] = {
        NODE("header", UI_ROLE_TEXT, "Votre code"),
        NODE("pin", UI_ROLE_FIELD, "Code, 2 sur 6", .is_private = true),
        NODE("digit-7", UI_ROLE_KEY, "7", .command = GO, .is_private = true),
    };
    read_nodes(speech, nodes, ARRAY_LEN(nodes));
    assert_string_equal(ear.heard, "fr: Votre code\nfr: Il y a du privé.\n");
    const struct ui_frame frame = frame_of(nodes, ARRAY_LEN(nodes));
    const struct speech_page page = page_of(&frame);
    speech_say_node(speech, &page, "digit-7");
    assert_null(strstr(ear.heard, "7"));
    speech_destroy(speech);
}

static void statuses_are_said_when_they_change_and_only_when_speech_is_on(void **state)
{
    (void)state;
    struct speech *speech = speech_for_test(false);
    clock_freeze_at(1000);
    struct ui_node nodes[] = {
        NODE("header", UI_ROLE_TEXT, "Combien\u202f?"),
        NODE("value", UI_ROLE_STATUS, "Adultes, 1"),
        NODE("late", UI_ROLE_STATUS, "Trop tard"),
    };
    const struct ui_frame before = frame_of(nodes, 2);
    const struct ui_frame after = frame_of(nodes, 3);
    struct speech_page page = page_of(&before);
    speech_say_changes(speech, &page);
    assert_string_equal(ear.heard, "");
    speech_read_page(speech, &page);
    ear.heard[0] = '\0';
    speech_say_changes(speech, &page);
    nodes[1].name = "Adultes, 2";
    page.frame = &after;
    speech_say_changes(speech, &page); /* busy: later */
    assert_string_equal(ear.heard, "");
    (void)speech_stop(speech);
    clock_advance_ms(SPEECH_STATUS_MS);
    speech_say_changes(speech, &page);
    assert_string_equal(ear.heard, "fr: Adultes, 2\nfr: Trop tard\n");
    speech_destroy(speech);
}

static void what_somebody_did_is_answered_at_once(void **state)
{
    (void)state;
    struct speech *speech = speech_for_test(false);
    clock_freeze_at(1000);
    struct ui_node nodes[] = {
        NODE("value", UI_ROLE_STATUS, "Adultes, 1"),
        NODE("words", UI_ROLE_FIELD, "Vos mots, bo"),
    };
    const struct ui_frame frame = frame_of(nodes, ARRAY_LEN(nodes));
    const struct speech_page page = page_of(&frame);
    speech_read_page(speech, &page);
    (void)speech_stop(speech);
    ear.heard[0] = '\0';
    nodes[0].name = "Adultes, 2";
    nodes[1].name = "Vos mots, bon";
    speech_say_changes(speech, &page); /* by itself: too soon */
    assert_string_equal(ear.heard, "");
    speech_expect_changes(speech);
    speech_say_changes(speech, &page);
    assert_non_null(strstr(ear.heard, "Adultes, 2"));
    assert_non_null(strstr(ear.heard, "Vos mots, bon"));
    speech_destroy(speech);
}

static void a_count_is_not_said_each_second(void **state)
{
    (void)state;
    struct speech *speech = speech_for_test(false);
    clock_freeze_at(1000);
    char text[32] = "";
    struct ui_node node = NODE("count", UI_ROLE_STATUS, text);
    const struct ui_frame frame = frame_of(&node, 1);
    const struct speech_page page = page_of(&frame);
    int said = 0;
    speech_read_page(speech, &page);
    for (int second = 30; second > 0; second--) {
        (void)speech_stop(speech);
        (void)snprintf(text, sizeof(text), "%d secondes", second);
        ear.heard[0] = '\0';
        speech_say_changes(speech, &page);
        said += ear.heard[0] != '\0' ? 1 : 0;
        clock_advance_ms(1000);
    }
    assert_in_range(said, 2, 3);
    speech_destroy(speech);
}

static void a_choice_is_said_when_it_is_made(void **state)
{
    (void)state;
    struct speech *speech = speech_for_test(false);
    struct ui_node nodes[] = {
        NODE("am", UI_ROLE_CHOICE, "Matin", .command = GO, .state = UI_STATE_SELECTED),
        NODE("pm", UI_ROLE_CHOICE, "Après-midi", .command = GO),
    };
    read_nodes(speech, nodes, ARRAY_LEN(nodes));
    const struct ui_frame frame = frame_of(nodes, ARRAY_LEN(nodes));
    const struct speech_page page = page_of(&frame);
    (void)speech_stop(speech);
    ear.heard[0] = '\0';
    nodes[0].state = 0;
    nodes[1].state = UI_STATE_SELECTED;
    speech_say_changes(speech, &page);
    assert_string_equal(ear.heard, "fr: Après-midi, choix, sélectionné\n");
    speech_destroy(speech);
}

static void stopping_silences_and_says_whether_it_did(void **state)
{
    (void)state;
    struct speech *speech = speech_for_test(false);
    assert_false(speech_stop(speech));
    assert_int_equal(ear.stops, 0);
    read_nodes(speech, PERSONAL, 1);
    assert_true(speech_is_busy(speech));
    assert_true(speech_stop(speech));
    assert_int_equal(ear.stops, 1);
    assert_true(speech_is_on(speech)); /* only silent */
    speech_destroy(speech);
}

static void rate_and_volume_have_bounds_and_go_back_at_the_end_of_a_visit(void **state)
{
    (void)state;
    struct speech *speech = speech_for_test(false);
    speech_change_rate(speech, -2);
    speech_change_volume(speech, 1);
    read_nodes(speech, PERSONAL, 1);
    assert_int_equal(ear.rate, 120);
    assert_int_equal(ear.volume, 120);
    speech_change_rate(speech, -100);
    speech_change_volume(speech, 100);
    assert_int_equal(speech_rate(speech), SPEECH_RATE_LEAST);
    assert_int_equal(speech_volume(speech), SPEECH_VOLUME_MOST);
    speech_end_visit(speech);
    assert_false(speech_is_on(speech));
    assert_int_equal(ear.stops, 1);
    assert_int_equal(ear.rests, 1);
    assert_int_equal(speech_rate(speech), 160);
    assert_int_equal(speech_volume(speech), 100);
    speech_destroy(speech);
}

static void without_voices_nothing_is_given_out(void **state)
{
    (void)state;
    struct speech *speech = speech_for_test(false);
    ear.is_there = false;
    read_nodes(speech, PERSONAL, 1);
    speech_tone(speech);
    assert_false(speech_is_there(speech));
    assert_false(speech_is_on(speech));
    assert_string_equal(ear.heard, "");
    assert_int_equal(ear.tones, 0);
    speech_destroy(speech);
    speech_tone(NULL);
    assert_false(speech_stop(NULL));
    assert_false(speech_is_there(NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_read_title_first_then_in_order),
        cmocka_unit_test(a_text_is_said_once_two_buttons_of_one_name_are_two),
        cmocka_unit_test(names_are_said_in_their_spoken_form_and_their_own_voice),
        cmocka_unit_test(what_is_private_is_said_to_the_headset_alone),
        cmocka_unit_test(a_handset_without_speaker_is_always_private),
        cmocka_unit_test(the_keys_of_a_pin_are_never_read_out),
        cmocka_unit_test(statuses_are_said_when_they_change_and_only_when_speech_is_on),
        cmocka_unit_test(what_somebody_did_is_answered_at_once),
        cmocka_unit_test(a_count_is_not_said_each_second),
        cmocka_unit_test(a_choice_is_said_when_it_is_made),
        cmocka_unit_test(stopping_silences_and_says_whether_it_did),
        cmocka_unit_test(rate_and_volume_have_bounds_and_go_back_at_the_end_of_a_visit),
        cmocka_unit_test(without_voices_nothing_is_given_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
