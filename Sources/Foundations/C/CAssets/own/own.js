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

  // Where a row of rooms or tabs is wider than a phone, the one that is open stands in sight.
  document.querySelectorAll(".rooms, .tabs").forEach((strip) => {
    const open = strip.querySelector("[aria-current]");
    if (!open || strip.scrollWidth <= strip.clientWidth) return;
    const [place, middle] = [open.getBoundingClientRect(), strip.getBoundingClientRect()];
    strip.scrollLeft += place.left + place.width / 2 - (middle.left + middle.width / 2);
  });

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
