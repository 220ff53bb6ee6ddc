/* The facts of a card: who asks, what is left, which days, the form, the rule. */
#pragma once

#include "screens/staff_parts.h"

/* In the innermost container, one under the other. */
void staff_card_facts(struct ui *ui, const struct scene *scene, const struct queue_card *card);
