/* Sentences for codes: what the database holds as words of its own, in the language of the moment.
 * An unknown code gives "" and no icon. Codes: core/codes.h, states: core/flow.h. */
#pragma once

#include "base/err.h"
#include "core/flow.h"
#include "screens/screen.h"

/* "Ateliers", for filters. */
const char *words_activity_kind(const char *code);
enum ui_icon words_activity_icon(const char *code);
/* The language that is spoken there, other than French: "en arabe". */
const char *words_spoken(const char *code);
/* Why a session is postponed or cancelled: "l’animateur est absent". */
const char *words_session_reason(const char *code);
/* Why the house is closed: "congés". */
const char *words_closing(const char *code);
/* Why the desk said no, as a kind sentence. */
const char *words_refusal(const char *code);

/* The state of a request in a few words ("En attente", "Accepté"), with its tone and icon. */
const char *words_state(enum kind kind, enum state state);
enum ui_tone words_state_tone(enum kind kind, enum state state);
enum ui_icon words_state_icon(enum kind kind, enum state state);

/* What a failed guard means for the resident, and what to do: one sentence. */
const char *words_guard(enum guard guard);
