#include "support_desk.h"

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
