#include "desk/exchange.h"

#include <limits.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"

enum { PATH_BYTES = 96, TYPE_BYTES = 16, TIME_BYTES = 24 };

struct actor exchange_actor(const struct exchange *exchange)
{
    const bool is_organiser = exchange->role == ROLE_ORGANISER;
    return (struct actor){.who = is_organiser ? WHO_ORGANISER : WHO_DESK,
                          .staff_id = exchange->login.staff_id};
}

/* ---- What was sent ---- */

static void wrong_field(struct exchange *exchange, const char *path)
{
    if (exchange->field_err == ERR_OK) {
        exchange->field_err = ERR_INVALID;
        exchange->field = arena_strdup(exchange->arena, path);
    }
}

/* One run of a statement about one place of the body. */
static struct query query_path(struct exchange *exchange, enum query_id id, const char *path)
{
    struct query q = db_query(exchange->db, id);
    query_text(&q, "body", exchange->body);
    query_text(&q, "path", arena_printf(exchange->arena, "$.%s", path));
    return q;
}

/* Its type, a word of SQLite's JSON, and its value as text. */
static const char *read_field(struct exchange *exchange, const char *path, char type[TYPE_BYTES])
{
    const char *value = "";
    struct query q = query_path(exchange, Q_JSON_FIELD, path);
    if (query_step(&q)) {
        take_code(&q, type, TYPE_BYTES);
        value = take_text(&q, exchange->arena);
    }
    if (query_end(&q) != ERR_OK) {
        (void)memcpy(type, "bad", sizeof("bad"));
    }
    return value;
}

int64_t field_int(struct exchange *exchange, const char *path)
{
    char type[TYPE_BYTES] = "";
    const char *value = read_field(exchange, path, type);
    int64_t number = 0;
    const bool is_negative = value[0] == '-';
    const struct str digits = str_of(value + (is_negative ? 1 : 0));
    const bool is_argument =
        exchange->is_get || exchange->file != NULL; /* of the address: a text */
    if (strcmp(type, "null") == 0 || (is_argument && value[0] == '\0')) {
        return 0;
    }
    const bool is_number =
        strcmp(type, "integer") == 0 || (is_argument && strcmp(type, "text") == 0);
    if (!is_number || text_parse_int(digits, INT64_MAX, &number) != ERR_OK) {
        wrong_field(exchange, path);
        return 0;
    }
    return is_negative ? -number : number;
}

int field_small(struct exchange *exchange, const char *path)
{
    const int64_t number = field_int(exchange, path);
    if (number < INT_MIN || number > INT_MAX) {
        wrong_field(exchange, path);
        return 0;
    }
    return (int)number;
}

bool field_bool(struct exchange *exchange, const char *path)
{
    char type[TYPE_BYTES] = "";
    (void)read_field(exchange, path, type);
    if (strcmp(type, "true") != 0 && strcmp(type, "false") != 0 && strcmp(type, "null") != 0) {
        wrong_field(exchange, path);
    }
    return strcmp(type, "true") == 0;
}

const char *field_text(struct exchange *exchange, const char *path, int most)
{
    char type[TYPE_BYTES] = "";
    const struct str text = str_trim(str_of(read_field(exchange, path, type)));
    if (strcmp(type, "null") == 0) {
        return "";
    }
    if (strcmp(type, "text") != 0 || !utf8_is_clean(text) || utf8_count(text) > (size_t)most) {
        wrong_field(exchange, path);
        return "";
    }
    return arena_strndup(exchange->arena, text.ptr, text.len);
}

int64_t field_time(struct exchange *exchange, const char *path)
{
    int64_t utc_s = 0;
    const char *text = field_text(exchange, path, TIME_BYTES);
    if (text[0] == '\0') {
        return 0;
    }
    if (strchr(text, 'T') == NULL) {
        text = arena_printf(exchange->arena, "%sT00:00", text);
    }
    if (clock_parse(text, &utc_s) != ERR_OK) {
        wrong_field(exchange, path);
    }
    return utc_s;
}

