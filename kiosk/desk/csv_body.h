/* A list sent by the page: {"file": "the text of a CSV file"}. Routes that take one have body_most
 * CSV_BODY_BYTES. */
#pragma once

#include "core/csv.h"
#include "desk/exchange.h"

/* Every byte of the file may be written as an escape of two, and quotes of other lines stand
 * around. */
enum { CSV_BODY_BYTES = 2 * CSV_BYTES_MAX + (64 << 10) };

/* Reads it into the exchange's arena. ERR_INVALID: trouble says why, and where. */
enum err csv_body_read(struct exchange *exchange, struct csv_table *table,
                       struct csv_trouble *trouble) NODISCARD;
/* Answers {"trouble": {"code", "line", "detail"}}, which is no error: the page says what is to be
 * done with the file. Gives ERR_OK. */
enum err csv_body_answer_trouble(struct exchange *exchange,
                                 const struct csv_trouble *trouble) NODISCARD;
