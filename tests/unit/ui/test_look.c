/* The drawings of the design, on the toolkit: every text stands inside the panel, everything can
 * be read and touched. With UI_SHOTS=DIR in the environment the pictures are kept for people. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support_stage.h"
#include "ui/png.h"

static void keep_picture(const struct support *s, const char *name)
{
    const char *dir = getenv("UI_SHOTS");
    char path[512];
    if (dir) {
        snprintf(path, sizeof(path), "%s/%s.png", dir, name);
        assert_int_equal(png_write(s->surface, path), ERR_OK);
    }
}

static void check_sizes(const struct ui_frame *frame)
{
    for (size_t i = 0; i < frame->nodes.count; i++) {
        const struct ui_node *node = &frame->nodes.items[i];
        assert_true(node->rect.x >= 0 && node->rect.y >= 0);
        assert_true(node->rect.x + node->rect.w <= frame->width_px);
        assert_true(node->rect.y + node->rect.h <= frame->height_px);
        if (node->hit.w > 0 && node->role != UI_ROLE_KEY && node->role != UI_ROLE_SCROLL) {
            assert_true(node->rect.h / frame->px_per_mm >= 19.9);
        }
        if (node->font_px > 0) { /* capital H, Noto Sans: 0.714 of the em */
            assert_true(node->font_px * 0.714 / frame->px_per_mm >= 7.33);
        }
    }
}

static void show(struct support s, void (*build)(struct ui *), const char *name)
{
    struct ui *ui = support_begin(&s);
    build(ui);
    const struct ui_frame *frame = ui_finish(ui);
    assert_int_equal(support_paint(&s), 1);
    keep_picture(&s, name);
    check_sizes(frame);
    support_end(&s);
}

static void screens_fit_the_portrait_panel(void **state)
{
    (void)state;
    show(support_portrait("fr"), support_home, "home");
    show(support_portrait("fr"), support_session, "session");
    show(support_portrait("fr"), support_ticket, "ticket");
    show(support_portrait("fr"), support_writing, "writing");
    show(support_portrait("fr"), support_choices, "choices");
}

static void screens_fit_the_landscape_panel(void **state)
{
    (void)state;
    show(support_landscape("fr"), support_home, "home-landscape");
    show(support_landscape("fr"), support_session, "session-landscape");
    show(support_landscape("fr"), support_ticket, "ticket-landscape");
    show(support_landscape("fr"), support_writing, "writing-landscape");
    show(support_landscape("fr"), support_choices, "choices-landscape");
}

static void screens_fit_in_arabic(void **state)
{
    (void)state;
    show(support_portrait("ar"), support_home_arabic, "home-ar");
    show(support_landscape("ar"), support_home_arabic, "home-ar-landscape");
}

static void show_large(struct support s, void (*build)(struct ui *), const char *name)
{
    struct ui_theme theme = *ui_stage_theme(s.stage);
    theme.text_scale = 1.6;
    theme.contrast = UI_HIGH_CONTRAST;
    assert_int_equal(ui_stage_set_theme(s.stage, &theme), ERR_OK);
    show(s, build, name);
}

static void screens_fit_with_large_text_and_high_contrast(void **state)
{
    (void)state;
    show_large(support_portrait("fr"), support_home, "home-large");
    show_large(support_portrait("ar"), support_home_arabic, "home-ar-large");
}

static void a_long_list_is_paged(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    struct ui *ui = support_begin(&s);
    support_list(ui, 40);
    check_sizes(ui_finish(ui));
    support_paint(&s);
    keep_picture(&s, "list");
    support_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(screens_fit_the_portrait_panel),
        cmocka_unit_test(screens_fit_the_landscape_panel),
        cmocka_unit_test(screens_fit_in_arabic),
        cmocka_unit_test(screens_fit_with_large_text_and_high_contrast),
        cmocka_unit_test(a_long_list_is_paged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
