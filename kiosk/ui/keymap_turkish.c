/* The layout of Turkish: the Q keyboard, as on telephones and most computers in Turkey, with all 29
 * letters and q, w, x in sight; above them the accents of Turkish and of French names. i and ı are
 * two letters, and so are their capitals: İ and I. */
#include "ui/keymap_parts.h"

enum { TURKISH_COLUMNS = 24 };

static const struct keymap_key accents[] = {
    SOFT("â"), SOFT("î"), SOFT("û"), SOFT("à"), SOFT("é"), SOFT("è"),
    SOFT("ê"), SOFT("ë"), SOFT("ï"), SOFT("ô"), SOFT("œ"), SOFT("ù"),
};
static const struct keymap_key accent_capitals[] = {
    SOFT("Â"), SOFT("Î"), SOFT("Û"), SOFT("À"), SOFT("É"), SOFT("È"),
    SOFT("Ê"), SOFT("Ë"), SOFT("Ï"), SOFT("Ô"), SOFT("Œ"), SOFT("Ù"),
};
static const struct keymap_key rare_accents[] = {
    SOFT("ä"), SOFT("ë"), SOFT("ï"), SOFT("ß"), SOFT("æ"),
    SOFT("ñ"), SOFT("«"), SOFT("»"), SOFT("₺"), SOFT("€"),
};
static const struct keymap_key bottom[] = {
    TO_SIGNS, SOFT(","), SPACE(13), SOFT("."), BACK, FORWARD,
};
static const struct keymap_key turkish_1[] = {
    KEY("q"), KEY("w"), KEY("e"), KEY("r"), KEY("t"), KEY("y"),
    KEY("u"), KEY("ı"), KEY("o"), KEY("p"), KEY("ğ"), KEY("ü"),
};
static const struct keymap_key turkish_2[] = {
    KEY("a"), KEY("s"), KEY("d"), KEY("f"), KEY("g"), KEY("h"),
    KEY("j"), KEY("k"), KEY("l"), KEY("ş"), KEY("i"), KEY("’"),
};
static const struct keymap_key turkish_3[] = {
    SHIFT(CAPITALS), KEY("z"), KEY("x"), KEY("c"), KEY("v"), KEY("b"),
    KEY("n"),        KEY("m"), KEY("ö"), KEY("ç"), ERASE,
};
static const struct keymap_key turkish_capitals_1[] = {
    KEY("Q"), KEY("W"), KEY("E"), KEY("R"), KEY("T"), KEY("Y"),
    KEY("U"), KEY("I"), KEY("O"), KEY("P"), KEY("Ğ"), KEY("Ü"),
};
static const struct keymap_key turkish_capitals_2[] = {
    KEY("A"), KEY("S"), KEY("D"), KEY("F"), KEY("G"), KEY("H"),
    KEY("J"), KEY("K"), KEY("L"), KEY("Ş"), KEY("İ"), KEY("’"),
};
static const struct keymap_key turkish_capitals_3[] = {
    SHIFT(LETTERS), KEY("Z"), KEY("X"), KEY("C"), KEY("V"), KEY("B"),
    KEY("N"),       KEY("M"), KEY("Ö"), KEY("Ç"), ERASE,
};
static const struct keymap_row turkish_small_rows[] = {
    ROW(accents), ROW(turkish_1), ROW(turkish_2), ROW(turkish_3), ROW(bottom),
};
static const struct keymap_row turkish_capital_rows[] = {
    ROW(accent_capitals), ROW(turkish_capitals_1), ROW(turkish_capitals_2), ROW(turkish_capitals_3),
    ROW(bottom),
};
static const struct keymap_row turkish_sign_rows[] = {
    ROW(rare_accents), ROW(digits), ROW(signs_1), ROW(signs_2), ROW(signs_bottom),
};
static const struct keymap_page turkish_pages[] = {
    [LETTERS] = PAGE_OF(turkish_small_rows, TURKISH_COLUMNS),
    [CAPITALS] = PAGE_OF(turkish_capital_rows, TURKISH_COLUMNS),
    [SIGNS] = PAGE_OF(turkish_sign_rows, LATIN_COLUMNS),
};

const struct keymap KEYMAP_TURKISH = {
    .name = "turkish",
    .pages = turkish_pages,
    .page_count = ARRAY_LEN(turkish_pages),
};
