/* espeak-ng: text to samples. The only file that knows it. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "voice/protocol.h"

/* Takes samples as they are made; false: no more of them. */
typedef bool engine_taker(void *context, const int16_t *samples, size_t count);

/* data: folder that holds espeak-ng-data; NULL: where the library looks. Once a program.
 * *rate: Hz of all samples. ERR_MISSING its data is not installed. */
enum err engine_start(const char *data, int *rate) NODISCARD;
/* Speaks; comes back when all was taken, or the taker refused.
 * ERR_NOT_FOUND no voice for that language. */
enum err engine_say(const struct protocol_command *command, engine_taker *taker,
                    void *context) NODISCARD;
/* Frees it. */
void engine_stop(void);
