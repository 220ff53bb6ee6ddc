#include "screens/words_mine.h"

#include <string.h>

#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/words.h"
#include "screens/words_help.h"

static const struct {
    const char *label; /* msgid */
    enum ui_icon icon; /* for what has none of its own */
    enum ui_color color;
} KINDS[KIND_COUNT] = {
    [KIND_LOAN] = {N_("Something borrowed"), UI_ICON_LEND, UI_UMBER},
    [KIND_EXTENSION] = {N_("Keeping it longer"), UI_ICON_HOURGLASS, UI_UMBER},
    [KIND_COPY] = {N_("Something to borrow"), UI_ICON_LEND, UI_UMBER},
    [KIND_BOOKING] = {N_("Seats at a workshop"), UI_ICON_AGENDA, UI_BLUE},
    [KIND_SESSION] = {N_("A date in the agenda"), UI_ICON_AGENDA, UI_BLUE},
    [KIND_HELP] = {N_("Helping hand"), UI_ICON_HELP_HAND, UI_TERRACOTTA},
    [KIND_ENQUIRY] = {N_("Service"), UI_ICON_PARCEL, UI_TEAL},
    [KIND_DEPOSIT] = {N_("Something left with us"), UI_ICON_PARCEL, UI_TEAL},
    [KIND_VISIT] = {N_("Visit at home"), UI_ICON_DOOR, UI_TEAL},
};

static bool is_direction(const struct mine_line *line, const char *direction)
{
    return strcmp(line->direction, direction) == 0;
}

const char *words_mine_kind(const struct mine_line *line)
{
    return line->is_proposed             ? tr("A neighbour needs a hand")
           : is_direction(line, "offer") ? tr("A hand you offer")
           : is_direction(line, "reply") ? tr("Your answer to a neighbour")
                                         : tr(KINDS[line->kind].label);
}

const char *words_mine_title(const struct mine_line *line)
{
    if (line->kind == KIND_HELP && line->category[0] != '\0') {
        return line->choice[0] == '\0' ? tr(words_help_category(line->category)->label)
                                       : tr(words_help_choice(line->category, line->choice)->label);
    }
    return line->title[0] == '\0' ? words_mine_kind(line) : line->title;
}

/* Of two who are brought together: which of them this is, and what is known. "" the direction says
 * it all. */
static const char *way_of(const struct mine_line *line)
{
    const bool is_off_board = line->state == STATE_PUBLISHED && !line->is_on_board;
    return is_off_board         ? (is_direction(line, "offer") ? "kept" : "sought")
           : line->awaits_other ? "waiting"
           : line->is_proposed  ? "proposed"
                                : line->direction;
}

static const struct {
    enum state state;
    const char *way;
    const char *text; /* msgid */
} HELP_STATES[] = {
    {STATE_PUBLISHED, "kept", N_("We keep it in mind")},
    {STATE_PUBLISHED, "sought", N_("Somebody is looked for")},
    {STATE_MATCH_PROPOSED, "proposed", N_("Could you help?")},
    {STATE_MATCH_PROPOSED, "offer", N_("Could you help?")},
    {STATE_MATCH_PROPOSED, "reply", N_("Proposed to the neighbour")},
    {STATE_AGREED, "waiting", N_("You said yes")},
};

const char *words_mine_state(const struct mine_line *line)
{
    for (size_t i = 0; i < ARRAY_LEN(HELP_STATES) && line->kind == KIND_HELP; i++) {
        if (HELP_STATES[i].state == line->state && strcmp(HELP_STATES[i].way, way_of(line)) == 0) {
            return tr(HELP_STATES[i].text);
        }
    }
    return words_state(line->kind, line->state);
}

enum ui_icon words_mine_icon(const struct mine_line *line)
{
    enum ui_icon icon = UI_ICON_NONE;
    if (line->kind == KIND_HELP && line->category[0] != '\0') {
        icon = words_help_category(line->category)->icon;
    } else if (line->icon[0] != '\0') {
        icon = icon_named(line->icon);
    }
    return icon == UI_ICON_NONE ? KINDS[line->kind].icon : icon;
}

enum ui_color words_mine_color(enum kind kind)
{
    return KINDS[kind].color;
}

