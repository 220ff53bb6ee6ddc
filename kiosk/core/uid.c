#include "core/uid.h"

#include "base/clock.h"
#include "base/rand.h"

void uid_draw(unsigned char uid[UID_BYTES])
{
    const uint64_t ms = (uint64_t)clock_now_s() * 1000;
    rand_bytes(uid, UID_BYTES);
    for (int i = 0; i < 6; i++) {
        uid[i] = (unsigned char)(ms >> (8 * (5 - i)));
    }
    uid[6] = (unsigned char)(0x70 | (uid[6] & 0x0f));
    uid[8] = (unsigned char)(0x80 | (uid[8] & 0x3f));
}
