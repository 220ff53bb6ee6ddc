/* Two neighbours brought together by the desk: each says yes for themselves before anything more
 * happens, and it can all be taken back. */
#include "support_mine.h"

#include "core/help_desk.h"

struct pair {
    struct world *world;
    int64_t home, other; /* households */
    int64_t need_id;
};

/* A need that is looked for somebody. */
static struct pair pair_make(struct world *world, const char *category)
{
    struct outcome outcome;
    struct pair pair = {
        .world = world,
        .home = build_household(world, "0087", "Alma"),
        .other = build_household(world, "0233", "Berk"),
    };
    pair.need_id = ask_help(world, category, false, member(pair.home));
    assert_int_equal(move_by(world, pair.need_id, VERB_PUBLISH, desk(NADIA), &outcome), ERR_OK);
    return pair;
}

static enum err propose(const struct pair *pair, int64_t household_id, int64_t *outcome_id,
                        struct outcome *outcome)
{
    const struct help_proposal proposal = {
        .need_id = pair->need_id, .actor = desk(NADIA), .household_id = household_id};
    return help_propose(pair->world->db, &proposal, outcome_id, outcome);
}

static int64_t reply_of(const struct pair *pair)
{
    return world_int(pair->world, "SELECT max(id) FROM request WHERE parent_id = %lld",
                     (long long)pair->need_id);
}

/* Gives the reply's id. */
static int64_t must_propose(const struct pair *pair)
{
    int64_t outcome_id = 0;
    struct outcome outcome;
    assert_int_equal(propose(pair, pair->other, &outcome_id, &outcome), ERR_OK);
    assert_int_equal(outcome_id, pair->need_id);
    assert_int_equal(outcome.state, STATE_MATCH_PROPOSED);
    return reply_of(pair);
}

static void assert_both(const struct pair *pair, int64_t reply_id, enum state need,
                        enum state reply)
{
    assert_int_equal(state_now(pair->world, pair->need_id), need);
    assert_int_equal(state_now(pair->world, reply_id), reply);
}

static int64_t untold(struct world *world, int64_t id)
{
    return world_int(world,
                     "SELECT count(*) FROM notice WHERE request_id = %lld AND state = 'to_tell'",
                     (long long)id);
}

static void both_are_asked_and_told(void **state)
{
    const struct pair pair = pair_make(*state, "errands");
    const int64_t before = untold(pair.world, pair.need_id);
    const int64_t reply_id = must_propose(&pair);
    assert_both(&pair, reply_id, STATE_MATCH_PROPOSED, STATE_MATCH_PROPOSED);
    assert_int_equal(untold(pair.world, reply_id), 1);
    assert_int_equal(untold(pair.world, pair.need_id), before + 1);
    const struct mine_card card = card_of(pair.world, reply_id, member(pair.other));
    assert_true(card.line.is_proposed);
    assert_true(mine_asks(&card.line));
    assert_true(card.may[VERB_AGREE]);
    assert_true(card.may[VERB_CANCEL]);
    assert_false(card.may[VERB_UNMATCH]);
}

static void one_yes_waits_for_the_other(void **state)
{
    struct outcome outcome;
    const struct pair pair = pair_make(*state, "errands");
    const int64_t reply_id = must_propose(&pair);
    assert_int_equal(move_by(pair.world, pair.need_id, VERB_AGREE, member(pair.home), &outcome),
                     ERR_OK);
    assert_both(&pair, reply_id, STATE_AGREED, STATE_MATCH_PROPOSED);
    const struct mine_card waiting = card_of(pair.world, pair.need_id, member(pair.home));
    assert_true(waiting.line.awaits_other);
    assert_false(waiting.may[VERB_SAY_DONE]);
    assert_int_equal(move_by(pair.world, pair.need_id, VERB_SAY_DONE, member(pair.home), &outcome),
                     ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_BOTH);
    assert_int_equal(help_note_contact(pair.world->db, pair.need_id, desk(NADIA), true),
                     ERR_DENIED);
    assert_int_equal(move_by(pair.world, reply_id, VERB_AGREE, member(pair.other), &outcome),
                     ERR_OK);
    assert_both(&pair, reply_id, STATE_AGREED, STATE_AGREED);
    assert_false(card_of(pair.world, pair.need_id, member(pair.home)).line.awaits_other);
    assert_int_equal(help_note_contact(pair.world->db, pair.need_id, desk(NADIA), true), ERR_OK);
}

