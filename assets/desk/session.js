/* Who is signed in, and how one signs in, out, and changes the password.
 *
 * GET /api/me: {"site": {"name", "zone", "district"}, "now_s", "csrf", "must_change", "staff":
 * {"staff_id", "number", "first_name", "role", "partner_id", "is_at_desk"}}. partner_id:
 * an organiser's association; 0. */
import { getOnce, onExpired, post, postOnce, useToken } from './api.js';
import { openDialog } from './dialog.js';
import { fill, h, icon } from './dom.js';
import { t, useSite } from './i18n.js';
import { check, field } from './parts.js';
import { errorWord } from './words.js';

const ROLES = ['organiser', 'concierge', 'coordinator'];
const LEAST_CHARS = 10;

let me = null;

/* null: nobody. */
export function whoAmI() {
    return me;
}

/* Each role may what the one before may. */
export function may(least) {
    return me !== null && ROLES.indexOf(me.staff.role) >= ROLES.indexOf(least);
}

/* Asks the server; false when nobody is signed in. */
export async function readMe() {
    try {
        me = await getOnce('/api/me');
    } catch (error) {
        if (error.status !== 401) {
            throw error;
        }
        me = null;
        return false;
    }
    useToken(me.csrf);
    useSite(me.site.zone, me.now_s);
    return true;
}

function signInError(error) {
    return error.error === 'denied' || error.error === 'not-found' || error.status === 401
        ? t('That number and that password do not go together.') : errorWord(error);
}

/* The form by which one signs in. done: called once signed in. number: known already. */
export function signInForm(done, number = '') {
    const trouble = h('div', { role: 'alert' });
    const password = field({
        id: 'password', label: t('Password'), type: 'password', required: true,
        autocomplete: 'current-password', autofocus: number !== '', maxlength: '128',
    });
    const form = h('form', { class: 'sign-in', novalidate: true },
        field({
            id: 'number', label: t('Your number'), value: number, required: true, maxlength: '2',
            inputmode: 'numeric', autocomplete: 'username', autofocus: number === '',
            hint: t('The two digits of your staff card'),
        }),
        password,
        check({
            id: 'show-password', label: t('Show the password'),
            onchange: (event) => {
                password.querySelector('input').type = event.target.checked ? 'text' : 'password';
            },
        }),
        trouble,
        h('button', { type: 'submit', class: 'main' }, t('Sign in')));
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        const send = form.querySelector('[type=submit]');
        send.disabled = true;
        fill(trouble);
        try {
            await postOnce('/api/login', {
                number: form.elements.number.value.trim(), password: form.elements.password.value,
            });
            await readMe();
            done();
        } catch (error) {
            fill(trouble, h('p', { class: 'error' }, icon('warning'), signInError(error)));
            form.elements.password.value = '';
            form.elements.password.focus();
        } finally {
            send.disabled = false;
        }
    });
    return form;
}

let pending = null;

/* The sign-in expired while somebody worked: what they typed stays below the dialog. Another person
 * who signs in begins with a fresh page. */
function signInAgain() {
    pending ??= (async () => {
        const before = me;
        await openDialog({
            title: t('Please sign in again'),
            isFirm: true,
            build: (close) => [
                h('p', {}, t('The page was locked while you were away. What you typed is still there.')),
                signInForm(() => close(true), before?.staff.number ?? ''),
            ],
        });
        pending = null;
        if (before !== null && me?.staff.staff_id !== before.staff.staff_id) {
            location.reload();
        }
    })();
    return pending;
}
onExpired(signInAgain);

function passwordError(error) {
    return error.error === 'invalid'
        ? t('Another one than before please, of at least {n} characters: three or four words are easy to keep in mind.',
            { n: LEAST_CHARS })
        : error.error === 'denied' ? t('That is not your present password.') : errorWord(error);
}

/* isFirst: the present one was drawn, and has to be changed. */
export function passwordForm(done, isFirst) {
    const trouble = h('div', { role: 'alert' });
    const form = h('form', { class: 'sign-in', novalidate: true },
        field({
            id: 'old', type: 'password', required: true, autocomplete: 'current-password',
            label: isFirst ? t('The password you were given') : t('Your present password'),
            maxlength: '128', autofocus: true,
        }),
        field({
            id: 'new', label: t('Your new password'), type: 'password', required: true,
            autocomplete: 'new-password', maxlength: '128',
            hint: t('At least {n} characters: three or four words are easy to keep in mind.',
                { n: LEAST_CHARS }),
        }),
        field({
            id: 'again', label: t('Once more'), type: 'password', required: true,
            autocomplete: 'new-password', maxlength: '128',
        }),
        trouble,
        h('button', { type: 'submit', class: 'main' }, t('Change the password')));
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        const { old, again } = form.elements;
        const fresh = form.elements.new;
        const say = (text, where) => {
            fill(trouble, h('p', { class: 'error' }, icon('warning'), text));
            where.focus();
        };
        fill(trouble);
        if (fresh.value !== again.value) {
            say(t('The two new ones are not the same.'), again);
            return;
        }
        try {
            await post('/api/password', { password: old.value, new_password: fresh.value });
            await readMe();
            done();
        } catch (error) {
            say(passwordError(error), error.error === 'denied' ? old : fresh);
        }
    });
    return form;
}

export async function signOut() {
    await post('/api/logout', {});
    sessionStorage.clear();
    location.assign('/');
}
