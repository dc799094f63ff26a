// The SPARQL editor: CodeMirror in place of the textarea; the form below it keeps working without this file.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, linter } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";
import { make, postJson, words } from "./common.js";
import { completionSource, diagnose, hover } from "./editor/complete.js";
import { form, tidy } from "./editor/context.js";
import { Results, download } from "./editor/results.js";
import { snippets } from "./editor/snippets.js";

const bench = document.querySelector("[data-workbench]");
const said = words(bench);
const area = bench.querySelector("textarea");
const formElement = bench.querySelector("form");
const HISTORY = "vpg-queries";

// All colours are the page's variables: both themes and their contrast come from one place.
const theme = EditorView.theme({
  "&": { backgroundColor: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--soft)", borderRadius: "4px", fontSize: "var(--text-s)" },
  "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "1px" },
  ".cm-content": { minHeight: "16rem", caretColor: "var(--ink)", padding: ".5rem 0" },
  // One font and one line height for the text and its numbers: they stay level where a line is wrapped.
  ".cm-scroller": { fontFamily: "ui-monospace, 'SF Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace", lineHeight: "1.55" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--sunk)", color: "var(--soft)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--sunk) 60%, transparent)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "color-mix(in srgb, var(--link) 28%, transparent) !important" },
  ".cm-tooltip": { backgroundColor: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--soft)", borderRadius: "4px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: ".2rem .5rem", lineHeight: "1.5" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--link)", color: "var(--paper)" },
  ".cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail": { color: "var(--paper)" },
  ".cm-completionDetail": { color: "var(--soft)", fontStyle: "normal" },
  ".cm-completionInfo": { maxWidth: "22rem", lineHeight: "1.5" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--brand)" },
  ".cm-panels": { backgroundColor: "var(--sunk)", color: "var(--ink)" },
  ".cm-matchingBracket": { backgroundColor: "var(--at) !important" },
});
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.definitionKeyword, tags.controlKeyword], color: "var(--k-event)", fontWeight: "600" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--k-person)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--k-org)" },
  { tag: [tags.number, tags.bool, tags.literal], color: "var(--k-initiative)" },
  { tag: [tags.namespace, tags.propertyName, tags.typeName, tags.className, tags.url, tags.link], color: "var(--k-doc)" },
  { tag: [tags.function(tags.variableName), tags.standard(tags.name)], color: "var(--k-post)" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
]);

// The browser itself would give what is typed over coloured words their colours again, as a style attribute, which the
// page's policy forbids (and reports as an error): what replaces a selection is inserted as plain text.
function typedOver(event, view) {
  const { main } = view.state.selection, text = event.data;
  if (event.inputType !== "insertText" || !text || main.empty || view.composing || !event.cancelable) return false;
  const insert = () => view.state.update(view.state.replaceSelection(text), { userEvent: "input.type", scrollIntoView: true });
  if (!view.state.facet(EditorView.inputHandler).some((handle) => handle(view, main.from, main.to, text, insert))) view.dispatch(insert());
  return true;
}
// An input method (Vietnamese is mostly typed with one) cannot be held back: the selection goes before it begins.
function composedOver(event, view) {
  if (!view.state.selection.main.empty) view.dispatch(view.state.replaceSelection(""), { userEvent: "delete.selection" });
  return false;
}

