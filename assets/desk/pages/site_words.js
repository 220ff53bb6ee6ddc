/* What the screen says: the message, the house's name, the numbers of the safety page. */
import { get, post } from '../api.js';
import { fill, h, icon } from '../dom.js';
import { t, tn } from '../i18n.js';
import { field, form, panel, translationsLink } from '../parts.js';
import { refuse, save, trouble } from '../save.js';

const MESSAGE_MOST = 160;
const NAME_MOST = 60;
const LINES_MOST = 6;

export function load() {
    return get('/api/site');
}

function left(text) {
    const n = MESSAGE_MOST - [...text].length;
    return tn('{n} sign left', '{n} signs left', n);
}

function messageForm(site, page) {
    const count = h('p', { class: 'hint', id: 'message-left' }, left(site.message));
    const send = ({ message }, element) => save(page, element,
        () => post('/api/site/message', { message: message.replace(/\s+/gu, ' ').trim() }), {
            done: message.trim() === '' ? t('The screen says nothing more.')
                : t('The screen says it now.'),
            undo: () => post('/api/site/message', { message: site.message }),
        });
    return form({ id: 'message-form', cls: 'stack', act: send },
        panel(t('Message on the screen'),
            field({ id: 'message', label: t('What everybody should know'), type: 'textarea',
                maxlength: String(MESSAGE_MOST), value: site.message,
                hint: t('It stands on the screen that nobody touches. Empty: no message.'),
                oninput: (event) => fill(count, left(event.target.value)) }),
            count, trouble(),
            h('div', { class: 'buttons' },
                h('button', { type: 'submit', class: 'main', id: 'save-message' }, icon('campaign'),
                    t('Show it')))));
}

function nameForm(site, page) {
    const send = ({ name, district }, element) => save(page, element,
        () => post('/api/site/save', { name, district }), {
            done: t('The name is saved.'),
            undo: () => post('/api/site/save', { name: site.name, district: site.district }),
        });
    return form({ id: 'name-form', cls: 'stack', act: send },
        panel(t('Name of the house'),
            field({ id: 'name', label: t('Name'), required: true, maxlength: String(NAME_MOST),
                value: site.name }),
            field({ id: 'district', label: t('District'), maxlength: String(NAME_MOST),
                value: site.district, hint: t('For the figures') }),
            trouble(),
            h('div', { class: 'buttons' }, h('button', { type: 'submit', id: 'save-name' },
                icon('check'), t('Save the name')))));
}

/* ---- Numbers to phone in danger ---- */

function lineFields(one, i) {
    return h('fieldset', { class: 'fields' },
        h('legend', { class: 'sr' }, t('Line {n}', { n: i + 1 })),
        field({ id: `lines[${i}].label`, label: t('Who'), maxlength: '40', value: one.label }),
        field({ id: `lines[${i}].phone`, label: t('Telephone'), type: 'tel', maxlength: '20',
            value: one.phone }));
}

function linesOf(values) {
    const lines = [];
    for (let i = 0; i < LINES_MOST; i++) {
        const label = (values[`lines[${i}].label`] ?? '').trim();
        const phone = (values[`lines[${i}].phone`] ?? '').trim();
        if (label !== '' || phone !== '') {
            lines.push({ label, phone, i });
        }
    }
    return lines;
}

async function sendLines(values, element, site, page) {
    const lines = linesOf(values);
    const half = lines.find((one) => one.label === '' || !/^\+?[\d .]{2,}$/u.test(one.phone));
    if (half !== undefined) {
        refuse(element, t('Each line needs a name and a telephone number.'),
            `lines[${half.i}].${half.label === '' ? 'label' : 'phone'}`);
        return;
    }
    await save(page, element, () => post('/api/site/oncall', {
        lines: lines.map(({ label, phone }) => ({ label, phone })),
    }), {
        done: t('The safety page shows these numbers.'),
        undo: () => post('/api/site/oncall', { lines: site.oncall }),
    });
}

function oncallForm(site, page) {
    const room = Math.min(LINES_MOST, Math.max(2, site.oncall.length + 1));
    return form({ id: 'oncall-form', cls: 'stack',
        act: (values, element) => sendLines(values, element, site, page) },
    panel(t('Numbers in danger'),
        h('p', { class: 'hint' },
            t('The landlord’s emergency lines: they stand on the safety page, beside 112 and 114.')),
        Array.from({ length: room }, (_, i) => lineFields(site.oncall[i] ?? { label: '', phone: '' }, i)),
        trouble(),
        h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'main', id: 'save-oncall' },
            icon('check'), t('Save the numbers')))));
}

export function build(site, page) {
    return [messageForm(site, page), oncallForm(site, page), nameForm(site, page),
        h('div', { class: 'buttons' }, translationsLink('house', 0))];
}
