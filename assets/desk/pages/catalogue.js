/* What the house offers: services, things to borrow, partners; and things from a list. One page, its
 * parts behind links, each in a file of its own. */
import { get } from '../api.js';
import { h, icon } from '../dom.js';
import { N_, t } from '../i18n.js';
import { chips, hash, pageHead, split } from '../parts.js';
import * as importing from './catalogue_import.js';
import * as items from './catalogue_items.js';
import * as partners from './catalogue_partners.js';
import * as services from './catalogue_services.js';

const PARTS = {
    services: { label: N_('Services'), part: services, add: N_('A service') },
    items: { label: N_('Things to borrow'), part: items, add: N_('A thing') },
    partners: { label: N_('Partners'), part: partners, add: N_('A partner') },
    import: { label: N_('From a list'), part: importing },
};

function codeOf(params) {
    return PARTS[params.part] === undefined ? 'services' : params.part;
}

async function load(params) {
    const [catalogue, own] = await Promise.all([
        get('/api/catalogue'), PARTS[codeOf(params)].part.load(params)]);
    return { catalogue, own };
}

function links(code) {
    return chips(t('Parts of the catalogue'), Object.entries(PARTS).map(([one, { label }]) => ({
        label: t(label), href: hash('catalogue', { part: one }), isChosen: one === code,
    })));
}

function build({ catalogue, own }, page) {
    const code = codeOf(page.params);
    const { part, add } = PARTS[code];
    const head = [
        pageHead(t('Catalogue'), {
            tools: add && h('a', {
                class: 'button', id: 'add',
                href: hash('catalogue', { ...page.params, part: code, id: 'new' }),
            }, icon('add'), t(add)),
        }),
        links(code),
    ];
    const { list, detail } = part.build(catalogue, own, page);
    return split([head, list], detail);
}

export default {
    path: 'catalogue',
    title: N_('Catalogue'),
    icon: 'list',
    least: 'concierge',
    load,
    build,
};
