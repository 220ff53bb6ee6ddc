#include "core/household.h"

#include <sodium.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/house.h"
#include "core/household_find.h"
#include "core/household_rows.h"
#include "core/people.h"
#include "core/query.h"
#include "core/request.h"

/* ---- What these files share ---- */

enum err household_note(struct db *db, int64_t household_id, int64_t staff_id, const char *code,
                        int64_t number, const char *requests)
{
    struct query q = db_query(db, Q_HOUSEHOLD_EVENT_ADD);
    query_int(&q, "household_id", household_id);
    query_int(&q, "now_s", clock_now_s());
    query_int_or_null(&q, "staff_id", staff_id);
    query_text(&q, "code", code);
    query_int(&q, "number", number);
    if (requests != NULL) {
        query_text(&q, "requests", requests);
    }
    return query_run(&q);
}

enum err household_must_live(struct db *db, int64_t household_id)
{
    int64_t left_at_s = 0;
    struct query q = db_query(db, Q_HOUSEHOLD_STATE);
    query_int(&q, "household_id", household_id);
    const enum err err = query_one_int(&q, &left_at_s);
    return err != ERR_OK ? err : left_at_s != 0 ? ERR_NOT_FOUND : ERR_OK;
}

enum err household_must_be_others(struct db *db, int64_t household_id, int64_t staff_id)
{
    struct staff staff;
    const enum err err = people_get_staff(db, staff_id, &staff);
    return err != ERR_OK ? err : staff.household_id == household_id ? ERR_DENIED : ERR_OK;
}

bool household_text_is_fit(const char *text, size_t most, bool is_needed)
{
    const struct str view = str_of(text);
    return utf8_is_clean(view) && str_equal(view, str_trim(view)) && utf8_count(view) <= most &&
           strchr(text, '\n') == NULL && (!is_needed || view.len > 0);
}

/* Begins, and looks whether the household is there. After an error no transaction is open. */
static enum err begin_with(struct db *db, int64_t household_id)
{
    const enum err err = house_begin(db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    const enum err lives = household_must_live(db, household_id);
    return lives == ERR_OK ? ERR_OK : db_end(db, lives);
}

/* Ends what begin_with() began, with its line of household_event. */
static enum err end_with(struct db *db, enum err err, int64_t household_id, int64_t staff_id,
                         const char *code, int64_t number)
{
    if (err == ERR_OK) {
        err = household_note(db, household_id, staff_id, code, number, NULL);
    }
    return db_end(db, err);
}

/* ---- Facts ---- */

static bool is_lang(const char *lang)
{
    enum { LEAST = 2, MOST = 3 };
    const size_t len = strlen(lang);
    return len >= LEAST && len <= MOST && strspn(lang, "abcdefghijklmnopqrstuvwxyz") == len;
}

static bool is_phone(const char *phone)
{
    enum { LEAST_DIGITS = 3 };
    size_t digits = 0;
    for (const char *at = phone; *at != '\0'; at++) {
        digits += *at >= '0' && *at <= '9';
    }
    return phone[0] == '\0' ||
           (digits >= LEAST_DIGITS && strspn(phone, "0123456789 +().-/") == strlen(phone));
}

enum err household_check(const struct household_facts *facts, const char **field)
{
    *field = !is_lang(facts->lang) ? "lang"
             : !household_text_is_fit(facts->family_name, HOUSEHOLD_NAME_CHARS, false)
                 ? "family_name"
             : !household_text_is_fit(facts->address, HOUSEHOLD_ADDRESS_CHARS, false) ? "address"
             : !household_text_is_fit(facts->phone, HOUSEHOLD_PHONE_CHARS, false) ||
                     !is_phone(facts->phone)
                 ? "phone"
                 : "";
    return (*field)[0] == '\0' ? ERR_OK : ERR_INVALID;
}

static enum err check_registration(const char *number, const struct household_facts *facts,
                                   const struct household_person *persons, int count,
                                   const char **field)
{
    const enum err err = household_check(facts, field);
    if (err != ERR_OK) {
        return err;
    }
    if (number[0] != '\0' && (strlen(number) != 4 || strspn(number, "0123456789") != 4)) {
        *field = "number";
        return ERR_INVALID;
    }
    if (count > HOUSEHOLD_PERSONS_MAX || (count == 0 && facts->family_name[0] == '\0')) {
        *field = "persons";
        return ERR_INVALID;
    }
    for (int i = 0; i < count; i++) {
        if (!household_text_is_fit(persons[i].first_name, HOUSEHOLD_NAME_CHARS, true)) {
            *field = "persons";
            return ERR_INVALID;
        }
    }
    return ERR_OK;
}

enum err household_register(struct db *db, const char *number, const struct household_facts *facts,
                            const struct household_person *persons, int count, int64_t staff_id,
                            int64_t *household_id, const char **field)
{
    *household_id = 0;
    enum err err = check_registration(number, facts, persons, count, field);
    if (err == ERR_OK) {
        err = house_begin(db, clock_now_s());
    }
    if (err != ERR_OK) {
        return err;
    }
    int64_t id = 0;
    err = people_add_household(db, number[0] == '\0' ? NULL : number, facts->lang, false, &id);
    for (int i = 0; err == ERR_OK && i < count; i++) {
        int64_t person_id = 0;
        err = people_add_person(db, id, persons[i].first_name, persons[i].is_child, &person_id);
    }
    if (err == ERR_OK) {
        err = people_set_contact(db, id, facts->family_name, facts->address, facts->phone);
    }
    err = end_with(db, err, id, staff_id, "registered", 0);
    *household_id = err == ERR_OK ? id : 0;
    return err;
}

enum err household_change(struct db *db, int64_t household_id, const struct household_facts *facts,
                          int64_t staff_id, const char **field)
{
    enum err err = household_check(facts, field);
    if (err == ERR_OK) {
        err = begin_with(db, household_id);
    }
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_HOUSEHOLD_SET_LANG);
    query_int(&q, "household_id", household_id);
    query_text(&q, "lang", facts->lang);
    err = query_run(&q);
    if (err == ERR_OK) {
        err =
            people_set_contact(db, household_id, facts->family_name, facts->address, facts->phone);
    }
    if (err == ERR_OK) {
        err = household_index_tidy(db);
    }
    return end_with(db, err, household_id, staff_id, "changed", 0);
}

