
// Desks: arrows lead into a queue, X ticks the row one stands on, one box ticks them all, keys work from a tick box too.
(() => {
  "use strict";
  const typing = (element) => element.closest?.("textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio])");
  const links = () => [...document.querySelectorAll("table.queue tbody .matter a")];

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const row = document.activeElement?.closest?.("table.queue tr");
    if (!row && (event.key === "ArrowDown" || event.key === "ArrowUp") && links().length) {
      event.preventDefault();
      links().at(event.key === "ArrowDown" ? 0 : -1).focus();
    } else if (row && event.key === "x") {
      const tick = row.querySelector("td.tick input");
      if (tick) { event.preventDefault(); tick.click(); }
    } else if (event.target.matches?.("input[type=checkbox], input[type=radio]") && /^[a-z]$/.test(event.key)) {
      const button = document.querySelector(`[data-key="${event.key}"]`);
      if (button) { event.preventDefault(); button.click(); }
    }
  });

  const ticks = (form) => [...form.querySelectorAll("td.tick input")];
  document.addEventListener("change", (event) => {
    const form = event.target.closest?.("form.several");
    if (!form) return;
    const all = form.querySelector("[data-ticks]");
    if (event.target === all) ticks(form).forEach((tick) => (tick.checked = all.checked));
    else if (all) all.checked = ticks(form).every((tick) => tick.checked);
  });
})();
