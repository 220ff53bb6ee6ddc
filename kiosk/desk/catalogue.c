/* The catalogue at the desk: services, things to borrow, partners. Each handler reads its fields
 * into what core/catalogue_edit.h takes, and says which of them it did not. */
#include <string.h>

#include "core/catalogue_edit.h"
#include "core/query.h"
#include "desk/route.h"

enum { WORD_CHARS = 400 /* longer ones are refused here, shorter ones by the core */ };

static enum err answer_saved(struct exchange *exchange, enum err err, const char *name,
                             int64_t value, const struct edit_fault *fault)
{
    if (err == ERR_INVALID && fault != NULL && fault->field[0] != '\0') {
        exchange->field = arena_strdup(exchange->arena, fault->field);
    }
    return err == ERR_OK ? exchange_answer_int(exchange, name, value) : err;
}

static const char *path(struct exchange *exchange, const char *list, int i, const char *name)
{
    return arena_printf(exchange->arena, "%s[%d].%s", list, i, name);
}

static struct edit_rule field_rule(struct exchange *exchange)
{
    return (struct edit_rule){.code = field_text(exchange, "rule", WORD_CHARS),
                              .limit = field_small(exchange, "rule_limit"),
                              .training = field_text(exchange, "rule_code", WORD_CHARS)};
}

/* ---- Services ---- */

static enum field_kind field_kind_of(struct exchange *exchange, const char *at)
{
    static const char *const kinds[] = {
        [FIELD_CHOICE] = "choice",
        [FIELD_NUMBER] = "number",
        [FIELD_DATE] = "date",
        [FIELD_TEXT] = "text",
    };
    const char *kind = field_text(exchange, at, WORD_CHARS);
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        if (strcmp(kinds[i], kind) == 0) {
            return (enum field_kind)i;
        }
    }
    if (exchange->field_err == ERR_OK) {
        exchange->field_err = ERR_INVALID;
        exchange->field = at;
    }
    return FIELD_CHOICE;
}

static void take_choices(struct exchange *exchange, struct catalogue_field *field, int i)
{
    const char *list = path(exchange, "fields", i, "choices");
    field->choice_count = field_count(exchange, list, CATALOGUE_CHOICES_MAX);
    for (int j = 0; j < field->choice_count; j++) {
        field->choices[j] = (struct catalogue_choice){
            .code = field_text(exchange, path(exchange, list, j, "code"), WORD_CHARS),
            .label = field_text(exchange, path(exchange, list, j, "label"), WORD_CHARS),
            .icon = field_text(exchange, path(exchange, list, j, "icon"), WORD_CHARS),
        };
    }
}

static void take_form(struct exchange *exchange, struct edit_service *service)
{
    service->field_count = field_count(exchange, "fields", CATALOGUE_FIELDS_MAX);
    for (int i = 0; i < service->field_count; i++) {
        struct catalogue_field *field = &service->fields[i];
        field->code = field_text(exchange, path(exchange, "fields", i, "code"), WORD_CHARS);
        field->label = field_text(exchange, path(exchange, "fields", i, "label"), WORD_CHARS);
        field->kind = field_kind_of(exchange, path(exchange, "fields", i, "kind"));
        field->least = field_small(exchange, path(exchange, "fields", i, "least"));
        field->most = field_small(exchange, path(exchange, "fields", i, "most"));
        field->is_required = field_bool(exchange, path(exchange, "fields", i, "is_required"));
        take_choices(exchange, field, i);
    }
}

