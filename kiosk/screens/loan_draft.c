#include "screens/loan_draft.h"

#include "base/clock.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "i18n/money.h"
#include "screens/common.h"
#include "screens/review.h"
#include "screens/words_catalogue.h"

enum { ALTERNATIVE_DAYS = 28 };

struct loan_facts {
    int64_t item_id;
    const char *title;
    int64_t fee_cents;
    int64_t subscriber_cents;
    int64_t deposit_cents;
    int automatic_days;
    int waiting;
    struct loan_wish wish; /* slot.pickup_s 0: the waiting list */
};

static struct loan_facts *copy_facts(struct visit *visit, const struct loan_facts *facts)
{
    struct loan_facts *copy = arena_alloc(visit->arena, sizeof(*copy));
    *copy = *facts;
    return copy;
}

static void set_wish(struct visit *visit, const struct loan_facts *before, struct loan_wish wish)
{
    struct draft *draft = &visit->draft;
    struct loan_facts *facts = copy_facts(visit, before);
    facts->wish = wish;
    draft->facts = facts;
    draft->ask.terms = (struct terms){
        .copy_id = wish.slot.copy_id,
        .from_s = wish.slot.pickup_s,
        .until_s = wish.slot.return_s,
    };
    draft->is_automatic =
        wish.slot.pickup_s == 0 || /* one is on the waiting list at once */
        slots_days(wish.slot.pickup_s, wish.slot.return_s) <= facts->automatic_days;
}

/* ---- The review ---- */

static void show_days(const struct draft *draft, const struct scene *scene, struct ui *ui)
{
    const struct loan_facts *facts = draft->facts;
    const struct slot *slot = &facts->wish.slot;
    ui_fact(ui, (struct ui_fact){
                    .id = "pickup",
                    .icon = UI_ICON_OUT,
                    .color = draft->color,
                    .bold = tr("Pick up"),
                    .text = ui_format(ui, " %s", dates_long_time(scene->arena, slot->pickup_s)),
                    .edit = review_edit(draft->depth),
                    .edit_label = tr("change"),
                });
    ui_fact(ui, (struct ui_fact){
                    .id = "return",
                    .icon = UI_ICON_RETURN,
                    .color = draft->color,
                    .bold = tr("Bring back"),
                    .text = ui_format(ui, " %s", dates_long_time(scene->arena, slot->return_s)),
                });
}

static void show_review(const struct draft *draft, const struct scene *scene, struct ui *ui)
{
    const struct loan_facts *facts = draft->facts;
    ui_fact(ui, (struct ui_fact){
                    .id = "what",
                    .icon = draft->icon,
                    .color = draft->color,
                    .bold = facts->title,
                });
    if (facts->wish.slot.pickup_s == 0) {
        ui_fact(ui, (struct ui_fact){
                        .id = "waiting",
                        .icon = UI_ICON_HOURGLASS,
                        .color = draft->color,
                        .bold = tr("Waiting list"),
                        .text = ui_format(ui, " · %s", words_waiting(scene, facts->waiting)),
                    });
    } else {
        show_days(draft, scene, ui);
    }
    ui_fact(ui, (struct ui_fact){
                    .id = "price",
                    .icon = UI_ICON_HEART,
                    .color = draft->color,
                    .text = common_price(scene, facts->fee_cents, facts->subscriber_cents),
                });
    if (facts->deposit_cents > 0) {
        ui_fact(ui, (struct ui_fact){
                        .id = "deposit",
                        .icon = UI_ICON_PRICE,
                        .color = draft->color,
                        .text = words_deposit(scene, facts->deposit_cents),
                    });
    }
}

static void show_summary(const struct draft *draft, const struct scene *scene, struct ui *ui,
                         const char **what, const char **when)
{
    const struct loan_facts *facts = draft->facts;
    const struct slot *slot = &facts->wish.slot;
    (void)ui;
    *what = facts->title;
    *when = slot->pickup_s == 0 ? tr("As soon as one comes back")
                                : arena_printf(scene->arena, tr("Pick up %s, bring back %s"),
                                               dates_moment(scene->arena, slot->pickup_s),
                                               dates_moment(scene->arena, slot->return_s));
}

