/* A session's own page, at the right of the agenda: what it is, what can be done with it and what
 * follows from that, who comes. */
import { post } from '../api.js';
import { h, icon } from '../dom.js';
import { longTime, shortTime, t, tn } from '../i18n.js';
import { backToList, bigButton, button, buttons, card, detailHead, fact, hash, notice,
    wordsOf } from '../parts.js';
import { may } from '../session.js';
import { ACTIVITY_KINDS, SPOKEN, doneWord, reasonWord, ruleWord } from '../words.js';
import { peopleCards } from './agenda_attendance.js';
import { askCancel, askChange, askMove, askPostpone, askPublish, askPublishAgain,
    askTell } from './agenda_dialogs.js';
import { proposalCards, returnedNotice } from './agenda_proposals.js';
import { afterCancel, afterChange, afterMove, afterPostpone, afterPublish, afterTell, doneSentence,
    priceLong, reachShort, seatsLong, waits, whenLong } from './agenda_words.js';

/* ---- What became of it ---- */

function newsOf(session) {
    const reason = reasonWord(session.last.reason);
    if (session.state === 'cancelled') {
        return notice('bad', h('p', {}, h('b', {}, t('Cancelled.')), ' ', reason));
    }
    if (session.state === 'postponed') {
        return notice('warn', h('p', {}, h('b', {}, session.moved_from_s === session.starts_s
            ? t('Postponed, the new date is not known yet.')
            : t('Postponed: this date is not sure yet.')), ' ', reason));
    }
    if (session.state === 'to_decide') {
        return notice('bad', h('p', {}, t('Only {taken} of at least {least_people} people: does it take place?',
            session)));
    }
    return session.moved_from_s && session.moved_from_s !== session.starts_s
        ? notice('info', h('p', {}, t('Moved: it was planned for {when}.',
            { when: longTime(session.moved_from_s) }))) : null;
}

/* Who of the staff decided last, and the way back. */
function lastDecision(session, page) {
    const { last } = session;
    if (last.staff === '') {
        return null;
    }
    return h('div', { class: 'last' },
        h('p', { class: 'soft' }, [doneWord('session', last.verb, session.state), last.staff,
            shortTime(last.recorded_at_s)].join(' · ')),
        last.words && wordsOf(last.words, last.lang),
        last.is_undoable === 1 && button('undo', t('Take it back'),
            () => page.act(() => post('/api/agenda/undo',
                { request_id: session.session_id, no: session.no }), { done: t('Taken back.') }),
            { id: 'undo-session' }));
}

/* ---- What it is ---- */

function factsCard(session) {
    const series = session.series_id > 0 && session.following > 0
        ? tn('One of a series: {n} date after this one', 'One of a series: {n} dates after this one',
            session.following) : '';
    const waiting = session.waiting > 0
        ? tn('{n} on the waiting list', '{n} on the waiting list', session.waiting) : '';
    return card(null,
        fact('place', session.place || t('In the house')),
        fact('seat', [seatsLong(session), waiting].filter(Boolean).join(' · ')),
        session.least_people > 0 && fact('people', tn('At least {n} person', 'At least {n} people',
            session.least_people)),
        fact(ACTIVITY_KINDS[session.kind]?.[1] ?? 'agenda',
            [t(ACTIVITY_KINDS[session.kind]?.[0] ?? session.kind), session.partner]
                .filter(Boolean).join(' · ')),
        fact('price', priceLong(session)),
        session.least_age > 0 && fact('child', tn('From {n} year', 'From {n} years',
            session.least_age)),
        session.capacity > 0 && fact('info', session.rule === 'automatic'
            ? t('Rule: bookings are confirmed by themselves')
            : ruleWord(session.rule, session.rule_limit)),
        !may('concierge') && session.taken > 0 && fact('people', reachShort(session)),
        session.spoken && fact('language', t(SPOKEN[session.spoken] ?? session.spoken)),
        session.bring && fact('parcel', t('To bring: %s', [session.bring])),
        series && fact('calendar', series),
        session.summary && h('p', {}, session.summary),
        buttons(session.series_id > 0 && h('a', {
            class: 'button', id: 'more-dates',
            href: hash('agenda-more', { session_id: session.session_id }),
        }, icon('add'), t('More dates…')), h('a', { class: 'button plain', id: 'copy-session',
            href: hash('agenda-new', { copy: session.session_id }) }, t('Copy this date')),
        h('a', { class: 'button plain', id: 'to-activity',
            href: hash('activities', { activity_id: session.activity_id }) },
        t('Change the activity'))));
}

