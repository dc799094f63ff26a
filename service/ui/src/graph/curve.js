// The bent line between two nodes, cut where it would enter a shape or a label; the same rule as in views/lines.py.
const ROOM = 17, STEPS = 64;

/** What a node takes around its middle: boxes of left, top, right, bottom. `rows` are the lines of its label. */
export function body(rows) {
  const half = Math.max(0, ...rows.map((row) => [...row].length)) * 3.5 + 4, shape = [-ROOM, -ROOM, ROOM, ROOM];
  return rows.length ? [shape, [-half, ROOM, half, 36 + 16.9 * (rows.length - 1)]] : [shape];
}

const inside = ([x, y], node) => (node.body ?? body([])).some(([left, top, right, bottom]) => x - node.x >= left && x - node.x <= right && y - node.y >= top && y - node.y <= bottom);
const mixed = (a, c, b, [p, q, r]) => [a * p[0] + c * q[0] + b * r[0], a * p[1] + c * q[1] + b * r[1]];
const point = (line, t) => mixed((1 - t) ** 2, 2 * t * (1 - t), t * t, line);

export function curve(source, target, bend, place = 0.5) {
  const dx = target.x - source.x, dy = target.y - source.y, length = Math.hypot(dx, dy) || 1;
  const ux = dx / length, uy = dy / length;
  const whole = [[source.x, source.y], [(source.x + target.x) / 2 - uy * bend * 2, (source.y + target.y) / 2 + ux * bend * 2], [target.x, target.y]];
  const places = Array.from({ length: STEPS + 1 }, (_, n) => n / STEPS);
  let after = Math.max(0, ...places.filter((t) => inside(point(whole, t), source))) + 1 / STEPS;
  let before = Math.min(1, ...places.filter((t) => inside(point(whole, t), target))) - 1 / STEPS;
  if (before - after < 2 / STEPS) [after, before] = [0.4, 0.6];
  const line = [point(whole, after), mixed((1 - after) * (1 - before), after * (1 - before) + before * (1 - after), after * before, whole), point(whole, before)];
  const [[x1, y1], [cx, cy], [x2, y2]] = line.map((one) => one.map((value) => value.toFixed(1)));
  return { d: `M${x1} ${y1}Q${cx} ${cy} ${x2} ${y2}`, middle: point(line, place).map((value) => value.toFixed(0)) };
}
