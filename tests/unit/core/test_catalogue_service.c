#include "core/catalogue_edit.h"

#include <string.h>

#include "core/queue.h"
#include "support_ask.h"

/* A service that may be: tests spoil one thing of it. */
static struct edit_service service_like(int64_t id)
{
    return (struct edit_service){
        .id = id,
        .code = "",
        .pillar = "service",
        .kind = "enquiry",
        .title = "Pain",
        .summary = "Pour le lendemain",
        .icon = "bread",
        .hours = "le matin",
        .price = "fixed",
        .price_cents = 120,
        .subscriber_cents = 100,
        .is_active = true,
        .rule = {"desk", 0, ""},
        .field_count = 3,
        .fields =
            {
                {.code = "",
                 .label = "Lequel ?",
                 .kind = FIELD_CHOICE,
                 .is_required = true,
                 .choice_count = 2,
                 .choices = {{"", "Baguette", "bread"}, {"", "Boule", "bread"}}},
                {.code = "", .label = "Combien ?", .kind = FIELD_NUMBER, .least = 1, .most = 6},
                {.code = "", .label = "Quel jour ?", .kind = FIELD_DATE, .least = 1, .most = 7},
            },
    };
}

static int64_t must_save(struct world *world, struct edit_service service)
{
    int64_t id = 0;
    assert_int_equal(catalogue_save_service(world->db, &service, &id, NULL), ERR_OK);
    return id;
}

static struct catalogue_service form_of(struct world *world, int64_t id)
{
    struct catalogue_service form;
    assert_int_equal(catalogue_form(world->db, world->arena, id, &form), ERR_OK);
    return form;
}

/* The form as it stands, to be changed and saved. */
static struct edit_service as_it_stands(struct world *world, int64_t id)
{
    struct edit_service service = service_like(id);
    const struct catalogue_service form = form_of(world, id);
    service.field_count = form.field_count;
    memcpy(service.fields, form.fields, sizeof(service.fields));
    return service;
}

static void a_new_service_is_the_last_of_its_pillar_and_is_found(void **state)
{
    struct world *world = *state;
    struct catalogue_hit hits[CATALOGUE_HITS_MAX];
    struct catalogue_service service;
    int count = 0;
    (void)build_service(world, "stamps", "enquiry", "desk");
    const int64_t id = must_save(world, service_like(0));
    assert_int_equal(catalogue_service(world->db, world->arena, id, &service), ERR_OK);
    assert_string_equal(service.title, "Pain");
    assert_string_equal(service.hours, "le matin");
    assert_int_equal(service.price.subscriber_cents, 100);
    assert_int_equal(service.field_count, 3);
    assert_int_equal(service.fields[0].choice_count, 2);
    assert_string_equal(service.fields[0].choices[1].label, "Boule");
    assert_int_equal(service.fields[2].most, 7);
    assert_int_equal(
        world_int(world, "SELECT position FROM service WHERE id = %lld", (long long)id), 2);
    assert_int_equal(catalogue_search(world->db, world->arena, "pain", at(WORLD_NOW), hits, &count),
                     ERR_OK);
    assert_int_equal(count, 1);
    assert_int_equal(hits[0].id, id);
}

static void codes_are_given_or_made_and_never_twice(void **state)
{
    struct world *world = *state;
    int64_t id = 0;
    struct edit_service service = service_like(0);
    const int64_t first_id = must_save(world, service);
    assert_int_equal(world_int(world, "SELECT code = 'service_%lld' FROM service WHERE id = %lld",
                               (long long)first_id, (long long)first_id),
                     1);
    service.code = "bread";
    service.fields[0].code = "what";
    service.fields[0].choices[0].code = "long";
    const struct catalogue_service form = form_of(world, must_save(world, service));
    assert_string_equal(form.fields[0].code, "what");
    assert_string_equal(form.fields[0].choices[0].code, "long");
    assert_int_equal(strlen(form.fields[1].code), 9);
    assert_int_equal(catalogue_save_service(world->db, &service, &id, NULL), ERR_CONFLICT);
}

