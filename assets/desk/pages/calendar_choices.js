/* What a calendar does not say of a new activity, and somebody has to: its kind, its seats, and who
 * says yes to a booking. Each choice is kept at once. */
import { post } from '../api.js';
import { h } from '../dom.js';
import { N_, t, tn } from '../i18n.js';
import { field } from '../parts.js';
import { ACTIVITY_KINDS } from '../words.js';

const RULES = {
    desk: N_('The desk decides each time'),
    automatic: N_('Yes at once, without the desk'),
};

/* title: null for all of them. What could not be kept is not shown as if it were. */
async function keep(page, reading, title, values) {
    const answer = await page.act(() => post('/api/calendar/choose', {
        reading_id: reading.reading_id, title, kind: values.kind, rule: values.rule,
        capacity: values.capacity,
    }), { stays: title !== null }); /* what is chosen for all shows in each */
    if (answer === null) {
        page.reload();
    }
}

function fieldsOf(page, reading, title, chosen, id) {
    const row = h('div', { class: 'row' });
    const read = (key) => row.querySelector(`#${key}-${id}`).value;
    const onchange = () => {
        if (row.querySelector(`#capacity-${id}`).reportValidity()) {
            keep(page, reading, title, { kind: read('kind'), rule: read('rule'),
                capacity: Number(read('capacity')) });
        }
    };
    row.append(
        field({ id: `kind-${id}`, label: t('Kind'), type: 'select', value: chosen.kind, onchange,
            options: Object.entries(ACTIVITY_KINDS).map(([code, [label]]) => [code, t(label)]) }),
        field({ id: `capacity-${id}`, label: t('Seats'), type: 'number', min: '0', max: '1000',
            required: true, value: String(chosen.capacity), onchange,
            hint: t('0: free entry, nothing to book.') }),
        field({ id: `rule-${id}`, label: t('Who says yes?'), type: 'select', value: chosen.rule,
            onchange, options: Object.entries(RULES).map(([code, label]) => [code, t(label)]) }));
    return row;
}

function chooser(page, reading, chosen, id) {
    return h('fieldset', { class: 'calendar-choice' },
        h('legend', {}, t('New activity: {title}', { title: chosen.title }), ' ',
            h('span', { class: 'soft' }, tn('{n} date', '{n} dates', chosen.dates))),
        fieldsOf(page, reading, chosen.title, chosen, id));
}

/* For each new activity; with many, first for all at once. */
export function choices({ reading, titles }, page) {
    return titles.length > 0 && h('div', { class: 'calendar-choices', id: 'choices' },
        titles.length > 2 && h('fieldset', { class: 'calendar-choice' },
            h('legend', {}, t('All new activities alike')),
            fieldsOf(page, reading, null, titles[0], 'all')),
        titles.map((chosen, i) => chooser(page, reading, chosen, i)));
}
