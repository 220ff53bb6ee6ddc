/* Who lives around the demonstration house, and who keeps it. */
#include <stdio.h>
#include <string.h>

#include "admin/admin.h"
#include "admin/demo.h"
#include "base/clock.h"
#include "core/cards.h"
#include "core/people.h"

/* What a household's number says about it: simple enough to be told on the telephone. */
static bool is_subscribed(int number)
{
    return number % 5 == 2; /* 100 of 500 */
}

static bool is_trusted(int number)
{
    return number % 10 == 7;
}

static bool is_trained(int number)
{
    return number % 25 == 2;
}

static const struct {
    int number;
    int adults;
    int children;
} CHOSEN[] = {{87, 2, 2}, {152, 2, 0}, {233, 1, 0}, {42, 2, 1}};

static void draw_size(int number, int *adults, int *children)
{
    enum { ALL = 100 };
    static const struct {
        int share;
        int adults, children;
    } sizes[] = {{30, 1, 0}, {22, 2, 0}, {6, 1, 1}, {20, 2, 1}, {15, 2, 2}, {7, 2, 3}};
    int draw = demo_between(1, ALL);
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        if (draw > 0) {
            *adults = sizes[i].adults;
            *children = sizes[i].children;
        }
        draw -= sizes[i].share;
    }
    for (size_t i = 0; i < ARRAY_LEN(CHOSEN); i++) {
        if (CHOSEN[i].number == number) {
            *adults = CHOSEN[i].adults;
            *children = CHOSEN[i].children;
        }
    }
}

static enum err add_persons(struct demo *demo, int number)
{
    struct demo_household *household = &demo->households[number];
    int adults = 0;
    int children = 0;
    enum err err = ERR_OK;
    draw_size(number, &adults, &children);
    for (int i = 0; err == ERR_OK && i < adults + children; i++) {
        int64_t person_id = 0;
        err = people_add_person(demo->db, household->id, demo_first_name(number * 7 + i * 31),
                                i >= adults, &person_id);
        if (i == 0) {
            household->person_id = person_id;
        }
    }
    return err;
}

static enum err add_contact(struct demo *demo, int number)
{
    const char *address = arena_printf(demo->arena, "%d allée Ampère, bâtiment %c, porte %d",
                                       1 + number % 6 * 2, 'A' + number % 6, 1 + number / 6);
    const char *phone = arena_printf(demo->arena, "06 39 98 %02d %02d", number / 100, number % 100);
    return people_set_contact(demo->db, demo->households[number].id,
                              demo_family_name(demo->arena, number), address, phone);
}

static enum err add_subscription(struct demo *demo, int number)
{
    enum { YEARLY_CENTS = 1000 };
    struct civil year = {.year = clock_civil(demo->now_s).year, .month = 1, .day = 1};
    const int64_t from_s = clock_utc_s(year);
    year.year++;
    char card[CODE_TEXT_BYTES];
    const enum err err = people_add_subscription(demo->db, demo->households[number].id, from_s,
                                                 clock_utc_s(year), YEARLY_CENTS);
    return err != ERR_OK ? err
                         : cards_issue(demo->db,
                                       (struct card_holder){
                                           .household_id = demo->households[number].id,
                                           .person_id = demo->households[number].person_id,
                                       },
                                       card);
}

static enum err add_household(struct demo *demo, int number)
{
    enum { ENGLISH = 11, TURKISH = 17, ARABIC = 13, GERMAN = 23 };
    char digits[8];
    const char *lang = number % ENGLISH == 0   ? "en"
                       : number % ARABIC == 0  ? "ar"
                       : number % TURKISH == 0 ? "tr"
                       : number % GERMAN == 0  ? "de"
                                               : "fr";
    (void)snprintf(digits, sizeof(digits), "%04d", number);
    enum err err = people_add_household(demo->db, digits, lang, is_trusted(number),
                                        &demo->households[number].id);
    if (err == ERR_OK) {
        err = add_persons(demo, number);
    }
    if (err == ERR_OK) {
        err = add_contact(demo, number);
    }
    if (err == ERR_OK && is_subscribed(number)) {
        err = add_subscription(demo, number);
    }
    if (err == ERR_OK && is_trained(number)) {
        err = people_add_training(demo->db, demo->households[number].id, "machines");
    }
    return err;
}

