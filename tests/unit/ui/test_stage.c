/* Painting only what changed, wiping, dumps and reference pictures. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support_stage.h"
#include "ui/dump.h"
#include "ui/png.h"

static void count_screen(struct ui *ui, const char *count)
{
    ui_header(ui, (struct ui_header){.title = "Essai", .back = {VERB_GO, 0}});
    ui_text(ui, UI_TITLE, "Combien\u202f?");
    ui_label(ui, (struct ui_label){.id = "count", .text = count, .is_status = true});
    ui_button(ui, (struct ui_button){.id = "ok",
                                     .command = {VERB_GO, 1},
                                     .label = "D’accord",
                                     .look = UI_FILLED,
                                     .size = UI_MAIN_BUTTON});
}

static const struct ui_frame *count_frame(struct support *s, const char *count)
{
    struct ui *ui = support_begin(s);
    count_screen(ui, count);
    return ui_finish(ui);
}

static bool is_same_picture(SDL_Surface *a, SDL_Surface *b)
{
    for (int y = 0; y < a->h; y++) {
        const char *row_a = (const char *)a->pixels + (ptrdiff_t)y * a->pitch;
        const char *row_b = (const char *)b->pixels + (ptrdiff_t)y * b->pitch;
        if (memcmp(row_a, row_b, (size_t)a->w * 4) != 0) {
            return false;
        }
    }
    return true;
}

static void the_same_screen_paints_nothing(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    count_frame(&s, "1");
    assert_int_equal(support_paint(&s), 1);
    assert_int_equal(s.damage[0].h, 1920);
    count_frame(&s, "1");
    assert_int_equal(support_paint(&s), 0);
    support_end(&s);
}

static void a_changed_word_paints_one_small_rectangle(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    count_frame(&s, "1");
    support_paint(&s);
    const struct ui_node *node = ui_node_find(&count_frame(&s, "2")->nodes, "count");
    assert_int_equal(support_paint(&s), 1);
    assert_true(s.damage[0].w < 60 && s.damage[0].h < 80);
    assert_true(s.damage[0].y >= node->rect.y - 20);
    support_end(&s);
}

static void pressing_changes_the_button_only_and_back(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    count_frame(&s, "1");
    support_paint(&s);
    SDL_Surface *before = SDL_ConvertSurface(s.surface, s.surface->format, 0);
    snprintf(s.view.pressed, sizeof(s.view.pressed), "ok");
    const struct ui_frame *frame = ui_refresh(s.stage);
    const struct ui_node *node = ui_node_find(&frame->nodes, "ok");
    assert_true(node->state & UI_STATE_PRESSED);
    assert_int_equal(support_paint(&s), 1);
    assert_memory_equal(&s.damage[0], &node->rect, sizeof(node->rect));
    assert_false(is_same_picture(before, s.surface));
    s.view.pressed[0] = '\0';
    ui_refresh(s.stage);
    assert_int_equal(support_paint(&s), 1);
    assert_true(is_same_picture(before, s.surface));
    SDL_FreeSurface(before);
    support_end(&s);
}

static void a_shielded_keypad_does_not_light_its_keys(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    struct ui *ui = support_begin(&s);
    ui_keypad(ui, VERB_KEY, true);
    ui_finish(ui);
    support_paint(&s);
    snprintf(s.view.pressed, sizeof(s.view.pressed), "digit-5");
    const struct ui_frame *frame = ui_refresh(s.stage);
    assert_int_equal(support_paint(&s), 0);
    assert_int_equal(ui_node_find(&frame->nodes, "digit-5")->state, 0);
    assert_true(ui_node_find(&frame->nodes, "digit-5")->is_private);
    support_end(&s);
}

static void the_focus_ring_is_drawn_and_taken_away(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    count_frame(&s, "1");
    support_paint(&s);
    snprintf(s.view.focused, sizeof(s.view.focused), "ok");
    const struct ui_node *node = ui_node_find(&ui_refresh(s.stage)->nodes, "ok");
    assert_true(node->state & UI_STATE_FOCUSED);
    assert_int_equal(support_paint(&s), 1);
    assert_true(s.damage[0].w > node->rect.w);
    s.view.focused[0] = '\0';
    ui_refresh(s.stage);
    assert_int_equal(support_paint(&s), 1);
    support_end(&s);
}

static void partial_paints_equal_a_whole_one(void **state)
{
    (void)state;
    void (*const builds[])(struct ui *) = {support_session, support_ticket, support_home,
                                           support_writing, support_choices};
    struct support a = support_portrait("fr"), b = support_portrait("fr");
    for (size_t i = 0; i < ARRAY_LEN(builds); i++) {
        struct ui *ui = support_begin(&a);
        builds[i](ui);
        ui_finish(ui);
        support_paint(&a);
        ui = support_begin(&b);
        builds[i](ui);
        ui_finish(ui);
        ui_invalidate(b.stage);
        support_paint(&b);
        assert_true(is_same_picture(a.surface, b.surface));
    }
    support_end(&a);
    support_end(&b);
}

static void a_wipe_leaves_no_text_behind(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    count_frame(&s, "Amina");
    support_paint(&s);
    assert_true(ui_text_cached_bytes(s.stage) > 0);
    ui_text_wipe(s.stage);
    assert_int_equal(ui_text_cached_bytes(s.stage), 0);
    count_frame(&s, "Amina");
    assert_int_equal(support_paint(&s), 0); /* the picture itself was not touched */
    support_end(&s);
}

