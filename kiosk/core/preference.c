#include "core/preference.h"

#include <string.h>

#include "core/query.h"

static bool is_resident(const struct card_holder *holder)
{
    return holder->household_id != 0 && holder->staff_id == 0;
}

/* The one of both that counts; the other is NULL, which no row equals. */
static void bind_holder(struct query *query, const struct card_holder *holder)
{
    const bool is_person = holder->person_id != 0;
    query_int_or_null(query, "person_id", holder->person_id);
    query_int_or_null(query, "household_id", is_person ? 0 : holder->household_id);
}

enum err preference_get(struct db *db, struct card_holder holder, struct preference *preference)
{
    *preference = (struct preference){0};
    if (!is_resident(&holder)) {
        return ERR_INVALID;
    }
    struct query query = db_query(db, Q_PREFERENCE_GET);
    bind_holder(&query, &holder);
    const bool found = query_step(&query);
    if (found) {
        take_code(&query, preference->lang, sizeof(preference->lang));
        preference->text_percent = (int)take_int(&query);
        preference->is_high_contrast = take_int(&query) != 0;
        preference->is_easy_typeface = take_int(&query) != 0;
        preference->is_low = take_int(&query) != 0;
        preference->is_spoken = take_int(&query) != 0;
        preference->rate = (int)take_int(&query);
    }
    const enum err err = query_end(&query);
    return err == ERR_OK && !found ? ERR_NOT_FOUND : err;
}

static enum err forget(struct db *db, const struct card_holder *holder)
{
    struct query query = db_query(db, Q_PREFERENCE_FORGET);
    bind_holder(&query, holder);
    return query_run(&query);
}

static enum err add(struct db *db, const struct card_holder *holder,
                    const struct preference *preference)
{
    struct query query = db_query(db, Q_PREFERENCE_ADD);
    bind_holder(&query, holder);
    query_text(&query, "lang", preference->lang);
    query_int(&query, "text_percent", preference->text_percent);
    query_int(&query, "is_high_contrast", preference->is_high_contrast);
    query_int(&query, "is_easy_typeface", preference->is_easy_typeface);
    query_int(&query, "is_low", preference->is_low);
    query_int(&query, "is_spoken", preference->is_spoken);
    query_int(&query, "rate", preference->rate);
    return query_run(&query);
}

enum err preference_set(struct db *db, struct card_holder holder,
                        const struct preference *preference)
{
    const bool is_possible = preference->lang[0] != '\0' && preference->text_percent >= 100 &&
                             preference->text_percent <= 200 && preference->rate >= 0 &&
                             preference->rate <= PREFERENCE_RATE_MAX;
    if (!is_resident(&holder) || !is_possible) {
        return ERR_INVALID;
    }
    enum err err = db_begin(db);
    if (err != ERR_OK) {
        return err;
    }
    err = forget(db, &holder);
    if (err == ERR_OK) {
        err = add(db, &holder, preference);
    }
    return db_end(db, err);
}

enum err preference_forget(struct db *db, struct card_holder holder)
{
    if (!is_resident(&holder)) {
        return ERR_INVALID;
    }
    const enum err err = db_begin(db);
    return err == ERR_OK ? db_end(db, forget(db, &holder)) : err;
}
