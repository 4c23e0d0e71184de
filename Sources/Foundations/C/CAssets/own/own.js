// Small helps on top of pages that work without them.
"use strict";

// Bootstrap's own parts follow an attribute; ours follow the same preference by style sheet.
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const paint = () => document.documentElement.setAttribute("data-bs-theme", dark.matches ? "dark" : "light");
paint();
dark.addEventListener("change", paint);

document.addEventListener("DOMContentLoaded", () => {
  // A refused form is read from its summary.
  document.getElementById("errors")?.focus();

  // In a queue, up and down walk from row to row.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const row = document.activeElement?.closest?.("table.queue tr");
    if (!row) return;
    const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
    const link = next?.querySelector(".matter a");
    if (link) {
      event.preventDefault();
      link.focus();
    }
  });
});

// One key accepts what is proposed, unless somebody is typing.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, select, textarea, [contenteditable]")) return;
  if (!/^[a-z]$/.test(event.key)) return;
  const button = document.querySelector(`[data-key="${event.key}"]`);
  if (button) {
    event.preventDefault();
    button.click();
  }
});

// One click, one sending; coming back by the browser's arrow makes the buttons work again.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  const buttons = event.target.querySelectorAll("button[type=submit], button:not([type])");
  setTimeout(() => buttons.forEach((button) => (button.disabled = true)), 0);
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form button:disabled").forEach((button) => (button.disabled = false));
});

// What is typed stays with the browser until it has arrived: a refusal, a crash, a broken line or an ended session loses
// nothing. Passwords are never kept. The console keeps drafts of its own.
const stored = (key) => { try { return sessionStorage.getItem(key); } catch { return null; } };
const store = (key, text) => {
  // A full or forbidden store only means no draft.
  try { if (text === null) sessionStorage.removeItem(key); else sessionStorage.setItem(key, text); } catch { /* no draft */ }
};
const sentKey = "draft sent";
const draftKey = (form) => `draft ${location.pathname} ${form.getAttribute("action")}`;
const controls = (form) => form.querySelectorAll("textarea[name], input[type=text][name]");
document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form.action:not([data-console])");
  if (!form) return;
  const draft = {};
  controls(form).forEach((control) => { if (control.value) draft[control.name] = control.value; });
  store(draftKey(form), JSON.stringify(draft));
});
document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented && event.target.matches("form.action:not([data-console])")) store(sentKey, draftKey(event.target));
});
// What was sent is forgotten on the page that says it arrived: one that we were led to, with no refusal and no sign-in on it.
const arrived = () => performance.getEntriesByType("navigation")[0]?.type === "navigate"
  && !document.querySelector(".refused, .refusal, input[type=password]");
document.addEventListener("DOMContentLoaded", () => {
  const sent = stored(sentKey);
  if (sent && arrived()) store(sent, null);
  store(sentKey, null);
  document.querySelectorAll("form.action:not([data-console])").forEach((form) => {
    let draft = {};
    try { draft = JSON.parse(stored(draftKey(form)) || "{}"); } catch { /* a broken draft is no draft */ }
    controls(form).forEach((control) => {
      if (!control.value && draft[control.name]) control.value = draft[control.name];
    });
  });
});
window.addEventListener("pageshow", (event) => { if (event.persisted) store(sentKey, null); });
