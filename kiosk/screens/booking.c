#include "screens/booking.h"

#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/review.h"

/* In the visit's arena; people and times stand in the ask's terms. */
struct booking {
    struct agenda_session session;
};

static void show_review(const struct draft *draft, const struct scene *scene, struct ui *ui)
{
    const struct booking *booking = draft->facts;
    const struct agenda_row *row = &booking->session.row;
    const struct terms *terms = &draft->ask.terms;
    ui_fact(ui, (struct ui_fact){.icon = draft->icon, .color = UI_BLUE, .bold = row->title});
    ui_fact(ui, (struct ui_fact){
                    .icon = UI_ICON_TODAY,
                    .color = UI_BLUE,
                    .bold = dates_long(scene->arena, row->starts_s),
                    .text = arena_printf(scene->arena, trc("goes on", ", %s"),
                                         dates_from_to(scene->arena, row->starts_s, row->ends_s)),
                });
    if (row->place[0] != '\0') {
        ui_fact(ui, (struct ui_fact){.icon = UI_ICON_PLACE, .color = UI_BLUE, .text = row->place});
    }
    ui_fact(ui, (struct ui_fact){
                    .id = "people",
                    .icon = UI_ICON_PEOPLE,
                    .color = UI_BLUE,
                    .text = common_people(scene, terms->adults, terms->children),
                    .edit = review_edit(draft->depth),
                    .edit_label = tr("change"),
                });
    if (draft->ask.verb == VERB_JOIN) {
        ui_fact(ui, (struct ui_fact){
                        .icon = UI_ICON_HOURGLASS,
                        .color = UI_WARN,
                        .text = tr("On the waiting list: we tell you when a seat comes free"),
                    });
    }
}

static void summarize(const struct draft *draft, const struct scene *scene, struct ui *ui,
                      const char **what, const char **when)
{
    const struct booking *booking = draft->facts;
    const struct terms *terms = &draft->ask.terms;
    (void)ui;
    *what = booking->session.row.title;
    *when = arena_printf(scene->arena, "%s · %s", dates_long_time(scene->arena, terms->from_s),
                         common_people(scene, terms->adults, terms->children));
}

static void take_terms(struct visit *visit, int64_t session_id, int64_t from_s, int64_t until_s)
{
    struct terms *terms = &visit->draft.ask.terms;
    terms->session_id = session_id;
    terms->from_s = from_s;
    terms->until_s = until_s;
}

static enum err list_alternatives(struct visit *visit, struct arena *arena,
                                  struct alternative list[ALTERNATIVES_MAX], int *count)
{
    const struct booking *booking = visit->draft.facts;
    const struct terms *terms = &visit->draft.ask.terms;
    struct agenda_row rows[ALTERNATIVES_MAX];
    int64_t answer_s = 0;
    *count = 0;
    enum err err = house_answer_by(visit->db, visit->scene.now_s, 0, &answer_s);
    if (err != ERR_OK) {
        return err == ERR_NOT_FOUND ? ERR_OK : err;
    }
    err = agenda_others(visit->db, &booking->session, answer_s, terms->adults + terms->children,
                        ALTERNATIVES_MAX, arena, rows, count);
    for (int i = 0; i < *count; i++) {
        list[i] = (struct alternative){
            .id = rows[i].session_id,
            .from_s = rows[i].starts_s,
            .until_s = rows[i].ends_s,
            .title = rows[i].title,
            .sub =
                arena_printf(arena, "%s%s%s", dates_times(arena, rows[i].starts_s, rows[i].ends_s),
                             rows[i].place[0] == '\0' ? "" : " · ", rows[i].place),
        };
    }
    return err;
}

static enum err choose(struct visit *visit, const struct alternative *alternative)
{
    struct booking *booking = arena_alloc(visit->arena, sizeof(*booking));
    const enum err err =
        agenda_session(visit->db, alternative->id, visit->arena, &booking->session);
    if (err == ERR_OK) {
        visit->draft.facts = booking;
        take_terms(visit, alternative->id, booking->session.row.starts_s,
                   booking->session.row.ends_s);
    }
    return err;
}

static enum err reread(struct visit *visit)
{
    const struct booking *before = visit->draft.facts;
    struct booking *booking = arena_alloc(visit->arena, sizeof(*booking));
    struct agenda_session fresh;
    const enum err err =
        agenda_session(visit->db, before->session.row.session_id, visit->arena, &fresh);
    if (err == ERR_OK) {
        *booking = *before;
        booking->session.row.title = fresh.row.title;
        booking->session.row.place = fresh.row.place;
        visit->draft.facts = booking;
    }
    return err;
}

void booking_begin(struct visit *visit, const struct agenda_session *session, int adults,
                   int children)
{
    const struct agenda_row *row = &session->row;
    const bool is_full = adults + children > agenda_seats_left(row);
    struct draft *draft = draft_begin(visit, KIND_BOOKING, is_full ? VERB_JOIN : VERB_ASK);
    struct booking *booking = arena_alloc(visit->arena, sizeof(*booking));
    booking->session = *session;
    booking->session.row.title = arena_strdup(visit->arena, row->title);
    booking->session.row.place = arena_strdup(visit->arena, row->place);
    booking->session.row.icon = booking->session.row.partner = booking->session.summary = "";
    draft->facts = booking;
    draft->color = UI_BLUE;
    draft->icon = icon_named(row->icon);
    draft->is_automatic = session->is_automatic || is_full;
    draft->review = show_review;
    draft->summary = summarize;
    draft->alternatives = list_alternatives;
    draft->choose = choose;
    draft->reread = reread;
    draft->ask.terms.adults = adults;
    draft->ask.terms.children = children;
    take_terms(visit, row->session_id, row->starts_s, row->ends_s);
}
