#include "core/vevent.h"

#include <string.h>

#include "base/clock.h"
#include "core/flow.h"
#include "core/query.h"
#include "core/request.h"

enum { UID_HEX_BYTES = 33 };

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

/* 20260909T120000Z */
static const char *write_time(struct arena *arena, int64_t utc_s)
{
    const struct civil utc = clock_utc(utc_s);
    return arena_printf(arena, "%04d%02d%02dT%02d%02d%02dZ", utc.year, utc.month, utc.day, utc.hour,
                        utc.minute, utc.second);
}

/* RFC 5545, 3.3.11: backslash, semicolon, comma and line feed are escaped. */
static const char *escape(struct arena *arena, const char *text)
{
    char *out = arena_alloc(arena, 2 * strlen(text) + 1);
    size_t len = 0;
    for (const char *c = text; *c != '\0'; c++) {
        if (strchr("\\;,\n", *c) != NULL) {
            out[len++] = '\\';
        }
        out[len++] = *c == '\n' ? 'n' : *c;
    }
    return out;
}

enum err vevent_write(struct db *db, int64_t request_id, struct arena *arena, const char **text)
{
    char uid[UID_HEX_BYTES] = "";
    char kind[CODE_BYTES] = "";
    char state[CODE_BYTES] = "";
    *text = "";
    struct query q = db_query(db, Q_VEVENT_GET);
    query_int(&q, "request_id", request_id);
    if (query_step(&q)) {
        take_code(&q, uid, sizeof(uid));
        take_code(&q, kind, sizeof(kind));
        take_code(&q, state, sizeof(state));
        const char *title = escape(arena, take_text(&q, arena));
        const char *place = escape(arena, take_text(&q, arena));
        const int64_t from_s = take_int(&q);
        const int64_t until_s = take_int(&q);
        const int64_t sequence = take_int(&q);
        const char *site = escape(arena, take_text(&q, arena));
        /* Lines are not folded: the readers of QR codes do not unfold. */
        *text =
            from_s == 0 || until_s == 0 || !is_confirmed(kind, state)
                ? ""
                : arena_printf(arena,
                               "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Conciergerie//EN\r\n"
                               "BEGIN:VEVENT\r\nUID:%s@conciergerie\r\nDTSTAMP:%s\r\n"
                               "SEQUENCE:%lld\r\nDTSTART:%s\r\nDTEND:%s\r\nSUMMARY:%s\r\n"
                               "LOCATION:%s%s%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                               uid, write_time(arena, clock_now_s()), (long long)sequence,
                               write_time(arena, from_s), write_time(arena, until_s), title, place,
                               place[0] == '\0' ? "" : "\\, ", site);
    }
    const enum err err = query_end(&q);
    return err == ERR_OK && (*text)[0] == '\0' ? ERR_NOT_FOUND : err;
}
