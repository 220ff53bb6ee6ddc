/* How a reading ends: each end has an exit code, a word for programs and a sentence for whoever
 * gave the address. */
#pragma once

enum { FETCH_EXIT = 40 };

enum fetch_end {
    FETCH_READ,        /* exit code 0: the answer stands on standard output */
    FETCH_UNCHANGED,   /* 41: nothing new since the reading that was named */
    FETCH_ADDRESS,     /* 42 */
    FETCH_PRIVATE,     /* 43 */
    FETCH_NAME,        /* 44 */
    FETCH_NETWORK,     /* 45 */
    FETCH_REFUSED,     /* 46 */
    FETCH_TLS,         /* 47 */
    FETCH_SLOW,        /* 48 */
    FETCH_TOO_BIG,     /* 49 */
    FETCH_REDIRECT,    /* 50 */
    FETCH_NOT_FOUND,   /* 51 */
    FETCH_FORBIDDEN,   /* 52 */
    FETCH_OVERLOADED,  /* 53 */
    FETCH_ANSWER,      /* 54 */
    FETCH_BROKEN,      /* 55 */
    FETCH_OUT_OF_ORDER /* 56: this program, not the address */
};
enum { FETCH_END_COUNT = FETCH_OUT_OF_ORDER + 1 };

/* Its exit code. */
int fetch_exit(enum fetch_end end);
/* "not_found": stable, for programs; the desk's page has a sentence for each. */
const char *fetch_code(enum fetch_end end);
const char *fetch_sentence(enum fetch_end end);
