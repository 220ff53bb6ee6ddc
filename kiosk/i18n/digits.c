#include "i18n/digits.h"

const char *digits_spoken(struct arena *arena, const char *digits)
{
    enum { GROUP = 3 };
    const char *said = "";
    int count = 0;
    for (; *digits != '\0'; digits++) {
        if (*digits < '0' || *digits > '9') {
            continue;
        }
        const char *gap = count == 0 ? "" : count % GROUP == 0 ? ", " : " ";
        said = arena_printf(arena, "%s%s%c", said, gap, *digits);
        count++;
    }
    return said;
}
