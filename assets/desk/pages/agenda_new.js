/* A new date, or one every week: the dates are shown before anything is written, and each can be
 * left out. */
import { ApiError, get, post } from '../api.js';
import { fill, h, icon } from '../dom.js';
import { N_, atKey, capital, dayKey, dayKeyPlus, longDay, now_s, t, timeKey, times, tn } from '../i18n.js';
import { card, check, choice, column, empty, field, form, hash, notice, pageHead } from
    '../parts.js';
import { errorWord } from '../words.js';
import { datesOf } from './agenda_dialogs.js';

const USUAL_TIMES = 8;

/* The same day of the week, as soon as can be. */
function nextLike(starts_s) {
    const days = Math.ceil((atKey(dayKey(now_s())) - atKey(dayKey(starts_s))) / (7 * 86400));
    return dayKeyPlus(dayKey(starts_s), 7 * Math.max(1, days));
}

/* As the date that is copied, or as the last one of the activity: its time of day, place, seats. */
function usualOf(activity, copied) {
    const day = dayKeyPlus(dayKey(now_s()), 7);
    if (copied !== null) {
        return {
            day: nextLike(copied.starts_s), from: timeKey(copied.starts_s).slice(11),
            to: timeKey(copied.ends_s).slice(11), place: copied.place,
            capacity: copied.capacity, least_people: copied.least_people,
        };
    }
    return activity?.usual_s > 0 ? {
        day, from: timeKey(activity.usual_s).slice(11),
        to: timeKey(activity.usual_s + activity.lasts_s).slice(11), place: activity.place,
        capacity: activity.capacity, least_people: activity.least_people,
    } : { day, from: '14:00', to: '16:00', place: '', capacity: 0, least_people: 0 };
}

/* What the form says, as the server takes it. */
function ruleOf(values, skips) {
    return {
        ...datesOf(values), place: values.place, weeks: values.repeat === 'once' ? 1 : Number(values.repeat),
        ...(values.repeat === 'once' ? { times: 1 }
            : values.ends === 'times' ? { times: Number(values.times) }
                : { until: values.until || values.day }),
        skips_closed: values.skips_closed === 'on' ? 1 : 0, skips: [...skips].join(','),
    };
}

/* ---- The dates, before they are made ---- */

function dateLine(date, skips, again) {
    const day = dayKey(date.starts_s);
    const isClosed = date.is_closed === 1;
    const isByHouse = date.is_left_out === 1 && !skips.has(day);
    return check({
        id: `date-${day}`, label: capital(longDay(date.starts_s)),
        checked: date.is_left_out === 0, disabled: isByHouse,
        sub: [times(date.starts_s, date.ends_s), isClosed && t('the house is closed'),
            date.clash && t('at the same place: {title}', { title: date.clash })]
            .filter(Boolean).join(' · '),
        onchange: (event) => {
            if (event.target.checked) {
                skips.delete(day);
            } else {
                skips.add(day);
            }
            again();
        },
    });
}

function wordOf(error) {
    return error.error === 'invalid' ? t('Please look at the day and the times again.')
        : error.error === 'full' ? t('That is more than sixty dates: please end it earlier.')
            : errorWord(error);
}

/* Shows the dates of the form in `place`; how many take place, for the button. */
async function showDates(element, skips, place, send) {
    const values = Object.fromEntries(new FormData(element));
    const focused = document.activeElement?.id;
    try {
        const { lines } = await get('/api/agenda/dates', ruleOf(values, skips));
        const count = lines.filter((date) => date.is_left_out === 0).length;
        fill(place, h('div', { class: 'stack' }, lines.map((date) => dateLine(date, skips,
            () => showDates(element, skips, place, send)))));
        send.disabled = count === 0;
        fill(send, icon('check'), count > 1 ? tn('Create {n} date', 'Create {n} dates', count)
            : t('Create this date'));
    } catch (error) {
        if (!(error instanceof ApiError)) {
            throw error;
        }
        fill(place, h('p', { class: 'error' }, icon('warning'), wordOf(error)));
        send.disabled = true;
    }
    if (focused?.startsWith('date-')) {
        document.getElementById(focused)?.focus();
    }
}

/* ---- The form ---- */

function part(title, ...children) {
    return card(null, h('h2', { class: 'card-title' }, title), children);
}

function activityField(activities, chosen, page) {
    return field({
        id: 'activity_id', label: t('Which activity?'), type: 'select', required: true,
        value: chosen?.activity_id ?? '',
        options: [['', t('Choose an activity')], ...activities.map((one) => [one.activity_id,
            [one.title, one.partner].filter(Boolean).join(' · ')])],
        onchange: (event) => page.go('agenda-new', { activity_id: event.target.value }),
    });
}

