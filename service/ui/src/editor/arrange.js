// How the columns of an answer stand in its table. Pure functions, tested with `node --test`.
const NAME = "Label", WORDS = "words", SOURCE = "source";

/**
 * A column of names ("chairLabel") stands in the column of its things ("chair"); the words and the report they
 * are from stand below each row. `main`: columns from left to right; `names`: thing -> its names; `below`.
 */
export function arrange(columns, rows) {
  const literal = new Set(columns.filter((column) => rows.some((row) => row[column] && row[column].type !== "uri")));
  const names = new Map(columns.filter((column) => !literal.has(column) && columns.includes(column + NAME)).map((column) => [column, column + NAME]));
  const named = new Set(names.values());
  const below = columns.includes(WORDS) && columns.includes(SOURCE) ? [WORDS, SOURCE] : [];
  return { main: columns.filter((column) => !named.has(column) && !below.includes(column)), names, below };
}

/** The columns left when some are hidden: never none. */
export function left(columns, hidden) {
  const shown = columns.filter((column) => !hidden.has(column));
  return shown.length ? shown : columns.slice(0, 1);
}
