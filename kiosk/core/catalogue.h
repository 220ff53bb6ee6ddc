/* The catalogue: things to borrow and services, as residents look at them. What is free, and when,
 * is in core/slots.h.
 *
 * All lists are in the order in which they are shown; texts are in the reader's language or
 * isolated in the house's (take_said), in the arena. All functions give the errors of query_end.
 * Source: db/README.md, "Rules of validation" and "Sensitive matters". */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/db.h"
#include "core/request.h"

/* ---- Things to borrow ---- */

struct catalogue_class {
    int64_t id;
    const char *title;
    const char *icon; /* a name of ui/icons.h */
    int items;
};
/* Those that have something in them. */
enum err catalogue_classes(struct db *db, struct arena *arena, struct catalogue_class **classes,
                           int *count) NODISCARD;
/* ERR_NOT_FOUND. */
enum err catalogue_class(struct db *db, struct arena *arena, int64_t class_id,
                         struct catalogue_class *class) NODISCARD;

enum { CATALOGUE_PARTS_MAX = 12 };

struct catalogue_item {
    int64_t id;
    int64_t class_id;
    const char *class_title;
    const char *title;
    const char *summary; /* "" none */
    const char *icon;
    int64_t deposit_cents;
    int64_t fee_cents;
    int64_t subscriber_cents; /* the same as fee_cents if the subscription changes nothing */
    int max_days;
    int automatic_days; /* so long, a rule says yes at once; 0: the desk decides */
    int waiting;        /* people on its waiting list */
    int part_count;
    const char *parts[CATALOGUE_PARTS_MAX]; /* "mallette", "deux batteries" */
};
/* ERR_NOT_FOUND · ERR_FULL more parts. */
enum err catalogue_item(struct db *db, struct arena *arena, int64_t item_id,
                        struct catalogue_item *item) NODISCARD;

/* ---- Services ---- */

enum pillar { PILLAR_SERVICE, PILLAR_SOLIDARITY, PILLAR_TOGETHER, PILLAR_COUNT };

enum price {
    PRICE_FREE,
    PRICE_FIXED,
    PRICE_PROVIDER, /* what the provider asks, without anything on top */
    PRICE_QUOTE     /* told before anything is done */
};
struct catalogue_price {
    enum price kind;
    int64_t cents;
    int64_t subscriber_cents; /* the same as cents if the subscription changes nothing */
};

struct catalogue_service_row {
    int64_t id;
    const char *title;
    const char *icon;
    struct catalogue_price price;
};
enum err catalogue_services(struct db *db, struct arena *arena, enum pillar pillar,
                            struct catalogue_service_row **services, int *count) NODISCARD;

enum { CATALOGUE_FIELDS_MAX = 4, CATALOGUE_CHOICES_MAX = 12 };

enum field_kind { FIELD_CHOICE, FIELD_NUMBER, FIELD_DATE, FIELD_TEXT };

struct catalogue_choice {
    const char *code;
    const char *label;
    const char *icon;
};
/* One question of a service's form. */
struct catalogue_field {
    const char *code;
    const char *label; /* the question */
    enum field_kind kind;
    int least; /* of a number; of a date: days ahead */
    int most;  /* of a number; of a date: days ahead; of a text: characters */
    bool is_required;
    int choice_count;
    struct catalogue_choice choices[CATALOGUE_CHOICES_MAX];
};

struct catalogue_service {
    int64_t id;
    const char *code;
    enum pillar pillar;
    enum kind kind; /* KIND_ENQUIRY, KIND_DEPOSIT, KIND_VISIT */
    const char *title;
    const char *summary;
    const char *icon;
    const char *hours;    /* "" none stated */
    const char *provider; /* "" the house itself */
    struct catalogue_price price;
    bool is_sensitive; /* no words are asked for: its text fields are left out */
    bool is_automatic; /* a rule says yes at once */
    int field_count;
    struct catalogue_field fields[CATALOGUE_FIELDS_MAX];
};
/* ERR_NOT_FOUND, or no longer offered · ERR_FULL more choices than a screen takes. */
enum err catalogue_service(struct db *db, struct arena *arena, int64_t service_id,
                           struct catalogue_service *service) NODISCARD;

/* Its questions alone, also those for words and of a service no longer offered; none if there is no
 * such service. ERR_FULL. */
enum err catalogue_form(struct db *db, struct arena *arena, int64_t service_id,
                        struct catalogue_service *service) NODISCARD;
/* The question of a form that has this code; NULL: none. Within service. */
const struct catalogue_field *catalogue_question(const struct catalogue_service *service,
                                                 const char *code);

/* ---- Search ---- */

enum { CATALOGUE_HITS_MAX = 20 };

enum hit_kind { HIT_ITEM, HIT_SERVICE, HIT_SESSION };

struct catalogue_hit {
    enum hit_kind kind;
    int64_t id; /* of the item, the service, the activity's next session */
    const char *title;
    const char *icon;
};
/* Makes the search know what is offered now: after services, items or activities were written.
 * Expects an open transaction. */
enum err catalogue_index(struct db *db) NODISCARD;
/* What is offered and has words that begin so: every word of `words` must begin one of its title
 * or summary. Best first; accents and case do not matter, signs are ignored; nothing to look for
 * gives none. Activities without a session to come are left out. */
enum err catalogue_search(struct db *db, struct arena *arena, const char *words, int64_t now_s,
                          struct catalogue_hit hits[CATALOGUE_HITS_MAX], int *count) NODISCARD;
