/* A ticket on paper, 80 mm: number, code, what and when. Its code is told once, when it is drawn:
 * it stays in this page's memory until another slip is printed, and nowhere else. */
import { h } from '../dom.js';
import { N_, capital, longTime, now_s, shortTime, t } from '../i18n.js';
import { empty, hash } from '../parts.js';
import { slip } from '../print.js';
import { qrCode } from '../qr.js';
import { whoAmI } from '../session.js';
import { kindWord, people, ticketNumber, titleOf } from '../words.js';
import { toldState } from '../words_told.js';

let kept = null; /* {number, qr: {size, dots}, slip} */

export function keepSlip(data) {
    kept = data;
}

/* Whether the slip in memory is this request's. */
export function hasSlipOf(request_id) {
    return kept?.slip.request_id === request_id;
}

/* Never "today": paper is read on other days, too. */
function whenOf(line) {
    if (!line.from_s) {
        return [];
    }
    return line.kind === 'loan'
        ? [t('Fetched: {when}', { when: shortTime(line.from_s) }),
            t('Back: {when}', { when: shortTime(line.until_s) })]
        : [capital(longTime(line.from_s))];
}

function about(line) {
    return [
        h('h2', {}, titleOf(line)),
        h('p', {}, [kindWord(line.kind, line.direction), toldState(line.kind, line.state)].join(' · ')),
        whenOf(line).map((text) => h('p', {}, text)),
        line.adults + line.children > 0 &&
            h('p', {}, people(line.adults, line.children)),
        line.answer_by_s > now_s() && h('p', {}, t('Answer by {when}', { when: longTime(line.answer_by_s) })),
        line.household && h('p', {}, t('household %s', [line.household])),
    ];
}

function build() {
    if (kept === null) {
        return slip({ title: t('Ticket') }, empty(t('A ticket’s code is told once. Print it again from its request.'),
            h('a', { class: 'button', href: hash('today') }, t('Today'))));
    }
    return slip({ title: whoAmI().site.name },
        h('p', { class: 'number-big' }, ticketNumber(kept.number)),
        qrCode(kept.qr, t('Code of the ticket')),
        about(kept.slip),
        h('p', {}, t('Hold this code to the screen, or type the number under “Follow my request”.')),
        h('p', { class: 'soft' }, shortTime(now_s())));
}

export default {
    path: 'print/slip',
    title: N_('Ticket'),
    icon: 'print',
    least: 'concierge',
    isHidden: true,
    isPrint: true,
    build,
};
