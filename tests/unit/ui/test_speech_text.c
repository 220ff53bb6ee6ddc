/* Texts as a voice can say them. */
#include "ui/speech_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/err.h"

static void marks_that_are_only_seen_become_pauses(void **state)
{
    (void)state;
    static const struct {
        const char *seen, *said;
    } texts[] = {
        {"Couture · 2 places", "Couture, 2 places"},
        {"14 heures – 16 heures", "14 heures, 16 heures"},
        {"Demain\u202f!", "Demain !"},
        {"2\u00a0euros", "2 euros"},
        {"« ici »", "ici"},
        {"\u2066Café\u2069 des voisins", "Café des voisins"},
        {"a → b", "a, b"},
        {"Oui.\nNon", "Oui. Non"},
        {"Retour ·", "Retour"},
        {"· Retour", "Retour"},
        {"fin · .", "fin."},
        {"a ,b", "a,b"},
        {", fin", "fin"},
        {" · ", ""},
        {"", ""},
        {"السَّاعَةُ", "السَّاعَةُ"},
    };
    struct arena *arena = arena_create("test", 1 << 16);
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        assert_string_equal(speech_clean(arena, texts[i].seen), texts[i].said);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_that_are_only_seen_become_pauses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
