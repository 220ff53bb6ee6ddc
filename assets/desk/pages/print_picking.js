/* What is to be fetched from the shelves, on paper: by day, then by shelf. */
import { get } from '../api.js';
import { h, name } from '../dom.js';
import { N_, atKey, capital, dayKey, dayKeyPlus, longDay, now_s, t, time } from '../i18n.js';
import { empty, table } from '../parts.js';
import { sheet } from '../print.js';
import { titleOf, whoOf } from '../words.js';

const DAYS = 7;

function tick() {
    return h('span', { class: 'tick', role: 'img', 'aria-label': t('to be ticked') });
}

function row(line) {
    return [h('b', {}, line.shelf || '–'), [h('b', {}, titleOf(line)), line.parts.length > 0 &&
        [h('br', {}), line.parts.map((part) => h('span', { class: 'picking-part' }, tick(), ` ${part} `))]],
    [line.name && [name(line.name), h('br', {})], whoOf(line)], time(line.from_s), tick()];
}

function day(key, lines) {
    const title = key < dayKey(now_s()) ? t('Should have been fetched')
        : capital(longDay(atKey(key)));
    return h('section', {}, h('h2', {}, title), table({
        caption: title, heads: [t('Shelf'), t('What'), t('For whom'), t('Fetched'), t('Prepared')],
        rows: lines.map(row),
    }));
}

/* By day; what is overdue is one day. */
function byDay(lines) {
    const today = dayKey(now_s());
    const groups = new Map();
    for (const line of lines) {
        const key = dayKey(line.from_s) < today ? dayKeyPlus(today, -1) : dayKey(line.from_s);
        groups.set(key, [...groups.get(key) ?? [], line]);
    }
    return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function build({ lines, is_more: isMore }) {
    return sheet({ title: t('Picking list'), sub: capital(longDay(now_s())) },
        lines.length === 0 ? empty(t('Everything is prepared.'))
            : byDay(lines).map(([key, some]) => day(key, some.toSorted(
                (a, b) => a.shelf.localeCompare(b.shelf) || a.from_s - b.from_s))),
        isMore ? h('p', {}, t('There is more than fits here.')) : null);
}

export default {
    path: 'print/picking',
    title: N_('Picking list'),
    icon: 'print',
    least: 'concierge',
    isHidden: true,
    isPrint: true,
    load: (params) => get('/api/loans/picking',
        { day: params.day ?? dayKeyPlus(dayKey(now_s()), DAYS - 1) }),
    build,
};
