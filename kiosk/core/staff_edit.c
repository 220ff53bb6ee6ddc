#include "core/staff_edit.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/cards.h"
#include "core/edit_parts.h"
#include "core/house_parts.h"
#include "core/people.h"
#include "core/query.h"

static bool keeps_desk(const char *role)
{
    return strcmp(role, "organiser") != 0;
}

static enum err check_staff(const struct edit_staff *staff, struct edit_fault *fault)
{
    static const char *const roles[] = {"concierge", "organiser", "coordinator"};
    const struct edit_text name = {"first_name", staff->first_name, STAFF_NAME_CHARS, true};
    const enum err err = edit_check_texts(&name, 1, fault);
    if (err != ERR_OK) {
        return err;
    }
    if (!text_is_one_of(staff->role, roles, ARRAY_LEN(roles))) {
        return edit_refuse(fault, "role");
    }
    return keeps_desk(staff->role) == (staff->partner_id == 0) ? ERR_OK
                                                               : edit_refuse(fault, "partner_id");
}

/* Somebody else is a coordinator, or this one stays one. ERR_DENIED. */
static enum err check_last(struct db *db, int64_t staff_id)
{
    int64_t others = 0;
    struct staff staff;
    enum err err = people_get_staff(db, staff_id, &staff);
    if (err != ERR_OK || strcmp(staff.role, "coordinator") != 0) {
        return err;
    }
    struct query q = db_query(db, Q_STAFF_OTHER_COORDINATORS);
    query_int(&q, "staff_id", staff_id);
    err = query_one_int(&q, &others);
    return err == ERR_OK && others == 0 ? ERR_DENIED : err;
}

/* No longer at the desk, nor planned there. */
static enum err leave_roster(struct db *db, int64_t staff_id, int64_t now_s,
                             house_on_moved on_moved, void *context, int *moved)
{
    static const enum query_id queries[] = {Q_HOUSE_END_PRESENCE, Q_STAFF_CUT_ROSTER,
                                            Q_STAFF_DROP_ROSTER};
    enum err err = ERR_OK;
    for (size_t i = 0; i < ARRAY_LEN(queries) && err == ERR_OK; i++) {
        struct query q = db_query(db, queries[i]);
        query_int(&q, "staff_id", staff_id);
        query_int(&q, "now_s", now_s);
        err = query_run(&q);
    }
    return err == ERR_OK ? house_renew_promises(db, now_s, on_moved, context, moved) : err;
}

static enum err add_staff(struct db *db, const struct edit_staff *staff, int64_t *staff_id)
{
    char number[PEOPLE_NUMBER_BYTES] = "";
    (void)snprintf(number, sizeof(number), "%s", staff->number);
    if (number[0] == '\0') {
        int64_t next = 0;
        struct query q = db_query(db, Q_STAFF_NEXT_NUMBER);
        const enum err err = query_one_int(&q, &next);
        if (err != ERR_OK) {
            return err == ERR_NOT_FOUND ? ERR_FULL : err;
        }
        (void)snprintf(number, sizeof(number), "%02d", (int)next);
    }
    return people_add_staff(db, number, staff->first_name, staff->role, staff->household_id,
                            staff_id);
}

static enum err save(struct db *db, const struct edit_staff *staff, int64_t now_s,
                     house_on_moved on_moved, void *context, int *moved, int64_t *staff_id)
{
    enum err err = ERR_OK;
    *staff_id = staff->id;
    if (staff->id == 0) {
        err = add_staff(db, staff, staff_id);
    } else {
        err = strcmp(staff->role, "coordinator") == 0 ? ERR_OK : check_last(db, staff->id);
    }
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_STAFF_CHANGE);
    query_int(&q, "staff_id", *staff_id);
    query_text(&q, "first_name", staff->first_name);
    query_text(&q, "role", staff->role);
    query_int_or_null(&q, "household_id", staff->household_id);
    query_int_or_null(&q, "partner_id", staff->partner_id);
    err = edit_run_on_one(db, &q);
    return err == ERR_OK && staff->id != 0 && !keeps_desk(staff->role)
               ? leave_roster(db, staff->id, now_s, on_moved, context, moved)
               : err;
}

enum err staff_save(struct db *db, const struct edit_staff *staff, house_on_moved on_moved,
                    void *context, int *moved, int64_t *staff_id, struct edit_fault *fault)
{
    const int64_t now_s = clock_now_s();
    const size_t digits = strspn(staff->number, "0123456789");
    *staff_id = 0;
    *moved = 0;
    enum err err = check_staff(staff, fault);
    if (err == ERR_OK && staff->id == 0 && staff->number[0] != '\0' &&
        (digits != 2 || staff->number[2] != '\0')) {
        err = edit_refuse(fault, "number");
    }
    if (err == ERR_OK) {
        err = house_begin(db, now_s);
    }
    if (err != ERR_OK) {
        return err;
    }
    err = db_end(db, save(db, staff, now_s, on_moved, context, moved, staff_id));
    *moved = err == ERR_OK ? *moved : 0;
    return err;
}

/* Nothing opens any more. */
static enum err close_doors(struct db *db, int64_t staff_id)
{
    static const enum query_id queries[] = {Q_STAFF_FORGET_PIN, Q_STAFF_FORGET_PASSWORD,
                                            Q_STAFF_FORGET_LOGINS};
    enum err err = cards_end(db, (struct card_holder){.staff_id = staff_id}, "left");
    err = err == ERR_NOT_FOUND ? ERR_OK : err; /* they had none */
    for (size_t i = 0; i < ARRAY_LEN(queries) && err == ERR_OK; i++) {
        struct query q = db_query(db, queries[i]);
        query_int(&q, "staff_id", staff_id);
        err = query_run(&q);
    }
    return err;
}

static enum err leave(struct db *db, int64_t staff_id, int64_t now_s, house_on_moved on_moved,
                      void *context, int *moved)
{
    enum err err = check_last(db, staff_id);
    if (err == ERR_OK) {
        err = close_doors(db, staff_id);
    }
    if (err == ERR_OK) {
        struct query q = db_query(db, Q_STAFF_LEAVE);
        query_int(&q, "staff_id", staff_id);
        query_int(&q, "now_s", now_s);
        err = query_run(&q);
    }
    return err == ERR_OK ? leave_roster(db, staff_id, now_s, on_moved, context, moved) : err;
}

enum err staff_leave(struct db *db, int64_t staff_id, int64_t by_staff_id, house_on_moved on_moved,
                     void *context, int *moved)
{
    const int64_t now_s = clock_now_s();
    *moved = 0;
    if (staff_id == by_staff_id) {
        return ERR_DENIED;
    }
    enum err err = house_begin(db, now_s);
    if (err != ERR_OK) {
        return err;
    }
    err = db_end(db, leave(db, staff_id, now_s, on_moved, context, moved));
    *moved = err == ERR_OK ? *moved : 0;
    return err;
}

enum err staff_return(struct db *db, int64_t staff_id)
{
    const enum err err = edit_begin(db);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_STAFF_RETURN);
    query_int(&q, "staff_id", staff_id);
    return edit_end(db, edit_run_on_one(db, &q), false);
}
