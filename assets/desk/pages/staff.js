/* The staff, for coordinators: who works here, as what, and what lets them in. */
import { get, post } from '../api.js';
import { confirm } from '../dialog.js';
import { h, icon } from '../dom.js';
import { N_, fullDay, t } from '../i18n.js';
import { backToList, button, card, detailHead, fact, field, form, hash, line as row, list, notice,
    pageHead, split } from '../parts.js';
import { save, trouble } from '../save.js';
import { movedWord } from './site_hours.js';
import { drawCard, drawPassword, drawPin } from './staff_secrets.js';

export const ROLES = {
    concierge: { label: N_('Concierge'), sub: N_('Keeps the desk') },
    organiser: { label: N_('Organiser'), sub: N_('Keeps the dates of their association') },
    coordinator: { label: N_('Coordinator'), sub: N_('Keeps the desk, and the staff') },
};

async function load() {
    const [staff, catalogue] = await Promise.all([get('/api/staff'), get('/api/catalogue')]);
    return { staff: staff.lines, partners: catalogue.partners.filter((one) => !one.is_withdrawn) };
}

function stateOf(one) {
    if (one.left_at_s > 0) {
        return { pill: t('left') };
    }
    if (!one.has_password && !one.has_pin) {
        return { pill: t('cannot get in yet'), tone: 'warn' };
    }
    return one.is_temporary ? { pill: t('first password'), tone: 'warn' } : {};
}

function lineOf(one, params) {
    return row({
        id: `staff-${one.staff_id}`, href: hash('staff', { staff_id: one.staff_id }),
        iconName: one.role === 'organiser' ? 'agenda' : 'person', title: one.first_name,
        sub: [t('no. {number}', { number: one.number }), t(ROLES[one.role].label), one.partner_name]
            .filter(Boolean).join(' · '),
        ...stateOf(one), isChosen: String(one.staff_id) === params.staff_id,
    });
}

/* ---- One of them ---- */

function partnerField(one, partners) {
    const element = field({
        id: 'partner_id', label: t('Association'), type: 'select', value: String(one.partner_id),
        hint: t('Of an organiser'),
        options: [[0, t('none')], ...partners.map((partner) => [partner.partner_id, partner.name])],
    });
    element.hidden = one.role !== 'organiser';
    return element;
}

function formOf(one, partners, page) {
    const isNew = one.staff_id === 0;
    const partner = partnerField(one, partners);
    const send = (values, element) => save(page, element, () => post('/api/staff/save', {
        staff_id: one.staff_id, number: isNew ? values.number : '', first_name: values.first_name,
        role: values.role, household_number: values.household_number,
        partner_id: values.role === 'organiser' ? Number(values.partner_id) : 0,
    }), {
        done: (answer) => [isNew ? t('{name} is written down. Now draw a password.',
            { name: values.first_name }) : t('Saved.'), movedWord(answer)].filter(Boolean).join(' '),
        next: isNew ? '' : hash('staff', { staff_id: one.staff_id }),
        words: {
            conflict: t('This number is taken.'), denied: t('A house needs a coordinator.'),
            'not-found': t('There is no such household.'),
            full: t('There are no numbers left.'),
        },
    }).then((answer) => answer !== null && isNew && page.go('staff', { staff_id: answer.staff_id }));
    return form({ id: 'staff-form', cls: 'stack', act: send },
        card(null,
            field({ id: 'first_name', label: t('First name'), required: true, maxlength: '40',
                value: one.first_name, cls: 'name', hint: t('The screen shows it when they are there.') }),
            isNew && field({ id: 'number', label: t('Number'), maxlength: '2', inputmode: 'numeric',
                pattern: '[0-9]{2}', hint: t('Two digits. Empty: the next that is free.') }),
            field({ id: 'role', label: t('Role'), type: 'select', value: one.role,
                options: Object.entries(ROLES).map(([code, { label, sub }]) =>
                    [code, `${t(label)} · ${t(sub)}`]),
                onchange: (event) => {
                    partner.hidden = event.target.value !== 'organiser';
                } }),
            partner,
            field({ id: 'household_number', label: t('Their own household here'), maxlength: '4',
                inputmode: 'numeric', value: one.household_number,
                hint: t('Its number: they do not decide for it. Empty: none.') }),
            trouble(),
            h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'main', id: 'save-staff' },
                icon('check'), isNew ? t('Write them down') : t('Save')))));
}