static void the_helper_may_say_yes_first(void **state)
{
    struct outcome outcome;
    const struct pair pair = pair_make(*state, "errands");
    const int64_t reply_id = must_propose(&pair);
    assert_int_equal(move_by(pair.world, reply_id, VERB_AGREE, member(pair.other), &outcome),
                     ERR_OK);
    assert_both(&pair, reply_id, STATE_MATCH_PROPOSED, STATE_AGREED);
    assert_true(card_of(pair.world, reply_id, member(pair.other)).line.awaits_other);
    assert_int_equal(move_by(pair.world, pair.need_id, VERB_AGREE, member(pair.home), &outcome),
                     ERR_OK);
    assert_both(&pair, reply_id, STATE_AGREED, STATE_AGREED);
}

static void either_may_say_no_and_the_need_is_looked_for_again(void **state)
{
    struct outcome outcome;
    const struct pair pair = pair_make(*state, "errands");
    const int64_t first_id = must_propose(&pair);
    assert_int_equal(move_by(pair.world, first_id, VERB_CANCEL, member(pair.other), &outcome),
                     ERR_OK);
    assert_both(&pair, first_id, STATE_PUBLISHED, STATE_CANCELLED);
    const int64_t second_id = must_propose(&pair);
    assert_int_equal(move_by(pair.world, pair.need_id, VERB_UNMATCH, member(pair.home), &outcome),
                     ERR_OK);
    assert_both(&pair, second_id, STATE_PUBLISHED, STATE_CANCELLED);
}

static void whoever_replied_is_taken_at_their_word(void **state)
{
    int64_t outcome_id = 0;
    struct outcome outcome;
    const struct pair pair = pair_make(*state, "errands");
    struct ask ask = ask_make(KIND_HELP, VERB_ASK, member(pair.other));
    ask.direction = "reply";
    ask.parent_id = pair.need_id;
    const int64_t reply_id = must_ask(pair.world, ask).request_id;
    assert_int_equal(propose(&pair, pair.other, &outcome_id, &outcome), ERR_OK);
    assert_int_equal(outcome_id, reply_id);
    assert_int_equal(move_by(pair.world, pair.need_id, VERB_AGREE, member(pair.home), &outcome),
                     ERR_OK);
    assert_both(&pair, reply_id, STATE_AGREED, STATE_AGREED);
    assert_int_equal(propose(&pair, pair.other, &outcome_id, &outcome), ERR_CONFLICT);
}

