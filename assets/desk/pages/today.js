/* Aujourd'hui: who is there, who comes, what is to be done, notes between colleagues. */
import { get, post } from '../api.js';
import { askWords } from '../dialog.js';
import { h, icon, name } from '../dom.js';
import { N_, age, capital, dayKey, dayKeyPlus, longDay, moment, relativeDay, t, time, times, tn } from
    '../i18n.js';
import { button, column, empty, fact, field, form, hash, line, list, notice, pageHead, panel } from '../parts.js';
import { printLink } from '../print.js';
import { recordHash } from '../records.js';
import { colorOf, doneWord, iconOf, reasonWord, stateWord, titleOf, whoOf } from '../words.js';

/* ---- The house, and who is there ---- */

const STATES = {
    open: N_('The house is open until {time}.'),
    expected: N_('It is opening time: nobody has taken the desk yet.'),
    late: N_('It is open by the hours, but nobody has taken the desk. The screen says so.'),
    closed: N_('Outside the opening hours.'),
    closed_today: N_('Closed for today: {reason}.'),
    clock: N_('The computer’s clock is wrong: no hours are promised. Please have it set.'),
};
const TONES = { open: 'ok', expected: 'warn', late: 'bad', clock: 'bad' };

function houseLine({ house }) {
    const text = house.state === 'open' && !house.until_s ? t('Somebody is at the desk.')
        : t(STATES[house.state], {
            time: house.until_s ? time(house.until_s) : '', reason: reasonWord(house.reason_code),
        });
    const next = house.state !== 'open' && house.next_open_s > 0 &&
        ` ${t('Next opening: {when}.', { when: moment(house.next_open_s) })}`;
    return notice(TONES[house.state] ?? 'info', h('p', {}, h('b', {}, text), next));
}

/* Who is planned, one line a day. */
function rosterLine(data, isTomorrow) {
    const inDay = (s) => (relativeDay(s) === t(isTomorrow ? 'tomorrow' : 'today'));
    const rows = data.roster.filter((one) => inDay(one.from_s));
    const hours = data.hours.filter(([from_s]) => inDay(from_s))
        .map(([from_s, until_s]) => times(from_s, until_s)).join(', ');
    return fact('clock', h('b', {}, capital(t(isTomorrow ? 'tomorrow' : 'today'))), ' · ',
        hours || t('Closed'),
        rows.length > 0 && h('span', { class: 'sub' }, rows.map((one, i) => [i > 0 && ' · ',
            `${one.first_name} ${times(one.from_s, one.until_s)}`])));
}

function presenceButtons(data, page) {
    const isHere = data.presence.some((one) => one.is_me);
    const closed = data.house.state === 'closed_today';
    return h('div', { class: 'tools' },
        !isHere && button('person', t('I take the desk'), () => page.act(
            () => post('/api/today/take'),
            { done: closed ? t('You are at the desk: the house is open again.')
                : t('You are at the desk.'), undo: () => post('/api/today/leave') }),
        { id: 'take-desk', look: 'main' }),
        isHere && button('logout', t('I leave the desk'), () => page.act(
            () => post('/api/today/leave'),
            { done: t('You have left the desk.'), undo: () => post('/api/today/take') }),
        { id: 'leave-desk' }),
        !closed && h('a', { class: 'button', id: 'close-today', href: hash('close') },
            icon('event_busy'), t('Close for today…')));
}

function houseCard(data, page) {
    return panel(t('At the desk'), houseLine(data),
        data.presence.length > 0
            ? fact('person', data.presence.map((one, i) => [i > 0 && ', ',
                h('b', {}, one.first_name), ' ', t('since {time}', { time: time(one.began_s) })]))
            : fact('person', t('Nobody has taken the desk.')),
        presenceButtons(data, page), rosterLine(data, false), rosterLine(data, true));
}

/* ---- What does not wait ---- */

function todo(href, iconName, tone, text) {
    return h('li', {}, h('a', { class: `todo ${tone}`, href }, icon(iconName), h('span', {}, text),
        icon('chevron')));
}

