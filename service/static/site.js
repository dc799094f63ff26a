// Small improvements of pages that work without them: name suggestions, keys, lit spans, tables to sort.
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const language = document.documentElement.lang;

function suggest(input) {
  const list = document.createElement("ul");
  list.className = "options";
  list.id = `options-${input.id}`;
  list.setAttribute("role", "listbox");
  list.hidden = true;
  input.after(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-autocomplete", "list");
  // The field shows a name; its address is sent beside it ("official.iri"), or in its place where the form has no such field.
  const name = input.name;
  const beside = input.form?.elements[`${name}.iri`];
  const address = input.dataset.value === "iri" && (beside ?? Object.assign(document.createElement("input"), { type: "hidden", disabled: true }));
  if (address && !beside) input.after(address);
  const chosenAddress = (on) => {
    address.disabled = !on;
    if (!beside) { address.name = on ? name : ""; input.name = on ? "" : name; }
  };
  let chosen = -1, hits = [], timer = 0, latest = 0;
  const close = () => { list.hidden = true; chosen = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const take = (hit) => {
    if (input.dataset.value !== "iri") { location.href = hit.path; return; }
    input.value = hit.label;
    address.value = hit.iri;
    chosenAddress(true);
    close();
  };
  const mark = (next) => {
    chosen = (next + hits.length) % hits.length;
    $$("li", list).forEach((item, i) => item.setAttribute("aria-selected", i === chosen));
    input.setAttribute("aria-activedescendant", `${list.id}-${chosen}`);
    list.children[chosen].scrollIntoView({ block: "nearest" });
  };
  const show = () => {
    list.replaceChildren(...hits.map((hit, i) => {
      const item = document.createElement("li");
      item.id = `${list.id}-${i}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      const chip = document.createElement("span");
      chip.className = `chip k-${hit.kind || "other"}`;
      chip.textContent = hit.letter;
      const kind = document.createElement("span");
      kind.className = "quiet";
      kind.textContent = ` ${[hit.class, hit.note].filter(Boolean).join(" · ")}`;
      item.append(chip, hit.label, kind);
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(hit); });
      return item;
    }));
    list.hidden = hits.length === 0;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    chosen = -1;
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    if (address) chosenAddress(false);  // another name than the one that was chosen
    const text = input.value.trim();
    if (!text) return close();
    timer = setTimeout(async () => {
      const turn = ++latest;
      const url = `/api/entities?limit=8&q=${encodeURIComponent(text)}&class=${encodeURIComponent(input.dataset.find || "")}`;
      try {
        const answer = await (await fetch(url)).json();
        if (turn === latest && document.activeElement === input) { hits = answer.entities; show(); }
      } catch { close(); }
    }, 120);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") { event.preventDefault(); mark(chosen + 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); mark(chosen - 1); }
    else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); take(hits[chosen]); }
    else if (event.key === "Escape") close();
  });
  input.addEventListener("blur", close);
}

function keys() {
  const go = { h: "/", s: "/search", g: "/graph", t: "/timeline", m: "/map", q: "/queries", e: "/sparql" };
  let waiting = 0;
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable], .cm-editor, .drawing")) return;
    if (event.key === "/") { event.preventDefault(); document.querySelector("[data-find]")?.focus(); }
    else if (event.key === "?") location.href = "/about#keys";
    else if (event.key === "g") waiting = Date.now();
    else if (Date.now() - waiting < 1500 && go[event.key]) location.href = go[event.key];
  });
}

function lightSpans() {
  const marks = $$(".text mark[data-start]");
  if (!marks.length) return;
  for (const fact of $$("[data-spans]")) {
    const spans = fact.dataset.spans.trim().split(" ").filter(Boolean).map((s) => s.split("-").map(Number));
    const set = (on) => marks.forEach((m) => {
      const at = Number(m.dataset.start);
      if (spans.some(([a, b]) => at >= a && at < b)) m.classList.toggle("lit", on);
    });
    fact.addEventListener("pointerenter", () => set(true));
    fact.addEventListener("pointerleave", () => set(false));
  }
}

// What a marked name is, and what the document says of it, beside the pointer; a click still opens its page.
function mentionCards() {
  const text = document.querySelector(".text"), named = $$(".named a");
  if (!text || !named.length) return;
  const card = document.createElement("div");
  card.className = "card";
  card.id = "mention";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.querySelector("main").append(card);
  const hide = (link) => { card.hidden = true; link.removeAttribute("aria-describedby"); };
  const show = (link) => {
    const path = link.getAttribute("href"), name = named.find((one) => one.getAttribute("href") === path);
    if (!name) return;
    const said = $$(".beside li").filter((fact) => $$("a", fact).some((one) => one.getAttribute("href") === path));
    const title = document.createElement("strong");
    title.append(...[...name.childNodes].map((node) => node.cloneNode(true)));
    const facts = document.createElement("ul");
    facts.append(...said.slice(0, 3).map((fact) => Object.assign(document.createElement("li"), { textContent: fact.querySelector("p").innerText.split("\n")[0] })));
    card.replaceChildren(title, ...(said.length ? [facts] : []));
    card.hidden = false;
    link.setAttribute("aria-describedby", "mention");
    const box = link.getClientRects()[0], within = document.documentElement.clientWidth;
    card.style.left = `${scrollX + Math.max(8, Math.min(box.left, within - card.offsetWidth - 8))}px`;
    card.style.top = `${scrollY + box.bottom + 6}px`;
  };
  for (const link of $$(".text mark a")) {
    let timer = 0;
    link.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") timer = setTimeout(show, 250, link); });
    link.addEventListener("pointerleave", () => { clearTimeout(timer); hide(link); });
    link.addEventListener("focus", () => { if (link.matches(":focus-visible")) show(link); });
    link.addEventListener("blur", () => hide(link));
    link.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(link); });
  }
}

function reviewKeys() {
  const verdicts = { a: "accept", r: "reject", s: "skip" };
  for (const form of $$("form[data-review]")) {
    form.closest("section").tabIndex = 0;
    form.closest("section").addEventListener("keydown", (event) => {
      if (event.target.closest("input") || event.ctrlKey || event.metaKey || event.altKey) return;
      if (verdicts[event.key]) form.querySelector(`[value=${verdicts[event.key]}]`).click();
      if (event.key === "u") document.querySelector("[value=undo]")?.click();
    });
  }
}

function sortTables() {
  for (const table of $$("table[data-table]")) {
    $$("th", table).forEach((head, column) => {
      const button = document.createElement("button");
      button.className = "sort";
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        $$("th", table).forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const cell = (row) => { const td = row.cells[column]; return td.querySelector("time")?.dateTime ?? td.dataset.value ?? td.textContent.trim(); };
        const collator = new Intl.Collator(language, { numeric: true });
        const order = (a, b) => collator.compare(cell(a), cell(b)) * (down ? -1 : 1);
        // A row with its words below is a tbody of its own.
        if (table.dataset.table === "bodies") table.append(...[...table.tBodies].sort((a, b) => order(a.rows[0], b.rows[0])));
        else table.tBodies[0].append(...$$("tbody tr", table).sort(order));
      });
    });
  }
}

// +, − and "everything" of a still picture: it becomes larger than its frame, which then scrolls (with a finger too).
function closerPictures() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-closer]");
    const canvas = button?.closest("figure").querySelector(".canvas"), svg = canvas?.querySelector("svg.drawing");
    if (!svg) return;
    const by = Number(button.dataset.closer), now = Number(canvas.dataset.scale ?? 1), next = by ? Math.min(6, Math.max(1, now * by)) : 1;
    const [x, y] = [(canvas.scrollLeft + canvas.clientWidth / 2) / now, (canvas.scrollTop + canvas.clientHeight / 2) / now];
    canvas.dataset.scale = next;
    canvas.classList.toggle("near-to", next > 1);
    if (!svg.dataset.width) svg.dataset.width = svg.getBoundingClientRect().width;
    svg.style.width = next > 1 ? `${Number(svg.dataset.width) * next}px` : "";
    canvas.scrollTo(x * next - canvas.clientWidth / 2, y * next - canvas.clientHeight / 2);
  });
}

// Menus (also those that an island adds later): one is open at a time; Escape and a click elsewhere close it.
function menus() {
  const open = () => $$("details:is(.menu, .drop)[open]");
  const close = (kept) => open().forEach((menu) => { if (!kept.includes(menu)) menu.open = false; });
  addEventListener("click", (event) => close(event.composedPath()));  // what was clicked may be gone from the page by now
  addEventListener("toggle", (event) => { if (event.target.matches?.("details:is(.menu, .drop)[open]")) close([event.target]); }, true);
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
      menu.open = false;
    }
  });
}

$$("[data-find]").forEach(suggest);
menus();
closerPictures();
keys();
lightSpans();
mentionCards();
reviewKeys();
sortTables();
for (const bars of $$("svg.bars")) bars.parentElement.scrollLeft = bars.parentElement.scrollWidth;
for (const canvas of $$(".canvas")) canvas.scrollLeft = (canvas.scrollWidth - canvas.clientWidth) / 2;  // the middle first
document.getElementById("at")?.focus({ preventScroll: false });
document.documentElement.dataset.ready = "true";
