/* One request's facts: what one has to know for deciding it. GET /api/queue/card. */
import { h, name } from './dom.js';
import { atKey, badgeDay, capital, dayKey, dayKeyPlus, euros, fullDay, longDay, moment, now_s,
    number, shortTime, t, tc, times, tn, tx } from './i18n.js';
import { card as box, fact, hash, pill, wordsOf } from './parts.js';
import { KINDS, doneWord, isForBoard, kindWord, reasonWord, ruleWord, stateWord, ticketNumber,
    titleOf, urgencyWord, whoOf, whoWord } from './words.js';

const HOUR_S = 3600;
const STRIP_DAYS = 7;

const CHANNELS = () => ({
    screen: t('at the screen'), desk: t('at the desk'), paper: t('on paper'), file: t('from a file'),
});

export function subOf({ line, asker }) {
    const parts = [];
    if (line.ticket) {
        parts.push(t('Request {number}', { number: ticketNumber(line.ticket) }));
    }
    parts.push(CHANNELS()[asker.channel], shortTime(asker.asked_at_s));
    return parts.filter(Boolean).join(' · ');
}

function touches(key, from_s, until_s) {
    return from_s < atKey(dayKeyPlus(key, 1)) && until_s > atKey(key);
}

/* A week around what is wanted: taken by others, wanted, or free. */
function availability({ line, busy, copies, shelf, deposit_cents: deposit, parent }) {
    if (!line.item_id) {
        return null;
    }
    const facts = [];
    if (line.copy_id && line.from_s) {
        const first = dayKeyPlus(dayKey(line.from_s), -1);
        const keys = Array.from({ length: STRIP_DAYS }, (_, i) => dayKeyPlus(first, i));
        facts.push(h('ol', { class: 'days' }, keys.map((key) => {
            const isTaken = busy.some((span) => touches(key, span.from_s, span.until_s));
            const isWanted = touches(key, line.from_s, line.until_s);
            const word = isTaken ? t('taken') : isWanted ? t('wanted') : tc('day', 'free');
            return h('li', { class: [isTaken && 'taken', isWanted && 'wanted'].filter(Boolean).join(' ') },
                /* on a phone the number stands below, whole */
                badgeDay(atKey(key) + 12 * HOUR_S).replace('\u00a0', ' '), h('small', {}, word));
        })));
    }
    if (line.from_s || parent) {
        facts.push(fact('parcel', h('b', {}, tn('%ld free on those days', '%ld free on those days',
            copies.length)), shelf && t(' · shelf %s', [shelf])));
    } else {
        facts.push(fact('hourglass', t('Waits for the first one that comes back.')));
    }
    if (deposit > 0) {
        facts.push(fact('price', t('Deposit to ask for: %s', [euros(deposit)])));
    }
    return box(t('Availability'), facts);
}

function seats(card) {
    const { capacity, taken, waiting, rank, least_age: age } = card;
    if (!card.starts_s) {
        return null;
    }
    const left = Math.max(capacity - taken, 0);
    const others = rank > 0
        ? waiting > 0 && tn(' · %ld other waits', ' · %ld others wait', waiting)
        : waiting > 0 && tn('%ld waits already', '%ld wait already', waiting);
    return box(t('The session'),
        fact('calendar', capital(longDay(card.starts_s)), ', ', times(card.starts_s, card.ends_s),
            card.place && ` · ${card.place}`),
        capacity > 0 && fact('seat', h('b', {}, tn('%ld seat left', '%ld seats left', left)),
            t(' of %d', [capacity])),
        (rank > 0 || waiting > 0) && fact('hourglass',
            rank > 0 && h('b', {}, t('Number %d on the list', [rank])), others),
        age > 0 && fact('child', t('From %d years on', [age])));
}

/* What an organiser proposes instead of what stands in the agenda. */
function proposal({ amendment: change }) {
    if (!change) {
        return null;
    }
    return box(t('What would change'),
        change.from_s > 0 && fact('event_moved', h('b', {}, t('New date: %s',
            [`${longDay(change.from_s)}, ${times(change.from_s, change.until_s)}`]))),
        change.has_place === 1 && fact('place', h('b', {}, t('Place: %s',
            [change.place || t('In the house')]))),
        change.capacity > 0 && fact('seat', h('b', {}, t('Seats: %d', [change.capacity]))),
        change.least_people >= 0 && fact('people', t('At least so many people: %d',
            [change.least_people])),
        change.reason && fact('info', reasonWord(change.reason)),
        change.following > 0 && fact('agenda', tn('And {n} date after it', 'And {n} dates after it',
            change.following)));
}

function subscription({ line, subscribed_until_s: until, is_trusted: isTrusted, asker }) {
    if (!line.household_id) {
        return null;
    }
    return fact('card', until === 0 ? t('not subscribed')
        : [t('Subscribed until {day}', { day: fullDay(until - 1) }),
            asker.paid_cents > 0 && t(' · {sum} paid', { sum: euros(asker.paid_cents) })],
    isTrusted ? [' ', pill(t('trusted'), 'ok')] : null);
}

