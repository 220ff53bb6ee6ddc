#include "core/pin.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/pin_parts.h"
#include "support_db.h"

/* The least that Argon2id knows: these tests are about who gets in, not about the cost. */
static const struct pin_cost CHEAP = {.passes = 1, .memory_bytes = crypto_pwhash_MEMLIMIT_MIN};

static const struct pin_key KEY = {"0123456789abcdef0123456789abcde"};

static void store(struct world *world, enum pin_owner owner, int64_t owner_id, const char *pin)
{
    char hash[PIN_HASH_BYTES];
    assert_int_equal(pin_hash(&KEY, owner, owner_id, pin, CHEAP, hash), ERR_OK);
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(pin_store(world->db, owner, owner_id, hash), ERR_OK);
    assert_int_equal(db_commit(world->db), ERR_OK);
}

static enum verify_result check_with(struct world *world, const struct pin_key *key,
                                     enum pin_owner owner, int64_t owner_id, const char *pin)
{
    struct verify *check = NULL;
    assert_int_equal(pin_check_start(world->db, key, owner, owner_id, pin, &check), ERR_OK);
    struct pollfd ready = {.fd = verify_fd(check), .events = POLLIN};
    assert_int_equal(poll(&ready, 1, 60000), 1);
    const enum verify_result result = verify_poll(check);
    assert_int_equal(verify_poll(check), result);
    verify_end(check);
    return result;
}

static enum verify_result check(struct world *world, enum pin_owner owner, int64_t owner_id,
                                const char *pin)
{
    return check_with(world, &KEY, owner, owner_id, pin);
}

static void the_right_pin_is_right_and_every_other_wrong(void **state)
{
    struct world *world = *state;
    store(world, PIN_HOUSEHOLD, 7, "040506");
    assert_int_equal(check(world, PIN_HOUSEHOLD, 7, "040506"), VERIFY_RIGHT);
    assert_int_equal(check(world, PIN_HOUSEHOLD, 7, "040507"), VERIFY_WRONG);
    assert_int_equal(check(world, PIN_HOUSEHOLD, 7, "000000"), VERIFY_WRONG);
}

static void a_pin_belongs_to_its_owner_alone(void **state)
{
    struct world *world = *state;
    store(world, PIN_HOUSEHOLD, 7, "040506");
    assert_int_equal(check(world, PIN_STAFF, 7, "040506"), VERIFY_WRONG);
    /* Not even by copying the row. */
    world_exec(world, "INSERT INTO pin SELECT 'staff', 7, hash, 0 FROM pin");
    world_exec(world, "INSERT INTO pin SELECT 'household', 8, hash, 0 FROM pin LIMIT 1");
    assert_int_equal(check(world, PIN_STAFF, 7, "040506"), VERIFY_WRONG);
    assert_int_equal(check(world, PIN_HOUSEHOLD, 8, "040506"), VERIFY_WRONG);
}

static void without_the_key_file_the_database_lets_nobody_in(void **state)
{
    struct world *world = *state;
    struct pin_key other = KEY;
    other.bytes[31] ^= 1;
    store(world, PIN_HOUSEHOLD, 7, "040506");
    assert_int_equal(check_with(world, &other, PIN_HOUSEHOLD, 7, "040506"), VERIFY_WRONG);
}

static void a_new_pin_takes_the_place_of_the_old_one(void **state)
{
    struct world *world = *state;
    store(world, PIN_STAFF, NADIA, "111111");
    store(world, PIN_STAFF, NADIA, "222222");
    assert_int_equal(check(world, PIN_STAFF, NADIA, "111111"), VERIFY_WRONG);
    assert_int_equal(check(world, PIN_STAFF, NADIA, "222222"), VERIFY_RIGHT);
    assert_int_equal(world_int(world, "SELECT count(*) FROM pin"), 1);
}

static void an_unknown_number_is_checked_too_and_comes_out_wrong(void **state)
{
    struct world *world = *state;
    assert_int_equal(check(world, PIN_HOUSEHOLD, 0, "040506"), VERIFY_WRONG);
    assert_int_equal(check(world, PIN_STAFF, KARIM, "040506"), VERIFY_WRONG);
}

