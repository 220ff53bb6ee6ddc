#include "core/household_import.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "core/house.h"
#include "core/household_find.h"
#include "core/household_rows.h"
#include "core/household_wish.h"
#include "core/people.h"
#include "core/query.h"

static const struct csv_column COLUMNS[IMPORT_COLUMNS] = {
    [IMPORT_NUMBER] = {"number",
                       "numéro|n°|no|numéro de foyer|numéro du foyer|foyer|number|household|"
                       "household number",
                       false},
    [IMPORT_FAMILY_NAME] = {"family_name",
                            "nom|nom de famille|noms|name|family name|last name|surname", false},
    [IMPORT_PERSONS] = {"persons",
                        "prénom|prénom(s)|prénoms|adultes|prénoms des adultes|personnes|"
                        "first name|first name(s)|first names|adults|persons",
                        false},
    [IMPORT_CHILDREN] = {"children",
                         "enfants|enfant(s)|prénoms des enfants|nombre d'enfants|children|"
                         "number of children",
                         false},
    [IMPORT_ADDRESS] = {"address", "adresse|adresse postale|logement|address", false},
    [IMPORT_PHONE] = {"phone", "téléphone|tél|tel|portable|mobile|phone|telephone", false},
    [IMPORT_LANG] = {"lang", "langue|langue parlée|language|lang", false},
    [IMPORT_UNTIL] = {"until",
                      "abonné jusqu'au|abonné(e) jusqu'au|abonnée jusqu'au|abonnement jusqu'au|"
                      "fin d'abonnement|fin de l'abonnement|subscribed until|subscription until",
                      false},
    [IMPORT_PAID] = {"paid", "payé|montant payé|montant|cotisation|paid|amount paid|amount", false},
};

const char *import_verdict_code(enum import_verdict verdict)
{
    static const char *const codes[IMPORT_COUNT] = {"new", "changed", "unchanged", "refused"};
    return codes[verdict];
}

const char *import_column_code(enum import_column column)
{
    return COLUMNS[column].code;
}

/* ---- The plan ---- */

static void refuse(struct import_line *line, const char *reason, int same_line)
{
    line->verdict = IMPORT_REFUSED;
    line->reason = reason;
    line->same_line = same_line;
}

/* Whose line it is; NULL: a new household, or refused. */
static struct known *find_known(struct known_list *list, struct arena *arena,
                                const struct import_wish *wish, struct import_line *line)
{
    const struct household_facts *facts = &wish->facts;
    const bool has_number = wish->number[0] != '\0';
    const bool is_enough =
        facts->family_name[0] != '\0' && (facts->address[0] != '\0' || facts->phone[0] != '\0');
    if (!has_number && !is_enough) {
        refuse(line, "unknown", 0);
        return NULL;
    }
    const int index =
        has_number ? known_by_number(list, wish->number)
                   : known_by_place(list, arena, facts->family_name, facts->address, facts->phone);
    if (index == KNOWN_SEVERAL) {
        refuse(line, "several", 0);
    } else if (index < KNOWN_SEVERAL) {
        refuse(line, "same_line", ~index);
    } else if (index != KNOWN_NONE && list->rows[index].left_at_s != 0) {
        refuse(line, "left", 0);
    } else if (index != KNOWN_NONE && list->rows[index].line != 0) {
        refuse(line, "same_line", list->rows[index].line);
    }
    return index < 0 || line->verdict == IMPORT_REFUSED ? NULL : &list->rows[index];
}

/* Two new households of one number: the list of numbers that this list brings. */
struct given {
    int line[10000];
};

static void note_line(struct known_list *list, struct given *given, struct arena *arena,
                      struct known *known, const struct import_wish *wish, struct import_line *line)
{
    int64_t number = 0;
    if (known != NULL) {
        known->line = line->line;
        return;
    }
    if (wish->number[0] != '\0' && csv_number(wish->number, 9999, &number) == ERR_OK) {
        if (given->line[number] != 0) {
            refuse(line, "same_line", given->line[number]);
            return;
        }
        given->line[number] = line->line;
    }
    known_add_place(list, arena, wish->facts.family_name, wish->facts.address, wish->facts.phone,
                    line->line);
}

