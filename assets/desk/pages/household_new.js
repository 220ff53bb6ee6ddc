/* A household is written down: its persons, where they live; the number is drawn unless one is
 * given. */
import { post } from '../api.js';
import { fill, h, icon } from '../dom.js';
import { N_, t } from '../i18n.js';
import { button, card, check, column, field, form, hash, pageHead } from '../parts.js';
import { toast } from '../toast.js';
import { contactFields, showError } from './household_form.js';

const LINES = 2;
const MOST = 16;

function personLine(i) {
    return h('div', { class: 'row person-row' },
        field({ id: `first-name-${i}`, label: t('First name'), maxlength: '60', class: 'name',
            autocomplete: 'off' }),
        check({ id: `is-child-${i}`, label: t('A child') }));
}

function personLines() {
    const lines = h('div', { class: 'stack', id: 'persons' },
        Array.from({ length: LINES }, (_, i) => personLine(i)));
    const more = button('add', t('One more person'), () => {
        const i = lines.children.length;
        lines.append(personLine(i));
        more.hidden = i + 1 >= MOST;
        document.getElementById(`first-name-${i}`).focus();
    }, { id: 'more-persons' });
    return [lines, h('div', { class: 'tools' }, more)];
}

/* Those with a name. */
function personsOf(values) {
    return Array.from({ length: MOST }, (_, i) => ({
        first_name: (values[`first-name-${i}`] ?? '').trim(), is_child: values[`is-child-${i}`] === 'on',
    })).filter((person) => person.first_name !== '');
}

function build(_, page) {
    const trouble = h('div', { role: 'alert' });
    return column(pageHead(t('New household')), form({
        id: 'new-household', cls: 'stack narrow',
        act: async (values, element) => {
            fill(trouble);
            try {
                const { household_id } = await post('/api/household/register', {
                    number: values.number.trim(), lang: values.lang, address: values.address,
                    family_name: values.family_name, phone: values.phone, persons: personsOf(values),
                });
                element.reset();
                page.go('households', { household_id });
                toast(t('Written down. Now a card, or a PIN?'));
            } catch (error) {
                showError(element, trouble, error);
            }
        },
    },
    card(t('Persons'), personLines()),
    card(t('Where and how'), contactFields({ family_name: '', address: '', phone: '', lang: 'fr' })),
    card(t('Number'), field({ id: 'number', label: t('Number of the household'), maxlength: '4',
        inputmode: 'numeric', autocomplete: 'off', hint: t('Empty: one is drawn.') })),
    trouble,
    h('div', { class: 'buttons' },
        h('button', { type: 'submit', class: 'main', id: 'register' }, icon('check'),
            t('Write the household down')),
        h('a', { class: 'button', href: hash('households') }, t('Go back')))));
}

export default {
    path: 'household-new', title: N_('New household'), icon: 'home', least: 'concierge',
    isHidden: true, build,
};
