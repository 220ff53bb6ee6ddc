/* What a resident can do with a request, in words: one row a button. */
#include <string.h>

#include "i18n/i18n.h"
#include "screens/words_mine.h"

#define ANY STATE_COUNT

/* The first rows are for answers to a neighbour only: what they give up is not theirs to need. */
enum { REPLY_ROWS = 2 };

static const struct mine_verb VERBS[] = {
    {KIND_HELP, STATE_ASKED, VERB_CANCEL, N_("Take my answer back"), N_("Take your answer back?"),
     N_("The neighbour hears nothing of it. You can answer again at any time."), UI_ICON_CLOSE,
     MINE_END},
    {KIND_HELP, STATE_AGREED, VERB_CANCEL, N_("I can no longer help"),
     N_("Can you no longer help?"), N_("The neighbour is told kindly."), UI_ICON_CLOSE, MINE_END},
    /* yes */
    {KIND_BOOKING, STATE_TO_RECONFIRM, VERB_ACCEPT, N_("Yes, I still come"), NULL, NULL,
     UI_ICON_CHECK, MINE_YES},
    {KIND_BOOKING, STATE_OFFERED, VERB_ACCEPT, N_("Yes, I come"), NULL, NULL, UI_ICON_CHECK,
     MINE_YES},
    {KIND_COUNT, STATE_OFFERED, VERB_ACCEPT, N_("Yes, I take it"), NULL, NULL, UI_ICON_CHECK,
     MINE_YES},
    {KIND_COUNT, ANY, VERB_ACCEPT, N_("Yes, that suits me"), NULL, NULL, UI_ICON_CHECK, MINE_YES},
    {KIND_DEPOSIT, ANY, VERB_AGREE, N_("Yes, go on at that price"), NULL, NULL, UI_ICON_CHECK,
     MINE_YES},
    {KIND_HELP, ANY, VERB_AGREE, N_("Yes, put us in touch"), NULL, NULL, UI_ICON_CHECK, MINE_YES},
    {KIND_HELP, STATE_TO_REVIVE, VERB_PUBLISH, N_("Yes, leave it on the board"), NULL, NULL,
     UI_ICON_CHECK, MINE_YES},
    {KIND_HELP, STATE_PAUSED, VERB_PUBLISH, N_("Put it back on the board"), NULL, NULL,
     UI_ICON_REFRESH, MINE_YES},
    {KIND_HELP, STATE_AGREED, VERB_SAY_DONE, N_("It is done"), NULL, NULL, UI_ICON_CHECK, MINE_YES},
    {KIND_HELP, STATE_DONE_SAID, VERB_FINISH, N_("Yes, it is done"), NULL, NULL, UI_ICON_CHECK,
     MINE_YES},
    {KIND_COUNT, ANY, MINE_CLAIM, N_("Keep it with my card"),
     N_("Keep this request with your card?"),
     N_("You then find it each time you show your card, and need no ticket any more."),
     UI_ICON_CARD, MINE_YES},
    /* no */
    {KIND_BOOKING, STATE_TO_RECONFIRM, VERB_DECLINE, N_("No, I can no longer come"),
     N_("Give your seats back?"), N_("Somebody else gets them. You can book another date."),
     UI_ICON_CLOSE, MINE_NO},
    {KIND_DEPOSIT, ANY, VERB_DECLINE, N_("No, give it back as it is"),
     N_("Have it back without the work?"), N_("We tell you as soon as it is here."), UI_ICON_CLOSE,
     MINE_NO},
    {KIND_COUNT, ANY, VERB_DECLINE, N_("No, thank you"), N_("Say no to this?"),
     N_("Your request ends there. You can ask again at any time."), UI_ICON_CLOSE, MINE_NO},
    {KIND_HELP, ANY, VERB_UNMATCH, N_("No, not this time"), N_("Say no to this?"),
     N_("The neighbour is told kindly, without a reason. The request stays on the board."),
     UI_ICON_CLOSE, MINE_NO},
    {KIND_HELP, STATE_MATCH_PROPOSED, VERB_CANCEL, N_("No, not this time"), N_("Say no to this?"),
     N_("The neighbour is told kindly, without a reason. The request stays on the board."),
     UI_ICON_CLOSE, MINE_NO}, /* a reply's; the other's is above */
    {KIND_HELP, STATE_DONE_SAID, VERB_DISPUTE, N_("No, something is missing"),
     N_("Is something missing?"), N_("The desk calls you to see what."), UI_ICON_CLOSE, MINE_NO},
    /* change */
    {KIND_BOOKING, ANY, VERB_CHANGE, N_("Come with fewer people"), NULL, NULL, UI_ICON_FEWER,
     MINE_SIDE},
    {KIND_LOAN, ANY, VERB_CHANGE, N_("Choose other days"), NULL, NULL, UI_ICON_EVENT_MOVED,
     MINE_SIDE},
    {KIND_LOAN, ANY, MINE_LONGER, N_("Keep it longer"), NULL, NULL, UI_ICON_LONGER, MINE_SIDE},
    {KIND_LOAN, ANY, MINE_FAULT, N_("It does not work"), N_("Does it not work?"),
     N_("Stop using it and bring it back when you can. Nobody will blame you."), UI_ICON_WARNING,
     MINE_SIDE},
    {KIND_HELP, STATE_PUBLISHED, VERB_PAUSE, N_("Pause it"), NULL, NULL, UI_ICON_PAUSE, MINE_SIDE},
    {KIND_COUNT, ANY, MINE_UNSETTLED, N_("It is not settled"), N_("Is it not settled?"),
     N_("The desk takes it up again and gets back to you."), UI_ICON_REFRESH, MINE_SIDE},
    /* the end */
    {KIND_BOOKING, STATE_WAITLISTED, VERB_CANCEL, N_("Leave the waiting list"),
     N_("Leave the waiting list?"), N_("Your place goes to the next one."), UI_ICON_CLOSE,
     MINE_END},
    {KIND_LOAN, STATE_WAITLISTED, VERB_CANCEL, N_("Leave the waiting list"),
     N_("Leave the waiting list?"), N_("Your place goes to the next one."), UI_ICON_CLOSE,
     MINE_END},
    {KIND_BOOKING, STATE_CONFIRMED, VERB_CANCEL, N_("I can no longer come"),
     N_("Give your seats back?"), N_("Somebody else gets them. You can book another date."),
     UI_ICON_CLOSE, MINE_END},
    {KIND_LOAN, STATE_ASKED, VERB_CANCEL, N_("Cancel my request"), N_("Cancel this request?"),
     N_("The desk no longer looks for an answer. You can ask again at any time."), UI_ICON_CLOSE,
     MINE_END},
    {KIND_LOAN, ANY, VERB_CANCEL, N_("I no longer need it"), N_("Do you no longer need it?"),
     N_("Somebody else can borrow it."), UI_ICON_CLOSE, MINE_END},
    {KIND_HELP, STATE_PUBLISHED, VERB_CANCEL, N_("Take it off the board"),
     N_("Take it off the board?"), N_("Nobody sees it any more. You can ask again at any time."),
     UI_ICON_CLOSE, MINE_END},
    {KIND_HELP, STATE_PAUSED, VERB_CANCEL, N_("Take it off the board"),
     N_("Take it off the board?"), N_("Nobody sees it any more. You can ask again at any time."),
     UI_ICON_CLOSE, MINE_END},
    {KIND_HELP, STATE_TO_REVIVE, VERB_CANCEL, N_("No, take it off the board"),
     N_("Take it off the board?"), N_("Nobody sees it any more. You can ask again at any time."),
     UI_ICON_CLOSE, MINE_NO},
    {KIND_HELP, STATE_AGREED, VERB_CANCEL, N_("I no longer need it"),
     N_("Do you no longer need it?"), N_("The neighbour is told kindly."), UI_ICON_CLOSE, MINE_END},
    {KIND_COUNT, ANY, VERB_CANCEL, N_("Cancel my request"), N_("Cancel this request?"),
     N_("The desk no longer looks for an answer. You can ask again at any time."), UI_ICON_CLOSE,
     MINE_END},
};

const struct mine_verb *words_mine_verbs(size_t *count)
{
    *count = ARRAY_LEN(VERBS);
    return VERBS;
}

const struct mine_verb *words_mine_verb(const struct mine_line *line, int act)
{
    const bool is_reply = strcmp(line->direction, "reply") == 0;
    for (size_t i = 0; i < ARRAY_LEN(VERBS); i++) {
        if (VERBS[i].act == act && (VERBS[i].kind == line->kind || VERBS[i].kind == KIND_COUNT) &&
            (VERBS[i].from == line->state || VERBS[i].from == ANY) &&
            (is_reply || i >= REPLY_ROWS)) {
            return &VERBS[i];
        }
    }
    return NULL;
}
