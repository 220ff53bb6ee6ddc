/* À valider: one pile of all that waits, danger on top, then the oldest; one request at a time, or
 * several like ones at once. */
import { get, post } from '../api.js';
import { cardView } from '../card.js';
import { askReason } from '../card_answers.js';
import { openDialog } from '../dialog.js';
import { h, icon } from '../dom.js';
import { N_, age, badgeDay, dayMonth, daysAhead, moment, now_s, t, time, tn } from '../i18n.js';
import { backToList, button, chips, empty, hash, line as row, list, notice, pageHead, split } from
    '../parts.js';
import { toast } from '../toast.js';
import { DOMAINS, colorOf, doneWord, iconOf, obstacleWord, errorWord, titleOf, whenOf,
    whoOf } from '../words.js';

const ORDER = ['all', 'workshops', 'loans', 'help', 'services'];
const OLD_S = 4 * 3600;
const PHONE = matchMedia('(max-width: 60rem)');

async function load(params) {
    const [queue, card] = await Promise.all([
        get('/api/queue', {
            domain: params.domain, after_danger: params.after_danger,
            after_rank_s: params.after_rank_s, after_id: params.after_id,
        }),
        params.request_id ? get('/api/queue/card', { request_id: params.request_id })
            .catch((error) => {
                if (error.error === 'not-found') {
                    return null;
                }
                throw error;
            }) : null,
    ]);
    return { queue, card };
}

/* ---- The list ---- */

/* The filter and the page of the list, without what was chosen in it. */
function listParams({ domain, after_danger: danger, after_rank_s: rank, after_id: id, many }) {
    return { domain, after_danger: danger, after_rank_s: rank, after_id: id, many };
}

function askedAt(line) {
    const days = daysAhead(line.rank_s);
    return days === 0 ? time(line.rank_s) : days > -6 ? badgeDay(line.rank_s)
        : dayMonth(line.rank_s);
}

/* Colour says what words say, too: promised for earlier is late, some hours old is soon late. */
function ageOf(line) {
    if (line.is_danger) {
        return { pill: t('safety'), tone: 'bad' };
    }
    if (line.not_staff_id) {
        return { pill: t('for a colleague') };
    }
    if (line.answer_by_s && line.answer_by_s < now_s()) {
        return { note: [age(line.rank_s), h('span', { class: 'sr' }, `, ${t('late')}`)], tone: 'bad' };
    }
    return { note: age(line.rank_s), tone: now_s() - line.rank_s > OLD_S ? 'warn' : '' };
}

function lineOf(line, params, more = {}) {
    return row({
        id: `request-${line.request_id}`,
        href: hash('queue', { ...listParams(params), request_id: line.request_id }),
        iconName: iconOf(line), color: line.is_danger ? 'red' : colorOf(line.kind),
        title: titleOf(line), sub: [whenOf(line), whoOf(line)].filter(Boolean).join(' · '),
        aside: askedAt(line), ...ageOf(line),
        isChosen: String(line.request_id) === params.request_id, ...more,
    });
}

function filters(counts, params) {
    return chips(t('Show'), ORDER.map((domain) => ({
        label: t(DOMAINS[domain].label), count: counts[domain],
        href: hash('queue', { domain: domain === 'all' ? '' : domain }),
        isChosen: (params.domain ?? 'all') === domain,
    })));
}

function paging(queue, params) {
    const last = queue.lines.at(-1);
    return h('div', { class: 'buttons paging' },
        params.after_id && h('a', { class: 'button', href: hash('queue', { domain: params.domain }) },
            icon('up'), t('Back to the first')),
        queue.is_more ? h('a', {
            class: 'button', href: hash('queue', {
                domain: params.domain, after_danger: last.is_danger, after_rank_s: last.rank_s,
                after_id: last.request_id,
            }),
        }, icon('down'), t('The following ones')) : null);
}

function waitingLists(queue, params) {
    return queue.waiting.length > 0 && [
        h('h2', {}, t('Waiting lists: something is free')),
        list(queue.waiting.map((one) => lineOf(one.line, params, {
            aside: null, note: null, pill: tn('%ld free', '%ld free', one.free), tone: 'ok',
        }))),
        queue.is_more_waiting ? h('p', { class: 'soft' },
            t('There are more lists than can be shown here.')) : null,
    ];
}

/* ---- What was done just now ---- */

async function showRecent(page) {
    const { lines } = await get('/api/recent');
    const chosen = await openDialog({
        title: t('What I did just now'),
        build: (close) => (lines.length === 0
            ? h('p', {}, t('Nothing that can be taken back: that goes for ten minutes.'))
            : list(lines.map((one) => h('div', { class: 'line' },
                h('span', { class: 'line-words' }, h('b', {}, doneWord(one.line.kind, one.verb)),
                    h('span', { class: 'sub' }, `${titleOf(one.line)} · ${time(one.recorded_at_s)}`)),
                h('button', { type: 'button', onclick: () => close(one.line) },
                    icon('undo'), t('Undo')))))),
    });
    if (chosen !== null) {
        page.act(() => post('/api/undo', { request_id: chosen.request_id, no: chosen.no }),
            { done: t('Taken back.') });
    }
}

/* ---- Several at once ---- */

