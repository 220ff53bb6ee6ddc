/* Helping hands at the desk: the board's words, and the steps with what they need. */
#include <string.h>

#include "support_mine.h"

#include "core/board.h"
#include "core/help_desk.h"

static int64_t need_of(struct world *world, const char *category, int64_t home)
{
    return ask_help(world, category, false, member(home));
}

static struct help_act publish(int64_t id, const char *words)
{
    struct help_act act = help_act_make(id, VERB_PUBLISH, desk(NADIA));
    act.words = words;
    return act;
}

static enum err do_act(struct world *world, const struct help_act *act, struct outcome *outcome,
                       const char **field)
{
    return help_move(world->db, act, outcome, field);
}

static void must_act(struct world *world, const struct help_act *act)
{
    struct outcome outcome;
    const char *field = NULL;
    const enum err err = do_act(world, act, &outcome, &field);
    if (err != ERR_OK) {
        fail_msg("%s: %s, %s, reasons %x", verb_code(act->verb), err_name(err), field,
                 outcome.reasons);
    }
}

static void must_lack(struct world *world, const struct help_act *act, const char *what)
{
    struct outcome outcome;
    const char *field = NULL;
    assert_int_equal(do_act(world, act, &outcome, &field), ERR_INVALID);
    assert_string_equal(field, what);
}

static void must_name(struct world *world, int64_t id, const char *words)
{
    struct outcome outcome;
    const char *field = NULL;
    const struct help_act act = publish(id, words);
    assert_int_equal(do_act(world, &act, &outcome, &field), ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_NAMELESS);
    assert_int_equal(state_now(world, id), STATE_ASKED);
}

static const char *on_board(struct world *world, int64_t id)
{
    struct board_card card;
    const enum err err = board_card(world->db, id, 0, world->arena, &card);
    return err == ERR_NOT_FOUND ? "(not there)" : card.item.words;
}

static int64_t build_odile(struct world *world)
{
    const int64_t home = build_household(world, "0087", "Élodie");
    world_exec(world,
               "INSERT OR REPLACE INTO household_contact(household_id, family_name)"
               " VALUES (%lld, 'Le Goff-Şahin')",
               (long long)home);
    return home;
}

static void the_desks_words_hang_on_the_board_and_the_residents_do_not(void **state)
{
    struct world *world = *state;
    const int64_t id = need_of(world, "errands", build_odile(world));
    const struct help_act act = publish(id, "Porter un sac au troisième étage.");
    must_act(world, &act);
    assert_string_equal(on_board(world, id), "Porter un sac au troisième étage.");
}

static void the_boards_words_name_nobody_of_those_who_asked(void **state)
{
    struct world *world = *state;
    struct ask ask = ask_make(KIND_HELP, VERB_ASK, guest());
    const int64_t id = need_of(world, "errands", build_odile(world));
    must_name(world, id, "Un sac pour Élodie.");
    must_name(world, id, "un sac pour ELODIE, merci");
    must_name(world, id, "Chez les sahin : un sac.");
    must_name(world, id, "M. Le GOFF a besoin d’un sac");
    ask.direction = "need";
    ask.category = "errands";
    ask.first_name = "Odile";
    ask.for_name = "Mme Brück";
    const int64_t guests = must_ask(world, ask).request_id;
    must_name(world, guests, "Un sac pour Odile.");
    must_name(world, guests, "Un sac pour madame BRUCK.");
    /* A part of a word, and articles, name nobody. */
    const struct help_act act = publish(id, "Le sac de la crocodile, en goffrant.");
    must_act(world, &act);
}

