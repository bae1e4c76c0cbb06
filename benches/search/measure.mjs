// Measures search on what `pages.py` wrote: sizes, bytes a query, precision and recall.
//
//   node measure.mjs FOLDER SITE        SITE is FOLDER/site/public, as sala built it
//
// EVERY=4 asks each fourth query, KINDS=phrases,parts those kinds alone, and SHOW=20 tells the 20 worst
// answers of each kind. Without them all queries are asked: that takes minutes.
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { open } from './page.mjs'

const [folder, site] = process.argv.slice(2)
const queries = JSON.parse(fs.readFileSync(path.join(folder, 'queries.json'), 'utf8'))
const below = path.join(site, 'search')
const attributes = attributesOf(fs.readFileSync(path.join(below, 'index.html'), 'utf8'))
const script = fs.readFileSync(path.join(below, 'search.js'), 'utf8')
const files = fs.readdirSync(below).filter((name) => /-[wpc]\d+\.js$/.test(name))

const zipped = (text) => zlib.gzipSync(text, { level: 9 }).length
const kind = (letter) =>
  files.filter((name) => name.includes(`-${letter}`)).reduce((sum, name) => sum + zipped(fs.readFileSync(path.join(below, name))), 0)
const parts = { words: kind('w'), phrases: kind('p'), titles: kind('c') }
console.log('index, gzip:', parts, 'in all', parts.words + parts.phrases + parts.titles, 'in', files.length, 'files')
const texts = fs.readdirSync(below).filter((name) => /-t\.js$/.test(name)).map((name) => fs.readFileSync(path.join(below, name)))
const sizes = texts.map(zipped).sort((one, other) => one - other)
const sum = (numbers) => numbers.reduce((sum, number) => sum + number, 0)
console.log(
  `texts, gzip: ${sum(sizes)} in ${sizes.length} files, median ${sizes[sizes.length >> 1]}, most ${sizes.at(-1)};`,
  `as they stand on the disk ${sum(texts.map((text) => text.length))}`,
)
const scriptBytes = zlib.brotliCompressSync(script).length
console.log('script, brotli:', scriptBytes)

const every = +(process.env.EVERY ?? 1)
const kinds = process.env.KINDS?.split(',') ?? Object.keys(queries)
for (const [name, all] of Object.entries(queries).filter(([name]) => kinds.includes(name))) {
  const list = all.filter((_, at) => at % every === 0)
  const found = []
  for (const { query, pages, strict } of list) {
    const search = open(below, script, attributes)
    const { groups, first, files, bytes } = await search(query)
    const [answer, shown] = [groups, first].map((groups) => (groups[0] ?? []).map((url) => Number(/p(\d+)\//.exec(url)?.[1] ?? -1)))
    found.push({ query, pages, strict, answer, shown, files: files.length, bytes: bytes + zipped(script) })
  }
  report(name, found.filter(({ pages }) => pages.length))
  report(`${name}, marks as typed`, found.filter(({ strict }) => strict.length).map((one) => ({ ...one, pages: one.strict })))
}

function report(name, found) {
  const right = ({ pages, answer }) => answer.filter((page) => pages.includes(page)).length
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
  const precision = mean(found.map((one) => (one.answer.length ? right(one) / one.answer.length : 0)))
  const recall = mean(found.map((one) => right(one) / one.pages.length))
  const onFirst = ({ pages, shown }) => shown.filter((page) => pages.includes(page)).length
  const firstPrecision = mean(found.map((one) => (one.shown.length ? onFirst(one) / one.shown.length : 0)))
  const firstRecall = mean(found.map((one) => Math.min(1, onFirst(one) / Math.min(5, one.pages.length))))
  const bytes = found.map((one) => one.bytes).sort((one, other) => one - other)
  const at = (share) => bytes[Math.min(bytes.length - 1, Math.floor(bytes.length * share))]
  console.log(
    `${name}: P ${precision.toFixed(3)} R ${recall.toFixed(3)}, first screen P ${firstPrecision.toFixed(3)} R ${firstRecall.toFixed(3)}, nothing found ${found.filter((one) => !one.answer.length).length};`,
    `bytes with script median ${at(0.5)}, 95 % ${at(0.95)}, most ${at(1)}; files ${mean(found.map((one) => one.files)).toFixed(1)}`,
  )
  if (process.env.SHOW)
    for (const one of found.toSorted((a, b) => right(a) / a.pages.length - right(b) / b.pages.length || right(a) / a.answer.length - right(b) / b.answer.length).slice(0, +process.env.SHOW))
      console.log(one.query, 'wanted', one.pages.length, 'found', one.answer.length, 'right', right(one))
}

function attributesOf(html) {
  const tag = /<form\b[^>]*\bid=(?:"search"|search\b)(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(html)[0]
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g)].map(([, key, one, two, three]) => [key, one ?? two ?? three]),
  )
}
