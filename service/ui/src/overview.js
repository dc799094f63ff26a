// The whole graph: a worker makes bitmaps of it, this page moves the last one and lays names and circles over it.
// No graphics card is needed: while one moves, a frame is one copy of a bitmap and a few names.
import { fetchJson, make, postJson, words } from "./common.js";
import { finder, fit, panned, zoomed } from "./overview/camera.js";
import { columns, radiusOf } from "./overview/raster.js";

const place = document.querySelector("[data-overview]");
const said = words(place);
const spoken = document.querySelector("[data-overview-said]");
const MARGIN = 0.3; // of the picture's size, drawn beyond each edge
const RESTING = 140; // ms without movement, then the picture is drawn anew
const HULLS = 160, NAMES = 40, NAMES_MOVING = 14;

let data, graph, canvas, pen, camera, home, worker, find, colours, ink, paper, faint;
let bitmap = null, shown = null, busy = false, wanted = false, moved = 0, queued = false, pixelRatio = 1, width = 0, height = 0;

const rgb = (colour) => { const n = colour.match(/[\d.]+/g).map(Number); return (colour.startsWith("color") ? n.map((v) => v * 255) : n).slice(0, 3).map(Math.round); };

function readColours() {
  const probe = make("span", {});
  place.append(probe);
  const of = (kind) => { probe.className = `chip k-${kind}`; return rgb(getComputedStyle(probe).backgroundColor); };
  colours = [...data.kind_names.map(of), of("other")];
  probe.remove();
  ink = rgb(getComputedStyle(place).color);
  paper = `rgb(${rgb(getComputedStyle(place).backgroundColor).join(" ")} / .82)`;
  faint = `rgb(${ink.join(" ")} / .05)`;
}

function size() {
  ({ width, height } = place.getBoundingClientRect());
  pixelRatio = Math.min(2, devicePixelRatio || 1);
  canvas.width = Math.max(1, Math.round(width * pixelRatio));
  canvas.height = Math.max(1, Math.round(height * pixelRatio));
}

/** Ask for a bitmap of what is in view; one at a time, the latest wish afterwards. */
function request() {
  if (busy) { wanted = true; return; }
  busy = true;
  wanted = false;
  const across = width * (1 + 2 * MARGIN), down = height * (1 + 2 * MARGIN);
  worker.postMessage({
    view: { left: camera.x - across / 2 / camera.scale, top: camera.y - down / 2 / camera.scale, scale: camera.scale * pixelRatio, across: across / camera.scale, down: down / camera.scale },
    width: Math.round(across * pixelRatio), height: Math.round(down * pixelRatio), colours, ink,
  });
}

function drawn({ data: answer }) {
  bitmap?.close();
  ({ bitmap, view: shown } = answer);
  busy = false;
  place.dataset.drawn = `${answer.nodes} ${answer.lines}`;
  if (wanted) request();
  frame();
}

const covered = () => shown && Math.abs(shown.left + shown.across / 2 - camera.x) < (shown.across - width / camera.scale) / 2 && Math.abs(shown.top + shown.down / 2 - camera.y) < (shown.down - height / camera.scale) / 2;

function move(next) {
  camera = next;
  moved = performance.now();
  if (!covered() && !busy) request();
  frame();
  setTimeout(() => { if (performance.now() - moved >= RESTING - 5) { request(); frame(); } }, RESTING);
}

function frame() {
  if (queued) return;
  queued = true;
  requestAnimationFrame(() => { queued = false; paint(); });
}

const at = (i) => [(graph.x[i] - camera.x) * camera.scale + width / 2, (graph.y[i] - camera.y) * camera.scale + height / 2];

function paint() {
  const moving = performance.now() - moved < RESTING;
  pen.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  pen.clearRect(0, 0, width, height);
  circles();
  if (bitmap) {
    pen.imageSmoothingEnabled = !moving;
    pen.drawImage(bitmap, (shown.left - camera.x) * camera.scale + width / 2, (shown.top - camera.y) * camera.scale + height / 2, shown.across * camera.scale, shown.down * camera.scale);
  }
  names(moving ? NAMES_MOVING : NAMES);
  place.dataset.view = `${camera.x.toFixed(2)} ${camera.y.toFixed(2)} ${camera.scale.toFixed(4)}`;
}

/** Communities as faint discs, while they are large enough to be seen and small enough to be taken in. */
function circles() {
  pen.fillStyle = faint;
  for (const [x, y, r] of data.circles.slice(0, HULLS)) {
    const radius = r * camera.scale, cx = (x - camera.x) * camera.scale + width / 2, cy = (y - camera.y) * camera.scale + height / 2;
    if (radius < 6 || radius > width || cx + radius < 0 || cy + radius < 0 || cx - radius > width || cy - radius > height) continue;
    pen.beginPath();
    pen.arc(cx, cy, radius, 0, 7);
    pen.fill();
  }
}

let hovered = -1;

