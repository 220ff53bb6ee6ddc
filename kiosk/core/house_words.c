/* The house's name, its word on the screen, the numbers to phone in danger. */
#include "base/clock.h"
#include "base/text.h"
#include "core/edit_parts.h"
#include "core/house_edit.h"
#include "core/query.h"

static bool is_line(const char *text, size_t most_chars)
{
    return utf8_is_line(str_of(text), most_chars);
}

static enum err in_transaction(struct db *db, struct query *query)
{
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, query_run(query)) : err;
}

static enum err write_site(struct db *db, const char *name, const char *district)
{
    struct query query = db_query(db, Q_ACTIVITY_HOUSE_RENAMED);
    query_text(&query, "name", name);
    query_int(&query, "now_s", clock_now_s());
    const enum err err = query_run(&query);
    if (err != ERR_OK) {
        return err;
    }
    query = db_query(db, Q_HOUSE_SET_SITE);
    query_text(&query, "name", name);
    query_text(&query, "district", district);
    return query_run(&query);
}

enum err house_set_site(struct db *db, const char *name, const char *district)
{
    if (name[0] == '\0' || !is_line(name, HOUSE_NAME_MOST_CHARS) ||
        !is_line(district, HOUSE_NAME_MOST_CHARS)) {
        return ERR_INVALID;
    }
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, write_site(db, name, district)) : err;
}

enum err house_set_message(struct db *db, const char *message)
{
    if (!is_line(message, HOUSE_MESSAGE_MOST_CHARS)) {
        return ERR_INVALID;
    }
    struct query query = db_query(db, Q_HOUSE_SET_MESSAGE);
    query_text(&query, "message", message);
    return in_transaction(db, &query);
}

static enum err write_oncall(struct db *db, const struct oncall_line *lines, int count)
{
    struct query query = db_query(db, Q_ONCALL_CLEAR);
    enum err err = query_run(&query);
    for (int i = 0; i < count && err == ERR_OK; i++) {
        query = db_query(db, Q_ONCALL_ADD);
        query_int(&query, "position", i + 1);
        query_text(&query, "label", lines[i].label);
        query_text(&query, "phone", lines[i].phone);
        err = query_run(&query);
    }
    return err;
}

enum err house_set_oncall(struct db *db, const struct oncall_line *lines, int count)
{
    if (count > ONCALL_MAX) {
        return ERR_FULL;
    }
    for (int i = 0; i < count; i++) {
        if (lines[i].label[0] == '\0' || !is_line(lines[i].label, HOUSE_LABEL_MOST_CHARS) ||
            !edit_is_phone(lines[i].phone)) {
            return ERR_INVALID;
        }
    }
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, write_oncall(db, lines, count)) : err;
}
