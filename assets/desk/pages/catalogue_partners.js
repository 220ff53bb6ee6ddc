/* Partners: who else helps, and with what. */
import { get, post } from '../api.js';
import { h, icon } from '../dom.js';
import { t, tn } from '../i18n.js';
import { backToList, button, card, check, detailHead, empty, fact, field, form, hash, line as row,
    list, notice, translationsLink } from '../parts.js';
import { save, trouble } from '../save.js';
import { NEEDS } from '../words.js';

const NEW = {
    partner_id: 0, name: '', summary: '', hours: '', place: '', phone: '', is_provider: 0,
    is_withdrawn: 0, keeps_agenda_alone: 0, organisers: 0, needs: [], services: [],
};

export function load({ id }) {
    return id === undefined ? null : id === 'new' ? NEW : get('/api/catalogue/partner', { partner_id: id });
}

function lineOf(one, params) {
    return row({
        id: `partner-${one.partner_id}`,
        href: hash('catalogue', { part: 'partners', id: one.partner_id }),
        iconName: one.is_provider ? 'store' : 'handshake', title: one.name,
        sub: one.is_provider ? t('provides services') : null,
        pill: one.is_withdrawn ? t('not shown') : null,
        isChosen: String(one.partner_id) === params.id,
    });
}

async function send(values, element, one, page) {
    const isNew = one.partner_id === 0;
    const answer = await save(page, element, () => post('/api/catalogue/partner/save', {
        partner_id: one.partner_id, name: values.name, summary: values.summary, hours: values.hours,
        place: values.place, phone: values.phone, is_provider: values.is_provider === 'on',
        keeps_agenda_alone: values.keeps_agenda_alone === 'on',
        needs: Object.keys(NEEDS).filter((code) => values[`need-${code}`] === 'on'),
    }), { done: t('Saved: the screen shows it.') });
    if (answer !== null && isNew) {
        page.go('catalogue', { part: 'partners', id: answer.partner_id });
    }
}

function withdraw(one, is_withdrawn, page) {
    const path = '/api/catalogue/partner/withdraw';
    const { partner_id } = one;
    return page.act(() => post(path, { partner_id, is_withdrawn }), {
        done: is_withdrawn ? t('It is no longer shown among those who help.') : t('It is shown again.'),
        undo: () => post(path, { partner_id, is_withdrawn: !is_withdrawn }),
    });
}

function detailOf(one, page) {
    const isNew = one.partner_id === 0;
    return [
        backToList('catalogue', { part: 'partners' }),
        detailHead(isNew ? t('A new partner') : one.name),
        one.is_withdrawn ? notice('info', h('p', {}, t('Residents do not see it now.'))) : null,
        one.services.length > 0 ? fact('store', t('Does: {services}',
            { services: one.services.join(', ') })) : null,
        form({ id: 'partner-form', cls: 'stack', act: (values, element) => send(values, element, one, page) },
            card(t('What residents read'),
                field({ id: 'name', label: t('Name'), required: true, maxlength: '80', value: one.name }),
                field({ id: 'summary', label: t('In a sentence'), maxlength: '240', value: one.summary }),
                field({ id: 'hours', label: t('When'), maxlength: '80', value: one.hours }),
                field({ id: 'place', label: t('Place'), maxlength: '80', value: one.place }),
                field({ id: 'phone', label: t('Telephone'), type: 'tel', maxlength: '20',
                    value: one.phone })),
            card(null, h('fieldset', { class: 'choices two' }, h('legend', {}, t('What do they help with?')),
                Object.entries(NEEDS).map(([code, [label]]) => check({
                    id: `need-${code}`, label: t(label), checked: one.needs.includes(code),
                }))),
            check({ id: 'is_provider', label: t('Provides services of the catalogue'),
                checked: one.is_provider === 1 })),
            card(t('Its dates in the agenda'),
                one.organisers > 0 && h('p', { class: 'soft' }, tn(
                    '{n} person keeps them on this page.', '{n} people keep them on this page.',
                    one.organisers)),
                check({ id: 'keeps_agenda_alone', label: t('They announce and change dates alone'),
                    checked: one.keeps_agenda_alone === 1,
                    sub: t('Otherwise each new or changed date waits for your yes. Cancelling never waits: people have to be told.') })),
            trouble(),
            h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'main', id: 'save' },
                icon('check'), isNew ? t('Add the partner') : t('Save')))),
        isNew ? null : h('div', { class: 'buttons' }, one.is_withdrawn
            ? button('visible', t('Show it again'), () => withdraw(one, false, page), { id: 'show' })
            : button('hidden', t('No longer show it'), () => withdraw(one, true, page), { id: 'hide' }),
        translationsLink('partner', one.partner_id)),
    ];
}

export function build({ partners }, one, page) {
    return {
        list: partners.length === 0 ? empty(t('No partner is known yet.'))
            : list(partners.map((partner) => lineOf(partner, page.params))),
        detail: one && detailOf(one, page),
    };
}
