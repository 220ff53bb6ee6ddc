#include "screens/frame.h"

#include "base/clock.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/scene.h"
#include "ui/speech.h"

static int64_t seconds_left(const struct visit *visit, const struct screen *screen)
{
    enum { SECOND_MS = 1000 };
    const bool is_held = visit->scene.is_unhurried && (screen->flags & SCREEN_ASKS) == 0;
    return visit->ends_ms == 0 || is_held
               ? 0
               : (visit->ends_ms - clock_mono_ms() + SECOND_MS - 1) / SECOND_MS;
}

static struct ui_frame_info frame_info(const struct stack *stack, struct level *top,
                                       const struct frame_place *place)
{
    return (struct ui_frame_info){
        .screen = top->screen->name,
        .lang = stack->visit.scene.lang,
        .house_lang = DB_HOUSE_LANG,
        .width_px = place->width_px,
        .height_px = place->height_px,
        .screen_serial = stack->serial,
        .view = &top->view,
        .words = common_words(),
    };
}

static void declare(struct stack *stack, const struct frame_place *place, struct ui *ui)
{
    struct level *top = stack_top(stack);
    struct visit *visit = &stack->visit;
    arena_reset(place->arena);
    visit->scene.arena = place->arena;
    visit->scene.now_s = clock_now_s();
    visit->scene.is_personal = scene_is_personal(visit);
    visit->scene.left_s = seconds_left(visit, top->screen);
    top->screen->build(top->state, &visit->scene, ui);
    if ((top->screen->flags & SCREEN_NO_BAR) == 0 && visit->db != NULL) {
        common_bar(ui, &visit->scene, top->screen);
    }
}

const struct ui_frame *frame_build(struct stack *stack, const struct frame_place *place)
{
    const struct ui_frame_info info = frame_info(stack, stack_top(stack), place);
    struct ui *ui = ui_begin(place->stage, &info);
    declare(stack, place, ui);
    return ui_finish(ui);
}

struct ui_nodes frame_build_spoken(struct stack *stack, const struct frame_place *place)
{
    i18n_set_spoken(true);
    const struct ui_frame_info info = frame_info(stack, stack_top(stack), place);
    struct ui *ui = ui_begin_spoken(place->stage, &info);
    declare(stack, place, ui);
    const struct ui_nodes nodes = ui_finish_spoken(ui);
    i18n_set_spoken(false);
    return nodes;
}
