/* For whom a request is entered: a household, found by number or name or by its card, or somebody
 * without. */
import { get, post } from '../api.js';
import { fill, h, name } from '../dom.js';
import { t, tn } from '../i18n.js';
import { button, fact, field, notice, panel } from '../parts.js';
import { openScanned } from '../records.js';
import { receiveScans } from '../scan.js';
import { householdFinder } from '../search.js';

function persons(asker) {
    return h('div', { class: 'field' }, h('label', { for: 'person_id' }, t('Who asks?')),
        h('select', { id: 'person_id', name: 'person_id', class: 'name' },
            h('option', { value: '' }, t('The household')),
            asker.persons.map((one) => h('option', { value: one.person_id }, one.first_name))));
}

function chosen(asker, forget) {
    return [
        fact('home', h('b', {}, t('household %s', [asker.number])),
            asker.family_name && [' · ', name(asker.family_name)],
            asker.phone && [' · ', name(asker.phone)], ' ',
            button('edit', t('Another one'), forget, { id: 'other-household', look: 'plain' })),
        asker.out > 0 && fact(asker.late > 0 ? 'warning' : 'out',
            tn('%ld thing at home', '%ld things at home', asker.out),
            asker.late > 0 && h('b', {}, tn(' · %ld late', ' · %ld late', asker.late))),
        asker.is_own === 1 && notice('warn', h('p', {},
            t('This is your own household’s: a colleague decides.'))),
        persons(asker),
    ];
}

function guestFields() {
    return [
        h('p', { class: 'soft' }, t('Without a household: a first name and a telephone, if they wish.')),
        field({ id: 'first_name', label: t('First name'), maxlength: '60', class: 'name',
            autocomplete: 'off' }),
        field({ id: 'phone', label: t('Telephone'), type: 'tel', maxlength: '30', class: 'name',
            autocomplete: 'off' }),
    ];
}

/* asker: a household that is known already; null: nobody yet. */
export function askerCard(asker, page) {
    const place = h('div', { class: 'stack', id: 'asker' });
    /* Not of type hidden: it has to count as written in, so that the page is not built anew. */
    const id = h('input', { type: 'text', hidden: true, name: 'household_id', value: '' });
    const show = (found) => {
        id.value = found.household_id;
        fill(place, chosen(found, forget));
    };
    const choose = async (household_id) => {
        show(await get('/api/enter/asker', { household_id }));
        place.querySelector('select').focus();
    };
    const search = () => householdFinder({ id: 'asker-search', take: (one) => choose(one.id) });
    function forget() {
        id.value = '';
        fill(place, search(), guestFields());
        place.querySelector('input').focus();
    }
    /* A card held to the scanner says who it is. Until that is known, the page waits with being built
     * anew, lest the answer be lost with it. */
    const receive = async (code) => {
        place.setAttribute('aria-busy', 'true');
        const found = await post('/api/scan', { code }).catch(() => ({}));
        if (found.household_id && !found.ended) {
            await choose(found.household_id);
            place.querySelector('select').value = found.person_id ?? '';
        } else {
            openScanned(code);
        }
    };
    receiveScans((code) => receive(code).finally(() => {
        place.removeAttribute('aria-busy');
        document.dispatchEvent(new Event('settled'));
    }), page.until);
    if (asker === null) {
        fill(place, search(), guestFields());
    } else {
        show(asker);
    }
    return panel(t('For whom?'), id, place,
        h('div', { class: 'field' }, h('label', { for: 'for_whom' }, t('Is it for themselves?')),
            h('select', { id: 'for_whom', name: 'for_whom' },
                h('option', { value: 'self' }, t('For whoever asks')),
                h('option', { value: 'household' }, t('For the whole household')),
                h('option', { value: 'other' }, t('For somebody else')))),
        field({ id: 'for_name', label: t('For whom, if for somebody else'), maxlength: '60',
            class: 'name', autocomplete: 'off' }));
}

export function askerOf(values) {
    return {
        household_id: Number(values.household_id) || 0,
        person_id: Number(values.person_id) || 0,
        first_name: values.first_name?.trim() ?? '',
        phone: values.phone?.trim() ?? '',
        for_whom: values.for_whom,
        for_name: values.for_whom === 'other' ? values.for_name.trim() : '',
    };
}