static void unknown_costs_what_a_real_pin_costs(void **state)
{
    struct world *world = *state;
    char nobodys[PIN_HASH_BYTES];
    char real[PIN_HASH_BYTES];
    assert_int_equal(pin_read(world->db, PIN_HOUSEHOLD, 0, nobodys), ERR_OK);
    assert_int_equal(pin_hash(&KEY, PIN_HOUSEHOLD, 1, "040506", PIN_COST, real), ERR_OK);
    assert_int_equal(strlen(nobodys), strlen(real));
    assert_int_equal(strcspn(nobodys + 10, "$"), strcspn(real + 10, "$"));
    assert_memory_equal(nobodys, real, strlen("$argon2id$v=19$m=65536,t=2,p=1$"));
    assert_int_equal(crypto_pwhash_str_needs_rehash(real, 2, (size_t)64 << 20), 0);
    assert_int_equal(crypto_pwhash_str_needs_rehash(nobodys, 2, (size_t)64 << 20), 0);
}

static void the_same_pin_hashes_differently_each_time(void **state)
{
    (void)state;
    char first[PIN_HASH_BYTES];
    char again[PIN_HASH_BYTES];
    assert_int_equal(pin_hash(&KEY, PIN_STAFF, 1, "040506", CHEAP, first), ERR_OK);
    assert_int_equal(pin_hash(&KEY, PIN_STAFF, 1, "040506", CHEAP, again), ERR_OK);
    assert_string_not_equal(first, again);
}

static void what_is_not_six_digits_is_not_a_pin(void **state)
{
    struct world *world = *state;
    static const char *const wrong[] = {"", "12345", "1234567", "12345a", "12 456", "-12345"};
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        char hash[PIN_HASH_BYTES];
        struct verify *running = NULL;
        assert_false(pin_is_shaped(wrong[i]));
        assert_int_equal(pin_hash(&KEY, PIN_STAFF, 1, wrong[i], CHEAP, hash), ERR_INVALID);
        assert_int_equal(pin_check_start(world->db, &KEY, PIN_STAFF, 1, wrong[i], &running),
                         ERR_INVALID);
        assert_null(running);
    }
}

static void drawn_pins_are_six_digits(void **state)
{
    (void)state;
    for (int i = 0; i < 1000; i++) {
        char pin[PIN_TEXT_BYTES];
        pin_draw(pin);
        assert_true(pin_is_shaped(pin));
    }
}

static void a_cost_that_no_machine_can_pay_is_an_error(void **state)
{
    (void)state;
    char hash[PIN_HASH_BYTES];
    const struct pin_cost impossible = {.passes = 1, .memory_bytes = 1};
    assert_int_equal(pin_hash(&KEY, PIN_STAFF, 1, "040506", impossible, hash), ERR_IO);
}

static void a_damaged_hash_is_trouble_and_not_a_wrong_pin(void **state)
{
    struct world *world = *state;
    world_exec(world, "INSERT INTO pin VALUES ('staff', 1, '$argon2id$v=19$m=65536,t=2,p=1$x', 0)");
    assert_int_equal(check(world, PIN_STAFF, NADIA, "040506"), VERIFY_FAILED);
}

static void a_check_that_is_stopped_leaves_no_process_behind(void **state)
{
    struct world *world = *state;
    struct verify *running = NULL;
    char hash[PIN_HASH_BYTES];
    assert_int_equal(pin_read(world->db, PIN_STAFF, 0, hash), ERR_OK);
    char *passes = strstr(hash, "t=2,");
    assert_non_null(passes);
    passes[2] = '9'; /* 9…: would take minutes */
    world_exec(world, "INSERT INTO pin VALUES ('staff', 1, replace(%Q, 't=9', 't=9999'), 0)", hash);
    assert_int_equal(pin_check_start(world->db, &KEY, PIN_STAFF, 1, "040506", &running), ERR_OK);
    assert_int_equal(verify_poll(running), VERIFY_PENDING);
    verify_end(running);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    verify_end(NULL);
}

static int open_files(void)
{
    int count = 0;
    DIR *dir = opendir("/proc/self/fd");
    assert_non_null(dir);
    while (readdir(dir) != NULL) {
        count++;
    }
    (void)closedir(dir);
    return count;
}

