/* The conditions of helping hands, for the table in core/guard.c and nobody else. */
#pragma once

#include "core/request_rows.h"

/* It answers somebody else, not the own household. */
enum err guard_others(struct db *db, const struct guard_input *input, bool *holds) NODISCARD;
/* A reply never hangs on the board. */
enum err guard_no_reply(struct db *db, const struct guard_input *input, bool *holds) NODISCARD;
/* Whoever offered it themselves has said yes; whom the desk thought of says so for themselves. */
enum err guard_own_yes(struct db *db, const struct guard_input *input, bool *holds) NODISCARD;
/* Both have said yes. */
enum err guard_both(struct db *db, const struct guard_input *input, bool *holds) NODISCARD;
/* Whoever said it is done does not confirm it, too. */
enum err guard_others_word(struct db *db, const struct guard_input *input, bool *holds) NODISCARD;
