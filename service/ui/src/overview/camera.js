// Where one looks: the middle of the picture in units of the graph and pixels per unit. Pure.

/** The camera that shows everything, with a margin. */
export function fit(x, y, width, height) {
  let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
  for (let i = 0; i < x.length; i++) {
    if (x[i] < left) left = x[i];
    if (x[i] > right) right = x[i];
    if (y[i] < top) top = y[i];
    if (y[i] > bottom) bottom = y[i];
  }
  const scale = Math.min(width / (right - left + 4), height / (bottom - top + 4), 40);
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale, least: scale / 2, most: Math.max(scale * 4, 60) };
}

export const panned = (camera, dx, dy) => ({ ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale });

/** Zoom by `factor` so that the point (px, py) from the middle, in pixels, stays where it is. */
export function zoomed(camera, factor, px = 0, py = 0) {
  const scale = Math.max(camera.least, Math.min(camera.most, camera.scale * factor));
  return { ...camera, scale, x: camera.x + px / camera.scale - px / scale, y: camera.y + py / camera.scale - py / scale };
}

/** A grid of cells over the nodes, for what lies under the pointer. */
export function finder(x, y) {
  const cells = new Map(), size = 8, key = (cx, cy) => cx * 65_536 + cy;
  for (let i = 0; i < x.length; i++) {
    const k = key(Math.floor(x[i] / size) + 32_768, Math.floor(y[i] / size) + 32_768);
    if (cells.has(k)) cells.get(k).push(i); else cells.set(k, [i]);
  }
  /** The node nearest to a point within `reach` units, or -1. */
  return (px, py, reach) => {
    let best = -1, least = reach;
    const low = (v) => Math.floor((v - reach) / size) + 32_768, high = (v) => Math.floor((v + reach) / size) + 32_768;
    for (let cx = low(px); cx <= high(px); cx++) for (let cy = low(py); cy <= high(py); cy++) for (const i of cells.get(key(cx, cy)) ?? []) {
      const away = Math.hypot(x[i] - px, y[i] - py);
      if (away < least) { least = away; best = i; }
    }
    return best;
  };
}
