/* Requests entered at the desk: what is typed is looked at before it is asked. */
#include "core/enter.h"

#include <string.h>

#include "base/clock.h"
#include "core/paper.h"
#include "support_ask.h"

static struct ask entered(void)
{
    struct ask ask = ask_make(KIND_COUNT, VERB_ASK, desk(NADIA));
    ask.channel = "desk";
    return ask;
}

static struct ask entered_help(const char *category, const char *choice)
{
    struct ask ask = entered();
    ask.direction = "need";
    ask.category = category;
    ask.choice = choice;
    return ask;
}

/* Entered as it should be. */
static struct receipt must_enter(struct world *world, struct ask ask)
{
    struct receipt receipt;
    const char *field = "?";
    assert_int_equal(enter_request(world->db, &ask, world->arena, &receipt, &field), ERR_OK);
    assert_string_equal(field, "");
    return receipt;
}

static void must_refuse(struct world *world, struct ask ask, enum err expected, const char *wrong)
{
    struct receipt receipt;
    const char *field = "?";
    const int64_t before = world_int(world, "SELECT count(*) FROM request");
    assert_int_equal(enter_request(world->db, &ask, world->arena, &receipt, &field), expected);
    assert_string_equal(field, wrong);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request"), before);
}

static void both_names_and_the_time_on_the_slip_are_kept(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    struct ask ask = entered_help("errands", "groceries");
    ask.channel = "paper";
    ask.happened_at_s = at("2026-09-07T18:05");
    ask.actor.household_id = home;
    ask.actor.person_id = world_int(world, "SELECT id FROM person");
    const long long id = must_enter(world, ask).request_id;
    assert_int_equal(world_int(world,
                               "SELECT kind = 'help' AND channel = 'paper' AND staff_id = %d"
                               " AND person_id = %lld AND asked_at_s = %lld FROM request"
                               " WHERE id = %lld",
                               NADIA, (long long)ask.actor.person_id, (long long)ask.happened_at_s,
                               id),
                     1);
    assert_int_equal(
        world_int(world, "SELECT household_id FROM request_state WHERE request_id = %lld", id),
        home);
}

static void the_slip_first_written_is_before_what_was_asked_at_the_screen_since(void **state)
{
    struct world *world = *state;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 1, "desk");
    (void)build_booking(world, session_id, "confirmed", 1, 0);
    const int64_t screen = build_booking(world, session_id, "waitlisted", 1, 0);
    struct ask ask = entered();
    ask.verb = VERB_JOIN;
    ask.channel = "paper";
    ask.happened_at_s = at("2026-09-08T09:00");
    ask.terms = (struct terms){.session_id = session_id, .adults = 1};
    assert_int_equal(must_enter(world, ask).rank, 1);
    assert_int_equal(world_int(world,
                               "SELECT count(*) FROM request_state WHERE request_id = %lld"
                               " AND rank_s > %lld",
                               (long long)screen, (long long)ask.happened_at_s),
                     1);
}

static void seats_have_the_sessions_times(void **state)
{
    struct world *world = *state;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    struct ask ask = entered();
    ask.terms = (struct terms){.session_id = session_id, .adults = 2, .children = 1};
    const struct receipt receipt = must_enter(world, ask);
    assert_int_equal(receipt.state, STATE_ASKED);
    assert_int_equal(seats_taken(world, session_id), 3);
    ask.terms.session_id = 999;
    must_refuse(world, ask, ERR_NOT_FOUND, "session_id");
}

static void a_loan_has_a_copy_of_that_thing_and_days(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t copy_id = build_copy(world, item_id, 1);
    const int64_t other_id = build_copy(world, build_item(world, "Ponceuse", "desk", 7), 1);
    struct ask ask = entered();
    ask.item_id = item_id;
    ask.terms = (struct terms){
        .copy_id = copy_id, .from_s = at("2026-09-10T09:00"), .until_s = at("2026-09-12T09:00")};
    assert_int_equal(must_enter(world, ask).state, STATE_ASKED);
    ask.terms.copy_id = other_id;
    must_refuse(world, ask, ERR_INVALID, "copy_id");
    ask.terms.copy_id = 0;
    must_refuse(world, ask, ERR_INVALID, "copy_id");
    ask.terms.copy_id = 999;
    must_refuse(world, ask, ERR_NOT_FOUND, "copy_id");
    ask.terms.copy_id = copy_id;
    ask.terms.until_s = ask.terms.from_s;
    must_refuse(world, ask, ERR_INVALID, "from_s");
    ask.item_id = 999;
    must_refuse(world, ask, ERR_NOT_FOUND, "item_id");
    ask.item_id = item_id;
    ask.verb = VERB_JOIN;
    ask.terms = (struct terms){0};
    assert_int_equal(must_enter(world, ask).state, STATE_WAITLISTED);
}

