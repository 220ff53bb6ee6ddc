/* `conciergerie demo`: a house in the middle of its life, for looking around. */
#include "admin/demo.h"

#include <stdio.h>
#include <stdlib.h>

#include "admin/admin.h"
#include "base/clock.h"
#include "base/exit.h"
#include "base/log.h"
#include "base/rand.h"
#include "core/catalogue.h"
#include "core/house.h"
#include "core/query.h"

enum { SEED = 1836, BORN_DAYS = 1600, STOCKED_DAYS = 220, CLOSING_DAYS = 30 };

/* What stands before anything happens. */
static enum err furnish(struct demo *demo, const char *key_path)
{
    struct admin_hours hours;
    enum err err = admin_parse_hours("2-5 09:00-12:00 14:00-19:30; 6 09:00-12:30", &hours);
    clock_freeze_at(demo->now_s - (int64_t)BORN_DAYS * CLOCK_DAY_S);
    if (err == ERR_OK) {
        err = house_create(demo->db, "Conciergerie Ampère", "Europe/Paris", "Ampère");
    }
    if (err == ERR_OK) {
        err = admin_add_hours(demo->db, &hours);
    }
    for (int i = 0; err == ERR_OK && i < DEMO_SCRIPT_COUNT; i++) {
        err = db_run_script(demo->db, DEMO_SCRIPTS[i].sql);
    }
    if (err == ERR_OK) {
        err = catalogue_index(demo->db);
    }
    if (err == ERR_OK) {
        err = demo_make_people(demo, key_path);
    }
    clock_freeze_at(demo->now_s - (int64_t)STOCKED_DAYS * CLOCK_DAY_S);
    if (err == ERR_OK) {
        err = demo_make_stock(demo);
    }
    return err == ERR_OK ? demo_make_days(demo) : err;
}

/* The day off next month, decided the last time somebody was there. */
static enum err close_a_day(struct demo *demo, void *what, int number)
{
    const int64_t from_s = demo_next_s(demo, clock_day_s(demo->now_s, CLOSING_DAYS), 0);
    int moved = 0;
    (void)what;
    (void)number;
    const enum err err = demo_outside(demo);
    return err == ERR_OK
               ? house_add_closing(demo->db, demo->staff[NADIA], from_s, clock_day_s(from_s, 1),
                                   "training", notice_promise_moved, demo->db, &moved)
               : err;
}

static enum err make_house(struct demo *demo, const char *key_path)
{
    enum { CLOSING_MIN = 9 * 60 + 5 };
    enum err err = db_begin(demo->db);
    if (err == ERR_OK) {
        err = db_end(demo->db, furnish(demo, key_path));
    }
    if (err == ERR_OK) {
        err = demo_plan_presence(demo);
    }
    if (err != ERR_OK) {
        return err;
    }
    demo_plan(demo, demo_at_s(demo, -3, CLOSING_MIN), close_a_day, NULL, 0);
    demo_plan_agenda(demo);
    demo_plan_requests(demo);
    return demo_play(demo);
}

static void print_account(const struct demo_account *account)
{
    (void)printf("%-9s %-6s",
                 account->is_organiser ? "organiser"
                 : account->is_staff   ? "staff"
                                       : "household",
                 account->number);
    if (!account->is_organiser) {
        (void)printf(" PIN %s  card %s ", account->pin, account->card);
    }
    if (account->is_staff) {
        (void)printf(" password %s ", account->password);
    }
    (void)printf(" %s\n", account->about);
}

static void print_accounts(const struct demo *demo)
{
    (void)printf("The demonstration house is ready. These accounts are printed here and are"
                 " nowhere else;\npasswords are for the desk's page, and to be changed there:\n\n");
    for (int i = 0; i < DEMO_ACCOUNTS; i++) {
        print_account(&demo->accounts[i]);
    }
    (void)printf("%-9s %-6s             code %s  without a card; the number is the ticket's\n",
                 "guest", demo->guest_number, demo->guest_token);
}

int admin_demo(int argc, char **argv)
{
    const char *path = NULL;
    const char *key_path = NULL;
    const char *at = NULL;
    const struct admin_option list[] = {
        {"db", &path, NULL, true},
        {"pin-key", &key_path, NULL, true},
        {"at", &at, NULL, false},
    };
    const int usage = admin_parse(argc, argv, list, ARRAY_LEN(list));
    if (usage != 0) {
        return usage;
    }
    if (clock_set_zone("Europe/Paris") != ERR_OK) {
        return admin_fail("this machine knows no zones", ERR_MISSING);
    }
    if (admin_set_clock(at) != ERR_OK || admin_is_stranger(path)) {
        return EXIT_USAGE;
    }
    struct demo *demo = calloc(1, sizeof(*demo));
    if (demo == NULL) {
        log_fatal("out of memory");
    }
    demo->now_s = clock_now_s();
    demo->arena = arena_create("demo", (size_t)64 << 20);
    enum err err = admin_create(path, key_path, &demo->db);
    if (err == ERR_OK) {
        rand_seed(SEED); /* after the key, which nobody can guess */
        err = make_house(demo, key_path);
        db_close(demo->db);
        if (err == ERR_OK) {
            print_accounts(demo);
        } else {
            admin_discard(path, key_path);
        }
    }
    arena_destroy(demo->arena);
    free(demo);
    return err == ERR_OK ? 0 : admin_fail("no demonstration house was made", err);
}
