/* Shared by the files that change sessions, for nobody else. All expect an open transaction. */
#pragma once

#include "core/session_desk.h"

/* This one first, then those after it. */
struct session_choice {
    int64_t ids[1 + SERIES_MAX];
    int count;
};
enum err session_choose(struct db *db, int64_t session_id, enum session_scope scope,
                        struct session_choice *chosen) NODISCARD;
/* Whether what that actor wants with it only waits for the concierge. */
enum err session_waits(struct db *db, const struct actor *actor, const struct request *session,
                       enum verb verb, bool *waits) NODISCARD;
/* ERR_NOT_FOUND also for a request that is no session. */
enum err session_load(struct db *db, int64_t session_id, struct request *session) NODISCARD;
/* session_act and session_change within an open transaction, because of another decision just made
 * (NULL: of their own accord). What is said is checked before. */
enum err session_act_because(struct db *db, const struct request *cause,
                             const struct session_act *act, struct session_done *done) NODISCARD;
enum err session_change_because(struct db *db, const struct request *cause,
                                const struct session_change *change,
                                struct session_done *done) NODISCARD;
/* A date that begins before it ends, within a day. */
bool session_is_possible(int64_t starts_s, int64_t ends_s);
/* Whoever comes or waits is told, in words, and not asked again. Adds to *told. */
enum err session_tell(struct db *db, int64_t session_id, const char *reason_code, const char *words,
                      int *told) NODISCARD;
/* Whether it is another title, not the same one spelt otherwise (base/fold.h). */
bool session_is_renamed(const char *before, const char *after);
/* Tells how it was called before, if it is another title. Adds to *told. */
enum err session_tell_title(struct db *db, int64_t session_id, const char *before,
                            const char *after, int *told) NODISCARD;
/* The notices that a session's last decision brought about. Adds to *told. */
enum err session_count_told(struct db *db, int64_t session_id, int *told) NODISCARD;
