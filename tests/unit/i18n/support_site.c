#include "support_site.h"

#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
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

const char *seen(const char *text)
{
    const char *end = text + strlen(text);
    char *out = arena_alloc(arena, strlen(text) + 1);
    char *to = out;
    for (const char *from = text; from < end;) {
        const char *next = from;
        const uint32_t code = utf8_next(&next, end);
        const bool is_mark = code == 0x200f || code == 0x200e || (code >= 0x2066 && code <= 0x2069);
        if (!is_mark) {
            memcpy(to, from, (size_t)(next - from));
            to += next - from;
        }
        from = next;
    }
    return out;
}
