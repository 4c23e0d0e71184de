
// Desks and the board: arrows lead to the rows, X ticks the one that one stands on, one box ticks them all, keys work from a
// tick box too.
(() => {
  "use strict";
  const typing = (element) => element.closest?.("textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio])");
  const row = () => document.activeElement?.closest?.("table.queue tbody tr, .lane > ul > li");
  const link = (one) => one?.querySelector(".matter a, a");
  const rows = () => [...document.querySelectorAll("table.queue tbody tr, .lane > ul > li")].filter(link);

  const walk = (event) => {
    const all = rows();
    const at = all.indexOf(row());
    // Inside a table the arrows walk already.
    if (!all.length || (at >= 0 && all[at].matches("tr"))) return;
    event.preventDefault();
    const down = event.key === "ArrowDown";
    link(all[at < 0 ? (down ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + (down ? 1 : -1)))]).focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") return walk(event);
    const tick = row()?.querySelector("input[type=checkbox]");
    if (event.key === "x" && tick) { event.preventDefault(); return tick.click(); }
    // A key for the order that one stands on: urging ticks it first, a measure begins with it.
    const measure = /^[a-z]$/.test(event.key) && document.querySelector(`[data-row-key="${event.key}"]`);
    if (measure && tick) { event.preventDefault(); return location.assign(measure.dataset.rowPath + encodeURIComponent(tick.value)); }
    if (event.key === "u" && tick && !document.querySelector("form input[type=checkbox]:checked")) tick.checked = true;
    if (event.target.matches?.("input[type=checkbox], input[type=radio]") && /^[a-z]$/.test(event.key)) {
      const button = document.querySelector(`[data-key="${event.key}"]`);
      if (button) { event.preventDefault(); button.click(); }
    }
  }, true);

  const ticks = (form) => [...form.querySelectorAll("td.tick input")];
  document.addEventListener("change", (event) => {
    const form = event.target.closest?.("form.several");
    if (!form) return;
    const all = form.querySelector("[data-ticks]");
    if (event.target === all) ticks(form).forEach((tick) => (tick.checked = all.checked));
    else if (all) all.checked = ticks(form).every((tick) => tick.checked);
  });

  // Opened by its key, a form is ready to be typed into.
  document.addEventListener("click", (event) => {
    const box = !event.detail && event.target.closest?.("summary[data-key]")?.parentElement;
    if (!box) return;
    box.addEventListener("toggle", () => { if (box.open) box.querySelector("form :is(input:not([type=hidden]), select, textarea)")?.focus(); }, { once: true });
  });

  // An address may name a place inside a folded part.
  const unfold = () => {
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let part = place?.closest?.("details"); part; part = part.parentElement.closest("details")) part.open = true;
    place?.scrollIntoView?.();
  };
  document.addEventListener("DOMContentLoaded", unfold);
  window.addEventListener("hashchange", unfold);
})();
