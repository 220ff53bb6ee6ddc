/* The four doors, today's agenda, and the way to one's own requests. */
#include "base/clock.h"
#include "core/agenda.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/doors.h"

enum { ROWS_PORTRAIT = 3, ROWS_LANDSCAPE = 5, WEEK_MOST = 60, WEEK_DAYS = 7 };

enum { DO_OPEN = 1, DO_SESSION };

struct home {
    struct agenda_row *rows; /* of the next days */
    int count;
    int week_count; /* up to Sunday */
};

static const struct {
    const char *id;
    const char *sub; /* msgid */
} TILES[MAIN_DOOR_COUNT] = {
    [DOOR_HELP] = {"tile-help", N_("I need help · I can help")},
    [DOOR_AGENDA] = {"tile-agenda", N_("What happens here")},
    [DOOR_LEND] = {"tile-lend", N_("Tools, games, bikes…")},
    [DOOR_SERVICES] = {"tile-services", N_("Parcels, bread, dry-cleaning…")},
};

static enum err load(void *state, struct visit *visit)
{
    struct home *home = state;
    const int64_t now_s = clock_now_s();
    const int64_t monday_s = clock_day_s(now_s, WEEK_DAYS + 1 - clock_civil(now_s).weekday);
    const enum err err = agenda_list(visit->db, now_s, clock_day_s(now_s, WEEK_DAYS + 1), "",
                                     WEEK_MOST, visit->rows, &home->rows, &home->count);
    home->week_count = 0;
    for (int i = 0; i < home->count; i++) {
        const struct agenda_row *row = &home->rows[i];
        home->week_count += row->starts_s < monday_s && row->state != STATE_CANCELLED;
    }
    return err;
}

static void show_languages(struct ui *ui, const struct scene *scene)
{
    ui_begin_row(ui, (struct ui_box){.equal = !ui_is_landscape(ui) || ui_is_low(ui)});
    for (int i = 0; i < I18N_LANGUAGE_COUNT; i++) {
        const struct i18n_language *language = &I18N_LANGUAGES[i];
        ui_chip(ui, (struct ui_button){
                        .id = ui_format(ui, "lang-%s", language->code),
                        .command = {SHARED_SPEAK, i},
                        .label = language->own_name,
                        .lang = language->code,
                        .is_choice = true,
                        .is_selected = language->code == scene->lang,
                    });
    }
    ui_end(ui);
}

static const char *tile_sub(const struct home *home, enum door door, const struct scene *scene,
                            const struct ui *ui)
{
    if (ui_is_large(ui) && ui_is_landscape(ui)) {
        return NULL; /* all four in sight tell more */
    }
    if (door != DOOR_AGENDA || home->week_count == 0) {
        return tr(TILES[door].sub);
    }
    return arena_printf(scene->arena,
                        trn("%ld date this week", "%ld dates this week", home->week_count),
                        (long)home->week_count);
}

static void show_tiles(const struct home *home, const struct scene *scene, struct ui *ui)
{
    ui_begin_grid(ui, ui_is_large(ui) ? 1 : 2, 2, (struct ui_box){.grow = 1});
    for (enum door door = 0; door <= DOOR_SERVICES; door++) {
        ui_tile(ui, (struct ui_tile){
                        .id = TILES[door].id,
                        .command = {DO_OPEN, door},
                        .icon = DOOR_LOOKS[door].icon,
                        .color = DOOR_LOOKS[door].color,
                        .title = tr(DOOR_LOOKS[door].title),
                        .sub = tile_sub(home, door, scene, ui),
                        .is_tall = true,
                    });
    }
    ui_end(ui);
}

static void show_agenda(const struct home *home, const struct scene *scene, struct ui *ui)
{
    const bool is_wide = ui_is_landscape(ui) && !ui_is_large(ui);
    const int most = is_wide ? ROWS_LANDSCAPE : ROWS_PORTRAIT;
    const int shown = home->count < most ? home->count : most;
    const bool is_near = shown > 0 && home->rows[shown - 1].starts_s < clock_day_s(scene->now_s, 2);
    ui_begin_card(ui, (struct ui_box){.grow = is_wide ? 4 : 0});
    ui_begin_row(ui, (struct ui_box){0});
    ui_icon_show(ui, UI_ICON_TODAY_CLOCK, UI_ICON_SMALL, UI_BLUE);
    ui_text(ui, UI_BOLD, is_near ? tr("Today and tomorrow") : tr("Coming up"));
    ui_end(ui);
    ui_space(ui, 3);
    ui_divider(ui);
    if (shown == 0) {
        ui_text(ui, UI_BODY, tr("Nothing is planned in the next days. Come in for a chat!"));
    }
    ui_begin_column(ui, (struct ui_box){.gap_mm = -1, .grow = 1, .sheds = is_wide});
    for (int i = 0; i < shown; i++) {
        const struct ui_command command = {DO_SESSION, home->rows[i].session_id};
        if (is_wide) {
            common_session_row_narrow(ui, scene, &home->rows[i], command);
        } else {
            common_session_row_short(ui, scene, &home->rows[i], command);
        }
    }
    ui_end(ui);
    ui_end(ui);
}

