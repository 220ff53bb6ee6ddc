/* At the counter: a service's form filled in by the desk, for a household or a guest. */
#include <string.h>

#include "support_ask.h"

#include "core/order_desk.h"

struct counter {
    struct world *world;
    int64_t ride_id, keys_id, rights_id; /* an enquiry, a deposit, a sensitive enquiry */
};

static struct counter counter_make(struct world *world)
{
    struct counter counter = {
        .world = world,
        .ride_id = build_service(world, "ride", "enquiry", "desk"),
        .keys_id = build_service(world, "keys_copy", "deposit", "desk"),
        .rights_id = build_service(world, "rights", "enquiry", "desk"),
    };
    world_exec(world,
               "INSERT INTO service_field VALUES"
               " (%lld, 1, 'what', 'Où ?', 'choice', 0, 0, 1),"
               " (%lld, 2, 'day', 'Quel jour ?', 'date', 2, 30, 1),"
               " (%lld, 3, 'people', 'Combien ?', 'number', 1, 4, 0),"
               " (%lld, 4, 'words', 'Un mot ?', 'text', 0, 20, 0),"
               " (%lld, 1, 'count', 'Combien ?', 'number', 1, 6, 1),"
               " (%lld, 1, 'words', 'Pourquoi ?', 'text', 0, 20, 0)",
               (long long)counter.ride_id, (long long)counter.ride_id, (long long)counter.ride_id,
               (long long)counter.ride_id, (long long)counter.keys_id,
               (long long)counter.rights_id);
    world_exec(world,
               "INSERT INTO service_choice VALUES (%lld, 1, 1, 'doctor', 'Médecin', 'hand');"
               "UPDATE service SET is_sensitive = 1 WHERE id = %lld",
               (long long)counter.ride_id, (long long)counter.rights_id);
    return counter;
}

static struct order_take take_make(int64_t service_id, int64_t household_id)
{
    struct actor actor = desk(NADIA);
    actor.household_id = household_id;
    struct order_take take = {
        .ask = ask_make(KIND_ENQUIRY, VERB_ASK, actor),
        .left = "",
        .price_cents = ORDER_UNSAID,
    };
    take.ask.channel = "desk";
    take.ask.service_id = service_id;
    return take;
}

static struct order_take ride_make(const struct counter *counter, int64_t household_id)
{
    struct order_take take = take_make(counter->ride_id, household_id);
    take.ask.answers[0] = (struct ask_answer){.field = "what", .choice = "doctor"};
    take.ask.answers[1] = (struct ask_answer){.field = "day", .date_s = at("2026-09-10T00:00")};
    take.ask.answer_count = 2;
    return take;
}

static enum err do_take(const struct counter *counter, const struct order_take *take,
                        struct receipt *receipt, const char **field)
{
    return order_take(counter->world->db, take, counter->world->arena, receipt, field);
}

static void must_lack(const struct counter *counter, const struct order_take *take,
                      const char *what)
{
    struct receipt receipt;
    const char *field = NULL;
    assert_int_equal(do_take(counter, take, &receipt, &field), ERR_INVALID);
    assert_string_equal(field, what);
    assert_int_equal(world_int(counter->world, "SELECT count(*) FROM request"), 0);
}

static void an_enquiry_is_asked_for_a_household_and_may_be_accepted_at_once(void **state)
{
    struct world *world = *state;
    const struct counter counter = counter_make(world);
    struct receipt receipt;
    const char *field = NULL;
    const int64_t home = build_household(world, "0087", "Alma");
    struct order_take take = ride_make(&counter, home);
    assert_int_equal(do_take(&counter, &take, &receipt, &field), ERR_OK);
    assert_int_equal(receipt.state, STATE_ASKED);
    take.says_yes = true;
    assert_int_equal(do_take(&counter, &take, &receipt, &field), ERR_OK);
    assert_int_equal(receipt.state, STATE_ACCEPTED);
    assert_int_equal(state_now(world, receipt.request_id), STATE_ACCEPTED);
    assert_int_equal(world_int(world,
                               "SELECT household_id FROM request_state"
                               " WHERE request_id = %lld",
                               (long long)receipt.request_id),
                     home);
    assert_int_equal(world_int(world, "SELECT from_s FROM request_state WHERE request_id = %lld",
                               (long long)receipt.request_id),
                     at("2026-09-10T09:00"));
}

