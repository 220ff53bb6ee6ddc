#include "screens/frame.h"

#include "base/clock.h"
#include "screens/common.h"
#include "screens/scene.h"

static int64_t seconds_left(const struct visit *visit)
{
    enum { SECOND_MS = 1000 };
    return visit->ends_ms == 0 ? 0 : (visit->ends_ms - clock_mono_ms() + SECOND_MS - 1) / SECOND_MS;
}

const struct ui_frame *frame_build(struct stack *stack, const struct frame_place *place)
{
    struct level *top = stack_top(stack);
    struct visit *visit = &stack->visit;
    arena_reset(place->arena);
    visit->scene.arena = place->arena;
    visit->scene.now_s = clock_now_s();
    visit->scene.is_personal = scene_is_personal(visit);
    visit->scene.left_s = seconds_left(visit);
    struct ui *ui = ui_begin(place->stage, &(struct ui_frame_info){
                                               .screen = top->screen->name,
                                               .lang = visit->scene.lang,
                                               .width_px = place->width_px,
                                               .height_px = place->height_px,
                                               .screen_serial = stack->serial,
                                               .view = &top->view,
                                               .words = common_words(),
                                           });
    top->screen->build(top->state, &visit->scene, ui);
    if ((top->screen->flags & SCREEN_NO_BAR) == 0 && visit->db != NULL) {
        common_bar(ui, &visit->scene, top->screen);
    }
    return ui_finish(ui);
}
