// Asks Pagefind and MiniSearch what `measure.mjs` asks sala, over the same pages.
//
//   npm install --prefix FOLDER/peers pagefind minisearch     (versions in package.json beside this)
//   node peers.mjs FOLDER                                     after pages.py
//
// Pagefind runs in Chromium through the playwright-core of tests/tools, as its script needs a browser.
// A phrase is asked in quotation marks, which is how Pagefind wants it.
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import zlib from 'node:zlib'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const folder = path.resolve(process.argv[2])
const require = createRequire(path.join(folder, 'peers/package.json'))
const pages = JSON.parse(fs.readFileSync(path.join(folder, 'pages.json'), 'utf8'))
const queries = JSON.parse(fs.readFileSync(path.join(folder, 'queries.json'), 'utf8'))

await minisearch('MiniSearch, its own words', undefined)
const segmenter = new Intl.Segmenter('km', { granularity: 'word' })
await minisearch('MiniSearch, words of Intl.Segmenter', (text) =>
  [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment),
)
await pagefind()
process.exit()

async function minisearch(name, tokenize) {
  const { default: MiniSearch } = await import(pathToFileURL(require.resolve('minisearch')).href)
  const index = new MiniSearch({ fields: ['title', 'text'], storeFields: ['title'], ...(tokenize && { tokenize }) })
  index.addAll(pages.map(({ title, unmarked }, id) => ({ id, title: title.replaceAll('\u200b', ''), text: unmarked })))
  const bytes = zlib.gzipSync(JSON.stringify(index), { level: 9 }).length
  await report(name, bytes, async (query) => index.search(query, { combineWith: 'AND' }).map(({ id }) => id))
}

async function pagefind() {
  const { createIndex } = await import(pathToFileURL(path.join(folder, 'peers/node_modules/pagefind/lib/index.js')).href)
  const { index } = await createIndex({ forceLanguage: 'km' })
  for (const [number, { title, unmarked }] of pages.entries())
    await index.addCustomRecord({ url: `/p${number}/`, content: unmarked, language: 'km', meta: { title } })
  const output = path.join(folder, 'peers/out/pagefind')
  fs.rmSync(output, { recursive: true, force: true })
  await index.writeFiles({ outputPath: output })
  // Its files are compressed already; all that a search may load but the texts of the pages.
  const inside = fs.readdirSync(output, { recursive: true }).filter((name) => fs.statSync(path.join(output, name)).isFile())
  const size = (wanted) => inside.filter(wanted).reduce((sum, name) => sum + fs.statSync(path.join(output, name)).size, 0)
  const bytes = size((name) => /\.(pf_index|pf_meta)$/.test(name))
  console.log('Pagefind, texts for results', size((name) => /\.pf_fragment$/.test(name)))
  const server = http.createServer((request, response) => {
    const file = path.join(folder, 'peers/out', decodeURIComponent(new URL(request.url, 'http://site').pathname))
    const found = fs.existsSync(file) && fs.statSync(file).isFile()
    const type = file.endsWith('.js') ? 'text/javascript' : file.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream'
    response.writeHead(found || request.url === '/' ? 200 : 404, { 'content-type': request.url === '/' ? 'text/html' : type })
    response.end(found ? fs.readFileSync(file) : '<html lang="km"></html>')
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  const { chromiumPath, require: tools } = await import('../../tests/browser/site.mjs')
  const browser = await tools('playwright-core').chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] })
  const tab = await browser.newPage()
  await tab.goto(`http://127.0.0.1:${server.address().port}/`)
  await tab.evaluate(async () => {
    window.pagefind = await import('/pagefind/pagefind.js')
    await window.pagefind.init()
    window.known = {}
  })
  await report('Pagefind', bytes, (query, kind) =>
    tab.evaluate(async (asked) => {
      const { results } = await window.pagefind.search(asked)
      const urls = []
      for (const result of results) {
        window.known[result.id] ??= (await result.data()).url
        urls.push(Number(/p(\d+)/.exec(window.known[result.id])[1]))
      }
      return urls
    }, kind === 'phrases' ? `"${query}"` : query),
  )
  await browser.close()
  server.close()
}

async function report(name, bytes, search) {
  const scores = {}
  for (const [kind, list] of Object.entries(queries)) {
    let [precision, recall] = [0, 0]
    for (const { query, pages } of list) {
      const answer = await search(query, kind)
      const right = answer.filter((page) => pages.includes(page)).length
      precision += answer.length ? right / answer.length / list.length : 0
      recall += right / pages.length / list.length
    }
    scores[kind] = `P ${precision.toFixed(3)} R ${recall.toFixed(3)}`
  }
  console.log(name, '| index', bytes, scores)
}
