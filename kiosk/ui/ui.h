/* The presentation toolkit: a screen declares what is shown, once a frame.
 *
 *     ui_header(ui, (struct ui_header){.title = _("Workshops"), .sub = _("1 of 3")});
 *     ui_text(ui, UI_TITLE, _("For how many people?"));
 *     ui_begin_card(ui, (struct ui_box){0});
 *     ui_fact(ui, (struct ui_fact){.icon = UI_ICON_PLACE, .text = session->place});
 *     ui_end(ui);
 *     ui_spacer(ui);
 *     ui_button(ui, (struct ui_button){.id = "ask", .command = {VERB_ASK, 0},
 *         .label = _("Ask for a seat"), .icon = UI_ICON_CHECK, .look = UI_FILLED,
 *         .color = UI_BLUE, .size = UI_MAIN_BUTTON});
 *
 * Between ui_begin() and ui_finish() the page is a column with the panel's margins: what is
 * declared stands one under the other, the bar (ui_bar) always at the bottom. ui_finish() lays out
 * (measure, then arrange; right-to-left turns the arranged frame round, in one place) and gives the
 * node list. ui_paint() draws only what differs from what was painted before.
 *
 * A page that would not fit is squeezed: smaller gaps, then (at 100 %) without what is spare. One
 * that does not fit even then is paged in one column, actions, fields and keys at its end staying
 * in sight. A low page ("à ma hauteur") has above it what stands before anything that is touched.
 *
 * Every string is copied for the frame: callers may pass temporaries. Text is never clipped: it
 * wraps. All lengths are mm. Ids are ASCII, unique on a screen and stable from frame to frame; a
 * widget without a command cannot be touched. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "ui/icons.h"
#include "ui/keymap.h"
#include "ui/node.h"
#include "ui/theme.h"

struct SDL_Surface;
struct ui;       /* the frame being declared */
struct ui_stage; /* what lasts: theme, fonts, caches, the last frame */

/* ---- The stage and its frames (glue; screens need none of this) ---- */

enum { UI_ID_MAX = 64, UI_SCROLL_MAX = 4, UI_DAMAGE_MAX = 16, UI_BAR_MAX = 6 };

/* Verbs of the toolkit's own nodes, for ui_view_act(); screens use positive verbs. */
enum { UI_VERB_SCROLL = -1, UI_VERB_PREVIOUS_PAGE = -2, UI_VERB_NEXT_PAGE = -3 };

/* Presentational state of one screen: nothing else about a screen survives a frame. Zeroed when
 * the screen is entered. */
struct ui_view {
    int scroll_px[UI_SCROLL_MAX]; /* of each scroll area, in order of declaration */
    bool is_dragging;
    char pressed[UI_ID_MAX]; /* id of the armed node; "" none */
    char focused[UI_ID_MAX]; /* id with the focus ring; "" none */
};

/* Words of the toolkit's own widgets, in the interface's language. All needed. */
struct ui_words {
    const char *back;                       /* "Retour" */
    const char *previous_page;              /* "Précédent" */
    const char *next_page;                  /* "Suite" */
    const char *page;                       /* "page %d sur %d", or "" */
    const char *of;                         /* "%d / %d", of digits typed */
    const char *less;                       /* "Moins : %s"; %s is the stepper's label */
    const char *more;                       /* "Plus : %s" */
    const char *space;                      /* "espace" */
    const char *erase;                      /* "Effacer" */
    const char *shift;                      /* "Majuscules" */
    const char *letters, *signs;            /* "Lettres", "Chiffres et signes" */
    const char *layout;                     /* "Autre ordre des lettres" */
    const char *caret_back, *caret_forward; /* "Une lettre en arrière", "Une lettre en avant" */
};

struct ui_frame_info {
    const char *screen;     /* name for dumps */
    const char *lang;       /* BCP 47 of the interface: decides its direction */
    const char *house_lang; /* of what stands in isolates (base/text.h); NULL: the interface's */
    int width_px, height_px;
    uint32_t screen_serial;
    struct ui_view *view; /* kept until the next ui_begin(); offsets are brought within range */
    struct ui_words words;
};

