#include "ui/keymap.h"

#include <string.h>

#include "base/err.h"

/* Rows are 20 columns wide; Arabic, German or Turkish bring rows, pages and widths of their own. */
enum { COLUMNS = 20, LETTERS = 0, CAPITALS = 1, SIGNS = 2 };

#define KEY(T)                                                                                     \
    {                                                                                              \
        .label = T, .text = T, .columns = 2                                                        \
    }
#define SOFT(T)                                                                                    \
    {                                                                                              \
        .label = T, .text = T, .columns = 2, .is_soft = true                                       \
    }
#define PAGE(PAGE_LABEL, NAME, ICON, PAGE_NUMBER, WIDTH)                                           \
    {                                                                                              \
        .label = PAGE_LABEL, .name = NAME, .action = KEYMAP_PAGE, .icon = ICON,                    \
        .page = PAGE_NUMBER, .columns = WIDTH, .is_soft = true                                     \
    }
#define SHIFT(PAGE_NUMBER) PAGE(NULL, "Capitals", UI_ICON_SHIFT, PAGE_NUMBER, 2)
/* As wide as two letters: the key that is needed in a hurry. */
#define ERASE                                                                                      \
    {                                                                                              \
        .name = "Erase", .action = KEYMAP_ERASE, .icon = UI_ICON_BACKSPACE, .columns = 4,          \
        .is_soft = true                                                                            \
    }
#define CARET(NAME, ACTION, ICON)                                                                  \
    {                                                                                              \
        .name = NAME, .action = ACTION, .icon = ICON, .columns = 2, .is_soft = true                \
    }
#define BOTTOM_ROW(PAGE_LABEL, NAME, PAGE_NUMBER)                                                  \
    {                                                                                              \
        PAGE(PAGE_LABEL, NAME, UI_ICON_NONE, PAGE_NUMBER, 3), SOFT(","),                           \
            {.text = " ", .name = "Space", .action = KEYMAP_SPACE, .columns = 9}, SOFT("."),       \
            CARET("Back one letter", KEYMAP_LEFT, UI_ICON_CURSOR_LEFT),                            \
            CARET("Forward one letter", KEYMAP_RIGHT, UI_ICON_CURSOR_RIGHT),                       \
    }
#define ROW(KEYS)                                                                                  \
    {                                                                                              \
        .keys = (KEYS), .count = ARRAY_LEN(KEYS)                                                   \
    }
#define PAGES(ROWS)                                                                                \
    {                                                                                              \
        .rows = (ROWS), .row_count = ARRAY_LEN(ROWS), .columns = COLUMNS                           \
    }

/* Shared by both French layouts: accents in sight, signs, the space bar. */
static const struct keymap_key accents[] = {
    SOFT("à"), SOFT("â"), SOFT("ç"), SOFT("è"), SOFT("é"),
    SOFT("ê"), SOFT("î"), SOFT("ô"), SOFT("ù"), SOFT("û"),
};
static const struct keymap_key accent_capitals[] = {
    SOFT("À"), SOFT("Â"), SOFT("Ç"), SOFT("È"), SOFT("É"),
    SOFT("Ê"), SOFT("Î"), SOFT("Ô"), SOFT("Ù"), SOFT("Û"),
};
static const struct keymap_key letters_bottom[] = BOTTOM_ROW("123", "Digits and signs", SIGNS);
static const struct keymap_key signs_bottom[] = BOTTOM_ROW("ABC", "Letters", LETTERS);

static const struct keymap_key rare_accents[] = {
    SOFT("ä"), SOFT("ë"), SOFT("ï"), SOFT("ö"), SOFT("ü"),
    SOFT("œ"), SOFT("æ"), SOFT("«"), SOFT("»"), SOFT("€"),
};
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
static const struct keymap_row signs_rows[] = {
    ROW(rare_accents), ROW(digits), ROW(signs_1), ROW(signs_2), ROW(signs_bottom),
};

