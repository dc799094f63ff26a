// The results: table (sort, filter, labels, pages), other views, downloads.
import { fold, make, postJson, save } from "../common.js";
import { arrange, left } from "./arrange.js";
import { allowed, chart, columnKinds, timeline, writtenDate } from "./views.js";
import { latex } from "./snippets.js";

const PAGE = 200, RAW = 500;

/** A value as the page's language writes it; what the store said stands in the title. */
function literal({ value, datatype = "" }) {
  const lang = document.documentElement.lang;
  if (/#(decimal|integer|double|float)$/.test(datatype)) return document.createTextNode(Number(value).toLocaleString(lang, { maximumFractionDigits: 6 }));
  if (/#date$/.test(datatype) && /^\d{4}-\d\d-\d\d$/.test(value)) return make("time", { datetime: value, title: value }, writtenDate(value, lang));
  return document.createTextNode(value);
}

export class Results {
  constructor(place, said, onView) {
    this.place = place; this.said = said; this.onView = onView;
    this.labels = new Map(); this.withLabels = true; this.filter = ""; this.sort = null; this.pages = 1; this.hidden = new Set();
  }

  message(text, kind = "quiet") { this.place.replaceChildren(make("p", { class: kind, role: kind === "warn" ? "alert" : "status" }, text)); }

  async showRows(columns, rows, facts, view) {
    Object.assign(this, { columns, rows, facts, filter: "", sort: null, pages: 1 });
    const iris = [...new Set(rows.slice(0, 2000).flatMap((row) => Object.values(row)).filter((cell) => cell.type === "uri").map((cell) => cell.value))].slice(0, 2000);
    const missing = iris.filter((iri) => !this.labels.has(iri));
    if (missing.length) {
      const found = await postJson("/api/labels", missing).catch(() => ({}));
      for (const [iri, label] of Object.entries(found)) this.labels.set(iri, label);
    }
    this.views = [...allowed(columns, rows), "raw"];
    this.draw(this.views.includes(view) ? view : "table");
  }

  text(cell) { return cell.type === "uri" ? (this.withLabels && this.labels.get(cell.value)?.label) || cell.value : cell.value; }

  link(cell, name) {
    if (cell.type !== "uri") return cell["xml:lang"] ? make("span", { lang: cell["xml:lang"] }, cell.value) : literal(cell);
    const known = this.labels.get(cell.value);
    if (!known?.path && !/^https?:/.test(cell.value)) return document.createTextNode(cell.value); // no place to go to
    return make("a", { href: known?.path ?? cell.value, title: cell.value, lang: name?.["xml:lang"], rel: known?.path?.startsWith("/") ? null : "noreferrer" }, name?.value ?? this.text(cell));
  }

  /** Which columns stand where: as the query names them when things are shown by their IRIs. */
  arranged() { return this.withLabels ? arrange(this.columns, this.rows) : { main: this.columns, names: new Map(), below: [] }; }

  /** What a cell shows of its row: names come from the query where it gives them. */
  shown(row, column, names) {
    const name = row[names.get(column)];
    if (row[column]) return this.link(row[column], name);
    return name ? this.link(name) : "";
  }

  draw(view) {
    this.view = view;
    this.onView(view);
    const { said } = this;
    const tabs = make("div", { class: "tabs", role: "tablist", "aria-label": said.table }, ...this.views.map((name) => make("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-selected": String(name === view), "aria-controls": "view-panel", tabindex: name === view ? "0" : "-1", onclick: () => this.draw(name) }, said[name])));
    tabs.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = this.views[(this.views.indexOf(this.view) + step + this.views.length) % this.views.length];
      this.draw(next);
      document.getElementById(`tab-${next}`)?.focus();
    });
    const panel = make("div", { role: "tabpanel", id: "view-panel", "aria-labelledby": `tab-${view}`, tabindex: "0" });
    this.place.replaceChildren(make("p", { class: "quiet", role: "status" }, this.facts), tabs, panel);
    this.place.dataset.done = String(this.rows.length);
    const show = (cell) => this.text(cell), link = (cell) => this.link(cell);
    if (view === "table") this.table(panel);
    else if (view === "chart") panel.append(chart(this.columns, this.rows, show));
    else if (view === "timeline") panel.append(timeline(this.arranged().main, this.rows, show, link, said.undated));
    else if (view === "raw") panel.append(make("pre", { class: "code", tabindex: "0" }, JSON.stringify(this.rows.slice(0, RAW), null, 1)));
    else this.picture(panel, view);
  }

  chosen() {
    const wanted = fold(this.filter.trim());
    let rows = wanted ? this.rows.filter((row) => Object.values(row).some((cell) => fold(this.text(cell)).includes(wanted) || fold(cell.value).includes(wanted))) : this.rows;
    if (this.sort) {
      const { column, down } = this.sort;
      const number = columnKinds(this.columns, this.rows)[column] === "number";
      const collator = new Intl.Collator("vi", { numeric: true });
      const name = this.arranged().names.get(column);
      const value = (row) => row[name]?.value ?? (row[column] ? this.text(row[column]) : "");
      rows = [...rows].sort((a, b) => (number ? Number(a[column]?.value ?? 0) - Number(b[column]?.value ?? 0) : collator.compare(value(a), value(b))) * (down ? -1 : 1));
    }
    return rows;
  }

  table(panel) {
    const { said } = this;
    const filter = make("input", { type: "search", "aria-label": said.filter, placeholder: said.filter, oninput: () => { this.filter = filter.value; this.pages = 1; this.body(); } });
    const labels = make("input", { type: "checkbox", checked: this.withLabels, onchange: () => { this.withLabels = labels.checked; this.heads(); this.body(); } });
    this.kinds = columnKinds(this.columns, this.rows);
    this.tablePlace = make("table", { class: "data cards variables" });
    this.more = make("button", { type: "button", class: "plain", onclick: () => { this.pages += 1; this.body(); } });
    this.chooser = make("div", {});
    panel.append(make("p", { class: "toolbar" }, filter, make("label", {}, labels, ` ${said.labels}`), make("details", { class: "drop", name: "menu" }, make("summary", {}, said.columns), this.chooser)),
      make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": said.table }, this.tablePlace), this.more);
    this.copier();
    this.heads();
    this.body();
  }

  /** The headings, and the menu that hides columns. */
  heads() {
    const { main, below } = this.arranged();
    this.chooser.replaceChildren(...[...main, ...below].map((column) => {
      const box = make("input", { type: "checkbox", checked: !this.hidden.has(column), onchange: () => { if (box.checked) this.hidden.delete(column); else this.hidden.add(column); this.heads(); this.body(); } });
      const item = make("label", {}, box, ` ${column}`);
      box.dataset.column = column;
      return item;
    }));
    const row = make("tr", {});
    row.append(...left(main, this.hidden).map((column) => make("th", { scope: "col", class: this.kinds[column] === "number" ? "num" : null, "aria-sort": this.sort?.column === column ? (this.sort.down ? "descending" : "ascending") : null }, make("button", { type: "button", class: "sort", onclick: (event) => {
      this.sort = { column, down: this.sort?.column === column && !this.sort.down };
      for (const head of row.children) head.removeAttribute("aria-sort");
      event.target.closest("th").setAttribute("aria-sort", this.sort.down ? "descending" : "ascending");
      this.body();
    } }, column))));
    this.tablePlace.replaceChildren(make("thead", {}, row));
  }

  /** One button that copies an IRI; it stands in the cell that the pointer or the focus is in. */
  copier() {
    const button = make("button", { type: "button", class: "plain copy-iri", title: this.said.copy_iri, "aria-label": this.said.copy_iri, onclick: async () => {
      await navigator.clipboard?.writeText(button.dataset.iri);
      button.textContent = "✓";
    } }, "⧉");
    const come = ({ target }) => {
      const link = target.closest("td")?.querySelector("a[title]");
      if (!link || link.nextElementSibling === button) return;
      button.dataset.iri = link.title;
      button.textContent = "⧉";
      link.after(button);
    };
    this.tablePlace.addEventListener("pointerover", come);
    this.tablePlace.addEventListener("focusin", come);
  }

  body() {
    const rows = this.chosen(), shown = rows.slice(0, this.pages * PAGE);
    const { main, names, below } = this.arranged();
    const columns = left(main, this.hidden), under = below.filter((column) => !this.hidden.has(column));
    for (const held of [...this.tablePlace.tBodies]) held.remove();
    this.tablePlace.append(...shown.map((row) => make("tbody", {},
      make("tr", {}, ...columns.map((column) => make("td", { "data-heading": column, class: this.kinds[column] === "number" ? "num" : null }, this.shown(row, column, names)))),
      under.some((column) => row[column]) ? make("tr", { class: "said" }, make("td", { colspan: columns.length }, ...this.wordsOf(row, under))) : null)));
    this.more.hidden = rows.length <= shown.length;
    this.more.textContent = `${rows.length - shown.length} ${this.said.more}`;
  }

  /** The words of a row, which open their place in the report, and the report. */
  wordsOf(row, under) {
    const parts = [], { words, source } = row;
    const path = source && this.labels.get(source.value)?.path;
    if (words?.value && under.includes("words")) parts.push(path ? make("a", { href: `${path}?words=${encodeURIComponent(words.value)}#at`, lang: "vi" }, `“${words.value}”`) : make("span", { lang: "vi" }, `“${words.value}”`));
    if (source && under.includes("source")) parts.push(...(parts.length ? [" — "] : []), make("cite", {}, this.link(source)));
    return parts;
  }

  async picture(panel, view) {
    panel.append(make("p", { class: "quiet" }, this.said.loading));
    const kinds = columnKinds(this.columns, this.rows);
    try {
      let answer;
      if (view === "map") {
        const place = this.columns.find((c) => kinds[c] === "place"), number = this.columns.find((c) => kinds[c] === "number");
        const counts = {};
        for (const row of this.rows) if (row[place]) counts[row[place].value] = (counts[row[place].value] ?? 0) + (number ? Number(row[number]?.value ?? 0) : 1);
        answer = await postJson("/api/tiles", counts);
      } else {
        const [from, to] = this.columns.filter((c) => kinds[c] === "iri" || kinds[c] === "place");
        const other = this.columns.find((c) => c !== from && c !== to && kinds[c] !== "number");
        answer = await postJson("/api/picture", this.rows.filter((row) => row[from] && row[to]).map((row) => [row[from].value, row[to].value, row[other] ? this.text(row[other]) : ""]));
      }
      const drawn = new DOMParser().parseFromString(answer.svg, "image/svg+xml").documentElement;
      panel.replaceChildren(make("div", { class: "canvas" }, document.importNode(drawn, true)), ...(answer.note ? [make("p", { class: "note" }, answer.note)] : []));
    } catch (error) { panel.replaceChildren(make("p", { class: "warn", role: "alert" }, `${this.said.failed} ${error.message}`)); }
  }

  latex() { return latex(this.columns, this.chosen().slice(0, 500), (cell) => this.text(cell)); }
}

export async function download(query, media, name) {
  const answer = await fetch("/sparql", { method: "POST", headers: { Accept: media, "Content-Type": "application/sparql-query" }, body: query });
  if (!answer.ok) throw new Error((await answer.json()).detail);
  save(name, await answer.blob());
}

