#!/usr/bin/env node
// Feeds the script of the search page with damaged indexes, addresses and typed text, and keeps what
// reaches something new in it.
//
//     node fuzz/search_script.mjs --seconds 1200              goes on from the corpus
//     node fuzz/search_script.mjs --seconds 60 --seed 7       with other chances
//     node fuzz/search_script.mjs --seconds 60 --site public  with the indexes of a built site besides
//     node fuzz/search_script.mjs fuzz/corpus/search_script/… runs these cases once
//
// Something new is a block of the script, by V8's own block coverage, or one that runs about twice as
// often as ever in one case. What must not be (see `search_page.mjs`) ends up in `target/fuzz/` and
// the exit code is 1. The corpus is made small at the end: each case cut down to what only it reaches.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { Session } from 'node:inspector/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chance, cut, large, mutate, whole } from './search_index.mjs'
import { Finding, prepare, runCase } from './search_page.mjs'

const HERE = path.dirname(fileURLToPath(import.meta.url))
const CORPUS = path.join(HERE, 'corpus/search_script')
const FINDINGS = path.join(HERE, '../target/fuzz')
const SCRIPT = path.join(HERE, '../themes/default/search/search.js')

/** With fewer pages than so, those that have half of the words, in signs, are shown too, as in
    `search.js`. */
const FEW = 10
/** Cases between two looks at V8's coverage. */
const CASES_A_LOOK = 500
const MOST_BYTES_OF_A_CASE = 6_000
const MOST_BYTES_OF_CORPUS = 100_000

export function program() {
  return prepare(fs.readFileSync(SCRIPT, 'utf8'))
}

/** The cases of the corpus, by name. */
export function corpus() {
  if (!fs.existsSync(CORPUS)) return {}
  const names = fs.readdirSync(CORPUS).sort()
  return Object.fromEntries(names.map((name) => [name, JSON.parse(fs.readFileSync(path.join(CORPUS, name), 'utf8'))]))
}

/** What a case reaches: each block, in steps of twice as often. */
export function reached(program, input) {
  const counts = new Uint32Array(program.blocks)
  runCase(program, input, counts)
  const features = []
  counts.forEach((count, block) => {
    for (let step = 0; count; count >>= 1, step++) features.push(block * 32 + step)
  })
  return features
}

/** Words of a whole index lead to the pages that have all of them, and if these are few, some. */
export function checkWhole(program, random) {
  const { words, input } = whole(random, program.key)
  const known = words.filter(({ pages }) => pages.length)
  if (!known.length) return
  const asked = Array.from({ length: 1 + random.below(3) }, () => random.one(known))
  const some = [...new Set(asked.flatMap(({ pages }) => pages))]
  const all = some.filter((page) => asked.every(({ pages }) => pages.includes(page)))
  const different = [...new Set(asked)]
  const signs = (page) => different.reduce((sum, { key, pages }) => sum + (page === null || pages.includes(page) ? key.length : 0), 0)
  const half = some.filter((page) => 2 * signs(page) >= signs(null))
  const wanted = (all.length < FEW ? half : all).map((page) => `../p${page}/index.html`)
  input.hash = ''
  input.digits = '0'
  // Blanks part words, and the rest of a page's list comes at a click.
  input.steps = [{ type: asked.map((word) => word.key).join(' ') }, ...Array(20).fill({ click: 0 })]
  const shown = runCase(program, input, new Uint32Array(program.blocks))
  const said = all.length ? `found ${all.length}` : 'none'
  if (shown.said !== said || shown.links.toSorted().join() !== wanted.toSorted().join()) {
    throw Object.assign(new Finding(`${shown.query}: ${shown.said}, ${shown.links} for ${said}, ${wanted}`), { input })
  }
}

/** Once a file that was cut is whole, trying again shows what there is. */
export function checkMended(program, random) {
  const { input } = whole(random, program.key)
  const counts = new Uint32Array(program.blocks)
  input.steps = []
  const wanted = runCase(program, input, counts)
  const broken = cut(random, input)
  broken.steps = [{ files: input.files }, { again: 1 }, { again: 1 }, { again: 1 }]
  const shown = runCase(program, broken, counts)
  // A text that did not come leaves its page where the index has it.
  const links = ({ links }) => links.toSorted().join()
  if (shown.said !== wanted.said || links(shown) !== links(wanted)) {
    throw Object.assign(new Finding(`${shown.query}: ${shown.said}, ${shown.links} for ${wanted.said}, ${wanted.links}`), { input: broken })
  }
}

