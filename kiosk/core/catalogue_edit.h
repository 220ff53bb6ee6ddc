/* The catalogue as the desk keeps it: services with their forms, classes of things, things and
 * their copies, partners.
 *
 * Each function opens its own transaction, stamps the clock (ERR_CLOCK) and, where what is searched
 * for changes, makes the search anew. Nothing is deleted: what is no longer offered is withdrawn or
 * not active, and whoever asked for it sees it still. Texts are one line of clean UTF-8. Of
 * ERR_INVALID, edit_fault *fault names the field, as in the structures here ("title",
 * "fields[1].label"); it may be NULL. All also give query_end's errors. Source: db/README.md,
 * "Rules of validation" and "Sensitive matters". */
#pragma once

#include "core/catalogue.h"

enum {
    EDIT_TITLE_CHARS = 80,
    EDIT_SUMMARY_CHARS = 240,
    EDIT_LABEL_CHARS = 80,
    EDIT_PHONE_CHARS = 20,
    EDIT_CENTS_MOST = 1000000,
    EDIT_DAYS_MOST = 60,
    EDIT_COPIES_MOST = 99,
    EDIT_FAULT_BYTES = 48
};

struct edit_fault {
    char field[EDIT_FAULT_BYTES];
};

/* A rule of validation. */
struct edit_rule {
    const char *code;     /* automatic, desk, desk_above, trusted, trained */
    int limit;            /* of desk_above: at least 1; else 0 */
    const char *training; /* of trained: not empty; else "" */
};

/* ---- Services ---- */

struct edit_service {
    int64_t id;         /* 0: a new one, the last of its pillar */
    const char *code;   /* of a new one: its word in the figures, a–z, 0–9, _; "" makes one */
    const char *pillar; /* service, solidarity, together */
    const char *kind;   /* enquiry, deposit, visit */
    const char *title;
    const char *summary;      /* "" none */
    const char *icon;         /* a name of ui/icons.h */
    const char *hours;        /* "" none */
    int64_t partner_id;       /* the provider; 0: the house */
    const char *price;        /* free, fixed, provider, quote */
    int64_t price_cents;      /* of fixed: at least 1; else 0 */
    int64_t subscriber_cents; /* of fixed; -1: the same for all */
    bool is_sensitive;        /* then no question takes words */
    bool is_active;
    struct edit_rule rule;
    /* Codes: of a question or choice that stands, as it is there; "" is a new one. What is missing
     * goes; a question that changes its kind is a new one. */
    int field_count;
    struct catalogue_field fields[CATALOGUE_FIELDS_MAX];
};
/* *service_id: the one written. ERR_INVALID · ERR_NOT_FOUND no such service or partner ·
 * ERR_CONFLICT a new one's code is taken. Tables: service, service_field, service_choice,
 * service_asked, search. */
enum err catalogue_save_service(struct db *db, const struct edit_service *service,
                                int64_t *service_id, struct edit_fault *fault) NODISCARD;
/* No longer offered, or again. ERR_NOT_FOUND. */
enum err catalogue_offer_service(struct db *db, int64_t service_id, bool is_active) NODISCARD;
/* One place up, or down, among the active ones of its pillar. ERR_NOT_FOUND · ERR_CONFLICT it is
 * the first, or the last. */
enum err catalogue_move_service(struct db *db, int64_t service_id, bool is_up) NODISCARD;

/* ---- Things to borrow ---- */

struct edit_class {
    int64_t id; /* 0: a new one, the last */
    const char *code;
    const char *title;
    const char *icon;
    struct edit_rule rule; /* desk_above counts days */
    int max_days;          /* 1–EDIT_DAYS_MOST */
};
/* ERR_INVALID · ERR_NOT_FOUND · ERR_CONFLICT a new one's code is taken. Tables: item_class. */
enum err catalogue_save_class(struct db *db, const struct edit_class *class, int64_t *class_id,
                              struct edit_fault *fault) NODISCARD;

struct edit_part {
    int position; /* of one that stands; 0: a new one */
    const char *label;
};
struct edit_item {
    int64_t id; /* 0: a new one */
    int64_t class_id;
    const char *title;
    const char *summary;
    const char *icon;
    int64_t deposit_cents;
    int64_t fee_cents;
    int64_t subscriber_cents; /* -1: the same for all */
    int part_count;
    struct edit_part parts[CATALOGUE_PARTS_MAX];
};
/* *item_id: the one written. ERR_INVALID · ERR_NOT_FOUND no such item or class · ERR_CONFLICT a
 * part that is out with somebody goes: take it back first. Tables: item, item_part, search. */
enum err catalogue_save_item(struct db *db, const struct edit_item *item, int64_t *item_id,
                             struct edit_fault *fault) NODISCARD;
/* No longer lent, or again. What is out comes back all the same; who waits is still answered.
 * ERR_NOT_FOUND. Tables: item, search. */
enum err catalogue_withdraw_item(struct db *db, int64_t item_id, bool is_withdrawn) NODISCARD;

/* Another thing on the shelf. number: 1–EDIT_COPIES_MOST; 0: the next. *copy_id: its request, kind
 * copy, available. ERR_NOT_FOUND no such item · ERR_CONFLICT the number is taken · ERR_FULL no
 * number left · ERR_INVALID. Tables: as request_ask; copy. */
enum err catalogue_add_copy(struct db *db, int64_t item_id, int number, const char *shelf,
                            struct actor actor, int64_t *copy_id) NODISCARD;
/* ERR_INVALID · ERR_NOT_FOUND. */
enum err catalogue_set_shelf(struct db *db, int64_t copy_id, const char *shelf) NODISCARD;

/* ---- Partners ---- */

struct edit_partner {
    int64_t id; /* 0: a new one */
    const char *name;
    const char *summary;
    const char *hours;
    const char *place;
    const char *phone; /* "" none */
    bool is_provider;
    bool keeps_agenda_alone; /* core/organiser.h */
    int need_count;
    const char *needs[16]; /* of need_codes() */
};
/* ERR_INVALID · ERR_NOT_FOUND. Tables: partner, partner_need. */
enum err catalogue_save_partner(struct db *db, const struct edit_partner *partner,
                                int64_t *partner_id, struct edit_fault *fault) NODISCARD;
/* No longer shown among those who help, or again. ERR_NOT_FOUND. */
enum err catalogue_withdraw_partner(struct db *db, int64_t partner_id, bool is_withdrawn) NODISCARD;
