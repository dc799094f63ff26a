// Which views a result allows, and the small ones drawn here: bars and a timeline. Map and graph come from the server.
import { make } from "../common.js";

const NUMBER = /#(integer|decimal|double|float|int|long|short|byte)$/;
const DATE = /#(date|dateTime|gYear|gYearMonth)$/;
const SVG = "http://www.w3.org/2000/svg";

/** Kind of each column by its cells: "number", "date", "iri", "place" or "text". */
export function columnKinds(columns, rows) {
  const kinds = {};
  for (const column of columns) {
    const cells = rows.slice(0, 200).map((row) => row[column]).filter(Boolean);
    const all = (test) => cells.length > 0 && cells.every(test);
    kinds[column] = all((c) => NUMBER.test(c.datatype ?? "")) ? "number" : all((c) => DATE.test(c.datatype ?? "")) ? "date"
      : all((c) => c.type === "uri" && /\/id\/place\//.test(c.value)) ? "place" : all((c) => c.type === "uri") ? "iri" : "text";
  }
  return kinds;
}

/** The views that the columns allow; the table always. */
export function allowed(columns, rows) {
  const kinds = Object.values(columnKinds(columns, rows));
  const views = ["table"];
  if (kinds.includes("number") && kinds.some((k) => k !== "number")) views.push("chart");
  if (kinds.includes("date")) views.push("timeline");
  if (kinds.includes("place")) views.push("map");
  if (kinds.filter((k) => k === "iri" || k === "place").length >= 2) views.push("graph");
  return views;
}

const svg = (tag, attributes, text) => {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text != null) element.textContent = text;
  return element;
};

export function chart(columns, rows, show) {
  const kinds = columnKinds(columns, rows);
  const value = columns.find((c) => kinds[c] === "number");
  const label = columns.find((c) => kinds[c] !== "number");
  const shown = rows.filter((row) => row[value]).slice(0, 40);
  const most = Math.max(...shown.map((row) => Math.abs(Number(row[value].value))), 1e-9);
  const height = 30 * shown.length;
  const picture = svg("svg", { class: "bars-flat", viewBox: `0 0 720 ${height}`, role: "img", "aria-label": `${value} / ${label}` });
  shown.forEach((row, i) => {
    const number = Number(row[value].value);
    picture.append(svg("text", { x: 268, y: i * 30 + 19, "text-anchor": "end" }, cut(row[label] ? show(row[label]) : "", 38)),
      svg("rect", { x: 278, y: i * 30 + 5, width: Math.max(1, (Math.abs(number) / most) * 360), height: 20, rx: 2 }),
      svg("text", { x: 284 + (Math.abs(number) / most) * 360, y: i * 30 + 19, class: "value" }, number.toLocaleString(document.documentElement.lang)));
  });
  return picture;
}

export function timeline(columns, rows, show, link, undated) {
  const kinds = columnKinds(columns, rows);
  const date = columns.find((c) => kinds[c] === "date");
  const others = columns.filter((c) => c !== date);
  const years = new Map();
  for (const row of [...rows].sort((a, b) => (b[date]?.value ?? "").localeCompare(a[date]?.value ?? ""))) {
    const year = row[date]?.value.slice(0, 4) ?? undated;
    years.set(year, [...(years.get(year) ?? []), row]);
  }
  return make("div", {}, ...[...years].map(([year, held]) => make("section", { class: "year" }, make("h3", {}, year),
    make("ol", { class: "lane" }, ...held.slice(0, 200).map((row) => make("li", {}, make("time", { datetime: row[date]?.value ?? "" }, /^\d{4}-\d\d-\d\d$/.test(row[date]?.value) ? writtenDate(row[date].value, document.documentElement.lang) : row[date]?.value ?? ""), make("span", {}, ...others.flatMap((c, i) => (row[c] ? [i ? " · " : "", link(row[c])] : []))))))))) ;
}

/** A day as the server's pages write it: 23/11/2022, or 23 Nov 2022. */
export function writtenDate(iso, lang) {
  const [year, month, day] = iso.split("-");
  if (lang === "vi") return `${day}/${month}/${year}`;
  return `${Number(day)} ${["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]} ${year}`;
}

const cut = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
