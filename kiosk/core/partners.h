/* Who else helps: partners by need, and the lines to phone in danger.
 *
 * Partners and their hours may show to everybody; a person's matter with one of them is nowhere
 * here. Source: db/README.md, "Sensitive matters". */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/db.h"

enum { PARTNERS_MAX = 128, ONCALL_MAX = 6 };

struct partner {
    int64_t id;
    const char *name; /* texts as take_said() has them; "" none, but for the name */
    const char *summary;
    const char *hours;
    const char *place;
    const char *phone;
    bool is_provider;
};

/* Those that help with need_code (core/codes.h), by name. Gives an arena array.
 * ERR_FULL more than PARTNERS_MAX · as query_end. */
enum err partners_by_need(struct db *db, const char *need_code, struct arena *arena,
                          struct partner **partners, int *count) NODISCARD;
/* counts[i]: how many help with the i-th of need_codes(). size: how long counts is. */
enum err partners_count_needs(struct db *db, int *counts, size_t size) NODISCARD;

/* The first of that name, to the letter. ERR_NOT_FOUND. */
enum err partners_find(struct db *db, const char *name, int64_t *partner_id) NODISCARD;

struct oncall_line {
    const char *label;
    const char *phone;
};
/* The lines of the safety screen, in their order. lines: ONCALL_MAX; texts in the arena.
 * ERR_FULL more rows · as query_end. */
enum err oncall_lines(struct db *db, struct arena *arena, struct oncall_line lines[ONCALL_MAX],
                      int *count) NODISCARD;