static enum err save_service(struct exchange *exchange)
{
    struct edit_fault fault = {""};
    int64_t service_id = 0;
    struct edit_service service = {
        .id = field_int(exchange, "service_id"),
        .code = field_text(exchange, "code", WORD_CHARS),
        .pillar = field_text(exchange, "pillar", WORD_CHARS),
        .kind = field_text(exchange, "kind", WORD_CHARS),
        .title = field_text(exchange, "title", WORD_CHARS),
        .summary = field_text(exchange, "summary", WORD_CHARS),
        .icon = field_text(exchange, "icon", WORD_CHARS),
        .hours = field_text(exchange, "hours", WORD_CHARS),
        .partner_id = field_int(exchange, "partner_id"),
        .price = field_text(exchange, "price", WORD_CHARS),
        .price_cents = field_int(exchange, "price_cents"),
        .subscriber_cents = field_int(exchange, "subscriber_cents"),
        .is_sensitive = field_bool(exchange, "is_sensitive"),
        .is_active = field_bool(exchange, "is_active"),
        .rule = field_rule(exchange),
    };
    take_form(exchange, &service);
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        err = catalogue_save_service(exchange->db, &service, &service_id, &fault);
    }
    return answer_saved(exchange, err, "service_id", service_id, &fault);
}

static enum err offer_service(struct exchange *exchange)
{
    const int64_t service_id = field_int(exchange, "service_id");
    const bool is_active = field_bool(exchange, "is_active");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : catalogue_offer_service(exchange->db, service_id, is_active);
}

static enum err move_service(struct exchange *exchange)
{
    const int64_t service_id = field_int(exchange, "service_id");
    const bool is_up = field_bool(exchange, "is_up");
    return exchange->field_err != ERR_OK ? exchange->field_err
                                         : catalogue_move_service(exchange->db, service_id, is_up);
}

/* ---- Things to borrow ---- */

static enum err save_class(struct exchange *exchange)
{
    struct edit_fault fault = {""};
    int64_t class_id = 0;
    const struct edit_class class = {
        .id = field_int(exchange, "class_id"),
        .code = field_text(exchange, "code", WORD_CHARS),
        .title = field_text(exchange, "title", WORD_CHARS),
        .icon = field_text(exchange, "icon", WORD_CHARS),
        .rule = field_rule(exchange),
        .max_days = field_small(exchange, "max_days"),
    };
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        err = catalogue_save_class(exchange->db, &class, &class_id, &fault);
    }
    return answer_saved(exchange, err, "class_id", class_id, &fault);
}

static enum err save_item(struct exchange *exchange)
{
    struct edit_fault fault = {""};
    int64_t item_id = 0;
    struct edit_item item = {
        .id = field_int(exchange, "item_id"),
        .class_id = field_int(exchange, "class_id"),
        .title = field_text(exchange, "title", WORD_CHARS),
        .summary = field_text(exchange, "summary", WORD_CHARS),
        .icon = field_text(exchange, "icon", WORD_CHARS),
        .deposit_cents = field_int(exchange, "deposit_cents"),
        .fee_cents = field_int(exchange, "fee_cents"),
        .subscriber_cents = field_int(exchange, "subscriber_cents"),
        .part_count = field_count(exchange, "parts", CATALOGUE_PARTS_MAX),
    };
    for (int i = 0; i < item.part_count; i++) {
        item.parts[i] = (struct edit_part){
            .position = field_small(exchange, path(exchange, "parts", i, "position")),
            .label = field_text(exchange, path(exchange, "parts", i, "label"), WORD_CHARS),
        };
    }
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        err = catalogue_save_item(exchange->db, &item, &item_id, &fault);
    }
    return answer_saved(exchange, err, "item_id", item_id, &fault);
}

static enum err withdraw_item(struct exchange *exchange)
{
    const int64_t item_id = field_int(exchange, "item_id");
    const bool is_withdrawn = field_bool(exchange, "is_withdrawn");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : catalogue_withdraw_item(exchange->db, item_id, is_withdrawn);
}

static enum err add_copy(struct exchange *exchange)
{
    int64_t copy_id = 0;
    const int64_t item_id = field_int(exchange, "item_id");
    const int number = field_small(exchange, "number");
    const char *shelf = field_text(exchange, "shelf", WORD_CHARS);
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        exchange->field = "number";
        err = catalogue_add_copy(exchange->db, item_id, number, shelf, exchange_actor(exchange),
                                 &copy_id);
    }
    return answer_saved(exchange, err, "copy_id", copy_id, NULL);
}

