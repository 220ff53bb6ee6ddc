#include "ui/png.h"

#include <SDL.h>
#include <png.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/log.h"

static const uint32_t *row_of(const SDL_Surface *surface, int y)
{
    return (const uint32_t *)(const void *)((const uint8_t *)surface->pixels +
                                            (ptrdiff_t)y * surface->pitch);
}

/* Tightly packed red, green, blue; the caller frees. */
static uint8_t *to_rgb(const SDL_Surface *surface)
{
    uint8_t *rgb = calloc((size_t)surface->w * (size_t)surface->h, 3), *at = rgb;
    if (!rgb) {
        log_fatal("out of memory");
    }
    for (int y = 0; y < surface->h; y++) {
        const uint32_t *row = row_of(surface, y);
        for (int x = 0; x < surface->w; x++) {
            *at++ = (uint8_t)(row[x] >> 16);
            *at++ = (uint8_t)(row[x] >> 8);
            *at++ = (uint8_t)row[x];
        }
    }
    return rgb;
}

static png_image image_of(const SDL_Surface *surface)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    image.width = (png_uint_32)surface->w;
    image.height = (png_uint_32)surface->h;
    image.format = PNG_FORMAT_RGB;
    return image;
}

enum err png_write(SDL_Surface *surface, const char *path)
{
    png_image image = image_of(surface);
    uint8_t *rgb = to_rgb(surface);
    int is_written = png_image_write_to_file(&image, path, 0, rgb, 0, NULL);
    free(rgb);
    if (!is_written) {
        log_error("cannot write %s: %s", path, image.message);
        return ERR_IO;
    }
    return ERR_OK;
}

static bool is_different(const uint8_t *a, const uint8_t *b)
{
    for (int i = 0; i < 3; i++) {
        if (abs(a[i] - b[i]) > PNG_TOLERANCE) {
            return true;
        }
    }
    return false;
}

enum err png_compare(SDL_Surface *surface, const char *path, size_t *different)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    FILE *file = fopen(path, "rb");
    if (!file) {
        log_error("no reference picture %s", path);
        return ERR_NOT_FOUND;
    }
    enum err err = ERR_INVALID;
    uint8_t *there = NULL, *here = NULL;
    if (!png_image_begin_read_from_stdio(&image, file)) {
        log_error("cannot read %s: %s", path, image.message);
        goto out;
    }
    image.format = PNG_FORMAT_RGB;
    if ((int)image.width != surface->w || (int)image.height != surface->h) {
        log_error("%s is %ux%u, the screen %dx%d", path, image.width, image.height, surface->w,
                  surface->h);
        goto out;
    }
    there = calloc(1, PNG_IMAGE_SIZE(image));
    here = to_rgb(surface);
    if (!there || !png_image_finish_read(&image, NULL, there, 0, NULL)) {
        log_error("cannot read %s: %s", path, image.message);
        goto out;
    }
    *different = 0;
    for (size_t i = 0; i < (size_t)surface->w * (size_t)surface->h; i++) {
        *different += is_different(&here[i * 3], &there[i * 3]) ? 1 : 0;
    }
    err = ERR_OK;
out:
    png_image_free(&image);
    free(there);
    free(here);
    fclose(file);
    return err;
}
