#include "core/feed.h"

#include "base/clock.h"
#include "base/log.h"
#include "core/feed_words.h"
#include "core/icalendar.h"
#include "core/query.h"

enum { WORK_BYTES = 64 << 20 }; /* as many sessions as may be, with the longest words there are */

/* How often a subscriber may look again: RFC 7986, 5.7, and what was in use before it. */
static const char EVERY[] = "PT1H";

struct feed {
    const char *site, *zone, *partner;
    struct feed_session *sessions; /* FEED_SESSIONS_MAX */
    int count;
};

static enum err load_head(struct db *db, int64_t partner_id, struct arena *arena, struct feed *feed)
{
    struct query q = db_query(db, Q_FEED_HEAD);
    query_int(&q, "partner_id", partner_id);
    const bool is_found = query_step(&q);
    if (is_found) {
        feed->site = take_text(&q, arena);
        feed->zone = take_text(&q, arena);
        feed->partner = take_text(&q, arena);
    }
    const enum err err = query_end(&q);
    return err == ERR_OK && !is_found ? ERR_NOT_FOUND : err;
}

static void take_session(struct query *q, struct arena *arena, struct feed_session *session)
{
    char state[CODE_BYTES];
    session->uid = take_text(q, arena);
    session->sequence = take_int(q);
    session->revised_s = take_int(q);
    take_code(q, state, sizeof(state));
    session->state = state_of(state);
    take_code(q, session->reason, sizeof(session->reason));
    take_code(q, session->kind, sizeof(session->kind));
    session->title = take_text(q, arena);
    session->summary = take_text(q, arena);
    session->place = take_text(q, arena);
    session->partner = take_text(q, arena);
    session->starts_s = take_int(q);
    session->ends_s = take_int(q);
    session->moved_from_s = take_int(q);
    session->capacity = (int)take_int(q);
    session->least_age = (int)take_int(q);
    session->price_cents = take_int(q);
    session->subscriber_cents = take_int(q);
    session->bring = take_text(q, arena);
}

static enum err load_sessions(struct db *db, int64_t partner_id, struct arena *arena,
                              struct feed *feed)
{
    feed->sessions = arena_array(arena, FEED_SESSIONS_MAX, sizeof(*feed->sessions));
    struct query q = db_query(db, Q_FEED_SESSIONS);
    query_int(&q, "from_s", clock_day_s(clock_now_s(), -FEED_PAST_DAYS));
    query_int(&q, "partner_id", partner_id);
    query_int(&q, "most", FEED_SESSIONS_MAX + 1);
    while (feed->count < FEED_SESSIONS_MAX && query_step(&q)) {
        take_session(&q, arena, &feed->sessions[feed->count++]);
    }
    const bool is_more = feed->count == FEED_SESSIONS_MAX && query_step(&q);
    const enum err err = query_end(&q);
    if (err == ERR_OK && is_more) {
        log_error("the agenda is longer than a calendar holds: %d sessions", FEED_SESSIONS_MAX);
        return ERR_FULL;
    }
    return err;
}

/* ---- Lines ---- */

/* A date that moved to one that is not sure may be kept in mind; one without a new date does not
 * take place, and CANCELLED is the only word that every calendar takes it away by. */
static const char *status_of(const struct feed_session *session)
{
    return session->state == STATE_CANCELLED || feed_is_without_date(session) ? "CANCELLED"
           : session->state == STATE_POSTPONED                                ? "TENTATIVE"
                                                                              : "CONFIRMED";
}

/* DTSTAMP is when it was last changed, since no METHOD is said (RFC 5545, 3.8.7.2): so a feed in
 * which nothing changed stays the same to the byte. */
static void put_session(struct icalendar *out, const struct feed *feed,
                        const struct feed_session *session)
{
    struct arena *arena = out->arena;
    icalendar_line(out, "BEGIN", "VEVENT");
    icalendar_line(out, "UID", arena_printf(arena, "%s" ICALENDAR_UID_END, session->uid));
    icalendar_utc(out, "DTSTAMP", session->revised_s);
    icalendar_utc(out, "LAST-MODIFIED", session->revised_s);
    icalendar_int(out, "SEQUENCE", session->sequence);
    icalendar_span(out, feed->zone, session->starts_s, session->ends_s);
    icalendar_text(out, "SUMMARY", feed_title(session, arena));
    icalendar_text(out, "DESCRIPTION", feed_description(session, arena));
    icalendar_text(out, "LOCATION",
                   session->place[0] == '\0'
                       ? feed->site
                       : arena_printf(arena, "%s, %s", session->place, feed->site));
    icalendar_line(out, "STATUS", status_of(session));
    if (feed_category(session->kind)[0] != '\0') {
        icalendar_text(out, "CATEGORIES", feed_category(session->kind));
    }
    icalendar_line(out, "TRANSP", "TRANSPARENT"); /* an offer: nobody is busy by it */
    icalendar_line(out, "END", "VEVENT");
}

/* No METHOD: PUBLISH asks for an ORGANIZER with an address (RFC 5546, 3.2.1), and there is none. */
static const char *write(const struct feed *feed, struct arena *arena)
{
    const char *name = feed->partner[0] == '\0'
                           ? arena_printf(arena, "Agenda – %s", feed->site)
                           : arena_printf(arena, "%s – Agenda – %s", feed->partner, feed->site);
    int64_t from_s = clock_now_s();
    int64_t until_s = from_s;
    for (int i = 0; i < feed->count; i++) {
        const struct feed_session *session = &feed->sessions[i];
        from_s = session->starts_s < from_s ? session->starts_s : from_s;
        until_s = session->ends_s > until_s ? session->ends_s : until_s;
    }
    struct icalendar out = icalendar_begin(arena, true);
    icalendar_text(&out, "NAME", name);
    icalendar_text(&out, "X-WR-CALNAME", name);
    icalendar_line(&out, "X-WR-TIMEZONE", feed->zone);
    icalendar_line(&out, "REFRESH-INTERVAL;VALUE=DURATION", EVERY);
    icalendar_line(&out, "X-PUBLISHED-TTL", EVERY);
    icalendar_zone(&out, feed->zone, from_s, until_s);
    for (int i = 0; i < feed->count; i++) {
        put_session(&out, feed, &feed->sessions[i]);
    }
    return icalendar_end(&out);
}

enum err feed_write(struct db *db, int64_t partner_id, struct arena *arena, const char **text)
{
    struct arena *work = arena_create("feed", WORK_BYTES);
    struct feed feed = {0};
    *text = "";
    enum err err = load_head(db, partner_id, work, &feed);
    if (err == ERR_OK) {
        err = load_sessions(db, partner_id, work, &feed);
    }
    if (err == ERR_OK) {
        *text = arena_strdup(arena, write(&feed, work));
    }
    arena_destroy(work);
    return err;
}
