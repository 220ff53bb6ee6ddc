/* Helping hands: what brings you here, and what hangs on the board. */
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/helping.h"

enum { DO_NEED = 1, DO_OFFER, DO_BOARD, DO_CARD };
enum { ROWS_PORTRAIT = 6, ROWS_LANDSCAPE = 4 };

struct help_state {
    const struct board_page *page;
    int needs, offers;
};

static enum err load(void *state, struct visit *visit)
{
    struct help_state *s = state;
    struct board_page *page = arena_alloc(visit->rows, sizeof(*page));
    const struct board_filter all = {.direction = "", .category = ""};
    s->page = page;
    const enum err err = board_list(visit->db, &all, visit->rows, page);
    return err != ERR_OK ? err : board_count(visit->db, &s->needs, &s->offers);
}

static void show_doors(struct ui *ui)
{
    ui_begin_grid(ui, ui_is_large(ui) ? 1 : 2, 1, (struct ui_box){.grow = 1});
    ui_tile(ui, (struct ui_tile){
                    .id = "need",
                    .command = {DO_NEED, 0},
                    .icon = UI_ICON_HELP_HAND,
                    .color = UI_TERRACOTTA,
                    .title = tr("I need a hand"),
                    .sub = tr("At home, outside, for company"),
                    .is_tall = true,
                });
    ui_tile(ui, (struct ui_tile){
                    .id = "offer",
                    .command = {DO_OFFER, 0},
                    .icon = UI_ICON_GIVE,
                    .color = UI_TERRACOTTA,
                    .title = tr("I can help"),
                    .sub = tr("Now and then is enough"),
                    .is_tall = true,
                });
    ui_end(ui);
}

static const char *board_sub(const struct help_state *s, struct ui *ui)
{
    return ui_format(ui, "%s · %s",
                     ui_format(ui, trn("%ld need", "%ld needs", s->needs), (long)s->needs),
                     ui_format(ui, trn("%ld offer", "%ld offers", s->offers), (long)s->offers));
}

static void show_board(const struct help_state *s, const struct scene *scene, struct ui *ui)
{
    const int most = ui_is_landscape(ui) ? ROWS_LANDSCAPE : ROWS_PORTRAIT;
    ui_begin_card(ui, (struct ui_box){.grow = s->page->count > 0});
    ui_begin_row(ui, (struct ui_box){0});
    ui_icon_show(ui, UI_ICON_CAMPAIGN, UI_ICON_MEDIUM, UI_TERRACOTTA);
    ui_text(ui, UI_HEADING, tr("The neighbours’ board"));
    ui_end(ui);
    ui_space(ui, 3);
    if (s->page->count > 0) {
        ui_divider(ui);
        ui_begin_column(ui, (struct ui_box){.gap_mm = -1, .grow = 1, .sheds = ui_is_landscape(ui)});
        for (int i = 0; i < s->page->count && i < most; i++) {
            help_board_row(ui, scene, &s->page->items[i], (struct ui_command){DO_CARD, i});
        }
        ui_end(ui);
    }
    if (s->page->count == 0) {
        ui_text(ui, UI_BODY,
                tr("Nothing hangs here just now. Say what you need or what you can do: the "
                   "conciergerie puts it up, without your name."));
    }
    ui_end(ui);
    if (s->page->count > 0) {
        ui_button(ui, (struct ui_button){
                          .id = "board",
                          .command = {DO_BOARD, 0},
                          .label = tr("See the whole board"),
                          .sub = board_sub(s, ui),
                          .icon = UI_ICON_CAMPAIGN,
                          .color = UI_TERRACOTTA,
                          .size = UI_MAIN_BUTTON,
                      });
    }
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct help_state *s = state;
    common_header(ui, scene, tr("Helping hands"), tr("From neighbour to neighbour"));
    ui_text(ui, UI_TITLE, tr("Need a hand, or a hand to lend?"));
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    show_doors(ui);
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 2});
    show_board(s, scene, ui);
    ui_end(ui);
    ui_end(ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    const struct help_state *s = state;
    switch (command.verb) {
    case DO_NEED:
    case DO_OFFER:
        (void)help_begin(visit, command.verb == DO_NEED ? "need" : "offer");
        return help_first(visit);
    case DO_BOARD:
        return route_push(&SCREEN_BOARD, 0);
    case DO_CARD:
        return route_push(&SCREEN_BOARD_CARD, s->page->items[command.arg].request_id);
    default:
        return route_stay();
    }
}

const struct screen SCREEN_HELP = {
    .name = "help",
    .state_size = sizeof(struct help_state),
    .load = load,
    .build = build,
    .act = act,
};
