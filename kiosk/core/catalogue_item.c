/* Things to borrow at the desk: their classes, what comes with them, their copies. */
#include <string.h>

#include "base/clock.h"
#include "core/copies.h"
#include "core/edit_parts.h"
#include "core/query.h"

/* ---- Classes ---- */

static enum err check_class(const struct edit_class *class, struct edit_fault *fault)
{
    const struct edit_text title = {"title", class->title, EDIT_TITLE_CHARS, true};
    const enum err err = edit_check_texts(&title, 1, fault);
    if (err != ERR_OK) {
        return err;
    }
    if (class->code[0] != '\0' && !edit_is_code(class->code)) {
        return edit_refuse(fault, "code");
    }
    if (!edit_is_code(class->icon)) {
        return edit_refuse(fault, "icon");
    }
    if (class->max_days < 1 || class->max_days > EDIT_DAYS_MOST) {
        return edit_refuse(fault, "max_days");
    }
    return edit_check_rule(&class->rule, fault);
}

enum err edit_write_class(struct db *db, const struct edit_class *class, int64_t *class_id)
{
    struct query q = db_query(db, class->id == 0 ? Q_CLASS_ADD : Q_CLASS_CHANGE);
    query_text(&q, "title", class->title);
    query_text(&q, "icon", class->icon);
    query_int(&q, "max_days", class->max_days);
    edit_bind_rule(&q, &class->rule);
    *class_id = class->id;
    if (class->id != 0) {
        query_int(&q, "class_id", class->id);
        return edit_run_on_one(db, &q);
    }
    query_text(&q, "code", class->code);
    const enum err err = query_run(&q);
    *class_id = db_last_id(db);
    return err;
}

enum err catalogue_save_class(struct db *db, const struct edit_class *class, int64_t *class_id,
                              struct edit_fault *fault)
{
    *class_id = 0;
    enum err err = check_class(class, fault);
    if (err == ERR_OK) {
        err = edit_begin(db);
    }
    return err == ERR_OK ? edit_end(db, edit_write_class(db, class, class_id), false) : err;
}

/* ---- Items ---- */

static enum err check_parts(const struct edit_item *item, struct edit_fault *fault)
{
    if (item->part_count < 0 || item->part_count > CATALOGUE_PARTS_MAX) {
        return edit_refuse(fault, "parts");
    }
    for (int i = 0; i < item->part_count; i++) {
        const struct edit_text label = {"", item->parts[i].label, EDIT_LABEL_CHARS, true};
        if (edit_check_texts(&label, 1, NULL) != ERR_OK) {
            return edit_refuse(fault, "parts[%d].label", i);
        }
        for (int j = 0; j < i; j++) {
            if (item->parts[i].position != 0 &&
                item->parts[i].position == item->parts[j].position) {
                return edit_refuse(fault, "parts[%d].position", i);
            }
        }
    }
    return ERR_OK;
}

enum err edit_check_item(const struct edit_item *item, struct edit_fault *fault)
{
    const struct edit_text texts[] = {
        {"title", item->title, EDIT_TITLE_CHARS, true},
        {"summary", item->summary, EDIT_SUMMARY_CHARS, false},
    };
    const enum err err = edit_check_texts(texts, ARRAY_LEN(texts), fault);
    if (err != ERR_OK) {
        return err;
    }
    if (!edit_is_code(item->icon)) {
        return edit_refuse(fault, "icon");
    }
    if (!edit_is_cents(item->deposit_cents)) {
        return edit_refuse(fault, "deposit_cents");
    }
    if (!edit_is_cents(item->fee_cents)) {
        return edit_refuse(fault, "fee_cents");
    }
    if (item->subscriber_cents != -1 && !edit_is_cents(item->subscriber_cents)) {
        return edit_refuse(fault, "subscriber_cents");
    }
    return check_parts(item, fault);
}

static bool has_part(const struct edit_item *item, int position)
{
    for (int i = 0; i < item->part_count; i++) {
        if (item->parts[i].position == position) {
            return true;
        }
    }
    return false;
}

/* Takes away what is not in the list any more. One that is out with somebody is counted when it
 * comes back: it cannot go. *last: the highest position there is. */
static enum err drop_parts(struct db *db, const struct edit_item *item, int64_t item_id, int *last)
{
    enum { ROWS_MOST = 64 };
    int gone[ROWS_MOST];
    int count = 0;
    bool is_out = false;
    *last = 0;
    struct query q = db_query(db, Q_ITEM_PARTS_AWAY);
    query_int(&q, "item_id", item_id);
    while (query_step(&q)) {
        const int position = (int)take_int(&q);
        const bool is_away = take_int(&q) != 0;
        *last = position > *last ? position : *last;
        if (!has_part(item, position) && count < ROWS_MOST) {
            gone[count++] = position;
            is_out = is_out || is_away;
        }
    }
    enum err err = query_end(&q);
    if (err == ERR_OK && is_out) {
        return ERR_CONFLICT;
    }
    for (int i = 0; i < count && err == ERR_OK; i++) {
        q = db_query(db, Q_ITEM_DROP_PART);
        query_int(&q, "item_id", item_id);
        query_int(&q, "position", gone[i]);
        err = query_run(&q);
    }
    return err;
}

