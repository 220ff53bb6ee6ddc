#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"
#include "core/flow.h"

static void every_kind_state_verb_and_actor_has_one_word(void **state)
{
    (void)state;
    for (int i = 0; i < KIND_COUNT; i++) {
        assert_int_equal(kind_of(kind_code((enum kind)i)), i);
    }
    for (int i = 0; i < STATE_COUNT; i++) {
        assert_int_equal(state_of(state_code((enum state)i)), i);
    }
    for (int i = 0; i < VERB_COUNT; i++) {
        assert_int_equal(verb_of(verb_code((enum verb)i)), i);
    }
    for (int bit = WHO_RESIDENT; bit <= WHO_HOUSE; bit <<= 1) {
        assert_int_equal(who_of(who_code((enum who)bit)), bit);
    }
    assert_int_equal(kind_of("parcel from the future"), KIND_COUNT);
    assert_int_equal(state_of("no such state"), STATE_COUNT);
    assert_int_equal(verb_of("no such verb"), VERB_COUNT);
    assert_int_equal(who_of("nobody"), 0);
    assert_string_equal(who_code((enum who)0), "");
}

static void every_condition_has_a_code_of_its_own(void **state)
{
    size_t count = 0;
    unsigned guards =
        GUARD_PRICE | GUARD_SAME | GUARD_NAMELESS | GUARD_NEIGHBOURS; /* beside the table */
    const struct transition *table = flow_table(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        guards |= table[i].guards;
    }
    for (unsigned bit = 1; bit <= guards; bit <<= 1) {
        for (unsigned other = bit << 1; other <= guards; other <<= 1) {
            assert_string_not_equal(guard_code((enum guard)bit), guard_code((enum guard)other));
        }
        assert_true((guards & bit) == 0 || guard_code((enum guard)bit)[0] != '\0');
    }
}

static void a_state_and_a_verb_lead_to_one_place(void **state)
{
    size_t count = 0;
    const struct transition *table = flow_table(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(flow_find(table[i].kind, table[i].from, table[i].verb), &table[i]);
    }
}

static void transitions_stay_among_the_states_of_their_kind(void **state)
{
    size_t count = 0;
    const struct transition *table = flow_table(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        assert_true(flow_has_state(table[i].kind, table[i].to));
        assert_true(table[i].from == STATE_NONE || flow_has_state(table[i].kind, table[i].from));
        assert_int_not_equal(table[i].who, 0);
    }
}

static bool leads_somewhere(enum kind kind, enum state from)
{
    size_t count = 0;
    const struct transition *table = flow_table(&count);
    for (size_t i = 0; i < count; i++) {
        if (table[i].kind == kind && table[i].from == from) {
            return true;
        }
    }
    return false;
}

static void every_state_that_is_no_end_has_a_way_out(void **state)
{
    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        for (int s = 1; s < STATE_COUNT; s++) {
            const bool is_end = (flow_state_flags((enum kind)kind, (enum state)s) & STATE_ENDS);
            if (flow_has_state((enum kind)kind, (enum state)s) && !is_end) {
                assert_true(leads_somewhere((enum kind)kind, (enum state)s));
            }
        }
    }
}

static void every_state_can_be_reached(void **state)
{
    size_t count = 0;
    const struct transition *table = flow_table(&count);
    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        for (int s = 1; s < STATE_COUNT; s++) {
            bool is_reached = s == STATE_REPLACED; /* by a correction, not by the table */
            for (size_t i = 0; i < count; i++) {
                is_reached |= (int)table[i].kind == kind && (int)table[i].to == s;
            }
            if (flow_has_state((enum kind)kind, (enum state)s)) {
                assert_true(is_reached);
            }
        }
    }
}

static void whatever_waits_for_the_desk_can_be_answered_yes_and_no(void **state)
{
    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        for (int s = 1; s < STATE_COUNT; s++) {
            const enum kind k = (enum kind)kind;
            const enum state from = (enum state)s;
            if ((flow_state_flags(k, from) & STATE_WAITS) == 0) {
                assert_null(flow_answer(k, from, ANSWER_YES, ""));
                continue;
            }
            const struct transition *yes = flow_answer(k, from, ANSWER_YES, "");
            const struct transition *no = flow_answer(k, from, ANSWER_NO, "");
            assert_non_null(yes);
            assert_non_null(no);
            assert_int_equal(flow_state_flags(k, yes->to) & STATE_BAD, 0);
            assert_true(yes->who & WHO_DESK && no->who & WHO_DESK);
        }
    }
}

static void nobody_decides_for_the_own_household(void **state)
{
    size_t count = 0;
    const struct transition *table = flow_table(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        const enum kind kind = table[i].kind;
        const bool is_residents =
            kind != KIND_SESSION && kind != KIND_COPY && kind != KIND_AMENDMENT;
        const bool is_first_answer = table[i].from == STATE_ASKED && table[i].answer != ANSWER_NONE;
        if (is_residents && is_first_answer && table[i].verb != VERB_PASS) {
            assert_true(table[i].guards & GUARD_NOT_OWN);
            assert_true(table[i].guards & GUARD_NOT_PASSED);
        }
    }
}

static void only_the_desk_says_yes_or_no_to_what_was_asked(void **state)
{
    size_t count = 0;
    const struct transition *table = flow_table(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        if (table[i].from == STATE_ASKED && table[i].answer == ANSWER_YES) {
            assert_int_equal(table[i].who & (WHO_RESIDENT | WHO_TIME), 0);
        }
    }
}

static void yes_to_a_reply_matches_and_yes_to_a_need_publishes(void **state)
{
    (void)state;
    assert_int_equal(flow_answer(KIND_HELP, STATE_ASKED, ANSWER_YES, "reply")->verb, VERB_MATCH);
    assert_int_equal(flow_answer(KIND_HELP, STATE_ASKED, ANSWER_YES, "need")->verb, VERB_PUBLISH);
    assert_int_equal(flow_answer(KIND_HELP, STATE_ASKED, ANSWER_YES, "offer")->verb, VERB_PUBLISH);
}

static void whoever_holds_a_seat_or_copy_may_give_it_back(void **state)
{
    (void)state;
    for (int s = 1; s < STATE_COUNT; s++) {
        const enum state from = (enum state)s;
        if (flow_state_flags(KIND_BOOKING, from) & STATE_HOLDS) {
            const struct transition *cancel = flow_find(KIND_BOOKING, from, VERB_CANCEL);
            assert_non_null(cancel);
            assert_true(cancel->who & WHO_RESIDENT);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_state_verb_and_actor_has_one_word),
        cmocka_unit_test(every_condition_has_a_code_of_its_own),
        cmocka_unit_test(a_state_and_a_verb_lead_to_one_place),
        cmocka_unit_test(transitions_stay_among_the_states_of_their_kind),
        cmocka_unit_test(every_state_that_is_no_end_has_a_way_out),
        cmocka_unit_test(every_state_can_be_reached),
        cmocka_unit_test(whatever_waits_for_the_desk_can_be_answered_yes_and_no),
        cmocka_unit_test(nobody_decides_for_the_own_household),
        cmocka_unit_test(only_the_desk_says_yes_or_no_to_what_was_asked),
        cmocka_unit_test(yes_to_a_reply_matches_and_yes_to_a_need_publishes),
        cmocka_unit_test(whoever_holds_a_seat_or_copy_may_give_it_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
