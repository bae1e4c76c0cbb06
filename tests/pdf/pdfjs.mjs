// Prints the text of a PDF as pdf.js (Firefox's reader) copies it: pdfjs.mjs NODE_MODULES FILE
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, file] = process.argv.slice(2);
const library = join(modules, "pdfjs-dist", "legacy", "build", "pdf.mjs");
const { getDocument } = await import(pathToFileURL(library));
const data = new Uint8Array(readFileSync(file));
const pdf = await getDocument({ data, verbosity: 0 }).promise;
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  process.stdout.write(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("") + "\n");
}
