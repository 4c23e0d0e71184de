// What is typed or chosen stays with the browser until it has arrived: a refusal, a crash, a broken line or an ended session
// loses nothing, and whoever signs in again finds the form as it was. Passwords and files are never kept, and what one person
// typed is never shown to another.
(() => {
  "use strict";
  const stored = (key) => { try { return sessionStorage.getItem(key); } catch { return null; } };
  const store = (key, text) => {
    // A full or forbidden store only means no draft.
    try { if (text === null) sessionStorage.removeItem(key); else sessionStorage.setItem(key, text); } catch { /* no draft */ }
  };
  const sentKey = "draft sent";
  const draftKey = (form) => `draft ${document.body.dataset.person || ""} ${form.getAttribute("action")}`;
  // Whoever else sends a form says here that it went: under one key, so that nothing that arrived comes back as unsent.
  window.formDrafts = {
    key: draftKey,
    sent: (form) => store(sentKey, draftKey(form)),
    forget: (form) => { store(draftKey(form), null); form.querySelector(".draft-note")?.remove(); },
  };
  const kept = "textarea[name], select[name], input[name]:not([type=hidden]):not([type=password]):not([type=file]):not([type=search])";
  const controls = (form) => [...form.querySelectorAll(kept)];
  const ticked = (control) => control.type === "checkbox" || control.type === "radio";

  // What differs from what the page came with.
  const changed = (form) => {
    const draft = {};
    controls(form).forEach((control) => {
      if (ticked(control)) {
        if (control.checked !== control.defaultChecked) draft[`${control.name}=${control.value}`] = control.checked;
      } else if (control.tagName === "SELECT") {
        const chosen = [...control.options].filter((one) => one.selected).map((one) => one.value);
        const before = [...control.options].filter((one) => one.defaultSelected).map((one) => one.value);
        if (chosen.join("\n") !== before.join("\n") && !(before.length === 0 && control.selectedIndex === 0)) draft[control.name] = chosen;
      } else if (control.value !== control.defaultValue) {
        draft[control.name] = control.value;
      }
    });
    return draft;
  };

  const keep = (event) => {
    const form = event.target.closest?.("form.action");
    if (!form) return;
    const draft = changed(form);
    store(draftKey(form), Object.keys(draft).length ? JSON.stringify(draft) : null);
  };
  document.addEventListener("input", keep);
  document.addEventListener("change", keep);
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented && event.target.matches("form.action")) window.formDrafts.sent(event.target);
  });

  const fill = (form, draft) => {
    let filled = 0;
    controls(form).forEach((control) => {
      if (ticked(control)) {
        const was = draft[`${control.name}=${control.value}`];
        if (was !== undefined && control.checked !== was) [control.checked, filled] = [was, filled + 1];
      } else if (control.tagName === "SELECT") {
        const chosen = draft[control.name];
        if (!Array.isArray(chosen)) return;
        [...control.options].forEach((one) => { one.selected = chosen.includes(one.value); });
        filled += 1;
      } else if (typeof draft[control.name] === "string" && control.value !== draft[control.name]) {
        [control.value, filled] = [draft[control.name], filled + 1];
      }
    });
    return filled > 0;
  };

  // Says that something was filled in again, and takes it back where it is not wanted.
  const tell = (form) => {
    const words = document.body.dataset;
    for (let folded = form.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
    if (!words.draftKept || form.querySelector(".draft-note")) return;
    const [note, drop] = [document.createElement("p"), document.createElement("button")];
    [note.className, note.textContent] = ["draft-note soft", `${words.draftKept} `];
    [drop.type, drop.className, drop.textContent] = ["button", "quiet", words.draftDrop];
    drop.addEventListener("click", () => { store(draftKey(form), null); form.reset(); note.remove(); });
    note.append(drop);
    form.prepend(note);
  };

  // What was sent is forgotten on the page that says it arrived: one that we were led to, with no refusal and no sign-in on it.
  const arrived = () => performance.getEntriesByType("navigation")[0]?.type === "navigate"
    && !document.querySelector(".refused, .refusal, input[type=password]");
  document.addEventListener("DOMContentLoaded", () => {
    const sent = stored(sentKey);
    if (sent && arrived()) store(sent, null);
    store(sentKey, null);
    document.querySelectorAll("form.action").forEach((form) => {
      let draft = null;
      try { draft = JSON.parse(stored(draftKey(form))); } catch { /* a broken draft is no draft */ }
      if (draft && fill(form, draft)) tell(form);
    });
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) store(sentKey, null); });
})();
