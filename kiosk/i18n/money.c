#include "i18n/money.h"

#include <stdlib.h>

#include "i18n/i18n.h"

enum { CENTS_A_EURO = 100 };

/* Digits in groups of three. */
static const char *grouped(struct arena *arena, int64_t number)
{
    const int below = (int)(number % 1000);
    return number < 1000 ? arena_printf(arena, "%d", below)
                         : arena_printf(arena, "%s%s%03d", grouped(arena, number / 1000),
                                        trc("between groups of three digits", ","), below);
}

/* "moins 2 euros 50": no signs, no groups of digits. */
static const char *spoken(struct arena *arena, int64_t cents)
{
    const long euros = (long)(llabs(cents) / CENTS_A_EURO);
    const long rest = (long)(llabs(cents) % CENTS_A_EURO);
    const char *sum = arena_printf(arena, trn("%ld euro", "%ld euros", euros), euros);
    if (rest != 0) {
        sum = arena_printf(arena, trc("euros, cents, said aloud", "%s %ld"), sum, rest);
    }
    return cents < 0 ? arena_printf(arena, trc("sum, said aloud", "minus %s"), sum) : sum;
}

const char *money_euros(struct arena *arena, int64_t cents)
{
    if (i18n_is_spoken()) {
        return spoken(arena, cents);
    }
    const char *sum = grouped(arena, llabs(cents) / CENTS_A_EURO);
    const int rest = (int)(llabs(cents) % CENTS_A_EURO);
    if (rest != 0) {
        sum = arena_printf(arena, trc("units, decimals", "%s.%02d"), sum, rest);
    }
    return arena_printf(arena, trc("minus sign or nothing, sum in euros", "%s€%s"),
                        cents < 0 ? "−" : "", sum);
}
