/* `conciergerie card` and `conciergerie staff`. */
#include <stdio.h>
#include <string.h>

#include "admin/admin.h"
#include "base/clock.h"
#include "base/exit.h"
#include "core/cards.h"
#include "core/house.h"
#include "core/partners.h"
#include "core/people.h"

/* ---- Cards ---- */

struct card_options {
    const char *db, *household, *staff, *end, *key, *at;
    bool wants_pin;
};

/* What is printed once. */
struct secrets {
    char card[CODE_TEXT_BYTES];
    char pin[PIN_TEXT_BYTES];
    char password[PASSWORD_DRAWN_BYTES];
};

static enum err find_holder(struct db *db, const struct card_options *options,
                            struct card_holder *holder)
{
    *holder = (struct card_holder){0};
    return options->staff != NULL
               ? people_find_staff(db, options->staff, &holder->staff_id)
               : people_find_household(db, options->household, &holder->household_id);
}

static enum err issue_or_end(struct db *db, const struct card_options *options,
                             struct secrets *secrets)
{
    struct card_holder holder;
    enum err err = find_holder(db, options, &holder);
    if (err == ERR_OK && options->end != NULL) {
        return cards_end(db, holder, options->end);
    }
    if (err == ERR_OK) {
        err = cards_issue(db, holder, secrets->card);
    }
    if (err == ERR_OK && options->wants_pin) {
        err = options->staff != NULL
                  ? admin_draw_pin(db, options->key, PIN_STAFF, holder.staff_id, secrets->pin)
                  : admin_draw_pin(db, options->key, PIN_HOUSEHOLD, holder.household_id,
                                   secrets->pin);
    }
    return err;
}

int admin_card(int argc, char **argv)
{
    struct card_options options = {0};
    struct secrets secrets = {0};
    struct db *db = NULL;
    const struct admin_option list[] = {
        {"db", &options.db, NULL, true},        {"household", &options.household, NULL, false},
        {"staff", &options.staff, NULL, false}, {"end", &options.end, NULL, false},
        {"pin-key", &options.key, NULL, false}, {"pin", NULL, &options.wants_pin, false},
        {"at", &options.at, NULL, false},
    };
    const int usage = admin_parse(argc, argv, list, ARRAY_LEN(list));
    if (usage != 0) {
        return usage;
    }
    if ((options.household == NULL) == (options.staff == NULL) ||
        options.wants_pin != (options.key != NULL) || (options.wants_pin && options.end != NULL)) {
        (void)fprintf(stderr, "one of --household and --staff; --pin with --pin-key, not with"
                              " --end\n");
        return EXIT_USAGE;
    }
    enum err err = admin_open(options.db, options.at, &db);
    if (err != ERR_OK) {
        return admin_fail("the database cannot be opened", err);
    }
    err = house_begin(db, clock_now_s());
    if (err == ERR_OK) {
        err = db_end(db, issue_or_end(db, &options, &secrets));
    }
    db_close(db);
    if (err != ERR_OK) {
        return admin_fail("nothing was changed", err);
    }
    if (options.end != NULL) {
        (void)printf("The card is ended: %s.\n", options.end);
    } else {
        (void)printf("Card %s\n", secrets.card);
    }
    if (options.wants_pin) {
        (void)printf("PIN %s\n", secrets.pin);
    }
    return 0;
}

/* ---- Staff ---- */

struct staff_options {
    const char *db, *name, *number, *role, *household, *partner, *key, *at;
    bool wants_password;
};

static enum err list_staff(struct db *db)
{
    struct staff_row rows[PEOPLE_STAFF_MAX];
    int count = 0;
    const enum err err = people_list_staff(db, rows, &count);
    for (int i = 0; err == ERR_OK && i < count; i++) {
        (void)printf("%s  %-12s %s\n", rows[i].number, rows[i].staff.role,
                     rows[i].staff.first_name);
    }
    return err;
}

