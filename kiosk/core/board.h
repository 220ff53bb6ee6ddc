/* The neighbours' board: needs and offers that the desk published, without names.
 *
 * What hangs there is the category, the pictured choice and, if the desk wrote some, its own
 * anonymised words; never the asker's. Requests marked "only for me" and categories that are not
 * for the board stay away whatever their state. Source: db/README.md, "Sensitive
 * matters". */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/db.h"
#include "core/request.h"

enum { BOARD_PAGE = 10 };

struct board_item {
    int64_t request_id;
    int64_t since_s;            /* when it was published */
    char direction[CODE_BYTES]; /* need, offer */
    char category[CODE_BYTES];  /* of core/codes.h */
    char choice[CODE_BYTES];
    const char *words; /* the desk's; "" none */
    const char *lang;  /* of the words */
};

/* All borrowed. */
struct board_filter {
    const char *direction; /* need, offer; "" both */
    const char *category;  /* "" all */
    int64_t after_id;      /* the last item of the page before; 0 begins with the newest */
};

struct board_page {
    int count;
    bool has_more;
    struct board_item items[BOARD_PAGE];
};

/* Newest first; texts in the arena. Errors of query_end. */
enum err board_list(struct db *db, const struct board_filter *filter, struct arena *arena,
                    struct board_page *page) NODISCARD;
/* How many needs and offers hang there. */
enum err board_count(struct db *db, int *needs, int *offers) NODISCARD;

struct board_card {
    struct board_item item;
    bool is_own;      /* the household's */
    bool has_replied; /* the household has a reply that has not ended */
};

/* One card, as household_id sees it (0: nobody known). ERR_NOT_FOUND it does not hang there, or no
 * longer. */
enum err board_card(struct db *db, int64_t request_id, int64_t household_id, struct arena *arena,
                    struct board_card *card) NODISCARD;
