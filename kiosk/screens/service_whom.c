/* For whom somebody is to come: the last question of a visit. */
#include <string.h>

#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/service_draft.h"

enum { DO_CHOOSE = 1 };

struct whom {
    const struct service_facts *facts; /* the visit's */
    const char *chosen;                /* a code of CHOICES */
};

static const struct service_whom CHOICES[] = {
    {"self", N_("For me"), UI_ICON_SELF},
    {"household", N_("For my household"), UI_ICON_PEOPLE},
    {"other", N_("For somebody else"), UI_ICON_PERSON_ADD},
};

const struct service_whom *service_whom_find(const char *code)
{
    for (size_t i = 1; i < ARRAY_LEN(CHOICES); i++) {
        if (strcmp(CHOICES[i].code, code) == 0) {
            return &CHOICES[i];
        }
    }
    return &CHOICES[0];
}

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct whom *whom = state;
    (void)arg;
    whom->facts = service_draft_facts(visit);
    whom->chosen = visit->draft.ask.for_whom;
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct whom *whom = state;
    const int steps = service_draft_steps(whom->facts);
    common_header(ui, scene, whom->facts->service.title, common_progress(scene, steps, steps));
    ui_text(ui, UI_TITLE, tr("Who is it for?"));
    ui_begin_grid(ui, 1, 3, (struct ui_box){.grow = ui_is_landscape(ui)});
    for (size_t i = 0; i < ARRAY_LEN(CHOICES); i++) {
        ui_choice(ui, (struct ui_tile){
                          .id = CHOICES[i].code,
                          .command = {DO_CHOOSE, (int64_t)i},
                          .icon = CHOICES[i].icon,
                          .color = UI_TEAL,
                          .title = tr(CHOICES[i].label),
                          .is_selected = strcmp(CHOICES[i].code, whom->chosen) == 0,
                      });
    }
    ui_end(ui);
    ui_spacer(ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct whom *whom = state;
    whom->chosen = CHOICES[command.arg].code;
    visit->draft.ask.for_whom = whom->chosen;
    return route_review(visit);
}

const struct screen SCREEN_SERVICE_WHOM = {
    .name = "service-whom",
    .state_size = sizeof(struct whom),
    .enter = enter,
    .build = build,
    .act = act,
};
