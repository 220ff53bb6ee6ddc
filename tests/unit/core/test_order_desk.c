/* Orders at the desk: what a step says of the price and of the partner goes with it, all or
 * nothing, and is taken back with it. */
#include <string.h>

#include "support_ask.h"

#include "core/loan_desk.h"
#include "core/order_desk.h"

enum { SHOEMAKER = 5, BAKER = 6 };

static int64_t service_of(struct world *world, const char *code, const char *kind)
{
    const int64_t id = build_service(world, code, kind, "desk");
    world_exec(world,
               "INSERT OR IGNORE INTO partner(id, name) VALUES (5, 'Cordonnier'), (6, 'Boulanger');"
               "UPDATE service SET partner_id = 5 WHERE id = %lld",
               (long long)id);
    return id;
}

static int64_t order_in(struct world *world, const char *kind, const char *state)
{
    return build_request(world, &(struct build){
                                    .kind = kind,
                                    .state = state,
                                    .service_id = service_of(world, state, kind),
                                    .household_id = build_household(world, "0087", "Alma"),
                                });
}

struct step_say {
    const char *words;
    int64_t price;
    bool is_agreed;
    int64_t partner_id;
    const char *from, *until, *reason;
};

static enum err step(struct world *world, int64_t id, enum verb verb, struct step_say say,
                     struct outcome *outcome, const char **field)
{
    struct order_act act = order_act_make(id, verb, desk(NADIA));
    act.words = say.words == NULL ? "" : say.words;
    act.reason_code = say.reason == NULL ? "" : say.reason;
    act.price_cents = say.price == 0 ? ORDER_UNSAID : say.price;
    act.is_price_agreed = say.is_agreed;
    act.partner_id = say.partner_id;
    act.from_s = say.from == NULL ? 0 : at(say.from);
    act.until_s = say.until == NULL ? 0 : at(say.until);
    return order_move(world->db, &act, outcome, field);
}

static void must_step(struct world *world, int64_t id, enum verb verb, struct step_say say)
{
    struct outcome outcome;
    const char *field = NULL;
    const enum err err = step(world, id, verb, say, &outcome, &field);
    if (err != ERR_OK) {
        fail_msg("%s: %s, %s, reasons %x", verb_code(verb), err_name(err), field, outcome.reasons);
    }
}

static void must_lack(struct world *world, int64_t id, enum verb verb, struct step_say say,
                      const char *what)
{
    struct outcome outcome;
    const char *field = NULL;
    assert_int_equal(step(world, id, verb, say, &outcome, &field), ERR_INVALID);
    assert_string_equal(field, what);
}

static int64_t agreed(struct world *world, int64_t id)
{
    return world_int(world,
                     "SELECT coalesce(agreed_cents, -1) FROM request_prices"
                     " WHERE request_id = %lld",
                     (long long)id);
}

static int64_t asked(struct world *world, int64_t id)
{
    return world_int(world,
                     "SELECT coalesce(asked_cents, -1) FROM request_prices"
                     " WHERE request_id = %lld",
                     (long long)id);
}

static void a_deposit_goes_its_whole_way_with_its_price(void **state)
{
    struct world *world = *state;
    const int64_t id = order_in(world, "deposit", "announced");
    must_step(world, id, VERB_LEAVE, (struct step_say){.words = "Deux talons.", .price = 1200});
    assert_int_equal(agreed(world, id), 1200);
    must_step(world, id, VERB_SEND, (struct step_say){0});
    assert_int_equal(world_int(world, "SELECT partner_id FROM request_partner"), SHOEMAKER);
    assert_int_equal(world_int(world, "SELECT is_end FROM request_partner"), 0);
    must_step(world, id, VERB_REPRICE, (struct step_say){.price = 1800});
    assert_int_equal(agreed(world, id), 1200);
    assert_int_equal(asked(world, id), 1800);
    must_step(world, id, VERB_AGREE, (struct step_say){0});
    assert_int_equal(agreed(world, id), 1800);
    assert_int_equal(asked(world, id), -1);
    must_step(world, id, VERB_RECEIVE, (struct step_say){0});
    must_step(world, id, VERB_COLLECT, (struct step_say){.price = 1800});
    assert_int_equal(state_now(world, id), STATE_COLLECTED);
    assert_int_equal(world_int(world,
                               "SELECT paid_cents FROM request_prices"
                               " WHERE request_id = %lld",
                               (long long)id),
                     1800);
}

