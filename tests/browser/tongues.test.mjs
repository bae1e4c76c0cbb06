// A site in four languages, one of them from the right: nothing reaches over an edge of the smallest phone, each
// language can be reached from each page, and the search finds words however their letters are typed.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromiumPath, program, require } from './site.mjs'

const { chromium } = require('playwright-core')
const campaign = fileURLToPath(new URL('../snapshots/tongues/campaign', import.meta.url))

const HIGHEST_HEAD = 96
const SMALLEST_TARGET = 44
const NAMES = { km: 'ភាសាខ្មែរ', en: 'English', vi: 'Tiếng Việt', ar: 'العربية' }

let folder
let browser
let pages

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sala-tongues-'))
  fs.cpSync(campaign, path.join(folder, 'campaign'), { recursive: true })
  execFileSync(program, ['build', '--root', path.join(folder, 'campaign'), '--output', path.join(folder, 'site')], { stdio: 'pipe' })
  const found = fs.readdirSync(path.join(folder, 'site'), { recursive: true })
  pages = found.filter((file) => file.endsWith('index.html')).sort()
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] })
})

after(async () => {
  await browser?.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

for (const colorScheme of ['light', 'dark']) {
  for (const width of [320, 360, 1280]) {
    test(`no page reaches over an edge at ${width} px, ${colorScheme}`, async () => {
      const problems = []
      await inTab({ viewport: { width, height: 640 }, colorScheme }, async (tab) => {
        for (const page of pages) {
          await tab.goto(address(page))
          problems.push(...(await tab.evaluate(overTheEdge)).map((problem) => `${page}: ${problem}`))
          const head = await tab.locator('header').evaluate((header) => header.getBoundingClientRect().height)
          if (width < 400 && head > HIGHEST_HEAD) problems.push(`${page}: the head is ${head} px high`)
        }
      })
      assert.deepEqual(problems, [])
    })
  }
}

test('all that is folded may be opened on the smallest phone', async () => {
  const problems = []
  await inTab({ viewport: { width: 320, height: 640 } }, async (tab) => {
    for (const page of pages) {
      await tab.goto(address(page))
      await tab.evaluate(() => document.querySelectorAll('details').forEach((folded) => (folded.open = true)))
      problems.push(...(await tab.evaluate(overTheEdge)).map((problem) => `${page}: ${problem}`))
      const small = await tab.locator('.tongues').evaluateAll((switches, least) => {
        const targets = switches.flatMap((own) => [...own.querySelectorAll('summary, a')])
        return targets.filter((target) => target.getBoundingClientRect().height < least).map((target) => target.outerHTML)
      }, SMALLEST_TARGET)
      problems.push(...small.map((target) => `${page}: too small to touch: ${target}`))
    }
  })
  assert.deepEqual(problems, [])
})

test('each page says its language and direction, and names the others as their readers do', async () => {
  await inTab({}, async (tab) => {
    for (const page of pages) {
      await tab.goto(address(page))
      const lang = /^(en|vi|ar)\//.exec(page)?.[1] ?? 'km'
      const html = tab.locator('html')
      assert.equal(await html.getAttribute('lang'), lang, page)
      assert.equal(await html.getAttribute('dir'), lang === 'ar' ? 'rtl' : null, page)
      const links = await tab.locator('.tongues a').evaluateAll((links) => links.map((link) => [link.lang, link.hreflang, link.textContent]))
      const others = Object.keys(NAMES).filter((other) => other !== lang)
      assert.deepEqual(links.sort(), others.map((other) => [other, other, NAMES[other]]).sort(), page)
      const foreign = await tab.locator('main [lang]').evaluateAll((parts) =>
        parts.map((part) => [part.lang, getComputedStyle(part).direction]),
      )
      for (const [own, direction] of foreign) assert.equal(direction, own === 'ar' ? 'rtl' : 'ltr', `${page}: ${own}`)
    }
  })
})

test('bars grow from the side where lines begin', async () => {
  await inTab({ viewport: { width: 320, height: 640 } }, async (tab) => {
    for (const [page, side] of [['vi/money/index.html', 'left'], ['ar/money/index.html', 'right']]) {
      await tab.goto(address(page))
      const edges = await tab.locator('.chart .strip').evaluateAll((strips, side) =>
        strips.map((strip) => {
          const [own, bar] = [strip, strip.querySelector('rect')].map((part) => part.getBoundingClientRect())
          return Math.round(Math.abs(own[side] - bar[side]))
        }), side)
      assert.deepEqual(edges, [0, 0], page)
    }
  })
})

test('words are found however their letters are typed', async () => {
  await inTab({}, async (tab) => {
    for (const [page, query, title] of [
      ['ar/search/index.html', 'أموال', 'أموال البلدية'],
      ['ar/search/index.html', 'اموال', 'أموال البلدية'],
      ['ar/search/index.html', 'أَمْوَالُ البَلَدِيَّة؟', 'أموال البلدية'],
      ['ar/search/index.html', 'ﺍﻻﻋﻼﻧﺎﺕ', 'لوحة الإعلانات'],
      ['vi/search/index.html', 'đường', 'Đất và đường: tiền của xã'],
      ['vi/search/index.html', 'duong', 'Đất và đường: tiền của xã'],
      ['search/index.html', 'អណ្តូង', 'អណ្តូងថ្មី'],
    ]) {
      await tab.goto(`${address(page)}#q=${encodeURIComponent(query)}`)
      await tab.locator('#found .cards a').first().waitFor()
      assert.equal(await tab.locator('#found .cards a').first().textContent(), title, query)
      assert.deepEqual(await tab.evaluate(overTheEdge), [], query)
    }
  })
})

async function inTab(options, act) {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, ...options })
  try {
    await act(await context.newPage())
  } finally {
    await context.close()
  }
}

function address(page) {
  return pathToFileURL(path.join(folder, 'site', page)).href
}

/** What a reader would have to scroll sideways for; what is hidden on purpose stands far outside. */
function overTheEdge() {
  const found = []
  const wide = document.documentElement.scrollWidth
  if (wide > innerWidth) found.push(`the page is ${wide} px wide`)
  for (const element of document.querySelectorAll('body *')) {
    if (!element.checkVisibility() || element.closest('.skip, thead, .table, pre')) continue
    const { left, right, width } = element.getBoundingClientRect()
    if (width > 0 && (left < -0.5 || right > innerWidth + 0.5)) found.push(`<${element.localName} class="${element.className}"> from ${left} to ${right}`)
  }
  return found.slice(0, 5)
}