static enum err write_parts(struct db *db, const struct edit_item *item, int64_t item_id)
{
    int last = 0;
    enum err err = drop_parts(db, item, item_id, &last);
    for (int i = 0; i < item->part_count && err == ERR_OK; i++) {
        const struct edit_part *part = &item->parts[i];
        struct query q = db_query(db, Q_ITEM_SET_PART);
        query_int(&q, "item_id", item_id);
        query_int(&q, "position", part->position == 0 ? ++last : part->position);
        query_text(&q, "label", part->label);
        err = query_run(&q);
    }
    return err;
}

enum err edit_write_item(struct db *db, const struct edit_item *item, int64_t *item_id)
{
    int64_t found = 0;
    struct query q = db_query(db, Q_CLASS_EXISTS);
    query_int(&q, "class_id", item->class_id);
    enum err err = query_one_int(&q, &found);
    if (err != ERR_OK) {
        return err;
    }
    q = db_query(db, item->id == 0 ? Q_ITEM_ADD : Q_ITEM_CHANGE);
    query_int(&q, "class_id", item->class_id);
    query_text(&q, "title", item->title);
    query_text(&q, "summary", item->summary);
    query_text(&q, "icon", item->icon);
    query_int(&q, "deposit_cents", item->deposit_cents);
    query_int(&q, "fee_cents", item->fee_cents);
    edit_bind_cents(&q, "subscriber_cents", item->subscriber_cents);
    *item_id = item->id;
    if (item->id != 0) {
        query_int(&q, "item_id", item->id);
        err = edit_run_on_one(db, &q);
    } else {
        err = query_run(&q);
        *item_id = db_last_id(db);
    }
    return err == ERR_OK ? write_parts(db, item, *item_id) : err;
}

enum err catalogue_save_item(struct db *db, const struct edit_item *item, int64_t *item_id,
                             struct edit_fault *fault)
{
    *item_id = 0;
    enum err err = edit_check_item(item, fault);
    if (err == ERR_OK) {
        err = edit_begin(db);
    }
    return err == ERR_OK ? edit_end(db, edit_write_item(db, item, item_id), true) : err;
}

enum err catalogue_withdraw_item(struct db *db, int64_t item_id, bool is_withdrawn)
{
    const enum err err = edit_begin(db);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_ITEM_WITHDRAW);
    query_int(&q, "item_id", item_id);
    query_int(&q, "is_withdrawn", is_withdrawn);
    query_int(&q, "now_s", clock_now_s());
    return edit_end(db, edit_run_on_one(db, &q), false);
}

/* ---- Copies ---- */

enum err edit_write_copy(struct db *db, int64_t item_id, int number, const char *shelf,
                         struct actor actor, int64_t *copy_id)
{
    int64_t next = 0;
    struct query q = db_query(db, Q_COPY_NEXT_NUMBER);
    query_int(&q, "item_id", item_id);
    const enum err err = query_one_int(&q, &next);
    if (err != ERR_OK) {
        return err;
    }
    if (number == 0 && next > EDIT_COPIES_MOST) {
        return ERR_FULL;
    }
    return copies_add(db, item_id, number == 0 ? (int)next : number, shelf, actor, copy_id);
}

static bool is_shelf(const char *shelf)
{
    const struct edit_text text = {"shelf", shelf, CODE_BYTES - 1, false};
    return edit_check_texts(&text, 1, NULL) == ERR_OK;
}

enum err catalogue_add_copy(struct db *db, int64_t item_id, int number, const char *shelf,
                            struct actor actor, int64_t *copy_id)
{
    *copy_id = 0;
    if (number < 0 || number > EDIT_COPIES_MOST || !is_shelf(shelf)) {
        return ERR_INVALID;
    }
    const enum err err = edit_begin(db);
    return err == ERR_OK
               ? edit_end(db, edit_write_copy(db, item_id, number, shelf, actor, copy_id), false)
               : err;
}

enum err catalogue_set_shelf(struct db *db, int64_t copy_id, const char *shelf)
{
    if (!is_shelf(shelf)) {
        return ERR_INVALID;
    }
    const enum err err = edit_begin(db);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_COPY_SET_SHELF);
    query_int(&q, "copy_id", copy_id);
    query_text(&q, "shelf", shelf);
    return edit_end(db, edit_run_on_one(db, &q), false);
}
