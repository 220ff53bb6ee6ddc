/* conciergerie-fetch: reads one web address, given on standard input, and writes what stands there
 * to standard output. Knows no database; what it may do is limited (kiosk/fetch/sandbox.h), since
 * anybody may have made the address and what answers there. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/exit.h"
#include "base/text.h"
#include "base/url.h"
#include "fetch/fetch.h"
#include "fetch/sandbox.h"

static const char HELP[] =
    "usage: conciergerie-fetch [OPTIONS] < ADDRESS\n"
    "\n"
    "Reads one https:// or webcal:// address, the first line of standard input: what is in a "
    "command\n"
    "line, every user of the machine can see. Writes the whole answer to standard output, or "
    "nothing,\n"
    "and one line of JSON to standard error: {\"is\":\"read\",\"etag\":\"…\",\"modified\":\"…\"},\n"
    "{\"is\":\"unchanged\"}, or "
    "{\"is\":\"failure\",\"code\":\"…\",\"status\":404,\"sentence\":\"…\"}.\n"
    "\n"
    "  --etag MARK       of the last reading: an answer that is the same is not sent again\n"
    "  --modified MARK   of the last reading\n"
    "  --ca FILE         certificates of the authorities to trust (PEM), not the machine's\n"
    "  --private         also machines of the house's own network\n"
    "\n"
    "Exit codes: 0 read; 2 usage";

enum { OPTION_ETAG, OPTION_MODIFIED, OPTION_CA, OPTION_PRIVATE, OPTION_HELP };

static const struct option OPTIONS[] = {
    {"etag", required_argument, NULL, OPTION_ETAG},
    {"modified", required_argument, NULL, OPTION_MODIFIED},
    {"ca", required_argument, NULL, OPTION_CA},
    {"private", no_argument, NULL, OPTION_PRIVATE},
    {"help", no_argument, NULL, OPTION_HELP},
    {0},
};

static void print_help(FILE *out)
{
    (void)fputs(HELP, out);
    for (int end = FETCH_UNCHANGED; end < FETCH_END_COUNT; end++) {
        (void)fprintf(out, "; %d %s", fetch_exit((enum fetch_end)end),
                      fetch_code((enum fetch_end)end));
    }
    (void)fputs(".\n", out);
}

static bool parse(int argc, char **argv, struct fetch_options *options)
{
    bool is_understood = true;
    for (int c; is_understood && (c = getopt_long(argc, argv, "", OPTIONS, NULL)) != -1;) {
        switch (c) {
        case OPTION_ETAG:
            options->etag = optarg;
            break;
        case OPTION_MODIFIED:
            options->modified = optarg;
            break;
        case OPTION_CA:
            options->ca_file = optarg;
            break;
        case OPTION_PRIVATE:
            options->may_be_private = true;
            break;
        case OPTION_HELP:
            print_help(stdout);
            exit(0);
        default:
            is_understood = false;
        }
    }
    return is_understood && optind == argc;
}

/* The first line, without white space around it; false: none, or too long. */
static bool read_url(char url[URL_CHARS + 2])
{
    if (fgets(url, URL_CHARS + 2, stdin) == NULL) {
        return false;
    }
    const struct str line = str_trim(str_of(url));
    memmove(url, line.ptr, line.len);
    url[line.len] = '\0';
    return line.len > 0 && line.len <= URL_CHARS;
}

static void put_text(const char *key, const char *text)
{
    (void)fprintf(stderr, ",\"%s\":\"", key);
    for (const char *c = text; *c != '\0'; c++) {
        (void)fprintf(stderr, *c == '"' || *c == '\\' ? "\\%c" : "%c", *c);
    }
    (void)fputc('"', stderr);
}

static void report(enum fetch_end end, const struct fetched *fetched)
{
    const bool is_failure = end != FETCH_READ && end != FETCH_UNCHANGED;
    (void)fprintf(stderr, "{\"is\":\"%s\"", is_failure ? "failure" : fetch_code(end));
    if (is_failure) {
        put_text("code", fetch_code(end));
        (void)fprintf(stderr, ",\"status\":%ld", fetched->status);
        put_text("sentence", fetch_sentence(end));
    } else {
        put_text("etag", fetched->etag);
        put_text("modified", fetched->modified);
    }
    (void)fputs("}\n", stderr);
}

int main(int argc, char **argv)
{
    struct fetch_options options = {
        .etag = "", .modified = "", .agent = "conciergerie/" PROJECT_VERSION};
    struct fetched fetched = {.status = 0};
    char url[URL_CHARS + 2];
    (void)clearenv(); /* no proxy, no key log, no other resolver's settings */
    if (!parse(argc, argv, &options)) {
        print_help(stderr);
        return EXIT_USAGE;
    }
    enum fetch_end end = FETCH_OUT_OF_ORDER;
    if (sandbox_enter()) {
        options.url = url;
        end = read_url(url) ? fetch_run(&options, &fetched) : FETCH_ADDRESS;
    }
    if (end == FETCH_READ &&
        (fwrite(fetched.body, 1, fetched.len, stdout) != fetched.len || fflush(stdout) != 0)) {
        end = FETCH_OUT_OF_ORDER;
    }
    report(end, &fetched);
    free(fetched.body);
    return fetch_exit(end);
}
