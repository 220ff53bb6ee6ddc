#include "support_ask.h"

struct actor guest(void)
{
    return (struct actor){.who = WHO_RESIDENT};
}

struct actor member(int64_t household_id)
{
    return (struct actor){.who = WHO_RESIDENT, .household_id = household_id, .has_card = true};
}

struct actor desk(int64_t staff_id)
{
    return (struct actor){.who = WHO_DESK, .staff_id = staff_id};
}

struct ask seats(int64_t session_id, int adults, int children, struct actor actor)
{
    struct ask ask = ask_make(KIND_BOOKING, VERB_ASK, actor);
    ask.terms.session_id = session_id;
    ask.terms.from_s = at("2026-09-09T14:00");
    ask.terms.until_s = at("2026-09-09T16:00");
    ask.terms.adults = adults;
    ask.terms.children = children;
    return ask;
}

struct ask loan(int64_t item_id, int64_t copy_id, const char *from, const char *until,
                struct actor actor)
{
    struct ask ask = ask_make(KIND_LOAN, VERB_ASK, actor);
    ask.item_id = item_id;
    ask.terms.copy_id = copy_id;
    ask.terms.from_s = at(from);
    ask.terms.until_s = at(until);
    return ask;
}

struct receipt must_ask(struct world *world, struct ask ask)
{
    struct receipt receipt;
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_OK);
    return receipt;
}

enum err move_by(struct world *world, int64_t id, enum verb verb, struct actor actor,
                 struct outcome *outcome)
{
    const struct move move = move_make(id, verb, actor);
    return request_move(world->db, &move, outcome);
}

enum state state_now(struct world *world, int64_t id)
{
    struct request request;
    assert_int_equal(request_load(world->db, id, &request), ERR_OK);
    return request.state;
}

int64_t seats_taken(struct world *world, int64_t session_id)
{
    return world_int(world,
                     "SELECT coalesce(sum(adults + children), 0) FROM request_state"
                     " WHERE session_id = %lld AND holds = 1",
                     (long long)session_id);
}
