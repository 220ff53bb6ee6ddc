/* What was sent on to a partner is followed: answers, reminders, and their way back. */
#include <string.h>

#include "support_ask.h"

#include "core/order_desk.h"
#include "core/sent.h"

/* An enquiry that decision 2 sent to partner 5. */
static int64_t sent_make(struct world *world)
{
    struct outcome outcome;
    const char *field = NULL;
    world_exec(world, "INSERT INTO partner(id, name) VALUES (5, 'Cordonnier')");
    const int64_t id = build_request(
        world, &(struct build){.kind = "enquiry",
                               .state = "accepted",
                               .service_id = build_service(world, "ride", "enquiry", "desk")});
    struct order_act act = order_act_make(id, VERB_SEND, desk(NADIA));
    act.partner_id = 5;
    assert_int_equal(order_move(world->db, &act, &outcome, &field), ERR_OK);
    assert_int_equal(outcome.no, 2);
    return id;
}

static int64_t reminders(struct world *world)
{
    return world_int(world, "SELECT count(*) FROM request_partner_reminder");
}

static void a_partner_is_reminded_until_they_say_no_or_done(void **state)
{
    struct world *world = *state;
    int64_t at_s = 0;
    const int64_t id = sent_make(world);
    assert_int_equal(sent_remind(world->db, id, 2, &at_s), ERR_OK);
    assert_int_equal(at_s, at(WORLD_NOW));
    assert_int_equal(sent_answer(world->db, id, 2, "later", "Pas avant lundi."), ERR_OK);
    set_time("2026-09-10T10:00");
    assert_int_equal(sent_remind(world->db, id, 2, &at_s), ERR_OK);
    assert_int_equal(reminders(world), 2);
    assert_int_equal(sent_answer(world->db, id, 2, "done", ""), ERR_OK);
    assert_int_equal(sent_remind(world->db, id, 2, &at_s), ERR_CONFLICT);
    assert_int_equal(reminders(world), 2);
}

static void a_reminder_can_be_taken_back(void **state)
{
    struct world *world = *state;
    int64_t at_s = 0;
    const int64_t id = sent_make(world);
    assert_int_equal(sent_remind(world->db, id, 2, &at_s), ERR_OK);
    assert_int_equal(sent_unremind(world->db, id, 2, at_s), ERR_OK);
    assert_int_equal(reminders(world), 0);
    assert_int_equal(sent_unremind(world->db, id, 2, at_s), ERR_NOT_FOUND);
}

static void an_answer_can_be_changed_and_taken_back_with_its_words(void **state)
{
    struct world *world = *state;
    const int64_t id = sent_make(world);
    assert_int_equal(sent_answer(world->db, id, 2, "no", "Trop loin."), ERR_OK);
    assert_int_equal(sent_answer(world->db, id, 2, "yes", "Finalement oui."), ERR_OK);
    assert_int_equal(world_int(world, "SELECT words = 'Finalement oui.'"
                                      " FROM request_partner_words"),
                     1);
    assert_int_equal(world_int(world, "SELECT answer_code = 'yes' FROM request_partner"), 1);
    assert_int_equal(sent_answer(world->db, id, 2, "", "rien"), ERR_OK);
    assert_int_equal(world_int(world, "SELECT answered_at_s IS NULL FROM request_partner"), 1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request_partner_words"), 0);
}

static void an_unknown_answer_or_unclean_words_are_refused(void **state)
{
    struct world *world = *state;
    const int64_t id = sent_make(world);
    char long_words[400];
    memset(long_words, 'a', sizeof(long_words) - 1);
    long_words[sizeof(long_words) - 1] = '\0';
    assert_int_equal(sent_answer(world->db, id, 2, "perhaps", ""), ERR_INVALID);
    assert_int_equal(sent_answer(world->db, id, 2, "yes", "x\x02"), ERR_INVALID);
    assert_int_equal(sent_answer(world->db, id, 2, "yes", long_words), ERR_INVALID);
}

static void what_was_never_sent_is_not_found(void **state)
{
    struct world *world = *state;
    int64_t at_s = 0;
    const int64_t id = sent_make(world);
    assert_int_equal(sent_remind(world->db, id, 1, &at_s), ERR_NOT_FOUND);
    assert_int_equal(sent_answer(world->db, id, 1, "yes", ""), ERR_NOT_FOUND);
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(sent_write(world->db, id, 2, 4711, false), ERR_NOT_FOUND);
    db_rollback(world->db);
}

static void under_a_wrong_clock_nothing_is_noted(void **state)
{
    struct world *world = *state;
    int64_t at_s = 0;
    const int64_t id = sent_make(world);
    set_time("2026-09-01T10:00");
    assert_int_equal(sent_remind(world->db, id, 2, &at_s), ERR_CLOCK);
    assert_int_equal(sent_unremind(world->db, id, 2, at_s), ERR_CLOCK);
    assert_int_equal(sent_answer(world->db, id, 2, "yes", ""), ERR_CLOCK);
}

static void undoing_takes_answers_and_reminders_back_too(void **state)
{
    struct world *world = *state;
    int64_t at_s = 0;
    struct outcome outcome;
    const int64_t id = sent_make(world);
    assert_int_equal(sent_remind(world->db, id, 2, &at_s), ERR_OK);
    assert_int_equal(sent_answer(world->db, id, 2, "yes", "Demain."), ERR_OK);
    assert_int_equal(request_undo(world->db, id, 2, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request_partner"), 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request_partner_words"), 0);
    assert_int_equal(reminders(world), 0);
}

static void the_codes_of_the_answers_are_those_of_the_database(void **state)
{
    struct world *world = *state;
    static const char *const codes[] = {"yes", "later", "no", "done"};
    const int64_t id = sent_make(world);
    for (size_t i = 0; i < ARRAY_LEN(codes); i++) {
        assert_int_equal(sent_answer(world->db, id, 2, codes[i], ""), ERR_OK);
    }
    assert_true(sent_is_sending(VERB_REDIRECT) && !sent_is_sending(VERB_COLLECT));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_partner_is_reminded_until_they_say_no_or_done),
        TEST(a_reminder_can_be_taken_back),
        TEST(an_answer_can_be_changed_and_taken_back_with_its_words),
        TEST(an_unknown_answer_or_unclean_words_are_refused),
        TEST(what_was_never_sent_is_not_found),
        TEST(under_a_wrong_clock_nothing_is_noted),
        TEST(undoing_takes_answers_and_reminders_back_too),
        TEST(the_codes_of_the_answers_are_those_of_the_database),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
