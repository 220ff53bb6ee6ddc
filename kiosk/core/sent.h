/* Requests sent on to a partner, and followed: when, whether they were reminded, what they said.
 *
 * Which partner belongs to a decision (VERB_SEND, VERB_REDIRECT, VERB_REFER) and is taken back with
 * it; answers and reminders are notes beside the flow, which can be changed again. All functions
 * also give query_end's errors. Source: db/README.md, "Helping hands and services at the desk". */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/db.h"
#include "core/flow.h"

/* The verbs with which a request goes to a partner. */
bool sent_is_sending(enum verb verb);

/* Notes that decision `no` of the request sent it to partner_id. is_end: the request ended with it.
 * Expects an open transaction. Writes request_partner. ERR_NOT_FOUND no such partner. */
enum err sent_write(struct db *db, int64_t request_id, int no, int64_t partner_id,
                    bool is_end) NODISCARD;
/* The decision was taken back: nothing was sent, nothing was said of the price. Expects an open
 * transaction. */
enum err sent_forget(struct db *db, int64_t request_id, int no) NODISCARD;

/* The partner was reminded now; *reminded_at_s names the reminder. Opens its own transaction.
 * ERR_NOT_FOUND nothing was sent by that decision · ERR_CONFLICT they have said no or done ·
 * ERR_CLOCK. */
enum err sent_remind(struct db *db, int64_t request_id, int no, int64_t *reminded_at_s) NODISCARD;
/* That reminder was not made. ERR_NOT_FOUND. */
enum err sent_unremind(struct db *db, int64_t request_id, int no, int64_t reminded_at_s) NODISCARD;

/* What the partner said: "yes" they see to it, "later", "no", "done"; code "" takes an answer back,
 * and its words. words: "" none. Opens its own transaction. ERR_INVALID unknown code, words too
 * long or unclean · ERR_NOT_FOUND · ERR_CLOCK. */
enum err sent_answer(struct db *db, int64_t request_id, int no, const char *code,
                     const char *words) NODISCARD;
