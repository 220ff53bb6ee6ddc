#include "core/codes.h"

#include <string.h>

#include "base/err.h"

/* Children never appear on the neighbours' board, and a person's rights or papers take no words:
 * db/README.md, "Sensitive matters". */
static const struct help_category CATEGORIES[] = {
    {"handiwork", true, true, true, {"bulb", "furniture", "shelf", "curtain", "door", "other"}},
    {"plumbing", true, false, true, {"leak", "tap", "toilet", "heating", "other"}},
    {"electricity", true, false, true, {"no_power", "socket", "lamp", "bell", "other"}},
    {"errands", false, true, true, {"groceries", "pharmacy", "mail", "carrying", "other"}},
    {"outings", false, true, true, {"walk", "doctor", "visit", "ride", "other"}},
    {"company", false, true, true, {"coffee", "games", "reading", "phone_call", "other"}},
    {"digital", false, true, true, {"phone", "computer", "internet", "printer", "other"}},
    {"garden", false, true, true, {"watering", "balcony", "compost", "pets", "other"}},
    {"papers", false, false, false, {"appointment"}},
};

static const char *const URGENCIES[] = {"danger", "soon", "whenever"};
static const char *const HELP_CLOSINGS[] = {"settled", "no_longer", "no_solution"};
static const char *const SESSION_REASONS[] = {"host_away", "room", "weather", "too_few", "other"};
static const char *const COPY_REASONS[] = {"worn", "broken", "gone", "given", "other"};
static const char *const CLOSINGS[] = {"holiday", "training", "absence", "other"};
static const char *const NEEDS[] = {"rights",  "health",  "energy", "family", "work",
                                    "housing", "digital", "food",   "leisure"};
static const char *const ACTIVITY_KINDS[] = {"workshop", "cafe", "market", "committee", "partner"};

/* Of an activity; sign language among them. */
static const char *const SPOKEN[] = {"ar", "de", "en", "es", "it", "lsf", "pt", "tr", "uk"};

static const struct {
    enum kind kind;
    const char *codes[6];
} REFUSALS[] = {
    {KIND_LOAN, {"copy_away", "not_trained", "loan_open", "too_long", "other"}},
    {KIND_EXTENSION, {"someone_waits", "needed_back", "other"}},
    {KIND_BOOKING, {"full", "age", "members_only", "other"}},
    {KIND_SESSION, {"not_clear", "room", "date", "other"}},
    {KIND_AMENDMENT, {"not_clear", "room", "date", "other"}},
    {KIND_HELP, {"nobody_found", "professional", "landlord", "not_ours", "other"}},
    {KIND_ENQUIRY, {"not_available", "members_only", "not_ours", "other"}},
    {KIND_DEPOSIT, {"not_possible", "provider_away", "other"}},
    {KIND_VISIT, {"landlord", "professional", "not_ours", "other"}},
};

const struct help_category *help_categories(size_t *count)
{
    *count = ARRAY_LEN(CATEGORIES);
    return CATEGORIES;
}

const struct help_category *help_category_find(const char *code)
{
    for (size_t i = 0; i < ARRAY_LEN(CATEGORIES); i++) {
        if (strcmp(CATEGORIES[i].code, code) == 0) {
            return &CATEGORIES[i];
        }
    }
    return NULL;
}

const char *const *refusal_codes(enum kind kind, size_t *count)
{
    *count = 0;
    for (size_t i = 0; i < ARRAY_LEN(REFUSALS); i++) {
        if (REFUSALS[i].kind == kind) {
            while (*count < ARRAY_LEN(REFUSALS[i].codes) && REFUSALS[i].codes[*count] != NULL) {
                (*count)++;
            }
            return REFUSALS[i].codes;
        }
    }
    return NULL;
}

#define CODE_LIST(name, LIST)                                                                      \
    const char *const *name(size_t *count)                                                         \
    {                                                                                              \
        *count = ARRAY_LEN(LIST);                                                                  \
        return LIST;                                                                               \
    }

CODE_LIST(urgency_codes, URGENCIES)
CODE_LIST(help_closing_codes, HELP_CLOSINGS)
CODE_LIST(session_reason_codes, SESSION_REASONS)
CODE_LIST(copy_reason_codes, COPY_REASONS)
CODE_LIST(closing_codes, CLOSINGS)
CODE_LIST(need_codes, NEEDS)
CODE_LIST(activity_kind_codes, ACTIVITY_KINDS)
CODE_LIST(spoken_codes, SPOKEN)
