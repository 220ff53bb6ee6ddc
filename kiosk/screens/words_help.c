#include "screens/words_help.h"

#include <string.h>

#include "base/err.h"
#include "i18n/i18n.h"

static const struct pictured CATEGORIES[] = {
    {"handiwork", N_("Small jobs at home"), N_("Bulb, shelf, furniture…"), UI_ICON_TOOLS},
    {"plumbing", N_("Water and heating"), N_("Leak, tap, toilet…"), UI_ICON_LEAK},
    {"electricity", N_("Electricity"), N_("Power cut, socket, bell…"), UI_ICON_ELECTRICAL},
    {"errands", N_("Shopping and carrying"), N_("Groceries, pharmacy, mail…"), UI_ICON_SHOPPING},
    {"outings", N_("Going out"), N_("A walk, a visit, a ride…"), UI_ICON_WALK},
    {"company", N_("Company"), N_("Coffee, games, reading…"), UI_ICON_CAFE},
    {"digital", N_("Phone and computer"), N_("Internet, printing…"), UI_ICON_SMARTPHONE},
    {"garden", N_("Plants and animals"), N_("Watering, balcony, pets…"), UI_ICON_FLOWER},
    {"papers", N_("Papers and rights"), N_("An appointment, nothing to explain"), UI_ICON_PAPERS},
};

static const struct {
    const char *category;
    struct pictured word;
} CHOICES[] = {
    {"handiwork", {"bulb", N_("A light bulb"), "", UI_ICON_LIGHT}},
    {"handiwork", {"furniture", N_("Assembling furniture"), "", UI_ICON_FURNITURE}},
    {"handiwork", {"shelf", N_("A shelf or a frame"), "", UI_ICON_HAMMER}},
    {"handiwork", {"curtain", N_("Curtains or blinds"), "", UI_ICON_WINDOW}},
    {"handiwork", {"door", N_("A door or a lock"), "", UI_ICON_DOOR}},
    {"plumbing", {"leak", N_("A leak"), "", UI_ICON_LEAK}},
    {"plumbing", {"tap", N_("A tap"), "", UI_ICON_PLUMBING}},
    {"plumbing", {"toilet", N_("The toilet"), "", UI_ICON_TOILET}},
    {"plumbing", {"heating", N_("The heating"), "", UI_ICON_HEATING}},
    {"electricity", {"no_power", N_("No power at all"), "", UI_ICON_ENERGY}},
    {"electricity", {"socket", N_("A socket"), "", UI_ICON_ELECTRICAL}},
    {"electricity", {"lamp", N_("A ceiling light"), "", UI_ICON_LIGHT}},
    {"electricity", {"bell", N_("The doorbell"), "", UI_ICON_CALL}},
    {"errands", {"groceries", N_("The groceries"), "", UI_ICON_GROCERIES}},
    {"errands", {"pharmacy", N_("The pharmacy"), "", UI_ICON_HEALTH}},
    {"errands", {"mail", N_("A letter or a parcel"), "", UI_ICON_MAIL}},
    {"errands", {"carrying", N_("Carrying something heavy"), "", UI_ICON_PARCEL}},
    {"outings", {"walk", N_("A walk"), "", UI_ICON_WALK}},
    {"outings", {"doctor", N_("Company to an appointment"), "", UI_ICON_TODAY}},
    {"outings", {"visit", N_("Visiting somebody"), "", UI_ICON_PEOPLE}},
    {"outings", {"ride", N_("A ride by car"), "", UI_ICON_CAR}},
    {"company", {"coffee", N_("A coffee together"), "", UI_ICON_CAFE}},
    {"company", {"games", N_("Playing games"), "", UI_ICON_GAMES}},
    {"company", {"reading", N_("Reading together"), "", UI_ICON_BOOK}},
    {"company", {"phone_call", N_("A phone call now and then"), "", UI_ICON_PHONE}},
    {"digital", {"phone", N_("A phone"), "", UI_ICON_SMARTPHONE}},
    {"digital", {"computer", N_("A computer"), "", UI_ICON_COMPUTER}},
    {"digital", {"internet", N_("The internet"), "", UI_ICON_INTERNET}},
    {"digital", {"printer", N_("Printing or scanning"), "", UI_ICON_PRINT}},
    {"garden", {"watering", N_("Watering plants"), "", UI_ICON_LEAK}},
    {"garden", {"balcony", N_("A balcony or a garden"), "", UI_ICON_BALCONY}},
    {"garden", {"compost", N_("The compost"), "", UI_ICON_COMPOST}},
    {"garden", {"pets", N_("Looking after a pet"), "", UI_ICON_PETS}},
    {"papers", {"appointment", N_("An appointment"), "", UI_ICON_TODAY}},
};

static const struct pictured URGENCIES[] = {
    {"danger", N_("There is a danger"),
     N_("Smoke, smell of gas, bare wires, water near electricity, somebody locked in…"),
     UI_ICON_DANGER},
    {"soon", N_("It is urgent"), N_("It cannot wait more than a few days"), UI_ICON_ALARM},
    {"whenever", N_("It can wait"), N_("Whenever somebody has time"), UI_ICON_CHECKED_DAY},
};

static const struct pictured NEEDS[] = {
    {"rights", N_("Rights and papers"), "", UI_ICON_JUSTICE},
    {"health", N_("Health"), "", UI_ICON_HEALTH},
    {"energy", N_("Energy and bills"), "", UI_ICON_ENERGY},
    {"family", N_("Children and family"), "", UI_ICON_CHILD},
    {"work", N_("Work and training"), "", UI_ICON_WORK},
    {"housing", N_("Housing"), "", UI_ICON_HOUSE},
    {"digital", N_("Phone and computer"), "", UI_ICON_SMARTPHONE},
    {"food", N_("Food"), "", UI_ICON_FOOD},
    {"leisure", N_("Leisure and sport"), "", UI_ICON_SPORTS},
};

static const struct pictured *find(const struct pictured *words, size_t count, const char *code)
{
    static const struct pictured UNKNOWN = {"", N_("Something else"), "", UI_ICON_WAIT};
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i].code, code) == 0) {
            return &words[i];
        }
    }
    return &UNKNOWN;
}

const struct pictured *words_help_category(const char *code)
{
    return find(CATEGORIES, ARRAY_LEN(CATEGORIES), code);
}

const struct pictured *words_help_choice(const char *category, const char *code)
{
    for (size_t i = 0; i < ARRAY_LEN(CHOICES); i++) {
        if (strcmp(CHOICES[i].category, category) == 0 && strcmp(CHOICES[i].word.code, code) == 0) {
            return &CHOICES[i].word;
        }
    }
    return find(NULL, 0, code);
}

const struct pictured *words_urgency(const char *code)
{
    return find(URGENCIES, ARRAY_LEN(URGENCIES), code);
}

const struct pictured *words_need(const char *code)
{
    return find(NEEDS, ARRAY_LEN(NEEDS), code);
}
