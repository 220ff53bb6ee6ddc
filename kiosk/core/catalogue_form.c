/* A service's form: its questions and choices, written anew with the codes they had. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/rand.h"
#include "base/text.h"
#include "core/edit_parts.h"
#include "core/query.h"

enum { NUMBER_MOST = 9999, DAYS_AHEAD_MOST = 365 };

static const char *const KINDS[] = {
    [FIELD_CHOICE] = "choice",
    [FIELD_NUMBER] = "number",
    [FIELD_DATE] = "date",
    [FIELD_TEXT] = "text",
};

/* ---- What a form may be ---- */

static bool is_range(const struct catalogue_field *field)
{
    switch (field->kind) {
    case FIELD_NUMBER:
        return field->least >= 0 && field->least <= field->most && field->most <= NUMBER_MOST;
    case FIELD_DATE:
        return field->least >= 0 && field->least <= field->most && field->most <= DAYS_AHEAD_MOST;
    case FIELD_TEXT:
        return field->least == 0 && field->most >= 1 && field->most <= ASK_MAX_WORDS_CHARS;
    case FIELD_CHOICE:
        break;
    }
    return field->least == 0 && field->most == 0;
}

static bool is_code_or_new(const char *code)
{
    return code[0] == '\0' || edit_is_code(code);
}

static enum err check_choices(const struct catalogue_field *field, int i, struct edit_fault *fault)
{
    const bool is_choice = field->kind == FIELD_CHOICE;
    if (is_choice ? field->choice_count < 2 || field->choice_count > CATALOGUE_CHOICES_MAX
                  : field->choice_count != 0) {
        return edit_refuse(fault, "fields[%d].choices", i);
    }
    for (int j = 0; j < field->choice_count; j++) {
        const struct catalogue_choice *choice = &field->choices[j];
        if (choice->label[0] == '\0' || !utf8_is_line(str_of(choice->label), EDIT_LABEL_CHARS)) {
            return edit_refuse(fault, "fields[%d].choices[%d].label", i, j);
        }
        if (!edit_is_code(choice->icon)) {
            return edit_refuse(fault, "fields[%d].choices[%d].icon", i, j);
        }
        for (int k = 0; k < j; k++) {
            if (choice->code[0] != '\0' && strcmp(choice->code, field->choices[k].code) == 0) {
                return edit_refuse(fault, "fields[%d].choices[%d].code", i, j);
            }
        }
        if (!is_code_or_new(choice->code)) {
            return edit_refuse(fault, "fields[%d].choices[%d].code", i, j);
        }
    }
    return ERR_OK;
}

static enum err check_field(const struct edit_service *service, int i, struct edit_fault *fault)
{
    const struct catalogue_field *field = &service->fields[i];
    if (field->label[0] == '\0' || !utf8_is_line(str_of(field->label), EDIT_LABEL_CHARS)) {
        return edit_refuse(fault, "fields[%d].label", i);
    }
    /* Source: db/README.md, "Sensitive matters". */
    if (service->is_sensitive && field->kind == FIELD_TEXT) {
        return edit_refuse(fault, "fields[%d].kind", i);
    }
    if (!is_range(field)) {
        return edit_refuse(fault, "fields[%d].most", i);
    }
    for (int j = 0; j < i; j++) {
        if (field->code[0] != '\0' && strcmp(field->code, service->fields[j].code) == 0) {
            return edit_refuse(fault, "fields[%d].code", i);
        }
    }
    return is_code_or_new(field->code) ? check_choices(field, i, fault)
                                       : edit_refuse(fault, "fields[%d].code", i);
}

enum err edit_check_form(const struct edit_service *service, struct edit_fault *fault)
{
    enum err err = ERR_OK;
    if (service->field_count < 0 || service->field_count > CATALOGUE_FIELDS_MAX) {
        return edit_refuse(fault, "fields");
    }
    for (int i = 0; err == ERR_OK && i < service->field_count; i++) {
        err = check_field(service, i, fault);
    }
    return err;
}

/* ---- Codes ---- */

/* The form as it stood, and the one that takes its place with the codes that it gets. */
struct form {
    struct db *db;
    int64_t service_id;
    bool is_new; /* of a new service: codes are taken as they are given */
    const struct catalogue_service *before;
    const struct edit_service *after;
    char fields[CATALOGUE_FIELDS_MAX][CODE_BYTES];
    char choices[CATALOGUE_FIELDS_MAX][CATALOGUE_CHOICES_MAX][CODE_BYTES];
};

static bool has_choice(const struct catalogue_field *field, const char *code)
{
    for (int i = 0; i < field->choice_count; i++) {
        if (strcmp(field->choices[i].code, code) == 0) {
            return true;
        }
    }
    return false;
}

/* Random, so that no form ever has it again: answers of long ago are not read as others. */
static void draw_code(char prefix, char code[CODE_BYTES])
{
    uint32_t drawn = 0;
    rand_bytes(&drawn, sizeof(drawn));
    (void)snprintf(code, CODE_BYTES, "%c%08" PRIx32, prefix, drawn);
}

