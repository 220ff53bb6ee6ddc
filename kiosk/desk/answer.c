/* What goes out: JSON, the page's files, and the headers that all of it has. */
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

enum MHD_Result answer_asset(struct MHD_Connection *connection, const struct asset *asset)
{
    const char *known =
        MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_IF_NONE_MATCH);
    const bool is_known = known != NULL && strcmp(known, asset->etag) == 0;
    struct MHD_Response *response = MHD_create_response_from_buffer(
        is_known ? 0 : asset->len, (void *)asset->bytes, MHD_RESPMEM_PERSISTENT);
    if (response != NULL) {
        (void)MHD_add_response_header(response, MHD_HTTP_HEADER_ETAG, asset->etag);
    }
    return send_response(connection, is_known ? MHD_HTTP_NOT_MODIFIED : MHD_HTTP_OK, asset->type,
                         "no-cache", response);
}

enum MHD_Result answer_health(struct server *server, struct MHD_Connection *connection)
{
    int64_t one = 0;
    struct query q = db_query(server->db, Q_DESK_ALIVE);
    const bool is_well = query_one_int(&q, &one) == ERR_OK;
    return answer_json(connection, is_well ? MHD_HTTP_OK : MHD_HTTP_SERVICE_UNAVAILABLE,
                       is_well ? "{\"well\":true}" : "{\"well\":false}", NULL);
}
