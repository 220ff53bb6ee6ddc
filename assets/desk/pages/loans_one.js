/* One loan: handing out part by part, taking back, looking at what came back, and what will be
 * missing. Which steps there are, and what stands against each, the server says. */
import { post } from '../api.js';
import { h, name } from '../dom.js';
import { age, capital, days, euros, longDay, moment, now_s, t, timeKey, tn } from '../i18n.js';
import { backToList, bigButton, button, buttons, card, check, detailHead, fact, field, hash, notice,
    pill, wordsOf } from '../parts.js';
import { printLink } from '../print.js';
import { recordHash } from '../records.js';
import { awayWord, doneWord, obstacleWord, stateWord, ticketNumber, titleOf, verbIcon, verbWord, whoOf }
    from '../words.js';
import { ASKS } from './loans_acts.js';

const TO_HAND_OUT = new Set(['reserved', 'ready', 'unclaimed']);

function mover({ loan }, page) {
    return (verb, more = {}) => page.act(() => post('/api/loans/move', {
        request_id: loan.request_id, no: loan.no, verb, ...more,
    }), {
        done: doneWord('loan', verb, loan.state),
        undo: (answer) => post('/api/undo', { request_id: loan.request_id, no: answer.no }),
    });
}

function moveOf(data, verb) {
    return data.moves.find((one) => one.verb === verb);
}

/* ---- At the counter: parts, deposit, and when it was ---- */

function partBoxes(parts, isOut) {
    const shown = parts.map((part, i) => ({ ...part, i })).filter((part) => isOut || part.is_out);
    return shown.length > 0 && h('fieldset', { class: 'choices parts' },
        h('legend', {}, isOut ? t('What goes with it?') : t('What came back?')),
        shown.map((part) => check({
            id: `part-${part.i}`, label: part.label, 'data-part': part.i,
            checked: !isOut && part.is_back === 1,
        })));
}

function depositBox(loan, isOut) {
    const cents = isOut ? loan.deposit_cents : loan.held_cents;
    return cents > 0 && check({
        id: 'deposit',
        label: isOut ? t('%s taken', [euros(cents)]) : t('%s given back', [euros(cents)]),
    });
}

function earlierField(loan) {
    return h('details', { class: 'earlier' },
        h('summary', {}, t('It was done earlier, on paper')),
        field({
            id: 'happened_at', label: t('When?'), type: 'datetime-local', max: timeKey(now_s()),
            min: timeKey(loan.since_s), value: '',
        }));
}

function ticked(form) {
    return [...form.querySelectorAll('[data-part]')].reduce((parts, box) => {
        parts[Number(box.dataset.part)] = box.checked;
        return parts;
    }, []);
}

/* All parts by their place in the list: what is not shown is not ticked. */
function readCounter(loan, form) {
    const given = ticked(form);
    return {
        parts: loan.parts.map((part, i) => given[i] ?? false),
        has_deposit: form.querySelector('#deposit')?.checked ?? false,
        happened_at: form.querySelector('#happened_at')?.value ?? '',
    };
}

function isComplete(loan, form) {
    const given = ticked(form);
    return loan.parts.every((part, i) => !part.is_out || given[i]);
}

/* What the main button will do, said before it is pressed; it follows what is ticked. */
function mainOf(data, form) {
    const { loan } = data;
    const keeps = form.querySelector('#deposit') && !form.querySelector('#deposit').checked;
    if (TO_HAND_OUT.has(loan.state)) {
        return {
            verb: 'hand_out',
            sub: keeps ? t('without a deposit') : t('To say: return %s', [moment(loan.until_s)]),
        };
    }
    if (loan.state === 'out' && (!isComplete(loan, form) || form.querySelector('#odd').checked)) {
        return {
            verb: 'take_back_to_check',
            sub: t('Something is missing or odd: it is looked at before it is lent again'),
        };
    }
    const verb = loan.state === 'out' ? 'take_back' : loan.state === 'lost' ? 'find' : 'clear';
    const isHeld = verb === 'clear' && !isComplete(loan, form);
    return {
        verb, isDisabled: isHeld,
        sub: isHeld ? t('once every part is back') : keeps ? t('The deposit stays here') : '',
    };
}

