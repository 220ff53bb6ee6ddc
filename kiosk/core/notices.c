#include "core/notices.h"

#include "base/clock.h"
#include "base/text.h"
#include "core/house.h"
#include "core/query.h"
#include "core/setting.h"

enum err notices_page(struct db *db, struct notice_key after, struct notice_list *list)
{
    *list = (struct notice_list){0};
    struct query q = db_query(db, Q_NOTICES_PAGE);
    query_int(&q, "since_s", after.since_s);
    query_int(&q, "notice_id", after.notice_id);
    query_int(&q, "most", NOTICES_PAGE + 1);
    while (list->count < NOTICES_PAGE && query_step(&q)) {
        struct notice *row = &list->rows[list->count++];
        row->request_id = take_int(&q);
        row->since_s = take_int(&q);
        row->notice_id = take_int(&q);
    }
    list->is_more = list->count == NOTICES_PAGE && query_step(&q);
    return query_end(&q);
}

/* Runs a statement about one request's notices; nothing changed is a conflict. */
static enum err change(struct db *db, struct query *q, int64_t request_id)
{
    query_int(q, "request_id", request_id);
    const enum err err = query_run(q);
    return err != ERR_OK ? err : db_changes(db) == 0 ? ERR_CONFLICT : ERR_OK;
}

static bool is_way(const char *how)
{
    static const char *const ways[] = {"phone", "in_person", "paper"};
    return text_is_one_of(how, ways, ARRAY_LEN(ways));
}

enum err notices_tell(struct db *db, int64_t request_id, const char *how, int64_t staff_id)
{
    if (!is_way(how)) {
        return ERR_INVALID;
    }
    const int64_t now_s = clock_now_s();
    const enum err err = house_begin(db, now_s);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_NOTICE_TELL);
    query_text(&q, "how", how);
    query_int(&q, "now_s", now_s);
    query_int(&q, "staff_id", staff_id);
    return db_end(db, change(db, &q, request_id));
}

enum err notices_untell(struct db *db, int64_t request_id, int64_t staff_id)
{
    const int64_t now_s = clock_now_s();
    const enum err err = house_begin(db, now_s);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_NOTICES_UNTELL);
    query_int(&q, "staff_id", staff_id);
    query_int(&q, "since_s", now_s - setting_get(db, SETTING_UNDO_S));
    return db_end(db, change(db, &q, request_id));
}

static enum err write_try(struct db *db, int64_t request_id, int64_t staff_id, int64_t now_s)
{
    struct query q = db_query(db, Q_NOTICES_TRY);
    const enum err err = change(db, &q, request_id);
    if (err != ERR_OK) {
        return err;
    }
    q = db_query(db, Q_NOTICES_ADD_TRY);
    query_int(&q, "request_id", request_id);
    query_int(&q, "now_s", now_s);
    query_int(&q, "staff_id", staff_id);
    return query_run(&q);
}

enum err notices_try(struct db *db, int64_t request_id, int64_t staff_id)
{
    const int64_t now_s = clock_now_s();
    const enum err err = house_begin(db, now_s);
    return err != ERR_OK ? err : db_end(db, write_try(db, request_id, staff_id, now_s));
}

static enum err forget_try(struct db *db, int64_t request_id, int64_t staff_id, int64_t now_s)
{
    struct query q = db_query(db, Q_NOTICES_FORGET_TRY);
    query_int(&q, "staff_id", staff_id);
    query_int(&q, "since_s", now_s - setting_get(db, SETTING_UNDO_S));
    const enum err err = change(db, &q, request_id);
    if (err != ERR_OK) {
        return err;
    }
    q = db_query(db, Q_NOTICES_UNTRY);
    return change(db, &q, request_id);
}

enum err notices_untry(struct db *db, int64_t request_id, int64_t staff_id)
{
    const int64_t now_s = clock_now_s();
    const enum err err = house_begin(db, now_s);
    return err != ERR_OK ? err : db_end(db, forget_try(db, request_id, staff_id, now_s));
}

static enum err write_note(struct db *db, int64_t request_id, const char *words, int64_t staff_id,
                           int64_t now_s)
{
    int64_t found = 0;
    struct query q = db_query(db, Q_NOTICES_REQUEST);
    query_int(&q, "request_id", request_id);
    enum err err = query_one_int(&q, &found);
    if (err == ERR_OK) {
        q = db_query(db, Q_NOTICES_FORGET_NOTE);
        query_int(&q, "request_id", request_id);
        err = query_run(&q);
    }
    if (err != ERR_OK || words[0] == '\0') {
        return err;
    }
    q = db_query(db, Q_NOTICES_ADD_NOTE);
    query_int(&q, "request_id", request_id);
    query_text(&q, "words", words);
    query_int(&q, "staff_id", staff_id);
    query_int(&q, "now_s", now_s);
    return query_run(&q);
}

enum err notices_note(struct db *db, int64_t request_id, const char *words, int64_t staff_id)
{
    const struct str text = str_of(words);
    if (!utf8_is_clean(text) || utf8_count(text) > NOTICES_NOTE_CHARS) {
        return ERR_INVALID;
    }
    const int64_t now_s = clock_now_s();
    const enum err err = house_begin(db, now_s);
    return err != ERR_OK ? err : db_end(db, write_note(db, request_id, words, staff_id, now_s));
}
