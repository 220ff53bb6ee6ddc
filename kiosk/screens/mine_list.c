/* The list of one's own requests: what is new first. */
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/mine.h"
#include "screens/words.h"

/* One short line: why it ended, what is asked, or what comes next. */
static const char *row_sub(const struct scene *scene, const struct mine_line *line)
{
    const char *when = words_mine_when(scene, line);
    const char *state = words_mine_state(line);
    if (mine_asks(line)) {
        return when[0] == '\0' ? state : arena_printf(scene->arena, "%s · %s", state, when);
    }
    const char *what =
        line->is_ended ? words_mine_reason(scene, line, "") : words_mine_soon(scene, line);
    return what[0] == '\0' ? when : what;
}

static struct ui_pill row_pill(const struct mine_line *line)
{
    return (struct ui_pill){
        .text = mine_asks(line) ? tr("Yes or no?") : words_mine_state(line),
        .tone = words_state_tone(line->kind, line->state),
    };
}

static void show_row(struct ui *ui, const struct scene *scene, const struct mine_line *line)
{
    ui_list_row(ui, (struct ui_list_row){
                        .id = ui_format(ui, "request-%lld", (long long)line->request_id),
                        .command = {MINE_OPEN, line->request_id},
                        .icon = words_mine_icon(line),
                        .color = words_mine_color(line->kind),
                        .title = words_mine_title(line),
                        .sub = row_sub(scene, line),
                        .pill = row_pill(line),
                        .is_private = true,
                    });
}

static void show_head(struct ui *ui, enum ui_icon icon, enum ui_color color, const char *text)
{
    ui_begin_row(ui, (struct ui_box){.gap_mm = 4});
    ui_icon_show(ui, icon, UI_ICON_MEDIUM, color);
    ui_text(ui, UI_HEADING, text);
    ui_end(ui);
}

static int count_news(const struct mine_shown *shown)
{
    int count = shown->mine.news.count;
    for (int i = 0; i < shown->mine.running.count; i++) {
        count += mine_is_news(&shown->mine.running.lines[i]);
    }
    return count;
}

static void show_news(struct ui *ui, const struct scene *scene, const struct mine_shown *shown)
{
    const struct mine *mine = &shown->mine;
    show_head(ui, UI_ICON_MAIL, UI_WARN, tr("News for you"));
    ui_begin_card(ui, (struct ui_box){.edge = UI_WARN});
    for (int i = 0; i < mine->running.count; i++) {
        if (mine_is_news(&mine->running.lines[i])) {
            show_row(ui, scene, &mine->running.lines[i]);
        }
    }
    for (int i = 0; i < mine->news.count; i++) {
        show_row(ui, scene, &mine->news.lines[i]);
    }
    ui_end(ui);
}

static void show_running(struct ui *ui, const struct scene *scene, const struct mine_list *running)
{
    show_head(ui, UI_ICON_HOURGLASS, UI_TEAL, tr("Under way"));
    ui_begin_card(ui, (struct ui_box){0});
    for (int i = 0; i < running->count; i++) {
        if (!mine_is_news(&running->lines[i])) {
            show_row(ui, scene, &running->lines[i]);
        }
    }
    ui_end(ui);
    if (running->has_more) {
        ui_text(ui, UI_SMALL, tr("For older ones, ask at the conciergerie."));
    }
}

static void show_ended(struct ui *ui, const struct scene *scene, const struct mine_shown *shown)
{
    const struct mine_list *ended = &shown->mine.ended;
    show_head(ui, UI_ICON_CHECK_CIRCLE, UI_OK, tr("Over"));
    ui_begin_card(ui, (struct ui_box){0});
    for (int i = 0; i < ended->count; i++) {
        show_row(ui, scene, &ended->lines[i]);
    }
    ui_end(ui);
    ui_begin_row(ui, (struct ui_box){.equal = true});
    if (shown->is_paged) {
        ui_button(ui, (struct ui_button){
                          .id = "latest",
                          .command = {MINE_LATEST, 0},
                          .label = tr("The latest"),
                          .icon = UI_ICON_PREVIOUS,
                      });
    }
    if (ended->has_more) {
        ui_button(ui, (struct ui_button){
                          .id = "older",
                          .command = {MINE_OLDER, 0},
                          .label = tr("Older ones"),
                          .icon = UI_ICON_NEXT,
                      });
    }
    ui_end(ui);
}

static void show_nothing(struct ui *ui)
{
    ui_notice(ui, (struct ui_notice){
                      .id = "empty",
                      .title = tr("No request is under way"),
                      .text = tr("Borrow something, book a workshop or ask for a helping hand: "
                                 "everything begins on the home screen."),
                  });
    ui_button(ui, (struct ui_button){
                      .id = "begin",
                      .command = {SHARED_HOME, 0},
                      .label = tr("Ask for something"),
                      .icon = UI_ICON_HOME,
                      .look = UI_FILLED,
                      .size = UI_MAIN_BUTTON,
                  });
}

static void show_private(struct ui *ui)
{
    ui_button(ui, (struct ui_button){
                      .id = "private",
                      .command = {MINE_PRIVATE, 0},
                      .label = tr("See my private and older requests, too"),
                      .icon = UI_ICON_VISIBLE,
                  });
}

static void show_ticket(struct ui *ui, const struct scene *scene, const struct mine_card *ticket)
{
    show_head(ui, UI_ICON_QR, UI_TEAL, tr("Your ticket"));
    ui_begin_card(ui, (struct ui_box){0});
    show_row(ui, scene, &ticket->line);
    ui_end(ui);
}

void mine_show_list(struct ui *ui, const struct scene *scene, const struct mine_shown *shown)
{
    const struct mine *mine = &shown->mine;
    const int news = count_news(shown);
    const int running = mine->running.count - (news - mine->news.count);
    const bool is_low = ui_is_landscape(ui); /* then every row counts */
    ui_begin_scroll(ui, "requests", (struct ui_box){0});
    if (shown->ticket != NULL) {
        show_ticket(ui, scene, shown->ticket);
    }
    if (news > 0) {
        show_news(ui, scene, shown);
    }
    if (running > 0) {
        show_running(ui, scene, &mine->running);
    }
    if (news + running == 0 && !shown->is_guest) {
        show_nothing(ui);
    }
    if (mine->ended.count > 0) {
        show_ended(ui, scene, shown);
    }
    if (shown->can_show_private && is_low) {
        show_private(ui);
    }
    ui_end(ui);
    if (shown->is_guest) {
        mine_show_numbers(ui, shown->has_pins);
    }
    if (shown->can_show_private && !is_low) {
        show_private(ui);
    }
}
