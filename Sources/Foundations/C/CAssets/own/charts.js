// Draws the charts of a page from their tables, and fetches the library only where there is one.
(() => {
  "use strict";
  const names = ["--chart-1", "--chart-2", "--soft", "--line", "--surface", "--ink"];
  let loading = null;
  const library = () => {
    const address = document.querySelector('meta[name="pictures"]')?.content;
    if (window.Chart || !address) return Promise.resolve();
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      Object.assign(script, { src: address, onload: resolve, onerror: reject });
      document.head.append(script);
    });
    return loading;
  };

  const colours = (style) => Object.fromEntries(names.map((name) => [name.slice(2), style.getPropertyValue(name).trim()]));
  // Paper is white, whatever the screen is.
  const paper = { "chart-1": "#1d5fa7", "chart-2": "#8a6d1f", soft: "#444", line: "#ccc", surface: "#fff", ink: "#000" };
  const number = (text) => (text === undefined ? null : Number(text));

  const read = (figure) => [...figure.querySelectorAll("tbody tr")].map((row) => ({
    label: row.querySelector("th").textContent.trim(),
    value: number(row.dataset.value),
    earlier: number(row.dataset.earlier),
    text: row.querySelector("td").textContent.trim(),
    link: row.querySelector("td a")?.href,
  }));

  const settings = (figure, rows, paint) => {
    const isLine = figure.dataset.chart === "line";
    const percent = figure.dataset.percent === "true";
    const earlier = isLine && rows.some((row) => row.earlier !== null);
    const sets = [{
      label: figure.dataset.series, data: rows.map((row) => row.value), backgroundColor: paint["chart-1"], borderColor: paint["chart-1"],
      borderWidth: isLine ? 2 : 0, pointRadius: rows.length > 45 ? 0 : 3, pointHitRadius: 12, tension: 0, maxBarThickness: 22, borderRadius: 3,
    }];
    if (earlier) {
      sets.push({
        label: figure.dataset.earlier, data: rows.map((row) => row.earlier), borderColor: paint["chart-2"], backgroundColor: paint["chart-2"],
        borderWidth: 1.5, borderDash: [5, 4], pointRadius: 0, pointStyle: "line", tension: 0,
      });
    }
    const ticks = { color: paint.soft, callback: percent ? (value) => `${value}%` : undefined, precision: percent ? undefined : 0 };
    const amounts = { beginAtZero: !percent || !isLine, suggestedMax: percent ? 100 : undefined, grid: { color: paint.line }, ticks, border: { display: false } };
    const labels = { grid: { display: false }, ticks: { color: paint.ink, autoSkip: isLine, maxRotation: 0 }, border: { color: paint.line } };
    return {
      type: isLine ? "line" : "bar",
      data: { labels: rows.map((row) => row.label), datasets: sets },
      options: {
        indexAxis: isLine ? "x" : "y", responsive: true, maintainAspectRatio: false, animation: false,
        interaction: { mode: isLine ? "index" : "nearest", axis: isLine ? "x" : "y", intersect: false },
        scales: isLine ? { x: labels, y: amounts } : { x: amounts, y: labels },
        plugins: {
          legend: { display: earlier, align: "end", labels: { color: paint.ink, usePointStyle: true, boxHeight: 6 } },
          tooltip: { callbacks: { label: (item) => `${item.dataset.label}: ${item.datasetIndex ? item.formattedValue : rows[item.dataIndex].text}` } },
        },
        onHover: (event, found) => { event.native.target.style.cursor = found.some((one) => rows[one.index].link) ? "pointer" : ""; },
        onClick: (_, found) => { const link = found.length && rows[found[0].index].link; if (link) location.assign(link); },
      },
    };
  };

  const drawn = new Map();
  const draw = (figure, paint = colours(getComputedStyle(figure))) => {
    const rows = read(figure);
    const box = figure.querySelector(".canvas");
    box.hidden = false;
    if (figure.dataset.chart === "bars") box.style.height = `${rows.length * 30 + 44}px`;
    drawn.get(figure)?.destroy();
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    drawn.set(figure, new Chart(box.querySelector("canvas"), settings(figure, rows, paint)));
  };

  const drawAll = async (root) => {
    const figures = [...(root.matches?.("[data-chart]") ? [root] : []), ...root.querySelectorAll("[data-chart]")];
    if (!figures.length) return;
    await library();
    if (!window.Chart) return;
    figures.forEach((figure) => draw(figure));
  };
  const again = (paint) => drawn.forEach((_, figure) => { if (figure.isConnected) draw(figure, paint); else drawn.delete(figure); });

  document.addEventListener("DOMContentLoaded", () => drawAll(document));
  document.addEventListener("htmx:load", (event) => { if (event.target !== document.body) drawAll(event.target); });
  // Other colours: by the preference, and on paper.
  new MutationObserver(() => again()).observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });
  window.addEventListener("beforeprint", () => again(paper));
  window.addEventListener("afterprint", () => again());
})();
