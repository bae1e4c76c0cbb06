// Reads every page of the built site as a file: links, languages, size, and the judge of HTML.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import crypto from 'node:crypto'
import path from 'node:path'
import { test } from 'node:test'
import zlib from 'node:zlib'
import { files, folder, folderLanguage, pages, read, require, searches } from './site.mjs'

/** What a server sends in its first breath (ten packets), and what a page of text may weigh. */
const FIRST_BREATH = 14_600
const TEXT_PAGE = 5_200
const TEXT_PAGE_WORDS = 700

const known = new Set(files)
const documents = new Map(pages.map((page) => [page, parse(page)]))

test('every link inside the site leads somewhere', () => {
  const broken = pages.flatMap((page) =>
    documents
      .get(page)
      .links.map((link) => [link, target(page, link)])
      .filter(([, found]) => found && !exists(found))
      .map(([link]) => `${page}: ${link}`),
  )
  assert.deepEqual(broken, [])
})

test('no page loads anything from elsewhere, and its policy lets run what stands in it and nothing else', () => {
  const loads = /<(?:img|script|iframe|source|audio|video|embed|object|link\b[^>]*stylesheet)[^>]*(?:src|href|data)\s*=\s*["']?(?:https?:)?\/\//i
  const foreign = pages.filter((page) => loads.test(read(page)) || /@import|url\(["']?(?:https?:)?\/\//.test(read(page)))
  assert.deepEqual(foreign, [])
  const handlers = pages.filter((page) => /<[a-z][^>]*\son[a-z]+\s*=|href\s*=\s*["']?\s*javascript:/i.test(read(page)))
  assert.deepEqual(handlers, [])
  const wrong = pages.flatMap((page) => {
    const html = read(page)
    const policy = html.match(/http-equiv="?Content-Security-Policy"? content="([^"]*)"/i)[1]
    const allowed = policy.match(/(?:^|; )script-src ([^;]*)/)[1].split(' ')
    const own = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>(.*?)<\/script>/gs)].map(
      ([, script]) => `'sha256-${crypto.createHash('sha256').update(script).digest('base64')}'`,
    )
    const fromFiles = /<script[^>]*\b(?:src|data-search)=/.test(html) ? ["'self'", 'file:'] : []
    const expected = own.length + fromFiles.length > 0 ? [...fromFiles, ...own] : ["'none'"]
    const isKnown = searches(page) === fromFiles.length > 0 || page.includes('search/')
    return allowed.join(' ') === expected.join(' ') && isKnown ? [] : [`${page}: ${allowed.join(' ')}`]
  })
  assert.deepEqual(wrong, [])
})

test('every page says its language, and so does the folder it stands in', () => {
  const wrong = pages.filter((page) => {
    const { language } = documents.get(page)
    const expected = folderLanguage(page)
    return !/^[a-z]{2,3}(-|$)/.test(language) || (expected !== '' && language !== expected)
  })
  assert.deepEqual(wrong, [])
})

test('translations name each other', () => {
  const entries = [...read('sitemap.xml').matchAll(/<url><loc>([^<]+)<(.*?)<\/url>/g)]
  const translations = new Map(
    entries.map(([, url, rest]) => [url, [...rest.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([own]) => own)]),
  )
  const wrong = [...translations].flatMap(([url, named]) => {
    const urls = named.map((own) => own.match(/href="([^"]+)"$/)[1])
    const isItself = named.length === 0 || urls.includes(url)
    const isSame = urls.every((other) => translations.get(other)?.join() === named.join())
    return isItself && isSame ? [] : [`${url}: ${named.join(' ')}`]
  })
  assert.deepEqual(wrong, [])
  assert.ok([...translations.values()].some((named) => named.length > 1))
})

test('the sitemap and the feeds name pages that there are', () => {
  const lists = files.filter((file) => file.endsWith('.xml'))
  assert.ok(lists.includes('sitemap.xml'))
  const missing = lists.flatMap((list) =>
    [...read(list).matchAll(/<loc>([^<]+)<|<link[^>]*href="([^"]+)"/g)]
      .map((match) => decodeEntities(match[1] ?? match[2]))
      .filter((url) => !exists({ file: fileOf(url), fragment: '' }))
      .map((url) => `${list}: ${url}`),
  )
  assert.deepEqual(missing, [])
})

test('every page fits the first breath of a connection, a page of text three times over', () => {
  const heavy = pages.flatMap((page) => {
    const html = read(page)
    const bytes = zlib.brotliCompressSync(html).length
    const isText = !/<svg|<table/.test(html) && words(html) <= TEXT_PAGE_WORDS
    const limit = isText ? TEXT_PAGE : FIRST_BREATH
    return bytes > limit ? [`${page}: ${bytes} bytes of brotli, ${limit} allowed`] : []
  })
  assert.deepEqual(heavy, [])
})

test('the judge of HTML finds no error', () => {
  const jar = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar')
  const run = spawnSync('java', ['-jar', jar, '--format', 'json', '--errors-only', '--skip-non-html', folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  assert.ok(!run.error, `java does not start: ${run.error}`)
  const errors = JSON.parse(run.stderr).messages.map(
    ({ url, lastLine, message }) => `${path.relative(folder, new URL(url).pathname)}:${lastLine}: ${message}`,
  )
  assert.deepEqual(errors, [])
})

// --- reading ---------------------------------------------------------------------------------

function parse(page) {
  const html = read(page).replace(/<style>.*?<\/style>/gs, '')
  const tags = [...html.matchAll(/<([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi)].map(([, name, rest]) => ({
    name: name.toLowerCase(),
    attributes: attributesOf(rest),
  }))
  const canonical = tags.find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href
  return {
    base: canonical && baseOf(canonical, page),
    language: tags.find(({ name }) => name === 'html').attributes.lang ?? '',
    ids: new Set(tags.map(({ attributes }) => attributes.id).filter(Boolean)),
    links: tags.flatMap(({ attributes }) => [attributes.href, attributes.src]).filter(Boolean),
  }
}

function attributesOf(text) {
  const found = text.matchAll(/([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)
  return Object.fromEntries(
    [...found].map(([, name, double, single, bare]) => [
      name.toLowerCase(),
      decodeEntities(double ?? single ?? bare ?? ''),
    ]),
  )
}

/** The address that the site is built for, from a page that names its own. */
function baseOf(canonical, page) {
  const ending = page.replace(/index\.html$/, '')
  const plain = decodeURI(canonical)
  return plain.endsWith(ending) ? plain.slice(0, plain.length - ending.length) : undefined
}

/** The file and fragment that a link inside the site leads to; nothing for a link that leaves it. */
function target(page, link) {
  const base = documents.get(page).base ?? siteBase()
  const url = new URL(link, base + page)
  if (!url.href.startsWith(base)) return undefined
  return { file: fileOf(url.href), fragment: decodeURIComponent(url.hash.slice(1)) }
}

function fileOf(url) {
  const inside = decodeURIComponent(new URL(url).pathname).slice(new URL(siteBase()).pathname.length)
  return inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside
}

function siteBase() {
  return [...documents.values()].find(({ base }) => base).base
}

function exists({ file, fragment }) {
  if (!known.has(file)) return false
  return fragment === '' || !documents.has(file) || documents.get(file).ids.has(fragment)
}

function words(html) {
  const text = html.replace(/<style>.*?<\/style>|<[^>]*>/gs, ' ')
  const segmenter = new Intl.Segmenter('km', { granularity: 'word' })
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length
}

function decodeEntities(text) {
  return text
    .replace(/&#x([0-9a-f]+);?/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&#(\d+);?/g, (_, decimal) => String.fromCodePoint(Number(decimal)))
    .replace(/&quot;?/g, '"')
    .replace(/&lt;?/g, '<')
    .replace(/&gt;?/g, '>')
    .replace(/&amp;?/g, '&')
}
