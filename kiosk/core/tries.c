#include "core/tries.h"

#include <stdbool.h>

#include "base/clock.h"
#include "core/query.h"
#include "core/setting.h"

static const char *const DOORS[] = {
    [TRY_HOUSEHOLD] = "household", [TRY_CARD] = "card",         [TRY_STAFF] = "staff",
    [TRY_TICKET] = "ticket",       [TRY_PASSWORD] = "password",
};

struct row {
    int64_t wrong;
    int64_t wrong_today;
    int64_t day_s; /* local midnight that began the day counted */
    int64_t wait_left_s;
    int64_t seen_at_s;
};

struct tries tries_make(struct db *db)
{
    return (struct tries){db, clock_now_s(), clock_mono_ms()};
}

static int64_t running_s(const struct tries *tries)
{
    return tries->opened_s + (clock_mono_ms() - tries->opened_mono_ms) / 1000;
}

/* The time that has certainly passed since the row was written. */
static int64_t elapsed_s(const struct tries *tries, int64_t seen_at_s, int64_t now_s)
{
    if (seen_at_s > now_s) {
        return 0; /* the clock was set back before this run */
    }
    if (seen_at_s >= tries->opened_s) {
        return now_s - seen_at_s;
    }
    const int64_t gap_s = tries->opened_s - seen_at_s;
    return (gap_s < TRIES_GAP_S ? gap_s : TRIES_GAP_S) + (now_s - tries->opened_s);
}

/* Brings a row to the present. */
static void settle(const struct tries *tries, struct row *row)
{
    const int64_t now_s = running_s(tries);
    const int64_t today_s = clock_day_s(now_s, 0);
    const int64_t left_s = row->wait_left_s - elapsed_s(tries, row->seen_at_s, now_s);
    row->wait_left_s = left_s > 0 ? left_s : 0;
    row->seen_at_s = now_s;
    if (row->day_s < today_s) {
        row->wrong_today = 0;
    }
    row->day_s = today_s;
}

/* No row reads as one without wrong tries. */
static enum err read_row(const struct tries *tries, enum try_door door, const char *subject,
                         struct row *row)
{
    *row = (struct row){0};
    struct query query = db_query(tries->db, Q_TRY_GET);
    query_text(&query, "door", DOORS[door]);
    query_text(&query, "subject", subject);
    if (query_step(&query)) {
        row->wrong = take_int(&query);
        row->wrong_today = take_int(&query);
        row->day_s = take_int(&query);
        row->wait_left_s = take_int(&query);
        row->seen_at_s = take_int(&query);
    }
    return query_end(&query);
}

static enum err write_row(const struct tries *tries, enum try_door door, const char *subject,
                          const struct row *row)
{
    struct query query = db_query(tries->db, Q_TRY_SET);
    query_text(&query, "door", DOORS[door]);
    query_text(&query, "subject", subject);
    query_int(&query, "wrong", row->wrong);
    query_int(&query, "wrong_today", row->wrong_today);
    query_int(&query, "day_s", row->day_s);
    query_int(&query, "wait_left_s", row->wait_left_s);
    query_int(&query, "seen_at_s", row->seen_at_s);
    return query_run(&query);
}

/* Of a settled row. */
static int64_t wait_of(const struct tries *tries, const struct row *row)
{
    const bool is_spent = row->wrong_today >= setting_get(tries->db, SETTING_TRY_PER_DAY);
    const int64_t tomorrow_s = clock_day_s(row->seen_at_s, 1) - row->seen_at_s;
    return is_spent && tomorrow_s > row->wait_left_s ? tomorrow_s : row->wait_left_s;
}

/* What the latest of so many wrong tries costs. */
static int64_t cost_s(struct db *db, int64_t wrong)
{
    const int64_t most_s = setting_get(db, SETTING_TRY_WAIT_MAX_S);
    const int64_t doublings = wrong - setting_get(db, SETTING_TRY_FREE) - 1;
    int64_t cost = doublings < 0 ? 0 : CLOCK_MINUTE_S;
    for (int64_t i = 0; i < doublings && cost < most_s; i++) {
        cost *= 2;
    }
    return cost < most_s ? cost : most_s;
}

static enum err rebase(const struct tries *tries, enum try_door door, const char *subject,
                       struct row *row)
{
    enum err err = db_begin(tries->db);
    if (err != ERR_OK) {
        return err;
    }
    err = read_row(tries, door, subject, row);
    if (err == ERR_OK) {
        settle(tries, row);
        err = write_row(tries, door, subject, row);
    }
    return db_end(tries->db, err);
}

