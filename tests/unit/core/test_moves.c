/* Every transition of the flow table, allowed and refused, on a real database. */
#include "support_session.h"

#include <string.h>

#include "base/clock.h"
#include "core/request.h"

/* A small world in which each kind's requests make sense. */
struct scene {
    int64_t session_id, item_id, copy_id, service_id, loan_id, need_id;
    struct association association; /* whose the sessions are */
};

static int64_t build_theirs(struct world *world, const struct scene *scene)
{
    const int64_t id = build_session(world, "2026-09-09T14:00", 8, "desk");
    world_exec(world, "UPDATE activity SET partner_id = %lld",
               (long long)scene->association.partner_id);
    return id;
}

static struct scene build_scene(struct world *world)
{
    struct scene scene = {0};
    scene.association = build_association(world, "10", "automatic");
    scene.session_id = build_theirs(world, &scene);
    scene.item_id = build_item(world, "Perceuse", "desk", 7);
    scene.copy_id = build_copy(world, scene.item_id, 1);
    scene.service_id = build_service(world, "ironing", "enquiry", "desk");
    const int64_t other = build_copy(world, scene.item_id, 2);
    scene.loan_id = build_loan(world, other, "out", "2026-09-07T14:00", "2026-09-09T14:00");
    scene.need_id = build_request(
        world, &(struct build){.kind = "help", .state = "published", .direction = "need"});
    return scene;
}

static bool wants(const struct transition *row, unsigned guards)
{
    return (row->guards & guards) != 0;
}

static const char *time_for(const struct transition *row)
{
    return wants(row, GUARD_ENDED)   ? "2026-09-12T15:00"
           : wants(row, GUARD_BEGUN) ? "2026-09-09T15:00"
                                     : "2026-09-08T16:42";
}

/* A request of that kind, in that state, with terms that suit it. */
static int64_t build_in(struct world *world, const struct scene *scene, enum kind kind,
                        enum state from, enum verb verb)
{
    const bool holds = (flow_state_flags(kind, from) & STATE_HOLDS) != 0;
    struct build build = {
        .kind = kind_code(kind),
        .state = state_code(from),
        .holds = holds,
        .is_ended = (flow_state_flags(kind, from) & STATE_ENDS) != 0,
        .waits = (flow_state_flags(kind, from) & STATE_WAITS) != 0,
        .from_s = at("2026-09-09T14:00"),
        .until_s = at("2026-09-11T14:00"),
    };
    switch (kind) {
    case KIND_LOAN:
        build.item_id = scene->item_id;
        build.copy_id = scene->copy_id;
        break;
    case KIND_EXTENSION:
        build.parent_id = scene->loan_id;
        build.item_id = scene->item_id;
        build.until_s = at("2026-09-10T14:00");
        break;
    case KIND_BOOKING:
        build.session_id = scene->session_id;
        build.adults = 1;
        build.until_s = at("2026-09-09T16:00");
        break;
    case KIND_SESSION: {
        const int64_t id = build_theirs(world, scene);
        world_exec(world,
                   "DROP TRIGGER IF EXISTS state_change_needs_decision;"
                   "DROP TRIGGER IF EXISTS decision_never_changes;"
                   "UPDATE decision SET to_state = %Q WHERE request_id = %lld;"
                   "UPDATE request_state SET state = %Q, is_ended = %d"
                   " WHERE request_id = %lld",
                   state_code(from), (long long)id, state_code(from), build.is_ended,
                   (long long)id);
        return id;
    }
    case KIND_AMENDMENT:
        build.parent_id = scene->session_id;
        build.session_id = scene->session_id;
        build.choice = "change";
        break;
    case KIND_HELP:
        build.direction = verb == VERB_MATCH && from == STATE_ASKED ? "reply" : "need";
        build.parent_id = verb == VERB_MATCH && from == STATE_ASKED ? scene->need_id : 0;
        break;
    default:
        build.service_id = kind == KIND_COPY ? 0 : scene->service_id;
        break;
    }
    return build_request(world, &build);
}

static struct actor actor_of(const struct scene *scene, unsigned who, int64_t request_id)
{
    if (who == WHO_ORGANISER) {
        return scene->association.organiser;
    }
    return (struct actor){
        .who = (enum who)who,
        .staff_id = who == WHO_DESK ? NADIA : 0,
        .token_request_id = who == WHO_RESIDENT ? request_id : 0,
    };
}

static void go_to(struct world *world, const char *local)
{
    set_time(local);
    world_exec(world, "UPDATE site SET last_record_s = %lld", (long long)clock_now_s());
}