static void plan_line(struct known_list *list, struct given *given, const struct csv_row *row,
                      const int map[IMPORT_COLUMNS], struct arena *arena, struct import_line *line)
{
    struct import_wish *wish = arena_alloc(arena, sizeof(*wish));
    *line = (struct import_line){
        .line = row->line, .verdict = IMPORT_UNCHANGED, .reason = "", .column = "", .wish = wish};
    wish_read(row, map, arena, wish, line);
    if (line->verdict == IMPORT_REFUSED) {
        return;
    }
    struct known *known = find_known(list, arena, wish, line);
    if (line->verdict != IMPORT_REFUSED) {
        note_line(list, given, arena, known, wish, line);
    }
    if (line->verdict != IMPORT_REFUSED) {
        wish_compare(wish, known, arena, line);
    }
}

static void add_to_digest(crypto_generichash_state *state, const char *text)
{
    (void)crypto_generichash_update(state, (const unsigned char *)text, strlen(text) + 1);
}

/* Of every cell, and of what becomes of each line. */
static void digest(const struct csv_table *table, struct import_plan *plan)
{
    enum { BYTES = (IMPORT_DIGEST_BYTES - 1) / 2 };
    unsigned char hash[BYTES];
    crypto_generichash_state state;
    (void)crypto_generichash_init(&state, NULL, 0, BYTES);
    for (int i = 0; i < plan->count; i++) {
        const struct import_line *line = &plan->lines[i];
        char text[64];
        (void)snprintf(text, sizeof(text), "%d %d %u %lld %lld", line->line, (int)line->verdict,
                       line->changes, (long long)line->wish->household_id,
                       (long long)line->wish->from_s);
        add_to_digest(&state, text);
        for (int j = 0; j < table->column_count; j++) {
            add_to_digest(&state, table->rows[i].cells[j]);
        }
    }
    (void)crypto_generichash_final(&state, hash, sizeof(hash));
    (void)sodium_bin2hex(plan->digest, sizeof(plan->digest), hash, sizeof(hash));
}

static enum err map_columns(const struct csv_table *table, int map[IMPORT_COLUMNS],
                            struct import_plan *plan, struct csv_trouble *trouble)
{
    const enum err err = csv_map(table, COLUMNS, IMPORT_COLUMNS, map, trouble);
    if (err != ERR_OK) {
        return err;
    }
    if (map[IMPORT_NUMBER] == -1 && map[IMPORT_FAMILY_NAME] == -1) {
        csv_trouble_set(trouble, "no_column", 1, COLUMNS[IMPORT_FAMILY_NAME].code);
        return ERR_INVALID;
    }
    for (int i = 0; i < table->column_count; i++) {
        if (!csv_is_mapped(map, IMPORT_COLUMNS, i)) {
            plan->unread[plan->unread_count++] = table->header[i];
        }
    }
    return ERR_OK;
}

enum err household_import_plan(struct db *db, const struct csv_table *table, struct arena *arena,
                               struct import_plan *plan, struct csv_trouble *trouble)
{
    int map[IMPORT_COLUMNS];
    struct known_list list;
    *plan = (struct import_plan){0};
    enum err err = map_columns(table, map, plan, trouble);
    if (err == ERR_OK) {
        err = known_load(db, arena, &list);
    }
    if (err != ERR_OK) {
        return err;
    }
    struct given *given = arena_alloc(arena, sizeof(*given));
    plan->lines = arena_array(arena, (size_t)table->row_count, sizeof(*plan->lines));
    plan->count = table->row_count;
    for (int i = 0; i < table->row_count; i++) {
        plan_line(&list, given, &table->rows[i], map, arena, &plan->lines[i]);
        plan->counts[plan->lines[i].verdict]++;
    }
    digest(table, plan);
    return ERR_OK;
}

