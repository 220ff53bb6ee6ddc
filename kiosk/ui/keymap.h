/* Layouts of the on-screen keyboard, as tables. The keyboard is a grid: each row fills the same
 * number of columns, a letter usually takes 2 of them, so that half steps are possible. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "ui/icons.h"

enum { KEYMAP_LETTERS = 0 }; /* the first page of every layout */

enum keymap_action {
    KEYMAP_TEXT, /* types .text */
    KEYMAP_ERASE,
    KEYMAP_SPACE,   /* types .text, a space; wide */
    KEYMAP_PAGE,    /* shows the page numbered .page: capitals, digits, letters */
    KEYMAP_LAYOUT,  /* changes to the layout called by the keymap's .other */
    KEYMAP_BACK,    /* moves the caret one character back, in reading order */
    KEYMAP_FORWARD, /* one character on */
};

/* Keys that type something are called by their label, the others by words of the interface's
 * language (struct ui_words). */
struct keymap_key {
    const char *label; /* what the cap shows; NULL: the icon, or the word for space */
    const char *text;  /* UTF-8 that the key types; NULL for keys that type nothing */
    enum keymap_action action;
    enum ui_icon icon;
    int page;     /* of KEYMAP_PAGE */
    int columns;  /* width, ≥ 1 */
    bool is_soft; /* tinted cap: accents and function keys */
};

struct keymap_row {
    const struct keymap_key *keys;
    size_t count;
};

struct keymap_page {
    const struct keymap_row *rows;
    size_t row_count;
    int columns; /* of every row */
};

struct keymap {
    const char *name;  /* "azerty", "abc", "arabic", … */
    const char *other; /* the layout that its KEYMAP_LAYOUT key leads to; NULL: it has none */
    const struct keymap_page *pages;
    size_t page_count;
};

extern const struct keymap KEYMAP_AZERTY, KEYMAP_ABC, KEYMAP_QWERTZ, KEYMAP_TURKISH, KEYMAP_ARABIC,
    KEYMAP_LATIN;

/* The layout called name, or NULL. */
const struct keymap *keymap_find(const char *name);
/* Keys are numbered over the whole page, row after row, from 0; NULL beyond. This number is the
 * argument of the keyboard's command. */
const struct keymap_key *keymap_key_at(const struct keymap_page *page, size_t index);
