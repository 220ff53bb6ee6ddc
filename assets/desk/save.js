/* Forms whose content must not go when it is not taken: what was typed stays, the field at fault is
 * marked and gets the focus.
 *
 *   form({id: 'hours', act: (values, element) => save(page, element,
 *       () => post('/api/site/hours', …), {done: t('Saved.')})}, …, trouble())
 *
 * Fields are named as the server names them: "title", "fields[1].label". */
import { ApiError } from './api.js';
import { fill, h, icon } from './dom.js';
import { t } from './i18n.js';
import { errorWord } from './words.js';

/* Where a form says what is wrong: near its button. */
export function trouble() {
    return h('div', { class: 'trouble', role: 'alert' });
}

/* The form's field of that name; of a list the first. */
function fieldOf(element, path) {
    const found = element.elements[path] ?? element.elements[`${path}[0].label`];
    return found instanceof RadioNodeList ? found[0] : found;
}

/* What is wrong, in words, at the foot of the form and at the field. words: of that form. */
export function refuse(element, text, path = '') {
    const at = path === '' ? undefined : fieldOf(element, path);
    fill(element.querySelector('.trouble'), h('p', { class: 'error' }, icon('warning'), text));
    if (at !== undefined) {
        at.setAttribute('aria-invalid', 'true');
        at.focus();
    }
}

export function accept(element) {
    fill(element.querySelector('.trouble'));
    element.querySelectorAll('[aria-invalid]').forEach((one) => one.removeAttribute('aria-invalid'));
}

/* words: {invalid: …, conflict: …} this form's own, by error. options: as page.act takes them.
 * Gives the answer; null when it was not taken. */
export async function save(page, element, run, { words = {}, ...options } = {}) {
    accept(element);
    let answer;
    try {
        answer = await run();
    } catch (error) {
        if (!(error instanceof ApiError)) {
            throw error;
        }
        refuse(element, words[error.error] ?? (error.error === 'invalid'
            ? t('Please look at the marked field again.') : errorWord(error)), error.field);
        return null;
    }
    return page.act(() => Promise.resolve(answer), options);
}