static const struct keymap_key azerty_1[] = {
    KEY("a"), KEY("z"), KEY("e"), KEY("r"), KEY("t"),
    KEY("y"), KEY("u"), KEY("i"), KEY("o"), KEY("p"),
};
static const struct keymap_key azerty_2[] = {
    KEY("q"), KEY("s"), KEY("d"), KEY("f"), KEY("g"),
    KEY("h"), KEY("j"), KEY("k"), KEY("l"), KEY("m"),
};
static const struct keymap_key azerty_3[] = {
    SHIFT(CAPITALS), KEY("w"), KEY("x"), KEY("c"), KEY("v"), KEY("b"), KEY("n"), KEY("’"), ERASE,
};
static const struct keymap_key azerty_capitals_1[] = {
    KEY("A"), KEY("Z"), KEY("E"), KEY("R"), KEY("T"),
    KEY("Y"), KEY("U"), KEY("I"), KEY("O"), KEY("P"),
};
static const struct keymap_key azerty_capitals_2[] = {
    KEY("Q"), KEY("S"), KEY("D"), KEY("F"), KEY("G"),
    KEY("H"), KEY("J"), KEY("K"), KEY("L"), KEY("M"),
};
static const struct keymap_key azerty_capitals_3[] = {
    SHIFT(LETTERS), KEY("W"), KEY("X"), KEY("C"), KEY("V"), KEY("B"), KEY("N"), KEY("’"), ERASE,
};
static const struct keymap_row azerty_rows[] = {
    ROW(accents), ROW(azerty_1), ROW(azerty_2), ROW(azerty_3), ROW(letters_bottom),
};
static const struct keymap_row azerty_capital_rows[] = {
    ROW(accent_capitals),   ROW(azerty_capitals_1), ROW(azerty_capitals_2),
    ROW(azerty_capitals_3), ROW(letters_bottom),
};
static const struct keymap_page azerty_pages[] = {
    [LETTERS] = PAGES(azerty_rows),
    [CAPITALS] = PAGES(azerty_capital_rows),
    [SIGNS] = PAGES(signs_rows),
};

/* For those who have never typed: the order of the alphabet. */
static const struct keymap_key abc_1[] = {
    KEY("a"), KEY("b"), KEY("c"), KEY("d"), KEY("e"),
    KEY("f"), KEY("g"), KEY("h"), KEY("i"), KEY("j"),
};
static const struct keymap_key abc_2[] = {
    KEY("k"), KEY("l"), KEY("m"), KEY("n"), KEY("o"),
    KEY("p"), KEY("q"), KEY("r"), KEY("s"), KEY("t"),
};
static const struct keymap_key abc_3[] = {
    SHIFT(CAPITALS), KEY("u"), KEY("v"), KEY("w"), KEY("x"), KEY("y"), KEY("z"), KEY("’"), ERASE,
};
static const struct keymap_key abc_capitals_1[] = {
    KEY("A"), KEY("B"), KEY("C"), KEY("D"), KEY("E"),
    KEY("F"), KEY("G"), KEY("H"), KEY("I"), KEY("J"),
};
static const struct keymap_key abc_capitals_2[] = {
    KEY("K"), KEY("L"), KEY("M"), KEY("N"), KEY("O"),
    KEY("P"), KEY("Q"), KEY("R"), KEY("S"), KEY("T"),
};
static const struct keymap_key abc_capitals_3[] = {
    SHIFT(LETTERS), KEY("U"), KEY("V"), KEY("W"), KEY("X"), KEY("Y"), KEY("Z"), KEY("’"), ERASE,
};
static const struct keymap_row abc_rows[] = {
    ROW(accents), ROW(abc_1), ROW(abc_2), ROW(abc_3), ROW(letters_bottom),
};
static const struct keymap_row abc_capital_rows[] = {
    ROW(accent_capitals), ROW(abc_capitals_1), ROW(abc_capitals_2),
    ROW(abc_capitals_3),  ROW(letters_bottom),
};
static const struct keymap_page abc_pages[] = {
    [LETTERS] = PAGES(abc_rows),
    [CAPITALS] = PAGES(abc_capital_rows),
    [SIGNS] = PAGES(signs_rows),
};

static const struct keymap keymaps[] = {
    {.name = "azerty", .pages = azerty_pages, .page_count = ARRAY_LEN(azerty_pages)},
    {.name = "abc", .pages = abc_pages, .page_count = ARRAY_LEN(abc_pages)},
};

const struct keymap *keymap_find(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(keymaps); i++) {
        if (strcmp(keymaps[i].name, name) == 0) {
            return &keymaps[i];
        }
    }
    return NULL;
}

const struct keymap_key *keymap_key_at(const struct keymap_page *page, size_t index)
{
    for (size_t i = 0; i < page->row_count; i++) {
        if (index < page->rows[i].count) {
            return &page->rows[i].keys[index];
        }
        index -= page->rows[i].count;
    }
    return NULL;
}
