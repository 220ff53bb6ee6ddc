/* Opening the record of something found or scanned: one place that says which page shows it. */
import { get } from './api.js';
import { dialogIsOpen } from './dialog.js';
import { t } from './i18n.js';
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

/* A ticket or a card was scanned. GET /api/scan answers {"request_id"} or {"household_id"}. */
export async function openScanned(code) {
    if (dialogIsOpen()) {
        toast(t('Please close this window first, then scan again.'), { isTrouble: true });
        return;
    }
    try {
        const found = await get('/api/scan', { code });
        if (found.request_id) {
            openRecord('request', found.request_id);
        } else {
            openRecord('household', found.household_id);
        }
    } catch (error) {
        const isUnknown = error.error === 'not-found' || error.error === 'invalid';
        toast(isUnknown ? t('This card or ticket is not known here any more.') : errorWord(error),
            { isTrouble: true });
    }
}
