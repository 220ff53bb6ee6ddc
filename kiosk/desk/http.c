/* HTTP: one visit is one request, from its first header to its answer. What can be refused is
 * refused before the body is read. What takes long runs in a process of its own, and its visit
 * waits for it while others are answered. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "assets.h"
#include "base/clock.h"
#include "base/log.h"
#include "calendar/reader.h"
#include "desk/parts.h"

enum {
    ARENA_BYTES = 16 << 20,
    CHECKS_MAX = 4,  /* secrets checked at once */
    READERS_MAX = 2, /* calendars read at once */
    ARGUMENTS_MAX = 24,
    NAME_CHARS = 32
};

struct visit {
    struct exchange exchange; /* first */
    const struct route *route;
    struct MHD_Connection *connection;
    struct visit *next; /* among those that wait */
    char *body;         /* malloc */
    size_t len;
    size_t most;
    bool is_resumed; /* what it waited for is done */
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
    calendar_reader_end(visit->exchange.reader);
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
    if (visit->route->file_type != NULL) {
        exchange->file = visit->body == NULL ? "" : visit->body;
        exchange->file_len = visit->len;
    }
    if (exchange->is_get || visit->route->file_type != NULL) {
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

/* ---- Waiting for what runs beside the loop ---- */

static bool is_waiting(const struct exchange *exchange)
{
    return exchange->verify != NULL || exchange->reader != NULL;
}

/* Whether it is done. When the server ends, everything is. */
static bool poll_work(const struct server *server, struct exchange *exchange)
{
    if (exchange->reader != NULL) {
        return calendar_reader_pump(exchange->reader) || server->is_ending;
    }
    exchange->verdict = server->is_ending ? VERIFY_FAILED : verify_poll(exchange->verify);
    return exchange->verdict != VERIFY_PENDING;
}

static int count_checks(const struct server *server)
{
    int count = 0;
    for (const struct visit *visit = server->waiting; visit != NULL; visit = visit->next) {
        count += visit->exchange.verify != NULL;
    }
    return count;
}

/* One calendar at a time for each person, and few in all. */
static bool may_read_calendar(const struct server *server, const struct login *login)
{
    int count = 0;
    bool is_theirs = false;
    for (const struct visit *visit = server->waiting; visit != NULL; visit = visit->next) {
        const bool is_reading = visit->exchange.reader != NULL;
        count += is_reading;
        is_theirs = is_theirs || (is_reading && visit->exchange.login.staff_id == login->staff_id);
    }
    return count < READERS_MAX && !is_theirs;
}

int http_work_fds(const struct server *server, struct pollfd *fds, int most, int64_t *wait_ms)
{
    int count = 0;
    for (const struct visit *visit = server->waiting; visit != NULL && count < most;
         visit = visit->next) {
        const struct exchange *exchange = &visit->exchange;
        if (exchange->reader == NULL) {
            fds[count++] = (struct pollfd){.fd = verify_fd(exchange->verify), .events = POLLIN};
            continue;
        }
        const int64_t most_ms = calendar_reader_timeout_ms(exchange->reader);
        fds[count++] = calendar_reader_poll(exchange->reader);
        *wait_ms = most_ms < *wait_ms ? most_ms : *wait_ms;
    }
    return count;
}

void http_poll_work(struct server *server)
{
    struct visit **link = &server->waiting;
    while (*link != NULL) {
        struct visit *visit = *link;
        struct exchange *exchange = &visit->exchange;
        if (!poll_work(server, exchange)) {
            link = &visit->next;
            continue;
        }
        *link = visit->next;
        verify_end(exchange->verify);
        exchange->verify = NULL;
        visit->is_resumed = true;
        MHD_resume_connection(visit->connection);
    }
}

static enum err run_route(struct server *server, struct visit *visit)
{
    struct exchange *exchange = &visit->exchange;
    if (visit->is_resumed) {
        return exchange->then(exchange);
    }
    if (visit->route->is_reading_calendar && !may_read_calendar(server, &exchange->login)) {
        return ERR_BUSY;
    }
    const enum err err = read_body(visit);
    return err == ERR_OK ? route_run(visit->route, exchange) : err;
}

static enum MHD_Result run_visit(struct server *server, struct visit *visit)
{
    struct exchange *exchange = &visit->exchange;
    const enum err err = run_route(server, visit);
    if (err == ERR_OK && !visit->is_resumed && is_waiting(exchange)) {
        visit->next = server->waiting;
        server->waiting = visit;
        http_peer(visit->connection)->deadline_ms = clock_mono_ms() + DESK_DEADLINE_MS;
        MHD_suspend_connection(visit->connection);
        return MHD_YES;
    }
    server->is_changed = server->is_changed || !exchange->is_get;
    return send_result(visit, err);
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
