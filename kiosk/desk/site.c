/* The site at the desk: its hours, closings, roster, words and figures; what a new house lacks. */
#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "core/house_edit.h"
#include "core/query.h"
#include "core/setting.h"
#include "desk/route.h"

enum { WEEK_DAYS = 7 };

/* ---- Name, word, numbers to phone ---- */

static enum err save_site(struct exchange *exchange)
{
    const char *name = field_text(exchange, "name", HOUSE_NAME_MOST_CHARS);
    const char *district = field_text(exchange, "district", HOUSE_NAME_MOST_CHARS);
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    exchange->field = "name";
    return house_set_site(exchange->db, name, district);
}

static enum err save_message(struct exchange *exchange)
{
    const char *message = field_text(exchange, "message", HOUSE_MESSAGE_MOST_CHARS);
    exchange->field = exchange->field == NULL ? "message" : exchange->field;
    return exchange->field_err != ERR_OK ? exchange->field_err
                                         : house_set_message(exchange->db, message);
}

static enum err save_oncall(struct exchange *exchange)
{
    struct oncall_line lines[ONCALL_MAX];
    const int count = field_count(exchange, "lines", ONCALL_MAX);
    for (int i = 0; i < count; i++) {
        lines[i].label = field_text(exchange, arena_printf(exchange->arena, "lines[%d].label", i),
                                    HOUSE_LABEL_MOST_CHARS);
        lines[i].phone =
            field_text(exchange, arena_printf(exchange->arena, "lines[%d].phone", i), 40);
    }
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    exchange->field = "lines";
    return house_set_oncall(exchange->db, lines, count);
}

/* ---- Hours and closings ---- */

static enum err answer_moved(struct exchange *exchange, enum err err, int moved)
{
    return err == ERR_OK ? exchange_answer_int(exchange, "moved", moved) : err;
}

static int part_int(struct exchange *exchange, const char *list, int i, const char *name)
{
    return field_small(exchange, arena_printf(exchange->arena, "%s[%d].%s", list, i, name));
}

static enum err save_hours(struct exchange *exchange)
{
    struct house_opening openings[HOUSE_OPENINGS_MAX];
    int moved = 0;
    const int count = field_count(exchange, "openings", HOUSE_OPENINGS_MAX);
    for (int i = 0; i < count; i++) {
        openings[i] = (struct house_opening){
            .weekday = part_int(exchange, "openings", i, "weekday"),
            .opens_min = part_int(exchange, "openings", i, "opens_min"),
            .closes_min = part_int(exchange, "openings", i, "closes_min"),
        };
    }
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    exchange->field = "openings";
    const enum err err =
        house_set_week(exchange->db, openings, count, notice_promise_moved, NULL, &moved);
    return answer_moved(exchange, err, moved);
}

static enum err show_touches(struct exchange *exchange)
{
    const int64_t from_s = field_time(exchange, "from");
    const int64_t until_s = field_time(exchange, "until");
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    struct query q = db_query(exchange->db, Q_DESK_CLOSING_TOUCHES);
    exchange_bind(exchange, &q);
    query_int(&q, "from_s", from_s);
    query_int(&q, "until_s", until_s);
    return exchange_answer(exchange, &q);
}

static enum err add_closing(struct exchange *exchange)
{
    int moved = 0;
    const int64_t from_s = field_time(exchange, "from");
    const int64_t until_s = field_time(exchange, "until");
    const char *reason = field_text(exchange, "reason_code", HOUSE_REASON_BYTES);
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    exchange->field = "until";
    if (until_s <= exchange->now_s) {
        return ERR_INVALID; /* a closing that is over closes nothing */
    }
    const enum err err = house_add_closing(exchange->db, exchange->login.staff_id, from_s, until_s,
                                           reason, notice_promise_moved, NULL, &moved);
    return answer_moved(exchange, err, moved);
}

static enum err lift_closing(struct exchange *exchange)
{
    const int64_t closing_id = field_int(exchange, "closing_id");
    return exchange->field_err != ERR_OK ? exchange->field_err
                                         : house_lift_closing(exchange->db, closing_id);
}

/* ---- Roster ---- */

