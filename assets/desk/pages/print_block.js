/* A block of ticket numbers, A4: six slips a page. The left part is the resident's, the right one is
 * entered at the desk. */
import { get } from '../api.js';
import { h } from '../dom.js';
import { N_, shortTime, t } from '../i18n.js';
import { notice } from '../parts.js';
import { sheet } from '../print.js';
import { whoAmI } from '../session.js';
import { ticketNumber } from '../words.js';

const LINES = () => [t('What?'), t('For which day?'), t('First name, household'), t('Telephone'),
    t('Written on, at')];

function paperSlip({ number }) {
    return h('section', { class: 'paper-slip' },
        h('div', { class: 'paper-stub' },
            h('p', {}, whoAmI().site.name),
            h('p', { class: 'number-big' }, ticketNumber(number)),
            h('p', {}, t('Keep this: it is the number of your request. Type it at the screen to follow it.'))),
        h('div', { class: 'paper-form' },
            h('p', { class: 'paper-form-number' }, ticketNumber(number)),
            LINES().map((label) => h('p', { class: 'paper-line' }, h('span', {}, label)))));
}

function build(data) {
    const left = data.numbers.filter((one) => one.is_reserved === 1);
    return sheet({
        title: t('Slips for a power cut'),
        sub: t('Made {when} · {n} numbers', { when: shortTime(data.made_at_s), n: left.length }),
    },
    data.given_up_at_s ? notice('bad', h('p', {}, t('This block was given up: do not use it.'))) : null,
    h('div', { class: 'paper-slips' }, left.map(paperSlip)));
}

export default {
    path: 'print/block',
    title: N_('Slips for a power cut'),
    icon: 'print',
    least: 'concierge',
    isHidden: true,
    isPrint: true,
    load: (params) => get('/api/paper/block', { block_id: params.block_id }),
    build,
};
