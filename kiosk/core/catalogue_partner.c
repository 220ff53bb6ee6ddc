/* Partners at the desk: who else helps, and with what. */
#include "base/clock.h"
#include "base/text.h"
#include "core/codes.h"
#include "core/edit_parts.h"
#include "core/query.h"

static enum err check_partner(const struct edit_partner *partner, struct edit_fault *fault)
{
    size_t codes = 0;
    const char *const *needs = need_codes(&codes);
    const struct edit_text texts[] = {
        {"name", partner->name, EDIT_TITLE_CHARS, true},
        {"summary", partner->summary, EDIT_SUMMARY_CHARS, false},
        {"hours", partner->hours, EDIT_LABEL_CHARS, false},
        {"place", partner->place, EDIT_LABEL_CHARS, false},
    };
    const enum err err = edit_check_texts(texts, ARRAY_LEN(texts), fault);
    if (err != ERR_OK) {
        return err;
    }
    if (partner->phone[0] != '\0' && !edit_is_phone(partner->phone)) {
        return edit_refuse(fault, "phone");
    }
    if (partner->need_count < 0 || partner->need_count > (int)ARRAY_LEN(partner->needs)) {
        return edit_refuse(fault, "needs");
    }
    for (int i = 0; i < partner->need_count; i++) {
        if (!text_is_one_of(partner->needs[i], needs, codes)) {
            return edit_refuse(fault, "needs[%d]", i);
        }
    }
    return ERR_OK;
}

static enum err write_needs(struct db *db, const struct edit_partner *partner, int64_t partner_id)
{
    struct query q = db_query(db, Q_PARTNER_CLEAR_NEEDS);
    query_int(&q, "partner_id", partner_id);
    enum err err = query_run(&q);
    for (int i = 0; i < partner->need_count && err == ERR_OK; i++) {
        q = db_query(db, Q_PARTNER_ADD_NEED);
        query_int(&q, "partner_id", partner_id);
        query_text(&q, "need_code", partner->needs[i]);
        err = query_run(&q);
    }
    return err;
}

static enum err note_name(struct db *db, const struct edit_partner *partner)
{
    struct query q = db_query(db, Q_ACTIVITY_PARTNER_RENAMED);
    query_int(&q, "partner_id", partner->id);
    query_text(&q, "name", partner->name);
    query_int(&q, "now_s", clock_now_s());
    return query_run(&q);
}

static enum err write_partner(struct db *db, const struct edit_partner *partner,
                              int64_t *partner_id)
{
    enum err err = partner->id == 0 ? ERR_OK : note_name(db, partner);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, partner->id == 0 ? Q_PARTNER_ADD : Q_PARTNER_CHANGE);
    query_text(&q, "name", partner->name);
    query_text(&q, "summary", partner->summary);
    query_text(&q, "hours", partner->hours);
    query_text(&q, "place", partner->place);
    query_text(&q, "phone", partner->phone);
    query_int(&q, "is_provider", partner->is_provider);
    query_int(&q, "keeps_agenda_alone", partner->keeps_agenda_alone);
    *partner_id = partner->id;
    if (partner->id != 0) {
        query_int(&q, "partner_id", partner->id);
        err = edit_run_on_one(db, &q);
    } else {
        err = query_run(&q);
        *partner_id = db_last_id(db);
    }
    return err == ERR_OK ? write_needs(db, partner, *partner_id) : err;
}

enum err catalogue_save_partner(struct db *db, const struct edit_partner *partner,
                                int64_t *partner_id, struct edit_fault *fault)
{
    *partner_id = 0;
    enum err err = check_partner(partner, fault);
    if (err == ERR_OK) {
        err = edit_begin(db);
    }
    return err == ERR_OK ? edit_end(db, write_partner(db, partner, partner_id), false) : err;
}

enum err catalogue_withdraw_partner(struct db *db, int64_t partner_id, bool is_withdrawn)
{
    const enum err err = edit_begin(db);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_PARTNER_WITHDRAW);
    query_int(&q, "partner_id", partner_id);
    query_int(&q, "is_withdrawn", is_withdrawn);
    query_int(&q, "now_s", clock_now_s());
    return edit_end(db, edit_run_on_one(db, &q), false);
}
