#include "admin/admin.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/exit.h"
#include "base/text.h"
#include "core/house.h"

#define AT_HELP "  --at ISO-8601     another time than now: 2026-09-08T16:42, local\n"

static const struct admin_command COMMANDS[] = {
    {"init", "start a house: site, hours, PIN key, first concierge",
     "  --db FILE         the new database\n"
     "  --pin-key FILE    the new key of the PINs, kept apart from the database and its backups\n"
     "  --name NAME       of the house\n"
     "  --staff NAME      first name of the first coordinator, who gets number 01\n"
     "  --hours \"DAYS TIMES; …\"   such as \"2-5 09:00-12:00 14:00-18:00; 6 09:00-12:00\",\n"
     "                    days 1 (Monday) to 7\n"
     "  --zone ZONE       Europe/Paris if not given\n"
     "  --district NAME   of the city, for the figures\n" AT_HELP,
     admin_init},
    {"migrate", "bring a database to this program's version, after a copy", "  --db FILE\n",
     admin_migrate},
    {"check", "look whether a database is whole, and every state follows from its decisions",
     "  --db FILE\n", admin_check},
    {"demo", "make a demonstration house",
     "  --db FILE         the new database\n"
     "  --pin-key FILE    the new key of its PINs\n" AT_HELP,
     admin_demo},
    {"card", "a new card, or the end of one",
     "  --db FILE\n"
     "  --household NNNN | --staff NN   whose\n"
     "  --end lost|replaced|left        only end the card there is\n"
     "  --pin             a new PIN as well\n"
     "  --pin-key FILE    with --pin\n" AT_HELP,
     admin_card},
    {"staff", "list the staff, add somebody, or give a new password",
     "  --db FILE\n"
     "  --add NAME        first name, shown when they are at the desk\n"
     "  --number NN       two digits\n"
     "  --role concierge|organiser|coordinator\n"
     "  --household NNNN  their own, for which they cannot decide\n"
     "  --partner NAME    an organiser's association, as the partners name it\n"
     "  --pin-key FILE    with --add: a card and a PIN for the screen; organisers have none\n"
     "  --password        a temporary password for the desk's page; without --add, a new one\n"
     "                    for whoever has that --number\n" AT_HELP,
     admin_staff},
    {"calendars", "read the addresses at which associations keep their calendars",
     "  --db FILE\n"
     "  --all             not only those that were last tried an hour ago\n"
     "  --private         also machines of the house's own network\n"
     "  --ca FILE         certificates of the authorities to trust (PEM), not the "
     "machine's\n" AT_HELP,
     admin_calendars},
    {"setting", "list the figures of the house's rules, or change one",
     "  --db FILE\n"
     "  NAME              only this one\n"
     "  VALUE             its new value: a number, of s, min, h or d where it is a time, or "
     "default\n" AT_HELP,
     admin_setting},
    {"import", "look at an association's calendar (.ics), line by line, or take it over",
     "  --db FILE\n"
     "  --partner NAME    the association, as the partners name it\n"
     "  FILE.ics          its calendar\n"
     "  --confirm         take it over; without it nothing is written\n"
     "  --staff NN        who takes it over; an organiser proposes what their rule says\n"
     "  --lang fr|en      French if not given\n" AT_HELP
     "\nExit code 1: nothing of the file can be read, and it is said why.\n",
     admin_import},
    {"export", "write the agenda as a calendar (iCalendar) on standard output",
     "  --db FILE\n"
     "  --partner NAME    only its lines, as the partners name it\n" AT_HELP,
     admin_export},
    {"backup", "copy the house, while it is open",
     "  --db FILE\n"
     "  --to FOLDER       where the copy goes, named by date and time\n"
     "  --keep N          copies to keep there, the newest ones; 30 if not given\n" AT_HELP
     "\nWho was erased from the house is still in its older copies: with one copy a day and\n"
     "--keep 30 that ends after 30 days. The key of the PINs is no part of a copy: without it\n"
     "everybody needs a new PIN, so keep it, elsewhere.\n",
     admin_backup},
    {"restore", "put a copy in the house's place, while screen and desk are stopped",
     "  --db FILE         the house; what is there stays beside it, under another name\n"
     "  --from FILE       the copy\n" AT_HELP
     "\nWho was erased after the copy was made is in the house again: erase them again. The PINs\n"
     "need the key that they were made with.\n",
     admin_restore},
};

const struct admin_command *admin_at(size_t index)
{
    return index < ARRAY_LEN(COMMANDS) ? &COMMANDS[index] : NULL;
}

const struct admin_command *admin_find(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(COMMANDS); i++) {
        if (strcmp(COMMANDS[i].name, name) == 0) {
            return &COMMANDS[i];
        }
    }
    return NULL;
}

