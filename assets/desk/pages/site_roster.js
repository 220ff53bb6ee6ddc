/* Who is planned at the desk: a week, a line for each, what they do each day as one writes it,
 * "9-12, 14-18:30"; and the same for the weeks after. */
import { get, post } from '../api.js';
import { h, icon } from '../dom.js';
import { badgeDay, capital, civil, dayKey, dayKeyPlus, fullDay, longDay, now_s, t, tn } from '../i18n.js';
import { button, field, form, hash, notice, panel } from '../parts.js';
import { refuse, save, trouble } from '../save.js';
import { WEEKDAYS, movedWord, spanWord, weekdayWord } from './site_hours.js';

const REPEATS = [0, 1, 3, 7, 11, 25];
const WEEK_DAYS = 7;
const SHIFT = /^(\d{1,2})(?:[h:](\d{2})?)?(?:-|–|à|to)(\d{1,2})(?:[h:](\d{2})?)?$/u;

/* "9-12, 14h-18h30": [{from_min, until_min}]; null when it cannot be understood. */
export function shiftsOf(typed) {
    const shifts = [];
    for (const word of typed.toLowerCase().replace(/\s*(-|–|à|to|h|:)\s*/gu, '$1').split(/[,;\s]+/u)) {
        const found = word === '' ? null : SHIFT.exec(word);
        if (word !== '' && found === null) {
            return null;
        }
        if (found !== null) {
            const [, from, fromRest, until, untilRest] = found.map((part) => Number(part ?? 0));
            shifts.push({ from_min: from * 60 + fromRest, until_min: until * 60 + untilRest });
        }
    }
    return shifts.every((one) => one.from_min < one.until_min && one.until_min <= 1440) ? shifts : null;
}

function clock(minutes) {
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/* "9-12, 14-18:30" */
export function shiftsWord(shifts) {
    return shifts.map((one) => `${clock(one.from_min)}-${clock(one.until_min)}`).join(', ');
}

function minuteOf(at_s) {
    const c = civil(at_s);
    return c.hour * 60 + c.minute;
}

function ownShifts(roster, staff_id, weekday) {
    return roster.shifts.filter((one) => one.staff_id === staff_id &&
        civil(one.from_s).weekday === weekday).map((one) => ({
        from_min: minuteOf(one.from_s), until_min: minuteOf(one.until_s) || 1440,
    }));
}

function openingsOf(roster, weekday) {
    return roster.openings.filter((one) => one.weekday === weekday)
        .map((one) => ({ from_min: one.opens_min, until_min: one.closes_min }));
}

function cellId(staff_id, weekday) {
    return `shift-${staff_id}-${weekday}`;
}

function cell(roster, person, weekday) {
    const id = cellId(person.staff_id, weekday);
    return h('td', {}, h('input', {
        id, name: id, value: shiftsWord(ownShifts(roster, person.staff_id, weekday)),
        'aria-label': `${person.first_name}, ${weekdayWord(weekday)}`, maxlength: '60',
        autocomplete: 'off',
    }));
}

/* Fills a person's line with the hours of the house. */
function fillButton(roster, person) {
    return button('clock', t('As the house is open'), () => WEEKDAYS.forEach((weekday) => {
        document.getElementById(cellId(person.staff_id, weekday)).value =
            shiftsWord(openingsOf(roster, weekday));
    }), { id: `fill-${person.staff_id}`, look: 'plain' });
}

function headOf(roster, weekday) {
    const openings = openingsOf(roster, weekday);
    return h('th', { scope: 'col' }, capital(badgeDay(roster.monday_s + (weekday - 1) * 86400 + 43200)),
        h('span', { class: 'sub' }, openings.length === 0 ? t('Closed')
            : openings.map((one) => spanWord(one.from_min, one.until_min)).join(', ')));
}

function grid(roster) {
    return h('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': t('Roster') },
        h('table', { class: 'roster' },
            h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('Who')),
                WEEKDAYS.map((weekday) => headOf(roster, weekday)))),
            h('tbody', {}, roster.staff.map((person) => h('tr', {},
                h('th', { scope: 'row' }, person.first_name, fillButton(roster, person)),
                WEEKDAYS.map((weekday) => cell(roster, person, weekday)))))));
}

/* All cells; or the one that cannot be understood. */
function read(element, roster) {
    const shifts = [];
    for (const { staff_id } of roster.staff) {
        for (const weekday of WEEKDAYS) {
            const own = shiftsOf(element.elements[cellId(staff_id, weekday)].value);
            if (own === null) {
                return { wrong: cellId(staff_id, weekday) };
            }
            shifts.push(...own.map((one) => ({ staff_id, weekday, ...one })));
        }
    }
    return { shifts };
}

function before(roster) {
    return roster.shifts.map((one) => ({
        staff_id: one.staff_id, weekday: civil(one.from_s).weekday, from_min: minuteOf(one.from_s),
        until_min: minuteOf(one.until_s) || 1440,
    }));
}

async function send({ repeats }, element, roster, page) {
    const week = dayKey(roster.monday_s);
    const { shifts, wrong } = read(element, roster);
    if (wrong !== undefined) {
        refuse(element, t('These hours cannot be understood. Write them as 9-12, 14-18:30.'), wrong);
        return;
    }
    const isOnce = Number(repeats) === 0;
    await save(page, element, () => post('/api/roster/save', {
        week, shifts, repeats: Number(repeats),
    }), {
        words: { conflict: t('Somebody is planned twice at the same time.') },
        done: (answer) => [t('The roster is saved.'), movedWord(answer)].filter(Boolean).join(' '),
        undo: isOnce ? () => post('/api/roster/save', { week, shifts: before(roster), repeats: 0 }) : null,
    });
}

export function load(params) {
    return get('/api/roster', { week: params.week });
}

function weekLinks(roster) {
    const monday = dayKey(roster.monday_s);
    const isThis = dayKeyPlus(monday, WEEK_DAYS) > dayKey(now_s());
    const to = (days) => hash('site', { part: 'roster', week: dayKeyPlus(monday, days) });
    return h('div', { class: 'buttons' },
        !isThis || monday > dayKey(now_s())
            ? h('a', { class: 'button', href: to(-WEEK_DAYS), id: 'week-before' }, icon('left'),
                t('The week before')) : null,
        h('a', { class: 'button', href: to(WEEK_DAYS), id: 'week-after' }, t('The week after'),
            icon('right')));
}

export function build(roster, page) {
    const until = roster.planned_until_s > now_s()
        ? t('Planned until {day}. After that, the opening hours count.',
            { day: fullDay(roster.planned_until_s - 1) })
        : t('Nobody is planned: the opening hours count.');
    return [
        panel(t('Week of {day}', { day: longDay(roster.monday_s) }), weekLinks(roster)),
        notice('info', h('p', {}, until, ' ',
            t('Answers are promised for when somebody is planned.'))),
        form({ id: 'roster-form', cls: 'stack',
            act: (values, element) => send(values, element, roster, page) },
        grid(roster),
        h('p', { class: 'hint' }, t('Write hours as 9-12, 14-18:30. Empty: not planned that day.')),
        field({ id: 'repeats', label: t('For which weeks?'), type: 'select', value: '0',
            options: REPEATS.map((weeks) => [weeks, weeks === 0 ? t('This week only')
                : tn('This week and the {n} after it', 'This week and the {n} after it', weeks)]) }),
        trouble(),
        h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'main', id: 'save-roster' },
            icon('check'), t('Save the roster')))),
    ];
}