static void the_frame_before_stays_readable(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    const struct ui_frame *first = count_frame(&s, "un");
    const struct ui_frame *second = count_frame(&s, "deux");
    assert_string_equal(ui_node_find(&first->nodes, "count")->name, "un");
    assert_string_equal(ui_node_find(&second->nodes, "count")->name, "deux");
    support_end(&s);
}

static void nodes_say_what_they_are(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    struct ui *ui = support_begin(&s);
    support_home(ui);
    const struct ui_frame *frame = ui_finish(ui);
    const struct ui_node *tile = ui_node_find(&frame->nodes, "tile-help");
    assert_string_equal(tile->name, "Coups de main, J’ai besoin · je peux aider");
    assert_int_equal(tile->role, UI_ROLE_BUTTON);
    assert_int_equal(tile->background, 0x913719);
    assert_int_equal(tile->foreground, 0xFFFFFF);
    assert_int_equal(tile->command.verb, VERB_GO);
    const struct ui_node *arabic = ui_node_find(&frame->nodes, "lang-ar");
    assert_int_equal(arabic->dir, UI_RTL);
    assert_string_equal(arabic->lang, "ar");
    const struct ui_node *french = ui_node_find(&frame->nodes, "lang-fr");
    assert_int_equal(french->state, UI_STATE_SELECTED);
    assert_string_equal(ui_node_find(&frame->nodes, "row-1")->name,
                        "mer., 9, Réparer son petit électroménager, "
                        "14\u00a0h – 16\u00a0h · Atelier · avec La Corde, 2 places");
    support_end(&s);
}

static char *dump_of(const struct ui_frame *frame)
{
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    assert_int_equal(dump_write(frame, out), ERR_OK);
    fclose(out);
    return text;
}

static void a_dump_tells_each_node_and_stays_valid_json(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    char *text = dump_of(count_frame(&s, "dit \"oui\" \\\n"));
    assert_non_null(strstr(text, "\"screen\": \"test\""));
    assert_non_null(strstr(text, "\"name\": \"dit \\\"oui\\\" \\\\\\u000a\""));
    assert_non_null(strstr(text, "\"id\": \"ok\", \"role\": \"button\""));
    assert_non_null(strstr(text, "\"background\": \"#0B5A55\""));
    int depth = 0;
    bool is_string = false;
    for (const char *at = text; *at; at++) {
        if (*at == '"') {
            is_string = !is_string;
        } else if (is_string && *at == '\\') {
            at++;
        } else if (!is_string) {
            depth += *at == '{' || *at == '[' ? 1 : *at == '}' || *at == ']' ? -1 : 0;
        }
    }
    assert_int_equal(depth, 0);
    assert_false(is_string);
    free(text);
    support_end(&s);
}

static void a_dump_that_cannot_be_written_is_an_error(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    FILE *full = fopen("/dev/full", "w");
    assert_non_null(full);
    assert_int_equal(dump_write(count_frame(&s, "1"), full), ERR_IO);
    fclose(full);
    support_end(&s);
}

static void pictures_are_compared_with_their_reference(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    char path[] = "/tmp/ui-picture-XXXXXX";
    int fd = mkstemp(path);
    size_t different = 1;
    assert_true(fd >= 0);
    close(fd);
    count_frame(&s, "1");
    support_paint(&s);
    assert_int_equal(png_compare(s.surface, path, &different), ERR_INVALID); /* empty file */
    assert_int_equal(png_write(s.surface, path), ERR_OK);
    assert_int_equal(png_compare(s.surface, path, &different), ERR_OK);
    assert_int_equal(different, 0);
    count_frame(&s, "2");
    support_paint(&s);
    assert_int_equal(png_compare(s.surface, path, &different), ERR_OK);
    assert_in_range(different, 10, 2000);
    struct support other = support_landscape("fr");
    assert_int_equal(png_compare(other.surface, path, &different), ERR_INVALID);
    support_end(&other);
    unlink(path);
    assert_int_equal(png_compare(s.surface, path, &different), ERR_NOT_FOUND);
    assert_int_equal(png_write(s.surface, "/nowhere/x.png"), ERR_IO);
    support_end(&s);
}

static void icons_have_names_for_the_catalogue(void **state)
{
    (void)state;
    assert_int_equal(icon_named("bread"), UI_ICON_BREAD);
    assert_int_equal(icon_named("no such thing"), UI_ICON_NONE);
    assert_int_equal(icon_named(NULL), UI_ICON_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_screen_paints_nothing),
        cmocka_unit_test(a_changed_word_paints_one_small_rectangle),
        cmocka_unit_test(pressing_changes_the_button_only_and_back),
        cmocka_unit_test(a_shielded_keypad_does_not_light_its_keys),
        cmocka_unit_test(the_focus_ring_is_drawn_and_taken_away),
        cmocka_unit_test(partial_paints_equal_a_whole_one),
        cmocka_unit_test(a_wipe_leaves_no_text_behind),
        cmocka_unit_test(the_frame_before_stays_readable),
        cmocka_unit_test(nodes_say_what_they_are),
        cmocka_unit_test(a_dump_tells_each_node_and_stays_valid_json),
        cmocka_unit_test(a_dump_that_cannot_be_written_is_an_error),
        cmocka_unit_test(pictures_are_compared_with_their_reference),
        cmocka_unit_test(icons_have_names_for_the_catalogue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
