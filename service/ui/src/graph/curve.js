// The bent line between two nodes; the same rule as in views/network.py.
export function curve(source, target, bend) {
  const dx = target.x - source.x, dy = target.y - source.y, length = Math.hypot(dx, dy) || 1;
  const ux = dx / length, uy = dy / length;
  const cx = (source.x + target.x) / 2 - uy * bend * 2, cy = (source.y + target.y) / 2 + ux * bend * 2;
  const x1 = source.x + ux * 17, y1 = source.y + uy * 17, x2 = target.x - ux * 20, y2 = target.y - uy * 20;
  return {
    d: `M${x1.toFixed(1)} ${y1.toFixed(1)}Q${cx.toFixed(1)} ${cy.toFixed(1)} ${x2.toFixed(1)} ${y2.toFixed(1)}`,
    middle: [(0.13 * x1 + 0.46 * cx + 0.41 * x2).toFixed(0), (0.13 * y1 + 0.46 * cy + 0.41 * y2).toFixed(0)],
  };
}
