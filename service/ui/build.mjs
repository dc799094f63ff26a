// Builds the islands into ../static/built: hashed names, manifest.json, fonts, licences. No plugin, no config.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "static", "built");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const manifest = {};

const result = await build({
  entryPoints: ["editor", "graph", "overview", "overview/worker"].map((name) => ({ in: join(here, "src", `${name}.js`), out: name.replace("/", "-") })),
  outdir: out, bundle: true, format: "esm", splitting: true, minify: true, metafile: true, target: "es2022",
  entryNames: "[name]-[hash]", chunkNames: "chunk-[hash]", legalComments: "linked", logLevel: "warning",
});
for (const [file, meta] of Object.entries(result.metafile.outputs)) {
  if (meta.entryPoint) manifest[meta.entryPoint.replace(/^.*src\//, "").replace("/", "-")] = basename(file);
}

// The Vietnamese letters are in a file of their own; both are needed for any Vietnamese sentence.
const fonts = join(here, "node_modules", "@fontsource", "be-vietnam-pro", "files");
const ranges = {
  vietnamese: "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
  latin: "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
};
const faces = [];
for (const [subset, range] of Object.entries(ranges)) {
  for (const weight of [400, 600]) {
    const name = `font-${subset}-${weight}.woff2`;
    const body = readFileSync(join(fonts, `be-vietnam-pro-${subset}-${weight}-normal.woff2`));
    const hash = createHash("sha256").update(body).digest("hex").slice(0, 10);
    writeFileSync(join(out, name), body);
    manifest[name] = name;
    // "optional": the page never jumps when the font arrives late; it is preloaded, so it is there on the next page.
    faces.push(`@font-face{font-family:"Be Vietnam Pro";font-style:normal;font-weight:${weight};font-display:optional;src:url("/static/built/${name}?v=${hash}") format("woff2");unicode-range:${range}}`);
  }
}
writeFileSync(join(out, "fonts.css"), faces.join("\n") + "\n");
manifest["fonts.css"] = "fonts.css";

// Licences of what the bundles and fonts hold; axe-core and esbuild are tools and do not ship.
const shipped = new Set(["@fontsource/be-vietnam-pro"]);
for (const input of Object.keys(result.metafile.inputs)) {
  const match = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
  if (match) shipped.add(match[1]);
}
const texts = [...shipped].sort().map((name) => {
  const folder = join(here, "node_modules", name);
  const meta = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name} ${meta.version} (${meta.license})\n\n${file ? readFileSync(join(folder, file), "utf8").trim() : ""}\n`;
});
writeFileSync(join(out, "THIRD_PARTY.txt"), texts.join("\n----\n\n"));
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, null, 1) + "\n");
