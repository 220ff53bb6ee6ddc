/* What the desk can do with a request, and the request once more to be corrected. */
#include "core/possible.h"

#include <string.h>

#include "base/clock.h"
#include "support_ask.h"

static int moves_of(struct world *world, int64_t id, struct actor actor,
                    struct possible moves[POSSIBLE_MAX])
{
    int count = 0;
    assert_int_equal(possible_moves(world->db, id, &actor, moves, &count), ERR_OK);
    return count;
}

/* NULL: the desk cannot. */
static const struct possible *find(const struct possible *moves, int count, enum verb verb)
{
    for (int i = 0; i < count; i++) {
        if (moves[i].verb == verb) {
            return &moves[i];
        }
    }
    return NULL;
}

static void each_move_says_what_stands_against_it(void **state)
{
    struct world *world = *state;
    struct possible moves[POSSIBLE_MAX];
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t id = must_ask(world, seats(session_id, 1, 0, member(home))).request_id;
    world_exec(world, "UPDATE staff SET household_id = %lld WHERE id = %d", (long long)home, KARIM);
    int count = moves_of(world, id, desk(NADIA), moves);
    assert_int_equal(find(moves, count, VERB_ACCEPT)->reasons, 0);
    assert_int_equal(find(moves, count, VERB_ACCEPT)->to, STATE_CONFIRMED);
    assert_int_equal(find(moves, count, VERB_ACCEPT)->answer, ANSWER_YES);
    assert_int_equal(find(moves, count, VERB_CANCEL)->answer, ANSWER_NONE);
    assert_null(find(moves, count, VERB_EXPIRE));
    count = moves_of(world, id, desk(KARIM), moves);
    assert_int_equal(find(moves, count, VERB_ACCEPT)->reasons, GUARD_NOT_OWN);
}

static void a_reply_is_matched_and_a_need_is_published(void **state)
{
    struct world *world = *state;
    struct possible moves[POSSIBLE_MAX];
    const int64_t need = build_request(world, &(struct build){.kind = "help",
                                                              .state = "published",
                                                              .direction = "need",
                                                              .category = "errands"});
    const int64_t reply = build_request(world, &(struct build){.kind = "help",
                                                               .state = "asked",
                                                               .waits = true,
                                                               .direction = "reply",
                                                               .category = "errands",
                                                               .parent_id = need});
    int count = moves_of(world, reply, desk(NADIA), moves);
    assert_non_null(find(moves, count, VERB_MATCH));
    assert_null(find(moves, count, VERB_PUBLISH));
    const int64_t other = build_request(
        world, &(struct build){
                   .kind = "help", .state = "asked", .direction = "need", .category = "errands"});
    count = moves_of(world, other, desk(NADIA), moves);
    assert_null(find(moves, count, VERB_MATCH));
    assert_non_null(find(moves, count, VERB_PUBLISH));
}

static void no_state_has_more_moves_than_the_list_takes(void **state)
{
    size_t rows = 0;
    const struct transition *table = flow_table(&rows);
    (void)state;
    for (size_t i = 0; i < rows; i++) {
        int count = 0;
        for (size_t j = 0; j < rows; j++) {
            count += table[j].kind == table[i].kind && table[j].from == table[i].from;
        }
        assert_true(count <= POSSIBLE_MAX);
    }
}

static void a_correction_changes_what_is_wrong_and_keeps_the_rest(void **state)
{
    struct world *world = *state;
    struct ask ask;
    struct receipt receipt;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t service_id = build_service(world, "post", "enquiry", "desk");
    struct ask first = ask_make(KIND_ENQUIRY, VERB_ASK, desk(NADIA));
    first.actor.household_id = home;
    first.actor.person_id = world_int(world, "SELECT id FROM person");
    first.channel = "paper";
    first.happened_at_s = at("2026-09-07T10:00");
    first.service_id = service_id;
    first.for_whom = "other";
    first.for_name = "Sa mère";
    first.answers[0] = (struct ask_answer){.field = "count", .number = 3};
    first.answers[1] = (struct ask_answer){.field = "what", .choice = "letter"};
    first.answer_count = 2;
    first.words[0] = (struct ask_words){.field = "", .words = "Deux lettres"};
    first.words_count = 1;
    const struct receipt before = must_ask(world, first);
    assert_int_equal(
        possible_correction(world->db, before.request_id, desk(KARIM), world->arena, &ask), ERR_OK);
    assert_string_equal(ask.words[0].words, "Deux lettres");
    ask.words[0].words = "Trois lettres";
    assert_int_equal(request_correct(world->db, before.request_id, &ask, &receipt), ERR_OK);
    assert_int_equal(state_now(world, before.request_id), STATE_REPLACED);
    const long long id = receipt.request_id;
    int64_t found = 0;
    assert_int_equal(ticket_find_number(world->db, before.number, &found), ERR_OK);
    assert_int_equal(found, id);
    assert_int_equal(world_int(world,
                               "SELECT channel = 'paper' AND for_whom = 'other' AND staff_id = %d"
                               " AND person_id = %lld AND asked_at_s = %lld FROM request"
                               " WHERE id = %lld",
                               KARIM, (long long)first.actor.person_id,
                               (long long)at("2026-09-07T10:00"), id),
                     1);
    assert_int_equal(
        world_int(world, "SELECT count(*) FROM request_answer WHERE request_id = %lld", id), 2);
    assert_int_equal(world_int(world,
                               "SELECT words = 'Trois lettres' FROM request_words"
                               " WHERE request_id = %lld",
                               id),
                     1);
    assert_int_equal(world_int(world,
                               "SELECT for_name = 'Sa mère' FROM request_contact"
                               " WHERE request_id = %lld",
                               id),
                     1);
    assert_int_equal(
        world_int(world, "SELECT household_id FROM request_state WHERE request_id = %lld", id),
        home);
}

