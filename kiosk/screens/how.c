/* How it works: from the request to the answer, and when it goes wrong. */
#include "i18n/i18n.h"
#include "screens/common.h"

struct how_state {
    char nothing;
};

struct line {
    const char *id;
    enum ui_icon icon;
    enum ui_color color;
    const char *title; /* msgids */
    const char *text;
};

static const struct line STEPS[] = {
    {"ask", UI_ICON_HELP_HAND, UI_TERRACOTTA, N_("1. You ask"),
     N_("Here, at the desk or on paper: it counts the same. No card is needed.")},
    {"ticket", UI_ICON_DOCUMENT, UI_UMBER, N_("2. You get a number"),
     N_("It shows what became of your request. With a card there is nothing to keep.")},
    {"answer", UI_ICON_STAFF, UI_BLUE, N_("3. The conciergerie decides"),
     N_("The ticket says by when. Nothing is confirmed before the answer.")},
    {"told", UI_ICON_CHECK_CIRCLE, UI_OK, N_("4. You are told"),
     N_("Yes, no or another proposal: here, by phone or at the desk, as you like.")},
};

static const struct line TROUBLES[] = {
    {"unanswered", UI_ICON_HOURGLASS, UI_WARN, N_("No answer in time?"),
     N_("It is the house’s fault, never yours: the request says so, and you may ask again.")},
    {"refused", UI_ICON_BLOCKED, UI_WARN, N_("The answer is no?"),
     N_("The reason is given, with what you can do next.")},
    {"settled", UI_ICON_REFRESH, UI_WARN, N_("Closed, but not solved?"),
     N_("Say so under “Follow my request”: the conciergerie takes it up again.")},
};

static void show_lines(struct ui *ui, const struct line *lines, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        ui_begin_card(ui, (struct ui_box){0});
        ui_begin_row(ui, (struct ui_box){0});
        ui_icon_show(ui, lines[i].icon, UI_ICON_LARGE, lines[i].color);
        ui_begin_column(ui, (struct ui_box){.grow = 1, .gap_mm = 1});
        ui_label(ui, (struct ui_label){
                         .id = lines[i].id, .text = tr(lines[i].title), .style = UI_HEADING});
        ui_text(ui, UI_BODY, tr(lines[i].text));
        ui_end(ui);
        ui_end(ui);
        ui_end(ui);
    }
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    (void)state;
    common_header(ui, scene, tr("How it works"), tr("From your request to the answer"));
    ui_begin_scroll(ui, "how", (struct ui_box){.grow = 1});
    ui_begin_split(ui, (struct ui_box){0});
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    show_lines(ui, STEPS, ARRAY_LEN(STEPS));
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    show_lines(ui, TROUBLES, ARRAY_LEN(TROUBLES));
    ui_end(ui);
    ui_end(ui);
    ui_end(ui);
}

const struct screen SCREEN_HOW = {
    .name = "how",
    .state_size = sizeof(struct how_state),
    .build = build,
};
