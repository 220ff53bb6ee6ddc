/* The machine's configuration: what differs from one panel to the next, an INI file written by who
 * installs it. What belongs to the house is in the database. deploy/kiosk.ini documents each key.
 */
#pragma once

#include "base/arena.h"
#include "base/err.h"
#include "platform/keypad.h"

struct config {
    /* Of the picture as people see it, upright; 0: not said. */
    double width_mm, height_mm;
    double px_per_mm;
    double viewing_mm; /* from the eyes to the panel */
    int rotation;      /* degrees clockwise: 0, 90, 180, 270 */
    int double_tap_ms;
    int double_press_ms; /* of one key, count once */
    struct keypad keypad;
    const char *jack_path;    /* "" no switch tells of a headset */
    int speech_rate;          /* words a minute */
    int speech_volume;        /* percent */
    int is_speech_private;    /* 1: a handset or headset alone, no speaker */
    const char *voice_path;   /* of conciergerie-voice; "" the one that came with the kiosk */
    const char *sound_device; /* of ALSA */
    const char *sounds_path;  /* folder of recordings; "" none */
    const char *pin_key_path; /* never NULL */
    const char *locale_path;  /* "" those that came with the kiosk */
};

/* What holds without a file. */
struct config config_default(void);
/* Reads a file over the defaults; its strings go into arena. Every error is logged with file:line.
 * ERR_NOT_FOUND cannot be read · ERR_INVALID unknown section or key, value out of range, both
 * px_per_mm and a size, or a key of the keypad that means two things. */
enum err config_load(const char *path, struct arena *arena, struct config *config) NODISCARD;
/* Pixels a millimetre of an upright picture of that many px. Said directly, else from the panel's
 * size (the smaller of both ways, so that all fits), else as on the panel of that orientation for
 * which the screens are designed: 32" portrait or 21.5" landscape, however small the window. */
double config_px_per_mm(const struct config *config, int width_px, int height_px);