static void what_a_service_cannot_be_is_refused_by_its_field(void **state)
{
    struct world *world = *state;
    static char line[EDIT_SUMMARY_CHARS + 2];
    memset(line, 'a', EDIT_SUMMARY_CHARS + 1);
    int64_t id = 0;
    const struct edit_service fine = service_like(0);
    struct edit_service bad[24];
    const char *fields[24];
    int count = 0;
#define SPOIL(field, change)                                                                       \
    do {                                                                                           \
        bad[count] = fine;                                                                         \
        bad[count].change;                                                                         \
        fields[count++] = (field);                                                                 \
    } while (0)
    SPOIL("title", title = "");
    SPOIL("title", title = "two\nlines");
    SPOIL("summary", summary = line);
    SPOIL("hours", hours = line);
    SPOIL("code", code = "No Code");
    SPOIL("pillar", pillar = "other");
    SPOIL("kind", kind = "loan");
    SPOIL("icon", icon = "");
    SPOIL("price", price = "cheap");
    SPOIL("price_cents", price_cents = 0);
    SPOIL("price_cents", price = "free");
    SPOIL("price_cents", price_cents = EDIT_CENTS_MOST + 1);
    SPOIL("subscriber_cents", subscriber_cents = -2);
    SPOIL("rule", rule.code = "never");
    SPOIL("rule_limit", rule.code = "desk_above");
    SPOIL("rule_code", rule.code = "trained");
    SPOIL("fields", field_count = CATALOGUE_FIELDS_MAX + 1);
    SPOIL("fields[1].label", fields[1].label = "");
    SPOIL("fields[1].most", fields[1].most = 0);
    SPOIL("fields[2].most", fields[2].most = 400);
    SPOIL("fields[1].code", fields[1].code = "A");
    SPOIL("fields[0].choices", fields[0].choice_count = 1);
    SPOIL("fields[0].choices[1].label", fields[0].choices[1].label = "");
    SPOIL("fields[0].choices[1].icon", fields[0].choices[1].icon = "");
#undef SPOIL
    for (int i = 0; i < count; i++) {
        struct edit_fault fault = {""};
        assert_int_equal(catalogue_save_service(world->db, &bad[i], &id, &fault), ERR_INVALID);
        assert_string_equal(fault.field, fields[i]);
    }
    assert_int_equal(world_int(world, "SELECT count(*) FROM service"), 0);
}

static void one_code_stands_once_in_a_form(void **state)
{
    struct world *world = *state;
    int64_t id = 0;
    struct edit_fault fault;
    struct edit_service service = service_like(0);
    service.fields[0].code = "same";
    service.fields[1].code = "same";
    assert_int_equal(catalogue_save_service(world->db, &service, &id, &fault), ERR_INVALID);
    assert_string_equal(fault.field, "fields[1].code");
    service = service_like(0);
    service.fields[0].choices[0].code = "same";
    service.fields[0].choices[1].code = "same";
    assert_int_equal(catalogue_save_service(world->db, &service, &id, &fault), ERR_INVALID);
    assert_string_equal(fault.field, "fields[0].choices[1].code");
}

static void a_sensitive_service_asks_for_no_words(void **state)
{
    struct world *world = *state;
    int64_t id = 0;
    struct edit_fault fault;
    struct edit_service service = service_like(0);
    service.fields[1] =
        (struct catalogue_field){.code = "", .label = "Pourquoi ?", .kind = FIELD_TEXT, .most = 60};
    (void)must_save(world, service);
    service.is_sensitive = true;
    assert_int_equal(catalogue_save_service(world->db, &service, &id, &fault), ERR_INVALID);
    assert_string_equal(fault.field, "fields[1].kind");
}

static void answers_keep_the_words_of_questions_that_went(void **state)
{
    struct world *world = *state;
    struct queue_card card;
    const struct actor nadia = desk(NADIA);
    const int64_t id = must_save(world, service_like(0));
    struct edit_service service = as_it_stands(world, id);
    struct ask ask = ask_make(KIND_ENQUIRY, VERB_ASK, guest());
    ask.service_id = id;
    ask.answers[0] = (struct ask_answer){.field = service.fields[0].code,
                                         .choice = service.fields[0].choices[1].code};
    ask.answers[1] = (struct ask_answer){.field = service.fields[1].code, .number = 3};
    ask.answer_count = 2;
    const int64_t request_id = must_ask(world, ask).request_id;
    /* The second choice goes, the number becomes a text, and the day is asked first. */
    service.fields[3] = service.fields[0];
    service.fields[3].choices[1] = (struct catalogue_choice){"", "Ficelle", "bread"};
    service.fields[0] = service.fields[2];
    service.fields[1].kind = FIELD_TEXT;
    service.fields[1].least = 0;
    service.fields[1].most = 60;
    service.fields[2] = (struct catalogue_field){
        .code = "", .label = "Tranché ?", .kind = FIELD_NUMBER, .least = 0, .most = 1};
    service.field_count = 4;
    (void)must_save(world, service);
    const struct catalogue_service form = form_of(world, id);
    assert_string_equal(form.fields[0].code, service.fields[0].code);
    assert_string_not_equal(form.fields[1].code, service.fields[1].code);
    assert_string_equal(form.fields[3].code, service.fields[3].code);
    assert_int_equal(queue_card(world->db, request_id, &nadia, world->arena, &card), ERR_OK);
    assert_int_equal(card.answer_count, 2);
    assert_string_equal(card.answers[0].label, "Lequel ?");
    assert_string_equal(card.answers[0].choice, "Boule");
    assert_string_equal(card.answers[1].label, "Combien ?");
    assert_int_equal(card.answers[1].number, 3);
}

