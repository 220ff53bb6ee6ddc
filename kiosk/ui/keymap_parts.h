/* What the layouts share: the shapes of keys, and the pages of digits and signs.
 *
 * A layout is three pages: small letters, capitals, digits and signs. Its rows are as many columns
 * wide as its longest row needs: 20 where ten letters stand side by side, 22 in Arabic, 24 in
 * Turkish. */
#pragma once

#include "base/err.h"
#include "ui/keymap.h"

enum { LETTERS = KEYMAP_LETTERS, CAPITALS, SIGNS };

#define KEY(T)                                                                                     \
    {                                                                                              \
        .label = T, .text = T, .columns = 2                                                        \
    }
#define SOFT(T)                                                                                    \
    {                                                                                              \
        .label = T, .text = T, .columns = 2, .is_soft = true                                       \
    }
#define TURN(PAGE_LABEL, ICON, PAGE_NUMBER, WIDTH)                                                 \
    {                                                                                              \
        .label = PAGE_LABEL, .action = KEYMAP_PAGE, .icon = ICON, .page = PAGE_NUMBER,             \
        .columns = WIDTH, .is_soft = true                                                          \
    }
#define SHIFT(PAGE_NUMBER) TURN(NULL, UI_ICON_SHIFT, PAGE_NUMBER, 2)
#define TO_SIGNS           TURN("123", UI_ICON_NONE, SIGNS, 3)
#define TO_LETTERS(LABEL)  TURN(LABEL, UI_ICON_NONE, LETTERS, 3)
/* To the layout with the same letters in another order. */
#define TO_LAYOUT(LABEL)                                                                           \
    {                                                                                              \
        .label = LABEL, .action = KEYMAP_LAYOUT, .columns = 4, .is_soft = true                     \
    }
/* As wide as two letters: the key that is needed in a hurry. */
#define ERASE                                                                                      \
    {                                                                                              \
        .action = KEYMAP_ERASE, .icon = UI_ICON_BACKSPACE, .columns = 4, .is_soft = true           \
    }
#define SPACE(WIDTH)                                                                               \
    {                                                                                              \
        .text = " ", .action = KEYMAP_SPACE, .columns = WIDTH                                      \
    }
#define BACK                                                                                       \
    {                                                                                              \
        .action = KEYMAP_BACK, .icon = UI_ICON_CURSOR_LEFT, .columns = 2, .is_soft = true          \
    }
#define FORWARD                                                                                    \
    {                                                                                              \
        .action = KEYMAP_FORWARD, .icon = UI_ICON_CURSOR_RIGHT, .columns = 2, .is_soft = true      \
    }
#define ROW(KEYS)                                                                                  \
    {                                                                                              \
        .keys = (KEYS), .count = ARRAY_LEN(KEYS)                                                   \
    }
#define PAGE_OF(ROWS, COLUMNS)                                                                     \
    {                                                                                              \
        .rows = (ROWS), .row_count = ARRAY_LEN(ROWS), .columns = (COLUMNS)                         \
    }

enum { LATIN_COLUMNS = 20 };

static const struct keymap_key digits[] = {
    KEY("1"), KEY("2"), KEY("3"), KEY("4"), KEY("5"),
    KEY("6"), KEY("7"), KEY("8"), KEY("9"), KEY("0"),
};
static const struct keymap_key signs_1[] = {
    KEY("?"), KEY("!"), KEY(":"), KEY(";"), KEY("-"),
    KEY("/"), KEY("("), KEY(")"), KEY("@"), KEY("&"),
};
static const struct keymap_key signs_2[] = {
    KEY("’"), KEY("\""), KEY("+"), KEY("="), KEY("%"), KEY("°"), KEY("#"), KEY("*"), ERASE,
};
static const struct keymap_key signs_bottom[] = {
    TO_LETTERS("ABC"), SOFT(","), SPACE(9), SOFT("."), BACK, FORWARD,
};