function loans({ line, open_loans: open, late_loans: late }) {
    if (!line.household_id || KINDS[line.kind]?.domain !== 'loans') {
        return null;
    }
    return fact(late > 0 ? 'warning' : 'out',
        tn('%ld thing at home', '%ld things at home', open),
        late > 0 ? [' ', pill(tn('{n} late', '{n} late', late), 'bad')] : t(' · none late'));
}

function reach({ asker }) {
    return asker.phone && fact('phone', name(asker.phone, 'a', {
        href: `tel:${asker.phone.replace(/[^+\d]/gu, '')}`,
    }));
}

function whoAsks({ line, asker }) {
    const first = asker.first_name && name(asker.first_name);
    const lines = [];
    if (first) {
        lines.push(fact('person', asker.for_name
            ? tx('{name}, for {other}', { name: first, other: name(asker.for_name) }) : first));
    }
    if (asker.entered_by) {
        lines.push(fact('edit', t('Written down by {name}', { name: asker.entered_by })));
    }
    if (line.is_private) {
        lines.push(fact('private', t('Only for who asked: not to be said to the rest of the household.')));
    }
    return lines;
}

function household(card) {
    const { line, asker } = card;
    if (line.kind === 'session' || line.kind === 'amendment') {
        return asker.association && fact('handshake', t('Proposed by {name}, {association}',
            { name: asker.entered_by, association: asker.association }));
    }
    const title = line.household
        ? h('a', { href: hash('households', { household_id: line.household_id }) },
            capital(whoOf(line)))
        : t('Without a card');
    return h('section', { class: 'card' }, h('h3', {}, title),
        asker.family_name && fact('home', name(asker.family_name),
            asker.address && [' · ', name(asker.address)]),
        whoAsks(card), reach(card), subscription(card), loans(card));
}

function wordsBox({ words }) {
    return words.length > 0 && box(t('In their words'), words.map((one) => [
        one.label && h('p', { class: 'soft' }, one.label), wordsOf(one.words, one.lang)]));
}

function answersBox({ answers }) {
    return answers.length > 0 && box(t('What was asked for'), h('dl', { class: 'pairs' },
        answers.map((answer) => [h('dt', {}, answer.label),
            h('dd', {}, answer.choice || (answer.date_s ? longDay(answer.date_s)
                : number(answer.number)))])));
}

function helpBox({ line, parent }) {
    if (line.kind !== 'help' || line.is_sensitive) {
        return null;
    }
    return box(kindWord('help', line.direction),
        line.urgency && fact(line.is_danger ? 'danger' : 'clock', urgencyWord(line.urgency)),
        line.direction !== 'reply' && fact('agenda', isForBoard(line.category)
            ? t('May hang on the neighbours’ board: pictures only, no name, no words.')
            : t('Does not hang on the board: the house looks for somebody.')),
        parent && fact('help_hand', t('Answers to: '), h('a', {
            href: hash('request', { request_id: parent.request_id }),
        }, `${titleOf(parent)} · ${whoOf(parent)}`)));
}

/* What one decision was: "Refusé : complet". */
function logLine(entry, kind) {
    const who = entry.staff_name || whoWord(entry.who);
    const reason = entry.reason ? ` : ${reasonWord(entry.reason)}` : '';
    return h('li', {}, h('time', {}, moment(entry.happened_at_s)),
        h('span', {}, h('b', {}, doneWord(kind, entry.verb, entry.from)), reason,
            h('span', { class: 'soft' }, ` · ${who}`),
            entry.words && wordsOf(entry.words, '')));
}

function historyBox({ line, log, history, answer_by_s: _, rule, rule_limit: limit }) {
    return box(t('History'),
        line.waits && line.answer_by_s ? fact('clock', t('Answer promised: %s',
            [moment(line.answer_by_s)]), line.answer_by_s < now_s() && [' ', pill(t('late'), 'bad')]) : null,
        line.waits && rule ? fact('info', ruleWord(rule, limit)) : null,
        h('ul', { class: 'log' }, log.map((entry) => logLine(entry, line.kind))),
        history.length > 0 && h('details', {}, h('summary', {}, t('What the household asked before')),
            h('ul', { class: 'log' }, history.map((old) => h('li', {},
                h('time', {}, badgeDay(old.since_s)),
                h('span', {}, h('a', { href: hash('request', { request_id: old.request_id }) },
                    titleOf(old)), h('span', { class: 'soft' },
                    ` · ${stateWord(old.kind, old.state)}`)))))));
}

/* All of them, in their order; what there is nothing to say of is left out. */
export function cardFacts(card) {
    return [availability(card), seats(card), proposal(card), household(card), helpBox(card),
        answersBox(card), wordsBox(card), historyBox(card)];
}
