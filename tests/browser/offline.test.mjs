// What a phone keeps of the built site, in Chromium: a page that was read opens without a connection, one
// that changed is shown as it is now, one that is gone does not stay.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { chromiumPath, files, folder, require, urlPath } from './site.mjs'

const { chromium } = require('playwright-core')

const FIRST = 'index.html'
const SECOND = files.find((file) => /^[^/]+\/index\.html$/.test(file) && !/^(en|search|data)\//.test(file))
const THIRD = 'search/index.html'
const GONE = fs.readFileSync(new URL('../../themes/default/offline/gone.js', import.meta.url), 'utf8')

let browser
let host

before(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] })
})

after(() => browser?.close())

test('what was read opens without a connection, the first page too, and what was not read does not', async () => {
  await onAPhone(async (tab) => {
    await read(tab, FIRST)
    await read(tab, SECOND)
    const shown = await words(tab)
    await host.stop()
    assert.equal(await opens(tab, SECOND), true)
    assert.equal(await words(tab), shown)
    assert.equal(await opens(tab, FIRST), true)
    assert.equal(await opens(tab, `${SECOND}?shared=by-somebody`), true)
    assert.equal(await opens(tab, THIRD), false)
  })
})

test('a page that changed is shown as it is now where there is a connection, and then kept', async () => {
  await onAPhone(async (tab) => {
    await read(tab, FIRST)
    await read(tab, SECOND)
    host.instead.set(SECOND, site(SECOND).replace(/<h1[^>]*>.*?<\/h1>/s, '<h1>New words</h1>'))
    await read(tab, SECOND)
    assert.equal(await tab.locator('h1').innerText(), 'New words')
    await host.stop()
    assert.equal(await opens(tab, SECOND), true)
    assert.equal(await tab.locator('h1').innerText(), 'New words')
  })
})

test('a kept page is shown where the host takes too long', async () => {
  await onAPhone(async (tab) => {
    await read(tab, FIRST)
    await read(tab, SECOND)
    host.instead.set(SECOND, undefined)
    host.waits.add(SECOND)
    assert.equal(await opens(tab, SECOND), true)
  })
})

test('a page that was taken off the site is not kept', async () => {
  await onAPhone(async (tab) => {
    await read(tab, FIRST)
    await read(tab, SECOND)
    host.gone.add(SECOND)
    assert.equal((await tab.goto(host.base + SECOND)).status(), 404)
    await until(async () => !(await keptBy(tab)).includes(host.base + SECOND))
    await host.stop()
    assert.equal(await opens(tab, SECOND), false)
    // Another tab: in this one the browser's own page, which tells of it, may still be on its way.
    assert.equal(await opens(await tab.context().newPage(), FIRST), true)
  })
})

test('a phone keeps no more than a hundred files, and no leaflet', async () => {
  await onAPhone(async (tab) => {
    await read(tab, FIRST)
    await read(tab, SECOND)
    const leaflet = files.find((file) => file.endsWith('.pdf'))
    const pages = files.filter((file) => file.endsWith('.html')).slice(0, 120)
    await tab.evaluate(
      async (addresses) => {
        for (const address of addresses) await (await fetch(address)).text()
      },
      [leaflet, ...pages].map((file) => host.base + urlPath(file)),
    )
    await until(async () => (await keptBy(tab)).at(-1) === host.base + urlPath(pages.at(-1)))
    await until(async () => (await keptBy(tab)).length <= 100)
    const kept = await keptBy(tab)
    assert.equal(kept.length, 100)
    assert.deepEqual(kept.filter((address) => address.endsWith('.pdf')), [])
  })
})

test('a phone that saves data keeps nothing', async () => {
  await onAPhone(async (tab) => {
    await tab.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }))
    await tab.goto(host.base + FIRST, { waitUntil: 'load' })
    await tab.goto(host.base + SECOND, { waitUntil: 'load' })
    assert.deepEqual(host.asked.filter((file) => file === 'sw.js'), [])
  })
})

test('once a site keeps nothing any more, a phone throws away what it kept', async () => {
  await onAPhone(async (tab) => {
    await read(tab, FIRST)
    await read(tab, SECOND)
    assert.notDeepEqual(await keptBy(tab), [])
    host.instead.set('sw.js', GONE)
    for (const page of [FIRST, SECOND, 'learn/index.html']) {
      host.instead.set(page, site(page).replace(/<script data-worker.*?<\/script>/s, ''))
    }
    await tab.goto(host.base + FIRST, { waitUntil: 'load' })
    await tab.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
    await tab.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration()) && !(await caches.keys()).length)
    await host.stop()
    assert.equal(await opens(tab, SECOND), false)
  })
})

test('no page complains, and none lets a script run that its policy does not name', async () => {
  await onAPhone(async (tab) => {
    const complaints = []
    tab.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()))
    tab.on('pageerror', (error) => complaints.push(String(error)))
    await read(tab, FIRST)
    await read(tab, THIRD)
    assert.deepEqual(complaints, [])
    await tab.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "run"'
      document.body.append(script)
    })
    assert.notEqual(await tab.title(), 'run')
    assert.equal(complaints.length, 1)
    assert.match(complaints[0], /Content Security Policy/)
  })
})

// --- a phone and a host ----------------------------------------------------------------------

async function onAPhone(use) {
  host = await aHost()
  const phone = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'km-KH' })
  try {
    await use(await phone.newPage())
  } finally {
    await phone.close()
    await host.stop()
  }
}

/** Opens a page while there is a connection, until the worker has kept it as it is. */
async function read(tab, page) {
  await tab.goto(host.base + urlPath(page), { waitUntil: 'load' })
  await tab.evaluate(() => navigator.serviceWorker.ready)
  const now = host.instead.get(page) ?? site(page)
  await until(async () => now === (await tab.evaluate(async (url) => (await caches.match(url))?.text(), host.base + urlPath(page))))
}

async function until(isSo) {
  while (!(await isSo())) await new Promise((passed) => setTimeout(passed, 50))
}

function keptBy(tab) {
  return tab.evaluate(async () => {
    const all = []
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) all.push(request.url)
    }
    return all
  })
}

async function opens(tab, page) {
  try {
    await tab.goto(host.base + page, { waitUntil: 'load', timeout: 15000 })
    return true
  } catch {
    return false
  }
}

function words(tab) {
  return tab.locator('main').innerText()
}

function site(file) {
  return fs.readFileSync(path.join(folder, file), 'utf8')
}

/** A host with the built site in a folder, which can change, take too long, and go away. */
async function aHost() {
  const [instead, gone, waits, asked] = [new Map(), new Set(), new Set(), []]
  const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.pdf': 'application/pdf' }
  const server = http.createServer((request, response) => {
    const file = decodeURIComponent(new URL(request.url, 'http://site').pathname).slice('/water/'.length)
    asked.push(file)
    if (waits.has(file)) return
    const isThere = files.includes(file) && !gone.has(file)
    const body = instead.get(file) ?? fs.readFileSync(path.join(folder, isThere ? file : '404.html'))
    response.writeHead(isThere ? 200 : 404, {
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
    })
    response.end(body)
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  const stop = () =>
    new Promise((stopped) => {
      server.close(stopped)
      server.closeAllConnections()
    })
  return { base: `http://127.0.0.1:${server.address().port}/water/`, instead, gone, waits, asked, stop }
}
