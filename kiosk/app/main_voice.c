/* conciergerie-voice: parse, open, speak. */
#include <getopt.h>
#include <stdio.h>
#include <unistd.h>

#include "base/exit.h"
#include "base/log.h"
#include "voice/engine.h"
#include "voice/sandbox.h"
#include "voice/speaker.h"

static const char HELP[] =
    "usage: conciergerie-voice [OPTIONS]\n"
    "\n"
    "Speaks what it reads on standard input, one command a line, and answers on standard\n"
    "output (kiosk/voice/protocol.h). The touchscreen starts it.\n"
    "\n"
    "  --device NAME  ALSA's device: default\n"
    "  --wav DIR      writes each command's sound as a file there instead\n"
    "  --log FILE     no sound, but as long as it would last; a line each there\n"
    "  --data DIR     folder that holds espeak-ng-data, if not the library's own\n"
    "  --help, --version\n"
    "\n"
    "Ends with its input. Speech by eSpeak NG, GPL-3.0-or-later, and so is this program as\n"
    "linked. Exit codes: 0 ended; 2 the command line cannot be understood; 18 a file cannot be\n"
    "written.\n";

static const struct option OPTIONS[] = {
    {"device", required_argument, NULL, 'd'},
    {"wav", required_argument, NULL, 'w'},
    {"log", required_argument, NULL, 'l'},
    {"data", required_argument, NULL, 'p'},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'v'},
    {NULL, 0, NULL, 0},
};

struct voice_options {
    const char *device, *wav, *log, *data;
};

static enum err open_sink(const struct voice_options *options, struct sink **sink)
{
    if (options->wav != NULL) {
        return sink_wav_open(options->wav, sink);
    }
    if (options->log != NULL) {
        return sink_log_open(options->log, sink);
    }
    return sink_alsa_open(options->device, sink);
}

static int speak(const struct voice_options *options)
{
    struct sink *sink = NULL;
    const enum err opened = open_sink(options, &sink);
    if (sink == NULL) {
        return exit_code(opened);
    }
    struct speaker speaker = {.sink = sink, .answers = stdout, .has_device = opened == ERR_OK};
    speaker.has_engine = engine_start(options->data, &speaker.rate) == ERR_OK;
    if (sandbox_enter() != ERR_OK) {
        log_warn("the kernel filters no calls: speaking all the same");
    }
    speaker.inbox = inbox_create(STDIN_FILENO, stdout);
    speaker_run(&speaker);
    inbox_destroy(speaker.inbox);
    sink->kind->close(sink);
    if (speaker.has_engine) {
        engine_stop();
    }
    return 0;
}

int main(int argc, char **argv)
{
    struct voice_options options = {.device = "default"};
    int option = 0;
    while ((option = getopt_long(argc, argv, "h", OPTIONS, NULL)) != -1) {
        switch (option) {
        case 'd':
            options.device = optarg;
            break;
        case 'w':
            options.wav = optarg;
            break;
        case 'l':
            options.log = optarg;
            break;
        case 'p':
            options.data = optarg;
            break;
        case 'h':
            (void)fputs(HELP, stdout);
            return 0;
        case 'v':
            (void)printf("conciergerie-voice %s\n", PROJECT_VERSION);
            return 0;
        default:
            return EXIT_USAGE;
        }
    }
    return optind < argc ? EXIT_USAGE : speak(&options);
}
