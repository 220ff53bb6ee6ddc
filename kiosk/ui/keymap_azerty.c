/* The layouts of French, and of English: AZERTY, and the alphabet's order for those who never
 * typed.
 *
 * English has no layout of its own. Whoever reads it here learnt to type in London, Lagos or
 * Colombo, each with keys of its own, and meets AZERTY on every other keyboard of France; what they
 * write are French names of streets and people, whose accents stand in sight here. */
#include "ui/keymap_parts.h"

static const struct keymap_key accents[] = {
    SOFT("à"), SOFT("â"), SOFT("ç"), SOFT("è"), SOFT("é"),
    SOFT("ê"), SOFT("î"), SOFT("ô"), SOFT("ù"), SOFT("û"),
};
static const struct keymap_key accent_capitals[] = {
    SOFT("À"), SOFT("Â"), SOFT("Ç"), SOFT("È"), SOFT("É"),
    SOFT("Ê"), SOFT("Î"), SOFT("Ô"), SOFT("Ù"), SOFT("Û"),
};
static const struct keymap_key rare_accents[] = {
    SOFT("ä"), SOFT("ë"), SOFT("ï"), SOFT("ö"), SOFT("ü"),
    SOFT("œ"), SOFT("æ"), SOFT("«"), SOFT("»"), SOFT("€"),
};
static const struct keymap_key azerty_bottom[] = {
    TO_SIGNS, TO_LAYOUT("A→Z"), SOFT(","), SPACE(5), SOFT("."), BACK, FORWARD,
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
static const struct keymap_row azerty_small_rows[] = {
    ROW(accents), ROW(azerty_1), ROW(azerty_2), ROW(azerty_3), ROW(azerty_bottom),
};
static const struct keymap_row azerty_capital_rows[] = {
    ROW(accent_capitals),   ROW(azerty_capitals_1), ROW(azerty_capitals_2),
    ROW(azerty_capitals_3), ROW(azerty_bottom),
};
static const struct keymap_row azerty_sign_rows[] = {
    ROW(rare_accents), ROW(digits), ROW(signs_1), ROW(signs_2), ROW(signs_bottom),
};
static const struct keymap_page azerty_pages[] = {
    [LETTERS] = PAGE_OF(azerty_small_rows, LATIN_COLUMNS),
    [CAPITALS] = PAGE_OF(azerty_capital_rows, LATIN_COLUMNS),
    [SIGNS] = PAGE_OF(azerty_sign_rows, LATIN_COLUMNS),
};

static const struct keymap_key abc_bottom[] = {
    TO_SIGNS, TO_LAYOUT("AZERTY"), SOFT(","), SPACE(5), SOFT("."), BACK, FORWARD,
};
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
static const struct keymap_row abc_small_rows[] = {
    ROW(accents), ROW(abc_1), ROW(abc_2), ROW(abc_3), ROW(abc_bottom),
};
static const struct keymap_row abc_capital_rows[] = {
    ROW(accent_capitals), ROW(abc_capitals_1), ROW(abc_capitals_2),
    ROW(abc_capitals_3),  ROW(abc_bottom),
};
static const struct keymap_row abc_sign_rows[] = {
    ROW(rare_accents), ROW(digits), ROW(signs_1), ROW(signs_2), ROW(signs_bottom),
};
static const struct keymap_page abc_pages[] = {
    [LETTERS] = PAGE_OF(abc_small_rows, LATIN_COLUMNS),
    [CAPITALS] = PAGE_OF(abc_capital_rows, LATIN_COLUMNS),
    [SIGNS] = PAGE_OF(abc_sign_rows, LATIN_COLUMNS),
};

/* AZERTY beside a script of its own: names of people and streets, words of the catalogue. */
static const struct keymap_key latin_bottom[] = {
    TO_SIGNS, TO_LAYOUT("أ ب"), SOFT(","), SPACE(5), SOFT("."), BACK, FORWARD,
};
static const struct keymap_row latin_small_rows[] = {
    ROW(accents), ROW(azerty_1), ROW(azerty_2), ROW(azerty_3), ROW(latin_bottom),
};
static const struct keymap_row latin_capital_rows[] = {
    ROW(accent_capitals),   ROW(azerty_capitals_1), ROW(azerty_capitals_2),
    ROW(azerty_capitals_3), ROW(latin_bottom),
};
static const struct keymap_page latin_pages[] = {
    [LETTERS] = PAGE_OF(latin_small_rows, LATIN_COLUMNS),
    [CAPITALS] = PAGE_OF(latin_capital_rows, LATIN_COLUMNS),
    [SIGNS] = PAGE_OF(azerty_sign_rows, LATIN_COLUMNS),
};

const struct keymap KEYMAP_AZERTY = {
    .name = "azerty",
    .other = "abc",
    .pages = azerty_pages,
    .page_count = ARRAY_LEN(azerty_pages),
};
const struct keymap KEYMAP_ABC = {
    .name = "abc",
    .other = "azerty",
    .pages = abc_pages,
    .page_count = ARRAY_LEN(abc_pages),
};
const struct keymap KEYMAP_LATIN = {
    .name = "latin",
    .other = "arabic",
    .pages = latin_pages,
    .page_count = ARRAY_LEN(latin_pages),
};