/* ---- Writing ---- */

static enum err add_person(struct db *db, int64_t household_id, const char *first_name,
                           bool is_child)
{
    struct query q = db_query(db, Q_PERSON_ADD);
    query_int(&q, "household_id", household_id);
    query_int(&q, "is_child", is_child);
    const enum err err = query_run(&q);
    if (err != ERR_OK || first_name[0] == '\0') {
        return err;
    }
    const int64_t person_id = db_last_id(db);
    q = db_query(db, Q_PERSON_SET_NAME);
    query_int(&q, "person_id", person_id);
    query_text(&q, "first_name", first_name);
    return query_run(&q);
}

static enum err add_persons(struct db *db, int64_t household_id, const struct import_wish *wish)
{
    enum err err = ERR_OK;
    for (int i = 0; err == ERR_OK && i < wish->person_count; i++) {
        err = add_person(db, household_id, wish->persons[i], false);
    }
    for (int i = 0; err == ERR_OK && i < wish->child_count; i++) {
        err = add_person(db, household_id, wish->children[i], true);
    }
    for (int i = 0; err == ERR_OK && i < wish->nameless; i++) {
        err = add_person(db, household_id, "", true);
    }
    return err;
}

/* Facts that are "" stay as they are. */
static enum err write_facts(struct db *db, int64_t household_id,
                            const struct household_facts *facts)
{
    if (facts->lang[0] != '\0') {
        struct query q = db_query(db, Q_HOUSEHOLD_SET_LANG);
        query_int(&q, "household_id", household_id);
        query_text(&q, "lang", facts->lang);
        const enum err err = query_run(&q);
        if (err != ERR_OK) {
            return err;
        }
    }
    struct query q = db_query(db, Q_HOUSEHOLD_FILL_CONTACT);
    query_int(&q, "household_id", household_id);
    query_text(&q, "family_name", facts->family_name);
    query_text(&q, "address", facts->address);
    query_text(&q, "phone", facts->phone);
    return query_run(&q);
}

static enum err write_line(struct db *db, const struct import_line *line, int64_t staff_id)
{
    const struct import_wish *wish = line->wish;
    int64_t id = wish->household_id;
    enum err err = ERR_OK;
    if (id == 0) {
        err = people_add_household(db, wish->number[0] == '\0' ? NULL : wish->number, "fr", false,
                                   &id);
    }
    if (err == ERR_OK) {
        err = write_facts(db, id, &wish->facts);
    }
    if (err == ERR_OK) {
        err = add_persons(db, id, wish);
    }
    if (err == ERR_OK && wish->from_s != 0) {
        err = people_add_subscription(db, id, wish->from_s, wish->until_s, wish->paid_cents);
    }
    if (err == ERR_OK) {
        err = household_index(db, id);
    }
    return err == ERR_OK ? household_note(db, id, staff_id, "imported", wish->paid_cents, NULL)
                         : err;
}

static enum err run(struct db *db, const struct csv_table *table, const char *wanted,
                    int64_t staff_id, struct arena *arena, struct import_plan *plan,
                    struct csv_trouble *trouble)
{
    enum err err = household_import_plan(db, table, arena, plan, trouble);
    if (err == ERR_OK && strcmp(plan->digest, wanted) != 0) {
        err = ERR_CONFLICT;
    }
    for (int i = 0; err == ERR_OK && i < plan->count; i++) {
        const enum import_verdict verdict = plan->lines[i].verdict;
        if (verdict == IMPORT_NEW || verdict == IMPORT_CHANGED) {
            err = write_line(db, &plan->lines[i], staff_id);
        }
    }
    return err == ERR_OK ? household_index_tidy(db) : err;
}

enum err household_import_run(struct db *db, const struct csv_table *table, const char *digest_seen,
                              int64_t staff_id, struct arena *arena, struct import_plan *plan,
                              struct csv_trouble *trouble)
{
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, run(db, table, digest_seen, staff_id, arena, plan, trouble))
                         : err;
}
