/* Numbers typed digit by digit, on the screen's keys or a keyboard: a household's, a ticket's, a
 * code's. */
#pragma once

#include <stddef.h>

#include "screens/screen.h"

/* Puts a digit (0–9) behind those of text, or takes the last away (-1). True: with it there are as
 * many as are wanted. text: wanted + 1 bytes, fewer digits than wanted. */
bool digits_type(char *text, size_t wanted, int64_t digit);
/* The same from a keyboard, up to the last that is wanted; what is no digit is passed over. */
bool digits_write(char *text, size_t wanted, const struct writing *writing);
/* The keys, beside what stands before them in a split or low on the page; they send {verb, digit}.
 * is_shielded: see ui_keypad(). */
void digits_show_keys(struct ui *ui, int verb, bool is_shielded);
