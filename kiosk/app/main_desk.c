/* conciergerie-desk: parse, open, serve. */
#include <getopt.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/exit.h"
#include "base/log.h"
#include "base/text.h"
#include "core/house.h"
#include "desk/route.h"
#include "desk/server.h"

enum { PORT_MAX = 65535, ADDRESS_BYTES = 64 };

static const char HELP[] =
    "usage: conciergerie-desk --db FILE [OPTIONS]\n"
    "\n"
    "Serves the concierge's page, beside the touchscreen and on the same database.\n"
    "\n"
    "  --db FILE            the house's database\n"
    "  --listen ADDR:PORT   where to listen: 127.0.0.1:8080 (default); port 0: any free one,\n"
    "                       which is printed. Put nginx with TLS in front for a network\n"
    "  --host NAME          the name by which browsers reach the page, beside the address\n"
    "  --proxy              nginx stands in front and limits each address itself\n"
    "  --pin-key FILE       the key of the PINs; without it no PIN can be drawn at the desk\n"
    "  --at TIME            the site's local time to start at, 2026-09-08T16:42: it runs on\n"
    "  --routes             prints every route, its method and who may use it; needs no --db\n"
    "  --help, --version\n"
    "\n"
    "Ends on SIGTERM or SIGINT. Exit codes: 0 ended; 2 the command line cannot be understood;\n"
    "10 + n an error: 11 busy, or the port is taken; 13 impossible value, or an older database:\n"
    "conciergerie migrate; 14 no such database or file; 16 the key may be read by others; 18\n"
    "network or disk; 19 read-only; 21 database newer than this program; 22 not a Conciergerie\n"
    "database; 23 damaged.\n";

struct desk_options {
    const char *db, *listen, *host, *pin_key, *at;
    bool is_behind_proxy;
    char address[ADDRESS_BYTES];
    int port;
};

static const struct option OPTIONS[] = {
    {"db", required_argument, NULL, 'd'},   {"listen", required_argument, NULL, 'l'},
    {"host", required_argument, NULL, 'n'}, {"proxy", no_argument, NULL, 'p'},
    {"at", required_argument, NULL, 'a'},   {"pin-key", required_argument, NULL, 'k'},
    {"routes", no_argument, NULL, 'r'},     {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'v'},    {NULL, 0, NULL, 0},
};

static int wrong(const char *what)
{
    (void)fprintf(stderr, "conciergerie-desk: %s\nTry --help.\n", what);
    return EXIT_USAGE;
}

static void print_routes(void)
{
    static const char *const ROLES[] = {[ROLE_PUBLIC] = "public",
                                        [ROLE_ORGANISER] = "organiser",
                                        [ROLE_CONCIERGE] = "concierge",
                                        [ROLE_COORDINATOR] = "coordinator"};
    for (size_t i = 0; route_at(i) != NULL; i++) {
        const struct route *route = route_at(i);
        const char *type = route->file_type == NULL ? "" : route->file_type;
        (void)printf("%s %s %s%s%s%s\n", route->method == METHOD_GET ? "GET" : "POST", route->path,
                     ROLES[route->least], route->csrf == CSRF_SAME_ORIGIN ? " no-token" : "",
                     type[0] == '\0' ? "" : " ", type);
    }
}

/* "127.0.0.1:8080", "[::1]:8080" */
static bool read_listen(struct desk_options *options)
{
    const char *colon = strrchr(options->listen, ':');
    const char *from = options->listen;
    int64_t port = 0;
    if (colon == NULL || text_parse_int(str_of(colon + 1), PORT_MAX, &port) != ERR_OK) {
        return false;
    }
    size_t len = (size_t)(colon - from);
    if (len > 2 && from[0] == '[' && from[len - 1] == ']') {
        from++;
        len -= 2;
    }
    if (len == 0 || len >= sizeof(options->address)) {
        return false;
    }
    memcpy(options->address, from, len);
    options->address[len] = '\0';
    options->port = (int)port;
    return true;
}

