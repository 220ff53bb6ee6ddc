/* The pile's own files among each other. */
#pragma once

#include "desk/exchange.h"

/* GET /api/queue/card. */
enum err queue_card_answer(struct exchange *exchange) NODISCARD;
