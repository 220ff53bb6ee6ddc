/* The layout of German: QWERTZ, with ä ö ü ß and the French accents of streets and names in sight.
 * The capital of ß is ẞ (Rat für deutsche Rechtschreibung, Amtliches Regelwerk 2017, § 25 E3). */
#include "ui/keymap_parts.h"

static const struct keymap_key accents[] = {
    SOFT("ä"), SOFT("ö"), SOFT("ü"), SOFT("ß"), SOFT("à"),
    SOFT("ç"), SOFT("è"), SOFT("é"), SOFT("ê"), SOFT("ô"),
};
static const struct keymap_key accent_capitals[] = {
    SOFT("Ä"), SOFT("Ö"), SOFT("Ü"), SOFT("ẞ"), SOFT("À"),
    SOFT("Ç"), SOFT("È"), SOFT("É"), SOFT("Ê"), SOFT("Ô"),
};
static const struct keymap_key rare_accents[] = {
    SOFT("â"), SOFT("î"), SOFT("û"), SOFT("ë"), SOFT("ï"),
    SOFT("œ"), SOFT("„"), SOFT("“"), SOFT("€"), SOFT("§"),
};
static const struct keymap_key bottom[] = {
    TO_SIGNS, SOFT(","), SPACE(9), SOFT("."), BACK, FORWARD,
};
static const struct keymap_key qwertz_1[] = {
    KEY("q"), KEY("w"), KEY("e"), KEY("r"), KEY("t"),
    KEY("z"), KEY("u"), KEY("i"), KEY("o"), KEY("p"),
};
static const struct keymap_key qwertz_2[] = {
    KEY("a"), KEY("s"), KEY("d"), KEY("f"), KEY("g"),
    KEY("h"), KEY("j"), KEY("k"), KEY("l"), KEY("-"),
};
static const struct keymap_key qwertz_3[] = {
    SHIFT(CAPITALS), KEY("y"), KEY("x"), KEY("c"), KEY("v"), KEY("b"), KEY("n"), KEY("m"), ERASE,
};
static const struct keymap_key qwertz_capitals_1[] = {
    KEY("Q"), KEY("W"), KEY("E"), KEY("R"), KEY("T"),
    KEY("Z"), KEY("U"), KEY("I"), KEY("O"), KEY("P"),
};
static const struct keymap_key qwertz_capitals_2[] = {
    KEY("A"), KEY("S"), KEY("D"), KEY("F"), KEY("G"),
    KEY("H"), KEY("J"), KEY("K"), KEY("L"), KEY("-"),
};
static const struct keymap_key qwertz_capitals_3[] = {
    SHIFT(LETTERS), KEY("Y"), KEY("X"), KEY("C"), KEY("V"), KEY("B"), KEY("N"), KEY("M"), ERASE,
};
static const struct keymap_row qwertz_small_rows[] = {
    ROW(accents), ROW(qwertz_1), ROW(qwertz_2), ROW(qwertz_3), ROW(bottom),
};
static const struct keymap_row qwertz_capital_rows[] = {
    ROW(accent_capitals), ROW(qwertz_capitals_1), ROW(qwertz_capitals_2), ROW(qwertz_capitals_3),
    ROW(bottom),
};
static const struct keymap_row qwertz_sign_rows[] = {
    ROW(rare_accents), ROW(digits), ROW(signs_1), ROW(signs_2), ROW(signs_bottom),
};
static const struct keymap_page qwertz_pages[] = {
    [LETTERS] = PAGE_OF(qwertz_small_rows, LATIN_COLUMNS),
    [CAPITALS] = PAGE_OF(qwertz_capital_rows, LATIN_COLUMNS),
    [SIGNS] = PAGE_OF(qwertz_sign_rows, LATIN_COLUMNS),
};

const struct keymap KEYMAP_QWERTZ = {
    .name = "qwertz",
    .pages = qwertz_pages,
    .page_count = ARRAY_LEN(qwertz_pages),
};
