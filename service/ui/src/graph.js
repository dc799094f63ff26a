// The picture of a neighbourhood: the server drew it, this moves it. Zoom, drag, a menu per node, keys, PNG.
import { drag } from "d3-drag";
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import { fetchJson, make, save, words } from "./common.js";
import { readPosition, stateWith } from "./graph/state.js";
import { body, curve } from "./graph/curve.js";

let figure, said, svg, nodes, lines, simulation, menu, seen; // seen: the part of the picture that was zoomed to

function start(before = new Map(), view = null) {
  figure = document.querySelector("[data-graph]");
  if (!figure) return;
  said = words(figure);
  svg = figure.querySelector("svg");
  const byIri = new Map();
  nodes = [...svg.querySelectorAll(".node")].map((element) => {
    const [x, y] = readPosition(element.getAttribute("transform"));
    const node = { element, iri: element.dataset.iri, x, y, home: [x, y], body: body([...element.querySelectorAll(".label tspan")].map((row) => row.textContent)), label: element.querySelector("title").textContent };
    byIri.set(node.iri, node);
    return node;
  });
  lines = [...svg.querySelectorAll(".line")].map((element) => ({ element, path: element.querySelector("path"), tie: element.querySelector("text"), source: byIri.get(element.dataset.from), target: byIri.get(element.dataset.to), bend: Number(element.dataset.bend), place: Number(element.dataset.at), low: element.dataset.from < element.dataset.to })).filter((line) => line.source && line.target);
  for (const node of nodes) if (isPinned(node)) [node.fx, node.fy] = node.home;
  wrapForZoom(view);
  makeSimulation();
  for (const node of nodes) listen(node);
  glide(before);
  const png = figure.querySelector("[data-png]");
  if (png) { png.hidden = false; png.onclick = exportPng; }
  const copy = figure.querySelector("[data-copy-link]");
  if (copy && navigator.clipboard) { copy.hidden = false; copy.onclick = async () => { await navigator.clipboard.writeText(location.href); figure.querySelector("[data-copied]").textContent = said.copied; }; }
  if (!figure.querySelector(".keys")) figure.querySelector("figcaption").append(make("p", { class: "quiet keys" }, said.keys));
  document.documentElement.dataset.graphReady = "";
}

function wrapForZoom(view) {
  const stage = document.createElementNS("http://www.w3.org/2000/svg", "g");
  const parts = [...svg.children].filter((child) => child.tagName === "g");
  stage.append(...parts);
  svg.append(stage);
  const behaviour = zoom().scaleExtent([0.3, 6]).filter((event) => !event.target.closest(".node") && (event.type !== "wheel" || event.ctrlKey || event.metaKey) && (event.type !== "touchstart" || event.touches.length > 1)).on("zoom", ({ transform }) => { seen = transform; stage.setAttribute("transform", transform); });
  seen = null;
  select(svg).call(behaviour).on("dblclick.zoom", null);
  if (view) select(svg).call(behaviour.transform, view);
  svg.addEventListener("dblclick", () => select(svg).call(behaviour.transform, zoomIdentity));
  figure.addEventListener("keydown", (event) => {
    if (event.key === "+" || event.key === "=") select(svg).call(behaviour.scaleBy, 1.25);
    else if (event.key === "-") select(svg).call(behaviour.scaleBy, 0.8);
    else if (event.key === "0") select(svg).call(behaviour.transform, zoomIdentity);
  });
}

function makeSimulation() {
  simulation = forceSimulation(nodes)
    .force("link", forceLink(lines.map(({ source, target }) => ({ source, target }))).distance(130).strength(0.12))
    .force("charge", forceManyBody().strength(-160).distanceMax(420))
    .force("collide", forceCollide(44))
    // Everyone is drawn back to where the server put them, so that the picture stays the same picture.
    .force("x", forceX((node) => node.home[0]).strength(0.08)).force("y", forceY((node) => node.home[1]).strength(0.08))
    .on("tick", redraw).stop();
}

function redraw() {
  for (const node of nodes) node.element.setAttribute("transform", `translate(${node.x.toFixed(1)} ${node.y.toFixed(1)})`);
  for (const line of lines) {
    const { d, middle } = curve(line.source, line.target, line.bend, line.place);
    line.path.setAttribute("d", d);
    line.tie?.setAttribute("x", middle[0]);
    line.tie?.setAttribute("y", middle[1]);
  }
}

const isPinned = (node) => node.element.classList.contains("pinned");

/** Keep a node where it is now: the address of the page says so, and the server draws what it gives to anyone. */
function pin(node) {
  simulation.stop();
  return go({ pin: [node.iri, node.x, node.y] }, node.iri, seen);
}

