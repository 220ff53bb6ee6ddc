#include "support_desk.h"

#include <stdio.h>

#include <sqlite3.h>

#include "base/clock.h"

static const char *ask_as(const struct visitor *visitor, enum method method, const char *path,
                          const char *body, enum err *err)
{
    const struct route *route = route_find(method, path);
    struct exchange exchange = {
        .db = visitor->world->db,
        .arena = visitor->world->arena,
        .now_s = clock_now_s(),
        .is_get = method == METHOD_GET,
        .role = visitor->role,
        .login = {.staff_id = visitor->staff_id,
                  .partner_id = visitor->partner_id,
                  .staff.household_id = visitor->household_id},
        .token = "",
        .body = body,
    };
    assert_non_null(route);
    assert_true(visitor->role >= route->least);
    *err = route_run(route, &exchange);
    return *err == ERR_OK ? exchange.json : NULL;
}

const char *get_as(const struct visitor *visitor, const char *path, const char *body, enum err *err)
{
    return ask_as(visitor, METHOD_GET, path, body, err);
}

const char *post_as(const struct visitor *visitor, const char *path, const char *body,
                    enum err *err)
{
    return ask_as(visitor, METHOD_POST, path, body, err);
}

int64_t json_number(struct world *world, const char *json, const char *path)
{
    return world_int(world, "SELECT coalesce(json_extract(%Q, '$.' || %Q), -1)", json, path);
}

static struct visitor nadia(struct world *world)
{
    return (struct visitor){.world = world, .role = ROLE_CONCIERGE, .staff_id = NADIA};
}

static const char *ask_for(struct world *world, bool is_get, const char *path, const char *body,
                           enum err *err)
{
    struct visitor visitor = nadia(world);
    visitor.household_id = world_int(world, "SELECT household_id FROM staff WHERE id = %d", NADIA);
    return is_get ? get_as(&visitor, path, body, err) : post_as(&visitor, path, body, err);
}

const char *must_as_nadia(struct world *world, bool is_get, const char *path, const char *body)
{
    enum err err = ERR_OK;
    const char *json = ask_for(world, is_get, path, body, &err);
    if (err != ERR_OK) {
        fail_msg("%s %s: %s", path, body, err_name(err));
    }
    return json;
}

enum err err_as_nadia(struct world *world, bool is_get, const char *path, const char *body)
{
    enum err err = ERR_OK;
    (void)ask_for(world, is_get, path, body, &err);
    return err;
}

const char *body_with(struct world *world, const char *format, int64_t a, int64_t b)
{
    char *body = arena_alloc(world->arena, 1000);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    (void)snprintf(body, 1000, format, (long long)a, (long long)b);
#pragma GCC diagnostic pop
    return body;
}
