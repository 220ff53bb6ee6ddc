/* People: households are the members, persons belong to them, staff keep the desk.
 *
 * Who left the house is not found any more. Functions named people_add_* and people_set_* expect an
 * open transaction, and keep the desk's search up to date; what the desk does with households goes
 * through core/household.h. All also give query_end's errors. Source: db/README.md, "Tables". */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/db.h"

enum {
    PEOPLE_NUMBER_BYTES = 8,
    PEOPLE_LANG_BYTES = 8,
    PEOPLE_ROLE_BYTES = 16,
    PEOPLE_NAME_BYTES = 64
};

/* number: four digits; a merged household's finds the one it became. ERR_NOT_FOUND. */
enum err people_find_household(struct db *db, const char *number, int64_t *household_id) NODISCARD;

struct household {
    char number[PEOPLE_NUMBER_BYTES];
    char lang[PEOPLE_LANG_BYTES];
    bool is_trusted;
    int64_t subscribed_until_s; /* end of the running subscription; 0: none runs */
};
/* ERR_NOT_FOUND. */
enum err people_get_household(struct db *db, int64_t household_id, int64_t now_s,
                              struct household *household) NODISCARD;

/* number: two digits. ERR_NOT_FOUND. */
enum err people_find_staff(struct db *db, const char *number, int64_t *staff_id) NODISCARD;

struct staff {
    char first_name[PEOPLE_NAME_BYTES];
    char role[PEOPLE_ROLE_BYTES]; /* concierge, organiser, coordinator */
    int64_t household_id;         /* whose requests they may not decide; 0: none */
};
/* ERR_NOT_FOUND. */
enum err people_get_staff(struct db *db, int64_t staff_id, struct staff *staff) NODISCARD;

enum { PEOPLE_STAFF_MAX = 99 };
struct staff_row {
    int64_t id;
    char number[PEOPLE_NUMBER_BYTES];
    struct staff staff;
};
/* By number. */
enum err people_list_staff(struct db *db, struct staff_row rows[PEOPLE_STAFF_MAX],
                           int *count) NODISCARD;

/* number: four digits, or NULL to draw one. ERR_CONFLICT the number is taken · ERR_INVALID not a
 * number · ERR_FULL no free one was drawn. */
enum err people_add_household(struct db *db, const char *number, const char *lang, bool is_trusted,
                              int64_t *household_id) NODISCARD;
/* first_name is not empty, or ERR_INVALID. */
enum err people_add_person(struct db *db, int64_t household_id, const char *first_name,
                           bool is_child, int64_t *person_id) NODISCARD;
enum err people_set_contact(struct db *db, int64_t household_id, const char *family_name,
                            const char *address, const char *phone) NODISCARD;
/* ERR_INVALID nothing in between, or less than nothing paid. */
enum err people_add_subscription(struct db *db, int64_t household_id, int64_t from_s,
                                 int64_t until_s, int64_t paid_cents) NODISCARD;
/* What the validation rule "trained" asks for. */
enum err people_add_training(struct db *db, int64_t household_id, const char *code) NODISCARD;
/* number: two digits; household_id: 0 for none. ERR_CONFLICT the number is taken · ERR_INVALID not
 * a number, no name, unknown role. */
enum err people_add_staff(struct db *db, const char *number, const char *first_name,
                          const char *role, int64_t household_id, int64_t *staff_id) NODISCARD;
/* An organiser's association: they see and enter its dates. */
enum err people_set_partner(struct db *db, int64_t staff_id, int64_t partner_id) NODISCARD;