static enum err show_roster(struct exchange *exchange)
{
    int64_t at_s = field_time(exchange, "week");
    at_s = at_s == 0 ? exchange->now_s : at_s;
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const int64_t monday_s = clock_day_s(at_s, 1 - clock_civil(at_s).weekday);
    struct query q = db_query(exchange->db, Q_DESK_ROSTER);
    query_int(&q, "from_s", monday_s);
    query_int(&q, "until_s", clock_day_s(monday_s, WEEK_DAYS));
    return exchange_answer(exchange, &q);
}

static enum err save_roster(struct exchange *exchange)
{
    int moved = 0;
    const int64_t week_s = field_time(exchange, "week");
    const int64_t repeats = field_int(exchange, "repeats");
    const int count = field_count(exchange, "shifts", HOUSE_SHIFTS_MOST);
    struct house_shift *shifts = arena_array(exchange->arena, (size_t)count, sizeof(*shifts));
    for (int i = 0; i < count; i++) {
        shifts[i] = (struct house_shift){
            .staff_id = part_int(exchange, "shifts", i, "staff_id"),
            .weekday = part_int(exchange, "shifts", i, "weekday"),
            .from_min = part_int(exchange, "shifts", i, "from_min"),
            .until_min = part_int(exchange, "shifts", i, "until_min"),
        };
    }
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    exchange->field = "shifts";
    const enum err err =
        house_set_roster(exchange->db, week_s, shifts, count,
                         repeats < 0 || repeats > HOUSE_REPEAT_MOST ? -1 : (int)repeats,
                         notice_promise_moved, NULL, &moved);
    return answer_moved(exchange, err, moved);
}

/* ---- Figures of the house's rules ---- */

static enum err show_settings(struct exchange *exchange)
{
    const char *list = "[]";
    for (enum setting i = 0; i < SETTING_COUNT; i++) {
        const struct setting_bounds bounds = setting_bounds(i);
        list = json_append(exchange, list,
                           arena_printf(exchange->arena,
                                        "{\"name\": \"%s\", \"value\": %" PRId64
                                        ", \"usual\": %" PRId64 ", \"least\": %" PRId64
                                        ", \"most\": %" PRId64 "}",
                                        setting_name(i), setting_get(exchange->db, i),
                                        setting_default(i), bounds.least, bounds.most));
    }
    exchange->json = arena_printf(exchange->arena, "{\"lines\": %s}", list);
    return ERR_OK;
}

static enum err save_setting(struct exchange *exchange)
{
    const enum setting setting = setting_of(field_text(exchange, "name", CODE_BYTES));
    const int64_t value = field_int(exchange, "value");
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    if (setting == SETTING_COUNT) {
        return ERR_NOT_FOUND;
    }
    exchange->field = "value";
    const enum err err = house_begin(exchange->db, exchange->now_s);
    return err == ERR_OK ? db_end(exchange->db, setting_set(exchange->db, setting, value)) : err;
}

ROUTE_TABLE(routes_site, {METHOD_GET, "/api/site", ROLE_CONCIERGE, .query = Q_DESK_SITE},
            {METHOD_POST, "/api/site/save", ROLE_CONCIERGE, .act = save_site},
            {METHOD_POST, "/api/site/message", ROLE_CONCIERGE, .act = save_message},
            {METHOD_POST, "/api/site/oncall", ROLE_CONCIERGE, .act = save_oncall},
            {METHOD_POST, "/api/site/hours", ROLE_CONCIERGE, .act = save_hours},
            {METHOD_GET, "/api/site/touches", ROLE_CONCIERGE, .act = show_touches},
            {METHOD_POST, "/api/site/close", ROLE_CONCIERGE, .act = add_closing},
            {METHOD_POST, "/api/site/lift", ROLE_CONCIERGE, .act = lift_closing},
            {METHOD_GET, "/api/roster", ROLE_CONCIERGE, .act = show_roster},
            {METHOD_POST, "/api/roster/save", ROLE_CONCIERGE, .act = save_roster},
            {METHOD_GET, "/api/settings", ROLE_CONCIERGE, .act = show_settings},
            {METHOD_POST, "/api/settings/save", ROLE_CONCIERGE, .act = save_setting},
            {METHOD_GET, "/api/firstday", ROLE_CONCIERGE, .query = Q_DESK_FIRST_DAY});
