#!/usr/bin/env node
// Measures how a browser wraps Khmer in narrow boxes: by itself, and with our breaks and remedies.
//
//   wrap.mjs GOLD DEVELOPMENT.seg ... --segment 'COMMAND' [--page 'COMMAND'] [--whole WORDS]
//            [--browser chromium | firefox] [--only REMEDY ...] [--width 288 ...] [--mistakes COUNT]
//
// GOLD is a folder that gold.py made, DEVELOPMENT.seg files like those in it. COMMAND reads lines
// and writes them with U+200B between words; that of --page reads lines of HTML and sets them as a page
// does, which is one more remedy. WORDS is a list that cut-words.mjs made; with it, a remedy is measured
// that keeps the words whole that are on it or in no dictionary of ours. --only measures remedies of that
// name, and no tables. Prints:
//
//   96 px   240 paragraphs, forty in each of six lengths, of GOLD/test.txt and of the Universal
//           Declaration that the tests read: how many are wider than their box
//   tables  the same by threes as cells: how many tables are wider than a page of 288 px
//   288 px  each development text, or the widths of --width: how many of its line ends are wrong
//   288 px  all of GOLD/test.txt, with the translators' own spaces, likewise
//
// A line end is wrong between two Khmer letters at no boundary of the gold; at an optional one (`|`) it
// is right. The Declaration has no gold, so its line ends are not counted. `khmer` are line ends between
// two Khmer letters, `|` those of them at an optional boundary, `ours` the wrong ones at breaks of
// COMMAND, `inside` those within a cluster, `។` lines that begin with one of ។ ៕ ៖ ៗ. With --mistakes, the
// commonest wrong line ends of the last remedy are listed, and whose they are.
// DEVELOPMENT.seg does not say which of its spaces are the author's: those between Khmer letters are
// taken out, so that its stretches are longer than in life.
//
// Noto Sans Khmer of the default theme at 16 px, lines of 1.8. `brotli` is of all paragraphs together.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'

import { BROWSERS, runInBrowser } from './browser.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const repository = path.resolve(here, '../..')
const declaration = path.join(repository, 'src/khmer/fixtures/udhr-khm.txt')
const wordList = path.join(repository, 'src/khmer/words.tsv')

const BREAK = '\u200b'
const WORD_JOINER = '\u2060'
const SEPARATORS = /[\s|\u200b\u2060\ufeff]/g
const LETTERS = /[\u1780-\u17d3\u17dc\u17dd]/g
const WORD = /[\u1780-\u17d3\u17d7\u17dc\u17dd\u200c\u200d]+/g
const CLUSTER = /[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d3\u17dd\u200c\u200d])*/g
const PER_LENGTH = 40
const SHORTEST = [20, 40, 70, 100, 150, 220]

/**
 * How a paragraph is marked up, from its text with U+200B between words. `isCut` says of a word
 * whether the browser would cut it although we do not.
 */
const MARKUPS = {
  none: (broken) => escape(broken.replaceAll(BREAK, '')),
  zwsp: escape,
  wbr: (broken) => escape(broken).replaceAll(BREAK, '<wbr>'),
  joiner: (broken) => inWords(escape(broken), (word) => clusters(word).join(WORD_JOINER)),
  joinerWhereCut: (broken, isCut) =>
    inWords(escape(broken), (word) => (isCut(word) ? clusters(word).join(WORD_JOINER) : word)),
  whole: (broken) => inWords(escape(broken), (word) => whole(word, 2)),
  wholeFrom3: (broken) => inWords(escape(broken), (word) => whole(word, 3)),
  wholeFrom4: (broken) => inWords(escape(broken), (word) => whole(word, 4)),
  wholeWhereCut: (broken, isCut) =>
    inWords(escape(broken), (word) => (isCut(word) ? whole(word, 2) : word)),
  wholeWhereListed: (broken) =>
    inWords(escape(broken), (word) => (isListed(word) ? whole(word, 2) : word)),
  page: (broken, isCut, page) => page,
}

/** What each line of the tables measures: markup, style sheet, language. */
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
  ['U+200B, U+2060 between clusters', 'joiner', '', 'km'],
  ['U+200B, U+2060 in words it would cut', 'joinerWhereCut', '', 'km'],
  ['U+200B, nowrap words', 'whole', '', 'km'],
  ['U+200B, nowrap from 3 clusters', 'wholeFrom3', '', 'km'],
  ['U+200B, nowrap from 4 clusters', 'wholeFrom4', '', 'km'],
  ['U+200B, nowrap words it would cut', 'wholeWhereCut', '', 'km'],
  ['  the same, overflow-wrap: break-word', 'wholeWhereCut', 'overflow-wrap: break-word', 'km'],
  ['U+200B, nowrap words of --whole', 'wholeWhereListed', '', 'km'],
  ['  the same, overflow-wrap: break-word', 'wholeWhereListed', 'overflow-wrap: break-word', 'km'],
  ['as --page sets it', 'page', '', 'km'],
  ['  the same, overflow-wrap: break-word', 'page', 'overflow-wrap: break-word', 'km'],
]

