/* Dates week after week, in a form: when they begin, until when they go on, and each of them to be
 * looked at and left out before anything is written. */
import { ApiError, get } from '../api.js';
import { fill, h, icon } from '../dom.js';
import { capital, dayKey, longDay, t, times, tn } from '../i18n.js';
import { check, choice, field, notice } from '../parts.js';
import { errorWord } from '../words.js';
import { datesOf } from './agenda_dialogs.js';

const USUAL_TIMES = 8;

/* ---- What comes of it ---- */

/* made: the answer to what was sent. */
export function createdWord({ state, sessions }) {
    return state === 'proposed'
        ? tn('{n} date is proposed: the concierge answers.',
            '{n} dates are proposed: the concierge answers.', sessions)
        : state === 'draft' ? tn('{n} draft is kept.', '{n} drafts are kept.', sessions)
            : tn('{n} date is in the agenda.', '{n} dates are in the agenda.', sessions);
}

export function firstYes() {
    return notice('info', h('p', {},
        t('The concierge says yes first; then it stands in the agenda.')));
}

/* ---- What is filled in ---- */

export function dayFields({ day, from, to }) {
    return [
        field({ id: 'day', label: t('First day'), type: 'date', required: true, value: day }),
        h('div', { class: 'row' },
            field({ id: 'from', label: t('From'), type: 'time', required: true, value: from }),
            field({ id: 'to', label: t('Until'), type: 'time', required: true, value: to })),
    ];
}

/* So many times, or until a day. */
export function untilFields(usual = USUAL_TIMES) {
    const often = field({ id: 'times', label: t('How many times'), type: 'number', min: '1',
        max: '60', value: String(usual) });
    const until = field({ id: 'until', label: t('Last day'), type: 'date' });
    until.hidden = true;
    return [
        choice({ name: 'ends', legend: t('Until when?'), value: 'times',
            options: [['times', t('So many times')], ['until', t('Until a day')]],
            onchange: (event) => {
                often.hidden = event.target.value !== 'times';
                until.hidden = !often.hidden;
            } }),
        often, until,
        check({ id: 'skips_closed', label: t('Not while the house is closed'), checked: true }),
    ];
}

/* What the form says, as the server takes it. */
export function ruleOf(values, skips) {
    return {
        ...datesOf(values), place: values.place ?? '',
        weeks: values.repeat === 'once' ? 1 : Number(values.repeat),
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

/* Shows them in `place`, and anew whenever the form changes. skips: a Set of the days left out, kept
 * by the form. send: its button. */
export function followDates(element, skips, place, send) {
    const again = () => showDates(element, skips, place, send);
    element.addEventListener('change', (event) => {
        if (!event.target.id.startsWith('date-') && event.target.id !== 'activity_id') {
            again();
        }
    });
    again();
}
