#include "core/board.h"

#include <string.h>

#include "core/codes.h"
#include "core/query.h"

/* A category that is not for the board never hangs there, even if somebody published it. */
static bool is_for_board(const char *category)
{
    const struct help_category *found = help_category_find(category);
    return found != NULL && found->is_for_board;
}

static struct board_item take_item(struct query *q, struct arena *arena)
{
    struct board_item item = {0};
    item.request_id = take_int(q);
    item.since_s = take_int(q);
    take_code(q, item.direction, sizeof(item.direction));
    take_code(q, item.category, sizeof(item.category));
    take_code(q, item.choice, sizeof(item.choice));
    item.words = take_text(q, arena);
    item.lang = take_text(q, arena);
    return item;
}

enum err board_list(struct db *db, const struct board_filter *filter, struct arena *arena,
                    struct board_page *page)
{
    *page = (struct board_page){0};
    struct query q = db_query(db, Q_BOARD_LIST);
    query_int(&q, "after_id", filter->after_id);
    query_int(&q, "last_s", INT64_MAX);
    query_text(&q, "direction", filter->direction);
    query_text(&q, "category", filter->category);
    while (!page->has_more && query_step(&q)) {
        const struct board_item item = take_item(&q, arena);
        if (!is_for_board(item.category)) {
            continue;
        }
        page->has_more = page->count == BOARD_PAGE;
        if (!page->has_more) {
            page->items[page->count++] = item;
        }
    }
    return query_end(&q);
}

enum err board_count(struct db *db, int *needs, int *offers)
{
    char direction[CODE_BYTES];
    char category[CODE_BYTES];
    *needs = 0;
    *offers = 0;
    struct query q = db_query(db, Q_BOARD_COUNT);
    while (query_step(&q)) {
        take_code(&q, direction, sizeof(direction));
        take_code(&q, category, sizeof(category));
        if (is_for_board(category)) {
            *(strcmp(direction, "need") == 0 ? needs : offers) += 1;
        }
    }
    return query_end(&q);
}

enum err board_card(struct db *db, int64_t request_id, int64_t household_id, struct arena *arena,
                    struct board_card *card)
{
    bool is_found = false;
    *card = (struct board_card){0};
    struct query q = db_query(db, Q_BOARD_CARD);
    query_int(&q, "request_id", request_id);
    query_int(&q, "household_id", household_id);
    if (query_step(&q)) {
        card->item = take_item(&q, arena);
        card->is_own = take_int(&q) != 0;
        card->has_replied = take_int(&q) != 0;
        is_found = is_for_board(card->item.category);
    }
    const enum err err = query_end(&q);
    return err != ERR_OK || is_found ? err : ERR_NOT_FOUND;
}
