/** Builds the scripts, styles, fonts and word lists into static/dist/, with a manifest of their
 *  names. `node frontend/build.mjs` once, `node frontend/build.mjs --watch` while developing. */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const DIST = join(ROOT, "static", "dist");
const WATCH = process.argv.includes("--watch");
const LETTERS = "node_modules/@expo-google-fonts/atkinson-hyperlegible-next";
const ENTRIES = {
  "projector.js": "frontend/projector/main.ts",
  "facilitator.js": "frontend/facilitator/main.ts",
  "organiser.js": "frontend/organiser/main.ts",
  "report.js": "frontend/report/main.ts",
  "worker.js": "frontend/worker/main.ts",
  "phone.css": "static/css/phone.css",
  "preview.css": "static/css/preview.css",
  "projector.css": "static/css/projector.css",
  "facilitator.css": "static/css/facilitator.css",
  "pages.css": "static/css/pages.css",
  "report.css": "static/css/report.css",
  "pdf.css": "static/css/pdf.css",
  // The letters of the pictures in Word: what draws those reads no woff2.
  "letters/400.ttf": `${LETTERS}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`,
  "letters/700.ttf": `${LETTERS}/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`,
};
const PHONE = { "phone.js": "frontend/phone/main.ts", ...phoneScreens() };

/** Each round on the phone is a script of its own, so that a phone waits for no other round's. */
function phoneScreens() {
  const folder = "frontend/phone/rounds";
  const files = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".tsx"));
  return Object.fromEntries(files.map((name) => [`phone/${basename(name, ".tsx")}.js`, `${folder}/${name}`]));
}

/** The translated messages as {language: {msgid: text}}, from the gettext catalogues. */
function words() {
  const own = join(ROOT, ".venv", "bin", "python");
  const python = process.env.PYTHON ?? (existsSync(own) ? own : "python3");
  const json = execFileSync(python, [join(ROOT, "scripts", "i18n.py"), "json"], { encoding: "utf8" });
  return JSON.parse(json);
}

/** Pack what is worth it once, so that a server that stands by itself need not. */
function pack(path) {
  const packed = join(ROOT, "static", `${path}.gz`);
  if (/\.(js|css|json)$/.test(path) && !existsSync(packed)) {
    writeFileSync(packed, gzipSync(readFileSync(join(ROOT, "static", path)), { level: 9 }));
  }
}

/** Write one word list per language under a hashed name; returns logical name → path. */
function writeWords() {
  mkdirSync(join(DIST, "i18n"), { recursive: true });
  const files = {};
  for (const [language, messages] of Object.entries(words())) {
    const text = JSON.stringify(messages);
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
    const path = join(DIST, "i18n", `${language}.${hash}.json`);
    writeFileSync(path, text);
    files[`i18n/${language}.json`] = underStatic(path);
  }
  return files;
}

const underStatic = (path) => relative(join(ROOT, "static"), resolve(ROOT, path));

/** The chunks a script imports at once, its chunks' chunks included. */
function staticImports(outputs, path, seen = new Set()) {
  for (const { path: next, kind } of outputs[path].imports) {
    if (kind !== "import-statement" || seen.has(next)) continue;
    seen.add(next);
    staticImports(outputs, next, seen);
  }
  return [...seen];
}

/** "fonts/name.woff2" for a font, the entry's logical name for a bundle, nothing for the rest. */
function logicalName(path, output) {
  if (path.endsWith(".woff2")) return `fonts/${basename(path).replace(/-[A-Z0-9]{8}(?=\.woff2$)/, "")}`;
  const all = { ...ENTRIES, ...PHONE };
  return Object.keys(all).find((name) => all[name] === output.entryPoint);
}

function writeManifest(outputs) {
  const files = {};
  const imports = {};
  for (const [path, output] of Object.entries(outputs)) {
    const name = logicalName(path, output);
    if (!name) continue;
    files[name] = underStatic(path);
    const chunks = staticImports(outputs, path).map(underStatic);
    if (name.endsWith(".js") && chunks.length > 0) imports[name] = chunks;
  }
  Object.assign(files, writeWords());
  const all = [...Object.keys(outputs).map(underStatic), ...Object.values(files)];
  all.forEach(pack);
  const draft = join(DIST, "manifest.json.new");
  writeFileSync(draft, `${JSON.stringify({ files, imports }, null, 2)}\n`);
  renameSync(draft, join(DIST, "manifest.json")); // a running server never reads half a manifest
  prune(new Set(all.flatMap((path) => [path, `${path}.gz`])));
  return { files, imports };
}

