#include "core/queue.h"

#include "base/clock.h"
#include "core/codes.h"
#include "core/queue_rows.h"
#include "core/setting.h"

static const enum queue_domain DOMAINS[KIND_COUNT] = {
    [KIND_LOAN] = QUEUE_LOANS,        [KIND_EXTENSION] = QUEUE_LOANS,
    [KIND_COPY] = QUEUE_LOANS,        [KIND_BOOKING] = QUEUE_WORKSHOPS,
    [KIND_SESSION] = QUEUE_WORKSHOPS, [KIND_HELP] = QUEUE_HELP,
    [KIND_ENQUIRY] = QUEUE_SERVICES,  [KIND_DEPOSIT] = QUEUE_SERVICES,
    [KIND_VISIT] = QUEUE_SERVICES,    [KIND_AMENDMENT] = QUEUE_WORKSHOPS,
};

enum queue_domain queue_domain_of(enum kind kind)
{
    return DOMAINS[kind];
}

/* The words of the kinds in a domain, for the statement; "" is all. */
static const char *domain_kinds(enum queue_domain domain)
{
    static const char *const kinds[QUEUE_DOMAIN_COUNT] = {
        [QUEUE_ALL] = "",
        [QUEUE_WORKSHOPS] = "booking session amendment",
        [QUEUE_LOANS] = "loan extension",
        [QUEUE_HELP] = "help",
        [QUEUE_SERVICES] = "enquiry deposit visit",
    };
    return kinds[domain];
}

enum err queue_count(struct db *db, struct queue_counts *counts)
{
    *counts = (struct queue_counts){0};
    struct query q = db_query(db, Q_QUEUE_COUNTS);
    if (query_step(&q)) {
        for (int domain = 0; domain < QUEUE_DOMAIN_COUNT; domain++) {
            counts->waiting[domain] = (int)take_int(&q);
        }
        counts->danger = (int)take_int(&q);
        counts->oldest_s = take_int(&q);
    }
    return query_end(&q);
}

struct queue_key queue_first(void)
{
    return (struct queue_key){.is_danger = true, .rank_s = INT64_MIN};
}

struct queue_key queue_after(const struct queue_line *line)
{
    return (struct queue_key){line->is_danger, line->rank_s, line->request_id};
}

static void take_kind_and_state(struct query *q, struct queue_line *line)
{
    char code[CODE_BYTES];
    take_code(q, code, sizeof(code));
    line->kind = kind_of(code);
    take_code(q, code, sizeof(code));
    line->state = state_of(code);
}

/* What the words of a matter must not say on a public screen. */
static void hide_sensitive(struct queue_line *line)
{
    const struct help_category *category = help_category_find(line->category);
    line->is_sensitive = line->is_sensitive || (category != NULL && !category->takes_words);
    if (line->is_sensitive) {
        line->title = "";
        line->icon = "";
        line->category[0] = '\0';
        line->choice[0] = '\0';
    }
}

void queue_take_line(struct query *q, struct arena *arena, struct queue_line *line)
{
    *line = (struct queue_line){.request_id = take_int(q), .no = (int)take_int(q)};
    take_kind_and_state(q, line);
    line->since_s = take_int(q);
    line->rank_s = take_int(q);
    line->waits = take_int(q) != 0;
    line->is_ended = take_int(q) != 0;
    line->is_danger = take_int(q) != 0;
    line->answer_by_s = take_int(q);
    line->not_staff_id = take_int(q);
    line->session_id = take_int(q);
    line->item_id = take_int(q);
    line->service_id = take_int(q);
    line->copy_id = take_int(q);
    line->from_s = take_int(q);
    line->until_s = take_int(q);
    line->adults = (int)take_int(q);
    line->children = (int)take_int(q);
    line->parent_id = take_int(q);
    line->is_private = take_int(q) != 0;
    take_code(q, line->direction, sizeof(line->direction));
    take_code(q, line->category, sizeof(line->category));
    take_code(q, line->choice, sizeof(line->choice));
    take_code(q, line->urgency, sizeof(line->urgency));
    line->household_id = take_int(q);
    line->household = take_text(q, arena);
    line->ticket = take_text(q, arena);
    line->title = take_text(q, arena);
    line->icon = take_text(q, arena);
    line->is_sensitive = take_int(q) != 0;
    line->copy_number = (int)take_int(q);
    hide_sensitive(line);
}

/* Takes at most `most` lines of a statement that was asked for one more. */
static enum err take_list(struct query *q, int most, struct arena *arena, struct queue_list *list)
{
    *list = (struct queue_list){.lines = arena_array(arena, (size_t)most, sizeof(*list->lines))};
    query_int(q, "most", most + 1);
    while (list->count < most && query_step(q)) {
        queue_take_line(q, arena, &list->lines[list->count++]);
    }
    list->is_more = list->count == most && query_step(q);
    return query_end(q);
}

enum err queue_page(struct db *db, enum queue_domain domain, struct queue_key key,
                    struct arena *arena, struct queue_list *list)
{
    struct query q = db_query(db, Q_QUEUE_PAGE);
    query_int(&q, "is_danger", key.is_danger);
    query_int(&q, "rank_s", key.rank_s);
    query_int(&q, "request_id", key.request_id);
    query_text(&q, "kinds", domain_kinds(domain));
    return take_list(&q, QUEUE_PAGE, arena, list);
}

