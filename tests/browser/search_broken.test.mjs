// What reaches the search page from outside, whole or not: addresses, typed text, files of the index.
// Whatever comes, the page searches or says in its own words that it cannot, and lists all pages.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { chromiumPath, folder, read, files, require, serve } from './site.mjs'
import { pathToFileURL } from 'node:url'

const { chromium } = require('playwright-core')

/** As in `search.js`. */
const LONGEST_QUERY = 500

let site
let browser
let phone

before(async () => {
  site = await serve()
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
  phone = await browser.newContext({ viewport: { width: 360, height: 640 }, serviceWorkers: 'block' })
})

after(async () => {
  await browser?.close()
  site?.close()
})

const KHUM = encodeURIComponent('ឃុំ')

/** An address behind `search/index.html`, and the query that can be read from it. */
const ADDRESSES = [
  ['', ''],
  ['#', ''],
  ['#q', ''],
  ['#q=', ''],
  ['#words=x', ''],
  ['#q=%E1%9E', ''],
  ['#q=%E1', ''],
  ['#q=%E', ''],
  ['#q=%', ''],
  ['#q=%ZZ', '%ZZ'],
  ['#q=%%%', '%%'],
  [`#q=${KHUM}%E1%9E`, 'ឃុំ'],
  [`#q=${KHUM}%E1%9E%8`, 'ឃុំ'],
  [`#q=${KHUM}%`, 'ឃុំ'],
  [`#q=%9E%92${KHUM}`, 'ឃុំ'],
  [`#q=${KHUM}%20100%`, 'ឃុំ 100'],
  ['#q=100% of', '100% of'],
  ['#q=%ED%A0%80', ''],
  ['#q=%ED%A0%BD%ED%B8%80', ''],
  ['#q=%C0%AF%E0%80%AF%F0%80%80%AF', ''],
  ['#q=%F4%90%80%80%F8%88%80%80%80%FF', ''],
  ['#q=%F0%9F%98%80', '😀'],
  ['#q=%F0%9F%98', ''],
  ['#q=%00', ''],
  ['#q=a%00b%0Ac%7F', 'a b c'],
  ['#q=%E2%80%8B', '\u200b'],
  [`#q=${KHUM}+budget`, 'ឃុំ budget'],
  ['#q=C%2B%2B', 'C++'],
  ['#q=<b>x</b>', '<b>x</b>'],
  ['#q=one&q=two', 'one'],
  ['#q=a%26b', 'a&b'],
  ['#from=feed&q=one', 'one'],
  [`?q=${KHUM}`, 'ឃុំ'],
  ['?q=%E1%9E', ''],
  ['?q=%ZZ&q=two', '%ZZ'],
  ['?fbclid=q=1&q=one%20two#top', 'one two'],
  ['?q=one#q=two', 'two'],
  ['?q=one#q=', ''],
  ['#q=constructor', 'constructor'],
  ['#q=__proto__', '__proto__'],
  [`#q=${'ab '.repeat(40_000)}`, 'ab '.repeat(200).slice(0, LONGEST_QUERY).trim()],
  [`#q=${encodeURIComponent('ឃុំ'.repeat(4_000))}`, 'ឃុំ'.repeat(200).slice(0, LONGEST_QUERY)],
  [`#q=${'%'.repeat(100_000)}`, '%'.repeat(LONGEST_QUERY)],
  [`#q=a${encodeURIComponent('😀').repeat(1_000)}`, `a${'😀'.repeat(249)}`],
]

test('an address that is cut or wrong shows what of its query can be read', async () => {
  await inTab(async (tab, problems) => {
    const wrong = []
    for (const [address, expected] of ADDRESSES) {
      await tab.goto('about:blank')
      await tab.goto(`${site.base}search/index.html${address}`)
      await settled(tab)
      const shown = await tab.inputValue('#words')
      const said = await tab.locator('#said').innerText()
      const failed = await words(tab, 'failed')
      const is_told = said === failed || (said === '') !== (expected === '')
      if (shown !== expected || is_told || problems.length)
        wrong.push([address.slice(0, 60), shown.slice(0, 60), said, ...problems.splice(0)])
    }
    assert.deepEqual(wrong, [])
  })
})

test('an address that changes under the page is read in the same way', async () => {
  await inTab(async (tab, problems) => {
    await tab.goto(`${site.base}search/index.html#q=${KHUM}`)
    await tab.waitForSelector('#found li')
    for (const hash of ['#q=%E1%9E', '#q=%', '#top', '']) {
      await tab.evaluate((hash) => (location.hash = hash), `#q=${KHUM}`)
      await tab.waitForSelector('#found li')
      await tab.evaluate((hash) => (location.hash = hash), hash)
      await tab.waitForFunction(() => !document.querySelector('#found').children.length)
      assert.equal(await tab.locator('#said').innerText(), '', hash)
      assert.equal(await tab.inputValue('#words'), '', hash)
    }
    await tab.goBack()
    await tab.waitForSelector('#found li')
    assert.deepEqual(problems, [])
  })
})

