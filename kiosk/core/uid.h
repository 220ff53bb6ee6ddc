/* Names of rows that travel between houses: UUID version 7 (RFC 9562), 16 bytes. */
#pragma once

enum { UID_BYTES = 16 };

void uid_draw(unsigned char uid[UID_BYTES]);
