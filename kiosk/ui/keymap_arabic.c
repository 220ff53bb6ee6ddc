/* The layout of Arabic: three rows as telephones have them, and above them the hamza's other seats
 * and the signs of every sentence. Letters stand where they do on every Arabic keyboard, from left
 * to right; the caret moves through the text from right to left, so its keys change places. */
#include "ui/keymap_parts.h"

enum { ARABIC_COLUMNS = 22, ARABIC_SIGNS = 1 };

#define LEFTWARD                                                                                   \
    {                                                                                              \
        .action = KEYMAP_FORWARD, .icon = UI_ICON_CURSOR_LEFT, .columns = 2, .is_soft = true       \
    }
#define RIGHTWARD                                                                                  \
    {                                                                                              \
        .action = KEYMAP_BACK, .icon = UI_ICON_CURSOR_RIGHT, .columns = 2, .is_soft = true         \
    }

static const struct keymap_key arabic_0[] = {
    SOFT("ء"), SOFT("آ"), SOFT("أ"), SOFT("إ"), SOFT("ئ"), SOFT("؟"),
    SOFT("!"), SOFT(":"), SOFT("-"), SOFT("«"), SOFT("»"),
};
static const struct keymap_key arabic_1[] = {
    KEY("ض"), KEY("ص"), KEY("ث"), KEY("ق"), KEY("ف"), KEY("غ"),
    KEY("ع"), KEY("ه"), KEY("خ"), KEY("ح"), KEY("ج"),
};
static const struct keymap_key arabic_2[] = {
    KEY("ش"), KEY("س"), KEY("ي"), KEY("ب"), KEY("ل"), KEY("ا"),
    KEY("ت"), KEY("ن"), KEY("م"), KEY("ك"), KEY("ط"),
};
static const struct keymap_key arabic_3[] = {
    KEY("ذ"), KEY("ؤ"), KEY("ر"), KEY("ى"), KEY("ة"), KEY("و"), KEY("ز"), KEY("ظ"), KEY("د"), ERASE,
};
static const struct keymap_key arabic_bottom[] = {
    TURN("123", UI_ICON_NONE, ARABIC_SIGNS, 3),
    TO_LAYOUT("ABC"),
    SOFT("،"),
    SPACE(7),
    SOFT("."),
    LEFTWARD,
    RIGHTWARD,
};
static const struct keymap_key arabic_signs_0[] = {
    SOFT("؟"), SOFT("،"), SOFT("؛"), SOFT("«"), SOFT("»"),
    SOFT("ـ"), SOFT("٪"), SOFT("°"), SOFT("€"), SOFT("\""),
};
static const struct keymap_key arabic_signs_2[] = {
    KEY("’"), KEY("+"), KEY("="), KEY("%"), KEY("#"), KEY("*"), KEY("_"), KEY("…"), ERASE,
};
static const struct keymap_key arabic_signs_bottom[] = {
    TO_LETTERS("أ ب"), SOFT(","), SPACE(9), SOFT("."), LEFTWARD, RIGHTWARD,
};
static const struct keymap_row arabic_letter_rows[] = {
    ROW(arabic_0), ROW(arabic_1), ROW(arabic_2), ROW(arabic_3), ROW(arabic_bottom),
};
static const struct keymap_row arabic_sign_rows[] = {
    ROW(arabic_signs_0), ROW(digits), ROW(signs_1), ROW(arabic_signs_2), ROW(arabic_signs_bottom),
};
/* No capitals. */
static const struct keymap_page arabic_pages[] = {
    [LETTERS] = PAGE_OF(arabic_letter_rows, ARABIC_COLUMNS),
    [ARABIC_SIGNS] = PAGE_OF(arabic_sign_rows, LATIN_COLUMNS),
};

const struct keymap KEYMAP_ARABIC = {
    .name = "arabic",
    .other = "latin",
    .pages = arabic_pages,
    .page_count = ARRAY_LEN(arabic_pages),
};
