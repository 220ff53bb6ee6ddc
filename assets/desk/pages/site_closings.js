/* Closings: what they would touch is shown before they are written; each can be taken back. */
import { get, post } from '../api.js';
import { confirm } from '../dialog.js';
import { h, icon, name } from '../dom.js';
import { dayKey, dayKeyPlus, longDay, longTime, moment, now_s, t, timeKey, tn } from '../i18n.js';
import { button, empty, fact, field, form, hash, notice, panel } from '../parts.js';
import { CLOSINGS, reasonChoices, reasonWord } from '../words.js';
import { refuse, save, trouble } from '../save.js';
import { movedWord } from './site_hours.js';

/* From the first to the last day, both whole unless times are given, as the server takes it. */
function spanOf({ first, last, from, until }) {
    return {
        from: from ? `${first}T${from}` : first,
        until: until ? `${last}T${until}` : dayKeyPlus(last, 1),
    };
}

export async function load(params) {
    const [site, touches] = await Promise.all([
        get('/api/site'), params.first ? get('/api/site/touches', spanOf(params)) : null]);
    return { site, touches };
}

function spanWord(closing) {
    const isWhole = [closing.from_s, closing.until_s].every((at) => timeKey(at).endsWith('T00:00'));
    if (!isWhole) {
        return t('from {from} until {until}',
            { from: longTime(closing.from_s), until: longTime(closing.until_s) });
    }
    const last_s = closing.until_s - 1;
    return dayKey(closing.from_s) === dayKey(last_s) ? longDay(closing.from_s)
        : t('from {from} to {until}', { from: longDay(closing.from_s), until: longDay(last_s) });
}

async function lift(closing, page) {
    const isRunning = closing.from_s <= now_s();
    const sure = await confirm({
        title: isRunning ? t('Open again now?') : t('Take this closing back?'),
        text: t('Answers that were promised for later stay promised for later: nobody is told twice.'),
        yes: isRunning ? t('Yes, open again') : t('Yes, take it back'),
    });
    if (sure) {
        await page.act(() => post('/api/site/lift', { closing_id: closing.closing_id }),
            { done: isRunning ? t('The house is open again.') : t('The closing is taken back.') });
    }
}

function closingLine(closing, page) {
    return h('li', { class: 'plain-line' },
        h('span', { class: 'line-words' }, h('b', {}, spanWord(closing)),
            h('span', { class: 'sub' }, reasonWord(closing.reason_code),
                closing.first_name && [' · ', name(closing.first_name)])),
        button('undo', closing.from_s <= now_s() ? t('Open again') : t('Take back'),
            () => lift(closing, page), { id: `lift-${closing.closing_id}` }));
}

/* ---- A new one ---- */

function touchList({ promises, sessions, seats, session_lines: lines, pickups, returns, visits }) {
    const all = promises + sessions + pickups + returns + visits;
    return panel(t('What it touches'),
        all === 0 && fact('check_circle', t('Nothing is planned for that time.')),
        promises > 0 && fact('clock', tn('{n} promised answer: it is promised anew, and told.',
            '{n} promised answers: they are promised anew, and told.', promises)),
        sessions > 0 && fact('agenda', tn('{n} date in the agenda stays there: move or cancel it.',
            '{n} dates in the agenda stay there: move or cancel them.', sessions),
        seats > 0 && ` ${tn('{n} person has booked.', '{n} people have booked.', seats)}`),
        lines.length > 0 && h('ul', { class: 'stack' }, lines.map((one) => h('li', {},
            h('a', { href: hash('agenda', { session_id: one.session_id }) },
                `${one.title} · ${moment(one.starts_s)}`)))),
        pickups > 0 && fact('lend', tn('{n} thing was to be picked up.',
            '{n} things were to be picked up.', pickups)),
        returns > 0 && fact('lend', tn('{n} thing was to come back.',
            '{n} things were to come back.', returns)),
        visits > 0 && fact('parcel', tn('{n} service was planned.', '{n} services were planned.',
            visits)));
}

async function close(params, element, page) {
    await save(page, element, () => post('/api/site/close', {
        ...spanOf(params), reason_code: params.reason,
    }), {
        done: (given) => [t('The closing is written down: the screen shows it.'), movedWord(given)]
            .filter(Boolean).join(' '),
        next: hash('site', { part: 'closings' }),
        words: { invalid: t('This time is over, or ends before it begins.') },
    });
}

function look(values, element, page) {
    const { first, last, from, until } = values;
    if (last < first || (first === last && from && until && until <= from)) {
        refuse(element, t('It ends before it begins.'), 'last');
        return;
    }
    page.go('site', { part: 'closings', ...values });
}

function newClosing(touches, page) {
    const tomorrow = dayKeyPlus(dayKey(now_s()), 1);
    const { first, last, from, until, reason } = page.params;
    return [
        form({ id: 'closing-form', cls: 'stack', act: (values, element) => look(values, element, page) },
            panel(t('A new closing'),
                h('div', { class: 'fields' },
                    field({ id: 'first', label: t('First day closed'), type: 'date', required: true,
                        min: dayKey(now_s()), value: first ?? tomorrow }),
                    field({ id: 'from', label: t('from what time'), type: 'time', value: from ?? '',
                        hint: t('Empty: the whole day') }),
                    field({ id: 'last', label: t('Last day closed'), type: 'date', required: true,
                        min: dayKey(now_s()), value: last ?? tomorrow }),
                    field({ id: 'until', label: t('until what time'), type: 'time', value: until ?? '',
                        hint: t('Empty: the whole day') })),
                field({ id: 'reason', label: t('Why? Residents read it.'), type: 'select',
                    value: reason ?? 'holiday',
                    options: reasonChoices(CLOSINGS).map((one) => [one.code, one.label]) }),
                trouble(),
                h('div', { class: 'buttons' },
                    h('button', { type: 'submit', id: 'look' }, icon('search'), t('What would it touch?'))))),
        touches && form({ id: 'close-form', cls: 'stack',
            act: (_, element) => close(page.params, element, page) },
        touchList(touches), trouble(),
        h('div', { class: 'buttons' },
            h('button', { type: 'submit', class: 'main', id: 'close' }, icon('event_busy'),
                t('Yes, close then')),
            h('a', { class: 'button', href: hash('site', { part: 'closings' }) }, t('No, go back')))),
    ];
}

export function build({ site, touches }, page) {
    return [
        panel(t('Closings to come'), site.closings.length === 0 ? empty(t('None.'))
            : h('ul', { class: 'stack' }, site.closings.map((one) => closingLine(one, page)))),
        notice('info', h('p', {},
            t('To close for the rest of today, use “Close for today” on the page of today.'))),
        newClosing(touches, page),
    ];
}
