/* At the counter: parts and deposit go out and come back with the loan, all or nothing. */
#include <string.h>

#include "support_db.h"

#include "base/clock.h"
#include "core/loan_desk.h"

struct counter {
    struct world *world;
    int64_t item_id, copy_id, loan_id;
};

/* A drill with two parts and a deposit of 30 €, reserved for now. */
static struct counter counter_make(struct world *world)
{
    struct counter counter = {.world = world, .item_id = build_item(world, "Perceuse", "desk", 7)};
    counter.copy_id = build_copy(world, counter.item_id, 1);
    world_exec(world,
               "UPDATE item SET deposit_cents = 3000;"
               "INSERT INTO item_part VALUES (%lld, 1, 'Mallette'), (%lld, 2, 'Mèches')",
               (long long)counter.item_id, (long long)counter.item_id);
    counter.loan_id =
        build_loan(world, counter.copy_id, "reserved", "2026-09-08T16:00", "2026-09-11T09:00");
    return counter;
}

static struct loan_desk load(const struct counter *counter)
{
    struct loan_desk desk;
    assert_int_equal(
        loan_desk_load(counter->world->db, counter->loan_id, counter->world->arena, &desk), ERR_OK);
    return desk;
}

static enum err act(const struct counter *counter, enum verb verb, bool first, bool second,
                    bool has_deposit, struct outcome *outcome)
{
    const struct loan_act what = {
        .loan_id = counter->loan_id,
        .actor = {.who = WHO_DESK, .staff_id = NADIA},
        .verb = verb,
        .parts = {first, second},
        .has_deposit = has_deposit,
    };
    return loan_desk_move(counter->world->db, &what, outcome);
}

static void handing_out_notes_parts_and_deposit(void **state)
{
    const struct counter counter = counter_make(*state);
    struct outcome outcome;
    assert_int_equal(load(&counter).part_count, 2);
    assert_int_equal(act(&counter, VERB_HAND_OUT, true, false, true, &outcome), ERR_OK);
    const struct loan_desk desk = load(&counter);
    assert_int_equal(desk.line.state, STATE_OUT);
    assert_int_equal(desk.held_cents, 3000);
    assert_true(desk.parts[0].is_out);
    assert_false(desk.parts[1].is_out);
    assert_string_equal(desk.parts[0].label, "Mallette");
}

static void handing_out_without_deposit_holds_none(void **state)
{
    const struct counter counter = counter_make(*state);
    struct outcome outcome;
    assert_int_equal(act(&counter, VERB_HAND_OUT, true, true, false, &outcome), ERR_OK);
    assert_int_equal(load(&counter).held_cents, 0);
}

static void all_parts_back_ends_the_loan_and_gives_the_deposit_back(void **state)
{
    const struct counter counter = counter_make(*state);
    struct outcome outcome;
    assert_int_equal(act(&counter, VERB_HAND_OUT, true, false, true, &outcome), ERR_OK);
    const struct loan_desk out = load(&counter);
    const bool back[LOAN_PARTS_MAX] = {true};
    assert_int_equal(loan_desk_back_verb(&out, back, false), VERB_TAKE_BACK);
    assert_int_equal(act(&counter, VERB_TAKE_BACK, true, false, true, &outcome), ERR_OK);
    assert_int_equal(outcome.state, STATE_BACK);
    assert_int_equal(load(&counter).held_cents, 0);
    assert_true(load(&counter).parts[0].is_back);
}

