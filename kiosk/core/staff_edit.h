/* The staff as the house's coordinators keep it: who works here, as what, and who left.
 *
 * A house always has a coordinator: nobody else could let anybody in. Each function opens its own
 * transaction, stamps the clock (ERR_CLOCK), and gives query_end's errors too. Source:
 * db/README.md, "Tables" and "Who may". */
#pragma once

#include "core/catalogue_edit.h"
#include "core/house.h"

enum { STAFF_NAME_CHARS = 40 };

struct edit_staff {
    int64_t id;         /* 0: a new one */
    const char *number; /* of a new one: two digits, "" draws the next that is free; it stays */
    const char *first_name;
    const char *role;     /* concierge, organiser, coordinator */
    int64_t household_id; /* their own, for which they do not decide; 0: none here */
    int64_t partner_id;   /* an organiser's association, needed; else 0 */
};
/* *staff_id: the one written. Whoever becomes an organiser is no longer planned at the desk;
 * promises that were counted on them are moved (house.h), *moved: how many. ERR_INVALID, *fault:
 * first_name, number, role, partner_id · ERR_NOT_FOUND nobody of that id, or they left ·
 * ERR_CONFLICT the number is taken · ERR_DENIED the last coordinator would be none · ERR_FULL no
 * number is left. Tables: staff, roster, presence, request_state. */
enum err staff_save(struct db *db, const struct edit_staff *staff, house_on_moved on_moved,
                    void *context, int *moved, int64_t *staff_id,
                    struct edit_fault *fault) NODISCARD;

/* They no longer work here: nothing opens to them, neither the desk's page nor the screen, by card,
 * PIN or password; they are no longer planned. What they decided keeps their name. *moved as above.
 * by_staff_id: who says so. ERR_NOT_FOUND · ERR_DENIED oneself, or the last coordinator. Tables:
 * staff, roster, presence, card, pin, password, login, request_state. */
enum err staff_leave(struct db *db, int64_t staff_id, int64_t by_staff_id, house_on_moved on_moved,
                     void *context, int *moved) NODISCARD;
/* Back again, with the same number; a card, a PIN and a password are drawn anew. ERR_NOT_FOUND
 * nobody of that id left. Tables: staff. */
enum err staff_return(struct db *db, int64_t staff_id) NODISCARD;
