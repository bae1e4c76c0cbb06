#!/usr/bin/env node
// Measures how a browser wraps Khmer in narrow boxes: by itself, and with our breaks and remedies.
//
//   wrap.mjs GOLD DEVELOPMENT.seg --segment 'COMMAND' [--browser chromium | firefox]
//
// GOLD is a folder that gold.py made, DEVELOPMENT.seg a file like those in it. COMMAND reads lines
// and writes them with U+200B between words. Three tables:
//
//   96 px   240 paragraphs, forty in each of six lengths, of GOLD/test.txt and of the Universal
//           Declaration that the tests read: how many are wider than their box
//   288 px  the development text: how many of its line ends are wrong
//   288 px  all of GOLD/test.txt, with the translators' own spaces
//
// A line end is wrong between two Khmer letters at no boundary of the gold. The Declaration has no
// gold, so its line ends are not counted. `khmer` are line ends between two Khmer letters, `ours` the
// wrong ones at breaks of COMMAND, `inside` those within a cluster, `ៗ` lines that begin with the sign. DEVELOPMENT.seg does not say which of its spaces are the
// author's: those between Khmer letters are taken out, so that its stretches are longer than in life.
//
// Noto Sans Khmer of the default theme at 16 px, lines of 1.8. `CHROMIUM` and `FIREFOX` name other
// programs than `chromium` and `firefox-esr`.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const here = path.dirname(fileURLToPath(import.meta.url))
const repository = path.resolve(here, '../..')
const font = path.join(repository, 'themes/default/fonts/NotoSansKhmer_400Regular.ttf')
const declaration = path.join(repository, 'src/khmer/fixtures/udhr-khm.txt')

const wordList = path.join(repository, 'src/khmer/words.tsv')

const BREAK = '\u200b'
const WORD_JOINER = '\u2060'
const LETTERS = /[\u1780-\u17d3\u17dc\u17dd]/g
const CLUSTER = /[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d3\u17dd\u200c\u200d])*/g
const PER_LENGTH = 40
const SHORTEST = [20, 40, 70, 100, 150, 220]

/** How a paragraph is marked up, from its text with U+200B between words. */
const MARKUPS = {
  none: (broken) => escape(broken.replaceAll(BREAK, '')),
  zwsp: escape,
  wbr: (broken) => escape(broken).replaceAll(BREAK, '<wbr>'),
  joiner: (broken) => escape(inWords(broken, (word) => clusters(word).join(WORD_JOINER))),
  spans: (broken) => inWords(escape(broken), (word) => whole(word, 2)),
  longSpans: (broken) => inWords(escape(broken), (word) => whole(word, 4)),
  middleSpans: (broken) => inWords(escape(broken), (word) => whole(word, 3)),
  unknownSpans: (broken) =>
    inWords(escape(broken), (word) => (listed.has(word) ? word : whole(word, 2))),
}

/**
 * What each line of the tables measures: markup, style sheet, language, and what happens to the words
 * that the browser would cut although we do not.
 */
