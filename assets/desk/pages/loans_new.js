/* A loan at the counter: which thing and copy, until when, who takes it, what goes with it. What was
 * done on paper keeps its time and its number. */
import { get, post } from '../api.js';
import { fill, h, icon } from '../dom.js';
import { N_, atKey, capital, euros, longTime, now_s, t, timeKey, tn } from '../i18n.js';
import { check, choice, column, fact, field, form, hash, notice, pageHead, panel } from
    '../parts.js';
import { recordFinder } from '../search.js';
import { toast } from '../toast.js';
import { errorWord, stateWord, ticketNumber } from '../words.js';
import { askerCard, askerOf } from './enter_asker.js';
import { paperCard, paperOf } from './enter_paper.js';
import { keepSlip } from './print_slip.js';

/* ---- Which thing ---- */

function itemSearch(page) {
    return recordFinder({
        id: 'item-search', type: 'item', label: t('Which thing?'),
        hint: t('The beginning of its name'),
        take: ({ id, copy_id }) => page.go('loans/new', { item_id: id, copy_id }),
    });
}

function copyChoice(item, wanted) {
    const free = item.lines.filter((copy) => copy.state === 'available' && !copy.is_busy);
    const busy = item.lines.filter((copy) => copy.state !== 'retired' && !free.includes(copy));
    if (free.length === 0) {
        return notice('warn', h('p', {}, t('None of them is here.')), busy.map((copy) => h('p', {},
            t('no. %d', [copy.number]), ' · ', copy.loan_state ? stateWord('loan', copy.loan_state)
                : stateWord('copy', copy.state))));
    }
    const first = free.find((copy) => String(copy.copy_id) === wanted) ?? free[0];
    return choice({
        name: 'copy_id', legend: t('Which copy?'), value: String(first.copy_id),
        options: free.map((copy) => [String(copy.copy_id), [t('no. %d', [copy.number]),
            copy.shelf && ` · ${t('Shelf %s', [copy.shelf])}`]]),
    });
}

function untilFields(item) {
    const first = item.returns[0] ?? now_s() + 86400;
    return [
        item.returns.length > 0 && field({
            id: 'until_s', label: t('Until when?'), type: 'select', value: first,
            options: [...item.returns.map((at_s) => [at_s, capital(longTime(at_s))]),
                ['', t('Another moment…')]],
        }),
        h('div', { class: 'until-other' }, field({
            id: 'until_at', label: t('Back when?'), type: 'datetime-local', value: timeKey(first),
        })),
    ];
}

function itemCard(item, page) {
    return panel(t('What?'),
        fact('lend', h('b', {}, item.title), item.deposit_cents > 0 &&
            ` · ${t('deposit %s', [euros(item.deposit_cents)])}`, ' ',
        h('a', { href: hash('loans/new'), id: 'other-item' }, t('Another one'))),
        item.waiting > 0 && notice('warn', h('p', {}, tn('{n} on the waiting list', '{n} on the waiting list', item.waiting))),
        copyChoice(item, page.params.copy_id), untilFields(item));
}

function withCard(item) {
    const isAnything = item.parts.length > 0 || item.deposit_cents > 0;
    return isAnything && panel(t('What goes with it?'),
        item.parts.map((label, i) => check({ id: `part-${i}`, label })),
        item.deposit_cents > 0 && check({ id: 'deposit', label: t('%s taken', [euros(item.deposit_cents)]) }));
}

/* ---- Sending ---- */

const FIELDS = {
    first_name: N_('Please choose a household, or write a first name.'),
    until_s: N_('It must end after it began.'),
    happened_at: N_('That time cannot be: not to come, and not more than two months ago.'),
    paper_number: N_('This paper number cannot be used: please read it again.'),
    copy_id: N_('Please choose a copy.'),
};

function read(values, item) {
    return {
        ...askerOf(values), ...paperOf(values), item_id: item.item_id,
        copy_id: Number(values.copy_id) || 0,
        until_s: Number(values.until_s) || atKey(values.until_at),
        parts: item.parts.map((label, i) => values[`part-${i}`] !== undefined),
        has_deposit: values.deposit !== undefined,
    };
}

async function send(values, element, item, page) {
    try {
        const answer = await post('/api/loans/counter', read(values, item));
        keepSlip(answer);
        element.reset();
        toast(t('Handed out: ticket {number}', { number: ticketNumber(answer.number) }), {
            undo: async () => {
                await page.act(() => post('/api/undo', { request_id: answer.request_id, no: 1 }),
                    { done: t('Taken back.') });
            },
        });
        page.go('loans', { view: 'out', request_id: answer.request_id });
    } catch (error) {
        if (error.error === undefined) {
            throw error;
        }
        const text = error.reasons.length === 0 && FIELDS[error.field];
        fill(element.querySelector('.trouble-place'),
            notice('bad', h('p', {}, text ? t(text) : errorWord(error))));
        element.querySelector('.trouble-place').scrollIntoView({ block: 'center' });
    }
}

function build({ item }, page) {
    const hasFree = item?.lines.some((copy) => copy.state === 'available' && !copy.is_busy);
    return column(
        pageHead(t('Lend now'), {
            sub: t('At the counter: it goes out at once. For later days, enter a request.'),
            tools: h('a', { class: 'button', href: hash('enter', { kind: 'loan' }) }, icon('edit'),
                t('Enter a request')),
        }),
        item === null ? panel(t('What?'), itemSearch(page)) : form({
            id: 'lend-form', cls: 'stack', act: (values, element) => send(values, element, item, page),
        },
        itemCard(item, page),
        hasFree && [withCard(item), askerCard(null, page), paperCard(),
            h('div', { class: 'trouble-place', role: 'alert' }),
            h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'big main', id: 'send' },
                h('span', { class: 'big-label' }, t('Hand out')),
                h('span', { class: 'sub' }, t('It gets a ticket with a number'))))]));
}

export default {
    path: 'loans/new',
    title: N_('Lend now'),
    icon: 'out',
    least: 'concierge',
    isHidden: true,
    load: async (params) => ({
        item: params.item_id ? await get('/api/copies', { item_id: params.item_id }) : null,
    }),
    build,
};
