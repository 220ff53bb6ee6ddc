/* Amendments: what an organiser proposes for a session that stands in the agenda, until the
 * concierge says yes; meanwhile the session stays as it is. For the files of core/ that change
 * sessions, for nobody else; all expect an open transaction. Source: db/README.md, "Organisers". */
#pragma once

#include "core/session_desk.h"

/* Asks for it; what was proposed of the same kind before, another date or another place and seats,
 * is taken back. Strings are borrowed.
 * *reasons: enum guard bits that failed. As request_ask. Tables: amendment, request*, decision. */
enum err amendment_ask_act(struct db *db, const struct session_act *act,
                           unsigned *reasons) NODISCARD;
enum err amendment_ask_change(struct db *db, const struct session_change *change,
                              unsigned *reasons) NODISCARD;
/* The consequence of the yes: the session is moved, published again or changed, by whoever said
 * yes. As session_act and session_change. */
enum err amendment_accepted(struct db *db, const struct request *amendment,
                            const struct move *move) NODISCARD;
/* The session is cancelled, and so is what was proposed for it; or it took place, and nobody has
 * answered: nothing is left to decide. */
enum err amendment_end_all(struct db *db, const struct request *session) NODISCARD;
