#include "look.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "evidence.h"
#include "i18n/i18n.h"
#include "screens/frame.h"

enum layout { PORTRAIT, LANDSCAPE, LOW, LAYOUT_COUNT };
enum { TYPEFACES = 2, CONTRASTS = 2, PAGES_MOST = 60, FRAME_BYTES = 256 * 1024, WHERE_MAX = 160 };
/* Pixels of so many combinations of each screen, another choice each time. */
enum { PIXELS_EACH = 3, PIXELS_STEP = 7 };

/* The panels of the design: 32" portrait and 21.5" landscape. */
static const struct {
    const char *name;
    int width, height;
    double px_per_mm;
    bool is_low;
} LAYOUTS[LAYOUT_COUNT] = {
    [PORTRAIT] = {"portrait", 1080, 1920, 2.71, false},
    [LANDSCAPE] = {"landscape", 1920, 1080, 4.03, false},
    [LOW] = {"low", 1080, 1920, 2.71, true},
};

struct look {
    struct ui_stage *stages[LAYOUT_COUNT][UI_TEXT_SIZE_COUNT][TYPEFACES];
    SDL_Surface *surfaces[LAYOUT_COUNT];
    struct arena *arena;
    struct findings findings;
    FILE *icons;
    size_t screens, pictures, painted;
};

struct combination {
    int lang;
    enum layout layout;
    struct ui_comfort comfort;
};

static struct ui_theme theme_of(enum layout layout, const struct ui_comfort *comfort)
{
    const struct ui_theme panel = theme_make(&(struct ui_panel){
        .width_px = LAYOUTS[layout].width,
        .height_px = LAYOUTS[layout].height,
        .px_per_mm = LAYOUTS[layout].px_per_mm,
        .viewing_mm = 600,
    });
    return theme_with(&panel, comfort);
}

static struct ui_stage *stage_of(struct look *look, const struct combination *at)
{
    struct ui_stage **stage =
        &look->stages[at->layout][at->comfort.text_size][at->comfort.typeface];
    const struct ui_theme theme = theme_of(at->layout, &at->comfort);
    if (*stage == NULL && ui_stage_create(&theme, stage) != ERR_OK) {
        log_fatal("fonts are missing");
    }
    if (ui_stage_theme(*stage)->contrast != at->comfort.contrast &&
        ui_stage_set_theme(*stage, &theme) != ERR_OK) {
        log_fatal("fonts are missing");
    }
    return *stage;
}

static SDL_Surface *surface_of(struct look *look, enum layout layout)
{
    if (look->surfaces[layout] == NULL) {
        look->surfaces[layout] = SDL_CreateRGBSurfaceWithFormat(
            0, LAYOUTS[layout].width, LAYOUTS[layout].height, 32, SDL_PIXELFORMAT_ARGB8888);
    }
    return look->surfaces[layout];
}

struct look *look_create(const char *icons_path)
{
    struct look *look = calloc(1, sizeof(*look));
    if (look == NULL) {
        log_fatal("out of memory");
    }
    look->arena = arena_create("look", FRAME_BYTES);
    look->icons = icons_path == NULL ? NULL : fopen(icons_path, "w");
    return look;
}

/* ---- one picture ---- */

static const struct ui_frame *build(struct look *look, struct stack *stack,
                                    const struct combination *at, struct ui_stage *stage)
{
    return frame_build(stack, &(struct frame_place){
                                  .stage = stage,
                                  .width_px = LAYOUTS[at->layout].width,
                                  .height_px = LAYOUTS[at->layout].height,
                                  .arena = look->arena,
                              });
}

static void focus_first(struct ui_view *view, const struct ui_frame *frame)
{
    for (size_t i = 0; i < frame->nodes.count; i++) {
        const struct ui_node *node = &frame->nodes.items[i];
        if (node->hit.w > 0 && node->role != UI_ROLE_SCROLL) {
            (void)snprintf(view->focused, sizeof(view->focused), "%s", node->id);
            return;
        }
    }
}

static void check(struct look *look, const struct combination *at, struct ui_stage *stage,
                  const struct ui_frame *frame, bool with_pixels)
{
    struct seen seen = {.frame = frame, .theme = ui_stage_theme(stage)};
    seen.emitted = stage_emitted(stage, &seen.glyphs);
    look->pictures++;
    check_layout(&seen, &look->findings);
    if (with_pixels) {
        struct ui_rect damage[UI_DAMAGE_MAX];
        SDL_Surface *surface = surface_of(look, at->layout);
        ui_invalidate(stage);
        (void)ui_paint(stage, surface, damage);
        seen.surface = surface;
        look->painted++;
        check_pixels(&seen, &look->findings);
    }
}

/* The first pager that can go on. */
static bool turn_page(struct ui_stage *stage, struct ui_view *view, const struct ui_frame *frame)
{
    for (size_t i = 0; i < frame->nodes.count; i++) {
        const struct ui_node *node = &frame->nodes.items[i];
        if (node->command.verb == UI_VERB_NEXT_PAGE && (node->state & UI_STATE_DISABLED) == 0) {
            return ui_view_act(stage, view, node->command);
        }
    }
    return false;
}