/* Source: flows.md, "Everyone is told": what was offered to a need that is over waits no longer. */
static void replies_to_a_need_that_is_over_leave_the_pile_and_are_told(void **state)
{
    struct pair pair = pair_make(*state, "errands");
    struct world *world = pair.world;
    struct outcome outcome;
    struct ask ask = ask_make(KIND_HELP, VERB_ASK, member(pair.other));
    ask.parent_id = pair.need_id;
    ask.direction = "reply";
    ask.category = "errands";
    const int64_t reply_id = must_ask(world, ask).request_id;
    assert_int_equal(move_by(world, pair.need_id, VERB_CLOSE, desk(NADIA), &outcome), ERR_OK);
    assert_both(&pair, reply_id, STATE_CLOSED, STATE_CANCELLED);
    assert_int_equal(untold(world, reply_id), 1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request_state WHERE waits = 1"), 0);
    assert_int_equal(request_undo(world->db, pair.need_id, outcome.no, desk(NADIA), &outcome),
                     ERR_OK);
    assert_both(&pair, reply_id, STATE_PUBLISHED, STATE_ASKED);
    assert_int_equal(untold(world, reply_id), 0);
}

static void undone_before_anybody_knew_it_never_was(void **state)
{
    struct outcome outcome;
    const struct pair pair = pair_make(*state, "errands");
    const int64_t before = untold(pair.world, pair.need_id);
    const int64_t reply_id = must_propose(&pair);
    assert_int_equal(request_undo(pair.world->db, pair.need_id, 3, desk(NADIA), &outcome), ERR_OK);
    assert_both(&pair, reply_id, STATE_PUBLISHED, STATE_REPLACED);
    assert_int_equal(untold(pair.world, reply_id), 0);
    assert_int_equal(untold(pair.world, pair.need_id), before);
    struct mine mine;
    const struct actor other = member(pair.other);
    assert_int_equal(
        mine_load(pair.world->db, &other, (struct mine_key){0, 0}, pair.world->arena, &mine),
        ERR_OK);
    assert_int_equal(mine.running.count + mine.ended.count + mine.news.count, 0);
    (void)must_propose(&pair); /* and once more */
}

static void undone_after_they_knew_they_are_told(void **state)
{
    struct outcome outcome;
    const struct pair pair = pair_make(*state, "errands");
    const int64_t reply_id = must_propose(&pair);
    assert_int_equal(notice_tell_all(pair.world->db, reply_id, "phone", NADIA), ERR_OK);
    assert_int_equal(request_undo(pair.world->db, pair.need_id, 3, desk(NADIA), &outcome), ERR_OK);
    assert_both(&pair, reply_id, STATE_PUBLISHED, STATE_CANCELLED);
    assert_int_equal(untold(pair.world, reply_id), 1);
}

static void undone_after_a_yes_both_hear_of_it(void **state)
{
    struct outcome outcome;
    const struct pair pair = pair_make(*state, "errands");
    const int64_t reply_id = must_propose(&pair);
    assert_int_equal(move_by(pair.world, reply_id, VERB_AGREE, member(pair.other), &outcome),
                     ERR_OK);
    assert_int_equal(request_undo(pair.world->db, pair.need_id, 3, desk(NADIA), &outcome), ERR_OK);
    assert_both(&pair, reply_id, STATE_PUBLISHED, STATE_CANCELLED);
    assert_int_equal(untold(pair.world, reply_id), 1);
}

static void a_day_agreed_on_is_the_same_for_both(void **state)
{
    struct outcome outcome;
    const char *field = NULL;
    struct request reply;
    const struct pair pair = pair_make(*state, "errands");
    const int64_t reply_id = must_propose(&pair);
    struct help_act plan = help_act_make(pair.need_id, VERB_PLAN, desk(NADIA));
    plan.from_s = at("2026-09-10T14:00");
    assert_int_equal(move_by(pair.world, pair.need_id, VERB_AGREE, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(help_move(pair.world->db, &plan, &outcome, &field), ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_BOTH);
    assert_int_equal(move_by(pair.world, reply_id, VERB_AGREE, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(help_move(pair.world->db, &plan, &outcome, &field), ERR_OK);
    assert_int_equal(request_load(pair.world->db, reply_id, &reply), ERR_OK);
    assert_int_equal(reply.terms.from_s, plan.from_s);
    assert_int_equal(reply.state, STATE_AGREED);
    assert_int_equal(request_undo(pair.world->db, pair.need_id, outcome.no, desk(NADIA), &outcome),
                     ERR_OK);
    assert_int_equal(request_load(pair.world->db, reply_id, &reply), ERR_OK);
    assert_int_equal(reply.terms.from_s, 0);
    plan.request_id = reply_id;
    assert_int_equal(help_move(pair.world->db, &plan, &outcome, &field), ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_NO_REPLY);
    plan.request_id = pair.need_id;
    plan.from_s = at("2026-09-07T14:00");
    assert_int_equal(help_move(pair.world->db, &plan, &outcome, &field), ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_NOT_BEGUN);
}

static void nobody_is_proposed_to_themselves_nor_where_nobody_is_looked_for(void **state)
{
    int64_t outcome_id = 0;
    struct outcome outcome;
    const struct pair pair = pair_make(*state, "errands");
    assert_int_equal(propose(&pair, pair.home, &outcome_id, &outcome), ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_OTHERS);
    world_exec(pair.world, "UPDATE staff SET household_id = %lld WHERE id = %d",
               (long long)pair.home, NADIA);
    assert_int_equal(propose(&pair, pair.home, &outcome_id, &outcome), ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_OTHERS | GUARD_NOT_OWN);
    world_exec(pair.world, "UPDATE staff SET household_id = NULL");
    assert_int_equal(move_by(pair.world, pair.need_id, VERB_PAUSE, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(propose(&pair, pair.other, &outcome_id, &outcome), ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_PARENT);
    assert_int_equal(world_int(pair.world, "SELECT count(*) FROM request"
                                           " WHERE direction = 'reply'"),
                     0);
}

static void papers_are_for_partners(void **state)
{
    int64_t outcome_id = 0;
    struct outcome outcome;
    const struct pair pair = pair_make(*state, "papers");
    assert_int_equal(propose(&pair, pair.other, &outcome_id, &outcome), ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_NEIGHBOURS);
}

static void who_is_no_longer_there_is_not_proposed(void **state)
{
    int64_t outcome_id = 0;
    struct outcome outcome;
    const struct pair pair = pair_make(*state, "errands");
    assert_int_equal(propose(&pair, 4711, &outcome_id, &outcome), ERR_INVALID);
    world_exec(pair.world, "UPDATE household SET left_at_s = 1 WHERE id = %lld",
               (long long)pair.other);
    assert_int_equal(propose(&pair, pair.other, &outcome_id, &outcome), ERR_INVALID);
}

static void what_was_decided_meanwhile_or_is_no_need_is_said(void **state)
{
    int64_t outcome_id = 0;
    struct outcome outcome;
    struct pair pair = pair_make(*state, "errands");
    const struct help_proposal late = {.need_id = pair.need_id,
                                       .expected_no = 1,
                                       .actor = desk(NADIA),
                                       .household_id = pair.other};
    assert_int_equal(help_propose(pair.world->db, &late, &outcome_id, &outcome), ERR_CONFLICT);
    const int64_t reply_id = must_propose(&pair);
    pair.need_id = reply_id;
    assert_int_equal(propose(&pair, pair.home, &outcome_id, &outcome), ERR_NOT_FOUND);
    pair.need_id = 4711;
    assert_int_equal(propose(&pair, pair.home, &outcome_id, &outcome), ERR_NOT_FOUND);
}

static void a_given_contact_is_noted_once_and_can_be_taken_back(void **state)
{
    struct outcome outcome;
    const struct pair pair = pair_make(*state, "errands");
    const int64_t reply_id = must_propose(&pair);
    assert_int_equal(move_by(pair.world, reply_id, VERB_AGREE, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(move_by(pair.world, pair.need_id, VERB_AGREE, desk(NADIA), &outcome), ERR_OK);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(help_note_contact(pair.world->db, pair.need_id, desk(NADIA), true),
                         ERR_OK);
    }
    assert_int_equal(world_int(pair.world, "SELECT request_id FROM help_contact"), reply_id);
    assert_int_equal(help_note_contact(pair.world->db, pair.need_id, desk(NADIA), false), ERR_OK);
    assert_int_equal(world_int(pair.world, "SELECT count(*) FROM help_contact"), 0);
    assert_int_equal(help_note_contact(pair.world->db, 4711, desk(NADIA), true), ERR_NOT_FOUND);
    set_time("2026-09-01T10:00");
    assert_int_equal(help_note_contact(pair.world->db, pair.need_id, desk(NADIA), true), ERR_CLOCK);
}

static void nobody_came_and_it_is_looked_for_again(void **state)
{
    struct outcome outcome;
    const struct pair pair = pair_make(*state, "errands");
    const int64_t reply_id = must_propose(&pair);
    assert_int_equal(move_by(pair.world, reply_id, VERB_AGREE, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(move_by(pair.world, pair.need_id, VERB_AGREE, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(move_by(pair.world, pair.need_id, VERB_UNMATCH, desk(NADIA), &outcome),
                     ERR_OK);
    assert_both(&pair, reply_id, STATE_PUBLISHED, STATE_CANCELLED);
    assert_int_equal(request_undo(pair.world->db, pair.need_id, outcome.no, desk(NADIA), &outcome),
                     ERR_OK);
    assert_both(&pair, reply_id, STATE_AGREED, STATE_AGREED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(both_are_asked_and_told),
        TEST(one_yes_waits_for_the_other),
        TEST(the_helper_may_say_yes_first),
        TEST(either_may_say_no_and_the_need_is_looked_for_again),
        TEST(whoever_replied_is_taken_at_their_word),
        TEST(replies_to_a_need_that_is_over_leave_the_pile_and_are_told),
        TEST(undone_before_anybody_knew_it_never_was),
        TEST(undone_after_they_knew_they_are_told),
        TEST(undone_after_a_yes_both_hear_of_it),
        TEST(a_day_agreed_on_is_the_same_for_both),
        TEST(nobody_is_proposed_to_themselves_nor_where_nobody_is_looked_for),
        TEST(papers_are_for_partners),
        TEST(who_is_no_longer_there_is_not_proposed),
        TEST(what_was_decided_meanwhile_or_is_no_need_is_said),
        TEST(a_given_contact_is_noted_once_and_can_be_taken_back),
        TEST(nobody_came_and_it_is_looked_for_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
