#include "base/rand.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>
#include <sys/random.h>

#include "base/log.h"

static struct {
    bool is_seeded;
    uint64_t state;
} the_sequence;

/* SplitMix64 (Steele, Lea, Flood 2014): small, and good enough for data nobody must guess. */
static uint64_t sequence_next(void)
{
    uint64_t z = the_sequence.state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

void rand_bytes(void *buf, size_t len)
{
    unsigned char *bytes = buf;
    if (the_sequence.is_seeded) {
        for (size_t i = 0; i < len; i++) {
            bytes[i] = (unsigned char)(sequence_next() >> 56);
        }
        return;
    }
    while (len > 0) {
        const ssize_t got = getrandom(bytes, len, 0);
        if (got <= 0) {
            log_fatal("the kernel gave no random bytes");
        }
        bytes += got;
        len -= (size_t)got;
    }
}

uint32_t rand_below(uint32_t bound)
{
    assert(bound >= 1);
    const uint32_t biased_below = (uint32_t)(-bound) % bound; /* 2^32 mod bound */
    uint32_t draw;
    do {
        rand_bytes(&draw, sizeof(draw));
    } while (draw < biased_below);
    return draw % bound;
}

void rand_seed(uint64_t seed)
{
    log_warn("random numbers follow a fixed sequence: scripts and demo data only");
    the_sequence.is_seeded = true;
    the_sequence.state = seed;
}
