/* Residents and what they ask, for the tests of core/mine.h. */
#pragma once

#include "support_ask.h"
#include "support_db.h"

#include "core/mine.h"

/* A resident who has shown this and nothing else. */
struct actor with_card(int64_t household_id);
struct actor with_pin(int64_t household_id);
/* The asker's own card and PIN. */
struct actor in_full(int64_t household_id, int64_t person_id);
struct actor with_token(int64_t request_id);
struct actor with_number(int64_t request_id);

/* Two adults. */
struct receipt ask_seats(struct world *world, int64_t session_id, struct actor actor);
/* A need, with words. */
int64_t ask_help(struct world *world, const char *category, bool is_private, struct actor actor);
void must_move(struct world *world, struct move what);
/* By the desk. */
void desk_decides(struct world *world, int64_t request_id, enum verb verb, const char *reason);

/* As their reader sees it. */
struct mine_card card_of(struct world *world, int64_t request_id, struct actor actor);