/* All its pages. */
static void look_at(struct look *look, struct stack *stack, const struct combination *at,
                    const char *name, bool with_pixels)
{
    char where[WHERE_MAX];
    struct ui_view *view = &stack_top(stack)->view;
    struct ui_stage *stage = stage_of(look, at);
    (void)snprintf(where, sizeof(where), "%s %s %d%% %s %s %s", name, I18N_LANGUAGES[at->lang].code,
                   theme_text_percent(at->comfort.text_size),
                   at->comfort.typeface == UI_ANDIKA ? "andika" : "noto",
                   at->comfort.contrast == UI_HIGH_CONTRAST ? "contrast" : "light",
                   LAYOUTS[at->layout].name);
    *view = (struct ui_view){0};
    stack->visit.scene.comfort = at->comfort;
    look->findings.where = where;
    const struct ui_frame *frame = build(look, stack, at, stage);
    if (with_pixels) {
        focus_first(view, frame);
        frame = ui_refresh(stage);
    }
    check(look, at, stage, frame, with_pixels);
    for (int page = 1; page < PAGES_MOST && turn_page(stage, view, frame); page++) {
        frame = ui_refresh(stage);
        check(look, at, stage, frame, false);
    }
    look->findings.where = NULL;
}

/* ---- all of them ---- */

static struct combination combination_at(int number)
{
    struct combination at = {.lang = number % I18N_LANGUAGE_COUNT};
    number /= I18N_LANGUAGE_COUNT;
    at.layout = (enum layout)(number % LAYOUT_COUNT);
    number /= LAYOUT_COUNT;
    at.comfort.is_low = LAYOUTS[at.layout].is_low;
    at.comfort.text_size = (enum ui_text_size)(number % UI_TEXT_SIZE_COUNT);
    number /= UI_TEXT_SIZE_COUNT;
    at.comfort.typeface = (enum ui_typeface)(number % TYPEFACES);
    number /= TYPEFACES;
    at.comfort.contrast = (enum ui_contrast)(number % CONTRASTS);
    return at;
}

/* What the buttons' icons stand for. */
static void write_icons(struct look *look, struct stack *stack)
{
    struct glyphs *glyphs;
    int english = 0;
    while (strcmp(I18N_LANGUAGES[english].code, "en") != 0) {
        english++;
    }
    const struct combination at = {.lang = english};
    if (i18n_set("en") != ERR_OK) {
        log_fatal("English is missing");
    }
    stack->visit.scene.lang = "en";
    struct ui_stage *stage = stage_of(look, &at);
    stack->visit.scene.comfort = at.comfort;
    (void)build(look, stack, &at, stage);
    const struct emitted *emitted = stage_emitted(stage, &glyphs);
    for (size_t i = 0; i < emitted->op_count; i++) {
        const struct paint_op *op = &emitted->ops[i];
        const struct ui_node *node = op->node == 0 ? NULL : &emitted->nodes[op->node - 1];
        if (node != NULL && node->command.verb != 0 && op->kind == PAINT_RUN &&
            op->run.run.face == FACE_ICONS) {
            (void)fprintf(look->icons, "%s\t%s\t%s\n", icon_name_of(op->run.run.text), node->name,
                          node->id);
        }
    }
}

void look_around(struct look *look, struct stack *stack, const char *name)
{
    enum { ALL = I18N_LANGUAGE_COUNT * LAYOUT_COUNT * UI_TEXT_SIZE_COUNT * TYPEFACES };
    const struct ui_view view = stack_top(stack)->view;
    const struct ui_comfort comfort = stack->visit.scene.comfort;
    const char *lang = i18n_lang();
    for (int i = 0; i < ALL; i++) {
        const struct combination at = combination_at(i);
        if (i18n_set(I18N_LANGUAGES[at.lang].code) == ERR_OK) {
            stack->visit.scene.lang = i18n_lang();
            look_at(look, stack, &at, name, false);
        }
    }
    for (int i = 0; i < PIXELS_EACH; i++) {
        const int number = (int)(look->painted * PIXELS_STEP % (ALL * CONTRASTS));
        const struct combination at = combination_at(number);
        if (i18n_set(I18N_LANGUAGES[at.lang].code) == ERR_OK) {
            stack->visit.scene.lang = i18n_lang();
            look_at(look, stack, &at, name, true);
        }
    }
    if (look->icons != NULL) {
        write_icons(look, stack);
    }
    look->screens++;
    stack_top(stack)->view = view;
    stack->visit.scene.comfort = comfort;
    if (i18n_set(lang) == ERR_OK) {
        stack->visit.scene.lang = i18n_lang();
    }
}

bool look_close(struct look *look)
{
    size_t wrong = 0;
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        wrong += look->findings.count[rule];
        if (look->findings.count[rule] > 0) {
            (void)fprintf(stderr, "%zu times: %s\n", look->findings.count[rule],
                          rule_name((enum rule)rule));
        }
    }
    (void)printf("%zu places, %zu pictures, %zu of them painted: %zu findings\n", look->screens,
                 look->pictures, look->painted, wrong);
    for (int i = 0; i < LAYOUT_COUNT; i++) {
        SDL_FreeSurface(look->surfaces[i]);
        for (int size = 0; size < UI_TEXT_SIZE_COUNT; size++) {
            ui_stage_destroy(look->stages[i][size][UI_NOTO]);
            ui_stage_destroy(look->stages[i][size][UI_ANDIKA]);
        }
    }
    if (look->icons != NULL) {
        (void)fclose(look->icons);
    }
    arena_destroy(look->arena);
    free(look);
    return wrong == 0;
}
