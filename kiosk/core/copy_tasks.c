#include "core/copy_tasks.h"

#include "base/clock.h"
#include "core/queue_rows.h"

static struct query tasks_query(struct db *db, int64_t loan_id, int most)
{
    const int64_t now_s = clock_now_s();
    struct query q = db_query(db, Q_COPY_TASKS);
    query_int(&q, "request_id", loan_id);
    query_int(&q, "now_s", now_s);
    query_int(&q, "soon_s", clock_day_s(now_s, COPY_TASKS_DAYS_SOON));
    query_int(&q, "until_s", clock_day_s(now_s, COPY_TASKS_DAYS_AHEAD));
    query_int(&q, "most", most);
    return q;
}

static void take_task(struct query *q, struct arena *arena, struct copy_task *task)
{
    char state[CODE_BYTES];
    queue_take_line(q, arena, &task->line);
    take_code(q, state, sizeof(state));
    task->why = state_of(state);
    task->since_s = take_int(q);
    task->keeper_id = take_int(q);
    task->keeper = take_text(q, arena);
    task->free_copies = (int)take_int(q);
}

enum err copy_tasks_list(struct db *db, struct arena *arena, struct copy_task_list *list)
{
    *list = (struct copy_task_list){
        .tasks = arena_array(arena, QUEUE_LIST_MAX, sizeof(*list->tasks)),
    };
    struct query q = tasks_query(db, 0, QUEUE_LIST_MAX + 1);
    while (list->count < QUEUE_LIST_MAX && query_step(&q)) {
        take_task(&q, arena, &list->tasks[list->count++]);
    }
    list->is_more = list->count == QUEUE_LIST_MAX && query_step(&q);
    return query_end(&q);
}

enum err copy_tasks_get(struct db *db, int64_t loan_id, struct arena *arena, struct copy_task *task)
{
    struct query q = tasks_query(db, loan_id, 1);
    const bool is_found = query_step(&q);
    if (is_found) {
        take_task(&q, arena, task);
    }
    const enum err err = query_end(&q);
    return err != ERR_OK ? err : is_found ? ERR_OK : ERR_NOT_FOUND;
}