/** Remove what earlier builds left. */
function prune(keep) {
  for (const entry of readdirSync(DIST, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && entry.name !== "manifest.json" && !keep.has(underStatic(path))) rmSync(path);
  }
}

const zipped = (path) => statSync(join(ROOT, "static", `${path}.gz`)).size;

const kB = (bytes) => `${(bytes / 1024).toFixed(1)} kB`;

/** What a visitor's first page loads, in kB after gzip. */
function report({ files, imports }) {
  const scripts = (...names) => new Set(names.flatMap((name) => [files[name], ...(imports[name] ?? [])]));
  const sum = (paths) => [...paths].reduce((total, path) => total + zipped(path), 0);
  for (const page of ["phone", "projector", "facilitator"]) {
    const [js, css] = [sum(scripts(`${page}.js`)), zipped(files[`${page}.css`])];
    console.log(`${page}: ${kB(js + css)} gzipped (script ${kB(js)}, style ${kB(css)})`);
    const screens = Object.keys(files).filter((name) => name.startsWith(`${page}/`));
    if (screens.length === 0) continue;
    const [size, largest] = screens
      .map((name) => [css + sum(scripts(`${page}.js`, name)), name])
      .reduce((most, one) => (one[0] > most[0] ? one : most));
    const all = css + sum(scripts(`${page}.js`, ...screens));
    console.log(`  with its first round at most ${kB(size)} (${largest}), with every round ${kB(all)}`);
  }
}

const built = {};

/** Writes the manifest once both builds are there, and anew whenever one of them is. */
function manifest(build, { errors, metafile }) {
  if (errors.length > 0) return;
  built[build] = metafile.outputs;
  if (built.pages && built.phone) report(writeManifest({ ...built.pages, ...built.phone }));
}

const entryPoints = (entries) =>
  Object.entries(entries).map(([name, path]) => ({ in: path, out: name.replace(/\.\w+$/, "") }));

const options = {
  absWorkingDir: ROOT,
  entryPoints: entryPoints(ENTRIES),
  outdir: "static/dist",
  entryNames: "[dir]/[name]-[hash]",
  chunkNames: "chunks/[name]-[hash]",
  assetNames: "fonts/[name]-[hash]",
  bundle: true,
  format: "esm",
  splitting: true,
  minify: true,
  sourcemap: "linked",
  metafile: true,
  // The browsers that know cascade layers; esbuild spells out nested rules for them.
  target: ["es2020", "chrome99", "firefox97", "safari15.4"],
  jsx: "automatic",
  jsxImportSource: "preact",
  loader: { ".ttf": "copy", ".woff2": "file", ".svg": "file", ".png": "file" },
  logLevel: "warning",
};

/** The phone's scripts. What more than one of them needs comes in one file, which each imports: by
 *  itself the bundler makes a file of whatever the same few scripts share, some twenty of them, and
 *  on a slow line each file costs a journey. */
async function phoneOptions() {
  const alone = { ...options, entryPoints: entryPoints(PHONE) };
  const { metafile } = await esbuild.build({ ...alone, write: false });
  const chunks = Object.values(metafile.outputs).filter(({ entryPoint }) => !entryPoint);
  const shared = chunks.flatMap(({ inputs }) => Object.keys(inputs)).filter((path) => path.startsWith("frontend/"));
  return { ...alone, plugins: [importing(shared)] };
}

/** Has each script of the phone import these modules as well. */
function importing(modules) {
  const also = modules.map((path) => `import ${JSON.stringify(join(ROOT, path))};`).join("");
  const load = ({ path }) => {
    if (!Object.values(PHONE).includes(relative(ROOT, path))) return;
    return { contents: `${readFileSync(path, "utf8")}\n${also}`, loader: extname(path).slice(1), watchFiles: [path] };
  };
  return { name: "importing", setup: (build) => build.onLoad({ filter: /frontend.phone/ }, load) };
}

/** The same options, with the manifest kept true. */
const told = (build, { plugins = [], ...rest }) => ({
  ...rest,
  plugins: [...plugins, { name: "manifest", setup: ({ onEnd }) => onEnd((result) => manifest(build, result)) }],
});

try {
  const builds = [told("pages", options), told("phone", await phoneOptions())];
  if (WATCH) for (const one of builds) await (await esbuild.context(one)).watch();
  else await Promise.all(builds.map((one) => esbuild.build(one)));
} catch {
  process.exit(1); // esbuild has said what is wrong
}
