/* Two neighbours who were brought together: what one says reaches the other. */
#include "support_mine.h"

#include "base/clock.h"
#include "core/setting.h"

struct pair {
    int64_t home, other; /* households */
    int64_t need_id, reply_id;
};

/* Proposed to both; the one who asked has not said yes yet. */
static struct pair build_pair(struct world *world, const char *home, const char *other)
{
    struct outcome outcome;
    struct pair pair = {build_household(world, home, "Alma"), build_household(world, other, "Berk"),
                        0, 0};
    pair.need_id = ask_help(world, "errands", false, member(pair.home));
    assert_int_equal(move_by(world, pair.need_id, VERB_PUBLISH, desk(NADIA), &outcome), ERR_OK);
    struct ask reply = ask_make(KIND_HELP, VERB_ASK, member(pair.other));
    reply.direction = "reply";
    reply.parent_id = pair.need_id;
    pair.reply_id = must_ask(world, reply).request_id;
    assert_int_equal(move_by(world, pair.reply_id, VERB_MATCH, desk(NADIA), &outcome), ERR_OK);
    return pair;
}

static struct pair build_agreed(struct world *world, const char *home, const char *other)
{
    struct outcome outcome;
    const struct pair pair = build_pair(world, home, other);
    assert_int_equal(move_by(world, pair.need_id, VERB_AGREE, member(pair.home), &outcome), ERR_OK);
    return pair;
}

/* Said by the one who replied, doubted by the one who asked. */
static struct pair build_disputed(struct world *world, const char *home, const char *other)
{
    struct outcome outcome;
    const struct pair pair = build_agreed(world, home, other);
    assert_int_equal(move_by(world, pair.reply_id, VERB_SAY_DONE, member(pair.other), &outcome),
                     ERR_OK);
    assert_int_equal(move_by(world, pair.need_id, VERB_DISPUTE, member(pair.home), &outcome),
                     ERR_OK);
    return pair;
}

static void assert_both(struct world *world, const struct pair *pair, enum state need,
                        enum state reply)
{
    assert_int_equal(state_now(world, pair->need_id), need);
    assert_int_equal(state_now(world, pair->reply_id), reply);
}

static int64_t untold(struct world *world, int64_t id)
{
    return world_int(world,
                     "SELECT count(*) FROM notice AS n JOIN request_state AS s"
                     " ON s.request_id = n.request_id AND s.no = n.no"
                     " WHERE n.request_id = %lld AND n.state = 'to_tell'",
                     (long long)id);
}

static void what_one_says_is_done_the_other_confirms(void **state)
{
    struct world *world = *state;
    for (int by_reply = 0; by_reply <= 1; by_reply++) {
        struct outcome outcome;
        const struct pair pair =
            build_agreed(world, by_reply ? "0087" : "0088", by_reply ? "0233" : "0234");
        const int64_t said_id = by_reply ? pair.reply_id : pair.need_id;
        const int64_t other_id = by_reply ? pair.need_id : pair.reply_id;
        const struct actor sayer = member(by_reply ? pair.other : pair.home);
        const struct actor other = member(by_reply ? pair.home : pair.other);
        assert_int_equal(move_by(world, said_id, VERB_SAY_DONE, sayer, &outcome), ERR_OK);
        assert_both(world, &pair, STATE_DONE_SAID, STATE_DONE_SAID);
        assert_int_equal(untold(world, other_id), 1);
        assert_int_equal(untold(world, said_id), 0);
        const struct mine_card own = card_of(world, said_id, sayer);
        const struct mine_card theirs = card_of(world, other_id, other);
        assert_true(own.has_said_done && !own.may[VERB_FINISH] && own.may[VERB_DISPUTE]);
        assert_true(!theirs.has_said_done && theirs.may[VERB_FINISH] && theirs.may[VERB_DISPUTE]);
        assert_int_equal(move_by(world, said_id, VERB_FINISH, sayer, &outcome), ERR_DENIED);
        assert_int_equal(outcome.reasons, GUARD_OTHERS_WORD);
        assert_int_equal(move_by(world, other_id, VERB_FINISH, other, &outcome), ERR_OK);
        assert_both(world, &pair, STATE_DONE, STATE_DONE);
        assert_int_equal(untold(world, said_id), 1);
    }
}

