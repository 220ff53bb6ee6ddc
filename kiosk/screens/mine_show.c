/* One request as it is shown: state, what comes next, how far it has come, the facts. */
#include "core/setting.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "i18n/money.h"
#include "screens/common.h"
#include "screens/mine.h"
#include "screens/words.h"

/* ---- State and next step ---- */

static const char *join(const struct scene *scene, const char *first, const char *second)
{
    return first[0] == '\0'    ? second
           : second[0] == '\0' ? first
                               : arena_printf(scene->arena, "%s %s", first, second);
}

static const char *price_asked(const struct scene *scene, const struct mine_card *card)
{
    const char *now = money_euros(scene->arena, card->asked_cents);
    return card->agreed_cents < 0
               ? arena_printf(scene->arena, tr("It would be %s."), now)
               : arena_printf(scene->arena, tr("It would be %s, instead of %s."), now,
                              money_euros(scene->arena, card->agreed_cents));
}

/* What only this request knows: its rank, until when an offer stands. */
static const char *own_sentence(const struct scene *scene, const struct mine_card *card)
{
    if (card->rank > 0) {
        return arena_printf(scene->arena, tr("You are number %d on the list."), card->rank);
    }
    if (card->offer_until_s > 0) {
        return arena_printf(scene->arena, tr("Please answer before %s."),
                            dates_moment(scene->arena, card->offer_until_s));
    }
    if (card->asked_cents >= 0) {
        return price_asked(scene, card);
    }
    if (card->line.state == STATE_TO_RECONFIRM && card->session_state == STATE_POSTPONED) {
        return card->before.from_s == card->line.from_s ? tr("The new date is not known yet.")
                                                        : tr("This new date is not sure yet.");
    }
    return "";
}

static void show_status(struct ui *ui, const struct scene *scene, const struct mine_card *card)
{
    const struct mine_line *line = &card->line;
    const char *why = words_mine_reason(scene, line, card->session_reason);
    const char *next = card->has_said_done
                           ? tr("We ask the other one whether it is done for them, too.")
                           : join(scene, words_mine_next(scene, line), own_sentence(scene, card));
    ui_notice(ui, (struct ui_notice){
                      .id = "status",
                      .tone = words_state_tone(line->kind, line->state),
                      .icon = words_state_icon(line->kind, line->state),
                      .title = words_mine_state(line),
                      .text = join(scene, why, next),
                      .is_private = true,
                  });
}

/* ---- Before and now ---- */

static const char *terms_when(const struct scene *scene, enum kind kind, int64_t from_s,
                              int64_t until_s)
{
    return kind == KIND_LOAN ? dates_span(scene->arena, from_s, until_s)
                             : dates_long_time(scene->arena, from_s);
}

static void show_date(struct ui *ui, const char *label, const char *when, bool is_new)
{
    ui_begin_column(ui, (struct ui_box){.gap_mm = 1, .grow = 1});
    ui_label(
        ui, (struct ui_label){.text = label, .style = UI_SMALL, .color = is_new ? UI_OK : UI_SOFT});
    ui_label(ui, (struct ui_label){.text = when,
                                   .style = is_new ? UI_BOLD : UI_BODY,
                                   .color = is_new ? UI_COLOR_NONE : UI_SOFT});
    ui_end(ui);
}

static bool is_moved(const struct mine_card *card)
{
    return card->before.from_s != 0 &&
           (card->before.from_s != card->line.from_s || card->before.until_s != card->line.until_s);
}

static void show_before(struct ui *ui, const struct scene *scene, const struct mine_card *card)
{
    const struct mine_line *line = &card->line;
    if (!is_moved(card)) {
        return;
    }
    ui_begin_card(ui, (struct ui_box){0});
    ui_begin_row(ui, (struct ui_box){0});
    show_date(ui, tr("Before"),
              terms_when(scene, line->kind, card->before.from_s, card->before.until_s), false);
    ui_icon_show(ui, UI_ICON_FORWARD, UI_ICON_MEDIUM, words_mine_color(line->kind));
    show_date(ui, line->state == STATE_COUNTER_PROPOSED ? tr("Proposed instead") : tr("Now"),
              terms_when(scene, line->kind, line->from_s, line->until_s), true);
    ui_end(ui);
    ui_end(ui);
}

/* ---- How far it has come ---- */

enum { RUNGS_MAX = 4 };

