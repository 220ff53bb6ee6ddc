/* The same moment and place for every test: Tuesday 8 September 2026, 16:42 in Paris. */
#pragma once

#include <stdint.h>

enum { TUESDAY_S = 1788878520 };

/* cmocka setup: clock frozen, zone set, French, and the arena below. */
int site_setup(void **state);
int site_teardown(void **state);
/* Local time to UTC seconds. */
/* The letters alone, without the marks that only tell their direction. In the arena. */
const char *seen(const char *text);
int64_t at(int year, int month, int day, int hour, int minute);

extern struct arena *arena;

/* No-break space, and the narrow one. */
#define NB "\u00a0"
#define NN "\u202f"

#define WITH_SITE(test) cmocka_unit_test_setup_teardown(test, site_setup, site_teardown)