static enum err write_staff(struct db *db, const struct staff_options *options, int64_t *staff_id)
{
    int64_t household_id = 0;
    int64_t partner_id = 0;
    enum err err = ERR_OK;
    if (options->household != NULL) {
        err = people_find_household(db, options->household, &household_id);
    }
    if (err == ERR_OK && options->partner != NULL) {
        err = partners_find(db, options->partner, &partner_id);
    }
    if (err == ERR_OK) {
        err = people_add_staff(db, options->number, options->name,
                               options->role == NULL ? "concierge" : options->role, household_id,
                               staff_id);
    }
    return err == ERR_OK && partner_id != 0 ? people_set_partner(db, *staff_id, partner_id) : err;
}

static enum err fill_staff(struct db *db, const struct staff_options *options,
                           struct secrets *secrets)
{
    int64_t staff_id = 0;
    enum err err = options->name != NULL ? write_staff(db, options, &staff_id)
                                         : people_find_staff(db, options->number, &staff_id);
    if (err == ERR_OK && options->key != NULL) {
        err = cards_issue(db, (struct card_holder){.staff_id = staff_id}, secrets->card);
    }
    if (err == ERR_OK && options->key != NULL) {
        err = admin_draw_pin(db, options->key, PIN_STAFF, staff_id, secrets->pin);
    }
    if (err == ERR_OK && options->wants_password) {
        err = admin_draw_password(db, staff_id, secrets->password);
    }
    return err;
}

static enum err change_staff(struct db *db, const struct staff_options *options)
{
    struct secrets secrets = {0};
    enum err err = house_begin(db, clock_now_s());
    if (err == ERR_OK) {
        err = db_end(db, fill_staff(db, options, &secrets));
    }
    if (err != ERR_OK) {
        return err;
    }
    if (options->key != NULL) {
        (void)printf("%s, number %s: PIN %s, card %s\n", options->name, options->number,
                     secrets.pin, secrets.card);
    }
    if (options->wants_password) {
        (void)printf("Password of number %s for the desk's page, until they change it: %s\n",
                     options->number, secrets.password);
    }
    (void)printf("Note it now: it is nowhere else.\n");
    return ERR_OK;
}

/* Whoever works at the screen needs a card and a PIN; an organiser works on the desk's page only.
 */
static bool fits(const struct staff_options *options)
{
    const bool is_organiser = options->role != NULL && strcmp(options->role, "organiser") == 0;
    const bool has_more = options->role != NULL || options->household != NULL ||
                          options->partner != NULL || options->key != NULL;
    if (options->name == NULL) {
        return !has_more && (options->number != NULL) == options->wants_password;
    }
    return options->number != NULL && (options->key == NULL) == is_organiser &&
           (!is_organiser || options->wants_password);
}

int admin_staff(int argc, char **argv)
{
    struct staff_options options = {0};
    struct db *db = NULL;
    const struct admin_option list[] = {
        {"db", &options.db, NULL, true},
        {"add", &options.name, NULL, false},
        {"number", &options.number, NULL, false},
        {"role", &options.role, NULL, false},
        {"household", &options.household, NULL, false},
        {"partner", &options.partner, NULL, false},
        {"pin-key", &options.key, NULL, false},
        {"password", NULL, &options.wants_password, false},
        {"at", &options.at, NULL, false},
    };
    const int usage = admin_parse(argc, argv, list, ARRAY_LEN(list));
    if (usage != 0) {
        return usage;
    }
    if (!fits(&options)) {
        (void)fprintf(stderr, "--add with --number and --pin-key, of an organiser with --password"
                              " instead; --number with --password; or neither, for the list\n");
        return EXIT_USAGE;
    }
    enum err err = admin_open(options.db, options.at, &db);
    if (err != ERR_OK) {
        return admin_fail("the database cannot be opened", err);
    }
    err = options.number == NULL ? list_staff(db) : change_staff(db, &options);
    db_close(db);
    return err == ERR_OK            ? 0
           : options.number == NULL ? admin_fail("no list", err)
                                    : admin_fail("nothing was changed", err);
}