/* ---- If the answer comes too late ---- */

/* The first days for which a copy can be picked up once the answer is there. */
static enum err list_alternatives(struct visit *visit, struct arena *arena,
                                  struct alternative list[ALTERNATIVES_MAX], int *count)
{
    const struct loan_facts *facts = visit->draft.facts;
    const int64_t now_s = clock_now_s();
    struct slot slots[ALTERNATIVE_DAYS];
    int64_t answer_s = 0;
    int64_t last_pickup_s = 0;
    *count = 0;
    enum err err = house_answer_by(visit->db, now_s, 0, &answer_s);
    if (err == ERR_OK) {
        err = slots_propose(visit->db, facts->item_id, now_s, answer_s, facts->wish.days, slots,
                            ALTERNATIVE_DAYS);
    }
    for (int i = 0; err == ERR_OK && i < ALTERNATIVE_DAYS && *count < ALTERNATIVES_MAX - 1; i++) {
        if (slots[i].why != SLOT_FREE || slots[i].pickup_s == last_pickup_s) {
            continue;
        }
        last_pickup_s = slots[i].pickup_s;
        list[(*count)++] = (struct alternative){
            .id = slots[i].copy_id,
            .from_s = slots[i].pickup_s,
            .until_s = slots[i].return_s,
            .title = i18n_capital(arena, dates_long(arena, slots[i].use_day_s)),
            .sub = arena_printf(arena, tr("Pick up %s, bring back %s"),
                                dates_moment(arena, slots[i].pickup_s),
                                dates_moment(arena, slots[i].return_s)),
        };
    }
    return err == ERR_NOT_FOUND ? ERR_OK : err;
}

static enum err choose_alternative(struct visit *visit, const struct alternative *alternative)
{
    const struct loan_facts *facts = visit->draft.facts;
    set_wish(visit, facts,
             (struct loan_wish){
                 .days = facts->wish.days,
                 .slot = {.use_day_s = clock_day_s(alternative->from_s, 0),
                          .pickup_s = alternative->from_s,
                          .return_s = alternative->until_s,
                          .copy_id = alternative->id,
                          .why = SLOT_FREE},
             });
    return ERR_OK;
}

static enum err reread(struct visit *visit)
{
    const struct loan_facts *before = visit->draft.facts;
    struct catalogue_item fresh;
    const enum err err = catalogue_item(visit->db, visit->arena, before->item_id, &fresh);
    if (err == ERR_OK) {
        struct loan_facts *facts = copy_facts(visit, before);
        facts->title = fresh.title;
        visit->draft.facts = facts;
    }
    return err;
}

static struct loan_facts *begin(struct visit *visit, enum verb verb,
                                const struct catalogue_item *item)
{
    struct draft *draft = draft_begin(visit, KIND_LOAN, verb);
    struct loan_facts *facts = arena_alloc(visit->arena, sizeof(*facts));
    *facts = (struct loan_facts){
        .item_id = item->id,
        .title = arena_strdup(visit->arena, item->title),
        .fee_cents = item->fee_cents,
        .subscriber_cents = item->subscriber_cents,
        .deposit_cents = item->deposit_cents,
        .automatic_days = item->automatic_days,
        .waiting = item->waiting,
    };
    draft->ask.item_id = item->id;
    draft->color = UI_UMBER;
    draft->icon = icon_named(item->icon);
    draft->facts = facts;
    draft->review = show_review;
    draft->summary = show_summary;
    draft->reread = reread;
    return facts;
}

void loan_draft_ask(struct visit *visit, const struct catalogue_item *item, struct loan_wish wish)
{
    const struct loan_facts *facts = begin(visit, VERB_ASK, item);
    set_wish(visit, facts, wish);
    visit->draft.alternatives = list_alternatives;
    visit->draft.choose = choose_alternative;
}

void loan_draft_join(struct visit *visit, const struct catalogue_item *item)
{
    (void)begin(visit, VERB_JOIN, item);
}
