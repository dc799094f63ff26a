// Completion, hover and lint of the editor: from the ontology, its use in the data, and the names in the graph.
import { hoverTooltip } from "@codemirror/view";
import { fetchJson, fold, make, postJson } from "../common.js";
import { classesOf, missingPrefix, placeAt } from "./context.js";

const KEYWORDS = "SELECT DISTINCT WHERE FILTER OPTIONAL UNION MINUS GRAPH BIND VALUES GROUP BY HAVING ORDER BY DESC ASC LIMIT OFFSET CONSTRUCT ASK DESCRIBE COUNT SUM AVG MIN MAX SAMPLE GROUP_CONCAT BOUND EXISTS NOT EXISTS STR LANG LANGMATCHES DATATYPE CONTAINS STRSTARTS LCASE REGEX YEAR MONTH IF COALESCE IN AS".split(" ");

let schema;
export const loadSchema = () => (schema ??= fetchJson("/api/schema").catch(() => ({ prefixes: {}, classes: [], properties: [] })));

const insert = (view, completion, from, to, text, known) => {
  const line = missingPrefix(view.state.doc.toString(), text, known);
  const changes = [{ from, to, insert: text }];
  if (line) changes.unshift({ from: 0, insert: line });
  view.dispatch({ changes, selection: { anchor: from + text.length + line.length }, userEvent: "input.complete" });
};

const option = (term, said, boost, known, type) => ({
  label: term.name, displayLabel: term.name, detail: [term.label, term.count ? `${term.count} ${said.uses}` : ""].filter(Boolean).join(" · "),
  info: term.comment || undefined, type, boost,
  apply: (view, completion, from, to) => insert(view, completion, from, to, term.name, known),
});

export const completionSource = (said) => async (context) => {
  const text = context.state.doc.toString();
  const { place, subject } = placeAt(text, context.pos);
  const word = context.matchBefore(/[\p{L}\p{N}_:-]+/u);
  const { prefixes, classes, properties } = await loadSchema();
  if (place === "prefix") {
    const typed = context.matchBefore(/[\w-]*/);
    return { from: typed?.from ?? context.pos, options: Object.entries(prefixes).map(([name, iri]) => ({ label: `${name}: <${iri}>`, type: "namespace" })) };
  }
  if (!word && !context.explicit) return null;
  const typed = word?.text ?? "";
  if (place === "none") return word ? { from: word.from, options: KEYWORDS.map((label) => ({ label, type: "keyword" })), validFor: /^\w*$/ } : null;
  const wanted = fold(typed);
  const fits = (term) => !wanted || term.name.toLowerCase().startsWith(typed.toLowerCase()) || (!typed.includes(":") && (fold(term.label).includes(wanted) || fold(term.name.split(":").at(-1)).includes(wanted)));
  const from = word?.from ?? context.pos;
  if (place === "type") {
    const found = classes.filter(fits).sort((a, b) => b.count - a.count);
    return { from, filter: false, options: found.slice(0, 60).map((term) => option(term, said, 0, prefixes, "class")) };
  }
  if (place === "predicate") {
    const used = new Set(classes.filter((c) => classesOf(text, subject).includes(c.name)).flatMap((c) => c.uses));
    const found = properties.filter(fits).sort((a, b) => Number(used.has(b.iri)) - Number(used.has(a.iri)) || b.count - a.count);
    const options = found.slice(0, 80).map((term) => option(term, said, used.has(term.iri) ? 50 : 0, prefixes, "property"));
    if ("a".startsWith(typed)) options.unshift({ label: "a", detail: "rdf:type", type: "keyword" });
    return { from, filter: false, options };
  }
  // A name typed in words: "to lam", with blanks, up to five words back on this line.
  const line = context.state.doc.lineAt(context.pos);
  const back = /(?:^|[\s{(,;.])((?:[\p{L}][\p{L}\p{N}]*[ ]){0,4}[\p{L}][\p{L}\p{N}]*)$/u.exec(line.text.slice(0, context.pos - line.from));
  if (!back || back[1].length < 2 || typed.includes(":")) return null;
  let name = back[1].replace(/^(?:.*\b)?(?:FILTER|OPTIONAL|a)\s+/, "");
  const { entities } = await fetchJson(`/api/entities?limit=12&q=${encodeURIComponent(name.normalize("NFC"))}`);
  if (context.aborted || !entities.length) return null;
  return { from: context.pos - name.length, filter: false, options: entities.map((hit) => ({ label: hit.label, detail: hit.class, type: "constant", apply: `<${hit.iri}>` })) };
};

export const hover = (said) => hoverTooltip(async (view, pos, side) => {
  const line = view.state.doc.lineAt(pos);
  for (const match of line.text.matchAll(/<[^<>\s]+>|[\w-]+:[\w-]+/g)) {
    const from = line.from + match.index, to = from + match[0].length;
    if (pos < from || pos > to) continue;
    const { classes, properties } = await loadSchema();
    let term = [...classes, ...properties].find((one) => one.name === match[0] || `<${one.iri}>` === match[0]);
    if (!term && match[0].startsWith("<")) {
      const iri = match[0].slice(1, -1);
      const found = (await postJson("/api/labels", [iri]))[iri];
      term = found && { label: found.label, comment: found.class, count: 0 };
    }
    if (!term) return null;
    return { pos: from, end: to, above: true, create: () => ({ dom: make("div", { class: "hover" }, make("strong", {}, term.label || match[0]), term.comment ? make("p", {}, term.comment) : null, term.count ? make("p", { class: "quiet" }, `${term.count} ${said.uses}`) : null) }) };
  }
  return null;
});

export async function diagnose(view) {
  const text = view.state.doc.toString();
  if (!text.trim()) return [];
  const answer = await (await fetch("/api/check", { method: "POST", body: text, headers: { "Content-Type": "application/sparql-query" } })).json();
  if (answer.ok) return [];
  const line = view.state.doc.line(Math.min(Math.max(1, answer.line ?? 1), view.state.doc.lines));
  const from = Math.min(line.from + Math.max(0, (answer.column ?? 1) - 1), line.to);
  const rest = /^\S+/.exec(view.state.doc.sliceString(from, line.to));
  return [{ from: rest ? from : Math.max(line.from, from - 1), to: from + (rest?.[0].length ?? 0), severity: "error", message: answer.message }];
}
