#include "core/household_wish.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/fold.h"
#include "base/text.h"

/* ---- Reading ---- */

static void refuse(struct import_line *line, const char *reason, enum import_column column)
{
    if (line->reason[0] == '\0') {
        line->verdict = IMPORT_REFUSED;
        line->reason = reason;
        line->column = column < IMPORT_COLUMNS ? import_column_code(column) : "";
    }
}

/* Names of languages as people write them; codes go through as they are. */
static const char *lang_of(const char *cell, struct arena *arena)
{
    static const struct {
        const char *code, *names;
    } langs[] = {
        {"fr", "français|francais|french"}, {"en", "anglais|english"},
        {"ar", "arabe|arabic|العربية"},     {"tr", "turc|turkish|türkçe"},
        {"de", "allemand|german|deutsch"},  {"es", "espagnol|spanish|español"},
        {"pt", "portugais|portuguese"},     {"it", "italien|italian"},
        {"ru", "russe|russian|русский"},    {"uk", "ukrainien|ukrainian"},
    };
    const char *wanted = known_fold(arena, cell);
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct str rest = str_of(langs[i].names);
        struct str part;
        bool is_it = strcmp(wanted, langs[i].code) == 0;
        while (!is_it && str_split(&rest, '|', &part)) {
            is_it =
                strcmp(wanted, known_fold(arena, arena_strndup(arena, part.ptr, part.len))) == 0;
        }
        if (is_it) {
            return langs[i].code;
        }
    }
    return NULL;
}

/* Spreadsheets drop the zeros in front. */
static void read_number(const char *cell, struct import_wish *wish, struct import_line *line)
{
    enum { LAST = 9999 };
    int64_t number = 0;
    if (cell[0] == '\0') {
        return;
    }
    if (csv_number(cell, LAST, &number) != ERR_OK) {
        refuse(line, "value", IMPORT_NUMBER);
        return;
    }
    (void)snprintf(wish->number, sizeof(wish->number), "%04d", (int)number);
}

static void read_facts(const struct csv_row *row, const int map[IMPORT_COLUMNS],
                       struct arena *arena, struct import_wish *wish, struct import_line *line)
{
    static const struct {
        const char *field;
        enum import_column column;
    } fields[] = {{"lang", IMPORT_LANG},
                  {"family_name", IMPORT_FAMILY_NAME},
                  {"address", IMPORT_ADDRESS},
                  {"phone", IMPORT_PHONE}};
    const char *field = "";
    const char *lang = csv_cell(row, map[IMPORT_LANG]);
    wish->facts = (struct household_facts){
        .lang = lang,
        .family_name = csv_cell(row, map[IMPORT_FAMILY_NAME]),
        .address = csv_cell(row, map[IMPORT_ADDRESS]),
        .phone = csv_cell(row, map[IMPORT_PHONE]),
    };
    if (lang[0] != '\0') {
        wish->facts.lang = lang_of(lang, arena);
        if (wish->facts.lang == NULL) {
            wish->facts.lang = "";
            refuse(line, "value", IMPORT_LANG);
        }
    }
    struct household_facts checked = wish->facts;
    checked.lang = "fr";
    if (household_check(&checked, &field) != ERR_OK) {
        for (size_t i = 0; i < ARRAY_LEN(fields); i++) {
            if (strcmp(fields[i].field, field) == 0) {
                refuse(line, "value", fields[i].column);
            }
        }
    }
}

static void read_names(const char *cell, struct arena *arena, enum import_column column,
                       const char *names[HOUSEHOLD_PERSONS_MAX], int *count,
                       struct import_line *line)
{
    if (csv_parts(cell, arena, names, HOUSEHOLD_PERSONS_MAX, count) != ERR_OK) {
        refuse(line, "full", column);
    }
    for (int i = 0; i < *count; i++) {
        if (utf8_count(str_of(names[i])) > HOUSEHOLD_NAME_CHARS) {
            refuse(line, "value", column);
        }
    }
}

/* First names, or a number. */
static void read_children(const char *cell, struct arena *arena, struct import_wish *wish,
                          struct import_line *line)
{
    int64_t total = 0;
    if (cell[0] == '\0') {
        return;
    }
    if (cell[strspn(cell, "0123456789 ")] != '\0') {
        read_names(cell, arena, IMPORT_CHILDREN, wish->children, &wish->child_count, line);
    } else if (csv_number(cell, HOUSEHOLD_PERSONS_MAX, &total) == ERR_OK) {
        wish->child_total = (int)total;
    } else {
        refuse(line, "full", IMPORT_CHILDREN);
    }
}

static void read_period(const struct csv_row *row, const int map[IMPORT_COLUMNS],
                        struct import_wish *wish, struct import_line *line)
{
    enum { LONGEST_DAYS = HOUSEHOLD_YEARS_MAX * 366 };
    const char *until = csv_cell(row, map[IMPORT_UNTIL]);
    const char *paid = csv_cell(row, map[IMPORT_PAID]);
    int64_t day_s = 0;
    if (until[0] != '\0') {
        if (csv_day(until, &day_s) != ERR_OK || day_s > clock_day_s(clock_now_s(), LONGEST_DAYS)) {
            refuse(line, "value", IMPORT_UNTIL);
        } else {
            wish->until_s = clock_day_s(day_s, 1);
        }
    }
    if (paid[0] != '\0' && csv_cents(paid, &wish->paid_cents) != ERR_OK) {
        refuse(line, "value", IMPORT_PAID);
    }
}

