/* Households at the desk: written down, changed, shown how to use a machine, paid for, given a card
 * or a PIN. core/household_end.h: merged, left, come back.
 *
 * Every function opens its own transaction (house_begin, whose errors it gives too, and
 * query_end's) and writes household_event: who did it, never a name. Texts are trimmed, clean
 * UTF-8; too long, or not clean, is ERR_INVALID. A household that left, or was merged, is
 * ERR_NOT_FOUND. Nobody decides for their own household what gives it a right: ERR_DENIED. Source:
 * db/README.md, "Households". */
#pragma once

#include "core/cards.h"
#include "core/db.h"
#include "core/pin.h"

enum {
    HOUSEHOLD_NAME_CHARS = 60,
    HOUSEHOLD_ADDRESS_CHARS = 120,
    HOUSEHOLD_PHONE_CHARS = 30,
    HOUSEHOLD_PERSONS_MAX = 16,
    HOUSEHOLD_YEARS_MAX = 3 /* of one subscription */
};

struct household_person {
    const char *first_name;
    bool is_child;
};

/* All borrowed; NULL is not allowed, "" is. */
struct household_facts {
    const char *lang; /* a code of three letters at most: "fr" */
    const char *family_name;
    const char *address;
    const char *phone; /* digits, spaces, + ( ) . - / */
};

/* Whether each fact is as it must be. ERR_INVALID: *field names the one that is not ("lang",
 * "family_name", "address", "phone"). Writes nothing. */
enum err household_check(const struct household_facts *facts, const char **field) NODISCARD;

/* number: four digits, "" draws one. There must be a family name or a person.
 * ERR_INVALID with *field, also "number", "persons" · ERR_CONFLICT the number is taken, also by a
 * household that left · ERR_FULL no free number. */
enum err household_register(struct db *db, const char *number, const struct household_facts *facts,
                            const struct household_person *persons, int count, int64_t staff_id,
                            int64_t *household_id, const char **field) NODISCARD;
/* ERR_INVALID with *field. */
enum err household_change(struct db *db, int64_t household_id, const struct household_facts *facts,
                          int64_t staff_id, const char **field) NODISCARD;
/* The validation rule "trusted". ERR_DENIED their own. */
enum err household_trust(struct db *db, int64_t household_id, bool is_trusted,
                         int64_t staff_id) NODISCARD;
/* code: one that a rule asks for, or ERR_INVALID; taking back one that was never given is
 * ERR_NOT_FOUND. ERR_DENIED their own. */
enum err household_train(struct db *db, int64_t household_id, const char *code, bool is_given,
                         int64_t staff_id) NODISCARD;

/* ERR_INVALID no name · ERR_FULL HOUSEHOLD_PERSONS_MAX are there. */
enum err household_add_person(struct db *db, int64_t household_id,
                              const struct household_person *person, int64_t staff_id,
                              int64_t *person_id) NODISCARD;
/* ERR_NOT_FOUND no such person, or gone. */
enum err household_change_person(struct db *db, int64_t person_id,
                                 const struct household_person *person, int64_t staff_id) NODISCARD;
/* The name is erased, the card ended; what they asked for stays the household's. */
enum err household_remove_person(struct db *db, int64_t person_id, int64_t staff_id) NODISCARD;
/* The way back, with the name said anew; a card has to be issued. ERR_CONFLICT they had not gone.
 */
enum err household_return_person(struct db *db, int64_t person_id,
                                 const struct household_person *person, int64_t staff_id) NODISCARD;

/* Paid for from from_s until until_s, which is no part of it.
 * ERR_INVALID nothing in between, longer than HOUSEHOLD_YEARS_MAX, less than nothing paid ·
 * ERR_CONFLICT it overlaps another. */
enum err household_subscribe(struct db *db, int64_t household_id, int64_t from_s, int64_t until_s,
                             int64_t paid_cents, int64_t staff_id) NODISCARD;
/* Noted by mistake. ERR_NOT_FOUND. */
enum err household_unsubscribe(struct db *db, int64_t household_id, int64_t from_s,
                               int64_t staff_id) NODISCARD;
/* When the next one begins: where the last one ends, else today's midnight. */
enum err household_renewal(struct db *db, int64_t household_id, int64_t *from_s) NODISCARD;

/* person_id: 0 for the household as such. text: to print once, nowhere else: wipe it; "" on an
 * error. The holder's card before is ended. ERR_INVALID a person of another household, or gone. */
enum err household_issue_card(struct db *db, int64_t household_id, int64_t person_id,
                              int64_t staff_id, char text[CODE_TEXT_BYTES]) NODISCARD;
/* ERR_NOT_FOUND there is no card that works. */
enum err household_lose_card(struct db *db, int64_t household_id, int64_t person_id,
                             int64_t staff_id) NODISCARD;
/* A new PIN, to print once: wipe it. key: NULL is ERR_MISSING. Takes as long as cost. */
enum err household_draw_pin(struct db *db, const struct pin_key *key, struct pin_cost cost,
                            int64_t household_id, int64_t staff_id,
                            char pin[PIN_TEXT_BYTES]) NODISCARD;

/* A guest's request, by its ticket's number, becomes this household's; or one that belongs to
 * another, given to it by mistake. seen_household_id: whose it was when the desk looked; 0: a
 * guest's. ERR_INVALID not a number · ERR_NOT_FOUND none such · ERR_CONFLICT it is somebody else's,
 * or this household's already · ERR_DENIED it is their own household's. Taken back by
 * request_unclaim(). Writes request_owner. */
enum err household_claim(struct db *db, int64_t household_id, const char *ticket_number,
                         int64_t seen_household_id, int64_t staff_id,
                         int64_t *request_id) NODISCARD;
