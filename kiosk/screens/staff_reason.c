/* Why: one touch on a pictured reason decides, and whoever asked reads its sentence. */
#include "core/codes.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/staff_parts.h"
#include "screens/words.h"
#include "screens/words_staff.h"

enum { DO_CHOOSE = 1 };

struct staff_reason {
    int64_t request_id;
    enum verb verb;
    struct queue_line line;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct staff_reason *screen = state;
    (void)visit;
    screen->request_id = staff_arg_id(arg);
    screen->verb = staff_arg_verb(arg);
}

static enum err load(void *state, struct visit *visit)
{
    struct staff_reason *screen = state;
    struct queue_line line;
    const enum err err = queue_get(visit->db, screen->request_id, visit->rows, &line);
    if (err == ERR_OK) {
        /* What was seen stays what the answer is to, whatever others decide meanwhile. */
        const int seen_no = screen->line.no;
        screen->line = line;
        screen->line.no = seen_no == 0 ? line.no : seen_no;
    }
    return err;
}

static const char *const *reasons(const struct staff_reason *screen, size_t *count)
{
    static const char *const referrals[] = {"professional", "landlord", "other"};
    switch (screen->verb) {
    case VERB_CANCEL:
        return screen->line.kind == KIND_SESSION ? session_reason_codes(count)
                                                 : refusal_codes(screen->line.kind, count);
    case VERB_CLOSE:
        return help_closing_codes(count);
    case VERB_REDIRECT:
        return need_codes(count);
    case VERB_REFER:
        *count = ARRAY_LEN(referrals);
        return referrals;
    default:
        return refusal_codes(screen->line.kind, count);
    }
}

static void show_reason(const struct staff_reason *screen, struct ui *ui, const char *code, int i)
{
    const struct pictured *reason =
        screen->verb == VERB_REDIRECT ? words_need(code) : words_reason(code);
    const bool is_read = screen->verb == VERB_REFUSE || screen->verb == VERB_CLOSE ||
                         (screen->verb == VERB_CANCEL && screen->line.kind != KIND_SESSION);
    ui_choice(ui, (struct ui_tile){
                      .id = ui_format(ui, "reason-%s", code),
                      .command = {DO_CHOOSE, i},
                      .icon = reason->icon,
                      .color = words_domain_color(queue_domain_of(screen->line.kind)),
                      .title = tr(reason->label),
                      .sub = is_read ? words_refusal(code) : NULL,
                  });
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct staff_reason *screen = state;
    size_t count = 0;
    const char *const *codes = reasons(screen, &count);
    common_header(ui, scene, words_line_title(scene, &screen->line),
                  words_line_who(scene, &screen->line));
    ui_text(ui, UI_TITLE,
            screen->verb == VERB_REDIRECT ? tr("Which partners can help?") : tr("Why?"));
    ui_begin_scroll(ui, "reasons", (struct ui_box){.grow = 1});
    ui_begin_grid(ui, 2, ui_even_columns((int)count, 3), (struct ui_box){0});
    for (size_t i = 0; i < count; i++) {
        show_reason(screen, ui, codes[i], (int)i);
    }
    ui_end(ui);
    ui_end(ui);
    ui_text(ui, UI_SMALL, tr("One touch decides. It can be taken back for ten minutes."));
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    const struct staff_reason *screen = state;
    struct outcome outcome;
    size_t count = 0;
    struct move move = move_make(screen->request_id, screen->verb, visit->actor);
    move.expected_no = screen->line.no;
    move.reason_code = reasons(screen, &count)[command.arg];
    const enum err err = request_move(visit->db, &move, &outcome);
    return staff_route(visit, err, route_pop(), route_pop());
}

const struct screen SCREEN_STAFF_REASON = {
    .name = "staff-reason",
    .state_size = sizeof(struct staff_reason),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
    .flags = SCREEN_LOCKS,
};
