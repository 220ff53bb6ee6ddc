/* A frame as JSON, for tests and for people who look for what a screen said. */
#pragma once

#include <stdio.h>

#include "base/err.h"
#include "ui/ui.h"

/* Screen, language, size, nodes with id, role, name, state, private, rect in px and mm, font px,
 * foreground, background, language, direction; and the hit area of what can be touched.
 * ERR_IO the stream could not be written. */
enum err dump_write(const struct ui_frame *frame, FILE *out) NODISCARD;
