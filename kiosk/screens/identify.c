/* Who asks, in one place, just before the review: a card, the household's number, or nobody. */
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/medal.h"
#include "screens/scan.h"
#include "screens/words.h"

enum { DO_NUMBER = 1, DO_WITHOUT };

struct identify {
    bool has_pins;
    unsigned guest_reasons; /* enum guard bits: why a guest may not ask this */
};

static enum err load(void *state, struct visit *visit)
{
    struct identify *identify = state;
    struct ask ask = visit->draft.ask;
    identify->has_pins = visit->pin_key != NULL;
    identify->guest_reasons = 0;
    ask.actor = (struct actor){.who = WHO_RESIDENT};
    const enum err err = request_may_ask(visit->db, &ask, &identify->guest_reasons);
    identify->guest_reasons &= GUARD_GUEST;
    return err == ERR_DENIED || err == ERR_FULL || err == ERR_CONFLICT ? ERR_OK : err;
}

static void show_card(struct ui *ui)
{
    ui_begin_card(ui, (struct ui_box){.align = UI_CENTER, .justify = UI_CENTER, .grow = 1});
    medal_show_scan(ui);
    ui_label(ui, (struct ui_label){
                     .text = tr("Hold your card in front of the reader"),
                     .style = UI_HEADING,
                     .align = UI_CENTER,
                 });
    ui_label(ui, (struct ui_label){
                     .text = tr("There is nothing to note down then: your card remembers."),
                     .style = UI_BODY,
                     .align = UI_CENTER,
                 });
    ui_end(ui);
}

static void show_ways(const struct identify *identify, struct ui *ui)
{
    const bool is_guest_ok = identify->guest_reasons == 0;
    if (identify->has_pins) {
        ui_button(ui, (struct ui_button){
                          .id = "number",
                          .command = {DO_NUMBER, 0},
                          .label = tr("With the household’s number and code"),
                          .icon = UI_ICON_KEYPAD,
                          .size = UI_MAIN_BUTTON,
                      });
    }
    ui_button(ui, (struct ui_button){
                      .id = "without",
                      .command = {DO_WITHOUT, 0},
                      .label = tr("Without a card"),
                      .icon = UI_ICON_PERSON_OFF,
                      .size = UI_MAIN_BUTTON,
                      .is_disabled = !is_guest_ok,
                  });
    if (!is_guest_ok) {
        ui_notice(ui, (struct ui_notice){
                          .id = "guest",
                          .tone = UI_CAUTION,
                          .text = words_guard(GUARD_GUEST),
                      });
    }
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct identify *identify = state;
    common_header(ui, scene, tr("Your request"), common_progress(scene, 2, 3));
    ui_text(ui, UI_TITLE, tr("Do you have your card?"));
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    show_card(ui);
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = ui_is_landscape(ui) ? 1 : 0, .justify = UI_CENTER});
    show_ways(identify, ui);
    ui_end(ui);
    ui_end(ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    (void)state;
    (void)visit;
    return command.verb == DO_NUMBER ? route_replace(&SCREEN_PIN, PIN_FOR_DRAFT)
                                     : route_replace(&SCREEN_CONTACT, 0);
}

static struct route scan(void *state, struct visit *visit, const char *code)
{
    enum trouble_about about = TROUBLE_PROGRAM;
    (void)state;
    const enum err err = scan_card(visit, code, &about);
    if (err != ERR_OK) {
        return route_trouble(visit, about, err);
    }
    return visit->actor.household_id == 0 ? route_stay() : route_review_here(visit);
}

const struct screen SCREEN_IDENTIFY = {
    .name = "identify",
    .state_size = sizeof(struct identify),
    .load = load,
    .build = build,
    .act = act,
    .scan = scan,
};
