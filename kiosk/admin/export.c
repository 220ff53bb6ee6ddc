/* `conciergerie export`: the agenda as a calendar, on standard output. */
#include <stdio.h>

#include "admin/admin.h"
#include "core/feed.h"
#include "core/partners.h"

enum { ARENA_BYTES = 32 << 20 };

static enum err write_feed(struct db *db, const char *partner)
{
    struct arena *arena = arena_create("export", ARENA_BYTES);
    const char *text = "";
    int64_t partner_id = 0;
    enum err err = partner == NULL ? ERR_OK : partners_find(db, partner, &partner_id);
    if (err == ERR_OK) {
        err = feed_write(db, partner_id, arena, &text);
    }
    if (err == ERR_OK && (fputs(text, stdout) < 0 || fflush(stdout) != 0)) {
        err = ERR_IO;
    }
    arena_destroy(arena);
    return err;
}

int admin_export(int argc, char **argv)
{
    const char *path = NULL;
    const char *partner = NULL;
    const char *at = NULL;
    struct db *db = NULL;
    const struct admin_option list[] = {
        {"db", &path, NULL, true}, {"partner", &partner, NULL, false}, {"at", &at, NULL, false}};
    const int usage = admin_parse(argc, argv, list, ARRAY_LEN(list));
    if (usage != 0) {
        return usage;
    }
    enum err err = admin_open(path, at, &db);
    if (err != ERR_OK) {
        return admin_fail("the database cannot be opened", err);
    }
    err = write_feed(db, partner);
    db_close(db);
    return err == ERR_OK ? 0 : admin_fail("not exported", err);
}
