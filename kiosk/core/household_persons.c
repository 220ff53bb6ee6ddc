/* Who belongs to a household. */
#include <string.h>

#include "base/clock.h"
#include "core/house.h"
#include "core/household_find.h"
#include "core/household_rows.h"
#include "core/people.h"
#include "core/query.h"

/* Whose person it is, and since when they are gone. ERR_NOT_FOUND. */
static enum err find_person(struct db *db, int64_t person_id, int64_t *household_id,
                            int64_t *left_at_s)
{
    struct query q = db_query(db, Q_PERSON_GET);
    query_int(&q, "person_id", person_id);
    const bool found = query_step(&q);
    if (found) {
        *household_id = take_int(&q);
        *left_at_s = take_int(&q);
    }
    const enum err err = query_end(&q);
    return err != ERR_OK ? err : found ? ERR_OK : ERR_NOT_FOUND;
}

static bool is_fit(const struct household_person *person)
{
    return household_text_is_fit(person->first_name, HOUSEHOLD_NAME_CHARS, true);
}

static enum err end_with(struct db *db, enum err err, int64_t household_id, int64_t staff_id,
                         const char *code, int64_t person_id)
{
    if (err == ERR_OK) {
        err = household_index(db, household_id);
    }
    if (err == ERR_OK) {
        err = household_index_tidy(db);
    }
    if (err == ERR_OK) {
        err = household_note(db, household_id, staff_id, code, person_id, NULL);
    }
    return db_end(db, err);
}

static enum err check_room(struct db *db, int64_t household_id)
{
    int64_t count = 0;
    struct query q = db_query(db, Q_PERSON_COUNT);
    query_int(&q, "household_id", household_id);
    const enum err err = query_one_int(&q, &count);
    return err != ERR_OK ? err : count >= HOUSEHOLD_PERSONS_MAX ? ERR_FULL : ERR_OK;
}

enum err household_add_person(struct db *db, int64_t household_id,
                              const struct household_person *person, int64_t staff_id,
                              int64_t *person_id)
{
    *person_id = 0;
    if (!is_fit(person)) {
        return ERR_INVALID;
    }
    int64_t id = 0;
    enum err err = house_begin(db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    err = household_must_live(db, household_id);
    if (err == ERR_OK) {
        err = check_room(db, household_id);
    }
    if (err == ERR_OK) {
        err = people_add_person(db, household_id, person->first_name, person->is_child, &id);
    }
    err = end_with(db, err, household_id, staff_id, "person_added", id);
    *person_id = err == ERR_OK ? id : 0;
    return err;
}

static enum err write_person(struct db *db, int64_t person_id,
                             const struct household_person *person)
{
    struct query q = db_query(db, Q_PERSON_CHANGE);
    query_int(&q, "person_id", person_id);
    query_int(&q, "is_child", person->is_child);
    const enum err err = query_run(&q);
    if (err != ERR_OK) {
        return err;
    }
    q = db_query(db, Q_PERSON_SET_NAME);
    query_int(&q, "person_id", person_id);
    query_text(&q, "first_name", person->first_name);
    return query_run(&q);
}

/* Begins with a person of a household that lives. After an error no transaction is open. */
static enum err begin_person(struct db *db, int64_t person_id, int64_t *household_id,
                             int64_t *left_at_s)
{
    enum err err = house_begin(db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    err = find_person(db, person_id, household_id, left_at_s);
    if (err == ERR_OK) {
        err = household_must_live(db, *household_id);
    }
    return err == ERR_OK ? ERR_OK : db_end(db, err);
}

enum err household_change_person(struct db *db, int64_t person_id,
                                 const struct household_person *person, int64_t staff_id)
{
    int64_t household_id = 0;
    int64_t left_at_s = 0;
    if (!is_fit(person)) {
        return ERR_INVALID;
    }
    enum err err = begin_person(db, person_id, &household_id, &left_at_s);
    if (err != ERR_OK) {
        return err;
    }
    err = left_at_s != 0 ? ERR_NOT_FOUND : write_person(db, person_id, person);
    return end_with(db, err, household_id, staff_id, "person_changed", person_id);
}

/* left_at_s: 0 is back. */
static enum err set_left(struct db *db, int64_t person_id, int64_t left_at_s)
{
    struct query q = db_query(db, Q_PERSON_LEAVE);
    query_int(&q, "person_id", person_id);
    query_int_or_null(&q, "left_at_s", left_at_s);
    return query_run(&q);
}

static enum err remove_person(struct db *db, int64_t household_id, int64_t person_id)
{
    const struct card_holder holder = {.household_id = household_id, .person_id = person_id};
    enum err err = cards_end(db, holder, "left");
    if (err == ERR_OK || err == ERR_NOT_FOUND) {
        err = set_left(db, person_id, clock_now_s());
    }
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_PREFERENCE_FORGET);
    query_int(&q, "person_id", person_id);
    query_int_or_null(&q, "household_id", 0);
    err = query_run(&q);
    if (err != ERR_OK) {
        return err;
    }
    q = db_query(db, Q_PERSON_ERASE_NAME);
    query_int(&q, "person_id", person_id);
    return query_run(&q);
}

enum err household_remove_person(struct db *db, int64_t person_id, int64_t staff_id)
{
    int64_t household_id = 0;
    int64_t left_at_s = 0;
    enum err err = begin_person(db, person_id, &household_id, &left_at_s);
    if (err != ERR_OK) {
        return err;
    }
    err = left_at_s != 0 ? ERR_NOT_FOUND : remove_person(db, household_id, person_id);
    return end_with(db, err, household_id, staff_id, "person_removed", person_id);
}

enum err household_return_person(struct db *db, int64_t person_id,
                                 const struct household_person *person, int64_t staff_id)
{
    int64_t household_id = 0;
    int64_t left_at_s = 0;
    if (!is_fit(person)) {
        return ERR_INVALID;
    }
    enum err err = begin_person(db, person_id, &household_id, &left_at_s);
    if (err != ERR_OK) {
        return err;
    }
    err = left_at_s == 0 ? ERR_CONFLICT : check_room(db, household_id);
    if (err == ERR_OK) {
        err = set_left(db, person_id, 0);
    }
    if (err == ERR_OK) {
        err = write_person(db, person_id, person);
    }
    return end_with(db, err, household_id, staff_id, "person_returned", person_id);
}
