#include "core/catalogue.h"

#include <string.h>

#include "base/clock.h"
#include "support_db.h"

static struct catalogue_item read_item(struct world *world, int64_t item_id)
{
    struct catalogue_item item;
    assert_int_equal(catalogue_item(world->db, world->arena, item_id, &item), ERR_OK);
    return item;
}

static struct catalogue_service read_service(struct world *world, int64_t service_id)
{
    struct catalogue_service service;
    assert_int_equal(catalogue_service(world->db, world->arena, service_id, &service), ERR_OK);
    return service;
}

static void classes_come_in_the_houses_order_with_their_items_counted(void **state)
{
    struct world *world = *state;
    struct catalogue_class *classes = NULL;
    struct catalogue_class class;
    int count = 0;
    assert_int_equal(catalogue_classes(world->db, world->arena, &classes, &count), ERR_OK);
    assert_int_equal(count, 0);
    (void)build_item(world, "Jeux", "desk", 7);
    (void)build_item(world, "Outils", "desk", 7);
    world_exec(world, "INSERT INTO item(class_id, title, icon) VALUES (2, 'Scie', 'tools');"
                      "UPDATE item_class SET position = 2 WHERE title = 'Jeux';"
                      "INSERT INTO item_class(code, title, icon, rule, max_days, position)"
                      " VALUES ('bikes', 'Vélos', 'bike', 'desk', 3, 3)");
    assert_int_equal(catalogue_classes(world->db, world->arena, &classes, &count), ERR_OK);
    assert_int_equal(count, 2);
    assert_string_equal(classes[0].title, "Outils");
    assert_int_equal(classes[0].items, 2);
    assert_string_equal(classes[1].title, "Jeux");
    assert_int_equal(classes[1].items, 1);
    assert_int_equal(catalogue_class(world->db, world->arena, classes[0].id, &class), ERR_OK);
    assert_string_equal(class.title, "Outils");
    assert_int_equal(class.items, 2);
    assert_int_equal(catalogue_class(world->db, world->arena, 99, &class), ERR_NOT_FOUND);
}

static void an_item_says_what_it_costs_and_comes_with(void **state)
{
    struct world *world = *state;
    struct catalogue_item item;
    const int64_t id = build_item(world, "Perceuse", "desk", 5);
    world_exec(world,
               "UPDATE item SET summary = 'Avec percussion', deposit_cents = 3000,"
               " fee_cents = 200 WHERE id = %lld;"
               "INSERT INTO item_part VALUES (%lld, 2, 'batterie'), (%lld, 1, 'mallette')",
               (long long)id, (long long)id, (long long)id);
    item = read_item(world, id);
    assert_string_equal(item.title, "Perceuse");
    assert_string_equal(item.summary, "Avec percussion");
    assert_string_equal(item.class_title, "Perceuse");
    assert_string_equal(item.icon, "drill");
    assert_int_equal(item.deposit_cents, 3000);
    assert_int_equal(item.fee_cents, 200);
    assert_int_equal(item.subscriber_cents, 200); /* not stated: the same for all */
    assert_int_equal(item.max_days, 5);
    assert_int_equal(item.part_count, 2);
    assert_string_equal(item.parts[0], "mallette");
    assert_string_equal(item.parts[1], "batterie");
    world_exec(world, "UPDATE item SET subscriber_fee_cents = 0");
    assert_int_equal(read_item(world, id).subscriber_cents, 0);
    assert_int_equal(catalogue_item(world->db, world->arena, 99, &item), ERR_NOT_FOUND);
}

static void a_rule_says_for_how_long_no_answer_is_needed(void **state)
{
    struct world *world = *state;
    const int64_t desk = build_item(world, "desk", "desk", 5);
    const int64_t automatic = build_item(world, "automatic", "automatic", 5);
    const int64_t above = build_item(world, "above", "desk_above", 5);
    assert_int_equal(read_item(world, desk).automatic_days, 0);
    assert_int_equal(read_item(world, automatic).automatic_days, 5);
    world_exec(world, "UPDATE item_class SET rule_limit = 2 WHERE rule = 'desk_above'");
    assert_int_equal(read_item(world, above).automatic_days, 2);
    world_exec(world, "UPDATE item_class SET rule_limit = 9 WHERE rule = 'desk_above'");
    assert_int_equal(read_item(world, above).automatic_days, 5);
    assert_int_equal(read_item(world, build_item(world, "x", "trusted", 5)).automatic_days, 0);
}

