#include "core/agenda.h"

#include "core/query.h"

static void take_row(struct query *q, struct arena *arena, struct agenda_row *row)
{
    char state[CODE_BYTES];
    row->session_id = take_int(q);
    take_code(q, state, sizeof(state));
    row->state = state_of(state);
    take_code(q, row->kind, sizeof(row->kind));
    row->title = take_said(q, arena);
    row->icon = take_text(q, arena);
    row->place = take_said(q, arena);
    row->partner = take_own(q, arena);
    row->starts_s = take_int(q);
    row->ends_s = take_int(q);
    row->moved_from_s = take_int(q);
    row->capacity = (int)take_int(q);
    row->taken = (int)take_int(q);
    take_code(q, row->reason, sizeof(row->reason));
    row->price_cents = take_int(q);
    row->subscriber_cents = take_int(q);
}

enum err agenda_list(struct db *db, int64_t from_s, int64_t until_s, const char *kind, int most,
                     struct arena *arena, struct agenda_row **rows, int *count)
{
    *rows = arena_array(arena, (size_t)most, sizeof(**rows));
    *count = 0;
    struct query q = db_query(db, Q_AGENDA_LIST);
    query_int(&q, "from_s", from_s);
    query_int(&q, "until_s", until_s);
    query_text(&q, "kind", kind);
    query_int(&q, "most", most);
    while (*count < most && query_step(&q)) {
        take_row(&q, arena, &(*rows)[(*count)++]);
    }
    return query_end(&q);
}

enum err agenda_session(struct db *db, int64_t session_id, struct arena *arena,
                        struct agenda_session *session)
{
    *session = (struct agenda_session){0};
    struct query q = db_query(db, Q_AGENDA_SESSION);
    query_int(&q, "session_id", session_id);
    const bool is_found = query_step(&q);
    if (is_found) {
        take_row(&q, arena, &session->row);
        session->activity_id = take_int(&q);
        session->summary = take_said(&q, arena);
        take_code(&q, session->spoken, sizeof(session->spoken));
        session->bring = take_said(&q, arena);
        session->least_age = (int)take_int(&q);
        session->takes_children = take_int(&q) != 0;
        session->is_automatic = take_int(&q) != 0;
        session->sequence = (int)take_int(&q);
        session->waiting = (int)take_int(&q);
    }
    const enum err err = query_end(&q);
    return err == ERR_OK && !is_found ? ERR_NOT_FOUND : err;
}

enum err agenda_others(struct db *db, const struct agenda_session *session, int64_t after_s,
                       int people, int most, struct arena *arena, struct agenda_row *rows,
                       int *count)
{
    *count = 0;
    struct query q = db_query(db, Q_AGENDA_OTHERS);
    query_int(&q, "activity_id", session->activity_id);
    query_int(&q, "session_id", session->row.session_id);
    query_int(&q, "after_s", after_s);
    query_int(&q, "people", people);
    query_int(&q, "most", most);
    while (*count < most && query_step(&q)) {
        take_row(&q, arena, &rows[(*count)++]);
    }
    return query_end(&q);
}

int agenda_seats_left(const struct agenda_row *row)
{
    return row->taken < row->capacity ? row->capacity - row->taken : 0;
}

bool agenda_is_open(const struct agenda_row *row, int64_t now_s)
{
    return (row->state == STATE_PUBLISHED || row->state == STATE_TO_DECIDE) && row->capacity > 0 &&
           now_s < row->starts_s;
}
