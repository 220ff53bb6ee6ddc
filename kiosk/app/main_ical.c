/* conciergerie-ical: reads one calendar file from standard input, writes what stands in it. Knows
 * no database; what it may use is limited (kiosk/ical/sandbox.h), since anybody may have made the
 * file. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/exit.h"
#include "base/text.h"
#include "ical/lines.h"
#include "ical/reader.h"
#include "ical/sandbox.h"

static const char HELP[] =
    "usage: conciergerie-ical --from UTC_S --until UTC_S [--zone Europe/Paris] < FILE.ics\n"
    "\n"
    "Writes the dates that touch the span, one JSON object a line (kiosk/ical/rows.h).\n"
    "Exit codes: 0 read; 1 refused, with the reason on standard output; 2 usage. Ended by a\n"
    "signal, the file asked for more than 2 s of computing, 256 MiB or a forbidden system call.\n";

enum { OPTION_FROM, OPTION_UNTIL, OPTION_ZONE, OPTION_HELP };

static const struct option OPTIONS[] = {
    {"from", required_argument, NULL, OPTION_FROM},
    {"until", required_argument, NULL, OPTION_UNTIL},
    {"zone", required_argument, NULL, OPTION_ZONE},
    {"help", no_argument, NULL, OPTION_HELP},
    {0},
};

static bool parse(int argc, char **argv, struct reader_options *options)
{
    enum { LATEST_S = 0x7FFFFFFF };
    bool is_understood = true;
    for (int c; is_understood && (c = getopt_long(argc, argv, "", OPTIONS, NULL)) != -1;) {
        switch (c) {
        case OPTION_FROM:
            is_understood =
                text_parse_int(str_of(optarg), (int64_t)4 * LATEST_S, &options->from_s) == ERR_OK;
            break;
        case OPTION_UNTIL:
            is_understood =
                text_parse_int(str_of(optarg), (int64_t)4 * LATEST_S, &options->until_s) == ERR_OK;
            break;
        case OPTION_ZONE:
            options->house_zone = optarg;
            break;
        case OPTION_HELP:
            (void)fputs(HELP, stdout);
            exit(0);
        default:
            is_understood = false;
        }
    }
    return is_understood && optind == argc && options->until_s > options->from_s;
}

/* One byte more than is allowed, so that too much is noticed. */
static size_t read_all(char *bytes, size_t size)
{
    size_t len = 0;
    ssize_t got = 0;
    do {
        got = read(STDIN_FILENO, bytes + len, size - len);
        len += got > 0 ? (size_t)got : 0;
    } while (got > 0 && len < size);
    return len;
}

int main(int argc, char **argv)
{
    struct reader_options options = {.house_zone = "Europe/Paris", .confine = sandbox_confine};
    if (!parse(argc, argv, &options)) {
        (void)fputs(HELP, stderr);
        return EXIT_USAGE;
    }
    if (!sandbox_limit()) {
        return exit_code(ERR_IO);
    }
    char *bytes = malloc(LINES_FILE_BYTES + 1);
    if (bytes == NULL) {
        return exit_code(ERR_IO);
    }
    const size_t len = read_all(bytes, LINES_FILE_BYTES + 1);
    const bool is_read = reader_run(bytes, len, &options, stdout);
    const bool is_written = fflush(stdout) == 0;
    free(bytes);
    return !is_written ? exit_code(ERR_IO) : is_read ? 0 : EXIT_FAILED_CHECK;
}
