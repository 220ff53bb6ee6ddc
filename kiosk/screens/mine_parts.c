/* What the screens of one's own requests share. */
#include "screens/mine.h"

#include "i18n/i18n.h"
#include "screens/words.h"

enum err mine_move(struct visit *visit, const struct mine_card *card, enum verb verb,
                   const struct terms *terms, unsigned *reasons)
{
    struct outcome outcome;
    struct move move = move_make(card->line.request_id, verb, visit->actor);
    move.expected_no = card->line.no;
    move.lang = visit->scene.lang;
    move.terms = terms;
    const enum err err = request_move(visit->db, &move, &outcome);
    *reasons = outcome.reasons;
    return outcome.reasons != 0 ? ERR_OK : err;
}

enum trouble_about mine_trouble(enum err err)
{
    return err == ERR_CONFLICT ? TROUBLE_DECIDED : TROUBLE_PROGRAM;
}

void mine_show_reasons(struct ui *ui, unsigned reasons)
{
    for (unsigned guard = 1; guard <= reasons; guard <<= 1) {
        if ((reasons & guard) != 0) {
            ui_notice(ui, (struct ui_notice){
                              .id = ui_format(ui, "reason-%u", guard),
                              .tone = UI_CAUTION,
                              .text = words_guard((enum guard)guard),
                          });
        }
    }
}

void mine_show_banner(struct ui *ui, const struct mine_card *card)
{
    const char *title = words_mine_title(&card->line);
    const char *kind = words_mine_kind(&card->line);
    const bool is_known = card->access != ACCESS_STATE;
    ui_banner(ui, (struct ui_banner){
                      .id = "banner",
                      .icon = is_known ? words_mine_icon(&card->line) : UI_ICON_QR,
                      .color = is_known ? words_mine_color(card->line.kind) : UI_TEAL,
                      .title = is_known ? title : tr("Your request"),
                      .sub = is_known && title != kind ? kind : NULL,
                  });
}

void mine_show_save(struct ui *ui, const struct mine_card *card, struct ui_command command,
                    const char *label, bool is_possible)
{
    ui_button(ui, (struct ui_button){
                      .id = "save",
                      .command = command,
                      .label = label,
                      .icon = UI_ICON_CHECK,
                      .look = UI_FILLED,
                      .color = words_mine_color(card->line.kind),
                      .size = UI_MAIN_BUTTON,
                      .is_disabled = !is_possible,
                  });
}
