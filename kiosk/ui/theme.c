#include "ui/theme.h"

#include <assert.h>
#include <math.h>

static const uint32_t colors[UI_COLOR_COUNT][2] = {
    /* light, high contrast (yellow and white on black, ≥ 12:1; a filled colour is yellow) */
    [UI_PAPER] = {0xFAF6EE, 0x000000},
    [UI_CARD] = {0xFFFFFF, 0x000000},
    [UI_LINE] = {0xDDD5C6, 0x9A9A9A},
    [UI_EDGE] = {0x938E84, 0xFFFFFF},
    [UI_INK] = {0x17262B, 0xFFFFFF},
    [UI_SOFT] = {0x49565C, 0xFFF6C2},
    [UI_TERRACOTTA] = {0x913719, 0xFFE400},
    [UI_BLUE] = {0x23478A, 0xFFE400},
    [UI_UMBER] = {0x6A4300, 0xFFE400},
    [UI_TEAL] = {0x0B5A55, 0xFFE400},
    [UI_TERRACOTTA_TINT] = {0xF8E6DE, 0x1C1A00},
    [UI_BLUE_TINT] = {0xDFE7F6, 0x1C1A00},
    [UI_UMBER_TINT] = {0xF5EAD6, 0x1C1A00},
    [UI_TEAL_TINT] = {0xE6F2F0, 0x1C1A00},
    [UI_OK] = {0x18592E, 0xFFFFFF},
    [UI_OK_TINT] = {0xDDF0E2, 0x1C1A00},
    [UI_WARN] = {0x6D4900, 0xFFE400},
    [UI_WARN_TINT] = {0xFFF7E2, 0x1C1A00},
    [UI_BAD] = {0xA11A1A, 0xFFE400},
    [UI_BAD_TINT] = {0xFDF1EF, 0x1C1A00},
    [UI_KEY] = {0xEEE7DA, 0x1C1A00},
    [UI_GHOST] = {0x8A8479, 0x9A9A9A},
    [UI_DISABLED] = {0x938E84, 0x9A9A9A},
    [UI_WHITE] = {0xFFFFFF, 0x000000},
    [UI_BLACK] = {0x000000, 0x000000},
    [UI_QR_PAPER] = {0xFFFFFF, 0xFFFFFF},
    [UI_FOCUS] = {0x17262B, 0xFFFFFF},
};

/* mm: small panel (21.5"), large panel (32") */
static const double sizes[UI_SIZE_COUNT][2] = {
    [UI_MARGIN] = {14, 20},
    [UI_GAP] = {6, 9},
    [UI_GAP_SMALL] = {3, 4.5},
    [UI_PAD] = {8, 15},
    [UI_TILE_CORNER] = {8, 12},
    [UI_CORNER] = {7, 9},
    [UI_MAIN] = {25, 40},
    [UI_TARGET] = {20, 29},
    [UI_ROW] = {22, 40},
    [UI_FACT] = {15, 40},
    [UI_TILE_HEIGHT] = {34, 88},
    [UI_CHOICE_HEIGHT] = {36, 66},
    [UI_BAR_HEIGHT] = {22, 60},
    [UI_HEADER_LOGO] = {20, 32},
    [UI_ICON_SMALL] = {11, 16},
    [UI_ICON_MEDIUM] = {13, 20},
    [UI_ICON_LARGE] = {19, 36},
    [UI_ICON_HUGE] = {26, 44},
    [UI_KEY_HEIGHT] = {20, 40},
    [UI_KEY_GAP] = {3, 4.5},
    [UI_BADGE_WIDTH] = {30, 38},
    [UI_STROKE] = {0.5, 0.75},
    [UI_EDGE_STROKE] = {0.75, 1.1},
    [UI_HIT_GROWTH] = {4, 4},
};

/* Height of a capital H in mm on the small and the large panel. Few sizes: each one open in memory
 * costs 250 KiB. */
static const struct {
    double cap_mm[2];
    bool is_bold;
    bool is_capped; /* stops growing at 130 % */
    enum ui_color color;
} styles[UI_STYLE_COUNT] = {
    [UI_BODY] = {{7.4, 8.8}, false, false, UI_INK},
    [UI_TITLE] = {{9.6, 15.0}, true, false, UI_INK},
    [UI_HEADING] = {{8.0, 10.2}, true, false, UI_INK},
    [UI_BOLD] = {{7.4, 8.8}, true, false, UI_INK},
    [UI_SMALL] = {{7.4, 7.6}, false, false, UI_SOFT},
    [UI_SMALL_BOLD] = {{7.4, 7.6}, true, false, UI_INK},
    [UI_LABEL] = {{8.0, 10.2}, true, false, UI_INK},
    [UI_OPTION] = {{7.4, 7.6}, true, false, UI_INK},
    [UI_TILE] = {{8.0, 12.4}, true, false, UI_WHITE},
    [UI_CLOCK] = {{9.6, 12.4}, true, true, UI_INK},
    [UI_NUMBER] = {{9.6, 15.0}, true, false, UI_INK},
    [UI_TICKET] = {{15.0, 22.0}, true, false, UI_INK},
    [UI_CAP] = {{8.0, 10.2}, true, true, UI_INK},
    [UI_BAR] = {{7.4, 7.6}, true, true, UI_INK},
    [UI_BADGE] = {{8.0, 10.2}, true, false, UI_BLUE},
};

