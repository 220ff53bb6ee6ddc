#include "core/catalogue.h"

#include <string.h>

#include "base/err.h"
#include "base/fold.h"
#include "base/log.h"
#include "core/query.h"

enum { CLASSES_MAX = 40, SERVICES_MAX = 200, SEARCH_BYTES = 1 << 20 };

static enum err end_list(struct query *q, bool is_full, const char *what)
{
    const enum err err = query_end(q);
    if (err == ERR_OK && is_full) {
        log_error("more %s than there is room for", what);
        return ERR_FULL;
    }
    return err;
}

enum err catalogue_classes(struct db *db, struct arena *arena, struct catalogue_class **classes,
                           int *count)
{
    bool is_full = false;
    *classes = arena_array(arena, CLASSES_MAX, sizeof(**classes));
    *count = 0;
    struct query q = db_query(db, Q_CATALOGUE_CLASSES);
    while (!is_full && query_step(&q)) {
        is_full = *count == CLASSES_MAX;
        if (!is_full) {
            struct catalogue_class *class = &(*classes)[(*count)++];
            class->id = take_int(&q);
            class->title = take_said(&q, arena);
            class->icon = take_text(&q, arena);
            class->items = (int)take_int(&q);
        }
    }
    return end_list(&q, is_full, "classes");
}

enum err catalogue_class(struct db *db, struct arena *arena, int64_t class_id,
                         struct catalogue_class *class)
{
    struct query q = db_query(db, Q_CATALOGUE_CLASS);
    query_int(&q, "class_id", class_id);
    const bool is_found = query_step(&q);
    if (is_found) {
        class->id = class_id;
        class->title = take_said(&q, arena);
        class->icon = take_text(&q, arena);
        class->items = (int)take_int(&q);
    }
    const enum err err = query_end(&q);
    return err != ERR_OK || is_found ? err : ERR_NOT_FOUND;
}

static int automatic_days(const char *rule, int limit, int max_days)
{
    if (strcmp(rule, "automatic") == 0) {
        return max_days;
    }
    if (strcmp(rule, "desk_above") == 0) {
        return limit < max_days ? limit : max_days;
    }
    return 0;
}

static enum err read_parts(struct db *db, struct arena *arena, struct catalogue_item *item)
{
    bool is_full = false;
    struct query q = db_query(db, Q_CATALOGUE_PARTS);
    query_int(&q, "item_id", item->id);
    while (!is_full && query_step(&q)) {
        is_full = item->part_count == CATALOGUE_PARTS_MAX;
        if (!is_full) {
            item->parts[item->part_count++] = take_said(&q, arena);
        }
    }
    return end_list(&q, is_full, "parts of an item");
}

enum err catalogue_item(struct db *db, struct arena *arena, int64_t item_id,
                        struct catalogue_item *item)
{
    char rule[CODE_BYTES];
    *item = (struct catalogue_item){0};
    struct query q = db_query(db, Q_CATALOGUE_ITEM);
    query_int(&q, "item_id", item_id);
    if (query_step(&q)) {
        item->id = take_int(&q);
        item->class_id = take_int(&q);
        item->class_title = take_said(&q, arena);
        item->title = take_said(&q, arena);
        item->summary = take_said(&q, arena);
        item->icon = take_text(&q, arena);
        item->deposit_cents = take_int(&q);
        item->fee_cents = take_int(&q);
        item->subscriber_cents = take_int(&q);
        item->max_days = (int)take_int(&q);
        take_code(&q, rule, sizeof(rule));
        item->automatic_days = automatic_days(rule, (int)take_int(&q), item->max_days);
        item->waiting = (int)take_int(&q);
    }
    const enum err err = query_end(&q);
    if (err != ERR_OK || item->id == 0) {
        return err != ERR_OK ? err : ERR_NOT_FOUND;
    }
    return read_parts(db, arena, item);
}

