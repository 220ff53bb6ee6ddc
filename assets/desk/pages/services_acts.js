/* What is done with an enquiry, a deposit or a visit: each act asks what it still needs, and can be
 * taken back. */
import { post } from '../api.js';
import { chooseReason, dialogFoot, openDialog } from '../dialog.js';
import { h } from '../dom.js';
import { centsOf, dayKeyPlus, dayKey, euros, now_s, t, timeKey } from '../i18n.js';
import { check, field } from '../parts.js';
import { choosePartner } from '../partners.js';
import { REFUSALS_OF, doneWord, reasonChoices, verbWord } from '../words.js';

export function actOn(page, line, body, done) {
    return page.act(() => post('/api/services/act', {
        request_id: line.request_id, no: line.no, ...body,
    }), {
        done: done ?? doneWord(line.kind, body.verb, line.state),
        undo: (answer) => post('/api/undo', { request_id: line.request_id, no: answer.no }),
    });
}

/* A sum as a field; empty where it may be left out. */
function sumField(label, cents, required) {
    return field({
        id: 'sum', label, inputmode: 'decimal', required, autocomplete: 'off',
        pattern: '\\d{1,5}([.,]\\d{1,2})?', placeholder: '12,50',
        value: cents === null || cents === undefined ? '' : String(cents / 100).replace('.', ','),
    });
}

function sumOf(elements) {
    const text = elements.sum.value.trim();
    return text === '' ? {} : { has_price_cents: true, price_cents: centsOf(text) };
}

function askForm({ title, fields, read, send }) {
    return openDialog({
        title,
        build: (close) => h('form', {
            onsubmit: (event) => {
                event.preventDefault();
                close(read(event.target.elements));
            },
        }, fields, dialogFoot(
            h('button', { type: 'button', onclick: () => close(null) }, t('Go back')),
            h('button', { type: 'submit', class: 'main' }, send ?? t('Write it down')))),
    });
}

function askLeft(line, order) {
    return askForm({
        title: t('What was brought?'),
        fields: [field({ id: 'left', label: t('What is left here'), type: 'textarea', required: true,
            maxlength: '280', autofocus: true }),
        sumField(t('Estimated price, in euros (if known)'), order.household_cents || null, false)],
        read: (elements) => ({ words: elements.left.value.trim(), ...sumOf(elements) }),
    });
}

function askPrice(line, order) {
    return askForm({
        title: t('It costs more'),
        fields: [order.agreed_cents !== null &&
            h('p', {}, t('Agreed until now: %s', [euros(order.agreed_cents)])),
        sumField(t('New price, in euros'), null, true),
        h('p', { class: 'soft' }, t('They are asked: nothing is done without their yes.'))],
        read: sumOf,
    });
}

function askPaid(line, order) {
    return askForm({
        title: verbWord(line.kind, line.state, 'collect'),
        fields: [sumField(t('Amount paid, in euros'), order.agreed_cents ?? 0, true),
            order.agreed_cents !== null && check({
                id: 'agreed', label: t('If it is more than %s: they agree', [euros(order.agreed_cents)]),
            })],
        read: (elements) => ({
            ...sumOf(elements), is_price_agreed: elements.agreed?.checked === true,
        }),
    });
}

/* A half-day or an hour of the site. */
export function askDay(line) {
    const value = line.from_s > now_s() ? timeKey(line.from_s) : `${dayKeyPlus(dayKey(now_s()), 1)}T09:00`;
    return askForm({
        title: t('When?'),
        fields: [field({ id: 'from', label: t('Day and time'), type: 'datetime-local', required: true,
            min: dayKey(now_s()) + 'T00:00', value, autofocus: true })],
        read: (elements) => ({ from: elements.from.value }),
    });
}

async function askRefusal(line) {
    return chooseReason({ title: t('No…'), reasons: reasonChoices(REFUSALS_OF[line.kind]) });
}

async function askPartner(line, order, verb) {
    const chosen = await choosePartner({
        title: verbWord(line.kind, line.state, verb), usual_id: order.provider_id ?? 0,
        need: order.provider_id ? '' : 'provider',
    });
    return chosen && { partner_id: chosen.partner_id };
}

const ASKS = {
    leave: askLeft, reprice: askPrice, collect: askPaid, plan: askDay, propose: askDay,
    refuse: askRefusal, send: askPartner, redirect: askPartner, refer: askPartner,
};

/* Makes a move of the flow. */
export async function make(line, order, verb, page) {
    const given = ASKS[verb] ? await ASKS[verb](line, order, verb) : {};
    if (given !== null) {
        await actOn(page, line, { verb, ...given });
    }
}

/* ---- What is with a partner ---- */

export function remind(line, page) {
    const set = (more) => post('/api/services/remind', {
        request_id: line.request_id, sent_no: line.sent_no, ...more,
    });
    return page.act(() => set({}), {
        done: t('The reminder is noted.'),
        undo: (answer) => set({ forget_s: answer.reminded_at_s }),
    });
}

export const ANSWERS = () => ({
    yes: t('They see to it'), later: t('Later'), no: t('They cannot'), done: t('It is done'),
});

export async function noteAnswer(line, page) {
    const before = { answer: line.answer, words: line.answer_words };
    const answer = await chooseReason({
        title: t('What do they say?'), text: line.partner, send: t('Write it down'),
        wordsLabel: t('Their words, if you like'),
        reasons: Object.entries(ANSWERS()).map(([code, label]) => ({ code, label, icon: 'message' })),
    });
    if (answer === null) {
        return;
    }
    const set = (body) => post('/api/services/answer', {
        request_id: line.request_id, sent_no: line.sent_no, ...body,
    });
    await page.act(() => set({ answer: answer.reason, words: answer.words }), {
        done: t('Their answer is noted.'), undo: () => set(before),
    });
}