const TABLE_MARKUPS = { none: 'no breaks', zwsp: 'U+200B', wholeWhereCut: 'nowrap cut words' }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    segment: { type: 'string' },
    page: { type: 'string' },
    browser: { type: 'string', default: 'chromium' },
    whole: { type: 'string' },
    only: { type: 'string', multiple: true },
    width: { type: 'string', multiple: true, default: ['288'] },
    mistakes: { type: 'string', default: '0' },
  },
})
if (positionals.length < 2 || !values.segment || !(values.browser in BROWSERS)) {
  console.error("wrap.mjs GOLD DEVELOPMENT.seg ... --segment 'COMMAND' [options, see its head]")
  process.exit(2)
}
const [folder, ...developments] = positionals
const known = wordsOf(readLines(wordList))
const listed = values.whole ? wordsOf(readLines(values.whole)) : new Set()
const remedies = CASES.filter(
  ([name, markup]) =>
    (values.only?.includes(name) ?? true) &&
    (markup !== 'wholeWhereListed' || values.whole) &&
    (markup !== 'page' || values.page),
)
const marked = readLines(path.join(folder, 'test.txt'))
const test = readLines(path.join(folder, 'test.seg')).map((gold, number) => ({
  text: marked[number].replaceAll(BREAK, ''),
  ...boundariesOf(gold),
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
if (!values.only) await showTables(chosen, 288)
const columns = developments.map((file) => [
  path.basename(file),
  readLines(file).map((gold) => ({ text: withoutWordSpaces(gold), ...boundariesOf(gold) })),
])
for (const [name, texts] of [...columns, ['test.txt', test]]) {
  for (const width of values.width) {
    await show(`${width} px, ${name}, ${texts.length} paragraphs`, texts, Number(width))
  }
}

async function show(title, paragraphs, width) {
  const texts = paragraphs.map(({ text }) => text)
  const broken = segment(texts)
  const pages = values.page ? setAsPage(texts.map(escape)) : []
  const words = new Set(broken.flatMap((text) => text.match(WORD) ?? []))
  const cut = new Set(await runInBrowser(values.browser, 'wordsCut', [...words]))
  const cases = remedies.map(([, markup, style, lang]) => ({
    paragraphs: broken.map((text, number) => ({
      html: MARKUPS[markup](text, (word) => cut.has(word), pages[number]),
      boundaries: paragraphs[number].boundaries,
      optional: paragraphs[number].optional,
    })),
    style,
    lang,
    width,
  }))
  const { version, supported, counts } = await runInBrowser(values.browser, 'measureCases', cases)
  const sizes = cases.map((one) => {
    const bytes = Buffer.from(one.paragraphs.map(({ html }) => html).join('\n'))
    return { raw: bytes.length, packed: brotliCompressSync(bytes).length }
  })
  console.log(`\n${title}; ${version}`)
  const headings =
    'overflow    ends  khmer      |  wrong  ours  wrong %  inside    ។  bytes +%  brotli +%   nodes'
  console.log(''.padEnd(40) + headings)
  remedies.forEach(([name, , style], number) => {
    const count = counts[number]
    const columns = [
      String(count.overflowing).padStart(8),
      String(count.ends).padStart(8),
      String(count.khmer).padStart(7),
      String(count.optional).padStart(7),
      String(count.wrong).padStart(7),
      String(count.offered).padStart(6),
      ((100 * count.wrong) / count.ends).toFixed(2).padStart(9),
      String(count.inside).padStart(8),
      String(count.begun).padStart(5),
      (100 * (sizes[number].raw / sizes[0].raw - 1)).toFixed(1).padStart(10),
      (100 * (sizes[number].packed / sizes[0].packed - 1)).toFixed(1).padStart(11),
      String(count.nodes).padStart(8),
    ]
    const unknown = style && !supported[number] ? '   (the browser does not know this)' : ''
    console.log(name.padEnd(40) + columns.join('') + unknown)
  })
  showMistakes(paragraphs, broken, counts.at(-1).mistakes)
}

function showMistakes(paragraphs, broken, mistakes) {
  const most = Number(values.mistakes)
  if (most === 0) return
  const linesOf = new Map()
  for (const mistake of mistakes) {
    const kind = described(mistake, paragraphs, broken)
    linesOf.set(kind, [...(linesOf.get(kind) ?? []), mistake.number + 1])
  }
  const sorted = [...linesOf].sort(([, left], [, right]) => right.length - left.length)
  for (const [kind, lines] of sorted.slice(0, most)) {
    console.log(`${String(lines.length).padStart(4)} × ${kind}, in ${lines.join(', ')}`)
  }
}

/**
 * Whose a wrong line end is: the words of ours beside it or around it, how the gold has them, `?` after
 * what is in no dictionary of ours, and who broke the line.
 */
function described({ number, place, isOffered }, paragraphs, broken) {
  const letters = broken[number].replace(SEPARATORS, '')
  const ours = boundariesOf(broken[number])
  const [start, end] = [reach(letters, ours, place, -1), reach(letters, ours, place, 1)]
  const made = [letters.slice(start, place), letters.slice(place, end)]
  const gold = paragraphs[number]
  const words = wordsBetween(letters, gold, settle(letters, gold, start, -1), settle(letters, gold, end, 1))
  const asked = (word) => (known.has(folded(word)) ? word : `${word}?`)
  if (isOffered) return `${made.map(asked).join('|')}, gold ${words.map(asked).join(' ')}: our break`
  return `${made.join('|')}, a word of ours, gold ${words.map(asked).join(' ')}: the browser's break`
}

/** Three of the paragraphs as the cells of a table: their longest words decide how wide it is. */
async function showTables(paragraphs, width) {
  const broken = segment(paragraphs.map(({ text }) => text))
  const cut = new Set(
    await runInBrowser(values.browser, 'wordsCut', broken.flatMap((text) => text.match(WORD) ?? [])),
  )
  const wanted = ['none', 'zwsp', 'wholeWhereCut'].flatMap((markup) =>
    ['normal', 'break-word', 'anywhere'].map((wrap) => [markup, `overflow-wrap: ${wrap}`]),
  )
  const cases = wanted.map(([markup, style]) => {
    const cells = broken.map((text) => MARKUPS[markup](text, (word) => cut.has(word)))
    const rows = Array.from({ length: Math.floor(cells.length / 3) }, (_, row) =>
      cells.slice(3 * row, 3 * row + 3),
    )
    return { rows, style, width }
  })
  const counts = await runInBrowser(values.browser, 'measureTables', cases)
  console.log(`\n${width} px, ${cases[0].rows.length} tables of three cells`)
  console.log(''.padEnd(40) + 'too wide  widest px  narrowest cell px')
  wanted.forEach(([markup, style], number) => {
    const { tooWide, widest, narrowest } = counts[number]
    const columns = [
      String(tooWide).padStart(8),
      widest.toFixed(0).padStart(11),
      narrowest.toFixed(0).padStart(19),
    ]
    console.log(`${TABLE_MARKUPS[markup]}, ${style}`.padEnd(40) + columns.join(''))
  })
}

// --- texts ---------------------------------------------------------------------------------------

function readLines(file) {
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  while (lines.at(-1) === '') lines.pop()
  return lines
}

function wordsOf(rows) {
  return new Set(rows.map((row) => row.split('\t')[0]))
}

/** Where words end, counted in the characters that are no separators, and which of them may be left. */
function boundariesOf(gold) {
  const boundaries = []
  const optional = []
  let place = 0
  for (const character of gold.split('')) {
    if (character.search(SEPARATORS) < 0) {
      place += 1
      continue
    }
    boundaries.push(place)
    if (character === '|') optional.push(place)
  }
  return { boundaries, optional }
}

/** The next boundary on this side, or where the Khmer letters end. */
function reach(letters, marked, place, step) {
  return settle(letters, marked, place + step, step)
}

/** The place itself if it is a boundary or beside what is no Khmer letter, otherwise the next. */
function settle(letters, { boundaries }, place, step) {
  const isLetter = (at) => letters[at]?.search(LETTERS) === 0
  let at = place
  while (!boundaries.includes(at) && isLetter(at - 1) && isLetter(at)) at += step
  return at
}

function wordsBetween(letters, { boundaries }, start, end) {
  const ends = [...boundaries.filter((place) => start < place && place < end), end]
  return ends.map((place, index) => letters.slice(ends[index - 1] ?? start, place))
}

function withoutWordSpaces(gold) {
  return gold
    .replaceAll('|', '')
    .replace(/(?<=[\u1780-\u17d3\u17dc\u17dd])[ \u200b]+(?=[\u1780-\u17d3\u17dc\u17dd])/g, '')
}

function segment(texts) {
  return filtered(values.segment, texts, (line) => line.replaceAll(BREAK, ''))
}

function setAsPage(lines) {
  const plain = (line) => line.replace(/<[^>]*>|\u200b/g, '').replaceAll('\u00a0', ' ')
  return filtered(values.page, lines, plain)
}

/** What a command makes of lines; `plain` takes away what it may add. */
function filtered(command, lines, plain) {
  const done = spawnSync('sh', ['-c', command], {
    input: lines.map((line) => `${line}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const made = done.stdout.split('\n').slice(0, -1)
  const isSame = lines.every((line, number) => plain(made[number] ?? '\n') === plain(line))
  if (done.status !== 0 || made.length !== lines.length || !isSame) {
    throw new Error(`\`${command}\` did not give its lines back with breaks: ${done.stderr}`)
  }
  return made
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
  return broken.replace(WORD, change)
}

/** Whether a word is to be kept whole: by the list, for its sign, or because no list of ours could know. */
function isListed(word) {
  return listed.has(folded(word)) || !known.has(folded(word))
}

/** Coeng DA and coeng TA look alike and are one letter to the segmenter. */
function folded(word) {
  return word.replaceAll('\u17d2\u178a', '\u17d2\u178f')
}

function clusters(word) {
  return word.match(new RegExp(`${CLUSTER.source}|.`, 'g'))
}

/** The word in an element that keeps it on one line, if it has so many clusters. */
function whole(word, fewest) {
  return clusters(word).length >= fewest ? `<span>${word}</span>` : word
}