static const struct {
    enum kind kind;
    struct {
        enum ui_icon icon;
        const char *label; /* msgid */
    } rungs[RUNGS_MAX];
} LADDERS[] = {
    {KIND_LOAN,
     {{UI_ICON_CHECK_CIRCLE, N_("Received")},
      {UI_ICON_CLOCK, N_("Answer")},
      {UI_ICON_OUT, N_("Pick up")},
      {UI_ICON_RETURN, N_("Bring back")}}},
    {KIND_EXTENSION, {{UI_ICON_CHECK_CIRCLE, N_("Received")}, {UI_ICON_CLOCK, N_("Answer")}}},
    {KIND_BOOKING,
     {{UI_ICON_CHECK_CIRCLE, N_("Received")},
      {UI_ICON_CLOCK, N_("Answer")},
      {UI_ICON_CHECKED_DAY, N_("Confirmed")}}},
    {KIND_HELP,
     {{UI_ICON_CHECK_CIRCLE, N_("Received")},
      {UI_ICON_CLOCK, N_("Read")},
      {UI_ICON_HANDSHAKE, N_("Somebody found")},
      {UI_ICON_HEART, N_("Done")}}},
    {KIND_ENQUIRY,
     {{UI_ICON_CHECK_CIRCLE, N_("Received")},
      {UI_ICON_CLOCK, N_("Answer")},
      {UI_ICON_CHECK, N_("Done")}}},
    {KIND_DEPOSIT,
     {{UI_ICON_CHECK_CIRCLE, N_("Received")},
      {UI_ICON_CLOCK, N_("Answer")},
      {UI_ICON_PARCEL, N_("Left with us")},
      {UI_ICON_CHECK, N_("Ready")}}},
    {KIND_VISIT,
     {{UI_ICON_CHECK_CIRCLE, N_("Received")},
      {UI_ICON_CLOCK, N_("Answer")},
      {UI_ICON_DOOR, N_("Visit")},
      {UI_ICON_CHECK, N_("Done")}}},
};

/* The rung that a state stands on; beyond the last: all done. States that are not here are off the
 * ladder: their own sentence says all. */
static const struct {
    enum state state;
    int rung;
} PLACES[] = {
    {STATE_ASKED, 1},       {STATE_COUNTER_PROPOSED, 1},
    {STATE_WAITLISTED, 1},  {STATE_RESERVED, 2},
    {STATE_READY, 2},       {STATE_UNCLAIMED, 2},
    {STATE_OUT, 3},         {STATE_BACK, 4},
    {STATE_NEEDS_CHECK, 4}, {STATE_CONFIRMED, 3},
    {STATE_PRESENT, 3},     {STATE_PUBLISHED, 2},
    {STATE_AGREED, 3},      {STATE_DONE_SAID, 3},
    {STATE_DONE, 4},        {STATE_ANNOUNCED, 2},
    {STATE_LEFT, 3},        {STATE_WITH_PROVIDER, 3},
    {STATE_TO_REMIND, 4},   {STATE_COLLECTED, 4},
    {STATE_ACCEPTED, 2},    {STATE_QUALIFIED, 2},
    {STATE_PLANNED, 2},     {STATE_NOBODY_HOME, 2},
    {STATE_VISITED, 3},     {STATE_LATER, 3},
    {STATE_REPAIRED, 4},
};

static int rung_of(const struct mine_line *line)
{
    if (line->kind == KIND_DEPOSIT && line->state == STATE_READY) {
        return RUNGS_MAX;
    }
    for (size_t i = 0; i < ARRAY_LEN(PLACES); i++) {
        if (PLACES[i].state == line->state) {
            return PLACES[i].rung;
        }
    }
    return -1;
}

static void show_steps(struct ui *ui, const struct mine_line *line)
{
    struct ui_step steps[RUNGS_MAX];
    size_t count = 0;
    /* A question to the resident needs no map besides. */
    const bool asks = (flow_state_flags(line->kind, line->state) & STATE_RESIDENT_ANSWERS) != 0;
    const int at = asks ? -1 : rung_of(line);
    for (size_t i = 0; at >= 0 && i < ARRAY_LEN(LADDERS); i++) {
        if (LADDERS[i].kind != line->kind) {
            continue;
        }
        for (; count < RUNGS_MAX && LADDERS[i].rungs[count].label != NULL; count++) {
            steps[count] = (struct ui_step){
                .icon = LADDERS[i].rungs[count].icon,
                .label = tr(LADDERS[i].rungs[count].label),
                .state = (int)count < at    ? UI_STEP_DONE
                         : (int)count == at ? UI_STEP_CURRENT
                                            : UI_STEP_AHEAD,
            };
        }
    }
    if (count > 0) {
        ui_steps(ui, steps, count);
    }
}

/* ---- Facts ---- */

static void show_fact(struct ui *ui, const struct mine_card *card, struct ui_fact fact)
{
    if (fact.text[0] != '\0') {
        fact.color = words_mine_color(card->line.kind);
        fact.is_private = true;
        ui_fact(ui, fact);
    }
}

