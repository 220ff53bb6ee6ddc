/* What codes are called, and their pictures: the tables stand in words_*.c, one a domain.
 *
 * Labels are msgids, to be translated where they are shown. A code that this program does not know,
 * written by a newer one, gives "Something else": a screen never fails over a word. */
#pragma once

#include <stddef.h>

#include "ui/icons.h"

struct word {
    const char *code;
    const char *label; /* msgid */
    const char *sub;   /* msgid, "" none */
    enum ui_icon icon;
};

/* The word for code in a table, or "Something else". */
const struct word *word_find(const struct word *words, size_t count, const char *code);

/* Helping hands: categories, their pictured choices, how urgent a repair is (words_help.c). */
const struct word *word_help_category(const char *code);
const struct word *word_help_choice(const char *category, const char *code);
const struct word *word_urgency(const char *code);
/* What a partner helps with, and why the house closes (words_house.c). */
const struct word *word_need(const char *code);
const struct word *word_closing(const char *code);
