#!/usr/bin/env node
// Writes which words of a list browsers cut in two, although the list has them as one.
//
//   cut-words.mjs WORDS.tsv [--browser chromium] [--browser firefox]
//
// In: a word a line, what follows a tab ignored. Out: those words that any of the browsers cuts, a tab,
// and the browsers. Between two U+200B a browser sees one word alone, so what it does to a word does
// not depend on the sentence.
import fs from 'node:fs'
import { parseArgs } from 'node:util'

import { BROWSERS, runInBrowser } from './browser.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'string', multiple: true, default: Object.keys(BROWSERS) } },
})
if (positionals.length !== 1 || !values.browser.every((name) => name in BROWSERS)) {
  console.error('cut-words.mjs WORDS.tsv [--browser chromium] [--browser firefox]')
  process.exit(2)
}
const words = fs
  .readFileSync(positionals[0], 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t')[0])
const browsersOf = new Map()
for (const name of values.browser) {
  for (const word of await runInBrowser(name, 'wordsCut', words)) {
    browsersOf.set(word, [...(browsersOf.get(word) ?? []), name])
  }
}
for (const word of words.filter((word) => browsersOf.has(word))) {
  console.log(`${word}\t${browsersOf.get(word).join(' ')}`)
}
console.error(`${browsersOf.size} of ${words.length} words`)
