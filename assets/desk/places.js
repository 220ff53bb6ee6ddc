/* How far down one was on each page. A page begins at its top; back, forward, and from a record to
 * its list one finds the place that one left; a list keeps its place while another of its lines is
 * chosen. Whoever had begun to write and goes back finds it, too: a danger rings in the middle of a
 * sentence.
 *
 *   startPlaces(main);
 *   const before = leavePlace();
 *   …                            // the page is built anew
 *   arrive(before, {isMove, isSameList});
 */

/* By address: {page, list}, how far each was scrolled down; {written}: [id, value] of text fields. */
const places = new Map();
const TEXTS = ':is(textarea, input:is([type=text], [type=tel], [type=email], :not([type])))[id]'
    + ':not([role=combobox])'; /* whose choice is more than its text */
let main = null;
let shown = ''; /* the address that stands there */

const listOf = () => main.querySelector('.split-list');

export function startPlaces(element) {
    main = element;
    history.scrollRestoration = 'manual'; /* the page stands only once it is loaded */
    history.replaceState({ isVisited: true }, '');
}

/* What was written and not sent; what is searched for is no work. */
function written() {
    return [...main.querySelectorAll(TEXTS)]
        .filter((field) => field.value !== field.defaultValue && field.closest('[role=search]') === null)
        .map(({ id, value }) => [id, value]);
}

function writeAgain(fields) {
    for (const [id, value] of fields) {
        const field = document.getElementById(id);
        if (field?.matches(TEXTS)) {
            field.value = value;
            field.dispatchEvent(new Event('input', { bubbles: true }));
        }
    }
}

/* An address but for the record that is chosen from its list; "of_…_id" is a filter. */
export function listKey(path, params) {
    return [path, ...Object.entries(params).filter(([name]) => !/^(?!of_).*_id$/u.test(name)).flat()]
        .join(' ');
}

/* Another page, or the same anew, is about to stand there. Gives how far down the list was. */
export function leavePlace() {
    const place = { page: window.scrollY, list: listOf()?.scrollTop ?? 0, written: written() };
    places.set(shown, place);
    return place.list;
}

/* Whether one came by the browser's Back or Forward: what is visited for the first time has no
 * state. */
function isTraversal() {
    const isKnown = history.state?.isVisited === true;
    history.replaceState({ isVisited: true }, '');
    return isKnown;
}

/* The chosen line, where its list scrolls by itself: the page stays where it is. */
function showChosen() {
    const line = listOf()?.querySelector('.line[aria-current]')?.getBoundingClientRect();
    const frame = listOf()?.getBoundingClientRect();
    if (line && (line.top < frame.top || line.bottom > frame.bottom)) {
        listOf().scrollTop += line.top - frame.top - (frame.height - line.height) / 2;
    }
}

/* The page stands. isMove: another address was asked for; isSameList: of the same list. */
export function arrive(before, { isMove, isSameList }) {
    const hasDetail = main.querySelector('.split.has-detail') !== null;
    const isBack = isMove && isTraversal();
    const kept = isBack || (isSameList && !hasDetail) ? places.get(location.hash) : undefined;
    if (isMove) {
        window.scrollTo(0, kept?.page ?? 0);
    }
    if (listOf() !== null) {
        listOf().scrollTop = isSameList ? before : kept?.list ?? 0;
    }
    if (isMove) {
        showChosen();
    }
    if (isBack) {
        writeAgain(kept?.written ?? []);
    }
    shown = location.hash;
}