static void nor_a_telephone_nor_the_residents_own_words(void **state)
{
    struct world *world = *state;
    struct ask ask = ask_make(KIND_HELP, VERB_ASK, member(build_odile(world)));
    ask.direction = "need";
    ask.category = "errands";
    ask.words[0] = (struct ask_words){"", "Un sac de vingt kilos, troisième étage."};
    ask.words_count = 1;
    const int64_t id = must_ask(world, ask).request_id;
    must_name(world, id, "Appelez le 06 12 34 56 78");
    must_name(world, id, "Appelez le 06.12.34");
    must_name(world, id, "Appelez le 06\u202f12\u00a034");
    must_name(world, id, "un sac de vingt kilos — troisième ETAGE");
    const struct help_act act = publish(id, "Un sac de 20 kilos, le 12 ou le 13, de 14 h à 18 h.");
    must_act(world, &act);
}

static void all_that_stands_against_a_publication_is_said_at_once(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const char *field = NULL;
    const int64_t home = build_odile(world);
    const int64_t id = need_of(world, "errands", home);
    const struct help_act act = publish(id, "Pour Élodie.");
    world_exec(world, "UPDATE staff SET household_id = %lld WHERE id = %d", (long long)home, NADIA);
    assert_int_equal(do_act(world, &act, &outcome, &field), ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_NAMELESS | GUARD_NOT_OWN);
}

static void what_does_not_hang_on_the_board_takes_no_words_for_it(void **state)
{
    struct world *world = *state;
    const int64_t home = build_odile(world);
    const int64_t leak = need_of(world, "plumbing", home);
    const int64_t papers = need_of(world, "papers", home);
    const int64_t hidden = ask_help(world, "errands", true, member(home));
    const int64_t ids[] = {leak, papers, hidden};
    for (size_t i = 0; i < ARRAY_LEN(ids); i++) {
        struct help_act act = publish(ids[i], "Une fuite.");
        must_lack(world, &act, "words");
        act.words = "";
        must_act(world, &act);
        assert_string_equal(on_board(world, ids[i]), "(not there)");
    }
}

static void other_words_keep_the_place_on_the_board_and_are_no_news(void **state)
{
    struct world *world = *state;
    const int64_t id = need_of(world, "errands", build_odile(world));
    struct help_act act = publish(id, "Porter un sac.");
    must_act(world, &act);
    set_time("2026-09-09T10:00");
    act.words = "Porter un grand sac.";
    must_act(world, &act);
    assert_string_equal(on_board(world, id), "Porter un grand sac.");
    assert_int_equal(world_int(world, "SELECT since_s FROM request_state WHERE request_id = %lld",
                               (long long)id),
                     at(WORLD_NOW));
    assert_int_equal(
        world_int(world, "SELECT count(*) FROM notice WHERE request_id = %lld", (long long)id), 1);
}

static void words_that_should_not_hang_there_are_erased(void **state)
{
    struct world *world = *state;
    const int64_t id = need_of(world, "errands", build_odile(world));
    struct help_act act = publish(id, "Porter le sac de la dame du rez-de-chaussée.");
    must_act(world, &act);
    act.words = "";
    must_act(world, &act);
    assert_string_equal(on_board(world, id), "Porter le sac de la dame du rez-de-chaussée.");
    act.forgets_words = true;
    must_act(world, &act);
    assert_string_equal(on_board(world, id), "");
    assert_int_equal(world_int(world, "SELECT count(*) FROM decision_words"), 0);
}

static void each_step_needs_what_it_says(void **state)
{
    struct world *world = *state;
    const int64_t id = need_of(world, "errands", build_odile(world));
    struct help_act act = help_act_make(id, VERB_REFUSE, desk(NADIA));
    must_lack(world, &act, "reason_code");
    act.reason_code = "settled";
    must_lack(world, &act, "reason_code");
    act = help_act_make(id, VERB_REDIRECT, desk(NADIA));
    must_lack(world, &act, "partner_id");
    act.partner_id = 4711;
    must_lack(world, &act, "partner_id");
    act.partner_id = 0;
    act.reason_code = "moon";
    must_lack(world, &act, "reason_code");
    act = help_act_make(id, VERB_CLOSE, desk(NADIA));
    act.reason_code = "nobody_found";
    must_lack(world, &act, "reason_code");
    act = help_act_make(id, VERB_PLAN, desk(NADIA));
    must_lack(world, &act, "from_s");
    act.from_s = at("2026-09-10T14:00");
    act.until_s = at("2026-09-10T13:00");
    must_lack(world, &act, "until_s");
    act = help_act_make(id, VERB_FINISH, desk(NADIA));
    act.minutes = HELP_MINUTES_MOST + 1;
    must_lack(world, &act, "minutes");
    act = help_act_make(id, VERB_CANCEL, desk(NADIA));
    act.minutes = 5;
    must_lack(world, &act, "minutes");
    act.minutes = 0;
    act.words = "x\x01";
    must_lack(world, &act, "words");
}

