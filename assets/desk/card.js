/* One request with the facts for deciding it, and the answers: for the pile and for a record on its
 * own. Facts: GET /api/queue/card. The buttons say what follows from them; what cannot be done says
 * why. */
import { get, post } from './api.js';
import { chooseOne, chooseReason, confirm, pickDate } from './dialog.js';
import { h, icon, name } from './dom.js';
import { atKey, badgeDay, capital, dayKey, dayKeyPlus, days, euros, fullDay, lang, longDay,
    longTime, moment, now_s, number, shortTime, t, tc, time, times, timeKey, tn, tx } from './i18n.js';
import { answers, bigButton, buttons, card as box, check, detailHead, fact, hash, notice, pill, wordsOf } from
    './parts.js';
import { whoAmI } from './session.js';
import { HELP_CLOSINGS, KINDS, NEEDS, REFUSALS_OF, SESSION_REASONS, doneWord, isForBoard, kindWord,
    obstacleWord, people, reasonChoices, reasonWord, ruleWord, stateWord, ticketNumber, titleOf,
    urgencyWord, verbIcon, verbWord, whenOf, whoOf, whoWord } from './words.js';
import { toldRefusal } from './words_told.js';

const HOUR_S = 3600;
const STRIP_DAYS = 7;

/* ---- Facts ---- */

const CHANNELS = () => ({
    screen: t('at the screen'), desk: t('at the desk'), paper: t('on paper'), file: t('from a file'),
});

function subOf({ line, asker }) {
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
                badgeDay(atKey(key) + 12 * HOUR_S), h('small', {}, word));
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

/* Dates of one series that were proposed together are answered together, unless one says otherwise. */
function seriesTick({ line, proposed_after: after }) {
    return line.state === 'proposed' && after > 0 && check({
        id: 'with_following', checked: true,
        label: tn('And the {n} date after it', 'And the {n} dates after it', after),
        sub: t('They were proposed together, week after week.'),
    });
}

