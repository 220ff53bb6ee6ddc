#include "fetch/fetch.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <errno.h>
#include <netdb.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/err.h"
#include "base/log.h"
#include "base/text.h"
#include "base/url.h"
#include "fetch/address.h"

struct reading {
    const struct fetch_options *options;
    struct fetched *fetched;
    CURL *curl;
    bool is_too_big;
    bool is_private; /* a machine was not connected to */
};

/* ---- What libcurl calls ---- */

static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
    struct reading *reading = context;
    if (purpose != CURLSOCKTYPE_IPCXN) {
        return CURL_SOCKET_BAD;
    }
    if (!reading->options->may_be_private && !address_is_public(&address->addr)) {
        reading->is_private = true;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/* "ETag: …" into a mark; one that would not go back as it came is left out. */
static void keep_mark(struct str line, const char *name, char mark[FETCH_MARK_CHARS + 1])
{
    const size_t len = strlen(name);
    if (line.len <= len || strncasecmp(line.ptr, name, len) != 0 || line.ptr[len] != ':') {
        return;
    }
    const struct str value = str_trim(str_make(line.ptr + len + 1, line.len - len - 1));
    mark[0] = '\0';
    if (value.len > FETCH_MARK_CHARS) {
        return;
    }
    for (size_t i = 0; i < value.len; i++) {
        if (value.ptr[i] < 0x20 || value.ptr[i] > 0x7e) {
            return;
        }
    }
    memcpy(mark, value.ptr, value.len);
    mark[value.len] = '\0';
}

static size_t take_header(char *bytes, size_t size, size_t count, void *context)
{
    struct reading *reading = context;
    const struct str line = str_make(bytes, size * count);
    if (line.len >= 5 && strncasecmp(line.ptr, "HTTP/", 5) == 0) { /* of each redirection, too */
        reading->fetched->etag[0] = '\0';
        reading->fetched->modified[0] = '\0';
    }
    keep_mark(line, "ETag", reading->fetched->etag);
    keep_mark(line, "Last-Modified", reading->fetched->modified);
    return line.len;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context)
{
    struct reading *reading = context;
    struct fetched *fetched = reading->fetched;
    const size_t len = size * count;
    if (len > FETCH_BYTES_MAX - fetched->len) {
        reading->is_too_big = true;
        return 0;
    }
    memcpy(fetched->body + fetched->len, bytes, len);
    fetched->len += len;
    return len;
}

/* ---- The address ---- */

/* With https, whatever its scheme. False: not an address that is read. */
static bool make_address(const char *url, CURLU *address)
{
    char text[URL_CHARS + sizeof("https://")] = "https://";
    const char *rest = url_after_scheme(url);
    if (rest == NULL || strlen(url) > URL_CHARS) {
        return false;
    }
    memcpy(text + strlen("https://"), rest, strlen(rest) + 1);
    return curl_url_set(address, CURLUPART_URL, text, CURLU_DISALLOW_USER | CURLU_URLENCODE) ==
           CURLUE_OK;
}

/* ---- What went wrong ---- */

/* libcurl does not say why a name was not found. */
static enum fetch_end end_of_name(const struct reading *reading)
{
    char *url = NULL;
    char *host = NULL;
    struct addrinfo *found = NULL;
    int code = EAI_NONAME;
    CURLU *address = curl_url();
    if (curl_easy_getinfo(reading->curl, CURLINFO_EFFECTIVE_URL, &url) == CURLE_OK &&
        address != NULL && curl_url_set(address, CURLUPART_URL, url, 0) == CURLUE_OK &&
        curl_url_get(address, CURLUPART_HOST, &host, 0) == CURLUE_OK) {
        code = getaddrinfo(host, NULL, &(struct addrinfo){.ai_socktype = SOCK_STREAM}, &found);
        if (code == 0) {
            freeaddrinfo(found);
        }
    }
    curl_free(host);
    curl_url_cleanup(address);
    return code == EAI_NONAME || code == EAI_NODATA ? FETCH_NAME : FETCH_NETWORK;
}

static enum fetch_end end_of_connection(const struct reading *reading)
{
    long number = 0;
    if (reading->is_private) {
        return FETCH_PRIVATE;
    }
    (void)curl_easy_getinfo(reading->curl, CURLINFO_OS_ERRNO, &number);
    return number == ENETUNREACH || number == ENETDOWN ? FETCH_NETWORK : FETCH_REFUSED;
}

static enum fetch_end end_of_trouble(const struct reading *reading, CURLcode code)
{
    static const struct {
        CURLcode code;
        enum fetch_end end;
    } ends[] = {
        {CURLE_URL_MALFORMAT, FETCH_ADDRESS},
        {CURLE_UNSUPPORTED_PROTOCOL, FETCH_REDIRECT},
        {CURLE_TOO_MANY_REDIRECTS, FETCH_REDIRECT},
        {CURLE_LOGIN_DENIED, FETCH_REDIRECT}, /* sent on to an address with a password */
        {CURLE_OPERATION_TIMEDOUT, FETCH_SLOW},
        {CURLE_SSL_CONNECT_ERROR, FETCH_TLS},
        {CURLE_SSL_CIPHER, FETCH_TLS},
        {CURLE_PEER_FAILED_VERIFICATION, FETCH_TLS},
        {CURLE_FILESIZE_EXCEEDED, FETCH_TOO_BIG},
        {CURLE_OUT_OF_MEMORY, FETCH_OUT_OF_ORDER},
        {CURLE_FAILED_INIT, FETCH_OUT_OF_ORDER},
        {CURLE_SSL_CACERT_BADFILE, FETCH_OUT_OF_ORDER},
    };
    if (reading->is_too_big) {
        return FETCH_TOO_BIG;
    }
    if (code == CURLE_COULDNT_RESOLVE_HOST) {
        return end_of_name(reading);
    }
    if (code == CURLE_COULDNT_CONNECT) {
        return end_of_connection(reading);
    }
    for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
        if (ends[i].code == code) {
            return ends[i].end;
        }
    }
    return FETCH_BROKEN;
}

