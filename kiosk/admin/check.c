/* `conciergerie migrate` and `conciergerie check`. */
#include <stdio.h>

#include "admin/admin.h"
#include "base/exit.h"
#include "core/catalogue.h"
#include "core/check.h"

/* What is searched is written as this program looks for it. */
static enum err index_anew(const char *path)
{
    struct db *db = NULL;
    enum err err = db_open(path, DB_EXISTING, &db);
    if (err == ERR_OK) {
        err = db_begin(db);
    }
    if (err == ERR_OK) {
        err = db_end(db, catalogue_index(db));
    }
    db_close(db);
    return err;
}

int admin_migrate(int argc, char **argv)
{
    const char *path = NULL;
    int from = 0;
    int to = 0;
    const struct admin_option list[] = {{"db", &path, NULL, true}};
    const int usage = admin_parse(argc, argv, list, ARRAY_LEN(list));
    if (usage != 0) {
        return usage;
    }
    enum err err = db_migrate(path, &from, &to);
    if (err != ERR_OK) {
        return admin_fail("not migrated, nothing was changed", err);
    }
    err = from == to ? ERR_OK : index_anew(path);
    if (err != ERR_OK) {
        return admin_fail("migrated, but the catalogue is not searched yet; save one of its things",
                          err);
    }
    if (from == to) {
        (void)printf("Version %d: nothing to do.\n", to);
    } else {
        (void)printf("Version %d is now %d. The copy before it: %s.before-%d\n", from, to, path,
                     to);
    }
    return 0;
}

int admin_check(int argc, char **argv)
{
    const char *path = NULL;
    struct db *db = NULL;
    int differing = 0;
    const struct admin_option list[] = {{"db", &path, NULL, true}};
    const int usage = admin_parse(argc, argv, list, ARRAY_LEN(list));
    if (usage != 0) {
        return usage;
    }
    enum err err = db_open(path, DB_EXISTING, &db);
    if (err != ERR_OK) {
        return admin_fail("the database cannot be opened", err);
    }
    err = db_check(db);
    if (err == ERR_OK) {
        err = check_states(db, &differing);
    }
    db_close(db);
    if (err == ERR_CORRUPT) {
        (void)printf("Damaged: the lines above say where.\n");
        return EXIT_FAILED_CHECK;
    }
    if (differing > 0) {
        (void)printf("Damaged: %d states do not follow from their decisions.\n", differing);
        return EXIT_FAILED_CHECK;
    }
    if (err != ERR_OK) {
        return admin_fail("not checked", err);
    }
    (void)printf("Whole.\n");
    return 0;
}
