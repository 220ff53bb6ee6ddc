/* A new date, or one every week: the dates are shown before anything is written, and each can be
 * left out. */
import { get, post } from '../api.js';
import { h, icon } from '../dom.js';
import { N_, atKey, dayKey, dayKeyPlus, now_s, t, timeKey } from '../i18n.js';
import { card, check, choice, column, empty, field, form, hash, pageHead } from '../parts.js';
import { createdWord, dayFields, firstYes, followDates, ruleOf, untilFields } from './agenda_dates.js';

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

function repeatFields() {
    const more = h('div', { class: 'stack', hidden: true }, untilFields());
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
        done: createdWord,
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
        part(t('When'), dayFields(usual), repeatFields()),
        part(t('Where, and for how many'), placeFields(usual, places)),
        part(t('Dates'), dates),
        isAlone === 1 ? null : firstYes(),
        check({ id: 'is_draft', label: t('Keep it as a draft'),
            sub: t('Nobody sees it before it is published.') }),
        h('div', { class: 'buttons' }, send,
            h('a', { class: 'button plain', href: hash('agenda') }, t('Go back'))));
    followDates(element, skips, dates, send);
    return column(pageHead(t('New date')), element);
}

export default {
    path: 'agenda-new', title: N_('New date'), icon: 'add', least: 'organiser', isHidden: true,
    load, build,
};
