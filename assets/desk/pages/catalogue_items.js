/* Things to borrow: classes, things, copies. */
import { get, post } from '../api.js';
import { openDialog, dialogFoot } from '../dialog.js';
import { h, icon } from '../dom.js';
import { t, tn } from '../i18n.js';
import { iconField } from '../icon_field.js';
import { centsOrNone, moneyField } from '../money_field.js';
import { backToList, button, card, chips, detailHead, empty, field, form, hash, line as row, list,
    notice, translationsLink } from '../parts.js';
import { ruleFields, ruleOf } from '../rule_fields.js';
import { save, trouble } from '../save.js';
import { stateWord } from '../words.js';

const PARTS_ROOM = 2;
const PARTS_MOST = 12;
const NEW = {
    item_id: 0, title: '', summary: '', icon: '', deposit_cents: 0, fee_cents: 0,
    subscriber_cents: -1, is_withdrawn: 0, waiting: 0, parts: [], copies: [],
};

export async function load({ id, class_id, after, after_id }) {
    const [items, one] = await Promise.all([
        class_id ? get('/api/catalogue/items', { class_id, after, after_id }) : null,
        id === undefined || id === 'new' ? NEW : get('/api/catalogue/item', { item_id: id })]);
    return { items, one: id === undefined ? null : one };
}

/* ---- The list ---- */

function address(params, more = {}) {
    return hash('catalogue', { part: 'items', class_id: params.class_id, ...more });
}

function lineOf(one, params) {
    return row({
        id: `item-${one.item_id}`, href: address(params, { id: one.item_id }),
        iconName: one.icon, color: 'umber', title: one.title,
        sub: tn('{n} copy', '{n} copies', one.copies),
        pill: one.is_withdrawn ? t('no longer lent') : null,
        isChosen: String(one.item_id) === params.id,
    });
}

function classChips(classes, params) {
    return chips(t('Kinds of things'), classes.map((one) => ({
        label: one.title, count: one.items, isChosen: String(one.class_id) === params.class_id,
        href: hash('catalogue', { part: 'items', class_id: one.class_id }),
    })));
}

function listOf(classes, items, page) {
    const { params } = page;
    const chosen = classes.find((one) => String(one.class_id) === params.class_id);
    const addClass = button('add', t('A new kind'), () => editClass(null, page), { id: 'add-class' });
    if (classes.length === 0) {
        return empty(t('Nothing can be borrowed yet. First say what kinds of things there are.'), [
            addClass, h('a', { class: 'button', href: hash('starter', { what: 'items' }) },
                icon('add'), t('Choose from a list'))]);
    }
    const last = items?.lines.at(-1);
    return [
        classChips(classes, params),
        h('div', { class: 'buttons paging' }, addClass, chosen && button('edit',
            t('Change “{title}”', { title: chosen.title }), () => editClass(chosen, page),
            { id: 'edit-class' })),
        items === null ? empty(t('Choose a kind of things.'))
            : items.lines.length === 0 ? empty(t('Nothing of this kind yet.'))
                : list(items.lines.map((one) => lineOf(one, params))),
        items?.is_more ? h('div', { class: 'buttons paging' }, h('a', {
            class: 'button', href: address(params, { after: last.title, after_id: last.item_id }),
        }, icon('down'), t('The following ones'))) : null,
    ];
}

/* ---- A kind of things ---- */

const NEW_CLASS = { class_id: 0, title: '', icon: 'tools', rule: 'desk', rule_limit: 0, rule_code: '',
    max_days: 7 };

function editClass(chosen, page) {
    const one = chosen ?? NEW_CLASS;
    return openDialog({
        title: chosen === null ? t('A new kind of things') : one.title,
        build: (close) => form({ id: 'class-form', act: async (values, element) => {
            const answer = await save(page, element, () => post('/api/catalogue/class/save', {
                class_id: one.class_id, title: values.title, icon: values.icon,
                max_days: Number(values.max_days), ...ruleOf(values),
            }), { done: t('Saved: the screen shows it.') });
            if (answer !== null) {
                close(answer);
                page.go('catalogue', { part: 'items', class_id: answer.class_id });
            }
        } },
        field({ id: 'title', label: t('Title'), required: true, maxlength: '80', value: one.title,
            autofocus: true }),
        iconField({ id: 'icon', label: t('Icon'), value: one.icon }),
        field({ id: 'max_days', label: t('Lent for how many days at most'), type: 'number', min: '1',
            max: '60', required: true, value: String(one.max_days) }),
        ruleFields(one), trouble(),
        dialogFoot(h('button', { type: 'button', onclick: () => close(null) }, t('Go back')),
            h('button', { type: 'submit', class: 'main', id: 'save-class' }, t('Save')))),
    });
}

/* ---- One of them ---- */

function partFields(parts) {
    const room = Math.min(PARTS_MOST, parts.length + PARTS_ROOM);
    return card(t('What goes with it'),
        h('p', { class: 'hint' }, t('Counted when it goes out and when it comes back.')),
        Array.from({ length: room }, (_, i) => h('div', {},
            h('input', { type: 'hidden', name: `parts[${i}].position`, value: String(parts[i]?.position ?? 0) }),
            h('input', { id: `parts[${i}].label`, name: `parts[${i}].label`, maxlength: '80',
                value: parts[i]?.label ?? '', 'aria-label': t('Part {n}', { n: i + 1 }) }))));
}

function partsOf(values) {
    const parts = [];
    for (let i = 0; values[`parts[${i}].label`] !== undefined; i++) {
        const label = values[`parts[${i}].label`].trim();
        if (label !== '') {
            parts.push({ position: Number(values[`parts[${i}].position`]), label });
        }
    }
    return parts;
}

