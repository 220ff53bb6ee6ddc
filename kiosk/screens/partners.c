/* Partners by need: first the need in a picture, then who helps with it. */
#include "core/partners.h"

#include "core/codes.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/words_help.h"

enum { DO_NEED = 1, DO_NEEDS };
enum { NEEDS_MAX = 12 };

struct partners_state {
    int need; /* number in need_codes(); -1: to be chosen */
    int counts[NEEDS_MAX];
    const struct partner *partners;
    int count;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct partners_state *s = state;
    (void)visit;
    (void)arg;
    s->need = -1;
}

static const char *need_code(int need)
{
    size_t count = 0;
    return need_codes(&count)[need];
}

static enum err load(void *state, struct visit *visit)
{
    struct partners_state *s = state;
    struct partner *partners = NULL;
    if (s->need < 0) {
        return partners_count_needs(visit->db, s->counts, NEEDS_MAX);
    }
    const enum err err =
        partners_by_need(visit->db, need_code(s->need), visit->rows, &partners, &s->count);
    s->partners = partners;
    return err == ERR_FULL ? ERR_OK : err; /* those that fit are shown */
}

static void build_needs(const struct partners_state *s, struct ui *ui)
{
    size_t count = 0;
    const char *const *codes = need_codes(&count);
    ui_text(ui, UI_TITLE, tr("What is it about?"));
    ui_begin_grid(ui, 2, 5, (struct ui_box){.grow = 1});
    for (size_t i = 0; i < count && i < NEEDS_MAX; i++) {
        const struct pictured *need = words_need(codes[i]);
        ui_choice(ui,
                  (struct ui_tile){
                      .id = codes[i],
                      .command = {DO_NEED, (int64_t)i},
                      .icon = need->icon,
                      .color = UI_TEAL,
                      .title = tr(need->label),
                      .sub = s->counts[i] == 0
                                 ? tr("ask at the desk")
                                 : ui_format(ui, trn("%ld partner", "%ld partners", s->counts[i]),
                                             (long)s->counts[i]),
                  });
    }
    ui_end(ui);
}

static void show_fact(struct ui *ui, const char *id, enum ui_icon icon, const char *text)
{
    if (text[0] != '\0') {
        ui_fact(ui, (struct ui_fact){.id = id, .icon = icon, .text = text});
    }
}

static void show_partner(const struct partner *partner, struct ui *ui)
{
    const long long id = (long long)partner->id;
    ui_begin_card(ui, (struct ui_box){0});
    ui_label(ui, (struct ui_label){.id = ui_format(ui, "partner-%lld", id),
                                   .text = partner->name,
                                   .style = UI_HEADING});
    if (partner->summary[0] != '\0') {
        ui_label(ui, (struct ui_label){.text = partner->summary, .style = UI_BODY});
    }
    ui_space(ui, 4);
    show_fact(ui, ui_format(ui, "place-%lld", id), UI_ICON_PLACE, partner->place);
    show_fact(ui, ui_format(ui, "hours-%lld", id), UI_ICON_CLOCK, partner->hours);
    show_fact(ui, ui_format(ui, "phone-%lld", id), UI_ICON_PHONE, partner->phone);
    ui_end(ui);
}

static void build_partners(const struct partners_state *s, struct ui *ui)
{
    const struct pictured *need = words_need(need_code(s->need));
    ui_begin_row(ui, (struct ui_box){.wrap = true});
    ui_chip(ui, (struct ui_button){
                    .id = "need",
                    .label = tr(need->label),
                    .icon = need->icon,
                    .look = UI_FILLED,
                    .color = UI_TEAL,
                });
    ui_end(ui);
    if (s->count == 0) {
        ui_begin_card(ui, (struct ui_box){0});
        ui_text(ui, UI_HEADING, tr("No partner is listed here yet"));
        ui_text(ui, UI_BODY, tr("The conciergerie may know whom to ask."));
        ui_end(ui);
        ui_spacer(ui);
        ui_button(ui, (struct ui_button){
                          .id = "call-desk",
                          .command = {SHARED_CALL, 0},
                          .label = tr("Call the conciergerie"),
                          .icon = UI_ICON_CALL,
                          .size = UI_MAIN_BUTTON,
                      });
        return;
    }
    ui_begin_scroll(ui, "partners", (struct ui_box){.grow = 1});
    ui_begin_grid(ui, 1, 2, (struct ui_box){0});
    for (int i = 0; i < s->count; i++) {
        show_partner(&s->partners[i], ui);
    }
    ui_end(ui);
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct partners_state *s = state;
    ui_header(ui, (struct ui_header){
                      .title = tr("Who can help with what"),
                      .sub = tr("Nothing is noted about your visits there"),
                      .clock = dates_clock(scene->arena, scene->now_s),
                      .back = {s->need < 0 ? SHARED_BACK : DO_NEEDS, 0},
                  });
    if (s->need < 0) {
        build_needs(s, ui);
    } else {
        build_partners(s, ui);
    }
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct partners_state *s = state;
    (void)visit;
    s->need = command.verb == DO_NEED ? (int)command.arg : -1;
    return route_turn();
}

const struct screen SCREEN_PARTNERS = {
    .name = "partners",
    .state_size = sizeof(struct partners_state),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
};
