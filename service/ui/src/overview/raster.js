// The whole graph as pixels, without a graphics card: lines as density, nodes as discs, into one bitmap.
//
// Pure functions over typed arrays, so that they run in a worker and under `node --test`. Lines are drawn by
// Wu's algorithm into a field of densities: where many lie on each other the picture gets darker, not flat.

/** Pixels of lines drawn at most for one bitmap; the lines between the best connected nodes come first. */
export const STEPS = 40_000_000;

/** Radius of a node in pixels at `scale` pixels per unit: hubs are larger, nothing vanishes. */
export const radiusOf = (degree, scale) => Math.max(0.7, Math.min(16, (0.45 + 0.3 * Math.sqrt(degree)) * Math.pow(scale, 0.7)));

/** Cut the segment (x1, y1)-(x2, y2) to [0, w) x [0, h) (Liang and Barsky); false where nothing is left. */
export function clip(line, w, h) {
  let [x1, y1, x2, y2] = line, t0 = 0, t1 = 1;
  const dx = x2 - x1, dy = y2 - y1;
  for (const [p, q] of [[-dx, x1], [dx, w - 1.001 - x1], [-dy, y1], [dy, h - 1.001 - y1]]) {
    if (p === 0) { if (q < 0) return false; continue; }
    const t = q / p;
    if (p < 0) { if (t > t1) return false; if (t > t0) t0 = t; } else { if (t < t0) return false; if (t < t1) t1 = t; }
  }
  line[0] = x1 + t0 * dx; line[1] = y1 + t0 * dy; line[2] = x1 + t1 * dx; line[3] = y1 + t1 * dy;
  return true;
}

/** Add one line to the field of densities; returns the number of steps. The ends lie inside the field. */
export function trace(field, w, h, x1, y1, x2, y2) {
  const steep = Math.abs(y2 - y1) > Math.abs(x2 - x1);
  if (steep) [x1, y1, x2, y2] = [y1, x1, y2, x2];
  if (x1 > x2) [x1, x2, y1, y2] = [x2, x1, y2, y1];
  const slope = x2 - x1 < 1e-6 ? 0 : (y2 - y1) / (x2 - x1), first = Math.round(x1), last = Math.round(x2);
  const along = steep ? w : 1, across = steep ? 1 : w, limit = (steep ? w : h) - 1;
  let y = y1 + slope * (first - x1);
  for (let x = first; x <= last; x++, y += slope) {
    const row = y < 0 ? 0 : y >= limit ? limit - 1 : y | 0, part = y - row, at = x * along + row * across;
    field[at] += 1 - part;
    field[at + across] += part;
  }
  return last - first + 1;
}

/** Make densities of all lines that touch the picture, best connected first, within the budget of steps. */
export function density(field, graph, view, w, h) {
  const { x, y, from, to } = graph, line = [0, 0, 0, 0], { left, top, scale } = view;
  let left_over = STEPS, drawn = 0;
  for (let i = 0; i < from.length && left_over > 0; i++) {
    const a = from[i], b = to[i];
    line[0] = (x[a] - left) * scale; line[1] = (y[a] - top) * scale; line[2] = (x[b] - left) * scale; line[3] = (y[b] - top) * scale;
    if ((line[0] < 0 && line[2] < 0) || (line[1] < 0 && line[3] < 0) || (line[0] >= w && line[2] >= w) || (line[1] >= h && line[3] >= h)) continue;
    if (!clip(line, w, h)) continue;
    left_over -= trace(field, w, h, line[0], line[1], line[2], line[3]);
    drawn += 1;
  }
  return drawn;
}

/** Blend a disc with a soft edge over the pixels. */
export function disc(pixels, w, h, cx, cy, r, colour) {
  const x0 = Math.max(0, Math.floor(cx - r - 1)), x1 = Math.min(w - 1, Math.ceil(cx + r + 1));
  const y0 = Math.max(0, Math.floor(cy - r - 1)), y1 = Math.min(h - 1, Math.ceil(cy + r + 1));
  for (let py = y0; py <= y1; py++) {
    for (let px = x0; px <= x1; px++) {
      const cover = r + 0.5 - Math.hypot(px - cx, py - cy);
      if (cover <= 0) continue;
      const share = cover >= 1 ? 1 : cover, at = (py * w + px) * 4, rest = (pixels[at + 3] / 255) * (1 - share), alpha = share + rest;
      for (let c = 0; c < 3; c++) pixels[at + c] = (colour[c] * share + pixels[at + c] * rest) / alpha;
      pixels[at + 3] = alpha * 255;
    }
  }
}

/**
 * Draw the part of the graph that a view shows. `view`: left, top (units of the graph), scale (pixels per unit).
 * `graph.order` lists the nodes, the least connected first, so that hubs lie on top. Returns RGBA pixels, not
 * premultiplied, and how many nodes and lines are in them.
 */
export function raster(graph, view, w, h, colours, ink) {
  const pixels = new Uint8ClampedArray(w * h * 4), field = new Float32Array(w * h + w + 1);
  const lines = density(field, graph, view, w, h);
  // What is usual here is drawn faintly, what is more than usual darker: no amount of lines makes it one grey.
  let sum = 0, touched = 0;
  for (let i = 0; i < w * h; i++) if (field[i]) { sum += field[i]; touched += 1; }
  const usual = Math.max(0.6, sum / (touched || 1));
  for (let i = 0; i < w * h; i++) {
    if (!field[i]) continue;
    const at = i * 4;
    pixels[at] = ink[0]; pixels[at + 1] = ink[1]; pixels[at + 2] = ink[2];
    pixels[at + 3] = Math.min(130, 36 * Math.pow(field[i] / usual, 0.8));
  }
  let nodes = 0;
  for (const i of graph.order) {
    const cx = (graph.x[i] - view.left) * view.scale, cy = (graph.y[i] - view.top) * view.scale, r = radiusOf(graph.degrees[i], view.scale);
    if (cx < -r || cy < -r || cx > w + r || cy > h + r) continue;
    disc(pixels, w, h, cx, cy, r, colours[graph.kinds[i]] ?? colours[colours.length - 1]);
    nodes += 1;
  }
  return { pixels, nodes, lines };
}

/** Typed columns from the answer of /api/overview, y downwards, lines between the best connected nodes first. */
export function columns(data) {
  const degrees = Uint32Array.from(data.degrees), rank = (i) => degrees[data.from[i]] + degrees[data.to[i]];
  const lines = data.from.map((_, i) => i).filter((i) => data.from[i] !== data.to[i]).sort((a, b) => rank(b) - rank(a));
  return {
    x: Float32Array.from(data.x), y: Float32Array.from(data.y), degrees, kinds: Uint8Array.from(data.kinds),
    from: Uint32Array.from(lines, (i) => data.from[i]), to: Uint32Array.from(lines, (i) => data.to[i]),
    order: Uint32Array.from(data.degrees.map((_, i) => i).sort((a, b) => degrees[a] - degrees[b])),
  };
}
