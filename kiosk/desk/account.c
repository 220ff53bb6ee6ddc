/* Signing in, out, and one's own password. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "core/house.h"
#include "desk/route.h"

enum { COOKIE_BYTES = 160 };

static enum err answer_me(struct exchange *exchange)
{
    struct query q = db_query(exchange->db, Q_DESK_ME);
    exchange_bind(exchange, &q);
    query_text(&q, "csrf", exchange->login.csrf);
    query_int(&q, "must_change", exchange->login.must_change);
    return exchange_answer(exchange, &q);
}

/* max_age_s 0: the browser forgets it. */
static void set_cookie(struct exchange *exchange, const char *token, int max_age_s)
{
    exchange->set_cookie = arena_printf(
        exchange->arena, "desk=%s; Path=/; Max-Age=%d; Secure; HttpOnly; SameSite=Strict", token,
        max_age_s);
}

static const char *read_number(struct exchange *exchange)
{
    const char *number = field_text(exchange, "number", 2);
    if (strlen(number) != 2 || strspn(number, "0123456789") != 2) {
        exchange->field_err = ERR_INVALID;
        exchange->field = "number";
    }
    return number;
}

static enum err begin_login(struct exchange *exchange, int64_t staff_id)
{
    char token[LOGIN_TOKEN_BYTES];
    enum err err = login_begin(exchange->db, staff_id, token);
    if (err == ERR_OK) {
        err = login_find(exchange->db, token, &exchange->login);
    }
    if (err == ERR_OK) {
        set_cookie(exchange, token, LOGIN_LONGEST_S);
        err = answer_me(exchange);
    }
    sodium_memzero(token, sizeof(token));
    return err;
}

/* The check is done. */
static enum err finish_login(struct exchange *exchange)
{
    int64_t staff_id = 0;
    const char *number = read_number(exchange);
    if (exchange->verdict == VERIFY_FAILED) {
        return ERR_IO;
    }
    if (exchange->verdict == VERIFY_WRONG) {
        exchange->field = "password";
        const enum err err = tries_may(exchange->tries, TRY_PASSWORD, number, &exchange->wait_s);
        return err == ERR_OK || err == ERR_SLOWED ? ERR_DENIED : err;
    }
    enum err err = people_find_staff(exchange->db, number, &staff_id);
    if (err == ERR_OK) {
        err = tries_right(exchange->tries, TRY_PASSWORD, number);
    }
    return err != ERR_OK ? err : begin_login(exchange, staff_id);
}

/* The try counts as wrong until it is known to be right: a cut must not make it free. */
static enum err sign_in(struct exchange *exchange)
{
    char hash[PASSWORD_HASH_BYTES];
    int64_t staff_id = 0;
    const char *number = read_number(exchange);
    const char *password = field_text(exchange, "password", PASSWORD_MOST_CHARS);
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    enum err err = tries_may(exchange->tries, TRY_PASSWORD, number, &exchange->wait_s);
    if (err == ERR_OK) {
        err = people_find_staff(exchange->db, number, &staff_id);
        err = err == ERR_NOT_FOUND ? ERR_OK : err;
    }
    if (err == ERR_OK) {
        int64_t cost_s = 0;
        err = tries_wrong(exchange->tries, TRY_PASSWORD, number, &cost_s);
    }
    if (err == ERR_OK) {
        err = password_read(exchange->db, staff_id, hash);
    }
    if (err == ERR_OK) {
        err = verify_start(hash, password, strlen(password), &exchange->verify);
    }
    exchange->then = finish_login;
    return err;
}

static enum err sign_out(struct exchange *exchange)
{
    set_cookie(exchange, "", 0);
    return login_end(exchange->db, exchange->token);
}

/* The present one was right: the new one takes its place, and other browsers are signed out. */
static enum err store_password(struct exchange *exchange)
{
    char hash[PASSWORD_HASH_BYTES];
    const char *password = field_text(exchange, "new_password", PASSWORD_MOST_CHARS);
    const char *number = exchange->login.number;
    if (exchange->verdict != VERIFY_RIGHT) {
        exchange->field = "password";
        return exchange->verdict == VERIFY_WRONG ? ERR_DENIED : ERR_IO;
    }
    enum err err = tries_right(exchange->tries, TRY_PASSWORD, number);
    if (err == ERR_OK) {
        err = password_hash(password, PASSWORD_COST, hash);
        exchange->field = "new_password";
    }
    if (err == ERR_OK) {
        err = house_begin(exchange->db, exchange->now_s);
    }
    if (err != ERR_OK) {
        return err;
    }
    err = db_end(exchange->db, password_store(exchange->db, exchange->login.staff_id, hash, false,
                                              exchange->token));
    exchange->login.must_change = false;
    return err != ERR_OK ? err : answer_me(exchange);
}

static enum err change_password(struct exchange *exchange)
{
    char hash[PASSWORD_HASH_BYTES];
    const char *old = field_text(exchange, "password", PASSWORD_MOST_CHARS);
    const char *new = field_text(exchange, "new_password", PASSWORD_MOST_CHARS);
    const char *number = exchange->login.number;
    int64_t cost_s = 0;
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    if (strcmp(old, new) == 0) {
        exchange->field = "new_password";
        return ERR_INVALID;
    }
    enum err err = tries_may(exchange->tries, TRY_PASSWORD, number, &exchange->wait_s);
    if (err == ERR_OK) {
        err = tries_wrong(exchange->tries, TRY_PASSWORD, number, &cost_s);
    }
    if (err == ERR_OK) {
        err = password_read(exchange->db, exchange->login.staff_id, hash);
    }
    if (err == ERR_OK) {
        err = verify_start(hash, old, strlen(old), &exchange->verify);
    }
    exchange->then = store_password;
    return err;
}

ROUTE_TABLE(routes_account,
            {METHOD_GET, "/api/me", ROLE_ORGANISER, .act = answer_me, .is_for_temporary = true},
            {METHOD_POST, "/api/login", ROLE_PUBLIC, CSRF_SAME_ORIGIN, .act = sign_in,
             .is_checking_secrets = true},
            {METHOD_POST, "/api/logout", ROLE_ORGANISER, .act = sign_out, .is_for_temporary = true},
            {METHOD_POST, "/api/password", ROLE_ORGANISER, .act = change_password,
             .is_for_temporary = true, .is_checking_secrets = true});
