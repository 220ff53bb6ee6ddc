#include "platform/rotate.h"

bool rotate_is_valid(int degrees)
{
    return degrees == 0 || degrees == 90 || degrees == 180 || degrees == 270;
}

void rotate_size(const struct rotation *rotation, int *width, int *height)
{
    const bool is_on_side = rotation->degrees % 180 != 0;
    *width = is_on_side ? rotation->panel_height : rotation->panel_width;
    *height = is_on_side ? rotation->panel_width : rotation->panel_height;
}

SDL_Point rotate_to_upright(const struct rotation *rotation, SDL_Point panel)
{
    const int last_x = rotation->panel_width - 1;
    const int last_y = rotation->panel_height - 1;
    switch (rotation->degrees) {
    case 90:
        return (SDL_Point){panel.y, last_x - panel.x};
    case 180:
        return (SDL_Point){last_x - panel.x, last_y - panel.y};
    case 270:
        return (SDL_Point){last_y - panel.y, panel.x};
    default:
        return panel;
    }
}

static SDL_Point point_to_panel(const struct rotation *rotation, int x, int y)
{
    const int last_x = rotation->panel_width - 1;
    const int last_y = rotation->panel_height - 1;
    switch (rotation->degrees) {
    case 90:
        return (SDL_Point){last_x - y, x};
    case 180:
        return (SDL_Point){last_x - x, last_y - y};
    case 270:
        return (SDL_Point){y, last_y - x};
    default:
        return (SDL_Point){x, y};
    }
}

SDL_Rect rotate_to_panel(const struct rotation *rotation, SDL_Rect upright)
{
    const SDL_Point a = point_to_panel(rotation, upright.x, upright.y);
    const SDL_Point b =
        point_to_panel(rotation, upright.x + upright.w - 1, upright.y + upright.h - 1);
    return (SDL_Rect){
        .x = SDL_min(a.x, b.x),
        .y = SDL_min(a.y, b.y),
        .w = SDL_abs(a.x - b.x) + 1,
        .h = SDL_abs(a.y - b.y) + 1,
    };
}

static void copy_tile(const struct rotation *rotation, const void *upright, int upright_pitch,
                      void *panel, int panel_pitch, SDL_Rect tile)
{
    const SDL_Point origin = point_to_panel(rotation, 0, 0);
    const SDL_Point next = point_to_panel(rotation, 1, 0);
    const ptrdiff_t row = panel_pitch / 4; /* pixels */
    const ptrdiff_t step = (next.x - origin.x) + (next.y - origin.y) * row;
    for (int y = tile.y; y < tile.y + tile.h; y++) {
        const SDL_Point start = point_to_panel(rotation, tile.x, y);
        const uint32_t *from =
            (const uint32_t *)upright + (ptrdiff_t)y * (upright_pitch / 4) + tile.x;
        uint32_t *to = (uint32_t *)panel + start.y * row + start.x;
        for (int x = 0; x < tile.w; x++) {
            to[x * step] = from[x];
        }
    }
}

void rotate_copy(const struct rotation *rotation, const void *upright, int upright_pitch,
                 void *panel, int panel_pitch, SDL_Rect rect)
{
    /* In tiles, because a row of one is a column of the other: both stay in the cache. */
    enum { TILE = 32 };
    for (int y = 0; y < rect.h; y += TILE) {
        for (int x = 0; x < rect.w; x += TILE) {
            const SDL_Rect tile = {rect.x + x, rect.y + y, SDL_min(TILE, rect.w - x),
                                   SDL_min(TILE, rect.h - y)};
            copy_tile(rotation, upright, upright_pitch, panel, panel_pitch, tile);
        }
    }
}