static const char *const PILLARS[PILLAR_COUNT] = {
    [PILLAR_SERVICE] = "service",
    [PILLAR_SOLIDARITY] = "solidarity",
    [PILLAR_TOGETHER] = "together",
};
static const char *const PRICES[] = {
    [PRICE_FREE] = "free",
    [PRICE_FIXED] = "fixed",
    [PRICE_PROVIDER] = "provider",
    [PRICE_QUOTE] = "quote",
};
static const char *const FIELDS[] = {
    [FIELD_CHOICE] = "choice",
    [FIELD_NUMBER] = "number",
    [FIELD_DATE] = "date",
    [FIELD_TEXT] = "text",
};

static const char *const HITS[] = {
    [HIT_ITEM] = "item",
    [HIT_SERVICE] = "service",
    [HIT_SESSION] = "activity",
};

/* The number of a word that the schema allows; the first otherwise. */
static int number_of(const char *const *words, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i], word) == 0) {
            return (int)i;
        }
    }
    return 0;
}

static int take_number(struct query *q, const char *const *words, size_t count)
{
    char code[CODE_BYTES];
    take_code(q, code, sizeof(code));
    return number_of(words, count, code);
}

static struct catalogue_price take_price(struct query *q)
{
    struct catalogue_price price = {0};
    price.kind = (enum price)take_number(q, PRICES, ARRAY_LEN(PRICES));
    price.cents = take_int(q);
    price.subscriber_cents = take_int(q);
    return price;
}

enum err catalogue_services(struct db *db, struct arena *arena, enum pillar pillar,
                            struct catalogue_service_row **services, int *count)
{
    bool is_full = false;
    *services = arena_array(arena, SERVICES_MAX, sizeof(**services));
    *count = 0;
    struct query q = db_query(db, Q_CATALOGUE_SERVICES);
    query_text(&q, "pillar", PILLARS[pillar]);
    while (!is_full && query_step(&q)) {
        is_full = *count == SERVICES_MAX;
        if (!is_full) {
            struct catalogue_service_row *row = &(*services)[(*count)++];
            row->id = take_int(&q);
            row->title = take_said(&q, arena);
            row->icon = take_text(&q, arena);
            row->price = take_price(&q);
        }
    }
    return end_list(&q, is_full, "services in a pillar");
}

/* positions: the key of each field kept, by which its choices refer to it. */
static enum err read_fields(struct db *db, struct arena *arena, struct catalogue_service *service,
                            int64_t positions[CATALOGUE_FIELDS_MAX])
{
    struct query q = db_query(db, Q_CATALOGUE_FIELDS);
    query_int(&q, "service_id", service->id);
    while (query_step(&q)) {
        const int64_t position = take_int(&q);
        struct catalogue_field field = {.code = take_text(&q, arena)};
        field.label = take_said(&q, arena);
        field.kind = (enum field_kind)take_number(&q, FIELDS, ARRAY_LEN(FIELDS));
        field.least = (int)take_int(&q);
        field.most = (int)take_int(&q);
        field.is_required = take_int(&q) != 0;
        /* Source: db/README.md, "Sensitive matters". A form has at most four rows, says the table's
         * CHECK: this cannot overflow. */
        if (!(service->is_sensitive && field.kind == FIELD_TEXT)) {
            positions[service->field_count] = position;
            service->fields[service->field_count++] = field;
        }
    }
    return query_end(&q);
}

static enum err read_choices(struct db *db, struct arena *arena, struct catalogue_service *service,
                             const int64_t positions[CATALOGUE_FIELDS_MAX])
{
    bool is_full = false;
    struct query q = db_query(db, Q_CATALOGUE_CHOICES);
    query_int(&q, "service_id", service->id);
    while (!is_full && query_step(&q)) {
        const int64_t position = take_int(&q);
        struct catalogue_choice choice = {.code = take_text(&q, arena)};
        choice.label = take_said(&q, arena);
        choice.icon = take_text(&q, arena);
        for (int i = 0; i < service->field_count; i++) {
            struct catalogue_field *field = &service->fields[i];
            if (positions[i] != position) {
                continue;
            }
            is_full = field->choice_count == CATALOGUE_CHOICES_MAX;
            if (!is_full) {
                field->choices[field->choice_count++] = choice;
            }
        }
    }
    return end_list(&q, is_full, "choices in a question");
}