const char *words_mine_when(const struct scene *scene, const struct mine_line *line)
{
    if (line->kind == KIND_EXTENSION) {
        return line->until_s == 0 ? ""
                                  : arena_printf(scene->arena, tr("until %s"),
                                                 dates_moment(scene->arena, line->until_s));
    }
    if (line->from_s == 0) {
        return "";
    }
    return line->kind == KIND_LOAN && line->until_s > line->from_s
               ? dates_span(scene->arena, line->from_s, line->until_s)
               : dates_long_time(scene->arena, line->from_s);
}

/* ---- What comes next ---- */

/* The moment that a sentence names. */
enum moment { NO_MOMENT, AT_FROM, AT_UNTIL, AT_ANSWER };

#define ANY_KIND KIND_COUNT

struct next {
    enum kind kind; /* ANY_KIND */
    enum state state;
    const char *way;  /* of a help request: way_of(); NULL: any */
    const char *text; /* msgid, when the moment is not known or not to be told */
    enum moment moment;
    const char *dated; /* msgid with %s */
};

/* The first row that fits counts. */
static const struct next NEXTS[] = {
    {KIND_LOAN, STATE_COUNTER_PROPOSED, NULL, N_("Does that suit you?"), NO_MOMENT, NULL},
    {KIND_LOAN, STATE_OFFERED, NULL, N_("It came free: would you still like it?"), NO_MOMENT, NULL},
    {KIND_LOAN, STATE_RESERVED, NULL, N_("To be picked up at the desk."), AT_FROM,
     N_("To be picked up %s.")},
    {KIND_LOAN, STATE_READY, NULL, N_("It is ready: come and get it at the desk."), AT_FROM,
     N_("It is ready, to be picked up %s.")},
    {KIND_LOAN, STATE_UNCLAIMED, NULL,
     N_("It is still here for you: come when the house is open, or tell us you no longer need it."),
     NO_MOMENT, NULL},
    {KIND_LOAN, STATE_OUT, NULL, N_("To be brought back to the desk."), AT_UNTIL,
     N_("To be brought back %s.")},
    {KIND_LOAN, STATE_LOST, NULL, N_("Come and see us: we find a way together."), NO_MOMENT, NULL},
    {KIND_LOAN, STATE_NEEDS_CHECK, NULL, N_("We look at it. There is nothing left for you to do."),
     NO_MOMENT, NULL},
    {KIND_LOAN, STATE_REPAIR, NULL, N_("We repair it. There is nothing left for you to do."),
     NO_MOMENT, NULL},
    {KIND_LOAN, STATE_PARTS_OWED, NULL, N_("Please bring the missing part to the desk."), NO_MOMENT,
     NULL},
    {KIND_LOAN, STATE_REFUSED, NULL,
     N_("Other days, or another thing, may be possible: ask again."), NO_MOMENT, NULL},
    {KIND_EXTENSION, STATE_ACCEPTED, NULL, N_("You may keep it longer."), AT_UNTIL,
     N_("You may keep it until %s.")},
    {KIND_EXTENSION, STATE_REFUSED, NULL, N_("Please bring it back on the day agreed."), NO_MOMENT,
     NULL},
    {KIND_BOOKING, STATE_COUNTER_PROPOSED, NULL, N_("Does that suit you?"), NO_MOMENT, NULL},
    {KIND_BOOKING, STATE_OFFERED, NULL, N_("A seat came free: would you still like it?"), NO_MOMENT,
     NULL},
    {KIND_BOOKING, STATE_LAPSED, NULL,
     N_("The time to answer is over. The desk may offer it again."), NO_MOMENT, NULL},
    {KIND_BOOKING, STATE_CONFIRMED, NULL, N_("Your seats are kept. See you soon!"), AT_FROM,
     N_("See you %s!")},
    {KIND_BOOKING, STATE_TO_RECONFIRM, NULL, N_("Your seats are kept until you answer."), NO_MOMENT,
     NULL},
    {KIND_BOOKING, STATE_ABSENT, NULL,
     N_("It happens. A word before, next time, gives the seat to somebody else."), NO_MOMENT, NULL},
    {KIND_BOOKING, STATE_NOT_SERVED, NULL, N_("We are sorry. The agenda may have another date."),
     NO_MOMENT, NULL},
    {KIND_BOOKING, STATE_REFUSED, NULL, N_("The agenda may have another date for you."), NO_MOMENT,
     NULL},
    {KIND_HELP, STATE_PUBLISHED, "kept",
     N_("It does not hang on the board: we think of you when somebody needs it."), NO_MOMENT, NULL},
    {KIND_HELP, STATE_PUBLISHED, "sought",
     N_("It does not hang on the board: we look for somebody and tell you."), NO_MOMENT, NULL},
    {KIND_HELP, STATE_PUBLISHED, "offer",
     N_("Your offer hangs on the board. We tell you as soon as somebody asks."), NO_MOMENT, NULL},
    {KIND_HELP, STATE_PUBLISHED, NULL,
     N_("It hangs on the neighbours’ board. We tell you as soon as somebody can help."), NO_MOMENT,
     NULL},
    {KIND_HELP, STATE_MATCH_PROPOSED, "reply", N_("The neighbour now says yes or no."), NO_MOMENT,
     NULL},
    {KIND_HELP, STATE_MATCH_PROPOSED, "offer",
     N_("A neighbour would like your help: do you agree?"), NO_MOMENT, NULL},
    {KIND_HELP, STATE_MATCH_PROPOSED, "proposed",
     N_("A neighbour would like your help: do you agree?"), NO_MOMENT, NULL},
    {KIND_HELP, STATE_MATCH_PROPOSED, NULL, N_("A neighbour can help you: do you agree?"),
     NO_MOMENT, NULL},
    {KIND_HELP, STATE_AGREED, "waiting", N_("The neighbour now says yes or no."), NO_MOMENT, NULL},
    {KIND_HELP, STATE_AGREED, NULL, N_("You both agree: the desk puts you in touch."), AT_FROM,
     N_("You both agree: %s.")},
    {KIND_HELP, STATE_DONE_SAID, NULL, N_("Is it done for you, too?"), NO_MOMENT, NULL},
    {KIND_HELP, STATE_DISPUTED, NULL, N_("We call you to see what is missing."), NO_MOMENT, NULL},
    {KIND_HELP, STATE_TO_REVIVE, "offer", N_("Do you still offer it?"), NO_MOMENT, NULL},
    {KIND_HELP, STATE_TO_REVIVE, NULL, N_("Nobody has answered yet. Do you still need it?"),
     NO_MOMENT, NULL},
    {KIND_HELP, STATE_PAUSED, NULL, N_("It is off the board until you put it back."), NO_MOMENT,
     NULL},
    {KIND_ENQUIRY, STATE_COUNTER_PROPOSED, NULL, N_("Does that suit you?"), NO_MOMENT, NULL},
    {KIND_ENQUIRY, STATE_ACCEPTED, NULL, N_("We see to it and tell you."), AT_FROM,
     N_("It is planned for %s.")},
    {KIND_DEPOSIT, STATE_ANNOUNCED, NULL, N_("Bring it to the desk when the house is open."),
     NO_MOMENT, NULL},
    {KIND_DEPOSIT, STATE_LEFT, NULL, N_("It leaves for the workshop soon."), NO_MOMENT, NULL},
    {KIND_DEPOSIT, STATE_WITH_PROVIDER, NULL, N_("We tell you as soon as it is back."), NO_MOMENT,
     NULL},
    {KIND_DEPOSIT, STATE_TO_AGREE, NULL,
     N_("It would cost more than was said. Nothing is done without your yes."), NO_MOMENT, NULL},
    {KIND_DEPOSIT, STATE_READY, NULL, N_("Come and get it when the house is open."), NO_MOMENT,
     NULL},
    {KIND_DEPOSIT, STATE_TO_REMIND, NULL, N_("It waits for you: come when the house is open."),
     NO_MOMENT, NULL},
    {KIND_DEPOSIT, STATE_RETURNED, NULL, N_("It is back as you left it: come and get it."),
     NO_MOMENT, NULL},
    {KIND_DEPOSIT, STATE_DAMAGED, NULL, N_("Please come and see us: we settle it with you."),
     NO_MOMENT, NULL},
    {KIND_VISIT, STATE_QUALIFIED, NULL, N_("We look for a date and tell you."), NO_MOMENT, NULL},
    {KIND_VISIT, STATE_PLANNED, NULL, N_("Somebody comes to your home."), AT_FROM,
     N_("Somebody comes to your home %s.")},
    {KIND_VISIT, STATE_NOBODY_HOME, NULL, N_("Nobody answered the door: we agree on another date."),
     NO_MOMENT, NULL},
    {KIND_VISIT, STATE_VISITED, NULL, N_("We tell you what follows."), NO_MOMENT, NULL},
    {KIND_VISIT, STATE_LATER, NULL, N_("It goes on another day: we tell you when."), NO_MOMENT,
     NULL},
    {KIND_VISIT, STATE_REFERRED, NULL, N_("The desk tells you whom it was passed on to."),
     NO_MOMENT, NULL},
    {KIND_VISIT, STATE_END_OF_LIFE, NULL, N_("It cannot be mended. We can help you replace it."),
     NO_MOMENT, NULL},
    {ANY_KIND, STATE_ASKED, NULL, N_("The answer comes once the house is open again."), AT_ANSWER,
     N_("You get an answer by %s.")},
    {ANY_KIND, STATE_WAITLISTED, NULL, N_("We tell you as soon as there is room."), NO_MOMENT,
     NULL},
    {ANY_KIND, STATE_REDIRECTED, NULL, N_("The desk tells you whom it was passed on to."),
     NO_MOMENT, NULL},
    {ANY_KIND, STATE_REFUSED, NULL, N_("Come and talk to us: there may be another way."), NO_MOMENT,
     NULL},
    {ANY_KIND, STATE_UNANSWERED, NULL,
     N_("We did not answer in time, and we are sorry. Please ask again, or call us."), NO_MOMENT,
     NULL},
    {ANY_KIND, STATE_CLOSED, NULL, N_("You can ask again at any time."), NO_MOMENT, NULL},
    {ANY_KIND, STATE_CANCELLED, NULL, N_("You can ask again at any time."), NO_MOMENT, NULL},
};

