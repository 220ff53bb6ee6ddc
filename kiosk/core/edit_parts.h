/* What the files of the catalogue's desk share. Writers named edit_write_* expect an open
 * transaction and leave the search as it is. */
#pragma once

#include "core/activities.h"
#include "core/query.h"

/* Notes the field at fault; ERR_INVALID. */
enum err edit_refuse(struct edit_fault *fault, const char *format, ...)
    __attribute__((format(printf, 2, 3))) NODISCARD;

/* What is looked at before anything is written; the first that fails is noted. */
struct edit_text {
    const char *field;
    const char *text;
    size_t most_chars;
    bool is_needed;
};
enum err edit_check_texts(const struct edit_text *texts, size_t count,
                          struct edit_fault *fault) NODISCARD;
/* a–z, 0–9 and _, at most CODE_BYTES - 1 of them, at least one. */
bool edit_is_code(const char *code);
bool edit_is_phone(const char *phone);
enum err edit_check_rule(const struct edit_rule *rule, struct edit_fault *fault) NODISCARD;
bool edit_is_cents(int64_t cents);

/* Binds :rule, :rule_limit and :rule_code. */
void edit_bind_rule(struct query *query, const struct edit_rule *rule);
void edit_bind_cents(struct query *query, const char *param, int64_t cents); /* -1: NULL */
/* ERR_NOT_FOUND the statement, about one row of that id, changed none. */
enum err edit_run_on_one(struct db *db, struct query *query) NODISCARD;

enum err edit_check_form(const struct edit_service *service, struct edit_fault *fault) NODISCARD;
/* A service's form in place of the one before, which it reads with the service's own texts.
 * ERR_CONFLICT a question or choice is not there any more. */
enum err edit_write_form(struct db *db, const struct catalogue_service *before, int64_t service_id,
                         const struct edit_service *after) NODISCARD;
/* What was looked at before: activity_save(). rule.code NULL: of one that stands, as it is. */
enum err edit_write_activity(struct db *db, const struct activity *activity,
                             int64_t *activity_id) NODISCARD;
enum err edit_write_class(struct db *db, const struct edit_class *class,
                          int64_t *class_id) NODISCARD;
enum err edit_check_item(const struct edit_item *item, struct edit_fault *fault) NODISCARD;
/* After edit_check_item(). */
enum err edit_write_item(struct db *db, const struct edit_item *item, int64_t *item_id) NODISCARD;
enum err edit_write_copy(struct db *db, int64_t item_id, int number, const char *shelf,
                         struct actor actor, int64_t *copy_id) NODISCARD;
/* Begins, and ends with what happened; is_searched: the search is made anew before. */
enum err edit_begin(struct db *db) NODISCARD;
enum err edit_end(struct db *db, enum err err, bool is_searched) NODISCARD;
