/* Sentences about a calendar that was read: why it cannot be read, what becomes of a line of it, why
 * it is left out, and what to do. Codes: kiosk/core/calendar.h and kiosk/ical/. A code that this
 * page does not know, written by a newer program, gives a general sentence. */
import { N_, capital, shortDay, t, times, tn } from '../i18n.js';

/* ---- The file as a whole ---- */

const REFUSALS = {
    empty: N_('There is nothing in this file.'),
    too_big: N_('This file is larger than 8 MB: export fewer months.'),
    too_many_lines: N_('This file is too long: export fewer months.'),
    too_many_events: N_('There is too much in this file: export fewer months.'),
    too_many_dates: N_('More than 2,000 dates within a year: export fewer calendars at once.'),
    archive: N_('This is an archive. Open it, and send the .ics file that is inside.'),
    picture: N_('This is a picture, not a calendar. In your calendar, choose “Export”.'),
    document: N_('This is a document, not a calendar. In your calendar, choose “Export”.'),
    page: N_('This is a web page, not a calendar. In your calendar, choose “Export”.'),
    binary: N_('This is not a calendar. In your calendar, choose “Export”.'),
    not_calendar: N_('There is no calendar in this file. In your calendar, choose “Export”.'),
    not_openagenda: N_('This is no agenda of OpenAgenda: export it anew, as JSON.'),
    charset: N_('The letters in this file cannot be read: export it anew.'),
    nothing: N_('This calendar has no date within the coming year.'),
    slow: N_('This file takes too long to read: export fewer months.'),
    too_much: N_('There is too much in this file: export fewer months.'),
    ended: N_('This file takes too long to read: export fewer months.'),
    no_reader: N_('Calendars cannot be read at the moment. Please call whoever looks after the computer.'),
    no_zone: N_('Calendars cannot be read at the moment. Please call whoever looks after the computer.'),
    sandbox: N_('Calendars cannot be read at the moment. Please call whoever looks after the computer.'),
};

export function refusalWord(code) {
    return t(REFUSALS[code] ?? N_('This file is damaged: export it anew.'));
}

/* What was put right of it. */
const MENDED = {
    charset: N_('Accents were written in an old way: check that the titles are right.'),
    folding: N_('Some lines were broken: check that the titles are whole.'),
    cut: N_('Something was far too long, and was cut.'),
};

export function mendedWords(codes) {
    return codes.filter((code) => MENDED[code] !== undefined).map((code) => t(MENDED[code]));
}

/* ---- Lines: what happens to them ---- */

export const VERDICTS = ['new', 'changed', 'cancelled', 'not_understood', 'left_out', 'missing',
    'unchanged'];

const GROUPS = {
    new: [N_('New dates'), 'add'],
    changed: [N_('Changed dates'), 'event_moved'],
    cancelled: [N_('Cancelled dates'), 'event_busy'],
    not_understood: [N_('Not understood'), 'question',
        N_('Everything else is taken over all the same.')],
    left_out: [N_('Left out'), 'blocked'],
    missing: [N_('No longer in the file'), 'search',
        N_('Nothing happens to these dates. What does not take place any more is cancelled in the agenda.')],
    unchanged: [N_('As they are'), 'check'],
};

/* {title, iconName, text} */
export function groupOf(verdict) {
    const [title, iconName, text] = GROUPS[verdict];
    return { title: t(title), iconName, text: text && t(text) };
}

export function whenWord({ starts_s, ends_s }) {
    return starts_s === 0 ? '' : `${capital(shortDay(starts_s))}, ${times(starts_s, ends_s)}`;
}

/* Before → after: [[what, before, after], …]. */
export function changesOf(row) {
    const pairs = {
        date: () => [t('Date'), whenWord({ starts_s: row.starts_was_s, ends_s: row.ends_was_s }),
            whenWord(row)],
        place: () => [t('Place'), row.place_was || t('in the house'), row.place || t('in the house')],
        title: () => [t('Title'), row.title_was, row.title],
        words: () => [t('Description'), '', t('new')],
    };
    return row.changes.map((code) => pairs[code]?.()).filter(Boolean);
}

/* ---- Lines: why not, and what to do ---- */

const LEFT_OUT = {
    private: N_('Private in your calendar: it stays there.'),
    tentative: N_('Not sure yet. Once it is confirmed in your calendar, send the file again.'),
    past: N_('It is over.'),
    older: N_('A newer file was read before: choose the last one.'),
    own: N_('It comes from this house’s agenda: it stands there already.'),
    twice: N_('It stands in the file twice: once is enough.'),
    unknown: N_('Cancelled before it was announced: there is nothing to do.'),
    ended: N_('It is over, or the house has cancelled it: it stays so.'),
};

