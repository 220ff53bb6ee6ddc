/* Your dates: where an organiser begins. What came back first, until it is put right; then what is to
 * come, with how many booked, were told and said yes. */
import { get } from '../api.js';
import { h, icon } from '../dom.js';
import { N_, capital, dayKey, longDay, longTime, t, times, tn } from '../i18n.js';
import { column, empty, hash, line, list, notice, pageHead } from '../parts.js';
import { refusedCard, whyNot } from './agenda_proposals.js';
import { isStopped, reachShort, sessionPill } from './agenda_words.js';

function lineHref(session) {
    return hash('agenda', { session_id: session.session_id, day: dayKey(session.starts_s) });
}

/* ---- What came back ---- */

function returnedCard(session) {
    return notice('warn', h('p', {}, h('b', {}, t('Sent back: {title}', { title: session.title })),
        ` · ${longTime(session.starts_s)}`), whyNot(session.returned),
    h('div', { class: 'buttons' }, h('a', { class: 'button main', id: `mend-${session.session_id}`,
        href: lineHref(session) }, t('Put it right'))));
}

function cameBack(lines, page) {
    return lines.flatMap((session) => [
        session.state === 'returned' && returnedCard(session),
        ...session.refused.map((refusal) => h('div', {},
            h('p', { class: 'soft' }, `${session.title} · ${longTime(session.starts_s)}`),
            refusedCard(refusal, page))),
    ]).filter(Boolean);
}

/* ---- The dates ---- */

function pillOf(session) {
    if (session.asked > 0) {
        return { text: t('a change waits'), tone: 'warn' };
    }
    return session.state === 'proposed' ? { text: t('waits for the concierge'), tone: 'warn' }
        : sessionPill(session);
}

function dateLine(session) {
    const pill = pillOf(session);
    const isBooked = session.capacity > 0 && session.taken > 0 && session.state !== 'held';
    return line({
        id: `date-${session.session_id}`, href: lineHref(session), iconName: session.icon,
        color: isStopped(session) ? '' : 'blue', title: session.title,
        sub: [capital(longDay(session.starts_s)), times(session.starts_s, session.ends_s), session.place]
            .filter(Boolean).join(' · '),
        aside: isBooked ? reachShort(session) : '', pill: pill?.text, tone: pill?.tone,
    });
}

function part(title, lines) {
    return lines.length > 0 && [h('h2', { class: 'part' }, title), list(lines.map(dateLine))];
}

function build({ association, is_alone: isAlone, lines }, page) {
    const back = cameBack(lines, page);
    const open = lines.filter((one) => one.state !== 'returned');
    const waiting = open.filter((one) => one.state === 'proposed' || one.asked > 0);
    const held = open.filter((one) => one.state === 'held');
    const coming = open.filter((one) => !waiting.includes(one) && !held.includes(one));
    return column(
        pageHead(t('Your dates'), {
            sub: association,
            tools: [
                h('a', { class: 'button main', id: 'new-date', href: hash('agenda-new') }, icon('add'),
                    t('New date')),
                h('a', { class: 'button', id: 'activities', href: hash('activities') },
                    t('Activities')),
                h('a', { class: 'button', id: 'import', href: hash('calendar-import') },
                    t('Import a calendar')),
            ],
        }),
        back.length > 0 && [h('h2', { class: 'part' }, tn('{n} thing came back', '{n} things came back', back.length)),
            back],
        h('p', { class: 'soft', id: 'rule' }, isAlone === 1
            ? t('What you announce and change stands in the agenda at once.')
            : t('New and changed dates wait for the concierge’s yes. Cancelling and postponing hold at once: people have to be told.')),
        part(t('Waits for the concierge’s yes'), waiting),
        part(t('Who came? To be entered'), held),
        part(t('To come'), coming),
        lines.length === 0 && empty(t('No date yet: announce the first one.')));
}

export default {
    path: 'dates', title: N_('Your dates'), icon: 'calendar', least: 'organiser',
    only: 'organiser',
    load: () => get('/api/agenda/organiser'), build,
};
