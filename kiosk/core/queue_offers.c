/* What could be proposed instead of what was asked: other dates, other copies, other days. */
#include "base/clock.h"
#include "core/queue_rows.h"
#include "core/slots.h"

struct offers {
    const struct queue_line *line;
    struct queue_offer *list;
    int count;
};

static void add(struct offers *offers, struct queue_offer offer)
{
    if (offers->count < QUEUE_OFFERS_MAX) {
        offer.terms.adults = offers->line->adults;
        offer.terms.children = offers->line->children;
        offers->list[offers->count++] = offer;
    }
}

static enum err offer_sessions(struct db *db, struct offers *offers)
{
    struct query q = db_query(db, Q_QUEUE_OTHER_SESSIONS);
    query_int(&q, "session_id", offers->line->session_id);
    query_int(&q, "party", offers->line->adults + offers->line->children);
    query_int(&q, "now_s", clock_now_s());
    query_int(&q, "most", QUEUE_OFFERS_MAX);
    while (query_step(&q)) {
        struct queue_offer offer = {0};
        offer.terms.session_id = take_int(&q);
        offer.terms.from_s = take_int(&q);
        offer.terms.until_s = take_int(&q);
        offer.seats_left = (int)take_int(&q);
        add(offers, offer);
    }
    return query_end(&q);
}

static enum err offer_copies(struct db *db, struct offers *offers)
{
    const struct queue_line *line = offers->line;
    struct query q = db_query(db, Q_QUEUE_COPIES);
    query_int(&q, "item_id", line->item_id);
    query_int(&q, "request_id", line->request_id);
    query_int(&q, "from_s", line->from_s);
    query_int(&q, "until_s", line->until_s);
    query_int(&q, "now_s", clock_now_s());
    query_int(&q, "most", QUEUE_COPIES_MAX);
    while (query_step(&q)) {
        struct queue_offer offer = {.terms = {.from_s = line->from_s, .until_s = line->until_s}};
        offer.terms.copy_id = take_int(&q);
        offer.copy_number = (int)take_int(&q);
        if (offer.terms.copy_id != line->copy_id) {
            add(offers, offer);
        }
    }
    return query_end(&q);
}

static enum err add_slot(struct db *db, struct offers *offers, const struct slot *slot)
{
    int64_t number = 0;
    struct query q = db_query(db, Q_QUEUE_COPY_NUMBER);
    query_int(&q, "copy_id", slot->copy_id);
    const enum err err = query_one_int(&q, &number);
    add(offers, (struct queue_offer){
                    .terms = {.copy_id = slot->copy_id,
                              .from_s = slot->pickup_s,
                              .until_s = slot->return_s},
                    .copy_number = (int)number,
                });
    return err;
}

/* Several days of use may share one pick-up and return: that is one offer. */
static enum err offer_days(struct db *db, struct offers *offers, int days)
{
    struct slot slots[QUEUE_DAYS_AHEAD];
    const int64_t now_s = clock_now_s();
    int64_t last_s = offers->line->from_s;
    enum err err =
        slots_propose(db, offers->line->item_id, now_s, now_s, days, slots, QUEUE_DAYS_AHEAD);
    for (int i = 0; err == ERR_OK && i < QUEUE_DAYS_AHEAD; i++) {
        if (slots[i].why == SLOT_FREE && slots[i].pickup_s != last_s &&
            slots[i].pickup_s != offers->line->from_s) {
            last_s = slots[i].pickup_s;
            err = add_slot(db, offers, &slots[i]);
        }
    }
    return err;
}

static enum err offer_loans(struct db *db, struct offers *offers)
{
    const int days = slots_days(offers->line->from_s, offers->line->until_s);
    enum err err = offer_copies(db, offers);
    const int copies = offers->count;
    if (err == ERR_OK) {
        err = offer_days(db, offers, days);
    }
    if (err == ERR_OK && offers->count == copies && days > 1) {
        err = offer_days(db, offers, 1);
    }
    return err;
}

enum err queue_offers(struct db *db, int64_t request_id, struct arena *arena,
                      struct queue_offer offers[QUEUE_OFFERS_MAX], int *count)
{
    struct queue_line line;
    struct offers found = {.line = &line, .list = offers};
    enum err err = queue_get(db, request_id, arena, &line);
    if (err == ERR_OK && line.kind == KIND_BOOKING) {
        err = offer_sessions(db, &found);
    } else if (err == ERR_OK && line.kind == KIND_LOAN) {
        err = offer_loans(db, &found);
    }
    *count = found.count;
    return err;
}
