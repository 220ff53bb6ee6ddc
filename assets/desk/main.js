/* The page of the desk: starts, lets one sign in, frames the pages (pages.js), and follows the
 * address: "#/queue?domain=loans". */
import { clearToast, toast, toastRegion } from './toast.js';
import { confirm, openDialog } from './dialog.js';
import { fill, h, hideNames, icon, namesAreHidden, restoreHiddenNames } from './dom.js';
import { LANGUAGES, lang, t, useLanguage } from './i18n.js';
import { PAGES, pageOf } from './pages.js';
import { bannerRegion, dismissNew, liveState, onChange, startLive } from './live.js';
import { errorWord } from './words.js';
import { hash, notice, startShortcuts } from './parts.js';
import { may, passwordForm, readMe, signInForm, signOut, whoAmI } from './session.js';
import { arrive, leavePlace, listKey, startPlaces } from './places.js';
import { openScanned } from './records.js';
import { searchBox } from './search.js';
import { startScanning } from './scan.js';
import { isWriting } from './writing.js';

const LANG_KEY = 'lang';
const app = document.getElementById('app');
const main = h('main', { id: 'main', tabindex: '-1' });
let shown = null; /* {def, params, data} */
let asked = 0;
let isStale = false; /* something has changed since the page was loaded */
let loading = 0; /* how often the page is being loaded because somebody asked for it */

/* ---- The frame ---- */

function mayVisit(page) {
    return may(page.least) && (page.only ?? whoAmI().staff.role) === whoAmI().staff.role;
}

function visiblePages() {
    return PAGES.filter((page) => !page.isHidden && !page.isPrint && mayVisit(page) &&
        (page.isShown?.(liveState()) ?? true));
}

function navLink(page) {
    const count = page.count?.(liveState()) ?? 0;
    return h('li', {}, h('a', {
        href: hash(page.path), id: `nav-${page.path}`,
        'aria-current': shown?.def.path === page.path ? 'page' : null,
    }, icon(page.icon), h('span', {}, t(page.title)),
    count > 0 && h('span', { class: 'count' }, count)));
}

const navList = h('ul', {});

function showNav() {
    const focused = document.activeElement?.id;
    fill(navList, visiblePages().map(navLink));
    if (focused?.startsWith('nav-')) {
        document.getElementById(focused)?.focus();
    }
    showCurrent();
}

/* On a phone the navigation is a row that is wider than the window. */
function showCurrent() {
    const current = navList.querySelector('[aria-current]');
    if (current !== null) {
        navList.scrollLeft += current.getBoundingClientRect().left - navList.getBoundingClientRect().left -
            (navList.clientWidth - current.offsetWidth) / 2;
    }
}

async function changeLanguage(code) {
    try {
        await useLanguage(code);
    } catch {
        toast(errorWord({ error: 'offline' }), { isTrouble: true });
        return;
    }
    localStorage.setItem(LANG_KEY, code);
    showFrame();
    await show();
}

/* The other language, named in itself. */
function languageButtons() {
    return LANGUAGES.filter((one) => one.code !== lang()).map((one) => h('button', {
        type: 'button', lang: one.code, class: 'plain', id: `lang-${one.code}`,
        onclick: () => changeLanguage(one.code),
    }, icon('language'), one.name));
}

function changePassword() {
    return openDialog({
        title: t('Change my password'),
        build: (close) => passwordForm(() => {
            close(true);
            toast(t('The password is changed.'));
        }, false),
    });
}

async function askSignOut() {
    if (await confirm({ title: t('Sign out?'), yes: t('Sign out'), no: t('Stay') })) {
        signOut();
    }
}

function namesButton() {
    const button = h('button', {
        type: 'button', class: 'plain', id: 'hide-names',
        'aria-pressed': String(namesAreHidden()),
        onclick: () => {
            hideNames(!namesAreHidden());
            button.replaceWith(namesButton());
            document.getElementById('hide-names').focus();
        },
    }, icon(namesAreHidden() ? 'visible' : 'hidden'),
    namesAreHidden() ? t('Show names') : t('Hide names'));
    return button;
}

function toolList() {
    const me = whoAmI();
    return h('div', { class: 'nav-tools' },
        h('p', { class: 'nav-who' }, icon('person'), t('{name}, no. {number}',
            { name: me.staff.first_name, number: me.staff.number })),
        namesButton(), languageButtons(),
        h('button', { type: 'button', class: 'plain', id: 'change-password', onclick: changePassword },
            icon('lock'), t('My password')),
        h('button', { type: 'button', class: 'plain', id: 'sign-out', onclick: askSignOut },
            icon('logout'), t('Sign out')));
}

