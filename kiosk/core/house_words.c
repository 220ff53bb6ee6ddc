/* The house's name, its word on the screen, the numbers to phone in danger. */
#include "base/clock.h"
#include "base/text.h"
#include "core/house_edit.h"

static bool is_line(const char *text, size_t most_chars)
{
    const struct str s = str_of(text);
    bool is_one = true;
    for (size_t i = 0; i < s.len; i++) {
        is_one = is_one && s.ptr[i] != '\n';
    }
    return is_one && utf8_is_clean(s) && utf8_count(s) <= most_chars;
}

static enum err in_transaction(struct db *db, struct query *query)
{
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, query_run(query)) : err;
}

enum err house_set_site(struct db *db, const char *name, const char *district)
{
    if (name[0] == '\0' || !is_line(name, HOUSE_NAME_MOST_CHARS) ||
        !is_line(district, HOUSE_NAME_MOST_CHARS)) {
        return ERR_INVALID;
    }
    struct query query = db_query(db, Q_HOUSE_SET_SITE);
    query_text(&query, "name", name);
    query_text(&query, "district", district);
    return in_transaction(db, &query);
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

static bool is_phone(const char *phone)
{
    const struct str s = str_of(phone);
    size_t digits = 0;
    for (size_t i = 0; i < s.len; i++) {
        const char sign = s.ptr[i];
        if (sign >= '0' && sign <= '9') {
            digits++;
        } else if (sign != ' ' && sign != '.' && !(sign == '+' && i == 0)) {
            return false;
        }
    }
    return digits >= 2 && s.len <= HOUSE_PHONE_MOST_CHARS;
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
            !is_phone(lines[i].phone)) {
            return ERR_INVALID;
        }
    }
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, write_oncall(db, lines, count)) : err;
}
