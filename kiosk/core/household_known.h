/* All households as an import compares them: read once, found by what a list says of them. */
#pragma once

#include "base/arena.h"
#include "core/db.h"

struct known_person {
    const char *key; /* folded first name; "" without one */
    bool is_child;
};

struct known {
    int64_t id;
    const char *number;
    const char *lang;
    const char *family_name, *address, *phone;
    int64_t left_at_s;
    int64_t into_id;            /* merged: which one it became; 0 */
    int64_t subscribed_until_s; /* the end of the last period; 0: none */
    struct known_person *persons;
    int person_count;
    int line; /* of the list, which is about this one; 0: none yet */
};

struct known_list {
    struct known *rows; /* by id */
    int count;
    struct key_map *numbers;
    struct key_map *places; /* name and address, name and telephone */
};

enum { KNOWN_NONE = -1, KNOWN_SEVERAL = -2 };

/* Everything in the arena. ERR_FULL more households than the numbers there are · as query_end. */
enum err known_load(struct db *db, struct arena *arena, struct known_list *list) NODISCARD;
/* Each gives an index, or KNOWN_NONE, KNOWN_SEVERAL. A merged one's number gives what it became. */
int known_by_number(const struct known_list *list, const char *number);
/* By name and address; if none is, by name and telephone. Those that live here only. */
int known_by_place(const struct known_list *list, struct arena *arena, const char *family_name,
                   const char *address, const char *phone);
/* Remembers a household that the list brings, under its line number, among the places; what
 * known_by_place finds then is ~line, which is less than KNOWN_SEVERAL. */
void known_add_place(struct known_list *list, struct arena *arena, const char *family_name,
                     const char *address, const char *phone, int line);

/* Folded, in the arena; "" when it does not fit. */
const char *known_fold(struct arena *arena, const char *text);