function menuButton(side) {
    const button = h('button', {
        type: 'button', class: 'menu', 'aria-expanded': 'false', 'aria-controls': 'nav',
        onclick: () => {
            const isOpen = side.classList.toggle('is-open');
            button.setAttribute('aria-expanded', String(isOpen));
        },
    }, icon('list'), t('Menu'));
    return button;
}

function showFrame() {
    const side = h('header', { class: 'side' });
    fill(side, h('div', { class: 'side-head' },
        h('p', { class: 'house' }, icon('house'), h('span', {}, whoAmI().site.name)), menuButton(side)),
    may('concierge') && searchBox(),
    h('nav', { id: 'nav', 'aria-label': t('Pages') }, navList, toolList()));
    fill(app, h('a', { class: 'skip', href: '#main', onclick: (event) => {
        event.preventDefault();
        main.focus();
    } }, t('To the content')), side,
    h('div', { class: 'content' }, bannerRegion(), main, toastRegion()));
    showNav();
}

/* ---- One page ---- */

function address() {
    const [path, query = ''] = location.hash.replace(/^#\/?/u, '').split('?');
    return { path, params: Object.fromEntries(new URLSearchParams(query)) };
}

let ended = new AbortController();

function pageFor(def, params, data) {
    ended.abort();
    ended = new AbortController();
    return {
        params,
        data,
        until: ended.signal,
        reload: () => show(),
        go: (path, more) => {
            location.hash = hash(path, more);
        },
        act: (run, options) => act(run, options),
    };
}

/* What somebody else did meanwhile is looked at; else what was typed stays, to be sent again. */
function isNews(failure) {
    return ['conflict', 'not-found', 'denied'].includes(failure.error) || !isWriting(main);
}

/* Runs what a button does. done: what is said after it; undo: how it is taken back; next: the address
 * to go to after it; stays: it changes nothing that the page shows, which is not built anew under the
 * hands of who goes on. Gives the answer, or null when it did not work. */
async function act(run, { done = '', undo = null, next = '', stays = false } = {}) {
    const here = location.hash;
    const pressed = document.activeElement?.closest('button');
    if (pressed?.hasAttribute('aria-busy')) {
        return null; /* pressed twice */
    }
    pressed?.setAttribute('aria-busy', 'true');
    let answer = null;
    let failure = null;
    try {
        answer = await run();
        if (done) {
            toast(typeof done === 'function' ? done(answer) : done, {
                undo: undo && (() => act(() => undo(answer), { done: t('Taken back.'), next: here })),
            });
        }
    } catch (error) {
        if (error.error === undefined) {
            throw error;
        }
        failure = error;
        toast(errorWord(error), { isTrouble: true });
    } finally {
        pressed?.removeAttribute('aria-busy');
    }
    if (failure !== null) {
        if (isNews(failure)) {
            await show();
        }
    } else if (answer !== null && next !== '' && next !== location.hash) {
        location.hash = next; /* which shows it */
    } else if (answer === null || !stays) {
        await show();
    }
    return answer;
}

/* Builds a page, and puts the focus back where it was, if that is still there. */
function keepFocus(build) {
    const focused = document.activeElement;
    const id = main.contains(focused) ? focused.id : '';
    build();
    const target = id ? document.getElementById(id) : null;
    target?.focus({ preventScroll: true });
    return target !== null;
}

function showTrouble(error) {
    fill(main, h('div', { class: 'column' }, h('h1', { tabindex: '-1' }, t('That did not work')),
        notice('bad', h('p', {}, errorWord(error))),
        h('button', { type: 'button', class: 'main', onclick: () => show() }, t('Try again'))));
}

function moveFocus(isSamePage) {
    const chosen = main.querySelector('.split.has-detail .split-detail');
    const target = isSamePage && chosen ? chosen : main.querySelector('h1') ?? main;
    if (!target.hasAttribute('tabindex')) {
        target.setAttribute('tabindex', '-1');
    }
    target.focus({ preventScroll: true });
}

/* Loads and builds the page of the address. isRefresh: nobody asked for it, so that what somebody has
 * begun to write while it was loaded stays. */
async function build({ isMove = false, isRefresh = false } = {}) {
    const here = location.hash;
    const { path, params } = address();
    const def = pageOf(path);
    if (def === undefined || !mayVisit(def)) {
        const first = visiblePages()[0];
        if (first !== undefined && first.path !== path) {
            location.replace(hash(first.path));
        }
        return;
    }
    const mine = asked += 1;
    isStale = false;
    let data;
    try {
        data = await (def.load?.(params) ?? {});
    } catch (error) {
        if (mine === asked && !(isRefresh && putOff())) {
            if (error.error === undefined) {
                console.error(error);
            }
            shown = { def, params };
            showNav();
            showTrouble(error);
        }
        return;
    }
    if (mine !== asked || (isRefresh && putOff())) {
        return; /* another page was asked for meanwhile, or somebody writes */
    }
    const isSamePage = shown?.def === def;
    const isSameList = isSamePage &&
        listKey(path, params) === listKey(path, shown.params);
    shown = { def, params, data };
    document.title = `${t(def.title)} · ${whoAmI().site.name}`;
    document.body.classList.toggle('print', def.isPrint === true);
    const before = leavePlace();
    const kept = keepFocus(() => fill(main, def.build(data, pageFor(def, params, data))));
    arrive(before, { isMove, isSameList });
    document.body.dataset.shown = here;
    showNav();
    if (path === 'queue') {
        dismissNew();
    }
    if (isMove) {
        clearTrouble();
        if (!kept || main.querySelector('.split.has-detail') !== null) {
            moveFocus(isSamePage);
        }
    }
}

/* The same, asked for; what has changed meanwhile is shown, too. */
async function show(options) {
    loading += 1;
    try {
        await build(options);
    } finally {
        loading -= 1;
    }
    if (isStale) {
        refresh();
    }
}

function clearTrouble() {
    if (document.querySelector('.toast.trouble')) {
        clearToast();
    }
    document.querySelector('.side')?.classList.remove('is-open');
    document.querySelector('.menu')?.setAttribute('aria-expanded', 'false');
}

/* ---- What changes meanwhile ---- */

/* Whether the page has to wait with being built anew. */
function putOff() {
    isStale = loading > 0 || isWriting(main) || document.body.classList.contains('print');
    return isStale;
}

function refresh() {
    if (!putOff()) {
        build({ isRefresh: true });
    }
}

function follow() {
    onChange((state, before) => {
        showNav();
        if (before.version !== 0 && state.version !== before.version) {
            refresh();
        }
    });
    document.addEventListener('settled', () => isStale && refresh());
    main.addEventListener('focusout', () => setTimeout(() => isStale && refresh(), 0));
    window.addEventListener('hashchange', () => show({ isMove: true }));
}

/* ---- Start ---- */

/* A page of its own before the others: signing in, the first password. */
function showAlone(title, ...children) {
    document.title = title;
    fill(app, h('main', { class: 'alone', id: 'main' },
        h('div', { class: 'card' }, h('p', { class: 'house' }, icon('house'), 'Conciergerie'),
            h('h1', {}, title), children),
        h('div', { class: 'alone-foot' }, LANGUAGES.filter((one) => one.code !== lang()).map(
            (one) => h('button', {
                type: 'button', class: 'plain', lang: one.code,
                onclick: async () => {
                    await useLanguage(one.code);
                    localStorage.setItem(LANG_KEY, one.code);
                    begin();
                },
            }, icon('language'), one.name)))));
    app.querySelector('[autofocus]')?.focus();
}

let hasStarted = false;

/* isFresh: the page was opened by somebody who is signed in: the focus stays at its beginning. */
function begin({ isFresh = false } = {}) {
    const me = whoAmI();
    if (me === null) {
        showAlone(t('Sign in'), signInForm(begin));
    } else if (me.must_change) {
        showAlone(t('Choose your password'),
            h('p', {}, t('Welcome, {name}. The password you were given was for the first time only.',
                { name: me.staff.first_name })),
            passwordForm(begin, true));
    } else {
        showFrame();
        show({ isMove: !isFresh });
        if (!hasStarted) {
            hasStarted = true;
            follow();
            startLive();
            startScanning(openScanned);
            startShortcuts();
        }
    }
}

function firstLanguage() {
    const wanted = [localStorage.getItem(LANG_KEY), navigator.language?.slice(0, 2), 'fr'];
    return wanted.find((code) => LANGUAGES.some((one) => one.code === code));
}

async function start() {
    restoreHiddenNames();
    startPlaces(main);
    try {
        await useLanguage(firstLanguage());
        await readMe();
    } catch (error) {
        showAlone(t('That did not work'), h('p', {}, errorWord(error)),
            h('button', { type: 'button', class: 'main', onclick: () => location.reload() },
                t('Try again')));
        return;
    }
    begin({ isFresh: true });
}

start();
