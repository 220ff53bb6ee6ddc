/* One address, read once: https only, with libcurl.
 *
 * webcal:// and http:// are read as https://; nothing is ever asked or answered in the clear. At
 * most FETCH_REDIRECTS_MAX redirections, to https again. Only public machines are connected to,
 * after each resolution and each redirection, unless the house allows its own network. No cookies,
 * no passwords, no proxy, no compression, no file or other protocol. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "fetch/ends.h"

enum {
    FETCH_BYTES_MAX = 8 << 20, /* as much as conciergerie-ical reads */
    FETCH_MARK_CHARS = 200,    /* a longer mark is not kept: the next reading is a whole one */
    FETCH_REDIRECTS_MAX = 3,
    FETCH_CONNECT_S = 10,
    FETCH_TOTAL_S = 30
};

struct fetch_options {
    const char *url;
    const char *etag, *modified; /* marks of the last reading; "" none */
    const char *ca_file;         /* PEM of the authorities to trust; NULL: the machine's */
    bool may_be_private;
    const char *agent;
};

struct fetched {
    char *body; /* malloc; NULL unless FETCH_READ */
    size_t len;
    /* To be sent with the next reading; "" the site gives none. Printable ASCII. */
    char etag[FETCH_MARK_CHARS + 1];
    char modified[FETCH_MARK_CHARS + 1];
    long status; /* of HTTP; 0: there was no answer */
};

/* Once a process: it sets libcurl up. Gives fetched->body. */
enum fetch_end fetch_run(const struct fetch_options *options, struct fetched *fetched);
