/* All stories, and some of them again and again: a history of some weeks. */
#include "admin/demo_story.h"

enum { ROUND_DAYS = 4, STRIDE = 61, OF_KARIM = 42 };

static int another(int household, int round)
{
    const int other = 1 + (household + round * STRIDE) % DEMO_HOUSEHOLDS;
    return other == OF_KARIM ? other + 1 : other; /* who cannot decide for it */
}

void demo_plan_requests(struct demo *demo)
{
    const struct {
        const struct demo_story *stories;
        size_t count;
    } tables[] = {
        {DEMO_LOANS, DEMO_LOANS_COUNT},
        {DEMO_BOOKINGS, DEMO_BOOKINGS_COUNT},
        {DEMO_HELP, DEMO_HELP_COUNT},
        {DEMO_SERVICES, DEMO_SERVICES_COUNT},
    };
    bool is_more = true;
    for (int round = 0; is_more; round++) {
        is_more = false;
        for (size_t i = 0; i < ARRAY_LEN(tables); i++) {
            for (size_t j = 0; j < tables[i].count; j++) {
                const struct demo_story *story = &tables[i].stories[j];
                if (round == 0) {
                    demo_tell(demo, story, 0, 0);
                } else if (round < story->again) {
                    demo_tell(demo, story, round * ROUND_DAYS, another(story->household, round));
                }
                is_more = is_more || round + 1 < story->again;
            }
        }
    }
}
