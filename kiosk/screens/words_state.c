/* States and guards, as residents read them. */
#include "i18n/i18n.h"
#include "screens/words.h"

/* A state means the same in most kinds; where it does not, the kind's own row comes first. */
static const struct {
    enum kind kind; /* KIND_COUNT: any */
    enum state state;
    const char *text;
    enum ui_icon icon;
} STATES[] = {
    {KIND_HELP, STATE_ASKED, N_("Being read"), UI_ICON_CLOCK},
    {KIND_HELP, STATE_CLOSED, N_("Closed"), UI_ICON_CHECK},
    {KIND_BOOKING, STATE_NOT_SERVED, N_("No seat came free"), UI_ICON_EVENT_BUSY},
    {KIND_LOAN, STATE_NOT_SERVED, N_("Nothing came free"), UI_ICON_EVENT_BUSY},
    {KIND_VISIT, STATE_REPAIR, N_("Being repaired"), UI_ICON_TOOLS},
    {KIND_COUNT, STATE_ASKED, N_("Waiting for an answer"), UI_ICON_CLOCK},
    {KIND_COUNT, STATE_COUNTER_PROPOSED, N_("Another date is proposed"), UI_ICON_SWAP},
    {KIND_COUNT, STATE_WAITLISTED, N_("On the waiting list"), UI_ICON_HOURGLASS},
    {KIND_COUNT, STATE_OFFERED, N_("It is your turn"), UI_ICON_STAR},
    {KIND_COUNT, STATE_LAPSED, N_("The offer has lapsed"), UI_ICON_HOURGLASS},
    {KIND_COUNT, STATE_REFUSED, N_("Not possible"), UI_ICON_BLOCKED},
    {KIND_COUNT, STATE_CANCELLED, N_("Cancelled"), UI_ICON_CLOSE},
    {KIND_COUNT, STATE_UNANSWERED, N_("Left unanswered, sorry"), UI_ICON_INFO},
    {KIND_COUNT, STATE_RESERVED, N_("Accepted"), UI_ICON_CHECK},
    {KIND_COUNT, STATE_READY, N_("Ready for you"), UI_ICON_CHECK},
    {KIND_COUNT, STATE_UNCLAIMED, N_("Still set aside for you"), UI_ICON_PARCEL},
    {KIND_COUNT, STATE_OUT, N_("With you"), UI_ICON_OUT},
    {KIND_COUNT, STATE_LOST, N_("Lost"), UI_ICON_QUESTION},
    {KIND_COUNT, STATE_NEEDS_CHECK, N_("Back, being checked"), UI_ICON_RETURN},
    {KIND_COUNT, STATE_REPAIR, N_("Back, being repaired"), UI_ICON_TOOLS},
    {KIND_COUNT, STATE_PARTS_OWED, N_("A part is missing"), UI_ICON_WARNING},
    {KIND_COUNT, STATE_BACK, N_("Back: thank you"), UI_ICON_CHECK},
    {KIND_COUNT, STATE_ACCEPTED, N_("Accepted"), UI_ICON_CHECK},
    {KIND_COUNT, STATE_AVAILABLE, N_("Available"), UI_ICON_CHECK},
    {KIND_COUNT, STATE_MAINTENANCE, N_("In maintenance"), UI_ICON_TOOLS},
    {KIND_COUNT, STATE_MISSING, N_("Missing"), UI_ICON_QUESTION},
    {KIND_COUNT, STATE_RETIRED, N_("No longer lent"), UI_ICON_BLOCKED},
    {KIND_COUNT, STATE_CONFIRMED, N_("Confirmed"), UI_ICON_CHECK},
    {KIND_COUNT, STATE_TO_RECONFIRM, N_("Moved: do you still come?"), UI_ICON_EVENT_MOVED},
    {KIND_COUNT, STATE_PRESENT, N_("You were there"), UI_ICON_CHECK},
    {KIND_COUNT, STATE_ABSENT, N_("You could not come"), UI_ICON_CLOSE},
    {KIND_COUNT, STATE_EXCUSED, N_("Excused"), UI_ICON_CHECK},
    {KIND_COUNT, STATE_DRAFT, N_("Draft"), UI_ICON_EDIT},
    {KIND_COUNT, STATE_PROPOSED, N_("Proposed"), UI_ICON_CLOCK},
    {KIND_COUNT, STATE_PUBLISHED, N_("On the board"), UI_ICON_CHECK},
    {KIND_COUNT, STATE_RETURNED, N_("To be completed"), UI_ICON_EDIT},
    {KIND_COUNT, STATE_POSTPONED, N_("Postponed"), UI_ICON_EVENT_MOVED},
    {KIND_COUNT, STATE_TO_DECIDE, N_("On the board"), UI_ICON_CHECK},
    {KIND_COUNT, STATE_HELD, N_("Over"), UI_ICON_CHECK},
    {KIND_COUNT, STATE_COUNTED, N_("Over"), UI_ICON_CHECK},
    {KIND_COUNT, STATE_MATCH_PROPOSED, N_("Somebody could help"), UI_ICON_HANDSHAKE},
    {KIND_COUNT, STATE_AGREED, N_("Agreed"), UI_ICON_HANDSHAKE},
    {KIND_COUNT, STATE_DONE_SAID, N_("Said to be done"), UI_ICON_CHECK},
    {KIND_COUNT, STATE_DONE, N_("Done: thank you"), UI_ICON_CHECK},
    {KIND_COUNT, STATE_DISPUTED, N_("Being clarified"), UI_ICON_QUESTION},
    {KIND_COUNT, STATE_CLOSED, N_("Closed"), UI_ICON_CLOSE},
    {KIND_COUNT, STATE_TO_REVIVE, N_("Still needed?"), UI_ICON_QUESTION},
    {KIND_COUNT, STATE_PAUSED, N_("Paused"), UI_ICON_PAUSE},
    {KIND_COUNT, STATE_REDIRECTED, N_("Passed on to a partner"), UI_ICON_HANDSHAKE},
    {KIND_COUNT, STATE_ANNOUNCED, N_("Accepted, to be brought"), UI_ICON_PARCEL},
    {KIND_COUNT, STATE_LEFT, N_("With us"), UI_ICON_PARCEL},
    {KIND_COUNT, STATE_WITH_PROVIDER, N_("At the workshop"), UI_ICON_TRUCK},
    {KIND_COUNT, STATE_TO_AGREE, N_("New price: do you agree?"), UI_ICON_PRICE},
    {KIND_COUNT, STATE_TO_REMIND, N_("Ready, waiting for you"), UI_ICON_PARCEL},
    {KIND_COUNT, STATE_COLLECTED, N_("Collected"), UI_ICON_CHECK},
    {KIND_COUNT, STATE_GIVEN, N_("Given away"), UI_ICON_GIVE},
    {KIND_COUNT, STATE_DAMAGED, N_("Damaged"), UI_ICON_WARNING},
    {KIND_COUNT, STATE_QUALIFIED, N_("Being planned"), UI_ICON_CLOCK},
    {KIND_COUNT, STATE_PLANNED, N_("Planned"), UI_ICON_CALENDAR},
    {KIND_COUNT, STATE_NOBODY_HOME, N_("Nobody was home"), UI_ICON_DOOR},
    {KIND_COUNT, STATE_VISITED, N_("Visited"), UI_ICON_CHECK},
    {KIND_COUNT, STATE_LATER, N_("To be continued"), UI_ICON_CLOCK},
    {KIND_COUNT, STATE_REPAIRED, N_("Repaired"), UI_ICON_CHECK},
    {KIND_COUNT, STATE_REFERRED, N_("Passed on to a professional"), UI_ICON_HANDSHAKE},
    {KIND_COUNT, STATE_END_OF_LIFE, N_("Beyond repair"), UI_ICON_RECYCLE},
    {KIND_COUNT, STATE_REPLACED, N_("Changed"), UI_ICON_EDIT},
};

