#include "core/people.h"

#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/rand.h"
#include "base/text.h"
#include "core/household_find.h"
#include "core/query.h"
#include "core/uid.h"

enum { DRAWS_MAX = 200 };

static enum err find(struct db *db, enum query_id id, const char *number, int64_t *found_id)
{
    *found_id = 0;
    struct query query = db_query(db, id);
    query_text(&query, "number", number);
    return query_one_int(&query, found_id);
}

enum err people_find_household(struct db *db, const char *number, int64_t *household_id)
{
    return find(db, Q_HOUSEHOLD_FIND, number, household_id);
}

enum err people_find_staff(struct db *db, const char *number, int64_t *staff_id)
{
    return find(db, Q_STAFF_FIND, number, staff_id);
}

enum err people_get_household(struct db *db, int64_t household_id, int64_t now_s,
                              struct household *household)
{
    *household = (struct household){0};
    struct query query = db_query(db, Q_HOUSEHOLD_GET);
    query_int(&query, "household_id", household_id);
    const bool found = query_step(&query);
    if (found) {
        take_code(&query, household->number, sizeof(household->number));
        take_code(&query, household->lang, sizeof(household->lang));
        household->is_trusted = take_int(&query) != 0;
    }
    const enum err err = query_end(&query);
    if (err != ERR_OK || !found) {
        return err != ERR_OK ? err : ERR_NOT_FOUND;
    }
    query = db_query(db, Q_SUBSCRIPTION_UNTIL);
    query_int(&query, "household_id", household_id);
    query_int(&query, "now_s", now_s);
    return query_one_int(&query, &household->subscribed_until_s);
}

enum err people_get_staff(struct db *db, int64_t staff_id, struct staff *staff)
{
    *staff = (struct staff){0};
    struct query query = db_query(db, Q_STAFF_GET);
    query_int(&query, "staff_id", staff_id);
    const bool found = query_step(&query);
    if (found) {
        take_code(&query, staff->first_name, sizeof(staff->first_name));
        take_code(&query, staff->role, sizeof(staff->role));
        staff->household_id = take_int(&query);
    }
    const enum err err = query_end(&query);
    return err != ERR_OK ? err : found ? ERR_OK : ERR_NOT_FOUND;
}

static bool is_number(const char *text, size_t digits)
{
    return strlen(text) == digits && strspn(text, "0123456789") == digits;
}

static enum err add_household(struct db *db, const char *number, const char *lang, bool is_trusted,
                              int64_t *household_id)
{
    unsigned char uid[UID_BYTES];
    const int64_t now_s = clock_now_s();
    uid_draw(now_s, uid);
    struct query query = db_query(db, Q_HOUSEHOLD_ADD);
    query_blob(&query, "uid", uid, sizeof(uid));
    query_text(&query, "number", number);
    query_text(&query, "lang", lang);
    query_int(&query, "is_trusted", is_trusted);
    query_int(&query, "now_s", now_s);
    const enum err err = query_run(&query);
    *household_id = err == ERR_OK ? db_last_id(db) : 0;
    return err;
}

enum err people_list_staff(struct db *db, struct staff_row rows[PEOPLE_STAFF_MAX], int *count)
{
    *count = 0;
    struct query q = db_query(db, Q_PEOPLE_LIST_STAFF);
    while (query_step(&q)) {
        struct staff_row *row = &rows[(*count)++];
        row->id = take_int(&q);
        take_code(&q, row->number, sizeof(row->number));
        take_code(&q, row->staff.first_name, sizeof(row->staff.first_name));
        take_code(&q, row->staff.role, sizeof(row->staff.role));
        row->staff.household_id = take_int(&q);
    }
    return query_end(&q);
}

enum err people_add_household(struct db *db, const char *number, const char *lang, bool is_trusted,
                              int64_t *household_id)
{
    *household_id = 0;
    if (number != NULL) {
        return is_number(number, 4) ? add_household(db, number, lang, is_trusted, household_id)
                                    : ERR_INVALID;
    }
    for (int i = 0; i < DRAWS_MAX; i++) {
        char drawn[5] = "0000";
        for (size_t digit = 0; digit < 4; digit++) {
            drawn[digit] = (char)('0' + rand_below(10));
        }
        const enum err err = add_household(db, drawn, lang, is_trusted, household_id);
        if (err != ERR_CONFLICT) {
            return err;
        }
    }
    log_error("no free household number in %d draws", DRAWS_MAX);
    return ERR_FULL;
}

enum err people_add_person(struct db *db, int64_t household_id, const char *first_name,
                           bool is_child, int64_t *person_id)
{
    *person_id = 0;
    if (first_name[0] == '\0') {
        return ERR_INVALID;
    }
    struct query query = db_query(db, Q_PERSON_ADD);
    query_int(&query, "household_id", household_id);
    query_int(&query, "is_child", is_child);
    enum err err = query_run(&query);
    if (err != ERR_OK) {
        return err;
    }
    *person_id = db_last_id(db);
    query = db_query(db, Q_PERSON_ADD_NAME);
    query_int(&query, "person_id", *person_id);
    query_text(&query, "first_name", first_name);
    err = query_run(&query);
    return err != ERR_OK ? err : household_index(db, household_id);
}

enum err people_set_contact(struct db *db, int64_t household_id, const char *family_name,
                            const char *address, const char *phone)
{
    struct query query = db_query(db, Q_HOUSEHOLD_SET_CONTACT);
    query_int(&query, "household_id", household_id);
    query_text(&query, "family_name", family_name);
    query_text(&query, "address", address);
    query_text(&query, "phone", phone);
    const enum err err = query_run(&query);
    return err != ERR_OK ? err : household_index(db, household_id);
}

enum err people_add_subscription(struct db *db, int64_t household_id, int64_t from_s,
                                 int64_t until_s, int64_t paid_cents)
{
    if (from_s >= until_s || paid_cents < 0) {
        return ERR_INVALID;
    }
    struct query query = db_query(db, Q_SUBSCRIPTION_ADD);
    query_int(&query, "household_id", household_id);
    query_int(&query, "from_s", from_s);
    query_int(&query, "until_s", until_s);
    query_int(&query, "paid_cents", paid_cents);
    return query_run(&query);
}

enum err people_add_training(struct db *db, int64_t household_id, const char *code)
{
    struct query query = db_query(db, Q_TRAINING_ADD);
    query_int(&query, "household_id", household_id);
    query_text(&query, "code", code);
    query_int(&query, "now_s", clock_now_s());
    return query_run(&query);
}

static bool is_role(const char *role)
{
    static const char *const roles[] = {"concierge", "organiser", "coordinator"};
    return text_is_one_of(role, roles, ARRAY_LEN(roles));
}

enum err people_add_staff(struct db *db, const char *number, const char *first_name,
                          const char *role, int64_t household_id, int64_t *staff_id)
{
    *staff_id = 0;
    if (!is_number(number, 2) || first_name[0] == '\0' || !is_role(role)) {
        return ERR_INVALID;
    }
    struct query query = db_query(db, Q_STAFF_ADD);
    query_text(&query, "number", number);
    query_text(&query, "first_name", first_name);
    query_text(&query, "role", role);
    query_int_or_null(&query, "household_id", household_id);
    const enum err err = query_run(&query);
    *staff_id = err == ERR_OK ? db_last_id(db) : 0;
    return err;
}

enum err people_set_partner(struct db *db, int64_t staff_id, int64_t partner_id)
{
    struct query query = db_query(db, Q_STAFF_SET_PARTNER);
    query_int(&query, "staff_id", staff_id);
    query_int(&query, "partner_id", partner_id);
    return query_run(&query);
}
