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
/* ERR_NOT_FOUND also for a request that is no session. */
enum err session_load(struct db *db, int64_t session_id, struct request *session) NODISCARD;
/* A date that begins before it ends, within a day. */
bool session_is_possible(int64_t starts_s, int64_t ends_s);
/* The notices that a session's last decision brought about. Adds to *told. */
enum err session_count_told(struct db *db, int64_t session_id, int *told) NODISCARD;
