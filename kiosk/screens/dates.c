/* The other dates of a session's activity that still have seats. */
#include "base/clock.h"
#include "core/agenda.h"
#include "i18n/i18n.h"
#include "screens/common.h"

enum { DATES_MOST = 12 };

enum { DO_SESSION = 1 };

struct dates {
    int64_t session_id;
    struct agenda_session session;
    struct agenda_row *rows;
    int count;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct dates *dates = state;
    (void)visit;
    dates->session_id = arg;
}

static enum err load(void *state, struct visit *visit)
{
    struct dates *dates = state;
    dates->rows = arena_array(visit->rows, DATES_MOST, sizeof(*dates->rows));
    const enum err err = agenda_session(visit->db, dates->session_id, visit->rows, &dates->session);
    return err != ERR_OK ? err
                         : agenda_others(visit->db, &dates->session, clock_now_s(), 1, DATES_MOST,
                                         visit->rows, dates->rows, &dates->count);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct dates *dates = state;
    common_header(ui, scene, tr("Workshops and agenda"), NULL);
    ui_text(ui, UI_TITLE, tr("Other dates with seats"));
    ui_begin_scroll(ui, "dates", (struct ui_box){.grow = 1});
    if (dates->count == 0) {
        ui_notice(ui, (struct ui_notice){
                          .icon = UI_ICON_EVENT_BUSY,
                          .title = tr("No other date is planned yet"),
                          .text = tr("The waiting list shows that more people would like to come: "
                                     "that is how new dates are made."),
                      });
    } else {
        ui_begin_card(ui, (struct ui_box){0});
        for (int i = 0; i < dates->count; i++) {
            common_session_row(ui, scene, &dates->rows[i],
                               (struct ui_command){DO_SESSION, dates->rows[i].session_id});
        }
        ui_end(ui);
    }
    ui_end(ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    (void)state;
    (void)visit;
    return route_replace(&SCREEN_SESSION, command.arg);
}

const struct screen SCREEN_DATES = {
    .name = "dates",
    .state_size = sizeof(struct dates),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
};
