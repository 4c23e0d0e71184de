// Maps: the city's, drawn from the tables beneath it, and small ones with a pin. The library comes only where there is one.
(() => {
  "use strict";
  const chinese = document.documentElement.lang.startsWith("zh");
  const words = chinese ? { more: "放大", less: "缩小" } : { more: "Zoom in", less: "Zoom out" };
  let loading = null;
  const tag = (name, attributes) => new Promise((resolve, reject) => {
    const element = document.createElement(name);
    Object.assign(element, { ...attributes, onload: resolve, onerror: reject });
    document.head.append(element);
  });
  // The library, and the ground that the server knows.
  const prepare = () => {
    const meta = document.querySelector('meta[name="pictures"]');
    loading ??= Promise.all([
      fetch("/map/ground").then((answer) => answer.json()),
      tag("link", { rel: "stylesheet", href: meta.dataset.leafletStyle }),
      tag("script", { src: meta.dataset.leaflet }),
    ]).then(([ground]) => ground);
    return loading;
  };

  const begin = (box, ground, more) => {
    box.hidden = false;
    const map = L.map(box, { zoomControl: false, attributionControl: Boolean(ground.tiles), zoomSnap: 0.5, fadeAnimation: false, ...more });
    map.attributionControl?.setPrefix(false);
    L.control.zoom({ zoomInTitle: words.more, zoomOutTitle: words.less }).addTo(map);
    if (ground.tiles) L.tileLayer(ground.tiles, { attribution: ground.credit ?? "", maxZoom: 18 }).addTo(map);
    ground.areas.filter((area) => area.outline).forEach((area) => {
      L.polygon(area.outline, { className: `area-line depth-${area.depth}`, interactive: false }).addTo(map);
    });
    return map;
  };

  const place = (row) => (row.dataset.lat === undefined ? null : [Number(row.dataset.lat), Number(row.dataset.lon)]);

  // One circle: its size by the number, the number in it; it leads where the table's number leads.
  const bubble = (row, value, most, look) => {
    const at = place(row);
    if (!at || !value) return null;
    const size = Math.round(26 + 34 * Math.sqrt(value / most));
    const inner = document.createElement("span");
    inner.textContent = value;
    const name = row.querySelector("th").textContent.trim();
    const marker = L.marker(at, {
      icon: L.divIcon({ className: `map-bubble ${look}`, html: inner, iconSize: [size, size] }), title: `${name}: ${value}`, alt: `${name}: ${value}`,
      zIndexOffset: value,
    });
    const link = row.querySelector("td a")?.href;
    if (link) marker.on("click", () => location.assign(link));
    return marker;
  };
  const layer = (rows, value, look) => {
    const most = Math.max(1, ...rows.map(value));
    return L.layerGroup(rows.map((row) => bubble(row, value(row), most, look)).filter(Boolean));
  };

  const city = async (box) => {
    const ground = await prepare();
    const areas = [...document.querySelectorAll(".map-areas tbody tr[data-depth]")];
    const squares = [...document.querySelectorAll(".map-squares tbody tr[data-value]")];
    const map = begin(box, ground, { minZoom: 7, maxZoom: 17 });
    const whole = (row) => Number(row.dataset.value);
    const top = Math.min(...areas.map((row) => Number(row.dataset.depth)));
    const counties = areas.filter((row) => Number(row.dataset.depth) === (areas.some((one) => Number(one.dataset.depth) > top) ? top + 1 : top));
    const levels = [
      layer(counties, whole, "far"),
      layer(areas, (row) => Number(row.dataset.own ?? row.dataset.value), "near"),
      layer(squares, whole, "square"),
    ];
    const names = L.layerGroup(ground.areas.filter((area) => area.depth === top + 1).map((area) => L.marker(area.at, {
      icon: L.divIcon({ className: "map-name", html: Object.assign(document.createElement("span"), { textContent: area.name }), iconSize: [140, 20], iconAnchor: [70, -26] }),
      interactive: false, keyboard: false,
    }))).addTo(map);
    const show = () => {
      const zoom = map.getZoom();
      const level = zoom < 11 ? 0 : zoom < 13 || !squares.length ? 1 : 2;
      levels.forEach((one, index) => { if (index === level) one.addTo(map); else one.remove(); });
      if (level === 2) names.remove(); else names.addTo(map);
      box.dataset.level = level;
    };
    map.on("zoomend", show);
    const spots = [...ground.areas.flatMap((area) => [area.at, ...(area.outline ?? [])]), ...squares.map(place)];
    if (spots.length) map.fitBounds(L.latLngBounds(spots), { padding: [12, 12] });
    else map.setView(ground.middle ?? [35, 105], 9);
    show();
    document.querySelector(".map-hint")?.removeAttribute("hidden");
  };

  const strip = async (box) => {
    const ground = await prepare();
    const inputs = ["inputLat", "inputLon"].map((name) => box.dataset[name] && (box.closest("form") ?? document).querySelector(`[name="${box.dataset[name]}"]`));
    const editable = inputs.every(Boolean);
    const known = place(box) ?? (editable && inputs.every((input) => input.value) ? inputs.map((input) => Number(input.value)) : null);
    const fold = box.closest(".map-fold");
    if (fold) fold.hidden = false;
    const map = begin(box, ground, { scrollWheelZoom: false });
    map.setView(known ?? ground.middle ?? [35, 105], known ? 14 : 10);
    const icon = L.divIcon({ className: "map-pin", html: document.createElement("span"), iconSize: [24, 32], iconAnchor: [12, 32] });
    let pin = null;
    const put = (at, quiet) => {
      if (pin) pin.setLatLng(at); else pin = L.marker(at, { icon, draggable: editable, keyboard: false }).addTo(map);
      if (!editable || quiet) return;
      const spot = L.latLng(at).wrap();
      [spot.lat, spot.lng].forEach((degrees, index) => {
        inputs[index].value = degrees.toFixed(6);
        inputs[index].dispatchEvent(new Event("input", { bubbles: true }));
      });
    };
    if (known) put(known, true);
    if (editable) {
      map.on("click", (event) => put(event.latlng));
      box.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target === box) { event.preventDefault(); put(map.getCenter()); } });
      map.on("layeradd", (event) => { if (event.layer === pin) pin.on("dragend", () => put(pin.getLatLng())); });
      if (pin) pin.on("dragend", () => put(pin.getLatLng()));
    }
    // Whoever finds the place by other means says so on the box.
    const around = (area) => {
      name?.remove();
      const word = document.createElement("span");
      word.textContent = area.name;
      name = L.marker(area.at, { icon: L.divIcon({ className: "map-name", html: word, iconSize: null }), interactive: false, keyboard: false }).addTo(map);
      if (area.outline) map.fitBounds(L.latLngBounds(area.outline)); else map.setView(area.at, 11);
    };
    let name = null;
    const look = () => {
      const [at, area] = [place(box), ground.areas.find((one) => one.id === box.dataset.area)];
      if (fold && at) fold.open = true;
      map.invalidateSize();
      if (at) { map.setView(at, Math.max(map.getZoom(), 14)); put(at, true); } else if (area) around(area);
    };
    new MutationObserver(look).observe(box, { attributeFilter: ["data-lat", "data-lon", "data-area"] });
    if (box.dataset.area) look();
    // A box that was folded away has its size only now.
    new ResizeObserver(() => map.invalidateSize()).observe(box);
  };

  const seen = new WeakSet();
  const upgrade = (root) => {
    const boxes = [...(root.matches?.(".city-map, .map-strip") ? [root] : []), ...root.querySelectorAll(".city-map, .map-strip")];
    boxes.filter((box) => !seen.has(box)).forEach((box) => {
      seen.add(box);
      // Without the library the tables and the inputs still say everything.
      (box.classList.contains("city-map") ? city(box) : strip(box)).catch(() => { box.hidden = true; });
    });
  };
  document.addEventListener("DOMContentLoaded", () => upgrade(document));
  document.addEventListener("htmx:load", (event) => { if (event.target !== document.body) upgrade(event.target); });
})();
