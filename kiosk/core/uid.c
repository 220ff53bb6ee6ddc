#include "core/uid.h"

#include <string.h>

#include "base/rand.h"

static void write_time(int64_t at_s, unsigned char uid[UID_BYTES])
{
    const uint64_t ms = (uint64_t)at_s * 1000;
    for (int i = 0; i < 6; i++) {
        uid[i] = (unsigned char)(ms >> (8 * (5 - i)));
    }
}

void uid_draw(int64_t at_s, unsigned char uid[UID_BYTES])
{
    rand_bytes(uid, UID_BYTES);
    write_time(at_s, uid);
    uid[6] = (unsigned char)(0x70 | (uid[6] & 0x0f));
    uid[8] = (unsigned char)(0x80 | (uid[8] & 0x3f));
}

void uid_first(int64_t at_s, unsigned char uid[UID_BYTES])
{
    memset(uid, 0, UID_BYTES);
    write_time(at_s, uid);
}