static void show_follow(struct ui *ui)
{
    const bool is_wide = ui_is_landscape(ui);
    if (ui_is_large(ui) && !is_wide) {
        ui_begin_column(ui, (struct ui_box){0});
    } else {
        ui_begin_row(ui, (struct ui_box){.align = UI_STRETCH});
    }
    ui_button(ui, (struct ui_button){
                      .id = "follow",
                      .command = {DO_OPEN, DOOR_MINE},
                      .label = tr("Follow my request"),
                      .sub = is_wide ? NULL : tr("with a card or the number"),
                      .icon = UI_ICON_QR,
                      .size = UI_MAIN_BUTTON,
                      .grow = 1,
                  });
    ui_button(ui, (struct ui_button){
                      .id = "info",
                      .command = {DO_OPEN, DOOR_INFO},
                      .label = tr("Information"),
                      .sub = is_wide ? NULL : tr("hours, partners"),
                      .icon = UI_ICON_INFO,
                      .size = UI_MAIN_BUTTON,
                  });
    ui_end(ui);
}

static void show_unshown(const struct scene *scene, struct ui *ui)
{
    if (scene->unshown_at_s == 0) {
        return;
    }
    ui_notice(ui, (struct ui_notice){
                      .id = "unshown",
                      .tone = UI_CAUTION,
                      .text = arena_printf(
                          scene->arena,
                          tr("The request sent at %s is recorded, but the screen went off before "
                             "its ticket was shown. If it is yours, ask at the desk for its "
                             "number."),
                          dates_clock(scene->arena, scene->unshown_at_s)),
                  });
}

static void show_house(const struct scene *scene, struct ui *ui)
{
    ui_notice(ui, (struct ui_notice){
                      .id = "house",
                      .icon = UI_ICON_HOUSE,
                      .title = scene->site_name,
                      .text = arena_printf(scene->arena, "%s · %s", common_house_line(scene),
                                           dates_short(scene->arena, scene->now_s)),
                  });
}

/* A large text leaves room for little on one page: the doors are on the first. */
static void build_large(const struct home *home, const struct scene *scene, struct ui *ui)
{
    ui_header(ui, (struct ui_header){
                      .is_home = true,
                      .title = tr("Hello! What would you like to do?"),
                      .clock = dates_clock(scene->arena, scene->now_s),
                  });
    show_tiles(home, scene, ui);
    show_follow(ui);
    show_unshown(scene, ui);
    show_languages(ui, scene);
    show_house(scene, ui);
    show_agenda(home, scene, ui);
}

static void build_whole(const struct home *home, const struct scene *scene, struct ui *ui)
{
    common_house_header(ui, scene, common_house_line(scene));
    if (ui_is_landscape(ui) && !ui_is_low(ui)) { /* above a low page there is room for words */
        ui_begin_row(ui, (struct ui_box){0});
        ui_label(ui, (struct ui_label){
                         .text = tr("Hello! What would you like to do?"),
                         .style = UI_TITLE,
                         .grow = 1,
                     });
        show_languages(ui, scene);
        ui_end(ui);
    } else {
        ui_text(ui, UI_TITLE, tr("Hello! What would you like to do?"));
        show_languages(ui, scene);
    }
    show_unshown(scene, ui);
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_column(ui, (struct ui_box){.grow = 5});
    show_tiles(home, scene, ui);
    if (ui_is_landscape(ui)) {
        show_follow(ui);
    }
    ui_end(ui);
    show_agenda(home, scene, ui);
    if (!ui_is_landscape(ui)) {
        show_follow(ui);
    }
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct home *home = state;
    if (ui_is_large(ui)) {
        build_large(home, scene, ui);
    } else {
        build_whole(home, scene, ui);
    }
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    (void)state;
    (void)visit;
    return command.verb == DO_SESSION ? route_push(&SCREEN_SESSION, command.arg)
                                      : route_push(DOORS[command.arg], 0);
}

const struct screen SCREEN_HOME = {
    .name = "home",
    .state_size = sizeof(struct home),
    .load = load,
    .build = build,
    .act = act,
    .flags = SCREEN_NO_IDLE,
};