static void a_missing_part_is_looked_at_first_and_the_deposit_stays(void **state)
{
    const struct counter counter = counter_make(*state);
    struct outcome outcome;
    assert_int_equal(act(&counter, VERB_HAND_OUT, true, true, true, &outcome), ERR_OK);
    const struct loan_desk out = load(&counter);
    const bool back[LOAN_PARTS_MAX] = {true, false};
    assert_int_equal(loan_desk_back_verb(&out, back, false), VERB_TAKE_BACK_TO_CHECK);
    assert_int_equal(act(&counter, VERB_TAKE_BACK, true, false, true, &outcome), ERR_INVALID);
    assert_int_equal(act(&counter, VERB_TAKE_BACK_TO_CHECK, true, false, true, &outcome), ERR_OK);
    assert_int_equal(load(&counter).line.state, STATE_NEEDS_CHECK);
    assert_int_equal(load(&counter).held_cents, 3000);
    assert_int_equal(act(&counter, VERB_CLEAR, true, false, true, &outcome), ERR_INVALID);
    assert_int_equal(act(&counter, VERB_OWE, true, false, false, &outcome), ERR_OK);
    assert_int_equal(act(&counter, VERB_CLEAR, true, true, true, &outcome), ERR_OK);
    assert_int_equal(load(&counter).line.state, STATE_BACK);
    assert_int_equal(load(&counter).held_cents, 0);
}

static void what_looks_odd_is_looked_at_though_complete(void **state)
{
    const struct counter counter = counter_make(*state);
    const struct loan_desk desk = load(&counter);
    const bool back[LOAN_PARTS_MAX] = {true, true};
    assert_int_equal(loan_desk_back_verb(&desk, back, true), VERB_TAKE_BACK_TO_CHECK);
}

