/* The look: colours, sizes in millimetres, type sizes. One theme a panel, made once from the
 * configuration; nothing else in the program knows a pixel. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* Meaning, not hue: a high-contrast theme gives other values. */
enum ui_color {
    UI_COLOR_NONE, /* transparent, or the widget's own choice */
    UI_PAPER,
    UI_CARD,
    UI_LINE,
    UI_EDGE, /* borders of controls */
    UI_INK,
    UI_SOFT,
    UI_TERRACOTTA, /* helping hands */
    UI_BLUE,       /* workshops and agenda */
    UI_UMBER,      /* lending */
    UI_TEAL,       /* services, and the house itself */
    UI_TERRACOTTA_TINT,
    UI_BLUE_TINT, /* behind a date badge or a selected choice of that colour */
    UI_UMBER_TINT,
    UI_TEAL_TINT,
    UI_OK,
    UI_OK_TINT,
    UI_WARN,
    UI_WARN_TINT,
    UI_BAD,
    UI_BAD_TINT,
    UI_KEY,      /* tinted key caps */
    UI_GHOST,    /* what is not reached yet: an icon whose word says so too */
    UI_DISABLED, /* words and icons of what cannot be touched now */
    UI_WHITE,    /* on a filled colour */
    UI_BLACK,    /* QR modules, */
    UI_QR_PAPER, /* and what they stand on, in every theme */
    UI_FOCUS,
    UI_COLOR_COUNT
};

enum ui_contrast { UI_LIGHT, UI_HIGH_CONTRAST };
enum ui_typeface { UI_NOTO, UI_ANDIKA };

/* What a text is; the theme says how large and how bold. */
enum ui_style {
    UI_BODY,  /* sentences */
    UI_TITLE, /* the question of the screen */
    UI_HEADING,
    UI_BOLD,  /* a line that counts, row titles */
    UI_SMALL, /* second lines, soft */
    UI_SMALL_BOLD,
    UI_LABEL,  /* on main buttons */
    UI_OPTION, /* on other buttons, chips */
    UI_TILE,   /* title of a home tile */
    UI_CLOCK,
    UI_NUMBER, /* a stepper's value, a keypad's digit */
    UI_TICKET, /* the ticket's number */
    UI_CAP,    /* letter on a key cap; grows with the text up to 130 % only, like the bar */
    UI_BAR,
    UI_BADGE, /* day of a date badge */
    UI_STYLE_COUNT
};

/* Lengths in mm, from the small panel to the large one. */
enum ui_size {
    UI_MARGIN,
    UI_GAP,
    UI_GAP_SMALL,
    UI_PAD,         /* inside cards */
    UI_TILE_CORNER, /* tiles and cards */
    UI_CORNER,      /* buttons, fields, keys */
    UI_MAIN,        /* height of a main action */
    UI_TARGET,      /* height of other targets, ≥ 20 */
    UI_ROW,         /* least height of a list row */
    UI_FACT,        /* least height of a line that is only read */
    UI_TILE_HEIGHT, /* least height of a home tile */
    UI_CHOICE_HEIGHT,
    UI_BAR_HEIGHT,
    UI_HEADER_LOGO,
    UI_ICON_SMALL, /* beside a text */
    UI_ICON_MEDIUM,
    UI_ICON_LARGE, /* tiles, states */
    UI_ICON_HUGE,  /* the ticket's clock */
    UI_KEY_HEIGHT,
    UI_KEY_GAP,
    UI_BADGE_WIDTH,
    UI_STROKE,      /* borders of cards */
    UI_EDGE_STROKE, /* borders of controls */
    UI_HIT_GROWTH,  /* how far a target reaches beyond what is drawn */
    UI_SIZE_COUNT
};

/* What one visitor asks of the screen; all zero is how it begins. */
enum ui_text_size { UI_TEXT_100, UI_TEXT_130, UI_TEXT_160, UI_TEXT_200, UI_TEXT_SIZE_COUNT };
struct ui_comfort {
    enum ui_text_size text_size;
    enum ui_contrast contrast;
    enum ui_typeface typeface;
    bool is_low; /* "à ma hauteur": what can be touched stands in the lowest UI_LOW_MM */
};

/* Reach from a wheelchair. Source: EN 301 549 V3.2.1, 8.3.2, taken at its strictest. */
enum { UI_LOW_MM = 300 };

struct ui_panel {
    int width_px, height_px;
    double px_per_mm;
    double viewing_mm; /* distance of the eyes; 600 unless the place says otherwise */
};

/* Plain data, copied freely. Made by theme_make(); read through the functions below. */
struct ui_theme {
    double px_per_mm;
    double viewing_mm;
    bool is_small;     /* sizes of the 21.5" panel */
    double text_scale; /* 1.0 – 2.0 */
    enum ui_contrast contrast;
    enum ui_typeface typeface;
    int low_mm;           /* the page stands in the lowest so many mm; 0: it has the whole panel */
    const char *font_dir; /* of the font packages; NULL: where Debian puts them; kept */
};

/* The theme of a panel at 100 %, light, Noto. A panel whose longer side is under 600 mm takes the
 * small sizes. */
struct ui_theme theme_make(const struct ui_panel *panel);

/* The panel's theme as a visitor wants it. theme: as theme_make() gave it. */
struct ui_theme theme_with(const struct ui_theme *theme, const struct ui_comfort *comfort);
/* 100, 130, 160, 200. */
int theme_text_percent(enum ui_text_size size);

/* 0xRRGGBB. */
uint32_t theme_color(const struct ui_theme *theme, enum ui_color color);
/* a mixed with b: share 0 (all a) … 255 (all b). */
uint32_t theme_mix(uint32_t a, uint32_t b, int share);
/* The tint that goes behind a strong colour; UI_TEAL_TINT for those that have none. */
enum ui_color theme_tint(enum ui_color color);
/* Millimetres of a named size; pixels of a length in mm, rounded, at least 1 for what is not 0. */
double theme_mm(const struct ui_theme *theme, enum ui_size size);
int theme_px(const struct ui_theme *theme, double mm);
/* Font size (px of the em) and weight of a style. Its capital H is never smaller than 7.33 mm at
 * 600 mm, in proportion to the viewing distance. Source: EN 301 549 V3.2.1, 5.1.4. */
int theme_font_px(const struct ui_theme *theme, enum ui_style style);
/* The same at 100 %. */
int theme_least_font_px(const struct ui_theme *theme, enum ui_style style);
bool theme_is_bold(enum ui_style style);
/* Height of a line in ems: large type stands closer, and so does all on the small panel. */
double theme_leading(const struct ui_theme *theme, enum ui_style style);
/* The colour a style has when nothing else is said. */
enum ui_color theme_style_color(enum ui_style style);
