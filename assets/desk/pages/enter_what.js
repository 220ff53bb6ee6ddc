/* What a request is about: a service with its form, a thing and days, a session and seats, a helping
 * hand. Each gives its fields, and reads them. */
import { fill, h } from '../dom.js';
import { capital, dayKey, dayKeyPlus, euros, longDay, moment, now_s, shortTime, t, tn } from
    '../i18n.js';
import { choice, empty, fact, field, notice } from '../parts.js';
import { HELP, URGENCIES, helpWord, urgencyWord } from '../words.js';

/* A select with groups: rows of {value, label, group}. */
function grouped({ id, label, rows, value, onchange }) {
    const groups = [...new Set(rows.map((row) => row.group))];
    return h('div', { class: 'field' }, h('label', { for: id }, label),
        h('select', { id, name: id, onchange, required: true, value: value ?? '' },
            h('option', { value: '' }, t('Choose…')),
            groups.map((group) => h('optgroup', { label: group },
                rows.filter((row) => row.group === group).map((row) =>
                    h('option', { value: row.value }, row.label))))));
}

/* ---- A service and its form ---- */

const PILLARS = () => ({
    service: t('At your service'), solidarity: t('Helping each other'), together: t('Together'),
});

function question(one, isVisit) {
    const id = `answer-${one.code}`;
    const isRequired = one.is_required === 1;
    const common = { id, label: one.label, required: isRequired, 'data-field': id };
    if (one.kind === 'choice') {
        return field({
            ...common, type: 'select', options: [['', isRequired ? t('Choose…') : t('None')],
                ...one.choices.map((row) => [row.code, row.label])],
        });
    }
    if (one.kind === 'date') {
        return field({
            ...common, type: 'date', min: dayKeyPlus(dayKey(now_s()), one.least),
            max: dayKeyPlus(dayKey(now_s()), one.most),
            hint: isVisit ? t('Any day from tomorrow on')
                : t('A day on which somebody is at the desk'),
        });
    }
    return one.kind === 'number'
        ? field({ ...common, type: 'number', min: one.least, max: one.most })
        : field({ ...common, type: 'textarea', maxlength: String(one.most || 280) });
}

function priceFact(service) {
    const cents = service.price_cents;
    const texts = {
        free: t('Free'), provider: t('At the provider’s price'), quote: t('The price is told first'),
        fixed: service.subscriber_cents === cents ? euros(cents)
            : t('{price}, for subscribers {less}',
                { price: euros(cents), less: euros(service.subscriber_cents) }),
    };
    return fact('price', texts[service.price], service.provider && ` · ${service.provider}`);
}

export function serviceFields({ services, service }, page) {
    const pillars = PILLARS();
    return [
        grouped({
            id: 'service_id', label: t('What service?'), value: service?.service_id,
            rows: services.map((one) => ({
                value: one.service_id, label: one.title, group: pillars[one.pillar],
            })),
            onchange: (event) => page.go('enter', {
                ...page.params, service_id: event.target.value,
            }),
        }),
        service && [
            service.summary && h('p', { class: 'soft' }, service.summary), priceFact(service),
            service.fields.map((one) => question(one, service.kind === 'visit')),
            service.is_sensitive === 1
                ? notice('info', h('p', {}, t('A private matter: no words are written down.')))
                : field({ id: 'words', label: t('What else they say'), type: 'textarea',
                    maxlength: '280', 'data-field': 'words' })],
    ];
}

export function serviceOf(values, { service }) {
    const given = service.fields.map((one) => ({ ...one, value: values[`answer-${one.code}`] ?? '' }))
        .filter((one) => one.value !== '');
    const words = given.filter((one) => one.kind === 'text')
        .map((one) => ({ field: one.code, words: one.value.trim() }));
    return {
        service_id: service.service_id,
        answers: given.filter((one) => one.kind !== 'text').map((one) => ({
            field: one.code,
            choice: one.kind === 'choice' ? one.value : '',
            number: one.kind === 'number' ? Number(one.value) : 0,
            date: one.kind === 'date' ? one.value : '',
        })),
        words: [...words, ...values.words?.trim() ? [{ field: '', words: values.words.trim() }] : []],
    };
}

/* ---- A thing and its days ---- */

function dayOption(slot, i) {
    return [String(i), [capital(longDay(slot.use_day_s)), ' · ',
        t('no. {n}, fetched {from}, back {until}', {
            n: slot.copy_number, from: moment(slot.pickup_s), until: moment(slot.return_s),
        })]];
}