/* Like ones: the same kind, in the same state, in the same direction. */
function likeness(line) {
    return `${line.kind}.${line.state}.${line.direction}`;
}

async function showResults(results, lines) {
    const titles = new Map(lines.map((line) => [line.request_id, line]));
    const failed = results.filter((result) => result.error !== '');
    if (failed.length === 0) {
        toast(tn('{n} request answered.', '{n} requests answered.', results.length));
        return;
    }
    await openDialog({
        title: t('{n} of {all} answered', { n: results.length - failed.length, all: results.length }),
        build: () => list(results.map((result) => {
            const line = titles.get(result.request_id);
            return h('div', { class: 'line' }, icon(result.error === '' ? 'check' : 'warning'),
                h('span', { class: 'line-words' }, h('b', {}, titleOf(line)),
                    h('span', { class: 'sub' }, `${whoOf(line)} · ${result.error === '' ? t('Done')
                        : result.reasons.map(obstacleWord).join(' ') || errorWord(result)}`)));
        })),
    });
}

function manyPanel(queue, params, page) {
    const boxes = () => [...document.querySelectorAll('[name=many]')];
    const chosen = () => queue.lines.filter((line) => boxes().some(
        (box) => box.checked && Number(box.value) === line.request_id));
    const count = h('p', { role: 'status' });
    const send = async (answer, more = {}) => {
        const lines = chosen();
        const result = await page.act(() => post('/api/queue/decide_many', {
            answer, ...more,
            requests: lines.map((line) => ({ request_id: line.request_id, no: line.no })),
        }), { next: hash('queue', { domain: params.domain }) });
        if (result !== null) {
            showResults(result.lines, lines);
        }
    };
    const yes = button('check', t('Yes to all of them'), () => send('yes'),
        { id: 'yes-many', look: 'main', isDisabled: true });
    const no = button('close', t('No to all of them…'), async () => {
        const [first] = chosen();
        const verb = first.kind === 'session' ? 'return' : 'refuse';
        const answer = await askReason(first, verb, t('No to all of them…'));
        if (answer !== null) {
            send('no', answer);
        }
    }, { id: 'no-many', look: 'danger', isDisabled: true });
    const follow = () => {
        const lines = chosen();
        for (const box of boxes()) {
            box.disabled = lines.length > 0 && box.dataset.like !== likeness(lines[0]);
        }
        count.textContent = lines.length === 0 ? t('Tick requests that are alike.')
            : tn('{n} request', '{n} requests', lines.length);
        yes.disabled = lines.length === 0;
        no.disabled = lines.length === 0;
    };
    const panel = h('div', { class: 'card many' }, count, h('div', { class: 'buttons' }, yes, no,
        h('a', { class: 'button plain', href: hash('queue', { domain: params.domain }) },
            t('One at a time again'))));
    document.addEventListener('change', (event) => event.target.name === 'many' && follow(),
        { signal: page.until });
    count.textContent = t('Tick requests that are alike.');
    return panel;
}

function tick(line) {
    const box = h('input', {
        type: 'checkbox', name: 'many', value: String(line.request_id),
        'data-like': likeness(line), 'aria-label': `${titleOf(line)}, ${whoOf(line)}`,
    });
    return h('label', {}, box);
}

/* ---- The page ---- */

/* After an answer: the next in the list; on a phone, the list. */
function nextOf(queue, params) {
    const lines = queue.lines.filter((line) => !line.not_staff_id);
    const here = lines.findIndex((line) => String(line.request_id) === params.request_id);
    const next = here < 0 ? lines[0] : lines[here + 1] ?? lines[here - 1];
    return hash('queue', {
        ...listParams(params),
        request_id: PHONE.matches || next === undefined ? '' : next.request_id,
    });
}

function build({ queue, card }, page) {
    const { params } = page;
    const isMany = params.many === '1';
    const oldest = queue.counts.oldest_s
        ? t('The oldest was asked %s', [moment(queue.counts.oldest_s)]) : '';
    const left = [
        pageHead(t('To decide'), {
            sub: oldest,
            tools: [
                button('history', t('Just done'), () => showRecent(page), { id: 'recent', look: 'small plain' }),
                !isMany && queue.lines.length > 1 && h('a', {
                    class: 'button small plain', id: 'many', href: hash('queue', { domain: params.domain, many: 1 }),
                }, icon('checked_day'), t('Several')),
            ],
        }),
        filters(queue.counts, params),
        isMany && manyPanel(queue, params, page),
        queue.lines.length === 0 ? empty(t('Nothing waits here. Today’s hand-outs and returns are under “Today”.'))
            : list(queue.lines.map((line) => lineOf(line, params,
                isMany ? { before: tick(line) } : {}))),
        paging(queue, params),
        waitingLists(queue, params),
    ];
    const isGone = params.request_id && card === null;
    return split(left, isGone ? notice('info', t('That is no longer there.'))
        : card && cardView(card, page, {
            back: backToList('queue', listParams(params)), next: nextOf(queue, params),
        }));
}

export default {
    path: 'queue',
    title: N_('To decide'),
    icon: 'check_circle',
    least: 'concierge',
    count: (live) => live.waiting,
    load,
    build,
};
