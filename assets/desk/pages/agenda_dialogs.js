/* Questions about a session: another date, later, cancelled, changed, a word to all. Each stays open
 * with what was typed until the server has said yes, and gives its answer, or null. */
import { get, post } from '../api.js';
import { dialogFoot, openDialog } from '../dialog.js';
import { fill, h, icon } from '../dom.js';
import { dayKey, dayKeyPlus, longDay, t, timeKey, tn } from '../i18n.js';
import { choice, field, form } from '../parts.js';
import { may } from '../session.js';
import { SESSION_REASONS, errorWord, reasonWord } from '../words.js';
import { afterCancel, afterMove, afterPostpone, afterPublish, afterTell, waits } from
    './agenda_words.js';

/* The session that refused, when it was another of the series, and what stands against it. */
async function troubleOf(error, session_id) {
    const other = /^session_(\d+)$/u.exec(error.field)?.[1];
    if (!other && !error.reasons.includes('capacity')) {
        return errorWord(error);
    }
    const refused = await get('/api/agenda/session', { session_id: other ?? session_id });
    const why = error.reasons.includes('capacity')
        ? tn('{n} seat is taken already: there cannot be fewer.',
            '{n} seats are taken already: there cannot be fewer.', refused.taken)
        : errorWord(error);
    return other ? t('{day}: {why} Nothing was changed.', { day: longDay(refused.starts_s), why })
        : why;
}

/* A form over the page. send(values): what is asked of the server. */
export function askAndSend({ title, label, session_id, send, isDanger = false, wide = false },
    ...fields) {
    return openDialog({
        title,
        wide,
        build: (close) => {
            const trouble = h('div', { role: 'alert' });
            return form({
                id: 'session-form',
                act: async (values) => {
                    fill(trouble);
                    try {
                        close(await send(values));
                    } catch (error) {
                        if (error.error === undefined) {
                            throw error;
                        }
                        fill(trouble, h('p', { class: 'error' }, icon('warning'),
                            await troubleOf(error, session_id)));
                    }
                },
            }, fields.filter(Boolean), trouble, dialogFoot(
                h('button', { type: 'button', onclick: () => close(null) }, t('Go back')),
                h('button', { type: 'submit', class: isDanger ? 'danger' : 'main' }, label)));
        },
    });
}

/* ---- Fields ---- */

/* This date, or it and those after it; the sentence below follows. */
function scopeFields(session, sentence) {
    const follows = h('p', { class: 'soft', 'aria-live': 'polite', id: 'follows' },
        sentence(session, false));
    if (session.following === 0) {
        return [follows];
    }
    return [choice({
        name: 'scope', legend: t('For which dates?'), value: 'one',
        options: [['one', t('This date only')], ['following',
            tn('This one and the {n} after it', 'This one and the {n} after it', session.following)]],
        onchange: (event) => fill(follows, sentence(session, event.target.value === 'following')),
    }), follows];
}

function dateFields(session, isRequired) {
    return [
        field({ id: 'day', label: t('Day'), type: 'date', required: isRequired,
            value: isRequired ? dayKey(session.starts_s) : '' }),
        h('div', { class: 'row' },
            field({ id: 'from', label: t('From'), type: 'time', required: true,
                value: timeKey(session.starts_s).slice(11) }),
            field({ id: 'to', label: t('Until'), type: 'time', required: true,
                value: timeKey(session.ends_s).slice(11) })),
    ];
}

/* Beyond midnight when it ends before it begins. */
export function datesOf({ day, from, to }) {
    return day === '' ? {}
        : { starts: `${day}T${from}`, ends: `${to > from ? day : dayKeyPlus(day, 1)}T${to}` };
}

function reasonField(isRequired) {
    return field({
        id: 'reason', label: t('Why?'), type: 'select', required: isRequired,
        options: [['', isRequired ? t('Choose a reason') : t('Without a reason')],
            ...SESSION_REASONS.map((code) => [code, reasonWord(code)])],
    });
}

function wordsField({ isRequired = false } = {}) {
    return field({
        id: 'words', type: 'textarea', maxlength: '280', required: isRequired,
        label: isRequired ? t('What would you like to say?') : t('In your words, if you like'),
        hint: t('They read it as you write it.'),
    });
}

function act(session, verb, values) {
    return post('/api/agenda/act', {
        session_id: session.session_id, no: session.no, verb,
        with_following: values.scope === 'following', reason: values.reason ?? '',
        words: values.words ?? '', ...(values.day === undefined ? {} : datesOf(values)),
    });
}

/* ---- Questions ---- */

export function askMove(session) {
    return askAndSend({
        title: t('Another date'), label: t('Move it'), session_id: session.session_id,
        send: (values) => act(session, 'move', values),
    }, dateFields(session, true), scopeFields(session, afterMove), reasonField(false), wordsField());
}

