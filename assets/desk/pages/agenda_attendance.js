/* Who comes, who came, and who waits: the lower half of a session's page. */
import { post } from '../api.js';
import { fill, h, icon, name } from '../dom.js';
import { now_s, t, tn } from '../i18n.js';
import { button, buttons, card, check, field, form, hash, pill } from '../parts.js';
import { printLink } from '../print.js';
import { may } from '../session.js';
import { errorWord, people, stateWord, ticketNumber } from '../words.js';
import { askPart, askWalkIn } from './agenda_dialogs.js';
import { isStopped } from './agenda_words.js';

const MARKS = [['present', 'mark_present'], ['absent', 'mark_absent'], ['excused', 'mark_excused']];
const MARKABLE = ['confirmed', 'to_reconfirm', 'present', 'absent', 'excused'];

function undoOf(request_id) {
    return (done) => post('/api/agenda/undo', { request_id, no: done.no });
}

function whoLink(line) {
    const who = line.name ? name(line.name) : t('Without a name');
    return may('concierge')
        ? h('a', { href: hash('request', { request_id: line.request_id }) }, who) : h('b', {}, who);
}

function whoElse(line) {
    return [may('concierge') && (line.household ? t('household %s', [line.household])
        : t('ticket %s', [ticketNumber(line.ticket ?? '')])),
    people(line.adults, line.children)].filter(Boolean).join(' · ');
}

/* ---- Before it begins: who comes ---- */

function bookingRow(line) {
    return h('li', { class: 'who' }, h('div', { class: 'line-words' }, whoLink(line),
        h('span', { class: 'sub' }, whoElse(line))),
    line.is_untold === 1 && pill(t('not told yet'), 'warn'),
    pill(stateWord('booking', line.state),
        line.state === 'confirmed' ? 'ok' : line.state === 'asked' ? 'warn' : ''));
}

function comingCard(session, bookings) {
    if (bookings.length === 0 && (session.capacity === 0 || session.state === 'cancelled')) {
        return null;
    }
    return card(tn('{n} booking', '{n} bookings', bookings.length),
        bookings.length === 0 ? h('p', { class: 'soft' }, t('Nobody has booked yet.'))
            : h('ul', { class: 'lines' }, bookings.map(bookingRow)),
        bookings.length > 0 && buttons(printLink(t('Attendance list'), 'print/attendance',
            { session_id: session.session_id })));
}

/* ---- Once it has begun: who came ---- */

function markFields(line) {
    const id = (part) => `${part}-${line.request_id}`;
    return h('fieldset', { class: 'who attend' },
        h('legend', {}, whoLink(line), h('span', { class: 'sub' }, whoElse(line))),
        h('div', { class: 'chips' }, MARKS.map(([state, verb]) => h('label', { class: 'chip' },
            h('input', { type: 'radio', name: id('mark'), id: id(state), value: state,
                checked: line.state === state }),
            h('span', {}, t({ mark_present: 'Present', mark_absent: 'Absent',
                mark_excused: 'Excused' }[verb]))))),
        h('div', { class: 'row' },
            h('label', {}, t('Adults'), h('input', { type: 'number', min: '0', max: '99',
                name: id('adults'), value: String(line.adults) })),
            h('label', {}, t('Children'), h('input', { type: 'number', min: '0', max: '99',
                name: id('children'), value: String(line.children) }))));
}

/* What differs from what is known: a mark of each line that has one. */
function marksOf(lines, values) {
    return lines.flatMap((line) => {
        const mark = values[`mark-${line.request_id}`];
        const adults = Number(values[`adults-${line.request_id}`]);
        const children = Number(values[`children-${line.request_id}`]);
        return mark === undefined ? [] : [{
            request_id: line.request_id, no: line.no, mark, ...(mark === 'present'
                ? { adults, children } : { adults: 0, children: 0 }),
        }];
    });
}

function headFields(session) {
    return h('div', { class: 'stack' },
        h('p', { class: 'soft' }, session.capacity > 0
            ? t('People who came and gave no name, beside those above')
            : t('How many came? Nobody needs to give a name.')),
        h('div', { class: 'row' },
            field({ id: 'unnamed_adults', label: t('Adults'), type: 'number', min: '0', max: '9999',
                value: String(session.unnamed_adults) }),
            field({ id: 'unnamed_children', label: t('Children'), type: 'number', min: '0',
                max: '9999', value: String(session.unnamed_children) })));
}

async function enter(session, lines, values, isComplete) {
    return post('/api/agenda/attendance', {
        session_id: session.session_id, no: isComplete ? session.no : 0, is_complete: isComplete,
        adults: Number(values.unnamed_adults ?? 0), children: Number(values.unnamed_children ?? 0),
        marks: marksOf(lines, values),
    });
}

/* Everybody who has no mark yet. */
function markAllPresent(element, lines) {
    for (const line of lines) {
        const radios = [...element.elements[`mark-${line.request_id}`]];
        if (!radios.some((radio) => radio.checked)) {
            radios[0].checked = true;
        }
    }
}

function walkIns(session, bookings, page) {
    const lines = bookings.filter((line) => line.is_walk_in === 1 && line.state === 'present');
    return lines.length === 0 ? null : h('ul', { class: 'lines' }, lines.map((line) => h('li',
        { class: 'who' },
        h('div', { class: 'line-words' }, whoLink(line),
            h('span', { class: 'sub' }, `${t('without a booking')} · ${whoElse(line)}`)),
        button('close', t('Noted by mistake'), () => page.act(
            () => post('/api/agenda/forget', { request_id: line.request_id, no: line.no }),
            { done: t('Taken off the list.'), undo: undoOf(line.request_id) }),
        { id: `forget-${line.request_id}` }))));
}

