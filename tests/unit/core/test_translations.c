/* The house's texts are read in the language of whoever reads them, or in French. */
#include "core/translations.h"

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/agenda.h"
#include "core/house.h"
#include "core/partners.h"
#include "core/slots.h"
#include "support_db.h"

#define FRENCH(words) TEXT_ISOLATE words TEXT_ISOLATE_END

/* German, English, Arabic, Turkish; NULL: none. */
static void translate(struct world *world, const char *french, const char *de, const char *tr)
{
    const struct translation_line line = {french, {de == NULL ? "" : de, "", "", tr}};
    assert_int_equal(translations_save(world->db, &line, 1, NULL), ERR_OK);
}

static struct catalogue_item read_item(struct world *world, int64_t item_id)
{
    struct catalogue_item item;
    assert_int_equal(catalogue_item(world->db, world->arena, item_id, &item), ERR_OK);
    return item;
}

static void a_text_is_read_in_the_readers_language_or_in_french(void **state)
{
    struct world *world = *state;
    const int64_t id = build_item(world, "Perceuse", "desk", 5);
    world_exec(world, "UPDATE item SET summary = 'Avec percussion'");
    translate(world, "Perceuse", "Bohrmaschine", "Matkap");
    struct catalogue_item item = read_item(world, id);
    assert_string_equal(item.title, "Perceuse");
    assert_string_equal(item.summary, "Avec percussion");
    db_set_reader(world->db, "de");
    item = read_item(world, id);
    assert_string_equal(item.title, "Bohrmaschine");
    assert_string_equal(item.summary, FRENCH("Avec percussion"));
    db_set_reader(world->db, "tr");
    assert_string_equal(read_item(world, id).title, "Matkap");
    db_set_reader(world->db, "ar");
    assert_string_equal(read_item(world, id).title, FRENCH("Perceuse"));
    db_set_reader(world->db, "fr");
    assert_string_equal(read_item(world, id).title, "Perceuse");
}

static void no_text_stays_none_in_every_language(void **state)
{
    struct world *world = *state;
    const int64_t id = build_item(world, "Perceuse", "desk", 5);
    db_set_reader(world->db, "de");
    assert_string_equal(read_item(world, id).summary, "");
}

static void words_that_change_are_french_until_they_are_translated_again(void **state)
{
    struct world *world = *state;
    const int64_t id = build_item(world, "Perceuse", "desk", 5);
    translate(world, "Perceuse", "Bohrmaschine", "");
    db_set_reader(world->db, "de");
    world_exec(world, "UPDATE item SET title = 'Perceuse à percussion'");
    assert_string_equal(read_item(world, id).title, FRENCH("Perceuse à percussion"));
    world_exec(world, "UPDATE item SET title = 'Perceuse'");
    assert_string_equal(read_item(world, id).title, "Bohrmaschine");
}

static void an_empty_translation_takes_away_what_there_was(void **state)
{
    struct world *world = *state;
    const int64_t id = build_item(world, "Perceuse", "desk", 5);
    translate(world, "Perceuse", "Bohrmaschine", "Matkap");
    translate(world, "Perceuse", NULL, "Delici");
    db_set_reader(world->db, "de");
    assert_string_equal(read_item(world, id).title, FRENCH("Perceuse"));
    db_set_reader(world->db, "tr");
    assert_string_equal(read_item(world, id).title, "Delici");
}

static void a_wrong_text_is_named_and_nothing_is_written(void **state)
{
    struct world *world = *state;
    char long_text[TRANSLATION_CHARS + 2];
    struct edit_fault fault = {""};
    memset(long_text, 'a', sizeof(long_text) - 1);
    long_text[sizeof(long_text) - 1] = '\0';
    const struct translation_line lines[] = {{"Perceuse", {"Bohrmaschine", "", "", ""}},
                                             {"Scie", {"", "", "a\nb", ""}},
                                             {"Clé", {"", long_text, "", ""}},
                                             {"", {"", "", "", ""}}};
    static const char *const faults[] = {"", "lines[0].ar", "lines[0].en", "lines[0].french"};
    for (size_t i = 1; i < ARRAY_LEN(lines); i++) {
        assert_int_equal(translations_save(world->db, &lines[i], 1, &fault), ERR_INVALID);
        assert_string_equal(fault.field, faults[i]);
    }
    assert_int_equal(translations_save(world->db, lines, 2, &fault), ERR_INVALID);
    assert_string_equal(fault.field, "lines[1].ar");
    assert_int_equal(world_int(world, "SELECT count(*) FROM translation"), 0);
}

