/* Asking and deciding in the small house of support_db.h. */
#pragma once

#include "support_db.h"

#include "core/request.h"

struct actor guest(void);
/* Known by a card. */
struct actor member(int64_t household_id);
struct actor desk(int64_t staff_id);

/* Seats of a session that begins on 9 September 2026 at 14:00. */
struct ask seats(int64_t session_id, int adults, int children, struct actor actor);
struct ask loan(int64_t item_id, int64_t copy_id, const char *from, const char *until,
                struct actor actor);
struct receipt must_ask(struct world *world, struct ask ask);
enum err move_by(struct world *world, int64_t id, enum verb verb, struct actor actor,
                 struct outcome *outcome);
enum state state_now(struct world *world, int64_t id);
int64_t seats_taken(struct world *world, int64_t session_id);