/* given: "" or of one that stands (is_known). ERR_CONFLICT a colleague took it away meanwhile. */
static enum err set_code(const struct form *form, const char *given, bool is_known, char prefix,
                         char code[CODE_BYTES])
{
    if (given[0] == '\0') {
        draw_code(prefix, code);
        return ERR_OK;
    }
    (void)snprintf(code, CODE_BYTES, "%s", given);
    return is_known || form->is_new ? ERR_OK : ERR_CONFLICT;
}

static enum err set_codes(struct form *form, int i)
{
    static const struct catalogue_field none = {0};
    const struct catalogue_field *field = &form->after->fields[i];
    const struct catalogue_field *before = catalogue_question(form->before, field->code);
    const bool is_other = before != NULL && before->kind != field->kind;
    enum err err =
        set_code(form, is_other ? "" : field->code, before != NULL, 'q', form->fields[i]);
    for (int j = 0; j < field->choice_count && err == ERR_OK; j++) {
        const char *code = field->choices[j].code;
        err = set_code(form, is_other ? "" : code,
                       has_choice(before == NULL ? &none : before, code), 'c', form->choices[i][j]);
    }
    return err;
}

/* ---- What goes keeps its words ---- */

static enum err keep_words(const struct form *form, const struct catalogue_field *field,
                           const char *choice, const char *label)
{
    struct query q = db_query(form->db, Q_FORM_KEEP_WORDS);
    query_int(&q, "service_id", form->service_id);
    query_text(&q, "field", field->code);
    query_text(&q, "choice", choice);
    query_text(&q, "label", label);
    query_text(&q, "kind", KINDS[field->kind]);
    return query_run(&q);
}

/* Which question of the new form has that code; -1: none. */
static int place_after(const struct form *form, const char *code)
{
    for (int i = 0; i < form->after->field_count; i++) {
        if (strcmp(form->fields[i], code) == 0) {
            return i;
        }
    }
    return -1;
}

static bool has_choice_after(const struct form *form, int i, const char *code)
{
    for (int j = 0; i >= 0 && j < form->after->fields[i].choice_count; j++) {
        if (strcmp(form->choices[i][j], code) == 0) {
            return true;
        }
    }
    return false;
}

static enum err keep_field(const struct form *form, const struct catalogue_field *field)
{
    const int place = place_after(form, field->code);
    enum err err = place < 0 ? keep_words(form, field, "", field->label) : ERR_OK;
    for (int j = 0; j < field->choice_count && err == ERR_OK; j++) {
        if (!has_choice_after(form, place, field->choices[j].code)) {
            err = keep_words(form, field, field->choices[j].code, field->choices[j].label);
        }
    }
    return err;
}

/* ---- Writing ---- */

static enum err write_choice(const struct form *form, int i, int j)
{
    const struct catalogue_choice *choice = &form->after->fields[i].choices[j];
    struct query q = db_query(form->db, Q_FORM_ADD_CHOICE);
    query_int(&q, "service_id", form->service_id);
    query_int(&q, "field", i + 1);
    query_int(&q, "position", j + 1);
    query_text(&q, "code", form->choices[i][j]);
    query_text(&q, "label", choice->label);
    query_text(&q, "icon", choice->icon);
    return query_run(&q);
}

static enum err write_field(const struct form *form, int i)
{
    const struct catalogue_field *field = &form->after->fields[i];
    struct query q = db_query(form->db, Q_FORM_ADD_FIELD);
    query_int(&q, "service_id", form->service_id);
    query_int(&q, "position", i + 1);
    query_text(&q, "code", form->fields[i]);
    query_text(&q, "label", field->label);
    query_text(&q, "kind", KINDS[field->kind]);
    query_int(&q, "least", field->least);
    query_int(&q, "most", field->most);
    query_int(&q, "is_required", field->is_required);
    enum err err = query_run(&q);
    for (int j = 0; j < field->choice_count && err == ERR_OK; j++) {
        err = write_choice(form, i, j);
    }
    return err;
}

static enum err clear_form(const struct form *form)
{
    static const enum query_id queries[] = {Q_FORM_CLEAR_CHOICES, Q_FORM_CLEAR_FIELDS};
    enum err err = ERR_OK;
    for (size_t i = 0; i < ARRAY_LEN(queries) && err == ERR_OK; i++) {
        struct query q = db_query(form->db, queries[i]);
        query_int(&q, "service_id", form->service_id);
        err = query_run(&q);
    }
    return err;
}

enum err edit_write_form(struct db *db, const struct catalogue_service *before, int64_t service_id,
                         const struct edit_service *after)
{
    struct form form = {
        .db = db,
        .service_id = service_id,
        .is_new = after->id == 0,
        .before = before,
        .after = after,
    };
    enum err err = ERR_OK;
    for (int i = 0; i < after->field_count && err == ERR_OK; i++) {
        err = set_codes(&form, i);
    }
    for (int i = 0; i < before->field_count && err == ERR_OK; i++) {
        err = keep_field(&form, &before->fields[i]);
    }
    if (err == ERR_OK) {
        err = clear_form(&form);
    }
    for (int i = 0; i < after->field_count && err == ERR_OK; i++) {
        err = write_field(&form, i);
    }
    return err;
}
