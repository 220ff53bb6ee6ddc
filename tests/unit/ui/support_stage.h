/* A stage on a surface in memory, and screens to put on it. */
#pragma once

#include <SDL.h>

#include "ui/ui.h"

enum { VERB_GO = 1, VERB_LESS, VERB_MORE, VERB_KEY, VERB_ROW };

struct support {
    struct ui_stage *stage;
    SDL_Surface *surface;
    struct ui_view view;
    struct ui_frame_info info;
    struct ui_rect damage[UI_DAMAGE_MAX];
};

/* Panels of the design: 32" portrait, 21.5" landscape. */
struct support support_portrait(const char *lang);
struct support support_landscape(const char *lang);
void support_end(struct support *s);
struct ui *support_begin(struct support *s);
/* Paints; returns how many rectangles changed. */
size_t support_paint(struct support *s);

void support_home(struct ui *ui);
void support_home_arabic(struct ui *ui);
void support_session(struct ui *ui);
void support_ticket(struct ui *ui);
void support_writing(struct ui *ui);
void support_choices(struct ui *ui);
/* count rows in a paged area. */
void support_list(struct ui *ui, int count);
