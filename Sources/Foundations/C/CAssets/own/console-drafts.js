// Drafts of the console: kept in this browser until they have arrived, sealed under a key that comes only with a sign-in, so that
// nobody reads them on a shared machine after it; signing out destroys them.
(() => {
  "use strict";

  const STORE = "lianxin drafts";
  const SENT = "lianxin draft sent";
  const MOST = 9;
  const OLDEST = 2 * 86_400_000;

  // Without a secure line there is no sealing; then the draft lives no longer than its tab.
  const sealing = () => Boolean(window.crypto?.subtle);
  const shelf = () => (sealing() ? localStorage : sessionStorage);
  const read = () => { try { return JSON.parse(shelf().getItem(STORE) || "[]"); } catch { return []; } };
  const write = (list) => {
    // A full or forbidden store only means no draft.
    try { if (list.length) shelf().setItem(STORE, JSON.stringify(list)); else shelf().removeItem(STORE); } catch { /* no draft */ }
  };
  const wipe = () => { [localStorage, sessionStorage].forEach((one) => { try { one.removeItem(STORE); } catch { /* none */ } }); };

  const bytes = (hex) => Uint8Array.from(hex.match(/../g), (two) => parseInt(two, 16));
  const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const sealer = async (secret) => {
    if (!sealing()) return { seal: async (text) => text, open: async (text) => text };
    const key = await crypto.subtle.importKey("raw", bytes(secret), "AES-GCM", false, ["encrypt", "decrypt"]);
    return {
      seal: async (text) => {
        const iv = crypto.getRandomValues(new Uint8Array(12));
        return `${hex(iv)}.${hex(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(text)))}`;
      },
      open: async (sealed) => {
        const [iv, body] = sealed.split(".");
        return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(iv) }, key, bytes(body)));
      },
    };
  };

  // What was typed, nothing that belongs to the page.
  const typed = (form) => {
    const fields = {};
    form.querySelectorAll("[name]").forEach((one) => {
      if (one.name.startsWith("_") || one.tagName === "BUTTON" || one.name === "into") return;
      if ((one.type === "radio" || one.type === "checkbox") && !one.checked) return;
      if (one.value) fields[one.name] = one.value;
    });
    return fields;
  };
  const isWorthKeeping = (fields) => Boolean(fields.text || fields["caller.phone"] || fields.reply);

  const drafts = (form) => {
    const own = { id: crypto.randomUUID?.() || String(Math.random()) };
    const account = form.dataset.account;
    const ready = sealer(form.dataset.seal);
    let busy = false, again = false, told = () => {}, newest = null;

    const keep = async () => {
      const fields = typed(form), rest = read().filter((one) => one.id !== own.id);
      if (!isWorthKeeping(fields)) { write(rest); return; }
      const body = await (await ready).seal(JSON.stringify(fields));
      // Read again: another page may have kept its own meanwhile.
      const others = read().filter((one) => one.id !== own.id);
      write([{ id: own.id, account, at: Date.now(), body }, ...others].slice(0, MOST));
    };
    // At every key, one at a time: whoever leaves in the middle of a word finds it again.
    const keepOn = async () => {
      again = true;
      if (busy) return;
      busy = true;
      while (again) { again = false; await keep(); }
      busy = false;
    };
    const drop = (id) => write(read().filter((one) => one.id !== id));

    const resume = (id, fields) => {
      drop(own.id);
      own.id = id;
      // The category brings its questions, whose answers come in afterwards.
      Object.entries(fields).forEach(([name, value]) => put(name, value));
      told();
      const slot = form.querySelector("[data-slot=questions]");
      const watch = new MutationObserver(() => {
        Object.entries(fields).filter(([name]) => name.startsWith("answers.")).forEach(([name, value]) => put(name, value));
        watch.disconnect();
      });
      watch.observe(slot, { childList: true });
      list();
    };
    const put = (name, value) => {
      form.querySelectorAll(`[name="${CSS.escape(name)}"]`).forEach((one) => {
        if (one.type === "radio" || one.type === "checkbox") one.checked = one.value === value; else one.value = value;
      });
    };

    const line = (one, fields, box) => {
      const row = document.createElement("span"), go = document.createElement("button"), gone = document.createElement("button");
      const at = new Date(one.at).toTimeString().slice(0, 5);
      go.type = gone.type = "button";
      go.className = "secondary";
      go.textContent = `${box.dataset.resume} ${at} ${(fields.title || fields.text || fields.reply || "").slice(0, 16)}`;
      go.addEventListener("click", () => { resume(one.id, fields); document.getElementById("f-text").focus(); });
      gone.className = "quiet";
      gone.textContent = box.dataset.drop;
      gone.addEventListener("click", () => { drop(one.id); list(); });
      row.append(go, gone);
      return row;
    };

    const isHere = (fields) => {
      const here = typed(form);
      return isWorthKeeping(here) && ["text", "caller.phone", "reply"].every((name) => (here[name] || "") === (fields[name] || ""));
    };

    const list = async () => {
      const box = form.querySelector("[data-drafts]");
      const mine = read().filter((one) => one.account === account && Date.now() - one.at < OLDEST && one.id !== own.id);
      box.querySelectorAll("span").forEach((one) => one.remove());
      newest = null;
      for (const one of mine) {
        try {
          const fields = JSON.parse(await (await ready).open(one.body));
          // What stands in the form already is this page's own draft: it was sent, and came back to be completed.
          if (isHere(fields)) { own.id = one.id; continue; }
          newest ||= () => resume(one.id, fields);
          box.append(line(one, fields, box));
        } catch { drop(one.id); /* sealed under another key: nobody can read it any more */ }
      }
      box.hidden = !newest;
    };

    // Another person's drafts have no place here once somebody else has signed in.
    write(read().filter((one) => one.account === account));
    list();
    form.addEventListener("input", keepOn);
    form.addEventListener("change", keepOn);
    form.addEventListener("submit", () => { keepOn(); try { sessionStorage.setItem(SENT, own.id); } catch { /* none */ } });
    return { resumeNewest: () => newest?.(), onResume: (then) => { told = then; } };
  };

  // What has arrived is forgotten: on the page that says so, not on one that refuses or asks to sign in again.
  const arrived = () => {
    let id = null;
    try { id = sessionStorage.getItem(SENT); sessionStorage.removeItem(SENT); } catch { return; }
    const refused = document.querySelector(".refused, .refusal, input[type=password]");
    if (id && !refused && performance.getEntriesByType("navigation")[0]?.type === "navigate") write(read().filter((one) => one.id !== id));
  };

  document.addEventListener("submit", (event) => { if (event.target.getAttribute("action") === "/logout") wipe(); });
  window.consoleDrafts = (form) => {
    arrived();
    return form ? drafts(form) : null;
  };
})();
