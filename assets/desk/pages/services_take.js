/* At the counter: something is left, or asked for, by a household or by somebody without. */
import { get, post } from '../api.js';
import { h } from '../dom.js';
import { N_, centsOf, t } from '../i18n.js';
import { card, check, column, field, form, hash, notice, pageHead } from '../parts.js';
import { toast } from '../toast.js';
import { errorWord, ticketNumber } from '../words.js';
import { askerCard, askerOf } from './enter_asker.js';
import { serviceFields, serviceOf } from './enter_what.js';
import { keepCode } from './print_deposit.js';

async function load(params) {
    const [services, service] = await Promise.all([
        get('/api/enter/services'),
        params.service_id ? get('/api/enter/service', { service_id: params.service_id }) : null,
    ]);
    return { services: services.lines, service };
}

/* A deposit is there: what is left says more than its form. */
function bodyOf(values, data) {
    const isLeft = data.service.kind === 'deposit';
    const given = serviceOf(values, data);
    const sum = values.sum?.trim() ?? '';
    return {
        ...given, ...askerOf(values), words: isLeft ? [] : given.words,
        answers: isLeft ? given.answers.filter((one) => one.date === '') : given.answers,
        left: values.left?.trim() ?? '', says_yes: values.says_yes === 'on',
        ...sum === '' ? {} : { has_price_cents: true, price_cents: centsOf(sum) },
    };
}

async function send(values, element, data, page) {
    const isLeft = data.service.kind === 'deposit';
    try {
        const answer = await post('/api/services/take', bodyOf(values, data));
        element.reset();
        toast(t('Taken: {number}', { number: ticketNumber(answer.number) }));
        if (isLeft) {
            keepCode(answer);
        }
        page.go(isLeft ? 'print/deposit' : 'services', {
            view: isLeft ? null : 'todo', request_id: answer.request_id,
        });
    } catch (error) {
        if (error.error === undefined) {
            throw error;
        }
        const place = element.querySelector('.trouble-place');
        place.replaceChildren(notice('bad', h('p', {}, error.field === 'left'
            ? t('Please say what is left.') : errorWord(error))));
        place.scrollIntoView({ block: 'center' });
    }
}

function leftFields() {
    return card(t('What is left here'),
        field({ id: 'left', label: t('In words'), type: 'textarea', required: true, maxlength: '280' }),
        field({ id: 'sum', label: t('Estimated price, in euros (if known)'), inputmode: 'decimal',
            pattern: '\\d{1,5}([.,]\\d{1,2})?', autocomplete: 'off' }));
}

/* The chooser's own page is this one. */
function chooser(data, page) {
    const here = { ...page, go: (_, params) => page.go('services-take', { service_id: params.service_id }) };
    const shown = serviceFields(data, here);
    if (data.service?.kind === 'deposit') {
        return h('div', { class: 'taking-deposit' }, shown);
    }
    return shown;
}

function build(data, page) {
    const isLeft = data.service?.kind === 'deposit';
    const element = form({
        id: 'take-form', cls: 'stack',
        act: (values, sent) => send(values, sent, data, page),
    }, card(t('What service?'), chooser(data, page)),
    data.service && [
        isLeft ? leftFields() : card(null, check({
            id: 'says_yes', label: t('Yes at once'), sub: t('Else it waits under “To answer”.'),
        })),
        askerCard(null, page), h('div', { class: 'trouble-place', role: 'alert' }),
        h('div', { class: 'tools' }, h('button', { type: 'submit', class: 'main', id: 'take' },
            isLeft ? t('Take it and print the slip') : t('Write it down')))]);
    if (isLeft) { /* what its form requires elsewhere is not asked of what is there */
        element.querySelectorAll('.taking-deposit [required]:not(#service_id)').forEach((one) => {
            one.required = false;
        });
        element.querySelectorAll('.taking-deposit input[type=date], .taking-deposit textarea')
            .forEach((one) => one.closest('.field').remove());
    }
    return column(pageHead(t('At the counter'), {
        tools: h('a', { class: 'button', href: hash('services') }, t('Services')),
    }), h('h2', { class: 'sr' }, t('What service?')), element);
}

export default {
    path: 'services-take',
    title: N_('At the counter'),
    icon: 'parcel',
    least: 'concierge',
    isHidden: true,
    load,
    build,
};
