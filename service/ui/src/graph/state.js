// The graph page's whole state is its URL. Pure functions, tested with `node --test`.

export function readPosition(transform) {
  const found = /translate\(\s*([-\d.e]+)[ ,]+([-\d.e]+)\s*\)/.exec(transform ?? "");
  return found ? [Number(found[1]), Number(found[2])] : [0, 0];
}

/**
 * The URL of the state after a change: `centre` and `path` replace, `open`, `hide` and `rel` add.
 * `clear` forgets what belonged to the former centre. Expanding by a relation keeps the relations shown so far.
 * `pin` is [node, x, y], or [node] to let it go.
 */
export function stateWith(href, { centre, path, open, hide, rel, clear, pin }) {
  const url = new URL(href);
  const query = url.searchParams;
  query.delete("page"); // of the table below
  if (clear) for (const name of ["open", "hide", "rel", "path", "pin"]) query.delete(name);
  if (centre) query.set("centre", centre);
  if (path) query.set("path", path);
  for (const [name, value] of [["open", open], ["hide", hide]]) if (value && !query.getAll(name).includes(value)) query.append(name, value);
  if (rel && query.getAll("rel").length && !query.getAll("rel").includes(rel)) query.append("rel", rel);
  if (hide) keep(query, "open", (one) => one !== hide);
  if (hide || pin) keep(query, "pin", (one) => !one.startsWith(`${shorter(hide ?? pin[0])}@`) && !one.startsWith(`${hide ?? pin[0]}@`));
  if (pin?.length === 3) query.append("pin", `${shorter(pin[0])}@${Math.round(pin[1])},${Math.round(pin[2])}`);
  return url.href;
}

function keep(query, name, wanted) {
  const left = query.getAll(name).filter(wanted);
  query.delete(name);
  for (const one of left) query.append(name, one);
}

const BASE = "https://w3id.org/vpg/id/";
const shorter = (iri) => (iri.startsWith(BASE) ? `id:${iri.slice(BASE.length)}` : iri);
