/* A series goes on: more dates after its last one, as that was; each is shown before, and can be left
 * out. */
import { get, post } from '../api.js';
import { h, icon } from '../dom.js';
import { N_, dayKey, dayKeyPlus, longTime, t, timeKey } from '../i18n.js';
import { column, fact, form, hash, pageHead, panel } from '../parts.js';
import { createdWord, dayFields, firstYes, followDates, ruleOf, untilFields } from './agenda_dates.js';

const USUAL_TIMES = 4;

/* The next one: the same day of the week and times as the last. */
function nextOf({ series_end: { starts_s, ends_s }, weeks }) {
    return {
        day: dayKeyPlus(dayKey(starts_s), weeks * 7), from: timeKey(starts_s).slice(11),
        to: timeKey(ends_s).slice(11),
    };
}

async function send(values, skips, session, page) {
    const answer = await page.act(() => post('/api/agenda/extend', {
        ...ruleOf(values, skips), session_id: session.session_id,
    }), {
        done: createdWord,
    });
    if (answer !== null) {
        page.go('agenda', { session_id: answer.session_id });
    }
}

function build(session, page) {
    const end = session.series_end;
    const skips = new Set();
    const dates = h('div', { id: 'dates', 'aria-live': 'polite' });
    const button = h('button', { type: 'submit', class: 'main', id: 'create' }, icon('check'));
    const element = form({ id: 'more-form', cls: 'stack',
        act: (values) => send(values, skips, session, page) },
    panel(t('The series'),
        fact('calendar', t('Its last date: {when}', { when: longTime(end.starts_s) })),
        fact('place', end.place || t('In the house')),
        fact('seat', end.capacity > 0 ? t('Seats: {n}', { n: end.capacity }) : t('free entry'))),
    panel(t('When'), dayFields(nextOf(session)), untilFields(USUAL_TIMES),
        h('input', { type: 'hidden', name: 'repeat', value: String(session.weeks) }),
        h('input', { type: 'hidden', name: 'place', value: end.place })),
    panel(t('Dates'), dates),
    session.is_alone === 1 ? null : firstYes(),
    h('div', { class: 'buttons' }, button, h('a', {
        class: 'button plain', href: hash('agenda', { session_id: session.session_id }),
    }, t('Go back'))));
    followDates(element, skips, dates, button);
    return column(pageHead(t('More dates'), {
        sub: [session.title, ' · ', t('As the last one: place, seats, price.')],
    }), element);
}

export default {
    path: 'agenda-more', title: N_('More dates'), icon: 'add', least: 'organiser', isHidden: true,
    load: (params) => get('/api/agenda/session', { session_id: params.session_id }), build,
};
