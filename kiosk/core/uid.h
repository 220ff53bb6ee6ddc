/* Names of rows that travel between houses: UUID version 7 (RFC 9562), 16 bytes. */
#pragma once

enum { UID_BYTES = 16, UID_TEXT_BYTES = 37 };

void uid_draw(unsigned char uid[UID_BYTES]);
/* "xxxxxxxx-xxxx-7xxx-xxxx-xxxxxxxxxxxx". */
void uid_text(const unsigned char uid[UID_BYTES], char text[UID_TEXT_BYTES]);
