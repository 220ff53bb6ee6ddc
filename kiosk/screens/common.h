/* Pieces that several screens share. Texts are in the frame's arena or the catalogue's. */
#pragma once

#include "core/agenda.h"
#include "core/slots.h"
#include "screens/screen.h"
#include "ui/speech.h"

/* The toolkit's own words. */
struct ui_words common_words(void);
/* Words for what stands on a screen, for who hears it. */
struct speech_words common_speech_words(void);
/* The bar, at the bottom of every screen; `screen` is the one that stands above it. */
void common_bar(struct ui *ui, const struct scene *scene, const struct screen *screen);
/* Back, title, second line (NULL: none) and the time. */
void common_header(struct ui *ui, const struct scene *scene, const char *title, const char *sub);
/* The same with another way back. */
void common_header_back(struct ui *ui, const struct scene *scene, const char *title,
                        const char *sub, struct ui_command back);
/* The same without a way back: the house logo, and what the house is called. */
void common_house_header(struct ui *ui, const struct scene *scene, const char *sub);
/* "2 sur 4" */
const char *common_progress(const struct scene *scene, int step, int of);
/* Whether the house is open, as a sentence: "Ouverte jusqu’à 19 h 30". */
const char *common_house_line(const struct scene *scene);
/* When an answer is promised: "mardi 17 h", or that it comes once the house opens again. */
const char *common_answer(const struct scene *scene, int64_t answer_by_s);
/* "1 adulte, 2 enfants" */
const char *common_people(const struct scene *scene, int adults, int children);
/* "407 312", said aloud digit by digit. */
const char *common_number(const struct scene *scene, const char *digits);
/* What it costs: "Gratuit pour les foyers abonnés, sinon 2 €". subscriber_cents -1: the same. */
const char *common_price(const struct scene *scene, int64_t cents, int64_t subscriber_cents);
/* A card with the code of a calendar entry (core/vevent.h), of about this size; nothing for "".
 * is_private: it is somebody's. */
void common_calendar(struct ui *ui, const char *vevent, double size_mm, bool is_private);

/* A session in a list, in a card. */
void common_session_row(struct ui *ui, const struct scene *scene, const struct agenda_row *row,
                        struct ui_command command);
/* The same in few words, where there is little room, */
void common_session_row_short(struct ui *ui, const struct scene *scene,
                              const struct agenda_row *row, struct ui_command command);
/* and with the hours alone, beside the pill, where there is less. */
void common_session_row_narrow(struct ui *ui, const struct scene *scene,
                               const struct agenda_row *row, struct ui_command command);

/* When a thing is picked up and when it comes back, on a card. */
void common_slot(struct ui *ui, const struct scene *scene, const struct slot *slot);
