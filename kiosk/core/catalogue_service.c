/* Services at the desk: added, changed, put in order, no longer offered. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "core/edit_parts.h"
#include "core/query.h"

static enum err check_price(const struct edit_service *service, struct edit_fault *fault)
{
    static const char *const prices[] = {"free", "fixed", "provider", "quote"};
    const bool is_fixed = strcmp(service->price, "fixed") == 0;
    if (!text_is_one_of(service->price, prices, ARRAY_LEN(prices))) {
        return edit_refuse(fault, "price");
    }
    if (!edit_is_cents(service->price_cents) || is_fixed != (service->price_cents > 0)) {
        return edit_refuse(fault, "price_cents");
    }
    if (service->subscriber_cents != -1 &&
        (!is_fixed || !edit_is_cents(service->subscriber_cents))) {
        return edit_refuse(fault, "subscriber_cents");
    }
    return ERR_OK;
}

static enum err check_words(const struct edit_service *service, struct edit_fault *fault)
{
    static const char *const pillars[] = {"service", "solidarity", "together"};
    static const char *const kinds[] = {"enquiry", "deposit", "visit"};
    if (service->code[0] != '\0' && !edit_is_code(service->code)) {
        return edit_refuse(fault, "code");
    }
    if (!text_is_one_of(service->pillar, pillars, ARRAY_LEN(pillars))) {
        return edit_refuse(fault, "pillar");
    }
    if (!text_is_one_of(service->kind, kinds, ARRAY_LEN(kinds))) {
        return edit_refuse(fault, "kind");
    }
    return edit_is_code(service->icon) ? ERR_OK : edit_refuse(fault, "icon");
}

static enum err check_service(const struct edit_service *service, struct edit_fault *fault)
{
    const struct edit_text texts[] = {
        {"title", service->title, EDIT_TITLE_CHARS, true},
        {"summary", service->summary, EDIT_SUMMARY_CHARS, false},
        {"hours", service->hours, EDIT_LABEL_CHARS, false},
    };
    enum err err = edit_check_texts(texts, ARRAY_LEN(texts), fault);
    if (err == ERR_OK) {
        err = check_words(service, fault);
    }
    if (err == ERR_OK) {
        err = check_price(service, fault);
    }
    if (err == ERR_OK) {
        err = edit_check_rule(&service->rule, fault);
    }
    return err == ERR_OK ? edit_check_form(service, fault) : err;
}

static void bind(struct query *query, const struct edit_service *service)
{
    const struct {
        const char *param;
        const char *text;
    } texts[] = {
        {"pillar", service->pillar},   {"kind", service->kind}, {"title", service->title},
        {"summary", service->summary}, {"icon", service->icon}, {"hours", service->hours},
        {"price", service->price},
    };
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        query_text(query, texts[i].param, texts[i].text);
    }
    query_int_or_null(query, "partner_id", service->partner_id);
    query_int(query, "price_cents", service->price_cents);
    edit_bind_cents(query, "subscriber_cents", service->subscriber_cents);
    query_int(query, "is_sensitive", service->is_sensitive);
    query_int(query, "is_active", service->is_active);
    edit_bind_rule(query, &service->rule);
}

static enum err check_partner(struct db *db, int64_t partner_id)
{
    int64_t found = 0;
    struct query q = db_query(db, Q_PARTNER_EXISTS);
    query_int(&q, "partner_id", partner_id);
    return partner_id == 0 ? query_end(&q) : query_one_int(&q, &found);
}

static enum err write_service(struct db *db, const struct edit_service *service,
                              int64_t *service_id)
{
    struct query q = db_query(db, service->id == 0 ? Q_SERVICE_ADD : Q_SERVICE_CHANGE);
    bind(&q, service);
    *service_id = service->id;
    if (service->id != 0) {
        query_int(&q, "service_id", service->id);
        return edit_run_on_one(db, &q);
    }
    query_text(&q, "code", service->code);
    const enum err err = query_run(&q);
    *service_id = db_last_id(db);
    return err;
}

static enum err save(struct db *db, const struct edit_service *service, int64_t *service_id)
{
    struct catalogue_service before;
    struct arena *arena = arena_create("form", 1 << 20);
    enum err err = check_partner(db, service->partner_id);
    if (err == ERR_OK) {
        err = write_service(db, service, service_id);
    }
    if (err == ERR_OK) {
        err = catalogue_form(db, arena, *service_id, &before);
    }
    if (err == ERR_OK) {
        err = edit_write_form(db, &before, *service_id, service);
    }
    arena_destroy(arena);
    return err;
}

enum err catalogue_save_service(struct db *db, const struct edit_service *service,
                                int64_t *service_id, struct edit_fault *fault)
{
    *service_id = 0;
    enum err err = check_service(service, fault);
    if (err == ERR_OK) {
        err = edit_begin(db);
    }
    return err == ERR_OK ? edit_end(db, save(db, service, service_id), true) : err;
}

enum err catalogue_offer_service(struct db *db, int64_t service_id, bool is_active)
{
    const enum err err = edit_begin(db);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_SERVICE_OFFER);
    query_int(&q, "service_id", service_id);
    query_int(&q, "is_active", is_active);
    return edit_end(db, edit_run_on_one(db, &q), false);
}

/* Both of the two get the other's place. */
static enum err swap(struct db *db, int64_t service_id, bool is_up)
{
    int64_t place = 0;
    int64_t other_id = 0;
    int64_t other_place = 0;
    struct query q = db_query(db, Q_SERVICE_PLACE);
    query_int(&q, "service_id", service_id);
    enum err err = query_one_int(&q, &place);
    if (err != ERR_OK) {
        return err;
    }
    q = db_query(db, is_up ? Q_SERVICE_ABOVE : Q_SERVICE_BELOW);
    query_int(&q, "service_id", service_id);
    if (query_step(&q)) {
        other_id = take_int(&q);
        other_place = take_int(&q);
    }
    err = query_end(&q);
    const struct {
        int64_t id, place;
    } moves[] = {{service_id, other_place}, {other_id, place}};
    if (err == ERR_OK && other_id == 0) {
        return ERR_CONFLICT;
    }
    for (size_t i = 0; i < ARRAY_LEN(moves) && err == ERR_OK; i++) {
        q = db_query(db, Q_SERVICE_SET_PLACE);
        query_int(&q, "service_id", moves[i].id);
        query_int(&q, "position", moves[i].place);
        err = query_run(&q);
    }
    return err;
}

enum err catalogue_move_service(struct db *db, int64_t service_id, bool is_up)
{
    const enum err err = edit_begin(db);
    return err == ERR_OK ? edit_end(db, swap(db, service_id, is_up), false) : err;
}
