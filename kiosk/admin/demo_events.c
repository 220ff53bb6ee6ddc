/* What happened in the demonstration house, played in the order of time. */
#include <assert.h>
#include <stdlib.h>

#include "admin/demo.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/rand.h"
#include "core/house.h"

void demo_plan(struct demo *demo, int64_t at_s, demo_run_fn *run, void *what, int number)
{
    assert(demo->event_count < DEMO_EVENTS);
    demo->events[demo->event_count] = (struct demo_event){
        .at_s = at_s,
        .order = demo->event_count,
        .run = run,
        .what = what,
        .number = number,
    };
    demo->event_count++;
}

static int by_time(const void *left, const void *right)
{
    const struct demo_event *a = left;
    const struct demo_event *b = right;
    return a->at_s != b->at_s ? (a->at_s > b->at_s) - (a->at_s < b->at_s) : a->order - b->order;
}

enum err demo_inside(struct demo *demo)
{
    return db_is_writing(demo->db) ? ERR_OK : db_begin(demo->db);
}

enum err demo_outside(struct demo *demo)
{
    return db_is_writing(demo->db) ? db_commit(demo->db) : ERR_OK;
}

static enum err sweep(struct demo *demo)
{
    int count = 0;
    const enum err err = demo_outside(demo);
    return err == ERR_OK ? sweep_run(demo->db, &count) : err;
}

/* The end is the last record: from here on the house lives by the machine's clock. */
static enum err arrive(struct demo *demo)
{
    clock_freeze_at(demo->now_s);
    enum err err = sweep(demo);
    if (err == ERR_OK) {
        err = db_begin(demo->db);
    }
    return err == ERR_OK ? db_end(demo->db, house_stamp_clock(demo->db, demo->now_s)) : err;
}

enum err demo_play(struct demo *demo)
{
    int64_t day_s = 0;
    enum err err = ERR_OK;
    qsort(demo->events, (size_t)demo->event_count, sizeof(demo->events[0]), by_time);
    for (int i = 0; err == ERR_OK && i < demo->event_count; i++) {
        const struct demo_event *event = &demo->events[i];
        assert(event->at_s <= demo->now_s);
        clock_freeze_at(event->at_s);
        if (clock_day_s(event->at_s, 0) != day_s) {
            day_s = clock_day_s(event->at_s, 0);
            err = sweep(demo);
        }
        if (err == ERR_OK) {
            err = event->run(demo, event->what, event->number);
        }
    }
    if (err == ERR_OK) {
        return arrive(demo);
    }
    if (db_is_writing(demo->db)) {
        db_rollback(demo->db);
    }
    return err;
}

int demo_between(int least, int most)
{
    return least + (int)rand_below((uint32_t)(most - least + 1));
}

struct actor demo_desk(const struct demo *demo, enum demo_staff staff)
{
    return (struct actor){
        .who = staff == ORGANISER ? WHO_ORGANISER : WHO_DESK,
        .staff_id = demo->staff[staff],
    };
}

struct actor demo_resident(const struct demo *demo, int household)
{
    return (struct actor){
        .who = WHO_RESIDENT,
        .household_id = demo->households[household].id,
        .person_id = demo->households[household].person_id,
        .has_card = true,
    };
}
