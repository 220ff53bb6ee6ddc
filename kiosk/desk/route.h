/* The routes: what the page may ask for, who may ask, and who answers. One table a part of the
 * desk, in the file of that part; routes.c lists them. tests/desk/ walks all of them with every
 * role. */
#pragma once

#include <stddef.h>

#include "desk/exchange.h"

enum method { METHOD_GET, METHOD_POST };

/* What a POST must show. A GET changes nothing and shows nothing but its cookie. */
enum csrf {
    CSRF_TOKEN,      /* the same origin, and the login's token in X-Token: the usual case */
    CSRF_SAME_ORIGIN /* signing in: there is no login yet */
};

struct route {
    enum method method;
    const char *path; /* "/api/queue"; no parts that vary: those are fields */
    enum role least;
    enum csrf csrf;
    /* A GET that one statement answers: its query, with the fields of the query string bound to the
     * parameters named here, separated by spaces. They are optional: 0 and "". */
    enum query_id query;
    const char *ints;
    const char *texts;
    /* Everything else. */
    route_act *act;
    size_t body_most;         /* bytes; 0: the usual ROUTE_BODY_BYTES */
    bool is_for_temporary;    /* also before a temporary password was changed */
    bool is_checking_secrets; /* sets exchange->verify: only some at a time */
    bool is_reading_calendar; /* sets exchange->reader: only some at a time, and one each */
    const char *file_type;    /* the body is a file of this type; fields are in the address */
};

enum { ROUTE_BODY_BYTES = 64 << 10, ROUTE_TEXT_CHARS = 200 };

struct route_table {
    const struct route *routes;
    size_t count;
};

/* Defines the table of a part: ROUTE_TABLE(desk_loans, { … }, { … }); */
#define ROUTE_TABLE(name, ...)                                                                     \
    static const struct route name##_rows[] = {__VA_ARGS__};                                       \
    const struct route_table name = {name##_rows, sizeof(name##_rows) / sizeof(name##_rows[0])}

/* Answers with the route's statement, or lets its handler act. Errors as theirs. */
enum err route_run(const struct route *route, struct exchange *exchange) NODISCARD;
/* What a body may be long, in bytes. */
size_t route_body_most(const struct route *route);
/* NULL: none. */
const struct route *route_find(enum method method, const char *path);
/* The i-th of all; NULL beyond the last. For tests, which ask `conciergerie-desk --routes`. */
const struct route *route_at(size_t index);