const CASES = [
  ['no breaks', 'none', '', 'km'],
  ['no breaks, no lang', 'none', '', ''],
  ['no breaks, overflow-wrap: break-word', 'none', 'overflow-wrap: break-word', 'km'],
  ['no breaks, word-break: auto-phrase', 'none', 'word-break: auto-phrase', 'km'],
  ['U+200B', 'zwsp', '', 'km'],
  ['U+200B, no lang', 'zwsp', '', ''],
  ['U+200B, lang="en"', 'zwsp', '', 'en'],
  ['<wbr>', 'wbr', '', 'km'],
  ['U+200B, line-break: strict', 'zwsp', 'line-break: strict', 'km'],
  ['U+200B, line-break: loose', 'zwsp', 'line-break: loose', 'km'],
  ['U+200B, line-break: anywhere', 'zwsp', 'line-break: anywhere', 'km'],
  ['U+200B, hyphens: manual', 'zwsp', 'hyphens: manual', 'km'],
  ['U+200B, word-break: auto-phrase', 'zwsp', 'word-break: auto-phrase', 'km'],
  ['U+200B, word-break: keep-all', 'zwsp', 'word-break: keep-all', 'km'],
  ['U+200B, word-break: manual', 'zwsp', 'word-break: manual', 'km'],
  ['U+200B, text-wrap: pretty', 'zwsp', 'text-wrap: pretty', 'km'],
  ['U+200B, text-wrap: balance', 'zwsp', 'text-wrap: balance', 'km'],
  ['U+200B, overflow-wrap: break-word', 'zwsp', 'overflow-wrap: break-word', 'km'],
  ['U+200B, overflow-wrap: anywhere', 'zwsp', 'overflow-wrap: anywhere', 'km'],
  ['U+200B, keep-all and break-word', 'zwsp', 'word-break: keep-all; overflow-wrap: break-word', 'km'],
  ['U+200B, U+2060 between clusters', 'joiner', '', 'km'],
  ['U+200B, nowrap words', 'spans', '', 'km'],
  ['U+200B, nowrap from 3 clusters', 'middleSpans', '', 'km'],
  ['U+200B, nowrap from 4 clusters', 'longSpans', '', 'km'],
  ['U+200B, nowrap words, break-word', 'spans', 'overflow-wrap: break-word', 'km'],
  ['U+200B, nowrap words not in words.tsv', 'unknownSpans', '', 'km'],
  ['U+200B, nowrap words it would cut', 'zwsp', '', 'km', 'span'],
  ['U+200B, U+2060 where it would cut', 'zwsp', '', 'km', 'joiner'],
  ['U+200B, nowrap cut words, break-word', 'zwsp', 'overflow-wrap: break-word', 'km', 'span'],
]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { segment: { type: 'string' }, browser: { type: 'string', default: 'chromium' } },
})
const BROWSERS = { chromium, firefox }
if (positionals.length !== 2 || !values.segment || !(values.browser in BROWSERS)) {
  console.error("wrap.mjs GOLD DEVELOPMENT.seg --segment 'COMMAND' [--browser firefox]")
  process.exit(2)
}
const [folder, development] = positionals
const listed = new Set(readLines(wordList).map((line) => line.split('\t')[0]))
const test = readLines(path.join(folder, 'test.seg')).map((gold, number, all) => {
  const marked = readLines(path.join(folder, 'test.txt'))
  if (marked.length !== all.length) throw new Error('test.txt and test.seg differ in length')
  return { text: marked[number].replaceAll(BREAK, ''), boundaries: boundariesOf(gold) }
})
const dev = readLines(development).map((gold) => ({
  text: withoutWordSpaces(gold),
  boundaries: boundariesOf(gold),
}))
const articles = readLines(declaration)
  .filter((line) => !line.startsWith('#'))
  .map((text) => ({ text }))

const chosen = SHORTEST.flatMap((shortest, number) =>
  [...test, ...articles]
    .filter(({ text }) => {
      const length = countLetters(text)
      return length >= shortest && length < (SHORTEST[number + 1] ?? Infinity)
    })
    .sort((left, right) => (digest(left.text) < digest(right.text) ? -1 : 1))
    .slice(0, PER_LENGTH),
)
await show(`96 px, ${chosen.length} paragraphs`, chosen, 96)
await show(`288 px, ${path.basename(development)}, ${dev.length} paragraphs`, dev, 288)
await show(`288 px, test.txt, ${test.length} paragraphs`, test, 288)

async function show(title, paragraphs, width) {
  const broken = segment(paragraphs.map(({ text }) => text))
  const cases = CASES.map(([, markup, style, lang, remedy]) => ({
    paragraphs: broken.map((text, number) => ({
      html: MARKUPS[markup](text),
      boundaries: paragraphs[number].boundaries,
    })),
    style,
    lang,
    width,
    remedy,
  }))
  const { version, supported, counts } = await runInBrowser(cases)
  console.log(`\n${title}; ${version}`)
  console.log(
    ''.padEnd(40) + 'overflow    ends  khmer  wrong  ours  wrong %  inside    ៗ  bytes +%   nodes',
  )
  CASES.forEach(([name, , style], number) => {
    const count = counts[number]
    const columns = [
      String(count.overflowing).padStart(8),
      String(count.ends).padStart(8),
      String(count.khmer).padStart(7),
      String(count.wrong).padStart(7),
      String(count.offered).padStart(6),
      ((100 * count.wrong) / count.ends).toFixed(2).padStart(9),
      String(count.inside).padStart(8),
      String(count.repetition).padStart(5),
      (100 * (count.bytes / counts[0].bytes - 1)).toFixed(1).padStart(10),
      String(count.nodes).padStart(8),
    ]
    const unknown = style && !supported[number] ? '   (the browser does not know this)' : ''
    console.log(name.padEnd(40) + columns.join('') + unknown)
  })
}

// --- texts ---------------------------------------------------------------------------------------

function readLines(file) {
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  while (lines.at(-1) === '') lines.pop()
  return lines
}

/** Where words end, counted in the characters that are no separators. */
function boundariesOf(gold) {
  const places = []
  let place = 0
  for (const character of gold.split('')) {
    if (/[\s|\u200b\u2060\ufeff]/.test(character)) places.push(place)
    else place += 1
  }
  return places
}

