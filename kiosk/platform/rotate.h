/* A panel may hang on its side or upside down: from the upright picture to the panel and back.
 *
 * degrees is how far the picture is turned clockwise on the panel. Everything else in the program
 * sees the upright picture only. */
#pragma once

#include <SDL.h>
#include <stdbool.h>
#include <stdint.h>

struct rotation {
    int degrees;                   /* 0, 90, 180, 270 */
    int panel_width, panel_height; /* px, as the system sees the panel */
};

bool rotate_is_valid(int degrees);
/* Size of the upright picture. */
void rotate_size(const struct rotation *rotation, int *width, int *height);
/* A point of the panel, inside it, in the upright picture. */
SDL_Point rotate_to_upright(const struct rotation *rotation, SDL_Point panel);
/* A rectangle of the upright picture, inside it, on the panel. */
SDL_Rect rotate_to_panel(const struct rotation *rotation, SDL_Rect upright);
/* Copies a rectangle, inside the upright picture, onto the panel. 4 bytes a pixel; pitches in
 * bytes, as SDL_Surface has them. */
void rotate_copy(const struct rotation *rotation, const void *upright, int upright_pitch,
                 void *panel, int panel_pitch, SDL_Rect rect);
