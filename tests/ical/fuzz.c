/* libFuzzer's door to the reader: any bytes, no sandbox, so that sanitizers see what they do. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "ical/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static FILE *nowhere;
    static const struct reader_options options = {
        .house_zone = "Europe/Paris",
        .from_s = 1788220800,
        .until_s = 1819756800,
    };
    if (nowhere == NULL) {
        nowhere = fopen("/dev/null", "w");
    }
    (void)reader_run((const char *)data, size, &options, nowhere);
    return 0;
}
