/* How to be known for following one's requests. */
#include "i18n/i18n.h"
#include "screens/medal.h"
#include "screens/mine.h"

static void show_scan(struct ui *ui)
{
    ui_begin_card(ui, (struct ui_box){.align = UI_CENTER, .justify = UI_CENTER, .grow = 1});
    medal_show_scan(ui);
    ui_label(ui, (struct ui_label){
                     .text = tr("Hold your card or your ticket in front of the reader"),
                     .style = UI_HEADING,
                     .align = UI_CENTER,
                 });
    ui_label(ui, (struct ui_label){
                     .text = tr("A photo of the ticket’s code works too."),
                     .style = UI_BODY,
                     .align = UI_CENTER,
                 });
    ui_end(ui);
}

void mine_show_numbers(struct ui *ui, bool has_pins)
{
    ui_button(ui, (struct ui_button){
                      .id = "number",
                      .command = {MINE_NUMBER, 0},
                      .label = tr("With the ticket’s number"),
                      .sub = tr("You see the answer"),
                      .icon = UI_ICON_TICKET,
                      .size = UI_MAIN_BUTTON,
                  });
    if (has_pins) {
        ui_button(ui, (struct ui_button){
                          .id = "pin",
                          .command = {MINE_PIN, 0},
                          .label = tr("With the household’s number and code"),
                          .sub = tr("You see your requests, and can answer yes or no"),
                          .icon = UI_ICON_KEYPAD,
                          .size = UI_MAIN_BUTTON,
                      });
    }
}

void mine_show_ways(struct ui *ui, bool has_pins)
{
    ui_text(ui, UI_TITLE, tr("What became of my request?"));
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    show_scan(ui);
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = ui_is_landscape(ui) ? 1 : 0});
    mine_show_numbers(ui, has_pins);
    ui_notice(ui, (struct ui_notice){
                      .id = "lost",
                      .icon = UI_ICON_INFO,
                      .text = tr("Ticket lost? The conciergerie finds it again and prints it."),
                  });
    ui_end(ui);
    ui_end(ui);
}
