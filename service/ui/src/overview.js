// The whole graph with WebGL: positions come from the server, so that 50,000 nodes are there at once.
import Graph from "graphology";
import Sigma from "sigma";
import { fetchJson, make, postJson, words } from "./common.js";

const place = document.querySelector("[data-overview]");
const said = words(place);
const spoken = document.querySelector("[data-overview-said]");

function colourOf(kind) {
  const probe = make("span", { class: `chip k-${kind}` });
  place.append(probe);
  const colour = getComputedStyle(probe).backgroundColor;
  probe.remove();
  // light-dark() may come back as color(srgb …); sigma reads rgb and hex only.
  const numbers = colour.match(/[\d.]+/g).map(Number);
  return colour.startsWith("color") ? `rgb(${numbers.slice(0, 3).map((n) => Math.round(n * 255)).join(",")})` : `rgb(${numbers.slice(0, 3).join(",")})`;
}

async function draw() {
  place.replaceChildren(make("p", { class: "quiet" }, said.loading));
  const data = await fetchJson("/api/overview");
  const colours = data.kind_names.map(colourOf);
  const graph = new Graph({ type: "undirected", multi: false });
  // Many nodes are drawn small, and tens of thousands of lines not at all: they would be one grey disc.
  const scale = Math.max(0.3, Math.min(1, Math.sqrt(2500 / data.iris.length)));
  const withEdges = data.from.length <= 20_000;
  data.iris.forEach((iri, i) => graph.addNode(iri, { x: data.x[i], y: -data.y[i], size: scale * Math.min(14, 1.4 + Math.sqrt(data.degrees[i])), color: colours[data.kinds[i]] ?? colours.at(-1), label: data.labels[iri] ?? "" }));
  const faint = getComputedStyle(document.body).color.replace(/rgba?\(([^)]+)\)/, (_, c) => `rgba(${c.split(",").slice(0, 3).join(",")},0.28)`);
  if (withEdges) data.from.forEach((from, i) => { const a = data.iris[from], b = data.iris[data.to[i]]; if (a !== b && !graph.hasEdge(a, b)) graph.addEdge(a, b, { color: faint, size: 0.6 }); });
  place.replaceChildren();
  if (!withEdges) spoken.textContent = said.no_edges;
  const style = getComputedStyle(document.documentElement);
  const ink = getComputedStyle(place).color;
  const sigma = new Sigma(graph, place, {
    hideEdgesOnMove: graph.size > 3000, labelRenderedSizeThreshold: 7 * scale, labelDensity: 0.6, labelColor: { color: ink }, labelFont: style.fontFamily || "sans-serif", labelSize: 13,
    defaultDrawNodeHover: (context, node, settings) => { context.font = `600 ${settings.labelSize}px ${settings.labelFont}`; context.fillStyle = ink; if (node.label) context.fillText(node.label, node.x + node.size + 3, node.y + settings.labelSize / 3); },
  });
  sigma.on("enterNode", async ({ node }) => {
    place.style.cursor = "pointer";
    if (!graph.getNodeAttribute(node, "label")) {
      const iri = data.base + node;
      const found = await postJson("/api/labels", [iri]).catch(() => ({}));
      if (found[iri]) graph.setNodeAttribute(node, "label", found[iri].label);
    }
    spoken.textContent = graph.getNodeAttribute(node, "label");
  });
  sigma.on("leaveNode", () => { place.style.cursor = ""; });
  sigma.on("clickNode", ({ node }) => location.assign(`/graph?centre=${encodeURIComponent(data.base + node)}`));
  const camera = sigma.getCamera();
  place.addEventListener("keydown", (event) => {
    const { x, y, ratio } = camera.getState(), step = 0.1 * ratio;
    const to = { ArrowLeft: { x: x - step }, ArrowRight: { x: x + step }, ArrowUp: { y: y + step }, ArrowDown: { y: y - step }, "+": { ratio: ratio / 1.4 }, "-": { ratio: ratio * 1.4 } }[event.key];
    if (to) { event.preventDefault(); camera.animate(to, { duration: 120 }); }
  });
  document.documentElement.dataset.overviewReady = String(graph.order);
}

draw().catch((error) => place.replaceChildren(make("p", { class: "warn", role: "alert" }, `${said.failed} ${error.message}`)));
