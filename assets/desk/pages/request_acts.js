/* What can be done with a request: the moves of its flow, each with what it still asks and what
 * stands against it. What takes more than a click stands on the page of its kind. */
import { post } from '../api.js';
import { chooseReason, confirm, dialogFoot, openDialog, pickDate } from '../dialog.js';
import { h } from '../dom.js';
import { atKey, dayKey, now_s, t, timeKey } from '../i18n.js';
import { bigButton, buttons, field, hash, notice, panel } from '../parts.js';
import { HELP_CLOSINGS, KINDS, REFUSALS_OF, doneWord, obstacleWord, reasonChoices, stateWord,
    verbWord } from '../words.js';

const HOUR_S = 3600;

/* Where a kind is worked on, and its link's words. */
const PAGES = { loans: 'loans', help: 'help', services: 'services', workshops: 'agenda' };
const PAGE_WORDS = () => ({
    loans: t('Open it under Loans'), help: t('Open it under Helping hands'),
    services: t('Open it under Services'), workshops: t('Open it in the agenda'),
});

export function pageLink(line) {
    const domain = KINDS[line.kind]?.domain;
    const session_id = line.kind === 'session' ? line.request_id : line.session_id;
    return h('a', {
        class: 'button', id: 'own-page',
        href: hash(PAGES[domain], session_id ? { session_id } : { request_id: line.request_id }),
    }, PAGE_WORDS()[domain]);
}

/* ---- What a move asks before it is made: {terms, reason, words}, or null ---- */

async function askReason(line, move) {
    const codes = line.kind === 'help' && move.verb === 'close' ? HELP_CLOSINGS
        : REFUSALS_OF[line.kind] ?? ['other'];
    return chooseReason({
        title: verbWord(line.kind, line.state, move.verb), reasons: reasonChoices(codes),
    });
}

async function askDay(line) {
    const at_s = await pickDate({
        title: t('When?'), withTime: true, least: dayKey(now_s()),
        value: line.from_s > now_s() ? timeKey(line.from_s) : undefined,
    });
    return at_s === null ? null : { terms: { from_s: at_s, until_s: at_s + HOUR_S } };
}

async function askLonger(line) {
    const at_s = await pickDate({
        title: t('Until when?'), withTime: true, value: timeKey(line.until_s),
        least: timeKey(now_s()),
    });
    return at_s === null ? null : { terms: { until_s: at_s } };
}

/* Other days of a loan, as long as before. */
async function askOtherDays(line) {
    const at_s = await pickDate({
        title: line.state === 'out' ? t('Back when?') : t('Fetched when?'), withTime: true,
        least: timeKey(now_s()), value: timeKey(line.state === 'out' ? line.until_s : line.from_s),
    });
    if (at_s === null) {
        return null;
    }
    return line.state === 'out' ? { terms: { until_s: at_s } }
        : { terms: { from_s: at_s, until_s: Math.max(line.until_s, at_s + HOUR_S) } };
}

function askPeople(line) {
    return openDialog({
        title: t('How many people?'),
        build: (close) => h('form', {
            onsubmit: (event) => {
                event.preventDefault();
                const { adults, children } = event.target.elements;
                close({ terms: { adults: Number(adults.value), children: Number(children.value) } });
            },
        },
        field({ id: 'adults', label: t('Adults'), type: 'number', min: '0', max: '99',
            value: line.adults, required: true }),
        field({ id: 'children', label: t('Children'), type: 'number', min: '0', max: '99',
            value: line.children, required: true }),
        dialogFoot(h('button', { type: 'button', onclick: () => close(null) }, t('Go back')),
            h('button', { type: 'submit', class: 'main' }, t('Write it down')))),
    });
}

async function askSure(line, move) {
    const isSure = await confirm({
        title: t('Cancel it?'), text: t('Whoever asked is told.'),
        yes: verbWord(line.kind, line.state, move.verb), isDanger: true,
    });
    return isSure ? {} : null;
}

const ASKS = {
    refuse: askReason, 'help.close': askReason, cancel: askSure, 'visit.plan': askDay,
    'enquiry.propose': askDay, 'loan.extend': askLonger, 'loan.move': askOtherDays,
    'booking.change': askPeople,
};

/* Moves that this page makes with what it knows; the others stand on the page of their kind. */
const PLAIN = new Set(['accept', 'wait', 'pass', 'prepare', 'set_aside', 'lose', 'offer', 'finish',
    'qualify', 'visit', 'find_nobody', 'repair', 'delay', 'write_off', 'leave', 'send', 'receive',
    'collect', 'give', 'remind', 'agree', 'decline', 'unmatch', 'pause', 'mark_present',
    'mark_absent', 'mark_excused']);

function asksOf(line, move) {
    return ASKS[`${line.kind}.${move.verb}`] ?? ASKS[move.verb];
}

function isHere(line, move) {
    return line.kind !== 'session' && line.kind !== 'copy' &&
        (asksOf(line, move) !== undefined || PLAIN.has(move.verb));
}

async function make(line, move, page) {
    const ask = asksOf(line, move);
    const given = ask === undefined ? {} : await ask(line, move);
    if (given === null) {
        return;
    }
    await page.act(() => post('/api/request/move', {
        request_id: line.request_id, no: line.no, verb: move.verb, ...given,
    }), {
        done: doneWord(line.kind, move.verb, line.state),
        undo: (answer) => post('/api/undo', { request_id: line.request_id, no: answer.no }),
    });
}

