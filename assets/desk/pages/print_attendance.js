/* The attendance list on paper: first names, how many, and a box to tick; nothing else of anybody. */
import { get } from '../api.js';
import { h } from '../dom.js';
import { N_, t, tn } from '../i18n.js';
import { table } from '../parts.js';
import { sheet } from '../print.js';
import { people, ticketNumber } from '../words.js';
import { whenLong } from './agenda_words.js';

const EMPTY_LINES = 6; /* for those who come without a booking */

function tick() {
    return h('span', { class: 'tick', 'aria-hidden': 'true' });
}

function rows(lines) {
    return lines.map((line) => [
        tick(), line.first_name || (line.ticket ? t('ticket %s', [ticketNumber(line.ticket)])
            : t('Without a name')),
        people(line.adults, line.children),
    ]);
}

function build(data) {
    const expected = data.lines.reduce((sum, line) => sum + line.adults + line.children, 0);
    const blank = Array.from({ length: EMPTY_LINES }, () => [tick(), '\u00a0', '']);
    return sheet({
        title: data.title,
        sub: [whenLong(data), data.place].filter(Boolean).join(' · '),
    },
    h('p', {}, data.capacity > 0
        ? t('{expected} expected, {capacity} seats', { expected, capacity: data.capacity })
        : tn('{n} expected', '{n} expected', expected)),
    h('div', { class: 'attendance' }, table({
        caption: t('Attendance list'), heads: [t('Here'), t('First name'), t('How many')],
        rows: [...rows(data.lines), ...blank],
    })));
}

export default {
    path: 'print/attendance', title: N_('Attendance list'), icon: 'print', least: 'organiser',
    isPrint: true, load: ({ session_id }) => get('/api/agenda/attendance', { session_id }), build,
};
