// What was done: said aloud once, gone by a press, by Escape or by itself.
(() => {
  "use strict";
  const lasts = 8000;
  const place = () => document.querySelector(".toasts");
  const drop = () => place()?.remove();
  const wait = () => setTimeout(() => { if (place()?.matches(":hover, :focus-within")) wait(); else drop(); }, lasts);

  document.addEventListener("DOMContentLoaded", () => {
    const words = place()?.querySelector("span:not(.shape)");
    if (!words) return;
    // What stands there from the start is not read out; what changes is.
    const text = words.textContent;
    words.textContent = "";
    requestAnimationFrame(() => { words.textContent = text; });
    wait();
  });
  document.addEventListener("click", (event) => { if (event.target.closest?.(".toasts [data-told-close]")) drop(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") drop(); });
  // A page that the browser's arrow brings back has said it already.
  window.addEventListener("pagehide", drop);
})();
