/* A request entered at the desk: from a slip of paper, or for somebody who stands at the counter.
 *
 * The screen's forms cannot be filled in wrongly; what is typed at the desk can, so it is looked at
 * here before it is asked. Who asked and who entered it are both kept. Source: db/README.md, "The
 * desk's day". */
#pragma once

#include "base/arena.h"
#include "core/db.h"
#include "core/request.h"

enum { ENTER_PAST_S = 60 * 86400 /* an older slip is entered with this day's date */ };

/* ask: of the desk's actor, with household and person or a guest's first name and telephone;
 * channel "desk" or "paper"; what it is about by session_id, item_id (with copy_id and days, unless
 * it joins a waiting list), service_id, or category. Kind, a session's times and a service's wanted
 * day are filled in. Of a service's answers, dates are local midnights. *field: what is wrong, ""
 * if nothing is: "channel", "household_id", "person_id", "happened_at", "session_id", "item_id",
 * "copy_id", "from_s", "service_id", "answers.CODE", "direction", "category", "choice", "urgency",
 * "words", "paper_number". ERR_INVALID, ERR_NOT_FOUND, ERR_CONFLICT with *field · else as
 * request_ask. */
enum err enter_request(struct db *db, struct ask *ask, struct arena *arena, struct receipt *receipt,
                       const char **field) NODISCARD;
