#include "support_mine.h"

#include "base/clock.h"

struct actor with_card(int64_t household_id)
{
    return (struct actor){.who = WHO_RESIDENT, .household_id = household_id, .has_card = true};
}

struct actor with_pin(int64_t household_id)
{
    return (struct actor){.who = WHO_RESIDENT, .household_id = household_id, .has_pin = true};
}

struct actor in_full(int64_t household_id, int64_t person_id)
{
    return (struct actor){.who = WHO_RESIDENT,
                          .household_id = household_id,
                          .person_id = person_id,
                          .has_card = true,
                          .has_pin = true};
}

struct actor with_token(int64_t request_id)
{
    return (struct actor){.who = WHO_RESIDENT, .token_request_id = request_id};
}

struct actor with_number(int64_t request_id)
{
    return (struct actor){.who = WHO_RESIDENT, .number_request_id = request_id};
}

struct receipt ask_seats(struct world *world, int64_t session_id, struct actor actor)
{
    struct receipt receipt;
    struct ask ask = ask_make(KIND_BOOKING, VERB_ASK, actor);
    ask.terms.session_id = session_id;
    ask.terms.from_s = world_int(world, "SELECT starts_s FROM session WHERE request_id = %lld",
                                 (long long)session_id);
    ask.terms.until_s = ask.terms.from_s + 2 * CLOCK_HOUR_S;
    ask.terms.adults = 2;
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_OK);
    return receipt;
}

int64_t ask_help(struct world *world, const char *category, bool is_private, struct actor actor)
{
    struct receipt receipt;
    struct ask ask = ask_make(KIND_HELP, VERB_ASK, actor);
    ask.direction = "need";
    ask.category = category;
    ask.choice = "walk";
    ask.is_private = is_private;
    ask.words[0] = (struct ask_words){.field = "", .words = "plutôt le matin"};
    ask.words_count = 1;
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_OK);
    return receipt.request_id;
}

void must_move(struct world *world, struct move what)
{
    struct outcome outcome;
    assert_int_equal(request_move(world->db, &what, &outcome), ERR_OK);
}

void desk_decides(struct world *world, int64_t request_id, enum verb verb, const char *reason)
{
    struct move what = move_make(request_id, verb, desk(NADIA));
    what.reason_code = reason;
    must_move(world, what);
}

struct mine_card card_of(struct world *world, int64_t request_id, struct actor actor)
{
    struct mine_card card;
    assert_int_equal(mine_card(world->db, request_id, &actor, world->arena, &card), ERR_OK);
    return card;
}