static void who_waits_for_an_item_is_counted(void **state)
{
    struct world *world = *state;
    const int64_t id = build_item(world, "Perceuse", "desk", 5);
    assert_int_equal(read_item(world, id).waiting, 0);
    for (int i = 0; i < 2; i++) {
        (void)build_request(world,
                            &(struct build){.kind = "loan", .state = "waitlisted", .item_id = id});
    }
    (void)build_request(world, &(struct build){.kind = "loan", .state = "asked", .item_id = id});
    assert_int_equal(read_item(world, id).waiting, 2);
}

static void more_parts_than_there_is_room_for_are_refused_not_cut_off(void **state)
{
    struct world *world = *state;
    struct catalogue_item item;
    const int64_t id = build_item(world, "Puzzle", "desk", 5);
    for (int i = 0; i <= CATALOGUE_PARTS_MAX; i++) {
        world_exec(world, "INSERT INTO item_part VALUES (%lld, %d, 'x')", (long long)id, i);
    }
    assert_int_equal(catalogue_item(world->db, world->arena, id, &item), ERR_FULL);
}

static void a_pillar_lists_what_it_offers_with_prices(void **state)
{
    struct world *world = *state;
    struct catalogue_service_row *rows = NULL;
    int count = 0;
    (void)build_service(world, "bread", "enquiry", "automatic");
    const int64_t ironing = build_service(world, "ironing", "deposit", "desk");
    (void)build_service(world, "old", "visit", "desk");
    const int64_t room = build_service(world, "room", "enquiry", "desk");
    world_exec(world,
               "UPDATE service SET position = id;"
               "UPDATE service SET is_active = 0 WHERE code = 'old';"
               "UPDATE service SET pillar = 'together' WHERE id = %lld;"
               "UPDATE service SET price = 'fixed', price_cents = 500, subscriber_cents = 300,"
               " position = 0 WHERE id = %lld",
               (long long)room, (long long)ironing);
    assert_int_equal(catalogue_services(world->db, world->arena, PILLAR_SERVICE, &rows, &count),
                     ERR_OK);
    assert_int_equal(count, 2);
    assert_int_equal(rows[0].id, ironing);
    assert_int_equal(rows[0].price.kind, PRICE_FIXED);
    assert_int_equal(rows[0].price.cents, 500);
    assert_int_equal(rows[0].price.subscriber_cents, 300);
    assert_string_equal(rows[1].title, "bread");
    assert_int_equal(rows[1].price.kind, PRICE_FREE);
    assert_int_equal(catalogue_services(world->db, world->arena, PILLAR_TOGETHER, &rows, &count),
                     ERR_OK);
    assert_int_equal(count, 1);
    assert_int_equal(catalogue_services(world->db, world->arena, PILLAR_SOLIDARITY, &rows, &count),
                     ERR_OK);
    assert_int_equal(count, 0);
}

static int64_t build_form(struct world *world)
{
    const int64_t id = build_service(world, "sewing", "deposit", "desk");
    world_exec(world,
               "INSERT INTO partner(id, name) VALUES (7, 'Fil et compagnie');"
               "UPDATE service SET partner_id = 7, hours = 'mardi' WHERE id = %lld;"
               "INSERT INTO service_field VALUES"
               " (%lld, 1, 'what', 'Quoi ?', 'choice', 0, 0, 1),"
               " (%lld, 2, 'pieces', 'Combien ?', 'number', 1, 6, 1),"
               " (%lld, 3, 'when', 'Pour quand ?', 'date', 0, 14, 0),"
               " (%lld, 4, 'note', 'Un mot ?', 'text', 0, 140, 0);",
               (long long)id, (long long)id, (long long)id, (long long)id, (long long)id);
    world_exec(world,
               "INSERT INTO service_choice VALUES"
               " (%lld, 1, 2, 'hem', 'Un ourlet', 'sewing'),"
               " (%lld, 1, 1, 'zip', 'Une fermeture', 'sewing')",
               (long long)id, (long long)id);
    return id;
}

