/* Hand-over notes: written by one, read by each, done by one. */
#include "core/handover.h"

#include <string.h>

#include "base/clock.h"
#include "support_db.h"

static int64_t must_write(struct world *world, const char *words)
{
    int64_t id = 0;
    assert_int_equal(handover_write(world->db, NADIA, words, &id), ERR_OK);
    return id;
}

static void a_note_says_who_wrote_who_read_and_who_did_it(void **state)
{
    struct world *world = *state;
    const int64_t id = must_write(world, "Rappeler le plombier.");
    assert_int_equal(world_int(world, "SELECT staff_id FROM handover WHERE id = %lld", id), NADIA);
    assert_int_equal(handover_set_read(world->db, id, KARIM), ERR_OK);
    set_time("2026-09-08T17:00");
    assert_int_equal(handover_set_read(world->db, id, KARIM), ERR_OK);
    assert_int_equal(world_int(world, "SELECT read_at_s FROM handover_read"), at(WORLD_NOW));
    assert_int_equal(handover_set_done(world->db, id, KARIM, true), ERR_OK);
    assert_int_equal(world_int(world, "SELECT done_staff_id FROM handover"), KARIM);
    assert_int_equal(world_int(world, "SELECT done_at_s FROM handover"), clock_now_s());
}

static void what_is_done_is_read(void **state)
{
    struct world *world = *state;
    const int64_t id = must_write(world, "Clés de la salle à rendre.");
    assert_int_equal(handover_set_done(world->db, id, KARIM, true), ERR_OK);
    assert_int_equal(world_int(world, "SELECT staff_id FROM handover_read"), KARIM);
}

static void done_by_one_is_done_and_can_be_taken_back(void **state)
{
    struct world *world = *state;
    const int64_t id = must_write(world, "Sortir les bacs.");
    assert_int_equal(handover_set_done(world->db, id, KARIM, false), ERR_CONFLICT);
    assert_int_equal(handover_set_done(world->db, id, KARIM, true), ERR_OK);
    assert_int_equal(handover_set_done(world->db, id, NADIA, true), ERR_CONFLICT);
    assert_int_equal(handover_set_done(world->db, id, NADIA, false), ERR_OK);
    assert_int_equal(world_int(world, "SELECT done_at_s IS NULL FROM handover"), 1);
    assert_int_equal(handover_set_done(world->db, id, NADIA, true), ERR_OK);
}

static void other_words_are_to_be_read_again(void **state)
{
    struct world *world = *state;
    const int64_t id = must_write(world, "Appeler le 12.");
    assert_int_equal(handover_set_read(world->db, id, KARIM), ERR_OK);
    assert_int_equal(handover_rewrite(world->db, id, KARIM, "Non."), ERR_DENIED);
    assert_int_equal(handover_rewrite(world->db, id, NADIA, "Appeler le 13."), ERR_OK);
    assert_int_equal(world_int(world, "SELECT words = 'Appeler le 13.' FROM handover_words"), 1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM handover_read"), 0);
    assert_int_equal(handover_set_done(world->db, id, KARIM, true), ERR_OK);
    assert_int_equal(handover_rewrite(world->db, id, NADIA, "Trop tard."), ERR_CONFLICT);
}

static void the_words_can_be_erased_and_written_again(void **state)
{
    struct world *world = *state;
    const int64_t id = must_write(world, "Madame B. est malade.");
    assert_int_equal(handover_erase(world->db, id, KARIM), ERR_DENIED);
    assert_int_equal(handover_erase(world->db, id, NADIA), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM handover_words"), 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM handover"), 1);
    assert_int_equal(handover_erase(world->db, id, NADIA), ERR_NOT_FOUND);
    assert_int_equal(handover_rewrite(world->db, id, NADIA, "Rappeler le 0087."), ERR_OK);
    world_exec(world, "UPDATE staff SET role = 'coordinator' WHERE id = %d", KARIM);
    assert_int_equal(handover_erase(world->db, id, KARIM), ERR_OK);
}

static void words_that_cannot_be_are_refused(void **state)
{
    struct world *world = *state;
    char text[HANDOVER_MAX_CHARS + 2];
    int64_t id = 7;
    memset(text, 'a', sizeof(text));
    text[sizeof(text) - 1] = '\0';
    assert_int_equal(handover_write(world->db, NADIA, text, &id), ERR_INVALID);
    assert_int_equal(id, 0);
    text[HANDOVER_MAX_CHARS] = '\0';
    assert_int_equal(handover_write(world->db, NADIA, text, &id), ERR_OK);
    assert_int_equal(handover_write(world->db, NADIA, "", &id), ERR_INVALID);
    assert_int_equal(handover_write(world->db, NADIA, "  \n ", &id), ERR_INVALID);
    assert_int_equal(handover_write(world->db, NADIA, "a\x01", &id), ERR_INVALID);
    assert_int_equal(handover_rewrite(world->db, 1, NADIA, ""), ERR_INVALID);
    assert_int_equal(handover_write(world->db, 99, "Bonjour", &id), ERR_NOT_FOUND);
}

static void what_is_not_there_is_not_found(void **state)
{
    struct world *world = *state;
    assert_int_equal(handover_set_read(world->db, 9, NADIA), ERR_NOT_FOUND);
    assert_int_equal(handover_set_done(world->db, 9, NADIA, true), ERR_NOT_FOUND);
    assert_int_equal(handover_rewrite(world->db, 9, NADIA, "a"), ERR_NOT_FOUND);
    assert_int_equal(handover_erase(world->db, 9, NADIA), ERR_NOT_FOUND);
}

static void a_wrong_clock_writes_nothing(void **state)
{
    struct world *world = *state;
    int64_t id = 0;
    world_exec(world, "UPDATE site SET last_record_s = %lld", (long long)clock_now_s() + 1000);
    assert_int_equal(handover_write(world->db, NADIA, "Bonjour", &id), ERR_CLOCK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM handover"), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_note_says_who_wrote_who_read_and_who_did_it),
        TEST(what_is_done_is_read),
        TEST(done_by_one_is_done_and_can_be_taken_back),
        TEST(other_words_are_to_be_read_again),
        TEST(the_words_can_be_erased_and_written_again),
        TEST(words_that_cannot_be_are_refused),
        TEST(what_is_not_there_is_not_found),
        TEST(a_wrong_clock_writes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
