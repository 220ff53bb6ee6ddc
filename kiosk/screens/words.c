#include "screens/words.h"

#include <string.h>

#include "i18n/i18n.h"

struct word {
    const char *code;
    const char *text; /* msgid */
    enum ui_icon icon;
};

static const struct word ACTIVITY_KINDS[] = {
    {"workshop", N_("Workshops"), UI_ICON_TOOLS},
    {"cafe", N_("Café"), UI_ICON_CAFE},
    {"market", N_("Market"), UI_ICON_GROCERIES},
    {"committee", N_("Committees"), UI_ICON_CONVERSATION},
    {"partner", N_("Partners’ hours"), UI_ICON_HANDSHAKE},
};

static const struct word SPOKEN[] = {
    {"ar", N_("in Arabic"), UI_ICON_LANGUAGE},
    {"de", N_("in German"), UI_ICON_LANGUAGE},
    {"en", N_("in English"), UI_ICON_LANGUAGE},
    {"es", N_("in Spanish"), UI_ICON_LANGUAGE},
    {"it", N_("in Italian"), UI_ICON_LANGUAGE},
    {"lsf", N_("in French sign language"), UI_ICON_LANGUAGE},
    {"pt", N_("in Portuguese"), UI_ICON_LANGUAGE},
    {"tr", N_("in Turkish"), UI_ICON_LANGUAGE},
    {"uk", N_("in Ukrainian"), UI_ICON_LANGUAGE},
};

static const struct word SESSION_REASONS[] = {
    {"host_away", N_("the host cannot come"), UI_ICON_PERSON},
    {"room", N_("the room is not available"), UI_ICON_MEETING_ROOM},
    {"weather", N_("because of the weather"), UI_ICON_SUNNY},
    {"too_few", N_("too few people signed up"), UI_ICON_PEOPLE},
    {"closed", N_("the house is closed that day"), UI_ICON_EVENT_BUSY},
    {"other", N_("ask at the desk why"), UI_ICON_INFO},
};

static const struct word CLOSINGS[] = {
    {"holiday", N_("holidays"), UI_ICON_SUNNY},
    {"training", N_("training"), UI_ICON_SCHOOL},
    {"absence", N_("absence"), UI_ICON_PERSON},
    {"other", N_("closed exceptionally"), UI_ICON_INFO},
};

static const struct word REFUSALS[] = {
    {"copy_away", N_("It is not here on those days."), UI_ICON_LEND},
    {"not_trained", N_("It needs a short training first: ask at the desk."), UI_ICON_SCHOOL},
    {"loan_open", N_("Another loan has to come back first."), UI_ICON_RETURN},
    {"too_long", N_("That is too long: others need it too."), UI_ICON_CALENDAR},
    {"someone_waits", N_("Somebody else is waiting for it."), UI_ICON_PEOPLE},
    {"needed_back", N_("It is needed back on the day agreed."), UI_ICON_RETURN},
    {"full", N_("There are no seats left."), UI_ICON_SEAT},
    {"age", N_("It is meant for another age."), UI_ICON_CHILD},
    {"members_only", N_("It is for subscribed households: ask how to subscribe."), UI_ICON_CARD},
    {"not_clear", N_("It is not clear enough yet."), UI_ICON_QUESTION},
    {"room", N_("The room is taken."), UI_ICON_MEETING_ROOM},
    {"date", N_("The date is not possible."), UI_ICON_CALENDAR},
    {"nobody_found", N_("Nobody could be found this time."), UI_ICON_PEOPLE},
    {"professional", N_("This needs a professional: we can tell you whom to ask."), UI_ICON_TOOLS},
    {"landlord", N_("This is for the landlord: we can help you write to them."), UI_ICON_HOUSE},
    {"not_ours", N_("We cannot do this here, but we can tell you who can."), UI_ICON_HANDSHAKE},
    {"not_available", N_("It is not available at the moment."), UI_ICON_EVENT_BUSY},
    {"not_possible", N_("It cannot be done with this piece."), UI_ICON_BLOCKED},
    {"provider_away", N_("The provider is away."), UI_ICON_PERSON},
    {"settled", N_("It was settled otherwise."), UI_ICON_CHECK},
    {"no_longer", N_("It is no longer needed."), UI_ICON_CHECK},
    {"no_solution", N_("No solution was found this time. Come and talk to us about it."),
     UI_ICON_QUESTION},
    {"place_changed", N_("It takes place elsewhere: please look where."), UI_ICON_PLACE},
    {"title_changed", N_("It has another name. The one before stands below."), UI_ICON_EDIT},
    {"other", N_("Come and talk to us about it."), UI_ICON_CONVERSATION},
};

static const struct word *find(const struct word *words, size_t count, const char *code)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i].code, code) == 0) {
            return &words[i];
        }
    }
    return NULL;
}

static const char *text_of(const struct word *word)
{
    return word == NULL ? "" : tr(word->text);
}

const char *words_activity_kind(const char *code)
{
    return text_of(find(ACTIVITY_KINDS, ARRAY_LEN(ACTIVITY_KINDS), code));
}

enum ui_icon words_activity_icon(const char *code)
{
    const struct word *word = find(ACTIVITY_KINDS, ARRAY_LEN(ACTIVITY_KINDS), code);
    return word == NULL ? UI_ICON_NONE : word->icon;
}

const char *words_spoken(const char *code)
{
    return text_of(find(SPOKEN, ARRAY_LEN(SPOKEN), code));
}

const char *words_session_reason(const char *code)
{
    return text_of(find(SESSION_REASONS, ARRAY_LEN(SESSION_REASONS), code));
}

const char *words_closing(const char *code)
{
    return text_of(find(CLOSINGS, ARRAY_LEN(CLOSINGS), code));
}

const char *words_refusal(const char *code)
{
    return text_of(find(REFUSALS, ARRAY_LEN(REFUSALS), code));
}
