/* Cards: a code that names nobody, known to the database by its hash only. Each holder has one
 * card; a new one ends the one before. Source: db/README.md, "Who may". */
#pragma once

#include <stdint.h>

#include "core/code.h"
#include "core/db.h"

enum { CARD_END_BYTES = 16 };

/* A household's person, a household as such (person_id 0), or a staff member. */
struct card_holder {
    int64_t household_id;
    int64_t person_id;
    int64_t staff_id;
};

struct card {
    struct card_holder holder;
    char end_code[CARD_END_BYTES]; /* with ERR_DENIED: lost, replaced, left */
};

/* text: what the scanner read.
 * ERR_INVALID not a card's code · ERR_NOT_FOUND no card of this house · ERR_DENIED it was ended, or
 * its holder left: card->end_code. */
enum err cards_find(struct db *db, const char *text, struct card *card) NODISCARD;

/* Both expect an open transaction.
 *
 * text: CODE_TEXT_BYTES, to be printed; it is nowhere else: wipe it. ERR_INVALID no such holder, or
 * a person of another household. */
enum err cards_issue(struct db *db, struct card_holder holder,
                     char text[CODE_TEXT_BYTES]) NODISCARD;
/* end_code: lost, replaced, left. ERR_NOT_FOUND no card to end · ERR_INVALID another word. */
enum err cards_end(struct db *db, struct card_holder holder, const char *end_code) NODISCARD;
