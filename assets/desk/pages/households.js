/* Households: found by number, name, street or telephone; one of them at the right. */
import { get } from '../api.js';
import { h, icon, name } from '../dom.js';
import { N_, now_s, t, tn } from '../i18n.js';
import { chips, empty, field, form, hash, line, list, pageHead, split } from '../parts.js';
import { householdView } from './household_view.js';
import { familyOf } from './household_words.js';

const FILTERS = [
    ['', N_('All')], ['subscribed', N_('Subscribed')], ['ended', N_('To renew')], ['left', N_('Moved away')],
];

/* The list's own parameters, for links that stay in it. */
function listParams({ search, filter, after }) {
    return { search, filter, after };
}

function pillOf(one) {
    if (one.left_at_s) {
        return { pill: t('moved away') };
    }
    if (!one.subscribed_until_s) {
        return {};
    }
    return one.subscribed_until_s > now_s() ? { pill: t('subscribed'), tone: 'ok' }
        : { pill: t('to renew'), tone: 'warn' };
}

function householdLine(one, params) {
    const rest = [one.family_name && one.first_names, one.address].filter(Boolean);
    return line({
        id: `household-${one.household_id}`,
        href: hash('households', { ...listParams(params), household_id: one.household_id }),
        iconName: 'home', isChosen: String(one.household_id) === params.household_id,
        title: [one.number, ' · ', name(familyOf(one))],
        sub: rest.length > 0 ? name(rest.join(' · ')) : null,
        aside: one.running > 0 ? tn('{n} under way', '{n} under way', one.running) : '',
        ...pillOf(one),
    });
}

function searchForm(params, page) {
    return form({
        id: 'household-search', cls: 'search-form',
        act: (values) => page.go('households', { search: values.words.trim() }),
    }, field({ id: 'words', label: t('Number, name, street, telephone'), type: 'search',
        autocomplete: 'off', maxlength: '60', class: 'name', value: params.search ?? '' }),
    h('button', { type: 'submit' }, icon('search'), t('Search')));
}

function listPart({ lines, is_more: isMore }, params, page) {
    const last = lines.at(-1);
    return [
        pageHead(t('Households'), { tools: [
            h('a', { class: 'button main', id: 'household-new', href: hash('household-new') },
                icon('add'), t('New household')),
            h('a', { class: 'button', id: 'household-import', href: hash('households-import') },
                icon('list'), t('From a list'))] }),
        searchForm(params, page),
        chips(t('Filters'), FILTERS.map(([code, word]) => ({
            label: t(word), href: hash('households', { filter: code }),
            isChosen: !params.search && (params.filter ?? '') === code,
        }))),
        lines.length === 0 ? empty(t('No household like that.')) : list(
            lines.map((one) => householdLine(one, params))),
        isMore === 1 && (params.search
            ? h('p', { class: 'soft pad' }, t('There are more: say a little more.'))
            : h('p', { class: 'pad' }, h('a', {
                class: 'button', id: 'household-more',
                href: hash('households', { filter: params.filter, after: last.number }),
            }, t('The next ones')))),
    ];
}

async function load(params) {
    const [found, one, past] = await Promise.all([
        get('/api/households', listParams(params)),
        params.household_id ? get('/api/household', { household_id: params.household_id }) : null,
        params.household_id && params.history ? get('/api/household/history', {
            household_id: params.household_id, before_s: params.before_s, before_id: params.before_id,
        }) : null,
    ]);
    return { found, one, past };
}

function build({ found, one, past }, page) {
    return split(listPart(found, page.params, page),
        one && householdView({ ...one, past }, page, listParams(page.params)));
}

export default {
    path: 'households', title: N_('Households'), icon: 'people', least: 'concierge', load, build,
};