export function loanFields({ items, days: slots }, page) {
    const { item_id: itemId, days: length = '1' } = page.params;
    const item = items.find((one) => String(one.item_id) === itemId);
    const go = (more) => page.go('enter', { ...page.params, ...more });
    const free = (slots ?? []).map((slot, i) => [slot, i]).filter(([slot]) => slot.why === 'free');
    return [
        grouped({
            id: 'item_id', label: t('Which thing?'), value: itemId,
            rows: items.map((one) => ({ value: one.item_id, label: one.title, group: one.class })),
            onchange: (event) => go({ item_id: event.target.value }),
        }),
        item && field({
            id: 'days', label: t('For how many days of use?'), type: 'number', min: '1',
            max: String(item.max_days), value: length,
            onchange: (event) => event.target.checkValidity() && go({ days: event.target.value }),
        }),
        slots && (free.length > 0
            ? h('div', { 'data-field': 'copy_id' }, choice({
                name: 'slot', legend: t('From which day?'), value: String(free[0][1]),
                options: [...free.slice(0, 12).map(([slot, i]) => dayOption(slot, i)),
                    ['wait', t('None of these: put them on the waiting list')]],
            }))
            : [notice('warn', h('p', {}, t('Nothing is free in the coming weeks.'))),
                choice({ name: 'slot', legend: t('From which day?'), value: 'wait',
                    options: [['wait', t('Put them on the waiting list')]] })]),
    ];
}

export function loanOf(values, { days: slots }) {
    const slot = slots[Number(values.slot)];
    return {
        item_id: Number(values.item_id), is_waiting: values.slot === 'wait',
        copy_id: slot?.copy_id ?? 0, from_s: slot?.pickup_s ?? 0, until_s: slot?.return_s ?? 0,
    };
}

/* ---- Seats ---- */

function sessionLabel(one) {
    return `${shortTime(one.starts_s)} · ${one.title} · ${one.left > 0
        ? tn('{n} seat left', '{n} seats left', one.left)
        : tn('full, {n} waiting', 'full, {n} waiting', one.waiting)}`;
}

export function bookingFields({ sessions }) {
    if (sessions.length === 0) {
        return empty(t('Nothing can be booked at the moment.'));
    }
    const day = (one) => capital(longDay(one.starts_s));
    return [
        h('div', { 'data-field': 'session_id' }, grouped({
            id: 'session_id', label: t('Which session?'),
            rows: sessions.map((one) => ({
                value: one.session_id, label: sessionLabel(one), group: day(one),
            })),
        })),
        field({ id: 'adults', label: t('Adults'), type: 'number', min: '0', max: '20', value: '1',
            required: true, 'data-field': 'adults' }),
        field({ id: 'children', label: t('Children'), type: 'number', min: '0', max: '20',
            value: '0', required: true }),
        h('p', { class: 'soft' },
            t('If there are not enough seats, they join the waiting list, with the rank of the paper.')),
    ];
}

export function bookingOf(values, { sessions }) {
    const session = sessions.find((one) => String(one.session_id) === values.session_id);
    const adults = Number(values.adults);
    const children = Number(values.children);
    return {
        session_id: Number(values.session_id), adults, children,
        is_waiting: session !== undefined && session.left < adults + children,
    };
}

/* ---- Helping hands ---- */

const REPAIRS = new Set(['handiwork', 'plumbing', 'electricity']);

function choicesOf(category) {
    return [...Object.keys(HELP[category][2]), ...category === 'papers' ? [] : ['other']]
        .map((code) => [code, helpWord(category, code)]);
}

/* What is asked once the category is known. */
function helpMore(category, direction) {
    return [
        field({ id: 'choice', label: t('What exactly?'), type: 'select', options: choicesOf(category),
            'data-field': 'choice' }),
        REPAIRS.has(category) && direction === 'need' && h('div', { 'data-field': 'urgency' }, choice({
            name: 'urgency', legend: t('How urgent?'), value: 'whenever',
            options: Object.keys(URGENCIES).map((code) => [code, urgencyWord(code)]),
        })),
        category === 'papers'
            ? notice('info', h('p', {}, t('A private matter: no words are written down.')))
            : field({ id: 'words', label: t('In their words'), type: 'textarea', maxlength: '280',
                'data-field': 'words' }),
    ];
}

export function helpFields() {
    const more = h('div', { class: 'stack' });
    const show = (event) => {
        const { category, direction } = event.target.form.elements;
        fill(more, category.value && helpMore(category.value, direction.value));
    };
    return [
        choice({
            name: 'direction', legend: t('Need or offer?'), value: 'need', onchange: show,
            options: [['need', t('Needs a hand')], ['offer', t('Can help')]],
        }),
        h('div', { class: 'field' }, h('label', { for: 'category' }, t('What is it about?')),
            h('select', { id: 'category', name: 'category', required: true, onchange: show,
                'data-field': 'category' },
            h('option', { value: '' }, t('Choose…')),
            Object.keys(HELP).map((code) => h('option', { value: code }, helpWord(code))))),
        more,
    ];
}

export function helpOf(values) {
    const words = values.words?.trim() ?? '';
    return {
        direction: values.direction, category: values.category, choice: values.choice,
        urgency: values.urgency ?? '', words: words === '' ? [] : [{ field: '', words }],
    };
}
