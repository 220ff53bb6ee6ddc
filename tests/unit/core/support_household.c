#include "support_household.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/household_find.h"

struct household_facts facts_of(const char *family_name)
{
    return (struct household_facts){
        .lang = "fr", .family_name = family_name, .address = "", .phone = ""};
}

int64_t must_register(struct world *world, const char *number, const char *family_name,
                      const char *first_name)
{
    int64_t id = 0;
    const char *field = NULL;
    const struct household_facts facts = facts_of(family_name);
    const struct household_person person = {first_name, false};
    assert_int_equal(household_register(world->db, number, &facts, &person, 1, NADIA, &id, &field),
                     ERR_OK);
    return id;
}

int64_t find_by(struct world *world, const char *words)
{
    const char *match = household_match(words, world->arena);
    return match[0] == '\0' ? 0
                            : world_int(world,
                                        "SELECT coalesce((SELECT rowid FROM household_search"
                                        " WHERE household_search MATCH %Q LIMIT 1), 0)",
                                        match);
}

int file_holds(struct world *world, const char *text)
{
    FILE *file = fopen(world->path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    const size_t size = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(size);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
    const int holds = memmem(bytes, size, text, strlen(text)) != NULL;
    free(bytes);
    return holds;
}

const char *last_event(struct world *world, int64_t household_id)
{
    static char code[32];
    sqlite3_stmt *stmt = NULL;
    assert_int_equal(sqlite3_prepare_v2(world->raw,
                                        "SELECT code FROM household_event WHERE household_id = ?1"
                                        " ORDER BY id DESC LIMIT 1",
                                        -1, &stmt, NULL),
                     SQLITE_OK);
    (void)sqlite3_bind_int64(stmt, 1, household_id);
    code[0] = '\0';
    if (sqlite3_step(stmt) == SQLITE_ROW) {
        (void)snprintf(code, sizeof(code), "%s", sqlite3_column_text(stmt, 0));
    }
    (void)sqlite3_finalize(stmt);
    return code;
}
