// What the islands share: words in the page's language, small DOM helpers, folding of Vietnamese text.
export const words = (element) => JSON.parse(element.dataset.words);

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

/** Without marks and case: "Uỷ ban", "Ủy ban", "uy ban" are one. The server's `fold` does the same. */
export const fold = (text) =>
  text.normalize("NFC").toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");

export async function fetchJson(url, options) {
  const answer = await fetch(url, { headers: { Accept: "application/json", ...(options?.headers ?? {}) }, ...options });
  const body = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(body.detail || answer.statusText), { problem: body });
  return body;
}

export const postJson = (url, value) =>
  fetchJson(url, { method: "POST", body: JSON.stringify(value), headers: { "Content-Type": "application/json", Accept: "application/json" } });

export function save(name, blob) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 5000);
}
