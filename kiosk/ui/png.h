/* Pictures of screens: written for people and golden tests, read back to compare. */
#pragma once

#include <stddef.h>

#include "base/err.h"

struct SDL_Surface;

enum { PNG_TOLERANCE = 8 }; /* of a channel, for other versions of the font library */

/* Writes a 32-bit surface as 24-bit PNG. ERR_IO the file cannot be written (logged). */
enum err png_write(struct SDL_Surface *surface, const char *path) NODISCARD;
/* Counts the pixels of which a channel differs by more than PNG_TOLERANCE.
 * ERR_NOT_FOUND there is no such file: a missing reference is a failure, never an approval.
 * ERR_INVALID not a PNG, or of another size (logged). */
enum err png_compare(struct SDL_Surface *surface, const char *path, size_t *different) NODISCARD;