static void a_refused_hand_out_writes_nothing(void **state)
{
    struct world *world = *state;
    const struct counter counter = counter_make(world);
    struct outcome outcome;
    /* The copy is under repair. */
    const struct move maintain = move_make(counter.copy_id, VERB_MAINTAIN,
                                           (struct actor){.who = WHO_DESK, .staff_id = NADIA});
    assert_int_equal(request_move(world->db, &maintain, &outcome), ERR_OK);
    assert_int_equal(act(&counter, VERB_HAND_OUT, true, true, true, &outcome), ERR_CONFLICT);
    assert_int_equal(outcome.reasons, GUARD_COPY);
    assert_int_equal(world_int(world, "SELECT count(*) FROM loan_part"), 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM loan_deposit"), 0);
    assert_int_equal(load(&counter).line.state, STATE_RESERVED);
}

static void what_a_colleague_did_meanwhile_is_a_conflict(void **state)
{
    const struct counter counter = counter_make(*state);
    struct outcome outcome;
    assert_int_equal(act(&counter, VERB_HAND_OUT, true, true, true, &outcome), ERR_OK);
    const struct loan_act late = {
        .loan_id = counter.loan_id,
        .expected_no = 1,
        .actor = {.who = WHO_DESK, .staff_id = KARIM},
        .verb = VERB_TAKE_BACK,
        .parts = {true, true},
    };
    assert_int_equal(loan_desk_move(counter.world->db, &late, &outcome), ERR_CONFLICT);
}

static void a_loan_that_is_not_there_is_not_found(void **state)
{
    struct world *world = *state;
    struct loan_desk desk;
    struct outcome outcome;
    const struct counter nowhere = {.world = world, .loan_id = 4711};
    assert_int_equal(loan_desk_load(world->db, 4711, world->arena, &desk), ERR_NOT_FOUND);
    assert_int_equal(act(&nowhere, VERB_HAND_OUT, true, true, true, &outcome), ERR_NOT_FOUND);
}

static void more_parts_than_can_be_shown_are_said(void **state)
{
    const struct counter counter = counter_make(*state);
    struct loan_desk desk;
    for (int i = 3; i <= LOAN_PARTS_MAX + 1; i++) {
        world_exec(counter.world, "INSERT INTO item_part VALUES (%lld, %d, 'Clé')",
                   (long long)counter.item_id, i);
    }
    assert_int_equal(
        loan_desk_load(counter.world->db, counter.loan_id, counter.world->arena, &desk), ERR_FULL);
}

static void undoing_a_hand_out_takes_parts_and_deposit_back(void **state)
{
    struct world *world = *state;
    const struct counter counter = counter_make(world);
    struct outcome outcome;
    assert_int_equal(act(&counter, VERB_HAND_OUT, true, true, true, &outcome), ERR_OK);
    assert_int_equal(loan_desk_undo(world->db, counter.loan_id, outcome.no,
                                    (struct actor){.who = WHO_DESK, .staff_id = NADIA}, &outcome),
                     ERR_OK);
    assert_int_equal(outcome.state, STATE_RESERVED);
    assert_int_equal(load(&counter).held_cents, 0);
    assert_false(load(&counter).parts[0].is_out);
    assert_int_equal(act(&counter, VERB_HAND_OUT, true, true, true, &outcome), ERR_OK);
}

static void undoing_a_return_keeps_parts_and_deposit_out(void **state)
{
    struct world *world = *state;
    const struct counter counter = counter_make(world);
    struct outcome outcome;
    assert_int_equal(act(&counter, VERB_HAND_OUT, true, true, true, &outcome), ERR_OK);
    assert_int_equal(act(&counter, VERB_TAKE_BACK, true, true, true, &outcome), ERR_OK);
    assert_int_equal(loan_desk_undo(world->db, counter.loan_id, outcome.no,
                                    (struct actor){.who = WHO_DESK, .staff_id = NADIA}, &outcome),
                     ERR_OK);
    assert_int_equal(outcome.state, STATE_OUT);
    assert_int_equal(load(&counter).held_cents, 3000);
    assert_true(load(&counter).parts[0].is_out);
    assert_false(load(&counter).parts[0].is_back);
}

/* What a move says besides its verb: words, when, another end, another copy. */
static enum err act_with(const struct counter *counter, struct loan_act act,
                         struct outcome *outcome)
{
    act.loan_id = counter->loan_id;
    act.actor = (struct actor){.who = WHO_DESK, .staff_id = NADIA};
    return loan_desk_move(counter->world->db, &act, outcome);
}

static void what_is_broken_is_written_with_the_repair(void **state)
{
    const struct counter counter = counter_make(*state);
    struct outcome outcome;
    assert_int_equal(act(&counter, VERB_HAND_OUT, false, false, false, &outcome), ERR_OK);
    assert_int_equal(act(&counter, VERB_TAKE_BACK_TO_CHECK, false, false, false, &outcome), ERR_OK);
    assert_int_equal(
        act_with(&counter, (struct loan_act){.verb = VERB_MEND, .words = "Le mandrin tourne fou."},
                 &outcome),
        ERR_OK);
    assert_int_equal(world_int(counter.world,
                               "SELECT words = 'Le mandrin tourne fou.' FROM decision_words"
                               " WHERE request_id = %lld AND no = %d",
                               (long long)counter.loan_id, outcome.no),
                     1);
    assert_int_equal(
        act_with(&counter, (struct loan_act){.verb = VERB_CLEAR, .reason_code = "x"}, &outcome),
        ERR_OK);
    assert_int_equal(world_int(counter.world,
                               "SELECT reason_code = 'x' FROM decision WHERE no = %d", outcome.no),
                     1);
}

static void what_was_done_on_paper_is_entered_with_its_time(void **state)
{
    const struct counter counter = counter_make(*state);
    struct outcome outcome;
    set_time("2026-09-09T10:00");
    struct loan_act hand_out = {
        .verb = VERB_HAND_OUT,
        .has_deposit = true,
        .happened_at_s = at("2026-09-08T17:30"),
    };
    assert_int_equal(act_with(&counter, hand_out, &outcome), ERR_OK);
    assert_int_equal(load(&counter).line.since_s, at("2026-09-08T17:30"));
    assert_int_equal(world_int(counter.world, "SELECT taken_at_s FROM loan_deposit"),
                     at("2026-09-08T17:30"));
    struct loan_act back = {
        .verb = VERB_TAKE_BACK,
        .has_deposit = true,
        .happened_at_s = at("2026-09-08T17:29"),
    };
    /* Not before it went out, nor in the future. */
    assert_int_equal(act_with(&counter, back, &outcome), ERR_INVALID);
    back.happened_at_s = at("2026-09-09T10:01");
    assert_int_equal(act_with(&counter, back, &outcome), ERR_INVALID);
    back.happened_at_s = at("2026-09-08T17:50");
    assert_int_equal(act_with(&counter, back, &outcome), ERR_OK);
    assert_int_equal(world_int(counter.world, "SELECT day FROM act"), 20260908);
}

static void a_loan_is_kept_longer_only_to_a_later_end(void **state)
{
    const struct counter counter = counter_make(*state);
    struct outcome outcome;
    assert_int_equal(act(&counter, VERB_HAND_OUT, true, true, false, &outcome), ERR_OK);
    struct loan_act longer = {.verb = VERB_EXTEND, .until_s = at("2026-09-11T09:00")};
    assert_int_equal(act_with(&counter, longer, &outcome), ERR_INVALID);
    longer.until_s = 0;
    assert_int_equal(act_with(&counter, longer, &outcome), ERR_INVALID);
    longer.until_s = at("2026-09-12T09:00");
    assert_int_equal(act_with(&counter, longer, &outcome), ERR_OK);
    assert_int_equal(load(&counter).line.until_s, at("2026-09-12T09:00"));
    assert_int_equal(load(&counter).line.from_s, at("2026-09-08T16:00"));
    /* Another loan of the copy stands in the way. */
    (void)build_loan(counter.world, counter.copy_id, "reserved", "2026-09-12T10:00",
                     "2026-09-15T09:00");
    longer.until_s = at("2026-09-15T09:00");
    assert_int_equal(act_with(&counter, longer, &outcome), ERR_CONFLICT);
    assert_int_equal(outcome.reasons, GUARD_COPY);
}

static void another_copy_and_other_days_go_with_the_move(void **state)
{
    struct world *world = *state;
    const struct counter counter = counter_make(world);
    struct outcome outcome;
    const int64_t other_id = build_copy(world, counter.item_id, 2);
    assert_int_equal(
        act_with(&counter, (struct loan_act){.verb = VERB_SWAP, .copy_id = other_id}, &outcome),
        ERR_OK);
    assert_int_equal(load(&counter).line.copy_id, other_id);
    struct loan_act propose = {
        .verb = VERB_PROPOSE,
        .copy_id = counter.copy_id,
        .from_s = at("2026-09-15T09:00"),
        .until_s = at("2026-09-14T09:00"),
    };
    assert_int_equal(act_with(&counter, propose, &outcome), ERR_INVALID);
    propose.until_s = at("2026-09-16T09:00");
    assert_int_equal(act_with(&counter, propose, &outcome), ERR_OK);
    assert_int_equal(outcome.state, STATE_COUNTER_PROPOSED);
    assert_int_equal(load(&counter).line.from_s, at("2026-09-15T09:00"));
}

static void undoing_too_late_changes_nothing(void **state)
{
    struct world *world = *state;
    const struct counter counter = counter_make(world);
    struct outcome outcome;
    assert_int_equal(act(&counter, VERB_HAND_OUT, true, true, true, &outcome), ERR_OK);
    const int no = outcome.no;
    set_time("2026-09-08T16:53");
    assert_int_equal(loan_desk_undo(world->db, counter.loan_id, no,
                                    (struct actor){.who = WHO_DESK, .staff_id = NADIA}, &outcome),
                     ERR_DENIED);
    assert_int_equal(load(&counter).held_cents, 3000);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(handing_out_notes_parts_and_deposit),
        TEST(handing_out_without_deposit_holds_none),
        TEST(all_parts_back_ends_the_loan_and_gives_the_deposit_back),
        TEST(a_missing_part_is_looked_at_first_and_the_deposit_stays),
        TEST(what_looks_odd_is_looked_at_though_complete),
        TEST(a_refused_hand_out_writes_nothing),
        TEST(what_a_colleague_did_meanwhile_is_a_conflict),
        TEST(a_loan_that_is_not_there_is_not_found),
        TEST(more_parts_than_can_be_shown_are_said),
        TEST(undoing_a_hand_out_takes_parts_and_deposit_back),
        TEST(undoing_a_return_keeps_parts_and_deposit_out),
        TEST(undoing_too_late_changes_nothing),
        TEST(what_is_broken_is_written_with_the_repair),
        TEST(what_was_done_on_paper_is_entered_with_its_time),
        TEST(a_loan_is_kept_longer_only_to_a_later_end),
        TEST(another_copy_and_other_days_go_with_the_move),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
