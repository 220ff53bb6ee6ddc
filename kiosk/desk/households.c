/* Households: found, looked at, written down, changed; their persons, trainings and subscriptions.
 * households_acts.c: cards, PINs, tickets, merging, leaving. */
#include <string.h>

#include "core/household_end.h"
#include "core/household_find.h"
#include "core/query.h"
#include "desk/route.h"

/* ---- Looking ---- */

static enum err find_households(struct exchange *exchange)
{
    const char *search = field_text(exchange, "search", HOUSEHOLD_NAME_CHARS);
    const char *after = field_text(exchange, "after", PEOPLE_NUMBER_BYTES - 1);
    const char *filter = field_text(exchange, "filter", CODE_BYTES - 1);
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const char *match = household_match(search, exchange->arena);
    struct query q;
    if (search[0] != '\0') {
        q = db_query(exchange->db, Q_DESK_HOUSEHOLDS_FOUND);
        query_text(&q, "match", match[0] == '\0' ? "\"\"" : match); /* matches nothing */
        query_text(&q, "number", search);
    } else {
        q = db_query(exchange->db, Q_DESK_HOUSEHOLDS_PAGE);
        query_text(&q, "after", after);
        query_text(&q, "filter", filter);
    }
    exchange_bind(exchange, &q);
    return exchange_answer(exchange, &q);
}

static enum err take_part(struct exchange *exchange, enum query_id id, int64_t household_id,
                          const char **json)
{
    struct query q = db_query(exchange->db, id);
    exchange_bind(exchange, &q);
    query_int(&q, "household_id", household_id);
    return json_take(exchange, &q, json);
}

/* "[12, 15]": what has to be settled before they can leave. */
static enum err list_blocking(struct exchange *exchange, int64_t household_id, const char **json)
{
    struct leaving *rows =
        arena_array(exchange->arena, HOUSEHOLD_LEAVING_MAX, sizeof(struct leaving));
    int count = 0;
    const char *list = "";
    const enum err err = household_leaving(exchange->db, household_id, rows, &count);
    for (int i = 0; i < count; i++) {
        if (rows[i].verb == VERB_NONE) {
            list = arena_printf(exchange->arena, "%s%s%lld", list, list[0] == '\0' ? "" : ", ",
                                (long long)rows[i].request_id);
        }
    }
    *json = arena_printf(exchange->arena, "[%s]", list);
    return err == ERR_FULL ? ERR_OK : err; /* too many to leave at once: leaving says so */
}

static enum err get_household(struct exchange *exchange)
{
    static const enum query_id queries[] = {Q_DESK_HOUSEHOLD, Q_DESK_HOUSEHOLD_TRAININGS,
                                            Q_DESK_HOUSEHOLD_RUNNING};
    const char *parts[ARRAY_LEN(queries)];
    const char *blocking = "[]";
    const int64_t id = field_int(exchange, "household_id");
    int64_t renews_from_s = 0;
    enum err err = exchange->field_err;
    for (size_t i = 0; err == ERR_OK && i < ARRAY_LEN(queries); i++) {
        err = take_part(exchange, queries[i], id, &parts[i]);
    }
    if (err == ERR_OK) {
        err =
            strcmp(parts[0], "null") == 0 ? ERR_NOT_FOUND : list_blocking(exchange, id, &blocking);
    }
    if (err == ERR_OK) {
        err = household_renewal(exchange->db, id, &renews_from_s);
    }
    if (err == ERR_OK) {
        exchange->json =
            arena_printf(exchange->arena,
                         "{\"household\": %s, \"trainings\": %s, \"running\": %s, \"blocking\": %s,"
                         " \"renews_from_s\": %lld, \"has_pin_key\": %d}",
                         parts[0], parts[1], parts[2], blocking, (long long)renews_from_s,
                         exchange->pin_key != NULL);
    }
    return err;
}

/* ---- Writing down ---- */

static struct household_facts read_facts(struct exchange *exchange)
{
    return (struct household_facts){
        .lang = field_text(exchange, "lang", CODE_BYTES - 1),
        .family_name = field_text(exchange, "family_name", HOUSEHOLD_NAME_CHARS),
        .address = field_text(exchange, "address", HOUSEHOLD_ADDRESS_CHARS),
        .phone = field_text(exchange, "phone", HOUSEHOLD_PHONE_CHARS),
    };
}

static struct household_person read_person(struct exchange *exchange, const char *prefix)
{
    struct arena *arena = exchange->arena;
    return (struct household_person){
        .first_name =
            field_text(exchange, arena_printf(arena, "%sfirst_name", prefix), HOUSEHOLD_NAME_CHARS),
        .is_child = field_bool(exchange, arena_printf(arena, "%sis_child", prefix)),
    };
}