static void everything_that_residents_read_of_the_catalogue_is_translated(void **state)
{
    struct world *world = *state;
    struct catalogue_service service;
    struct catalogue_class *classes = NULL;
    struct slot_item *items = NULL;
    int count = 0;
    const int64_t item_id = build_item(world, "Perceuse", "desk", 5);
    const int64_t service_id = build_service(world, "Pain", "enquiry", "desk");
    world_exec(
        world,
        "UPDATE item_class SET title = 'Outils';"
        "INSERT INTO item_part VALUES (%lld, 1, 'mallette');"
        "UPDATE service SET title = 'Pain', summary = 'Chaque matin', hours = 'de 8 h à 9 h';"
        "INSERT INTO service_field VALUES (%lld, 1, 'what', 'Quel pain ?', 'choice', 0, 0, 1);"
        "INSERT INTO service_choice VALUES (%lld, 1, 1, 'rye', 'Seigle', 'bread')",
        (long long)item_id, (long long)service_id, (long long)service_id);
    translate(world, "Outils", "Werkzeug", "");
    translate(world, "Perceuse", "Bohrmaschine", "");
    translate(world, "mallette", "Koffer", "");
    translate(world, "Pain", "Brot", "");
    translate(world, "Chaque matin", "Jeden Morgen", "");
    translate(world, "de 8 h à 9 h", "von 8 bis 9 Uhr", "");
    translate(world, "Quel pain ?", "Welches Brot?", "");
    translate(world, "Seigle", "Roggen", "");
    db_set_reader(world->db, "de");
    const struct catalogue_item item = read_item(world, item_id);
    assert_string_equal(item.class_title, "Werkzeug");
    assert_string_equal(item.parts[0], "Koffer");
    assert_int_equal(catalogue_classes(world->db, world->arena, &classes, &count), ERR_OK);
    assert_string_equal(classes[0].title, "Werkzeug");
    assert_int_equal(catalogue_class(world->db, world->arena, item.class_id, classes), ERR_OK);
    assert_string_equal(classes[0].title, "Werkzeug");
    assert_int_equal(
        slots_list_class(world->db, item.class_id, clock_now_s(), world->arena, &items, &count),
        ERR_OK);
    assert_string_equal(items[0].title, "Bohrmaschine");
    assert_int_equal(catalogue_service(world->db, world->arena, service_id, &service), ERR_OK);
    assert_string_equal(service.title, "Brot");
    assert_string_equal(service.summary, "Jeden Morgen");
    assert_string_equal(service.hours, "von 8 bis 9 Uhr");
    assert_string_equal(service.fields[0].label, "Welches Brot?");
    assert_string_equal(service.fields[0].choices[0].label, "Roggen");
}

