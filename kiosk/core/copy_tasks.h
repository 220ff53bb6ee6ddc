/* Later loans whose copy will not be there: it left (maintenance, missing, retired), or it is still
 * with the loan before (lost, to check, in repair, a part owed, late). Each is a task of the desk:
 * another copy, another date, or cancel and tell; queue_offers (core/queue.h) knows what would
 * work. Reads only. Source: db/README.md, "Flows". */
#pragma once

#include "core/queue.h"

enum {
    COPY_TASKS_DAYS_AHEAD = 21, /* of loans that begin later, nothing is said yet */
    COPY_TASKS_DAYS_SOON = 7    /* what is only late or to be checked may well be there in a week */
};

struct copy_task {
    struct queue_line line; /* the later loan: asked, counter-proposed, offered, reserved, ready */
    /* Why the copy will not be there: maintenance, missing or retired of the copy; lost,
     * needs_check, repair, parts_owed or out (late) of the loan before. */
    enum state why;
    int64_t since_s;    /* since when the copy is so; of a loan that is out: when it was due */
    int64_t keeper_id;  /* the loan that keeps it; 0: none */
    const char *keeper; /* its household's number; "" a guest's, or none */
    int free_copies;    /* others of the item, free for the same days */
};
struct copy_task_list {
    struct copy_task *tasks;
    int count;
    bool is_more;
};
/* By the day they begin; at most QUEUE_LIST_MAX, in the arena. As query_end. */
enum err copy_tasks_list(struct db *db, struct arena *arena, struct copy_task_list *list) NODISCARD;
/* One of them. ERR_NOT_FOUND it is none, or no more · as query_end. */
enum err copy_tasks_get(struct db *db, int64_t loan_id, struct arena *arena,
                        struct copy_task *task) NODISCARD;
