/* Quarters of figures: once their figures were handed in they are closed, and nothing is dated into
 * them any more. A quarter is a number: 20263 is the third of 2026. Source: db/README.md,
 * "Figures". */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/db.h"

enum { QUARTER_LAST = 99994 };

/* Of a time, by the site's clock. */
int quarter_of(int64_t at_s);

/* Its first and last day as acts are dated: 20260701 … 20260931, so that every one lies between.
 * ERR_INVALID no quarter. */
struct quarter_days {
    int first;
    int last;
};
enum err quarter_days(int quarter, struct quarter_days *days) NODISCARD;

enum err quarter_is_closed(struct db *db, int quarter, bool *is_closed) NODISCARD;

/* What a coordinator should see to before closing it: people whose coming nobody marked, and
 * sessions that nobody counted. ERR_INVALID no quarter. */
struct quarter_unmarked {
    int bookings;
    int sessions;
};
enum err quarter_unmarked(struct db *db, int quarter, struct quarter_unmarked *unmarked) NODISCARD;

/* Closes it for good: marks of who came stay as they are, and what becomes known later is a figure
 * of the day on which it does. Opens its own transaction.
 * ERR_INVALID no quarter · ERR_NOT_FOUND no such staff member · ERR_DENIED not a coordinator ·
 * ERR_CONFLICT it is closed already, or not over yet · ERR_CLOCK. Tables: closed_quarter. */
enum err quarter_close(struct db *db, int quarter, int64_t staff_id) NODISCARD;
