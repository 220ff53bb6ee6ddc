/* Ticket numbers on paper: a block printed ahead, so that a request taken by hand in a power cut
 * keeps its number when it is entered. One number on slip, screen and desk.
 *
 * A number of a block is reserved: the screen draws it for nobody, until a request uses it
 * (struct ask's paper_number) or the block is given up. Functions open their own transaction, and
 * also give house_begin's and query_end's errors. Source: db/README.md, "The desk's day". */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/db.h"

enum {
    PAPER_BLOCK_MAX = 60,    /* numbers in a block */
    PAPER_RESERVED_MAX = 600 /* in all: of 100,000 there are */
};

/* Draws `count` numbers that are alive nowhere and reserved by no other block. Writes paper_block,
 * paper_number. count: 1 … PAPER_BLOCK_MAX, else ERR_INVALID · ERR_FULL PAPER_RESERVED_MAX are
 * reserved already, or no free ones were drawn · ERR_NOT_FOUND no such staff member. */
enum err paper_make_block(struct db *db, int64_t staff_id, int count, int64_t *block_id) NODISCARD;
/* The paper is lost or thrown away: what is not used of it may be drawn again. *freed: how many.
 * Writes paper_block, paper_number. ERR_NOT_FOUND · ERR_CONFLICT given up already. */
enum err paper_give_up(struct db *db, int64_t block_id, int *freed) NODISCARD;
/* It was found again: what nobody drew meanwhile is reserved again. *reserved: how many.
 * ERR_NOT_FOUND · ERR_CONFLICT it was not given up · ERR_FULL as paper_make_block. */
enum err paper_take_up(struct db *db, int64_t block_id, int *reserved) NODISCARD;

/* Whether a request can be entered with that number; writes nothing. ERR_INVALID not six digits, or
 * a wrong check digit · ERR_NOT_FOUND printed on no paper of this house · ERR_CONFLICT a request
 * has it already, or the block was given up. */
enum err paper_check(struct db *db, const char *number) NODISCARD;