/* -1: go on; else the exit code. */
static int parse(int argc, char **argv, struct desk_options *options)
{
    int option = 0;
    *options = (struct desk_options){.listen = "127.0.0.1:8080", .host = ""};
    const struct {
        int option;
        const char **value;
    } texts[] = {{'d', &options->db},
                 {'l', &options->listen},
                 {'n', &options->host},
                 {'a', &options->at},
                 {'k', &options->pin_key}};
    while ((option = getopt_long(argc, argv, "h", OPTIONS, NULL)) != -1) {
        for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
            if (texts[i].option == option) {
                *texts[i].value = optarg;
            }
        }
        switch (option) {
        case 'p':
            options->is_behind_proxy = true;
            break;
        case 'r':
            print_routes();
            return 0;
        case 'h':
            (void)fputs(HELP, stdout);
            return 0;
        case 'v':
            (void)printf("conciergerie-desk %s\n", PROJECT_VERSION);
            return 0;
        case '?':
            return wrong("that option is not known, or lacks its value");
        default:
            break;
        }
    }
    if (optind < argc) {
        return wrong("that is one word too many");
    }
    if (options->db == NULL) {
        return wrong("--db is needed");
    }
    return read_listen(options) ? -1 : wrong("--listen wants an address such as 127.0.0.1:8080");
}

static enum err open_house(const struct desk_options *options, struct db **db)
{
    enum { SITE_BYTES = 64 << 10 };
    struct house_site site;
    int64_t at_s = 0;
    struct arena *arena = arena_create("setup", SITE_BYTES);
    enum err err = db_open(options->db, DB_EXISTING, db);
    if (err == ERR_OK) {
        err = house_site(*db, arena, &site);
    }
    if (err == ERR_OK) {
        err = clock_set_zone(site.zone);
    }
    if (err == ERR_OK && options->at != NULL) {
        err = clock_parse(options->at, &at_s);
        if (err == ERR_OK) {
            clock_start_at(at_s);
        } else {
            log_error("--at wants a local time such as 2026-09-08T16:42");
        }
    }
    arena_destroy(arena);
    return err;
}

/* Readable once somebody asks the program to end. */
static int open_stop_signal(void)
{
    sigset_t stops;
    (void)sigemptyset(&stops);
    (void)sigaddset(&stops, SIGTERM);
    (void)sigaddset(&stops, SIGINT);
    (void)sigprocmask(SIG_BLOCK, &stops, NULL);
    (void)signal(SIGPIPE, SIG_IGN);
    return signalfd(-1, &stops, SFD_CLOEXEC);
}

static enum err serve(const struct desk_options *options, struct db *db, const struct pin_key *key)
{
    const struct server_options how = {.address = options->address,
                                       .port = options->port,
                                       .host = options->host,
                                       .is_behind_proxy = options->is_behind_proxy,
                                       .pin_key = key};
    struct server *server = NULL;
    const int stop_fd = open_stop_signal();
    if (stop_fd < 0) {
        log_error("signals cannot be waited for");
        return ERR_IO;
    }
    enum err err = server_start(db, &how, &server);
    if (err == ERR_OK) {
        const bool is_six = strchr(options->address, ':') != NULL;
        (void)printf("http://%s%s%s:%d/\n", is_six ? "[" : "", options->address, is_six ? "]" : "",
                     server_port(server));
        (void)fflush(stdout);
        err = server_run(server, stop_fd);
    }
    server_stop(server);
    (void)close(stop_fd);
    return err;
}

int main(int argc, char **argv)
{
    struct desk_options options;
    struct pin_key key = {0};
    struct db *db = NULL;
    const int code = parse(argc, argv, &options);
    if (code >= 0) {
        return code;
    }
    if (sodium_init() < 0) {
        log_error("libsodium cannot start");
        return exit_code(ERR_IO);
    }
    enum err err = options.pin_key == NULL ? ERR_OK : pin_key_load(options.pin_key, &key);
    if (err == ERR_OK) {
        err = open_house(&options, &db);
    }
    if (err == ERR_OK) {
        err = serve(&options, db, options.pin_key == NULL ? NULL : &key);
    }
    db_close(db);
    explicit_bzero(&key, sizeof(key));
    return exit_code(err);
}
