/* The house and its partners in words and pictures. */
#include "base/err.h"
#include "i18n/i18n.h"
#include "screens/words.h"

static const struct word NEEDS[] = {
    {"rights", N_("Rights and papers"), "", UI_ICON_JUSTICE},
    {"health", N_("Health"), "", UI_ICON_HEALTH},
    {"energy", N_("Energy and bills"), "", UI_ICON_ENERGY},
    {"family", N_("Children and family"), "", UI_ICON_CHILD},
    {"work", N_("Work and training"), "", UI_ICON_WORK},
    {"housing", N_("Housing"), "", UI_ICON_HOUSE},
    {"digital", N_("Phone and computer"), "", UI_ICON_COMPUTER},
    {"food", N_("Food"), "", UI_ICON_FOOD},
    {"leisure", N_("Leisure and sport"), "", UI_ICON_SPORTS},
};

static const struct word CLOSINGS[] = {
    {"holiday", N_("Closed for holidays"), "", UI_ICON_SUNNY},
    {"training", N_("Closed for a training"), "", UI_ICON_SCHOOL},
    {"absence", N_("Closed: nobody can be there"), "", UI_ICON_EVENT_BUSY},
    {"other", N_("Closed exceptionally"), "", UI_ICON_EVENT_BUSY},
};

const struct word *word_need(const char *code)
{
    return word_find(NEEDS, ARRAY_LEN(NEEDS), code);
}

const struct word *word_closing(const char *code)
{
    const struct word *word = word_find(CLOSINGS, ARRAY_LEN(CLOSINGS), code);
    return word->code[0] == '\0' ? &CLOSINGS[ARRAY_LEN(CLOSINGS) - 1] : word;
}
