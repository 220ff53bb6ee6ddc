/* Services: the list in the order of the screen, and one of them with its form. */
import { get, post } from '../api.js';
import { h, icon } from '../dom.js';
import { N_, euros, t } from '../i18n.js';
import { iconField } from '../icon_field.js';
import { centsOrNone, moneyField } from '../money_field.js';
import { backToList, button, card, check, detailHead, empty, field, form, hash, line as row, list,
    notice, translationsLink } from '../parts.js';
import { ruleFields, ruleOf } from '../rule_fields.js';
import { save, trouble } from '../save.js';
import { formFields, formOf } from './catalogue_form.js';

const PILLARS = {
    service: N_('At your service'),
    solidarity: N_('Helping each other'),
    together: N_('Together'),
};
const KINDS = {
    enquiry: N_('A question to answer, an order'),
    deposit: N_('Something is left here and collected'),
    visit: N_('Somebody comes to their home'),
};
const PRICES = {
    free: N_('Free'),
    fixed: N_('A price'),
    provider: N_('What the provider asks'),
    quote: N_('Told before anything is done'),
};
const NEW = {
    service_id: 0, code: '', pillar: 'service', kind: 'enquiry', title: '', summary: '',
    icon: 'star', hours: '', partner_id: 0, price: 'free', price_cents: 0, subscriber_cents: -1,
    is_sensitive: 0, rule: 'desk', rule_limit: 0, rule_code: '', is_active: 1, fields: [],
};

export function load({ id }) {
    return id === undefined ? null : id === 'new' ? NEW : get('/api/catalogue/service', { service_id: id });
}

function priceWord(one) {
    return one.price === 'fixed' ? euros(one.price_cents) : t(PRICES[one.price]);
}

function lineOf(one, params) {
    return row({
        id: `service-${one.service_id}`,
        href: hash('catalogue', { part: 'services', id: one.service_id }),
        iconName: one.icon, title: one.title, sub: priceWord(one),
        pill: one.is_active ? null : t('not offered'),
        isChosen: String(one.service_id) === params.id,
    });
}

function listOf(services, params) {
    if (services.length === 0) {
        return empty(t('No service is offered yet.'), h('a', {
            class: 'button', href: hash('starter'), id: 'starter',
        }, icon('add'), t('Choose from a list')));
    }
    const groups = Object.entries(PILLARS).map(([code, label]) => [t(label),
        services.filter((one) => one.is_active && one.pillar === code)]);
    groups.push([t('Not offered'), services.filter((one) => !one.is_active)]);
    return [
        groups.filter(([, group]) => group.length > 0).map(([label, group]) => [
            h('h2', {}, label), list(group.map((one) => lineOf(one, params)))]),
        h('div', { class: 'buttons paging' }, h('a', { class: 'button', href: hash('starter') },
            icon('add'), t('Choose from a list'))),
    ];
}

/* ---- One of them ---- */

async function send(values, element, one, page) {
    const isFixed = values.price === 'fixed';
    const isNew = one.service_id === 0;
    const answer = await save(page, element, () => post('/api/catalogue/service/save', {
        service_id: one.service_id, code: one.code, pillar: values.pillar, kind: values.kind,
        title: values.title, summary: values.summary, icon: values.icon, hours: values.hours,
        partner_id: Number(values.partner_id), price: values.price,
        price_cents: isFixed ? Math.max(0, centsOrNone(values.price_cents)) : 0,
        subscriber_cents: isFixed ? centsOrNone(values.subscriber_cents) : -1,
        is_sensitive: values.is_sensitive === 'on', is_active: one.is_active === 1,
        ...ruleOf(values), fields: formOf(element),
    }), {
        done: isNew ? t('The service is on the screen.') : t('Saved: the screen shows it.'),
        words: { conflict: t('A colleague changed this form meanwhile: please open it again.') },
    });
    if (answer !== null && isNew) {
        page.go('catalogue', { part: 'services', id: answer.service_id });
    }
}

