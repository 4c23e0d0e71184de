// The agent's console: what is known comes while they type, hands stay on the keyboard, nothing that was typed is lost.
(() => {
  "use strict";

  const byId = (id) => document.getElementById(id);
  const FIELDS = {
    text: "f-text", title: "f-title", phone: "f-caller-phone", name: "f-caller-name", address: "f-place-address", area: "f-area",
    category: "f-category",
  };
  // What was put away as wrong: the fields that hold it, and what each was a proposal for.
  const AWAY = ["wrong_categories", "wrong_units"];
  const MEANT = { wrong_categories: "f-category", wrong_units: "f-unit" };
  // Long enough that a burst of keys asks once, short enough that the answer stands there when the hand rests.
  const PAUSE = 40;

  // ---------------------------------------------------------------- what is likely
  const suggestions = (form) => {
    let timer = 0, again = 0, running = null, auto = { area: "" };
    const radio = (name) => form.querySelector(`[name="${name}"]:checked`)?.value || form.querySelector(`select[name="${name}"]`)?.value || "";

    const question = () => {
      const asked = new URLSearchParams();
      asked.set("_csrf", form.elements["_csrf"].value);
      Object.entries(FIELDS).forEach(([name, id]) => { const value = byId(id)?.value; if (value) asked.set(name, value); });
      if (asked.get("area") === auto.area) asked.delete("area");
      ["kind", "urgency"].forEach((name) => { const value = radio(name); if (value) asked.set(name, value); });
      AWAY.forEach((name) => { const value = form.elements[name]?.value; if (value) asked.set(name, value); });
      if (form.elements.confidential?.checked) asked.set("confidential", "true");
      return asked;
    };

    const ask = async () => {
      running?.abort();
      running = new AbortController();
      const mine = running, know = form.querySelector("[data-slot=know]");
      know.setAttribute("aria-busy", "true");
      try {
        const answer = await fetch(form.dataset.suggestions, {
          method: "POST", body: question(), headers: { "HX-Request": "true" }, signal: mine.signal, credentials: "same-origin",
        });
        if (answer.headers.get("HX-Redirect")) { over(); return; }
        if (!answer.ok) { lost(true); return; }
        const page = document.createElement("template");
        page.innerHTML = await answer.text();
        if (mine === running) place(page.content);
      } catch (error) {
        // A newer question, or no line: what stands there stays, and the next key asks again.
        if (error.name !== "AbortError") lost(true);
      } finally {
        if (mine === running) know.setAttribute("aria-busy", "false");
      }
    };

    // What was typed stays; the words say so, and asking again is tried as soon as there is a line.
    const notice = form.querySelector("[data-asking]");
    const lost = (isLost) => {
      notice.hidden = !isLost;
      notice.textContent = isLost ? form.dataset.lost : "";
      clearTimeout(again);
      if (isLost) again = setTimeout(ask, 3000);
    };
    const over = () => {
      const link = document.createElement("a");
      [link.href, link.textContent] = [form.dataset.login, form.dataset.over];
      notice.replaceChildren(link);
      notice.hidden = false;
    };

    const place = (content) => {
      lost(false);
      content.querySelectorAll("[data-part]").forEach((part) => {
        const slot = form.querySelector(`[data-slot=${part.dataset.part}]`);
        if (!slot) return;
        if (part.dataset.part === "questions") { questions(slot, part); return; }
        const held = slot.contains(document.activeElement) ? document.activeElement.dataset.alt : null;
        slot.replaceChildren(...part.childNodes);
        if (held) slot.querySelector(`[data-alt="${held}"]`)?.focus();
        if (part.dataset.part === "place") locate(part.dataset);
      });
    };

    // Questions stay while the category stays, with what was answered.
    const questions = (slot, part) => {
      if (slot.dataset.of === part.dataset.of || slot.contains(document.activeElement)) return;
      const kept = {};
      slot.querySelectorAll("[name]").forEach((one) => { if (one.type !== "radio" || one.checked) kept[one.name] = one.value; });
      slot.dataset.of = part.dataset.of;
      slot.replaceChildren(...part.childNodes);
      slot.querySelectorAll("[name]").forEach((one) => {
        if (one.type === "radio") one.checked = kept[one.name] === one.value;
        else if (kept[one.name]) one.value = kept[one.name];
      });
    };

    // The area finds itself until somebody chooses one.
    const locate = (found) => {
      const area = byId(FIELDS.area);
      if (area && (!area.value || area.value === auto.area) && found.area !== area.value) {
        area.value = found.area || "";
        auto.area = area.value;
        show(area.value);
      }
    };

    // The map goes where the area is, until there is a pin.
    const show = (area) => {
      const strip = form.querySelector(".map-strip");
      if (strip && area) strip.dataset.area = area;
    };
    byId(FIELDS.area)?.addEventListener("change", (event) => show(event.target.value));

    const soon = () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); };
    form.addEventListener("input", (event) => { if (!event.isComposing && !event.target.name?.startsWith("answers.")) soon(); });
    form.addEventListener("change", soon);
    form.addEventListener("compositionend", soon);
    window.addEventListener("online", ask);
    return { soon };
  };

  // ---------------------------------------------------------------- taking what is proposed
  const fill = (control, value) => {
    if (!control) return;
    control.value = value;
    control.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const takers = (form) => ({
    category: (button) => fill(byId("f-category"), button.dataset.value),
    unit: (button) => {
      const assist = form.elements.assist;
      fill(byId("f-unit"), button.dataset.value);
      if (assist) assist.value = byId("f-unit") ? button.dataset.more || "" : "";
      button.setAttribute("aria-pressed", "true");
    },
    answer: (button) => {
      const reply = byId("f-reply");
      if (!reply) return;
      fill(reply, reply.value.trim() ? `${reply.value.trim()}\n${button.dataset.value}` : button.dataset.value);
      reply.focus();
    },
    place: (button) => {
      fill(byId("f-place-address"), button.dataset.value);
      if (button.dataset.area) fill(byId("f-area"), button.dataset.area);
      const strip = form.querySelector(".map-strip");
      ["lat", "lon"].filter((name) => button.dataset[name]).forEach((name) => {
        fill(byId(`f-place-${name}`), button.dataset[name]);
        strip.dataset[name] = button.dataset[name];
      });
      byId("f-place-address").focus();
    },
    join: (button) => {
      form.elements.into.value = button.dataset.value;
      form.requestSubmit(form.querySelector("[data-join]"));
    },
  });

  // ---------------------------------------------------------------- putting away what is wrong
  const away = (form) => {
    const set = (name, change) => {
      const held = form.elements[name], values = new Set(held.value.split(",").filter(Boolean));
      change(values);
      held.value = [...values].join(",");
      // The change asks anew and keeps the draft.
      held.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const put = ({ wrong, value }) => {
      const chosen = byId(MEANT[wrong]);
      if (chosen?.value === value) chosen.value = "";
      set(wrong, (values) => values.add(value));
    };
    return { put, back: ({ back, value }) => set(back, (values) => values.delete(value)) };
  };

  // ---------------------------------------------------------------- not accepted
  // The first press asks why, the next one ends the call.
  const refusing = (form) => {
    const box = form.querySelector(".refusing");
    if (!box) return null;
    const chosen = () => form.querySelector("[name=refusal]:checked, select[name=refusal]")?.value || "";
    const show = () => box.querySelectorAll("[data-route]").forEach((one) => { one.hidden = one.dataset.route !== chosen(); });
    form.addEventListener("change", show);
    show();
    const ask = () => {
      box.open = true;
      box.querySelector("[name=refusal]").focus();
    };
    const button = form.querySelector("[data-fkey=F9]");
    button.addEventListener("click", (event) => { if (!chosen()) { event.preventDefault(); ask(); } });
    return () => button.click();
  };

  // ---------------------------------------------------------------- keys
  const keys = (form, drafts) => {
    const sheet = document.querySelector("dialog.keys");
    const take = takers(form), wrong = away(form), refuse = refusing(form);
    const click = (button) => {
      if (button?.dataset.wrong) wrong.put(button.dataset);
      else if (button?.dataset.back) wrong.back(button.dataset);
      else if (button) take[button.dataset.take]?.(button);
    };
    const press = (name) => form.querySelector(`[data-fkey=${name}]`);
    const open = () => { if (!sheet.open) sheet.showModal(); };
    const go = (id) => { const control = byId(id); control?.focus(); control?.select?.(); };

    const finish = () => {
      const reply = byId("f-reply");
      if (reply && !reply.value.trim()) { reply.focus(); return; }
      form.requestSubmit(press("F2"));
    };
    const urgent = () => {
      const box = form.querySelector("[name=urgency][value=urgent]");
      if (box) box.checked = true; else fill(byId("f-urgency"), "urgent");
      form.requestSubmit(press("F3"));
    };
    const channel = () => {
      const control = byId("f-channel"), round = ["phone", "letter", "wechat"];
      fill(control, round[(round.indexOf(control.value) + 1) % round.length]);
    };
    const plain = {
      F1: open, F2: () => press("F2") && finish(), F3: () => press("F3") && form.requestSubmit(press("F3")), F4: () => press("F3") && urgent(),
      F8: channel, F9: () => refuse?.(),
    };
    const withAlt = {
      n: () => go("f-caller-phone"), w: () => go("f-text"), a: () => go("f-place-address"), c: () => go("f-category"), r: () => go("f-reply"),
      l: () => { form.elements.life_risk.click(); }, s: () => form.requestSubmit(form.querySelector("[data-key-name]")),
      q: () => form.querySelector(".questions [name]")?.focus(), g: () => drafts.resumeNewest(),
    };

    document.addEventListener("keydown", (event) => {
      if (sheet?.open || event.isComposing || event.ctrlKey || event.metaKey) return;
      const letter = event.code?.startsWith("Key") ? event.code.slice(3).toLowerCase() : "";
      const digit = /^(Digit|Numpad)([1-9])$/.exec(event.code || "")?.[2];
      const writes = event.target.closest?.("input, textarea, select");
      let does = null;
      if (event.altKey) {
        const button = form.querySelector(`[data-alt="${digit || letter.toUpperCase()}"]`);
        does = button ? () => click(button) : withAlt[letter];
        if (!does && digit) does = () => {};
      } else if (plain[event.key]) {
        does = plain[event.key];
      } else if (event.key === "?" && !writes) {
        does = open;
      } else if (event.key === "Enter" && event.target.matches?.("form.console input:not([type=submit])") && !event.altKey) {
        does = () => next(form, event.target);
      }
      if (!does) return;
      event.preventDefault();
      does();
    });
    form.addEventListener("click", (event) => {
      click(event.target.closest("[data-take], [data-wrong], [data-back]"));
      if (event.target.closest("[data-fkey=F1]")) open();
      if (event.target.closest("[data-fkey=F4]")) urgent();
    });
    form.querySelectorAll(".scripted").forEach((button) => { button.hidden = false; });
  };

  // From the number straight to the words; elsewhere to the next field that is seen.
  const next = (form, from) => {
    if (from.id === "f-caller-phone") { byId("f-text").focus(); return; }
    const all = [...form.querySelectorAll("input, select, textarea")].filter((one) => one.type !== "hidden" && one.offsetParent);
    all[all.indexOf(from) + 1]?.focus();
  };

  // What was written has a day on which it came; a call has not.
  const channels = (form) => {
    const control = byId("f-channel"), when = form.querySelector("[data-rare=when]");
    const show = () => {
      form.dataset.channel = control.value;
      if (when && control.value !== "phone") when.open = true;
    };
    control.addEventListener("change", show);
    show();
  };

  const start = () => {
    const form = document.querySelector("form[data-console]");
    const drafts = window.consoleDrafts(form);
    if (!form) return;
    const known = suggestions(form);
    keys(form, drafts);
    channels(form);
    drafts.onResume(known.soon);
    if (byId("f-text").value || byId("f-caller-phone").value) known.soon();
    const wrong = document.querySelector("#errors a[href^='#']");
    const fault = wrong && byId(wrong.hash.slice(1));
    const control = "input, select, textarea";
    if (fault) (fault.matches(control) ? fault : fault.querySelector(control))?.focus();
    else if (!document.getElementById("errors")) byId("f-caller-phone").focus();
  };
  document.addEventListener("DOMContentLoaded", start);
})();
