/* The agenda: a week or a month, by day; at the right, what was chosen. */
import { get } from '../api.js';
import { calendarAddress } from '../calendar_address.js';
import { h, icon } from '../dom.js';
import { N_, atKey, capital, civil, dayKey, dayKeyPlus, longDay, now_s, t, times } from '../i18n.js';
import { chips, empty, hash, line, list, pageHead, split } from '../parts.js';
import { may, whoAmI } from '../session.js';
import { ACTIVITY_KINDS } from '../words.js';
import { sessionDetail } from './agenda_session.js';
import { isStopped, seatsShort, sessionPill } from './agenda_words.js';

const PAGES_MOST = 8; /* of 150 lines each */

/* ---- Which days ---- */

function firstOf(view, day) {
    return view === 'month' ? `${day.slice(0, 8)}01`
        : dayKeyPlus(day, 1 - civil(atKey(`${day}T12:00`)).weekday);
}

function nextOf(view, first) {
    return view === 'month' ? `${dayKeyPlus(first, 31).slice(0, 8)}01` : dayKeyPlus(first, 7);
}

function before(view, first) {
    return firstOf(view, dayKeyPlus(first, -1));
}

/* All lines of these days, page after page. */
async function allLines(params) {
    const lines = [];
    let after = {};
    for (let page = 0; page < PAGES_MOST; page++) {
        const answer = await get('/api/agenda', { ...params, ...after });
        lines.push(...answer.lines);
        const last = lines.at(-1);
        if (!answer.is_more || last === undefined) {
            break;
        }
        after = { after_s: last.starts_s, after_id: last.session_id };
    }
    return lines;
}

async function load(params) {
    const id = params.session_id;
    const [session, people, proposals] = id ? await Promise.all([
        get('/api/agenda/session', { session_id: id }),
        may('concierge') ? get('/api/agenda/bookings', { session_id: id })
            : get('/api/agenda/names', { session_id: id }),
        get('/api/agenda/proposals', { session_id: id }),
    ]) : [null, null, null];
    const view = params.view === 'month' ? 'month' : 'week';
    const first = firstOf(view, params.day || dayKey(session?.starts_s ?? now_s()));
    const lines = await allLines({
        from_s: atKey(first), until_s: atKey(nextOf(view, first)), kind: params.kind,
        of_partner_id: params.of_partner_id,
    });
    const choices = may('concierge') ? await get('/api/agenda/choices') : null;
    return { view, first, lines, session, people, proposals, choices };
}

/* ---- The list ---- */

function sessionLine(session, params, isChosen) {
    const pill = sessionPill(session);
    return line({
        id: `session-${session.session_id}`,
        href: hash('agenda', { ...params, session_id: session.session_id }),
        iconName: session.icon, color: isStopped(session) ? '' : 'blue', isChosen,
        title: session.title,
        sub: [times(session.starts_s, session.ends_s), session.place, session.partner]
            .filter(Boolean).join(' · '),
        aside: seatsShort(session), pill: pill?.text, tone: pill?.tone,
    });
}

function byDay(data, params) {
    const days = new Map();
    for (const session of data.lines) {
        const key = dayKey(session.starts_s);
        days.set(key, [...(days.get(key) ?? []), session]);
    }
    return [...days].map(([key, sessions]) => [
        h('h2', {}, capital(longDay(atKey(key)))),
        list(sessions.map((session) => sessionLine(session, params,
            session.session_id === data.session?.session_id))),
    ]);
}

function rangeBar(data, params) {
    const go = (day) => hash('agenda', { ...params, day, session_id: '' });
    return h('div', { class: 'tools' },
        h('a', { class: 'button plain', id: 'before', href: go(before(data.view, data.first)) },
            icon('left'), t('Earlier')),
        h('a', { class: 'button plain', id: 'today', href: go('') }, t('Today')),
        h('a', { class: 'button plain', id: 'after', href: go(nextOf(data.view, data.first)) },
            t('Later'), icon('right')));
}

function filters(data, params, page) {
    const chip = (label, more, isChosen) => ({
        label, isChosen, href: hash('agenda', { ...params, session_id: '', ...more }),
    });
    return [
        chips(t('How long'), [chip(t('Week'), { view: '' }, data.view === 'week'),
            chip(t('Month'), { view: 'month' }, data.view === 'month')]),
        chips(t('Kinds'), [chip(t('All'), { kind: '' }, !params.kind),
            ...Object.entries(ACTIVITY_KINDS).map(([code, [label]]) => chip(t(label),
                { kind: code }, params.kind === code))]),
        data.choices && h('label', { class: 'sr', for: 'partner' }, t('Partner')),
        data.choices && h('select', {
            id: 'partner',
            value: params.of_partner_id ?? '',
            onchange: (event) => page.go('agenda',
                { ...params, session_id: '', of_partner_id: event.target.value }),
        },
        h('option', { value: '' }, t('All partners')),
        data.choices.partners.map((partner) => h('option', { value: partner.partner_id },
            partner.name))),
    ];
}

function build(data, page) {
    const { session_id: _, ...params } = page.params;
    const tools = [
        h('a', { class: 'button main', id: 'new-session', href: hash('agenda-new') }, icon('add'),
            t('New date')),
        h('a', { class: 'button', id: 'activities', href: hash('activities') }, t('Activities')),
        h('a', { class: 'button', id: 'import', href: hash('calendar-import') },
            t('Import a calendar')),
    ];
    return split([
        pageHead(t('Agenda'), { tools }),
        h('div', { class: 'stack' }, filters(data, params, page), rangeBar(data, params)),
        data.lines.length === 0 ? empty(t('Nothing takes place on these days.')) : byDay(data, params),
        calendarAddress(may('concierge') ? Number(params.of_partner_id ?? 0) : whoAmI().staff.partner_id),
    ], data.session && sessionDetail(data.session, data.people, data.proposals.lines,
        page, params));
}

export default { path: 'agenda', title: N_('Agenda'), icon: 'agenda', least: 'organiser', load, build };