/** Names of the best connected nodes in view that have room. */
function names(most) {
  const taken = [];
  pen.font = `13px ${getComputedStyle(place).fontFamily}`;
  pen.textBaseline = "middle";
  let left = most;
  const write = (i) => {
    const text = data.labels[data.iris[i]];
    const [x, y] = at(i), r = radiusOf(graph.degrees[i], camera.scale);
    if (!text || x < 0 || y < 8 || x > width || y > height - 8) return;
    const shortened = text.length > 34 ? `${text.slice(0, 33)}…` : text, long = pen.measureText(shortened).width;
    const box = [x + r + 3, y - 11, x + r + long + 9, y + 11];
    if (i !== hovered && (box[2] > width || taken.some((t) => box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1]))) return;
    if (box[2] > width) { const by = box[2] - width + 2; box[0] -= by; box[2] -= by; }
    taken.push(box);
    pen.fillStyle = paper;
    pen.fillRect(box[0], box[1], box[2] - box[0], 22);
    pen.fillStyle = `rgb(${ink.join(" ")})`;
    pen.fillText(shortened, box[0] + 3, y + 1);
    left -= 1;
  };
  if (hovered >= 0) {
    const [x, y] = at(hovered);
    pen.strokeStyle = `rgb(${ink.join(" ")})`;
    pen.lineWidth = 2;
    pen.beginPath();
    pen.arc(x, y, radiusOf(graph.degrees[hovered], camera.scale) + 2, 0, 7);
    pen.stroke();
    write(hovered);
  }
  for (const i of data.named) {
    if (left <= 0) break;
    if (i !== hovered) write(i);
  }
}

async function hover(i) {
  if (i === hovered) return;
  hovered = i;
  canvas.style.cursor = i >= 0 ? "pointer" : "";
  frame();
  if (i < 0) return;
  const name = data.iris[i], iri = data.base + name;
  if (!data.labels[name]) {
    const found = await postJson("/api/labels", [iri]).catch(() => ({}));
    if (found[iri]) data.labels[name] = found[iri].label;
  }
  if (hovered === i) { spoken.textContent = `${data.labels[name] ?? name} · ${graph.degrees[i].toLocaleString(document.documentElement.lang)}`; frame(); }
}

function listen() {
  const pointers = new Map();
  let travelled = 0;
  const inside = (event) => { const box = canvas.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
  const under = (event) => { const [x, y] = inside(event); return find(camera.x + (x - width / 2) / camera.scale, camera.y + (y - height / 2) / camera.scale, 9 / camera.scale); };
  canvas.addEventListener("pointerdown", (event) => { if (event.button) return; canvas.setPointerCapture(event.pointerId); pointers.set(event.pointerId, inside(event)); travelled = 0; });
  canvas.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId), now = inside(event);
    if (!before) { if (event.pointerType === "mouse") hover(under(event)); return; }
    const dx = now[0] - before[0], dy = now[1] - before[1];
    travelled += Math.abs(dx) + Math.abs(dy);
    if (pointers.size === 2) {
      const other = [...pointers].find(([id]) => id !== event.pointerId)[1];
      const factor = Math.hypot(now[0] - other[0], now[1] - other[1]) / (Math.hypot(before[0] - other[0], before[1] - other[1]) || 1);
      move(zoomed(panned(camera, dx / 2, dy / 2), factor, (now[0] + other[0]) / 2 - width / 2, (now[1] + other[1]) / 2 - height / 2));
    } else if (event.pointerType !== "touch") move(panned(camera, dx, dy));
    pointers.set(event.pointerId, now);
  });
  const release = (event) => {
    const held = pointers.delete(event.pointerId);
    if (!held || event.type === "pointercancel" || travelled > 5) return;
    const i = under(event);
    if (i >= 0) location.assign(`/graph?centre=${encodeURIComponent(data.base + data.iris[i])}`);
  };
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("pointerleave", () => hover(-1));
  // A page that is scrolled past is not caught here: the wheel zooms with Ctrl, or once the picture has the focus.
  place.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey && !place.contains(document.activeElement)) return;
    event.preventDefault();
    const [x, y] = inside(event);
    move(zoomed(camera, Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.002)), x - width / 2, y - height / 2));
  }, { passive: false });
  const acts = { ArrowLeft: () => panned(camera, 80, 0), ArrowRight: () => panned(camera, -80, 0), ArrowUp: () => panned(camera, 0, 80), ArrowDown: () => panned(camera, 0, -80), "+": () => zoomed(camera, 1.4), "=": () => zoomed(camera, 1.4), "-": () => zoomed(camera, 1 / 1.4), 0: () => home };
  place.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !acts[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    move(acts[event.key]());
  });
  for (const [name, key] of [["zoom_in", "+"], ["zoom_out", "-"], ["zoom_all", "0"]]) {
    place.querySelector(".zoom").append(make("button", { type: "button", class: "plain", title: said[name], "aria-label": said[name], onclick: () => move(acts[key]()) }, { "+": "+", "-": "−", 0: "⤢" }[key]));
  }
  new ResizeObserver(() => { size(); request(); frame(); }).observe(place);
  const repaint = () => { readColours(); request(); };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
}

async function draw() {
  place.replaceChildren(make("p", { class: "quiet" }, said.loading));
  data = await fetchJson(place.dataset.overview);
  graph = columns(data);
  data.named = data.iris.map((_, i) => i).filter((i) => data.labels[data.iris[i]]).sort((a, b) => graph.degrees[b] - graph.degrees[a]);
  canvas = make("canvas", { class: "sheet" });
  place.replaceChildren(canvas, make("div", { class: "zoom" }));
  pen = canvas.getContext("2d");
  readColours();
  size();
  camera = home = fit(graph.x, graph.y, width, height);
  find = finder(graph.x, graph.y);
  worker = new Worker(place.dataset.worker, { type: "module" });
  worker.onmessage = (message) => { drawn(message); document.documentElement.dataset.overviewReady = String(data.iris.length); };
  worker.onerror = () => { place.replaceChildren(make("p", { class: "warn", role: "alert" }, said.failed)); };
  worker.postMessage({ graph });
  listen();
  request();
}

draw().catch((error) => place.replaceChildren(make("p", { class: "warn", role: "alert" }, `${said.failed} ${error.message}`)));