static enum err register_household(struct exchange *exchange)
{
    struct household_person persons[HOUSEHOLD_PERSONS_MAX];
    int64_t id = 0;
    const char *number = field_text(exchange, "number", PEOPLE_NUMBER_BYTES - 1);
    const struct household_facts facts = read_facts(exchange);
    const int count = field_count(exchange, "persons", HOUSEHOLD_PERSONS_MAX);
    for (int i = 0; i < count; i++) {
        persons[i] = read_person(exchange, arena_printf(exchange->arena, "persons[%d].", i));
    }
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    enum err err = household_register(exchange->db, number, &facts, persons, count,
                                      exchange->login.staff_id, &id, &exchange->field);
    if (err == ERR_CONFLICT) {
        exchange->field = "number";
    }
    return err != ERR_OK ? err : exchange_answer_int(exchange, "household_id", id);
}

static enum err change_household(struct exchange *exchange)
{
    const int64_t id = field_int(exchange, "household_id");
    const struct household_facts facts = read_facts(exchange);
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : household_change(exchange->db, id, &facts, exchange->login.staff_id,
                                  &exchange->field);
}

static enum err trust_household(struct exchange *exchange)
{
    const int64_t id = field_int(exchange, "household_id");
    const bool is_trusted = field_bool(exchange, "is_trusted");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : household_trust(exchange->db, id, is_trusted, exchange->login.staff_id);
}

static enum err train_household(struct exchange *exchange)
{
    const int64_t id = field_int(exchange, "household_id");
    const char *code = field_text(exchange, "code", CODE_BYTES - 1);
    const bool is_given = field_bool(exchange, "is_given");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : household_train(exchange->db, id, code, is_given, exchange->login.staff_id);
}

/* ---- Persons ---- */

static enum err add_person(struct exchange *exchange)
{
    int64_t person_id = 0;
    const int64_t id = field_int(exchange, "household_id");
    const struct household_person person = read_person(exchange, "");
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        err = household_add_person(exchange->db, id, &person, exchange->login.staff_id, &person_id);
    }
    return err != ERR_OK ? err : exchange_answer_int(exchange, "person_id", person_id);
}

static enum err change_person(struct exchange *exchange)
{
    const int64_t person_id = field_int(exchange, "person_id");
    const struct household_person person = read_person(exchange, "");
    return exchange->field_err != ERR_OK ? exchange->field_err
                                         : household_change_person(exchange->db, person_id, &person,
                                                                   exchange->login.staff_id);
}

static enum err remove_person(struct exchange *exchange)
{
    const int64_t person_id = field_int(exchange, "person_id");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : household_remove_person(exchange->db, person_id, exchange->login.staff_id);
}

static enum err return_person(struct exchange *exchange)
{
    const int64_t person_id = field_int(exchange, "person_id");
    const struct household_person person = read_person(exchange, "");
    return exchange->field_err != ERR_OK ? exchange->field_err
                                         : household_return_person(exchange->db, person_id, &person,
                                                                   exchange->login.staff_id);
}

/* ---- Paid for ---- */

static enum err subscribe(struct exchange *exchange)
{
    const int64_t id = field_int(exchange, "household_id");
    const int64_t from_s = field_time(exchange, "from");
    const int64_t until_s = field_time(exchange, "until");
    const int64_t paid_cents = field_int(exchange, "paid_cents");
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        err = household_subscribe(exchange->db, id, from_s, until_s, paid_cents,
                                  exchange->login.staff_id);
    }
    return err != ERR_OK ? err : exchange_answer_int(exchange, "from_s", from_s);
}

static enum err unsubscribe(struct exchange *exchange)
{
    const int64_t id = field_int(exchange, "household_id");
    const int64_t from_s = field_int(exchange, "from_s");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : household_unsubscribe(exchange->db, id, from_s, exchange->login.staff_id);
}

ROUTE_TABLE(routes_households,
            {.path = "/api/households", .least = ROLE_CONCIERGE, .act = find_households},
            {.path = "/api/household", .least = ROLE_CONCIERGE, .act = get_household},
            {.path = "/api/household/history",
             .least = ROLE_CONCIERGE,
             .query = Q_DESK_HOUSEHOLD_HISTORY,
             .ints = "household_id before_s before_id"},
            {.path = "/api/household/claimable",
             .least = ROLE_CONCIERGE,
             .query = Q_DESK_HOUSEHOLD_CLAIMABLE,
             .texts = "ticket"},
            {METHOD_POST, "/api/household/register", ROLE_CONCIERGE, .act = register_household},
            {METHOD_POST, "/api/household/change", ROLE_CONCIERGE, .act = change_household},
            {METHOD_POST, "/api/household/trust", ROLE_CONCIERGE, .act = trust_household},
            {METHOD_POST, "/api/household/train", ROLE_CONCIERGE, .act = train_household},
            {METHOD_POST, "/api/household/person/add", ROLE_CONCIERGE, .act = add_person},
            {METHOD_POST, "/api/household/person/change", ROLE_CONCIERGE, .act = change_person},
            {METHOD_POST, "/api/household/person/remove", ROLE_CONCIERGE, .act = remove_person},
            {METHOD_POST, "/api/household/person/return", ROLE_CONCIERGE, .act = return_person},
            {METHOD_POST, "/api/household/subscribe", ROLE_CONCIERGE, .act = subscribe},
            {METHOD_POST, "/api/household/unsubscribe", ROLE_CONCIERGE, .act = unsubscribe});