function whenFields(usual) {
    return [
        field({ id: 'day', label: t('First day'), type: 'date', required: true, value: usual.day }),
        h('div', { class: 'row' },
            field({ id: 'from', label: t('From'), type: 'time', required: true, value: usual.from }),
            field({ id: 'to', label: t('Until'), type: 'time', required: true, value: usual.to })),
    ];
}

function repeatFields() {
    const often = field({ id: 'times', label: t('How many times'), type: 'number', min: '1',
        max: '60', value: String(USUAL_TIMES) });
    const until = field({ id: 'until', label: t('Last day'), type: 'date' });
    until.hidden = true;
    const more = h('div', { class: 'stack', hidden: true },
        choice({ name: 'ends', legend: t('Until when?'), value: 'times',
            options: [['times', t('So many times')], ['until', t('Until a day')]],
            onchange: (event) => {
                often.hidden = event.target.value !== 'times';
                until.hidden = !often.hidden;
            } }),
        often, until,
        check({ id: 'skips_closed', label: t('Not while the house is closed'), checked: true }));
    return [
        choice({
            name: 'repeat', legend: t('How often?'), value: 'once',
            options: [['once', t('Once')], ['1', t('Every week')], ['2', t('Every two weeks')],
                ['4', t('Every four weeks')]],
            onchange: (event) => {
                more.hidden = event.target.value === 'once';
            },
        }),
        more,
    ];
}

function placeFields(usual, places) {
    return [
        h('datalist', { id: 'places' }, places.map((place) => h('option', { value: place }))),
        field({ id: 'place', label: t('Place'), maxlength: '80', list: 'places', value: usual.place,
            hint: t('Empty: in the house') }),
        field({ id: 'capacity', label: t('Seats'), type: 'number', min: '0', max: '1000',
            required: true, value: String(usual.capacity),
            hint: t('0: free entry, nothing to book.') }),
        field({ id: 'least_people', label: t('At least so many people'), type: 'number', min: '0',
            max: '1000', required: true, value: String(usual.least_people),
            hint: t('With fewer, you are asked two days before. 0: it takes place anyway.') }),
    ];
}

async function create(values, skips, page) {
    const answer = await page.act(() => post('/api/agenda/create', {
        ...ruleOf(values, skips), activity_id: Number(values.activity_id),
        capacity: Number(values.capacity), least_people: Number(values.least_people),
        is_draft: values.is_draft === 'on',
    }), {
        done: (made) => (made.state === 'proposed'
            ? tn('{n} date is proposed: the concierge answers.',
                '{n} dates are proposed: the concierge answers.', made.sessions)
            : made.state === 'draft' ? tn('{n} draft is kept.', '{n} drafts are kept.', made.sessions)
                : tn('{n} date is in the agenda.', '{n} dates are in the agenda.', made.sessions)),
    });
    if (answer !== null) {
        page.go('agenda', { session_id: answer.session_id });
    }
}

async function load({ copy }) {
    const [choices, copied] = await Promise.all([get('/api/agenda/choices'),
        copy ? get('/api/agenda/session', { session_id: copy }) : null]);
    return { ...choices, copied };
}

function build({ activities, places, copied, is_alone: isAlone }, page) {
    if (activities.length === 0) {
        return column(pageHead(t('New date')), empty(t('First, write down what takes place.'),
            h('a', { class: 'button main', href: hash('activities', { activity_id: 'new' }) },
                icon('add'), t('New activity'))));
    }
    const chosen = activities.find((one) => String(one.activity_id) ===
        (page.params.activity_id ?? String(copied?.activity_id)));
    const usual = usualOf(chosen, copied);
    const skips = new Set();
    const dates = h('div', { id: 'dates', 'aria-live': 'polite' });
    const send = h('button', { type: 'submit', class: 'main', id: 'create' }, icon('check'),
        t('Create this date'));
    const element = form({ id: 'new-form', cls: 'stack', act: (values) => create(values, skips, page) },
        part(t('What'), activityField(activities, chosen, page)),
        part(t('When'), whenFields(usual), repeatFields()),
        part(t('Where, and for how many'), placeFields(usual, places)),
        part(t('Dates'), dates),
        isAlone === 1 ? null : notice('info', h('p', {},
            t('The concierge says yes first; then it stands in the agenda.'))),
        check({ id: 'is_draft', label: t('Keep it as a draft'),
            sub: t('Nobody sees it before it is published.') }),
        h('div', { class: 'buttons' }, send,
            h('a', { class: 'button plain', href: hash('agenda') }, t('Go back'))));
    const again = () => showDates(element, skips, dates, send);
    element.addEventListener('change', (event) => {
        if (!event.target.id.startsWith('date-') && event.target.id !== 'activity_id') {
            again();
        }
    });
    again();
    return column(pageHead(t('New date')), element);
}

export default {
    path: 'agenda-new', title: N_('New date'), icon: 'add', least: 'organiser', isHidden: true,
    load, build,
};