/* Source: flows.md, "order, deposit": left → with_provider is the desk's sending. */
static void a_new_price_moves_nothing_that_never_left(void **state)
{
    struct world *world = *state;
    const int64_t id = order_in(world, "deposit", "announced");
    must_step(world, id, VERB_LEAVE, (struct step_say){.words = "Deux talons.", .price = 1200});
    must_step(world, id, VERB_REPRICE, (struct step_say){.price = 1800});
    assert_int_equal(state_now(world, id), STATE_TO_AGREE);
    must_step(world, id, VERB_AGREE, (struct step_say){0});
    assert_int_equal(state_now(world, id), STATE_LEFT);
    assert_int_equal(agreed(world, id), 1800);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request_partner"), 0);
    must_step(world, id, VERB_SEND, (struct step_say){0});
    must_step(world, id, VERB_REPRICE, (struct step_say){.price = 2000});
    must_step(world, id, VERB_AGREE, (struct step_say){0});
    assert_int_equal(state_now(world, id), STATE_WITH_PROVIDER);
}

static void what_was_left_is_said_in_words_and_a_price_is_a_price(void **state)
{
    struct world *world = *state;
    const int64_t id = order_in(world, "deposit", "announced");
    must_lack(world, id, VERB_LEAVE, (struct step_say){0}, "words");
    must_lack(world, id, VERB_LEAVE, (struct step_say){.words = "x\x01"}, "words");
    must_lack(world, id, VERB_LEAVE, (struct step_say){.words = "x", .price = -2}, "price_cents");
    must_lack(world, id, VERB_LEAVE, (struct step_say){.words = "x", .price = 1000001},
              "price_cents");
    assert_int_equal(state_now(world, id), STATE_ANNOUNCED);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request_price"), 0);
}

static void only_what_costs_more_is_asked_about(void **state)
{
    struct world *world = *state;
    const int64_t id = order_in(world, "deposit", "announced");
    must_step(world, id, VERB_LEAVE, (struct step_say){.words = "Un ourlet.", .price = 1200});
    must_lack(world, id, VERB_REPRICE, (struct step_say){0}, "price_cents");
    must_lack(world, id, VERB_REPRICE, (struct step_say){.price = 1200}, "price_cents");
    must_step(world, id, VERB_REPRICE, (struct step_say){.price = 1201});
    /* Declined: what was agreed before holds. */
    must_step(world, id, VERB_DECLINE, (struct step_say){0});
    assert_int_equal(agreed(world, id), 1200);
    assert_int_equal(state_now(world, id), STATE_RETURNED);
}

static void nobody_pays_more_than_was_agreed_without_a_yes(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const char *field = NULL;
    const int64_t id = order_in(world, "deposit", "announced");
    must_step(world, id, VERB_LEAVE, (struct step_say){.words = "Un ourlet.", .price = 1200});
    must_step(world, id, VERB_SEND, (struct step_say){.partner_id = BAKER});
    must_step(world, id, VERB_RECEIVE, (struct step_say){0});
    must_lack(world, id, VERB_COLLECT, (struct step_say){0}, "price_cents");
    assert_int_equal(
        step(world, id, VERB_COLLECT, (struct step_say){.price = 1300}, &outcome, &field),
        ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_PRICE);
    assert_int_equal(state_now(world, id), STATE_READY);
    must_step(world, id, VERB_COLLECT, (struct step_say){.price = 1300, .is_agreed = true});
}

static void where_no_price_was_said_any_may_be_paid(void **state)
{
    struct world *world = *state;
    const int64_t id = order_in(world, "deposit", "ready");
    assert_int_equal(agreed(world, id), -1);
    must_step(world, id, VERB_COLLECT, (struct step_say){.price = 900});
}

