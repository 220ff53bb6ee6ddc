/* What server.c, gate.c, http.c, answer.c and stream.c share. */
#pragma once

#include <microhttpd.h>
#include <poll.h>
#include <sys/socket.h>

#include "core/tries.h"
#include "desk/route.h"
#include "desk/server.h"

/* A connection, from its opening to its end: libmicrohttpd's socket context. */
struct peer {
    bool is_used;
    bool is_stream;
    bool is_cut;
    int fd;
    struct sockaddr_storage address;
    int64_t deadline_ms; /* clock_mono_ms() */
};

struct asset;
struct visit;
struct stream;

struct server {
    struct db *db;
    struct server_options options;
    struct tries tries;
    struct MHD_Daemon *daemon;
    int port;
    struct peer peers[DESK_CONNECTIONS_MAX];
    struct visit *waiting;  /* for work beside the loop */
    struct stream *streams; /* open */
    int stream_count;
    bool is_changed; /* the desk itself wrote */
    bool is_ending;
    int64_t data_version;
    int64_t version; /* of what the streams tell: grows with each change */
    char *live;      /* JSON of it; malloc */
};

/* ---- http.c ---- */

/* libmicrohttpd's handlers. */
enum MHD_Result http_answer(void *context, struct MHD_Connection *connection, const char *url,
                            const char *method, const char *http_version, const char *upload,
                            size_t *upload_size, void **visit);
void http_completed(void *context, struct MHD_Connection *connection, void **visit,
                    enum MHD_RequestTerminationCode code);
/* Goes on with visits whose work beside the loop is done. */
void http_poll_work(struct server *server);
/* What that work waits for, at most `most`; how many. *wait_ms: not longer, made less. */
int http_work_fds(const struct server *server, struct pollfd *fds, int most, int64_t *wait_ms);
struct peer *http_peer(struct MHD_Connection *connection);

/* ---- gate.c ---- */

/* 0: the headers are in order; else the status of the refusal. */
unsigned gate_check_headers(const struct server *server, struct MHD_Connection *connection,
                            bool has_body);
/* Who the cookie says they are; nobody, if the database cannot tell. Sets login and token. */
enum role gate_find_role(struct server *server, struct MHD_Connection *connection,
                         struct login *login, const char **token);
/* NULL: this route is open to them; else the refusal's name, and its status. */
const char *gate_check(const struct server *server, struct MHD_Connection *connection,
                       const struct route *route, const struct exchange *exchange,
                       unsigned *status);

/* ---- answer.c ---- */

/* set_cookie: NULL none. */
enum MHD_Result answer_json(struct MHD_Connection *connection, unsigned status, const char *json,
                            const char *set_cookie);
/* error: a word of ours. */
enum MHD_Result answer_refusal(struct MHD_Connection *connection, unsigned status,
                               const char *error);
/* A file by this content type, with an ETag of its bytes. */
enum MHD_Result answer_text(struct MHD_Connection *connection, const char *type, const char *text);
enum MHD_Result answer_asset(struct MHD_Connection *connection, const struct asset *asset);
/* Whether the database answers. */
enum MHD_Result answer_health(struct server *server, struct MHD_Connection *connection);

/* ---- stream.c ---- */

/* Answers with an event stream for whoever has this login. */
enum MHD_Result stream_open(struct server *server, struct MHD_Connection *connection,
                            const struct login *login, const char *token);
/* Looks for changes, tells them, pings, and ends streams whose login or client is gone. */
void stream_tick(struct server *server);
/* Lets all end. */
void stream_end_all(struct server *server);
