#include "support_organiser.h"

struct line build_line(struct world *world, const char *rule)
{
    struct line line = {.of = build_association(world, "10", rule)};
    line.activity_id = build_their_activity(world, &line.of);
    line.session_id = add_session(world, line.activity_id, LINE_STARTS, 8);
    line.booking_id = build_booking(world, line.session_id, "confirmed", 2, 0);
    return line;
}

struct session_act line_act(const struct line *line, enum verb verb)
{
    struct session_act act = act_on(line->session_id, verb, SESSION_ALONE);
    act.actor = line->of.organiser;
    return act;
}

struct session_act line_move(const struct line *line)
{
    struct session_act act = line_act(line, VERB_MOVE);
    act.starts_s = at("2026-09-16T15:00");
    act.ends_s = at("2026-09-16T17:00");
    act.reason_code = "room";
    act.words = "La salle est prise.";
    return act;
}

int64_t amendment_of(struct world *world, const struct line *line)
{
    return world_int(world,
                     "SELECT coalesce(max(id), 0) FROM request WHERE kind = 'amendment'"
                     " AND parent_id = %lld",
                     (long long)line->session_id);
}

void must_act(struct world *world, struct session_act act, bool is_proposed)
{
    struct session_done done;
    assert_int_equal(session_act(world->db, &act, &done), ERR_OK);
    assert_int_equal(done.is_proposed, is_proposed);
}

int64_t announce(struct world *world, const struct line *line, struct actor actor, enum verb verb,
                 enum err expected)
{
    int64_t first_id = 0;
    int count = 0;
    const struct session_plan plan = {
        .activity_id = line->activity_id, .place = "Salle 2", .capacity = 6};
    const struct series_rule rule = {.starts_s = at("2026-10-06T14:00"),
                                     .ends_s = at("2026-10-06T16:00"),
                                     .weeks = 1,
                                     .times = 2};
    assert_int_equal(series_add(world->db, &plan, &rule, verb, actor, &first_id, &count), expected);
    return first_id;
}
