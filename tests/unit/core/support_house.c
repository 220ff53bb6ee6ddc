#include "support_house.h"

int64_t build_waiting(struct world *world, const char *answer_by, int64_t not_staff_id)
{
    return build_request(world, &(struct build){.kind = "enquiry",
                                                .state = "asked",
                                                .waits = true,
                                                .answer_by_s = at(answer_by),
                                                .not_staff_id = not_staff_id});
}

int64_t promise_of(struct world *world, int64_t request_id)
{
    return world_int(world, "SELECT answer_by_s FROM request_state WHERE request_id = %lld",
                     (long long)request_id);
}

enum err hear(struct db *db, int64_t request_id, void *context)
{
    struct heard *heard = context;
    assert_true(db_is_writing(db));
    heard->ids[heard->count++] = request_id;
    return ERR_OK;
}

enum err hear_badly(struct db *db, int64_t request_id, void *context)
{
    (void)db;
    (void)request_id;
    (void)context;
    return ERR_NO_SPACE;
}
