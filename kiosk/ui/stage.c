#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "ui/damage.h"
#include "ui/emit.h"
#include "ui/speech.h"

enum { TEXT_BUDGET_BYTES = 4 * 1024 * 1024, ARENA_LIMIT_BYTES = 64 * 1024 * 1024 };

/* Two of each take turns, so that what was given last stays while the next is made. */
struct ui_stage {
    struct ui_theme theme;
    struct font_set *fonts;
    struct glyphs *glyphs;
    struct arena *trees[2], *emissions[2];
    struct arena *spoken; /* tree and nodes of the last frame that was only said */
    unsigned tree_turn, emission_turn;
    struct ui *tree; /* last finished; NULL before the first and after a wipe */
    struct emitted emitted;
    struct scroll_extent extents[UI_SCROLL_MAX];
    struct ui_frame frames[2];
    struct damage_mark *painted;
    size_t painted_count, painted_room;
    bool is_stale; /* the target holds nothing of ours */
};

static enum err open_fonts(struct ui_stage *stage)
{
    enum err err = font_set_create(stage->theme.typeface, stage->theme.font_dir, &stage->fonts);
    if (!err) {
        stage->glyphs = glyphs_create(stage->fonts, TEXT_BUDGET_BYTES);
    }
    return err;
}

enum err ui_stage_create(const struct ui_theme *theme, struct ui_stage **stage)
{
    struct ui_stage *made = calloc(1, sizeof(*made));
    if (!made) {
        log_fatal("out of memory");
    }
    made->theme = *theme;
    made->is_stale = true;
    enum err err = open_fonts(made);
    if (err) {
        free(made);
        return err;
    }
    for (int i = 0; i < 2; i++) {
        made->trees[i] = arena_create("frame", ARENA_LIMIT_BYTES);
        made->emissions[i] = arena_create("display list", ARENA_LIMIT_BYTES);
    }
    made->spoken = arena_create("spoken frame", ARENA_LIMIT_BYTES);
    *stage = made;
    return ERR_OK;
}

void ui_stage_destroy(struct ui_stage *stage)
{
    if (!stage) {
        return;
    }
    for (int i = 0; i < 2; i++) {
        arena_destroy(stage->trees[i]);
        arena_destroy(stage->emissions[i]);
    }
    arena_destroy(stage->spoken);
    glyphs_destroy(stage->glyphs);
    font_set_destroy(stage->fonts);
    free(stage->painted);
    free(stage);
}

const struct ui_theme *ui_stage_theme(const struct ui_stage *stage)
{
    return &stage->theme;
}

enum err ui_stage_set_theme(struct ui_stage *stage, const struct ui_theme *theme)
{
    enum ui_typeface before = stage->theme.typeface;
    struct font_set *fonts = stage->fonts;
    struct glyphs *glyphs = stage->glyphs;
    stage->theme = *theme;
    ui_text_wipe(stage);
    stage->is_stale = true;
    if (theme->typeface == before) {
        return ERR_OK;
    }
    enum err err = open_fonts(stage);
    if (err) {
        stage->theme.typeface = before;
        return err;
    }
    glyphs_destroy(glyphs);
    font_set_destroy(fonts);
    return ERR_OK;
}

/* ---- frames ---- */

struct ui *ui_begin(struct ui_stage *stage, const struct ui_frame_info *info)
{
    struct arena *arena = stage->trees[++stage->tree_turn % 2];
    arena_reset(arena);
    return tree_begin(stage, &stage->theme, stage->glyphs, arena, info);
}

static const struct ui_frame *emit_frame(struct ui_stage *stage)
{
    struct ui *ui = stage->tree;
    unsigned turn = ++stage->emission_turn % 2;
    struct ui_frame *frame = &stage->frames[turn];
    arena_reset(stage->emissions[turn]);
    memset(stage->extents, 0, sizeof(stage->extents));
    emit_tree(ui, stage->emissions[turn], stage->extents, &stage->emitted);
    *frame = (struct ui_frame){
        .screen = ui->info.screen,
        .lang = ui->info.lang,
        .house_lang = ui->info.house_lang,
        .dir = ui->dir,
        .width_px = ui->info.width_px,
        .height_px = ui->info.height_px,
        .px_per_mm = stage->theme.px_per_mm,
        .nodes = {stage->emitted.nodes, stage->emitted.node_count, ui->info.screen_serial},
    };
    return frame;
}

