/* `conciergerie setting`: the figures of the house's rules, listed and changed. */
#include "core/setting.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "admin/admin.h"
#include "base/clock.h"
#include "base/exit.h"
#include "base/text.h"

static const char *const WHAT[SETTING_COUNT] = {
    [SETTING_UNDO_S] = "a decision of the desk can be taken back",
    [SETTING_PRESENCE_GRACE_S] = "from the opening until \"not here yet\"",
    [SETTING_ANSWER_S] = "what the desk needs to answer, from the opening on",
    [SETTING_GUEST_SEATS] = "seats that a guest holds at most",
    [SETTING_GUEST_ITEMS] = "things that a guest holds at most",
    [SETTING_GUEST_REQUESTS_PER_HOUR] = "requests of all guests together",
    [SETTING_OFFER_S] = "an offered seat or thing waits for its yes, once told",
    [SETTING_LATE_S] = "a loan may come back so much later",
    [SETTING_TICKET_REUSE_S] = "a ticket's number is free again, after the end",
    [SETTING_HELP_REVIVE_S] = "a need on the board without an answer comes back to the desk",
    [SETTING_OFFER_CONFIRM_S] = "an offer on the board is asked to be confirmed",
    [SETTING_DONE_SILENT_S] = "one says a helping hand is done, and the other says nothing",
    [SETTING_DEPOSIT_REMIND_S] = "what was left is ready, and nobody came",
    [SETTING_SESSION_DECIDE_S] = "too few have booked: decided so long before",
    [SETTING_TICKET_SHOWN_S] = "a ticket stands on the screen",
    [SETTING_IDLE_S] = "nobody touches the screen, until \"still there?\"",
    [SETTING_IDLE_WRITING_S] = "the same, while writing or listening",
    [SETTING_STILL_THERE_S] = "the count of \"still there?\"",
    [SETTING_HEADSET_S] = "the headset is unplugged, until the visit is erased",
    [SETTING_VEIL_S] = "somebody takes their time and touches nothing, until the screen is covered",
    [SETTING_STAFF_LOCK_S] = "nobody touches the screen, until the staff mode closes",
    [SETTING_TRY_FREE] = "wrong tries that cost no wait",
    [SETTING_TRY_WAIT_MAX_S] = "the longest wait after one wrong try",
    [SETTING_TRY_PER_DAY] = "wrong tries in a day",
    [SETTING_TICKET_TRIES_PER_HOUR] = "wrong ticket numbers at the screen, of all together",
};

static const struct {
    const char *name;
    int64_t seconds;
} UNITS[] = {{"d", CLOCK_DAY_S}, {"h", CLOCK_HOUR_S}, {"min", CLOCK_MINUTE_S}, {"s", 1}};

static bool is_duration(enum setting setting)
{
    const char *name = setting_name(setting);
    return strcmp(name + strlen(name) - 2, "_s") == 0;
}

enum { FIGURE_BYTES = 32 };

/* 600 as "10min": in the largest unit that it is whole in. */
static void write_figure(enum setting setting, int64_t value, char text[FIGURE_BYTES])
{
    size_t unit = 0;
    while (unit < ARRAY_LEN(UNITS) - 1 && (value == 0 || value % UNITS[unit].seconds != 0)) {
        unit++;
    }
    (void)(is_duration(setting) ? snprintf(text, FIGURE_BYTES, "%" PRId64 "%s",
                                           value / UNITS[unit].seconds, UNITS[unit].name)
                                : snprintf(text, FIGURE_BYTES, "%" PRId64, value));
}

/* Digits, of a duration with a unit behind them if it is not seconds; "default". ERR_INVALID. */
static enum err read_figure(enum setting setting, const char *text, int64_t *value)
{
    const int64_t most = INT64_MAX / CLOCK_DAY_S;
    const size_t digits = strspn(text, "0123456789");
    const enum err err = text_parse_int(str_make(text, digits), most, value);
    if (strcmp(text, "default") == 0) {
        *value = setting_default(setting);
        return ERR_OK;
    }
    if (err != ERR_OK || text[digits] == '\0') {
        return err;
    }
    for (size_t i = 0; is_duration(setting) && i < ARRAY_LEN(UNITS); i++) {
        if (strcmp(text + digits, UNITS[i].name) == 0) {
            *value *= UNITS[i].seconds;
            return ERR_OK;
        }
    }
    return ERR_INVALID;
}

static void print(struct db *db, enum setting setting)
{
    const struct setting_bounds bounds = setting_bounds(setting);
    char now[FIGURE_BYTES];
    char usual[FIGURE_BYTES];
    char least[FIGURE_BYTES];
    char most[FIGURE_BYTES];
    write_figure(setting, setting_get(db, setting), now);
    write_figure(setting, setting_default(setting), usual);
    write_figure(setting, bounds.least, least);
    write_figure(setting, bounds.most, most);
    (void)printf("%-24s %6s  (default %s, %s to %s)  %s\n", setting_name(setting), now, usual,
                 least, most, WHAT[setting]);
}

static enum err change(struct db *db, enum setting setting, int64_t value)
{
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, setting_set(db, setting, value)) : err;
}

static int show_or_change(struct db *db, enum setting setting, const char *text)
{
    int64_t value = 0;
    if (text != NULL && read_figure(setting, text, &value) != ERR_OK) {
        (void)fprintf(stderr, "%s: a number%s, or default\n", text,
                      is_duration(setting) ? ", of s, min, h or d" : "");
        return EXIT_USAGE;
    }
    const enum err err = text == NULL ? ERR_OK : change(db, setting, value);
    if (err == ERR_INVALID) {
        const struct setting_bounds bounds = setting_bounds(setting);
        char least[FIGURE_BYTES];
        char most[FIGURE_BYTES];
        write_figure(setting, bounds.least, least);
        write_figure(setting, bounds.most, most);
        (void)fprintf(stderr, "%s is from %s to %s\n", setting_name(setting), least, most);
    }
    if (err != ERR_OK) {
        return admin_fail("nothing was changed", err);
    }
    print(db, setting);
    return 0;
}

int admin_setting(int argc, char **argv)
{
    const char *path = NULL;
    const char *at = NULL;
    const char *name = NULL;
    const char *text = NULL;
    struct db *db = NULL;
    const struct admin_option list[] = {
        {"db", &path, NULL, true},
        {"at", &at, NULL, false},
        {"", &name, NULL, false},
        {"", &text, NULL, false},
    };
    const int usage = admin_parse(argc, argv, list, ARRAY_LEN(list));
    if (usage != 0) {
        return usage;
    }
    const enum setting setting = name == NULL ? SETTING_COUNT : setting_of(name);
    if (name != NULL && setting == SETTING_COUNT) {
        return admin_fail(name, ERR_NOT_FOUND);
    }
    const enum err err = admin_open(path, at, &db);
    if (err != ERR_OK) {
        return admin_fail("the database cannot be opened", err);
    }
    int code = 0;
    for (enum setting i = 0; name == NULL && i < SETTING_COUNT; i++) {
        print(db, i);
    }
    if (name != NULL) {
        code = show_or_change(db, setting, text);
    }
    db_close(db);
    return code;
}