const runKey = { key: "Mod-Enter", run: () => { run(); return true; } };
const view = new EditorView({
  state: EditorState.create({
    doc: area.value.normalize("NFC"),
    extensions: [
      lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(), highlightActiveLine(), highlightSelectionMatches(),
      sparql(), syntaxHighlighting(colours), theme, EditorView.cspNonce.of(bench.dataset.nonce), EditorView.lineWrapping,
      autocompletion({ override: [completionSource(said)], activateOnTyping: true, icons: false, maxRenderedOptions: 80 }),
      linter(diagnose, { delay: 600 }), lintGutter(), hover(said),
      EditorView.contentAttributes.of({ "aria-label": said.editor_label, spellcheck: "false", lang: "en", tabindex: "0" }),
      EditorState.tabSize.of(2), EditorView.domEventHandlers({ beforeinput: typedOver, compositionstart: composedOver }),
      // Escape lets go of the editor: Tab is not bound here, so it never traps the keyboard.
      keymap.of([runKey, ...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.updateListener.of((update) => { if (update.docChanged) area.value = update.state.doc.toString(); }),
    ],
  }),
});
area.hidden = true;
area.after(view.dom);
bench.querySelector(`label[for="query"]`).addEventListener("click", (event) => { event.preventDefault(); view.focus(); });

const query = () => view.state.doc.toString();
const setQuery = (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
const results = new Results(bench.querySelector(".results-place"), said, (name) => { bench.dataset.view = name; });

let running = null;
const runButton = bench.querySelector(".run");
const cancelButton = make("button", { type: "button", class: "plain", hidden: true, onclick: () => running?.abort() }, said.cancel);
runButton.after(cancelButton);

async function run() {
  running?.abort();
  const mine = (running = new AbortController());
  const text = query(), kind = form(text);
  remember(text);
  cancelButton.hidden = false;
  if (!results.place.querySelector("table")) results.message(said.running);
  results.place.setAttribute("aria-busy", "true");
  const started = performance.now();
  try {
    const graph = kind === "construct" || kind === "describe";
    const answer = await fetch("/sparql", { method: "POST", signal: mine.signal, body: text, headers: { "Content-Type": "application/sparql-query", Accept: graph ? "text/turtle" : "application/sparql-results+json" } });
    if (!answer.ok) return await failed(answer, text);
    const took = () => `${((performance.now() - started) / 1000).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2 })} ${said.seconds}`;
    const cut = answer.headers.get("VPG-Cut") ? ` · ${said.cut}` : "";
    if (graph) return await showGraph(await answer.text(), `${took()}${cut}`);
    const body = await answer.json();
    if ("boolean" in body) return results.message(body.boolean ? said.yes : said.no, "lead");
    const rows = body.results.bindings;
    if (!rows.length) { results.message(said.no_rows, "empty"); results.place.dataset.done = "0"; return; }
    await results.showRows(body.head.vars, rows, `${rows.length.toLocaleString(document.documentElement.lang)} ${said.rows} · ${took()}${cut}`, bench.dataset.view);
  } catch (error) {
    results.message(error.name === "AbortError" ? said.cancelled : `${said.failed} ${error.message}`, error.name === "AbortError" ? "quiet" : "warn");
  } finally {
    if (running === mine) { running = null; cancelButton.hidden = true; results.place.removeAttribute("aria-busy"); }
  }
}

async function failed(answer, text) {
  const problem = await answer.json().catch(() => ({}));
  // The endpoint speaks English to programs; the reader's words and the place come from the check.
  const checked = problem.line ? await fetch("/api/check", { method: "POST", body: text, headers: { "Content-Type": "application/sparql-query" } }).then((told) => told.json()).catch(() => ({})) : {};
  results.message(checked.message ? `${checked.at} ${checked.message}` : problem.detail ?? answer.statusText, "warn");
  if (problem.line) {
    const line = view.state.doc.line(Math.min(problem.line, view.state.doc.lines));
    view.dispatch({ selection: { anchor: Math.min(line.from + Math.max(0, (problem.column ?? 1) - 1), line.to) }, scrollIntoView: true });
    view.focus();
  }
}

async function showGraph(turtle, facts) {
  const answer = await postJson("/api/picture", { turtle }).catch(() => null);
  const raw = make("pre", { class: "code", tabindex: "0" }, turtle);
  results.place.replaceChildren(make("p", { class: "quiet", role: "status" }, facts));
  if (answer?.svg) results.place.append(make("div", { class: "canvas" }, document.importNode(new DOMParser().parseFromString(answer.svg, "image/svg+xml").documentElement, true)), ...(answer.note ? [make("p", { class: "note" }, answer.note)] : []));
  results.place.append(raw);
  results.place.dataset.done = "graph";
}

// Buttons that need a script: downloads, copies, tidy, share, history.
const toolbar = bench.querySelector(".toolbar");
const status = make("p", { class: "quiet", role: "status" });
const button = (label, onclick) => make("button", { type: "button", class: "plain", onclick }, label);
const guarded = (work) => () => Promise.resolve(work()).catch((error) => { status.textContent = `${said.failed} ${error.message}`; });
const copy = async (text) => { await navigator.clipboard.writeText(text); status.textContent = said.copied; };
const endpoint = `${location.origin}/sparql`;
const downloads = { CSV: ["text/csv", "csv"], TSV: ["text/tab-separated-values", "tsv"], JSON: ["application/sparql-results+json", "json"], XML: ["application/sparql-results+xml", "xml"], Turtle: ["text/turtle", "ttl"] };
const menu = (label, buttons) => make("details", { class: "drop", name: "menu" }, make("summary", {}, label), make("div", {}, ...buttons));
toolbar.append(
  button(said.format, () => setQuery(tidy(query()))),
  menu(said.download, Object.entries(downloads).map(([name, [media, ending]]) => button(name, guarded(() => download(query(), media, `vpg.${ending}`))))),
  menu(said.copy, [...Object.entries(snippets).map(([name, write]) => button(name, guarded(() => copy(write(endpoint, query()))))), button("LaTeX", guarded(() => copy(results.rows ? results.latex() : "")))]),
  menu(said.history, []),
);
toolbar.after(status);
const historyPlace = toolbar.lastElementChild.querySelector("div");
toolbar.lastElementChild.addEventListener("toggle", () => {
  const held = remembered();
  historyPlace.replaceChildren(...held.map((text) => button(text.replace(/PREFIX[^\n]*\n/gi, "").replace(/\s+/g, " ").trim().slice(0, 70) || "…", () => setQuery(text))), ...(held.length ? [button(said.clear_history, () => { localStorage.removeItem(HISTORY); historyPlace.replaceChildren(); })] : []));
});

function remembered() { try { return JSON.parse(localStorage.getItem(HISTORY) ?? "[]"); } catch { return []; } }
function remember(text) { try { localStorage.setItem(HISTORY, JSON.stringify([text, ...remembered().filter((one) => one !== text)].slice(0, 20))); } catch { /* storage is off */ } }

formElement.addEventListener("submit", (event) => {
  const action = event.submitter?.getAttribute("formaction");
  area.value = query();
  if (action === "/api/sheet") return;
  event.preventDefault();
  if (action !== "/api/share") return run();
  postJson("/api/share", { query: query(), view: bench.dataset.view }).then(({ url, path }) => {
    status.replaceChildren(`${said.shared} `, make("a", { href: path, class: "iri" }, url));
    return navigator.clipboard?.writeText(url).catch(() => {});
  }, (error) => { status.textContent = `${said.failed} ${error.message}`; });
});

for (const link of document.querySelectorAll(".examples a, a[href^='/sparql?named=']")) if (link.closest("main")) link.dataset.example = "";
if (bench.querySelector("table.data, .results .code")) run();
document.documentElement.dataset.editorReady = "";