async function leave(one, page) {
    const sure = await confirm({
        title: t('{name} leaves the house?', { name: one.first_name }), isDanger: true,
        text: t('Their card, PIN and password open nothing any more, and they are no longer planned. What they decided keeps their name.'),
        yes: t('Yes, they leave'),
    });
    if (sure) {
        await page.act(() => post('/api/staff/leave', { staff_id: one.staff_id }), {
            done: (answer) => [t('{name} has left.', { name: one.first_name }), movedWord(answer)]
                .filter(Boolean).join(' '),
            undo: () => post('/api/staff/return', { staff_id: one.staff_id }),
        });
    }
}

function doors(one, page) {
    const isAtScreen = one.role !== 'organiser';
    return card(t('What lets them in'),
        fact('lock', one.has_password ? one.is_temporary
            ? t('Password: the first one, to be changed when they sign in')
            : t('Password: their own') : t('Password: none yet')),
        isAtScreen && fact('pin', one.has_pin ? t('PIN at the screen: yes') : t('PIN at the screen: none yet')),
        isAtScreen && fact('card', one.has_card ? t('Card: yes') : t('Card: none yet')),
        h('p', { class: 'hint' }, t('What is drawn is shown once. The one before opens nothing any more.')),
        h('div', { class: 'buttons' },
            button('lock', t('Draw a password'), () => drawPassword(one, page), { id: 'draw-password' }),
            isAtScreen && button('pin', t('Draw a PIN'), () => drawPin(one, page), { id: 'draw-pin' }),
            isAtScreen && button('card', t('Make a card'), () => drawCard(one, page), { id: 'draw-card' })));
}

function detail(one, partners, page) {
    if (one.left_at_s > 0) {
        return [
            backToList('staff'), detailHead(one.first_name, t('no. {number}', { number: one.number })),
            notice('info', h('p', {}, t('Left on {day}.', { day: fullDay(one.left_at_s) }))),
            h('div', { class: 'buttons' }, button('undo', t('Works here again'),
                () => page.act(() => post('/api/staff/return', { staff_id: one.staff_id }),
                    { done: t('{name} works here again. Draw a new password.', { name: one.first_name }) }),
                { id: 'return' })),
        ];
    }
    return [
        backToList('staff'), detailHead(one.first_name, t('no. {number}', { number: one.number })),
        doors(one, page), formOf(one, partners, page),
        one.is_me ? null : h('div', { class: 'buttons' },
            button('logout', t('Leaves the house…'), () => leave(one, page),
                { id: 'leave', look: 'danger' })),
    ];
}

const NEW = {
    staff_id: 0, first_name: '', role: 'concierge', household_number: '', partner_id: 0, left_at_s: 0,
};

function build({ staff, partners }, page) {
    const { params } = page;
    const chosen = staff.find((one) => String(one.staff_id) === params.staff_id);
    const left = [
        pageHead(t('Staff'), {
            tools: h('a', { class: 'button', href: hash('staff', { staff_id: 'new' }), id: 'new-staff' },
                icon('add'), t('A colleague')),
        }),
        list(staff.map((one) => lineOf(one, params))),
    ];
    const right = params.staff_id === 'new'
        ? [backToList('staff'), detailHead(t('A new colleague')), formOf(NEW, partners, page)]
        : chosen && detail(chosen, partners, page);
    return split(left, right ?? null);
}

export default {
    path: 'staff',
    title: N_('Staff'),
    icon: 'people',
    least: 'coordinator',
    load,
    build,
};