static const char *quoted(const struct scene *scene, const char *words)
{
    return words[0] == '\0' ? "" : arena_printf(scene->arena, tr("“%s”"), words);
}

static const char *people(const struct scene *scene, const struct mine_line *line)
{
    return line->adults + line->children == 0 || line->kind != KIND_BOOKING
               ? ""
               : common_people(scene, line->adults, line->children);
}

static const char *extension(const struct scene *scene, const struct mine_card *card)
{
    if (card->extension_id == 0 || card->line.state != STATE_OUT) {
        return "";
    }
    return arena_printf(scene->arena, tr("Longer, until %s: %s"),
                        dates_moment(scene->arena, card->extension_until_s),
                        words_state(KIND_EXTENSION, card->extension_state));
}

static const char *deposit(const struct scene *scene, const struct mine_card *card)
{
    return card->deposit_cents == 0 || card->line.kind != KIND_LOAN || card->line.is_ended
               ? ""
               : arena_printf(scene->arena, tr("Deposit: %s"),
                              money_euros(scene->arena, card->deposit_cents));
}

static const char *price(const struct scene *scene, const struct mine_card *card)
{
    return card->paid_cents >= 0 ? arena_printf(scene->arena, tr("Paid: %s"),
                                                money_euros(scene->arena, card->paid_cents))
           : card->agreed_cents >= 0 && card->asked_cents < 0
               ? arena_printf(scene->arena, tr("Price agreed: %s"),
                              money_euros(scene->arena, card->agreed_cents))
               : "";
}

static void show_facts(struct ui *ui, const struct scene *scene, const struct mine_card *card)
{
    const struct mine_line *line = &card->line;
    const bool is_dated = !is_moved(card) && words_mine_when(scene, line)[0] != '\0';
    if (!is_dated && card->access != ACCESS_FULL) {
        return; /* there would be nothing in it */
    }
    ui_begin_card(ui, (struct ui_box){0});
    if (is_dated) {
        show_fact(ui, card,
                  (struct ui_fact){
                      .id = "when", .icon = UI_ICON_TODAY, .text = words_mine_when(scene, line)});
    }
    show_fact(ui, card, (struct ui_fact){.icon = UI_ICON_PLACE, .text = card->place});
    show_fact(
        ui, card,
        (struct ui_fact){.id = "people", .icon = UI_ICON_PEOPLE, .text = people(scene, line)});
    show_fact(ui, card, (struct ui_fact){.icon = UI_ICON_HANDSHAKE, .text = card->partner});
    show_fact(ui, card,
              (struct ui_fact){
                  .id = "extension", .icon = UI_ICON_HOURGLASS, .text = extension(scene, card)});
    show_fact(ui, card, (struct ui_fact){.icon = UI_ICON_PRICE, .text = deposit(scene, card)});
    show_fact(ui, card,
              (struct ui_fact){.id = "price", .icon = UI_ICON_PRICE, .text = price(scene, card)});
    show_fact(ui, card,
              (struct ui_fact){.id = "answer",
                               .icon = UI_ICON_STAFF,
                               .bold = tr("From the conciergerie: "),
                               .text = quoted(scene, card->answer),
                               .lang = card->answer_lang});
    show_fact(ui, card,
              (struct ui_fact){.id = "words",
                               .icon = UI_ICON_MESSAGE,
                               .bold = tr("You wrote: "),
                               .text = quoted(scene, card->words),
                               .lang = card->words_lang});
    if (card->asked_at_s != 0) {
        show_fact(ui, card,
                  (struct ui_fact){
                      .icon = UI_ICON_CLOCK,
                      .text = arena_printf(scene->arena, tr("Asked %s"),
                                           dates_moment(scene->arena, card->asked_at_s)),
                  });
    }
    ui_end(ui);
}

static void show_said(struct ui *ui, const struct mine_card *card)
{
    const bool is_fault = card->has_said_fault && card->line.state == STATE_OUT;
    if (!is_fault && !card->has_said_unsettled) {
        return;
    }
    ui_notice(ui, (struct ui_notice){
                      .id = "said",
                      .icon = UI_ICON_CHECK,
                      .text = is_fault ? tr("You said that it does not work: the conciergerie "
                                            "knows. Thank you.")
                                       : tr("You said that it is not settled: the conciergerie "
                                            "takes it up again and gets back to you."),
                  });
}

void mine_show_request(struct ui *ui, const struct scene *scene, const struct mine_card *card)
{
    show_status(ui, scene, card);
    show_said(ui, card);
    if (card->access != ACCESS_STATE) {
        show_before(ui, scene, card);
        show_steps(ui, &card->line);
        show_facts(ui, scene, card);
    }
}
