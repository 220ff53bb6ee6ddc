#include "base/clock.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "i18n/money.h"
#include "screens/common.h"
#include "screens/staff_card.h"
#include "screens/words.h"
#include "screens/words_staff.h"

enum { STRIP_DAYS = 7 };

/* Which association proposes it. */
static void show_association(struct ui *ui, const struct scene *scene,
                             const struct queue_card *card)
{
    if (card->partner[0] != '\0') {
        ui_fact(ui, (struct ui_fact){
                        .id = "partner",
                        .icon = UI_ICON_HANDSHAKE,
                        .color = UI_BLUE,
                        .text = arena_printf(scene->arena, tr("With %s"), card->partner),
                    });
    }
}

static void show_asker(struct ui *ui, const struct scene *scene, const struct queue_card *card)
{
    struct arena *arena = scene->arena;
    const struct queue_line *line = &card->line;
    if (line->kind == KIND_SESSION || line->kind == KIND_AMENDMENT) {
        show_association(ui, scene, card);
        return;
    }
    const char *more = NULL;
    if (line->household_id != 0) {
        const char *trusted = card->is_trusted ? tr(" · trusted") : "";
        more = card->subscribed_until_s == 0
                   ? arena_printf(arena, " · %s%s", tr("not subscribed"), trusted)
                   : arena_printf(arena, tr(" · subscribed until %s%s"),
                                  dates_full(arena, card->subscribed_until_s - 1), trusted);
    }
    ui_fact(ui, (struct ui_fact){
                    .id = "household",
                    .icon = line->household_id == 0 ? UI_ICON_PERSON : UI_ICON_HOME,
                    .bold = i18n_capital(arena, words_line_who(scene, line)),
                    .text = more,
                    .is_private = true,
                });
}

static void show_loans(struct ui *ui, const struct scene *scene, const struct queue_card *card)
{
    struct arena *arena = scene->arena;
    if (card->line.household_id == 0 || queue_domain_of(card->line.kind) != QUEUE_LOANS) {
        return;
    }
    const char *late =
        card->late_loans == 0
            ? tr(" · none late")
            : arena_printf(arena, trn(" · %ld late", " · %ld late", card->late_loans),
                           (long)card->late_loans);
    ui_fact(ui, (struct ui_fact){
                    .id = "loans",
                    .icon = card->late_loans == 0 ? UI_ICON_OUT : UI_ICON_WARNING,
                    .color = card->late_loans == 0 ? UI_COLOR_NONE : UI_BAD,
                    .bold = arena_printf(
                        arena, trn("%ld thing at home", "%ld things at home", card->open_loans),
                        (long)card->open_loans),
                    .text = late,
                });
}

static const char *waiting_text(const struct scene *scene, const struct queue_card *card)
{
    const long waiting = card->waiting;
    if (card->rank == 0) {
        return arena_printf(scene->arena, trn("%ld waits already", "%ld wait already", waiting),
                            waiting);
    }
    return waiting == 0
               ? NULL
               : arena_printf(scene->arena,
                              trn(" · %ld other waits", " · %ld others wait", waiting), waiting);
}

static void show_seats(struct ui *ui, const struct scene *scene, const struct queue_card *card)
{
    struct arena *arena = scene->arena;
    if (card->capacity == 0) {
        return;
    }
    const int left = card->capacity - card->taken > 0 ? card->capacity - card->taken : 0;
    ui_fact(ui, (struct ui_fact){
                    .id = "seats",
                    .icon = UI_ICON_SEAT,
                    .color = UI_BLUE,
                    .bold = arena_printf(arena, trn("%ld seat left", "%ld seats left", left),
                                         (long)left),
                    .text = arena_printf(arena, tr(" of %d"), card->capacity),
                    .seats_taken = card->taken,
                    .seats_total = card->capacity,
                });
    if (card->waiting > 0 || card->rank > 0) {
        ui_fact(ui, (struct ui_fact){
                        .id = "waiting",
                        .icon = UI_ICON_HOURGLASS,
                        .color = UI_BLUE,
                        .bold = card->rank == 0
                                    ? NULL
                                    : arena_printf(arena, tr("Number %d on the list"), card->rank),
                        .text = waiting_text(scene, card),
                    });
    }
    if (card->least_age > 0) {
        ui_fact(ui, (struct ui_fact){
                        .id = "age",
                        .icon = UI_ICON_CHILD,
                        .color = UI_BLUE,
                        .text = arena_printf(arena, tr("From %d years on"), card->least_age),
                    });
    }
}

