/* What everything in the catalogue is checked for. */
#include "core/catalogue_edit.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/edit_parts.h"
#include "core/house.h"
#include "core/query.h"

enum err edit_refuse(struct edit_fault *fault, const char *format, ...)
{
    if (fault != NULL) {
        va_list args;
        va_start(args, format);
        (void)vsnprintf(fault->field, sizeof(fault->field), format, args);
        va_end(args);
    }
    return ERR_INVALID;
}

enum err edit_check_texts(const struct edit_text *texts, size_t count, struct edit_fault *fault)
{
    for (size_t i = 0; i < count; i++) {
        if ((texts[i].is_needed && texts[i].text[0] == '\0') ||
            !utf8_is_line(str_of(texts[i].text), texts[i].most_chars)) {
            return edit_refuse(fault, "%s", texts[i].field);
        }
    }
    return ERR_OK;
}

bool edit_is_code(const char *code)
{
    const size_t len = strlen(code);
    return len > 0 && len < CODE_BYTES &&
           strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789_") == len;
}

bool edit_is_phone(const char *phone)
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
    return digits >= 2 && s.len <= EDIT_PHONE_CHARS;
}

bool edit_is_cents(int64_t cents)
{
    return cents >= 0 && cents <= EDIT_CENTS_MOST;
}

enum err edit_check_rule(const struct edit_rule *rule, struct edit_fault *fault)
{
    static const char *const rules[] = {"automatic", "desk", "desk_above", "trusted", "trained"};
    const bool has_limit = strcmp(rule->code, "desk_above") == 0;
    const bool has_training = strcmp(rule->code, "trained") == 0;
    if (!text_is_one_of(rule->code, rules, ARRAY_LEN(rules))) {
        return edit_refuse(fault, "rule");
    }
    if (has_limit ? rule->limit < 1 || rule->limit > 1000 : rule->limit != 0) {
        return edit_refuse(fault, "rule_limit");
    }
    if (has_training ? !edit_is_code(rule->training) : rule->training[0] != '\0') {
        return edit_refuse(fault, "rule_code");
    }
    return ERR_OK;
}

void edit_bind_rule(struct query *query, const struct edit_rule *rule)
{
    query_text(query, "rule", rule->code);
    query_int(query, "rule_limit", rule->limit);
    query_text(query, "rule_code", rule->training);
}

void edit_bind_cents(struct query *query, const char *param, int64_t cents)
{
    if (cents >= 0) {
        query_int(query, param, cents);
    }
}

enum err edit_run_on_one(struct db *db, struct query *query)
{
    const enum err err = query_run(query);
    return err == ERR_OK && db_changes(db) == 0 ? ERR_NOT_FOUND : err;
}

enum err edit_begin(struct db *db)
{
    return house_begin(db, clock_now_s());
}

enum err edit_end(struct db *db, enum err err, bool is_searched)
{
    return db_end(db, err == ERR_OK && is_searched ? catalogue_index(db) : err);
}