static enum err save_shelf(struct exchange *exchange)
{
    const int64_t copy_id = field_int(exchange, "copy_id");
    const char *shelf = field_text(exchange, "shelf", WORD_CHARS);
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    exchange->field = "shelf";
    return catalogue_set_shelf(exchange->db, copy_id, shelf);
}

/* ---- Partners ---- */

static enum err show_partner(struct exchange *exchange)
{
    const int64_t partner_id = field_int(exchange, "partner_id");
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    struct query q = db_query(exchange->db, Q_DESK_CATALOGUE_PARTNER);
    query_int(&q, "shown_id", partner_id);
    return exchange_answer(exchange, &q);
}

static enum err save_partner(struct exchange *exchange)
{
    struct edit_fault fault = {""};
    int64_t partner_id = 0;
    struct edit_partner partner = {
        .id = field_int(exchange, "partner_id"),
        .name = field_text(exchange, "name", WORD_CHARS),
        .summary = field_text(exchange, "summary", WORD_CHARS),
        .hours = field_text(exchange, "hours", WORD_CHARS),
        .place = field_text(exchange, "place", WORD_CHARS),
        .phone = field_text(exchange, "phone", WORD_CHARS),
        .is_provider = field_bool(exchange, "is_provider"),
        .keeps_agenda_alone = field_bool(exchange, "keeps_agenda_alone"),
        .need_count = field_count(exchange, "needs", (int)ARRAY_LEN(partner.needs)),
    };
    for (int i = 0; i < partner.need_count; i++) {
        partner.needs[i] =
            field_text(exchange, arena_printf(exchange->arena, "needs[%d]", i), WORD_CHARS);
    }
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        err = catalogue_save_partner(exchange->db, &partner, &partner_id, &fault);
    }
    return answer_saved(exchange, err, "partner_id", partner_id, &fault);
}

static enum err withdraw_partner(struct exchange *exchange)
{
    const int64_t partner_id = field_int(exchange, "partner_id");
    const bool is_withdrawn = field_bool(exchange, "is_withdrawn");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : catalogue_withdraw_partner(exchange->db, partner_id, is_withdrawn);
}

ROUTE_TABLE(routes_catalogue,
            {METHOD_GET, "/api/catalogue", ROLE_CONCIERGE, .query = Q_DESK_CATALOGUE},
            {METHOD_GET, "/api/catalogue/service", ROLE_CONCIERGE,
             .query = Q_DESK_CATALOGUE_SERVICE, .ints = "service_id"},
            {METHOD_GET, "/api/catalogue/items", ROLE_CONCIERGE, .query = Q_DESK_CATALOGUE_ITEMS,
             .ints = "class_id after_id", .texts = "after"},
            {METHOD_GET, "/api/catalogue/item", ROLE_CONCIERGE, .query = Q_DESK_CATALOGUE_ITEM,
             .ints = "item_id"},
            {METHOD_GET, "/api/catalogue/partner", ROLE_CONCIERGE, .act = show_partner},
            {METHOD_POST, "/api/catalogue/service/save", ROLE_CONCIERGE, .act = save_service},
            {METHOD_POST, "/api/catalogue/service/offer", ROLE_CONCIERGE, .act = offer_service},
            {METHOD_POST, "/api/catalogue/service/move", ROLE_CONCIERGE, .act = move_service},
            {METHOD_POST, "/api/catalogue/class/save", ROLE_CONCIERGE, .act = save_class},
            {METHOD_POST, "/api/catalogue/item/save", ROLE_CONCIERGE, .act = save_item},
            {METHOD_POST, "/api/catalogue/item/withdraw", ROLE_CONCIERGE, .act = withdraw_item},
            {METHOD_POST, "/api/catalogue/copy/add", ROLE_CONCIERGE, .act = add_copy},
            {METHOD_POST, "/api/catalogue/copy/shelf", ROLE_CONCIERGE, .act = save_shelf},
            {METHOD_POST, "/api/catalogue/partner/save", ROLE_CONCIERGE, .act = save_partner},
            {METHOD_POST, "/api/catalogue/partner/withdraw", ROLE_CONCIERGE,
             .act = withdraw_partner});
