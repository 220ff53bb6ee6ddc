/* HTTP: one visit is one request, from its first header to its answer. What can be refused is
 * refused before the body is read. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "assets.h"
#include "base/clock.h"
#include "base/log.h"
#include "desk/parts.h"

enum {
    ARENA_BYTES = 16 << 20,
    CHECKS_MAX = 4, /* secrets checked at once */
    ARGUMENTS_MAX = 24,
    NAME_CHARS = 32
};

struct visit {
    struct exchange exchange; /* first */
    const struct route *route;
    struct MHD_Connection *connection;
    struct visit *next; /* among those that wait for a check */
    char *body;         /* malloc */
    size_t len;
    size_t most;
    bool is_waiting;
    bool has_verdict;
};

/* ---- Answers ---- */

static const struct {
    enum err err;
    unsigned status;
} STATUSES[] = {
    {ERR_OK, MHD_HTTP_OK},
    {ERR_BUSY, MHD_HTTP_SERVICE_UNAVAILABLE},
    {ERR_FULL, MHD_HTTP_CONFLICT},
    {ERR_INVALID, MHD_HTTP_BAD_REQUEST},
    {ERR_NOT_FOUND, MHD_HTTP_NOT_FOUND},
    {ERR_CONFLICT, MHD_HTTP_CONFLICT},
    {ERR_DENIED, MHD_HTTP_FORBIDDEN},
    {ERR_SLOWED, MHD_HTTP_TOO_MANY_REQUESTS},
    {ERR_NO_SPACE, MHD_HTTP_INSUFFICIENT_STORAGE},
};

static unsigned status_of(enum err err)
{
    for (size_t i = 0; i < ARRAY_LEN(STATUSES); i++) {
        if (STATUSES[i].err == err) {
            return STATUSES[i].status;
        }
    }
    return MHD_HTTP_INTERNAL_SERVER_ERROR;
}

static const char *error_json(struct exchange *exchange, enum err err)
{
    const char *reasons = "[]";
    const char *json = NULL;
    for (unsigned bit = 1; bit != 0 && bit <= exchange->reasons; bit <<= 1) {
        if ((exchange->reasons & bit) != 0) {
            reasons =
                json_append(exchange, reasons, json_quoted(exchange, guard_code((enum guard)bit)));
        }
    }
    struct query q = db_query(exchange->db, Q_JSON_ERROR);
    query_text(&q, "error", err_name(err));
    query_text(&q, "reasons", reasons);
    query_text(&q, "field", exchange->field == NULL ? "" : exchange->field);
    query_int(&q, "wait_s", exchange->wait_s);
    return json_take(exchange, &q, &json) == ERR_OK ? json : "{\"error\":\"io\"}";
}

static enum MHD_Result send_result(struct visit *visit, enum err err)
{
    struct exchange *exchange = &visit->exchange;
    if (err != ERR_OK) {
        return answer_json(visit->connection, status_of(err), error_json(exchange, err), NULL);
    }
    if (exchange->calendar != NULL) {
        return answer_text(visit->connection, "text/calendar; charset=utf-8", exchange->calendar);
    }
    return answer_json(visit->connection, MHD_HTTP_OK,
                       exchange->json == NULL ? "{}" : exchange->json, exchange->set_cookie);
}

/* ---- The visit ---- */

static void free_visit(struct visit *visit)
{
    if (visit->body != NULL) {
        sodium_memzero(visit->body, visit->len);
        free(visit->body);
    }
    verify_end(visit->exchange.verify);
    arena_destroy(visit->exchange.arena);
    sodium_memzero(visit, sizeof(*visit));
    free(visit);
}

static enum MHD_Result begin_visit(struct server *server, struct MHD_Connection *connection,
                                   const struct route *route, void **context)
{
    unsigned status = 0;
    struct visit *visit = calloc(1, sizeof(*visit));
    if (visit == NULL) {
        log_fatal("out of memory for a visit");
    }
    struct exchange *exchange = &visit->exchange;
    visit->route = route;
    visit->connection = connection;
    visit->most = route_body_most(route);
    exchange->db = server->db;
    exchange->tries = &server->tries;
    exchange->pin_key = server->options.pin_key;
    exchange->arena = arena_create("desk", ARENA_BYTES);
    exchange->now_s = clock_now_s();
    exchange->is_get = route->method == METHOD_GET;
    exchange->role = gate_find_role(server, connection, &exchange->login, &exchange->token);
    const char *error = gate_check(server, connection, route, exchange, &status);
    if (error != NULL) {
        free_visit(visit);
        return answer_refusal(connection, status, error);
    }
    *context = visit;
    return MHD_YES;
}

