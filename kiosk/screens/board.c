/* The neighbours' board, page by page. */
#include <string.h>

#include "base/err.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/helping.h"

enum { DO_FILTER = 1, DO_CARD, DO_OLDER, DO_NEWEST, DO_NEED, DO_OFFER };

static const struct {
    const char *direction;
    const char *label; /* msgid */
} FILTERS[] = {
    {"", N_("Everything")},
    {"need", N_("Needs")},
    {"offer", N_("Offers")},
};

struct board_state {
    const struct board_page *page;
    size_t filter;
    int64_t after_id; /* the page shown begins behind this card; 0: the newest */
};

/* arg: the filter, and the card behind which the page begins. */
static int64_t page_arg(size_t filter, int64_t after_id)
{
    return after_id * (int64_t)ARRAY_LEN(FILTERS) + (int64_t)filter;
}

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct board_state *s = state;
    (void)visit;
    s->filter = (size_t)arg % ARRAY_LEN(FILTERS);
    s->after_id = arg / (int64_t)ARRAY_LEN(FILTERS);
}

static enum err load(void *state, struct visit *visit)
{
    struct board_state *s = state;
    struct board_page *page = arena_alloc(visit->rows, sizeof(*page));
    const struct board_filter filter = {
        .direction = FILTERS[s->filter].direction,
        .category = "",
        .after_id = s->after_id,
    };
    s->page = page;
    return board_list(visit->db, &filter, visit->rows, page);
}

static void show_filters(const struct board_state *s, struct ui *ui)
{
    ui_begin_row(ui, (struct ui_box){.equal = true});
    for (size_t i = 0; i < ARRAY_LEN(FILTERS); i++) {
        ui_chip(ui, (struct ui_button){
                        .id = ui_format(ui, "filter-%zu", i),
                        .command = {DO_FILTER, (int64_t)i},
                        .label = tr(FILTERS[i].label),
                        .color = UI_TERRACOTTA,
                        .is_choice = true,
                        .is_selected = i == s->filter,
                    });
    }
    ui_end(ui);
}

static void show_door(struct ui *ui, const char *id, int verb, const char *label, enum ui_icon icon)
{
    ui_button(ui, (struct ui_button){
                      .id = id,
                      .command = {verb, 0},
                      .label = label,
                      .icon = icon,
                      .color = UI_TERRACOTTA,
                      .size = UI_MAIN_BUTTON,
                  });
}

static void show_empty(struct ui *ui)
{
    ui_begin_card(ui, (struct ui_box){0});
    ui_text(ui, UI_HEADING, tr("Nothing hangs here just now"));
    ui_text(ui, UI_BODY,
            tr("Say what you need or what you can do: the conciergerie puts it up, without your "
               "name."));
    ui_end(ui);
    show_door(ui, "need", DO_NEED, tr("I need a hand"), UI_ICON_HELP_HAND);
    show_door(ui, "offer", DO_OFFER, tr("I can help"), UI_ICON_GIVE);
    ui_spacer(ui);
}

static void show_cards(const struct board_state *s, const struct scene *scene, struct ui *ui)
{
    ui_begin_scroll(ui, "cards", (struct ui_box){.grow = 1});
    ui_begin_card(ui, (struct ui_box){0});
    for (int i = 0; i < s->page->count; i++) {
        help_board_row(ui, scene, &s->page->items[i], (struct ui_command){DO_CARD, i});
    }
    ui_end(ui);
    if (s->page->has_more) {
        show_door(ui, "older", DO_OLDER, tr("Older cards"), UI_ICON_ARCHIVE);
    }
    if (s->after_id != 0) {
        show_door(ui, "newest", DO_NEWEST, tr("Back to the newest"), UI_ICON_NEW);
    }
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct board_state *s = state;
    common_header(ui, scene, tr("The neighbours’ board"), tr("Without names"));
    show_filters(s, ui);
    if (s->page->count == 0) {
        show_empty(ui);
    } else {
        show_cards(s, scene, ui);
    }
}

/* Another page is this screen anew: it begins at its top. */
static struct route show(size_t filter, int64_t after_id)
{
    return route_replace(&SCREEN_BOARD, page_arg(filter, after_id));
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    const struct board_state *s = state;
    switch (command.verb) {
    case DO_FILTER:
        return show((size_t)command.arg, 0);
    case DO_CARD:
        return route_push(&SCREEN_BOARD_CARD, s->page->items[command.arg].request_id);
    case DO_OLDER:
        return show(s->filter, s->page->items[s->page->count - 1].request_id);
    case DO_NEWEST:
        return show(s->filter, 0);
    default:
        (void)help_begin(visit, command.verb == DO_NEED ? "need" : "offer");
        return help_first(visit);
    }
}

const struct screen SCREEN_BOARD = {
    .name = "board",
    .state_size = sizeof(struct board_state),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
};