async function main() {
  const options = { seconds: 60, seed: 1 }
  const named = []
  for (let at = 2; at < process.argv.length; at++) {
    const [, name] = /^--(seconds|seed|site)$/.exec(process.argv[at]) ?? []
    if (name) options[name] = name === 'site' ? process.argv[++at] : Number(process.argv[++at])
    else named.push(process.argv[at])
  }
  const under_test = program()
  if (named.length) {
    for (const file of named) reached(under_test, JSON.parse(fs.readFileSync(file, 'utf8')))
    return console.log(`${named.length} cases, no finding`)
  }
  const random = chance(options.seed)
  const coverage = await Coverage.start(under_test.code)
  const known = new Set()
  const pool = []
  const findings = new Map()
  let executions = 0

  const attempt = (input) => {
    executions++
    try {
      return reached(under_test, input)
    } catch (problem) {
      keepFinding(findings, problem, input)
      return []
    }
  }
  const isNew = (features) => features.filter((feature) => !known.has(feature)).length > 0
  const keep = (input, features, isPinned = false) => {
    for (const feature of features) known.add(feature)
    pool.push({ input, features: new Set(features), isPinned, size: JSON.stringify(input).length })
  }

  /** Rather a small one: it is quick, and what is changed in it matters. */
  const parent = () => {
    const some = Array.from({ length: 4 }, () => random.one(pool))
    return some.reduce((one, other) => (one.size < other.size ? one : other))
  }

  const seeds = [...Object.values(corpus()), ...large(), ...(options.site ? ofSite(options.site) : [])]
  for (let more = 0; more < 200; more++) seeds.push(whole(random, under_test.key).input)
  for (const input of seeds) {
    const features = attempt(input)
    if (isNew(features) || pool.length < 20) keep(input, features)
  }
  await coverage.news()
  console.log(`${seeds.length} seeds reach ${known.size} steps and ${coverage.size} characters`)

  const end = Date.now() + options.seconds * 1000
  let told = Date.now()
  let recent = []
  while (Date.now() < end) {
    const input = random.is(0.02)
      ? whole(random, under_test.key).input
      : mutate(random, parent().input, parent().input)
    const features = attempt(input)
    if (isNew(features)) keep(input, features)
    else recent.push(input)
    if (random.is(0.02)) {
      executions++
      try {
        checkWhole(under_test, random)
        checkMended(under_test, random)
      } catch (problem) {
        keepFinding(findings, problem, problem.input)
      }
    }
    if (recent.length >= CASES_A_LOOK) {
      const news = await coverage.news()
      // Something ran that no counter stands in: find out for which case.
      for (const input of news.size ? recent : []) {
        const features = attempt(input)
        const ran = await coverage.ran()
        const own = [...news].filter((at) => ran[at])
        if (own.length) keep(input, features, true)
        for (const at of own) news.delete(at)
      }
      recent = []
    }
    if (Date.now() - told > 30_000) {
      told = Date.now()
      console.log(`${executions} cases, ${pool.length} kept, ${known.size} steps, ${coverage.size} characters, ${findings.size} findings`)
    }
  }
  console.log(`${executions} cases, ${pool.length} kept, ${known.size} steps, ${coverage.size} characters, ${findings.size} findings`)
  await coverage.news()
  console.log(['not reached:', ...coverage.missing()].join('\n'))
  write(smallest(pool, under_test))
  process.exitCode = findings.size ? 1 : 0
}

function keepFinding(findings, problem, input) {
  if (!(problem instanceof Finding)) throw problem
  const kind = problem.message.replace(/\d+/g, 'N').split('\n').slice(0, 3).join(' ')
  if (findings.has(kind)) return
  findings.set(kind, input)
  fs.mkdirSync(FINDINGS, { recursive: true })
  fs.writeFileSync(path.join(FINDINGS, `search_script-${findings.size}.json`), JSON.stringify(input))
  console.log(`FINDING ${findings.size}: ${problem.message}`)
}

/** The indexes of a built site, with a query each. */
function ofSite(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((file) => /(^|[\\/])search[\\/]index\.html$/.test(file))
    .map((file) => path.join(folder, file))
    .filter((page) => / data-index=/.test(fs.readFileSync(page, 'utf8')))
    .map((page) => {
      const [stamp, ...manifest] = / data-index="?([^">]*)/.exec(fs.readFileSync(page, 'utf8'))[1].split(' ')
      const files = {}
      for (const file of fs.readdirSync(path.dirname(page))) {
        const name = new RegExp(`^${stamp}-(\\w+)\\.js$`).exec(file)?.[1]
        if (!name) continue
        const script = fs.readFileSync(path.join(path.dirname(page), file), 'utf8')
        files[name] = [JSON.parse(`[${script.slice(script.indexOf('(') + 1, script.lastIndexOf(')'))}]`)]
      }
      const steps = [{ click: 0 }, { type: 'budget' }, { type: 'ថវិកាឃុំ' }]
      return { manifest: manifest.join(' '), files, hash: `#q=${encodeURIComponent('ក្រុមប្រឹក្សាឃុំ')}`, steps }
    })
}