/** Move nodes from where they were to where they are now. */
function glide(before) {
  if (!before.size) return;
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) { for (const node of nodes) [node.x, node.y] = node.home; redraw(); return; }
  const begin = performance.now();
  const centre = nodes[0];
  const from = nodes.map((node) => before.get(node.iri) ?? [centre.home[0], centre.home[1]]);
  const step = (now) => {
    const t = Math.min(1, (now - begin) / 350), ease = t * (2 - t);
    nodes.forEach((node, i) => { node.x = from[i][0] + (node.home[0] - from[i][0]) * ease; node.y = from[i][1] + (node.home[1] - from[i][1]) * ease; });
    redraw();
    if (t < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

function listen(node) {
  const element = node.element;
  let moved = false;
  select(element).datum(node).call(drag().clickDistance(5).container(() => element.parentNode)
    .on("start", (event) => { moved = false; if (!event.active) simulation.alphaTarget(0.25).restart(); node.fx = node.x; node.fy = node.y; })
    .on("drag", (event) => { moved = true; node.fx = event.x; node.fy = event.y; })
    .on("end", (event) => { if (!event.active) simulation.alphaTarget(0); if (moved) pin(node); else if (!isPinned(node)) node.fx = node.fy = null; }));
  element.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button || event.detail === 0) return;
    event.preventDefault();
    if (!moved) openMenu(node);
  });
  element.addEventListener("keydown", (event) => {
    if (event.key.startsWith("Arrow")) { event.preventDefault(); walk(node, event.key); }
    else if (event.key === "e") { event.preventDefault(); go({ open: node.iri }, node.iri); }
    else if (event.key === "m" || event.key === "ContextMenu") { event.preventDefault(); openMenu(node); }
  });
  const near = () => new Set([node, ...lines.filter((l) => l.source === node || l.target === node).flatMap((l) => [l.source, l.target])]);
  element.addEventListener("pointerenter", () => { const close = near(); for (const other of nodes) other.element.classList.toggle("dim", !close.has(other)); for (const line of lines) line.element.classList.toggle("dim", line.source !== node && line.target !== node); });
  element.addEventListener("pointerleave", () => { for (const { element: one } of [...nodes, ...lines]) one.classList.remove("dim"); });
}

/** Go along a line to the neighbour that lies most in the arrow's direction. */
function walk(node, key) {
  const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
  const neighbours = lines.flatMap((l) => (l.source === node ? [l.target] : l.target === node ? [l.source] : []));
  const score = (other) => { const x = other.x - node.x, y = other.y - node.y; return (x * dx + y * dy) / (Math.hypot(x, y) || 1); };
  const best = neighbours.sort((a, b) => score(b) - score(a))[0];
  if (best && score(best) > 0) best.element.focus();
}

async function openMenu(node) {
  menu?.remove();
  const close = () => { menu?.remove(); menu = null; node.element.focus(); };
  const item = (label, action) => make("button", { type: "button", onclick: () => { close(); action(); } }, label);
  const expansion = make("div", {}, said.loading);
  menu = make("div", { class: "node-menu", role: "dialog", "aria-label": `${said.node_menu} ${node.label}` }, make("strong", {}, node.label), make("a", { href: node.element.getAttribute("href") }, said.open),
    item(said.centre, () => go({ centre: node.iri, clear: true }, node.iri)), item(said.hide, () => go({ hide: node.iri })),
    isPinned(node) ? item(said.unpin, () => go({ pin: [node.iri] }, node.iri)) : item(said.pin, () => pin(node)),
    item(said.path_to, () => location.assign(stateWith(location.href, { path: node.iri }))),
    item(said.path_from, () => location.assign(stateWith(location.href, { centre: node.iri, clear: true, path: new URL(location.href).searchParams.get("path") || figure.dataset.centre }))),
    make("span", { class: "quiet" }, said.expand), expansion, item(said.close, () => {}));
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  figure.querySelector(".canvas").append(menu);
  const box = figure.querySelector(".canvas").getBoundingClientRect(), at = node.element.getBoundingClientRect();
  menu.style.left = `${Math.max(4, Math.min(at.left - box.left, box.width - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(4, Math.min(at.bottom - box.top, box.height - 200))}px`;
  menu.querySelector("a").focus();
  const answer = await fetchJson(`/api/expand?node=${encodeURIComponent(node.iri)}`).catch(() => ({ relations: [] }));
  expansion.replaceChildren(item(said.everything, () => go({ open: node.iri }, node.iri)), ...answer.relations.map((r) => item(`${r.label} (${r.count})`, () => go({ open: node.iri, rel: r.relation }, node.iri))));
}

/** Ask the server for the picture of another state and move to it; the table and the links come with it. */
async function go(change, focus, view = null) {
  const url = stateWith(location.href, change);
  const before = new Map(nodes.map((node) => [node.iri, [node.x, node.y]]));
  const answer = await fetch(url, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!answer.ok || !page.querySelector("[data-graph]")) return location.assign(url);
  history.pushState({}, "", url);
  document.querySelector("main").replaceWith(page.querySelector("main"));
  document.title = page.title;
  start(before, view);
  const target = nodes.find((node) => node.iri === focus) ?? nodes[0];
  target?.element.focus({ preventScroll: true });
}

async function exportPng() {
  const styled = await (await fetch([...figure.querySelectorAll(".exports a")].find((a) => a.href.includes("format=svg")).href)).text();
  const style = /<style>.*?<\/style>/s.exec(styled)[0];
  const copy = svg.cloneNode(true);
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute("width", width); copy.setAttribute("height", height);
  const image = new Image();
  // The style goes in as text: as an element of this page it would be an inline style, which the policy forbids.
  const text = new XMLSerializer().serializeToString(copy).replace("<defs", `${style}<defs`);
  image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = make("canvas", { width: width * 2, height: height * 2 });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff"; pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  canvas.toBlob((blob) => save("vpg.png", blob), "image/png");
}

addEventListener("popstate", () => location.reload());
start();
