/* What an organiser proposed for a date that stands in the agenda: while it waits for the concierge,
 * and why it was refused; and dates that came back to be put right. */
import { post } from '../api.js';
import { h } from '../dom.js';
import { longTime, t } from '../i18n.js';
import { button, buttons, hash, notice, wordsOf } from '../parts.js';
import { may } from '../session.js';
import { reasonWord } from '../words.js';

/* "Another date: Thursday 10 September, 15:00" */
export function proposalWord(proposal) {
    if (proposal.from_s > 0) {
        return t('Another date: {when}', { when: longTime(proposal.from_s) });
    }
    const parts = [
        proposal.has_place === 1 && t('Place: %s', [proposal.place || t('In the house')]),
        proposal.capacity > 0 && t('Seats: %d', [proposal.capacity]),
        proposal.least_people > -1 && t('At least so many people: %d', [proposal.least_people]),
    ].filter(Boolean);
    return parts.length > 0 ? parts.join(', ') : t('Seats, place');
}

/* Why the concierge said no, coded and in words. */
export function whyNot({ reason, words }) {
    return [h('p', {}, h('b', {}, reasonWord(reason))), words && wordsOf(words, 'fr')];
}

function answer(proposal, is_read, done, page) {
    return page.act(() => post('/api/agenda/proposal', {
        request_id: proposal.request_id, no: proposal.no, is_read,
    }), { done });
}

function openCard(proposal, page) {
    return notice('info', h('p', {}, h('b', {}, t('Proposed, waits for the concierge’s yes.')), ' ',
        proposalWord(proposal)),
    buttons(may('concierge') ? h('a', { class: 'button', id: `decide-${proposal.request_id}`,
        href: hash('queue', { request_id: proposal.request_id }) }, t('Answer it'))
        : button('undo', t('Take the proposal back'), () => answer(proposal, false,
            t('Taken back.'), page), { id: `withdraw-${proposal.request_id}` })));
}

export function refusedCard(proposal, page) {
    return notice('warn', h('p', {}, h('b', {}, t('The concierge said no.')), ' ',
        proposalWord(proposal)),
    whyNot(proposal),
    !may('concierge') && buttons(button('check', t('I have read it'), () => answer(proposal, true,
        t('It stays as it stands in the agenda.'), page), { id: `read-${proposal.request_id}` })));
}

/* lines: of /api/agenda/proposals. */
export function proposalCards(_, lines, page) {
    return lines.map((proposal) => (proposal.state === 'asked' ? openCard(proposal, page)
        : !may('concierge') && refusedCard(proposal, page)));
}

export function returnedNotice(session) {
    return session.state === 'returned' ? notice('warn',
        h('p', {}, h('b', {}, t('The concierge sent it back. Put it right, then propose it again.'))),
        whyNot(session.returned)) : session.state === 'proposed' && !may('concierge')
        ? notice('info', h('p', {}, t('Proposed, waits for the concierge’s yes. Nobody sees it yet.')))
        : null;
}