enum err household_trust(struct db *db, int64_t household_id, bool is_trusted, int64_t staff_id)
{
    enum err err = begin_with(db, household_id);
    if (err != ERR_OK) {
        return err;
    }
    err = household_must_be_others(db, household_id, staff_id);
    if (err == ERR_OK) {
        struct query q = db_query(db, Q_HOUSEHOLD_SET_TRUSTED);
        query_int(&q, "household_id", household_id);
        query_int(&q, "is_trusted", is_trusted);
        err = query_run(&q);
    }
    return end_with(db, err, household_id, staff_id, is_trusted ? "trusted" : "not_trusted", 0);
}

static enum err give_training(struct db *db, int64_t household_id, const char *code)
{
    int64_t is_known = 0;
    struct query q = db_query(db, Q_TRAINING_IS_KNOWN);
    query_text(&q, "code", code);
    const enum err err = query_one_int(&q, &is_known);
    if (err != ERR_OK || is_known == 0) {
        return err != ERR_OK ? err : ERR_INVALID;
    }
    return people_add_training(db, household_id, code);
}

static enum err take_training(struct db *db, int64_t household_id, const char *code)
{
    struct query q = db_query(db, Q_TRAINING_REMOVE);
    query_int(&q, "household_id", household_id);
    query_text(&q, "code", code);
    const enum err err = query_run(&q);
    return err == ERR_OK && db_changes(db) == 0 ? ERR_NOT_FOUND : err;
}

enum err household_train(struct db *db, int64_t household_id, const char *code, bool is_given,
                         int64_t staff_id)
{
    enum err err = begin_with(db, household_id);
    if (err != ERR_OK) {
        return err;
    }
    err = household_must_be_others(db, household_id, staff_id);
    if (err == ERR_OK) {
        err = is_given ? give_training(db, household_id, code)
                       : take_training(db, household_id, code);
    }
    return end_with(db, err, household_id, staff_id, is_given ? "trained" : "not_trained", 0);
}

/* ---- Paid for ---- */

static enum err subscribe(struct db *db, int64_t household_id, int64_t from_s, int64_t until_s,
                          int64_t paid_cents)
{
    int64_t overlaps = 0;
    struct query q = db_query(db, Q_SUBSCRIPTION_OVERLAPS);
    query_int(&q, "household_id", household_id);
    query_int(&q, "from_s", from_s);
    query_int(&q, "until_s", until_s);
    const enum err err = query_one_int(&q, &overlaps);
    if (err != ERR_OK || overlaps != 0) {
        return err != ERR_OK ? err : ERR_CONFLICT;
    }
    return people_add_subscription(db, household_id, from_s, until_s, paid_cents);
}

enum err household_subscribe(struct db *db, int64_t household_id, int64_t from_s, int64_t until_s,
                             int64_t paid_cents, int64_t staff_id)
{
    enum { YEAR_DAYS = 366 };
    if (from_s >= until_s || paid_cents < 0 ||
        until_s - from_s > (int64_t)HOUSEHOLD_YEARS_MAX * YEAR_DAYS * CLOCK_DAY_S) {
        return ERR_INVALID;
    }
    enum err err = begin_with(db, household_id);
    if (err != ERR_OK) {
        return err;
    }
    err = subscribe(db, household_id, from_s, until_s, paid_cents);
    return end_with(db, err, household_id, staff_id, "subscribed", paid_cents);
}

