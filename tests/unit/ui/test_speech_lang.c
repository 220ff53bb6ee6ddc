/* Whose voice says the house's words within a sentence of another language. */
#include "ui/speech.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"

static char heard[512]; /* "fr: Accueil\n" … */

static void hear(void *context, const struct speech_utterance *utterance)
{
    const size_t len = strlen(heard);
    (void)context;
    (void)snprintf(heard + len, sizeof(heard) - len, "%s: %s\n", utterance->lang, utterance->text);
}

static void hear_tone(void *context, int volume)
{
    (void)context;
    (void)volume;
}

static void hear_stop(void *context)
{
    (void)context;
}

static bool is_yes(void *context)
{
    (void)context;
    return true;
}

/* "\u2068…\u2069" holds the house's words; an Arabic sentence isolates numbers and days, too. */
static void the_houses_words_within_a_sentence_are_said_in_the_houses_voice(void **state)
{
    (void)state;
    struct speech *speech = speech_create(&(struct speech_options){
        .output = {NULL, hear, hear_tone, hear_stop, is_yes, is_yes, hear_stop},
        .rate = 160,
        .volume = 100,
    });
    const struct ui_node nodes[] = {
        {.id = "row",
         .role = UI_ROLE_BUTTON,
         .name = "Tue, \u2068Café des voisins\u2069, \u206817:00\u2069 · "
                 "\u2068\u2068Atelier\u2069\u2069",
         .lang = "en"},
        {.id = "day",
         .role = UI_ROLE_TEXT,
         .name = "\u2068الأربعاء \u20689\u2069\u2069",
         .lang = "ar"},
    };
    const struct ui_frame frame = {
        .screen = "test",
        .lang = "en",
        .house_lang = "fr",
        .nodes = {.items = nodes, .count = ARRAY_LEN(nodes), .screen_serial = 7},
    };
    const struct speech_page page = {.frame = &frame, .words = {.button = "button"}};
    speech_read_page(speech, &page);
    assert_string_equal(heard, "en: Tue,\n"
                               "fr: Café des voisins\n"
                               "en: 17:00\n"
                               "fr: Atelier\n"
                               "en: button\n"
                               "ar: الأربعاء 9\n");
    speech_destroy(speech);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_houses_words_within_a_sentence_are_said_in_the_houses_voice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
