/* What goes out: JSON, the page's files, and the headers that all of it has. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "assets.h"
#include "base/log.h"
#include "desk/parts.h"

static const struct {
    const char *name, *value;
} HEADERS[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
     "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
};

static enum MHD_Result send_response(struct MHD_Connection *connection, unsigned status,
                                     const char *type, const char *cache,
                                     struct MHD_Response *response)
{
    if (response == NULL) {
        log_fatal("out of memory for an answer");
    }
    (void)MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, type);
    (void)MHD_add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, cache);
    for (size_t i = 0; i < ARRAY_LEN(HEADERS); i++) {
        (void)MHD_add_response_header(response, HEADERS[i].name, HEADERS[i].value);
    }
    const enum MHD_Result result = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return result;
}

enum MHD_Result answer_json(struct MHD_Connection *connection, unsigned status, const char *json,
                            const char *set_cookie)
{
    struct MHD_Response *response =
        MHD_create_response_from_buffer(strlen(json), (void *)json, MHD_RESPMEM_MUST_COPY);
    if (response != NULL && set_cookie != NULL) {
        (void)MHD_add_response_header(response, MHD_HTTP_HEADER_SET_COOKIE, set_cookie);
    }
    return send_response(connection, status, "application/json", "no-store", response);
}

enum MHD_Result answer_refusal(struct MHD_Connection *connection, unsigned status,
                               const char *error)
{
    char json[64];
    (void)snprintf(json, sizeof(json), "{\"error\":\"%s\"}", error);
    return answer_json(connection, status, json, NULL);
}

/* Whether one of those that the client has is this one, of which a proxy may have made a weak one:
 * "a", W/"b". */
static bool is_known(struct MHD_Connection *connection, const char *etag)
{
    const char *known =
        MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_IF_NONE_MATCH);
    return known != NULL && strstr(known, etag) != NULL;
}

/* "no-cache": kept, but never shown without having asked. */
static enum MHD_Result send_file(struct MHD_Connection *connection, const char *type,
                                 const char *etag, struct MHD_Response *response)
{
    if (response != NULL) {
        (void)MHD_add_response_header(response, MHD_HTTP_HEADER_ETAG, etag);
    }
    return send_response(connection,
                         is_known(connection, etag) ? MHD_HTTP_NOT_MODIFIED : MHD_HTTP_OK, type,
                         "no-cache", response);
}

enum MHD_Result answer_asset(struct MHD_Connection *connection, const struct asset *asset)
{
    return send_file(
        connection, asset->type, asset->etag,
        MHD_create_response_from_buffer(is_known(connection, asset->etag) ? 0 : asset->len,
                                        (void *)asset->bytes, MHD_RESPMEM_PERSISTENT));
}

enum MHD_Result answer_text(struct MHD_Connection *connection, const char *type, const char *text)
{
    unsigned char hash[crypto_generichash_BYTES_MIN];
    char hex[2 * sizeof(hash) + 1];
    char etag[sizeof(hex) + 2];
    const size_t len = strlen(text);
    (void)crypto_generichash(hash, sizeof(hash), (const unsigned char *)text, len, NULL, 0);
    (void)sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
    (void)snprintf(etag, sizeof(etag), "\"%s\"", hex);
    return send_file(connection, type, etag,
                     MHD_create_response_from_buffer(is_known(connection, etag) ? 0 : len,
                                                     (void *)text, MHD_RESPMEM_MUST_COPY));
}

enum MHD_Result answer_health(struct server *server, struct MHD_Connection *connection)
{
    int64_t one = 0;
    struct query q = db_query(server->db, Q_DESK_ALIVE);
    const bool is_well = query_one_int(&q, &one) == ERR_OK;
    return answer_json(connection, is_well ? MHD_HTTP_OK : MHD_HTTP_SERVICE_UNAVAILABLE,
                       is_well ? "{\"well\":true}" : "{\"well\":false}", NULL);
}
