/* A lost ticket: found by the day, the kind, a first name; printed again from its request. */
import { get } from '../api.js';
import { fill, h, name } from '../dom.js';
import { N_, capital, dayKey, longDay, atKey, now_s, t, time } from '../i18n.js';
import { column, empty, field, form, line, list, notice, pageHead } from '../parts.js';
import { recordHash } from '../records.js';
import { KINDS, colorOf, iconOf, kindWord, stateWord, ticketNumber, titleOf, whoOf } from
    '../words.js';

const ASKED = Object.keys(KINDS).filter((kind) => kind !== 'session' && kind !== 'copy');

/* "Élodie" is found as "elodie". */
function folded(text) {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function foundLine(one) {
    return line({
        id: `found-${one.request_id}`, href: recordHash('request', one.request_id),
        iconName: iconOf(one), color: colorOf(one.kind), title: titleOf(one),
        sub: [one.name && [name(one.name), ' · '], whoOf(one), ' · ', stateWord(one.kind, one.state)],
        aside: time(one.asked_at_s), pill: ticketNumber(one.ticket ?? ''),
    });
}

function build(data, page) {
    const { params } = page;
    const place = h('div', {});
    const day = params.day ?? dayKey(now_s());
    const show = (typed) => {
        const lines = data.lines.filter((one) => folded(one.name).includes(folded(typed.trim())));
        fill(place, lines.length === 0
            ? empty(t('Nothing found. Try another day, or leave the kind open.'))
            : list(lines.map(foundLine)));
    };
    show('');
    return column(
        pageHead(t('Lost ticket'), { sub: t('Find the request, open it, print its ticket again.') }),
        form({ id: 'find-form', cls: 'tools', act: () => {} },
            field({
                id: 'day', label: t('Asked on'), type: 'date', value: day, max: dayKey(now_s()),
                onchange: (event) => event.target.value &&
                    page.go('find', { ...params, day: event.target.value }),
            }),
            field({
                id: 'kind', label: t('What was it?'), type: 'select', value: params.kind ?? '',
                options: [['', t('Anything')], ...ASKED.map((kind) => [kind, kindWord(kind)])],
                onchange: (event) => page.go('find', { ...params, day, kind: event.target.value }),
            }),
            field({
                id: 'first-name', label: t('First name'), class: 'name', autocomplete: 'off',
                oninput: (event) => show(event.target.value),
            })),
        h('h2', {}, capital(longDay(atKey(day)))),
        data.is_more ? notice('warn', h('p', {}, t('There are more: choose a kind.'))) : null,
        place);
}

export default {
    path: 'find',
    title: N_('Lost ticket'),
    icon: 'search',
    least: 'concierge',
    isHidden: true,
    load: (params) => get('/api/find', { day: params.day, kind: params.kind }),
    build,
};
