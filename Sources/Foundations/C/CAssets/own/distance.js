// How far the orders of a desk are from whoever stands somewhere: counted here, the position is never sent.
(() => {
  "use strict";
  const chinese = document.documentElement.lang.startsWith("zh");
  let here = null;

  const metres = (from, to) => {
    const [a, b] = [from.lat, to.lat].map((degrees) => degrees * Math.PI / 180);
    const [north, east] = [b - a, (to.lon - from.lon) * Math.PI / 180];
    const part = Math.sin(north / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(east / 2) ** 2;
    return 12_742_000 * Math.asin(Math.sqrt(part));
  };
  const words = (away) => {
    const near = away < 995;
    const number = near ? Math.max(10, Math.round(away / 10) * 10) : (away / 1000).toFixed(away < 9950 ? 1 : 0);
    return chinese ? `距我 ${number} ${near ? "米" : "公里"}` : `${number} ${near ? "m" : "km"} away`;
  };
  const show = () => document.querySelectorAll(".distance[data-lat]").forEach((one) => {
    const said = words(metres(here, { lat: Number(one.dataset.lat), lon: Number(one.dataset.lon) }));
    if (one.textContent !== said) [one.textContent, one.hidden] = [said, false];
  });

  const ask = () => {
    const word = document.querySelector("[data-distance-word]");
    navigator.geolocation.getCurrentPosition((found) => {
      const first = !here;
      here = { lat: found.coords.latitude, lon: found.coords.longitude };
      show();
      // Rows that come by themselves later know it too.
      if (first) new MutationObserver(show).observe(document.querySelector("main"), { childList: true, subtree: true });
    }, () => { word.textContent = word.dataset.lost; }, { enableHighAccuracy: false, timeout: 15_000, maximumAge: 120_000 });
  };
  document.addEventListener("click", (event) => { if (event.target.closest?.("[data-distances]")) ask(); });

  // Whoever has allowed it before is not asked again.
  document.addEventListener("DOMContentLoaded", () => {
    if (!document.querySelector("[data-distances]") || !navigator.geolocation) return;
    navigator.permissions?.query({ name: "geolocation" }).then((may) => { if (may.state === "granted") ask(); }, () => {});
  });
})();
