/* Entering a request: from a slip of paper, or for somebody who stands at the counter. What, for
 * whom, and when it was written; both names are kept. */
import { get, post } from '../api.js';
import { h, icon } from '../dom.js';
import { N_, t } from '../i18n.js';
import { chips, column, form, hash, notice, pageHead, panel } from '../parts.js';
import { toast } from '../toast.js';
import { errorWord, ticketNumber } from '../words.js';
import { askerCard, askerOf } from './enter_asker.js';
import { bookingFields, bookingOf, helpFields, helpOf, loanFields, loanOf, serviceFields, serviceOf }
    from './enter_what.js';
import { paperCard, paperOf } from './enter_paper.js';
import { keepSlip } from './print_slip.js';

/* What can be entered: its word, icon, what it loads, its fields, and what it sends. */
const KINDS = {
    service: {
        label: N_('A service'), icon: 'parcel', fields: serviceFields, read: serviceOf,
        load: async (params) => ({
            services: (await get('/api/enter/services')).lines,
            service: params.service_id
                ? await get('/api/enter/service', { service_id: params.service_id }) : null,
        }),
    },
    loan: {
        label: N_('Something to borrow'), icon: 'lend', fields: loanFields, read: loanOf,
        load: async (params) => ({
            items: (await get('/api/enter/items')).lines,
            days: params.item_id ? (await get('/api/enter/days',
                { item_id: params.item_id, days: params.days ?? 1 })).lines : null,
        }),
    },
    booking: {
        label: N_('Seats at a workshop'), icon: 'agenda', fields: bookingFields, read: bookingOf,
        load: async () => ({ sessions: (await get('/api/enter/sessions')).lines }),
    },
    help: {
        label: N_('A helping hand'), icon: 'help_hand', fields: helpFields, read: helpOf,
        load: async () => ({}),
    },
};

/* What was refused, and what to do: by field, then by error. */
const FIELDS = {
    'paper_number.invalid': N_('This paper number is not right: please read it again.'),
    'paper_number.not-found': N_('No paper of this house has that number.'),
    'paper_number.conflict': N_('That number has been used, or its paper was given up.'),
    household_id: N_('This household is not known any more: please look for it again.'),
    person_id: N_('This person is not known any more: please choose again.'),
    happened_at: N_('That time cannot be: not to come, and not more than two months ago.'),
    session_id: N_('This session is not in the agenda any more.'),
    copy_id: N_('Please choose the days.'),
    from_s: N_('Please choose the days.'),
    choice: N_('Please say more exactly what it is about.'),
    urgency: N_('Please say how urgent it is.'),
    words: N_('No words are written down for this.'),
};

function troubleWord(error) {
    if (error.field?.startsWith('answers.')) {
        return t('Please answer this question, too.');
    }
    const text = FIELDS[`${error.field}.${error.error}`] ?? FIELDS[error.field];
    return text ? t(text) : errorWord(error);
}

function showTrouble(element, error) {
    const code = error.field?.replace(/^answers\./u, 'answer-');
    const at = element.querySelector(`[data-field="${code}"]`);
    element.querySelector('.trouble-place').replaceChildren(
        notice('bad', h('p', {}, troubleWord(error))));
    element.querySelectorAll('[aria-invalid]').forEach((one) => one.removeAttribute('aria-invalid'));
    at?.setAttribute('aria-invalid', 'true');
    (at ?? element.querySelector('.trouble-place')).scrollIntoView({ block: 'center' });
    at?.focus();
}

async function send(values, element, { data, page, kind }) {
    try {
        const answer = await post('/api/enter', {
            ...KINDS[kind].read(values, data, element), ...askerOf(values), ...paperOf(values),
        });
        keepSlip(answer);
        element.reset();
        toast(t('Entered: {number}', { number: ticketNumber(answer.number) }));
        page.go('request', { request_id: answer.request_id });
    } catch (error) {
        if (error.error === undefined) {
            throw error;
        }
        showTrouble(element, error);
    }
}

/* Ready to be sent: its subject has been chosen. */
function isChosen(kind, data) {
    return kind === 'service' ? data.service !== null : kind === 'loan' ? data.days !== null : true;
}

function entryForm(kind, data, page) {
    return form({ id: 'enter-form', cls: 'stack', act: (values, element) =>
        send(values, element, { data, page, kind }) },
    panel(t('What?'), KINDS[kind].fields(data, page)),
    isChosen(kind, data) && [
        askerCard(data.asker, page), paperCard(),
        h('div', { class: 'trouble-place', role: 'alert' }),
        h('div', { class: 'buttons' }, h('button', {
            type: 'submit', class: 'big main', id: 'send',
        }, h('span', { class: 'big-label' }, t('Enter the request')),
        h('span', { class: 'sub' }, t('It gets a number and its place in the queue'))))]);
}

function build(data, page) {
    const { kind } = page.params;
    return column(
        pageHead(t('Enter a request'), {
            sub: t('From paper, or for somebody at the counter'),
            tools: h('a', { class: 'button', href: hash('paper'), id: 'to-paper' },
                icon('document'), t('Numbers on paper')),
        }),
        chips(t('What?'), Object.entries(KINDS).map(([code, one]) => ({
            label: [icon(one.icon), t(one.label)],
            href: hash('enter', { kind: code, household_id: page.params.household_id }),
            isChosen: code === kind,
        }))),
        KINDS[kind] ? entryForm(kind, data, page)
            : h('p', { class: 'soft' }, t('What is it about? Choose above.')));
}

export default {
    path: 'enter',
    title: N_('Enter a request'),
    icon: 'edit',
    least: 'concierge',
    isHidden: true,
    load: async (params) => ({
        ...await KINDS[params.kind]?.load(params),
        asker: params.household_id
            ? await get('/api/enter/asker', { household_id: params.household_id }) : null,
    }),
    build,
};