function withSeries() {
    const box_ = document.getElementById('with_following');
    return box_ === null ? {} : { with_following: box_.checked };
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

/* ---- What follows from a yes, for under the button ---- */

function leftAndSay(left, say) {
    return t('Left: %s · to say: %s', [left, say]);
}

const CONSEQUENCES = {
    booking: (card) => leftAndSay(tn('%ld seat', '%ld seats', Math.max(0,
        card.capacity - card.taken - card.line.adults - card.line.children)), moment(card.starts_s)),
    loan: (card) => leftAndSay(card.copies.length < 2 ? t('no other')
        : tn('%ld other', '%ld others', card.copies.length - 1),
    t('pick-up %s', [moment(card.line.from_s)])),
    extension: (card) => t('To say: %s', [t('return %s', [moment(card.line.until_s)])]),
    session: (card) => (card.line.state === 'proposed'
        ? t('It stands in the agenda at the screen at once.')
        : tn('%ld person is booked', '%ld people are booked', card.taken)),
    amendment: ({ amendment: change }) => (change.bookings === 0
        ? t('Nobody has booked: nobody has to be told.') : change.verb === 'change'
            ? change.has_place === 0 ? t('Other seats are no news.') : tn('{n} booking is told of another place.', '{n} bookings are told of another place.',
                change.bookings)
            : t('{what} You tell them.', { what: tn('{n} booking is asked whether the new date suits.',
                '{n} bookings are asked whether the new date suits.', change.bookings) })),
    deposit: () => t('To say: %s', [t('to be brought during opening hours')]),
    visit: () => t('Next: choose the day'),
    help: (card, verb) => (verb === 'match' ? t('Both are told; contacts are given once both agree')
        : verb === 'finish' ? t('It ends as done')
            : isForBoard(card.line.category)
                ? t('On the neighbours’ board: pictures only, no name, no words')
                : t('Not on the board: the house looks for somebody')),
    enquiry: (card) => t('To say: %s', [card.line.from_s ? moment(card.line.from_s)
        : t('we see to it')]),
};

/* ---- Deciding ---- */

/* Sends one decision and says what was done. options: next: where to go after it. */
function decide(card, page, body, { next } = {}) {
    const { line } = card;
    const verb = body.verb;
    return page.act(() => post('/api/queue/decide', {
        request_id: line.request_id, no: line.no, lang: lang(), ...(body.answer ? withSeries() : {}),
        ...body,
        answer: body.answer ?? '', verb: body.answer ? '' : verb,
    }), {
        done: t('{done}: {title}', { done: doneWord(line.kind, verb, line.state),
            title: titleOf(line) }),
        undo: (answer) => post('/api/undo', { request_id: line.request_id, no: answer.no }),
        next,
    });
}

/* Codes of the reasons there are for a verb. */
function reasonsFor(kind, verb) {
    return verb === 'redirect' ? Object.keys(NEEDS)
        : verb === 'refer' ? ['professional', 'landlord', 'other']
            : verb === 'close' ? HELP_CLOSINGS
                : verb === 'cancel' ? SESSION_REASONS : REFUSALS_OF[kind] ?? ['other'];
}

/* A reason, words if one wishes, and off it goes. */
export async function askReason(line, verb, title) {
    const isRead = verb !== 'redirect';
    return chooseReason({
        title: title ?? titleOf(line),
        text: verb === 'redirect' ? t('Which partners can help?') : t('Why?'),
        reasons: reasonChoices(reasonsFor(line.kind, verb)).map((reason) => ({
            ...reason, sub: isRead && verb !== 'cancel' ? toldRefusal(reason.code) : '',
        })),
        send: verb === 'refuse' ? t('Say no') : t('Send'),
    });
}

async function withReason(card, page, move, options) {
    const answer = await askReason(card.line, move.verb);
    if (answer !== null) {
        decide(card, page, { verb: move.verb, ...answer }, options);
    }
}

async function withDay(card, page, move, options) {
    const when = await pickDate({
        title: verbWord(card.line.kind, card.line.state, move.verb),
        text: t('Whoever asked says yes or no to it.'), withTime: true,
        least: timeKey(now_s()), send: t('Propose it'),
    });
    if (when !== null) {
        decide(card, page, { verb: move.verb, terms: {
            from_s: when, until_s: when + HOUR_S, adults: card.line.adults,
            children: card.line.children,
        } }, options);
    }
}

const ASKS_REASON = new Set(['refuse', 'return', 'close', 'redirect', 'refer', 'cancel']);

function run(card, page, move, options) {
    if (move.verb === 'propose') {
        return withDay(card, page, move, options);
    }
    if (ASKS_REASON.has(move.verb)) {
        return withReason(card, page, move, options);
    }
    return decide(card, page, { verb: move.verb,
        terms: move.verb === 'offer' && card.offer ? card.offer : undefined }, options);
}

const OTHER_SUBS = () => ({
    wait: t('They keep the rank of their asking'),
    pass: t('The answer is promised anew from their hours'),
    redirect: t('They will see which partners can help'),
});

function offerChoice(offer) {
    const isSession = offer.copy_number === 0;
    return {
        value: { verb: 'propose', offer },
        icon: 'calendar',
        label: isSession ? capital(longTime(offer.from_s))
            : t('no. %d, %s', [offer.copy_number, days(offer.from_s, offer.until_s)]),
        sub: isSession ? tn('%ld seat', '%ld seats', offer.seats_left)
            : t('pick-up %s', [moment(offer.from_s)]),
    };
}

/* Another date or thing that would work, the waiting list, a partner, a colleague. */
async function otherAnswer(card, page, others, options) {
    const { line } = card;
    const canPropose = others.some((move) => move.verb === 'propose');
    const offers = canPropose && line.kind !== 'enquiry'
        ? (await get('/api/queue/offers', { request_id: line.request_id })).lines : [];
    const verbs = others.filter((move) => move.verb !== 'propose' || line.kind === 'enquiry');
    const chosen = await chooseOne({
        title: t('Which other answer?'),
        text: canPropose && line.kind !== 'enquiry' && offers.length === 0
            ? t('No other date or thing is free at the moment.') : '',
        choices: [
            ...offers.map(offerChoice),
            ...verbs.map((move) => ({
                value: move, icon: verbIcon(line.kind, line.state, move.verb),
                label: verbWord(line.kind, line.state, move.verb),
                sub: move.reasons.length > 0 ? move.reasons.map(obstacleWord).join(' ')
                    : OTHER_SUBS()[move.verb],
                isDisabled: move.reasons.length > 0,
            })),
        ],
    });
    if (chosen?.offer) {
        decide(card, page, { verb: 'propose', terms: chosen.offer }, options);
    } else if (chosen !== null) {
        run(card, page, chosen, options);
    }
}

/* ---- Buttons ---- */

function threeAnswers(card, page, options) {
    const { line, moves } = card;
    const yes = moves.find((move) => move.answer === 'yes');
    const no = moves.find((move) => move.answer === 'no');
    const others = moves.filter((move) => move.answer === 'other');
    const consequence = yes && CONSEQUENCES[line.kind]?.(card, yes.verb);
    return [
        yes?.reasons.map((reason) => notice('warn', obstacleWord(reason))),
        seriesTick(card),
        answers(
            yes && bigButton({
                id: 'yes', look: 'main', key: 'O', isDisabled: yes.reasons.length > 0,
                label: verbWord(line.kind, line.state, yes.verb), sub: consequence,
                act: () => decide(card, page, { answer: 'yes', verb: yes.verb }, options),
            }),
            no && bigButton({
                id: 'no', look: 'danger', key: 'N', label: t('No…'),
                sub: line.kind === 'session' || line.kind === 'amendment'
                    ? t('Choose a reason, the organiser reads it') : t('Choose a reason, they read it'),
                act: async () => {
                    const answer = await askReason(line, no.verb);
                    if (answer !== null) {
                        decide(card, page, { answer: 'no', verb: no.verb, ...answer }, options);
                    }
                },
            }),
            others.length > 0 && bigButton({
                id: 'other', key: 'A', label: t('Another answer…'),
                sub: t('date · list · partner · colleague'),
                act: () => otherAnswer(card, page, others, options),
            })),
    ];
}

/* Nobody decides for the own household, nor what one has left to a colleague. */
function forColleague(card, page, reasons, options) {
    const isPassed = reasons.includes('not_passed');
    return [
        notice('info', h('p', {}, isPassed ? t('You left this to a colleague.')
            : t('Nobody decides on their own request: a colleague answers this one.'))),
        !isPassed && answers(bigButton({
            id: 'pass', look: 'main', label: t('Leave it to a colleague'),
            sub: t('The answer is promised anew from their hours'),
            act: () => decide(card, page, { verb: 'pass' }, options),
        })),
    ];
}

function offerSub({ line, offer }) {
    if (!offer) {
        return t('Nothing is free on those days');
    }
    return line.kind === 'booking'
        ? t('%d of %d seats', [offer.adults + offer.children, line.adults + line.children])
        : t('no. %d, %s', [offer.copy_number, days(offer.from_s, offer.until_s)]);
}

/* What is not in the pile: waiting lists are served here, all else on its own page. */
function steps(card, page, options) {
    const { line, moves } = card;
    const isListed = line.state === 'waitlisted';
    const shown = moves.filter((move) => isListed || move.verb === 'cancel');
    return buttons(shown.map((move) => {
        const isOffer = move.verb === 'offer';
        return bigButton({
            id: `step-${move.verb}`, look: isOffer ? 'main' : move.verb === 'cancel' ? 'danger' : '',
            isDisabled: (isOffer && !card.offer) || move.reasons.some((one) => one !== 'seats' && one !== 'copy'),
            label: verbWord(line.kind, line.state, move.verb),
            sub: isOffer ? offerSub(card) : move.reasons.map(obstacleWord).join(' '),
            act: async () => {
                if (move.verb !== 'cancel') {
                    run(card, page, move, options);
                } else if (await confirm({
                    title: t('Cancel this request?'), text: t('Whoever asked will be told.'),
                    yes: t('Cancel it'), isDanger: true,
                })) {
                    decide(card, page, { verb: 'cancel' }, options);
                }
            },
        });
    }));
}

/* What was decided, and by whom: for the second of two people on one card, and after one's own. */
function answered(card, page) {
    const { line, last } = card;
    const isOwn = last.staff_id === whoAmI().staff.staff_id;
    if (line.waits || last.verb === 'ask' || last.verb === 'join') {
        return null;
    }
    const done = doneWord(line.kind, last.verb);
    const reason = last.reason ? ` : ${reasonWord(last.reason)}` : '';
    return notice(isOwn ? 'ok' : 'info',
        h('p', {}, h('b', {}, isOwn || !last.staff_name ? done
            : t('{name} has answered: {done}', { name: last.staff_name, done })), reason,
        h('span', { class: 'soft' }, ` · ${moment(last.recorded_at_s)}`)),
        last.is_news ? h('p', {}, t('Written down; whoever asked will be told.')) : null,
        last.is_undoable && h('button', {
            type: 'button', id: 'undo',
            onclick: () => page.act(() => post('/api/undo', {
                request_id: line.request_id, no: line.no,
            }), { done: t('Taken back.') }),
        }, icon('undo'), t('Undo')));
}

/* The whole card. options: back: a link to the list, for phones; next: where to go after a
 * decision. */
export function cardView(card, page, options = {}) {
    const { line, moves } = card;
    const yes = moves.find((move) => move.answer === 'yes');
    const barred = yes?.reasons.filter((one) => one === 'not_own' || one === 'not_passed') ?? [];
    const when = whenOf(line);
    return [
        options.back,
        detailHead(titleOf(line), subOf(card)),
        line.is_danger ? notice('bad', h('b', {}, t('Safety first: call or go now'))) : null,
        answered(card, page),
        h('div', { class: 'stack wide-gap' },
            line.waits ? null : h('p', {}, pill(capital(stateWord(line.kind, line.state)))),
            when && h('p', { class: 'when' }, icon('calendar'), when),
            availability(card), seats(card), proposal(card), household(card), helpBox(card), answersBox(card),
            wordsBox(card), historyBox(card)),
        card.passed_on_by && fact('people', t('%s leaves it to a colleague', [card.passed_on_by])),
        !line.waits ? steps(card, page, options)
            : barred.length > 0 ? forColleague(card, page, barred, options)
                : threeAnswers(card, page, options),
    ];
}