function todoList({ counts, copies, attendance }) {
    const rows = [
        counts.danger > 0 && todo(hash('queue'), 'danger', 'bad',
            tn('{n} danger: call or go now', '{n} dangers: call or go now', counts.danger)),
        counts.waiting > 0 && todo(hash('queue'), 'check_circle', '',
            [h('b', {}, tn('{n} request to decide', '{n} requests to decide', counts.waiting)),
                ' · ', t('the oldest: {age}', { age: age(counts.oldest_s) })]),
        counts.notices > 0 && todo(hash('notices'), 'call', '',
            h('b', {}, tn('{n} person to tell', '{n} people to tell', counts.notices))),
        copies > 0 && todo(hash('loans', { view: 'away' }), 'warning', 'warn',
            h('b', {}, tn('{n} loan will not find its thing', '{n} loans will not find their thing',
                copies))),
        attendance.length > 0 && todo(hash('agenda', { session_id: attendance[0].session_id }),
            'people', '',
            [h('b', {}, tn('{n} session whose attendance is to be entered',
                '{n} sessions whose attendance is to be entered', attendance.length)),
            ' · ', attendance[0].title]),
    ].filter(Boolean);
    return rows.length === 0 ? empty(t('Nothing waits. Well done.'))
        : h('ul', { class: 'todos' }, rows);
}

/* ---- Who comes, and when ---- */

const COMINGS = {
    pickup: N_('fetches'), return: N_('brings back'), visit: N_('visit'),
    deposit: N_('brings'), enquiry: N_('service'), help: N_('helping hand'),
};

export function comingWord(type) {
    return t(COMINGS[type] ?? type);
}

/* Sessions and people in one list, by time. */
export function timelineOf(data) {
    return [...data.sessions, ...data.comings].sort((a, b) => a.at_s - b.at_s);
}

/* "Alma Moreau · foyer 0087": a name where there is one. */
export function whoWithName(one) {
    return [one.name && [name(one.name), ' · '], whoOf(one)];
}

function sessionSub(one) {
    const parts = [times(one.at_s, one.until_s), one.place];
    if (one.state === 'counted') {
        parts.push(tn('{n} came', '{n} came', one.present));
    } else if (one.capacity > 0 && one.state !== 'held') {
        parts.push(t('{n} of {most} expected', { n: one.expected, most: one.capacity }));
    }
    return [parts.filter(Boolean).join(' · '),
        one.asked > 0 && ` · ${tn('{n} not answered yet', '{n} not answered yet', one.asked)}`];
}

const SESSION_PILLS = { cancelled: 'bad', postponed: 'warn', to_decide: 'warn', held: 'warn' };

function timelineLine(one) {
    if (one.type === 'session') {
        const odd = SESSION_PILLS[one.state];
        return line({
            id: `session-${one.session_id}`, href: recordHash('session', one.session_id),
            iconName: one.icon || 'agenda', color: 'blue', title: one.title, sub: sessionSub(one),
            aside: time(one.at_s), pill: odd && stateWord('session', one.state), tone: odd,
        });
    }
    const what = [comingWord(one.type), one.shelf && one.type === 'pickup'
        && t('shelf %s', [one.shelf])].filter(Boolean).join(' · ');
    return line({
        id: `coming-${one.request_id}`, href: recordHash('request', one.request_id),
        iconName: iconOf(one), color: colorOf(one.kind), title: titleOf(one),
        sub: [whoWithName(one), ` · ${what}`],
        aside: one.type === 'visit' && time(one.at_s) === time(one.until_s ?? 0) ? '' : time(one.at_s),
        pill: one.state === 'ready' ? t('lies ready') : null, tone: 'ok',
    });
}

function timeline(data) {
    const rows = timelineOf(data);
    return panel(t('Who comes today'), rows.length === 0
        ? h('p', { class: 'soft' }, t('Nobody is expected today.'))
        : list(rows.map(timelineLine)));
}

/* ---- What to prepare, what is late ---- */

function prepareLine(one, page) {
    return h('div', { class: 'line-with' },
        line({
            href: recordHash('request', one.request_id), iconName: iconOf(one), color: 'umber',
            title: titleOf(one),
            sub: [one.shelf ? h('b', {}, t('shelf %s', [one.shelf])) : t('no shelf noted'), ' · ',
                whoWithName(one)],
            aside: moment(one.from_s),
        }),
        button('check', t('Prepared'), () => page.act(
            () => post('/api/request/move', {
                request_id: one.request_id, no: one.no, verb: 'prepare',
            }),
            {
                done: t('Set aside: {what}', { what: titleOf(one) }),
                undo: (answer) => post('/api/undo', { request_id: one.request_id, no: answer.no }),
            }), { id: `prepare-${one.request_id}` }));
}

