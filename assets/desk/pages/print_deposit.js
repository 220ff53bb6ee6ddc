/* A deposit's slip in two parts, 80 mm: for the resident, and for the bag. The bag's code is its
 * number alone; the resident's is told once, and stays in this page's memory only. */
import { get } from '../api.js';
import { h } from '../dom.js';
import { N_, euros, shortTime, t } from '../i18n.js';
import { slip } from '../print.js';
import { ticketNumber } from '../words.js';
import { qrCode } from '../qr.js';

let kept = null; /* {request_id, qr} */

export function keepCode(answer) {
    kept = answer;
}

function facts({ slip: one }) {
    return [
        h('p', { class: 'number-big' }, ticketNumber(one.number)),
        h('h3', {}, one.title), h('p', {}, one.left),
        one.left_at_s && h('p', {}, t('Left {when}', { when: shortTime(one.left_at_s) })),
    ];
}

function build(data) {
    const { slip: one } = data;
    const hasCode = kept?.request_id === one.request_id;
    return slip({ title: one.site },
        h('section', { class: 'slip-part' }, h('h2', {}, t('For you')), facts(data),
            one.agreed_cents !== null &&
                h('p', {}, t('Estimated price: %s', [euros(one.agreed_cents)])),
            hasCode && qrCode(kept.qr, t('Code of the ticket')),
            h('p', {}, t('Nothing costs more without your yes. Follow it at the screen.'))),
        h('hr', {}),
        h('section', { class: 'slip-part' }, h('h2', {}, t('For the bag')), facts(data),
            one.provider && h('p', {}, one.provider),
            qrCode(data.bag_qr, t('Number of the bag'))));
}

export default {
    path: 'print/deposit',
    title: N_('Slip of a deposit'),
    icon: 'print',
    least: 'concierge',
    isHidden: true,
    isPrint: true,
    load: (params) => get('/api/services/slip', { request_id: params.request_id }),
    build,
};
