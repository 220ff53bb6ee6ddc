/* One service: what is done, by whom, when, for how much. */
#include "core/catalogue.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/service_draft.h"
#include "screens/words_catalogue.h"

enum { DO_ASK = 1 };

struct service_state {
    int64_t service_id;
    struct catalogue_service service;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    (void)visit;
    ((struct service_state *)state)->service_id = arg;
}

static enum err load(void *state, struct visit *visit)
{
    struct service_state *s = state;
    return catalogue_service(visit->db, visit->rows, s->service_id, &s->service);
}

static void show_facts(const struct catalogue_service *service, const struct scene *scene,
                       struct ui *ui)
{
    const struct ui_fact facts[] = {
        {.id = "price", .icon = UI_ICON_HEART, .text = words_price(scene, &service->price)},
        {.id = "hours", .icon = UI_ICON_CLOCK, .text = i18n_capital(scene->arena, service->hours)},
        {.id = "provider",
         .icon = UI_ICON_HANDSHAKE,
         .text = service->provider[0] == '\0'
                     ? tr("By the house itself")
                     : arena_printf(scene->arena, tr("With %s"), service->provider)},
        {.id = "answer",
         .icon = UI_ICON_MESSAGE,
         .text = service->is_automatic ? tr("Accepted at once")
                                       : tr("The conciergerie answers your request")},
        {.id = "sensitive",
         .icon = UI_ICON_PRIVATE,
         .text = service->is_sensitive ? tr("Nobody asks you why, here on the screen") : ""},
    };
    ui_begin_card(ui, (struct ui_box){0});
    for (size_t i = 0; i < ARRAY_LEN(facts); i++) {
        if (facts[i].text[0] != '\0') {
            ui_fact(ui, facts[i]);
        }
    }
    ui_end(ui);
}

static const char *ask_label(enum kind kind)
{
    return kind == KIND_DEPOSIT ? tr("Leave something here")
           : kind == KIND_VISIT ? tr("Ask for a visit")
                                : tr("Ask for it");
}

static void show_ask(const struct catalogue_service *service, struct ui *ui)
{
    ui_button(ui, (struct ui_button){
                      .id = "ask",
                      .command = {DO_ASK, 0},
                      .label = ask_label(service->kind),
                      .icon = UI_ICON_CHECK,
                      .look = UI_FILLED,
                      .size = UI_MAIN_BUTTON,
                  });
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct catalogue_service *service = &((const struct service_state *)state)->service;
    const bool is_wide = ui_is_landscape(ui);
    common_header(ui, scene, tr("Services"), tr(words_pillar(service->pillar)->title));
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_column(ui, (struct ui_box){.grow = is_wide ? 1 : 0});
    ui_banner(ui, (struct ui_banner){
                      .id = "service",
                      .icon = icon_named(service->icon),
                      .color = UI_TEAL,
                      .title = service->title,
                  });
    if (is_wide && service->summary[0] != '\0') {
        ui_text(ui, UI_BODY, service->summary);
    }
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    show_facts(service, scene, ui);
    if (!is_wide && service->summary[0] != '\0') {
        ui_text(ui, UI_BODY, service->summary);
    }
    if (is_wide) {
        ui_spacer(ui);
        show_ask(service, ui);
    }
    ui_end(ui);
    ui_end(ui);
    if (!is_wide) {
        show_ask(service, ui);
    }
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    const struct service_state *s = state;
    (void)command;
    const enum err err = service_draft_begin(visit, &s->service);
    return err != ERR_OK ? route_trouble(visit, TROUBLE_PROGRAM, err)
                         : service_draft_next(visit, -1);
}

const struct screen SCREEN_SERVICE = {
    .name = "service",
    .state_size = sizeof(struct service_state),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
};