static enum fetch_end end_of_status(const struct reading *reading)
{
    const struct fetch_options *options = reading->options;
    const bool has_mark = options->etag[0] != '\0' || options->modified[0] != '\0';
    switch (reading->fetched->status) {
    case 200:
        return FETCH_READ;
    case 304:
        return has_mark ? FETCH_UNCHANGED : FETCH_ANSWER;
    case 401:
    case 403:
    case 407:
        return FETCH_FORBIDDEN;
    case 404:
    case 410:
        return FETCH_NOT_FOUND;
    case 429:
    case 503:
        return FETCH_OVERLOADED;
    default:
        return FETCH_ANSWER;
    }
}

/* ---- The reading ---- */

/* name: of a header; a mark that cannot stand in one is not sent. */
static struct curl_slist *add_mark(struct curl_slist *list, const char *name, const char *mark)
{
    char line[FETCH_MARK_CHARS + 32];
    const int len = snprintf(line, sizeof(line), "%s: %s", name, mark);
    if (mark[0] == '\0' || len < 0 || (size_t)len >= sizeof(line) ||
        !utf8_is_line(str_of(line), sizeof(line))) {
        return list;
    }
    struct curl_slist *longer = curl_slist_append(list, line);
    return longer == NULL ? list : longer;
}

static bool set_reading(struct reading *reading, CURLU *address, struct curl_slist *headers)
{
    const struct fetch_options *options = reading->options;
    CURL *curl = reading->curl;
    CURLcode bad = CURLE_OK;
    const struct {
        CURLoption option;
        long value;
    } numbers[] = {
        {CURLOPT_NOSIGNAL, 1},
        {CURLOPT_DISALLOW_USERNAME_IN_URL, 1},
        {CURLOPT_FOLLOWLOCATION, 1},
        {CURLOPT_MAXREDIRS, FETCH_REDIRECTS_MAX},
        {CURLOPT_CONNECTTIMEOUT, FETCH_CONNECT_S},
        {CURLOPT_TIMEOUT, FETCH_TOTAL_S},
        {CURLOPT_MAXFILESIZE, FETCH_BYTES_MAX},
        {CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1},
        {CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2},
        {CURLOPT_SSL_VERIFYPEER, 1},
        {CURLOPT_SSL_VERIFYHOST, 2},
        {CURLOPT_NETRC, CURL_NETRC_IGNORED},
    };
    for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
        bad |= curl_easy_setopt(curl, numbers[i].option, numbers[i].value);
    }
    bad |= curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
    bad |= curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "https");
    bad |= curl_easy_setopt(curl, CURLOPT_PROXY, "");
    bad |= curl_easy_setopt(curl, CURLOPT_USERAGENT, options->agent);
    bad |= curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    bad |= curl_easy_setopt(curl, CURLOPT_CURLU, address);
    bad |= curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    bad |= curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, reading);
    bad |= curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    bad |= curl_easy_setopt(curl, CURLOPT_HEADERDATA, reading);
    bad |= curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    bad |= curl_easy_setopt(curl, CURLOPT_WRITEDATA, reading);
    if (options->ca_file != NULL) {
        bad |= curl_easy_setopt(curl, CURLOPT_CAINFO, options->ca_file);
    }
    return bad == CURLE_OK;
}

static enum fetch_end read_address(struct reading *reading, CURLU *address)
{
    struct curl_slist *headers =
        curl_slist_append(NULL, "Accept: text/calendar, application/json;q=0.9, */*;q=0.1");
    headers = add_mark(headers, "If-None-Match", reading->options->etag);
    headers = add_mark(headers, "If-Modified-Since", reading->options->modified);
    enum fetch_end end = FETCH_OUT_OF_ORDER;
    if (set_reading(reading, address, headers)) {
        const CURLcode code = curl_easy_perform(reading->curl);
        (void)curl_easy_getinfo(reading->curl, CURLINFO_RESPONSE_CODE, &reading->fetched->status);
        end = code == CURLE_OK ? end_of_status(reading) : end_of_trouble(reading, code);
    } else {
        log_error("libcurl lacks an option");
    }
    curl_slist_free_all(headers);
    return end;
}

enum fetch_end fetch_run(const struct fetch_options *options, struct fetched *fetched)
{
    struct reading reading = {.options = options, .fetched = fetched};
    enum fetch_end end = FETCH_OUT_OF_ORDER;
    *fetched = (struct fetched){.body = malloc(FETCH_BYTES_MAX)};
    if (fetched->body == NULL || curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        log_error("the reading cannot begin");
        return end;
    }
    CURLU *address = curl_url();
    reading.curl = curl_easy_init();
    if (address != NULL && reading.curl != NULL) {
        end = make_address(options->url, address) ? read_address(&reading, address) : FETCH_ADDRESS;
    }
    curl_easy_cleanup(reading.curl);
    curl_url_cleanup(address);
    curl_global_cleanup();
    if (end != FETCH_READ) {
        free(fetched->body);
        fetched->body = NULL;
        fetched->len = 0;
    }
    return end;
}
