/* conciergerie-kiosk: parse, open, wire, loop. */
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "app/kiosk.h"
#include "base/clock.h"
#include "base/exit.h"
#include "base/log.h"
#include "base/place.h"
#include "base/rand.h"
#include "core/house.h"
#include "i18n/i18n.h"

enum { SCRIPT_SEED = 407312 };

/* One kiosk a database: the second says so and ends. */
static enum err take_place(const char *db_path, struct arena *arena, int *fd)
{
    const char *path = arena_printf(arena, "%s.kiosk", db_path);
    *fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (*fd < 0) {
        log_error("%s cannot be opened", path);
        return ERR_READONLY;
    }
    if (flock(*fd, LOCK_EX | LOCK_NB) != 0) {
        log_error("another kiosk runs on this database");
        return ERR_BUSY;
    }
    return ERR_OK;
}

/* The clock as the options want it: in the site's zone, and standing still for a script. */
static enum err set_clock(const struct options *options)
{
    int64_t at_s = clock_now_s();
    if (options->at != NULL && clock_parse(options->at, &at_s) != ERR_OK) {
        log_error("--at wants a local time such as 2026-09-08T16:42");
        return ERR_INVALID;
    }
    if (options->script != NULL) {
        clock_freeze_at(at_s);
        rand_seed(SCRIPT_SEED);
    } else if (options->at != NULL) {
        clock_start_at(at_s);
    }
    return ERR_OK;
}

/* Database and site. */
static enum err open_house(struct kiosk *kiosk, struct arena *arena)
{
    struct house_site site;
    enum err err = db_open(kiosk->options->db, DB_EXISTING, &kiosk->db);
    if (err == ERR_OK) {
        err = house_site(kiosk->db, arena, &site);
    }
    if (err == ERR_OK) {
        err = clock_set_zone(site.zone);
    }
    if (err != ERR_OK) {
        db_close(kiosk->db);
        kiosk->db = NULL;
    }
    return err;
}

static void load_pin_key(struct kiosk *kiosk, const struct config *config, struct pin_key *key)
{
    const enum err err = pin_key_load(config->pin_key_path, key);
    if (err == ERR_OK) {
        kiosk->pin_key = key;
    } else {
        log_warn("no PIN can be checked: key %s", err_name(err));
    }
}

/* Shows the house, or what is the trouble with it. */
static enum err run(struct kiosk *kiosk, const struct config *config)
{
    enum err err = kiosk_open(kiosk, config);
    if (err == ERR_OK && kiosk->options->script != NULL) {
        err = kiosk_play(kiosk);
    } else if (err == ERR_OK) {
        kiosk_run(kiosk);
    }
    if (err == ERR_OK && kiosk->options->dump != NULL) {
        err = kiosk_dump(kiosk, kiosk->options->dump);
    }
    kiosk_close(kiosk);
    if (err == ERR_CONFLICT) {
        return ERR_CONFLICT; /* the script's expectations come first */
    }
    return kiosk->trouble != ERR_OK ? kiosk->trouble : err;
}

/* Configuration and languages: an error is the command line's. */
static enum err prepare(const struct options *options, struct arena *arena, struct config *config)
{
    *config = config_default();
    if (sodium_init() < 0) {
        log_error("libsodium cannot start");
        return ERR_IO;
    }
    if (options->config != NULL) {
        const enum err err = config_load(options->config, arena, config);
        if (err != ERR_OK) {
            return err;
        }
    }
    char path[PATH_MAX];
    const char *locale = config->locale_path[0] == '\0' ? place_locale(path) : config->locale_path;
    if (i18n_init(locale) != ERR_OK) {
        log_warn("translations are not installed: the screen speaks English");
    }
    if (i18n_set(options->lang) == ERR_NOT_FOUND) {
        log_error("--lang: the screen does not speak %s", options->lang);
        return ERR_INVALID;
    }
    return ERR_OK;
}

static int start(const struct options *options, struct arena *arena)
{
    struct kiosk kiosk = {.options = options};
    struct config config;
    struct pin_key key = {0};
    int lock_fd = -1;
    if (prepare(options, arena, &config) != ERR_OK) {
        return EXIT_USAGE;
    }
    kiosk.trouble = open_house(&kiosk, arena);
    enum err err = kiosk.db == NULL ? ERR_OK : take_place(options->db, arena, &lock_fd);
    if (err == ERR_OK) {
        err = set_clock(options);
    }
    if (err == ERR_OK) {
        load_pin_key(&kiosk, &config, &key);
        err = run(&kiosk, &config);
    }
    db_close(kiosk.db);
    if (lock_fd >= 0) {
        (void)close(lock_fd);
    }
    explicit_bzero(&key, sizeof(key));
    return err == ERR_CONFLICT ? EXIT_FAILED_CHECK : exit_code(err);
}

int main(int argc, char **argv)
{
    enum { SETUP_BYTES = 256 * 1024 };
    struct options options;
    switch (options_parse(argc, argv, &options)) {
    case OPTIONS_DONE:
        return 0;
    case OPTIONS_WRONG:
        return EXIT_USAGE;
    case OPTIONS_RUN:
        break;
    }
    struct arena *arena = arena_create("setup", SETUP_BYTES);
    const int code = start(&options, arena);
    arena_destroy(arena);
    return code;
}
