/* Reads a whole .ics file and writes what rows.h describes. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct reader_options {
    const char *house_zone;  /* IANA name */
    int64_t from_s, until_s; /* dates that touch this span are written */
    /* Called once everything is opened that has to be, before the file is interpreted; may be
     * NULL. False: the reading ends there, with the refusal "sandbox". */
    bool (*confine)(void);
};

/* bytes: borrowed. False: nothing of it could be read; a refusal was written. */
bool reader_run(const char *bytes, size_t len, const struct reader_options *options, FILE *out);
