//! The storage as it is from within a page of the extension, behind the program's back.

/// All that is in the mirror. Makes no database where there is none.
pub(crate) const MIRROR: &str = "new Promise((done, failed) => {
    const opened = indexedDB.open('your-move');
    opened.onupgradeneeded = () => { opened.transaction.abort(); done({}); };
    opened.onerror = () => failed(opened.error);
    opened.onsuccess = () => {
        const database = opened.result;
        const store = database.transaction('ledger').objectStore('ledger');
        const [keys, values] = [store.getAllKeys(), store.getAll()];
        values.onsuccess = () => {
            database.close();
            done(Object.fromEntries(keys.result.map((key, index) => [key, values.result[index]])));
        };
    };
})";

/// From now on, whoever asks the storage of this page for many values at once waits for a while.
pub(crate) const SLOW: &str = "(() => {
    const get = chrome.storage.local.get.bind(chrome.storage.local);
    globalThis.quicken = () => { chrome.storage.local.get = get; };
    chrome.storage.local.get = async (keys) => {
        if (Array.isArray(keys) && keys.length > 8) {
            await new Promise((done) => setTimeout(done, 700));
        }
        return get(keys);
    };
})()";