static void a_helping_hand_is_of_the_codes_there_are(void **state)
{
    struct world *world = *state;
    struct ask ask = entered_help("plumbing", "leak");
    must_refuse(world, ask, ERR_INVALID, "urgency");
    ask.urgency = "danger";
    const struct receipt receipt = must_enter(world, ask);
    assert_int_equal(world_int(world, "SELECT is_danger FROM request WHERE id = %lld",
                               (long long)receipt.request_id),
                     1);
    ask.urgency = "tomorrow";
    must_refuse(world, ask, ERR_INVALID, "urgency");
    ask = entered_help("errands", "leak");
    must_refuse(world, ask, ERR_INVALID, "choice");
    ask = entered_help("errands", "mail");
    ask.urgency = "soon";
    must_refuse(world, ask, ERR_INVALID, "urgency");
    must_refuse(world, entered_help("pizza", "leak"), ERR_INVALID, "category");
    ask = entered_help("errands", "mail");
    ask.direction = "reply";
    must_refuse(world, ask, ERR_INVALID, "direction");
    ask = entered_help("papers", "appointment");
    ask.words[0] = (struct ask_words){"", "Ma carte de séjour"};
    ask.words_count = 1;
    must_refuse(world, ask, ERR_INVALID, "words");
}

/* With a form of each kind of question. */
static int64_t build_form(struct world *world, const char *kind)
{
    const int64_t id = build_service(world, kind, kind, "desk");
    world_exec(world,
               "INSERT INTO service_field(service_id, position, code, label, kind, least, most,"
               " is_required) VALUES"
               " (%lld, 1, 'what', 'Quoi ?', 'choice', 0, 0, 1),"
               " (%lld, 2, 'count', 'Combien ?', 'number', 1, 5, 1),"
               " (%lld, 3, 'day', 'Quand ?', 'date', 1, 10, 1),"
               " (%lld, 4, 'note', 'Autre', 'text', 0, 20, 0);"
               "INSERT INTO service_choice VALUES (%lld, 1, 1, 'shirt', 'Chemise', 'wash')",
               (long long)id, (long long)id, (long long)id, (long long)id, (long long)id);
    return id;
}

static struct ask entered_form(int64_t service_id, const char *day)
{
    struct ask ask = entered();
    ask.service_id = service_id;
    ask.answers[0] = (struct ask_answer){.field = "what", .choice = "shirt"};
    ask.answers[1] = (struct ask_answer){.field = "count", .number = 3};
    ask.answers[2] = (struct ask_answer){.field = "day", .date_s = at(day)};
    ask.answer_count = 3;
    ask.words[0] = (struct ask_words){"note", "À repasser"};
    ask.words_count = 1;
    return ask;
}

static void a_services_form_is_filled_in_as_at_the_screen(void **state)
{
    struct world *world = *state;
    const int64_t service_id = build_form(world, "deposit");
    const struct ask ask = entered_form(service_id, "2026-09-10T00:00");
    const long long id = must_enter(world, ask).request_id;
    assert_int_equal(world_int(world, "SELECT kind = 'deposit' FROM request WHERE id = %lld", id),
                     1);
    assert_int_equal(
        world_int(world, "SELECT from_s FROM request_state WHERE request_id = %lld", id),
        at("2026-09-10T09:00"));
    assert_int_equal(
        world_int(world, "SELECT count(*) FROM request_answer WHERE request_id = %lld", id), 3);
    assert_int_equal(world_int(world,
                               "SELECT words = 'À repasser' FROM request_words"
                               " WHERE request_id = %lld AND field = 'note'",
                               id),
                     1);
}

static void a_visit_may_be_wanted_on_any_day_from_tomorrow_on(void **state)
{
    struct world *world = *state;
    const int64_t service_id = build_form(world, "visit");
    const long long id = must_enter(world, entered_form(service_id, "2026-09-13T00:00")).request_id;
    assert_int_equal(
        world_int(world, "SELECT from_s FROM request_state WHERE request_id = %lld", id),
        at("2026-09-13T00:00"));
    must_refuse(world, entered_form(service_id, "2026-09-08T00:00"), ERR_INVALID, "answers.day");
}

static void answers_that_the_form_does_not_have_are_refused(void **state)
{
    struct world *world = *state;
    const int64_t service_id = build_form(world, "deposit");
    const struct ask good = entered_form(service_id, "2026-09-10T00:00");
    must_refuse(world, entered_form(service_id, "2026-09-13T00:00"), ERR_INVALID, "answers.day");
    must_refuse(world, entered_form(service_id, "2026-09-29T00:00"), ERR_INVALID, "answers.day");
    struct ask ask = good;
    ask.answers[0].choice = "coat";
    must_refuse(world, ask, ERR_INVALID, "answers.what");
    ask = good;
    ask.answers[0] = (struct ask_answer){.field = "what", .number = 1};
    must_refuse(world, ask, ERR_INVALID, "answers.what");
    ask = good;
    ask.answers[1].number = 6;
    must_refuse(world, ask, ERR_INVALID, "answers.count");
    ask = good;
    ask.answers[2].date_s = 0;
    must_refuse(world, ask, ERR_INVALID, "answers.day");
    ask = good;
    ask.answer_count = 2;
    must_refuse(world, ask, ERR_INVALID, "answers.day");
    ask = good;
    ask.words[0].words = "Bien plus de vingt lettres";
    must_refuse(world, ask, ERR_INVALID, "answers.note");
    ask = good;
    ask.service_id = 999;
    must_refuse(world, ask, ERR_NOT_FOUND, "service_id");
    world_exec(world, "UPDATE service_field SET is_required = 1 WHERE code = 'note'");
    ask = good;
    ask.words_count = 0;
    must_refuse(world, ask, ERR_INVALID, "answers.note");
}

