/* A card to cut out, with its code; and, apart from it, whose it is. Nothing on the card says who
 * carries it. */
import { h, name } from '../dom.js';
import { N_, t } from '../i18n.js';
import { notice } from '../parts.js';
import { sheet } from '../print.js';
import { qrCode } from '../qr.js';
import { whoAmI } from '../session.js';
import { secretOf } from './household_secret.js';

const PATH = 'print/card';

function build() {
    const secret = secretOf(PATH);
    if (secret === null) {
        return sheet({ title: t('Card') }, notice('warn',
            t('A card’s code is shown once only. If it was not printed, make a new card.')));
    }
    return sheet({ title: t('Card for household {number}', { number: secret.number }) },
        secret.first_name && h('p', {}, t('For '), name(secret.first_name)),
        h('p', {}, t('Cut along the line. The card before does not work any more.')),
        h('div', { class: 'card-to-cut' },
            h('div', {}, h('b', {}, whoAmI().site.name), h('p', {}, t('Hold this card to the screen.')),
                h('p', { class: 'card-foot' }, t('Lost? Tell the desk: it is ended at once.'))),
            qrCode(secret.card, t('Code of the card'))));
}

export default {
    path: PATH, title: N_('Card'), icon: 'card', least: 'concierge', isPrint: true, build,
};
