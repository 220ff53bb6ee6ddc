#include "core/board.h"

#include "core/codes.h"
#include "support_db.h"

static int64_t publish(struct world *world, const char *direction, const char *category)
{
    return build_request(world, &(struct build){.kind = "help",
                                                .state = "published",
                                                .direction = direction,
                                                .category = category});
}

static struct board_page list(struct world *world, const char *direction, const char *category)
{
    struct board_page page;
    assert_int_equal(
        board_list(world->db, &(struct board_filter){.direction = direction, .category = category},
                   world->arena, &page),
        ERR_OK);
    return page;
}

static void the_board_shows_needs_and_offers_newest_first(void **state)
{
    struct world *world = *state;
    const int64_t old = publish(world, "need", "handiwork");
    set_time("2026-09-08T17:00");
    const int64_t young = publish(world, "offer", "errands");
    const struct board_page page = list(world, "", "");
    assert_int_equal(page.count, 2);
    assert_int_equal(page.items[0].request_id, young);
    assert_string_equal(page.items[0].direction, "offer");
    assert_string_equal(page.items[0].category, "errands");
    assert_int_equal(page.items[0].since_s, at("2026-09-08T17:00"));
    assert_int_equal(page.items[1].request_id, old);
    assert_false(page.has_more);
}

static void the_board_can_be_narrowed_to_a_direction_and_a_category(void **state)
{
    struct world *world = *state;
    const int64_t need = publish(world, "need", "handiwork");
    (void)publish(world, "offer", "handiwork");
    (void)publish(world, "need", "errands");
    assert_int_equal(list(world, "need", "").count, 2);
    const struct board_page page = list(world, "need", "handiwork");
    assert_int_equal(page.count, 1);
    assert_int_equal(page.items[0].request_id, need);
}

static void what_is_not_published_does_not_hang_on_the_board(void **state)
{
    struct world *world = *state;
    static const char *const STATES[] = {"asked", "match_proposed", "agreed", "done", "paused"};
    for (size_t i = 0; i < ARRAY_LEN(STATES); i++) {
        const int64_t id = build_request(world, &(struct build){.kind = "help",
                                                                .state = STATES[i],
                                                                .direction = "need",
                                                                .category = "errands"});
        struct board_card card;
        assert_int_equal(board_card(world->db, id, 0, world->arena, &card), ERR_NOT_FOUND);
    }
    assert_int_equal(list(world, "", "").count, 0);
}

/* Published by mistake or not: the board is no place for it. */
static void repairs_papers_and_unknown_categories_never_hang_on_the_board(void **state)
{
    struct world *world = *state;
    static const char *const CATEGORIES[] = {"plumbing", "electricity", "papers", "children", ""};
    struct board_card card;
    for (size_t i = 0; i < ARRAY_LEN(CATEGORIES); i++) {
        const int64_t id = publish(world, "need", CATEGORIES[i]);
        assert_int_equal(board_card(world->db, id, 0, world->arena, &card), ERR_NOT_FOUND);
    }
    const int64_t reply = publish(world, "reply", "errands");
    assert_int_equal(board_card(world->db, reply, 0, world->arena, &card), ERR_NOT_FOUND);
    assert_int_equal(list(world, "", "").count, 0);
    int needs = -1;
    int offers = -1;
    assert_int_equal(board_count(world->db, &needs, &offers), ERR_OK);
    assert_int_equal(needs, 0);
    assert_int_equal(offers, 0);
}

static void a_private_need_never_hangs_on_the_board(void **state)
{
    struct world *world = *state;
    world_exec(world, "INSERT INTO request(uid, kind, channel, lang, asked_at_s, recorded_at_s,"
                      " for_whom, is_private, is_danger, direction, category_code)"
                      " VALUES (randomblob(16), 'help', 'screen', 'fr', 0, 0, 'self', 1, 0, 'need',"
                      " 'errands')");
    const int64_t id = world_int(world, "SELECT max(id) FROM request");
    world_exec(world,
               "INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb,"
               " from_state, to_state, holds)"
               " VALUES (%lld, 1, 0, 0, 'house', 'publish', '', 'published', 0);"
               "INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits,"
               " is_ended, is_danger, adults, children, holds)"
               " VALUES (%lld, 1, 'help', 'published', 0, 0, 0, 0, 0, 0, 0, 0)",
               (long long)id, (long long)id);
    struct board_card card;
    assert_int_equal(board_card(world->db, id, 0, world->arena, &card), ERR_NOT_FOUND);
    assert_int_equal(list(world, "", "").count, 0);
}