static void a_sensitive_service_takes_no_words(void **state)
{
    struct world *world = *state;
    const int64_t service_id = build_form(world, "enquiry");
    world_exec(world, "UPDATE service SET is_sensitive = 1");
    struct ask ask = entered_form(service_id, "2026-09-10T00:00");
    const long long id = must_enter(world, ask).request_id;
    assert_int_equal(
        world_int(world, "SELECT count(*) FROM request_words WHERE request_id = %lld", id), 0);
    ask.words[1] = (struct ask_words){"", "Mes papiers"};
    ask.words_count = 2;
    must_refuse(world, ask, ERR_INVALID, "words");
}

static void who_asks_is_of_this_house(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t other = build_household(world, "0088", "Noé");
    struct ask ask = entered_help("errands", "mail");
    ask.actor.household_id = 999;
    must_refuse(world, ask, ERR_NOT_FOUND, "household_id");
    ask.actor.household_id = home;
    ask.actor.person_id =
        world_int(world, "SELECT id FROM person WHERE household_id = %lld", (long long)other);
    must_refuse(world, ask, ERR_INVALID, "person_id");
    ask.actor.person_id = 999;
    must_refuse(world, ask, ERR_NOT_FOUND, "person_id");
    world_exec(world, "UPDATE household SET left_at_s = 1 WHERE id = %lld", (long long)home);
    ask.actor.person_id = 0;
    must_refuse(world, ask, ERR_NOT_FOUND, "household_id");
}

static void a_guest_leaves_a_name_and_a_number_on_the_slip(void **state)
{
    struct world *world = *state;
    int64_t block_id = 0;
    assert_int_equal(paper_make_block(world->db, NADIA, 1, &block_id), ERR_OK);
    const char *number = arena_printf(
        world->arena, "%06lld",
        (long long)world_int(world, "SELECT CAST(number AS INTEGER) FROM paper_number"));
    struct ask ask = entered_help("errands", "mail");
    ask.channel = "paper";
    ask.first_name = "Zoé";
    ask.phone = "06 12 34 56 78";
    ask.paper_number = number;
    assert_string_equal(must_enter(world, ask).number, number);
    must_refuse(world, ask, ERR_CONFLICT, "paper_number");
    ask.paper_number = "123456";
    must_refuse(world, ask, ERR_INVALID, "paper_number");
    assert_int_equal(world_int(world, "SELECT first_name = 'Zoé' FROM request_contact"), 1);
}

static void what_cannot_have_happened_is_refused(void **state)
{
    struct world *world = *state;
    struct ask ask = entered_help("errands", "mail");
    ask.happened_at_s = clock_now_s() + 60;
    must_refuse(world, ask, ERR_INVALID, "happened_at");
    ask.happened_at_s = clock_now_s() - ENTER_PAST_S - 1;
    must_refuse(world, ask, ERR_INVALID, "happened_at");
    ask.happened_at_s = 0;
    ask.channel = "screen";
    must_refuse(world, ask, ERR_INVALID, "channel");
    ask.channel = "desk";
    ask.actor = member(1);
    must_refuse(world, ask, ERR_INVALID, "channel");
}

static void the_flows_own_refusals_come_with_their_reasons(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    const char *field = "?";
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 1, "desk");
    (void)build_booking(world, session_id, "confirmed", 1, 0);
    struct ask ask = entered();
    ask.terms = (struct terms){.session_id = session_id, .adults = 1};
    assert_int_equal(enter_request(world->db, &ask, world->arena, &receipt, &field), ERR_FULL);
    assert_int_equal(receipt.reasons, GUARD_SEATS);
    assert_string_equal(field, "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(both_names_and_the_time_on_the_slip_are_kept),
        TEST(the_slip_first_written_is_before_what_was_asked_at_the_screen_since),
        TEST(seats_have_the_sessions_times),
        TEST(a_loan_has_a_copy_of_that_thing_and_days),
        TEST(a_helping_hand_is_of_the_codes_there_are),
        TEST(a_services_form_is_filled_in_as_at_the_screen),
        TEST(a_visit_may_be_wanted_on_any_day_from_tomorrow_on),
        TEST(answers_that_the_form_does_not_have_are_refused),
        TEST(a_sensitive_service_takes_no_words),
        TEST(who_asks_is_of_this_house),
        TEST(a_guest_leaves_a_name_and_a_number_on_the_slip),
        TEST(what_cannot_have_happened_is_refused),
        TEST(the_flows_own_refusals_come_with_their_reasons),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
