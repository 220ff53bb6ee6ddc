#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "desk/parts.h"

enum { WORK_FDS_MAX = 8, SWEEP_MS = 60000 };

/* ---- Connections ---- */

static bool is_same_address(const struct sockaddr_storage *a, const struct sockaddr *b)
{
    if (a->ss_family != b->sa_family) {
        return false;
    }
    if (b->sa_family == AF_INET) {
        return memcmp(&((const struct sockaddr_in *)(const void *)a)->sin_addr,
                      &((const struct sockaddr_in *)(const void *)b)->sin_addr,
                      sizeof(struct in_addr)) == 0;
    }
    return memcmp(&((const struct sockaddr_in6 *)(const void *)a)->sin6_addr,
                  &((const struct sockaddr_in6 *)(const void *)b)->sin6_addr,
                  sizeof(struct in6_addr)) == 0;
}

static enum MHD_Result accept_peer(void *context, const struct sockaddr *address, socklen_t len)
{
    const struct server *server = context;
    int from_there = 0;
    (void)len;
    for (int i = 0; i < DESK_CONNECTIONS_MAX && !server->options.is_behind_proxy; i++) {
        const struct peer *peer = &server->peers[i];
        if (peer->is_used && !peer->is_stream && is_same_address(&peer->address, address)) {
            from_there++;
        }
    }
    return from_there < DESK_PER_ADDRESS_MAX ? MHD_YES : MHD_NO;
}

static void open_peer(struct server *server, struct MHD_Connection *connection, void **context)
{
    const union MHD_ConnectionInfo *fd =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    const union MHD_ConnectionInfo *address =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    for (int i = 0; i < DESK_CONNECTIONS_MAX; i++) {
        struct peer *peer = &server->peers[i];
        if (!peer->is_used) {
            *peer = (struct peer){.is_used = true, .fd = fd->connect_fd};
            peer->deadline_ms = clock_mono_ms() + DESK_DEADLINE_MS;
            const struct sockaddr *from = address->client_addr;
            memcpy(&peer->address, from,
                   from->sa_family == AF_INET ? sizeof(struct sockaddr_in)
                                              : sizeof(struct sockaddr_in6));
            *context = peer;
            return;
        }
    }
    log_fatal("more connections than the library was told to take");
}

static void notify_connection(void *context, struct MHD_Connection *connection, void **peer,
                              enum MHD_ConnectionNotificationCode code)
{
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        open_peer(context, connection, peer);
    } else {
        ((struct peer *)*peer)->is_used = false;
    }
}

/* What is past its deadline is shut: the library then finds it closed, and forgets it. */
static void cut_late_peers(struct server *server)
{
    const int64_t now_ms = clock_mono_ms();
    for (int i = 0; i < DESK_CONNECTIONS_MAX; i++) {
        struct peer *peer = &server->peers[i];
        if (peer->is_used && !peer->is_stream && !peer->is_cut && now_ms >= peer->deadline_ms) {
            peer->is_cut = true;
            (void)shutdown(peer->fd, SHUT_RDWR);
        }
    }
}

/* ---- Start, loop, end ---- */

static bool read_address(const struct server_options *options, struct sockaddr_storage *address)
{
    struct sockaddr_in *four = (void *)address;
    struct sockaddr_in6 *six = (void *)address;
    memset(address, 0, sizeof(*address));
    if (inet_pton(AF_INET, options->address, &four->sin_addr) == 1) {
        four->sin_family = AF_INET;
        four->sin_port = htons((uint16_t)options->port);
        return true;
    }
    if (inet_pton(AF_INET6, options->address, &six->sin6_addr) == 1) {
        six->sin6_family = AF_INET6;
        six->sin6_port = htons((uint16_t)options->port);
        return true;
    }
    return false;
}

/* The library's own lines name no file of ours, and may hold what a client sent. */
static void ignore_library_log(void *context, const char *format, va_list args)
{
    (void)context;
    (void)format;
    (void)args;
}

