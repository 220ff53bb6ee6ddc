#include "screens/words_staff.h"

#include <string.h>

#include "base/clock.h"
#include "base/err.h"
#include "core/codes.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"

static const struct {
    const char *label; /* msgid */
    enum ui_color color;
} DOMAINS[QUEUE_DOMAIN_COUNT] = {
    [QUEUE_ALL] = {N_("All"), UI_TEAL},           [QUEUE_WORKSHOPS] = {N_("Workshops"), UI_BLUE},
    [QUEUE_LOANS] = {N_("Loans"), UI_UMBER},      [QUEUE_HELP] = {N_("Help"), UI_TERRACOTTA},
    [QUEUE_SERVICES] = {N_("Services"), UI_TEAL},
};

const char *words_domain(enum queue_domain domain)
{
    return tr(DOMAINS[domain].label);
}

enum ui_color words_domain_color(enum queue_domain domain)
{
    return DOMAINS[domain].color;
}

static const struct {
    const char *label; /* msgid */
    enum ui_icon icon; /* for what has none of its own */
} KINDS[KIND_COUNT] = {
    [KIND_LOAN] = {N_("Loan"), UI_ICON_LEND},
    [KIND_EXTENSION] = {N_("Longer loan"), UI_ICON_HOURGLASS},
    [KIND_COPY] = {N_("Thing"), UI_ICON_LEND},
    [KIND_BOOKING] = {N_("Seats at a workshop"), UI_ICON_AGENDA},
    [KIND_SESSION] = {N_("Date in the agenda"), UI_ICON_AGENDA},
    [KIND_HELP] = {N_("Helping hand"), UI_ICON_HELP_HAND},
    [KIND_ENQUIRY] = {N_("Service"), UI_ICON_PARCEL},
    [KIND_DEPOSIT] = {N_("Something to leave here"), UI_ICON_PARCEL},
    [KIND_VISIT] = {N_("Visit"), UI_ICON_DOOR},
    [KIND_AMENDMENT] = {N_("Change to a date"), UI_ICON_EVENT_MOVED},
};

const char *words_line_kind(const struct queue_line *line)
{
    if (line->kind != KIND_HELP) {
        return tr(KINDS[line->kind].label);
    }
    return strcmp(line->direction, "offer") == 0   ? tr("Helping hand: offer")
           : strcmp(line->direction, "reply") == 0 ? tr("Helping hand: answer")
                                                   : tr("Helping hand: need");
}

const char *words_line_title(const struct scene *scene, const struct queue_line *line)
{
    if (line->is_sensitive) {
        return tr("A private appointment");
    }
    if (line->kind == KIND_HELP) {
        const char *category = tr(words_help_category(line->category)->label);
        return line->choice[0] == '\0'
                   ? category
                   : arena_printf(scene->arena, tr("%s: %s"), category,
                                  tr(words_help_choice(line->category, line->choice)->label));
    }
    return line->copy_number == 0
               ? line->title
               : arena_printf(scene->arena, tr("%s no. %d"), line->title, line->copy_number);
}

enum ui_icon words_line_icon(const struct queue_line *line)
{
    if (line->is_sensitive) {
        return UI_ICON_PRIVATE;
    }
    const enum ui_icon icon = line->kind == KIND_HELP ? words_help_category(line->category)->icon
                                                      : icon_named(line->icon);
    return icon == UI_ICON_NONE ? KINDS[line->kind].icon : icon;
}

const char *words_line_who(const struct scene *scene, const struct queue_line *line)
{
    if (line->kind == KIND_SESSION || line->kind == KIND_AMENDMENT) {
        return "";
    }
    if (line->household[0] != '\0') {
        return arena_printf(scene->arena, tr("household %s"), line->household);
    }
    return arena_printf(scene->arena, tr("without a card, ticket %s"),
                        common_number(scene, line->ticket));
}

/* "ven. 11"; "vendredi 28 août" when that is long ago or far ahead. */
static const char *day_of(const struct scene *scene, int64_t at_s)
{
    enum { NEAR_DAYS = 20 };
    const int64_t now_s = scene->now_s;
    if (at_s < clock_day_s(now_s, -NEAR_DAYS / 4) || at_s > clock_day_s(now_s, NEAR_DAYS)) {
        return dates_short(scene->arena, at_s);
    }
    return arena_printf(scene->arena, "%s\u00a0%s", dates_badge_weekday(at_s),
                        dates_badge_day(scene->arena, at_s));
}

