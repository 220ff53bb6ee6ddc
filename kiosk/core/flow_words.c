/* The words by which the database knows kinds, states, verbs and who did it. */
#include "core/flow.h"

#include <string.h>

#include "base/err.h"

static const char *const KIND_CODES[KIND_COUNT] = {
    [KIND_LOAN] = "loan",           [KIND_EXTENSION] = "extension", [KIND_COPY] = "copy",
    [KIND_BOOKING] = "booking",     [KIND_SESSION] = "session",     [KIND_HELP] = "help",
    [KIND_ENQUIRY] = "enquiry",     [KIND_DEPOSIT] = "deposit",     [KIND_VISIT] = "visit",
    [KIND_AMENDMENT] = "amendment",
};

static const char *const STATE_CODES[STATE_COUNT] = {
    [STATE_NONE] = "",
    [STATE_ASKED] = "asked",
    [STATE_COUNTER_PROPOSED] = "counter_proposed",
    [STATE_WAITLISTED] = "waitlisted",
    [STATE_OFFERED] = "offered",
    [STATE_LAPSED] = "lapsed",
    [STATE_REFUSED] = "refused",
    [STATE_CANCELLED] = "cancelled",
    [STATE_UNANSWERED] = "unanswered",
    [STATE_RESERVED] = "reserved",
    [STATE_READY] = "ready",
    [STATE_UNCLAIMED] = "unclaimed",
    [STATE_OUT] = "out",
    [STATE_LOST] = "lost",
    [STATE_NEEDS_CHECK] = "needs_check",
    [STATE_REPAIR] = "repair",
    [STATE_PARTS_OWED] = "parts_owed",
    [STATE_BACK] = "back",
    [STATE_ACCEPTED] = "accepted",
    [STATE_AVAILABLE] = "available",
    [STATE_MAINTENANCE] = "maintenance",
    [STATE_MISSING] = "missing",
    [STATE_RETIRED] = "retired",
    [STATE_CONFIRMED] = "confirmed",
    [STATE_TO_RECONFIRM] = "to_reconfirm",
    [STATE_PRESENT] = "present",
    [STATE_ABSENT] = "absent",
    [STATE_EXCUSED] = "excused",
    [STATE_NOT_SERVED] = "not_served",
    [STATE_DRAFT] = "draft",
    [STATE_PROPOSED] = "proposed",
    [STATE_PUBLISHED] = "published",
    [STATE_RETURNED] = "returned",
    [STATE_POSTPONED] = "postponed",
    [STATE_TO_DECIDE] = "to_decide",
    [STATE_HELD] = "held",
    [STATE_COUNTED] = "counted",
    [STATE_MATCH_PROPOSED] = "match_proposed",
    [STATE_AGREED] = "agreed",
    [STATE_DONE_SAID] = "done_said",
    [STATE_DONE] = "done",
    [STATE_DISPUTED] = "disputed",
    [STATE_CLOSED] = "closed",
    [STATE_TO_REVIVE] = "to_revive",
    [STATE_PAUSED] = "paused",
    [STATE_REDIRECTED] = "redirected",
    [STATE_ANNOUNCED] = "announced",
    [STATE_LEFT] = "left",
    [STATE_WITH_PROVIDER] = "with_provider",
    [STATE_TO_AGREE] = "to_agree",
    [STATE_TO_REMIND] = "to_remind",
    [STATE_COLLECTED] = "collected",
    [STATE_GIVEN] = "given",
    [STATE_DAMAGED] = "damaged",
    [STATE_QUALIFIED] = "qualified",
    [STATE_PLANNED] = "planned",
    [STATE_NOBODY_HOME] = "nobody_home",
    [STATE_VISITED] = "visited",
    [STATE_LATER] = "later",
    [STATE_REPAIRED] = "repaired",
    [STATE_REFERRED] = "referred",
    [STATE_END_OF_LIFE] = "end_of_life",
    [STATE_REPLACED] = "replaced",
};

