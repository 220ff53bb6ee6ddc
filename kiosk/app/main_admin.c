/* conciergerie: administration. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "admin/admin.h"
#include "base/exit.h"
#include "base/log.h"
#include "base/place.h"
#include "i18n/i18n.h"

static void print_usage(FILE *out)
{
    (void)fputs("usage: conciergerie COMMAND [OPTIONS]\n"
                "       conciergerie COMMAND --help\n"
                "       conciergerie --version\n\n",
                out);
    for (size_t i = 0; admin_at(i) != NULL; i++) {
        (void)fprintf(out, "  %-9s  %s\n", admin_at(i)->name, admin_at(i)->summary);
    }
    (void)fputs(
        "\nExit codes: 0 done; 1 a check found damage, or a file cannot be read; 2 the command\n"
        "line cannot be understood; 10 + n an error (11 busy, 13 impossible value, 14 not\n"
        "found, 15 exists already, 18 disk, 19 read-only, 20 disk full, 21 database newer\n"
        "than this program, 22 not a Conciergerie database, 23 damaged, 24 clock wrong).\n",
        out);
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        (void)printf("conciergerie %s\n", PROJECT_VERSION);
        return 0;
    }
    if (argc == 2 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)) {
        print_usage(stdout);
        return 0;
    }
    const struct admin_command *command = argc < 2 ? NULL : admin_find(argv[1]);
    if (command == NULL) {
        print_usage(stderr);
        return EXIT_USAGE;
    }
    if (argc == 3 && strcmp(argv[2], "--help") == 0) {
        (void)printf("conciergerie %s: %s\n\n%s", command->name, command->summary, command->help);
        return 0;
    }
    if (sodium_init() < 0) {
        (void)fprintf(stderr, "libsodium cannot start\n");
        return exit_code(ERR_IO);
    }
    char path[PATH_MAX];
    if (i18n_init(place_locale(path)) != ERR_OK) {
        log_info("no French texts in %s: in English", path);
    }
    return command->run(argc - 2, argv + 2);
}
