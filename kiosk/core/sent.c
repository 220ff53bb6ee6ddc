#include "core/sent.h"

#include "base/clock.h"
#include "base/text.h"
#include "core/house.h"
#include "core/query.h"
#include "core/request.h"

static const char *const ANSWERS[] = {"yes", "later", "no", "done"};

bool sent_is_sending(enum verb verb)
{
    return verb == VERB_SEND || verb == VERB_REDIRECT || verb == VERB_REFER;
}

static struct query query_for(struct db *db, enum query_id id, int64_t request_id, int no)
{
    struct query q = db_query(db, id);
    query_int(&q, "request_id", request_id);
    query_int(&q, "no", no);
    return q;
}

enum err sent_write(struct db *db, int64_t request_id, int no, int64_t partner_id, bool is_end)
{
    struct query q = query_for(db, Q_SENT_WRITE, request_id, no);
    query_int(&q, "partner_id", partner_id);
    query_int(&q, "now_s", clock_now_s());
    query_int(&q, "is_end", is_end);
    const enum err err = query_run(&q);
    return err == ERR_OK && db_changes(db) == 0 ? ERR_NOT_FOUND : err;
}

enum err sent_forget(struct db *db, int64_t request_id, int no)
{
    static const enum query_id queries[] = {Q_SENT_FORGET_WORDS, Q_SENT_FORGET_REMINDERS,
                                            Q_SENT_FORGET, Q_ORDER_FORGET_PRICE};
    enum err err = ERR_OK;
    for (size_t i = 0; err == ERR_OK && i < ARRAY_LEN(queries); i++) {
        struct query q = query_for(db, queries[i], request_id, no);
        err = query_run(&q);
    }
    return err;
}

/* ERR_NOT_FOUND nothing was sent. is_over: they have said no, or that it is done. */
static enum err find(struct db *db, int64_t request_id, int no, bool *is_over)
{
    int64_t over = 0;
    struct query q = query_for(db, Q_SENT_IS_OVER, request_id, no);
    const enum err err = query_one_int(&q, &over);
    *is_over = over != 0;
    return err;
}

static enum err remind(struct db *db, int64_t request_id, int no, int64_t now_s)
{
    bool is_over = false;
    const enum err err = find(db, request_id, no, &is_over);
    if (err != ERR_OK || is_over) {
        return err != ERR_OK ? err : ERR_CONFLICT;
    }
    struct query q = query_for(db, Q_SENT_REMIND, request_id, no);
    query_int(&q, "now_s", now_s);
    return query_run(&q);
}

enum err sent_remind(struct db *db, int64_t request_id, int no, int64_t *reminded_at_s)
{
    *reminded_at_s = clock_now_s();
    const enum err err = house_begin(db, *reminded_at_s);
    return err == ERR_OK ? db_end(db, remind(db, request_id, no, *reminded_at_s)) : err;
}

enum err sent_unremind(struct db *db, int64_t request_id, int no, int64_t reminded_at_s)
{
    enum err err = house_begin(db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    struct query q = query_for(db, Q_SENT_UNREMIND, request_id, no);
    query_int(&q, "reminded_at_s", reminded_at_s);
    err = query_run(&q);
    return db_end(db, err == ERR_OK && db_changes(db) == 0 ? ERR_NOT_FOUND : err);
}

static enum err write_words(struct db *db, int64_t request_id, int no, const char *words)
{
    struct query q = query_for(db, Q_SENT_FORGET_WORDS, request_id, no);
    const enum err err = query_run(&q);
    if (err != ERR_OK || words[0] == '\0') {
        return err;
    }
    q = query_for(db, Q_SENT_WORDS, request_id, no);
    query_text(&q, "words", words);
    return query_run(&q);
}

static enum err answer(struct db *db, int64_t request_id, int no, const char *code,
                       const char *words)
{
    bool is_over = false;
    enum err err = find(db, request_id, no, &is_over);
    if (err == ERR_OK) {
        struct query q = query_for(db, Q_SENT_ANSWER, request_id, no);
        query_text(&q, "code", code);
        query_int_or_null(&q, "at_s", code[0] == '\0' ? 0 : clock_now_s());
        err = query_run(&q);
    }
    return err == ERR_OK ? write_words(db, request_id, no, code[0] == '\0' ? "" : words) : err;
}

static bool is_answer(const char *code)
{
    return code[0] == '\0' || text_is_one_of(code, ANSWERS, ARRAY_LEN(ANSWERS));
}

enum err sent_answer(struct db *db, int64_t request_id, int no, const char *code, const char *words)
{
    const struct str s = str_of(words);
    if (!is_answer(code) || !utf8_is_clean(s) || utf8_count(s) > ASK_MAX_WORDS_CHARS) {
        return ERR_INVALID;
    }
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, answer(db, request_id, no, code, words)) : err;
}