static void a_need_is_sent_on_to_a_partner_and_followed(void **state)
{
    struct world *world = *state;
    const int64_t id = need_of(world, "papers", build_odile(world));
    struct help_act act = help_act_make(id, VERB_REDIRECT, desk(NADIA));
    world_exec(world, "INSERT INTO partner(id, name) VALUES (5, 'Écrivaine publique')");
    act.partner_id = 5;
    must_act(world, &act);
    assert_int_equal(state_now(world, id), STATE_REDIRECTED);
    assert_int_equal(world_int(world, "SELECT partner_id * 10 + is_end FROM request_partner"), 51);
}

static void what_is_no_helping_hand_is_not_found(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const char *field = NULL;
    struct help_act act = publish(4711, "");
    assert_int_equal(do_act(world, &act, &outcome, &field), ERR_NOT_FOUND);
    act.request_id = build_request(
        world, &(struct build){.kind = "enquiry",
                               .state = "asked",
                               .service_id = build_service(world, "ride", "enquiry", "desk")});
    assert_int_equal(do_act(world, &act, &outcome, &field), ERR_NOT_FOUND);
}

static void what_a_colleague_did_meanwhile_is_a_conflict(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const char *field = NULL;
    const int64_t id = need_of(world, "errands", build_odile(world));
    struct help_act act = publish(id, "Porter un sac.");
    must_act(world, &act);
    act.expected_no = 1;
    assert_int_equal(do_act(world, &act, &outcome, &field), ERR_CONFLICT);
    act.words = "Pour Élodie.";
    assert_int_equal(do_act(world, &act, &outcome, &field), ERR_CONFLICT);
}

static void a_need_to_revive_is_asked_about_and_tells_its_owner(void **state)
{
    struct world *world = *state;
    const int64_t id = need_of(world, "errands", build_odile(world));
    struct help_act act = publish(id, "Porter un sac.");
    int count = 0;
    must_act(world, &act);
    set_time("2026-10-20T10:00");
    assert_int_equal(sweep_run(world->db, &count), ERR_OK);
    assert_int_equal(state_now(world, id), STATE_TO_REVIVE);
    act = help_act_make(id, VERB_REMIND, desk(NADIA));
    must_act(world, &act);
    assert_int_equal(state_now(world, id), STATE_TO_REVIVE);
    assert_int_equal(world_int(world,
                               "SELECT count(*) FROM notice WHERE request_id = %lld"
                               " AND no = 4",
                               (long long)id),
                     1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_desks_words_hang_on_the_board_and_the_residents_do_not),
        TEST(the_boards_words_name_nobody_of_those_who_asked),
        TEST(nor_a_telephone_nor_the_residents_own_words),
        TEST(all_that_stands_against_a_publication_is_said_at_once),
        TEST(what_does_not_hang_on_the_board_takes_no_words_for_it),
        TEST(other_words_keep_the_place_on_the_board_and_are_no_news),
        TEST(words_that_should_not_hang_there_are_erased),
        TEST(each_step_needs_what_it_says),
        TEST(a_need_is_sent_on_to_a_partner_and_followed),
        TEST(what_is_no_helping_hand_is_not_found),
        TEST(what_a_colleague_did_meanwhile_is_a_conflict),
        TEST(a_need_to_revive_is_asked_about_and_tells_its_owner),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
