#include "screens/words_catalogue.h"

#include "i18n/i18n.h"
#include "i18n/money.h"
#include "screens/common.h"

static const struct pillar_words PILLARS[PILLAR_COUNT] = {
    [PILLAR_SERVICE] = {N_("At your service"), N_("Parcels, bread, laundry, keys, bikes…"),
                        UI_ICON_PARCEL},
    [PILLAR_SOLIDARITY] = {N_("Among neighbours"),
                           N_("Repairs, collections, compost, donated materials…"),
                           UI_ICON_HANDSHAKE},
    [PILLAR_TOGETHER] = {N_("Together!"), N_("Rooms, ideas and projects for the neighbourhood"),
                         UI_ICON_PARTY},
};

const struct pillar_words *words_pillar(enum pillar pillar)
{
    return &PILLARS[pillar];
}

const char *words_price(const struct scene *scene, const struct catalogue_price *price)
{
    switch (price->kind) {
    case PRICE_FREE:
        return tr("Free");
    case PRICE_PROVIDER:
        return tr("At the provider’s price, nothing added");
    case PRICE_QUOTE:
        return tr("The price is told before anything is done");
    case PRICE_FIXED:
        break;
    }
    return common_price(scene, price->cents, price->subscriber_cents);
}

struct ui_pill words_stock(const struct scene *scene, int free, int copies)
{
    if (copies == 0) {
        return (struct ui_pill){.text = tr("being repaired"), .tone = UI_NEUTRAL};
    }
    if (free == 0) {
        return (struct ui_pill){.text = tr("lent out"), .tone = UI_CAUTION};
    }
    if (copies == 1) {
        return (struct ui_pill){.text = tr("available"), .tone = UI_GOOD};
    }
    return (struct ui_pill){
        .text = arena_printf(scene->arena, trn("%ld available", "%ld available", free), (long)free),
        .tone = UI_GOOD,
    };
}

const char *words_slot(enum slot_why why)
{
    switch (why) {
    case SLOT_TAKEN:
        return tr("taken");
    case SLOT_NO_PICKUP:
        return tr("too late");
    case SLOT_NO_RETURN:
        return tr("not planned yet");
    case SLOT_TOO_LONG:
        return tr("too long");
    case SLOT_FREE:
        break;
    }
    return "";
}

const char *words_waiting(const struct scene *scene, int waiting)
{
    return waiting == 0 ? tr("Nobody is waiting before you")
                        : arena_printf(scene->arena,
                                       trn("%ld person is waiting before you",
                                           "%ld people are waiting before you", waiting),
                                       (long)waiting);
}

const char *words_deposit(const struct scene *scene, int64_t cents)
{
    return arena_printf(scene->arena, tr("Deposit: %s, given back on return"),
                        money_euros(scene->arena, cents));
}
