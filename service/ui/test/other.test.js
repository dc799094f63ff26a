import assert from "node:assert/strict";
import test from "node:test";
import { latex, snippets } from "../src/editor/snippets.js";
import { arrange, left } from "../src/editor/arrange.js";
import { allowed, columnKinds, writtenDate } from "../src/editor/views.js";
import { readPosition, stateWith } from "../src/graph/state.js";
import { body, curve } from "../src/graph/curve.js";

const XSD = "http://www.w3.org/2001/XMLSchema#";
const number = (value) => ({ type: "literal", value, datatype: `${XSD}integer` });
const iri = (value) => ({ type: "uri", value });

test("views follow the columns", () => {
  const rows = [{ n: number("3"), p: iri("https://w3id.org/vpg/id/place/x"), q: iri("https://y"), d: { type: "literal", value: "2022-01-02", datatype: `${XSD}date` } }];
  assert.deepEqual(allowed(["n", "p", "q", "d"], rows), ["table", "chart", "timeline", "map", "graph"]);
  assert.deepEqual(allowed(["n"], rows), ["table"]);
  assert.deepEqual(allowed(["x"], [{}]), ["table"]);
  assert.equal(columnKinds(["p"], rows).p, "place");
});

test("names stand with their things, words and report below the row", () => {
  const columns = ["chair", "chairLabel", "count", "wordsLabel", "words", "source", "sourceLabel"];
  const rows = [{ chair: iri("https://x"), chairLabel: { type: "literal", value: "X" }, count: number("3"), words: { type: "literal", value: "w" }, source: iri("https://s") }];
  const { main, names, below } = arrange(columns, rows);
  assert.deepEqual(main, ["chair", "count", "wordsLabel"]);
  assert.deepEqual([names.get("chair"), below], ["chairLabel", ["words", "source"]]);
  assert.deepEqual(arrange(["x", "xLabel"], [{ x: { type: "literal", value: "a" } }]).main, ["x", "xLabel"], "a text keeps its own column");
  assert.deepEqual(arrange(["words"], rows).main, ["words"], "words without a report are a column");
  assert.deepEqual(left(["a", "b"], new Set(["a"])), ["b"]);
  assert.deepEqual(left(["a", "b"], new Set(["a", "b"])), ["a"], "one column always stays");
});

test("a query in quotes stays one argument of the shell", () => {
  const text = snippets.curl("http://h/sparql", "SELECT 'a' \"b\" $x `c`");
  assert.ok(text.includes(`'SELECT '\\''a'\\'' "b" $x \`c\`'`));
});

test("Python and R hold any query", () => {
  const odd = 'SELECT """x""" "\\n" ]-"';
  assert.ok(snippets.Python("http://h/sparql", odd).includes(JSON.stringify(odd)));
  assert.ok(snippets.R("http://h/sparql", 'a ]-" b').includes('r"--['));
});

test("LaTeX is escaped", () => {
  assert.ok(latex(["a_b"], [{ a_b: { value: "50% & {x}" } }], (c) => c.value).includes("50\\% \\& \\{x\\} \\\\"));
});

test("the state of the picture is its address", () => {
  const base = "http://h/graph?centre=a&open=x&hide=y&path=p";
  const next = new URL(stateWith(base, { hide: "x" })).searchParams;
  assert.deepEqual(next.getAll("hide"), ["y", "x"]);
  assert.deepEqual(next.getAll("open"), [], "what is hidden is not open");
  const clear = new URL(stateWith(base, { centre: "b", clear: true })).searchParams;
  assert.equal(clear.toString(), "centre=b");
  assert.equal(new URL(stateWith(base, { open: "x" })).searchParams.getAll("open").length, 1);
});

test("what is pinned is in the address, once, and leaves it with its node", () => {
  const node = "https://w3id.org/vpg/id/person/x", base = "http://h/graph?centre=a&pin=id:person/y@1,2";
  const pins = (href) => new URL(href).searchParams.getAll("pin");
  const once = stateWith(base, { pin: [node, 10.4, -3.6] });
  assert.deepEqual(pins(once), ["id:person/y@1,2", "id:person/x@10,-4"]);
  assert.deepEqual(pins(stateWith(once, { pin: [node, 5, 6] })), ["id:person/y@1,2", "id:person/x@5,6"]);
  assert.deepEqual(pins(stateWith(once, { pin: [node] })), ["id:person/y@1,2"]);
  assert.deepEqual(pins(stateWith(once, { hide: node })), ["id:person/y@1,2"]);
  assert.deepEqual(pins(stateWith(once, { centre: "b", clear: true })), []);
});

test("positions and curves", () => {
  assert.deepEqual(readPosition("translate(-12.5 7)"), [-12.5, 7]);
  assert.deepEqual(readPosition(null), [0, 0]);
  assert.match(curve({ x: 0, y: 0 }, { x: 100, y: 0 }, 0).d, /^M17\.2 0\.0Q50\.0 0\.0 82\.8 0\.0$/);
  assert.ok(!curve({ x: 1, y: 1 }, { x: 1, y: 1 }, 3).d.includes("NaN"));
  const above = { x: 0, y: 0, body: body(["Một nhãn", "hai dòng"]) };
  assert.ok(Number(/^M0\.0 ([\d.]+)Q/.exec(curve(above, { x: 0, y: 170 }, 0).d)[1]) > 52, "a line begins below the label");
});

test("days are written as on the server's pages", () => {
  assert.equal(writtenDate("2022-11-03", "vi"), "03/11/2022");
  assert.equal(writtenDate("2022-11-03", "en"), "3 Nov 2022");
});