export function askPostpone(session) {
    return askAndSend({
        title: t('Postpone'), label: t('Postpone it'), session_id: session.session_id,
        send: (values) => act(session, 'postpone', values),
    }, reasonField(true), scopeFields(session, afterPostpone),
    h('p', { class: 'hint' }, t('Leave the day empty while the new date is not known.')),
    dateFields(session, false), wordsField());
}

/* What was postponed takes place again. */
export function askPublishAgain(session) {
    return askAndSend({
        title: t('A new date'), label: t('Publish it again'), session_id: session.session_id,
        send: (values) => act(session, 'publish', values),
    }, dateFields(session, true), scopeFields(session, afterMove), wordsField());
}

export function askCancel(session) {
    return askAndSend({
        title: t('Cancel this date?'), label: t('Cancel it'), session_id: session.session_id,
        isDanger: true, send: (values) => act(session, 'cancel', values),
    }, reasonField(true), scopeFields(session, afterCancel), wordsField());
}

export function askTell(session) {
    return askAndSend({
        title: t('A word to those who come'), label: t('Send'), session_id: session.session_id,
        send: (values) => act(session, 'tell', values),
    }, h('p', { class: 'soft' }, afterTell(session)), wordsField({ isRequired: true }));
}

export function askPublish(session) {
    return askAndSend({
        title: waits(session) ? t('Propose it') : t('Publish'),
        label: waits(session) ? t('Propose it') : t('Publish'), session_id: session.session_id,
        send: (values) => act(session, 'publish', values),
    }, scopeFields(session, afterPublish));
}

/* Seats, place, least number of people; a draft's date. */
export function askChange(session) {
    const isDraft = ['draft', 'proposed', 'returned'].includes(session.state);
    return askAndSend({
        title: t('Change'), label: t('Write it down'), session_id: session.session_id,
        send: (values) => post('/api/agenda/change', {
            session_id: session.session_id, no: session.no,
            with_following: values.scope === 'following', place: values.place,
            capacity: Number(values.capacity ?? 0), least_people: Number(values.least_people ?? 0),
            ...(isDraft ? datesOf(values) : {}),
        }),
    },
    isDraft && dateFields(session, true),
    field({ id: 'place', label: t('Place'), value: session.place, maxlength: '80',
        hint: t('Another place is told to those who come.') }),
    field({ id: 'capacity', label: t('Seats'), type: 'number', min: session.capacity > 0 ? '1' : '0',
        max: '1000', required: true, value: String(session.capacity),
        hint: session.capacity > 0
            ? tn('{n} seat is taken already.', '{n} seats are taken already.', session.taken)
            : t('0: free entry, nothing to book.') }),
    field({ id: 'least_people', label: t('At least so many people'), type: 'number', min: '0',
        max: '1000', required: true, value: String(session.least_people),
        hint: t('With fewer, you are asked two days before. 0: it takes place anyway.') }),
    scopeFields(session, () => ''));
}

/* Somebody who came without a booking. */
export function askWalkIn(session) {
    const left = session.capacity - session.taken - session.present;
    const isFull = session.capacity > 0 && left <= 0;
    return askAndSend({
        title: t('Who came without a booking?'), label: t('Note it'),
        session_id: session.session_id,
        send: (values) => post('/api/agenda/walk-in', {
            session_id: session.session_id, first_name: values.first_name,
            household: values.household ?? '', adults: Number(values.adults),
            children: Number(values.children),
        }),
    },
    isFull && h('p', { class: 'notice warn' }, icon('warning'), h('span', {},
        t('All seats are taken. You may let them in all the same: you decide.'))),
    h('div', { class: 'row' },
        field({ id: 'adults', label: t('Adults'), type: 'number', min: '0', max: '99', value: '1',
            required: true }),
        field({ id: 'children', label: t('Children'), type: 'number', min: '0', max: '99',
            value: '0', required: true })),
    field({ id: 'first_name', label: t('First name, if they say it'), maxlength: '60',
        class: 'name' }),
    may('concierge') && field({ id: 'household', label: t('Household number, if they have one'),
        maxlength: '4', inputmode: 'numeric', pattern: '[0-9]{4}' }));
}

/* How many of a group to ask, when there is not room for all. */
export function askPart(waiting, left) {
    const adults = Math.min(waiting.asked_adults, left);
    return askAndSend({
        title: t('For how many of them?'), label: t('Offer these seats'),
        send: (values) => post('/api/agenda/offer', {
            request_id: waiting.request_id, no: waiting.no, adults: Number(values.adults),
            children: Number(values.children),
        }),
    },
    h('p', {}, tn('{n} seat is free. They say whether some of them come; the others keep nothing.',
        '{n} seats are free. They say whether some of them come; the others keep nothing.', left)),
    h('div', { class: 'row' },
        field({ id: 'adults', label: t('Adults'), type: 'number', min: '0',
            max: String(waiting.asked_adults), value: String(adults), required: true }),
        field({ id: 'children', label: t('Children'), type: 'number', min: '0',
            max: String(waiting.asked_children),
            value: String(Math.min(waiting.asked_children, left - adults)), required: true })));
}

