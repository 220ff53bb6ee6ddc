/* What one decided in the last minutes, each with its way back. */
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/staff_parts.h"
#include "screens/words_staff.h"

enum { DO_UNDO = 1 };

struct staff_recent {
    struct queue_decision *decisions;
    int count;
};

static enum err load(void *state, struct visit *visit)
{
    struct staff_recent *recent = state;
    return queue_recent(visit->db, visit->actor.staff_id, visit->rows, &recent->decisions,
                        &recent->count);
}

static void show_decision(struct ui *ui, const struct scene *scene,
                          const struct queue_decision *decision, int i)
{
    const struct queue_line *line = &decision->line;
    ui_begin_card(ui, (struct ui_box){0});
    ui_begin_row(ui, (struct ui_box){.pad_mm = theme_mm(ui_theme_of(ui), UI_GAP)});
    ui_begin_column(ui, (struct ui_box){.grow = 1, .gap_mm = -1});
    ui_text(ui, UI_BOLD, words_line_title(scene, line));
    ui_text(ui, UI_SMALL,
            arena_printf(scene->arena, "%s · %s · %s", words_done(line->kind, decision->verb),
                         words_line_who(scene, line),
                         dates_clock(scene->arena, decision->recorded_at_s)));
    ui_end(ui);
    ui_button(ui, (struct ui_button){
                      .id = ui_format(ui, "undo-%lld", (long long)line->request_id),
                      .command = {DO_UNDO, i},
                      .label = tr("Undo"),
                      .icon = UI_ICON_UNDO,
                  });
    ui_end(ui);
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct staff_recent *recent = state;
    common_header(ui, scene, tr("My last decisions"), tr("They can be taken back for ten minutes"));
    if (recent->count == 0) {
        ui_notice(ui, (struct ui_notice){
                          .id = "empty",
                          .text = tr("No decision of yours can be taken back any more. Later, the "
                                     "desk’s page reopens a request."),
                      });
        return;
    }
    ui_begin_scroll(ui, "decisions", (struct ui_box){.grow = 1});
    for (int i = 0; i < recent->count; i++) {
        show_decision(ui, scene, &recent->decisions[i], i);
    }
    ui_end(ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    const struct staff_recent *recent = state;
    const struct queue_line *line = &recent->decisions[command.arg].line;
    return staff_undo(visit, line->request_id, line->no);
}

const struct screen SCREEN_STAFF_RECENT = {
    .name = "staff-recent",
    .state_size = sizeof(struct staff_recent),
    .load = load,
    .build = build,
    .act = act,
    .flags = SCREEN_LOCKS,
};
