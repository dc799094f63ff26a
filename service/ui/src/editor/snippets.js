// The query as a program: curl, Python, R, a LaTeX table. Pure functions.
const shell = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
// A raw string of three quotes cannot hold three quotes, nor end in one.
const python = (text) => (text.includes('"""') ? JSON.stringify(text) : `"""\n${text.replaceAll("\\", "\\\\").trimEnd()}\n"""`);
const r = (text) => { let dashes = "-"; while (text.includes(`]${dashes}"`)) dashes += "-"; return `r"${dashes}[\n${text.trimEnd()}\n]${dashes}"`; };

export const snippets = {
  curl: (endpoint, query) => `curl ${shell(endpoint)} -H 'Accept: text/csv' --data-urlencode query=${shell(query)}\n`,
  Python: (endpoint, query) => `# pip install SPARQLWrapper pandas
from SPARQLWrapper import JSON, SPARQLWrapper
import pandas as pd

endpoint = SPARQLWrapper(${JSON.stringify(endpoint)})
endpoint.setReturnFormat(JSON)
endpoint.setQuery(${python(query)})
rows = endpoint.queryAndConvert()["results"]["bindings"]
table = pd.DataFrame([{name: cell["value"] for name, cell in row.items()} for row in rows])
print(table)
`,
  R: (endpoint, query) => `# install.packages(c("httr2", "readr"))
library(httr2)
query <- ${r(query)}
table <- request(${JSON.stringify(endpoint)}) |>
  req_headers(Accept = "text/csv") |>
  req_body_form(query = query) |>
  req_perform() |>
  resp_body_string() |>
  readr::read_csv(show_col_types = FALSE)
print(table)
`,
};

const latexEscape = (text) => text.replace(/[\\&%$#_{}~^]/g, (c) => ({ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" })[c] ?? `\\${c}`);

export function latex(columns, rows, show) {
  const line = (cells) => cells.map(latexEscape).join(" & ") + " \\\\";
  return ["\\begin{tabular}{" + "l".repeat(columns.length) + "}", "\\hline", line(columns), "\\hline",
    ...rows.map((row) => line(columns.map((column) => (row[column] ? show(row[column]) : "")))), "\\hline", "\\end{tabular}", ""].join("\n");
}