function withoutWordSpaces(gold) {
  return gold
    .replaceAll('|', '')
    .replace(/(?<=[\u1780-\u17d3\u17dc\u17dd])[ \u200b]+(?=[\u1780-\u17d3\u17dc\u17dd])/g, '')
}

function segment(texts) {
  const done = spawnSync('sh', ['-c', values.segment], {
    input: texts.map((text) => `${text}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const lines = done.stdout.split('\n').slice(0, -1)
  const isSame = texts.every((text, number) => lines[number]?.replaceAll(BREAK, '') === text)
  if (done.status !== 0 || lines.length !== texts.length || !isSame) {
    throw new Error(`\`${values.segment}\` did not give its lines back with breaks: ${done.stderr}`)
  }
  return lines
}

function digest(text) {
  return createHash('sha256').update(text).digest('hex')
}

function countLetters(text) {
  return (text.match(LETTERS) ?? []).length
}

// --- markup --------------------------------------------------------------------------------------

function escape(text) {
  return text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character])
}

function inWords(broken, change) {
  return broken.replace(/[\u1780-\u17d3\u17d7\u17dc\u17dd\u200c\u200d]+/g, change)
}

function clusters(word) {
  return word.match(new RegExp(`${CLUSTER.source}|.`, 'g'))
}

/** The word in an element that keeps it on one line, if it has so many clusters. */
function whole(word, fewest) {
  return clusters(word).length >= fewest ? `<span>${word}</span>` : word
}

// --- browser -------------------------------------------------------------------------------------

/** Opens the cases in a browser that is ours alone; the page sends back what it measured. */
async function runInBrowser(cases) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'wrap-'))
  const page = pageOf(cases)
  let receive
  const received = new Promise((resolve) => (receive = resolve))
  const server = http.createServer((request, response) => {
    if (request.method === 'POST') {
      const parts = []
      request.on('data', (part) => parts.push(part))
      request.on('end', () => receive(JSON.parse(Buffer.concat(parts).toString('utf8'))))
    }
    response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
    response.end(request.method === 'GET' && request.url === '/' ? page : '')
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  const address = `http://127.0.0.1:${server.address().port}/`
  const [program, ...options] = BROWSERS[values.browser](path.join(work, 'profile'))
  const browser = spawn(program, [...options, address], { stdio: 'ignore' })
  const stopped = new Promise((resolve) => browser.on('close', resolve))
  const early = stopped.then((code) => ({ error: `${program} stopped with ${code}` }))
  const result = await Promise.race([received, early])
  browser.kill()
  await stopped
  server.close()
  server.closeAllConnections()
  fs.rmSync(work, { recursive: true, force: true, maxRetries: 5 })
  if (result.error) throw new Error(result.error)
  return result
}

function pageOf(cases) {
  const fontData = fs.readFileSync(font).toString('base64')
  const script = fs.readFileSync(path.join(here, 'wrap-page.js'), 'utf8')
  const data = JSON.stringify(cases).replaceAll('<', '\\u003c')
  return `<!doctype html><html><head><meta charset="utf-8"><style>
    @font-face { font-family: "Measured"; src: url("data:font/ttf;base64,${fontData}") }
    body { margin: 0; font: 16px/1.8 "Measured" }
    p { margin: 0 }
    span { white-space: nowrap }
  </style></head><body></body><script>${script}
    const cases = ${data}
    document.fonts.load('16px Measured', 'ក').then(([face]) => {
      if (face?.status !== 'loaded') throw new Error('the font was not loaded')
      return {
        version: navigator.userAgent.match(/(Chrome|Firefox)\\/[\\d.]+/)[0],
        supported: cases.map(({ style }) => style.split(';').every((rule) => CSS.supports(rule.trim()))),
        counts: cases.map(measureCase),
      }
    }).catch((error) => ({ error: String(error) }))
      .then((result) => fetch('/', { method: 'POST', body: JSON.stringify(result) }))
  </script></html>`
}

function chromium(profile) {
  return [
    process.env.CHROMIUM ?? 'chromium',
    '--headless',
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    `--user-data-dir=${profile}`,
  ]
}

function firefox(profile) {
  fs.mkdirSync(profile)
  const quiet = {
    'app.normandy.enabled': false,
    'app.update.auto': false,
    'browser.safebrowsing.downloads.remote.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'datareporting.policy.dataSubmissionEnabled': false,
    'extensions.getAddons.cache.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': '',
  }
  const lines = Object.entries(quiet).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  )
  fs.writeFileSync(path.join(profile, 'user.js'), lines.join(''))
  return [process.env.FIREFOX ?? 'firefox-esr', '--headless', '--no-remote', '--profile', profile]
}
