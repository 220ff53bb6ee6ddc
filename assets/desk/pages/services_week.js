/* The week's visits: days across, mornings and afternoons down. */
import { h, name } from '../dom.js';
import { atKey, badgeDay, capital, civil, dayKey, dayKeyPlus, t, time } from '../i18n.js';
import { hash, table } from '../parts.js';
import { titleOf } from '../words.js';

const NOON = 13;

function visit(line, params) {
    return h('p', {}, h('a', {
        href: hash('services', { ...params, request_id: line.request_id }),
        id: `planned-${line.request_id}`,
    }, h('b', {}, time(line.from_s)), ' ', titleOf(line)), ' ', name(line.name),
    line.partner && ` · ${line.partner}`);
}

export function weekGrid({ from_s: from, planned }, params) {
    const first = dayKey(from);
    const days = [0, 1, 2, 3, 4, 5, 6].map((i) => dayKeyPlus(first, i));
    const cell = (day, isMorning) => planned.filter((line) => dayKey(line.from_s) === day &&
        (civil(line.from_s).hour < NOON) === isMorning).map((line) => visit(line, params));
    const step = (by, id, label) => h('a', {
        class: 'button', id, href: hash('services', { view: 'week', day: dayKeyPlus(first, by) }),
    }, label);
    return [
        h('div', { class: 'tools' }, step(-7, 'week-before', t('Week before')),
            step(7, 'week-after', t('Week after'))),
        h('div', { class: 'visits-week' }, table({
            caption: t('Visits planned'),
            heads: [t('When?'), ...days.map((day) => capital(badgeDay(atKey(day))))],
            rows: [[true, t('Morning')], [false, t('Afternoon')]].map(([isMorning, label]) =>
                [h('b', {}, label), ...days.map((day) => cell(day, isMorning))]),
        })),
    ];
}