static size_t find(enum kind kind, enum state state)
{
    size_t i = 0;
    while (i < ARRAY_LEN(STATES) && !(STATES[i].state == state &&
                                      (STATES[i].kind == kind || STATES[i].kind == KIND_COUNT))) {
        i++;
    }
    return i;
}

const char *words_state(enum kind kind, enum state state)
{
    const size_t i = find(kind, state);
    return i == ARRAY_LEN(STATES) ? "" : tr(STATES[i].text);
}

enum ui_icon words_state_icon(enum kind kind, enum state state)
{
    const size_t i = find(kind, state);
    return i == ARRAY_LEN(STATES) ? UI_ICON_NONE : STATES[i].icon;
}

enum ui_tone words_state_tone(enum kind kind, enum state state)
{
    const unsigned flags = flow_state_flags(kind, state);
    if ((flags & STATE_GOOD) != 0) {
        return UI_GOOD;
    }
    if ((flags & STATE_BAD) != 0) {
        return UI_TROUBLE;
    }
    return (flags & (STATE_WAITS | STATE_RESIDENT_ANSWERS)) != 0 ? UI_CAUTION : UI_NEUTRAL;
}

static const struct {
    enum guard guard;
    const char *text;
} GUARDS[] = {
    {GUARD_SEATS, N_("There are no longer enough seats. You can join the waiting list.")},
    {GUARD_COPY, N_("It has just been taken for those days. Please choose other days.")},
    {GUARD_NOT_BEGUN, N_("It has already begun, or the day is over. Please choose another date.")},
    {GUARD_PUBLISHED, N_("It was moved or cancelled meanwhile. Please look at the new date.")},
    {GUARD_NOT_OWN, N_("A colleague decides for your own household.")},
    {GUARD_NOT_PASSED, N_("You passed this on to a colleague.")},
    {GUARD_GUEST,
     N_("Without a card, only a few things can be asked at a time. Please see us at the desk.")},
    {GUARD_NOBODY_WAITS, N_("Somebody else is waiting for it.")},
    {GUARD_BEGUN, N_("It has not begun yet.")},
    {GUARD_ENDED, N_("It is not over yet.")},
    {GUARD_PARTY, N_("Please say how many you are. For more seats, make another request.")},
    {GUARD_CAPACITY, N_("More seats are taken already.")},
    {GUARD_PARENT, N_("What this answers to has changed meanwhile.")},
    {GUARD_OTHERS, N_("This card of the board is your own.")},
    {GUARD_NO_REPLY, N_("This is for the neighbour to say whom you answered.")},
    {GUARD_SAME, N_("Other days are proposed, not changed.")},
    {GUARD_OTHERS_WORD, N_("You said so yourself: the other one confirms it.")},
    {GUARD_PRICE, N_("It costs more than was agreed. Please ask first.")},
    {GUARD_OWN_YES, N_("You have said yes by answering: the neighbour decides now.")},
    {GUARD_BOTH, N_("The neighbour has not said yes yet.")},
    {GUARD_NAMELESS, N_("These words name somebody, or are the resident’s own.")},
    {GUARD_NEIGHBOURS, N_("This is a matter for a partner, not for neighbours.")},
};

const char *words_guard(enum guard guard)
{
    for (size_t i = 0; i < ARRAY_LEN(GUARDS); i++) {
        if (GUARDS[i].guard == guard) {
            return tr(GUARDS[i].text);
        }
    }
    return "";
}
