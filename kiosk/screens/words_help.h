/* Helping hands and partners in words and pictures.
 *
 * Labels are msgids, to be translated where they are shown. A code that this program does not know,
 * written by a newer one, is "Something else": no screen fails over a word. */
#pragma once

#include "ui/icons.h"

struct pictured {
    const char *code;
    const char *label; /* msgid */
    const char *sub;   /* msgid; "" none */
    enum ui_icon icon;
};

/* Categories, their choices, how urgent a repair is: codes of core/codes.h. */
const struct pictured *words_help_category(const char *code);
const struct pictured *words_help_choice(const char *category, const char *code);
const struct pictured *words_urgency(const char *code);
/* What a partner helps with. */
const struct pictured *words_need(const char *code);