/* ---- What can be done ---- */

const ACTS = {
    publish: { label: (session) => (waits(session) ? t('Propose it…') : t('Publish…')), look: 'main',
        ask: askPublish, done: () => t('Published.'), sub: afterPublish },
    again: { label: () => t('Publish it again…'), look: 'main', ask: askPublishAgain,
        done: () => t('In the agenda again.'), sub: (session) => afterMove(session) },
    move: { label: () => t('Another date…'), ask: askMove, done: () => t('Moved.'),
        sub: (session) => afterMove(session) },
    postpone: { label: () => t('Postpone…'), ask: askPostpone, done: () => t('Postponed.'),
        sub: (session) => afterPostpone(session) },
    change: { label: () => t('Seats, place…'), ask: askChange, done: () => t('Changed.'),
        sub: afterChange },
    tell: { label: () => t('A word to those who come…'), ask: askTell, done: () => t('Sent.'),
        sub: afterTell },
    cancel: { label: (session) => (session.state === 'held' ? t('It did not take place…')
        : t('Cancel…')), look: 'danger', ask: askCancel, done: () => t('Cancelled.'),
        sub: (session) => afterCancel(session) },
};

const ACTS_OF = {
    draft: ['publish', 'change', 'cancel'],
    proposed: ['publish', 'change', 'cancel'],
    returned: ['publish', 'change', 'cancel'],
    published: ['move', 'postpone', 'change', 'tell', 'cancel'],
    to_decide: ['move', 'postpone', 'change', 'cancel'],
    postponed: ['again', 'change', 'cancel'],
    held: ['cancel'],
};

async function run(session, page, act) {
    const answer = await act.ask(session);
    if (answer !== null) {
        await page.act(async () => answer, {
            done: doneSentence(act.done(), answer),
            undo: answer.no > session.no ? (done) => post('/api/agenda/undo',
                { request_id: session.session_id, no: done.no }) : null,
        });
    }
}

/* Too few people: yes, all the same. */
function takesPlaceButton(session, page) {
    return bigButton({
        id: 'takes-place', label: t('It takes place'), look: 'main',
        sub: t('Whoever has booked keeps the seat, nothing to tell.'),
        act: () => page.act(() => post('/api/agenda/act', {
            session_id: session.session_id, no: session.no, verb: 'publish',
        }), { done: t('It takes place.'), undo: (done) => post('/api/agenda/undo',
            { request_id: session.session_id, no: done.no }) }),
    });
}

function actButtons(session, page) {
    /* What an organiser has proposed, the concierge publishes. */
    const acts = (ACTS_OF[session.state] ?? []).filter((key) => key !== 'publish' ||
        session.state !== 'proposed' || may('concierge'));
    return acts.length === 0 ? null : h('div', { class: 'buttons acts' },
        session.state === 'to_decide' && takesPlaceButton(session, page),
        acts.map((key) => bigButton({
            id: `act-${key}`, label: ACTS[key].label(session), look: ACTS[key].look,
            sub: ACTS[key].sub(session), act: () => run(session, page, ACTS[key]),
            isDisabled: key === 'tell' && session.reach.bookings === 0,
        })));
}

/* people: who comes, as the reader may see them; proposals: what was proposed for it. */
export function sessionDetail(session, people, proposals, page, listParams) {
    const acts = actButtons(session, page);
    return [
        backToList('agenda', listParams),
        detailHead(session.title, whenLong(session)),
        newsOf(session),
        returnedNotice(session),
        proposalCards(session, proposals, page),
        lastDecision(session, page),
        factsCard(session),
        session.state !== 'held' && acts,
        people && peopleCards(session, people, page),
        session.state === 'held' && acts,
    ];
}
