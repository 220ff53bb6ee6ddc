/* Sentences for codes: what the database holds as words of its own, as the desk reads them. Codes:
 * kiosk/core/codes.h, kinds, states and verbs: kiosk/core/flow.h. Where the meaning is the same as
 * on the screen (kiosk/screens/words*.c), so is the text, and its translation. What is said to
 * residents stands in words_told.js.
 *
 * A code that this page does not know, written by a newer program, is shown as it is: no page fails
 * over a word. */
export * from './words_errors.js';
export * from './words_help.js';
export * from './words_kinds.js';
export * from './words_line.js';
export * from './words_reasons.js';
export * from './words_verbs.js';