/* The form of the counter, with its one main button. */
function counterCard(data, page) {
    const { loan } = data;
    const isOut = TO_HAND_OUT.has(loan.state);
    const isBack = ['out', 'lost', 'needs_check', 'repair', 'parts_owed'].includes(loan.state);
    if (!isOut && !isBack) {
        return null;
    }
    const move = mover(data, page);
    const place = h('div', { class: 'buttons' });
    const form = h('form', { id: 'counter', class: 'stack', onsubmit: (event) => event.preventDefault() },
        partBoxes(loan.parts, isOut), depositBox(loan, isOut),
        loan.state === 'out' && check({ id: 'odd', label: t('Something is not as it was') }),
        earlierField(loan), place);
    const show = () => {
        const main = mainOf(data, form);
        const reasons = moveOf(data, main.verb)?.reasons ?? [];
        place.replaceChildren(bigButton({
            id: 'main-move', label: verbWord('loan', loan.state, main.verb),
            sub: reasons.length > 0 ? reasons.map(obstacleWord).join(' ') : main.sub,
            look: 'main', isDisabled: reasons.length > 0 || main.isDisabled,
            act: () => move(main.verb, readCounter(loan, form)),
        }));
    };
    form.addEventListener('change', show);
    show();
    return card(isOut ? t('Hand out') : loan.state === 'out' ? t('Take back') : t('What came back'),
        form);
}

/* ---- The other steps ---- */

/* In which order; the rest of the flow's verbs stand elsewhere. */
const OTHERS = ['prepare', 'extend', 'swap', 'mend', 'owe', 'lose', 'set_aside', 'offer', 'propose',
    'cancel'];

/* What the card above shows already, or what is not yet due, is left out. */
function isShown(data, verb) {
    const move = moveOf(data, verb);
    const isAbove = data.away !== null && ['swap', 'propose', 'cancel'].includes(verb);
    const isLater = verb === 'set_aside' && move?.reasons.length > 0;
    return move !== undefined && !isAbove && !isLater && !(verb === 'offer' && data.offer === null);
}

function otherButtons(data, page) {
    const { loan } = data;
    const move = mover(data, page);
    return OTHERS.filter((verb) => isShown(data, verb)).map((verb) => {
        /* What asks for other terms is looked at with these, not with the present ones. */
        const reasons = ['swap', 'propose', 'extend', 'offer'].includes(verb)
            ? moveOf(data, verb).reasons.filter((code) => code !== 'copy')
            : moveOf(data, verb).reasons;
        return h('div', { class: 'loan-step' },
            button(verbIcon('loan', loan.state, verb), verbWord('loan', loan.state, verb), async () => {
                const given = await (ASKS[verb]?.(data) ?? {});
                if (given !== null) {
                    move(verb, given);
                }
            }, { id: `do-${verb}`, look: verb === 'cancel' ? 'danger' : '',
                isDisabled: reasons.length > 0 }),
            verb === 'offer' && h('p', { class: 'soft' }, t('no. %d, %s', [data.offer.copy_number,
                days(data.offer.from_s, data.offer.until_s)])),
            reasons.length > 0 && h('p', { class: 'soft' }, reasons.map(obstacleWord).join(' ')));
    });
}

/* ---- What will be missing ---- */

function isSameDays(offer, loan) {
    return offer.from_s === loan.from_s && offer.until_s === loan.until_s;
}

function awayCard(data, page) {
    const { loan, away, offers } = data;
    if (away === null) {
        return null;
    }
    const move = mover(data, page);
    const swaps = offers.filter((offer) => isSameDays(offer, loan));
    const others = offers.filter((offer) => !isSameDays(offer, loan)).slice(0, 4);
    const terms = ({ copy_id, from_s, until_s }) => ({ copy_id, from_s, until_s });
    return card(t('Will be missing'),
        notice('warn', h('p', {}, h('b', {}, t('No. %d: %s', [loan.copy_number, awayWord(away.why)])),
            ' ', away.why === 'out' ? t('It was due %s and is not back.', [longDay(away.since_s)])
                : t('Since %s.', [longDay(away.since_s)]), ' ',
            away.keeper_id && h('a', { href: hash('loans', { request_id: away.keeper_id }) },
                t('Look at the loan that keeps it')))),
        swaps.length > 0 && [h('h4', {}, t('Another one, at once')), h('div', { class: 'buttons' },
            swaps.map((offer) => button('swap', t('no. %d', [offer.copy_number]),
                () => move('swap', { copy_id: offer.copy_id }), { id: `swap-${offer.copy_id}` })))],
        others.length > 0 && [h('h4', {}, t('Other days, to be agreed')),
            h('div', { class: 'buttons' }, others.map((offer, i) => button('calendar',
                t('no. %d, %s', [offer.copy_number, days(offer.from_s, offer.until_s)]),
                () => move('propose', terms(offer)), { id: `propose-${i}` })))],
        moveOf(data, 'cancel') && [h('h4', {}, t('Neither')), h('div', { class: 'buttons' },
            button('close', t('Cancel and tell…'), async () => {
                const given = await ASKS.cancel(data);
                if (given !== null) {
                    move('cancel', given);
                }
            }, { id: 'away-cancel', look: 'danger' }))]);
}