enum err queue_get(struct db *db, int64_t request_id, struct arena *arena, struct queue_line *line)
{
    struct query q = db_query(db, Q_QUEUE_LINE);
    query_int(&q, "request_id", request_id);
    const bool found = query_step(&q);
    if (found) {
        queue_take_line(&q, arena, line);
    }
    const enum err err = query_end(&q);
    return err != ERR_OK ? err : found ? ERR_OK : ERR_NOT_FOUND;
}

static enum err take_waiting(struct db *db, enum query_id id, struct arena *arena,
                             struct queue_waiting *waiting, int *count, bool *is_more)
{
    struct query q = db_query(db, id);
    query_int(&q, "now_s", clock_now_s());
    while (*count < QUEUE_LIST_MAX && query_step(&q)) {
        struct queue_waiting *row = &waiting[(*count)++];
        queue_take_line(&q, arena, &row->line);
        row->free = (int)take_int(&q);
        row->waiting = (int)take_int(&q);
        row->copy_id = take_int(&q);
    }
    *is_more = *is_more || (*count == QUEUE_LIST_MAX && query_step(&q));
    return query_end(&q);
}

enum err queue_waiting_lists(struct db *db, struct arena *arena, struct queue_waiting **waiting,
                             int *count, bool *is_more)
{
    *waiting = arena_array(arena, QUEUE_LIST_MAX, sizeof(**waiting));
    *count = 0;
    *is_more = false;
    enum err err = take_waiting(db, Q_QUEUE_WAITING_SEATS, arena, *waiting, count, is_more);
    if (err == ERR_OK) {
        err = take_waiting(db, Q_QUEUE_WAITING_ITEMS, arena, *waiting, count, is_more);
    }
    return err;
}

enum err queue_recent(struct db *db, int64_t staff_id, struct arena *arena,
                      struct queue_decision **decisions, int *count)
{
    char verb[CODE_BYTES];
    *decisions = arena_array(arena, QUEUE_RECENT_MAX, sizeof(**decisions));
    *count = 0;
    struct query q = db_query(db, Q_QUEUE_RECENT);
    query_int(&q, "staff_id", staff_id);
    query_int(&q, "since_s", clock_now_s() - setting_get(db, SETTING_UNDO_S));
    query_int(&q, "most", QUEUE_RECENT_MAX);
    while (*count < QUEUE_RECENT_MAX && query_step(&q)) {
        struct queue_decision *decision = &(*decisions)[(*count)++];
        queue_take_line(&q, arena, &decision->line);
        take_code(&q, verb, sizeof(verb));
        decision->verb = verb_of(verb);
        decision->recorded_at_s = take_int(&q);
    }
    return query_end(&q);
}

enum err queue_history(struct db *db, int64_t household_id, int64_t not_request_id,
                       struct arena *arena, struct queue_list *list)
{
    struct query q = db_query(db, Q_QUEUE_HISTORY);
    query_int(&q, "household_id", household_id);
    query_int(&q, "request_id", not_request_id);
    return take_list(&q, QUEUE_HISTORY_MAX, arena, list);
}

enum err queue_today_loans(struct db *db, struct arena *arena, struct queue_list *list)
{
    struct query q = db_query(db, Q_QUEUE_TODAY_LOANS);
    query_int(&q, "tomorrow_s", clock_day_s(clock_now_s(), 1));
    return take_list(&q, QUEUE_LIST_MAX, arena, list);
}

enum err queue_today_orders(struct db *db, struct arena *arena, struct queue_list *list)
{
    struct query q = db_query(db, Q_QUEUE_TODAY_ORDERS);
    return take_list(&q, QUEUE_LIST_MAX, arena, list);
}

enum err queue_attendance(struct db *db, int64_t session_id, struct arena *arena,
                          struct queue_list *list)
{
    enum { BOOKINGS_MAX = 1000 }; /* a session's capacity */
    struct query q = db_query(db, Q_QUEUE_ATTENDANCE);
    query_int(&q, "session_id", session_id);
    return take_list(&q, BOOKINGS_MAX, arena, list);
}

enum err queue_today_sessions(struct db *db, struct arena *arena, struct queue_today **sessions,
                              int *count, bool *is_more)
{
    const int64_t now_s = clock_now_s();
    char state[CODE_BYTES];
    *sessions = arena_array(arena, QUEUE_LIST_MAX, sizeof(**sessions));
    *count = 0;
    struct query q = db_query(db, Q_QUEUE_TODAY_SESSIONS);
    query_int(&q, "since_s", clock_day_s(now_s, -QUEUE_HELD_DAYS));
    query_int(&q, "today_s", clock_day_s(now_s, 0));
    query_int(&q, "tomorrow_s", clock_day_s(now_s, 1));
    query_int(&q, "most", QUEUE_LIST_MAX + 1);
    while (*count < QUEUE_LIST_MAX && query_step(&q)) {
        struct queue_today *session = &(*sessions)[(*count)++];
        session->session_id = take_int(&q);
        session->no = (int)take_int(&q);
        take_code(&q, state, sizeof(state));
        session->state = state_of(state);
        session->title = take_text(&q, arena);
        session->icon = take_text(&q, arena);
        session->starts_s = take_int(&q);
        session->ends_s = take_int(&q);
        session->capacity = (int)take_int(&q);
        session->expected = (int)take_int(&q);
        session->present = (int)take_int(&q);
    }
    *is_more = *count == QUEUE_LIST_MAX && query_step(&q);
    return query_end(&q);
}