test('what is typed or pasted is searched for, whatever it is', async () => {
  const typed = [
    ['\ud83d', ''],
    ['a\udc00b', 'ab'],
    ['ឃុំ\ud83d', 'ឃុំ'],
    ['ឃុំ\0 \x1b[2J', 'ឃុំ [2J'],
    ['x'.repeat(100_000), 'x'.repeat(LONGEST_QUERY)],
    ['ឃុំ'.repeat(30_000), 'ឃុំ'.repeat(200).slice(0, LONGEST_QUERY)],
    ['់៉៊្្្', '់៉៊្្្'],
    ['%', '%'],
    ['%E1%9E', '%E1%9E'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ]
  await inTab(async (tab, problems) => {
    await tab.goto(`${site.base}search/index.html`)
    await tab.waitForSelector('#words:enabled')
    const wrong = []
    for (const [text, expected] of typed) {
      await tab.evaluate((text) => {
        document.querySelector('#words').value = text
        document.querySelector('#search .button').click()
      }, text)
      await tab.waitForFunction(
        (expected) =>
          document.querySelector('#words').value === expected &&
          document.querySelector('#found').getAttribute('aria-busy') === 'false',
        expected,
      )
      if (problems.length) wrong.push([text.slice(0, 60), ...problems.splice(0)])
    }
    assert.deepEqual(wrong, [])
  })
})

const HTML = '<!doctype html><html><head><title>Log in</title></head><body><script>alert(1)</script></body></html>'

/** What comes in place of files of the index: which files, and their text from what it should be. */
const BROKEN = {
  'a file that is missing': ['w', null],
  'a file that is empty': ['w', () => ''],
  'a page in place of a file': ['w', () => HTML],
  'a page in place of a file of pages': ['c', () => HTML],
  'a page in place of a file of phrases': ['p', () => HTML],
  'a file that is cut': ['w', (text) => text.slice(0, text.length / 2)],
  'a file of pages that is cut': ['c', (text) => text.slice(0, text.length / 2)],
  'a file that calls nothing there is': ['w', (text) => text.replace('sala_search', 'sala_find')],
  'a file that throws': ['w', (text) => `${text};throw new Error('portal')`, 'works'],
  'another file under its name': ['w', (text) => text.replace('"w', '"v')],
  'no words in it': ['w', (text) => called(text, (name) => [name])],
  'numbers for texts': ['w', (text) => called(text, (name) => [name, 1, 2])],
  'lists for texts': ['w', (text) => called(text, (name, first, second) => [name, [first], [second]])],
  'nothing for texts': ['w', (text) => called(text, (name) => [name, null, null])],
  'a list for a name': ['w', (text) => called(text, (name, first, second) => [[name], first, second]), 'works'],
  'its numbers cut': ['w', (text) => called(text, (name, first, second) => [name, first.slice(0, 9), second])],
  'no numbers': ['w', (text) => called(text, (name, first, second) => [name, '', second])],
  'letters that are no numbers': ['w', (text) => called(text, (name, first, second) => [name, first.replace(/[A-Z]/g, '-'), second])],
  'noughts without end': ['w', (text) => called(text, (name, first, second) => [name, ';'.repeat(10_000), second])],
  'huge numbers': ['w', (text) => called(text, (name, first, second) => [name, ';;;;f' + '{'.repeat(10_000), second])],
  'phrases that are cut': ['p', (text) => called(text, (name, first) => [name, first.slice(0, 1)])],
  'noughts for phrases': ['p', (text) => called(text, (name) => [name, ';'.repeat(10_000)])],
  'no phrases': ['p', (text) => called(text, (name) => [name, {}])],
  'too few pages': ['c', (text) => called(text, (name, first, second) => [name, first.split('\n')[0], second])],
  'too many pages': ['c', (text) => called(text, (name, first, second) => [name, `${first}\n${first}`, second])],
  'pages without parts': ['c', (text) => called(text, (name, first, second) => [name, first.replaceAll('\t', ' '), second])],
  'pages without titles': ['c', (text) => called(text, (name, first, second) => [name, first.replace(/\t[^\t]+/g, '\t'), second])],
  'no names of texts': ['c', (text) => called(text, (name, first) => [name, first])],
  'names of other texts': ['c', (text) => called(text, (name, first, second) => [name, first, second.replace(/../g, '..')])],
  'a list for names of texts': ['c', (text) => called(text, (name, first, second) => [name, first, [second, second]]), 'works'],
  'nothing for pages': ['c', (text) => called(text, (name) => [name, null])],
  'scripts for addresses': ['c', (text) => addressed(text, 'javascript:alert(1)')],
  'hidden scripts for addresses': ['c', (text) => addressed(text, '\x01 JaVaScRiPt:alert(1)')],
  'data for addresses': ['c', (text) => addressed(text, 'data:text/html,<script>alert(1)</script>')],
  'addresses elsewhere': ['c', (text) => addressed(text, '//org.example/')],
  'addresses elsewhere, turned': ['c', (text) => addressed(text, '\\\\org.example/')],
}

for (const scheme of ['http', 'file']) {
  test(`an index that is broken is told in the page's words, ${scheme}`, async () => {
    const base = scheme === 'http' ? site.base : `${pathToFileURL(folder).href}/`
    await inTab(async (tab, problems) => {
      tab.on('dialog', (dialog) => {
        problems.push(`a dialog: ${dialog.message()}`)
        dialog.dismiss()
      })
      const wrong = []
      for (const [kind, [letter, change, result]] of Object.entries(BROKEN)) {
        let broken = true
        const of_index = new RegExp(`/search/[0-9a-f]{8}-${letter}\\d+\\.js`)
        await tab.route(of_index, (route) => {
          const file = route.request().url().slice(base.length).split('?')[0]
          if (broken && !change) return route.fulfill({ status: 404, contentType: 'text/html', body: HTML })
          const text = read(file)
          const type = broken && change(text) === HTML ? 'text/html' : 'text/javascript; charset=utf-8'
          return route.fulfill({ status: 200, contentType: type, body: broken ? change(text) : text })
        })
        await tab.goto('about:blank')
        // Words that stand together on some page, so that phrases are asked for.
        await tab.goto(`${base}search/index.html#q=${encodeURIComponent('ក្រុមប្រឹក្សាឃុំ')}`)
        await settled(tab)
        const failed = await words(tab, 'failed')
        const said = await tab.locator('#said').innerText()
        if (result === 'works') {
          if (said === failed) wrong.push([kind, said])
        } else {
          if (said !== failed) wrong.push([kind, said])
          else {
            const letters = await tab.locator('.terms a:visible').count()
            if (letters < 20) wrong.push([kind, `${letters} letters to choose from`])
            broken = false
            await tab.click('#found .button')
            await tab.waitForSelector('#found li')
          }
        }
        const strange = await tab.locator('#found :not(p, ul, li, a, h2, button, mark)').count()
        const links = await tab.evaluate(() => [...document.querySelectorAll('#found a')].map((link) => link.href))
        if (strange) wrong.push([kind, `${strange} elements`])
        const away = links.filter((link) => !files.includes(decodeURI(link).replace(base, '')))
        if (away.length) wrong.push([kind, away[0]])
        if (problems.length) wrong.push([kind, ...problems.splice(0)])
        await tab.unroute(of_index)
      }
      assert.deepEqual(wrong, [])
    })
  })
}

/** A page that was kept beside files of a later build, or that a theme has changed. */
test('a page whose index cannot be read lists all pages without a form', async () => {
  const manifests = ['', 'a94175db', 'a94175db x y', 'a94175db -5 25', 'a94175db 1e99 25', 'a94175db 40 0', '../../x 40 25']
  await inTab(async (tab, problems) => {
    const wrong = []
    for (const manifest of [undefined, ...manifests]) {
      const page = '**/search/index.html'
      await tab.route(page, (route) => {
        const html = read('search/index.html')
        const attribute = / data-index=("[^"]*"|[^\s>]*)/
        assert.match(html, attribute)
        const body = html.replace(attribute, manifest === undefined ? '' : ` data-index="${manifest}"`)
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body })
      })
      await tab.goto('about:blank')
      await tab.goto(`${site.base}search/index.html#q=${KHUM}`)
      await tab.waitForLoadState('load')
      if (await tab.isVisible('#search')) wrong.push([manifest, 'a form'])
      if ((await tab.locator('.terms a:visible').count()) < 20) wrong.push([manifest, 'no letters'])
      if (problems.length) wrong.push([manifest, ...problems.splice(0)])
      await tab.unroute(page)
    }
    assert.deepEqual(wrong, [])
  })
})

function called(text, change) {
  const values = JSON.parse(`[${text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))}]`)
  return `sala_search(${change(...values)
    .map((value) => JSON.stringify(value))
    .join(',')})\n`
}

/** Every page of a file at one address, under a title that would be an element if it were HTML. */
function addressed(text, address) {
  return called(text, (name, first, second) => [
    name,
    first
      .split('\n')
      .map((line) => [address, '<img src=x onerror=alert(1)>', ...line.split('\t').slice(2)].join('\t'))
      .join('\n'),
    second,
  ])
}

/** Waits until the page has said all that it will. */
async function settled(tab) {
  await tab.waitForLoadState('load')
  await tab.waitForFunction(() => document.querySelector('#found').getAttribute('aria-busy') !== 'true')
}

function words(tab, name) {
  return tab.getAttribute('#search', `data-${name}`)
}

async function inTab(use) {
  const tab = await phone.newPage()
  const problems = []
  tab.on('pageerror', (error) => problems.push(String(error)))
  try {
    return await use(tab, problems)
  } finally {
    await tab.close()
  }
}
