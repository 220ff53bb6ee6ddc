/* The command line of conciergerie-kiosk. */
#pragma once

#include <stdbool.h>

struct options {
    const char *db;
    const char *config; /* NULL: the defaults */
    const char *lang;
    const char *at; /* NULL: now */
    const char *script;
    const char *shots; /* directory; NULL: the working directory */
    const char *dump;
    const char *speech_log; /* NULL none */
    int width, height;      /* 0: fullscreen */
    int rotation;           /* -1: as configured */
};

enum options_result { OPTIONS_RUN, OPTIONS_DONE, OPTIONS_WRONG };

/* Texts stay in argv. Says itself what is wrong; --help and --version are OPTIONS_DONE. */
enum options_result options_parse(int argc, char **argv, struct options *options);
