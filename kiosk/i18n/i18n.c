#include "i18n/i18n.h"

#include <assert.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wctype.h>

#include "base/log.h"
#include "base/text.h"

#define DOMAIN "conciergerie"
#define SPEECH "conciergerie-speech"

const struct i18n_language I18N_LANGUAGES[I18N_LANGUAGE_COUNT] = {
    {.code = "fr", .own_name = "Français", .keyboard = "azerty"},
    {.code = "de", .own_name = "Deutsch", .keyboard = "qwertz"},
    {.code = "en", .own_name = "English", .keyboard = "azerty"},
    {.code = "ar", .own_name = "العربية", .keyboard = "arabic", .is_rtl = true},
    {.code = "tr", .own_name = "Türkçe", .keyboard = "turkish"},
};
static const char REFERENCE[] = "fr";
static const char OF_MSGIDS[] = "en";

static const struct i18n_language *the_language;
static bool is_spoken;

static const struct i18n_language *find_language(const char *code)
{
    for (size_t i = 0; i < I18N_LANGUAGE_COUNT; i++) {
        if (strcmp(I18N_LANGUAGES[i].code, code) == 0) {
            return &I18N_LANGUAGES[i];
        }
    }
    return NULL;
}

/* The C library has no call for this: the locale stays C.UTF-8, which every Debian has, LANGUAGE
 * names the catalogue, and the counter tells gettext that what it remembers is old. */
static void switch_catalogue(const char *code)
{
    extern int _nl_msg_cat_cntr;
    char list[16];
    /* What is said falls back on what is seen, never on how another language says it. */
    const bool has_fallback =
        !is_spoken && strcmp(code, REFERENCE) != 0 && strcmp(code, OF_MSGIDS) != 0;
    (void)snprintf(list, sizeof(list), has_fallback ? "%s:%s" : "%s", code, REFERENCE);
    if (setenv("LANGUAGE", list, 1) != 0) {
        log_fatal("out of memory setting the language");
    }
    ++_nl_msg_cat_cntr;
}

static bool has_catalogue(const char *code)
{
    char wanted[32];
    (void)snprintf(wanted, sizeof(wanted), "\nLanguage: %s\n", code);
    return strstr(gettext(""), wanted) != NULL;
}

enum err i18n_init(const char *locale_dir)
{
    the_language = find_language(OF_MSGIDS);
    if (setlocale(LC_ALL, "C.UTF-8") == NULL || bindtextdomain(DOMAIN, locale_dir) == NULL ||
        bind_textdomain_codeset(DOMAIN, "UTF-8") == NULL || textdomain(DOMAIN) == NULL ||
        bindtextdomain(SPEECH, locale_dir) == NULL ||
        bind_textdomain_codeset(SPEECH, "UTF-8") == NULL) {
        log_error("the C.UTF-8 locale is missing");
        return ERR_MISSING;
    }
    switch_catalogue(the_language->code);
    return i18n_set(REFERENCE);
}

enum err i18n_set(const char *code)
{
    const struct i18n_language *language = find_language(code);
    if (language == NULL) {
        return ERR_NOT_FOUND;
    }
    switch_catalogue(code);
    if (!has_catalogue(code) && strcmp(code, OF_MSGIDS) != 0) {
        log_error("no catalogue for language %s", code);
        switch_catalogue(the_language->code);
        return ERR_MISSING;
    }
    the_language = language;
    return ERR_OK;
}

const char *i18n_lang(void)
{
    return the_language->code;
}

const struct i18n_language *i18n_language(void)
{
    return the_language;
}

void i18n_set_spoken(bool is_aloud)
{
    is_spoken = is_aloud;
    switch_catalogue(the_language->code);
}

bool i18n_is_spoken(void)
{
    return is_spoken;
}

/* gettext gives back what it was given when there is no translation. */
static const char *find(const char *msgid)
{
    const char *said = is_spoken ? dgettext(SPEECH, msgid) : msgid;
    return said != msgid ? said : gettext(msgid);
}

const char *tr(const char *msgid)
{
    return msgid[0] == '\0' ? msgid : find(msgid);
}

const char *trn(const char *singular, const char *plural, long n)
{
    assert(n >= 0);
    if (is_spoken) {
        const char *said = dngettext(SPEECH, singular, plural, (unsigned long)n);
        if (said != singular && said != plural) {
            return said;
        }
    }
    return ngettext(singular, plural, (unsigned long)n);
}

const char *trc(const char *context, const char *msgid)
{
    char key[256];
    const int len = snprintf(key, sizeof(key), "%s\004%s", context, msgid);
    assert(len > 0 && (size_t)len < sizeof(key));
    const char *found = find(key);
    return found == key ? msgid : found;
}

/* The capital letter of code, as the language in use has it: Turkish tells i and ı apart by their
 * dots in capitals, too (İ, I); not in foreign words. */
static uint32_t capital_of(uint32_t code, bool is_foreign)
{
    enum { CAPITAL_I_WITH_DOT = 0x130 };
    return code == 'i' && !is_foreign && strcmp(the_language->code, "tr") == 0
               ? CAPITAL_I_WITH_DOT
               : (uint32_t)towupper((wint_t)code);
}

const char *i18n_capital(struct arena *arena, const char *text)
{
    const char *mark = text_has_prefix(text, TEXT_ISOLATE) ? TEXT_ISOLATE : "";
    const char *rest = text + strlen(mark);
    const uint32_t first = utf8_next(&rest, text + strlen(text));
    char upper[4];
    const size_t len = first == 0 ? 0 : utf8_put(capital_of(first, mark[0] != '\0'), upper);
    return arena_printf(arena, "%s%.*s%s", mark, (int)len, upper, rest);
}

const char *i18n_list(struct arena *arena, const char *const *items, size_t count)
{
    assert(count >= 1);
    const char *list = items[0];
    for (size_t i = 1; i < count; i++) {
        const bool is_last = i + 1 == count;
        list =
            arena_printf(arena, is_last ? trc("end of a list", "%s and %s") : trc("list", "%s, %s"),
                         list, items[i]);
    }
    return arena_strdup(arena, list);
}
