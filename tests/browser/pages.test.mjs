// Opens a page of every kind in Chromium, at the widths of phones and of a desk, in light and dark.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { chromiumPath, folder, require, sample, searches, serve, urlPath } from './site.mjs'

const { chromium } = require('playwright-core')
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

const SCHEMES = ['light', 'dark']
const PHONE = { deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'km-KH', serviceWorkers: 'block' }
const SMALL_PHONE = { width: 320, height: 640 }
const USUAL_PHONE = { width: 360, height: 640 }
const DESK = { width: 1280, height: 800 }
const MOST_LAYOUT_SHIFT = 0.01
const SMALLEST_TARGET = 44
/** Pixels on a phone, of which a head may take so many. */
const HIGHEST_HEAD = 96
/** What a reader may ask for in the settings of a browser. */
const TWICE_AS_LARGE = '--blink-settings=defaultFontSize=32,defaultFixedFontSize=26'
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let site
let browser
let browserWithLargeText
let phone
let phoneWithLargeText
let desk
let phoneWithoutJavaScript

before(async () => {
  site = await serve()
  const launch = (...more) =>
    chromium.launch({
      executablePath: chromiumPath(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', ...more],
    })
  browser = await launch()
  browserWithLargeText = await launch(TWICE_AS_LARGE)
  phone = await browser.newContext({ ...PHONE, viewport: USUAL_PHONE })
  phoneWithLargeText = await browserWithLargeText.newContext({ ...PHONE, viewport: SMALL_PHONE })
  desk = await browser.newContext({ viewport: DESK, serviceWorkers: 'block' })
  phoneWithoutJavaScript = await browser.newContext({ ...PHONE, viewport: USUAL_PHONE, javaScriptEnabled: false })
})

after(async () => {
  await browser?.close()
  await browserWithLargeText?.close()
  site?.close()
})

test('the site has pages to look at', () => {
  assert.ok(sample.length >= 10, `only ${sample.length} pages in ${folder}`)
  assert.ok(sample.includes('404.html'))
})

for (const page of sample) {
  test(`${page} is light, whole and open to everybody`, async () => {
    const looks = [onAPhone, atADesk, withLargeText, fromAFile]
    const problems = []
    for (const look of looks) problems.push(...(await look(page)))
    assert.deepEqual(problems, [])
  })
}

test('a wrong address deep in the tree gets a page that leads home', async () => {
  await inTab(phone, async (tab) => {
    const response = await tab.goto(`${site.base}no/such/page/`)
    assert.equal(response.status(), 404)
    const home = await tab.locator('main a').first().getAttribute('href')
    assert.ok(
      home.startsWith('/') || /^https?:/.test(home),
      `\`${home}\` leads nowhere from an address that is deeper than the page itself`,
    )
  })
})

/** One request, a script where the page searches, nothing from elsewhere, no error, nothing that jumps, the same words without scripts. */
function onAPhone(page) {
  return inTab(phone, async (tab) => {
    const problems = []
    const requests = []
    tab.on('request', (request) => request.url().startsWith('data:') || requests.push(request.url()))
    tab.on('pageerror', (error) => problems.push(`script error: ${error}`))
    tab.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`))
    await tab.goto(site.base + urlPath(page), { waitUntil: 'load' })
    // Its script comes once the page has been drawn.
    if (searches(page)) await tab.waitForSelector('#words:enabled')
    const shift = await tab.evaluate(layoutShift)
    if (shift > MOST_LAYOUT_SHIFT) problems.push(`jumps while it loads: CLS ${shift}`)
    const foreign = requests.filter((url) => !url.startsWith(site.base))
    if (foreign.length > 0) problems.push(`asks other hosts: ${foreign.join(', ')}`)
    if (requests.length !== (searches(page) ? 2 : 1)) problems.push(`${requests.length} requests: ${requests.join(', ')}`)
    const text = await tab.locator('body').innerText()
    if (!searches(page) && text !== (await textWithoutJavaScript(page))) problems.push('says something else without JavaScript')
    problems.push(...(await atWidth(tab, SMALL_PHONE)), ...(await atWidth(tab, USUAL_PHONE)))
    return problems
  })
}

function atADesk(page) {
  return inTab(desk, async (tab) => {
    await tab.goto(site.base + urlPath(page), { waitUntil: 'load' })
    return atWidth(tab, DESK)
  })
}

/**
 * Letters twice as large, as a browser's settings make them, and as a style sheet would: nothing but a table, or
 * what is written to be copied, is pushed sideways.
 */
function withLargeText(page) {
  return inTab(phoneWithLargeText, async (tab) => {
    await tab.goto(site.base + urlPath(page), { waitUntil: 'load' })
    const problems = await tab.evaluate(pushedAside)
    const ordinary = await inTab(phone, async (other) => {
      await other.setViewportSize(SMALL_PHONE)
      await other.goto(site.base + urlPath(page), { waitUntil: 'load' })
      await other.evaluate(() => (document.documentElement.style.fontSize = '225%'))
      return other.evaluate(pushedAside)
    })
    return [...problems, ...ordinary].map((problem) => `in letters twice as large: ${problem}`)
  })
}

/** No sideways scrolling, targets for thumbs, and what axe finds in light and in dark. */
async function atWidth(tab, viewport) {
  const problems = []
  await tab.setViewportSize(viewport)
  const needed = await tab.evaluate(() => document.scrollingElement.scrollWidth)
  if (needed > viewport.width) problems.push(`needs ${needed} px`)
  const head = await tab.evaluate(() => document.querySelector('header').getBoundingClientRect().height)
  if (head > HIGHEST_HEAD) problems.push(`the head is ${head} px high`)
  problems.push(...(await tab.evaluate(tornWords)))
  const small = await tab.evaluate(smallTargets, SMALLEST_TARGET)
  problems.push(...small.map((target) => `small target ${target}`))
  await tab.evaluate(axe)
  for (const colorScheme of SCHEMES) {
    await tab.emulateMedia({ colorScheme })
    const violations = await tab.evaluate(violationsOfRules, RULES)
    problems.push(...violations.map((violation) => `${colorScheme}: ${violation}`))
  }
  return problems.map((problem) => `at ${viewport.width} px: ${problem}`)
}

function textWithoutJavaScript(page) {
  return inTab(phoneWithoutJavaScript, async (tab) => {
    await tab.goto(site.base + urlPath(page), { waitUntil: 'load' })
    return tab.locator('body').innerText()
  })
}

function fromAFile(page) {
  return inTab(phone, async (tab) => {
    const problems = []
    tab.on('requestfailed', (request) => problems.push(`from a file: cannot load ${request.url()}`))
    await tab.goto(pathToFileURL(path.join(folder, page)).href, { waitUntil: 'load' })
    const shown = await tab.evaluate(() => document.querySelector('h1')?.innerText.trim())
    if (!shown) problems.push('from a file: no heading is shown')
    return problems
  })
}

async function inTab(context, use) {
  const tab = await context.newPage()
  try {
    return await use(tab)
  } finally {
    await tab.close()
  }
}

// --- what runs in the page -------------------------------------------------------------------

function layoutShift() {
  return new Promise((resolve) => {
    let sum = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => resolve(sum), 100)
  })
}

/** What makes the page wider than its window, with all that is folded open. */
function pushedAside() {
  for (const details of document.querySelectorAll('main details')) details.open = true
  const { clientWidth, scrollWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const isPushed = (element) => element.getBoundingClientRect().right > clientWidth + 1
  const isWithinBox = (element) => element && (getComputedStyle(element).overflowX === 'auto' || isWithinBox(element.parentElement))
  const pushed = [...document.body.querySelectorAll('*')].filter((element) => isPushed(element) && !isWithinBox(element.parentElement))
  const innermost = pushed.filter((element) => ![...element.children].some(isPushed))
  return [`needs ${scrollWidth} px: ${innermost.map((element) => `“${element.textContent.trim().slice(0, 40)}”`).join(', ')}`]
}

/** Words of titles, figures, tables and maps whose letters stand in more than one line: not addresses, and not what is longer than a line of a phone. */
function tornWords() {
  const longest = 24
  const places = document.querySelectorAll('h1, h2, h3, .figure b, .numbers, main table, .map')
  const found = []
  for (const place of places) {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const text = texts.currentNode
      if (!text.parentElement.checkVisibility() || text.parentElement.closest('code, .skip')) continue
      for (const { 0: word, index } of text.data.matchAll(/[^\s\u200b\u00ad-]+/g)) {
        if (word.length > longest || /[._@/]/.test(word)) continue
        const tops = Array.from(word, (_, at) => {
          const range = document.createRange()
          range.setStart(text, index + at)
          range.setEnd(text, index + at + 1)
          return [...range.getClientRects()].findLast((box) => box.width > 0)?.top
        }).filter((top) => top !== undefined)
        if (Math.max(...tops) - Math.min(...tops) > 8) found.push(`torn word “${word}”`)
      }
    }
  }
  return found
}

function smallTargets(smallest) {
  const targets = document.querySelectorAll('header a, nav a, footer a, a.button, a.target, button, summary, input, select')
  return [...targets]
    .filter((target) => target.checkVisibility() && !target.closest('.skip'))
    .map((target) => [target, target.getBoundingClientRect()])
    .filter(([, box]) => Math.round(box.height) < smallest || Math.round(box.width) < smallest)
    .map(([target, box]) => `“${target.innerText.trim()}” ${Math.round(box.width)}×${Math.round(box.height)}`)
}

async function violationsOfRules(rules) {
  const { violations } = await window.axe.run(document, { runOnly: rules, resultTypes: ['violations'] })
  return violations.map(({ id, nodes }) => `axe ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}
