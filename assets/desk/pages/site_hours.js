/* The week's opening hours, all at once. A day shows the hours it has and room for one more. */
import { get, post } from '../api.js';
import { h, icon } from '../dom.js';
import { capital, lang, minute, t, tn } from '../i18n.js';
import { form, notice, panel } from '../parts.js';
import { refuse, save, trouble } from '../save.js';

const ROOM = 2; /* times shown at least */

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/* "lundi" */
export function weekdayWord(weekday) {
    return new Intl.DateTimeFormat(lang(), { weekday: 'long', timeZone: 'UTC' })
        .format(Date.UTC(2024, 0, weekday)); /* that year began on a Monday */
}

/* "09:30"; 1440 is the midnight that ends the day. */
export function clockKey(minutes) {
    const of = minutes % 1440;
    return `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
}

/* "9 h – 12 h" */
export function spanWord(from, until) {
    return `${minute(from)} – ${minute(until)}`;
}

function minutesOf(key) {
    const [hour, rest] = key.split(':').map(Number);
    return hour * 60 + rest;
}

function timeField(day, i, which, opening) {
    const id = `${which}-${day}-${i}`;
    const label = which === 'opens' ? t('{day}, opens at', { day: weekdayWord(day) })
        : t('{day}, closes at', { day: weekdayWord(day) });
    return h('input', {
        type: 'time', id, name: id, 'aria-label': capital(label),
        value: opening === undefined ? '' : clockKey(opening[`${which}_min`]),
    });
}

function dayFields(day, openings) {
    const own = openings.filter((one) => one.weekday === day);
    const count = Math.max(ROOM, own.length + (own.length >= ROOM ? 1 : 0));
    return h('fieldset', { class: 'day-hours' },
        h('legend', {}, capital(weekdayWord(day))),
        Array.from({ length: count }, (_, i) => h('span', { class: 'span-fields' },
            timeField(day, i, 'opens', own[i]), h('span', { 'aria-hidden': 'true' }, '–'),
            timeField(day, i, 'closes', own[i]))),
        own.length === 0 && h('span', { class: 'soft' }, t('Closed')));
}

/* What the form says, or the field that is half filled in. */
function openingsOf(element) {
    const openings = [];
    for (const day of WEEKDAYS) {
        for (let i = 0; element.elements[`opens-${day}-${i}`] !== undefined; i++) {
            const opens = element.elements[`opens-${day}-${i}`];
            const closes = element.elements[`closes-${day}-${i}`];
            if (opens.value === '' && closes.value === '') {
                continue;
            }
            const closes_min = minutesOf(closes.value || '00:00') || 1440;
            if (opens.value === '' || closes.value === '' || minutesOf(opens.value) >= closes_min) {
                return { wrong: opens.value === '' ? opens.name : closes.name };
            }
            openings.push({ weekday: day, opens_min: minutesOf(opens.value), closes_min });
        }
    }
    return { openings };
}

export function movedWord(answer) {
    return answer.moved > 0 ? tn('{n} promised answer was moved: it is to be told.',
        '{n} promised answers were moved: they are to be told.', answer.moved) : '';
}

async function send(element, before, page) {
    const { openings, wrong } = openingsOf(element);
    if (wrong !== undefined) {
        refuse(element, t('A time is missing, or the house closes before it opens.'), wrong);
        return;
    }
    if (openings.length === 0) {
        refuse(element, t('A house opens at least once a week. For some days off, add a closing.'));
        return;
    }
    await save(page, element, () => post('/api/site/hours', { openings }), {
        words: { invalid: t('Two times of one day overlap.') },
        done: (answer) => [t('The hours are saved.'), movedWord(answer)].filter(Boolean).join(' '),
        undo: () => post('/api/site/hours', { openings: before }),
    });
}

export function load() {
    return get('/api/site');
}

export function build(site, page) {
    return form({ id: 'hours-form', cls: 'stack', act: (_, element) => send(element, site.openings, page) },
        panel(t('Usual opening hours'), h('div', { class: 'week-hours' },
            WEEKDAYS.map((day) => dayFields(day, site.openings)))),
        notice('info', h('p', {},
            t('Answers promised for a time at which the house would be closed are promised anew, and told.'))),
        trouble(),
        h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'main', id: 'save-hours' },
            icon('check'), t('Save the hours'))));
}
