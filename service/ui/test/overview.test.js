import assert from "node:assert/strict";
import test from "node:test";
import { finder, fit, panned, zoomed } from "../src/overview/camera.js";
import { clip, columns, radiusOf, raster, trace } from "../src/overview/raster.js";

const data = { x: [0, 10, 10, 200], y: [0, 0, 10, 200], degrees: [1, 2, 2, 1], kinds: [0, 1, 1, 0], from: [0, 1, 2, 2], to: [1, 2, 3, 2] };
const view = { left: -5, top: -5, scale: 2 };
const pixel = ({ pixels }, w, x, y) => [...pixels.slice((y * w + x) * 4, (y * w + x) * 4 + 4)];

test("nodes and lines are drawn where they lie", () => {
  const drawn = raster(columns(data), view, 60, 60, [[200, 0, 0], [0, 0, 200]], [9, 9, 9]);
  assert.equal(drawn.nodes, 3, "the far node is outside");
  assert.equal(drawn.lines, 3, "a line to it is drawn up to the edge; a node has none to itself");
  assert.deepEqual(pixel(drawn, 60, 10, 10), [200, 0, 0, 255]);
  assert.deepEqual(pixel(drawn, 60, 30, 10), [0, 0, 200, 255]);
  const between = pixel(drawn, 60, 20, 10);
  assert.ok(between[3] > 20 && between[0] === 9, "a line joins them");
  assert.deepEqual(pixel(drawn, 60, 5, 50), [0, 0, 0, 0], "nothing elsewhere");
});

test("hubs lie on top and are larger", () => {
  const graph = columns({ ...data, degrees: [1, 9, 2, 1] });
  assert.equal(graph.order.at(-1), 1);
  assert.equal(graph.from[0] === 1 || graph.to[0] === 1, true, "their lines come first");
  assert.ok(radiusOf(9, 2) > radiusOf(1, 2));
  assert.equal(radiusOf(1, 1e-6), 0.7);
});

test("lines are cut to the picture", () => {
  const line = [-10, 5, 30, 5];
  assert.equal(clip(line, 20, 10), true);
  assert.ok(line[0] === 0 && line[2] < 20 && line[1] === 5);
  assert.equal(clip([-5, -5, -1, 20], 20, 10), false);
  assert.equal(clip([3, 3, 3, 3], 20, 10), true);
});

test("any line inside stays inside the field", () => {
  const w = 17, h = 11, field = new Float32Array(w * h + w + 1);
  for (let i = 0; i < 4000; i++) {
    const line = Array.from({ length: 4 }, (_, k) => ((i * 7919 + k * 104729) % 997) / 997 * (k % 2 ? 40 : 60) - 15);
    if (clip(line, w, h)) trace(field, w, h, ...line);
  }
  assert.ok(field.every((v) => Number.isFinite(v) && v >= 0));
});

test("what lies under the pointer stays there while one zooms", () => {
  const camera = fit([0, 100], [0, 50], 800, 600), px = 120, py = -80;
  const there = [camera.x + px / camera.scale, camera.y + py / camera.scale];
  const near = zoomed(camera, 1.7, px, py);
  assert.ok(Math.abs(near.x + px / near.scale - there[0]) < 1e-9 && Math.abs(near.y + py / near.scale - there[1]) < 1e-9);
  assert.equal(zoomed(camera, 1e-9).scale, camera.least);
  assert.equal(panned(camera, camera.scale, 0).x, camera.x - 1);
});

test("the nearest node is found", () => {
  const find = finder(Float32Array.from(data.x), Float32Array.from(data.y));
  assert.equal(find(9, 1, 3), 1);
  assert.equal(find(100, 100, 3), -1);
  assert.equal(find(-0.5, -0.5, 2), 0);
});
