/* What `conciergerie import` says of a calendar's lines, in the language of the moment. */
#pragma once

#include <stdio.h>

#include "core/calendar.h"

/* Why nothing of a file can be read: a code of calendar_stage() or of calendar_reader_fault(). */
const char *import_refusal_words(const char *code);
/* All lines, how many of each, and what was taken for granted of the file. */
void import_print(FILE *out, const struct calendar_reading *reading,
                  const struct calendar_row *rows, int count, struct arena *arena);