enum err catalogue_form(struct db *db, struct arena *arena, int64_t service_id,
                        struct catalogue_service *service)
{
    int64_t positions[CATALOGUE_FIELDS_MAX] = {0};
    *service = (struct catalogue_service){.id = service_id};
    const enum err err = read_fields(db, arena, service, positions);
    return err == ERR_OK ? read_choices(db, arena, service, positions) : err;
}

const struct catalogue_field *catalogue_question(const struct catalogue_service *service,
                                                 const char *code)
{
    for (int i = 0; i < service->field_count; i++) {
        if (strcmp(service->fields[i].code, code) == 0) {
            return &service->fields[i];
        }
    }
    return NULL;
}

enum err catalogue_service(struct db *db, struct arena *arena, int64_t service_id,
                           struct catalogue_service *service)
{
    char code[CODE_BYTES];
    int64_t positions[CATALOGUE_FIELDS_MAX] = {0};
    *service = (struct catalogue_service){0};
    struct query q = db_query(db, Q_CATALOGUE_SERVICE);
    query_int(&q, "service_id", service_id);
    if (query_step(&q)) {
        service->id = take_int(&q);
        service->code = take_text(&q, arena);
        service->pillar = (enum pillar)take_number(&q, PILLARS, ARRAY_LEN(PILLARS));
        take_code(&q, code, sizeof(code));
        service->kind = kind_of(code);
        service->title = take_said(&q, arena);
        service->summary = take_said(&q, arena);
        service->icon = take_text(&q, arena);
        service->hours = take_said(&q, arena);
        service->provider = take_own(&q, arena);
        service->price = take_price(&q);
        service->is_sensitive = take_int(&q) != 0;
        take_code(&q, code, sizeof(code));
        service->is_automatic = strcmp(code, "automatic") == 0;
    }
    enum err err = query_end(&q);
    if (err == ERR_OK && service->id == 0) {
        return ERR_NOT_FOUND;
    }
    if (err == ERR_OK) {
        err = read_fields(db, arena, service, positions);
    }
    return err != ERR_OK ? err : read_choices(db, arena, service, positions);
}

static enum err index_one(struct query *offered, struct db *db, struct arena *arena)
{
    const char *title = text_fold_words(take_text(offered, arena), "", " ", arena);
    const char *summary = text_fold_words(take_text(offered, arena), "", " ", arena);
    struct query q = db_query(db, Q_SEARCH_ADD);
    query_text(&q, "title", title);
    query_text(&q, "summary", summary);
    query_text(&q, "kind", take_text(offered, arena));
    query_int(&q, "id", take_int(offered));
    query_text(&q, "lang", take_text(offered, arena));
    return query_run(&q);
}

enum err catalogue_index(struct db *db)
{
    struct query q = db_query(db, Q_SEARCH_CLEAR);
    enum err err = query_run(&q);
    if (err != ERR_OK) {
        return err;
    }
    struct arena *arena = arena_create("search", SEARCH_BYTES);
    q = db_query(db, Q_SEARCH_OFFERED);
    while (err == ERR_OK && query_step(&q)) {
        err = index_one(&q, db, arena);
        arena_reset(arena);
    }
    const enum err end = query_end(&q);
    arena_destroy(arena);
    return err != ERR_OK ? err : end;
}

enum err catalogue_search(struct db *db, struct arena *arena, const char *words, int64_t now_s,
                          struct catalogue_hit hits[CATALOGUE_HITS_MAX], int *count)
{
    /* "tente"* "4"*: words in quotes are never read as operators. */
    const char *match = text_fold_words(words, "\"", "\"* ", arena);
    *count = 0;
    if (match[0] == '\0') {
        return ERR_OK;
    }
    struct query q = db_query(db, Q_CATALOGUE_SEARCH);
    query_text(&q, "words", match);
    query_int(&q, "now_s", now_s);
    while (*count < CATALOGUE_HITS_MAX && query_step(&q)) {
        struct catalogue_hit *hit = &hits[(*count)++];
        hit->kind = (enum hit_kind)take_number(&q, HITS, ARRAY_LEN(HITS));
        hit->id = take_int(&q);
        hit->title = take_said(&q, arena);
        hit->icon = take_text(&q, arena);
    }
    return query_end(&q);
}
