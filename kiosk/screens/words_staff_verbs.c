/* What the desk can do with a request, in words: one table. */
#include "base/err.h"
#include "i18n/i18n.h"
#include "screens/words_staff.h"

#define ANY STATE_COUNT

/* The first row that fits is used: a state's own before any. */
static const struct staff_verb VERBS[] = {
    /* yes */
    {KIND_LOAN, ANY, VERB_ACCEPT, N_("Yes, reserve it"), N_("Reserved"), UI_ICON_CHECK},
    {KIND_LOAN, ANY, VERB_OFFER, N_("Offer it"), N_("Offered"), UI_ICON_CHECK},
    {KIND_EXTENSION, ANY, VERB_ACCEPT, N_("Yes, longer"), N_("Extended"), UI_ICON_CHECK},
    {KIND_BOOKING, ANY, VERB_ACCEPT, N_("Yes, confirm"), N_("Confirmed"), UI_ICON_CHECK},
    {KIND_BOOKING, ANY, VERB_OFFER, N_("Offer the seats"), N_("Seats offered"), UI_ICON_CHECK},
    {KIND_SESSION, STATE_TO_DECIDE, VERB_PUBLISH, N_("Yes, it takes place"), N_("Takes place"),
     UI_ICON_CHECK},
    {KIND_SESSION, ANY, VERB_PUBLISH, N_("Yes, publish"), N_("Published"), UI_ICON_CHECK},
    {KIND_AMENDMENT, ANY, VERB_ACCEPT, N_("Yes, change it"), N_("Changed"), UI_ICON_CHECK},
    {KIND_HELP, STATE_TO_REVIVE, VERB_PUBLISH, N_("Yes, still needed"), N_("On the board again"),
     UI_ICON_CHECK},
    {KIND_HELP, STATE_DISPUTED, VERB_PUBLISH, N_("Back on the board"), N_("On the board again"),
     UI_ICON_REFRESH},
    {KIND_HELP, ANY, VERB_PUBLISH, N_("Yes, look for somebody"), N_("Somebody is looked for"),
     UI_ICON_CHECK},
    {KIND_HELP, ANY, VERB_MATCH, N_("Yes, bring them together"), N_("Proposed to both"),
     UI_ICON_HANDSHAKE},
    {KIND_HELP, STATE_DISPUTED, VERB_FINISH, N_("Yes, it is done"), N_("Done"), UI_ICON_CHECK},
    {KIND_ENQUIRY, ANY, VERB_ACCEPT, N_("Yes, we see to it"), N_("Accepted"), UI_ICON_CHECK},
    {KIND_DEPOSIT, ANY, VERB_ACCEPT, N_("Yes, it can be brought"), N_("Accepted"), UI_ICON_CHECK},
    {KIND_VISIT, ANY, VERB_QUALIFY, N_("Yes, plan a visit"), N_("Accepted, to be planned"),
     UI_ICON_CHECK},
    /* no */
    {KIND_COUNT, ANY, VERB_REFUSE, N_("No…"), N_("Refused"), UI_ICON_CLOSE},
    {KIND_SESSION, ANY, VERB_RETURN, N_("No…"), N_("Sent back"), UI_ICON_CLOSE},
    {KIND_SESSION, ANY, VERB_CANCEL, N_("No…"), N_("Cancelled"), UI_ICON_CLOSE},
    {KIND_HELP, ANY, VERB_CLOSE, N_("No…"), N_("Closed"), UI_ICON_CLOSE},
    /* another answer */
    {KIND_COUNT, ANY, VERB_PROPOSE, N_("Another date"), N_("Another proposal made"), UI_ICON_SWAP},
    {KIND_COUNT, ANY, VERB_WAIT, N_("Put on the waiting list"), N_("On the waiting list"),
     UI_ICON_RANK},
    {KIND_COUNT, ANY, VERB_PASS, N_("Ask a colleague"), N_("Left to a colleague"),
     UI_ICON_COLLEAGUE},
    {KIND_COUNT, ANY, VERB_REDIRECT, N_("Send on to a partner"), N_("Sent on to a partner"),
     UI_ICON_HANDSHAKE},
    {KIND_VISIT, ANY, VERB_REFER, N_("Send on to a professional"), N_("Sent on to a professional"),
     UI_ICON_HANDSHAKE},
    /* steps of what is under way */
    {KIND_LOAN, ANY, VERB_PREPARE, N_("It is set aside"), N_("Set aside"), UI_ICON_PARCEL},
    {KIND_LOAN, ANY, VERB_SWAP, N_("Another copy"), N_("Another copy chosen"), UI_ICON_SWAP},
    {KIND_LOAN, ANY, VERB_HAND_OUT, N_("Hand out"), N_("Handed out"), UI_ICON_OUT},
    {KIND_LOAN, ANY, VERB_TAKE_BACK, N_("Take back"), N_("Taken back"), UI_ICON_RETURN},
    {KIND_LOAN, ANY, VERB_TAKE_BACK_TO_CHECK, N_("Take back, to be checked"),
     N_("Taken back, to be checked"), UI_ICON_BROKEN},
    {KIND_LOAN, ANY, VERB_LOSE, N_("It is lost"), N_("Lost"), UI_ICON_LOST},
    {KIND_LOAN, ANY, VERB_FIND, N_("Found again"), N_("Found again"), UI_ICON_CHECK},
    {KIND_LOAN, ANY, VERB_CLEAR, N_("All is well, it can be lent"), N_("Checked"), UI_ICON_CHECK},
    {KIND_LOAN, ANY, VERB_MEND, N_("To be repaired"), N_("To be repaired"), UI_ICON_TOOLS},
    {KIND_LOAN, ANY, VERB_OWE, N_("A part is missing"), N_("A part is missing"), UI_ICON_PIECE},
    {KIND_DEPOSIT, ANY, VERB_LEAVE, N_("It was brought"), N_("Brought"), UI_ICON_PARCEL},
    {KIND_DEPOSIT, ANY, VERB_SEND, N_("It leaves for the workshop"), N_("At the workshop"),
     UI_ICON_TRUCK},
    {KIND_DEPOSIT, ANY, VERB_RECEIVE, N_("It came back, ready"), N_("Ready"), UI_ICON_CHECK},
    {KIND_DEPOSIT, STATE_LEFT, VERB_SEND_BACK, N_("Give it back as it is"), N_("To be given back"),
     UI_ICON_SEND_BACK},
    {KIND_DEPOSIT, ANY, VERB_SEND_BACK, N_("The workshop refuses it"), N_("Sent back"),
     UI_ICON_SEND_BACK},
    {KIND_DEPOSIT, ANY, VERB_DAMAGE, N_("It is damaged"), N_("Damaged"), UI_ICON_WARNING},
    {KIND_DEPOSIT, ANY, VERB_COLLECT, N_("Collected and paid"), N_("Collected"), UI_ICON_CHECK},
    {KIND_DEPOSIT, ANY, VERB_GIVE, N_("Given away"), N_("Given away"), UI_ICON_GIVE},
    {KIND_VISIT, STATE_PLANNED, VERB_PLAN, N_("Another day"), N_("Planned"), UI_ICON_CALENDAR},
    {KIND_VISIT, ANY, VERB_PLAN, N_("Plan a day"), N_("Planned"), UI_ICON_CALENDAR},
    {KIND_VISIT, ANY, VERB_VISIT, N_("The visit was made"), N_("Visited"), UI_ICON_CHECK},
    {KIND_VISIT, ANY, VERB_FIND_NOBODY, N_("Nobody was home"), N_("Nobody was home"), UI_ICON_DOOR},
    {KIND_VISIT, ANY, VERB_REPAIR, N_("Repaired"), N_("Repaired"), UI_ICON_CHECK},
    {KIND_VISIT, ANY, VERB_DELAY, N_("To be continued"), N_("To be continued"), UI_ICON_HOURGLASS},
    {KIND_VISIT, ANY, VERB_WRITE_OFF, N_("Beyond repair"), N_("Beyond repair"), UI_ICON_RECYCLE},
    {KIND_ENQUIRY, ANY, VERB_FINISH, N_("It is done"), N_("Done"), UI_ICON_CHECK},
    /* attendance */
    {KIND_BOOKING, ANY, VERB_MARK_PRESENT, N_("Present"), N_("Present"), UI_ICON_CHECK},
    {KIND_BOOKING, ANY, VERB_MARK_ABSENT, N_("Absent"), N_("Absent"), UI_ICON_CLOSE},
    {KIND_BOOKING, ANY, VERB_MARK_EXCUSED, N_("Excused"), N_("Excused"), UI_ICON_MESSAGE},
    {KIND_SESSION, ANY, VERB_COUNT_IN, N_("Attendance is complete"), N_("Attendance complete"),
     UI_ICON_CHECK},
};

