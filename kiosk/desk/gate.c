/* What must be shown before a body is read: whose page asks, who is signed in, and that what
 * follows is of the size and kind expected. */
#include <sodium.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "desk/parts.h"

static const char COOKIE[] = "desk";

struct header_count {
    const char *name;
    int count;
    const char *value;
};

static enum MHD_Result count_header(void *context, enum MHD_ValueKind kind, const char *name,
                                    const char *value)
{
    struct header_count *header = context;
    (void)kind;
    if (strcasecmp(name, header->name) == 0) {
        header->count++;
        header->value = value;
    }
    return MHD_YES;
}

static struct header_count find_header(struct MHD_Connection *connection, const char *name)
{
    struct header_count header = {.name = name};
    (void)MHD_get_connection_values(connection, MHD_HEADER_KIND, count_header, &header);
    return header;
}

/* Nothing, or ":8080". */
static bool is_port(const char *text)
{
    return text[0] == '\0' || (text[0] == ':' && text[1] != '\0' &&
                               strspn(text + 1, "0123456789") == strlen(text + 1));
}

/* host: a Host header's, or an origin's. It must be ours: the address listened on, this machine,
 * or the name the options give. A page elsewhere may have made its own name lead here. */
static bool is_our_host(const struct server *server, const char *host)
{
    const char *names[] = {server->options.address, "127.0.0.1", "localhost", "[::1]",
                           server->options.host};
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        const size_t len = strlen(names[i]);
        if (len > 0 && strncasecmp(host, names[i], len) == 0 && is_port(host + len)) {
            return true;
        }
    }
    return false;
}

static bool is_same_origin(const struct server *server, struct MHD_Connection *connection)
{
    const struct header_count origin = find_header(connection, MHD_HTTP_HEADER_ORIGIN);
    const struct header_count host = find_header(connection, MHD_HTTP_HEADER_HOST);
    const char *name = origin.count != 1 ? NULL : strstr(origin.value, "://");
    return name != NULL && is_our_host(server, name + 3) && strcasecmp(name + 3, host.value) == 0;
}

unsigned gate_check_headers(const struct server *server, struct MHD_Connection *connection,
                            bool has_body)
{
    const struct header_count host = find_header(connection, MHD_HTTP_HEADER_HOST);
    const struct header_count length = find_header(connection, MHD_HTTP_HEADER_CONTENT_LENGTH);
    if (host.count != 1 || length.count > (has_body ? 1 : 0) ||
        find_header(connection, MHD_HTTP_HEADER_TRANSFER_ENCODING).count > 0) {
        return MHD_HTTP_BAD_REQUEST;
    }
    return is_our_host(server, host.value) ? 0 : MHD_HTTP_MISDIRECTED_REQUEST;
}

static enum role role_of(const struct login *login)
{
    static const struct {
        const char *code;
        enum role role;
    } ROLES[] = {{"organiser", ROLE_ORGANISER},
                 {"concierge", ROLE_CONCIERGE},
                 {"coordinator", ROLE_COORDINATOR}};
    for (size_t i = 0; i < ARRAY_LEN(ROLES); i++) {
        if (strcmp(ROLES[i].code, login->staff.role) == 0) {
            return ROLES[i].role;
        }
    }
    return ROLE_PUBLIC;
}

enum role gate_find_role(struct server *server, struct MHD_Connection *connection,
                         struct login *login, const char **token)
{
    *token = MHD_lookup_connection_value(connection, MHD_COOKIE_KIND, COOKIE);
    if (*token == NULL || login_find(server->db, *token, login) != ERR_OK) {
        *token = "";
        *login = (struct login){0};
        return ROLE_PUBLIC;
    }
    return role_of(login);
}

/* What no form of another page can send. */
static bool is_type_of(const struct route *route, const char *type)
{
    return strcasecmp(type, route->file_type == NULL ? "application/json" : route->file_type) == 0;
}

/* The error's name; NULL: this visit may come in. */
static const char *check_post(const struct server *server, struct MHD_Connection *connection,
                              const struct route *route, const struct exchange *exchange,
                              unsigned *status)
{
    const struct header_count type = find_header(connection, MHD_HTTP_HEADER_CONTENT_TYPE);
    const struct header_count token = find_header(connection, "X-Token");
    const struct header_count length = find_header(connection, MHD_HTTP_HEADER_CONTENT_LENGTH);
    int64_t bytes = 0;
    *status = MHD_HTTP_FORBIDDEN;
    if (!is_same_origin(server, connection)) {
        return "origin";
    }
    if (route->csrf == CSRF_TOKEN &&
        (token.count != 1 || strlen(token.value) != LOGIN_CSRF_BYTES - 1 ||
         sodium_memcmp(token.value, exchange->login.csrf, LOGIN_CSRF_BYTES - 1) != 0)) {
        return "token";
    }
    *status = MHD_HTTP_UNSUPPORTED_MEDIA_TYPE;
    if (type.count != 1 || !is_type_of(route, type.value)) {
        return "type";
    }
    *status = MHD_HTTP_LENGTH_REQUIRED;
    if (length.count != 1 || text_parse_int(str_of(length.value), INT64_MAX, &bytes) != ERR_OK) {
        return "length";
    }
    *status = MHD_HTTP_CONTENT_TOO_LARGE;
    return (size_t)bytes > route_body_most(route) ? "too-large" : NULL;
}

const char *gate_check(const struct server *server, struct MHD_Connection *connection,
                       const struct route *route, const struct exchange *exchange, unsigned *status)
{
    if (exchange->role < route->least) {
        *status = exchange->role == ROLE_PUBLIC ? MHD_HTTP_UNAUTHORIZED : MHD_HTTP_FORBIDDEN;
        return exchange->role == ROLE_PUBLIC ? "signed-out" : "role";
    }
    if (exchange->login.must_change && !route->is_for_temporary) {
        *status = MHD_HTTP_FORBIDDEN;
        return "must-change";
    }
    return route->method == METHOD_POST ? check_post(server, connection, route, exchange, status)
                                        : NULL;
}
