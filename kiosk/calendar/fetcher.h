/* The fetching process, conciergerie-fetch, from outside: what stands at an address on the web.
 *
 * It is waited for until it is over: for commands, which have nothing else to do. The address goes
 * to its standard input; nobody sees it in a list of processes. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum {
    CALENDAR_FETCHER_MS = 45000, /* it ends by itself sooner: kiosk/fetch/fetch.h */
    CALENDAR_FETCHER_BYTES = 8 << 20,
    CALENDAR_FETCHER_SAID_BYTES = 16 << 10
};

struct calendar_fetch {
    const char *program; /* NULL: conciergerie-fetch, base/place.h */
    const char *url;
    const char *etag, *modified; /* of the last reading; "" none */
    const char *ca_file;         /* authorities to trust; NULL: the machine's */
    bool may_be_private;         /* also the house's own network */
};

struct calendar_fetched {
    const char *fault; /* "", else: "no_fetcher" it cannot be started, "slow" it did not end in
                          time, "too_big" it wrote more than it may, "ended" it died */
    char *report;      /* the line of JSON that it wrote (kiosk/app/main_fetch.c); "" none */
    char *body;
    size_t len;
};

/* Gives *fetched (calendar_fetched_free). What else it wrote to standard error goes to ours. */
void calendar_fetch(const struct calendar_fetch *fetch, struct calendar_fetched *fetched);
void calendar_fetched_free(struct calendar_fetched *fetched);