static const char *const VERB_CODES[VERB_COUNT] = {
    [VERB_NONE] = "",
    [VERB_ASK] = "ask",
    [VERB_JOIN] = "join",
    [VERB_ACCEPT] = "accept",
    [VERB_REFUSE] = "refuse",
    [VERB_PROPOSE] = "propose",
    [VERB_WAIT] = "wait",
    [VERB_PASS] = "pass",
    [VERB_OFFER] = "offer",
    [VERB_DECLINE] = "decline",
    [VERB_CANCEL] = "cancel",
    [VERB_CHANGE] = "change",
    [VERB_EXPIRE] = "expire",
    [VERB_RELEASE] = "release",
    [VERB_LAPSE] = "lapse",
    [VERB_PREPARE] = "prepare",
    [VERB_SWAP] = "swap",
    [VERB_SET_ASIDE] = "set_aside",
    [VERB_HAND_OUT] = "hand_out",
    [VERB_EXTEND] = "extend",
    [VERB_TAKE_BACK] = "take_back",
    [VERB_TAKE_BACK_TO_CHECK] = "take_back_to_check",
    [VERB_LOSE] = "lose",
    [VERB_FIND] = "find",
    [VERB_CLEAR] = "clear",
    [VERB_MEND] = "mend",
    [VERB_OWE] = "owe",
    [VERB_ADD] = "add",
    [VERB_MAINTAIN] = "maintain",
    [VERB_RESTORE] = "restore",
    [VERB_MISS] = "miss",
    [VERB_RETIRE] = "retire",
    [VERB_WALK_IN] = "walk_in",
    [VERB_MARK_PRESENT] = "mark_present",
    [VERB_MARK_ABSENT] = "mark_absent",
    [VERB_MARK_EXCUSED] = "mark_excused",
    [VERB_NOT_SERVE] = "not_serve",
    [VERB_DRAFT] = "draft",
    [VERB_SUBMIT] = "submit",
    [VERB_PUBLISH] = "publish",
    [VERB_RETURN] = "return",
    [VERB_POSTPONE] = "postpone",
    [VERB_MOVE] = "move",
    [VERB_DOUBT] = "doubt",
    [VERB_HOLD] = "hold",
    [VERB_COUNT_IN] = "count_in",
    [VERB_MATCH] = "match",
    [VERB_UNMATCH] = "unmatch",
    [VERB_AGREE] = "agree",
    [VERB_SAY_DONE] = "say_done",
    [VERB_FINISH] = "finish",
    [VERB_DISPUTE] = "dispute",
    [VERB_CLOSE] = "close",
    [VERB_REVIVE] = "revive",
    [VERB_PAUSE] = "pause",
    [VERB_REDIRECT] = "redirect",
    [VERB_LEAVE] = "leave",
    [VERB_SEND] = "send",
    [VERB_RECEIVE] = "receive",
    [VERB_REPRICE] = "reprice",
    [VERB_SEND_BACK] = "send_back",
    [VERB_DAMAGE] = "damage",
    [VERB_REMIND] = "remind",
    [VERB_COLLECT] = "collect",
    [VERB_GIVE] = "give",
    [VERB_QUALIFY] = "qualify",
    [VERB_PLAN] = "plan",
    [VERB_FIND_NOBODY] = "find_nobody",
    [VERB_VISIT] = "visit",
    [VERB_DELAY] = "delay",
    [VERB_REPAIR] = "repair",
    [VERB_REFER] = "refer",
    [VERB_WRITE_OFF] = "write_off",
    [VERB_TELL] = "tell",
    [VERB_UNDO] = "undo",
    [VERB_REOPEN] = "reopen",
    [VERB_CORRECT] = "correct",
};

static const struct {
    enum who who;
    const char *code;
} WHO_CODES[] = {
    {WHO_RESIDENT, "resident"}, {WHO_DESK, "desk"},   {WHO_ORGANISER, "organiser"},
    {WHO_TIME, "time"},         {WHO_HOUSE, "house"},
};

static size_t find_word(const char *const words[], size_t count, const char *word)
{
    size_t i = 0;
    while (i < count && strcmp(words[i], word) != 0) {
        i++;
    }
    return i;
}

const char *kind_code(enum kind kind)
{
    return KIND_CODES[kind];
}

enum kind kind_of(const char *code)
{
    return (enum kind)find_word(KIND_CODES, KIND_COUNT, code);
}

const char *state_code(enum state state)
{
    return STATE_CODES[state];
}

enum state state_of(const char *code)
{
    return (enum state)find_word(STATE_CODES, STATE_COUNT, code);
}

const char *verb_code(enum verb verb)
{
    return VERB_CODES[verb];
}

enum verb verb_of(const char *code)
{
    return (enum verb)find_word(VERB_CODES, VERB_COUNT, code);
}

const char *who_code(enum who who)
{
    for (size_t i = 0; i < ARRAY_LEN(WHO_CODES); i++) {
        if (WHO_CODES[i].who == who) {
            return WHO_CODES[i].code;
        }
    }
    return "";
}

enum who who_of(const char *code)
{
    for (size_t i = 0; i < ARRAY_LEN(WHO_CODES); i++) {
        if (strcmp(WHO_CODES[i].code, code) == 0) {
            return WHO_CODES[i].who;
        }
    }
    return 0;
}

static const struct {
    enum guard guard;
    const char *code;
} GUARD_CODES[] = {
    {GUARD_SEATS, "seats"},         {GUARD_COPY, "copy"},
    {GUARD_NOT_BEGUN, "not_begun"}, {GUARD_PUBLISHED, "published"},
    {GUARD_NOT_OWN, "not_own"},     {GUARD_NOT_PASSED, "not_passed"},
    {GUARD_GUEST, "guest"},         {GUARD_NOBODY_WAITS, "nobody_waits"},
    {GUARD_BEGUN, "begun"},         {GUARD_ENDED, "ended"},
    {GUARD_PARTY, "party"},         {GUARD_CAPACITY, "capacity"},
    {GUARD_PARENT, "parent"},       {GUARD_OTHERS, "others"},
    {GUARD_NO_REPLY, "no_reply"},   {GUARD_OTHERS_WORD, "others_word"},
    {GUARD_PRICE, "price"},         {GUARD_SAME, "same"},
    {GUARD_OWN_YES, "own_yes"},     {GUARD_BOTH, "both"},
    {GUARD_NAMELESS, "nameless"},   {GUARD_NEIGHBOURS, "neighbours"},
    {GUARD_QUARTER, "quarter"},     {GUARD_LINE, "line"},
    {GUARD_AGREED, "agreed"},
};

const char *guard_code(enum guard guard)
{
    for (size_t i = 0; i < ARRAY_LEN(GUARD_CODES); i++) {
        if (GUARD_CODES[i].guard == guard) {
            return GUARD_CODES[i].code;
        }
    }
    return "";
}
