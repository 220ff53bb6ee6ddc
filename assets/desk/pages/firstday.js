/* The first day: what an empty house still lacks, step by step until it opens. Every step is told by
 * what is in the house, none by a tick: what is done elsewhere is done here. */
import { get, post } from '../api.js';
import { h, icon } from '../dom.js';
import { N_, t } from '../i18n.js';
import { button, column, hash, notice, pageHead, pill } from '../parts.js';
import { may } from '../session.js';

/* is: whether it is done, from GET /api/firstday. isNeeded: a house cannot open without it. */
const STEPS = [
    { id: 'password', title: N_('Your own password'), is: () => true, isNeeded: true,
        text: N_('The first one was for the first time only.') },
    { id: 'hours', title: N_('Opening hours'), is: (day) => day.openings > 0, isNeeded: true,
        text: N_('Answers are promised from them.'), path: 'site', params: { part: 'hours' } },
    { id: 'oncall', title: N_('Numbers in danger'), is: (day) => day.oncall > 0, isNeeded: true,
        text: N_('The landlord’s emergency line, for the safety page.'), path: 'site',
        params: { part: 'words' } },
    { id: 'services', title: N_('Services'), is: (day) => day.services, isNeeded: true,
        text: N_('Choose from a list, then change them as your house does them.'), path: 'starter' },
    { id: 'items', title: N_('Things to borrow'), is: (day) => day.items,
        text: N_('From a list to begin with, or from your own file.'), path: 'starter',
        params: { what: 'items' } },
    { id: 'partners', title: N_('Partners'), is: (day) => day.partners,
        text: N_('Who else helps, and with what.'), path: 'catalogue', params: { part: 'partners' } },
    { id: 'sessions', title: N_('A first date in the agenda'), is: (day) => day.sessions,
        text: N_('A café, a workshop, a market.'), path: 'agenda-new' },
    { id: 'message', title: N_('A message on the screen'), is: (day) => day.message,
        text: N_('A word of welcome, the opening day.'), path: 'site', params: { part: 'words' } },
    { id: 'staff', title: N_('Your colleagues'), is: (day) => day.staff > 1, least: 'coordinator',
        text: N_('Each with a number, a password, a PIN and a card.'), path: 'staff' },
    { id: 'roster', title: N_('Roster'), is: (day) => day.planned,
        text: N_('Who is planned when; without it, the opening hours count.'), path: 'site',
        params: { part: 'roster' } },
    { id: 'households', title: N_('Households'), is: (day) => day.households,
        text: N_('From your own file, or one by one.'), path: 'households' },
    { id: 'cards', title: N_('First cards'), is: (day) => day.cards,
        text: N_('Printed on a household’s page. Without a card one may ask all the same.'),
        path: 'households' },
    { id: 'desk', title: N_('Take the desk'), is: (day) => day.presence, isNeeded: true,
        text: N_('From then on the screen says that the house is open.') },
];

function isOpen(step, day) {
    return !step.is(day) && may(step.least ?? 'concierge');
}

function takeDesk(page) {
    return page.act(() => post('/api/today/take', {}),
        { done: t('You are at the desk: the screen says that the house is open.') });
}

function stepLine(step, day, page) {
    const isDone = Boolean(step.is(day));
    return h('li', { class: `step ${isDone ? 'is-done' : ''}`, id: `step-${step.id}` },
        icon(isDone ? 'check_circle' : 'clock'),
        h('span', { class: 'line-words' }, h('b', {}, t(step.title)),
            h('span', { class: 'sub' }, t(step.text))),
        pill(isDone ? t('done') : step.isNeeded ? t('to do') : t('not yet'),
            isDone ? 'ok' : step.isNeeded ? 'warn' : ''),
        step.id === 'desk' && !isDone
            ? button('person', t('I take the desk'), () => takeDesk(page), { id: 'take-desk', look: 'main' })
            : step.path && may(step.least ?? 'concierge') && h('a', {
                class: 'button', href: hash(step.path, step.params), id: `go-${step.id}`,
            }, isDone ? t('Look') : t('Go'), h('span', { class: 'sr' }, ` : ${t(step.title)}`)));
}

function build(day, page) {
    const open = STEPS.filter((step) => step.isNeeded && isOpen(step, day));
    return column(
        pageHead(t('The first day'), {
            sub: t('From an empty house to an open one. Do it in any order; come back when you like.'),
        }),
        open.length > 0 ? notice('info', h('p', {}, t('Still needed before you open:'), ' ',
            open.map((step) => t(step.title)).join(', '), '.'))
            : notice('ok', h('p', {}, t('All that is needed is there. Welcome, everybody.'))),
        h('ol', { class: 'steps' }, STEPS.map((step) => stepLine(step, day, page))));
}

export default {
    path: 'firstday',
    title: N_('The first day'),
    icon: 'star',
    least: 'concierge',
    count: (live) => live.lacks,
    isShown: (live) => live.lacks > 0,
    load: () => get('/api/firstday'),
    build,
};
