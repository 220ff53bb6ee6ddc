/* Services: enquiries, what was left, the week's visits, and what is with a partner. */
import { get } from '../api.js';
import { h, name } from '../dom.js';
import { N_, age, euros, longDay, moment, shortTime, t, tn } from '../i18n.js';
import { backToList, bigButton, button, buttons, card, chips, column, detailHead, empty, fact, hash,
    line as row, list, notice, pageHead, pill, split, wordsOf } from '../parts.js';
import { recordHash } from '../records.js';
import { colorOf, iconOf, kindWord, obstacleWord, stateWord, titleOf, verbWord, whenOf, whoOf } from
    '../words.js';
import { printLink } from '../print.js';
import { ANSWERS, make, noteAnswer, remind } from './services_acts.js';
import { weekGrid } from './services_week.js';

const VIEWS = [
    ['asked', N_('To answer')], ['todo', N_('To be done')], ['deposits', N_('Deposits')],
    ['week', N_('Visits')], ['sent', N_('With partners')],
];
const PATHS = { week: '/api/services/week', sent: '/api/services/sent' };

function viewOf(params) {
    return VIEWS.find(([code]) => code === params.view)?.[0] ?? 'asked';
}

async function loadCard(request_id) {
    try {
        const [request, order] = await Promise.all([
            get('/api/request', { request_id }), get('/api/services/card', { request_id })]);
        return { ...request, order };
    } catch (error) {
        if (error.error === 'not-found') {
            return null;
        }
        throw error;
    }
}

async function load(params) {
    const view = viewOf(params);
    const [listed, chosen] = await Promise.all([
        get(PATHS[view] ?? '/api/services', PATHS[view] ? { day: params.day } : {
            view, is_danger: params.is_danger, since_s: params.since_s, after_id: params.after_id,
        }),
        params.request_id ? loadCard(params.request_id) : null,
    ]);
    return { listed, chosen };
}

/* ---- The lists ---- */

function lineOf(line, params) {
    const more = line.asked_cents ?? line.agreed_cents;
    return row({
        id: `request-${line.request_id}`,
        href: hash('services', { view: params.view, day: params.day, request_id: line.request_id }),
        iconName: iconOf(line), color: line.is_danger ? 'red' : colorOf(line.kind),
        title: titleOf(line),
        sub: [line.name ? name(line.name) : whoOf(line), whenOf(line) && ` · ${whenOf(line)}`,
            line.partner && ` · ${line.partner}`, line.left && ` · ${line.left}`,
            more !== null && more !== undefined && ` · ${euros(more)}`],
        aside: stateWord(line.kind, line.state), pill: age(line.sent_at_s ?? line.since_s),
        isChosen: String(line.request_id) === params.request_id,
    });
}

function sentLine(line, params, page) {
    const isOver = line.answer === 'no' || line.answer === 'done';
    return [lineOf(line, params), h('div', { class: 'tools' },
        line.answer && pill(ANSWERS()[line.answer], line.answer === 'no' ? 'bad' : 'ok'),
        line.reminders > 0 && h('span', { class: 'soft' }, tn('{n} reminder', '{n} reminders',
            line.reminders), ' · ', moment(line.reminded_at_s)),
        !isOver && button('bell', t('Remind'), () => remind(line, page),
            { id: `remind-${line.request_id}` }),
        button('message', t('Their answer…'), () => noteAnswer(line, page),
            { id: `answer-${line.request_id}` }))];
}

/* ---- One of them ---- */

function priceFacts(order) {
    return [
        order.price === 'fixed' && fact('price', t('Price: %s', [euros(order.household_cents)]),
            order.is_subscribed === 1 && ` · ${t('with the subscription')}`),
        order.agreed_cents !== null && fact('price', t('Agreed: %s', [euros(order.agreed_cents)])),
        order.asked_cents !== null && fact('price', t('To be agreed: %s', [euros(order.asked_cents)])),
        order.paid_cents !== null && fact('price', t('Paid: %s', [euros(order.paid_cents)])),
    ];
}

function answerWord(answer) {
    return answer.kind === 'choice' ? answer.choice
        : answer.kind === 'date' ? longDay(answer.date_s) : String(answer.number);
}

