#include <string.h>

#include "base/log.h"
#include "qr/qr.h"
#include "ui/widget.h"

enum { QUIET_MODULES = 4 };

void ui_qr(struct ui *ui, const char *id, const char *name, const char *text, double size_mm,
           bool is_private)
{
    struct qr code;
    if (!qr_make(text, ui->arena, &code)) {
        log_fatal("a QR code cannot hold %zu bytes", strlen(text));
    }
    int module_px = ui_mm(ui, size_mm) / (code.size + 2 * QUIET_MODULES);
    struct element *row = element_open(ui, ELEMENT_ROW);
    row->justify = UI_CENTER;
    struct element *paper = element_open(ui, ELEMENT_COLUMN);
    paper->fill = UI_QR_PAPER;
    paper->is_rigid = true;
    struct element *qr = element_add(ui, ELEMENT_QR);
    qr->qr.modules = code.darks;
    qr->qr.count = code.size;
    qr->qr.module_px = module_px > 1 ? module_px : 1;
    paper->pad_x = paper->pad_y = QUIET_MODULES * qr->qr.module_px;
    struct ui_node *node = element_set_node(ui, paper, UI_ROLE_IMAGE, id, name, NULL);
    node->is_private = is_private;
    element_close(ui);
    element_close(ui);
}

void ui_steps(struct ui *ui, const struct ui_step *steps, size_t count)
{
    static const struct {
        enum ui_color icon, label;
    } colors[] = {
        [UI_STEP_AHEAD] = {UI_GHOST, UI_INK},
        [UI_STEP_CURRENT] = {UI_WARN, UI_WARN},
        [UI_STEP_DONE] = {UI_OK, UI_OK},
    };
    bool is_stacked = ui_is_large(ui); /* words beside their icons, one step a line */
    struct element *all = element_open(ui, is_stacked ? ELEMENT_COLUMN : ELEMENT_ROW);
    all->equal = !is_stacked;
    all->align = is_stacked ? UI_NATURAL : UI_START;
    all->gap = ui_px(ui, UI_GAP_SMALL);
    for (size_t i = 0; i < count; i++) {
        struct element *cell = element_open(ui, is_stacked ? ELEMENT_ROW : ELEMENT_COLUMN);
        cell->align = UI_CENTER;
        cell->gap = is_stacked ? ui_px(ui, UI_GAP) : 0;
        element_add_icon(ui, steps[i].icon, UI_ICON_MEDIUM, colors[steps[i].state].icon);
        struct element *label = element_add_text(ui, UI_SMALL_BOLD, steps[i].label, NULL);
        label->text.color = colors[steps[i].state].label;
        label->grow = is_stacked ? 1 : 0;
        struct ui_node *node = element_set_node(ui, cell, UI_ROLE_STATUS,
                                                ui_format(ui, "step-%zu", i), steps[i].label, NULL);
        node->state = steps[i].state == UI_STEP_CURRENT ? UI_STATE_SELECTED : 0;
        element_close(ui);
    }
    element_close(ui);
}