/* ---- What is known ---- */

function whoFacts(loan) {
    return [
        fact('person', loan.name && [h('b', {}, name(loan.name)), ' · '], loan.household_id
            ? h('a', { href: recordHash('household', loan.household_id) }, whoOf(loan)) : whoOf(loan)),
        loan.for_name && fact('handshake', t('For: '), name(loan.for_name)),
        loan.phone && fact('phone', name(loan.phone)),
    ];
}

function factsCard({ loan }) {
    return card(null,
        loan.from_s ? fact('calendar', h('b', {}, days(loan.from_s, loan.until_s)), ' · ',
            t('back {when}', { when: moment(loan.until_s) }))
            : fact('hourglass', t('As soon as one comes back')),
        loan.shelf && fact('parcel', t('Shelf %s', [loan.shelf])),
        loan.held_cents > 0 ? fact('price', t('Deposit taken: %s', [euros(loan.held_cents)]))
            : loan.deposit_cents > 0 && loan.is_ended === 0 && TO_HAND_OUT.has(loan.state) &&
                fact('price', t('Deposit to ask for: %s', [euros(loan.deposit_cents)])),
        whoFacts(loan),
        loan.ticket && fact('document', t('Ticket {number}', { number: ticketNumber(loan.ticket) }), ' · ',
            h('a', { href: recordHash('request', loan.request_id) }, t('All about this request'))),
        loan.next_from_s && fact('clock', t('The next one fetches it {when}.',
            { when: moment(loan.next_from_s) })),
        loan.waiting > 0 && fact('people', tn('{n} on the waiting list', '{n} on the waiting list', loan.waiting)));
}

function saidNotices({ loan }) {
    return [
        loan.is_own === 1 && notice('warn', h('p', {},
            t('This is your own household’s: a colleague decides.'))),
        loan.remarks.filter((one) => one.is_open === 1).map((one) => notice('warn', h('p', {},
            h('b', {}, t('“It does not work.”')), ' ', age(one.said_at_s)))),
        loan.extension && notice('info', h('p', {},
            t('They ask to keep it until {when}. ', { when: moment(loan.extension.until_s) }),
            h('a', { id: 'to-extension', href: hash('queue', { request_id: loan.extension.request_id }) },
                t('Answer it')))),
        loan.state === 'asked' && notice('info', h('p', {}, t('It waits for an answer. '),
            h('a', { id: 'to-queue', href: hash('queue', { request_id: loan.request_id }) },
                t('Answer it')))),
    ];
}

function repairCard({ loan }) {
    const isBroken = loan.state === 'repair' || loan.state === 'parts_owed';
    return isBroken && card(stateWord('loan', loan.state), loan.words && wordsOf(loan.words, loan.words_lang),
        fact('clock', capital(longDay(loan.since_s))),
        h('div', { class: 'buttons' }, printLink(t('Repair ticket'), 'print/repair',
            { request_id: loan.request_id })));
}

export function loanView(data, page, back) {
    const { loan } = data;
    const isLate = loan.state === 'out' && loan.until_s < now_s();
    return [
        backToList('loans', back),
        detailHead(titleOf(loan), [pill(stateWord('loan', loan.state),
            isLate ? 'bad' : ''), isLate && [' ', pill(t('late'), 'bad')]]),
        saidNotices(data), awayCard(data, page), factsCard(data), repairCard(data),
        counterCard(data, page),
        loan.is_ended === 0 && buttons(otherButtons(data, page)),
    ];
}