static void checks_leave_no_file_open_and_none_starts_without_one(void **state)
{
    struct world *world = *state;
    struct verify *running = NULL;
    struct rlimit limit;
    const int before = open_files();
    assert_int_equal(check(world, PIN_STAFF, 0, "040506"), VERIFY_WRONG);
    assert_int_equal(open_files(), before);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &limit), 0);
    const struct rlimit none = {3, limit.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    const enum err err = pin_check_start(world->db, &KEY, PIN_STAFF, 0, "040506", &running);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &limit), 0);
    assert_int_equal(err, ERR_IO);
    assert_null(running);
    assert_int_equal(open_files(), before);
}

/* --- the key --- */

static const char *key_path(struct world *world)
{
    return arena_printf(world->arena, "%s/pin.key", world->dir);
}

static void a_key_is_created_once_for_its_owner_alone(void **state)
{
    struct world *world = *state;
    const char *path = key_path(world);
    struct pin_key key;
    struct pin_key again;
    struct stat st;
    assert_int_equal(pin_key_load(path, &key), ERR_NOT_FOUND);
    assert_int_equal(pin_key_create(path), ERR_OK);
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_int_equal(pin_key_load(path, &key), ERR_OK);
    assert_int_equal(pin_key_create(path), ERR_CONFLICT);
    assert_int_equal(pin_key_load(path, &again), ERR_OK);
    assert_memory_equal(key.bytes, again.bytes, sizeof(key.bytes));
}

static void a_key_that_others_may_read_is_refused(void **state)
{
    struct world *world = *state;
    const char *path = key_path(world);
    struct pin_key key;
    static const mode_t loose[] = {0640, 0604, 0660, 0610};
    assert_int_equal(pin_key_create(path), ERR_OK);
    for (size_t i = 0; i < ARRAY_LEN(loose); i++) {
        assert_int_equal(chmod(path, loose[i]), 0);
        assert_int_equal(pin_key_load(path, &key), ERR_DENIED);
    }
    assert_int_equal(chmod(path, 0400), 0);
    assert_int_equal(pin_key_load(path, &key), ERR_OK);
    const char *link = arena_printf(world->arena, "%s/link.key", world->dir);
    assert_int_equal(symlink(path, link), 0);
    assert_int_equal(pin_key_load(link, &key), ERR_DENIED);
}

static void what_is_not_a_key_is_refused(void **state)
{
    struct world *world = *state;
    const char *path = key_path(world);
    struct pin_key key;
    assert_int_equal(pin_key_create(path), ERR_OK);
    assert_int_equal(truncate(path, 31), 0);
    assert_int_equal(pin_key_load(path, &key), ERR_INVALID);
    assert_int_equal(truncate(path, 33), 0);
    assert_int_equal(pin_key_load(path, &key), ERR_INVALID);
    assert_int_equal(chmod(world->dir, 0700), 0);
    assert_int_equal(pin_key_load(world->dir, &key), ERR_INVALID);
    assert_int_equal(pin_key_create(arena_printf(world->arena, "%s/no/pin.key", world->dir)),
                     ERR_IO);
    assert_int_equal(pin_key_load(arena_printf(world->arena, "%s/x", path), &key), ERR_IO);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_right_pin_is_right_and_every_other_wrong),
        TEST(a_pin_belongs_to_its_owner_alone),
        TEST(without_the_key_file_the_database_lets_nobody_in),
        TEST(a_new_pin_takes_the_place_of_the_old_one),
        TEST(an_unknown_number_is_checked_too_and_comes_out_wrong),
        TEST(unknown_costs_what_a_real_pin_costs),
        cmocka_unit_test(the_same_pin_hashes_differently_each_time),
        TEST(what_is_not_six_digits_is_not_a_pin),
        cmocka_unit_test(drawn_pins_are_six_digits),
        cmocka_unit_test(a_cost_that_no_machine_can_pay_is_an_error),
        TEST(a_damaged_hash_is_trouble_and_not_a_wrong_pin),
        TEST(a_check_that_is_stopped_leaves_no_process_behind),
        TEST(checks_leave_no_file_open_and_none_starts_without_one),
        TEST(a_key_is_created_once_for_its_owner_alone),
        TEST(a_key_that_others_may_read_is_refused),
        TEST(what_is_not_a_key_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
