/* Stories of seats: beside them, demo_bookings.c fills the sessions. The activities' ids are those
 * of db/demo/0004_activities.sql. */
#include "admin/demo_story.h"

enum { REPAIR = 2, SEWING = 4, BIKE = 5, COOKING = 6, LETTERS = 8, RIGHTS = 9, LESSONS = 13 };
enum { TALKING = 15, GYM = 16, CHOIR = 18, TALES = 21, DRAWING = 25 };

#define SEAT(who, what, which)                                                                     \
    .kind = KIND_BOOKING, .household = (who), .subject = (what), .nth = (which)

const struct demo_story DEMO_BOOKINGS[] = {
    /* What waits for the desk. */
    {SEAT(412, REPAIR, 1), .beats = {{BEAT(VERB_ASK, 'r', 0, 12)}}},
    {SEAT(0, DRAWING, 2), .adults = 2, .first_name = "Alma",
     .beats = {{BEAT(VERB_ASK, 'r', 0, 57)}}},
    {SEAT(208, RIGHTS, 1), .beats = {{BEAT(VERB_ASK, 'r', -1, AT(10, 50))}}},
    {SEAT(340, DRAWING, 3), .adults = 2,
     .beats = {{BEAT(VERB_ASK, 'r', -2, AT(12, 0))}, {BEAT(VERB_CORRECT, 'r', -1, AT(12, 0))}}},
    {SEAT(360, DRAWING, 4), .beats = {{BEAT(VERB_ASK, 'r', -4, AT(18, 0))},
                                      {BEAT(VERB_REFUSE, 'n', -3, AT(9, 30)), .reason = "full"},
                                      {BEAT(VERB_REOPEN, 'n', -2, AT(9, 30)), .reason = "other"}}},
    {SEAT(130, RIGHTS, 2),
     .beats = {{BEAT(VERB_JOIN, 'r', -6, AT(18, 0))}, {BEAT(VERB_OFFER, 'n', -5, AT(9, 30))}}},

    /* What waits for the resident, or for a seat. */
    {SEAT(152, REPAIR, 2),
     .beats = {{BEAT(VERB_ASK, 'r', -3, AT(18, 0))},
               {BEAT(VERB_PROPOSE, 'n', -2, AT(9, 30)), .to = 3, .reason = "full"}}},
    {SEAT(87, SEWING, 1), .beats = {{BEAT(VERB_JOIN, 'r', -2, AT(18, 30))}}},
    {SEAT(0, SEWING, 1), .adults = 2, .first_name = "Pedro",
     .beats = {{BEAT(VERB_JOIN, 'r', 0, 337)}}},
    {SEAT(233, LETTERS, 1),
     .beats = {{BEAT(VERB_JOIN, 'r', -3, AT(18, 0))}, {BEAT(VERB_OFFER, 'n', -1, AT(9, 30))}}},
    {SEAT(87, BIKE, 2), .beats = {{BEAT(VERB_ASK, 'r', -4, AT(18, 0))}}},
    {SEAT(152, DRAWING, 1), .adults = 2,
     .beats = {{BEAT(VERB_ASK, 'r', -5, AT(18, 0))}, {BEAT(VERB_ACCEPT, 'n', -4, AT(9, 30))}}},

    /* What is promised. */
    {SEAT(87, COOKING, 1), .adults = 2, .children = 2,
     .beats = {{BEAT(VERB_ASK, 'r', -8, AT(18, 0))}, {BEAT(VERB_ACCEPT, 'n', -7, AT(9, 30))}}},
    {SEAT(157, GYM, 1), .beats = {{BEAT(VERB_ASK, 'r', -1, AT(18, 0))}}},
    {SEAT(350, CHOIR, 1), .adults = 3,
     .beats = {{BEAT(VERB_ASK, 'r', -3, AT(18, 0))},
               {BEAT(VERB_CHANGE, 'r', -1, AT(18, 0)), .to = 2}}},
    {SEAT(0, GYM, 2), .first_name = "Irina",
     .beats = {{BEAT(VERB_ASK, 'r', -3, AT(18, 0))},
               {BEAT(STORY_CLAIM, 'n', -2, AT(9, 30)), .to = 266}}},

    /* What ended. */
    {SEAT(87, REPAIR, -1), .beats = {{BEAT(VERB_ASK, 'r', -9, AT(18, 0))},
                                     {BEAT(VERB_ACCEPT, 'n', -8, AT(9, 30))},
                                     {BEAT(VERB_MARK_PRESENT, 'n', 0, 60)}}},
    {SEAT(300, REPAIR, -1), .beats = {{BEAT(VERB_ASK, 'r', -9, AT(18, 0))},
                                      {BEAT(VERB_ACCEPT, 'n', -8, AT(9, 31))},
                                      {BEAT(VERB_MARK_ABSENT, 'n', 0, 59)}}},
    {SEAT(301, REPAIR, -1), .beats = {{BEAT(VERB_ASK, 'r', -9, AT(18, 0))},
                                      {BEAT(VERB_ACCEPT, 'n', -8, AT(9, 32))},
                                      {BEAT(VERB_MARK_EXCUSED, 'n', 0, 58)}}},
    {SEAT(0, REPAIR, -1), .first_name = "Tiago", .beats = {{BEAT(VERB_WALK_IN, 'n', 0, 55)}}},
    {SEAT(222, SEWING, -1), .beats = {{BEAT(VERB_JOIN, 'r', -9, AT(18, 0))}}},
    {SEAT(310, LESSONS, 1), .children = 1,
     .beats = {{BEAT(VERB_ASK, 'r', -2, AT(18, 0))},
               {BEAT(VERB_REFUSE, 'n', -1, AT(9, 30)), .reason = "age"}}},
    {SEAT(320, GYM, 2),
     .beats = {{BEAT(VERB_ASK, 'r', -4, AT(18, 0))}, {BEAT(VERB_CANCEL, 'r', -2, AT(18, 0))}}},
    {SEAT(321, TALKING, 2),
     .beats = {{BEAT(VERB_ASK, 'r', -4, AT(18, 5))}, {BEAT(VERB_CANCEL, 'r', -1, AT(8, 0))}}},
    {SEAT(330, RIGHTS, -1), .beats = {{BEAT(VERB_ASK, 'r', -9, AT(18, 0))}}},
    {SEAT(233, TALES, 2), .beats = {{BEAT(VERB_ASK, 'r', -5, AT(18, 0))}}},
};
const size_t DEMO_BOOKINGS_COUNT = ARRAY_LEN(DEMO_BOOKINGS);