struct ui_frame {
    const char *screen, *lang, *house_lang; /* as in ui_frame_info */
    enum ui_dir dir;                        /* of the interface */
    int width_px, height_px;
    double px_per_mm;
    struct ui_nodes nodes;
};

/* theme: copied. Fonts open when first needed, but the text and fallback faces are checked now:
 * ERR_MISSING text fonts are not installed (the log names the package). Without the Arabic or icon
 * font the fallback font serves, and the log says so. */
enum err ui_stage_create(const struct ui_theme *theme, struct ui_stage **stage) NODISCARD;
/* Wipes and frees; NULL is fine. */
void ui_stage_destroy(struct ui_stage *stage);
const struct ui_theme *ui_stage_theme(const struct ui_stage *stage);
/* Another text size, contrast or typeface: wipes as ui_text_wipe() does, and the next paint
 * repaints all. ERR_MISSING the typeface is not installed: the one before stays. */
enum err ui_stage_set_theme(struct ui_stage *stage, const struct ui_theme *theme) NODISCARD;

/* Starts a frame. The frame finished before stays readable until the ui_begin() after next. */
struct ui *ui_begin(struct ui_stage *stage, const struct ui_frame_info *info);
/* Layout, node list. Gives a frame that lives in the stage until the ui_begin() after next. */
const struct ui_frame *ui_finish(struct ui *ui);
/* The last frame once more after its view changed (pressed, focus, scroll): no build needed.
 * The same lifetime as ui_finish(). */
const struct ui_frame *ui_refresh(struct ui_stage *stage);
/* Draws onto target (32 bits a pixel, 0xXXRRGGBB, of the frame's size) what the last frame changed
 * against the one painted before it, and says where. Returns how many rectangles, 0 when nothing
 * changed. The target must hold what was painted last. */
size_t ui_paint(struct ui_stage *stage, struct SDL_Surface *target,
                struct ui_rect damage[UI_DAMAGE_MAX]);
/* The target lost its content: the next ui_paint() repaints everything. */
void ui_invalidate(struct ui_stage *stage);
/* End of a session: wipes cached texts, measures, and both frames. The next thing must be a
 * ui_begin(); nodes given before are gone. What is painted stays until then. */
void ui_text_wipe(struct ui_stage *stage);
/* Bytes of rendered text held now, for tests and for the log. */
size_t ui_text_cached_bytes(const struct ui_stage *stage);

/* Moves scroll area slot by dy_px, the finger's way: down is positive and shows what is above. */
void ui_view_scroll(struct ui_view *view, size_t slot, int dy_px);
/* The finger left: the next frame shows whole rows only. */
void ui_view_settle(struct ui_view *view);
/* Takes the toolkit's own commands (verb < 0: pages); false for any other. */
bool ui_view_act(struct ui_stage *stage, struct ui_view *view, struct ui_command command);
const struct ui_node *ui_node_find(const struct ui_nodes *nodes, const char *id);

/* ---- What screens ask about the place ---- */

