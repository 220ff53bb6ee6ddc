/* The desk thought of somebody, and takes it back. */
#include "base/clock.h"
#include "core/query.h"
#include "core/request_rows.h"

/* Nobody was told yet: nothing was. */
static enum err end_quietly(struct db *db, struct request *reply, const struct request *need)
{
    return rows_write_step(db, &(struct step){
                                   .request = reply,
                                   .verb = VERB_UNDO,
                                   .to = STATE_REPLACED,
                                   .who = WHO_HOUSE,
                                   .reason_code = "",
                                   .words = "",
                                   .lang = "fr",
                                   .terms = reply->terms,
                                   .happened_at_s = clock_now_s(),
                                   .cause_id = need->id,
                                   .cause_no = need->no,
                                   .is_quiet = true,
                                   .is_uncounted = true,
                               });
}

enum err help_withdraw(struct db *db, int64_t need_id)
{
    int64_t reply_id = 0;
    struct request need = {0};
    struct request reply = {0};
    bool was_told = false;
    struct query q = db_query(db, Q_HELP_OTHER_SIDE);
    query_int(&q, "request_id", need_id);
    enum err err = query_one_int(&q, &reply_id);
    if (err == ERR_OK) {
        err = request_load(db, need_id, &need);
    }
    if (err == ERR_OK) {
        err = request_load(db, reply_id, &reply);
    }
    if (err != ERR_OK || need.state != STATE_PUBLISHED || !reply.is_proposed) {
        return err == ERR_NOT_FOUND ? ERR_OK : err;
    }
    err = notice_void(db, reply_id, 1, &was_told);
    if (err != ERR_OK || (!was_told && reply.no == 1)) {
        return err == ERR_OK ? end_quietly(db, &reply, &need) : err;
    }
    struct outcome outcome;
    const struct move move = move_make(reply_id, VERB_CANCEL, (struct actor){.who = WHO_HOUSE});
    return move_apply(db, &move, need.id, need.no, false, &outcome);
}