const NOT_UNDERSTOOD = {
    no_title: N_('It has no title: give it one in your calendar.'),
    no_start: N_('It has no date: give it one in your calendar.'),
    no_hours: N_('It takes the whole day: give it a beginning and an end in your calendar.'),
    time: N_('Its date is not understood: write it anew in your calendar.'),
    duration: N_('How long it lasts is not understood: give it an end in your calendar.'),
    end_before: N_('It ends before it begins: look at its hours in your calendar.'),
    too_long: N_('It lasts a day or more: make one date of each day.'),
    rule: N_('This repetition is not understood: add the dates one by one.'),
    too_often: N_('It repeats too often: give it an end, or add the dates one by one.'),
    too_many_dates: N_('It has too many dates: make several of it.'),
    no_uid: N_('OpenAgenda gives it no number: it cannot be known again.'),
    no_timings: N_('It has no dates here: give the address with detailed=1.'),
    date: N_('One of its dates is not understood: write it anew in OpenAgenda.'),
    not_event: N_('This is not an event.'),
    paged: N_('OpenAgenda gave only a part of the agenda: add size=300 to the address.'),
};

export function reasonOf(row) {
    if (row.verdict === 'left_out') {
        return t(LEFT_OUT[row.reason] ?? N_('It is not taken over.'));
    }
    if (row.verdict === 'not_understood') {
        return t(NOT_UNDERSTOOD[row.reason] ?? N_('It is not understood: add it by hand.'));
    }
    return row.reason === 'adopted'
        ? t('It stands in the agenda already, and follows this calendar from now on.') : '';
}

/* What was taken for granted, where somebody should look again. */
const NOTES = {
    hour: N_('Without an end: it is shown as one hour long.'),
    zone_unknown: N_('In an unknown time zone: check the hour.'),
    no_uid: N_('If you change its title or its date, it comes as something new.'),
    title_cut: N_('The title was too long: it is cut.'),
    place_cut: N_('The place was too long: it is cut.'),
    words_cut: N_('The description was too long: it is cut.'),
    postponed: N_('Postponed in OpenAgenda, without a new date yet: this date does not take place.'),
    online: N_('It takes place online now.'),
    full: N_('Full, says OpenAgenda: look at the seats here.'),
};

export function notesOf(row) {
    return [...row.notes.filter((code) => NOTES[code] !== undefined).map((code) => t(NOTES[code])),
        row.is_house_changed === 1 && (row.verdict === 'changed'
            ? t('The house has changed it, too: please look twice.')
            : t('The house has changed it: it stays so.'))].filter(Boolean);
}

export function peopleWord(people) {
    return people > 0 ? tn('{n} person will be told', '{n} people will be told', people) : '';
}

/* ---- What follows ---- */

function sumOf(rows, count) {
    return rows.reduce((sum, row) => sum + count(row), 0);
}

/* "12 dates will appear, 1 is moved: 4 people will be told." What waits for a yes tells nobody yet. */
export function consequenceOf({ reading: { counts }, is_asked: isAsked, rows }) {
    const isMoved = (row) => row.verdict === 'changed' && row.changes.includes('date');
    const moved = sumOf(rows, isMoved);
    const others = counts.changed - moved;
    const adopted = sumOf(rows, (row) => row.reason === 'adopted');
    const waits = isAsked === 1 ? counts.new + counts.changed : 0;
    const parts = [
        waits > 0 && tn('{n} date waits for the concierge’s yes',
            '{n} dates wait for the concierge’s yes', waits),
        waits === 0 && counts.new > 0 && tn('{n} date will appear', '{n} dates will appear', counts.new),
        waits === 0 && moved > 0 && tn('{n} date is moved', '{n} dates are moved', moved),
        waits === 0 && others > 0 && tn('{n} date is changed', '{n} dates are changed', others),
        counts.cancelled > 0 && tn('{n} date is cancelled', '{n} dates are cancelled',
            counts.cancelled),
        adopted > 0 && tn('{n} date follows this calendar from now on',
            '{n} dates follow this calendar from now on', adopted),
    ].filter(Boolean).join(', ');
    const people = sumOf(rows, (row) => (waits > 0 && row.verdict !== 'cancelled' ? 0 : row.people));
    return people > 0 ? t('{what}: {who}.', { what: parts, who: peopleWord(people) })
        : t('{what}. Nobody has to be told.', { what: parts });
}

/* What was done: {made, changed, cancelled, proposed, told}. */
export function doneWords({ made, changed, cancelled, proposed, told }) {
    return [
        made > 0 && tn('{n} new date.', '{n} new dates.', made),
        changed > 0 && tn('{n} date changed.', '{n} dates changed.', changed),
        cancelled > 0 && tn('{n} date cancelled.', '{n} dates cancelled.', cancelled),
        proposed > 0 && tn('{n} date waits for the concierge’s yes.',
            '{n} dates wait for the concierge’s yes.', proposed),
        told > 0 && tn('{n} household to tell.', '{n} households to tell.', told),
    ].filter(Boolean);
}

/* "12 new, 1 changed, 3 not understood": what there is, at a glance. */
export function countsWord(counts) {
    return [
        counts.new > 0 && tn('{n} new', '{n} new', counts.new),
        counts.changed > 0 && tn('{n} changed', '{n} changed', counts.changed),
        counts.cancelled > 0 && tn('{n} cancelled', '{n} cancelled', counts.cancelled),
        counts.not_understood > 0 && tn('{n} not understood', '{n} not understood',
            counts.not_understood),
        counts.unchanged > 0 && tn('{n} as it is', '{n} as they are', counts.unchanged),
    ].filter(Boolean).join(' · ');
}