const struct ui_frame *ui_finish(struct ui *ui)
{
    assert(ui->open == ui->body); /* each container was ended */
    layout_page(ui);
    ui->stage->tree = ui;
    return emit_frame(ui->stage);
}

const struct ui_frame *ui_refresh(struct ui_stage *stage)
{
    assert(stage->tree);
    return emit_frame(stage);
}

struct ui *ui_begin_spoken(struct ui_stage *stage, const struct ui_frame_info *info)
{
    arena_reset(stage->spoken);
    return tree_begin(stage, &stage->theme, stage->glyphs, stage->spoken, info);
}

struct ui_nodes ui_finish_spoken(struct ui *ui)
{
    assert(ui->open == ui->body);
    return tree_nodes(ui);
}

const struct emitted *stage_emitted(const struct ui_stage *stage, struct glyphs **glyphs)
{
    *glyphs = stage->glyphs;
    return &stage->emitted;
}

/* ---- painting ---- */

static void remember_painted(struct ui_stage *stage)
{
    const struct emitted *emitted = &stage->emitted;
    if (emitted->op_count > stage->painted_room) {
        stage->painted_room = emitted->op_room;
        free(stage->painted);
        stage->painted = malloc(stage->painted_room * sizeof(*stage->painted));
        if (!stage->painted) {
            log_fatal("out of memory");
        }
    }
    for (size_t i = 0; i < emitted->op_count; i++) {
        stage->painted[i] = damage_mark_of(&emitted->ops[i]);
    }
    stage->painted_count = emitted->op_count;
    stage->is_stale = false;
}

size_t ui_paint(struct ui_stage *stage, SDL_Surface *target, struct ui_rect damage[UI_DAMAGE_MAX])
{
    const struct emitted *emitted = &stage->emitted;
    assert(stage->tree && target->format->BytesPerPixel == 4);
    size_t count = 1;
    damage[0] = (struct ui_rect){0, 0, target->w, target->h};
    if (!stage->is_stale) {
        count = damage_find(stage->painted, stage->painted_count, emitted->ops, emitted->op_count,
                            damage, UI_DAMAGE_MAX);
    }
    for (size_t i = 0; i < count; i++) {
        paint_ops(target, stage->glyphs, emitted->ops, emitted->op_count, damage[i]);
    }
    remember_painted(stage);
    return count;
}

void ui_invalidate(struct ui_stage *stage)
{
    stage->is_stale = true;
}

void ui_text_wipe(struct ui_stage *stage)
{
    for (int i = 0; i < 2; i++) {
        arena_reset(stage->trees[i]);
        arena_reset(stage->emissions[i]);
    }
    arena_reset(stage->spoken);
    stage->tree = NULL;
    stage->emitted = (struct emitted){0};
    memset(stage->frames, 0, sizeof(stage->frames));
    memset(stage->extents, 0, sizeof(stage->extents));
    glyphs_wipe(stage->glyphs);
}

size_t ui_text_cached_bytes(const struct ui_stage *stage)
{
    return glyphs_bytes(stage->glyphs);
}

/* ---- views ---- */

void ui_view_scroll(struct ui_view *view, size_t slot, int dy_px)
{
    assert(slot < UI_SCROLL_MAX);
    view->scroll_px[slot] -= dy_px;
    view->is_dragging = true;
}

void ui_view_settle(struct ui_view *view)
{
    view->is_dragging = false;
}

bool ui_view_act(struct ui_stage *stage, struct ui_view *view, struct ui_command command)
{
    if (command.verb >= 0) {
        return false;
    }
    assert(command.arg >= 0 && command.arg < UI_SCROLL_MAX);
    const struct scroll_extent *extent = &stage->extents[command.arg];
    int *offset = &view->scroll_px[command.arg];
    if (command.verb == UI_VERB_NEXT_PAGE) {
        *offset = pager_next(extent, *offset);
    } else if (command.verb == UI_VERB_PREVIOUS_PAGE) {
        *offset = pager_previous(extent, *offset);
    }
    return true;
}

const struct ui_node *ui_node_find(const struct ui_nodes *nodes, const char *id)
{
    for (size_t i = 0; i < nodes->count; i++) {
        if (strcmp(nodes->items[i].id, id) == 0) {
            return &nodes->items[i];
        }
    }
    return NULL;
}