static void what_one_doubts_is_clarified_for_both_as_one_card_of_the_pile(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const struct pair pair = build_agreed(world, "0087", "0233");
    assert_int_equal(move_by(world, pair.need_id, VERB_SAY_DONE, member(pair.home), &outcome),
                     ERR_OK);
    assert_int_equal(move_by(world, pair.reply_id, VERB_DISPUTE, member(pair.other), &outcome),
                     ERR_OK);
    assert_both(world, &pair, STATE_DISPUTED, STATE_DISPUTED);
    assert_int_equal(world_int(world, "SELECT group_concat(request_id) FROM request_state"
                                      " WHERE waits = 1"),
                     pair.need_id);
    assert_true(world_int(world, "SELECT answer_by_s FROM request_state WHERE request_id = %lld",
                          (long long)pair.need_id) > 0);
    assert_int_equal(untold(world, pair.need_id), 1);
}

static void what_the_desk_decides_of_a_dispute_holds_for_both_and_so_does_undoing_it(void **state)
{
    struct world *world = *state;
    static const struct {
        const char *home, *other;
        enum verb verb;
        enum state need, reply;
    } cases[] = {
        {"0087", "0233", VERB_FINISH, STATE_DONE, STATE_DONE},
        {"0088", "0234", VERB_CLOSE, STATE_CLOSED, STATE_CLOSED},
        {"0089", "0235", VERB_PUBLISH, STATE_PUBLISHED, STATE_CANCELLED},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct outcome outcome;
        const struct pair pair = build_disputed(world, cases[i].home, cases[i].other);
        assert_int_equal(move_by(world, pair.need_id, cases[i].verb, desk(NADIA), &outcome),
                         ERR_OK);
        assert_both(world, &pair, cases[i].need, cases[i].reply);
        assert_int_equal(untold(world, pair.reply_id), 1);
        assert_int_equal(request_undo(world->db, pair.need_id, outcome.no, desk(NADIA), &outcome),
                         ERR_OK);
        assert_both(world, &pair, STATE_DISPUTED, STATE_DISPUTED);
        assert_int_equal(world_int(world, "SELECT waits FROM request_state WHERE request_id = %lld",
                                   (long long)pair.reply_id),
                         0);
    }
}

static void what_the_desk_ends_on_the_replys_card_ends_for_both(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const struct pair done = build_agreed(world, "0087", "0233");
    assert_int_equal(move_by(world, done.reply_id, VERB_FINISH, desk(NADIA), &outcome), ERR_OK);
    assert_both(world, &done, STATE_DONE, STATE_DONE);
    const struct pair closed = build_disputed(world, "0088", "0234");
    assert_int_equal(move_by(world, closed.reply_id, VERB_CLOSE, desk(NADIA), &outcome), ERR_OK);
    assert_both(world, &closed, STATE_CLOSED, STATE_CLOSED);
}

static void nobody_came_ends_the_reply_and_the_need_hangs_again(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const struct pair pair = build_agreed(world, "0087", "0233");
    assert_int_equal(move_by(world, pair.need_id, VERB_UNMATCH, desk(NADIA), &outcome), ERR_OK);
    assert_both(world, &pair, STATE_PUBLISHED, STATE_CANCELLED);
}

static int sweep_after(struct world *world, int64_t now_s)
{
    int count = 0;
    int again = 0;
    clock_freeze_at(now_s);
    assert_int_equal(sweep_run(world->db, &count), ERR_OK);
    assert_int_equal(sweep_run(world->db, &again), ERR_OK);
    assert_int_equal(again, 0);
    return count;
}

