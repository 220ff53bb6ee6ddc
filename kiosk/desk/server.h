/* The desk's server: libmicrohttpd in one thread, driven by our own loop.
 *
 * Limits: connections in all and per address, event streams apart; a header or body that is too
 * large is refused. Deadlines are absolute, since the library's own is an idle timeout that a drip
 * of bytes keeps alive: within DESK_DEADLINE_MS of its opening, or of its last answer, a connection
 * has sent a whole request and taken its answer, or it is cut; one whose request waits for work
 * beside the loop has as long from there. Event streams have none; whoever
 * closed theirs is noticed at the next tick. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/db.h"
#include "core/pin.h"

enum {
    DESK_CONNECTIONS_MAX = 512,
    DESK_PER_ADDRESS_MAX = 64, /* event streams apart */
    DESK_STREAMS_MAX = 128,
    DESK_HEADER_BYTES = 16 << 10,
    DESK_DEADLINE_MS = 15000,
    DESK_TICK_MS = 1000, /* what others wrote is looked for */
    DESK_PING_MS = 15000 /* an event stream says something at least as often */
};

struct server_options {
    const char *address;  /* "127.0.0.1" */
    int port;             /* 0: any free one */
    const char *host;     /* the name under which browsers reach the page; "" only by its address */
    bool is_behind_proxy; /* a proxy on this machine limits each address itself */
    const struct pin_key *pin_key; /* NULL: PINs cannot be drawn; kept */
};

struct server;

/* Listens. Keeps db. Gives *server (server_stop). ERR_INVALID not an address · ERR_BUSY the port is
 * taken · ERR_IO. */
enum err server_start(struct db *db, const struct server_options *options,
                      struct server **server) NODISCARD;
int server_port(const struct server *server);
/* Serves until stop_fd is readable. ERR_IO. */
enum err server_run(struct server *server, int stop_fd) NODISCARD;
/* Ends streams and connections. Accepts NULL. */
void server_stop(struct server *server);
