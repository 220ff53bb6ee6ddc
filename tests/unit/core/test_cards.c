#include "core/cards.h"

#include <stdio.h>

#include "support_db.h"

static void issue(struct world *world, struct card_holder holder, char text[CODE_TEXT_BYTES])
{
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(cards_issue(world->db, holder, text), ERR_OK);
    assert_int_equal(db_commit(world->db), ERR_OK);
}

static enum err find(struct world *world, const char *text)
{
    struct card card;
    return cards_find(world->db, text, &card);
}

static int64_t first_person(struct world *world, int64_t household_id)
{
    return world_int(world, "SELECT id FROM person WHERE household_id = %lld",
                     (long long)household_id);
}

static void a_card_leads_to_its_holder(void **state)
{
    struct world *world = *state;
    struct card card;
    char persons[CODE_TEXT_BYTES];
    char households[CODE_TEXT_BYTES];
    char staffs[CODE_TEXT_BYTES];
    const int64_t household_id = build_household(world, "0412", "Maya");
    const int64_t person_id = first_person(world, household_id);
    issue(world, (struct card_holder){household_id, person_id, 0}, persons);
    issue(world, (struct card_holder){household_id, 0, 0}, households);
    issue(world, (struct card_holder){0, 0, NADIA}, staffs);
    assert_int_equal(cards_find(world->db, persons, &card), ERR_OK);
    assert_int_equal(card.holder.household_id, household_id);
    assert_int_equal(card.holder.person_id, person_id);
    assert_int_equal(card.holder.staff_id, 0);
    assert_int_equal(cards_find(world->db, households, &card), ERR_OK);
    assert_int_equal(card.holder.household_id, household_id);
    assert_int_equal(card.holder.person_id, 0);
    assert_int_equal(cards_find(world->db, staffs, &card), ERR_OK);
    assert_int_equal(card.holder.staff_id, NADIA);
    assert_int_equal(card.holder.household_id, 0);
}

static void a_new_card_replaces_the_holders_old_one_and_no_other(void **state)
{
    struct world *world = *state;
    struct card card;
    char old[CODE_TEXT_BYTES];
    char households[CODE_TEXT_BYTES];
    char brothers[CODE_TEXT_BYTES];
    char new[CODE_TEXT_BYTES];
    const int64_t household_id = build_household(world, "0412", "Maya");
    const int64_t brother_id = build_person(world, household_id, "Omar", false);
    const struct card_holder maya = {household_id, first_person(world, household_id), 0};
    issue(world, maya, old);
    issue(world, (struct card_holder){household_id, 0, 0}, households);
    issue(world, (struct card_holder){household_id, brother_id, 0}, brothers);
    issue(world, maya, new);
    assert_int_equal(cards_find(world->db, old, &card), ERR_DENIED);
    assert_string_equal(card.end_code, "replaced");
    assert_int_equal(find(world, new), ERR_OK);
    assert_int_equal(find(world, households), ERR_OK);
    assert_int_equal(find(world, brothers), ERR_OK);
}

static void a_lost_card_says_so_and_is_ended_once(void **state)
{
    struct world *world = *state;
    struct card card;
    char text[CODE_TEXT_BYTES];
    const struct card_holder nadia = {0, 0, NADIA};
    issue(world, nadia, text);
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(cards_end(world->db, nadia, "eaten"), ERR_INVALID);
    assert_int_equal(cards_end(world->db, nadia, "lost"), ERR_OK);
    assert_int_equal(cards_end(world->db, nadia, "lost"), ERR_NOT_FOUND);
    assert_int_equal(db_commit(world->db), ERR_OK);
    assert_int_equal(cards_find(world->db, text, &card), ERR_DENIED);
    assert_string_equal(card.end_code, "lost");
}

static void the_card_of_who_left_opens_nothing(void **state)
{
    struct world *world = *state;
    struct card card;
    char households[CODE_TEXT_BYTES];
    char staffs[CODE_TEXT_BYTES];
    const int64_t household_id = build_household(world, "0412", "Maya");
    issue(world, (struct card_holder){household_id, 0, 0}, households);
    issue(world, (struct card_holder){0, 0, NADIA}, staffs);
    world_exec(world, "UPDATE household SET left_at_s = 1; UPDATE staff SET left_at_s = 1");
    assert_int_equal(cards_find(world->db, households, &card), ERR_DENIED);
    assert_string_equal(card.end_code, "left");
    assert_int_equal(cards_find(world->db, staffs, &card), ERR_DENIED);
    assert_string_equal(card.end_code, "left");
}

static void unknown_cards_tickets_and_noise_are_told_apart(void **state)
{
    struct world *world = *state;
    struct code code;
    char text[CODE_TEXT_BYTES];
    code_draw(CODE_CARD, &code);
    code_format(&code, text);
    assert_int_equal(find(world, text), ERR_NOT_FOUND);
    code.kind = CODE_TICKET;
    code_format(&code, text);
    assert_int_equal(find(world, text), ERR_INVALID);
    assert_int_equal(find(world, "4006381333931"), ERR_INVALID);
}

static void no_card_is_issued_to_nobody_to_two_or_across_households(void **state)
{
    struct world *world = *state;
    char text[CODE_TEXT_BYTES] = "x";
    const int64_t maya = build_household(world, "0412", "Maya");
    const int64_t paul = build_household(world, "0413", "Paul");
    const struct card_holder wrong[] = {
        {0, 0, 0},
        {maya, 0, NADIA},
        {maya, first_person(world, paul), 0},
        {maya, 999, 0},
        {0, first_person(world, paul), NADIA},
        {999, 0, 0},
    };
    assert_int_equal(db_begin(world->db), ERR_OK);
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        assert_int_equal(cards_issue(world->db, wrong[i], text), ERR_INVALID);
        assert_string_equal(text, "");
    }
    assert_int_equal(db_commit(world->db), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM card"), 0);
}

static void the_database_never_holds_a_cards_code(void **state)
{
    struct world *world = *state;
    char text[CODE_TEXT_BYTES];
    struct code code;
    issue(world, (struct card_holder){0, 0, NADIA}, text);
    assert_int_equal(code_parse(text, &code), ERR_OK);
    char hex[2 * CODE_RANDOM_BYTES + 1];
    for (size_t i = 0; i < CODE_RANDOM_BYTES; i++) {
        (void)snprintf(hex + 2 * i, 3, "%02X", code.bytes[i]);
    }
    assert_int_equal(world_int(world, "SELECT count(*) FROM card WHERE instr(hex(hash), %Q)", hex),
                     0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_card_leads_to_its_holder),
        TEST(a_new_card_replaces_the_holders_old_one_and_no_other),
        TEST(a_lost_card_says_so_and_is_ended_once),
        TEST(the_card_of_who_left_opens_nothing),
        TEST(unknown_cards_tickets_and_noise_are_told_apart),
        TEST(no_card_is_issued_to_nobody_to_two_or_across_households),
        TEST(the_database_never_holds_a_cards_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