const struct staff_verb *words_verb(enum kind kind, enum state from, enum verb verb)
{
    for (size_t i = 0; i < ARRAY_LEN(VERBS); i++) {
        const struct staff_verb *row = &VERBS[i];
        if (row->verb == verb && (row->kind == kind || row->kind == KIND_COUNT) &&
            (row->from == from || row->from == ANY)) {
            return row;
        }
    }
    return NULL;
}

static const struct {
    enum state state;
    const char *text; /* msgid */
} UNDER_WAY[] = {
    {STATE_QUALIFIED, N_("to be planned")},
    {STATE_PLANNED, N_("planned")},
    {STATE_NOBODY_HOME, N_("nobody home")},
    {STATE_VISITED, N_("visited")},
    {STATE_LATER, N_("to be continued")},
    {STATE_ANNOUNCED, N_("to be brought")},
    {STATE_LEFT, N_("is here")},
    {STATE_WITH_PROVIDER, N_("at the workshop")},
    {STATE_READY, N_("to be collected")},
    {STATE_TO_REMIND, N_("to be reminded of")},
    {STATE_RETURNED, N_("to be given back")},
    {STATE_DAMAGED, N_("damaged")},
    {STATE_ACCEPTED, N_("to be done")},
    {STATE_NEEDS_CHECK, N_("to be checked")},
    {STATE_REPAIR, N_("to be mended")},
    {STATE_PARTS_OWED, N_("a part is missing")},
    {STATE_LOST, N_("lost")},
};

const char *words_under_way(enum state state)
{
    for (size_t i = 0; i < ARRAY_LEN(UNDER_WAY); i++) {
        if (UNDER_WAY[i].state == state) {
            return tr(UNDER_WAY[i].text);
        }
    }
    return "";
}

const char *words_away(enum state why)
{
    switch (why) {
    case STATE_MAINTENANCE:
        return tr("being maintained");
    case STATE_MISSING:
        return tr("not to be found");
    case STATE_RETIRED:
        return tr("no longer lent");
    case STATE_OUT:
        return tr("late");
    default:
        return words_under_way(why);
    }
}

const char *words_done(enum kind kind, enum verb verb)
{
    const struct staff_verb *row = words_verb(kind, STATE_COUNT, verb);
    return row == NULL ? tr("Changed") : tr(row->done);
}
