
// The path of a unit's officer on a bad network: each step is kept in this browser first and sent from there, in order, until
// the program has answered. A step carries its own key, so that sending it again does nothing twice.
(() => {
  "use strict";
  const state = () => document.querySelector(".line-state");
  const path = () => document.querySelector(".path");
  const token = () => document.querySelector("input[name=_csrf]")?.value;
  const again = 10_000;
  let sending = false;
  let sentHere = false;
  let changed = false;

  const open = () => new Promise((done, fail) => {
    const request = indexedDB.open("lianxin-field", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("steps", { keyPath: "at" });
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const store = async (mode, body) => {
    const base = await open();
    try {
      return await new Promise((done, fail) => {
        const request = body(base.transaction("steps", mode).objectStore("steps"));
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    } finally { base.close(); }
  };
  // A person sees and sends what was kept under the own name, whoever used the phone in between.
  const kept = async () => (await store("readonly", (steps) => steps.getAll())).filter((step) => step.account === state()?.dataset.account);
  const keep = (step) => store("readwrite", (steps) => steps.put(step));
  const drop = (step) => store("readwrite", (steps) => steps.delete(step.at));

  const say = (words, ...more) => {
    const place = state();
    if (!place) return;
    place.hidden = !words;
    place.replaceChildren(...(words ? [words, ...more] : []));
  };
  const button = (label, act) => {
    const made = document.createElement("button");
    [made.type, made.className, made.textContent] = ["button", "secondary", label];
    made.addEventListener("click", act);
    return made;
  };

  const show = async () => {
    const place = state();
    if (!place) return;
    const steps = await kept();
    const refused = steps.find((step) => step.refused);
    reveal(steps);
    if (refused) say(`${place.dataset.refused}${refused.label} ${refused.refused} `, button(place.dataset.drop, () => forget(refused)));
    else if (steps.length) say(place.dataset.waiting.replace("{n}", steps.length));
    else say("");
  };
  const forget = async (step) => { await drop(step); await show(); };
  // What opens only after a step is open once that step is kept for sending.
  const reveal = (steps) => {
    const here = steps.filter((step) => step.order === path()?.dataset.order).map((step) => step.noun);
    document.querySelectorAll("[data-after]").forEach((part) => { part.hidden = !here.includes(part.dataset.after) && !sentHere; });
    document.querySelectorAll("[data-until]").forEach((part) => { part.hidden = here.includes(part.dataset.until) || sentHere; });
    here.forEach((noun) => document.getElementById(`do-${noun}`)?.closest("li")?.classList.add("kept"));
  };

  // A step that is on its way is out of the way: nobody sends it a second time.
  const fold = (noun) => {
    const box = document.getElementById(`do-${noun}`);
    if (box) box.open = false;
  };

  const body = (step) => {
    const form = step.multipart ? new FormData() : new URLSearchParams();
    step.fields.forEach(([name, value, file]) => {
      const word = name === "_csrf" ? token() ?? value : value;
      if (file) form.append(name, word, file); else form.append(name, word);
    });
    return form;
  };
  const reason = (text) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    const said = [".refusal .lead", "#errors li", "#errors p", ".notice.refused p"].map((one) => page.querySelector(one)).find(Boolean);
    return said?.textContent.trim() ?? "";
  };

  // True: answered for good. False: to be tried again.
  const send = async (step) => {
    const answer = await fetch(step.url, { method: "POST", body: body(step), credentials: "same-origin" });
    const at = new URL(answer.url).pathname;
    if (at === "/login") { say(state()?.dataset.login, " "); return "login"; }
    if (answer.ok) { await drop(step); return at; }
    if (answer.status >= 500 || answer.status === 429) return "later";
    step.refused = reason(await answer.text()) || String(answer.status);
    await keep(step);
    return "refused";
  };

  const flush = async () => {
    if (sending || !state()) return;
    sending = true;
    let arrived = null;
    try {
      for (const step of (await kept()).filter((one) => !one.refused)) {
        const result = await send(step);
        if (result === "login") return;
        if (result === "later") throw new Error("later");
        if (result === "refused") break;
        arrived = result;
        sentHere = true;
      }
      await show();
      if (arrived && !(await kept()).length) goOn(arrived);
    } catch {
      await show();
      setTimeout(flush, again);
    } finally { sending = false; }
  };
  // The page of the order says how it stands now, unless somebody is filling in something else.
  const goOn = (at) => {
    if (changed) return say(state().dataset.sent, " ", button(state().dataset.show, () => location.assign(at)));
    location.assign(at);
  };

  const step = (form) => {
    const here = path();
    const noun = form.getAttribute("action").split("/").pop();
    const fields = [...new FormData(form)].map(([name, value]) => value instanceof File ? [name, value, value.name] : [name, value]);
    return {
      at: Date.now(), account: here.dataset.account, order: here.dataset.order, noun, url: form.action, fields,
      label: form.closest("[data-label]")?.dataset.label ?? noun,
      multipart: form.enctype === "multipart/form-data",
    };
  };
  const submit = async (form) => {
    const one = step(form);
    const before = (await kept()).some((other) => other.order === one.order);
    // What this browser itself did before is no news from somebody else.
    if (before || sentHere) one.fields = one.fields.filter(([name]) => name !== "seen");
    await keep(one);
    forgetDraft(form);
    fold(one.noun);
    changed = false;
    say(state().dataset.sending);
    if (!navigator.onLine) { form.reset(); form.querySelectorAll("button").forEach((one) => (one.disabled = false)); return show(); }
    await flush();
    // While it waits, the same form may take the next picture or call.
    form.querySelectorAll("button").forEach((one) => (one.disabled = false));
    const key = form.querySelector("input[name=_key]");
    if (key) key.value = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || !event.target.matches(".path form:not(.call)") || !window.indexedDB) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    submit(event.target).catch(() => HTMLFormElement.prototype.submit.call(event.target));
  }, true);

  // What is typed or chosen outlives the tab: phones close tabs as they like.
  const own = (form) => [...form.elements].filter((one) => one.name && one.type !== "hidden" && one.type !== "file");
  const saved = (key, text) => {
    try { return text === undefined ? localStorage.getItem(key) : text === null ? localStorage.removeItem(key) : localStorage.setItem(key, text); }
    catch { return null; }
  };
  const forgetDraft = (form) => {
    saved(window.formDrafts.key(form), null);
    window.formDrafts.forget(form);
  };
  document.addEventListener("input", (event) => {
    const form = event.target.closest?.(".path form:not(.call)");
    if (!form) return;
    changed = true;
    const values = own(form).filter((one) => !/radio|checkbox/.test(one.type) || one.checked).map((one) => [one.name, one.value]);
    saved(window.formDrafts.key(form), JSON.stringify(values));
  });
  const fill = (form) => {
    let values = [];
    try { values = JSON.parse(saved(window.formDrafts.key(form)) || "[]"); } catch { /* a broken draft is no draft */ }
    values.forEach(([name, value]) => own(form).filter((one) => one.name === name).forEach((one) => {
      if (/radio|checkbox/.test(one.type)) one.checked = one.checked || one.value === value;
      else if (!one.value) one.value = value;
    }));
  };

  // The place of a photograph, where the person asks for it and the phone knows it.
  document.addEventListener("click", (event) => {
    const asked = event.target.closest?.("[data-locate]");
    if (!asked) return;
    const form = asked.closest("form");
    const word = form.querySelector("[data-located]");
    navigator.geolocation.getCurrentPosition((found) => {
      form.querySelector("[data-lat]").value = found.coords.latitude.toFixed(5);
      form.querySelector("[data-lon]").value = found.coords.longitude.toFixed(5);
      word.textContent = word.dataset.found;
    }, () => { word.textContent = word.dataset.lost; }, { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 });
  });

  document.addEventListener("DOMContentLoaded", () => {
    if (navigator.geolocation) document.querySelectorAll("[data-needs=geolocation]").forEach((one) => (one.hidden = false));
    document.querySelectorAll(".path form:not(.call)").forEach(fill);
    if (state() && window.indexedDB) show().then(flush).catch(() => say(""));
  });
  window.addEventListener("online", flush);
})();