static void pages_follow_each_other_without_gap_or_repeat(void **state)
{
    struct world *world = *state;
    enum { COUNT = 2 * BOARD_PAGE + 3 };
    for (int i = 0; i < COUNT; i++) {
        (void)publish(world, "need", "errands"); /* all in one second: the id decides */
        (void)publish(world, "need", "plumbing");
    }
    struct board_filter filter = {.direction = "", .category = ""};
    struct board_page page = {.has_more = true};
    int seen = 0;
    int64_t last_id = INT64_MAX;
    while (page.has_more) {
        assert_int_equal(board_list(world->db, &filter, world->arena, &page), ERR_OK);
        for (int i = 0; i < page.count; i++) {
            assert_true(page.items[i].request_id < last_id);
            last_id = page.items[i].request_id;
        }
        seen += page.count;
        filter.after_id = last_id;
    }
    assert_int_equal(seen, COUNT);
    int needs = 0;
    int offers = 0;
    assert_int_equal(board_count(world->db, &needs, &offers), ERR_OK);
    assert_int_equal(needs, COUNT);
    assert_int_equal(offers, 0);
}

static struct outcome move(struct world *world, int64_t request_id, enum verb verb,
                           const char *words)
{
    struct outcome outcome;
    struct move made =
        move_make(request_id, verb, (struct actor){.who = WHO_DESK, .staff_id = NADIA});
    made.words = words;
    assert_int_equal(request_move(world->db, &made, &outcome), ERR_OK);
    return outcome;
}

static int64_t ask(struct world *world, const char *direction, int64_t parent_id,
                   int64_t household_id)
{
    struct receipt receipt;
    struct ask made = ask_make(
        KIND_HELP, VERB_ASK,
        (struct actor){.who = WHO_RESIDENT, .household_id = household_id, .has_card = true});
    made.direction = direction;
    made.category = "handiwork";
    made.choice = "bulb";
    made.parent_id = parent_id;
    made.words[0] = (struct ask_words){"", "Chez moi, 3e étage, code 1234"};
    made.words_count = 1;
    assert_int_equal(request_ask(world->db, &made, &receipt), ERR_OK);
    return receipt.request_id;
}

static void the_board_says_the_desks_words_and_never_the_askers(void **state)
{
    struct world *world = *state;
    const int64_t household_id = build_household(world, "1001", "Awa");
    const int64_t plain = ask(world, "need", 0, household_id);
    const int64_t worded = ask(world, "need", 0, household_id);
    (void)move(world, plain, VERB_PUBLISH, "");
    (void)move(world, worded, VERB_PUBLISH, "Une ampoule à changer, plafond haut");
    struct board_card card;
    assert_int_equal(board_card(world->db, plain, 0, world->arena, &card), ERR_OK);
    assert_string_equal(card.item.words, "");
    assert_int_equal(board_card(world->db, worded, 0, world->arena, &card), ERR_OK);
    assert_string_equal(card.item.words, "Une ampoule à changer, plafond haut");
    assert_string_equal(card.item.lang, "fr");
    assert_string_equal(card.item.choice, "bulb");
}

static void a_card_knows_its_owner_and_who_replied_already(void **state)
{
    struct world *world = *state;
    const int64_t asker = build_household(world, "1001", "Awa");
    const int64_t helper = build_household(world, "1002", "Léon");
    const int64_t need = ask(world, "need", 0, asker);
    (void)move(world, need, VERB_PUBLISH, "");
    struct board_card card;
    assert_int_equal(board_card(world->db, need, asker, world->arena, &card), ERR_OK);
    assert_true(card.is_own);
    assert_false(card.has_replied);
    assert_int_equal(board_card(world->db, need, helper, world->arena, &card), ERR_OK);
    assert_false(card.is_own);
    assert_false(card.has_replied);
    const int64_t reply = ask(world, "reply", need, helper);
    assert_int_equal(board_card(world->db, need, helper, world->arena, &card), ERR_OK);
    assert_true(card.has_replied);
    assert_int_equal(board_card(world->db, need, 0, world->arena, &card), ERR_OK);
    assert_false(card.is_own);
    assert_false(card.has_replied);
    (void)move(world, reply, VERB_REFUSE, "");
    assert_int_equal(board_card(world->db, need, helper, world->arena, &card), ERR_OK);
    assert_false(card.has_replied);
}

#define RULE(test) cmocka_unit_test_setup_teardown(test, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(the_board_shows_needs_and_offers_newest_first),
        RULE(the_board_can_be_narrowed_to_a_direction_and_a_category),
        RULE(what_is_not_published_does_not_hang_on_the_board),
        RULE(repairs_papers_and_unknown_categories_never_hang_on_the_board),
        RULE(a_private_need_never_hangs_on_the_board),
        RULE(pages_follow_each_other_without_gap_or_repeat),
        RULE(the_board_says_the_desks_words_and_never_the_askers),
        RULE(a_card_knows_its_owner_and_who_replied_already),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
