#include "core/paper.h"

#include "base/clock.h"
#include "core/code.h"
#include "core/house.h"
#include "core/people.h"
#include "core/query.h"
#include "core/request_rows.h"

static enum err check_room(struct db *db, int count)
{
    int64_t reserved = 0;
    struct query q = db_query(db, Q_PAPER_COUNT_RESERVED);
    const enum err err = query_one_int(&q, &reserved);
    return err != ERR_OK ? err : reserved + count > PAPER_RESERVED_MAX ? ERR_FULL : ERR_OK;
}

static enum err add_number(struct db *db, int64_t block_id, int position)
{
    char number[TICKET_NUMBER_BYTES];
    const enum err err = ticket_draw_number(db, number);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_PAPER_ADD_NUMBER);
    query_int(&q, "block_id", block_id);
    query_int(&q, "position", position);
    query_text(&q, "number", number);
    return query_run(&q);
}

static enum err make_block(struct db *db, int64_t staff_id, int count, int64_t *block_id)
{
    struct staff staff;
    enum err err = people_get_staff(db, staff_id, &staff);
    if (err == ERR_OK) {
        err = check_room(db, count);
    }
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_PAPER_ADD_BLOCK);
    query_int(&q, "staff_id", staff_id);
    query_int(&q, "now_s", clock_now_s());
    err = query_run(&q);
    *block_id = db_last_id(db);
    for (int i = 1; err == ERR_OK && i <= count; i++) {
        err = add_number(db, *block_id, i);
    }
    return err;
}

enum err paper_make_block(struct db *db, int64_t staff_id, int count, int64_t *block_id)
{
    *block_id = 0;
    if (count < 1 || count > PAPER_BLOCK_MAX) {
        return ERR_INVALID;
    }
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, make_block(db, staff_id, count, block_id)) : err;
}

/* The block is given up, or no longer, and its numbers with it. */
static enum err set_given_up(struct db *db, int64_t block_id, bool is_given_up, int *changed)
{
    int64_t was_given_up = 0;
    struct query q = db_query(db, Q_PAPER_BLOCK_GET);
    query_int(&q, "block_id", block_id);
    enum err err = query_one_int(&q, &was_given_up);
    if (err == ERR_OK && (was_given_up != 0) == is_given_up) {
        err = ERR_CONFLICT;
    }
    if (err == ERR_OK && !is_given_up) {
        err = check_room(db, PAPER_BLOCK_MAX);
    }
    if (err != ERR_OK) {
        return err;
    }
    q = db_query(db, Q_PAPER_BLOCK_SET_GIVEN_UP);
    query_int(&q, "block_id", block_id);
    query_int_or_null(&q, "given_up_at_s", is_given_up ? clock_now_s() : 0);
    err = query_run(&q);
    if (err == ERR_OK) {
        q = db_query(db, is_given_up ? Q_PAPER_FREE_NUMBERS : Q_PAPER_RESERVE_NUMBERS);
        query_int(&q, "block_id", block_id);
        err = query_run(&q);
        *changed = db_changes(db);
    }
    return err;
}

enum err paper_give_up(struct db *db, int64_t block_id, int *freed)
{
    *freed = 0;
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, set_given_up(db, block_id, true, freed)) : err;
}

enum err paper_take_up(struct db *db, int64_t block_id, int *reserved)
{
    *reserved = 0;
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, set_given_up(db, block_id, false, reserved)) : err;
}

enum err paper_check(struct db *db, const char *number)
{
    int64_t is_reserved = 0;
    if (!ticket_number_is_valid(number)) {
        return ERR_INVALID;
    }
    struct query q = db_query(db, Q_PAPER_GET);
    query_text(&q, "number", number);
    const enum err err = query_one_int(&q, &is_reserved);
    return err == ERR_OK && is_reserved == 0 ? ERR_CONFLICT : err;
}

enum err paper_use(struct db *db, const char *number, int64_t request_id)
{
    const enum err err = paper_check(db, number);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_PAPER_USE);
    query_text(&q, "number", number);
    query_int(&q, "request_id", request_id);
    return query_run(&q);
}