static const char *direction_of(const struct queue_line *line)
{
    return strcmp(line->direction, "offer") == 0   ? tr("offers help")
           : strcmp(line->direction, "reply") == 0 ? tr("wants to help")
                                                   : "";
}

const char *words_days(const struct scene *scene, int64_t from_s, int64_t until_s)
{
    return arena_printf(scene->arena, trc("short days", "%s → %s"), day_of(scene, from_s),
                        day_of(scene, until_s));
}

const char *words_line_when(const struct scene *scene, const struct queue_line *line)
{
    struct arena *arena = scene->arena;
    switch (line->kind) {
    case KIND_BOOKING:
        return arena_printf(arena, "%s · %s", dates_moment(arena, line->from_s),
                            common_people(scene, line->adults, line->children));
    case KIND_LOAN:
        return line->from_s == 0 ? tr("As soon as one comes back")
                                 : words_days(scene, line->from_s, line->until_s);
    case KIND_EXTENSION:
        return arena_printf(arena, tr("longer, until %s"), dates_moment(arena, line->until_s));
    case KIND_HELP:
        return direction_of(line);
    default:
        return line->from_s == 0 ? "" : dates_moment(arena, line->from_s);
    }
}

/* "Reste : 1 place · à dire : mercredi 14 h" */
static const char *left_and_say(const struct scene *scene, const char *left, const char *say)
{
    return arena_printf(scene->arena, tr("Left: %s · to say: %s"), left, say);
}

static const char *say(const struct scene *scene, const char *text)
{
    return arena_printf(scene->arena, tr("To say: %s"), text);
}

static const char *seats_consequence(const struct scene *scene, const struct queue_card *card)
{
    const int party = card->line.adults + card->line.children;
    const int rest = card->capacity - card->taken - party;
    const long left = rest < 0 ? 0 : rest;
    return left_and_say(scene, arena_printf(scene->arena, trn("%ld seat", "%ld seats", left), left),
                        dates_moment(scene->arena, card->starts_s));
}

static const char *loan_consequence(const struct scene *scene, const struct queue_card *card)
{
    const long left = card->copy_count > 0 ? card->copy_count - 1 : 0;
    const char *others =
        left == 0 ? tr("no other")
                  : arena_printf(scene->arena, trn("%ld other", "%ld others", left), left);
    const char *pickup =
        arena_printf(scene->arena, tr("pick-up %s"), dates_moment(scene->arena, card->line.from_s));
    return left_and_say(scene, others, pickup);
}

static const char *help_consequence(const struct queue_card *card)
{
    const struct help_category *category = help_category_find(card->line.category);
    switch (card->yes) {
    case VERB_MATCH:
        return tr("Both are told; contacts are given once both agree");
    case VERB_FINISH:
        return tr("It ends as done");
    default:
        return category != NULL && category->is_for_board
                   ? tr("On the neighbours’ board: pictures only, no name, no words")
                   : tr("Not on the board: the house looks for somebody");
    }
}

const char *words_consequence(const struct scene *scene, const struct queue_card *card)
{
    struct arena *arena = scene->arena;
    switch (card->line.kind) {
    case KIND_BOOKING:
        return seats_consequence(scene, card);
    case KIND_LOAN:
        return loan_consequence(scene, card);
    case KIND_EXTENSION:
        return say(scene,
                   arena_printf(arena, tr("return %s"), dates_moment(arena, card->line.until_s)));
    case KIND_SESSION:
    case KIND_AMENDMENT:
        return arena_printf(arena,
                            trn("%ld person is booked", "%ld people are booked", card->taken),
                            (long)card->taken);
    case KIND_HELP:
        return help_consequence(card);
    case KIND_DEPOSIT:
        return say(scene, tr("to be brought during opening hours"));
    case KIND_VISIT:
        return tr("Next: choose the day");
    case KIND_ENQUIRY:
    case KIND_COPY:
    case KIND_COUNT:
        break;
    }
    return card->line.from_s == 0 ? say(scene, tr("we see to it"))
                                  : say(scene, dates_moment(arena, card->line.from_s));
}

