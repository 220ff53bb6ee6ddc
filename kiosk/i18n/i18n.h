/* Languages: GNU gettext, switched at run time. Msgids are English; French is the reference.
 *
 * Write what people read as tr("Borrow"), trn("%ld seat", "%ld seats", n) or
 * trc("ticket", "Confirmed"); in const tables mark it with N_() or NC_() and translate where it is
 * drawn. Then run assets/po/update. What comes back belongs to the catalogue: it stays valid for
 * the program's life, but in the language of the moment of the call, so it is asked for in build().
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

struct i18n_language {
    const char *code;     /* BCP 47, and the name of assets/po/CODE.po */
    const char *own_name; /* in its own script, for the language buttons */
    const char *keyboard; /* layout of the on-screen keyboard: name in kiosk/ui/keymap.h */
    bool is_rtl;
};

enum { I18N_LANGUAGE_COUNT = 5 };
/* In the order of the language buttons. */
extern const struct i18n_language I18N_LANGUAGES[I18N_LANGUAGE_COUNT];

/* Looks for the catalogues in locale_dir (copies) and sets French.
 * ERR_MISSING the French one is not there: the program can go on, in English. */
enum err i18n_init(const char *locale_dir) NODISCARD;
/* From now on everything is said in this language. Numbers printed by printf do not change.
 * ERR_NOT_FOUND no such language · ERR_MISSING no catalogue. Both leave the
 * language as it was. */
enum err i18n_set(const char *code) NODISCARD;
/* The code of the language in use. */
const char *i18n_lang(void);
/* The row of the language in use. */
const struct i18n_language *i18n_language(void);

/* From now on texts are made to be said, not seen: tr() and its kin look first into the catalogue
 * "conciergerie-speech" of the language, which has those texts only that sound otherwise than they
 * are written ("14 h" is said "14 heures", Arabic with its vowels), then into the usual one; dates,
 * sums and numbers are written out. For building a screen a second time (screens/frame.h); false
 * again after it. */
void i18n_set_spoken(bool is_aloud);
bool i18n_is_spoken(void);

/* Translates. "" stays "". */
const char *tr(const char *msgid) __attribute__((format_arg(1)));
/* Translates for a count n ≥ 0, which the text shows as %ld. */
const char *trn(const char *singular, const char *plural, long n)
    __attribute__((format_arg(1), format_arg(2)));
/* Translates a word that means several things; context says which, in a few English words. */
const char *trc(const char *context, const char *msgid) __attribute__((format_arg(2)));

/* Mark a msgid in a const table, for assets/po/update to find. */
#define N_(msgid)           (msgid)
#define NC_(context, msgid) (msgid)

/* The text with a capital first letter: "aujourd’hui" as a title. Copies. */
const char *i18n_capital(struct arena *arena, const char *text);
/* "a", "a et b", "a, b et c". count ≥ 1. */
const char *i18n_list(struct arena *arena, const char *const *items, size_t count);
