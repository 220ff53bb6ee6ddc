#include <string.h>

#include "admin/import.h"
#include "base/err.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"

struct word {
    const char *code, *words;
};

static const char *find(const struct word *words, size_t count, const char *code)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i].code, code) == 0) {
            return tr(words[i].words);
        }
    }
    return NULL;
}

/* kiosk/ical/lines.h, parts.h, zones.h; core/calendar.h; calendar/reader.h */
static const struct word REFUSALS[] = {
    {"empty", N_("The file is empty.")},
    {"too_big", N_("The file is too large: a calendar has 8 MB at most.")},
    {"archive", N_("This is a ZIP archive: unpack it first, and take the .ics file in it.")},
    {"picture", N_("This is a picture, not a calendar.")},
    {"document", N_("This is a document, not a calendar: export the calendar as .ics.")},
    {"page", N_("This is a web page: look for the calendar’s own address, or export it as .ics.")},
    {"binary", N_("This is no text, so it is no calendar.")},
    {"charset", N_("The letters of this file cannot be read: export the calendar again.")},
    {"too_many_lines", N_("The calendar is too long: export only the coming months.")},
    {"not_calendar", N_("This is no calendar: export it as .ics.")},
    {"too_deep", N_("This file is not made like a calendar.")},
    {"too_many_events", N_("The calendar has too many events: export only the coming months.")},
    {"too_many_zones", N_("The calendar names too many time zones.")},
    {"too_many_dates", N_("The calendar has too many dates: export only the coming months.")},
    {"no_zone", N_("The house’s time zone is not known to this machine.")},
    {"sandbox", N_("This machine does not allow to read calendars safely.")},
    {"nothing", N_("The calendar has no date in the coming twelve months.")},
    {"cut", N_("The reading stopped before its end: try again.")},
    {"broken", N_("The reading gave something that is not to be understood.")},
    {"no_reader", N_("The program that reads calendars is missing: conciergerie-ical.")},
    {"slow", N_("The calendar takes too long to read.")},
    {"too_much", N_("The calendar has too many dates: export only the coming months.")},
    {"ended", N_("The calendar asks for more than is allowed: it is not read.")},
};

static const struct word VERDICTS[] = {
    {"new", N_("new date")},
    {"changed", N_("changed")},
    {"cancelled", N_("cancelled by its calendar")},
    {"unchanged", N_("unchanged")},
    {"missing", N_("no longer in the calendar")},
    {"left_out", N_("left out")},
    {"not_understood", N_("not understood")},
};

static const struct word REASONS[] = {
    {"private", N_("it is private")},
    {"tentative", N_("it is not certain yet")},
    {"past", N_("it has begun, or is over")},
    {"older", N_("what was read before is newer")},
    {"own", N_("it comes from this house’s agenda: change it there")},
    {"twice", N_("it is in the calendar twice")},
    {"unknown", N_("it is cancelled, and was never announced here")},
    {"ended", N_("here it is over, or the house cancelled it")},
    {"adopted", N_("it stands in the agenda already")},
    {"no_title", N_("it has no title")},
    {"no_hours", N_("it says no hours: from when until when?")},
    {"too_long", N_("it lasts a day or more: make one date of each day")},
    {"no_start", N_("it has no beginning")},
    {"time", N_("its date or time cannot be read")},
    {"rule", N_("its repetition cannot be read")},
    {"duration", N_("how long it lasts cannot be read")},
    {"end_before", N_("it ends before it begins")},
    {"too_many_dates", N_("it names too many dates one by one")},
    {"too_often", N_("it repeats too often")},
};

static const struct word NOTES[] = {
    {"floating", N_("no time zone: the house’s is taken")},
    {"zone_unknown", N_("unknown time zone: the house’s is taken")},
    {"no_uid", N_("no identifier: when it moves, it will be a new date")},
    {"hour", N_("no end: one hour is taken")},
    {"alone", N_("one date of a series that is not in the file")},
    {"title_cut", N_("title shortened")},
    {"place_cut", N_("place shortened")},
    {"words_cut", N_("description shortened")},
    {"cut", N_("description shortened")},
};