static void who_waits_stays_on_the_list(void **state)
{
    struct world *world = *state;
    struct ask ask;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 1, "desk");
    const int64_t id = build_booking(world, session_id, "waitlisted", 1, 0);
    assert_int_equal(possible_correction(world->db, id, desk(NADIA), world->arena, &ask), ERR_OK);
    assert_int_equal(ask.verb, VERB_JOIN);
    assert_int_equal(ask.terms.session_id, session_id);
}

static void what_is_under_way_or_over_is_not_corrected(void **state)
{
    struct world *world = *state;
    struct ask ask;
    struct possible moves[POSSIBLE_MAX];
    int count = 0;
    const struct actor nadia = desk(NADIA);
    const int64_t copy_id = build_copy(world, build_item(world, "Perceuse", "desk", 7), 1);
    const int64_t out = build_loan(world, copy_id, "out", "2026-09-05T09:00", "2026-09-08T17:30");
    assert_int_equal(possible_correction(world->db, out, nadia, world->arena, &ask), ERR_DENIED);
    assert_int_equal(possible_correction(world->db, copy_id, nadia, world->arena, &ask),
                     ERR_DENIED);
    const int64_t over =
        build_request(world, &(struct build){.kind = "enquiry", .state = "done", .is_ended = true});
    assert_int_equal(possible_correction(world->db, over, nadia, world->arena, &ask), ERR_DENIED);
    assert_int_equal(possible_correction(world->db, 999, nadia, world->arena, &ask), ERR_NOT_FOUND);
    assert_int_equal(possible_moves(world->db, 999, &nadia, moves, &count), ERR_NOT_FOUND);
}

static void a_remark_is_seen_or_not(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t copy_id = build_copy(world, build_item(world, "Perceuse", "desk", 7), 1);
    const int64_t out = build_loan(world, copy_id, "out", "2026-09-05T09:00", "2026-09-08T17:30");
    world_exec(world, "INSERT INTO request_owner VALUES (%lld, 1, %lld, 0)", (long long)out,
               (long long)home);
    assert_int_equal(request_remark(world->db, out, "fault_said", member(home)), ERR_OK);
    const int64_t id = world_int(world, "SELECT id FROM remark");
    assert_int_equal(remark_set_seen(world->db, id, false), ERR_CONFLICT);
    assert_int_equal(remark_set_seen(world->db, id, true), ERR_OK);
    assert_int_equal(world_int(world, "SELECT is_open FROM remark"), 0);
    assert_int_equal(remark_set_seen(world->db, id, true), ERR_CONFLICT);
    assert_int_equal(remark_set_seen(world->db, id, false), ERR_OK);
    assert_int_equal(remark_set_seen(world->db, id + 1, true), ERR_NOT_FOUND);
    world_exec(world, "UPDATE site SET last_record_s = %lld", (long long)clock_now_s() + 1000);
    assert_int_equal(remark_set_seen(world->db, id, true), ERR_CLOCK);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_move_says_what_stands_against_it),
        TEST(a_reply_is_matched_and_a_need_is_published),
        TEST(no_state_has_more_moves_than_the_list_takes),
        TEST(a_correction_changes_what_is_wrong_and_keeps_the_rest),
        TEST(who_waits_stays_on_the_list),
        TEST(what_is_under_way_or_over_is_not_corrected),
        TEST(a_remark_is_seen_or_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
