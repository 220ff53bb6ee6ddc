#include "app/options.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "base/err.h"
#include "base/text.h"
#include "platform/rotate.h"

enum { SIDE_MAX_PX = 16384 };

static const char HELP[] =
    "usage: conciergerie-kiosk --db FILE [OPTIONS]\n"
    "\n"
    "  --db FILE         the house's database\n"
    "  --window WxH      a window of that many pixels; without it, fullscreen\n"
    "  --rotate DEGREES  the picture turned clockwise on the panel: 0, 90, 180, 270\n"
    "  --lang CODE       the language a visit begins in: fr (default), de, en, ar, tr\n"
    "  --at TIME         the site's local time to start at, 2026-09-08T16:42: it runs on,\n"
    "                    but stands still between the lines of a script\n"
    "  --script FILE     plays a touch script, then ends\n"
    "  --shots DIR       where scripts write pictures and dumps\n"
    "  --dump FILE       writes the last picture's nodes as JSON when the program ends\n"
    "  --speech-log FILE  writes what would be said there, a line each, without sound\n"
    "  --config FILE     the machine's configuration (deploy/kiosk.ini explains it)\n"
    "  --help, --version\n"
    "\n"
    "Exit codes: 0 closed, or the script was played; 1 something expected by the script did\n"
    "not show; 2 the command line cannot be understood; 10 + n an error: 11 busy, or another\n"
    "kiosk runs on this database; 13 impossible value, or an older database: conciergerie\n"
    "migrate; 14 no such database or file, or no display; 18 disk; 19 read-only; 20 disk\n"
    "full; 21 database newer than this program; 22 not a Conciergerie database; 23 damaged;\n"
    "24 clock wrong; 25 fonts or translations are not installed.\n";

static bool read_size(const char *text, struct options *options)
{
    struct str rest = str_of(text);
    struct str width, height;
    int64_t w = 0;
    int64_t h = 0;
    if (!str_split(&rest, 'x', &width) || !str_split(&rest, 'x', &height) || rest.len > 0 ||
        text_parse_int(width, SIDE_MAX_PX, &w) != ERR_OK ||
        text_parse_int(height, SIDE_MAX_PX, &h) != ERR_OK || w == 0 || h == 0) {
        return false;
    }
    options->width = (int)w;
    options->height = (int)h;
    return true;
}

static bool read_rotation(const char *text, struct options *options)
{
    enum { FULL_TURN = 360 };
    int64_t degrees = 0;
    if (text_parse_int(str_of(text), FULL_TURN, &degrees) != ERR_OK ||
        !rotate_is_valid((int)degrees)) {
        return false;
    }
    options->rotation = (int)degrees;
    return true;
}

static const struct option OPTIONS[] = {
    {"db", required_argument, NULL, 'd'},
    {"window", required_argument, NULL, 'w'},
    {"rotate", required_argument, NULL, 'r'},
    {"lang", required_argument, NULL, 'l'},
    {"at", required_argument, NULL, 'a'},
    {"script", required_argument, NULL, 's'},
    {"shots", required_argument, NULL, 'p'},
    {"dump", required_argument, NULL, 'j'},
    {"speech-log", required_argument, NULL, 'o'},
    {"config", required_argument, NULL, 'c'},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'v'},
    {NULL, 0, NULL, 0},
};

static enum options_result wrong(const char *what, const char *value)
{
    (void)fprintf(stderr, "conciergerie-kiosk: %s%s%s\nTry --help.\n", what,
                  value == NULL ? "" : ": ", value == NULL ? "" : value);
    return OPTIONS_WRONG;
}

/* Options whose value is kept as it is. */
static const char **text_option(struct options *options, int option)
{
    switch (option) {
    case 'd':
        return &options->db;
    case 'l':
        return &options->lang;
    case 'a':
        return &options->at;
    case 's':
        return &options->script;
    case 'p':
        return &options->shots;
    case 'j':
        return &options->dump;
    case 'o':
        return &options->speech_log;
    case 'c':
        return &options->config;
    default:
        return NULL;
    }
}

enum options_result options_parse(int argc, char **argv, struct options *options)
{
    *options = (struct options){.lang = "fr", .shots = ".", .rotation = -1};
    int option = 0;
    while ((option = getopt_long(argc, argv, "h", OPTIONS, NULL)) != -1) {
        const char **text = text_option(options, option);
        if (text != NULL) {
            *text = optarg;
        } else if (option == 'h') {
            (void)fputs(HELP, stdout);
            return OPTIONS_DONE;
        } else if (option == 'v') {
            (void)printf("conciergerie-kiosk %s\n", PROJECT_VERSION);
            return OPTIONS_DONE;
        } else if (option == 'w' && !read_size(optarg, options)) {
            return wrong("--window wants a size such as 1080x1920, not", optarg);
        } else if (option == 'r' && !read_rotation(optarg, options)) {
            return wrong("--rotate wants 0, 90, 180 or 270, not", optarg);
        } else if (option == '?') {
            return wrong("that option is not known", NULL);
        }
    }
    if (optind < argc) {
        return wrong("that is one word too many", argv[optind]);
    }
    return options->db == NULL ? wrong("--db is needed", NULL) : OPTIONS_RUN;
}
