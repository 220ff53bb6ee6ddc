/* Prêts: what is to be prepared, handed out, taken back and looked at; what will be missing; and
 * where each thing is. One loan at a time at the right (loans_one.js), or a thing with its copies
 * (loans_item.js). */
import { get } from '../api.js';
import { h, icon, name } from '../dom.js';
import { N_, age, moment, now_s, t } from '../i18n.js';
import { chips, empty, hash, line as row, list, notice, pageHead, split } from '../parts.js';
import { printLink } from '../print.js';
import { awayWord, iconOf, stateWord, titleOf, whoOf } from '../words.js';
import { itemView } from './loans_item.js';
import { loanView } from './loans_one.js';

/* The lists: their word, what is said when there is nothing, and whether it is good news. */
const VIEWS = {
    prepare: [N_('To prepare'), N_('Everything is prepared.')],
    hand_out: [N_('Fetched today'), N_('Nothing is to be handed out today.')],
    ready: [N_('Set aside'), N_('Nothing lies set aside.')],
    out: [N_('Lent out'), N_('Nothing is lent out.')],
    late: [N_('Late'), N_('Nothing is late.')],
    check: [N_('To look at'), N_('Nothing waits to be checked.')],
    repair: [N_('To be mended'), N_('Nothing is to be mended.')],
    lost: [N_('Lost things'), N_('Nothing is lost.')],
    copies: [N_('Not in use'), N_('Everything is in use.')],
    away: [N_('Will be missing'), N_('Nothing will be missing.')],
};

async function load(params) {
    const { item_id: itemId, request_id: requestId } = params;
    const view = params.q ? 'search' : params.view ?? 'prepare';
    const chosen = itemId ? get('/api/copies', { item_id: itemId })
        : requestId ? get('/api/loans/one', { request_id: requestId }) : null;
    const [loans, one] = await Promise.all([
        get('/api/loans', {
            view, q: params.q, after_s: params.after_s, after_id: params.after_id,
        }),
        chosen?.catch((error) => {
            if (error.error === 'not-found') {
                return null;
            }
            throw error;
        }),
    ]);
    return { view, loans, item: itemId ? one : null, loan: itemId ? null : one };
}

/* The list, without what was chosen in it. */
function listParams({ view, q, after_s, after_id }) {
    return { view, q, after_s, after_id };
}

/* ---- The list ---- */

const SHOWS_END = new Set(['out', 'lost', 'needs_check', 'repair', 'parts_owed']);

/* What is worth a colour: late, missing, or said not to work. */
function markOf(line, view) {
    if (view === 'away') {
        return { pill: awayWord(line.why), tone: 'warn' };
    }
    if (line.state === 'out' && line.until_s < now_s()) {
        return { pill: t('late'), tone: 'bad' };
    }
    if (line.is_fault_said) {
        return { pill: t('does not work'), tone: 'warn' };
    }
    if (line.state === 'unclaimed') {
        return { pill: stateWord('loan', line.state), tone: 'warn' };
    }
    return view === 'prepare' && line.shelf ? { pill: t('Shelf %s', [line.shelf]) }
        : view === 'search' || view === 'hand_out' || view === 'repair'
            ? { pill: stateWord('loan', line.state) } : {};
}

function loanLine(line, view, params) {
    return row({
        id: `loan-${line.request_id}`,
        href: hash('loans', { ...listParams(params), request_id: line.request_id }),
        iconName: iconOf(line), color: 'umber', title: titleOf(line),
        sub: [line.name && [name(line.name), ' · '], whoOf(line), line.words && ` · ${line.words}`],
        aside: line.from_s === null || line.from_s === undefined ? t('as soon as one comes back')
            : moment(SHOWS_END.has(line.state) ? line.until_s : line.from_s),
        ...markOf(line, view),
        isChosen: String(line.request_id) === params.request_id,
    });
}

