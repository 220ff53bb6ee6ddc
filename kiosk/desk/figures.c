/* The figures of a quarter, without names: looked at, handed out as a table, closed; and to whom
 * they are reported. */
#include <string.h>

#include "core/funder.h"
#include "core/quarter.h"
#include "desk/route.h"

/* ---- Looking ---- */

/* The quarter of the address; none is the one that runs. */
static int read_quarter(struct exchange *exchange)
{
    const int64_t quarter = field_int(exchange, "quarter");
    return quarter == 0                             ? quarter_of(exchange->now_s)
           : quarter > 0 && quarter <= QUARTER_LAST ? (int)quarter
                                                    : -1;
}

static enum err bind_days(struct query *q, int quarter)
{
    struct quarter_days days;
    const enum err err = quarter_days(quarter, &days);
    query_int(q, "first_day", days.first);
    query_int(q, "last_day", days.last);
    return err;
}

static enum err show(struct exchange *exchange)
{
    struct quarter_unmarked unmarked;
    const int quarter = read_quarter(exchange);
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        err = quarter_unmarked(exchange->db, quarter, &unmarked);
    }
    if (err != ERR_OK) {
        exchange->field = "quarter";
        return err;
    }
    struct query q = db_query(exchange->db, Q_DESK_FIGURES);
    q.err = bind_days(&q, quarter);
    query_int(&q, "quarter", quarter);
    query_int(&q, "now", quarter_of(exchange->now_s));
    query_int(&q, "bookings", unmarked.bookings);
    query_int(&q, "sessions", unmarked.sessions);
    return exchange_answer(exchange, &q);
}

static enum err list_acts(struct exchange *exchange)
{
    const int quarter = read_quarter(exchange);
    struct query q = db_query(exchange->db, Q_DESK_FIGURES_ACTS);
    const enum err err = bind_days(&q, quarter);
    q.err = exchange->field_err != ERR_OK ? exchange->field_err : err;
    return exchange_answer(exchange, &q);
}

static enum err close_quarter(struct exchange *exchange)
{
    const int64_t quarter = field_int(exchange, "quarter");
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    return quarter > 0 && quarter <= QUARTER_LAST
               ? quarter_close(exchange->db, (int)quarter, exchange->login.staff_id)
               : ERR_INVALID;
}

/* ---- To whom ---- */

/* set: funder_tag, or funder_untag. */
static enum err set_tag(struct exchange *exchange,
                        enum err (*set)(struct db *, enum funder_of, int64_t, const char *))
{
    static const char *const codes[] = {
        [FUNDER_OF_SERVICE] = "service",
        [FUNDER_OF_ACTIVITY] = "activity",
        [FUNDER_OF_PARTNER] = "partner",
    };
    const char *of = field_text(exchange, "of", CODE_BYTES - 1);
    const int64_t id = field_int(exchange, "id");
    const char *tag = field_text(exchange, "tag", FUNDER_TAG_CHARS);
    size_t i = 0;
    while (i < ARRAY_LEN(codes) && strcmp(codes[i], of) != 0) {
        i++;
    }
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    exchange->field = i < ARRAY_LEN(codes) ? "tag" : "of";
    return i < ARRAY_LEN(codes) ? set(exchange->db, (enum funder_of)i, id, tag) : ERR_INVALID;
}

static enum err tag(struct exchange *exchange)
{
    return set_tag(exchange, funder_tag);
}

static enum err untag(struct exchange *exchange)
{
    return set_tag(exchange, funder_untag);
}

ROUTE_TABLE(routes_figures, {METHOD_GET, "/api/figures", ROLE_CONCIERGE, .act = show},
            {METHOD_GET, "/api/figures/acts", ROLE_COORDINATOR, .act = list_acts},
            {METHOD_GET, "/api/figures/funders", ROLE_CONCIERGE, .query = Q_DESK_FUNDERS},
            {METHOD_POST, "/api/figures/close", ROLE_COORDINATOR, .act = close_quarter},
            {METHOD_POST, "/api/figures/tag", ROLE_COORDINATOR, .act = tag},
            {METHOD_POST, "/api/figures/untag", ROLE_COORDINATOR, .act = untag});
