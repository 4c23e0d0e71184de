// The wall says by itself when its figures are old, and since when.
(() => {
  "use strict";
  const patience = 15_000;
  document.addEventListener("DOMContentLoaded", () => {
    const now = document.getElementById("wall-now");
    const stale = document.querySelector(".stale");
    if (!now || !stale) return;
    let fresh = Date.now();
    document.addEventListener("htmx:afterRequest", (event) => {
      if (event.target === now && event.detail.successful) fresh = Date.now();
    });
    setInterval(() => {
      const old = Date.now() - fresh > patience;
      if (old) stale.textContent = `${stale.dataset.words}${now.querySelector("[data-clock]").dataset.clock}`;
      stale.hidden = !old;
      now.classList.toggle("old", old);
    }, 1000);
  });
})();
