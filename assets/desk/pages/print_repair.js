/* A repair ticket: what is broken, since when, which copy; it goes with the thing. */
import { get } from '../api.js';
import { h } from '../dom.js';
import { N_, capital, longDay, t } from '../i18n.js';
import { wordsOf } from '../parts.js';
import { sheet } from '../print.js';
import { stateWord, ticketNumber } from '../words.js';

const LINES = 5;

function build(data) {
    return sheet({ title: t('Repair ticket'), sub: stateWord(data.kind, data.state) },
        h('p', { class: 'repair-title' }, t('%s no. %d', [data.title, data.copy_number])),
        h('p', {}, t('Since %s.', [longDay(data.since_s)]), data.first_name &&
            ` ${t('Noted by {name}.', { name: data.first_name })}`),
        data.shelf && h('p', {}, t('Shelf %s', [data.shelf])),
        data.ticket && h('p', {}, t('Ticket {number}', { number: ticketNumber(data.ticket) })),
        h('h2', {}, t('What is broken?')),
        data.words ? wordsOf(data.words, data.lang) : h('p', { class: 'write' }),
        data.missing.length > 0 && [h('h2', {}, t('Missing')),
            h('ul', {}, data.missing.map((label) => h('li', {}, label)))],
        h('h2', {}, t('What was done')),
        Array.from({ length: LINES }, () => h('p', { class: 'write' })),
        h('p', { class: 'repair-end' }, h('span', { class: 'tick' }), ` ${capital(t('mended'))}`,
            h('span', { class: 'tick' }), ` ${t('Beyond repair')}`));
}

export default {
    path: 'print/repair',
    title: N_('Repair ticket'),
    icon: 'print',
    least: 'concierge',
    isHidden: true,
    isPrint: true,
    load: (params) => get('/api/loans/repair', { request_id: params.request_id }),
    build,
};
