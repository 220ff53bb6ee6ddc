/* What happened, that nothing is lost, and what to do: one row an error. */
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/medal.h"
#include "screens/words.h"

struct trouble {
    enum err err;
    enum trouble_about about;
    unsigned reasons; /* enum guard bits */
    bool is_all;      /* there is no house to go back to */
    int64_t depth;    /* of the screen to come back to; 0: the one before */
};

struct sentence {
    enum ui_icon icon;
    const char *title, *text; /* msgids */
    unsigned says;            /* enum guard bits: reasons that need no line of their own */
};

static const struct sentence ABOUT[TROUBLE_ABOUT_COUNT] = {
    [TROUBLE_CARD] = {UI_ICON_CARD, N_("This card is not known here"),
                      N_("Perhaps it belongs to another house. You can also use your household’s "
                         "number, or go on without a card."),
                      0},
    [TROUBLE_CARD_ENDED] = {UI_ICON_CARD, N_("This card no longer works"),
                            N_("It was replaced or reported lost. Ask at the desk for a new one; "
                               "your requests are still there."),
                            0},
    [TROUBLE_TICKET] = {UI_ICON_QR, N_("This ticket was not found"),
                        N_("Please check the number, or show the ticket at the desk: we find "
                           "your request together."),
                        0},
    [TROUBLE_SESSION] = {UI_ICON_EVENT_MOVED, N_("This date has just changed"),
                         N_("It was filled, moved or cancelled while you were choosing. Nothing "
                            "was sent. Go back to see what is possible now."),
                         GUARD_SEATS | GUARD_PUBLISHED},
    [TROUBLE_COPY] = {UI_ICON_LEND, N_("It has just been taken"),
                      N_("Somebody was a little faster. Nothing was sent. Go back to choose other "
                         "days."),
                      GUARD_COPY},
    [TROUBLE_GUEST_LIMIT] = {UI_ICON_CARD, N_("Without a card, not more than this"),
                             N_("With a card, or at the desk, you can ask for more. Nothing was "
                                "sent."),
                             GUARD_GUEST},
    [TROUBLE_DECIDED] = {UI_ICON_REFRESH, N_("Somebody has just answered"),
                         N_("Go back to see the answer."), 0},
};

static const struct sentence ERRORS[ERR_COUNT] = {
    [ERR_BUSY] = {UI_ICON_HOURGLASS, N_("The house’s book is busy"),
                  N_("Nothing was sent yet. Please wait a moment and try again."), 0},
    [ERR_FULL] = {UI_ICON_SEAT, N_("There is no room left"),
                  N_("Nothing was sent. Go back to see what is possible."), 0},
    [ERR_INVALID] = {UI_ICON_QUESTION, N_("This cannot be read"),
                     N_("Please try again, or ask at the desk."), 0},
    [ERR_NOT_FOUND] = {UI_ICON_QUESTION, N_("This is no longer there"),
                       N_("Go back to see what is possible now."), 0},
    [ERR_CONFLICT] = {UI_ICON_REFRESH, N_("Something has just changed"),
                      N_("Nothing was sent. Go back to see how it is now."), 0},
    [ERR_DENIED] = {UI_ICON_LOCK, N_("This cannot be done here"),
                    N_("Nothing was sent. Please ask at the desk."), 0},
    [ERR_SLOWED] = {UI_ICON_HOURGLASS, N_("Too many wrong tries"),
                    N_("Please wait a little before trying again, or ask at the desk."), 0},
    [ERR_IO] = {UI_ICON_WARNING, N_("The house’s book cannot be read"),
                N_("What was already sent is kept. Please tell the desk."), 0},
    [ERR_READONLY] = {UI_ICON_WARNING, N_("Nothing can be written at the moment"),
                      N_("What was already sent is kept. Please ask at the desk."), 0},
    [ERR_NO_SPACE] = {UI_ICON_WARNING, N_("There is no room left to write"),
                      N_("What was already sent is kept; this was not sent. Please ask at the "
                         "desk."),
                      0},
    [ERR_NEWER] = {UI_ICON_REFRESH, N_("This screen has to be updated"),
                   N_("The program and the house’s book are not of the same version. Nothing is "
                      "lost. Please tell the desk."),
                   0},
    [ERR_FOREIGN] = {UI_ICON_WARNING, N_("This is not the house’s book"),
                     N_("The screen was given another file. Nothing was changed in it. Please "
                        "tell the desk."),
                     0},
    [ERR_CORRUPT] = {UI_ICON_WARNING, N_("The house’s book is damaged"),
                     N_("Please tell the desk: they have a copy. Tickets stay valid."), 0},
    [ERR_CLOCK] = {UI_ICON_CLOCK, N_("The clock of this screen is wrong"),
                   N_("Nothing can be sent until it is right. What was already sent is kept. "
                      "Please tell the desk."),
                   0},
    [ERR_MISSING] = {UI_ICON_WARNING, N_("A part of this program is missing"),
                     N_("Nothing is lost. Please tell the desk."), 0},
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    *(struct trouble *)state = (struct trouble){
        .depth = arg,
        .err = visit->trouble,
        .about = visit->about,
        .reasons = visit->receipt.reasons,
        .is_all = visit->db == NULL,
    };
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct trouble *trouble = state;
    const struct sentence *sentence =
        trouble->about == TROUBLE_PROGRAM ? &ERRORS[trouble->err] : &ABOUT[trouble->about];
    common_house_header(ui, scene, NULL);
    ui_begin_column(ui, (struct ui_box){.grow = 1, .justify = UI_CENTER, .align = UI_CENTER});
    medal_show(ui, (struct medal){.icon = sentence->icon, .color = UI_WARN});
    ui_label(ui, (struct ui_label){
                     .id = "trouble-title",
                     .text = tr(sentence->title),
                     .style = UI_TITLE,
                     .align = UI_CENTER,
                 });
    ui_label(ui, (struct ui_label){
                     .text = tr(sentence->text),
                     .style = UI_BODY,
                     .align = UI_CENTER,
                 });
    const unsigned reasons = trouble->reasons & ~sentence->says;
    for (unsigned guard = 1; guard <= reasons && guard != 0; guard <<= 1) {
        if ((reasons & guard) != 0) {
            ui_notice(ui, (struct ui_notice){
                              .tone = UI_CAUTION,
                              .text = words_guard((enum guard)guard),
                          });
        }
    }
    ui_end(ui);
    if (trouble->is_all) {
        return;
    }
    ui_button(ui, (struct ui_button){
                      .id = "go-back",
                      .command = {trouble->depth == 0 ? SHARED_BACK : SHARED_TO, trouble->depth},
                      .label = tr("Go back"),
                      .icon = UI_ICON_BACK,
                      .look = UI_FILLED,
                      .size = UI_MAIN_BUTTON,
                  });
}

const struct screen SCREEN_TROUBLE = {
    .name = "trouble",
    .state_size = sizeof(struct trouble),
    .enter = enter,
    .build = build,
};
