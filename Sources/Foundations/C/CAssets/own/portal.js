// Helps for citizens; every page works without them.
(() => {
  "use strict";

  // One question a screen: the parts of the form one after another, the browser's own arrow goes back a part.
  const walk = (form) => {
    const steps = [...form.querySelectorAll(".step")];
    const bar = form.querySelector(".step-bar");
    let at = 0;
    const show = (index, focus) => {
      at = Math.max(0, Math.min(index, steps.length - 1));
      steps.forEach((step, i) => step.classList.toggle("now", i === at));
      form.classList.toggle("at-last", at === steps.length - 1);
      bar.value = at + 1;
      if (!focus) return;
      window.scrollTo(0, 0);
      steps[at].querySelector("h2").focus({ preventScroll: true });
    };
    const isFilled = () => [...steps[at].querySelectorAll("input, select, textarea")].every((control) => control.reportValidity());
    const wrong = steps.findIndex((step) => step.querySelector("[aria-invalid=true], .wrong"));
    form.classList.add("stepped");
    form.querySelectorAll(".step-nav, .step-bar").forEach((part) => { part.hidden = false; });
    history.replaceState({ step: Math.max(wrong, 0) }, "");
    show(Math.max(wrong, 0), false);
    form.addEventListener("click", (event) => {
      const way = event.target.closest("[data-step]")?.dataset.step;
      if (way === "back") history.back();
      if (way !== "next" || !isFilled()) return;
      history.pushState({ step: at + 1 }, "");
      show(at + 1, true);
    });
    window.addEventListener("popstate", (event) => { if (Number.isInteger(event.state?.step)) show(event.state.step, true); });
    form.addEventListener("keydown", (event) => {
      const single = event.key === "Enter" && event.target.matches("input:not([type=file])");
      if (!single || at === steps.length - 1 || !window.matchMedia("(max-width: 700px)").matches) return;
      event.preventDefault();
      steps[at].querySelector("[data-step=next]")?.click();
    });
  };

  // What is known around there, while one still types: never more than one question at a time, the newest wins.
  const surround = (form) => {
    const near = form.querySelector("#near");
    const area = form.elements.area;
    let timer, asked, chosen = Boolean(area?.value);
    const ask = async () => {
      asked?.abort();
      asked = new AbortController();
      const body = new URLSearchParams();
      ["_csrf", "text", "place", "lat", "lon"].forEach((name) => body.append(name, form.elements[name]?.value ?? ""));
      if (chosen) body.append("area", area.value);
      try {
        const answer = await fetch(near.dataset.from, { method: "POST", body, headers: { "HX-Request": "true" }, signal: asked.signal });
        if (!answer.ok) return;
        near.innerHTML = await answer.text();
        const found = near.querySelector("[data-area]")?.dataset.area;
        if (found && area && !chosen) area.value = found;
        window.htmx?.process(near);
      } catch { /* a help that does not come is missed by nobody */ }
    };
    const later = () => { clearTimeout(timer); timer = setTimeout(ask, 500); };
    form.addEventListener("input", (event) => {
      if (event.target === area) chosen = Boolean(area.value);
      if (["text", "place", "area"].includes(event.target.name)) later();
    });
    return later;
  };

  const position = (form, later) => {
    const button = form.querySelector("[data-position]");
    if (!button || !navigator.geolocation) return;
    const said = form.querySelector(".position-said");
    button.closest(".position").hidden = false;
    button.addEventListener("click", () => {
      button.disabled = true;
      navigator.geolocation.getCurrentPosition((found) => {
        form.elements.lat.value = found.coords.latitude.toFixed(6);
        form.elements.lon.value = found.coords.longitude.toFixed(6);
        said.textContent = said.dataset.found;
        button.disabled = false;
        later();
      }, () => { said.textContent = said.dataset.failed; button.disabled = false; }, { timeout: 15000, enableHighAccuracy: true });
    });
  };

  // What is worked on where one stands: the area is all that the address of the page says of it.
  const nearby = (form) => {
    const said = form.querySelector(".position-said");
    position(form, async () => {
      try {
        const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "HX-Request": "true" } });
        const page = document.createElement("template");
        page.innerHTML = await answer.text();
        const area = page.content.querySelector("[data-area]")?.dataset.area;
        if (answer.ok && area) location.assign(`${form.dataset.to}?area=${encodeURIComponent(area)}`);
        else said.textContent = said.dataset.failed;
      } catch { said.textContent = said.dataset.failed; }
    });
  };

  // A bad network: sent again until it has arrived. The form's key makes that one appeal, however often it gets there.
  const pauses = [2, 4, 8, 15, 30];
  const waits = (seconds) => new Promise((done) => {
    const go = () => { clearTimeout(timer); window.removeEventListener("online", go); done(); };
    const timer = setTimeout(go, seconds * 1000);
    window.addEventListener("online", go);
  });
  const send = (form) => {
    const trouble = document.querySelector(".trouble");
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (form.dataset.sending) return;
      form.dataset.sending = "yes";
      const button = form.querySelector("[type=submit]");
      button.disabled = true;
      const body = new FormData(form);
      for (let attempt = 0; ; attempt += 1) {
        try {
          const answer = await fetch(form.action, { method: "POST", body });
          if (answer.status === 503) throw new TypeError("busy");
          if (answer.redirected) {
            window.formDrafts.sent(form);
            location.assign(answer.url);
            return;
          }
          break;
        } catch {
          trouble.hidden = false;
          trouble.scrollIntoView({ block: "nearest" });
          await waits(pauses[Math.min(attempt, pauses.length - 1)]);
        }
      }
      // Refused: the browser sends it itself and shows what is wrong.
      trouble.hidden = true;
      form.submit();
    });
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("form.say").forEach((form) => {
      walk(form);
      position(form, surround(form));
      send(form);
    });
    document.querySelectorAll("#nearby").forEach(nearby);
    document.querySelectorAll("[data-print]").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", () => window.print());
    });
  });
})();
