/* One screen under all circumstances. */
#pragma once

#include <stdbool.h>

#include "screens/stack.h"

struct look;

/* icons_path: what each icon stands for is appended there; NULL: nowhere. Never NULL. */
struct look *look_create(const char *icons_path);
/* The screen on top of the stack, in every combination; name: of the place in the script. The stack
 * stays as it was. */
void look_around(struct look *look, struct stack *stack, const char *name);
/* Says how much was looked at. True: nothing was wrong. */
bool look_close(struct look *look);
