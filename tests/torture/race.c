/* Two processes race for the last seat and the last copy, 1,000 rounds: exactly one wins each. */
#include "support_db.h"

#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/request.h"

enum { ROUNDS = 1000, RACERS = 2 };

/* Shared by the racers: who arrived at which round, and what each got. */
struct track {
    atomic_int arrived[ROUNDS];
    unsigned char seat[RACERS][ROUNDS];
    unsigned char copy[RACERS][ROUNDS];
};

struct field {
    int64_t household_id;
    int64_t first_session_id;
    int64_t item_id;
    int64_t first_copy_id;
};

static struct field build_field(struct world *world)
{
    struct field field = {.household_id = build_household(world, "0087", "Alma")};
    world_exec(world, "BEGIN");
    for (int i = 0; i < ROUNDS; i++) {
        const int64_t id = build_session(world, "2026-09-09T14:00", 1, "desk");
        field.first_session_id = i == 0 ? id : field.first_session_id;
    }
    field.item_id = build_item(world, "Perceuse", "desk", 7);
    for (int i = 0; i < ROUNDS; i++) {
        const int64_t id = build_copy(world, field.item_id, i + 1);
        field.first_copy_id = i == 0 ? id : field.first_copy_id;
    }
    world_exec(world, "COMMIT");
    return field;
}

static struct ask ask_seat(const struct field *field, int round)
{
    struct ask ask = ask_make(
        KIND_BOOKING, VERB_ASK,
        (struct actor){.who = WHO_RESIDENT, .household_id = field->household_id, .has_card = true});
    ask.terms = (struct terms){.session_id = field->first_session_id + round,
                               .from_s = at("2026-09-09T14:00"),
                               .until_s = at("2026-09-09T16:00"),
                               .adults = 1};
    return ask;
}

static struct ask ask_copy(const struct field *field, int round)
{
    struct ask ask = ask_seat(field, round);
    ask.kind = KIND_LOAN;
    ask.item_id = field->item_id;
    ask.terms = (struct terms){.copy_id = field->first_copy_id + round,
                               .from_s = at("2026-09-10T14:00"),
                               .until_s = at("2026-09-12T10:00")};
    return ask;
}

/* Both leave the line at the same moment, whoever came last. */
static void line_up(struct track *track, int round)
{
    (void)atomic_fetch_add(&track->arrived[round], 1);
    while (atomic_load(&track->arrived[round]) < RACERS) {
        (void)sched_yield();
    }
}

static int race(const char *path, const struct field *field, struct track *track, int racer)
{
    struct db *db = NULL;
    if (db_open(path, DB_EXISTING, &db) != ERR_OK) {
        return 1;
    }
    for (int round = 0; round < ROUNDS; round++) {
        struct receipt receipt;
        const struct ask seat = ask_seat(field, round);
        const struct ask copy = ask_copy(field, round);
        line_up(track, round);
        track->seat[racer][round] = (unsigned char)request_ask(db, &seat, &receipt);
        track->copy[racer][round] = (unsigned char)request_ask(db, &copy, &receipt);
    }
    db_close(db);
    return 0;
}

static void run_race(struct world *world, const struct field *field, struct track *track)
{
    pid_t racers[RACERS];
    for (int i = 0; i < RACERS; i++) {
        racers[i] = fork();
        if (racers[i] == 0) {
            _exit(race(world->path, field, track, i));
        }
    }
    for (int i = 0; i < RACERS; i++) {
        int status = 0;
        assert_int_equal(waitpid(racers[i], &status, 0), racers[i]);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
}

static void the_last_seat_and_the_last_copy_go_to_one(void **state)
{
    struct world *world = *state;
    const struct field field = build_field(world);
    struct track *track =
        mmap(NULL, sizeof(*track), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int wins[RACERS] = {0};
    assert_true(track != MAP_FAILED);
    run_race(world, &field, track);
    for (int round = 0; round < ROUNDS; round++) {
        for (int winner = 0; winner < RACERS; winner++) {
            wins[winner] += track->seat[winner][round] == ERR_OK;
        }
        assert_int_equal((track->seat[0][round] == ERR_OK) + (track->seat[1][round] == ERR_OK), 1);
        assert_int_equal((track->seat[0][round] == ERR_FULL) + (track->seat[1][round] == ERR_FULL),
                         1);
        assert_int_equal((track->copy[0][round] == ERR_OK) + (track->copy[1][round] == ERR_OK), 1);
        assert_int_equal(
            (track->copy[0][round] == ERR_CONFLICT) + (track->copy[1][round] == ERR_CONFLICT), 1);
    }
    (void)munmap(track, sizeof(*track));
    assert_int_equal(world_int(world, "SELECT count(*) FROM request_state"
                                      " WHERE kind IN ('booking', 'loan') AND holds = 1"),
                     2 * ROUNDS);
    print_message("seats won: %d and %d of %d\n", wins[0], wins[1], ROUNDS);
    assert_int_equal(db_check(world->db), ERR_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_last_seat_and_the_last_copy_go_to_one, world_setup,
                                        world_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