function prepareCard(data, page) {
    return data.prepare.length > 0 && panel(t('To prepare'),
        list(data.prepare.map((one) => prepareLine(one, page))));
}

const LATE = {
    out: (one) => t('due {when}', { when: moment(one.until_s) }),
    unclaimed: () => t('was not collected'),
    to_remind: (one) => t('lies here {age}', { age: age(one.since_s) }),
};

function lateCard(data) {
    return data.late.length > 0 && panel(t('Late, or forgotten'), list(data.late.map((one) => line({
        href: recordHash('request', one.request_id), iconName: iconOf(one), color: colorOf(one.kind),
        title: titleOf(one), sub: [whoWithName(one), one.phone && [' · ', name(one.phone)]],
        pill: LATE[one.type](one), tone: one.type === 'out' ? 'bad' : 'warn',
    }))));
}

/* ---- What residents said, what they never saw ---- */

const REMARKS = { fault_said: N_('“It does not work.”'), not_settled: N_('“It is not settled.”') };

function remarkLine(one, page) {
    const set = (is_seen) => post('/api/remarks/seen', { remark_id: one.remark_id, is_seen });
    return h('div', { class: 'line-with' },
        line({
            href: recordHash('request', one.request_id), iconName: 'message', color: 'terracotta',
            title: t(REMARKS[one.code] ?? one.code),
            sub: [titleOf(one), ' · ', whoWithName(one), one.phone && [' · ', name(one.phone)]],
            aside: age(one.said_at_s),
        }),
        button('visible', t('Seen'), () => page.act(() => set(true),
            { done: t('Noted as seen.'), undo: () => set(false) }),
        { id: `remark-${one.remark_id}` }));
}

function remarksCard(data, page) {
    return data.remarks.length > 0 && panel(t('What residents said'),
        list(data.remarks.map((one) => remarkLine(one, page))));
}

function unshownLine(one, page) {
    return h('div', { class: 'line-with' },
        line({
            href: recordHash('request', one.request_id), iconName: iconOf(one),
            color: colorOf(one.kind), title: titleOf(one),
            sub: [whoWithName(one), one.phone && [' · ', name(one.phone)]],
            aside: moment(one.asked_at_s),
        }),
        button('check', t('They know'), () => page.act(
            () => post('/api/unshown/seen', { request_id: one.request_id }),
            { done: t('Noted: they know of it.') }), { id: `unshown-${one.request_id}` }));
}

function unshownCard(data, page) {
    return data.unshown.length > 0 && panel(t('Asked, but the ticket was never shown'),
        h('p', { class: 'soft' }, t('The screen stopped in between. Tell them, or print the ticket again.')),
        list(data.unshown.map((one) => unshownLine(one, page))));
}

/* ---- Notes to colleagues ---- */

async function editNote(one, page) {
    const words = await askWords({
        title: t('Change the note'), label: t('Note'), most: 1000, value: one.words,
        send: t('Keep it so'),
    });
    if (words !== null && words !== one.words) {
        page.act(() => post('/api/handover/rewrite', { handover_id: one.handover_id, words }), {
            done: t('The note is changed.'),
            undo: () => post('/api/handover/rewrite',
                { handover_id: one.handover_id, words: one.words }),
        });
    }
}

function eraseNote(one, page) {
    return page.act(() => post('/api/handover/erase', { handover_id: one.handover_id }), {
        done: t('The words are erased.'),
        undo: one.is_mine && !one.done_at_s ? () => post('/api/handover/rewrite',
            { handover_id: one.handover_id, words: one.words }) : null,
    });
}

