/* Event streams: who has the page open hears of every change within a second, whoever made it. What
 * is told is counts, never a name. */
#include <errno.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "desk/parts.h"

enum { TEXT_BYTES = 4096, LOGIN_LOOK_MS = 30000, ARENA_BYTES = 64 << 10 };

struct stream {
    struct stream *next;
    struct server *server;
    struct MHD_Connection *connection;
    struct peer *peer;
    char token[LOGIN_TOKEN_BYTES];
    enum role role;
    bool is_suspended;
    bool has_ended;  /* nothing follows what is still to be sent */
    int64_t version; /* the last one told */
    int64_t ping_ms;
    int64_t login_ms;
    char text[TEXT_BYTES]; /* still to be sent, from `sent` on */
    size_t len;
    size_t sent;
};

static void say(struct stream *stream, const char *text)
{
    const size_t len = strlen(text);
    if (stream->sent == stream->len) {
        stream->sent = 0;
        stream->len = 0;
    }
    if (len > TEXT_BYTES - stream->len) {
        return; /* whoever does not read is told the newest later: version stays behind */
    }
    memcpy(stream->text + stream->len, text, len);
    stream->len += len;
    stream->ping_ms = clock_mono_ms() + DESK_PING_MS;
}

static void wake(struct stream *stream)
{
    if (stream->is_suspended) {
        stream->is_suspended = false;
        MHD_resume_connection(stream->connection);
    }
}

static ssize_t read_stream(void *context, uint64_t position, char *buf, size_t size)
{
    struct stream *stream = context;
    (void)position;
    const size_t left = stream->len - stream->sent;
    if (left > 0) {
        const size_t len = left < size ? left : size;
        memcpy(buf, stream->text + stream->sent, len);
        stream->sent += len;
        return (ssize_t)len;
    }
    if (stream->has_ended || stream->server->is_ending) {
        return MHD_CONTENT_READER_END_OF_STREAM;
    }
    stream->is_suspended = true;
    MHD_suspend_connection(stream->connection);
    return 0;
}

static void free_stream(void *context)
{
    struct stream *stream = context;
    struct stream **link = &stream->server->streams;
    while (*link != stream) {
        link = &(*link)->next;
    }
    *link = stream->next;
    stream->server->stream_count--;
    sodium_memzero(stream, sizeof(*stream));
    free(stream);
}

/* Counts are the desk's: an organiser hears only that something changed. */
static void tell(struct stream *stream)
{
    char text[TEXT_BYTES];
    const char *live = stream->role >= ROLE_CONCIERGE ? stream->server->live : "{}";
    const int len = snprintf(text, sizeof(text), "id: %lld\nevent: change\ndata: %s\n\n",
                             (long long)stream->server->version, live);
    if (len > 0 && (size_t)len < sizeof(text) &&
        (size_t)len <= TEXT_BYTES - (stream->sent == stream->len ? 0 : stream->len)) {
        say(stream, text);
        stream->version = stream->server->version;
    }
}

enum MHD_Result stream_open(struct server *server, struct MHD_Connection *connection,
                            const struct login *login, const char *token)
{
    struct stream *stream = calloc(1, sizeof(*stream));
    if (stream == NULL) {
        log_fatal("out of memory for an event stream");
    }
    stream->server = server;
    stream->connection = connection;
    stream->peer = http_peer(connection);
    stream->role = strcmp(login->staff.role, "organiser") == 0 ? ROLE_ORGANISER : ROLE_CONCIERGE;
    stream->login_ms = clock_mono_ms() + LOGIN_LOOK_MS;
    memcpy(stream->token, token, sizeof(stream->token));
    say(stream, "retry: 2000\n\n");
    if (server->live != NULL) {
        tell(stream);
    }
    struct MHD_Response *response = MHD_create_response_from_callback(
        MHD_SIZE_UNKNOWN, TEXT_BYTES, read_stream, stream, free_stream);
    if (response == NULL) {
        log_fatal("out of memory for an event stream");
    }
    stream->next = server->streams;
    server->streams = stream;
    server->stream_count++;
    stream->peer->is_stream = true;
    (void)MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, "text/event-stream");
    (void)MHD_add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
    (void)MHD_add_response_header(response, "X-Accel-Buffering", "no"); /* nginx: as it comes */
    const enum MHD_Result result = MHD_queue_response(connection, MHD_HTTP_OK, response);
    MHD_destroy_response(response);
    return result;
}

/* Whether something was written since the last look, by anybody. */
static bool has_changed(struct server *server)
{
    const int64_t data_version = db_data_version(server->db);
    const bool is_changed = server->is_changed || data_version != server->data_version;
    server->data_version = data_version;
    server->is_changed = false;
    return is_changed;
}

/* What there is to do today with loans. */
static enum err count_loans(struct server *server, int64_t *count)
{
    const int64_t now_s = clock_now_s();
    struct query q = db_query(server->db, Q_DESK_LOANS_COUNT);
    query_int(&q, "now_s", now_s);
    query_int(&q, "day_s", clock_day_s(now_s, 0));
    query_int(&q, "next_day_s", clock_day_s(now_s, 1));
    return query_one_int(&q, count);
}

static void look_again(struct server *server)
{
    struct arena *arena = arena_create("live", ARENA_BYTES);
    int64_t loans = 0;
    const char *json = NULL;
    const enum err counted = count_loans(server, &loans);
    struct query q = db_query(server->db, Q_DESK_LIVE);
    query_int(&q, "loans", loans);
    if (query_step(&q)) {
        json = take_text(&q, arena);
    }
    const enum err err = query_end(&q);
    if (counted == ERR_OK && err == ERR_OK && json != NULL) {
        free(server->live);
        server->live = strdup(json);
        server->version++;
    } else {
        server->is_changed = true; /* once more at the next tick */
    }
    arena_destroy(arena);
}

/* A client that closed its end, or was cut off, reads as the end of file. */
static bool is_client_gone(const struct stream *stream)
{
    char byte = 0;
    const ssize_t got = recv(stream->peer->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return got == 0 || (got < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

static void serve(struct stream *stream)
{
    const int64_t now_ms = clock_mono_ms();
    if (stream->has_ended) {
        return;
    }
    if (is_client_gone(stream)) {
        stream->has_ended = true;
        stream->sent = stream->len;
        (void)shutdown(stream->peer->fd, SHUT_RDWR);
    } else if (now_ms >= stream->login_ms) {
        stream->login_ms = now_ms + LOGIN_LOOK_MS;
        if (!login_is_running(stream->server->db, stream->token)) {
            say(stream, "event: over\ndata: {}\n\n");
            stream->has_ended = true;
        }
    }
    if (!stream->has_ended && stream->version < stream->server->version) {
        tell(stream);
    }
    if (!stream->has_ended && now_ms >= stream->ping_ms) {
        say(stream, "event: ping\ndata: {}\n\n"); /* which a page can notice the lack of */
    }
    if (stream->has_ended || stream->sent < stream->len) {
        wake(stream);
    }
}

void stream_tick(struct server *server)
{
    if (has_changed(server)) {
        look_again(server);
    }
    struct stream *next = NULL;
    for (struct stream *stream = server->streams; stream != NULL; stream = next) {
        next = stream->next;
        serve(stream);
    }
}

void stream_end_all(struct server *server)
{
    for (struct stream *stream = server->streams; stream != NULL; stream = stream->next) {
        stream->has_ended = true;
        wake(stream);
    }
}
