/* The services of one pillar, with their prices. */
#include "core/catalogue.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/words_catalogue.h"

enum { DO_SERVICE = 1 };

struct service_list {
    enum pillar pillar;
    struct catalogue_service_row *rows;
    int count;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    (void)visit;
    ((struct service_list *)state)->pillar = (enum pillar)arg;
}

static enum err load(void *state, struct visit *visit)
{
    struct service_list *s = state;
    return catalogue_services(visit->db, visit->rows, s->pillar, &s->rows, &s->count);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct service_list *s = state;
    common_header(ui, scene, tr("Services"), tr(words_pillar(s->pillar)->title));
    ui_text(ui, UI_TITLE, tr("Which service?"));
    if (s->count == 0) {
        ui_notice(ui, (struct ui_notice){
                          .text = tr("Nothing is offered here yet. Tell the desk what you are "
                                     "missing: services grow from what neighbours ask for."),
                      });
        return;
    }
    ui_begin_scroll(ui, "services", (struct ui_box){.grow = 1});
    ui_begin_card(ui, (struct ui_box){0});
    for (int i = 0; i < s->count; i++) {
        const struct catalogue_service_row *row = &s->rows[i];
        ui_list_row(ui, (struct ui_list_row){
                            .id = ui_format(ui, "service-%lld", (long long)row->id),
                            .command = {DO_SERVICE, row->id},
                            .icon = icon_named(row->icon),
                            .title = row->title,
                            .sub = words_price(scene, &row->price),
                        });
    }
    ui_end(ui);
    ui_end(ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    (void)state;
    (void)visit;
    return route_push(&SCREEN_SERVICE, command.arg);
}

const struct screen SCREEN_SERVICE_LIST = {
    .name = "service-list",
    .state_size = sizeof(struct service_list),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
};