const LOOKS = { yes: 'main', no: 'danger' };

function moveButton(line, move, page) {
    const isBlocked = move.reasons.length > 0;
    return bigButton({
        id: `move-${move.verb}`, label: verbWord(line.kind, line.state, move.verb),
        sub: isBlocked ? move.reasons.map(obstacleWord).join(' ')
            : t('Then: {state}', { state: stateWord(line.kind, move.to) }),
        look: LOOKS[move.answer] ?? '', isDisabled: isBlocked, act: () => make(line, move, page),
    });
}

/* That the house is closed is told in closing it. */
function isSeen(move) {
    return move.verb !== 'tell';
}

/* The card with its buttons; what is made elsewhere is a link there: what waits is answered in the
 * pile, with the facts. */
export function movesCard({ request, moves }, page) {
    const line = request;
    const own = moves.filter((move) => isHere(line, move) &&
        (line.waits === 0 || move.verb === 'cancel'));
    const hasOthers = line.waits === 0 && own.length < moves.filter(isSeen).length;
    if (moves.length === 0) {
        return null;
    }
    return panel(t('What can be done'),
        line.waits === 1 && h('p', {}, h('a', {
            class: 'button main', id: 'to-queue', href: hash('queue', { request_id: line.request_id }),
        }, t('Answer it'))),
        own.length > 0 && buttons(own.map((move) => moveButton(line, move, page))),
        hasOthers && h('p', {}, pageLink(line)));
}

/* ---- Opening again what ended ---- */

const REOPENINGS = ['mistake', 'not_settled', 'asked_again', 'other'];

export async function reopen(line, page) {
    const answer = await chooseReason({
        title: t('Open it again'), withWords: false, reasons: reasonChoices(REOPENINGS),
        text: t('It comes back as it was before its end, with its place in the queue. Why?'),
        send: t('Open it again'),
    });
    if (answer !== null) {
        await page.act(() => post('/api/request/reopen', {
            request_id: line.request_id, reason: answer.reason,
        }), {
            done: t('It is open again.'),
            undo: (result) => post('/api/undo', { request_id: line.request_id, no: result.no }),
        });
    }
}

/* ---- Correcting ---- */

function correctionFields(line) {
    const own = line.words.find((one) => one.field === '')?.words ?? '';
    const isLoan = line.kind === 'loan';
    return [
        line.kind !== 'booking' && line.from_s && field({
            id: 'from', label: isLoan ? t('Fetched') : t('Wanted for'), type: 'datetime-local',
            value: timeKey(line.from_s), required: true,
        }),
        isLoan && field({ id: 'until', label: t('Brought back'), type: 'datetime-local',
            value: timeKey(line.until_s), required: true }),
        line.kind === 'booking' && [
            field({ id: 'adults', label: t('Adults'), type: 'number', min: '0', max: '99',
                value: line.adults, required: true }),
            field({ id: 'children', label: t('Children'), type: 'number', min: '0', max: '99',
                value: line.children, required: true })],
        !line.household_id && [
            field({ id: 'first_name', label: t('First name'), value: line.first_name,
                maxlength: '60', class: 'name' }),
            field({ id: 'phone', label: t('Telephone'), value: line.guest_phone, maxlength: '30',
                type: 'tel', class: 'name' })],
        line.for_whom === 'other' && field({ id: 'for_name', label: t('For whom'),
            value: line.for_name, maxlength: '60', class: 'name' }),
        !line.is_sensitive && line.category !== 'papers' && line.kind !== 'booking' && field({
            id: 'words', label: t('In their words'), type: 'textarea', value: own, maxlength: '280',
        }),
    ];
}

function corrected(line, elements) {
    const value = (key, otherwise) => elements[key]?.value.trim() ?? otherwise;
    return {
        request_id: line.request_id,
        from_s: elements.from ? atKey(elements.from.value) : 0,
        until_s: elements.until ? atKey(elements.until.value)
            : elements.from ? atKey(elements.from.value) + (line.until_s - line.from_s) : 0,
        adults: Number(value('adults', line.adults)),
        children: Number(value('children', line.children)),
        first_name: value('first_name', line.first_name),
        phone: value('phone', line.guest_phone), for_name: value('for_name', line.for_name),
        words: value('words', line.words.find((one) => one.field === '')?.words ?? ''),
    };
}

export async function correct(line, page) {
    const body = await openDialog({
        title: t('Correct it'),
        build: (close) => h('form', {
            onsubmit: (event) => {
                event.preventDefault();
                close(corrected(line, event.target.elements));
            },
        }, !line.waits && notice('info', h('p', {}, t('It will wait for an answer again.'))),
        correctionFields(line),
        dialogFoot(h('button', { type: 'button', onclick: () => close(null) }, t('Go back')),
            h('button', { type: 'submit', class: 'main' }, t('Correct it')))),
    });
    if (body === null) {
        return;
    }
    const answer = await page.act(() => post('/api/request/correct', body),
        { done: t('Corrected. Number and place in the queue stay.') });
    if (answer !== null) {
        page.go('request', { request_id: answer.request_id });
    }
}
