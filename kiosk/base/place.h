/* Where what comes with a program lies, told by where the program itself lies: PREFIX/bin has its
 * helpers in PREFIX/libexec/conciergerie and its translations in PREFIX/share/locale; the build
 * folder has both beside it. So the same file runs from the build folder, from a folder that was
 * staged or moved, and installed, and needs no path that was compiled in. */
#pragma once

#include <limits.h>

/* The path of a program that this one starts and nobody calls by hand; of what is nowhere, where it
 * was looked for last. Gives path. */
const char *place_helper(const char *name, char path[PATH_MAX]);
/* The folder of the translations, likewise. */
const char *place_locale(char path[PATH_MAX]);
