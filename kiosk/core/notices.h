/* The pile of what is to be told: decisions that changed something for somebody who has not read
 * them yet. One request is told at once, whatever has gathered about it.
 *
 * Each function that writes opens its own transaction, and gives house_begin's and query_end's
 * errors. Source: db/README.md, "Flows", 5. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/db.h"

enum { NOTICES_PAGE = 30, NOTICES_NOTE_CHARS = 280 };

/* A request of which somebody is to be told. */
struct notice {
    int64_t request_id;
    int64_t since_s;   /* the first of what is to be told */
    int64_t notice_id; /* of that */
};
/* After which a page begins; {0}: before the first. */
struct notice_key {
    int64_t since_s;
    int64_t notice_id;
};
struct notice_list {
    struct notice rows[NOTICES_PAGE];
    int count;
    bool is_more;
};
/* The longest waiting first. */
enum err notices_page(struct db *db, struct notice_key after, struct notice_list *list) NODISCARD;

/* They were told. how: "phone", "in_person", "paper".
 * ERR_INVALID another way · ERR_CONFLICT nothing is to be told: somebody did meanwhile, or they
 * read it. Writes notice. */
enum err notices_tell(struct db *db, int64_t request_id, const char *how,
                      int64_t staff_id) NODISCARD;
/* Takes that back, within SETTING_UNDO_S, by whoever did it.
 * ERR_CONFLICT nothing of that sort. Writes notice. */
enum err notices_untell(struct db *db, int64_t request_id, int64_t staff_id) NODISCARD;

/* They could not be reached: stays in the pile, one try more.
 * ERR_CONFLICT nothing is to be told. Writes notice, notice_try. */
enum err notices_try(struct db *db, int64_t request_id, int64_t staff_id) NODISCARD;
/* Takes the last try back, within SETTING_UNDO_S, by whoever did it. ERR_CONFLICT none of that
 * sort. Writes notice, notice_try. */
enum err notices_untry(struct db *db, int64_t request_id, int64_t staff_id) NODISCARD;

/* A word for colleagues: "call after six". "": none any more.
 * ERR_INVALID too long, or not clean UTF-8 · ERR_NOT_FOUND no such request. Writes notice_note. */
enum err notices_note(struct db *db, int64_t request_id, const char *words,
                      int64_t staff_id) NODISCARD;