enum err household_unsubscribe(struct db *db, int64_t household_id, int64_t from_s,
                               int64_t staff_id)
{
    enum err err = begin_with(db, household_id);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_SUBSCRIPTION_REMOVE);
    query_int(&q, "household_id", household_id);
    query_int(&q, "from_s", from_s);
    err = query_run(&q);
    if (err == ERR_OK && db_changes(db) == 0) {
        err = ERR_NOT_FOUND;
    }
    return end_with(db, err, household_id, staff_id, "unsubscribed", 0);
}

enum err household_renewal(struct db *db, int64_t household_id, int64_t *from_s)
{
    const int64_t today_s = clock_day_s(clock_now_s(), 0);
    struct query q = db_query(db, Q_SUBSCRIPTION_LAST);
    query_int(&q, "household_id", household_id);
    const enum err err = query_one_int(&q, from_s);
    *from_s = err != ERR_OK || *from_s < today_s ? today_s : *from_s;
    return err;
}

/* ---- Cards, PIN, tickets ---- */

enum err household_issue_card(struct db *db, int64_t household_id, int64_t person_id,
                              int64_t staff_id, char text[CODE_TEXT_BYTES])
{
    const struct card_holder holder = {.household_id = household_id, .person_id = person_id};
    text[0] = '\0';
    enum err err = begin_with(db, household_id);
    if (err != ERR_OK) {
        return err;
    }
    err = cards_issue(db, holder, text);
    err = end_with(db, err, household_id, staff_id, "card", person_id);
    if (err != ERR_OK) {
        sodium_memzero(text, CODE_TEXT_BYTES);
    }
    return err;
}

enum err household_lose_card(struct db *db, int64_t household_id, int64_t person_id,
                             int64_t staff_id)
{
    const struct card_holder holder = {.household_id = household_id, .person_id = person_id};
    enum err err = begin_with(db, household_id);
    if (err != ERR_OK) {
        return err;
    }
    err = cards_end(db, holder, "lost");
    return end_with(db, err, household_id, staff_id, "card_lost", person_id);
}

enum err household_draw_pin(struct db *db, const struct pin_key *key, struct pin_cost cost,
                            int64_t household_id, int64_t staff_id, char pin[PIN_TEXT_BYTES])
{
    char hash[PIN_HASH_BYTES];
    pin[0] = '\0';
    if (key == NULL) {
        return ERR_MISSING;
    }
    enum err err = household_must_live(db, household_id);
    if (err != ERR_OK) {
        return err;
    }
    pin_draw(pin);
    err = pin_hash(key, PIN_HOUSEHOLD, household_id, pin, cost, hash);
    if (err == ERR_OK) {
        err = begin_with(db, household_id);
    }
    if (err == ERR_OK) {
        err = pin_store(db, PIN_HOUSEHOLD, household_id, hash);
        err = end_with(db, err, household_id, staff_id, "pin", 0);
    }
    sodium_memzero(hash, sizeof(hash));
    if (err != ERR_OK) {
        sodium_memzero(pin, PIN_TEXT_BYTES);
    }
    return err;
}

static enum err claim(struct db *db, int64_t request_id, int64_t household_id,
                      int64_t seen_household_id, int64_t staff_id)
{
    struct request request;
    enum err err = request_load(db, request_id, &request);
    if (err != ERR_OK) {
        return err;
    }
    if (request.household_id != seen_household_id || request.household_id == household_id) {
        return ERR_CONFLICT;
    }
    if (seen_household_id != 0) { /* else one could decide what one gave away */
        err = household_must_be_others(db, seen_household_id, staff_id);
        if (err != ERR_OK) {
            return err;
        }
    }
    struct query q = db_query(db, Q_REQUEST_OWNER_INSERT);
    query_int(&q, "request_id", request_id);
    query_int(&q, "household_id", household_id);
    query_int(&q, "now_s", clock_now_s());
    return query_run(&q);
}

enum err household_claim(struct db *db, int64_t household_id, const char *ticket_number,
                         int64_t seen_household_id, int64_t staff_id, int64_t *request_id)
{
    enum err err = ticket_find_number(db, ticket_number, request_id);
    if (err == ERR_OK) {
        err = begin_with(db, household_id);
    }
    if (err != ERR_OK) {
        return err;
    }
    err = claim(db, *request_id, household_id, seen_household_id, staff_id);
    return end_with(db, err, household_id, staff_id, "claimed", *request_id);
}
