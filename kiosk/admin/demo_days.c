/* Days of the demonstration house: when it opened, who was planned, who was there. */
#include "admin/demo.h"
#include "base/clock.h"
#include "core/house.h"

enum { ROSTER_BEFORE_DAYS = 220, ROSTER_AFTER_DAYS = 63, PRESENCE_DAYS = 14, NOON_H = 13 };

/* Nadia has the afternoons, the others the mornings in turn. */
static enum demo_staff who_is_planned(const struct house_span *span)
{
    const struct civil at = clock_civil(span->from_s);
    return at.hour >= NOON_H ? NADIA : at.weekday % 2 == 0 ? KARIM : INES;
}

enum err demo_make_days(struct demo *demo)
{
    struct house_spans spans;
    const int64_t today_s = clock_day_s(demo->now_s, 0);
    enum err err = house_usual_spans(demo->db, clock_day_s(today_s, -ROSTER_BEFORE_DAYS),
                                     clock_day_s(today_s, ROSTER_AFTER_DAYS), &spans);
    int future = 0;
    for (int i = 0; err == ERR_OK && i < spans.count; i++) {
        const struct house_span *span = &spans.spans[i];
        const int64_t day_s = clock_day_s(span->from_s, 0);
        if (day_s > today_s && future < DEMO_FUTURE &&
            (future == 0 || demo->future_s[future - 1] != day_s)) {
            demo->future_s[future++] = day_s;
        }
        err = house_add_roster(demo->db, demo->staff[who_is_planned(span)], span->from_s,
                               span->until_s);
    }
    int past = 0;
    for (int i = spans.count - 1; err == ERR_OK && i >= 0 && past < DEMO_PAST; i--) {
        const int64_t day_s = clock_day_s(spans.spans[i].from_s, 0);
        if (day_s < today_s && (past == 0 || demo->past_s[past - 1] != day_s)) {
            demo->past_s[past++] = day_s;
        }
    }
    return err != ERR_OK ? err : past == DEMO_PAST && future == DEMO_FUTURE ? ERR_OK : ERR_INVALID;
}

int64_t demo_day_s(const struct demo *demo, int day)
{
    return day < 0   ? demo->past_s[-day - 1]
           : day > 0 ? demo->future_s[day - 1]
                     : clock_day_s(demo->now_s, 0);
}

static int64_t at_minute(int64_t day_s, int minute)
{
    struct civil local = clock_civil(day_s);
    local.minute = minute;
    return clock_utc_s(local);
}

int64_t demo_at_s(const struct demo *demo, int day, int minute)
{
    return at_minute(demo_day_s(demo, day), minute);
}

int64_t demo_next_s(const struct demo *demo, int64_t at_s, int minute)
{
    for (int day = -DEMO_PAST; day < DEMO_FUTURE; day++) {
        if (day != 0 && demo_day_s(demo, day) > at_s) {
            return demo_at_s(demo, day, minute);
        }
    }
    return demo_at_s(demo, DEMO_FUTURE, minute);
}

static enum err take_desk(struct demo *demo, void *what, int number)
{
    (void)what;
    const enum err err = demo_outside(demo);
    return err == ERR_OK ? house_take_desk(demo->db, demo->staff[number]) : err;
}

static enum err leave_desk(struct demo *demo, void *what, int number)
{
    (void)what;
    const enum err err = demo_outside(demo);
    return err == ERR_OK ? house_leave_desk(demo->db, demo->staff[number]) : err;
}

enum err demo_plan_presence(struct demo *demo)
{
    struct house_spans spans;
    const enum err err =
        house_usual_spans(demo->db, clock_day_s(demo->now_s, -PRESENCE_DAYS), demo->now_s, &spans);
    for (int i = 0; err == ERR_OK && i < spans.count; i++) {
        const struct house_span *span = &spans.spans[i];
        const int staff = (int)who_is_planned(span);
        const int64_t came_s = span->from_s + demo_between(0, 4) * CLOCK_MINUTE_S;
        if (came_s < demo->now_s) {
            demo_plan(demo, came_s, take_desk, NULL, staff);
        }
        if (span->until_s < demo->now_s) {
            demo_plan(demo, span->until_s, leave_desk, NULL, staff);
        }
    }
    return err;
}
