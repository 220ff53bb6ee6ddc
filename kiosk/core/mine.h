/* A resident's own requests: what is new for them, what is under way, what ended.
 *
 * How much a line or a card says depends on what its reader has shown (request_access): whatever
 * they may not know is not in it, so a screen cannot tell too much. With a ticket's number only
 * state, coded reason and next step; with household number and PIN also kind and dates; with a card
 * or the ticket's code all. A household's private requests are listed for their asker's own card
 * and PIN alone. All functions also give query_end's errors.
 * Source: db/README.md, "Who may". */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/db.h"
#include "core/request.h"

enum {
    MINE_RUNNING_MAX = 60,
    MINE_PAGE = 10,
    MINE_RECENT_S = 60 * 86400 /* what ended longer ago is history: card and PIN */
};

/* A request in a list. Texts are "" where there is nothing, or nothing for this reader. */
struct mine_line {
    /* ACCESS_STATE */
    int64_t request_id;
    int no; /* of the last decision: what the reader saw */
    enum kind kind;
    enum state state;
    enum verb verb; /* of the last decision */
    enum who by;    /* who made it */
    char reason[CODE_BYTES];
    int64_t since_s;
    int64_t answer_by_s; /* 0: none promised */
    bool is_ended;
    bool is_untold; /* somebody decided, and nobody has told the resident yet */
    bool is_private;
    bool is_proposed;  /* a reply that the desk thought of: it asks whether they would help */
    bool awaits_other; /* agreed, and the other one has not said yes yet */
    bool is_on_board;  /* published, and for all neighbours to read */
    char direction[CODE_BYTES];       /* of a help request */
    char number[TICKET_NUMBER_BYTES]; /* with ACCESS_ANSWER alone: "" */
    /* ACCESS_ANSWER */
    int64_t from_s, until_s; /* 0: open */
    /* ACCESS_FULL */
    int64_t session_id, item_id, service_id, copy_id, parent_id;
    int adults, children;
    char category[CODE_BYTES];
    char choice[CODE_BYTES];
    const char *title; /* activity, item or service; "" for helping hands */
    const char *icon;  /* its name in ui/icons.h */
};

/* It waits for the resident's yes or no. */
bool mine_asks(const struct mine_line *line);
/* Untold, or it waits for an answer. */
bool mine_is_news(const struct mine_line *line);

struct mine_list {
    struct mine_line *lines; /* in the arena */
    int count;
    bool has_more;
};

struct mine {
    struct mine_list running; /* latest change first; at most MINE_RUNNING_MAX */
    struct mine_list news;    /* ended of late, and still untold; at most MINE_PAGE */
    struct mine_list ended;   /* the rest, latest end first; a page */
};

/* Where a page of what ended begins: behind this line; {0, 0}: at the latest. */
struct mine_key {
    int64_t since_s;
    int64_t request_id;
};

/* The household's, as the actor may see them; nothing for an actor without card and PIN. */
enum err mine_load(struct db *db, const struct actor *actor, struct mine_key ended_after,
                   struct arena *arena, struct mine *mine) NODISCARD;

/* One request, with what its reader may know. */
struct mine_card {
    struct mine_line line;
    enum access access;
    bool may[VERB_COUNT]; /* moves that the reader may make */
    bool has_said_done;   /* it is for the other one to confirm */
    int rank;             /* on the waiting list, from 1; 0: not on one */
    /* ACCESS_ANSWER */
    struct terms before;   /* before the move or the other proposal that the last decision made */
    int64_t offer_until_s; /* of an offered seat or copy: to be answered by; 0: not offered */
    enum state session_state;        /* of a booking's session */
    char session_reason[CODE_BYTES]; /* why it is postponed or cancelled */
    /* ACCESS_FULL */
    bool is_guests; /* nobody's yet: a card may claim it */
    int64_t asked_at_s;
    const char *place;
    const char *partner; /* to whom it was sent on, else who sees to it */
    int64_t deposit_cents;
    int64_t agreed_cents; /* of what was left or visited; -1: no price was agreed on */
    int64_t asked_cents;  /* the price to agree to; -1: none */
    int64_t paid_cents;   /* -1: nothing */
    const char *words;    /* the resident's own */
    const char *words_lang;
    const char *answer; /* what the desk wrote with its last decision */
    const char *answer_lang;
    bool has_said_fault;
    bool has_said_unsettled;
    /* The last wish to keep a loan longer; id 0: none. */
    int64_t extension_id;
    enum state extension_state;
    int64_t extension_until_s;
};

/* ERR_NOT_FOUND there is none · ERR_DENIED the actor may not see it. */
enum err mine_card(struct db *db, int64_t request_id, const struct actor *actor,
                   struct arena *arena, struct mine_card *card) NODISCARD;

enum { MINE_RETURNS_MAX = 6 };

/* When a loan that is out could come back later. */
struct mine_returns {
    int64_t at_s[MINE_RETURNS_MAX]; /* the start of an opening, one a day */
    int count;
    bool is_longest;    /* none: its class allows no longer */
    bool is_taken_next; /* none: the next loan of the copy stands in the way */
};
/* loan: a line in state out. Staffed openings after its end, before the next loan of the copy and
 * within what its class allows. ERR_FULL, ERR_CLOCK as house_staffed_spans. */
enum err mine_returns(struct db *db, const struct mine_line *loan,
                      struct mine_returns *returns) NODISCARD;