enum { SMALL_PANEL_MM = 600 };
static const double cap_min_mm = 7.33, cap_viewing_mm = 600;
static const double cap_of_em = 0.714; /* Noto Sans: 714 of 1000 units; Andika is 0.72 */

struct ui_theme theme_make(const struct ui_panel *panel)
{
    int longer_px = panel->width_px > panel->height_px ? panel->width_px : panel->height_px;
    assert(panel->px_per_mm > 0);
    return (struct ui_theme){
        .px_per_mm = panel->px_per_mm,
        .viewing_mm = panel->viewing_mm,
        .is_small = longer_px / panel->px_per_mm < SMALL_PANEL_MM,
        .text_scale = 1.0,
    };
}

int theme_text_percent(enum ui_text_size size)
{
    static const int percents[UI_TEXT_SIZE_COUNT] = {
        [UI_TEXT_100] = 100, [UI_TEXT_130] = 130, [UI_TEXT_160] = 160, [UI_TEXT_200] = 200};
    return percents[size];
}

struct ui_theme theme_with(const struct ui_theme *theme, const struct ui_comfort *comfort)
{
    struct ui_theme made = *theme;
    made.text_scale = theme_text_percent(comfort->text_size) / 100.0;
    made.contrast = comfort->contrast;
    made.typeface = comfort->typeface;
    made.low_mm = comfort->is_low ? UI_LOW_MM : 0;
    made.is_small = theme->is_small || comfort->is_low; /* the page is as high as a small panel's */
    return made;
}

uint32_t theme_color(const struct ui_theme *theme, enum ui_color color)
{
    assert(color > UI_COLOR_NONE && color < UI_COLOR_COUNT);
    return colors[color][theme->contrast];
}

uint32_t theme_mix(uint32_t a, uint32_t b, int share)
{
    uint32_t mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
        int from = (int)(a >> shift & 0xFF), to = (int)(b >> shift & 0xFF);
        mixed |= (uint32_t)(from + (to - from) * share / 255) << shift;
    }
    return mixed;
}

enum ui_color theme_tint(enum ui_color color)
{
    static const enum ui_color tints[UI_COLOR_COUNT] = {
        [UI_TERRACOTTA] = UI_TERRACOTTA_TINT,
        [UI_BLUE] = UI_BLUE_TINT,
        [UI_UMBER] = UI_UMBER_TINT,
        [UI_TEAL] = UI_TEAL_TINT,
        [UI_OK] = UI_OK_TINT,
        [UI_WARN] = UI_WARN_TINT,
        [UI_BAD] = UI_BAD_TINT,
    };
    return tints[color] ? tints[color] : UI_TEAL_TINT;
}

double theme_mm(const struct ui_theme *theme, enum ui_size size)
{
    return sizes[size][theme->is_small ? 0 : 1];
}

int theme_px(const struct ui_theme *theme, double mm)
{
    int px = (int)lround(mm * theme->px_per_mm);
    return px < 1 && mm > 0 ? 1 : px;
}

int theme_font_px(const struct ui_theme *theme, enum ui_style style)
{
    double cap_mm = styles[style].cap_mm[theme->is_small ? 0 : 1];
    double least_mm = cap_min_mm * theme->viewing_mm / cap_viewing_mm;
    double scale = theme->text_scale;
    if (styles[style].is_capped && scale > 1.3) {
        scale = 1.3;
    }
    cap_mm = fmax(cap_mm, least_mm) * scale;
    return (int)ceil(cap_mm * theme->px_per_mm / cap_of_em);
}

int theme_least_font_px(const struct ui_theme *theme, enum ui_style style)
{
    struct ui_theme least = *theme;
    least.text_scale = 1.0;
    return theme_font_px(&least, style);
}

bool theme_is_bold(enum ui_style style)
{
    return styles[style].is_bold;
}

double theme_leading(const struct ui_theme *theme, enum ui_style style)
{
    const double title = 1.2, text = 1.36, dense = 1.25;
    bool is_text = !styles[style].is_bold || style == UI_BOLD || style == UI_SMALL_BOLD;
    return !is_text ? title : theme->is_small ? dense : text;
}

enum ui_color theme_style_color(enum ui_style style)
{
    return styles[style].color;
}
