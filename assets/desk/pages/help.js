/* Coups de main: what is to be read, what hangs on the board, who is brought together and how it
 * goes on. */
import { get } from '../api.js';
import { h, name } from '../dom.js';
import { N_, age, now_s, t, tn, tx } from '../i18n.js';
import { backToList, chips, empty, hash, line as row, list, pageHead, split } from '../parts.js';
import { colorOf, helpWord, iconOf, whenOf, whoOf } from '../words.js';
import { helpCard } from './help_card.js';

/* The lists: what each is called, what its emptiness means. */
const VIEWS = [
    ['asked', N_('To read'), N_('Nothing to read.')],
    ['published', N_('On the board'), N_('Nothing hangs on the board.')],
    ['match_proposed', N_('Proposed'), N_('Nobody is waiting for a yes.')],
    ['agreed', N_('Agreed'), N_('No helping hand is agreed at the moment.')],
    ['done_said', N_('Said to be done'), N_('Nothing is said to be done.')],
    ['disputed', N_('To clarify'), N_('Nothing is to be clarified.')],
    ['to_revive', N_('To revive'), N_('Nothing is to be revived.')],
    ['paused', N_('Paused'), N_('Nothing is paused.')],
];
const OLD_S = { asked: 86400, published: 21 * 86400, match_proposed: 3 * 86400, agreed: 14 * 86400 };

function viewOf(params) {
    return VIEWS.find(([code]) => code === params.view)?.[0] ?? 'asked';
}

async function loadCard(request_id) {
    try {
        const [request, card] = await Promise.all([
            get('/api/request', { request_id }), get('/api/help/card', { request_id })]);
        return { ...request, ...card };
    } catch (error) {
        if (error.error === 'not-found') {
            return null;
        }
        throw error;
    }
}

async function load(params) {
    const [listed, card] = await Promise.all([
        get('/api/help', {
            state: viewOf(params), is_danger: params.is_danger, since_s: params.since_s,
            after_id: params.after_id,
        }),
        params.request_id ? loadCard(params.request_id) : null,
    ]);
    return { listed, card };
}

function listParams({ view, is_danger: danger, since_s: since, after_id: after }) {
    return { view, is_danger: danger, since_s: since, after_id: after };
}

function noteOf(line) {
    const other = line.other?.name;
    return line.replies > 0 ? tn('{n} answer', '{n} answers', line.replies)
        : other ? tx('with {name}', { name: name(other) }) : null;
}

function lineOf(line, params) {
    const isOld = now_s() - line.since_s > (OLD_S[line.state] ?? Infinity);
    const note = noteOf(line);
    return row({
        id: `request-${line.request_id}`,
        href: hash('help', { ...listParams(params), request_id: line.request_id }),
        iconName: iconOf(line), color: line.is_danger ? 'red' : colorOf('help'),
        title: helpWord(line.category, line.choice),
        sub: [[whenOf(line), line.name ? '' : whoOf(line)].filter(Boolean).join(' · '),
            line.name && [whenOf(line) && ' · ', name(line.name)], note && [' · ', note]],
        pill: line.is_danger ? t('safety') : age(line.since_s),
        tone: line.is_danger ? 'bad' : isOld ? 'warn' : '',
        isChosen: String(line.request_id) === params.request_id,
    });
}

function build({ listed, card }, page) {
    const { params } = page;
    const view = viewOf(params);
    const [, title, nothing] = VIEWS.find(([code]) => code === view);
    const last = listed.lines.at(-1);
    const left = [
        pageHead(t('Helping hands')),
        chips(t('Show'), VIEWS.map(([code, label]) => ({
            label: t(label), count: listed.counts[code] ?? 0, href: hash('help', { view: code }),
            isChosen: code === view,
        }))),
        h('h2', { class: 'sr' }, t(title)),
        listed.lines.length > 0 ? list(listed.lines.map((line) => lineOf(line, params)))
            : empty(t(nothing)),
        (listed.is_more === 1 || params.after_id) && h('p', { class: 'tools' },
            params.after_id && h('a', { class: 'button', href: hash('help', { view }) },
                t('From the beginning')),
            listed.is_more === 1 && h('a', { class: 'button', id: 'more', href: hash('help',
                { view, is_danger: last.is_danger, since_s: last.since_s, after_id: last.request_id }) },
            t('The next ones'))),
    ];
    const detail = params.request_id && (card === null
        ? empty(t('That is no longer there.'))
        : [backToList('help', listParams(params)), helpCard(card, page)]);
    return split(left, detail);
}

export default {
    path: 'help',
    title: N_('Helping hands'),
    icon: 'help_hand',
    least: 'concierge',
    load,
    build,
};