// --- what V8 saw of the script ---------------------------------------------------------------------

/** Which characters of the script's code ran. */
class Coverage {
  static async start(code) {
    const session = new Session()
    session.connect()
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    return Object.assign(new Coverage(), { session, code, covered: new Uint8Array(code.length), size: 0 })
  }
  /** Since the last time. */
  async ran() {
    const { result } = await this.session.post('Profiler.takePreciseCoverage')
    const functions = result.filter(({ url }) => url === 'search.js').flatMap((script) => script.functions)
    const ranges = functions.flatMap((one) => one.ranges)
    ranges.sort((one, other) => one.startOffset - other.startOffset || other.endOffset - one.endOffset)
    const ran = new Uint8Array(this.code.length)
    for (const { startOffset, endOffset, count } of ranges) ran.fill(count ? 1 : 0, startOffset, endOffset)
    return ran
  }
  /** What ran since the last time and never before. */
  async news() {
    const news = new Set()
    ;(await this.ran()).forEach((ran, at) => ran && !this.covered[at] && news.add(at))
    for (const at of news) this.covered[at] = 1
    this.size += news.size
    return news
  }
  /** The lines that never ran, or not all of them. */
  missing() {
    let at = 0
    return this.code.split('\n').filter((line) => {
      const from = at
      at += line.length + 1
      return [...line.trim()].length > 1 && this.covered.subarray(from, from + line.length).includes(0) && /\S/.test(line)
    })
  }
}

// --- a small corpus --------------------------------------------------------------------------------

/** Cases that together reach what all did, each cut down as far as it still does its part. */
function smallest(pool, under_test) {
  const all = new Set()
  const chosen = []
  for (const one of pool.toSorted((one, other) => one.size - other.size)) {
    if (one.size > 3 * MOST_BYTES_OF_A_CASE) continue // would take longest
    const own = [...one.features].filter((feature) => !all.has(feature))
    if (!own.length && !one.isPinned) continue
    const input = one.isPinned ? one.input : cutDown(one.input, (input) => {
      try {
        const features = new Set(reached(under_test, input))
        return own.every((feature) => features.has(feature))
      } catch {
        return false
      }
    })
    if (JSON.stringify(input).length > MOST_BYTES_OF_A_CASE) continue
    for (const feature of reached(under_test, input)) all.add(feature)
    chosen.push(input)
  }
  return chosen
}

/** Leaves out of a case what `stillDoes` does without: files, steps, calls, halves of texts. */
function cutDown(input, stillDoes) {
  let small = input
  const attempt = (change) => {
    const copy = structuredClone(small)
    change(copy)
    if (JSON.stringify(copy).length < JSON.stringify(small).length && stillDoes(copy)) small = copy
  }
  for (const name of Object.keys(small.files)) attempt((copy) => delete copy.files[name])
  for (let at = (small.steps ?? []).length - 1; at >= 0; at--) attempt((copy) => copy.steps.splice(at, 1))
  attempt((copy) => delete copy.search)
  attempt((copy) => delete copy.hash)
  for (let share = 2; share <= 64; share *= 2) {
    const shorter = (text) => text.slice(0, text.length - Math.ceil(text.length / share))
    attempt((copy) => (copy.hash = shorter(copy.hash ?? '')))
    for (const name of Object.keys(small.files)) {
      for (const call of (small.files[name] || []).keys()) {
        attempt((copy) => copy.files[name].splice(call, 1))
        for (const at of (small.files[name]?.[call] ?? []).keys()) {
          if (typeof small.files[name][call]?.[at] === 'string') attempt((copy) => (copy.files[name][call][at] = shorter(copy.files[name][call][at])))
        }
      }
    }
  }
  return small
}

function write(cases) {
  fs.mkdirSync(CORPUS, { recursive: true })
  for (const old of fs.readdirSync(CORPUS)) fs.unlinkSync(path.join(CORPUS, old))
  let bytes = 0
  const texts = cases.map((input) => `${JSON.stringify(input)}\n`)
  for (const text of texts.sort((one, other) => one.length - other.length)) {
    bytes += Buffer.byteLength(text)
    if (bytes > MOST_BYTES_OF_CORPUS) break
    const name = createHash('sha256').update(text).digest('hex').slice(0, 8)
    fs.writeFileSync(path.join(CORPUS, `${name}.json`), text)
  }
  console.log(`${fs.readdirSync(CORPUS).length} cases in the corpus`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
