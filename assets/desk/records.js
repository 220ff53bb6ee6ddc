/* Opening the record of something found or scanned: one place that says which page shows it. */
import { post } from './api.js';
import { dialogIsOpen } from './dialog.js';
import { N_, t } from './i18n.js';
import { hash } from './parts.js';
import { toast } from './toast.js';
import { errorWord } from './words.js';

/* Type: [page, parameter]. */
const RECORDS = {
    request: ['request', 'request_id'],
    household: ['households', 'household_id'],
    item: ['loans', 'item_id'],
    session: ['agenda', 'session_id'],
    service: ['services', 'service_id'],
};

export function recordHash(type, id) {
    const [path, param] = RECORDS[type];
    return hash(path, { [param]: id });
}

export function openRecord(type, id) {
    location.hash = recordHash(type, id);
}

/* Why a card opens nothing any more. */
const ENDED = {
    lost: N_('This card was told as lost. If it was found, give it a new one.'),
    replaced: N_('This card was replaced by a newer one.'),
    left: N_('This card’s household has left.'),
};

/* A ticket or a card was scanned. Its code is a secret: it goes in a body. POST /api/scan answers
 * {"request_id"}, or {"household_id", "staff_id", "first_name", "ended": "lost"}. */
export async function openScanned(code) {
    if (dialogIsOpen()) {
        toast(t('Please close this window first, then scan again.'), { isTrouble: true });
        return;
    }
    try {
        const found = await post('/api/scan', { code });
        if (found.ended) {
            toast(t(ENDED[found.ended]));
        }
        if (found.staff_id && !found.ended) {
            toast(t('This is the staff card of {name}.', { name: found.first_name }));
        } else if (found.request_id || (found.household_id && found.ended !== 'left')) {
            openRecord(found.request_id ? 'request' : 'household',
                found.request_id ?? found.household_id);
        }
    } catch (error) {
        const isUnknown = error.error === 'not-found' || error.error === 'invalid';
        toast(isUnknown
            ? t('This card or ticket is not known here, or its ticket was printed again since.')
            : errorWord(error), { isTrouble: true });
    }
}
