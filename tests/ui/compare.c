/* Compares a picture with its reference: compare PICTURE REFERENCE. Exit 1 when they differ, or
 * when there is no reference. */
#include <SDL.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>

#include "ui/png.h"

/* The picture as the surface that it was written from. */
static SDL_Surface *read_picture(const char *path)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (png_image_begin_read_from_file(&image, path) == 0) {
        return NULL;
    }
    image.format = PNG_FORMAT_BGRA;
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, (int)image.width, (int)image.height,
                                                          32, SDL_PIXELFORMAT_ARGB8888);
    if (surface != NULL &&
        png_image_finish_read(&image, NULL, surface->pixels, surface->pitch, NULL) == 0) {
        SDL_FreeSurface(surface);
        surface = NULL;
    }
    return surface;
}

int main(int argc, char **argv)
{
    size_t different = 0;
    if (argc != 3) {
        (void)fprintf(stderr, "usage: compare PICTURE REFERENCE\n");
        return EXIT_FAILURE;
    }
    SDL_Surface *picture = read_picture(argv[1]);
    if (picture == NULL) {
        (void)fprintf(stderr, "%s cannot be read\n", argv[1]);
        return EXIT_FAILURE;
    }
    const enum err err = png_compare(picture, argv[2], &different);
    SDL_FreeSurface(picture);
    if (err == ERR_NOT_FOUND) {
        (void)fprintf(stderr, "%s has no reference: look at it, then tests/ui/accept\n", argv[1]);
    } else if (err != ERR_OK || different > 0) {
        (void)fprintf(stderr, "%s: %zu pixels differ from %s\n", argv[1], different, argv[2]);
    }
    return err == ERR_OK && different == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