async function send(values, element, one, page) {
    const isNew = one.item_id === 0;
    const answer = await save(page, element, () => post('/api/catalogue/item/save', {
        item_id: one.item_id, class_id: Number(values.class_id), title: values.title,
        summary: values.summary, icon: values.icon,
        deposit_cents: Math.max(0, centsOrNone(values.deposit_cents)),
        fee_cents: Math.max(0, centsOrNone(values.fee_cents)),
        subscriber_cents: centsOrNone(values.subscriber_cents), parts: partsOf(values),
    }), {
        done: isNew ? t('Written down. Now add the copies there are.') : t('Saved: the screen shows it.'),
        words: { conflict: t('A part is out with somebody: it cannot go before it is back.') },
    });
    if (answer !== null) {
        page.go('catalogue', { part: 'items', class_id: values.class_id, id: answer.item_id });
    }
}

async function addCopies(values, element, one, page) {
    await save(page, element, () => post('/api/catalogue/copy/add', {
        item_id: one.item_id, number: Number(values.number || 0), shelf: values.shelf,
    }), {
        done: t('One copy more: it can be borrowed now.'),
        words: { conflict: t('There is a copy of that number.') },
    });
}

function copyLine(copy, page) {
    const id = `shelf-${copy.copy_id}`;
    return form({ cls: 'copy-line', id: `copy-${copy.copy_id}`, act: (values, element) => save(page,
        element, () => post('/api/catalogue/copy/shelf', { copy_id: copy.copy_id, shelf: values[id] }),
        { done: t('Saved.') }) },
    h('b', {}, t('No. {n}', { n: copy.number })),
    h('span', { class: 'soft' }, copy.loans > 0 && copy.state === 'available'
        ? t('lent or reserved') : stateWord('copy', copy.state)),
    h('label', { for: id }, t('Shelf')),
    h('input', { id, name: id, maxlength: '31', value: copy.shelf }),
    h('button', { type: 'submit' }, t('Save')), trouble());
}

function copies(one, page) {
    return card(t('Copies'), one.copies.length === 0 && notice('warn',
        h('p', {}, t('Without a copy it cannot be borrowed.'))),
    one.copies.map((copy) => copyLine(copy, page)),
    form({ id: 'copy-form', cls: 'stack', act: (values, element) => addCopies(values, element, one, page) },
        h('div', { class: 'fields' },
            field({ id: 'number', label: t('Number written on it'), type: 'number', min: '1', max: '99',
                hint: t('Empty: the next') }),
            field({ id: 'shelf', label: t('Shelf'), maxlength: '31',
                value: one.copies.at(-1)?.shelf ?? '' })),
        trouble(),
        h('div', { class: 'buttons' }, h('button', { type: 'submit', id: 'add-copy' }, icon('add'),
            t('One copy more')))));
}

function withdraw(one, is_withdrawn, page) {
    const path = '/api/catalogue/item/withdraw';
    const { item_id } = one;
    return page.act(() => post(path, { item_id, is_withdrawn }), {
        done: is_withdrawn ? t('It is no longer on the screen. What is out comes back all the same.')
            : t('It is on the screen again.'),
        undo: () => post(path, { item_id, is_withdrawn: !is_withdrawn }),
    });
}

function detailOf(one, classes, page) {
    const isNew = one.item_id === 0;
    const class_id = isNew ? page.params.class_id : one.class_id;
    const iconName = one.icon || classes.find((known) => String(known.class_id) === class_id)?.icon;
    return [
        backToList('catalogue', { part: 'items', class_id: page.params.class_id }),
        detailHead(isNew ? t('A new thing') : one.title, one.waiting > 0
            ? tn('{n} person waits for it', '{n} people wait for it', one.waiting) : null),
        one.is_withdrawn ? notice('info', h('p', {}, t('Residents do not see it now.'))) : null,
        isNew ? null : copies(one, page),
        form({ id: 'item-form', cls: 'stack', act: (values, element) => send(values, element, one, page) },
            card(t('What residents read'),
                field({ id: 'title', label: t('Title'), required: true, maxlength: '80', value: one.title }),
                field({ id: 'summary', label: t('In a sentence'), maxlength: '240', value: one.summary }),
                iconField({ id: 'icon', label: t('Icon'), value: iconName }),
                field({ id: 'class_id', label: t('Kind'), type: 'select', required: true,
                    value: String(class_id ?? ''),
                    options: classes.map((known) => [known.class_id, known.title]) })),
            card(t('What it costs'), h('div', { class: 'fields' },
                moneyField({ id: 'deposit_cents', label: t('Deposit'), cents: one.deposit_cents || -1,
                    hint: t('In euros. Empty: none.') }),
                moneyField({ id: 'fee_cents', label: t('Price'), cents: one.fee_cents || -1,
                    hint: t('In euros. Empty: free.') }),
                moneyField({ id: 'subscriber_cents', label: t('For subscribers'),
                    cents: one.subscriber_cents, hint: t('In euros. Empty: the same.') }))),
            partFields(one.parts), trouble(),
            h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'main', id: 'save' },
                icon('check'), isNew ? t('Add the thing') : t('Save')))),
        isNew ? null : h('div', { class: 'buttons' }, one.is_withdrawn
            ? button('visible', t('Lend it again'), () => withdraw(one, false, page), { id: 'show' })
            : button('hidden', t('No longer lend it'), () => withdraw(one, true, page), { id: 'hide' }),
        translationsLink('item', one.item_id)),
    ];
}

export function build({ classes }, { items, one }, page) {
    const needsClass = one?.item_id === 0 && classes.length === 0;
    return {
        list: listOf(classes, items, page),
        detail: needsClass ? notice('info', h('p', {}, t('First say what kinds of things there are.')))
            : one && detailOf(one, classes, page),
    };
}