/* What an organiser proposes instead of what stands in the agenda. */
static void show_proposal(struct ui *ui, const struct scene *scene, const struct queue_card *card)
{
    struct arena *arena = scene->arena;
    const struct queue_amendment *amendment = &card->amendment;
    if (amendment->verb == VERB_NONE) {
        return;
    }
    const char *reason =
        amendment->reason[0] == '\0' ? "" : words_session_reason(amendment->reason);
    if (card->line.waits) { /* afterwards it is what was proposed */
        ui_fact(ui, (struct ui_fact){
                        .id = "stands",
                        .icon = UI_ICON_CALENDAR,
                        .color = UI_BLUE,
                        .text = arena_printf(arena, tr("Now: %s"),
                                             dates_long_time(arena, card->starts_s)),
                    });
    }
    if (amendment->from_s != 0) {
        ui_fact(ui, (struct ui_fact){
                        .id = "new-date",
                        .icon = UI_ICON_EVENT_MOVED,
                        .color = UI_BLUE,
                        .bold = arena_printf(arena, tr("New date: %s"),
                                             dates_long_time(arena, amendment->from_s)),
                        .text = reason[0] == '\0' ? NULL : arena_printf(arena, " · %s", reason),
                    });
    }
    if (amendment->has_place) {
        ui_fact(ui, (struct ui_fact){
                        .id = "new-place",
                        .icon = UI_ICON_PLACE,
                        .color = UI_BLUE,
                        .bold = arena_printf(arena, tr("Place: %s"),
                                             amendment->place[0] == '\0' ? tr("In the house")
                                                                         : amendment->place),
                    });
    }
    if (amendment->capacity != 0) {
        ui_fact(ui, (struct ui_fact){
                        .id = "new-seats",
                        .icon = UI_ICON_SEAT,
                        .color = UI_BLUE,
                        .bold = arena_printf(arena, tr("Seats: %d"), amendment->capacity),
                    });
    }
    if (amendment->following > 0) {
        ui_fact(ui, (struct ui_fact){
                        .id = "following",
                        .icon = UI_ICON_AGENDA,
                        .color = UI_BLUE,
                        .text = arena_printf(arena,
                                             trn("And %ld date after it", "And %ld dates after it",
                                                 amendment->following),
                                             (long)amendment->following),
                    });
    }
}

static bool touches(int64_t day_s, int64_t from_s, int64_t until_s)
{
    return from_s < clock_day_s(day_s, 1) && until_s > day_s;
}

static bool is_busy(const struct queue_card *card, int64_t day_s)
{
    for (int i = 0; i < card->busy_count; i++) {
        if (touches(day_s, card->busy[i].from_s, card->busy[i].until_s)) {
            return true;
        }
    }
    return false;
}

/* A day of the copy: taken by others, wanted, or neither. */
static void show_day(struct ui *ui, const struct scene *scene, const struct queue_card *card,
                     int64_t day_s)
{
    const bool is_taken = is_busy(card, day_s);
    const bool is_wanted = touches(day_s, card->line.from_s, card->line.until_s);
    const char *what = is_taken ? tr("taken") : is_wanted ? tr("wanted") : trc("day", "free");
    ui_begin_column(ui, (struct ui_box){
                            .gap_mm = -1,
                            .pad_y_mm = theme_mm(ui_theme_of(ui), UI_GAP_SMALL),
                            .align = UI_CENTER,
                            .fill = is_taken    ? UI_BAD_TINT
                                    : is_wanted ? UI_WARN_TINT
                                                : UI_PAPER,
                            .edge = is_wanted ? UI_WARN : UI_LINE,
                            .radius_mm = theme_mm(ui_theme_of(ui), UI_CORNER),
                        });
    ui_label(
        ui, (struct ui_label){
                .text = dates_badge_weekday(day_s),
                .style = UI_SMALL,
                .align = UI_CENTER,
                .name = arena_printf(scene->arena, "%s: %s", dates_long(scene->arena, day_s), what),
            });
    ui_label(ui, (struct ui_label){
                     .text = dates_badge_day(scene->arena, day_s),
                     .style = UI_BOLD,
                     .align = UI_CENTER,
                 });
    ui_label(ui, (struct ui_label){
                     .text = what,
                     .style = UI_SMALL,
                     .color = is_taken    ? UI_BAD
                              : is_wanted ? UI_WARN
                                          : UI_COLOR_NONE,
                     .align = UI_CENTER,
                 });
    ui_end(ui);
}