/* A row of the present. */
static enum err read_now(const struct tries *tries, enum try_door door, const char *subject,
                         struct row *row)
{
    enum err err = read_row(tries, door, subject, row);
    /* Seen in what is now the future: written anew, or its wait would not begin to shrink. */
    if (err == ERR_OK && row->seen_at_s > running_s(tries)) {
        err = rebase(tries, door, subject, row);
    }
    if (err == ERR_OK) {
        settle(tries, row);
    }
    return err;
}

enum err tries_may(const struct tries *tries, enum try_door door, const char *subject,
                   int64_t *wait_s)
{
    struct row row;
    *wait_s = 0;
    const enum err err = read_now(tries, door, subject, &row);
    if (err != ERR_OK) {
        return err;
    }
    *wait_s = wait_of(tries, &row);
    return *wait_s == 0 ? ERR_OK : ERR_SLOWED;
}

enum err tries_wrong(const struct tries *tries, enum try_door door, const char *subject,
                     int64_t *wait_s)
{
    struct row row;
    *wait_s = 0;
    enum err err = db_begin(tries->db);
    if (err != ERR_OK) {
        return err;
    }
    err = read_row(tries, door, subject, &row);
    if (err == ERR_OK) {
        settle(tries, &row);
        row.wrong++;
        row.wrong_today++;
        const int64_t costs_s = cost_s(tries->db, row.wrong);
        row.wait_left_s = costs_s > row.wait_left_s ? costs_s : row.wait_left_s;
        *wait_s = wait_of(tries, &row);
        err = write_row(tries, door, subject, &row);
    }
    return db_end(tries->db, err);
}

enum err tries_right(const struct tries *tries, enum try_door door, const char *subject)
{
    enum err err = db_begin(tries->db);
    if (err != ERR_OK) {
        return err;
    }
    struct query query = db_query(tries->db, Q_TRY_FORGET);
    query_text(&query, "door", DOORS[door]);
    query_text(&query, "subject", subject);
    err = query_run(&query);
    return db_end(tries->db, err);
}

/* ---- Ticket numbers ---- */

/* All of the screen. What is left of its row's wait is the time until every try has come back. */
static const char SCREEN[] = "screen";

static int64_t per_try_s(const struct tries *tries)
{
    return CLOCK_HOUR_S / setting_get(tries->db, SETTING_TICKET_TRIES_PER_HOUR);
}

/* Until one of the hour's tries is there again, and this visit may use it. */
static int64_t number_wait_s(const struct tries *tries, const struct row *screen,
                             const struct tries_visit *visit)
{
    const int64_t until_one_s = screen->wait_left_s - (CLOCK_HOUR_S - per_try_s(tries));
    const int64_t own_s = visit->until_s - running_s(tries);
    const int64_t most_s = until_one_s > own_s ? until_one_s : own_s;
    return most_s > 0 ? most_s : 0;
}

enum err tries_may_number(const struct tries *tries, const struct tries_visit *visit,
                          int64_t *wait_s)
{
    struct row screen;
    *wait_s = 0;
    const enum err err = read_now(tries, TRY_TICKET, SCREEN, &screen);
    if (err != ERR_OK) {
        return err;
    }
    *wait_s = number_wait_s(tries, &screen, visit);
    return *wait_s == 0 ? ERR_OK : ERR_SLOWED;
}

enum err tries_wrong_number(const struct tries *tries, struct tries_visit *visit, int64_t *wait_s)
{
    struct row screen;
    *wait_s = 0;
    enum err err = db_begin(tries->db);
    if (err != ERR_OK) {
        return err;
    }
    err = read_row(tries, TRY_TICKET, SCREEN, &screen);
    if (err == ERR_OK) {
        settle(tries, &screen);
        screen.wrong++;
        screen.wrong_today++;
        screen.wait_left_s += per_try_s(tries);
        screen.wait_left_s = screen.wait_left_s < CLOCK_HOUR_S ? screen.wait_left_s : CLOCK_HOUR_S;
        err = write_row(tries, TRY_TICKET, SCREEN, &screen);
    }
    visit->wrong++;
    visit->until_s = running_s(tries) + cost_s(tries->db, visit->wrong);
    *wait_s = number_wait_s(tries, &screen, visit);
    return db_end(tries->db, err);
}