static void undoing_a_step_takes_price_and_partner_back(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t id = order_in(world, "deposit", "announced");
    must_step(world, id, VERB_LEAVE, (struct step_say){.words = "Un ourlet.", .price = 1200});
    must_step(world, id, VERB_SEND, (struct step_say){0});
    assert_int_equal(loan_desk_undo(world->db, id, 3, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(outcome.state, STATE_LEFT);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request_partner"), 0);
    assert_int_equal(agreed(world, id), 1200);
    must_step(world, id, VERB_REPRICE, (struct step_say){.price = 1500});
    must_step(world, id, VERB_AGREE, (struct step_say){0});
    assert_int_equal(loan_desk_undo(world->db, id, 6, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(agreed(world, id), 1200);
    assert_int_equal(asked(world, id), 1500);
}

static void a_visit_is_planned_for_a_day_that_is_not_over(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const char *field = NULL;
    struct request request;
    const int64_t id = order_in(world, "visit", "qualified");
    must_lack(world, id, VERB_PLAN, (struct step_say){0}, "from_s");
    must_lack(world, id, VERB_PLAN,
              (struct step_say){.from = "2026-09-10T14:00", .until = "2026-09-10T13:00"},
              "until_s");
    assert_int_equal(
        step(world, id, VERB_PLAN, (struct step_say){.from = "2026-09-07T14:00"}, &outcome, &field),
        ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_NOT_BEGUN);
    must_step(world, id, VERB_PLAN,
              (struct step_say){.from = "2026-09-10T14:00", .until = "2026-09-10T16:00"});
    assert_int_equal(request_load(world->db, id, &request), ERR_OK);
    assert_int_equal(request.terms.from_s, at("2026-09-10T14:00"));
    assert_int_equal(request.terms.until_s, at("2026-09-10T16:00"));
    must_step(world, id, VERB_SEND, (struct step_say){0});
    assert_int_equal(state_now(world, id), STATE_PLANNED);
    assert_int_equal(request_load(world->db, id, &request), ERR_OK);
    assert_int_equal(request.terms.from_s, at("2026-09-10T14:00"));
}

static void who_sees_to_it_is_named_or_the_services_own(void **state)
{
    struct world *world = *state;
    const int64_t id = order_in(world, "enquiry", "accepted");
    must_lack(world, id, VERB_SEND, (struct step_say){.partner_id = 4711}, "partner_id");
    world_exec(world, "UPDATE service SET partner_id = NULL");
    must_lack(world, id, VERB_SEND, (struct step_say){0}, "partner_id");
    must_step(world, id, VERB_SEND, (struct step_say){.partner_id = BAKER});
    must_step(world, id, VERB_REDIRECT, (struct step_say){.partner_id = SHOEMAKER});
    assert_int_equal(world_int(world, "SELECT group_concat(no * 10 + is_end) = '20,31'"
                                      " FROM (SELECT * FROM request_partner ORDER BY no)"),
                     1);
}

static void a_refusal_has_a_reason_of_its_kind(void **state)
{
    struct world *world = *state;
    const int64_t id = order_in(world, "enquiry", "asked");
    must_lack(world, id, VERB_REFUSE, (struct step_say){0}, "reason_code");
    must_lack(world, id, VERB_REFUSE, (struct step_say){.reason = "copy_away"}, "reason_code");
    must_step(world, id, VERB_REFUSE, (struct step_say){.reason = "not_available"});
}

static void a_price_where_none_is_said_is_refused(void **state)
{
    struct world *world = *state;
    const int64_t id = order_in(world, "deposit", "left");
    must_lack(world, id, VERB_SEND, (struct step_say){.price = 300}, "price_cents");
}

static void what_is_no_order_or_not_there_is_not_found(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const char *field = NULL;
    const int64_t help = build_request(
        world, &(struct build){.kind = "help", .state = "asked", .direction = "need"});
    assert_int_equal(step(world, help, VERB_CANCEL, (struct step_say){0}, &outcome, &field),
                     ERR_NOT_FOUND);
    assert_int_equal(step(world, 4711, VERB_CANCEL, (struct step_say){0}, &outcome, &field),
                     ERR_NOT_FOUND);
}

static void what_a_colleague_did_meanwhile_is_a_conflict(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const char *field = NULL;
    const int64_t id = order_in(world, "deposit", "announced");
    must_step(world, id, VERB_LEAVE, (struct step_say){.words = "Un ourlet."});
    struct order_act late = order_act_make(id, VERB_SEND, desk(KARIM));
    late.expected_no = 1;
    assert_int_equal(order_move(world->db, &late, &outcome, &field), ERR_CONFLICT);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request_partner"), 0);
}

static void a_reminder_is_told_again_and_again(void **state)
{
    struct world *world = *state;
    const int64_t id = order_in(world, "deposit", "ready");
    must_step(world, id, VERB_REMIND, (struct step_say){0});
    must_step(world, id, VERB_REMIND, (struct step_say){0});
    assert_int_equal(state_now(world, id), STATE_TO_REMIND);
    assert_int_equal(
        world_int(world, "SELECT count(*) FROM notice WHERE request_id = %lld", (long long)id), 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_deposit_goes_its_whole_way_with_its_price),
        TEST(a_new_price_moves_nothing_that_never_left),
        TEST(what_was_left_is_said_in_words_and_a_price_is_a_price),
        TEST(only_what_costs_more_is_asked_about),
        TEST(nobody_pays_more_than_was_agreed_without_a_yes),
        TEST(where_no_price_was_said_any_may_be_paid),
        TEST(undoing_a_step_takes_price_and_partner_back),
        TEST(a_visit_is_planned_for_a_day_that_is_not_over),
        TEST(who_sees_to_it_is_named_or_the_services_own),
        TEST(a_refusal_has_a_reason_of_its_kind),
        TEST(a_price_where_none_is_said_is_refused),
        TEST(what_is_no_order_or_not_there_is_not_found),
        TEST(what_a_colleague_did_meanwhile_is_a_conflict),
        TEST(a_reminder_is_told_again_and_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