static void sessions_partners_lines_and_the_message_are_translated(void **state)
{
    struct world *world = *state;
    struct agenda_session session;
    struct partner *partners = NULL;
    struct oncall_line lines[ONCALL_MAX];
    struct house_site site;
    int count = 0;
    const int64_t id = build_session(world, "2026-09-20T10:00", 5, "desk");
    world_exec(world,
               "UPDATE activity SET title = 'Couture', summary = 'Apportez un vêtement';"
               "UPDATE session SET place = 'Atelier';"
               "INSERT INTO partner(name, summary, place) VALUES ('La Corde', 'Droits', 'Rue A');"
               "INSERT INTO partner_need VALUES ('housing', 1);"
               "INSERT INTO oncall_line VALUES (1, 'Ascenseur', '01 00');"
               "UPDATE site SET message = 'Bonjour'");
    translate(world, "Couture", "Nähen", "");
    translate(world, "Atelier", "Werkstatt", "");
    translate(world, "Droits", "Rechte", "");
    translate(world, "Ascenseur", "Aufzug", "");
    translate(world, "Bonjour", "Guten Tag", "");
    db_set_reader(world->db, "de");
    assert_int_equal(agenda_session(world->db, id, world->arena, &session), ERR_OK);
    assert_string_equal(session.row.title, "Nähen");
    assert_string_equal(session.row.place, "Werkstatt");
    assert_string_equal(session.summary, FRENCH("Apportez un vêtement"));
    assert_int_equal(partners_by_need(world->db, "housing", world->arena, &partners, &count),
                     ERR_OK);
    assert_string_equal(partners[0].name, FRENCH("La Corde")); /* a name is nobody's to translate */
    assert_string_equal(partners[0].summary, "Rechte");
    assert_int_equal(oncall_lines(world->db, world->arena, lines, &count), ERR_OK);
    assert_string_equal(lines[0].label, "Aufzug");
    assert_int_equal(house_site(world->db, world->arena, &site), ERR_OK);
    assert_string_equal(site.message, "Guten Tag");
}

static int search(struct world *world, const char *words,
                  struct catalogue_hit hits[CATALOGUE_HITS_MAX])
{
    int count = 0;
    assert_int_equal(catalogue_search(world->db, world->arena, words, clock_now_s(), hits, &count),
                     ERR_OK);
    return count;
}

static void the_search_finds_words_of_the_readers_language_and_french_ones(void **state)
{
    struct world *world = *state;
    struct catalogue_hit hits[CATALOGUE_HITS_MAX];
    const int64_t id = build_item(world, "Perceuse", "desk", 5);
    translate(world, "Perceuse", "Bohrmaschine", "Matkap");
    assert_int_equal(search(world, "bohr", hits), 0);
    db_set_reader(world->db, "de");
    assert_int_equal(search(world, "bohr", hits), 1);
    assert_int_equal(hits[0].id, id);
    assert_string_equal(hits[0].title, "Bohrmaschine");
    assert_int_equal(search(world, "perc", hits), 1);
    assert_string_equal(hits[0].title, "Bohrmaschine");
    assert_int_equal(search(world, "matk", hits), 0);
}

static void turkish_words_are_found_in_capitals_and_small_letters(void **state)
{
    struct world *world = *state;
    struct catalogue_hit hits[CATALOGUE_HITS_MAX];
    (void)build_item(world, "Radiateur", "desk", 5);
    translate(world, "Radiateur", "", "Isıtıcı (İnce)");
    db_set_reader(world->db, "tr");
    static const char *const WORDS[] = {"ısıt", "ISIT", "Isıtıcı", "isit", "ince", "İNCE", "INCE"};
    for (size_t i = 0; i < ARRAY_LEN(WORDS); i++) {
        assert_int_equal(search(world, WORDS[i], hits), 1);
        assert_string_equal(hits[0].title, "Isıtıcı (İnce)");
    }
    assert_int_equal(search(world, "ısıtma", hits), 0);
}

static void what_is_found_in_both_languages_is_listed_once(void **state)
{
    struct world *world = *state;
    struct catalogue_hit hits[CATALOGUE_HITS_MAX];
    (void)build_item(world, "Tente", "desk", 5);
    translate(world, "Tente", "Tente (Zelt)", "");
    db_set_reader(world->db, "de");
    assert_int_equal(search(world, "tent", hits), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_text_is_read_in_the_readers_language_or_in_french),
        TEST(no_text_stays_none_in_every_language),
        TEST(words_that_change_are_french_until_they_are_translated_again),
        TEST(an_empty_translation_takes_away_what_there_was),
        TEST(a_wrong_text_is_named_and_nothing_is_written),
        TEST(everything_that_residents_read_of_the_catalogue_is_translated),
        TEST(sessions_partners_lines_and_the_message_are_translated),
        TEST(the_search_finds_words_of_the_readers_language_and_french_ones),
        TEST(turkish_words_are_found_in_capitals_and_small_letters),
        TEST(what_is_found_in_both_languages_is_listed_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