static void a_question_that_a_colleague_took_away_is_not_brought_back(void **state)
{
    struct world *world = *state;
    int64_t saved_id = 0;
    const int64_t id = must_save(world, service_like(0));
    const struct edit_service mine = as_it_stands(world, id);
    struct edit_service theirs = mine;
    theirs.field_count = 2;
    (void)must_save(world, theirs);
    assert_int_equal(catalogue_save_service(world->db, &mine, &saved_id, NULL), ERR_CONFLICT);
    assert_int_equal(form_of(world, id).field_count, 2);
}

static void what_is_not_there_is_not_found(void **state)
{
    struct world *world = *state;
    int64_t id = 0;
    struct edit_service service = service_like(0);
    service.partner_id = 99;
    assert_int_equal(catalogue_save_service(world->db, &service, &id, NULL), ERR_NOT_FOUND);
    service = service_like(99);
    assert_int_equal(catalogue_save_service(world->db, &service, &id, NULL), ERR_NOT_FOUND);
    assert_int_equal(catalogue_offer_service(world->db, 99, true), ERR_NOT_FOUND);
    assert_int_equal(catalogue_move_service(world->db, 99, true), ERR_NOT_FOUND);
    set_time("2026-09-01T10:00");
    service = service_like(0);
    assert_int_equal(catalogue_save_service(world->db, &service, &id, NULL), ERR_CLOCK);
    assert_int_equal(catalogue_offer_service(world->db, 1, true), ERR_CLOCK);
    assert_int_equal(catalogue_move_service(world->db, 1, true), ERR_CLOCK);
}

static int64_t place_of(struct world *world, int64_t id)
{
    return world_int(world, "SELECT position FROM service WHERE id = %lld", (long long)id);
}

static void services_are_put_in_order_among_those_offered(void **state)
{
    struct world *world = *state;
    const int64_t first = must_save(world, service_like(0));
    const int64_t hidden = must_save(world, service_like(0));
    const int64_t last = must_save(world, service_like(0));
    assert_int_equal(catalogue_offer_service(world->db, hidden, false), ERR_OK);
    assert_int_equal(catalogue_move_service(world->db, first, true), ERR_CONFLICT);
    assert_int_equal(catalogue_move_service(world->db, last, false), ERR_CONFLICT);
    assert_int_equal(catalogue_move_service(world->db, hidden, true), ERR_NOT_FOUND);
    assert_int_equal(catalogue_move_service(world->db, last, true), ERR_OK);
    assert_int_equal(place_of(world, last), 1);
    assert_int_equal(place_of(world, first), 3);
    assert_int_equal(catalogue_move_service(world->db, last, false), ERR_OK);
    assert_int_equal(place_of(world, last), 3);
    assert_int_equal(catalogue_offer_service(world->db, hidden, true), ERR_OK);
    assert_int_equal(place_of(world, hidden), 2);
    assert_int_equal(catalogue_offer_service(world->db, last, false), ERR_OK);
    assert_int_equal(place_of(world, must_save(world, service_like(0))), 4);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_new_service_is_the_last_of_its_pillar_and_is_found),
        TEST(codes_are_given_or_made_and_never_twice),
        TEST(what_a_service_cannot_be_is_refused_by_its_field),
        TEST(one_code_stands_once_in_a_form),
        TEST(a_sensitive_service_asks_for_no_words),
        TEST(answers_keep_the_words_of_questions_that_went),
        TEST(a_question_that_a_colleague_took_away_is_not_brought_back),
        TEST(what_is_not_there_is_not_found),
        TEST(services_are_put_in_order_among_those_offered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