static const struct word MENDED[] = {
    {"folding", N_("Broken lines of the file were put together.")},
    {"charset", N_("The file’s letters were read as those of Windows.")},
    {"cut", N_("Very long lines of the file were shortened.")},
};

const char *import_refusal_words(const char *code)
{
    const char *words = find(REFUSALS, ARRAY_LEN(REFUSALS), code);
    return words == NULL ? tr("The calendar cannot be read.") : words;
}

/* Codes stand in a list of our own making: core/calendar.h. */
static void print_listed(FILE *out, const char *list, const struct word *words, size_t count,
                         const char *before, const char *after)
{
    for (size_t i = 0; i < count; i++) {
        char quoted[64];
        (void)snprintf(quoted, sizeof(quoted), "\"%s\"", words[i].code);
        if (strstr(list, quoted) != NULL) {
            (void)fprintf(out, "%s%s%s", before, tr(words[i].words), after);
        }
    }
}

static const char *date_words(struct arena *arena, int64_t starts_s, int64_t ends_s)
{
    return arena_printf(arena, "%s, %s", dates_long(arena, starts_s),
                        dates_times(arena, starts_s, ends_s));
}

static void print_change(FILE *out, const struct calendar_row *row, struct arena *arena)
{
    if ((row->changes & CALENDAR_DATE) != 0) {
        (void)fprintf(out, " · %s",
                      arena_printf(arena, tr("it stood on %s"),
                                   date_words(arena, row->starts_was_s, row->ends_was_s)));
    }
    if ((row->changes & CALENDAR_TITLE) != 0) {
        (void)fprintf(out, " · %s", arena_printf(arena, tr("it was called %s"), row->title_was));
    }
    if ((row->changes & CALENDAR_PLACE) != 0) {
        (void)fprintf(out, " · %s",
                      row->place[0] == '\0' ? tr("it takes place at the house")
                                            : arena_printf(arena, tr("place: %s"), row->place));
    }
    if ((row->changes & CALENDAR_WORDS) != 0) {
        (void)fprintf(out, " · %s", tr("other description"));
    }
}

static void print_row(FILE *out, const struct calendar_row *row, struct arena *arena)
{
    const char *reason = find(REASONS, ARRAY_LEN(REASONS), row->reason);
    const char *verdict = find(VERDICTS, ARRAY_LEN(VERDICTS), calendar_verdict_code(row->verdict));
    if (row->line > 0) {
        (void)fprintf(out, "%s ", arena_printf(arena, tr("line %d:"), row->line));
    }
    (void)fprintf(out, "%s", verdict);
    if (reason != NULL) {
        (void)fprintf(out, " (%s%s%s)", reason, row->detail[0] == '\0' ? "" : ", ", row->detail);
    }
    if (row->starts_s != 0) {
        (void)fprintf(out, " – %s", date_words(arena, row->starts_s, row->ends_s));
    }
    if (row->title[0] != '\0') {
        (void)fprintf(out, " – %s", row->title);
    }
    print_change(out, row, arena);
    if (row->people > 0) {
        (void)fprintf(out, " · %s",
                      arena_printf(arena,
                                   trn("%ld person to tell", "%ld people to tell", row->people),
                                   (long)row->people));
    }
    if (row->is_house_changed) {
        (void)fprintf(out, " · %s",
                      row->verdict == CALENDAR_UNCHANGED
                          ? tr("the house changed it since, which stays")
                          : tr("the house changed it since"));
    }
    print_listed(out, row->notes, NOTES, ARRAY_LEN(NOTES), " · ", "");
    (void)fputc('\n', out);
}

void import_print(FILE *out, const struct calendar_reading *reading,
                  const struct calendar_row *rows, int count, struct arena *arena)
{
    for (int i = 0; i < count; i++) {
        print_row(out, &rows[i], arena);
    }
    (void)fputc('\n', out);
    for (size_t i = 0; i < CALENDAR_VERDICTS; i++) {
        if (reading->counts[i] > 0) {
            (void)fprintf(out, "%6d  %s\n", reading->counts[i], tr(VERDICTS[i].words));
        }
    }
    print_listed(out, reading->mended, MENDED, ARRAY_LEN(MENDED), "", "\n");
}
