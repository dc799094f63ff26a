// The graph page's whole state is its URL. Pure functions, tested with `node --test`.

export function readPosition(transform) {
  const found = /translate\(\s*([-\d.e]+)[ ,]+([-\d.e]+)\s*\)/.exec(transform ?? "");
  return found ? [Number(found[1]), Number(found[2])] : [0, 0];
}

/**
 * The URL of the state after a change: `centre` and `path` replace, `open`, `hide` and `rel` add.
 * `clear` forgets what belonged to the former centre. Expanding by a relation keeps the relations shown so far.
 */
export function stateWith(href, { centre, path, open, hide, rel, clear }) {
  const url = new URL(href);
  const query = url.searchParams;
  if (clear) for (const name of ["open", "hide", "rel", "path"]) query.delete(name);
  if (centre) query.set("centre", centre);
  if (path) query.set("path", path);
  for (const [name, value] of [["open", open], ["hide", hide]]) if (value && !query.getAll(name).includes(value)) query.append(name, value);
  if (rel && query.getAll("rel").length && !query.getAll("rel").includes(rel)) query.append("rel", rel);
  if (hide) {
    const left = query.getAll("open").filter((one) => one !== hide);
    query.delete("open");
    for (const one of left) query.append("open", one);
  }
  return url.href;
}
