//! Nothing moves by itself while the dashboard loads.

use crate::popup::Popup;
use crate::scene::Scene;
use crate::ways::keep_a_dozen;

/// So much may move, as browsers add it up: the part of the window that moved, times the part of it by how much. A fifth of what they call good.
const MOST: f64 = 0.02;

/// All that has moved by itself so far, and what it was. A mark that is made last says when all was told.
const SHIFTS: &str = "new Promise((done) => {
    const moved = [];
    const observer = new PerformanceObserver((list) => {
        moved.push(...list.getEntriesByType('layout-shift').filter(({ hadRecentInput }) => !hadRecentInput));
        if (list.getEntriesByName('told').length === 0) return;
        observer.disconnect();
        const what = moved.flatMap(({ sources }) => sources.map(({ node }) => (node?.outerHTML ?? '').slice(0, 120)));
        done([moved.reduce((sum, { value }) => sum + value, 0), what]);
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    observer.observe({ type: 'mark' });
    // By the second frame the one before it was painted.
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('told')));
})";

#[test]
fn nothing_moves_while_today_loads() {
    let scene = Scene::new();
    keep_a_dozen(&scene);
    for width in [1_280, 320] {
        let page = scene.browser.open_page();
        page.resize(width, 800);
        page.go(&scene.extension.address("dashboard.html"));
        let page = Popup::new(page);
        page.settle();
        assert_eq!(page.session().evaluate("innerWidth"), width);
        assert_eq!(page.texts(":not([data-ahead]) > .move h3").len(), 3);
        let told = page.session().evaluate(SHIFTS);
        let moved = told[0].as_f64().expect("a number");
        assert!(moved < MOST, "at {width} px it moves by {moved}: {:#}", told[1]);
        scene.close(page);
    }
}
