/* The staff mode in words: what a request is, who asks, what the desk can do with it and what
 * follows. Never a name: household and ticket numbers. Texts are in the frame's arena or the
 * catalogue's. */
#pragma once

#include "core/queue.h"
#include "screens/screen.h"
#include "screens/words_help.h"

/* The door it came through. */
const char *words_domain(enum queue_domain domain);
enum ui_color words_domain_color(enum queue_domain domain);
/* "Place à un atelier", "Prêt", "Coup de main : besoin". */
const char *words_line_kind(const struct queue_line *line);
/* "Couture : ourlets et boutons", "Perceuse n° 2", "Changer une ampoule", "Un rendez-vous". */
const char *words_line_title(const struct scene *scene, const struct queue_line *line);
enum ui_icon words_line_icon(const struct queue_line *line);
/* "foyer 0087", "sans carte, ticket 407 312". */
const char *words_line_who(const struct scene *scene, const struct queue_line *line);
/* "ven. 11 sept. → mar. 15 sept.", "mercredi 14 h · 2 adultes"; "" nothing is wanted by a date. */
const char *words_line_when(const struct scene *scene, const struct queue_line *line);

/* "ven. 11 → mar. 15" */
const char *words_days(const struct scene *scene, int64_t from_s, int64_t until_s);

/* What the desk can do with a request: a button, and what is said once it is done. Labels are
 * msgids. NULL for what the screen does not offer. */
struct staff_verb {
    enum kind kind;  /* KIND_COUNT: any */
    enum state from; /* STATE_COUNT: any */
    enum verb verb;
    const char *label;
    const char *done;
    enum ui_icon icon;
};
const struct staff_verb *words_verb(enum kind kind, enum state from, enum verb verb);
/* Where something under way stands, for whoever takes it further: "à planifier", "à l’atelier". ""
 * for a state that the desk has nothing to do with. */
const char *words_under_way(enum state state);
/* Why a copy will not be there: "en entretien", "en retard". */
const char *words_away(enum state why);
/* What was done, whatever it was: "Réservé", "Refusé". */
const char *words_done(enum kind kind, enum verb verb);
/* What follows from yes, for under the button: "Reste : 1 place · à dire : mercredi 14 h". */
const char *words_consequence(const struct scene *scene, const struct queue_card *card);
/* What stands against a yes, as said to the desk. */
const char *words_obstacle(enum guard guard);
/* Why it did not pass by itself: "Règle : au-dessus de 2, la conciergerie décide". "" unknown. */
const char *words_rule(const struct scene *scene, const struct queue_card *card);

/* Reasons in a word or two, with a picture: refusals, a session's, a closing's. */
const struct pictured *words_reason(const char *code);
