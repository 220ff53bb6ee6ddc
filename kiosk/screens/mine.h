/* What the screens of one's own requests share. */
#pragma once

#include "core/mine.h"
#include "screens/screen.h"
#include "screens/words_mine.h"

/* Small questions about one request; each takes mine_arg(). */
extern const struct screen SCREEN_MINE_CONFIRM, SCREEN_MINE_SEATS, SCREEN_MINE_DAYS,
    SCREEN_MINE_LONGER;
/* The household's code beside the card that was shown: history and private requests. */
extern const struct screen SCREEN_MINE_PIN;

/* A request and what is about to be done with it (enum verb or enum mine_act), as one argument. */
enum { MINE_ARG_ACTS = 1024 };
static inline int64_t mine_arg(int64_t request_id, int act)
{
    return request_id * MINE_ARG_ACTS + act;
}
static inline int64_t mine_arg_request(int64_t arg)
{
    return arg / MINE_ARG_ACTS;
}
static inline int mine_arg_act(int64_t arg)
{
    return (int)(arg % MINE_ARG_ACTS);
}

/* Makes the move that the reader of the card asks for. terms NULL: as they are. On ERR_OK, and on
 * errors that *reasons explains (enum guard bits), the caller goes on; otherwise it shows the
 * trouble with route_trouble(visit, mine_trouble(err), err). */
enum err mine_move(struct visit *visit, const struct mine_card *card, enum verb verb,
                   const struct terms *terms, unsigned *reasons) NODISCARD;
enum trouble_about mine_trouble(enum err err);
/* Why it did not work, a sentence a reason. */
void mine_show_reasons(struct ui *ui, unsigned reasons);
/* Head of every screen about one request. */
void mine_show_banner(struct ui *ui, const struct mine_card *card);
/* The button that makes the change, in the colour of what it is about. */
void mine_show_save(struct ui *ui, const struct mine_card *card, struct ui_command command,
                    const char *label, bool is_possible);

/* ---- Parts of SCREEN_MINE ---- */

enum mine_list_verb { MINE_NUMBER = 1, MINE_PIN, MINE_OPEN, MINE_OLDER, MINE_LATEST, MINE_PRIVATE };

/* Nobody is known yet: card or ticket, its number, the household's. */
void mine_show_ways(struct ui *ui, bool has_pins);
/* The two that are typed. */
void mine_show_numbers(struct ui *ui, bool has_pins);

struct mine_shown {
    struct mine mine;
    const struct mine_card *ticket; /* of a guest; NULL: none */
    bool is_guest;                  /* nobody is known but by that ticket */
    bool has_pins;
    bool can_show_private;
    bool is_paged; /* what ended begins further back */
};
void mine_show_list(struct ui *ui, const struct scene *scene, const struct mine_shown *shown);

/* ---- Parts of SCREEN_MINE_REQUEST ---- */

/* State, what comes next, how far it has come, the facts. */
void mine_show_request(struct ui *ui, const struct scene *scene, const struct mine_card *card);