void wish_read(const struct csv_row *row, const int map[IMPORT_COLUMNS], struct arena *arena,
               struct import_wish *wish, struct import_line *line)
{
    *wish = (struct import_wish){0};
    if (row->is_longer) {
        refuse(line, "cells", IMPORT_COLUMNS);
    }
    read_number(csv_cell(row, map[IMPORT_NUMBER]), wish, line);
    read_facts(row, map, arena, wish, line);
    read_names(csv_cell(row, map[IMPORT_PERSONS]), arena, IMPORT_PERSONS, wish->persons,
               &wish->person_count, line);
    read_children(csv_cell(row, map[IMPORT_CHILDREN]), arena, wish, line);
    read_period(row, map, wish, line);
    line->number = wish->number;
    line->name = wish->facts.family_name[0] != '\0' ? wish->facts.family_name
                 : wish->person_count > 0           ? wish->persons[0]
                                                    : "";
}

/* ---- Comparing ---- */

static bool is_known_person(const struct known *known, const char *key)
{
    for (int i = 0; known != NULL && i < known->person_count; i++) {
        if (strcmp(known->persons[i].key, key) == 0) {
            return true;
        }
    }
    return false;
}

/* Leaves the names that are not there yet. */
static int keep_new(const char *names[], int count, const struct known *known, struct arena *arena)
{
    int kept = 0;
    for (int i = 0; i < count; i++) {
        if (!is_known_person(known, known_fold(arena, names[i]))) {
            names[kept++] = names[i];
        }
    }
    return kept;
}

static int count_children(const struct known *known)
{
    int count = 0;
    for (int i = 0; known != NULL && i < known->person_count; i++) {
        count += known->persons[i].is_child;
    }
    return count;
}

/* "": nothing new. */
static const char *keep_fact(const char *wanted, const char *there)
{
    return strcmp(wanted, there) == 0 ? "" : wanted;
}

static void compare_facts(struct import_wish *wish, const struct known *known,
                          struct import_line *line)
{
    static const struct household_facts none = {"", "", "", ""};
    struct household_facts there = none;
    if (known != NULL) {
        there =
            (struct household_facts){known->lang, known->family_name, known->address, known->phone};
    }
    struct household_facts *facts = &wish->facts;
    facts->lang = keep_fact(facts->lang, there.lang);
    facts->family_name = keep_fact(facts->family_name, there.family_name);
    facts->address = keep_fact(facts->address, there.address);
    facts->phone = keep_fact(facts->phone, there.phone);
    const struct {
        const char *fact;
        enum import_column column;
    } all[] = {{facts->lang, IMPORT_LANG},
               {facts->family_name, IMPORT_FAMILY_NAME},
               {facts->address, IMPORT_ADDRESS},
               {facts->phone, IMPORT_PHONE}};
    for (size_t i = 0; i < ARRAY_LEN(all); i++) {
        line->changes |= all[i].fact[0] == '\0' ? 0 : 1U << all[i].column;
    }
}

static void compare_persons(struct import_wish *wish, const struct known *known,
                            struct arena *arena, struct import_line *line)
{
    wish->person_count = keep_new(wish->persons, wish->person_count, known, arena);
    wish->child_count = keep_new(wish->children, wish->child_count, known, arena);
    const int missing = wish->child_total - count_children(known);
    wish->nameless = missing > 0 ? missing : 0;
    const int more = wish->person_count + wish->child_count + wish->nameless;
    if (more > 0 && more + (known == NULL ? 0 : known->person_count) > HOUSEHOLD_PERSONS_MAX) {
        refuse(line, "full", wish->person_count > 0 ? IMPORT_PERSONS : IMPORT_CHILDREN);
    }
    line->changes |= wish->person_count > 0 ? 1U << IMPORT_PERSONS : 0;
    line->changes |= wish->child_count + wish->nameless > 0 ? 1U << IMPORT_CHILDREN : 0;
}

/* A period that is over is of no use, and none is shortened. */
static void compare_period(struct import_wish *wish, const struct known *known,
                           struct import_line *line)
{
    const int64_t today_s = clock_day_s(clock_now_s(), 0);
    const int64_t last_s = known == NULL ? 0 : known->subscribed_until_s;
    if (wish->until_s > today_s && wish->until_s > last_s) {
        wish->from_s = last_s > today_s ? last_s : today_s;
        line->changes |= 1U << IMPORT_UNTIL;
    }
}

void wish_compare(struct import_wish *wish, const struct known *known, struct arena *arena,
                  struct import_line *line)
{
    const bool is_nobody = wish->facts.family_name[0] == '\0' && wish->person_count == 0;
    wish->household_id = known == NULL ? 0 : known->id;
    line->number = known == NULL ? wish->number : known->number;
    if (known == NULL && is_nobody) {
        refuse(line, "nobody", IMPORT_COLUMNS);
    }
    compare_facts(wish, known, line);
    compare_persons(wish, known, arena, line);
    compare_period(wish, known, line);
    if (line->verdict != IMPORT_REFUSED) {
        line->verdict = known == NULL        ? IMPORT_NEW
                        : line->changes != 0 ? IMPORT_CHANGED
                                             : IMPORT_UNCHANGED;
    }
}
