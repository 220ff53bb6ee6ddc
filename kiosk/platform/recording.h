/* Recordings of what the screen says, made by the house: they win over a synthetic voice.
 *
 * A folder of FOLDER/LANG/SCREEN.NODE.wav (PCM, 16 bits), each with SCREEN.NODE.txt beside it: the
 * words as they are said, white space aside. A recording is used only while its words are those
 * that would be said, so that the screen never says one thing and shows another; conciergerie-kiosk
 * --speech-log shows names and words. */
#pragma once

#include <stddef.h>

#include "base/err.h"

enum { RECORDING_PATH = 1024, RECORDING_TEXT = 4096 };

/* folder: "" none. id: "SCREEN.NODE"; "" none. path: RECORDING_PATH bytes, filled.
 * ERR_NOT_FOUND there is none for these words. */
enum err recording_find(const char *folder, const char *lang, const char *id, const char *text,
                        char path[RECORDING_PATH]) NODISCARD;
