/* Lending and services in words. Texts are in the frame's arena or the catalogue's. */
#pragma once

#include "core/catalogue.h"
#include "core/slots.h"
#include "screens/screen.h"

struct pillar_words {
    const char *title; /* msgids */
    const char *sub;
    enum ui_icon icon;
};
const struct pillar_words *words_pillar(enum pillar pillar);

/* "Gratuit pour les foyers abonnés, sinon 2 €", "Au prix du prestataire", "Prix annoncé avant". */
const char *words_price(const struct scene *scene, const struct catalogue_price *price);
/* A thing's free copies, for its row in a list. */
struct ui_pill words_stock(const struct scene *scene, int free, int copies);
/* Why nothing can be had on that day, in a word or two; "" it can. */
const char *words_slot(enum slot_why why);
/* "Personne n’attend avant vous", "2 personnes attendent avant vous". */
const char *words_waiting(const struct scene *scene, int waiting);
/* "Caution : 30 €, rendue au retour". cents > 0. */
const char *words_deposit(const struct scene *scene, int64_t cents);
