// The line to the server: one for all pages of this browser. It runs as a shared worker, or as a page's own where there are
// no shared ones. Pages say what they watch; it listens to all of it in one stream, tells everybody what they watch, and says
// when the line is lost (`lost`), there again (`up`) or the session over (`over`).
(() => {
  "use strict";
  const pages = new Map();
  const last = new Map();
  let [address, state, asked, tries] = ["", "up", null, 0];
  let [stream, pause, soon] = [null, 0, 0];

  const topics = () => [...new Set([...pages.values()].flat())].sort();
  const tell = (next) => {
    if (next === state) return;
    state = next;
    for (const page of pages.keys()) page.postMessage({ line: state });
  };

  const hear = (message) => {
    last.set(message.topic, message);
    for (const [page, watched] of pages) if (watched.includes(message.topic)) page.postMessage(message);
  };

  // Server-sent events by hand, because the browser's own reader hides why it was refused.
  const read = async (body, aborter) => {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done || aborter !== stream) return;
      [tries, text] = [0, text + value];
      const parts = text.split("\n\n");
      text = parts.pop();
      for (const part of parts) if (part.startsWith("data: ")) hear(JSON.parse(part.slice(6)));
    }
  };

  const listen = async () => {
    const [aborter, before] = [new AbortController(), stream];
    [stream, asked] = [aborter, topics().join(",")];
    clearTimeout(pause);
    let wait = 0;
    try {
      const answer = await fetch(`${address}?topics=${encodeURIComponent(asked)}`, {
        headers: { accept: "text/event-stream" }, redirect: "manual", signal: aborter.signal,
      });
      // The old stream ends after the new one has begun, so that nobody seems to leave in between.
      before?.abort();
      if (answer.type === "opaqueredirect" || answer.status === 401) return aborter === stream && tell("over");
      if (answer.ok) {
        tell("up");
        await read(answer.body, aborter);
      } else {
        wait = 20000;
      }
    } catch {
      before?.abort();
    }
    if (aborter !== stream || !pages.size) return;
    if (tries > 0) tell("lost");
    tries += 1;
    pause = setTimeout(listen, Math.max(wait, Math.min(15000, 300 * 2 ** tries) * (0.7 + Math.random() * 0.6)));
  };

  const settle = () => {
    clearTimeout(soon);
    soon = setTimeout(() => {
      if (!pages.size) {
        stream?.abort();
        [stream, asked] = [null, null];
        last.clear();
      } else if (topics().join(",") !== asked || state === "over") {
        listen();
      }
    }, 100);
  };

  const attend = (page) => {
    page.onmessage = ({ data }) => {
      if (data.bye) {
        pages.delete(page);
      } else {
        address = data.at;
        pages.set(page, data.topics);
        page.postMessage({ line: state });
        for (const topic of data.topics) if (last.has(topic)) page.postMessage(last.get(topic));
      }
      settle();
    };
  };

  // Where the network says that it is back, nobody waits for the next try.
  self.addEventListener("online", () => { if (state === "lost") { tries = 0; listen(); } });
  if ("onconnect" in self) self.onconnect = (event) => attend(event.ports[0]); else attend(self);
})();