/* Into one block, so that no copy of it is left behind. */
static bool take_body(struct visit *visit, const char *bytes, size_t len)
{
    if (visit->body == NULL) {
        visit->body = calloc(1, visit->most + 1);
    }
    if (visit->body == NULL) {
        log_fatal("out of memory for a body");
    }
    if (len > visit->most - visit->len) {
        return false;
    }
    memcpy(visit->body + visit->len, bytes, len);
    visit->len += len;
    return true;
}

/* Arguments become texts of one object; field_int() reads numbers out of them. */
static enum MHD_Result add_argument(void *context, enum MHD_ValueKind kind, const char *name,
                                    const char *value)
{
    struct exchange *exchange = context;
    const char *json = NULL;
    (void)kind;
    const size_t len = strlen(name);
    if (len == 0 || len > NAME_CHARS || strspn(name, "abcdefghijklmnopqrstuvwxyz_") != len) {
        return MHD_YES;
    }
    struct query q = db_query(exchange->db, Q_JSON_SET_TEXT);
    query_text(&q, "body", exchange->body);
    query_text(&q, "name", name);
    query_text(&q, "value", value == NULL ? "" : value);
    exchange->field_err = json_take(exchange, &q, &json);
    if (exchange->field_err == ERR_OK) {
        exchange->body = json;
    }
    return exchange->field_err == ERR_OK ? MHD_YES : MHD_NO;
}

static enum err read_arguments(struct visit *visit)
{
    struct exchange *exchange = &visit->exchange;
    if (MHD_get_connection_values(visit->connection, MHD_GET_ARGUMENT_KIND, NULL, NULL) >
        ARGUMENTS_MAX) {
        return ERR_INVALID;
    }
    (void)MHD_get_connection_values(visit->connection, MHD_GET_ARGUMENT_KIND, add_argument,
                                    exchange);
    return exchange->field_err;
}

static enum err read_body(struct visit *visit)
{
    struct exchange *exchange = &visit->exchange;
    int64_t is_object = 0;
    exchange->body = "{}";
    if (visit->route->takes_file) {
        exchange->file = visit->body;
        exchange->file_len = visit->len;
    }
    if (exchange->is_get || visit->route->takes_file) {
        return read_arguments(visit);
    }
    if (visit->body == NULL) {
        return ERR_OK;
    }
    if (strlen(visit->body) != visit->len) {
        return ERR_INVALID; /* a NUL byte */
    }
    exchange->body = visit->body;
    struct query q = db_query(exchange->db, Q_JSON_IS_OBJECT);
    query_text(&q, "body", visit->body);
    const enum err err = query_one_int(&q, &is_object);
    return err == ERR_OK && is_object == 0 ? ERR_INVALID : err;
}

static enum MHD_Result run_visit(struct server *server, struct visit *visit)
{
    struct exchange *exchange = &visit->exchange;
    enum err err = ERR_OK;
    if (visit->has_verdict) {
        err = exchange->then(exchange);
    } else {
        err = read_body(visit);
        if (err == ERR_OK) {
            err = route_run(visit->route, exchange);
        }
    }
    if (err == ERR_OK && exchange->verify != NULL) {
        visit->is_waiting = true;
        visit->next = server->waiting;
        server->waiting = visit;
        MHD_suspend_connection(visit->connection);
        return MHD_YES;
    }
    server->is_changed = server->is_changed || !exchange->is_get;
    return send_result(visit, err);
}

static int count_checks(const struct server *server)
{
    int count = 0;
    for (const struct visit *visit = server->waiting; visit != NULL; visit = visit->next) {
        count++;
    }
    return count;
}

int http_check_fds(const struct server *server, int *fds, int most)
{
    int count = 0;
    for (const struct visit *visit = server->waiting; visit != NULL && count < most;
         visit = visit->next) {
        fds[count++] = verify_fd(visit->exchange.verify);
    }
    return count;
}