function serviceCard(data, page) {
    const { request: line, order, moves } = data;
    const isUsual = (move) => move.verb !== 'cancel' && move.verb !== 'expire';
    return h('div', { class: 'stack' },
        detailHead(titleOf(line), [kindWord(line.kind), ' · ', pill(stateWord(line.kind, line.state)),
            ' ', age(line.since_s)]),
        line.is_danger === 1 && notice('bad', h('p', {}, t('A danger was told: call or go now.'))),
        moves.some(isUsual) && card(t('What can be done'), buttons(moves.filter(isUsual).map((move) =>
            bigButton({
                id: `act-${move.verb}`, label: verbWord(line.kind, line.state, move.verb),
                look: move.answer === 'yes' ? 'main' : move.answer === 'no' ? 'danger' : '',
                sub: move.reasons.length > 0 ? move.reasons.map(obstacleWord).join(' ')
                    : t('Then: {state}', { state: stateWord(line.kind, move.to) }),
                isDisabled: move.reasons.length > 0, act: () => make(line, order, move.verb, page),
            })))),
        card(t('The request'),
            fact('person', line.name && [h('b', {}, name(line.name)), ' · '], line.household_id
                ? h('a', { href: recordHash('household', line.household_id) }, whoOf(line))
                : whoOf(line)),
            line.phone && fact('phone', name(line.phone)), whenOf(line) && fact('calendar', whenOf(line)),
            line.answers.map((one) => fact('list', one.label, ' ', h('b', {}, answerWord(one)))),
            line.words.map((one) => [one.label && h('p', { class: 'soft' }, one.label),
                wordsOf(one.words, one.lang)]),
            order.left && fact('parcel', t('Left here: '), order.left), priceFacts(order),
            h('div', { class: 'tools' },
                h('a', { class: 'button', href: recordHash('request', line.request_id) },
                    t('All about it')),
                order.left && line.is_ended === 0 && printLink(t('Print the slip'), 'print/deposit',
                    { request_id: line.request_id }))),
        order.sent.length > 0 && card(t('Sent on'), order.sent.map((one) => fact('truck',
            h('b', {}, one.partner), one.partner_phone && ` · ${one.partner_phone}`, ' · ',
            shortTime(one.sent_at_s), one.answer && [' · ', pill(ANSWERS()[one.answer])],
            one.answer_words && ` « ${one.answer_words} »`))));
}

function countOf(counts, view) {
    const states = {
        asked: /\.asked$/u, todo: /^enquiry\.(accepted|counter_proposed)$/u,
        deposits: /^deposit\.(?!asked)/u, week: /^visit\.(?!asked)/u,
    }[view];
    return states && Object.entries(counts).filter(([code]) => states.test(code))
        .reduce((sum, [, n]) => sum + n, 0);
}

function build({ listed, chosen }, page) {
    const { params } = page;
    const view = viewOf(params);
    const last = listed.lines.at(-1);
    const lines = view === 'sent' ? listed.lines.map((line) => sentLine(line, params, page))
        : listed.lines.map((line) => lineOf(line, params));
    const left = [
        pageHead(t('Services'), {
            tools: h('a', { class: 'button', id: 'take', href: hash('services-take') },
                t('At the counter')),
        }),
        chips(t('Show'), VIEWS.map(([code, label]) => ({
            label: t(label), count: countOf(listed.counts, code),
            href: hash('services', { view: code }), isChosen: code === view,
        }))),
        h('h2', { class: 'sr' }, t(VIEWS.find(([code]) => code === view)[1])),
        view === 'week' && h('h3', { class: 'pad' }, t('To be planned')),
        lines.length > 0 ? list(lines) : empty(t('Nothing here at the moment.')),
        listed.is_more === 1 && !PATHS[view] && h('p', { class: 'tools' }, h('a', {
            class: 'button', id: 'more', href: hash('services', {
                view, is_danger: last.is_danger, since_s: last.since_s, after_id: last.request_id,
            }),
        }, t('The next ones'))),
    ];
    if (view === 'week' && !params.request_id) { /* the whole width, also of a phone */
        const [head, filters, sr, ...waiting] = left;
        return h('div', { class: 'week-page' }, head, filters, sr, weekGrid(listed, params), waiting);
    }
    return split(left, params.request_id && (chosen === null ? column(empty(t('That is no longer there.')))
        : [backToList('services', { view: params.view, day: params.day }), serviceCard(chosen, page)]));
}

export default {
    path: 'services',
    title: N_('Services'),
    icon: 'parcel',
    least: 'concierge',
    load,
    build,
};
