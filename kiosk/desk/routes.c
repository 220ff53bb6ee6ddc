#include <string.h>

#include "base/text.h"
#include "desk/route.h"

/* One a file of this folder, and one a line. */
extern const struct route_table routes_account;
extern const struct route_table routes_agenda;
extern const struct route_table routes_agenda_acts;
extern const struct route_table routes_attendance;
extern const struct route_table routes_calendar_addresses;
extern const struct route_table routes_catalogue;
extern const struct route_table routes_enter;
extern const struct route_table routes_feed;
extern const struct route_table routes_figures;
extern const struct route_table routes_help;
extern const struct route_table routes_households;
extern const struct route_table routes_households_acts;
extern const struct route_table routes_import_calendar;
extern const struct route_table routes_import_households;
extern const struct route_table routes_import_items;
extern const struct route_table routes_notices;
extern const struct route_table routes_queue;
extern const struct route_table routes_loans;
extern const struct route_table routes_loans_counter;
extern const struct route_table routes_request;
extern const struct route_table routes_search;
extern const struct route_table routes_services;
extern const struct route_table routes_site;
extern const struct route_table routes_staff;
extern const struct route_table routes_today;
extern const struct route_table routes_translations;

/* clang-format off */
static const struct route_table *const TABLES[] = {
    &routes_account,
    &routes_agenda,
    &routes_agenda_acts,
    &routes_attendance,
    &routes_calendar_addresses,
    &routes_catalogue,
    &routes_enter,
    &routes_feed,
    &routes_figures,
    &routes_help,
    &routes_households,
    &routes_households_acts,
    &routes_import_calendar,
    &routes_import_households,
    &routes_import_items,
    &routes_notices,
    &routes_queue,
    &routes_loans,
    &routes_loans_counter,
    &routes_request,
    &routes_search,
    &routes_services,
    &routes_site,
    &routes_staff,
    &routes_today,
    &routes_translations,
};
/* clang-format on */

const struct route *route_at(size_t index)
{
    for (size_t i = 0; i < ARRAY_LEN(TABLES); i++) {
        if (index < TABLES[i]->count) {
            return &TABLES[i]->routes[index];
        }
        index -= TABLES[i]->count;
    }
    return NULL;
}

const struct route *route_find(enum method method, const char *path)
{
    const struct route *route = NULL;
    for (size_t i = 0; (route = route_at(i)) != NULL; i++) {
        if (route->method == method && strcmp(route->path, path) == 0) {
            return route;
        }
    }
    return NULL;
}

size_t route_body_most(const struct route *route)
{
    return route->body_most == 0 ? ROUTE_BODY_BYTES : route->body_most;
}

/* names: separated by spaces; NULL none. */
static void bind_fields(struct exchange *exchange, struct query *query, const char *names,
                        bool is_text)
{
    struct str rest = str_of(names == NULL ? "" : names);
    struct str name;
    while (rest.len > 0 && str_split(&rest, ' ', &name)) {
        const char *path = arena_strndup(exchange->arena, name.ptr, name.len);
        if (is_text) {
            query_text(query, path, field_text(exchange, path, ROUTE_TEXT_CHARS));
        } else {
            query_int(query, path, field_int(exchange, path));
        }
    }
}

enum err route_run(const struct route *route, struct exchange *exchange)
{
    if (route->act != NULL) {
        return route->act(exchange);
    }
    struct query q = db_query(exchange->db, route->query);
    exchange_bind(exchange, &q);
    bind_fields(exchange, &q, route->ints, false);
    bind_fields(exchange, &q, route->texts, true);
    if (exchange->field_err != ERR_OK) {
        q.err = exchange->field_err; /* ends the run without a row */
    }
    return exchange_answer(exchange, &q);
}
