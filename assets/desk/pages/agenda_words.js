/* Sentences of the agenda's pages: what a session is, and what would follow from changing it. */
import { N_, capital, euros, longDay, t, times, tn } from '../i18n.js';
import { may } from '../session.js';
import { stateWord } from '../words.js';

/* Icons that an activity may have: names of kiosk/ui/icons.h, with the word they stand for. */
export const ACTIVITY_ICONS = {
    tools: N_('Tools'), broken: N_('Repairing'), craft: N_('Arts and crafts'), sewing: N_('Sewing'),
    carpenter: N_('Woodwork'), bike: N_('Bicycles'), food: N_('Cooking'), bread: N_('Bread'),
    cafe: N_('Coffee'), groceries: N_('Fruit and vegetables'), give: N_('Giving away'),
    garden: N_('Garden'), compost: N_('Compost'), games: N_('Games'), toys: N_('For little ones'),
    music: N_('Music'), book: N_('Reading'), language: N_('Languages'), school: N_('Lessons'),
    conversation: N_('Conversation'), walk: N_('Gentle exercise'), sports: N_('Sport'),
    party: N_('A feast'), smartphone: N_('Phones'), computer: N_('Computers'),
    papers: N_('Letters'), justice: N_('Rights'), energy: N_('Energy'), work: N_('Work'),
    health: N_('Health'), camera: N_('Pictures'), people: N_('A meeting'),
};

/* By state: what a line says, and in which tone. Nothing of what is as it should be. */
const PILLS = {
    draft: 'warn', proposed: 'warn', returned: 'warn', postponed: 'warn', to_decide: 'bad',
    held: 'warn', cancelled: 'bad',
};

export function isStopped(session) {
    return session.state === 'postponed' || session.state === 'cancelled';
}

/* A line's pill: {text, tone}. */
export function sessionPill(session) {
    if (PILLS[session.state] !== undefined) {
        return { text: stateWord('session', session.state), tone: PILLS[session.state] };
    }
    if (session.state === 'counted') {
        return { text: tn('{n} came', '{n} came', peoplePresent(session)), tone: '' };
    }
    if (session.capacity === 0) {
        return { text: t('free entry'), tone: '' };
    }
    if (session.waiting > 0) {
        return { text: tn('{n} waits', '{n} wait', session.waiting), tone: 'warn' };
    }
    return session.taken >= session.capacity ? { text: t('full'), tone: '' } : null;
}

export function peoplePresent(session) {
    return session.present + session.unnamed_adults + session.unnamed_children;
}

/* Who is there no longer holds a seat, but sits on it. */
function seated(session) {
    return session.taken + session.present;
}

/* "6 / 8" */
export function seatsShort(session) {
    return session.capacity > 0 ? `${seated(session)} / ${session.capacity}` : '';
}

export function seatsLong(session) {
    return session.capacity > 0
        ? t('{taken} of {capacity} seats taken', { ...session, taken: seated(session) })
        : t('Free entry, nothing to book');
}

export function whenLong(session) {
    return `${capital(longDay(session.starts_s))}, ${times(session.starts_s, session.ends_s)}`;
}

export function priceLong({ price_cents, subscriber_cents }) {
    if (price_cents === 0) {
        return t('Free');
    }
    return subscriber_cents < 0 || subscriber_cents === price_cents ? euros(price_cents)
        : t('{price}, subscribed households {less}',
            { price: euros(price_cents), less: euros(subscriber_cents) });
}

/* ---- What would follow ---- */

export function reachOf(session, hasFollowing) {
    const more = hasFollowing ? session.reach_following : { bookings: 0, people: 0 };
    return session.reach.bookings + more.bookings;
}

const nobody = () => t('Nobody has booked: nobody has to be told.');

/* What an organiser asks for waits, unless the association's rule says otherwise. */
export function waits(session) {
    return session.is_alone !== 1;
}

function first(session, sentence) {
    return waits(session) ? t('The concierge says yes first. {then}', { then: sentence }) : sentence;
}

/* Who tells them: the desk, by itself or for an organiser. */
function told(sentence) {
    return may('concierge') ? t('{what} You tell them.', { what: sentence })
        : t('{what} The concierge tells them.', { what: sentence });
}

export function afterMove(session, hasFollowing = false) {
    const n = reachOf(session, hasFollowing);
    return first(session, n === 0 ? nobody()
        : told(tn('{n} booking is asked whether the new date suits.',
            '{n} bookings are asked whether the new date suits.', n)));
}

export function afterPostpone(session, hasFollowing = false) {
    const n = reachOf(session, hasFollowing);
    return n === 0 ? nobody()
        : told(tn('{n} booking keeps its seats until the new date.',
            '{n} bookings keep their seats until the new date.', n));
}

export function afterCancel(session, hasFollowing = false) {
    const n = reachOf(session, hasFollowing);
    return n === 0 ? t('It stays visible, as cancelled, with the reason. Nobody has booked.')
        : told(tn('It stays visible, as cancelled, with the reason. {n} booking ends.',
            'It stays visible, as cancelled, with the reason. {n} bookings end.', n));
}

export function afterTell(session) {
    const n = session.reach.bookings;
    return n === 0 ? t('Nobody has booked: there is nobody to write to.')
        : told(tn('{n} booking reads it at the screen.', '{n} bookings read it at the screen.', n));
}

export function afterChange(session) {
    return first(session, t('Other seats are no news; another place is told.'));
}

export function afterPublish(session) {
    return waits(session) ? t('The concierge says yes first; then it stands in the agenda.')
        : t('It stands in the agenda at the screen at once.');
}

/* "6 inscrits, 4 prévenus, 3 oui": people, never names. */
export function reachShort(session) {
    return [tn('{n} booked', '{n} booked', session.taken), tn('{n} told', '{n} told', session.told),
        tn('{n} yes', '{n} yes', session.yes)].join(', ');
}

/* What was done: {sessions, told}. */
export function doneSentence(text, done) {
    if (done.is_proposed === 1) {
        return t('Proposed: the concierge answers.');
    }
    const told = done.told > 0
        ? tn('{n} household to tell.', '{n} households to tell.', done.told) : '';
    const dates = done.sessions > 1 ? tn('{n} date.', '{n} dates.', done.sessions) : '';
    return [text, dates, told].filter(Boolean).join(' ');
}
