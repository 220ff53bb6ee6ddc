/* Signing in to the desk's page. */
#include "support_db.h"

#include <sodium.h>
#include <string.h>

#include "base/clock.h"
#include "core/login.h"
#include "core/verify.h"

/* As little as libsodium allows: what is tested is not the cost. */
static const struct password_cost CHEAP = {.passes = 1, .memory_bytes = 8192};

static void set_password(struct world *world, int64_t staff_id, const char *password,
                         const char *keep)
{
    char hash[PASSWORD_HASH_BYTES];
    assert_int_equal(password_hash(password, CHEAP, hash), ERR_OK);
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(db_end(world->db, password_store(world->db, staff_id, hash, false, keep)),
                     ERR_OK);
}

static enum verify_result check(struct world *world, int64_t staff_id, const char *password)
{
    char hash[PASSWORD_HASH_BYTES];
    struct verify *verify = NULL;
    enum verify_result result = VERIFY_PENDING;
    assert_int_equal(password_read(world->db, staff_id, hash), ERR_OK);
    assert_int_equal(verify_start(hash, password, strlen(password), &verify), ERR_OK);
    while (result == VERIFY_PENDING) {
        result = verify_poll(verify);
    }
    verify_end(verify);
    return result;
}

static void sign_in(struct world *world, int64_t staff_id, char token[LOGIN_TOKEN_BYTES])
{
    assert_int_equal(login_begin(world->db, staff_id, token), ERR_OK);
}

static enum err find(struct world *world, const char *token)
{
    struct login login;
    return login_find(world->db, token, &login);
}

static void only_the_right_password_opens(void **state)
{
    struct world *world = *state;
    set_password(world, NADIA, "une longue phrase", NULL);
    assert_int_equal(check(world, NADIA, "une longue phrase"), VERIFY_RIGHT);
    assert_int_equal(check(world, NADIA, "une longue phrasE"), VERIFY_WRONG);
    assert_int_equal(check(world, KARIM, "une longue phrase"), VERIFY_WRONG); /* has none */
    assert_int_equal(check(world, 99, "une longue phrase"), VERIFY_WRONG);    /* unknown */
}

static void a_password_that_cannot_be_is_refused(void **state)
{
    char hash[PASSWORD_HASH_BYTES];
    char long_one[PASSWORD_MOST_CHARS + 2];
    (void)state;
    memset(long_one, 'x', sizeof(long_one));
    long_one[sizeof(long_one) - 1] = '\0';
    assert_int_equal(password_hash("neuf cara", CHEAP, hash), ERR_INVALID);
    assert_int_equal(password_hash("éééééééééé", CHEAP, hash), ERR_OK);
    assert_int_equal(password_hash(long_one, CHEAP, hash), ERR_INVALID);
    assert_int_equal(password_hash("un\nbel\x01mot de passe", CHEAP, hash), ERR_INVALID);
    assert_int_equal(password_hash("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", CHEAP, hash),
                     ERR_INVALID);
}

static void a_drawn_password_is_long_enough_and_differs(void **state)
{
    char one[PASSWORD_DRAWN_BYTES];
    char other[PASSWORD_DRAWN_BYTES];
    char hash[PASSWORD_HASH_BYTES];
    (void)state;
    password_draw(one);
    password_draw(other);
    assert_int_equal(strlen(one), PASSWORD_DRAWN_BYTES - 1);
    assert_string_not_equal(one, other);
    assert_int_equal(password_hash(one, CHEAP, hash), ERR_OK);
}

static void a_login_says_who_and_has_a_token_for_writing(void **state)
{
    struct world *world = *state;
    char token[LOGIN_TOKEN_BYTES];
    char other[LOGIN_TOKEN_BYTES];
    struct login login;
    struct login second;
    sign_in(world, NADIA, token);
    sign_in(world, NADIA, other);
    assert_int_equal(login_find(world->db, token, &login), ERR_OK);
    assert_int_equal(login_find(world->db, other, &second), ERR_OK);
    assert_int_equal(login.staff_id, NADIA);
    assert_string_equal(login.staff.first_name, "Nadia");
    assert_string_equal(login.staff.role, "concierge");
    assert_false(login.must_change);
    assert_int_equal(strlen(login.csrf), LOGIN_CSRF_BYTES - 1);
    assert_string_not_equal(login.csrf, second.csrf);
}

static void the_database_knows_the_cookie_by_its_hash_only(void **state)
{
    struct world *world = *state;
    char token[LOGIN_TOKEN_BYTES];
    sign_in(world, NADIA, token);
    assert_int_equal(world_int(world, "SELECT count(*) FROM login"), 1);
    assert_int_equal(
        world_int(world, "SELECT count(*) FROM login WHERE lower(hex(token_hash)) = %Q", token), 0);
}