static void show_days(struct ui *ui, const struct scene *scene, const struct queue_card *card)
{
    if (card->line.copy_id == 0) {
        return;
    }
    ui_begin_grid(ui, STRIP_DAYS, STRIP_DAYS,
                  (struct ui_box){.gap_mm = theme_mm(ui_theme_of(ui), UI_GAP_SMALL)});
    for (int i = 0; i < STRIP_DAYS; i++) {
        show_day(ui, scene, card, clock_day_s(card->line.from_s, i - 1));
    }
    ui_end(ui);
}

static void show_thing(struct ui *ui, const struct scene *scene, const struct queue_card *card)
{
    struct arena *arena = scene->arena;
    if (card->line.item_id == 0 || card->line.from_s == 0) {
        return; /* who waits for the first that comes back has no days yet */
    }
    ui_fact(
        ui,
        (struct ui_fact){
            .id = "copies",
            .icon = UI_ICON_PARCEL,
            .color = UI_UMBER,
            .bold = arena_printf(
                arena, trn("%ld free on those days", "%ld free on those days", card->copy_count),
                (long)card->copy_count),
            .text =
                card->shelf[0] == '\0' ? NULL : arena_printf(arena, tr(" · shelf %s"), card->shelf),
        });
    if (card->deposit_cents > 0) {
        ui_fact(ui, (struct ui_fact){
                        .id = "deposit",
                        .icon = UI_ICON_PRICE,
                        .color = UI_UMBER,
                        .text = arena_printf(arena, tr("Deposit to ask for: %s"),
                                             money_euros(arena, card->deposit_cents)),
                    });
    }
}

static void show_answer(struct ui *ui, const struct scene *scene, const struct queue_answer *answer)
{
    struct arena *arena = scene->arena;
    const char *value = answer->choice[0] != '\0' ? answer->choice
                        : answer->date_s != 0
                            ? dates_long(arena, answer->date_s)
                            : arena_printf(arena, "%lld", (long long)answer->number);
    ui_fact(ui, (struct ui_fact){
                    .icon = UI_ICON_LIST,
                    .bold = value,
                    .text = arena_printf(arena, " · %s", answer->label),
                });
}

static void show_history(struct ui *ui, const struct scene *scene, const struct queue_card *card)
{
    struct arena *arena = scene->arena;
    const struct queue_line *line = &card->line;
    const char *promised = line->answer_by_s == 0
                               ? NULL
                               : arena_printf(arena, tr(" · answer promised: %s"),
                                              dates_moment(arena, line->answer_by_s));
    ui_fact(ui, (struct ui_fact){
                    .id = "asked",
                    .icon = UI_ICON_CLOCK,
                    .text = arena_printf(arena, tr("Asked %s%s"), dates_moment(arena, line->rank_s),
                                         promised == NULL ? "" : promised),
                });
    if (card->passed_on_by[0] != '\0') {
        ui_fact(ui, (struct ui_fact){
                        .id = "passed",
                        .icon = UI_ICON_PEOPLE,
                        .text = arena_printf(arena, tr("%s leaves it to a colleague"),
                                             card->passed_on_by),
                    });
    }
    if (line->waits && card->rule[0] != '\0') {
        ui_fact(ui, (struct ui_fact){
                        .id = "rule",
                        .icon = UI_ICON_INFO,
                        .text = words_rule(scene, card),
                    });
    }
}

void staff_card_facts(struct ui *ui, const struct scene *scene, const struct queue_card *card)
{
    show_days(ui, scene, card);
    ui_begin_card(ui, (struct ui_box){0});
    show_asker(ui, scene, card);
    show_loans(ui, scene, card);
    show_proposal(ui, scene, card);
    if (card->parent.request_id != 0 && card->line.kind == KIND_HELP) {
        ui_fact(ui, (struct ui_fact){
                        .id = "parent",
                        .icon = UI_ICON_HELP_HAND,
                        .color = UI_TERRACOTTA,
                        .bold = tr("Answers to: "),
                        .text = arena_printf(scene->arena, "%s · %s",
                                             words_line_title(scene, &card->parent),
                                             words_line_who(scene, &card->parent)),
                        .is_private = true,
                    });
    }
    show_seats(ui, scene, card);
    show_thing(ui, scene, card);
    for (int i = 0; i < card->answer_count; i++) {
        show_answer(ui, scene, &card->answers[i]);
    }
    show_history(ui, scene, card);
    ui_end(ui);
}