static void a_services_form_comes_whole_and_in_order(void **state)
{
    struct world *world = *state;
    const int64_t id = build_form(world);
    const struct catalogue_service service = read_service(world, id);
    assert_int_equal(service.kind, KIND_DEPOSIT);
    assert_int_equal(service.pillar, PILLAR_SERVICE);
    assert_string_equal(service.provider, "Fil et compagnie");
    assert_string_equal(service.hours, "mardi");
    assert_false(service.is_automatic);
    assert_int_equal(service.field_count, 4);
    assert_int_equal(service.fields[0].kind, FIELD_CHOICE);
    assert_true(service.fields[0].is_required);
    assert_int_equal(service.fields[0].choice_count, 2);
    assert_string_equal(service.fields[0].choices[0].code, "zip");
    assert_string_equal(service.fields[0].choices[1].label, "Un ourlet");
    assert_int_equal(service.fields[1].kind, FIELD_NUMBER);
    assert_int_equal(service.fields[1].least, 1);
    assert_int_equal(service.fields[1].most, 6);
    assert_int_equal(service.fields[2].kind, FIELD_DATE);
    assert_string_equal(service.fields[3].code, "note");
    assert_int_equal(service.fields[3].kind, FIELD_TEXT);
    assert_false(service.fields[3].is_required);
}

static void a_sensitive_service_asks_for_no_words(void **state)
{
    struct world *world = *state;
    const int64_t id = build_form(world);
    world_exec(world,
               "UPDATE service SET is_sensitive = 1;"
               "UPDATE service_field SET kind = 'text' WHERE position = 2;"
               "UPDATE service_field SET kind = 'choice' WHERE position = 3;"
               "INSERT INTO service_choice VALUES (%lld, 3, 1, 'soon', 'Vite', 'clock')",
               (long long)id);
    const struct catalogue_service service = read_service(world, id);
    assert_true(service.is_sensitive);
    assert_int_equal(service.field_count, 2);
    assert_string_equal(service.fields[1].code, "when");
    assert_string_equal(service.fields[1].choices[0].code, "soon");
}

static void what_is_no_longer_offered_is_not_found(void **state)
{
    struct world *world = *state;
    struct catalogue_service service;
    const int64_t id = build_service(world, "bread", "enquiry", "automatic");
    assert_true(read_service(world, id).is_automatic);
    world_exec(world, "UPDATE service SET is_active = 0");
    assert_int_equal(catalogue_service(world->db, world->arena, id, &service), ERR_NOT_FOUND);
    assert_int_equal(catalogue_service(world->db, world->arena, 99, &service), ERR_NOT_FOUND);
}

static void more_choices_than_a_screen_takes_are_refused_not_cut_off(void **state)
{
    struct world *world = *state;
    struct catalogue_service service;
    const int64_t id = build_form(world);
    for (int i = 3; i <= CATALOGUE_CHOICES_MAX + 1; i++) {
        world_exec(world, "INSERT INTO service_choice VALUES (%lld, 1, %d, 'c%d', 'x', 'x')",
                   (long long)id, i, i);
    }
    assert_int_equal(catalogue_service(world->db, world->arena, id, &service), ERR_FULL);
}

static int search(struct world *world, const char *words, struct catalogue_hit *hits)
{
    int count = -1;
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(db_end(world->db, catalogue_index(world->db)), ERR_OK);
    assert_int_equal(catalogue_search(world->db, world->arena, words, clock_now_s(), hits, &count),
                     ERR_OK);
    return count;
}

