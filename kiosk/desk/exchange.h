/* One request of the desk's page and its answer, as handlers see them: who asks, what they sent,
 * what goes back. HTTP itself stays in server.c.
 *
 * Bodies are read and answers are written by SQLite's JSON. A handler reads its fields, calls the
 * core, and answers; it decides nothing by itself. What it returns becomes the status and, unless
 * it is ERR_OK, the answer: {"error": "conflict", "reasons": ["seats"]}. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/db.h"
#include "core/login.h"
#include "core/pin.h"
#include "core/query.h"
#include "core/request.h"
#include "core/tries.h"
#include "core/verify.h"

/* Least first: each may what the one before may. */
enum role { ROLE_PUBLIC, ROLE_ORGANISER, ROLE_CONCIERGE, ROLE_COORDINATOR };

struct calendar_reader;
struct exchange;
typedef enum err route_act(struct exchange *exchange);

struct exchange {
    struct db *db;
    const struct tries *tries;
    const struct pin_key *pin_key; /* NULL: the program was started without one */
    struct arena *arena;           /* lives as long as the exchange, then is wiped */
    int64_t now_s;
    bool is_get;
    /* Who asks. */
    enum role role;
    struct login login; /* of ROLE_ORGANISER and above */
    const char *token;  /* the login's cookie; "" */
    /* What was sent: a JSON object, made of the query string for a GET. */
    const char *body;
    const char *file; /* of a route that takes one, instead of a body; NULL: none */
    size_t file_len;
    enum err field_err; /* ERR_INVALID: a field was not of its type */
    /* Work beside the loop: a handler that sets one of these gives no answer yet; when it is done,
     * then() is called, which does. */
    struct verify *verify; /* a secret that is checked; its verdict: */
    enum verify_result verdict;
    struct calendar_reader *reader; /* a calendar that is read */
    route_act *then;
    /* The answer. */
    const char *json;       /* NULL: {} */
    const char *calendar;   /* instead of it: text/calendar, and who has it already is told so */
    const char *set_cookie; /* NULL: none */
    unsigned reasons;       /* enum guard bits of a refusal */
    const char *field;      /* of ERR_INVALID: the field at fault; NULL */
    int64_t wait_s;         /* of ERR_SLOWED */
};

/* The staff member as an actor of requests. */
struct actor exchange_actor(const struct exchange *exchange);

/* Fields of the body; of a GET and beside a file, of the query string. Missing and null read as 0,
 * "" and false. A wrong type sets field_err and names the field: check it before acting. Texts are
 * clean UTF-8, trimmed, at most `most` characters long. path: "request_id", or into objects and
 * arrays: "days[2].from_s".
 */
int64_t field_int(struct exchange *exchange, const char *path);
/* One that fits an int, as what is counted does; a larger one is wrong. */
int field_small(struct exchange *exchange, const char *path);
bool field_bool(struct exchange *exchange, const char *path);
const char *field_text(struct exchange *exchange, const char *path, int most);
/* Local time of the site, "2026-09-08T16:42" or "2026-09-08" (its midnight); 0 when missing. */
int64_t field_time(struct exchange *exchange, const char *path);
/* Elements of an array, at most `most`; 0 when missing. */
int field_count(struct exchange *exchange, const char *path, int most);

/* Binds whatever of these the statement has: :now_s, :day_s and :next_day_s (local midnights around
 * now), :staff_id, :partner_id (an organiser's; 0) and :own_household_id (the staff member's; 0).
 */
void exchange_bind(const struct exchange *exchange, struct query *query);
/* Answers with the first column of the statement's only row, JSON text, and ends the run.
 * ERR_NOT_FOUND no row, or NULL. */
enum err exchange_answer(struct exchange *exchange, struct query *query) NODISCARD;
/* Answers {"name": value}. */
enum err exchange_answer_int(struct exchange *exchange, const char *name, int64_t value) NODISCARD;
/* Answers with what a move did, {"state": …, "no": …}, or keeps its reasons; gives err back. */
enum err exchange_answer_move(struct exchange *exchange, enum err err,
                              const struct outcome *outcome) NODISCARD;

/* What the core can do with one request of which the body says the decision that was seen. */
typedef enum err exchange_step(struct db *db, int64_t request_id, int expected_no,
                               struct actor actor, struct outcome *outcome);
/* Does it with the body's "request_id" and "no", and answers as exchange_answer_move. */
enum err exchange_take_step(struct exchange *exchange, exchange_step *step) NODISCARD;

/* A list that C makes: "[]" with values added, JSON text each; "null" for NULL. In the arena. */
const char *json_append(struct exchange *exchange, const char *list, const char *value);
/* JSON text of a text. */
const char *json_quoted(struct exchange *exchange, const char *text);
/* The first column of the statement's only row, JSON text in the arena; "null" without a row. Ends
 * the run. */
enum err json_take(struct exchange *exchange, struct query *query, const char **json) NODISCARD;
