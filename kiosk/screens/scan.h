/* What a scanned code does, wherever it is scanned. */
#pragma once

#include "screens/screen.h"

/* A card makes its household known and leads to its requests (in a form: stays there); a ticket's
 * code leads to its request; a staff card to the staff's door. Unknown codes lead to the sentence
 * that says so. */
struct route scan_route(struct visit *visit, const char *code);
/* A card of others than those at the screen: the visit has to end before. */
bool scan_is_of_another(struct visit *visit, const char *code);
/* For screens that take a card themselves: a household's card makes its holder the actor.
 * Errors of cards_find, with what the trouble is about; a staff card changes nothing. */
enum err scan_card(struct visit *visit, const char *code, enum trouble_about *about) NODISCARD;
