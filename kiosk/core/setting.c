#include "core/setting.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "core/query.h"

#define MINUTE ((int64_t)CLOCK_MINUTE_S)
#define HOUR   ((int64_t)CLOCK_HOUR_S)
#define DAY    ((int64_t)CLOCK_DAY_S)

static const struct {
    const char *name;
    int64_t usual, least, most;
} SETTINGS[SETTING_COUNT] = {
    [SETTING_UNDO_S] = {"undo_s", 10 * MINUTE, 0, HOUR},
    [SETTING_PRESENCE_GRACE_S] = {"presence_grace_s", 20 * MINUTE, 0, 2 * HOUR},
    [SETTING_ANSWER_S] = {"answer_s", 30 * MINUTE, 5 * MINUTE, 8 * HOUR},
    [SETTING_GUEST_SEATS] = {"guest_seats", 2, 0, 20},
    [SETTING_GUEST_ITEMS] = {"guest_items", 1, 0, 10},
    [SETTING_GUEST_REQUESTS_PER_HOUR] = {"guest_requests_per_hour", 12, 0, 1000},
    [SETTING_OFFER_S] = {"offer_s", 1 * DAY, HOUR, 10 * DAY},
    [SETTING_LATE_S] = {"late_s", HOUR, 0, DAY},
    [SETTING_TICKET_REUSE_S] = {"ticket_reuse_s", 90 * DAY, 7 * DAY, 3650 * DAY},
    [SETTING_HELP_REVIVE_S] = {"help_revive_s", 30 * DAY, DAY, 365 * DAY},
    [SETTING_OFFER_CONFIRM_S] = {"offer_confirm_s", 183 * DAY, 7 * DAY, 3650 * DAY},
    [SETTING_DONE_SILENT_S] = {"done_silent_s", 14 * DAY, DAY, 365 * DAY},
    [SETTING_DEPOSIT_REMIND_S] = {"deposit_remind_s", 14 * DAY, DAY, 365 * DAY},
    [SETTING_SESSION_DECIDE_S] = {"session_decide_s", 2 * DAY, 0, 60 * DAY},
    [SETTING_TICKET_SHOWN_S] = {"ticket_shown_s", 180, 10, 10 * MINUTE},
    [SETTING_IDLE_S] = {"idle_s", 90, 20, 10 * MINUTE},
    [SETTING_IDLE_WRITING_S] = {"idle_writing_s", 180, 20, 20 * MINUTE},
    [SETTING_STILL_THERE_S] = {"still_there_s", 30, 20, 5 * MINUTE},
    [SETTING_HEADSET_S] = {"headset_s", 30, 5, 5 * MINUTE},
    [SETTING_VEIL_S] = {"veil_s", 5 * MINUTE, MINUTE, HOUR},
    [SETTING_STAFF_LOCK_S] = {"staff_lock_s", 45, 10, 10 * MINUTE},
    [SETTING_TRY_FREE] = {"try_free", 5, 1, 20},
    [SETTING_TRY_WAIT_MAX_S] = {"try_wait_max_s", 15 * MINUTE, MINUTE, HOUR},
    [SETTING_TICKET_TRIES_PER_HOUR] = {"ticket_tries_per_hour", 12, 4, 60},
    [SETTING_TRY_PER_DAY] = {"try_per_day", 25, 5, 1000},
};

static bool is_possible(enum setting setting, int64_t value)
{
    return value >= SETTINGS[setting].least && value <= SETTINGS[setting].most;
}

int64_t setting_get(struct db *db, enum setting setting)
{
    assert(setting < SETTING_COUNT);
    int64_t value = 0;
    struct query query = db_query(db, Q_SETTING_GET);
    query_text(&query, "name", SETTINGS[setting].name);
    if (query_one_int(&query, &value) != ERR_OK) {
        return SETTINGS[setting].usual;
    }
    if (!is_possible(setting, value)) {
        log_warn("setting %s cannot be %" PRId64, SETTINGS[setting].name, value);
        return SETTINGS[setting].usual;
    }
    return value;
}

enum err setting_set(struct db *db, enum setting setting, int64_t value)
{
    assert(setting < SETTING_COUNT);
    if (!is_possible(setting, value)) {
        return ERR_INVALID;
    }
    struct query query = db_query(db, Q_SETTING_SET);
    query_text(&query, "name", SETTINGS[setting].name);
    query_int(&query, "value", value);
    return query_run(&query);
}

int64_t setting_default(enum setting setting)
{
    assert(setting < SETTING_COUNT);
    return SETTINGS[setting].usual;
}

const char *setting_name(enum setting setting)
{
    assert(setting < SETTING_COUNT);
    return SETTINGS[setting].name;
}

enum setting setting_of(const char *name)
{
    enum setting setting = 0;
    while (setting < SETTING_COUNT && strcmp(SETTINGS[setting].name, name) != 0) {
        setting++;
    }
    return setting;
}

struct setting_bounds setting_bounds(enum setting setting)
{
    assert(setting < SETTING_COUNT);
    return (struct setting_bounds){SETTINGS[setting].least, SETTINGS[setting].most};
}
