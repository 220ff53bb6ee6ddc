/* What lets a colleague in: drawn by the server, shown once, printed if one likes; nowhere else. It
 * is kept in this module only until the next one is drawn or the page is left. */
import { post } from '../api.js';
import { confirm, dialogFoot, openDialog } from '../dialog.js';
import { h, icon } from '../dom.js';
import { t } from '../i18n.js';
import { qrCode } from '../qr.js';
import { slip } from '../print.js';

let drawn = null; /* {staff, title, words, qr} */

function showOnce(page) {
    return openDialog({
        title: drawn.title,
        isFirm: true,
        build: (close) => [
            h('p', {}, t('Note it or print it now: it is shown only this once.')),
            drawn.qr && h('div', { class: 'qr' }, qrCode(drawn.qr, drawn.title)),
            h('p', { class: 'secret', id: 'secret' }, drawn.words),
            h('p', { class: 'soft' }, drawn.hint),
            dialogFoot(
                h('button', { type: 'button', id: 'print-secret', onclick: () => {
                    close(null);
                    page.go('print/staff', {});
                } }, icon('print'), t('Print')),
                h('button', { type: 'button', class: 'main', id: 'secret-noted', autofocus: true,
                    onclick: () => {
                        drawn = null;
                        close(null);
                    } }, t('It is noted'))),
        ],
    });
}

/* hasOne: it takes the place of another. */
async function draw(one, page, { path, title, question, hint, hasOne, wordsOf }) {
    if (hasOne && !await confirm({ title: question, yes: t('Yes, a new one'),
        text: t('The one before opens nothing any more.') })) {
        return;
    }
    const answer = await page.act(() => post(`/api/staff/${path}`, { staff_id: one.staff_id }));
    if (answer !== null) {
        drawn = { staff: one, title, hint, words: wordsOf(answer), qr: answer.qr };
        await showOnce(page);
    }
}

export function drawPassword(one, page) {
    return draw(one, page, {
        path: 'password', title: t('Password of {name}', { name: one.first_name }),
        question: t('Draw a new password for {name}?', { name: one.first_name }),
        hint: t('They sign in with number {number} and change it then.', { number: one.number }),
        hasOne: one.has_password === 1, wordsOf: (answer) => answer.password,
    });
}

export function drawPin(one, page) {
    return draw(one, page, {
        path: 'pin', title: t('PIN of {name}', { name: one.first_name }),
        question: t('Draw a new PIN for {name}?', { name: one.first_name }),
        hint: t('For the staff mode of the screen, with number {number}.', { number: one.number }),
        hasOne: one.has_pin === 1,
        wordsOf: (answer) => `${answer.pin.slice(0, 3)} ${answer.pin.slice(3)}`,
    });
}

export function drawCard(one, page) {
    return draw(one, page, {
        path: 'card', title: t('Card of {name}', { name: one.first_name }),
        question: t('Make a new card for {name}?', { name: one.first_name }),
        hint: t('Scanned at the screen, it opens the staff mode with the PIN.'),
        hasOne: one.has_card === 1, wordsOf: (answer) => answer.code,
    });
}

/* On paper, once. */
function build() {
    if (drawn === null) {
        return slip({ title: t('Nothing to print') },
            h('p', {}, t('What was drawn was shown once. Draw a new one on the page of the staff.')));
    }
    const { staff, title, words, qr, hint } = drawn;
    return slip({ title },
        h('p', {}, t('no. {number}', { number: staff.number })),
        qr && h('div', { class: 'qr' }, qrCode(qr, title)),
        h('p', { class: 'secret' }, words), h('p', {}, hint));
}

export default {
    path: 'print/staff',
    title: 'Conciergerie',
    icon: 'print',
    least: 'coordinator',
    isHidden: true,
    isPrint: true,
    build,
};