static void words_are_found_by_their_beginnings_without_accents(void **state)
{
    struct world *world = *state;
    struct catalogue_hit hits[CATALOGUE_HITS_MAX];
    const int64_t drill = build_item(world, "Perceuse à percussion", "desk", 5);
    (void)build_item(world, "Échelle", "desk", 5);
    const int64_t bread = build_service(world, "Épicerie", "enquiry", "desk");
    assert_int_equal(search(world, "perc", hits), 1);
    assert_int_equal(hits[0].kind, HIT_ITEM);
    assert_int_equal(hits[0].id, drill);
    assert_string_equal(hits[0].title, "Perceuse à percussion");
    assert_string_equal(hits[0].icon, "drill");
    assert_int_equal(search(world, "PERCUSSION per", hits), 1);
    assert_int_equal(search(world, "echel", hits), 1);
    assert_int_equal(search(world, "epice", hits), 1);
    assert_int_equal(hits[0].kind, HIT_SERVICE);
    assert_int_equal(hits[0].id, bread);
    assert_int_equal(search(world, "perceuse tronçonneuse", hits), 0);
    (void)build_item(world, "Œuvres complètes", "desk", 5);
    assert_int_equal(search(world, "oeuvre", hits), 1);
    assert_int_equal(search(world, "ŒUVRES COMPL", hits), 1);
    world_exec(world, "INSERT INTO translation(french, lang, text)"
                      " VALUES ('Perceuse à percussion', 'ar', 'أداة الثقب')");
    db_set_reader(world->db, "ar");
    assert_int_equal(search(world, "اداه", hits), 1);
    db_set_reader(world->db, "fr");
    assert_int_equal(search(world, "اداه", hits), 0);
    world_exec(world, "UPDATE service SET is_active = 0");
    assert_int_equal(search(world, "epice", hits), 0);
}

static void an_activity_is_found_by_its_next_session(void **state)
{
    struct world *world = *state;
    struct catalogue_hit hits[CATALOGUE_HITS_MAX];
    (void)build_session(world, "2026-09-01T14:00", 8, "desk");
    assert_int_equal(search(world, "atel", hits), 0); /* it was last week */
    const int64_t next = build_session(world, "2026-09-10T14:00", 8, "desk");
    assert_int_equal(search(world, "atel", hits), 1);
    assert_int_equal(hits[0].kind, HIT_SESSION);
    assert_int_equal(hits[0].id, next);
}

static void what_is_typed_is_never_an_operator_of_the_search(void **state)
{
    struct world *world = *state;
    struct catalogue_hit hits[CATALOGUE_HITS_MAX];
    (void)build_item(world, "Nappe OR blanche", "desk", 5);
    static const char *const NOTHING[] = {"", "   ", "\"", "*", "?!…", "title:", "-", "^"};
    for (size_t i = 0; i < ARRAY_LEN(NOTHING); i++) {
        assert_in_range(search(world, NOTHING[i], hits), 0, 0);
    }
    assert_int_equal(search(world, "nap OR xyz", hits), 0);
    assert_int_equal(search(world, "nap or bl", hits), 1);
    assert_int_equal(search(world, "\"nappe\" NEAR(", hits), 0);
    assert_int_equal(search(world, "l’nappe", hits), 0);
    assert_int_equal(search(world, "(nappe)* -", hits), 1);
}

static void a_search_stops_when_the_list_is_full(void **state)
{
    struct world *world = *state;
    struct catalogue_hit hits[CATALOGUE_HITS_MAX];
    (void)build_item(world, "Tente", "desk", 5);
    for (int i = 0; i < 2 * CATALOGUE_HITS_MAX; i++) {
        world_exec(world, "INSERT INTO item(class_id, title, icon) VALUES (1, 'Tente %d', 'x')", i);
    }
    assert_int_equal(search(world, "tente", hits), CATALOGUE_HITS_MAX);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(classes_come_in_the_houses_order_with_their_items_counted),
        TEST(an_item_says_what_it_costs_and_comes_with),
        TEST(a_rule_says_for_how_long_no_answer_is_needed),
        TEST(who_waits_for_an_item_is_counted),
        TEST(more_parts_than_there_is_room_for_are_refused_not_cut_off),
        TEST(a_pillar_lists_what_it_offers_with_prices),
        TEST(a_services_form_comes_whole_and_in_order),
        TEST(a_sensitive_service_asks_for_no_words),
        TEST(what_is_no_longer_offered_is_not_found),
        TEST(more_choices_than_a_screen_takes_are_refused_not_cut_off),
        TEST(words_are_found_by_their_beginnings_without_accents),
        TEST(an_activity_is_found_by_its_next_session),
        TEST(what_is_typed_is_never_an_operator_of_the_search),
        TEST(a_search_stops_when_the_list_is_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
