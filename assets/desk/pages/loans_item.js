/* One thing to lend: each of its copies, where it is, and what becomes of it. */
import { post } from '../api.js';
import { askWords, chooseReason } from '../dialog.js';
import { h, icon } from '../dom.js';
import { capital, euros, longDay, moment, t, tn } from '../i18n.js';
import { backToList, button, card, detailHead, fact, hash, pill, wordsOf } from '../parts.js';
import { printLink } from '../print.js';
import { COPY_REASONS, doneWord, reasonChoices, reasonWord, stateWord, verbIcon, verbWord } from
    '../words.js';

/* Which steps a copy's state has: core/flow.c. */
const STEPS = {
    available: ['maintain', 'miss', 'retire'],
    maintenance: ['restore', 'miss', 'retire'],
    missing: ['restore', 'retire'],
    retired: [],
};

async function askOf(verb) {
    if (verb === 'retire') {
        return chooseReason({
            title: t('Lend it no more'), text: t('It stays in the books. Why?'),
            reasons: reasonChoices(COPY_REASONS), withWords: false, send: t('Lend it no more'),
        });
    }
    if (verb === 'restore') {
        return {};
    }
    const words = await askWords({
        title: verbWord('copy', '', verb), required: false,
        label: verb === 'maintain' ? t('What is to be done?') : t('Where was it last seen?'),
        hint: t('Later loans of it come up under “Will be missing”.'),
    });
    return words === null ? null : { words };
}

async function move(copy, verb, page) {
    const given = await askOf(verb);
    if (given === null) {
        return;
    }
    await page.act(() => post('/api/copies/move', {
        copy_id: copy.copy_id, no: copy.no, verb, reason: given.reason, words: given.words,
    }), {
        done: doneWord('copy', verb),
        undo: (answer) => post('/api/undo', { request_id: copy.copy_id, no: answer.no }),
    });
}

/* Where it is now. */
function whereOf(copy) {
    if (copy.loan_id) {
        return [h('a', { href: hash('loans', { request_id: copy.loan_id }) },
            stateWord('loan', copy.loan_state)), copy.household &&
            ` · ${t('household %s', [copy.household])}`,
        copy.loan_state === 'out' && ` · ${t('back {when}', { when: moment(copy.until_s) })}`];
    }
    if (copy.is_busy) {
        return t('kept for somebody');
    }
    return copy.shelf ? t('Shelf %s', [copy.shelf]) : t('here');
}

function copyCard(copy, item, page) {
    const isAway = copy.state === 'maintenance' || copy.state === 'missing';
    return card(t('no. %d', [copy.number]),
        h('p', {}, pill(stateWord('copy', copy.state), isAway ? 'warn' : copy.state === 'retired' ? ''
            : 'ok'), ' ', copy.state !== 'retired' && whereOf(copy)),
        copy.reason && fact('info', reasonWord(copy.reason)),
        copy.state !== 'available' && fact('clock', t('Since %s.', [longDay(copy.since_s)])),
        isAway && copy.words && wordsOf(copy.words, 'fr'),
        copy.next_from_s && fact('calendar', t('The next one fetches it {when}.',
            { when: moment(copy.next_from_s) })),
        h('div', { class: 'buttons' },
            copy.state === 'available' && !copy.is_busy && h('a', {
                class: 'button', id: `lend-${copy.copy_id}`,
                href: hash('loans/new', { item_id: item.item_id, copy_id: copy.copy_id }),
            }, icon('out'), t('Lend now')),
            STEPS[copy.state].map((verb) => button(verbIcon('copy', copy.state, verb),
                verbWord('copy', copy.state, verb), () => move(copy, verb, page),
                { id: `${verb}-${copy.copy_id}`, look: verb === 'retire' ? 'danger' : '' })),
            isAway && printLink(t('Repair ticket'), 'print/repair', { request_id: copy.copy_id })));
}

export function itemView(item, page, back) {
    return [
        backToList('loans', back),
        detailHead(item.title, [tn('%ld copy', '%ld copies', item.lines.length),
            item.deposit_cents > 0 && ` · ${t('deposit %s', [euros(item.deposit_cents)])}`,
            ` · ${tn('For %ld day at most', 'For %ld days at most', item.max_days)}`]),
        item.summary && h('p', {}, item.summary),
        item.parts.length > 0 && fact('list', t('With: %s', [item.parts.join(', ')])),
        item.waiting > 0 && fact('people', capital(tn('{n} on the waiting list', '{n} on the waiting list', item.waiting))),
        item.lines.map((copy) => copyCard(copy, item, page)),
    ];
}