static const struct admin_option *find_option(const char *word, const struct admin_option *options,
                                              size_t count)
{
    const bool is_named = text_has_prefix(word, "--");
    for (size_t i = 0; i < count; i++) {
        const bool is_free = options[i].name[0] == '\0' && *options[i].value == NULL;
        if (is_named ? word[2] != '\0' && strcmp(word + 2, options[i].name) == 0 : is_free) {
            return &options[i];
        }
    }
    return NULL;
}

int admin_parse(int argc, char **argv, const struct admin_option *options, size_t count)
{
    for (int i = 0; i < argc; i++) {
        const struct admin_option *option = find_option(argv[i], options, count);
        if (option == NULL) {
            (void)fprintf(stderr, "unknown option: %s\n", argv[i]);
            return EXIT_USAGE;
        }
        if (option->is_set != NULL) {
            *option->is_set = true;
        } else if (option->name[0] == '\0') {
            *option->value = argv[i];
        } else if (i + 1 < argc) {
            *option->value = argv[++i];
        } else {
            (void)fprintf(stderr, "--%s needs a value\n", option->name);
            return EXIT_USAGE;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (options[i].is_needed && *options[i].value == NULL) {
            (void)fprintf(stderr, "--%s is needed\n", options[i].name);
            return EXIT_USAGE;
        }
    }
    return 0;
}

enum err admin_set_clock(const char *at)
{
    int64_t at_s = 0;
    if (at == NULL) {
        return ERR_OK;
    }
    const enum err err = clock_parse(at, &at_s);
    if (err != ERR_OK) {
        (void)fprintf(stderr, "--at: not a local time such as 2026-09-08T16:42\n");
        return err;
    }
    clock_start_at(at_s);
    return ERR_OK;
}

enum err admin_open(const char *path, const char *at, struct db **db)
{
    enum err err = db_open(path, DB_EXISTING, db);
    if (err != ERR_OK) {
        return err;
    }
    struct arena *arena = arena_create("site", 1 << 20);
    struct house_site site;
    err = house_site(*db, arena, &site);
    if (err == ERR_OK) {
        err = clock_set_zone(site.zone);
    }
    if (err == ERR_OK) {
        err = admin_set_clock(at);
    }
    arena_destroy(arena);
    if (err != ERR_OK) {
        db_close(*db);
        *db = NULL;
    }
    return err;
}

bool admin_is_stranger(const char *db_path)
{
    char folder[4096];
    struct stat st;
    const char *slash = strrchr(db_path, '/');
    const int len = slash == NULL ? snprintf(folder, sizeof(folder), ".")
                                  : snprintf(folder, sizeof(folder), "%.*s",
                                             (int)(slash - db_path + 1), db_path);
    if (geteuid() != 0 || len < 0 || (size_t)len >= sizeof(folder) || stat(folder, &st) != 0 ||
        st.st_uid == 0) {
        return false;
    }
    (void)fprintf(stderr,
                  "%s is another user's, whose the house has to be:\n"
                  "runuser -u conciergerie -- conciergerie …\n",
                  folder);
    return true;
}

static void remove_database(const char *path)
{
    static const char *const ends[] = {"", "-journal", ".turn"};
    char name[4096];
    for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
        const int len = snprintf(name, sizeof(name), "%s%s", path, ends[i]);
        if (len > 0 && (size_t)len < sizeof(name)) {
            (void)unlink(name);
        }
    }
}

enum err admin_create(const char *db_path, const char *key_path, struct db **db)
{
    enum err err = db_open(db_path, DB_CREATE, db);
    if (err != ERR_OK) {
        if (err != ERR_CONFLICT) {
            remove_database(db_path);
        }
        return err;
    }
    err = pin_key_create(key_path);
    if (err != ERR_OK) {
        db_close(*db);
        *db = NULL;
        remove_database(db_path);
    }
    return err;
}

void admin_discard(const char *db_path, const char *key_path)
{
    remove_database(db_path);
    (void)unlink(key_path);
}

enum err admin_draw_pin(struct db *db, const char *key_path, enum pin_owner owner, int64_t owner_id,
                        char pin[PIN_TEXT_BYTES])
{
    struct pin_key key;
    char hash[PIN_HASH_BYTES];
    enum err err = pin_key_load(key_path, &key);
    if (err != ERR_OK) {
        return err;
    }
    pin_draw(pin);
    err = pin_hash(&key, owner, owner_id, pin, PIN_COST, hash);
    explicit_bzero(&key, sizeof(key));
    return err == ERR_OK ? pin_store(db, owner, owner_id, hash) : err;
}

enum err admin_draw_password(struct db *db, int64_t staff_id, char password[PASSWORD_DRAWN_BYTES])
{
    char hash[PASSWORD_HASH_BYTES];
    password_draw(password);
    const enum err err = password_hash(password, PASSWORD_COST, hash);
    return err == ERR_OK ? password_store(db, staff_id, hash, true, NULL) : err;
}

int admin_fail(const char *what, enum err err)
{
    (void)fprintf(stderr, "%s: %s\n", what, err_name(err));
    return exit_code(err);
}
