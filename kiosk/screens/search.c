/* What is offered, found by the beginnings of words. */
#include "base/clock.h"
#include "core/catalogue.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/writing.h"

enum { WORDS_CHARS = 40, BEST_HITS = 3 };

enum { DO_KEY = 1, DO_OPEN };

struct search {
    struct writing_pad pad;
    struct catalogue_hit hits[CATALOGUE_HITS_MAX];
    int count;
};

static const struct {
    const struct screen *screen;
    enum ui_color color;
    const char *what; /* msgid */
} KINDS[] = {
    [HIT_ITEM] = {&SCREEN_ITEM, UI_UMBER, N_("Borrow")},
    [HIT_SERVICE] = {&SCREEN_SERVICE, UI_TEAL, N_("Services")},
    [HIT_SESSION] = {&SCREEN_SESSION, UI_BLUE, N_("Workshops and agenda")},
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    (void)visit;
    (void)arg;
    writing_start(&((struct search *)state)->pad, WORDS_CHARS, "");
}

static enum err load(void *state, struct visit *visit)
{
    struct search *s = state;
    return catalogue_search(visit->db, visit->rows, s->pad.text, clock_now_s(), s->hits, &s->count);
}

static void show_hits(const struct search *s, struct ui *ui)
{
    ui_begin_card(ui, (struct ui_box){0});
    for (int i = 0; i < s->count; i++) {
        const struct catalogue_hit *hit = &s->hits[i];
        ui_list_row(ui, (struct ui_list_row){
                            .id = ui_format(ui, "hit-%d", i + 1),
                            .command = {DO_OPEN, i},
                            .icon = icon_named(hit->icon),
                            .color = KINDS[hit->kind].color,
                            .title = hit->title,
                            .sub = tr(KINDS[hit->kind].what),
                        });
    }
    ui_end(ui);
}

/* In landscape the keys leave one row: the best hits, side by side. */
static void show_best_hits(const struct search *s, struct ui *ui)
{
    ui_begin_row(ui, (struct ui_box){.equal = true, .align = UI_STRETCH});
    for (int i = 0; i < s->count && i < BEST_HITS; i++) {
        const struct catalogue_hit *hit = &s->hits[i];
        ui_button(ui, (struct ui_button){
                          .id = ui_format(ui, "hit-%d", i + 1),
                          .command = {DO_OPEN, i},
                          .label = hit->title,
                          .sub = tr(KINDS[hit->kind].what),
                          .icon = icon_named(hit->icon),
                          .color = KINDS[hit->kind].color,
                      });
    }
    ui_end(ui);
}

static void show_found(const struct search *s, struct ui *ui)
{
    if (s->count == 0) {
        ui_text(ui, UI_BODY,
                writing_result(&s->pad).len == 0
                    ? tr("Write the beginning of a word.")
                    : tr("Nothing under this word. Try another one, or ask at the desk."));
        ui_spacer(ui);
    } else if (ui_is_landscape(ui)) {
        show_best_hits(s, ui);
        ui_spacer(ui);
    } else {
        ui_begin_scroll(ui, "hits", (struct ui_box){.grow = 1});
        show_hits(s, ui);
        ui_end(ui);
    }
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct search *s = state;
    common_header(ui, scene, tr("Search"), tr("Things, services, workshops"));
    writing_show_field(&s->pad, ui,
                       (struct ui_field){
                           .id = "words",
                           .name = tr("What are you looking for?"),
                           .placeholder = tr("drill, ironing, bicycle…"),
                       });
    show_found(s, ui);
    writing_show_keys(&s->pad, scene, ui, DO_KEY);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct search *s = state;
    (void)visit;
    if (command.verb == DO_OPEN) {
        const struct catalogue_hit *hit = &s->hits[command.arg];
        return route_push(KINDS[hit->kind].screen, hit->id);
    }
    writing_touch_key(&s->pad, &visit->scene, command.arg);
    return route_turn();
}

static struct route write(void *state, struct visit *visit, const struct writing *writing)
{
    (void)visit;
    (void)writing_type(&((struct search *)state)->pad, writing);
    return route_turn();
}

const struct screen SCREEN_SEARCH = {
    .name = "search",
    .state_size = sizeof(struct search),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
    .write = write,
    .flags = SCREEN_WRITING,
};