void http_poll_checks(struct server *server)
{
    struct visit **link = &server->waiting;
    while (*link != NULL) {
        struct visit *visit = *link;
        struct exchange *exchange = &visit->exchange;
        exchange->verdict = server->is_ending ? VERIFY_FAILED : verify_poll(exchange->verify);
        if (exchange->verdict == VERIFY_PENDING) {
            link = &visit->next;
            continue;
        }
        *link = visit->next;
        verify_end(exchange->verify);
        exchange->verify = NULL;
        visit->has_verdict = true;
        MHD_resume_connection(visit->connection);
    }
}

/* ---- What the library calls ---- */

struct peer *http_peer(struct MHD_Connection *connection)
{
    return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context;
}

static enum MHD_Result open_stream(struct server *server, struct MHD_Connection *connection)
{
    struct login login;
    const char *token = "";
    if (gate_find_role(server, connection, &login, &token) == ROLE_PUBLIC || login.must_change) {
        return answer_refusal(connection, MHD_HTTP_UNAUTHORIZED, "signed-out");
    }
    if (server->stream_count == DESK_STREAMS_MAX) {
        return answer_refusal(connection, MHD_HTTP_SERVICE_UNAVAILABLE, "busy");
    }
    return stream_open(server, connection, &login, token);
}

/* HEAD asks as GET does; the library leaves the body out. */
static bool is_reading(const char *method)
{
    return strcmp(method, MHD_HTTP_METHOD_GET) == 0 || strcmp(method, MHD_HTTP_METHOD_HEAD) == 0;
}

/* The headers are in order. *context: the visit, unless it is answered already. */
static enum MHD_Result begin(struct server *server, struct MHD_Connection *connection,
                             const char *url, const char *method, void **context)
{
    const bool is_get = is_reading(method);
    const bool is_post = strcmp(method, MHD_HTTP_METHOD_POST) == 0;
    const struct asset *asset = is_get ? asset_find(url) : NULL;
    if (asset != NULL) {
        return answer_asset(connection, asset);
    }
    if (is_get && strcmp(url, "/health") == 0) {
        return answer_health(server, connection);
    }
    if (strcmp(method, MHD_HTTP_METHOD_GET) == 0 && strcmp(url, "/events") == 0) {
        return open_stream(server, connection);
    }
    const struct route *route =
        is_get || is_post ? route_find(is_get ? METHOD_GET : METHOD_POST, url) : NULL;
    if (route == NULL) {
        return answer_refusal(connection, MHD_HTTP_NOT_FOUND, "not-found");
    }
    if (route->is_checking_secrets && count_checks(server) >= CHECKS_MAX) {
        return answer_refusal(connection, MHD_HTTP_SERVICE_UNAVAILABLE, "busy");
    }
    return begin_visit(server, connection, route, context);
}

enum MHD_Result http_answer(void *context, struct MHD_Connection *connection, const char *url,
                            const char *method, const char *http_version, const char *upload,
                            size_t *upload_size, void **visit)
{
    /* The library closes a connection that is answered at its first call, which is right for what
     * is refused before its body, and wrong for a GET. */
    static struct visit seen; /* of no connection */
    struct server *server = context;
    (void)http_version;
    if (*visit == NULL) {
        const bool is_get = is_reading(method);
        const unsigned refused = gate_check_headers(server, connection, !is_get);
        if (refused != 0) {
            return answer_refusal(connection, refused, "request");
        }
        if (!is_get) {
            return begin(server, connection, url, method, visit);
        }
        *visit = &seen;
        return MHD_YES;
    }
    if (*visit == &seen) {
        *visit = NULL;
        const enum MHD_Result result = begin(server, connection, url, method, visit);
        return *visit == NULL ? result : run_visit(server, *visit);
    }
    if (*upload_size > 0) {
        if (!take_body(*visit, upload, *upload_size)) {
            return MHD_NO; /* more than it said */
        }
        *upload_size = 0;
        return MHD_YES;
    }
    return run_visit(server, *visit);
}

void http_completed(void *context, struct MHD_Connection *connection, void **visit,
                    enum MHD_RequestTerminationCode code)
{
    (void)context;
    (void)code;
    struct peer *peer = http_peer(connection);
    if (peer != NULL) {
        peer->is_stream = false;
        peer->deadline_ms = clock_mono_ms() + DESK_DEADLINE_MS;
    }
    if (*visit != NULL && ((struct visit *)*visit)->connection == connection) {
        free_visit(*visit);
        *visit = NULL;
    }
}
