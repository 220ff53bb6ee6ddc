/* Fermer aujourd'hui: what it touches is shown first, decided line by line, and done in one go. */
import { get, post } from '../api.js';
import { h, icon } from '../dom.js';
import { N_, moment, now_s, t, time, tn } from '../i18n.js';
import { choice, column, fact, form, hash, notice, pageHead, panel } from '../parts.js';
import { CLOSINGS, colorOf, iconOf, reasonChoices, titleOf } from '../words.js';
import { comingWord, whoWithName } from './today.js';

const LIVING = ['published', 'to_decide'];

/* A line with what to do about it. options: [[value, label], …]; the first is what is proposed. */
function decision(one, title, sub, options) {
    return h('fieldset', { class: 'decide', id: `decide-${one.request_id}` },
        h('legend', {}, h('span', { class: `tile ${colorOf(one.kind)}` }, icon(iconOf(one))),
            h('span', {}, h('b', {}, title), h('span', { class: 'sub' }, sub))),
        h('input', { type: 'hidden', name: `no-${one.request_id}`, value: one.no }),
        h('div', { class: 'chips' }, options.map(([value, label], i) => h('label', { class: 'chip' },
            h('input', {
                type: 'radio', name: `what-${one.request_id}`, value, checked: i === 0,
            }), label))));
}

function sessionDecision(one) {
    return decision({ ...one, kind: 'session' }, one.title,
        [time(one.at_s), one.expected > 0
            ? ` · ${tn('{n} person expected', '{n} people expected', one.expected)}`
            : ` · ${t('nobody has booked')}`],
        [['keep', t('It takes place')], ['postpone', t('Another day')], ['cancel', t('Call it off')]]);
}

/* What the closing can do about somebody who was to come. */
function comingDecision(one, next_s) {
    const isLoan = one.kind === 'loan';
    const when = next_s > 0 ? moment(next_s) : '';
    const tell = ['tell', t('Tell them')];
    const keep = ['keep', t('Leave it')];
    const move = ['move', one.type === 'return' ? t('Back {when}, tell them', { when })
        : t('Fetched {when}, tell them', { when })];
    const options = isLoan && next_s > 0 ? [move, tell, keep]
        : one.kind === 'help' || one.kind === 'visit' ? [keep, tell] : [tell, keep];
    return decision(one, titleOf(one), [whoWithName(one), ` · ${comingWord(one.type)} ${time(one.at_s)}`],
        options);
}

function choicesOf(values) {
    return Object.entries(values).filter(([key]) => key.startsWith('what-')).map(([key, what]) => {
        const request_id = Number(key.slice('what-'.length));
        return { request_id, no: Number(values[`no-${request_id}`]), what };
    });
}

function doneText({ promises, told, sessions }) {
    return [t('The house is closed for today.'),
        promises > 0 && tn('{n} promised answer was moved.', '{n} promised answers were moved.',
            promises),
        sessions > 0 && tn('{n} session was postponed or cancelled.',
            '{n} sessions were postponed or cancelled.', sessions),
        told > 0 && tn('{n} person is to be told.', '{n} people are to be told.', told)]
        .filter(Boolean).join(' ');
}

async function close(values, page) {
    const answer = await page.act(() => post('/api/today/close', {
        reason: values.reason, choices: choicesOf(values),
    }), { done: doneText });
    if (answer !== null) {
        page.go('today');
    }
}

function build(data, page) {
    const sessions = data.sessions.filter((one) =>
        LIVING.includes(one.state) && one.until_s > now_s());
    const { promises, holds } = data.follows;
    const next = data.next_s > 0 ? t('The next opening is {when}.', { when: moment(data.next_s) })
        : t('No next opening is known.');
    return column(
        pageHead(t('Close for today'), { sub: t('From now until tonight nobody is expected.') }),
        notice('info', h('p', {}, next)),
        form({ id: 'close-form', cls: 'stack', act: (values) => close(values, page) },
            panel(null, choice({
                name: 'reason', legend: t('Why? Residents read it.'), value: 'absence',
                options: reasonChoices(CLOSINGS).map((one) => [one.code, one.label]),
            })),
            panel(t('What follows by itself'),
                fact('clock', promises > 0
                    ? tn('{n} answer was promised: it will be promised anew, and told.',
                        '{n} answers were promised: they will be promised anew, and told.', promises)
                    : t('No answer was promised for today.')),
                fact('seat', holds > 0
                    ? tn('{n} hold of somebody without a card lasts until the next opening.',
                        '{n} holds of people without a card last until the next opening.', holds)
                    : t('No hold ends today.'))),
            sessions.length > 0 && panel(t('Today’s sessions'), sessions.map(sessionDecision)),
            data.comings.length > 0 && panel(t('Who was to come today'),
                data.comings.map((one) => comingDecision(one, data.next_s))),
            h('p', { class: 'soft' },
                t('Whoever takes the desk again today opens the house again. Each decision can be taken back for ten minutes.')),
            h('div', { class: 'buttons' },
                h('button', { type: 'submit', class: 'big danger', id: 'close-now' },
                    h('span', { class: 'big-label' }, t('Yes, close now')),
                    h('span', { class: 'sub' }, t('The screen says so at once'))),
                h('a', { class: 'button', href: hash('today') }, t('No, go back')))));
}

export default {
    path: 'close',
    title: N_('Close for today'),
    icon: 'event_busy',
    least: 'concierge',
    isHidden: true,
    load: () => get('/api/today/close'),
    build,
};
