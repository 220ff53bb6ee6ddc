#include "voice/engine.h"

#include <espeak-ng/speak_lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "voice/loanwords.h"

enum { SLICE_MS = 10 }; /* what is made at a time: so long a cut waits at most */

/* The library's callback has no context of ours while it is not speaking, so it is kept here. */
static struct {
    engine_taker *taker;
    void *context;
    bool is_refused;
} speaking;

static int take(short *samples, int count, espeak_EVENT *events)
{
    (void)events;
    if (samples == NULL || count <= 0 || speaking.is_refused) {
        return speaking.is_refused;
    }
    speaking.is_refused = !speaking.taker(speaking.context, samples, (size_t)count);
    return speaking.is_refused;
}

/* The library would look elsewhere. */
static bool has_data(const char *folder)
{
    enum { PATH_MOST = 4096 };
    char path[PATH_MOST];
    (void)snprintf(path, sizeof(path), "%s/espeak-ng-data", folder);
    return access(path, R_OK) == 0;
}

enum err engine_start(const char *data, int *rate)
{
    *rate = data != NULL && !has_data(data) ? -1
                                            : espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, SLICE_MS,
                                                                data, espeakINITIALIZE_DONT_EXIT);
    if (*rate <= 0) {
        log_error("espeak-ng finds no data: install espeak-ng-data");
        return ERR_MISSING;
    }
    espeak_SetSynthCallback(take);
    return ERR_OK;
}

enum err engine_say(const struct protocol_command *command, engine_taker *taker, void *context)
{
    static char text[3 * PROTOCOL_LINE];
    if (espeak_SetVoiceByName(command->lang) != EE_OK) {
        return ERR_NOT_FOUND;
    }
    loanwords_write(command->lang, command->text, text, sizeof(text));
    (void)espeak_SetParameter(espeakRATE, command->rate, 0);
    (void)espeak_SetParameter(espeakVOLUME, command->volume, 0);
    speaking.taker = taker;
    speaking.context = context;
    speaking.is_refused = false;
    const espeak_ERROR code =
        espeak_Synth(text, strlen(text) + 1, 0, POS_CHARACTER, 0,
                     espeakCHARS_UTF8 | espeakPHONEMES | espeakENDPAUSE, NULL, NULL);
    return code == EE_OK || speaking.is_refused ? ERR_OK : ERR_IO;
}

void engine_stop(void)
{
    (void)espeak_Terminate();
}