static void what_is_no_cookie_is_nobody(void **state)
{
    struct world *world = *state;
    char token[LOGIN_TOKEN_BYTES];
    sign_in(world, NADIA, token);
    assert_int_equal(find(world, ""), ERR_NOT_FOUND);
    assert_int_equal(find(world, "zz"), ERR_NOT_FOUND);
    token[0] = token[0] == 'a' ? 'b' : 'a';
    assert_int_equal(find(world, token), ERR_NOT_FOUND);
    token[0] = 'z';
    assert_int_equal(find(world, token), ERR_NOT_FOUND);
}

static void half_an_hour_without_use_ends_it(void **state)
{
    struct world *world = *state;
    char token[LOGIN_TOKEN_BYTES];
    sign_in(world, NADIA, token);
    set_time("2026-09-08T17:12");
    assert_int_equal(find(world, token), ERR_OK); /* noted as used */
    set_time("2026-09-08T17:42");
    assert_int_equal(find(world, token), ERR_OK);
    set_time("2026-09-08T18:13");
    assert_int_equal(find(world, token), ERR_NOT_FOUND);
}

static void eight_hours_end_it_whatever_its_use(void **state)
{
    struct world *world = *state;
    char token[LOGIN_TOKEN_BYTES];
    set_time("2026-09-08T09:00");
    sign_in(world, NADIA, token);
    const int64_t begin_s = at("2026-09-08T09:00");
    for (int64_t s = begin_s; s <= begin_s + LOGIN_LONGEST_S; s += 1200) {
        clock_freeze_at(s);
        assert_int_equal(find(world, token), ERR_OK);
    }
    set_time("2026-09-08T17:01");
    assert_int_equal(find(world, token), ERR_NOT_FOUND);
}

static void use_is_noted_once_a_minute_and_not_without_a_database(void **state)
{
    struct world *world = *state;
    char token[LOGIN_TOKEN_BYTES];
    sign_in(world, NADIA, token);
    set_time("2026-09-08T16:42:59");
    assert_int_equal(find(world, token), ERR_OK);
    assert_int_equal(world_int(world, "SELECT seen_s - began_s FROM login"), 0);
    set_time("2026-09-08T16:43");
    assert_int_equal(find(world, token), ERR_OK);
    assert_int_equal(world_int(world, "SELECT seen_s - began_s FROM login"), 60);
}

static void looking_keeps_nobody_signed_in(void **state)
{
    struct world *world = *state;
    char token[LOGIN_TOKEN_BYTES];
    sign_in(world, NADIA, token);
    set_time("2026-09-08T17:10");
    assert_true(login_is_running(world->db, token));
    assert_false(login_is_running(world->db, "not a token"));
    set_time("2026-09-08T17:13");
    assert_false(login_is_running(world->db, token));
}

static void signing_out_and_leaving_end_it(void **state)
{
    struct world *world = *state;
    char token[LOGIN_TOKEN_BYTES];
    sign_in(world, NADIA, token);
    assert_int_equal(login_end(world->db, token), ERR_OK);
    assert_int_equal(find(world, token), ERR_NOT_FOUND);
    assert_int_equal(login_end(world->db, token), ERR_OK);
    assert_int_equal(login_end(world->db, "not a token"), ERR_OK);
    sign_in(world, KARIM, token);
    world_exec(world, "UPDATE staff SET left_at_s = 1 WHERE id = %d", KARIM);
    assert_int_equal(find(world, token), ERR_NOT_FOUND);
}

static void a_new_password_ends_the_other_logins(void **state)
{
    struct world *world = *state;
    char here[LOGIN_TOKEN_BYTES];
    char there[LOGIN_TOKEN_BYTES];
    char colleague[LOGIN_TOKEN_BYTES];
    sign_in(world, NADIA, here);
    sign_in(world, NADIA, there);
    sign_in(world, KARIM, colleague);
    set_password(world, NADIA, "une autre phrase", here);
    assert_int_equal(find(world, here), ERR_OK);
    assert_int_equal(find(world, there), ERR_NOT_FOUND);
    assert_int_equal(find(world, colleague), ERR_OK);
    set_password(world, NADIA, "encore une autre", NULL);
    assert_int_equal(find(world, here), ERR_NOT_FOUND);
}

static void logins_of_earlier_days_are_forgotten(void **state)
{
    struct world *world = *state;
    char token[LOGIN_TOKEN_BYTES];
    sign_in(world, NADIA, token);
    set_time("2026-09-09T10:00");
    sign_in(world, NADIA, token);
    assert_int_equal(world_int(world, "SELECT count(*) FROM login"), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(only_the_right_password_opens),
        TEST(a_password_that_cannot_be_is_refused),
        TEST(a_drawn_password_is_long_enough_and_differs),
        TEST(a_login_says_who_and_has_a_token_for_writing),
        TEST(the_database_knows_the_cookie_by_its_hash_only),
        TEST(what_is_no_cookie_is_nobody),
        TEST(half_an_hour_without_use_ends_it),
        TEST(eight_hours_end_it_whatever_its_use),
        TEST(use_is_noted_once_a_minute_and_not_without_a_database),
        TEST(looking_keeps_nobody_signed_in),
        TEST(signing_out_and_leaving_end_it),
        TEST(a_new_password_ends_the_other_logins),
        TEST(logins_of_earlier_days_are_forgotten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