static const struct next *find_next(const struct mine_line *line)
{
    for (size_t i = 0; i < ARRAY_LEN(NEXTS); i++) {
        const struct next *next = &NEXTS[i];
        if (next->state == line->state && (next->kind == line->kind || next->kind == ANY_KIND) &&
            (next->way == NULL || strcmp(next->way, way_of(line)) == 0)) {
            return next;
        }
    }
    return NULL;
}

static int64_t moment_of(const struct mine_line *line, enum moment moment)
{
    return moment == AT_FROM     ? line->from_s
           : moment == AT_UNTIL  ? line->until_s
           : moment == AT_ANSWER ? line->answer_by_s
                                 : 0;
}

const char *words_mine_next(const struct scene *scene, const struct mine_line *line)
{
    const struct next *next = find_next(line);
    if (next == NULL) {
        return "";
    }
    const int64_t at_s = moment_of(line, next->moment);
    if (line->kind == KIND_LOAN && line->state == STATE_OUT && at_s != 0 && at_s < scene->now_s) {
        return tr("It was due back: please bring it as soon as you can, others are waiting.");
    }
    if (line->state == STATE_CLOSED && line->by == WHO_TIME) {
        return tr("We heard nothing more, so it is closed. It is not settled? Tell us.");
    }
    return at_s == 0
               ? tr(next->text)
               : arena_printf(scene->arena, tr(next->dated), dates_moment(scene->arena, at_s));
}

const char *words_mine_soon(const struct scene *scene, const struct mine_line *line)
{
    const struct next *next = find_next(line);
    return next == NULL || moment_of(line, next->moment) == 0 ? "" : words_mine_next(scene, line);
}

/* ---- Why ---- */

static bool is_sessions(enum verb verb)
{
    return verb == VERB_MOVE || verb == VERB_POSTPONE || verb == VERB_TELL;
}

const char *words_mine_reason(const struct scene *scene, const struct mine_line *line,
                              const char *session_reason)
{
    if (strcmp(line->reason, "session_cancelled") == 0) {
        return session_reason[0] == '\0'
                   ? tr("The workshop does not take place.")
                   : arena_printf(scene->arena, tr("The workshop does not take place: %s."),
                                  words_session_reason(session_reason));
    }
    if (line->reason[0] == '\0') {
        return "";
    }
    const char *reason = is_sessions(line->verb) ? words_session_reason(line->reason) : "";
    return reason[0] == '\0'
               ? words_refusal(line->reason)
               : arena_printf(scene->arena, "%s.", i18n_capital(scene->arena, reason));
}
