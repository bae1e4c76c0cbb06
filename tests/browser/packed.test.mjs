// What `sala pack` makes, opened from the disk in Chromium with nothing that serves it: a zip that was
// unpacked, and one page that holds all.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { chromiumPath, program, require } from './site.mjs'

const { chromium } = require('playwright-core')

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sala-packed-'))
const campaign = path.join(folder, 'campaign')

let browser

before(async () => {
  assert.equal(spawnSync(program, ['new', campaign]).status, 0)
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] })
})

after(async () => {
  await browser?.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

test('the pages of a zip open from the folder that it becomes, and lead to each other', async () => {
  pack('water.zip')
  const run = spawnSync('python3', ['-m', 'zipfile', '-e', path.join(folder, 'water.zip'), folder], { encoding: 'utf8' })
  assert.equal(run.status, 0, run.stderr)
  await from(path.join(folder, 'water/index.html'), {}, async (tab) => {
    await tab.locator('main a[href*="budget"]').first().click()
    await tab.waitForURL(/budget\/index\.html$/)
    assert.notEqual(await tab.locator('h1').innerText(), '')
  })
})

for (const javaScriptEnabled of [true, false]) {
  test(`one page shows its pages one at a time, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
    pack('water.html', '--without-leaflets')
    await from(path.join(folder, 'water.html'), { javaScriptEnabled }, async (tab) => {
      const shown = () => tab.locator('.packed-page:visible')
      assert.deepEqual(await ids(shown()), ['/'])
      await tab.locator('.packed-page:visible a[href="#budget/"]').first().click()
      assert.deepEqual(await ids(shown()), ['budget/'])
      assert.equal(await tab.locator('header:visible').count(), 1)
      assert.equal((await tab.locator('header:visible').boundingBox()).y, 0)
      await tab.locator('header:visible a[lang="en"]').click()
      assert.deepEqual(await ids(shown()), ['en/'])
      await tab.goBack()
      assert.deepEqual(await ids(shown()), ['budget/'])
      await tab.locator('header:visible .brand').click()
      assert.deepEqual(await ids(shown()), ['/'])
      const leads = await tab.locator('a[href^="#"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
      const there = new Set(await tab.locator('[id]').evaluateAll((all) => all.map((one) => one.id)))
      assert.deepEqual(leads.filter((link) => !there.has(decodeURIComponent(link.slice(1)))), [])
      const named = await tab.locator('[id]').count()
      assert.equal(there.size, named, 'each identifier stands once')
    })
  })
}

test('one page hands out the leaflets that it holds', async () => {
  pack('water.html', '--force')
  await from(path.join(folder, 'water.html'), {}, async (tab) => {
    const link = tab.locator('a[download$=".pdf"]').first()
    const page = await link.evaluate((element) => element.closest('.packed-page').id)
    await tab.goto(`${tab.url().split('#')[0]}#${page}`)
    const [download] = await Promise.all([tab.waitForEvent('download'), link.click()])
    const bytes = fs.readFileSync(await download.path())
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
  })
})

function pack(file, ...more) {
  const arguments_ = ['pack', path.join(folder, file), '--root', campaign, '--language', 'en', ...more]
  const force = more.includes('--force') ? [] : ['--force']
  const run = spawnSync(program, [...arguments_, ...force], { encoding: 'utf8' })
  assert.equal(run.status, 0, run.stdout + run.stderr)
}

/** Opens a file on a phone that reaches nothing but the disk. */
async function from(file, options, use) {
  const phone = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'km-KH', ...options })
  const tab = await phone.newPage()
  const complaints = []
  tab.on('request', (request) => /^(file|data):/.test(request.url()) || complaints.push(`asks for ${request.url()}`))
  tab.on('requestfailed', (request) => complaints.push(`cannot load ${request.url()}`))
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  try {
    await tab.goto(pathToFileURL(file).href)
    await use(tab)
    assert.deepEqual(complaints, [])
  } finally {
    await phone.close()
  }
}

function ids(pages) {
  return pages.evaluateAll((all) => all.map((page) => page.id))
}
