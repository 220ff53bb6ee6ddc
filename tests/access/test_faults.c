/* The checks of the evidence find what is wrong: each fault is planted in a page that is well, and
 * has to be found by its rule. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "evidence.h"

enum { WIDTH = 1080, HEIGHT = 1920, VERB = 1 };
static const double px_per_mm = 2.71;

/* A small page, and copies of all that it was made into, to be spoilt. */
struct page {
    struct ui_stage *stage;
    struct ui_view view;
    SDL_Surface *surface;
    struct ui_frame frame;
    struct emitted emitted;
    struct ui_theme theme;
    struct seen seen;
};

static const struct ui_frame *declare(struct page *page)
{
    struct ui *ui = ui_begin(page->stage, &(struct ui_frame_info){
                                              .screen = "test",
                                              .lang = "fr",
                                              .width_px = WIDTH,
                                              .height_px = HEIGHT,
                                              .view = &page->view,
                                              .words = {.back = "Retour"},
                                          });
    ui_header(ui, (struct ui_header){.title = "Aide", .back = {VERB, 0}});
    ui_text(ui, UI_BODY, "Une phrase à lire.");
    ui_text(ui, UI_BODY, "Une autre.");
    ui_button(ui, (struct ui_button){.id = "one", .command = {VERB, 1}, .label = "Oui"});
    ui_button(ui, (struct ui_button){.id = "two", .command = {VERB, 2}, .label = "Non"});
    return ui_finish(ui);
}

static void *copied(const void *items, size_t size)
{
    void *copy = malloc(size);
    assert_non_null(copy);
    memcpy(copy, items, size);
    return copy;
}

static void paint(struct page *page)
{
    paint_ops(page->surface, page->seen.glyphs, page->emitted.ops, page->emitted.op_count,
              (struct ui_rect){0, 0, WIDTH, HEIGHT});
}

static void open_page(struct page *page)
{
    *page = (struct page){0};
    page->theme = theme_make(&(struct ui_panel){WIDTH, HEIGHT, px_per_mm, 600});
    assert_int_equal(ui_stage_create(&page->theme, &page->stage), ERR_OK);
    page->surface = SDL_CreateRGBSurfaceWithFormat(0, WIDTH, HEIGHT, 32, SDL_PIXELFORMAT_ARGB8888);
    memcpy(page->view.focused, "two", sizeof("two"));
    page->frame = *declare(page);
    page->emitted = *stage_emitted(page->stage, &page->seen.glyphs);
    page->emitted.ops =
        copied(page->emitted.ops, page->emitted.op_count * sizeof(*page->emitted.ops));
    page->emitted.nodes =
        copied(page->emitted.nodes, page->emitted.node_count * sizeof(*page->emitted.nodes));
    page->frame.nodes.items = page->emitted.nodes;
    page->seen.frame = &page->frame;
    page->seen.emitted = &page->emitted;
    page->seen.theme = &page->theme;
    page->seen.surface = page->surface;
    paint(page);
}

static void close_page(struct page *page)
{
    free(page->emitted.ops);
    free(page->emitted.nodes);
    SDL_FreeSurface(page->surface);
    ui_stage_destroy(page->stage);
}

static struct ui_node *node_of(struct page *page, const char *id)
{
    for (size_t i = 0; i < page->emitted.node_count; i++) {
        if (strcmp(page->emitted.nodes[i].id, id) == 0) {
            return &page->emitted.nodes[i];
        }
    }
    fail_msg("no node %s", id);
    return NULL;
}

static struct paint_op *text_of(struct page *page, const char *text)
{
    for (size_t i = 0; i < page->emitted.op_count; i++) {
        struct paint_op *op = &page->emitted.ops[i];
        if (op->kind == PAINT_RUN && strcmp(op->run.run.text, text) == 0) {
            return op;
        }
    }
    fail_msg("no text %s", text);
    return NULL;
}

/* The edge of the first button. */
static struct paint_op *edge_of(struct page *page)
{
    for (size_t i = 0; i < page->emitted.op_count; i++) {
        struct paint_op *op = &page->emitted.ops[i];
        if (op->kind == PAINT_BOX && op->box.stroke > 0 && op->node > 0 &&
            strcmp(page->emitted.nodes[op->node - 1].id, "one") == 0) {
            return op;
        }
    }
    fail_msg("no edge");
    return NULL;
}

/* ---- faults ---- */

static void leave_the_panel(struct page *page)
{
    node_of(page, "one")->rect.x = -3;
}