static enum err listen_there(struct server *server, struct sockaddr_storage *address)
{
    const unsigned flags = MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG |
                           (address->ss_family == AF_INET6 ? MHD_USE_IPv6 : 0);
    errno = 0;
    server->daemon = MHD_start_daemon(
        flags, (uint16_t)server->options.port, accept_peer, server, http_answer, server,
        MHD_OPTION_EXTERNAL_LOGGER, ignore_library_log, NULL, MHD_OPTION_SOCK_ADDR, address,
        MHD_OPTION_NOTIFY_CONNECTION, notify_connection, server, MHD_OPTION_NOTIFY_COMPLETED,
        http_completed, server, MHD_OPTION_CONNECTION_LIMIT, (unsigned)DESK_CONNECTIONS_MAX,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)DESK_HEADER_BYTES, MHD_OPTION_STRICT_FOR_CLIENT,
        1, MHD_OPTION_LISTENING_ADDRESS_REUSE, 1u, MHD_OPTION_END);
    if (server->daemon == NULL) {
        const int error = errno;
        log_error("cannot listen on port %d: %s", server->options.port,
                  error == 0 ? "no reason given" : strerrorname_np(error));
        return error == EADDRINUSE ? ERR_BUSY : ERR_IO;
    }
    const union MHD_DaemonInfo *info =
        MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_BIND_PORT);
    server->port = info == NULL ? server->options.port : info->port;
    return ERR_OK;
}

enum err server_start(struct db *db, const struct server_options *options, struct server **server)
{
    struct sockaddr_storage address;
    *server = NULL;
    if (!read_address(options, &address)) {
        log_error("not an address to listen on");
        return ERR_INVALID;
    }
    struct server *started = calloc(1, sizeof(*started));
    if (started == NULL) {
        log_fatal("out of memory starting the desk");
    }
    started->db = db;
    started->options = *options;
    started->tries = tries_make(db);
    started->data_version = db_data_version(db);
    started->is_changed = true;
    const enum err err = listen_there(started, &address);
    if (err != ERR_OK) {
        free(started);
        return err;
    }
    *server = started;
    return ERR_OK;
}

int server_port(const struct server *server)
{
    return server->port;
}

/* Until something comes in, work beside the loop goes on, or the next tick is due. */
static enum err wait_for_work(struct server *server, int stop_fd, int64_t tick_ms, bool *has_ended)
{
    struct pollfd fds[WORK_FDS_MAX + 2];
    int64_t wait_ms = tick_ms - clock_mono_ms();
    const int work_count = http_work_fds(server, fds + 2, WORK_FDS_MAX, &wait_ms);
    MHD_UNSIGNED_LONG_LONG library_ms = 0;
    if (MHD_get_timeout(server->daemon, &library_ms) == MHD_YES && (int64_t)library_ms < wait_ms) {
        wait_ms = (int64_t)library_ms;
    }
    const union MHD_DaemonInfo *info =
        MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_EPOLL_FD);
    fds[0] = (struct pollfd){.fd = stop_fd, .events = POLLIN};
    fds[1] = (struct pollfd){.fd = info->epoll_fd, .events = POLLIN};
    if (poll(fds, (nfds_t)work_count + 2, wait_ms < 0 ? 0 : (int)wait_ms) < 0 && errno != EINTR) {
        log_error("waiting: %s", strerrorname_np(errno));
        return ERR_IO;
    }
    *has_ended = (fds[0].revents & POLLIN) != 0;
    return ERR_OK;
}

static void sweep(struct server *server)
{
    int count = 0;
    const enum err err = sweep_run(server->db, &count);
    if (err != ERR_OK) {
        log_warn("what time decides could not be written: %s", err_name(err));
    } else if (count > 0) {
        server->is_changed = true;
    }
}

enum err server_run(struct server *server, int stop_fd)
{
    enum err err = ERR_OK;
    bool has_ended = false;
    int64_t tick_ms = 0;
    int64_t sweep_ms = 0;
    while (err == ERR_OK && !has_ended) {
        err = wait_for_work(server, stop_fd, tick_ms, &has_ended);
        http_poll_work(server); /* first: the library tells no timeout for what is resumed */
        if (MHD_run(server->daemon) != MHD_YES) {
            log_error("the server cannot go on");
            err = ERR_IO;
        }
        if (clock_mono_ms() >= sweep_ms) {
            sweep(server);
            sweep_ms = clock_mono_ms() + SWEEP_MS;
        }
        if (server->is_changed || clock_mono_ms() >= tick_ms) {
            cut_late_peers(server);
            stream_tick(server);
            tick_ms = clock_mono_ms() + DESK_TICK_MS;
        }
    }
    return err;
}

void server_stop(struct server *server)
{
    enum { LAST_ROUNDS = 100, ROUND_US = 5000 };
    if (server == NULL) {
        return;
    }
    server->is_ending = true;
    stream_end_all(server);
    /* The library may not be stopped while a connection is suspended: let them all wake. */
    for (int i = 0; i < LAST_ROUNDS && (server->streams != NULL || server->waiting != NULL); i++) {
        http_poll_work(server);
        (void)MHD_run(server->daemon);
        (void)usleep(ROUND_US);
    }
    MHD_stop_daemon(server->daemon);
    free(server->live);
    free(server);
}
