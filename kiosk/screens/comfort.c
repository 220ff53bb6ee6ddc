/* How the screen is read and reached: each choice shows at once on this very screen, stays for the
 * visit, and ends with it. Nothing that was typed elsewhere is touched. */
#include "i18n/i18n.h"
#include "screens/common.h"

enum { DO_TEXT_SIZE = 1, DO_CONTRAST, DO_TYPEFACE, DO_REACH };

struct comfort_state {
    char none;
};

static void show_choice(struct ui *ui, const char *id, struct ui_command command, const char *label,
                        enum ui_icon icon, bool is_selected)
{
    ui_button(ui, (struct ui_button){
                      .id = id,
                      .command = command,
                      .label = label,
                      .icon = icon,
                      .size = ui_is_landscape(ui) ? UI_SIDE_BUTTON : UI_MAIN_BUTTON,
                      .is_choice = true,
                      .is_selected = is_selected,
                  });
}

/* A question over its answers. */
static void begin_choices(struct ui *ui, const char *question, int portrait_columns,
                          int landscape_columns)
{
    ui_begin_column(ui, (struct ui_box){.gap_mm = theme_mm(ui_theme_of(ui), UI_GAP_SMALL)});
    ui_text(ui, UI_BOLD, question);
    ui_begin_grid(ui, portrait_columns, landscape_columns,
                  (struct ui_box){.gap_mm = theme_mm(ui_theme_of(ui), UI_GAP_SMALL)});
}

static void end_choices(struct ui *ui)
{
    ui_end(ui);
    ui_end(ui);
}

static void show_text_size(const struct scene *scene, struct ui *ui)
{
    begin_choices(ui, tr("How large should the letters be?"), 2, 2);
    for (int i = 0; i < UI_TEXT_SIZE_COUNT; i++) {
        show_choice(
            ui, ui_format(ui, "size-%d", theme_text_percent((enum ui_text_size)i)),
            (struct ui_command){DO_TEXT_SIZE, i},
            arena_printf(scene->arena, "%d\u00a0%%", theme_text_percent((enum ui_text_size)i)),
            UI_ICON_TEXT_SIZE, (int)scene->comfort.text_size == i);
    }
    end_choices(ui);
}

static void show_contrast(const struct scene *scene, struct ui *ui)
{
    const enum ui_contrast contrast = scene->comfort.contrast;
    begin_choices(ui, tr("Which colours?"), 2, 2);
    show_choice(ui, "contrast-light", (struct ui_command){DO_CONTRAST, UI_LIGHT}, tr("Light"),
                UI_ICON_SUNNY, contrast == UI_LIGHT);
    show_choice(ui, "contrast-high", (struct ui_command){DO_CONTRAST, UI_HIGH_CONTRAST},
                tr("Strong contrast"), UI_ICON_CONTRAST, contrast == UI_HIGH_CONTRAST);
    end_choices(ui);
}

static void show_typeface(const struct scene *scene, struct ui *ui)
{
    if (!ui_has_typeface(ui, UI_ANDIKA)) {
        return;
    }
    const enum ui_typeface typeface = scene->comfort.typeface;
    begin_choices(ui, tr("Which shape of letters?"), 2, 2);
    show_choice(ui, "typeface-usual", (struct ui_command){DO_TYPEFACE, UI_NOTO}, tr("Usual"),
                UI_ICON_TYPEFACE, typeface == UI_NOTO);
    show_choice(ui, "typeface-easy", (struct ui_command){DO_TYPEFACE, UI_ANDIKA},
                tr("Easy to read"), UI_ICON_SPELLED, typeface == UI_ANDIKA);
    end_choices(ui);
}

static void show_reach(const struct scene *scene, struct ui *ui)
{
    if (!ui_may_be_low(ui)) {
        return;
    }
    const bool is_low = scene->comfort.is_low;
    begin_choices(ui, tr("Where should the buttons be?"), 2, 2);
    show_choice(ui, "reach-whole", (struct ui_command){DO_REACH, false}, tr("On the whole screen"),
                UI_ICON_WHOLE, !is_low);
    show_choice(ui, "reach-low", (struct ui_command){DO_REACH, true}, tr("Within my reach"),
                UI_ICON_LOW, is_low);
    end_choices(ui);
}

static void show_time(const struct scene *scene, struct ui *ui)
{
    begin_choices(ui, tr("How much time?"), 1, 2);
    show_choice(ui, "time-usual", (struct ui_command){SHARED_UNHURRIED, 0}, tr("As usual"),
                UI_ICON_TIMER, !scene->is_unhurried);
    show_choice(ui, "time-own", (struct ui_command){SHARED_UNHURRIED, 1}, tr("Take my time"),
                UI_ICON_HOURGLASS, scene->is_unhurried);
    end_choices(ui);
}

static void show_voice_step(struct ui *ui, const char *id, struct ui_command command,
                            const char *label, enum ui_icon icon)
{
    ui_button(ui, (struct ui_button){
                      .id = id,
                      .command = command,
                      .label = label,
                      .icon = icon,
                      .size = ui_is_landscape(ui) ? UI_SIDE_BUTTON : UI_MAIN_BUTTON,
                  });
}

/* For who listens. */
static void show_voice(const struct scene *scene, struct ui *ui)
{
    if (scene->speech < SCENE_LISTENED) {
        return;
    }
    begin_choices(ui, tr("How should the voice speak?"), 2, 2);
    show_voice_step(ui, "voice-slower", (struct ui_command){SHARED_RATE, -1}, tr("Slower"),
                    UI_ICON_SLOWER);
    show_voice_step(ui, "voice-faster", (struct ui_command){SHARED_RATE, 1}, tr("Faster"),
                    UI_ICON_FASTER);
    show_voice_step(ui, "voice-softer", (struct ui_command){SHARED_VOLUME, -1}, tr("Softer"),
                    UI_ICON_SOFTER);
    show_voice_step(ui, "voice-louder", (struct ui_command){SHARED_VOLUME, 1}, tr("Louder"),
                    UI_ICON_LOUDER);
    end_choices(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    (void)state;
    common_header(ui, scene, tr("Comfort"), tr("only for you, until you leave"));
    ui_begin_split(ui, (struct ui_box){.align = UI_STRETCH});
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    show_text_size(scene, ui);
    show_contrast(scene, ui);
    show_voice(scene, ui);
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    show_typeface(scene, ui);
    show_reach(scene, ui);
    show_time(scene, ui);
    ui_end(ui);
    ui_end(ui);
    ui_spacer(ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct ui_comfort *comfort = &visit->scene.comfort;
    (void)state;
    switch (command.verb) {
    case DO_TEXT_SIZE:
        comfort->text_size = (enum ui_text_size)command.arg;
        break;
    case DO_CONTRAST:
        comfort->contrast = (enum ui_contrast)command.arg;
        break;
    case DO_TYPEFACE:
        comfort->typeface = (enum ui_typeface)command.arg;
        break;
    case DO_REACH:
        comfort->is_low = command.arg != 0;
        break;
    default:
        break;
    }
    return route_stay();
}

const struct screen SCREEN_COMFORT = {
    .name = "comfort",
    .state_size = sizeof(struct comfort_state),
    .build = build,
    .act = act,
};
