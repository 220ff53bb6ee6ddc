/* The staff at the desk, for coordinators: who works here, and what lets them in. Passwords, PINs
 * and cards are drawn here and shown once. */
#include <sodium.h>

#include "core/cards.h"
#include "core/query.h"
#include "core/staff_edit.h"
#include "desk/qr_json.h"
#include "desk/route.h"

static enum err answer_saved(struct exchange *exchange, int64_t staff_id, int moved)
{
    exchange->json = arena_printf(exchange->arena, "{\"staff_id\": %lld, \"moved\": %d}",
                                  (long long)staff_id, moved);
    return ERR_OK;
}

/* Their own household, by its number; "" none here. */
static enum err find_household(struct exchange *exchange, int64_t *household_id)
{
    const char *number = field_text(exchange, "household_number", 8);
    *household_id = 0;
    if (exchange->field_err != ERR_OK || number[0] == '\0') {
        return exchange->field_err;
    }
    const enum err err = people_find_household(exchange->db, number, household_id);
    exchange->field = err == ERR_OK ? exchange->field : "household_number";
    return err;
}

static enum err save_staff(struct exchange *exchange)
{
    struct edit_fault fault = {""};
    int moved = 0;
    int64_t staff_id = 0;
    struct edit_staff staff = {
        .id = field_int(exchange, "staff_id"),
        .number = field_text(exchange, "number", 8),
        .first_name = field_text(exchange, "first_name", STAFF_NAME_CHARS),
        .role = field_text(exchange, "role", CODE_BYTES),
        .partner_id = field_int(exchange, "partner_id"),
    };
    enum err err = find_household(exchange, &staff.household_id);
    if (err == ERR_OK) {
        err =
            staff_save(exchange->db, &staff, notice_promise_moved, NULL, &moved, &staff_id, &fault);
        exchange->field = arena_strdup(exchange->arena, fault.field);
    }
    return err == ERR_OK ? answer_saved(exchange, staff_id, moved) : err;
}

static enum err leave(struct exchange *exchange)
{
    int moved = 0;
    const int64_t staff_id = field_int(exchange, "staff_id");
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        err = staff_leave(exchange->db, staff_id, exchange->login.staff_id, notice_promise_moved,
                          NULL, &moved);
    }
    return err == ERR_OK ? answer_saved(exchange, staff_id, moved) : err;
}

static enum err come_back(struct exchange *exchange)
{
    const int64_t staff_id = field_int(exchange, "staff_id");
    return exchange->field_err != ERR_OK ? exchange->field_err
                                         : staff_return(exchange->db, staff_id);
}

/* ---- What lets them in ---- */

/* Somebody who works here. */
static enum err take_staff(struct exchange *exchange, int64_t *staff_id, struct staff *staff)
{
    *staff_id = field_int(exchange, "staff_id");
    return exchange->field_err != ERR_OK ? exchange->field_err
                                         : people_get_staff(exchange->db, *staff_id, staff);
}

static enum err draw_password(struct exchange *exchange)
{
    char password[PASSWORD_DRAWN_BYTES];
    char hash[PASSWORD_HASH_BYTES];
    int64_t staff_id = 0;
    struct staff staff;
    enum err err = take_staff(exchange, &staff_id, &staff);
    if (err != ERR_OK) {
        return err;
    }
    password_draw(password);
    err = password_hash(password, PASSWORD_COST, hash);
    if (err == ERR_OK) {
        err = house_begin(exchange->db, exchange->now_s);
    }
    if (err == ERR_OK) {
        /* One's own page stays open: whoever draws for oneself changes it at the next sign-in. */
        const bool is_own = staff_id == exchange->login.staff_id;
        err = db_end(exchange->db, password_store(exchange->db, staff_id, hash, true,
                                                  is_own ? exchange->token : NULL));
    }
    if (err == ERR_OK) {
        exchange->json = arena_printf(exchange->arena, "{\"password\": \"%s\"}", password);
    }
    sodium_memzero(password, sizeof(password));
    return err;
}

static enum err draw_pin(struct exchange *exchange)
{
    char pin[PIN_TEXT_BYTES];
    char hash[PIN_HASH_BYTES];
    int64_t staff_id = 0;
    struct staff staff;
    enum err err =
        exchange->pin_key == NULL ? ERR_MISSING : take_staff(exchange, &staff_id, &staff);
    if (err != ERR_OK) {
        return err;
    }
    pin_draw(pin);
    err = pin_hash(exchange->pin_key, PIN_STAFF, staff_id, pin, PIN_COST, hash);
    if (err == ERR_OK) {
        err = house_begin(exchange->db, exchange->now_s);
    }
    if (err == ERR_OK) {
        err = db_end(exchange->db, pin_store(exchange->db, PIN_STAFF, staff_id, hash));
    }
    if (err == ERR_OK) {
        exchange->json = arena_printf(exchange->arena, "{\"pin\": \"%s\"}", pin);
    }
    sodium_memzero(pin, sizeof(pin));
    return err;
}

static enum err draw_card(struct exchange *exchange)
{
    char text[CODE_TEXT_BYTES];
    const char *qr = NULL;
    int64_t staff_id = 0;
    struct staff staff;
    enum err err = take_staff(exchange, &staff_id, &staff);
    if (err == ERR_OK) {
        err = house_begin(exchange->db, exchange->now_s);
    }
    if (err != ERR_OK) {
        return err;
    }
    err = db_end(exchange->db,
                 cards_issue(exchange->db, (struct card_holder){.staff_id = staff_id}, text));
    if (err == ERR_OK) {
        err = qr_json(text, exchange->arena, &qr);
    }
    if (err == ERR_OK) {
        exchange->json = arena_printf(exchange->arena, "{\"code\": \"%s\", \"qr\": %s}", text, qr);
    }
    sodium_memzero(text, sizeof(text));
    return err;
}

ROUTE_TABLE(routes_staff, {METHOD_GET, "/api/staff", ROLE_COORDINATOR, .query = Q_DESK_STAFF},
            {METHOD_POST, "/api/staff/save", ROLE_COORDINATOR, .act = save_staff},
            {METHOD_POST, "/api/staff/leave", ROLE_COORDINATOR, .act = leave},
            {METHOD_POST, "/api/staff/return", ROLE_COORDINATOR, .act = come_back},
            {METHOD_POST, "/api/staff/password", ROLE_COORDINATOR, .act = draw_password},
            {METHOD_POST, "/api/staff/pin", ROLE_COORDINATOR, .act = draw_pin},
            {METHOD_POST, "/api/staff/card", ROLE_COORDINATOR, .act = draw_card});
