/* What the files of core/ that write households share; used by nobody else. All expect an open
 * transaction. */
#pragma once

#include "core/household.h"

/* requests: JSON; NULL is "[]". */
enum err household_note(struct db *db, int64_t household_id, int64_t staff_id, const char *code,
                        int64_t number, const char *requests) NODISCARD;
/* ERR_NOT_FOUND no such household, or it left. */
enum err household_must_live(struct db *db, int64_t household_id) NODISCARD;
/* ERR_DENIED it is the staff member's own. */
enum err household_must_be_others(struct db *db, int64_t household_id, int64_t staff_id) NODISCARD;
/* Clean, trimmed, at most so many characters; not empty if is_needed. */
bool household_text_is_fit(const char *text, size_t most, bool is_needed);
