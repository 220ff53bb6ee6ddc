/* Hand-over: what one colleague leaves for the others at the desk, read by each, done by one.
 *
 * The words stand in a row of their own and can be erased; that somebody wrote, read and did stays.
 * Each function opens its own transaction, and also gives house_begin's and query_end's errors.
 * Source: db/README.md, "The desk's day". */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/db.h"

enum {
    HANDOVER_MAX_CHARS = 1000,
    HANDOVER_RECENT_S = 7 * 86400 /* done longer ago: not shown any more */
};

/* A new note. words: UTF-8. Writes handover, handover_words. ERR_INVALID no words, too long, or
 * unclean · ERR_NOT_FOUND no such staff member. */
enum err handover_write(struct db *db, int64_t staff_id, const char *words,
                        int64_t *handover_id) NODISCARD;
/* Other words, also after handover_erase; whoever read the note has to read it again. Writes
 * handover_words, handover_read. ERR_INVALID as above · ERR_NOT_FOUND · ERR_DENIED somebody else
 * wrote it · ERR_CONFLICT it is done. */
enum err handover_rewrite(struct db *db, int64_t handover_id, int64_t staff_id,
                          const char *words) NODISCARD;
/* Deletes the words; the note is shown no more. ERR_NOT_FOUND no such note, or no words ·
 * ERR_DENIED somebody else wrote it, and this is no coordinator. */
enum err handover_erase(struct db *db, int64_t handover_id, int64_t staff_id) NODISCARD;
/* "Lu." Twice is once. Writes handover_read. ERR_NOT_FOUND. */
enum err handover_set_read(struct db *db, int64_t handover_id, int64_t staff_id) NODISCARD;
/* "Fait", or not done after all. Writes handover; done is read, too. ERR_NOT_FOUND · ERR_CONFLICT
 * it is so already: a colleague was faster. */
enum err handover_set_done(struct db *db, int64_t handover_id, int64_t staff_id,
                           bool is_done) NODISCARD;