/* Takes the request out of everyone's way, whatever it held. */
static void put_away(struct world *world, int64_t id)
{
    world_exec(world,
               "DROP TRIGGER IF EXISTS state_change_needs_decision;"
               "UPDATE request_state SET holds = 0, is_ended = 1, waits = 0, state = 'cancelled'"
               " WHERE request_id = %lld",
               (long long)id);
}

static void try_move(struct world *world, const struct scene *scene, const struct transition *row,
                     unsigned who, enum err expected)
{
    struct outcome outcome;
    go_to(world, time_for(row));
    const int64_t id = build_in(world, scene, row->kind, row->from, row->verb);
    const struct move move = move_make(id, row->verb, actor_of(scene, who, id));
    const int64_t before =
        world_int(world, "SELECT count(*) FROM decision WHERE request_id = %lld", (long long)id);
    const enum err err = request_move(world->db, &move, &outcome);
    if (err != expected) {
        fail_msg("%s: %s --%s--> %s by %s: %s instead of %s, reasons %x", kind_code(row->kind),
                 state_code(row->from), verb_code(row->verb), state_code(row->to),
                 who_code((enum who)who), err_name(err), err_name(expected), outcome.reasons);
    }
    const int64_t after =
        world_int(world, "SELECT count(*) FROM decision WHERE request_id = %lld", (long long)id);
    assert_int_equal(after - before, err == ERR_OK ? 1 : 0);
    if (err == ERR_OK) {
        struct request request;
        assert_int_equal(request_load(world->db, id, &request), ERR_OK);
        assert_int_equal(request.state, row->to);
        assert_int_equal(outcome.state, row->to);
        const int64_t acts = world_int(
            world, "SELECT count(*) FROM request_act WHERE request_id = %lld", (long long)id);
        const bool counts =
            request.is_ended && row->kind != KIND_COPY && row->kind != KIND_AMENDMENT;
        assert_int_equal(acts, counts ? 1 : 0);
    }
    put_away(world, id);
    /* A match or an extension moved its parent too. */
    world_exec(world, "UPDATE request_state SET state = 'published' WHERE request_id = %lld",
               (long long)scene->need_id);
    world_exec(world,
               "DELETE FROM notice WHERE request_id = %lld;"
               "DROP TRIGGER IF EXISTS decision_never_goes;"
               "DELETE FROM decision WHERE request_id IN (%lld, %lld) AND no > 1;"
               "UPDATE request_state SET no = 1 WHERE request_id IN (%lld, %lld)",
               (long long)scene->need_id, (long long)scene->need_id, (long long)scene->loan_id,
               (long long)scene->need_id, (long long)scene->loan_id);
}

static void every_transition_is_open_to_whom_the_table_says_and_to_nobody_else(void **state)
{
    struct world *world = *state;
    const struct scene scene = build_scene(world);
    size_t count = 0;
    const struct transition *table = flow_table(&count);
    for (size_t i = 0; i < count; i++) {
        if (table[i].from == STATE_NONE) {
            continue; /* asked for, not moved */
        }
        for (unsigned who = WHO_RESIDENT; who <= WHO_HOUSE; who <<= 1) {
            const bool may = (table[i].who & who) != 0;
            try_move(world, &scene, &table[i], who, may ? ERR_OK : ERR_DENIED);
        }
    }
}

static void what_the_table_does_not_have_is_refused_in_every_state(void **state)
{
    struct world *world = *state;
    const struct scene scene = build_scene(world);
    int refused = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        for (int from = 1; from < STATE_COUNT; from++) {
            if (!flow_has_state((enum kind)kind, (enum state)from)) {
                continue;
            }
            const int64_t id =
                build_in(world, &scene, (enum kind)kind, (enum state)from, VERB_NONE);
            for (int verb = 0; verb < VERB_COUNT; verb++) {
                struct outcome outcome;
                if (flow_find((enum kind)kind, (enum state)from, (enum verb)verb) != NULL) {
                    continue;
                }
                const struct move move =
                    move_make(id, (enum verb)verb, actor_of(&scene, WHO_DESK, id));
                assert_int_equal(request_move(world->db, &move, &outcome), ERR_CONFLICT);
                refused++;
            }
            assert_int_equal(world_int(world,
                                       "SELECT count(*) FROM decision WHERE request_id = %lld",
                                       (long long)id),
                             1);
            put_away(world, id);
        }
    }
    assert_true(refused > 5000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            every_transition_is_open_to_whom_the_table_says_and_to_nobody_else, world_setup,
            world_teardown),
        cmocka_unit_test_setup_teardown(what_the_table_does_not_have_is_refused_in_every_state,
                                        world_setup, world_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
