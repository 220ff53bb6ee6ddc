/* Asking the desk's routes without HTTP, in the small house of support_db.h. */
#pragma once

#include "support_session.h"

#include "desk/route.h"

/* Somebody signed in. partner_id: an organiser's association. */
struct visitor {
    struct world *world;
    enum role role;
    int64_t staff_id;
    int64_t partner_id;
    int64_t household_id; /* their own */
};

/* GET: every value of the body is a text, as in a query string. The answer's JSON, or NULL on an
 * error, which is in *err. */
const char *get_as(const struct visitor *visitor, const char *path, const char *body,
                   enum err *err);
const char *post_as(const struct visitor *visitor, const char *path, const char *body,
                    enum err *err);
/* A number of a JSON text: "lines[0].session_id"; -1: there is none. */
int64_t json_number(struct world *world, const char *json, const char *path);

/* As the concierge Nadia, GET or POST. Gives the answer's JSON; anything but ERR_OK fails. */
const char *must_as_nadia(struct world *world, bool is_get, const char *path, const char *body);
enum err err_as_nadia(struct world *world, bool is_get, const char *path, const char *body);
/* A body with one or two numbers (%lld) in it, in the world's arena. */
const char *body_with(struct world *world, const char *format, int64_t a, int64_t b);