function noteTools(one, page) {
    const id = one.handover_id;
    const setDone = (is_done) => post('/api/handover/done', { handover_id: id, is_done });
    if (one.done_at_s) {
        return [button('undo', t('Not done after all'), () => page.act(() => setDone(false),
            { done: t('The note stands again.') }), { id: `undone-${id}`, look: 'plain' })];
    }
    return [
        !one.is_read && !one.is_mine && button('visible', t('I have read it'), () => page.act(
            () => post('/api/handover/read', { handover_id: id }), { done: t('Noted as read.') }),
        { id: `read-${id}` }),
        button('check', t('Done'), () => page.act(() => setDone(true),
            { done: t('Done. Thank you.'), undo: () => setDone(false) }), { id: `done-${id}` }),
        one.is_mine && button('edit', t('Change'), () => editNote(one, page),
            { id: `edit-${id}`, look: 'plain' }),
        one.is_mine && button('close', t('Erase'), () => eraseNote(one, page),
            { id: `erase-${id}`, look: 'plain' }),
    ];
}

function note(one, page) {
    const readers = one.readers.length > 0 && t('read by {names}', { names: one.readers.join(', ') });
    const done = one.done_at_s &&
        t('done by {name}, {when}', { name: one.done_by, when: moment(one.done_at_s) });
    return h('li', { class: one.done_at_s ? 'note is-done' : 'note' },
        name(one.words, 'p', { class: 'note-words' }),
        h('p', { class: 'soft' }, [`${one.first_name}, ${moment(one.written_at_s)}`, readers, done]
            .filter(Boolean).join(' · ')),
        h('div', { class: 'tools' }, noteTools(one, page)));
}

function notesCard(data, page) {
    const write = form({
        id: 'note-form',
        act: async (values, element) => {
            const words = values.note.trim();
            if (words === '') {
                return;
            }
            await page.act(async () => {
                const answer = await post('/api/handover/write', { words });
                element.reset();
                return answer;
            }, {
                done: t('The note is left for your colleagues.'),
                undo: (answer) => post('/api/handover/erase', { handover_id: answer.handover_id }),
            });
        },
    },
    field({
        id: 'note', label: t('A note for your colleagues'), type: 'textarea', maxlength: '1000',
        rows: '2', class: 'name',
    }),
    h('button', { type: 'submit' }, icon('message'), t('Leave the note')));
    return panel(t('Notes between colleagues'), data.handover.length > 0 &&
        h('ul', { class: 'notes' }, data.handover.map((one) => note(one, page))), write);
}

/* ---- What was decided with closing ---- */

function decidedCard(data, page) {
    const rows = data.house.state === 'closed_today' ? data.decided : [];
    return rows.length > 0 && panel(t('You have just decided'),
        h('p', { class: 'soft' }, t('For ten minutes, each can be taken back.')),
        list(rows.map((one) => h('div', { class: 'line-with' },
            line({
                href: recordHash('request', one.request_id), iconName: iconOf(one),
                color: colorOf(one.kind), title: titleOf(one),
                sub: [doneWord(one.kind, one.verb), ' · ', stateWord(one.kind, one.state)],
            }),
            button('undo', t('Take back'), () => page.act(
                () => post('/api/undo', { request_id: one.request_id, no: one.no }),
                { done: t('Taken back.') }), { id: `undo-${one.request_id}` })))));
}

function build(data, page) {
    return column(
        pageHead(t('Today'), {
            sub: capital(longDay(data.day_s)),
            tools: [
                h('a', { class: 'button', href: hash('enter'), id: 'enter' }, icon('edit'),
                    t('Enter a request')),
                h('a', { class: 'button', href: hash('find'), id: 'find' }, icon('search'),
                    t('Lost ticket')),
                printLink(t('Day sheet'), 'print/day'),
                printLink(t('Tomorrow’s'), 'print/day', {
                    day: dayKeyPlus(dayKey(data.day_s), 1),
                }),
            ],
        }),
        h('div', { class: 'day-grid' },
            h('div', { class: 'stack' }, houseCard(data, page), timeline(data),
                prepareCard(data, page), lateCard(data)),
            h('div', { class: 'stack' }, decidedCard(data, page),
                panel(t('To do'), todoList(data)), notesCard(data, page), remarksCard(data, page),
                unshownCard(data, page))));
}

export default {
    path: 'today',
    title: N_('Today'),
    icon: 'today',
    least: 'concierge',
    load: () => get('/api/today'),
    build,
};