int field_count(struct exchange *exchange, const char *path, int most)
{
    int64_t count = 0;
    struct query q = query_path(exchange, Q_JSON_LENGTH, path);
    if (query_one_int(&q, &count) != ERR_OK || count < 0 || count > most) {
        wrong_field(exchange, path);
        return 0;
    }
    return (int)count;
}

/* ---- The answer ---- */

void exchange_bind(const struct exchange *exchange, struct query *query)
{
    const struct {
        const char *name;
        int64_t value;
    } implied[] = {
        {"now_s", exchange->now_s},
        {"day_s", clock_day_s(exchange->now_s, 0)},
        {"next_day_s", clock_day_s(exchange->now_s, 1)},
        {"staff_id", exchange->login.staff_id},
        {"partner_id", exchange->login.partner_id},
        {"own_household_id", exchange->login.staff.household_id},
    };
    for (size_t i = 0; i < ARRAY_LEN(implied); i++) {
        if (query_has_param(query, implied[i].name)) {
            query_int(query, implied[i].name, implied[i].value);
        }
    }
}

enum err json_take(struct exchange *exchange, struct query *query, const char **json)
{
    *json = "null";
    if (query_step(query)) {
        const char *text = take_text(query, exchange->arena);
        *json = text[0] == '\0' ? "null" : text;
    }
    return query_end(query);
}

enum err exchange_answer(struct exchange *exchange, struct query *query)
{
    const char *json = NULL;
    const enum err err = json_take(exchange, query, &json);
    if (err != ERR_OK) {
        return err;
    }
    if (strcmp(json, "null") == 0) {
        return ERR_NOT_FOUND;
    }
    exchange->json = json;
    return ERR_OK;
}

enum err exchange_answer_int(struct exchange *exchange, const char *name, int64_t value)
{
    struct query q = db_query(exchange->db, Q_JSON_NUMBER);
    query_text(&q, "name", name);
    query_int(&q, "value", value);
    return exchange_answer(exchange, &q);
}

enum err exchange_answer_move(struct exchange *exchange, enum err err,
                              const struct outcome *outcome)
{
    if (err != ERR_OK) {
        exchange->reasons = outcome->reasons;
        return err;
    }
    struct query q = db_query(exchange->db, Q_JSON_MOVED);
    query_text(&q, "state", state_code(outcome->state));
    query_int(&q, "no", outcome->no);
    return exchange_answer(exchange, &q);
}

enum err exchange_take_step(struct exchange *exchange, exchange_step *step)
{
    struct outcome outcome = {0};
    const int64_t request_id = field_int(exchange, "request_id");
    const int no = field_small(exchange, "no");
    const enum err err = exchange->field_err != ERR_OK ? exchange->field_err
                                                       : step(exchange->db, request_id, no,
                                                              exchange_actor(exchange), &outcome);
    return exchange_answer_move(exchange, err, &outcome);
}

/* Values that these make cannot fail but by memory, which ends the program. */
static const char *must_take(struct exchange *exchange, struct query *query)
{
    const char *json = NULL;
    const enum err err = json_take(exchange, query, &json);
    if (err != ERR_OK) {
        log_error("JSON could not be made: %s", err_name(err));
        return "null";
    }
    return json;
}

const char *json_append(struct exchange *exchange, const char *list, const char *value)
{
    struct query q = db_query(exchange->db, Q_JSON_APPEND);
    query_text(&q, "list", list);
    query_text(&q, "value", value == NULL ? "null" : value);
    return must_take(exchange, &q);
}

const char *json_quoted(struct exchange *exchange, const char *text)
{
    struct query q = db_query(exchange->db, Q_JSON_QUOTE);
    query_text(&q, "text", text);
    return must_take(exchange, &q);
}