static void who_is_told_and_stays_silent_for_two_weeks_leaves_it_closed_not_done(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t silent_s = setting_default(SETTING_DONE_SILENT_S);
    const struct pair pair = build_agreed(world, "0087", "0233");
    assert_int_equal(move_by(world, pair.reply_id, VERB_SAY_DONE, member(pair.other), &outcome),
                     ERR_OK);
    const int64_t told_s = at(WORLD_NOW) + silent_s;
    assert_int_equal(sweep_after(world, told_s), 0); /* nobody has told them */
    assert_int_equal(notice_tell_all(world->db, pair.need_id, "phone", NADIA), ERR_OK);
    assert_int_equal(sweep_after(world, told_s + silent_s - 1), 0);
    assert_int_equal(sweep_after(world, told_s + silent_s), 1);
    assert_both(world, &pair, STATE_CLOSED, STATE_CLOSED);
    assert_int_equal(untold(world, pair.need_id) + untold(world, pair.reply_id), 2);
    assert_int_equal(card_of(world, pair.need_id, member(pair.home)).line.by, WHO_TIME);
    assert_int_equal(card_of(world, pair.reply_id, member(pair.other)).line.by, WHO_TIME);
    /* Closed is not solved: the desk may take it up again. */
    assert_int_equal(request_reopen(world->db, pair.need_id, desk(NADIA), "mistake", &outcome),
                     ERR_OK);
    assert_int_equal(outcome.state, STATE_DONE_SAID);
    assert_int_equal(move_by(world, pair.need_id, VERB_FINISH, member(pair.home), &outcome),
                     ERR_OK);
}

static void who_is_out_of_reach_for_two_weeks_leaves_it_closed_too(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const struct pair pair = build_agreed(world, "0087", "0233");
    assert_int_equal(move_by(world, pair.need_id, VERB_SAY_DONE, member(pair.home), &outcome),
                     ERR_OK);
    world_exec(world, "UPDATE notice SET state = 'unreachable', tries = 3"
                      " WHERE state = 'to_tell'");
    assert_int_equal(sweep_after(world, at(WORLD_NOW) + setting_default(SETTING_DONE_SILENT_S)), 1);
    assert_both(world, &pair, STATE_CLOSED, STATE_CLOSED);
}

/* Its owner said yes by replying, and leaves by cancelling; the board is for needs and offers. */
static void a_reply_never_hangs_on_the_board_nor_says_yes_to_itself(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const struct pair pair = build_pair(world, "0087", "0233");
    static const enum verb verbs[] = {VERB_AGREE, VERB_UNMATCH};
    static const unsigned guards[] = {GUARD_OWN_YES, GUARD_NO_REPLY};
    const struct actor actors[] = {member(pair.other), desk(NADIA)};
    for (size_t i = 0; i < ARRAY_LEN(verbs) * ARRAY_LEN(actors); i++) {
        assert_int_equal(move_by(world, pair.reply_id, verbs[i / 2], actors[i % 2], &outcome),
                         ERR_DENIED);
        assert_int_equal(outcome.reasons, guards[i / 2]);
    }
    const struct mine_card card = card_of(world, pair.reply_id, member(pair.other));
    assert_false(card.may[VERB_AGREE] || card.may[VERB_UNMATCH]);
    assert_true(card.may[VERB_CANCEL]);
    const struct pair disputed = build_disputed(world, "0088", "0234");
    assert_int_equal(move_by(world, disputed.reply_id, VERB_PUBLISH, desk(NADIA), &outcome),
                     ERR_DENIED);
    struct ask reply = ask_make(KIND_HELP, VERB_ASK, guest());
    reply.direction = "reply";
    reply.parent_id = ask_help(world, "errands", false, member(pair.home));
    assert_int_equal(move_by(world, reply.parent_id, VERB_PUBLISH, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(
        move_by(world, must_ask(world, reply).request_id, VERB_PUBLISH, desk(NADIA), &outcome),
        ERR_DENIED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_one_says_is_done_the_other_confirms),
        TEST(what_one_doubts_is_clarified_for_both_as_one_card_of_the_pile),
        TEST(what_the_desk_decides_of_a_dispute_holds_for_both_and_so_does_undoing_it),
        TEST(what_the_desk_ends_on_the_replys_card_ends_for_both),
        TEST(nobody_came_ends_the_reply_and_the_need_hangs_again),
        TEST(who_is_told_and_stays_silent_for_two_weeks_leaves_it_closed_not_done),
        TEST(who_is_out_of_reach_for_two_weeks_leaves_it_closed_too),
        TEST(a_reply_never_hangs_on_the_board_nor_says_yes_to_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