function priceFields(one) {
    const sums = h('div', { class: 'fields' },
        moneyField({ id: 'price_cents', label: t('Price'), cents: one.price_cents || -1 }),
        moneyField({ id: 'subscriber_cents', label: t('For subscribers'), cents: one.subscriber_cents,
            hint: t('In euros. Empty: the same.') }));
    sums.hidden = one.price !== 'fixed';
    return [
        field({ id: 'price', label: t('What does it cost?'), type: 'select', value: one.price,
            options: Object.entries(PRICES).map(([code, label]) => [code, t(label)]),
            onchange: (event) => {
                sums.hidden = event.target.value !== 'fixed';
            } }),
        sums,
    ];
}

function offer(one, is_active, page) {
    const path = '/api/catalogue/service/offer';
    const { service_id } = one;
    return page.act(() => post(path, { service_id, is_active }), {
        done: is_active ? t('It is on the screen again.') : t('It is no longer on the screen.'),
        undo: () => post(path, { service_id, is_active: !is_active }),
    });
}

function placeButtons(one, page) {
    const move = (is_up) => page.act(() => post('/api/catalogue/service/move', {
        service_id: one.service_id, is_up,
    }), { done: is_up ? t('One place up.') : t('One place down.') });
    return h('div', { class: 'buttons' },
        one.is_active === 1 && button('previous', t('Move up'), () => move(true), { id: 'move-up' }),
        one.is_active === 1 && button('next', t('Move down'), () => move(false), { id: 'move-down' }),
        one.is_active === 1
            ? button('hidden', t('No longer offer it'), () => offer(one, false, page), { id: 'hide' })
            : button('visible', t('Offer it again'), () => offer(one, true, page), { id: 'show' }),
        translationsLink('service', one.service_id));
}

function partnerOptions(partners, chosen) {
    return [[0, t('The house itself')], ...partners
        .filter((one) => !one.is_withdrawn || one.partner_id === chosen)
        .map((one) => [one.partner_id, one.name])];
}

function detailOf(one, partners, page) {
    const isNew = one.service_id === 0;
    return [
        backToList('catalogue', { part: 'services' }),
        detailHead(isNew ? t('A new service') : one.title, isNew ? null : t(PILLARS[one.pillar])),
        isNew ? null : placeButtons(one, page),
        one.is_active ? null : notice('info', h('p', {}, t('Residents do not see it now.'))),
        form({ id: 'service-form', cls: 'stack',
            act: (values, element) => send(values, element, one, page) },
        card(t('What residents read'),
            field({ id: 'title', label: t('Title'), required: true, maxlength: '80', value: one.title }),
            field({ id: 'summary', label: t('In a sentence'), maxlength: '240', value: one.summary }),
            iconField({ id: 'icon', label: t('Icon'), value: one.icon }),
            field({ id: 'pillar', label: t('Where on the screen?'), type: 'select', value: one.pillar,
                options: Object.entries(PILLARS).map(([code, label]) => [code, t(label)]) }),
            field({ id: 'hours', label: t('When'), maxlength: '80', value: one.hours,
                hint: t('For example: Tuesday and Thursday') })),
        card(t('How it works'),
            field({ id: 'kind', label: t('What kind of service?'), type: 'select', value: one.kind,
                options: Object.entries(KINDS).map(([code, label]) => [code, t(label)]) }),
            field({ id: 'partner_id', label: t('Who does it?'), type: 'select',
                value: String(one.partner_id), options: partnerOptions(partners, one.partner_id) }),
            priceFields(one), ruleFields(one, ['desk_above']),
            check({ id: 'is_sensitive', label: t('Sensitive matter'), checked: one.is_sensitive === 1,
                sub: t('Nobody is asked to write why.') })),
        formFields(one.fields),
        trouble(),
        h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'main', id: 'save' },
            icon('check'), isNew ? t('Add the service') : t('Save')))),
    ];
}

export function build({ services, partners }, one, page) {
    return { list: listOf(services, page.params), detail: one && detailOf(one, partners, page) };
}