async function noteWalkIn(session, page) {
    const answer = await askWalkIn(session);
    if (answer !== null) {
        page.act(async () => answer, {
            done: answer.beyond > 0
                ? tn('Noted. {n} more than the seats.', 'Noted. {n} more than the seats.',
                    answer.beyond)
                : t('Noted.'),
        });
    }
}

function othersList(bookings) {
    const others = bookings.filter((line) => !MARKABLE.includes(line.state));
    return others.length === 0 ? null : h('ul', { class: 'lines' }, others.map(bookingRow));
}

function attendanceCard(session, bookings, page) {
    const lines = bookings.filter((line) => line.is_walk_in !== 1 && MARKABLE.includes(line.state));
    const isCounted = session.state === 'counted';
    const trouble = h('div', { role: 'alert' });
    const send = async (values, element, isComplete) => {
        fill(trouble);
        try {
            const answer = await enter(session, lines, values, isComplete);
            element.reset();
            await page.act(async () => answer, isComplete
                ? { done: t('The attendance is complete. Thank you!'),
                    undo: undoOf(session.session_id) }
                : { done: t('Written down.') });
        } catch (error) {
            if (error.error === undefined) {
                throw error;
            }
            fill(trouble, h('p', { class: 'error' }, icon('warning'), errorWord(error)));
        }
    };
    const element = form({
        id: 'attendance', cls: 'stack',
        act: (values, sent) => send(values, sent, values.is_complete === 'on'),
    },
    lines.map(markFields),
    lines.length > 1 && buttons(button('check', t('All others present'),
        () => markAllPresent(element, lines), { id: 'all-present' })),
    headFields(session),
    check({ id: 'is_complete', label: t('The attendance is complete'), checked: isCounted,
        sub: t('It goes into the figures. You can still correct it.') }),
    trouble,
    buttons(h('button', { type: 'submit', class: 'main', id: 'save-attendance' }, icon('check'),
        t('Write it down')),
    button('person', t('Came without a booking…'), () => noteWalkIn(session, page),
        { id: 'walk-in' }),
    printLink(t('Attendance list'), 'print/attendance', { session_id: session.session_id })));
    return card(t('Who came?'), walkIns(session, bookings, page), othersList(bookings), element);
}

/* ---- The waiting list ---- */

function waitingButtons(line, left, isOpen, page) {
    const total = line.asked_adults + line.asked_children;
    const step = (path, text) => page.act(
        () => post(`/api/agenda/${path}`, { request_id: line.request_id, no: line.no }),
        { done: text, undo: undoOf(line.request_id) });
    const offerPart = async () => {
        const answer = await askPart(line, left);
        if (answer !== null) {
            page.act(async () => answer,
                { done: t('Offered. You tell them.'), undo: undoOf(line.request_id) });
        }
    };
    const id = (part) => ({ id: `${part}-${line.request_id}` });
    return [
        line.state !== 'offered' && isOpen && left >= total && button('check', t('Offer the seats'),
            () => step('offer', t('Offered. You tell them.')), id('offer')),
        line.state !== 'offered' && isOpen && left > 0 && left < total && button('people',
            tn('Ask them about {n} seat…', 'Ask them about {n} seats…', left), offerPart,
            id('part')),
        line.state !== 'waitlisted' && button('hourglass', t('Back on the list'),
            () => step('wait', t('On the waiting list again, with the same rank.')), id('wait')),
        button('close', t('Take off the list'), () => step('take-off', t('Taken off the list.')),
            id('off')),
    ].filter(Boolean);
}

function waitingCard(session, waiting, page) {
    if (waiting.length === 0) {
        return null;
    }
    const left = Math.max(0, session.capacity - session.taken);
    const isOpen = ['published', 'to_decide'].includes(session.state) && session.starts_s > now_s();
    return card(t('Waiting list'),
        h('p', { class: 'soft' }, left === 0 ? t('No seat is free.')
            : tn('{n} seat is free: ask the first of the list first. A group is asked, not passed over.',
                '{n} seats are free: ask the first of the list first. A group is asked, not passed over.',
                left)),
        h('ol', { class: 'lines' }, waiting.map((line) => h('li', { class: 'who' },
            h('b', { class: 'rank' }, line.rank),
            h('div', { class: 'line-words' }, whoLink(line),
                h('span', { class: 'sub' }, whoElse({ ...line, adults: line.asked_adults,
                    children: line.asked_children }))),
            line.state !== 'waitlisted' && pill(line.state === 'offered'
                ? tn('{n} seat offered', '{n} seats offered', line.adults + line.children)
                : stateWord('booking', line.state), 'warn'),
            line.is_untold === 1 && pill(t('not told yet'), 'warn'),
            buttons(waitingButtons(line, left, isOpen, page))))));
}

/* Both cards; people: the answer of /api/agenda/bookings, or of /api/agenda/names, which knows no
 * waiting list. */
export function peopleCards(session, { bookings, waiting = [] }, page) {
    const hasBegun = session.starts_s <= now_s() && !isStopped(session) &&
        !['draft', 'proposed', 'returned'].includes(session.state);
    return [
        hasBegun ? attendanceCard(session, bookings, page) : comingCard(session, bookings),
        waitingCard(session, waiting, page),
    ];
}
