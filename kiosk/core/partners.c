#include "core/partners.h"

#include <string.h>

#include "base/log.h"
#include "core/codes.h"
#include "core/query.h"
#include "core/request.h"

enum err partners_by_need(struct db *db, const char *need_code, struct arena *arena,
                          struct partner **partners, int *count)
{
    bool is_full = false;
    *partners = arena_array(arena, PARTNERS_MAX, sizeof(**partners));
    *count = 0;
    struct query q = db_query(db, Q_PARTNERS_BY_NEED);
    query_text(&q, "need_code", need_code);
    while (!is_full && query_step(&q)) {
        is_full = *count == PARTNERS_MAX;
        if (!is_full) {
            struct partner *partner = &(*partners)[(*count)++];
            partner->id = take_int(&q);
            partner->name = take_own(&q, arena);
            partner->summary = take_said(&q, arena);
            partner->hours = take_said(&q, arena);
            partner->place = take_said(&q, arena);
            partner->phone = take_own(&q, arena);
            partner->is_provider = take_int(&q) != 0;
        }
    }
    const enum err err = query_end(&q);
    if (err == ERR_OK && is_full) {
        log_warn("partners: more than %d help with one need", PARTNERS_MAX);
    }
    return err == ERR_OK && is_full ? ERR_FULL : err;
}

enum err partners_find(struct db *db, const char *name, int64_t *partner_id)
{
    struct query q = db_query(db, Q_PARTNERS_FIND);
    query_text(&q, "name", name);
    return query_one_int(&q, partner_id);
}

enum err partners_count_needs(struct db *db, int *counts, size_t size)
{
    size_t need_count = 0;
    const char *const *codes = need_codes(&need_count);
    char code[CODE_BYTES];
    memset(counts, 0, size * sizeof(*counts));
    struct query q = db_query(db, Q_PARTNERS_COUNT_NEEDS);
    while (query_step(&q)) {
        take_code(&q, code, sizeof(code));
        const int partners = (int)take_int(&q);
        for (size_t i = 0; i < need_count && i < size; i++) {
            if (strcmp(codes[i], code) == 0) {
                counts[i] = partners;
            }
        }
    }
    return query_end(&q);
}

enum err oncall_lines(struct db *db, struct arena *arena, struct oncall_line lines[ONCALL_MAX],
                      int *count)
{
    bool is_full = false;
    *count = 0;
    struct query q = db_query(db, Q_ONCALL_LINES);
    while (!is_full && query_step(&q)) {
        is_full = *count == ONCALL_MAX;
        if (!is_full) {
            lines[*count].label = take_said(&q, arena);
            lines[*count].phone = take_own(&q, arena);
            (*count)++;
        }
    }
    const enum err err = query_end(&q);
    if (err == ERR_OK && is_full) {
        log_warn("partners: more than %d on-call lines", ONCALL_MAX);
    }
    return err == ERR_OK && is_full ? ERR_FULL : err;
}
