// Where in a query the cursor is: pure functions over text, tested with `node --test`.

/** Replace strings and comments by blanks of the same length, so that brackets in them do not count. */
export function blanked(text) {
  return text.replace(/"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|#[^\n]*/g, (found) =>
    found.startsWith("<") ? found.replace(/[#.;,{}]/g, "_") : found.replace(/[^\n]/g, found.startsWith("#") ? " " : "_"));
}

export function prefixes(text) {
  const found = {};
  for (const [, name, iri] of text.matchAll(/\bPREFIX\s+([\w-]*):\s*<([^>]*)>/gi)) found[name] = iri;
  return found;
}

/** The kind of query, by its first keyword after the prologue: select, ask, construct, describe, or "". */
export function form(text) {
  const found = /\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i.exec(blanked(text).replace(/\bPREFIX\s+[\w-]*:\s*\S+/gi, ""));
  return found ? found[1].toLowerCase() : "";
}

/**
 * What may stand at `at`: {place: "prefix" | "subject" | "predicate" | "object" | "type" | "none", subject, predicate}.
 * "type" is the object of `a` or rdf:type. `before` is the text typed so far of the word, `from` where it starts.
 */
export function placeAt(text, at) {
  const clean = blanked(text.slice(0, at));
  if (/\bPREFIX\s+[\w-]*$/i.test(clean)) return { place: "prefix", subject: "", predicate: "" };
  let depth = 0;
  for (const c of clean) depth += c === "{" ? 1 : c === "}" ? -1 : 0;
  if (depth <= 0) return { place: "none", subject: "", predicate: "" };
  const start = clean.lastIndexOf("{") + 1;
  // The statement that the cursor is in: from the last brace, full stop or end of an inner group.
  const body = clean.slice(Math.max(start, clean.lastIndexOf("}") + 1)).replace(/\b(FILTER|BIND)\s*\([^()]*(?:\([^()]*\)[^()]*)*\)/gi, " ");
  const statements = body.split(/\.(?=\s|$)/);
  const statement = statements.at(-1).replace(/\b(OPTIONAL|GRAPH|WHERE|UNION|MINUS)\b/gi, " ");
  const parts = statement.split(";");
  const first = parts[0].trim().split(/\s+/).filter(Boolean);
  const subject = first[0] ?? "";
  const last = parts.at(-1);
  const tokens = last.trim().split(/[\s,]+/).filter(Boolean);
  const ended = /[\s,]$/.test(last) || last === "";
  let index = tokens.length + (ended ? 0 : -1);
  if (parts.length > 1) index += 1;
  if (index <= 0) return { place: "subject", subject: "", predicate: "" };
  if (index === 1) return { place: "predicate", subject, predicate: "" };
  const predicate = tokens[parts.length > 1 ? 0 : 1] ?? "";
  return { place: /^(a|rdf:type)$/.test(predicate) ? "type" : "object", subject, predicate };
}

/** Classes that the query states of a subject: `?x a vpg:Person` gives ["vpg:Person"]. */
export function classesOf(text, subject) {
  if (!subject) return [];
  const name = subject.replace(/[$?.*+^()|[\]{}\\/]/g, "\\$&");
  const found = new RegExp(`${name}\\s+(?:a|rdf:type)\\s+([\\w-]+:[\\w-]+(?:\\s*,\\s*[\\w-]+:[\\w-]+)*)`, "g");
  return [...blanked(text).matchAll(found)].flatMap((match) => match[1].split(/\s*,\s*/));
}

/** The PREFIX line that `name` ("skos:prefLabel") needs and `text` lacks, or "". */
export function missingPrefix(text, name, known) {
  const prefix = name.split(":")[0];
  return name.includes(":") && !name.startsWith("<") && known[prefix] && !(prefix in prefixes(text)) ? `PREFIX ${prefix}: <${known[prefix]}>\n` : "";
}

/** Line up a query by its braces: two blanks a level, one clause a line as written. */
export function tidy(text) {
  let depth = 0;
  return text.split("\n").map((line) => {
    const bare = line.trim();
    const clean = blanked(bare);
    const closing = /^[})]+/.exec(clean)?.[0].length ?? 0;
    const indent = Math.max(0, depth - closing);
    for (const c of clean) depth += "{(".includes(c) ? 1 : "})".includes(c) ? -1 : 0;
    depth = Math.max(0, depth);
    const after = /;\s*$/.test(clean);
    const result = bare ? "  ".repeat(indent) + bare : "";
    return { result, after };
  }).map(({ result }, i, all) => (i && all[i - 1].after && result && !/^[\s]*[})]/.test(result) ? "  " + result : result)).join("\n").replace(/\n{3,}/g, "\n\n");
}