static void cut_a_text(struct page *page)
{
    struct paint_op *op = text_of(page, "Oui");
    op->clip.h = op->rect.y + op->rect.h / 2 - op->clip.y;
}

static void lay_a_text_on_another(struct page *page)
{
    text_of(page, "Une autre.")->rect = text_of(page, "Une phrase à lire.")->rect;
}

static void write_small(struct page *page)
{
    text_of(page, "Oui")->run.run.px = 20;
}

static void make_a_target_low(struct page *page)
{
    node_of(page, "one")->hit.h = (int)(19 * px_per_mm);
}

static void make_targets_overlap(struct page *page)
{
    node_of(page, "two")->hit = node_of(page, "one")->hit;
}

static void put_a_target_high(struct page *page)
{
    page->theme.low_mm = UI_LOW_MM;
    node_of(page, "one")->hit.y = 300;
}

static void forget_a_name(struct page *page)
{
    node_of(page, "one")->name = "";
}

static void say_two_alike(struct page *page)
{
    node_of(page, "two")->id = "one";
}

static void write_pale(struct page *page)
{
    text_of(page, "Une autre.")->run.color = 0x767676; /* 4.2:1 on paper */
}

static void draw_a_pale_edge(struct page *page)
{
    edge_of(page)->box.edge = 0xC9C3B8;
}

static void lose_the_ring(struct page *page)
{
    node_of(page, "one")->state |= UI_STATE_FOCUSED;
}

static const struct {
    enum rule rule;
    void (*plant)(struct page *page);
} FAULTS[] = {
    {RULE_INSIDE, leave_the_panel},
    {RULE_CUT, cut_a_text},
    {RULE_OVERLAP, lay_a_text_on_another},
    {RULE_CAPITAL, write_small},
    {RULE_TARGET, make_a_target_low},
    {RULE_APART, make_targets_overlap},
    {RULE_REACH, put_a_target_high},
    {RULE_NAME, forget_a_name},
    {RULE_NAME, say_two_alike},
    {RULE_TEXT, write_pale},
    {RULE_CONTROL, draw_a_pale_edge},
    {RULE_RING, lose_the_ring},
};

static void a_page_that_is_well_passes_every_rule(void **state)
{
    (void)state;
    struct page page;
    struct findings findings = {.where = "a page that is well"};
    open_page(&page);
    check_layout(&page.seen, &findings);
    check_pixels(&page.seen, &findings);
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        assert_int_equal(findings.count[rule], 0);
    }
    close_page(&page);
}

static void each_fault_is_found_by_its_rule(void **state)
{
    (void)state;
    bool is_tried[RULE_COUNT] = {false};
    for (size_t i = 0; i < ARRAY_LEN(FAULTS); i++) {
        struct page page;
        struct findings findings = {0};
        open_page(&page);
        FAULTS[i].plant(&page);
        paint(&page);
        check_layout(&page.seen, &findings);
        check_pixels(&page.seen, &findings);
        if (findings.count[FAULTS[i].rule] == 0) {
            fail_msg("not found: %s", rule_name(FAULTS[i].rule));
        }
        is_tried[FAULTS[i].rule] = true;
        close_page(&page);
    }
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        assert_true(is_tried[rule]);
    }
}

/* The rule on capitals counts with the part of the em that a drawn H has. */
static void a_drawn_capital_is_as_high_as_the_rule_says(void **state)
{
    (void)state;
    const enum ui_typeface typefaces[] = {UI_NOTO, UI_ANDIKA};
    for (size_t i = 0; i < ARRAY_LEN(typefaces); i++) {
        struct font_set *fonts = NULL;
        assert_int_equal(font_set_create(typefaces[i], NULL, &fonts), ERR_OK);
        struct glyphs *glyphs = glyphs_create(fonts, 1024 * 1024);
        const int px = theme_font_px(
            &(struct ui_theme){.px_per_mm = px_per_mm, .viewing_mm = 600, .text_scale = 1},
            UI_SMALL);
        const struct glyph_run run = {"H", FACE_REGULAR, px, UI_LTR};
        assert_true(glyphs_render(glyphs, &run).h / px_per_mm >= 7.33);
        glyphs_destroy(glyphs);
        font_set_destroy(fonts);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_that_is_well_passes_every_rule),
        cmocka_unit_test(each_fault_is_found_by_its_rule),
        cmocka_unit_test(a_drawn_capital_is_as_high_as_the_rule_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