static void nobody_says_yes_to_the_own_household_at_the_counter_either(void **state)
{
    struct world *world = *state;
    const struct counter counter = counter_make(world);
    struct receipt receipt;
    const char *field = NULL;
    const int64_t home = build_household(world, "0087", "Nadia");
    world_exec(world, "UPDATE staff SET household_id = %lld WHERE id = %d", (long long)home, NADIA);
    struct order_take take = ride_make(&counter, home);
    take.says_yes = true;
    assert_int_equal(do_take(&counter, &take, &receipt, &field), ERR_OK);
    assert_int_equal(receipt.state, STATE_ASKED);
}

static void a_guests_deposit_is_there_with_its_words_and_price(void **state)
{
    struct world *world = *state;
    const struct counter counter = counter_make(world);
    struct receipt receipt;
    const char *field = NULL;
    struct order_take take = take_make(counter.keys_id, 0);
    take.ask.first_name = "Odile";
    take.ask.phone = "06 00 00 00 00";
    take.left = "Une clé plate";
    take.price_cents = 600;
    assert_int_equal(do_take(&counter, &take, &receipt, &field), ERR_OK);
    assert_int_equal(receipt.state, STATE_LEFT);
    assert_int_equal(strlen(receipt.number), 6);
    assert_int_equal(world_int(world, "SELECT agreed_cents FROM request_prices"), 600);
    assert_int_equal(world_int(world, "SELECT words = 'Une clé plate' FROM decision_words"), 1);
    assert_int_equal(world_int(world, "SELECT first_name = 'Odile' FROM request_contact"), 1);
}

static void a_deposit_says_what_was_left_and_a_possible_price(void **state)
{
    const struct counter counter = counter_make(*state);
    struct order_take take = take_make(counter.keys_id, 0);
    must_lack(&counter, &take, "left");
    take.left = "Une clé plate";
    take.price_cents = ORDER_PRICE_MOST + 1;
    must_lack(&counter, &take, "price_cents");
}

static void a_deposit_needs_no_answers_but_only_possible_ones(void **state)
{
    const struct counter counter = counter_make(*state);
    struct order_take take = take_make(counter.keys_id, 0);
    take.left = "Une clé plate";
    take.ask.answers[0] = (struct ask_answer){.field = "count", .number = 7};
    take.ask.answer_count = 1;
    must_lack(&counter, &take, "count");
    take.ask.answers[0] = (struct ask_answer){.field = "colour", .number = 1};
    must_lack(&counter, &take, "colour");
    take.ask.answers[0] = (struct ask_answer){.field = "count", .number = 2};
    take.ask.actor.household_id = 4711;
    must_lack(&counter, &take, "household_id");
}

static void an_enquiry_answers_its_form(void **state)
{
    const struct counter counter = counter_make(*state);
    struct order_take take = ride_make(&counter, 0);
    take.ask.answer_count = 1;
    must_lack(&counter, &take, "answers.day");
    take.ask.answer_count = 2;
    take.ask.answers[0].choice = "moon";
    must_lack(&counter, &take, "answers.what");
}

static void a_sensitive_matter_takes_no_words_at_the_counter_either(void **state)
{
    const struct counter counter = counter_make(*state);
    struct order_take take = take_make(counter.rights_id, 0);
    take.ask.words[0] = (struct ask_words){"words", "une expulsion"};
    take.ask.words_count = 1;
    struct receipt receipt;
    const char *field = NULL;
    assert_int_equal(do_take(&counter, &take, &receipt, &field), ERR_OK);
    assert_int_equal(world_int(counter.world, "SELECT count(*) FROM request_words"), 0);
    take.ask.words[0].field = "";
    assert_int_equal(do_take(&counter, &take, &receipt, &field), ERR_INVALID);
    assert_string_equal(field, "words");
}

static void a_service_that_is_no_longer_offered_takes_nothing(void **state)
{
    struct world *world = *state;
    const struct counter counter = counter_make(world);
    const struct order_take take = take_make(counter.keys_id, 0);
    world_exec(world, "UPDATE service SET is_active = 0");
    must_lack(&counter, &take, "service_id");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_enquiry_is_asked_for_a_household_and_may_be_accepted_at_once),
        TEST(nobody_says_yes_to_the_own_household_at_the_counter_either),
        TEST(a_guests_deposit_is_there_with_its_words_and_price),
        TEST(a_deposit_says_what_was_left_and_a_possible_price),
        TEST(a_deposit_needs_no_answers_but_only_possible_ones),
        TEST(an_enquiry_answers_its_form),
        TEST(a_sensitive_matter_takes_no_words_at_the_counter_either),
        TEST(a_service_that_is_no_longer_offered_takes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