static enum err add_staff(struct demo *demo)
{
    enum { REPAIRERS = 14 }; /* the partner whose dates Lucie keeps: db/demo/0001_partners.sql */
    static const struct {
        const char *number, *first_name, *role;
        int household;
    } staff[DEMO_STAFF] = {
        [NADIA] = {"01", "Nadia", "concierge", 0},
        [KARIM] = {"02", "Karim", "concierge", 42},
        [INES] = {"03", "Inès", "coordinator", 0},
        [ORGANISER] = {"10", "Lucie", "organiser", 0},
    };
    enum err err = ERR_OK;
    for (int i = 0; err == ERR_OK && i < DEMO_STAFF; i++) {
        err = people_add_staff(demo->db, staff[i].number, staff[i].first_name, staff[i].role,
                               demo->households[staff[i].household].id, &demo->staff[i]);
    }
    return err == ERR_OK ? people_set_partner(demo->db, demo->staff[ORGANISER], REPAIRERS) : err;
}

static enum err draw_secrets(struct demo *demo, const char *key_path,
                             const struct card_holder *holder, struct demo_account *account)
{
    enum err err = ERR_OK;
    if (!account->is_organiser) {
        err = cards_issue(demo->db, *holder, account->card);
    }
    if (err == ERR_OK && !account->is_organiser) {
        err = admin_draw_pin(demo->db, key_path, account->is_staff ? PIN_STAFF : PIN_HOUSEHOLD,
                             account->is_staff ? holder->staff_id : holder->household_id,
                             account->pin);
    }
    if (err == ERR_OK && account->is_staff) {
        err = admin_draw_password(demo->db, holder->staff_id, account->password);
    }
    return err;
}

/* PINs are drawn before anything depends on the day, so that a demonstration's printed cards stay
 * good when its database is made again. */
static enum err add_accounts(struct demo *demo, const char *key_path)
{
    static const struct {
        int household; /* 0: staff */
        enum demo_staff staff;
        const char *number, *about;
    } accounts[DEMO_ACCOUNTS] = {
        {87, 0, "0087", "a family of four, subscribed, with news to answer"},
        {152, 0, "0152", "a couple, subscribed, trained for the machines"},
        {233, 0, "0233", "one person, not subscribed"},
        {0, NADIA, "01", "Nadia, concierge"},
        {0, KARIM, "02", "Karim, concierge; household 0042 is his own"},
        {0, INES, "03", "Inès, coordinator"},
        {0, ORGANISER, "10", "Lucie, organiser of La Ressourcerie des Halles"},
    };
    enum err err = ERR_OK;
    for (int i = 0; err == ERR_OK && i < DEMO_ACCOUNTS; i++) {
        struct demo_account *account = &demo->accounts[i];
        const struct demo_household *household = &demo->households[accounts[i].household];
        struct card_holder holder = {household->id, household->person_id, 0};
        account->is_staff = accounts[i].household == 0;
        account->is_organiser = account->is_staff && accounts[i].staff == ORGANISER;
        account->about = accounts[i].about;
        memcpy(account->number, accounts[i].number, strlen(accounts[i].number));
        if (account->is_staff) {
            holder = (struct card_holder){.staff_id = demo->staff[accounts[i].staff]};
        }
        err = draw_secrets(demo, key_path, &holder, account);
    }
    return err;
}

enum err demo_make_people(struct demo *demo, const char *key_path)
{
    enum { YEARS_DAYS = 1500 };
    enum err err = ERR_OK;
    for (int number = 1; err == ERR_OK && number <= DEMO_HOUSEHOLDS; number++) {
        clock_freeze_at(demo->now_s - (int64_t)(DEMO_HOUSEHOLDS + 20 - number) * YEARS_DAYS /
                                          DEMO_HOUSEHOLDS * CLOCK_DAY_S);
        err = add_household(demo, number);
    }
    if (err == ERR_OK) {
        err = add_staff(demo);
    }
    if (err == ERR_OK) {
        err = add_accounts(demo, key_path);
    }
    clock_freeze_at(demo->now_s);
    return err;
}
