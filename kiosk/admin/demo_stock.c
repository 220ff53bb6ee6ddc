/* Three hundred copies of what the demonstration house lends. */
#include "admin/demo.h"
#include "core/copies.h"

enum { CLASS_ITEMS = 15 }; /* as in db/demo/0003_items.sql */

/* How many copies there are of each item of a class. */
static const int COPIES[] = {3, 1, 2, 2, 2, 5, 3, 2};

/* Copies that are not to be had. */
static const struct {
    int item;
    int number;
    enum verb verbs[2];
} AWAY[] = {
    {5, 3, {VERB_MAINTAIN}},  {29, 1, {VERB_MAINTAIN}},
    {96, 2, {VERB_MAINTAIN}}, {61, 2, {VERB_MISS}},
    {104, 3, {VERB_MISS}},    {76, 5, {VERB_RETIRE}},
    {91, 3, {VERB_RETIRE}},   {80, 5, {VERB_MAINTAIN, VERB_RESTORE}},
};

static enum err put_away(struct demo *demo, int item, int number, int64_t copy_id)
{
    enum err err = ERR_OK;
    for (size_t i = 0; i < ARRAY_LEN(AWAY); i++) {
        for (size_t j = 0; err == ERR_OK && j < ARRAY_LEN(AWAY[i].verbs); j++) {
            if (AWAY[i].item == item && AWAY[i].number == number && AWAY[i].verbs[j] != VERB_NONE) {
                struct outcome outcome;
                const struct move move =
                    move_make(copy_id, AWAY[i].verbs[j], demo_desk(demo, KARIM));
                err = request_move(demo->db, &move, &outcome);
            }
        }
    }
    return err;
}

enum err demo_make_stock(struct demo *demo)
{
    enum err err = ERR_OK;
    for (int i = 0; err == ERR_OK && i < (int)ARRAY_LEN(COPIES) * CLASS_ITEMS; i++) {
        const int item = i + 1;
        const int class = i / CLASS_ITEMS;
        const char *shelf = arena_printf(demo->arena, "%c%d", 'A' + class, 1 + i % CLASS_ITEMS / 3);
        for (int number = 1; err == ERR_OK && number <= COPIES[class]; number++) {
            int64_t copy_id = 0;
            err = copies_add(demo->db, item, number, shelf, demo_desk(demo, KARIM), &copy_id);
            if (err == ERR_OK) {
                err = put_away(demo, item, number, copy_id);
            }
        }
    }
    return err;
}
