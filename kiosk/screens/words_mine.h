/* A resident's own requests in words: what it is, how it stands, what comes next, what one can do.
 *
 * A line or card that was narrowed (core/mine.h) gives narrower words: a kind instead of a title, a
 * next step without its date. Texts are in the frame's arena or the catalogue's. */
#pragma once

#include "core/mine.h"
#include "screens/screen.h"

/* "Place à un atelier", "Coup de main". */
const char *words_mine_kind(const struct mine_line *line);
/* "Perceuse", "Une promenade"; the kind where nothing more may be said. */
const char *words_mine_title(const struct mine_line *line);
/* How it stands: words_state(), but that a helping hand is not the same to both. */
const char *words_mine_state(const struct mine_line *line);
enum ui_icon words_mine_icon(const struct mine_line *line);
enum ui_color words_mine_color(enum kind kind);
/* "mercredi 9 septembre, 14 h", "du 11 au 13 septembre"; "" nothing is wanted by a date. */
const char *words_mine_when(const struct scene *scene, const struct mine_line *line);

/* What happens next, or what to do: "À retirer demain 17 h." "" where nothing follows. */
const char *words_mine_next(const struct scene *scene, const struct mine_line *line);
/* The same where it names a moment, for a list's one line; "" otherwise. */
const char *words_mine_soon(const struct scene *scene, const struct mine_line *line);
/* Why, if there is a reason: "Il n’y a plus de place." "" none. session_reason: of a booking's
 * session; "" unknown. */
const char *words_mine_reason(const struct scene *scene, const struct mine_line *line,
                              const char *session_reason);

/* What a resident can do beside the moves of the flow. */
enum mine_act {
    MINE_FAULT = VERB_COUNT, /* "ça ne marche pas" */
    MINE_UNSETTLED,          /* "ce n’est pas réglé" */
    MINE_LONGER,             /* keep a loan */
    MINE_CLAIM,              /* a guest's ticket to the card that was shown */
    MINE_ACT_COUNT
};

/* One button. Labels are msgids. */
struct mine_verb {
    enum kind kind;  /* KIND_COUNT: any */
    enum state from; /* STATE_COUNT: any */
    int act;         /* enum verb or enum mine_act */
    const char *label;
    const char *question;    /* asked again before it is done; NULL: done at once */
    const char *consequence; /* under the question */
    enum ui_icon icon;
    enum mine_look { MINE_YES, MINE_NO, MINE_SIDE, MINE_END } look;
};
/* In the order in which they stand; for one act the first that fits counts. */
const struct mine_verb *words_mine_verbs(size_t *count);
/* NULL: not for residents, or not here. */
const struct mine_verb *words_mine_verb(const struct mine_line *line, int act);
