/* A session's waiting list at the desk. The rank is when one asked; a free seat is offered to the
 * next, or to any that fits; a group for which there is not enough room is asked whether some of it
 * come, not passed over. All functions open their own transaction and also give request_move's
 * errors. Source: db/README.md, "Waiting lists". */
#pragma once

#include "core/request.h"

/* Offers seats to a booking that waits, or whose offer lapsed: to all of them, or to so many of
 * them (adults + children, not more of either than asked; both 0: all).
 * ERR_INVALID more than asked · ERR_FULL no room for so many · ERR_CONFLICT it does not wait. */
enum err waiting_offer(struct db *db, int64_t booking_id, int expected_no, struct actor actor,
                       int adults, int children, struct outcome *outcome) NODISCARD;
/* Back on the list, with its rank and as many as asked: an offer that lapsed or found nobody. */
enum err waiting_again(struct db *db, int64_t booking_id, int expected_no, struct actor actor,
                       struct outcome *outcome) NODISCARD;
/* Off the list: they no longer want to. ERR_CONFLICT it is not on it. */
enum err waiting_take_off(struct db *db, int64_t booking_id, int expected_no, struct actor actor,
                          struct outcome *outcome) NODISCARD;