function copyLine(line, params) {
    return row({
        id: `copy-${line.copy_id}`,
        href: hash('loans', { ...listParams(params), item_id: line.item_id }),
        iconName: line.icon, color: 'umber', title: titleOf(line), sub: line.words ?? '',
        aside: age(line.since_s), pill: stateWord('copy', line.state), tone: 'warn',
        isChosen: String(line.item_id) === params.item_id,
    });
}

function filters(counts, { view, loans }, params) {
    return chips(t('Show'), Object.entries(VIEWS).map(([code, [label]]) => ({
        label: t(label), count: counts[code], href: hash('loans', { view: code }),
        isChosen: view === code,
    })).concat(view !== 'search' ? [] : [{
        label: t('Found'), count: loans.lines.length, isChosen: true,
        href: hash('loans', { q: params.q }),
    }]));
}

function searchForm(params, page) {
    return h('form', {
        id: 'loans-search', class: 'loans-search', role: 'search',
        onsubmit: (event) => {
            event.preventDefault();
            const q = event.target.elements.q.value.trim();
            page.go('loans', q === '' ? {} : { q });
        },
    },
    h('label', { for: 'loans-q', class: 'sr' }, t('Thing, household, name or ticket')),
    h('input', {
        id: 'loans-q', name: 'q', type: 'search', value: params.q ?? '', maxlength: '60',
        autocomplete: 'off', placeholder: t('Thing, household, name or ticket'),
    }),
    h('button', { type: 'submit', id: 'loans-find' }, icon('search'),
        h('span', { class: 'sr' }, t('Search'))));
}

function paging(loans, params) {
    const last = loans.lines.at(-1);
    return h('div', { class: 'buttons paging' },
        params.after_id && h('a', {
            class: 'button', href: hash('loans', { view: params.view, q: params.q }),
        }, icon('up'), t('Back to the first')),
        loans.is_more && last.at_s !== undefined && params.q === undefined ? h('a', {
            class: 'button', id: 'next-page',
            href: hash('loans', {
                view: params.view, after_s: last.at_s, after_id: last.request_id,
            }),
        }, icon('down'), t('The following ones')) : null,
        loans.is_more && params.q !== undefined
            ? h('p', { class: 'soft' }, t('There is more: please say it more exactly.')) : null);
}

function lines({ view, loans }, params) {
    if (loans.lines.length === 0) {
        return empty(view === 'search' ? t('No loan that is under way was found.')
            : t(VIEWS[view][1]));
    }
    return list(loans.lines.map((line) => (view === 'copies' ? copyLine(line, params)
        : loanLine(line, view, params))));
}

/* What must not be overlooked while another list is open. */
function awayNotice(counts, view) {
    return counts.away > 0 && view !== 'away' && notice('warn', h('p', {},
        t('Something will be missing for a later loan. '),
        h('a', { href: hash('loans', { view: 'away' }), id: 'to-away' }, t('Look'))));
}

function listPart(data, page) {
    const { counts } = data.loans;
    return [
        pageHead(t('Loans'), {
            tools: [
                h('a', { class: 'button main', id: 'lend', href: hash('loans/new') }, icon('out'),
                    t('Lend now')),
                printLink(t('Picking list'), 'print/picking'),
            ],
        }),
        h('div', { class: 'stack' }, searchForm(page.params, page)),
        filters(counts, data, page.params),
        awayNotice(counts, data.view),
        lines(data, page.params), paging(data.loans, page.params),
    ];
}

function detailPart(data, page) {
    const back = listParams(page.params);
    if (data.item) {
        return itemView(data.item, page, back);
    }
    if (data.loan) {
        return loanView(data.loan, page, back);
    }
    return page.params.request_id ? notice('info', h('p', {}, t('That is no longer there.'))) : null;
}

export default {
    path: 'loans',
    title: N_('Loans'),
    icon: 'lend',
    least: 'concierge',
    count: (live) => live.loans ?? 0,
    load,
    build: (data, page) => split(listPart(data, page), detailPart(data, page)),
};
