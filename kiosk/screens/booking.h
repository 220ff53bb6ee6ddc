/* A booking's draft: what the review and the ticket say of it, and what else would work. */
#pragma once

#include "core/agenda.h"
#include "screens/screen.h"

/* Begins a draft in visit->draft for so many people of a session; on the waiting list if the seats
 * left do not suffice. Copies. */
void booking_begin(struct visit *visit, const struct agenda_session *session, int adults,
                   int children);
