/* Chance: the only door to random numbers. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Fills from the kernel's generator; ends the program if there is none. */
void rand_bytes(void *buf, size_t len);
/* Evenly distributed over 0 … bound-1. bound ≥ 1. */
uint32_t rand_below(uint32_t bound);
/* From now on a fixed, predictable sequence: for scripts and demo data only, whose pictures must
 * come out the same twice. Logged as a warning. */
void rand_seed(uint64_t seed);
