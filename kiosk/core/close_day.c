#include "core/close_day.h"

#include "base/clock.h"
#include "core/house.h"
#include "core/request.h"

/* Why a session does not take place: words in screens/words.c. */
#define REASON_CLOSED "closed"

enum err close_day_next(struct db *db, int64_t *next_s)
{
    struct house_spans spans;
    const int64_t now_s = clock_now_s();
    const int64_t tomorrow_s = clock_day_s(now_s, 1);
    *next_s = 0;
    enum err err = house_check_clock(db, now_s);
    if (err == ERR_OK) {
        err =
            house_staffed_spans(db, tomorrow_s, clock_day_s(now_s, HOUSE_HORIZON_DAYS), 0, &spans);
    }
    if (err != ERR_OK) {
        return err;
    }
    *next_s = spans.count == 0 ? 0 : spans.spans[0].from_s;
    return spans.count == 0 ? ERR_NOT_FOUND : ERR_OK;
}

/* Not yet handed out: it is picked up then, and lent as long if it would end before. Else it comes
 * back then. */
static enum err loan_terms(struct db *db, const struct request *loan, struct terms *terms)
{
    int64_t next_s = 0;
    const enum err err = close_day_next(db, &next_s);
    *terms = loan->terms;
    if (loan->state == STATE_OUT) {
        terms->until_s = next_s;
    } else {
        const int64_t length_s = terms->until_s - terms->from_s;
        terms->from_s = next_s;
        terms->until_s = terms->until_s > next_s ? terms->until_s : next_s + length_s;
    }
    return err;
}

static enum err move(struct db *db, int64_t staff_id, const struct close_choice *choice,
                     const struct request *request, struct close_result *result)
{
    static const enum verb verbs[CLOSE_WHAT_COUNT] = {[CLOSE_TELL] = VERB_TELL,
                                                      [CLOSE_MOVE] = VERB_MOVE,
                                                      [CLOSE_POSTPONE] = VERB_POSTPONE,
                                                      [CLOSE_CANCEL] = VERB_CANCEL};
    const struct actor actor = {.who = WHO_DESK, .staff_id = staff_id};
    struct move next = move_make(request->id, verbs[choice->what], actor);
    struct outcome outcome = {0};
    struct terms terms;
    enum err err = ERR_OK;
    if (choice->what == CLOSE_MOVE) {
        err = loan_terms(db, request, &terms);
        next.terms = &terms;
    }
    if (err == ERR_OK) {
        next.expected_no = choice->expected_no;
        next.reason_code = REASON_CLOSED;
        err = request_move(db, &next, &outcome);
    }
    result->reasons = outcome.reasons;
    result->sessions += request->kind == KIND_SESSION;
    result->told += request->kind != KIND_SESSION;
    return err;
}

/* What a choice may be about. */
static bool suits(const struct request *request, enum close_what what)
{
    switch (what) {
    case CLOSE_TELL:
        return request->kind != KIND_SESSION && request->kind != KIND_BOOKING;
    case CLOSE_MOVE:
        return request->kind == KIND_LOAN;
    case CLOSE_POSTPONE:
    case CLOSE_CANCEL:
        return request->kind == KIND_SESSION;
    case CLOSE_KEEP:
    case CLOSE_WHAT_COUNT:
        break;
    }
    return what == CLOSE_KEEP;
}

static enum err decide(struct db *db, int64_t staff_id, const struct close_choice *choice,
                       struct close_result *result)
{
    struct request request;
    enum err err = request_load(db, choice->request_id, &request);
    if (err != ERR_OK || choice->what == CLOSE_KEEP) {
        return err;
    }
    if (!suits(&request, choice->what)) {
        return ERR_INVALID;
    }
    return move(db, staff_id, choice, &request, result);
}

static enum err close_and_decide(struct db *db, int64_t staff_id, const char *reason_code,
                                 const struct close_choice *choices, int count,
                                 struct close_result *result)
{
    enum err err =
        house_close_today(db, staff_id, reason_code, notice_promise_moved, NULL, &result->promises);
    for (int i = 0; err == ERR_OK && i < count; i++) {
        err = decide(db, staff_id, &choices[i], result);
        result->failed_id = err == ERR_OK ? 0 : choices[i].request_id;
    }
    return err;
}

enum err close_day(struct db *db, int64_t staff_id, const char *reason_code,
                   const struct close_choice *choices, int count, struct close_result *result)
{
    *result = (struct close_result){0};
    if (count < 0 || count > CLOSE_CHOICES_MAX) {
        return ERR_INVALID;
    }
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK
               ? db_end(db, close_and_decide(db, staff_id, reason_code, choices, count, result))
               : err;
}
