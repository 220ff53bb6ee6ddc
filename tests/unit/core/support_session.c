#include "support_session.h"

#include "base/clock.h"

int64_t build_activity(struct world *world, const char *rule)
{
    world_exec(world,
               "INSERT INTO activity(kind_code, title, icon, rule)"
               " VALUES ('workshop', 'Atelier', 'tools', %Q)",
               rule);
    return world_int(world, "SELECT max(id) FROM activity");
}

int64_t add_weekly(struct world *world, int64_t activity_id, const char *starts, int capacity,
                   int times)
{
    int64_t first_id = 0;
    int count = 0;
    const struct session_plan plan = {
        .activity_id = activity_id, .place = "Atelier", .capacity = capacity};
    const struct series_rule rule = {
        .starts_s = at(starts),
        .ends_s = at(starts) + 2 * CLOCK_HOUR_S,
        .weeks = 1,
        .times = times,
    };
    assert_int_equal(
        series_add(world->db, &plan, &rule, VERB_PUBLISH, desk(NADIA), &first_id, &count), ERR_OK);
    assert_int_equal(count, times);
    return first_id;
}

int64_t add_session(struct world *world, int64_t activity_id, const char *starts, int capacity)
{
    return add_weekly(world, activity_id, starts, capacity, 1);
}

int64_t nth_of_series(struct world *world, int64_t session_id, int n)
{
    return world_int(world,
                     "SELECT request_id FROM session WHERE series_id ="
                     " (SELECT series_id FROM session WHERE request_id = %lld)"
                     " ORDER BY starts_s LIMIT 1 OFFSET %d",
                     (long long)session_id, n);
}

int64_t session_value(struct world *world, int64_t session_id, const char *column)
{
    return world_int(world, "SELECT %s FROM session WHERE request_id = %lld", column,
                     (long long)session_id);
}

int64_t to_tell(struct world *world)
{
    return world_int(world, "SELECT count(*) FROM notice WHERE state = 'to_tell'");
}

struct association build_association(struct world *world, const char *number, const char *rule)
{
    struct association made = {.organiser = {.who = WHO_ORGANISER}};
    world_exec(world, "INSERT INTO partner(name, agenda_rule) VALUES ('Association ' || %Q, %Q)",
               number, rule);
    made.partner_id = world_int(world, "SELECT max(id) FROM partner");
    world_exec(world,
               "INSERT INTO staff(number, first_name, role, partner_id)"
               " VALUES (%Q, 'Lucien', 'organiser', %lld)",
               number, (long long)made.partner_id);
    made.organiser.staff_id = world_int(world, "SELECT max(id) FROM staff");
    return made;
}

int64_t build_their_activity(struct world *world, const struct association *of)
{
    const int64_t activity_id = build_activity(world, "desk");
    world_exec(world, "UPDATE activity SET partner_id = %lld WHERE id = %lld",
               (long long)of->partner_id, (long long)activity_id);
    return activity_id;
}

struct session_act act_on(int64_t session_id, enum verb verb, enum session_scope scope)
{
    return (struct session_act){
        .session_id = session_id,
        .actor = desk(NADIA),
        .verb = verb,
        .scope = scope,
        .reason_code = "",
        .words = "",
        .lang = "fr",
    };
}

struct session_change change_of(int64_t session_id, enum session_scope scope)
{
    return (struct session_change){
        .session_id = session_id, .actor = desk(NADIA), .scope = scope, .least_people = -1};
}
