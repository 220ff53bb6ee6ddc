/* Elements, made from data: text and attributes only, so that nothing anybody wrote is ever read as
 * HTML. Nothing in this page uses innerHTML.
 *
 *   h('p', {class: 'soft'}, t('Asked {when}', {when}), ' · ', name(line.first_name))
 *
 * Properties: onclick and the like are listeners; true sets an attribute, false, null and undefined
 * leave it out; value, checked and selected are what a field begins with. Children: strings, numbers,
 * elements, lists of these; null, undefined and false are left out. */
import { ICONS } from './icons.js';

/* What a field begins with: by it a page knows whether somebody has written in one. */
const BEGINNINGS = { checked: 'defaultChecked', selected: 'defaultSelected' };
/* Links lead within the page, to the telephone, or nowhere. */
const SAFE_LINK = /^(#|\/(?!\/)|tel:)/u;

function setBeginning(element, key, value) {
    if (key !== 'value') {
        element[BEGINNINGS[key]] = Boolean(value);
    } else if (element.tagName === 'SELECT') {
        for (const option of element.options) {
            option.defaultSelected = option.value === String(value ?? '');
        }
    } else {
        element.defaultValue = value ?? '';
    }
}

function setAttribute(element, key, value) {
    if (key.startsWith('on')) {
        element.addEventListener(key.slice(2), value);
    } else if ((key === 'href' || key === 'src' || key === 'action') && !SAFE_LINK.test(value)) {
        throw new Error(`not a link of this page: ${value}`);
    } else if (value !== false && value !== null && value !== undefined) {
        element.setAttribute(key, value === true ? '' : String(value));
    }
}

/* What is false, missing or 0 stands for nothing: a database's booleans are 0 and 1. A zero that is to
 * be read is given as text. */
export function append(parent, ...children) {
    for (const child of children.flat(Infinity)) {
        if (child !== null && child !== undefined && child !== false && child !== '' && child !== 0) {
            parent.append(child instanceof Node ? child : String(child));
        }
    }
    return parent;
}

export function h(tag, props, ...children) {
    const element = document.createElement(tag);
    const late = [];
    for (const [key, value] of Object.entries(props ?? {})) {
        const isField = /^(?:INPUT|TEXTAREA|SELECT|OPTION)$/u.test(element.tagName);
        if ((key === 'value' && element.tagName !== 'OPTION' && isField) || key in BEGINNINGS) {
            late.push([key, value]); /* a select's value needs its options */
        } else {
            setAttribute(element, key, value);
        }
    }
    append(element, ...children);
    late.forEach(([key, value]) => setBeginning(element, key, value));
    return element;
}

/* Replaces what stands in an element. */
export function fill(element, ...children) {
    element.replaceChildren();
    return append(element, ...children);
}

/* A glyph, by its name in kiosk/ui/icons.h, in lower case: "wash". Decoration only: it stands
 * beside a word. An unknown name gives the fallback. */
export function icon(iconName, fallback = 'more') {
    return h('span', { class: 'icon', 'aria-hidden': 'true' },
        ICONS[iconName] ?? ICONS[fallback] ?? ICONS.wait);
}

/* ---- Names that can be hidden when somebody stands behind ---- */

const HIDDEN_KEY = 'names-hidden';
const DOTS = '••••';
const texts = new WeakMap();
let isHidden = false;

function showName(element) {
    const text = texts.get(element);
    if (text !== undefined) {
        element.textContent = isHidden ? DOTS : text;
    }
}

/* A person's name, address or telephone: use it for each of them. While names are hidden, the text
 * is not in the page at all. */
export function name(text, tag = 'span', props = {}) {
    const element = h(tag, { ...props, class: `name ${props.class ?? ''}`.trim() });
    texts.set(element, String(text ?? ''));
    showName(element);
    return element;
}

export function namesAreHidden() {
    return isHidden;
}

/* Fields that hold a name carry class "name" as well: style.css turns them into dots. */
export function hideNames(hidden) {
    isHidden = hidden;
    sessionStorage.setItem(HIDDEN_KEY, hidden ? '1' : '');
    document.body.classList.toggle('names-hidden', hidden);
    document.querySelectorAll('.name').forEach(showName);
}

export function restoreHiddenNames() {
    hideNames(sessionStorage.getItem(HIDDEN_KEY) === '1');
}