bool ui_is_landscape(const struct ui *ui); /* the page: so is a low one */
bool ui_is_low(const struct ui *ui);       /* the page is lower than the panel */
bool ui_may_be_low(const struct ui *ui);   /* the panel is higher than what can be reached */
bool ui_is_large(const struct ui *ui); /* text over 100 %: a page holds little, the main first */
bool ui_has_typeface(const struct ui *ui, enum ui_typeface typeface); /* installed */
const struct ui_theme *ui_theme_of(const struct ui *ui);
/* Text of the frame's lifetime, for composed lines. */
const char *ui_format(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* ---- Containers ---- */

/* NATURAL: columns stretch their children, rows centre them, texts and justify start. */
enum ui_align { UI_NATURAL, UI_START, UI_CENTER, UI_FAR, UI_STRETCH };

/* All fields optional. Lengths in mm; a negative gap or padding means none, 0 the container's own:
 * gap UI_GAP for columns, rows and grids, padding none (cards: UI_PAD), radius none (cards:
 * UI_TILE_CORNER). */
struct ui_box {
    double gap_mm;
    double pad_mm;                  /* on four sides */
    double pad_x_mm, pad_y_mm;      /* instead of pad_mm on two sides */
    double width_mm, min_height_mm; /* 0: from the content */
    double grow;                    /* share of the room left along the parent; 0 takes none */
    enum ui_align align;            /* of the children, across */
    enum ui_align justify;          /* along: where the children go when room is left */
    bool wrap;                      /* rows: what does not fit goes on a further line */
    bool equal;                     /* rows: children share the width equally */
    bool sheds;                     /* columns: children that do not fit are left out, last first */
    enum ui_color fill, edge;
    double radius_mm;
};

/* Children one under the other, each as wide as the column (with .align CENTER or FAR: as wide as
 * needed, placed so). */
void ui_begin_column(struct ui *ui, struct ui_box box);
/* Children side by side, centred on each other's middle (.align START: at the top; STRETCH: all as
 * high as the row). Texts take what room they need and wrap. */
void ui_begin_row(struct ui *ui, struct ui_box box);
/* Row in landscape, column in portrait. In landscape children share the width after their .grow. */
void ui_begin_split(struct ui *ui, struct ui_box box);
/* Equal cells, rows as high as their highest cell; with .grow the rows share the height. */
void ui_begin_grid(struct ui *ui, int portrait_columns, int landscape_columns, struct ui_box box);
/* Columns for a grid of so many cells, at most most_columns, so that its lines are filled as
 * evenly as can be: 6 cells in 3 columns rather than 4. */
int ui_even_columns(int cells, int most_columns);
/* White column with a thin border and round corners. */
void ui_begin_card(struct ui *ui, struct ui_box box);
/* Column that takes the room left, at least 60 mm, and pages when its content is higher: the
 * buttons stand below it, in landscape beside it. At most UI_SCROLL_MAX a screen, not nested. */
void ui_begin_scroll(struct ui *ui, const char *id, struct ui_box box);
/* Ends the innermost container. */
void ui_end(struct ui *ui);

/* Takes the room left: pushes what follows to the end. */
void ui_spacer(struct ui *ui);
/* Fixed room along the container. */
void ui_space(struct ui *ui, double mm);
/* Hairline across the container. */
void ui_divider(struct ui *ui);

/* ---- The page's frame ---- */

/* At the top of every screen. Home: .is_home shows the house logo instead of the back button. */
struct ui_header {
    bool is_home;
    const char *title;
    const char *sub;          /* second line; also "2 sur 4 · …" */
    const char *clock, *date; /* right; NULL none */
    struct ui_command back;   /* verb 0: the logo stands there instead */
    bool is_private;          /* the title or sub name something personal */
};
void ui_header(struct ui *ui, struct ui_header header);

struct ui_bar_item {
    const char *id, *label;
    enum ui_icon icon;
    struct ui_command command; /* verb 0: a status */
    bool is_selected;
};
/* At the bottom of the page wherever it is declared; at most UI_BAR_MAX. */
void ui_bar(struct ui *ui, const struct ui_bar_item *items, size_t count);

/* Coloured head of a session, item or service: icon, big title, second line. Not touchable. */
struct ui_banner {
    const char *id; /* may be NULL */
    enum ui_icon icon;
    enum ui_color color;
    const char *title, *sub;
    const char *lang; /* of title and sub, if not the interface's */
};
void ui_banner(struct ui *ui, struct ui_banner banner);

/* A sentence that needs attention, in a tinted box with its icon. */
enum ui_tone { UI_NEUTRAL, UI_GOOD, UI_CAUTION, UI_TROUBLE };
struct ui_notice {
    const char *id; /* may be NULL */
    enum ui_tone tone;
    enum ui_icon icon; /* NONE: the tone's own */
    const char *title; /* bold, may be NULL */
    const char *text;
    bool is_private;
};
void ui_notice(struct ui *ui, struct ui_notice notice);

/* ---- Texts ---- */

/* A paragraph. Titles are nodes of role TITLE, the rest TEXT. */
void ui_text(struct ui *ui, enum ui_style style, const char *text);

struct ui_label {
    const char *text;
    enum ui_style style;
    enum ui_color color; /* NONE: the style's */
    enum ui_align align; /* of the lines: START, CENTER, FAR */
    const char *id;      /* NULL: numbered */
    const char *name;    /* spoken; NULL: the text */
    const char *lang;    /* BCP 47 of the text, if not the interface's: decides its direction */
    double grow;
    bool is_private;
    bool is_status; /* role STATUS: said when it changes */
    bool is_spare;  /* left out when the page would not fit */
};
void ui_label(struct ui *ui, struct ui_label label);
/* "**2 places libres** sur 8": bold part, then a normal one, one paragraph. Either may be NULL. */
void ui_rich(struct ui *ui, const char *bold, const char *normal);

/* An icon alone, as decoration beside a word. size: UI_ICON_SMALL … UI_ICON_HUGE. */
void ui_icon_show(struct ui *ui, enum ui_icon icon, enum ui_size size, enum ui_color color);

/* Line of a card: icon, text with an optional bold beginning, optional seats at the end. */
struct ui_fact {
    const char *id; /* may be NULL */
    enum ui_icon icon;
    enum ui_color color; /* of the icon; NONE: teal */
    const char *bold;    /* may be NULL */
    const char *text;    /* may be NULL */
    const char *lang;
    int seats_taken, seats_total; /* total 0: no dots; more than 12 are not drawn */
    bool is_private;
    /* Review: "modifier" at the end of the line. verb 0: none. */
    struct ui_command edit;
    const char *edit_label;
};
void ui_fact(struct ui *ui, struct ui_fact fact);
/* ●●●○○ taken filled, free outlined. */
void ui_seats(struct ui *ui, int taken, int total, enum ui_color color);

struct ui_pill {
    const char *text;
    enum ui_tone tone;
    enum ui_icon icon; /* NONE: no icon in list rows' short pills */
};
/* A state: word on a tint. Role STATUS. id may be NULL. */
void ui_pill(struct ui *ui, const char *id, struct ui_pill pill);

/* ---- Buttons ---- */

enum ui_look {
    UI_OUTLINED, /* white with an edge: the other ways */
    UI_FILLED,   /* the one clear next step, in .color */
    UI_DANGER,   /* cancel, erase: outlined in the bad colour */
    UI_QUIET,    /* no edge: small links such as "modifier" */
};
enum ui_button_size {
    UI_SIDE_BUTTON, /* ≥ 20 mm */
    UI_MAIN_BUTTON, /* 25–30 mm and more */
};

struct ui_button {
    const char *id;
    struct ui_command command;
    const char *label;
    const char *sub;  /* second line, may be NULL */
    const char *name; /* spoken; NULL: label and sub */
    const char *lang; /* of the label, if not the interface's */
    enum ui_icon icon;
    enum ui_look look;
    enum ui_color color; /* NONE: teal */
    enum ui_button_size size;
    double grow;
    bool is_disabled;
    bool is_choice;   /* stays selected: role CHOICE */
    bool is_selected; /* tinted, with its edge in .color */
    bool is_private;
};
void ui_button(struct ui *ui, struct ui_button button);
/* Small rounded button or, without command, a tag of what was chosen so far. Same fields; .look
 * FILLED for tags. Language names, days, filters. */
void ui_chip(struct ui *ui, struct ui_button chip);

/* Home tile, filled: icon on top, in landscape beside title and second line. */
struct ui_tile {
    const char *id;
    struct ui_command command;
    enum ui_icon icon;
    enum ui_color color;
    const char *title, *sub;
    const char *name; /* spoken; NULL: title and sub */
    const char *lang;
    bool is_selected; /* ui_choice() only */
    bool is_tall; /* ui_tile() only: there is height, the icon stands on top unless ui_is_large() */
    bool is_disabled;
};
void ui_tile(struct ui *ui, struct ui_tile tile);
/* Category or pictured sub-choice: white, icon in colour, title, optional second line. */
void ui_choice(struct ui *ui, struct ui_tile tile);

/* List row, at least 20 mm high; touchable when it has a command. Put them in a card: they draw
 * the hairline above themselves, but for the first. */
struct ui_list_row {
    const char *id;
    struct ui_command command;
    const char *badge_top, *badge; /* "mar." over "8"; or: */
    enum ui_icon icon;
    enum ui_color color; /* of badge or icon; NONE: teal */
    const char *title;
    const char *sub;
    const char *lang;    /* of title and sub */
    struct ui_pill pill; /* text NULL: none */
    bool is_narrow;      /* the pill stands on the second line */
    const char *name;    /* spoken; NULL: what is seen, joined by commas */
    bool is_private;
    bool is_selected;
};
void ui_list_row(struct ui *ui, struct ui_list_row row);

/* Label, −, value, +. The commands carry what the screen wants; at a bound its side is disabled. */
struct ui_stepper {
    const char *id; /* nodes: id-less, id-value, id-more */
    const char *label, *sub;
    int value, min, max;
    struct ui_command less, more;
};
void ui_stepper(struct ui *ui, struct ui_stepper stepper);

/* ---- Writing ---- */

struct ui_field {
    const char *id;
    struct ui_command command; /* touching it; verb 0: only shown */
    const char *name;          /* spoken: what the field is for */
    const char *text;
    const char *lang; /* of the text */
    size_t caret;     /* byte offset in text; shown when is_active */
    bool is_active;
    const char *placeholder;
    const char *hint;    /* under the field: "Ni nom, ni adresse, ni santé ici." */
    const char *counter; /* under the field, at the end: "71 / 280" */
    enum ui_color color; /* edge and caret when active; NONE: teal */
    int lines;           /* least height; 0: one */
    double grow;
    bool is_big; /* numbers: in the ticket's digits */
    bool is_private;
};
void ui_field(struct ui *ui, struct ui_field field);

/* Boxes with a dot for each digit typed; the digits never come near the toolkit. */
struct ui_pin {
    const char *id;
    const char *name; /* spoken: "Code, 6 chiffres" */
    int typed, length;
};
void ui_pin(struct ui *ui, struct ui_pin pin);

/* The page of keys across the panel, in landscape as high as there is room; a key's command is
 * {verb, its number in the page}. Node ids are key-0, key-1, …. Named by what they type. */
void ui_keyboard(struct ui *ui, const struct keymap_page *page, int verb);
/* 1–9, erase, 0, in landscape as high as there is room. Commands {verb, 0…9}; erase {verb, -1}. Ids
 * digit-0 … digit-9, digit-erase. is_shielded: pressed keys are not lit and nothing is spoken
 * (PIN). */
void ui_keypad(struct ui *ui, int verb, bool is_shielded);

/* ---- Tickets ---- */

/* QR code with its quiet zone of 4 modules on white, whole pixels a module, as large as fits
 * size_mm, centred. name: spoken ("Code du ticket"). Text beyond what a QR code of level M holds is
 * a bug of the caller. */
void ui_qr(struct ui *ui, const char *id, const char *name, const char *text, double size_mm,
           bool is_private);

enum ui_step_state { UI_STEP_AHEAD, UI_STEP_CURRENT, UI_STEP_DONE };
struct ui_step {
    enum ui_icon icon;
    const char *label;
    enum ui_step_state state;
};
/* "Reçue – Réponse : mardi 17 h – Confirmée", side by side. */
void ui_steps(struct ui *ui, const struct ui_step *steps, size_t count);
