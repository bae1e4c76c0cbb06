// A site that asks for fonts: one request more for each, which readers see in its letters; nothing of it where
// a site does not ask.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromiumPath, program, require } from './site.mjs'

const { chromium } = require('playwright-core')
const campaign = fileURLToPath(new URL('../snapshots/tongues/campaign', import.meta.url))

let folder
let site
let browser
let server
let base

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sala-fonts-'))
  const root = path.join(folder, 'campaign')
  site = path.join(folder, 'site')
  fs.cpSync(campaign, root, { recursive: true })
  fs.appendFileSync(path.join(root, 'sala.toml'), '\n[fonts]\ntext = "Kantumruy Pro"\nheadings = "Koulen"\n')
  execFileSync(program, ['build', '--root', root, '--output', site], { stdio: 'pipe' })
  execFileSync(program, ['pack', path.join(folder, 'all.html'), '--root', root], { stdio: 'pipe' })
  server = http.createServer((request, response) => {
    const file = path.join(site, decodeURIComponent(new URL(request.url, 'http://site').pathname))
    const found = fs.existsSync(file) && fs.statSync(file).isFile()
    response.writeHead(found ? 200 : 404, { 'content-type': { '.html': 'text/html', '.woff2': 'font/woff2', '.js': 'text/javascript' }[path.extname(file)] ?? 'text/plain' })
    response.end(found ? fs.readFileSync(file) : '')
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  base = `http://127.0.0.1:${server.address().port}/`
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] })
})

after(async () => {
  await browser?.close()
  server?.close()
  server?.closeAllConnections()
  fs.rmSync(folder, { recursive: true, force: true })
})

test('the fonts are as small as promised, and their licences stand beside them', () => {
  const found = fs.readdirSync(path.join(site, 'fonts')).sort()
  assert.deepEqual(found, ['KantumruyPro-OFL.txt', 'Koulen-OFL.txt', 'headings.woff2', 'text.woff2'])
  assert.ok(fs.statSync(path.join(site, 'fonts/text.woff2')).size <= 15_000)
  assert.ok(fs.statSync(path.join(site, 'fonts/headings.woff2')).size <= 7_000)
})

for (const page of ['index.html', 'news/well/index.html', 'search/index.html']) {
  test(`${page} shows Khmer in the fonts that were asked for`, async () => {
    assert.deepEqual(await shown(base + page), {
      problems: [],
      fonts: ['fonts/headings.woff2', 'fonts/text.woff2'],
      loaded: ['sala-headings', 'sala-text'],
    })
  })
}

test('a page without Khmer asks for none', async () => {
  const { fonts } = await shown(`${base}en/meeting/index.html`, (page) => page.replaceAll(/[\u1780-\u17ff]/g, ''))
  assert.deepEqual(fonts, [])
})

test('a page that is opened from a folder, and one that holds all, have the fonts', async () => {
  for (const file of ['site/index.html', 'all.html']) {
    const { problems, loaded } = await shown(pathToFileURL(path.join(folder, file)).href)
    assert.deepEqual([problems, loaded], [[], ['sala-headings', 'sala-text']], file)
  }
})

/** What a page asks for, and which fonts are there in the end: as optional ones they may come too late. */
async function shown(url, change) {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, serviceWorkers: 'block' })
  const tab = await context.newPage()
  const problems = []
  const fonts = new Set()
  tab.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  tab.on('request', (request) => /\.woff2$/.test(request.url()) && fonts.add(request.url().slice(base.length)))
  if (change)
    await tab.route(url, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: change(await response.text()) })
    })
  await tab.goto(url, { waitUntil: 'load' })
  await tab.evaluate(() => document.fonts.ready)
  const loaded = await tab.evaluate(async (isForced) => {
    if (isForced) await Promise.all([...document.fonts].map((font) => font.load().catch(() => {})))
    return [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family.replaceAll('"', '')).sort()
  }, !change)
  await context.close()
  return { problems, fonts: [...fonts].sort(), loaded }
}
