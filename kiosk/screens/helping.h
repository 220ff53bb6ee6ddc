/* What the screens of the helping hands share: one draft for a need, an offer or a reply, the way
 * through its forms, and how a card of the board looks in a list.
 *
 * The way: category, pictured choice, for a repair how urgent (danger leads past the safety screen
 * and asks for no words), words if they wish, for whom. Each form that does not apply is left out.
 * The draft begins on the screen before the first form. */
#pragma once

#include "core/board.h"
#include "core/codes.h"
#include "screens/screen.h"

enum help_step {
    HELP_CATEGORY,
    HELP_CHOICE,
    HELP_URGENCY,
    HELP_SAFETY,
    HELP_WORDS,
    HELP_FOR_WHOM,
    HELP_STEP_COUNT
};

/* direction: "need", "offer", "reply"; a literal. Gives the draft, to be led on by help_next(). */
struct draft *help_begin(struct visit *visit, const char *direction);
/* From the screen before the first form. */
struct route help_first(struct visit *visit);
/* From the form of this step, whose answer stands in the draft, to the next, or to the review. */
struct route help_next(struct visit *visit, enum help_step step);
/* The category of the draft; NULL before it is chosen. */
const struct help_category *help_category_of(const struct draft *draft);

/* "Coups de main : j’ai besoin" */
const char *help_title(const char *direction);
/* "2 sur 4"; words asked for nothing else are no step: "si vous voulez". */
const char *help_progress(const struct scene *scene, const char *direction, enum help_step step,
                          bool is_repair);

/* A card of the board in a list. */
void help_board_row(struct ui *ui, const struct scene *scene, const struct board_item *item,
                    struct ui_command command);
