/* A request's answers: yes, no, another one; each says what follows from it, and what cannot be done
 * says why. */
import { get, post } from './api.js';
import { chooseOne, chooseReason, confirm, pickDate } from './dialog.js';
import { h } from './dom.js';
import { capital, days, lang, longTime, moment, now_s, t, timeKey, tn } from './i18n.js';
import { answers, bigButton, buttons, check, notice } from './parts.js';
import { HELP_CLOSINGS, NEEDS, REFUSALS_OF, SESSION_REASONS, doneWord, isForBoard, obstacleWord,
    reasonChoices, titleOf, verbIcon, verbWord } from './words.js';
import { toldRefusal } from './words_told.js';

const HOUR_S = 3600;

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

export function threeAnswers(card, page, options) {
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
export function forColleague(card, page, reasons, options) {
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
export function steps(card, page, options) {
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
