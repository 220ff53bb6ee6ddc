/* A household's PIN, on a slip that is folded and handed over. */
import { h } from '../dom.js';
import { N_, t } from '../i18n.js';
import { notice } from '../parts.js';
import { slip } from '../print.js';
import { whoAmI } from '../session.js';
import { secretOf } from './household_secret.js';

const PATH = 'print/pin';

function build() {
    const secret = secretOf(PATH);
    if (secret === null) {
        return slip({ title: t('PIN') }, notice('warn',
            t('A PIN is shown once only. If it was not printed, make a new one.')));
    }
    return slip({ title: whoAmI().site.name },
        h('p', {}, t('Household number')), h('p', { class: 'number-big' }, secret.number),
        h('p', {}, t('PIN')), h('p', { class: 'number-big', id: 'pin-code' }, secret.pin),
        h('p', {}, t('At the screen: “Follow my request”, then “With the household number and code”.')),
        h('p', {}, t('Keep it for yourselves. Nobody from the house will ask you for it.')));
}

export default {
    path: PATH, title: N_('PIN'), icon: 'pin', least: 'concierge', isPrint: true, build,
};
