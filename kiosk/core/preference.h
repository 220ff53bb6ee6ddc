/* How somebody likes the screen, remembered for their card.
 *
 * It belongs to the person whose card it is, or to the household if the card is nobody's in
 * particular, so that a new card finds it again. It goes with the person: with their name, with the
 * household that is forgotten, or at their own word. The desk shows nothing of it. Source:
 * WCAG 2.2, 2.2.1 and 1.4.4 (what was set once need not be set again); GDPR, article 9: it is about
 * a screen, and says of no one why. */
#pragma once

#include <stdbool.h>

#include "core/cards.h"
#include "core/db.h"

enum { PREFERENCE_LANG_BYTES = 8, PREFERENCE_RATE_MAX = 1000 };

struct preference {
    char lang[PREFERENCE_LANG_BYTES]; /* ISO 639, never "" */
    int text_percent;                 /* 100 – 200 */
    bool is_high_contrast;
    bool is_easy_typeface;
    bool is_low;    /* "à ma hauteur" */
    bool is_spoken; /* speech begins by itself */
    int rate;       /* of speech, words a minute; 0: as the house has it */
};

/* holder: of a card that was scanned; not staff. Each: ERR_INVALID staff, or nobody · as query_end.
 */

/* ERR_NOT_FOUND nothing is remembered. */
enum err preference_get(struct db *db, struct card_holder holder,
                        struct preference *preference) NODISCARD;
/* In the place of what was remembered. Opens its own transaction; writes preference.
 * ERR_INVALID also a value beyond its bounds. */
enum err preference_set(struct db *db, struct card_holder holder,
                        const struct preference *preference) NODISCARD;
/* Fine when nothing is remembered. Opens its own transaction; writes preference. */
enum err preference_forget(struct db *db, struct card_holder holder) NODISCARD;
