// What changed appears without loading the page again: counts, queues, boards, cases. Nobody's focus, ticks or words are lost.
(() => {
  "use strict";
  const at = (name, key) => document.querySelectorAll(`[data-${name}="${CSS.escape(key)}"]`);
  const topicOf = (path) => path.split("/").slice(0, 2).join("/");
  const keyOf = (path) => path.split("/")[2];
  let line = null;

  const watched = () => {
    const paths = [...document.querySelectorAll("[data-live], [data-live-part], [data-live-case]")]
      .map((one) => one.dataset.live || one.dataset.livePart || one.dataset.liveCase);
    return [...new Set(paths.map(topicOf))];
  };

  const connect = (worker) => {
    try {
      const shared = new SharedWorker(worker);
      shared.port.start();
      return shared.port;
    } catch {
      return new Worker(worker);
    }
  };

  // The bar: a line that is lost for a moment only is no news.
  let late = 0;
  const show = (state) => {
    const bar = document.getElementById("line");
    clearTimeout(late);
    late = setTimeout(() => {
      bar.hidden = state === "up";
      bar.querySelectorAll("[data-line]").forEach((one) => { one.hidden = one.dataset.line !== state; });
    }, state === "lost" ? 1500 : 0);
  };

  const counts = (topic, found) => Object.entries(found).forEach(([key, count]) => {
    at("live", `${topic}/${key}`).forEach((one) => {
      // From here on the line answers for this number; what the page brought may be two seconds old.
      one.dataset.heard = "";
      const words = count >= 1000 ? "1,000+" : String(count);
      if (one.textContent === words) return;
      one.textContent = words;
      one.classList.remove("fresh");
      void one.offsetWidth;
      one.classList.add("fresh");
    });
  });

  // Whoever is typing or choosing inside a part is not disturbed: it is fetched when they have gone elsewhere.
  const busy = (part) => {
    const active = document.activeElement;
    return part.contains(active) && active.matches("textarea, select, input:not([type=checkbox]):not([type=radio]), [contenteditable]")
      || part.querySelector("details[open] form") !== null;
  };
  const waiting = new Map();
  const refresh = async (part, mark) => {
    if (busy(part)) return void waiting.set(part, mark);
    waiting.delete(part);
    part.dataset.mark = mark;
    const path = part.dataset.livePart;
    const answer = await fetch(location.href, { headers: { accept: "text/html" }, redirect: "error" }).catch(() => null);
    if (!answer?.ok || !part.isConnected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = [...page.querySelectorAll("[data-live-part]")].find((one) => one.dataset.livePart === path);
    // The last row of a queue has gone, or the whole page is another: then its own words say so at the next visit.
    if (!fresh || busy(part)) return;
    swap(part, fresh);
    announce();
  };

  const place = (part) => {
    const active = part.contains(document.activeElement) ? document.activeElement : null;
    const ticks = [...part.querySelectorAll("input:checked")].map((one) => `${one.name} ${one.value}`);
    const typed = [...part.querySelectorAll("input[id], textarea[id]")].filter((one) => one.value && one.type !== "checkbox" && one.type !== "radio");
    return {
      key: active && (active.id ? `#${CSS.escape(active.id)}` : active.getAttribute("href") ? `a[href="${CSS.escape(active.getAttribute("href"))}"]` : null),
      ticks, typed: typed.map((one) => [one.id, one.value]), open: [...part.querySelectorAll("details[open][id]")].map((one) => one.id),
    };
  };
  const swap = (part, fresh) => {
    const kept = place(part);
    part.replaceWith(document.adoptNode(fresh));
    fresh.querySelectorAll("input[type=checkbox], input[type=radio]").forEach((one) => { one.checked = kept.ticks.includes(`${one.name} ${one.value}`); });
    kept.typed.forEach(([id, words]) => { const one = document.getElementById(id); if (one && one.type !== "hidden") one.value = words; });
    kept.open.forEach((id) => { const one = document.getElementById(id); if (one) one.open = true; });
    window.htmx?.process(fresh);
    if (kept.key) fresh.querySelector(kept.key)?.focus({ preventScroll: true });
    document.dispatchEvent(new CustomEvent("live:swapped", { detail: fresh }));
  };
  const announce = () => {
    const words = document.getElementById("line")?.dataset.fresh;
    const notices = document.getElementById("live-news");
    if (words && notices) notices.textContent = words;
  };
  document.addEventListener("focusout", () => setTimeout(() => waiting.forEach((mark, part) => part.isConnected && refresh(part, mark)), 200));

  const names = (list) => list.join(document.documentElement.lang === "en" ? ", " : "、");
  const phrase = (words) => words?.[document.documentElement.lang === "en" ? "en" : "zh"] ?? "";
  const caseNews = (one, message) => {
    const also = one.querySelector(".also");
    also.hidden = !message.others?.length;
    also.querySelector("[data-others]").textContent = names(message.others ?? []);
    if (!(message.version > Number(one.dataset.version))) return;
    const changed = one.querySelector(".changed");
    changed.querySelector("[data-deed]").textContent = `${phrase(message.by)} ${phrase(message.deed)}`.trim();
    changed.hidden = false;
  };

  const hear = ({ data }) => {
    if (data.line) return show(data.line);
    if (data.counts) counts(data.topic, data.counts);
    document.querySelectorAll("[data-live-part]").forEach((part) => {
      const mark = topicOf(part.dataset.livePart) === data.topic ? data.marks?.[keyOf(part.dataset.livePart)] : null;
      if (mark && mark !== part.dataset.mark) refresh(part, mark);
    });
    at("live-case", data.topic).forEach((one) => caseNews(one, data));
    document.dispatchEvent(new CustomEvent("live", { detail: data }));
  };

  const begin = () => {
    const bar = document.getElementById("line");
    if (!bar || !window.Worker) return;
    line ??= connect(bar.dataset.worker);
    line.onmessage = hear;
    line.postMessage({ at: bar.dataset.liveAt, topics: watched() });
  };
  document.addEventListener("DOMContentLoaded", begin);
  document.addEventListener("htmx:afterSettle", () => line && begin());
  window.addEventListener("pagehide", () => line?.postMessage({ bye: true }));
  window.addEventListener("pageshow", (event) => { if (event.persisted) begin(); });
})();
