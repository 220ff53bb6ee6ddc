/* Plays a touch script, and at each of its shots looks at the screen on top as every other resident
 * would see it: each language, size, typeface, contrast and layout. The form, the rows, the draft
 * are those of the script; only what surrounds them changes, as when somebody opens "Confort".
 *
 *   access_walk HOUSE.db PIN.key SCRIPT [ICONS]
 *
 * ICONS: appends what each icon stands for, in English. Exit 1: something was found, and said. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/kiosk.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/rand.h"
#include "core/house.h"
#include "i18n/i18n.h"
#include "look.h"

enum { SCRIPT_SEED = 407312, SETUP_BYTES = 256 * 1024, WIDTH = 1080, HEIGHT = 1920 };

static struct look *the_look;

static enum err on_shot(struct kiosk *kiosk, const char *name)
{
    look_around(the_look, router_stack(kiosk->router), name);
    return ERR_OK;
}

static void must(enum err err, const char *what)
{
    if (err != ERR_OK) {
        (void)fprintf(stderr, "access_walk: %s: %s\n", what, err_name(err));
        exit(EXIT_FAILURE);
    }
}

static void open_house(struct kiosk *kiosk, const struct options *options, const char *key_path,
                       struct pin_key *key)
{
    struct arena *arena = arena_create("setup", SETUP_BYTES);
    struct house_site site;
    int64_t at_s = 0;
    must(i18n_init(LOCALE_DIR), "translations");
    must(db_open(options->db, DB_EXISTING, &kiosk->db), options->db);
    must(house_site(kiosk->db, arena, &site), "site");
    must(clock_set_zone(site.zone), "zone");
    must(clock_parse(options->at, &at_s), "time");
    must(pin_key_load(key_path, key), key_path);
    clock_freeze_at(at_s);
    rand_seed(SCRIPT_SEED);
    kiosk->pin_key = key;
    arena_destroy(arena);
}

int main(int argc, char **argv)
{
    if (argc < 4 || sodium_init() < 0) {
        (void)fprintf(stderr, "usage: access_walk HOUSE.db PIN.key SCRIPT [ICONS]\n");
        return EXIT_FAILURE;
    }
    const struct options options = {
        .db = argv[1],
        .script = argv[3],
        .lang = "fr",
        .at = "2026-09-08T16:42",
        .shots = "/nonexistent",
        .width = WIDTH,
        .height = HEIGHT,
    };
    const struct config config = config_default();
    struct kiosk kiosk = {.options = &options, .shot = on_shot};
    struct pin_key key = {0};
    open_house(&kiosk, &options, argv[2], &key);
    must(kiosk_open(&kiosk, &config), "screen");
    the_look = look_create(argc > 4 ? argv[4] : NULL);
    const enum err err = kiosk_play(&kiosk);
    const bool is_well = look_close(the_look);
    kiosk_close(&kiosk);
    db_close(kiosk.db);
    return err == ERR_OK && is_well ? EXIT_SUCCESS : EXIT_FAILURE;
}
