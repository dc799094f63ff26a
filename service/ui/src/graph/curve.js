// The bent line between two nodes; the same rule as in views/network.py.
export function curve(source, target, bend) {
  const dx = target.x - source.x, dy = target.y - source.y, length = Math.hypot(dx, dy) || 1;
  const ux = dx / length, uy = dy / length;
  const cx = (source.x + target.x) / 2 - uy * bend * 2, cy = (source.y + target.y) / 2 + ux * bend * 2;
  const x1 = source.x + ux * 17, y1 = source.y + uy * 17, x2 = target.x - ux * 20, y2 = target.y - uy * 20;
  const t = bend < 0 ? 0.5 : 0.64, at = (a, c, b) => ((1 - t) ** 2 * a + 2 * t * (1 - t) * c + t * t * b).toFixed(0);
  return {
    d: `M${x1.toFixed(1)} ${y1.toFixed(1)}Q${cx.toFixed(1)} ${cy.toFixed(1)} ${x2.toFixed(1)} ${y2.toFixed(1)}`,
    middle: [at(x1, cx, x2), at(y1, cy, y2)],
  };
}
