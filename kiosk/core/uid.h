/* Names of rows that travel between houses: UUID version 7 (RFC 9562), 16 bytes. They begin with
 * the time, so that an index on them is in its order: what was recorded since then is found by it.
 */
#pragma once

#include <stdint.h>

enum { UID_BYTES = 16 };

/* at_s: when the row is recorded, UTC seconds. */
void uid_draw(int64_t at_s, unsigned char uid[UID_BYTES]);
/* The least there is from at_s on: no row recorded then or later has a smaller one, none recorded
 * earlier has a greater one. */
void uid_first(int64_t at_s, unsigned char uid[UID_BYTES]);
