/* Everything once more before it is sent, with "modifier" where a form stands behind. */
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "core/people.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"

enum { DO_SEND = 1, DO_WHO };

struct review {
    const struct draft *draft;
    char household[PEOPLE_NUMBER_BYTES]; /* "" a guest */
    int64_t answer_s;                    /* 0: none can be promised */
};

static enum err load(void *state, struct visit *visit)
{
    struct review *review = state;
    struct household household;
    review->draft = &visit->draft;
    review->household[0] = '\0';
    review->answer_s = 0;
    enum err err = house_answer_by(visit->db, clock_now_s(), 0, &review->answer_s);
    if (err != ERR_OK && err != ERR_NOT_FOUND && err != ERR_CLOCK) {
        return err;
    }
    if (visit->actor.household_id == 0) {
        return ERR_OK;
    }
    err = people_get_household(visit->db, visit->actor.household_id, clock_now_s(), &household);
    if (err == ERR_OK) {
        memcpy(review->household, household.number, sizeof(review->household));
    }
    return err;
}

/* "06 •• •• •• 12": enough to see that it is the right one. */
static const char *masked_phone(const struct scene *scene, const char *phone)
{
    enum { SHOWN = 2 };
    const size_t len = strlen(phone);
    const char *dots = "";
    for (size_t i = SHOWN; i + SHOWN < len; i += 2) {
        dots = arena_printf(scene->arena, "%s\u00a0••", dots);
    }
    return arena_printf(scene->arena, "%.2s%s\u00a0%s", phone, dots, phone + len - SHOWN);
}

static void show_who(const struct review *review, const struct scene *scene, struct ui *ui)
{
    const struct ask *ask = &review->draft->ask;
    if (review->household[0] != '\0') {
        ui_fact(ui, (struct ui_fact){
                        .id = "who",
                        .icon = UI_ICON_CARD,
                        .text = arena_printf(scene->arena, tr("Household %s"), review->household),
                        .is_private = true,
                    });
        return;
    }
    const bool has_phone = ask->phone[0] != '\0';
    const char *name =
        ask->first_name[0] == '\0' ? "" : arena_printf(scene->arena, "%s · ", ask->first_name);
    ui_fact(ui, (struct ui_fact){
                    .id = "who",
                    .icon = has_phone ? UI_ICON_PHONE : UI_ICON_RETURN,
                    .text = has_phone ? arena_printf(scene->arena, "%s%s", name,
                                                     masked_phone(scene, ask->phone))
                                      : tr("I come back for the answer"),
                    .edit = {DO_WHO, 0},
                    .edit_label = tr("change"),
                    .is_private = true,
                });
}

static void show_answer(const struct review *review, const struct scene *scene, struct ui *ui)
{
    if (review->draft->ask.verb == VERB_JOIN) {
        return;
    }
    ui_fact(ui, (struct ui_fact){
                    .id = "answer",
                    .icon = review->draft->is_automatic ? UI_ICON_CHECK : UI_ICON_CLOCK,
                    .color = review->draft->is_automatic ? UI_OK : UI_WARN,
                    .text = review->draft->is_automatic
                                ? tr("Confirmed at once")
                                : arena_printf(scene->arena, tr("Answer: %s"),
                                               common_answer(scene, review->answer_s)),
                });
}

static void show_send(const struct draft *draft, struct ui *ui)
{
    ui_button(ui, (struct ui_button){
                      .id = "send",
                      .command = {DO_SEND, 0},
                      .label = tr("Send the request"),
                      .icon = UI_ICON_CHECK,
                      .look = UI_FILLED,
                      .color = draft->color,
                      .size = UI_MAIN_BUTTON,
                  });
}

static void build_landscape(const struct review *review, const struct scene *scene, struct ui *ui)
{
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    ui_begin_scroll(ui, "review", (struct ui_box){.grow = 1});
    ui_begin_card(ui, (struct ui_box){0});
    review->draft->review(review->draft, scene, ui);
    ui_end(ui);
    ui_end(ui);
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    ui_begin_card(ui, (struct ui_box){0});
    show_who(review, scene, ui);
    show_answer(review, scene, ui);
    ui_end(ui);
    ui_spacer(ui);
    show_send(review->draft, ui);
    ui_end(ui);
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct review *review = state;
    common_header(ui, scene, tr("Your request"), tr("Nothing is sent yet"));
    ui_text(ui, UI_TITLE, tr("Is everything right?"));
    if (ui_is_landscape(ui)) {
        build_landscape(review, scene, ui);
        return;
    }
    ui_begin_scroll(ui, "review", (struct ui_box){.grow = 1});
    ui_begin_card(ui, (struct ui_box){0});
    review->draft->review(review->draft, scene, ui);
    show_who(review, scene, ui);
    show_answer(review, scene, ui);
    ui_end(ui);
    ui_end(ui);
    show_send(review->draft, ui);
}

/* What was refused, in the words of what was asked. */
static enum trouble_about about_of(const struct draft *draft, enum err err, unsigned reasons)
{
    if (reasons == GUARD_GUEST) {
        return TROUBLE_GUEST_LIMIT;
    }
    if (err != ERR_FULL && err != ERR_CONFLICT && err != ERR_DENIED) {
        return TROUBLE_PROGRAM;
    }
    if (draft->ask.kind == KIND_BOOKING) {
        return TROUBLE_SESSION;
    }
    return draft->ask.kind == KIND_LOAN ? TROUBLE_COPY : TROUBLE_PROGRAM;
}

static struct route send(struct visit *visit)
{
    struct draft *draft = &visit->draft;
    draft->ask.actor = visit->actor;
    draft->ask.lang = i18n_lang();
    const enum err err = request_ask(visit->db, &draft->ask, &visit->receipt);
    if (err != ERR_OK) {
        const unsigned reasons = visit->receipt.reasons;
        visit->receipt = (struct receipt){.reasons = reasons};
        struct route route = route_trouble(visit, about_of(draft, err, reasons), err);
        if (visit->about == TROUBLE_SESSION || visit->about == TROUBLE_COPY) {
            route.arg = draft->depth; /* to choose again, from what is free now */
        }
        return route;
    }
    visit->actor.token_request_id = visit->receipt.request_id;
    return route_restart(&SCREEN_TICKET, 0);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    (void)state;
    if (command.verb == DO_WHO) {
        visit->draft.is_contact_known = false;
        return route_replace(&SCREEN_IDENTIFY, 0);
    }
    return send(visit);
}

const struct screen SCREEN_REVIEW = {
    .name = "review",
    .state_size = sizeof(struct review),
    .load = load,
    .build = build,
    .act = act,
};
