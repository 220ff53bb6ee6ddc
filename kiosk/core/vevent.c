#include "core/vevent.h"

#include "base/clock.h"
#include "core/flow.h"
#include "core/icalendar.h"
#include "core/query.h"
#include "core/request.h"

static bool is_confirmed(const char *kind, const char *state)
{
    const enum state now = state_of(state);
    switch (kind_of(kind)) {
    case KIND_BOOKING:
        return now == STATE_CONFIRMED;
    case KIND_LOAN:
        return now == STATE_RESERVED || now == STATE_READY;
    default:
        return false;
    }
}

struct vevent {
    const char *uid, *title, *place, *site;
    int64_t stamp_s, sequence, starts_s, ends_s;
};

static const char *write(const struct vevent *event, struct arena *arena)
{
    const char *place = event->place[0] == '\0'
                            ? event->site
                            : arena_printf(arena, "%s, %s", event->place, event->site);
    struct icalendar out = icalendar_begin(arena, false);
    icalendar_line(&out, "BEGIN", "VEVENT");
    icalendar_line(&out, "UID", arena_printf(arena, "%s" ICALENDAR_UID_END, event->uid));
    icalendar_utc(&out, "DTSTAMP", event->stamp_s);
    icalendar_int(&out, "SEQUENCE", event->sequence);
    icalendar_utc(&out, "DTSTART", event->starts_s);
    icalendar_utc(&out, "DTEND", event->ends_s);
    icalendar_text(&out, "SUMMARY", event->title);
    icalendar_text(&out, "LOCATION", place);
    icalendar_line(&out, "END", "VEVENT");
    return icalendar_end(&out);
}

static enum err end(struct query *q, const char *text)
{
    const enum err err = query_end(q);
    return err == ERR_OK && text[0] == '\0' ? ERR_NOT_FOUND : err;
}

enum err vevent_write(struct db *db, int64_t request_id, struct arena *arena, const char **text)
{
    char kind[CODE_BYTES] = "";
    char state[CODE_BYTES] = "";
    *text = "";
    struct query q = db_query(db, Q_VEVENT_GET);
    query_int(&q, "request_id", request_id);
    if (query_step(&q)) {
        struct vevent event = {.uid = take_text(&q, arena), .stamp_s = clock_now_s()};
        take_code(&q, kind, sizeof(kind));
        take_code(&q, state, sizeof(state));
        event.title = take_text(&q, arena);
        event.place = take_text(&q, arena);
        event.starts_s = take_int(&q);
        event.ends_s = take_int(&q);
        event.sequence = take_int(&q);
        event.site = take_text(&q, arena);
        if (event.starts_s != 0 && event.ends_s != 0 && is_confirmed(kind, state)) {
            *text = write(&event, arena);
        }
    }
    return end(&q, *text);
}

enum err vevent_write_session(struct db *db, int64_t session_id, struct arena *arena,
                              const char **text)
{
    *text = "";
    struct query q = db_query(db, Q_VEVENT_SESSION);
    query_int(&q, "session_id", session_id);
    query_int(&q, "now_s", clock_now_s());
    if (query_step(&q)) {
        struct vevent event = {.uid = take_text(&q, arena)};
        event.sequence = take_int(&q);
        event.stamp_s = take_int(&q);
        event.title = take_text(&q, arena);
        event.place = take_text(&q, arena);
        event.starts_s = take_int(&q);
        event.ends_s = take_int(&q);
        event.site = take_text(&q, arena);
        *text = write(&event, arena);
    }
    return end(&q, *text);
}
