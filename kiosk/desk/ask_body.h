/* What is asked at the desk, as its forms send it. */
#pragma once

#include "desk/exchange.h"

/* Of the staff member as actor. Fields as of struct ask, by their names; "is_waiting" joins a list;
 * "happened_at" is a local time; "answers": [{"field", "choice" | "number" | "date"}], "words":
 * [{"field", "words"}]. Wrong types set field_err. Texts in the exchange's arena. */
struct ask ask_body_read(struct exchange *exchange);
