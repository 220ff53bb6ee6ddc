/* The figures of a quarter, without names: what was done, what was missing, for whom it is reported;
 * handed out as a table, and closed for good. */
import { get, post } from '../api.js';
import { csvOf, download } from '../csv.js';
import { confirm } from '../dialog.js';
import { h } from '../dom.js';
import { N_, euros, fullDay, number, t, tn } from '../i18n.js';
import { button, chips, column, empty, hash, notice, pageHead, table } from '../parts.js';
import { may } from '../session.js';
import { ACTIVITY_KINDS, helpWord, kindWord, stateWord } from '../words.js';
import { fundersCard } from './figures_funders.js';

/* ---- Quarters: 20263 is the third of 2026 ---- */

const SHOWN = 6;

function before(quarter) {
    return quarter % 10 === 1 ? quarter - 10 + 3 : quarter - 1;
}

function quarterOfDay(day) {
    return Math.floor(day / 10000) * 10 + Math.ceil((Math.floor(day / 100) % 100) / 3);
}

function quarterWord(quarter) {
    return t('Quarter {n} of {year}', { n: quarter % 10, year: Math.floor(quarter / 10) });
}

/* The last ones, back to the first figure there is, and the chosen one. */
function quarterChips({ quarter, now, first }) {
    const list = [now];
    while (list.length < SHOWN && first > 0 && list.at(-1) > quarterOfDay(first)) {
        list.push(before(list.at(-1)));
    }
    if (!list.includes(quarter)) {
        list.push(quarter);
    }
    return chips(t('Quarters'), list.map((one) => ({
        label: quarterWord(one), href: hash('figures', { quarter: one }), isChosen: one === quarter,
    })));
}

/* ---- Closing ---- */

const CONSEQUENCES = [
    N_('No figure of this quarter changes any more.'),
    N_('Who came and who did not can no longer be marked for its dates.'),
    N_('What becomes known later is counted on the day on which it does, and says for which day.'),
];

async function closeQuarter({ quarter }, page) {
    const isSure = await confirm({
        title: t('Close {quarter} for good?', { quarter: quarterWord(quarter) }),
        text: [...CONSEQUENCES, N_('This cannot be taken back.')].map((one) => t(one)).join(' '),
        yes: t('Close it for good'), isDanger: true,
    });
    if (isSure) {
        await page.act(() => post('/api/figures/close', { quarter }), {
            done: t('{quarter} is closed.', { quarter: quarterWord(quarter) }),
        });
    }
}

function unmarkedWords({ unmarked_bookings: bookings, unmarked_sessions: sessions }) {
    return [
        bookings > 0 && tn('{n} booking where nobody marked who came',
            '{n} bookings where nobody marked who came', bookings),
        sessions > 0 && tn('{n} date whose attendance was not entered',
            '{n} dates whose attendance was not entered', sessions),
    ].filter(Boolean);
}

/* Where the quarter stands: running, over, closed. */
function stateNotice(data, page) {
    if (data.is_closed) {
        return notice('ok', h('p', {}, h('b', {}, t('Closed on {day} by {name}.', {
            day: fullDay(data.closed_at_s), name: data.closed_by,
        })), ' ', t('These figures do not change any more.'), data.later > 0 && [' ', tn(
            '{n} correction is counted in a later quarter.',
            '{n} corrections are counted in a later quarter.', data.later)]));
    }
    if (data.quarter >= data.now) {
        return notice('info', h('p', {},
            t('This quarter still runs: its figures grow every day. It can be closed once it is over.')));
    }
    const unmarked = unmarkedWords(data);
    return notice('warn', h('p', {}, h('b', {}, t('Over, not closed yet.')), ' ',
        unmarked.length > 0 && t('Still to be entered: {list}.', { list: unmarked.join(', ') })),
    may('coordinator') ? button('lock', t('Close it…'), () => closeQuarter(data, page),
        { id: 'close-quarter' })
        : h('p', { class: 'soft' }, t('A coordinator closes it.')));
}

/* ---- Handed out ---- */

/* Codes as they stand: for a spreadsheet, the same in every language. */
const HEADS = ['day', 'for_day', 'kind', 'subject', 'outcome', 'ended_by', 'channel', 'is_known',
    'acts', 'adults', 'children', 'minutes', 'cents', 'district', 'funders'];

async function exportTable(quarter, page) {
    const answer = await page.act(() => get('/api/figures/acts', { quarter }));
    if (answer !== null) {
        download(`${quarter}.csv`, csvOf([HEADS, ...answer.lines]));
    }
}

/* ---- The tables ---- */

const MISSING = new Set(['refused', 'not_served', 'unanswered']);
const KIND_WORDS = { offer: ['help', 'offer'], reply: ['help', 'reply'], help: ['help', 'need'] };

function subjectOf({ kind, subject, title }) {
    const own = title ?? (kind in KIND_WORDS ? helpWord(subject)
        : ACTIVITY_KINDS[subject] ? t(ACTIVITY_KINDS[subject][0]) : subject);
    return [kindWord(...(KIND_WORDS[kind] ?? [kind])), own].filter(Boolean).join(' · ');
}

function amount(n) {
    return n === 0 ? '' : number(n);
}

function row(one) {
    return [subjectOf(one), stateWord(KIND_WORDS[one.kind]?.[0] ?? one.kind, one.outcome),
        number(one.acts), amount(one.adults), amount(one.children), amount(one.minutes),
        one.cents === 0 ? '' : euros(one.cents)];
}

function figuresTable(caption, lines) {
    return h('section', { class: 'stack figures' }, h('h2', { class: 'card-title' }, caption), table({
        caption, heads: [t('What'), t('How it ended'), t('How many'), t('Adults'), t('Children'),
            t('Minutes'), t('Euros')],
        rows: lines.map(row),
    }));
}

function fundersTable(funders) {
    const caption = t('For each funder');
    return h('section', { class: 'stack figures of-funders' }, h('h2', { class: 'card-title' }, caption), table({
        caption, heads: [t('Funder'), t('How many'), t('Persons'), t('Minutes'), t('Euros')],
        rows: funders.map((one) => [one.tag, number(one.acts), amount(one.people),
            amount(one.minutes), one.cents === 0 ? '' : euros(one.cents)]),
    }));
}

function build({ figures, funders }, page) {
    const done = figures.lines.filter((one) => !MISSING.has(one.outcome));
    const missing = figures.lines.filter((one) => MISSING.has(one.outcome));
    return column(
        pageHead(t('Figures'), {
            sub: t('What was done, counted by itself, without any name.'),
            tools: may('coordinator') && figures.lines.length > 0 &&
                button('out', t('As a table (CSV)'), () => exportTable(figures.quarter, page),
                    { id: 'export' }),
        }),
        quarterChips(figures), stateNotice(figures, page),
        figures.lines.length === 0 && empty(t('Nothing was counted in this quarter.')),
        done.length > 0 && figuresTable(t('What was done'), done),
        missing.length > 0 && figuresTable(t('What was missing'), missing),
        figures.funders.length > 0 && fundersTable(figures.funders),
        fundersCard(funders, page));
}

export default {
    path: 'figures', title: N_('Figures'), icon: 'document', least: 'concierge',
    load: async (params) => {
        const [figures, funders] = await Promise.all([
            get('/api/figures', { quarter: params.quarter }), get('/api/figures/funders')]);
        return { figures, funders };
    },
    build,
};
