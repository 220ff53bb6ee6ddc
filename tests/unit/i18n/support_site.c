#include "support_site.h"

#include "base/arena.h"
#include "base/clock.h"
#include "i18n/i18n.h"

struct arena *arena;

int site_setup(void **state)
{
    (void)state;
    clock_freeze_at(TUESDAY_S);
    arena = arena_create("test", 1 << 20);
    return clock_set_zone("Europe/Paris") == ERR_OK && i18n_init(LOCALE_DIR) == ERR_OK ? 0 : -1;
}

int site_teardown(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

int64_t at(int year, int month, int day, int hour, int minute)
{
    return clock_utc_s(
        (struct civil){.year = year, .month = month, .day = day, .hour = hour, .minute = minute});
}