static const struct {
    enum guard guard;
    const char *text; /* msgid */
} OBSTACLES[] = {
    {GUARD_SEATS, N_("There are not enough seats left: another date, or the waiting list.")},
    {GUARD_COPY, N_("It is no longer free on those days: another one, or other days.")},
    {GUARD_NOT_BEGUN, N_("It has already begun.")},
    {GUARD_PUBLISHED, N_("The date was moved or cancelled meanwhile.")},
    {GUARD_NOT_OWN, N_("This is your own household’s: a colleague decides.")},
    {GUARD_NOT_PASSED, N_("You left this to a colleague.")},
    {GUARD_NOBODY_WAITS, N_("Somebody else is waiting for it.")},
    {GUARD_PARENT, N_("What this answers to has ended or changed.")},
    {GUARD_NO_REPLY, N_("This is decided with the request it answers.")},
    {GUARD_QUARTER, N_("The figures of that quarter are closed.")},
    {GUARD_CAPACITY, N_("More seats are taken already.")},
};

const char *words_obstacle(enum guard guard)
{
    for (size_t i = 0; i < ARRAY_LEN(OBSTACLES); i++) {
        if (OBSTACLES[i].guard == guard) {
            return tr(OBSTACLES[i].text);
        }
    }
    return tr("It does not fit any more: please look at it again.");
}

static const struct {
    const char *code, *text; /* msgid; %ld: the limit */
} RULES[] = {
    {"desk", N_("Rule: the desk decides each time")},
    {"desk_above", N_("Rule: above %ld, the desk decides")},
    {"trusted", N_("Rule: by itself for trusted households only")},
    {"trained", N_("Rule: by itself once one was shown how")},
    {"automatic", N_("Rule: by itself, but something stood against it")},
};

const char *words_rule(const struct scene *scene, const struct queue_card *card)
{
    for (size_t i = 0; i < ARRAY_LEN(RULES); i++) {
        if (strcmp(RULES[i].code, card->rule) == 0) {
            return arena_printf(scene->arena, tr(RULES[i].text), (long)card->rule_limit);
        }
    }
    return "";
}

static const struct pictured REASONS[] = {
    {"copy_away", N_("Not here at the moment"), "", UI_ICON_EVENT_BUSY},
    {"not_trained", N_("Has to be shown first"), "", UI_ICON_SCHOOL},
    {"loan_open", N_("Another loan is late"), "", UI_ICON_HOURGLASS},
    {"too_long", N_("For too long"), "", UI_ICON_CALENDAR},
    {"someone_waits", N_("Somebody waits for it"), "", UI_ICON_PEOPLE},
    {"needed_back", N_("Needed back here"), "", UI_ICON_RETURN},
    {"full", N_("Full"), "", UI_ICON_SEAT},
    {"age", N_("Not for this age"), "", UI_ICON_CHILD},
    {"members_only", N_("For subscribed households"), "", UI_ICON_CARD},
    {"not_clear", N_("Something is missing"), "", UI_ICON_QUESTION},
    {"room", N_("No room"), "", UI_ICON_MEETING_ROOM},
    {"date", N_("Not on that date"), "", UI_ICON_EVENT_BUSY},
    {"nobody_found", N_("Nobody was found"), "", UI_ICON_PERSON},
    {"professional", N_("Work for a professional"), "", UI_ICON_TOOLS},
    {"landlord", N_("The landlord’s matter"), "", UI_ICON_HOUSE},
    {"not_ours", N_("Not something we do"), "", UI_ICON_BLOCKED},
    {"not_available", N_("Not available now"), "", UI_ICON_EVENT_BUSY},
    {"not_possible", N_("Cannot be done with this"), "", UI_ICON_BLOCKED},
    {"provider_away", N_("The workshop is closed"), "", UI_ICON_STORE},
    {"host_away", N_("The host is away"), "", UI_ICON_PERSON},
    {"weather", N_("Because of the weather"), "", UI_ICON_SUNNY},
    {"too_few", N_("Too few people"), "", UI_ICON_PEOPLE},
    {"holiday", N_("holidays"), "", UI_ICON_SUNNY},
    {"training", N_("training"), "", UI_ICON_SCHOOL},
    {"absence", N_("absence"), "", UI_ICON_PERSON},
    {"settled", N_("Settled otherwise"), "", UI_ICON_CHECK},
    {"no_longer", N_("No longer needed"), "", UI_ICON_CLOSE},
    {"no_solution", N_("No solution was found"), "", UI_ICON_QUESTION},
    {"other", N_("Something else: to be told in person"), "", UI_ICON_MESSAGE},
};

const struct pictured *words_reason(const char *code)
{
    for (size_t i = 0; i < ARRAY_LEN(REASONS); i++) {
        if (strcmp(REASONS[i].code, code) == 0) {
            return &REASONS[i];
        }
    }
    return &REASONS[ARRAY_LEN(REASONS) - 1];
}
