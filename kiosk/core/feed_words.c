#include "core/feed_words.h"

#include <string.h>

#include "base/err.h"

/* Of French typography: before a colon, and within a sum; before a semicolon it would be narrow. */
#define NBSP "\u00a0"

enum { CENTS_A_EURO = 100 };

struct word {
    const char *code, *text;
};

static const struct word CATEGORIES[] = {
    {"workshop", "Ateliers"}, {"cafe", "Café"},           {"market", "Marché"},
    {"committee", "Comités"}, {"partner", "Permanences"},
};

static const struct word REASONS[] = {
    {"host_away", "l’animateur ne peut pas venir"},
    {"room", "la salle n’est pas disponible"},
    {"weather", "à cause de la météo"},
    {"too_few", "trop peu d’inscrits"},
    {"closed", "la conciergerie est fermée ce jour-là"},
};

static const char *find(const struct word *words, size_t count, const char *code)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i].code, code) == 0) {
            return words[i].text;
        }
    }
    return "";
}

bool feed_is_without_date(const struct feed_session *session)
{
    return session->state == STATE_POSTPONED && session->moved_from_s == session->starts_s;
}

const char *feed_category(const char *kind)
{
    return find(CATEGORIES, ARRAY_LEN(CATEGORIES), kind);
}

const char *feed_title(const struct feed_session *session, struct arena *arena)
{
    /* Not every calendar shows a status. */
    const char *before = session->state == STATE_CANCELLED   ? "Annulé" NBSP ": "
                         : feed_is_without_date(session)     ? "Reporté" NBSP ": "
                         : session->state == STATE_POSTPONED ? "À confirmer" NBSP ": "
                                                             : "";
    return arena_printf(arena, "%s%s", before, session->title);
}

/* ---- The description ---- */

static const char *add_line(struct arena *arena, const char *text, const char *line)
{
    return line[0] == '\0' ? text
                           : arena_printf(arena, "%s%s%s", text, text[0] == '\0' ? "" : "\n", line);
}

static const char *news(const struct feed_session *session, struct arena *arena)
{
    const char *reason = find(REASONS, ARRAY_LEN(REASONS), session->reason);
    const char *what = session->state == STATE_CANCELLED ? "Cette date est annulée"
                       : feed_is_without_date(session)
                           ? "Cette date est reportée. La nouvelle n’est pas encore connue"
                       : session->state == STATE_POSTPONED
                           ? "Cette date n’est pas encore sûre. La précédente est reportée"
                           : "";
    return what[0] == '\0'     ? ""
           : reason[0] == '\0' ? arena_printf(arena, "%s.", what)
                               : arena_printf(arena, "%s" NBSP ": %s.", what, reason);
}

static const char *euros(struct arena *arena, int64_t cents)
{
    const long long whole = cents / CENTS_A_EURO;
    const int rest = (int)(cents % CENTS_A_EURO);
    return rest == 0 ? arena_printf(arena, "%lld" NBSP "€", whole)
                     : arena_printf(arena, "%lld,%02d" NBSP "€", whole, rest);
}

static const char *price(const struct feed_session *session, struct arena *arena)
{
    const int64_t cents = session->price_cents;
    const int64_t subscriber_cents = session->subscriber_cents;
    if (cents == 0) {
        return "Gratuit.";
    }
    if (subscriber_cents < 0 || subscriber_cents == cents) {
        return arena_printf(arena, "Prix" NBSP ": %s.", euros(arena, cents));
    }
    return arena_printf(arena, "%s pour les foyers abonnés, sinon %s.",
                        subscriber_cents == 0 ? "Gratuit" : euros(arena, subscriber_cents),
                        euros(arena, cents));
}

/* Of what takes place, or may. */
static const char *add_terms(const struct feed_session *session, struct arena *arena,
                             const char *text)
{
    if (session->least_age > 0) {
        text = add_line(arena, text,
                        arena_printf(arena, "À partir de %d" NBSP "ans.", session->least_age));
    }
    text = add_line(arena, text, price(session, arena));
    if (session->bring[0] != '\0') {
        text = add_line(arena, text, arena_printf(arena, "À apporter" NBSP ": %s", session->bring));
    }
    return add_line(arena, text,
                    session->capacity == 0
                        ? "Entrée libre" NBSP ": il suffit de venir."
                        : "Sur réservation, à l’écran ou à l’accueil de la conciergerie.");
}

const char *feed_description(const struct feed_session *session, struct arena *arena)
{
    const char *text = add_line(arena, news(session, arena), session->summary);
    if (session->partner[0] != '\0') {
        text = add_line(arena, text, arena_printf(arena, "Avec %s.", session->partner));
    }
    return session->state == STATE_CANCELLED || feed_is_without_date(session)
               ? text
               : add_terms(session, arena, text);
}
