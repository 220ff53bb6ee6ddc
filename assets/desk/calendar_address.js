/* The address of the agenda's calendar (core/feed.h): what a phone or another program subscribes to.
 * It is public, as the agenda is on the screen. */
import { h } from './dom.js';
import { t } from './i18n.js';
import { toast } from './toast.js';

/* of: a partner, whose lines alone are in it; 0 all. */
export function calendarAddress(of = 0) {
    const address = `${location.origin}/agenda.ics${of ? `?of=${of}` : ''}`;
    const shown = h('input', { id: 'calendar-address', type: 'text', readonly: true, value: address });
    const copy = async () => {
        shown.select();
        try {
            await navigator.clipboard.writeText(address);
            toast(t('The address is copied.'));
        } catch {
            toast(t('It is selected: copy it with Ctrl and C.'));
        }
    };
    const explanation = of
        ? t('A phone or another calendar that subscribes to this address shows what the association announces here, and follows every change. Nobody who books is in it.')
        : t('A phone or another calendar that subscribes to this address shows the whole agenda, and follows every change. Nobody who books is in it.');
    return h('div', { class: 'stack' },
        h('details', { class: 'calendar-address' },
            h('summary', {}, t('Calendar address')),
            h('div', { class: 'stack' },
                h('p', {}, explanation),
                h('label', { class: 'sr', for: 'calendar-address' }, t('Calendar address')),
                shown,
                h('div', { class: 'tools' },
                    h('button', { type: 'button', id: 'copy-address', onclick: copy }, t('Copy'))))));
}
