/* `conciergerie init`: an empty house that can open tomorrow. */
#include <stdio.h>

#include "admin/admin.h"
#include "base/clock.h"
#include "base/exit.h"
#include "core/cards.h"
#include "core/people.h"

struct init_options {
    const char *db, *key, *name, *staff, *hours, *zone, *district, *at;
};

/* What is printed once. */
struct first_staff {
    char card[CODE_TEXT_BYTES];
    char pin[PIN_TEXT_BYTES];
    char password[PASSWORD_DRAWN_BYTES];
};

static enum err fill_house(struct db *db, const struct init_options *options,
                           const struct admin_hours *hours, struct first_staff *first)
{
    int64_t staff_id = 0;
    enum err err = house_create(db, options->name, options->zone, options->district);
    if (err == ERR_OK) {
        err = admin_add_hours(db, hours);
    }
    if (err == ERR_OK) {
        err = people_add_staff(db, "01", options->staff, "coordinator", 0, &staff_id);
    }
    if (err == ERR_OK) {
        err = cards_issue(db, (struct card_holder){.staff_id = staff_id}, first->card);
    }
    if (err == ERR_OK) {
        err = admin_draw_pin(db, options->key, PIN_STAFF, staff_id, first->pin);
    }
    if (err == ERR_OK) {
        err = admin_draw_password(db, staff_id, first->password);
    }
    return err;
}

static enum err create_house(const struct init_options *options, const struct admin_hours *hours,
                             struct first_staff *first)
{
    struct db *db = NULL;
    enum err err = admin_create(options->db, options->key, &db);
    if (err != ERR_OK) {
        return err;
    }
    err = db_begin(db);
    if (err == ERR_OK) {
        err = db_end(db, fill_house(db, options, hours, first));
    }
    db_close(db);
    if (err != ERR_OK) {
        admin_discard(options->db, options->key);
    }
    return err;
}

int admin_init(int argc, char **argv)
{
    struct init_options options = {.zone = "Europe/Paris", .district = ""};
    struct admin_hours hours;
    struct first_staff first = {0};
    const struct admin_option list[] = {
        {"db", &options.db, NULL, true},
        {"pin-key", &options.key, NULL, true},
        {"name", &options.name, NULL, true},
        {"staff", &options.staff, NULL, true},
        {"hours", &options.hours, NULL, true},
        {"zone", &options.zone, NULL, false},
        {"district", &options.district, NULL, false},
        {"at", &options.at, NULL, false},
    };
    const int usage = admin_parse(argc, argv, list, ARRAY_LEN(list));
    if (usage != 0) {
        return usage;
    }
    if (admin_parse_hours(options.hours, &hours) != ERR_OK) {
        (void)fprintf(stderr, "--hours: cannot be understood, see conciergerie init --help\n");
        return EXIT_USAGE;
    }
    if (clock_set_zone(options.zone) != ERR_OK) {
        (void)fprintf(stderr, "--zone: this machine knows no zone of that name\n");
        return EXIT_USAGE;
    }
    if (admin_set_clock(options.at) != ERR_OK || admin_is_stranger(options.db)) {
        return EXIT_USAGE;
    }
    const enum err err = create_house(&options, &hours, &first);
    if (err != ERR_OK) {
        return admin_fail("the house was not made", err);
    }
    (void)printf("The house \"%s\" is ready.\n"
                 "Coordinator 01, %s: PIN %s, card %s\n"
                 "Password for the desk's page, until they change it: %s\n"
                 "Note all of it now: it is nowhere else.\n",
                 options.name, options.staff, first.pin, first.card, first.password);
    return 0;
}
