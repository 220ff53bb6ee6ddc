/* How long a WAV file lasts and how loud it gets: "MILLISECONDS LOUDEST", LOUDEST of 32767.
 *   ui_heard FILE */
#include <stdio.h>
#include <stdlib.h>

#include "voice/sound.h"

int main(int argc, char **argv)
{
    enum { VOLUME = 100, ARENA_BYTES = 256 * 1024 * 1024 };
    struct sound sound;
    int loudest = 0;
    struct arena *arena = arena_create("sound", ARENA_BYTES);
    if (argc != 2 || sound_load(argv[1], VOLUME, arena, &sound) != ERR_OK) {
        (void)fprintf(stderr, "no such recording\n");
        arena_destroy(arena);
        return 1;
    }
    for (size_t i = 0; i < sound.count; i++) {
        loudest = abs(sound.samples[i]) > loudest ? abs(sound.samples[i]) : loudest;
    }
    (void)printf("%zu %d\n", sound.count * 1000 / (size_t)sound.rate, loudest);
    arena_destroy(arena);
    return 0;
}
