#include "core/household_known.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/text.h"
#include "core/query.h"

enum { HOUSEHOLDS_MAX = 10000, SLOTS = 1 << 16 }; /* numbers have four digits */

/* ---- Texts to numbers ---- */

struct key_map {
    const char *keys[SLOTS];
    int values[SLOTS];
    int count;
};

static size_t slot_of(const struct key_map *map, const char *key)
{
    size_t slot = text_print(TEXT_PRINT, str_of(key)) % SLOTS;
    while (map->keys[slot] != NULL && strcmp(map->keys[slot], key) != 0) {
        slot = (slot + 1) % SLOTS;
    }
    return slot;
}

static int map_get(const struct key_map *map, const char *key)
{
    const size_t slot = slot_of(map, key);
    return map->keys[slot] == NULL ? KNOWN_NONE : map->values[slot];
}

/* A second value for one key makes it several. Keeps key. */
static void map_add(struct key_map *map, const char *key, int value)
{
    const size_t slot = slot_of(map, key);
    const bool is_new = map->keys[slot] == NULL;
    if (is_new && map->count == SLOTS / 2) {
        return; /* cannot be: each household and each line adds two at most */
    }
    map->count += is_new;
    map->values[slot] = is_new || map->values[slot] == value ? value : KNOWN_SEVERAL;
    map->keys[slot] = key;
}

/* ---- Keys ---- */

const char *known_fold(struct arena *arena, const char *text)
{
    enum { MORE = 3 };
    const size_t size = MORE * strlen(text) + 1;
    char *folded = arena_alloc(arena, size);
    return text_fold(str_of(text), folded, size) == ERR_OK ? folded : "";
}

/* NULL: too little to know anybody by. */
static const char *place_key(struct arena *arena, const char *family_name, const char *address)
{
    const char *name = known_fold(arena, family_name);
    const char *place = known_fold(arena, address);
    return name[0] == '\0' || place[0] == '\0' ? NULL : arena_printf(arena, "a %s %s", name, place);
}

/* "+33 6 39 98 01 02" and "06.39.98.01.02" end alike. */
static const char *phone_key(struct arena *arena, const char *family_name, const char *phone)
{
    enum { LAST = 9 };
    char *digits = arena_strdup(arena, phone);
    size_t len = 0;
    for (const char *at = phone; *at != '\0'; at++) {
        digits[len] = *at;
        len += *at >= '0' && *at <= '9';
    }
    digits[len] = '\0';
    const char *name = known_fold(arena, family_name);
    return name[0] == '\0' || len == 0
               ? NULL
               : arena_printf(arena, "p %s %s", name, digits + (len > LAST ? len - LAST : 0));
}

/* ---- Reading ---- */

static int compare_id(const void *a, const void *b)
{
    const struct known *left = a;
    const struct known *right = b;
    return (left->id > right->id) - (left->id < right->id);
}

static struct known *find_id(const struct known_list *list, int64_t id)
{
    const struct known wanted = {.id = id};
    return bsearch(&wanted, list->rows, (size_t)list->count, sizeof(wanted), compare_id);
}

static enum err read_households(struct db *db, struct arena *arena, struct known_list *list)
{
    struct query q = db_query(db, Q_KNOWN_HOUSEHOLDS);
    while (query_step(&q)) {
        if (list->count == HOUSEHOLDS_MAX) {
            const enum err err = query_end(&q);
            return err != ERR_OK ? err : ERR_FULL;
        }
        struct known *row = &list->rows[list->count++];
        row->id = take_int(&q);
        row->number = take_text(&q, arena);
        row->lang = take_text(&q, arena);
        row->family_name = take_text(&q, arena);
        row->address = take_text(&q, arena);
        row->phone = take_text(&q, arena);
        row->left_at_s = take_int(&q);
        row->into_id = take_int(&q);
        row->subscribed_until_s = take_int(&q);
        row->person_count = (int)take_int(&q);
        row->persons = arena_array(arena, (size_t)row->person_count, sizeof(*row->persons));
        row->person_count = 0;
    }
    return query_end(&q);
}

static enum err read_persons(struct db *db, struct arena *arena, struct known_list *list)
{
    struct query q = db_query(db, Q_KNOWN_PERSONS);
    while (query_step(&q)) {
        struct known *row = find_id(list, take_int(&q));
        struct known_person *person = row == NULL ? NULL : &row->persons[row->person_count++];
        if (person != NULL) {
            person->is_child = take_int(&q) != 0;
            person->key = known_fold(arena, take_text(&q, arena));
        }
    }
    return query_end(&q);
}

static void add_place(struct key_map *places, struct arena *arena, const char *family_name,
                      const char *address, const char *phone, int value)
{
    const char *const keys[] = {place_key(arena, family_name, address),
                                phone_key(arena, family_name, phone)};
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        if (keys[i] != NULL) {
            map_add(places, keys[i], value);
        }
    }
}

enum err known_load(struct db *db, struct arena *arena, struct known_list *list)
{
    *list = (struct known_list){
        .rows = arena_array(arena, HOUSEHOLDS_MAX, sizeof(struct known)),
        .numbers = arena_alloc(arena, sizeof(struct key_map)),
        .places = arena_alloc(arena, sizeof(struct key_map)),
    };
    enum err err = read_households(db, arena, list);
    if (err == ERR_OK) {
        err = read_persons(db, arena, list);
    }
    for (int i = 0; err == ERR_OK && i < list->count; i++) {
        const struct known *row = &list->rows[i];
        map_add(list->numbers, row->number, i);
        if (row->left_at_s == 0) {
            add_place(list->places, arena, row->family_name, row->address, row->phone, i);
        }
    }
    return err;
}

int known_by_number(const struct known_list *list, const char *number)
{
    const int index = map_get(list->numbers, number);
    if (index < 0 || list->rows[index].into_id == 0) {
        return index;
    }
    const struct known *into = find_id(list, list->rows[index].into_id);
    return into == NULL ? KNOWN_NONE : (int)(into - list->rows);
}

int known_by_place(const struct known_list *list, struct arena *arena, const char *family_name,
                   const char *address, const char *phone)
{
    const char *const keys[] = {place_key(arena, family_name, address),
                                phone_key(arena, family_name, phone)};
    int found = KNOWN_NONE;
    for (size_t i = 0; i < ARRAY_LEN(keys) && found == KNOWN_NONE; i++) {
        found = keys[i] == NULL ? KNOWN_NONE : map_get(list->places, keys[i]);
    }
    return found;
}

void known_add_place(struct known_list *list, struct arena *arena, const char *family_name,
                     const char *address, const char *phone, int line)
{
    add_place(list->places, arena, family_name, address, phone, ~line);
}
