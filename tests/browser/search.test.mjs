// Searches the example campaign in Chromium: in a subfolder of a host, and from a disk.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { chromiumPath, files, folder, read, require, serve } from './site.mjs'

const { chromium } = require('playwright-core')

const PHONE = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true, serviceWorkers: 'block' }
/** What a query of one word may fetch beside the page, in files and in bytes as they stand on the disk. */
const MOST_FILES = 4 + 5 // and the texts of five pages
const MOST_BYTES = 60_000

let site
let browser
let phone
let places

before(async () => {
  site = await serve('some/folder/')
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
  phone = await browser.newContext(PHONE)
  places = { 'in a subfolder': site.base, 'from a disk': `${pathToFileURL(folder).href}/` }
})

after(async () => {
  await browser?.close()
  site?.close()
})

for (const place of ['in a subfolder', 'from a disk']) {
  test(`${place}, a word leads to the pages that have it, and few files are asked for`, async () => {
    const { results, requests, letters } = await search(place, 'search/', 'ថវិកា')
    assert.ok(results.length > 3, JSON.stringify(results))
    assert.equal(letters, 0, 'what is found stands alone')
    for (const { file } of results) assert.match(text(file), /ថវិកា/)
    assert.match(results[0].title, /ថវិកា/, 'a title with the word comes first')
    const asked = requests.filter((url) => /\/search\/.*\.js$/.test(url))
    assert.ok(asked.length <= MOST_FILES, asked.join(' '))
    const bytes = asked.reduce((sum, url) => sum + fs.statSync(path.join(folder, fileOf(url))).size, 0)
    assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`)
  })

  test(`${place}, the words of a phrase together come before the words apart`, async () => {
    const { results, headings } = await search(place, 'search/', 'ក្រុមប្រឹក្សាឃុំ')
    assert.ok(results.length > 0)
    const first = results[0].group
    for (const { file, group } of results.filter((result) => result.group === first))
      assert.match(text(file), /ក្រុមប្រឹក្សា\s*ឃុំ/, `${file} ${group} ${headings}`)
  })

  test(`${place}, what is typed in another order or script finds the same`, async () => {
    for (const [one, other] of [
      ['ស្ត្រី', 'ស្រី្ត'],
      ['ប្រជាពលរដ្ឋ', 'ប្រជាពលរដ្ឋ'],
      ['ឲ្យ', 'ឱ្យ'],
      ['លោក', 'លេាក'],
      ['២០២៦', '2026'],
      ['៧\u00a0១៩៣', '7,193'],
      ['៧ ១៩៣', '7193'],
      ['ថវិកា ឃុំ', 'ថវិកា\u200bឃុំ'],
      ['000 000 001', '000000001'],
      ['០០០ ០០០ ០០១', '+855 00 000 001'],
      ['Phnom-Penh', 'phnompenh'],
    ]) {
      const [left, right] = [await search(place, 'search/', one), await search(place, 'search/', other)]
      assert.deepEqual(left.results, right.results, `${one} and ${other}`)
    }
    for (const number of ['2026', '7 193']) {
      const { results } = await search(place, 'search/', number)
      assert.ok(results.length > 0, number)
    }
  })

  test(`${place}, Latin words are found in any case`, async () => {
    const { results } = await search(place, 'en/search/', 'COMMUNE budget')
    assert.ok(results.length > 0)
    for (const { file } of results.slice(0, 3)) assert.match(text(file), /commune/i)
  })

  test(`${place}, a part of a word leads to the longer words, below those where it stands alone`, async () => {
    const { results } = await search(place, 'search/', 'ឆ្នោត')
    assert.ok(results.some(({ file }) => /ការបោះឆ្នោត/.test(text(file))))
    for (const { file } of results) assert.match(text(file), /ឆ្នោត/)
  })

  test(`${place}, a place is found by its name in either script, in one word or more`, async () => {
    for (const [page, ...names] of [
      ['provinces/battambang/', 'បាត់ដំបង', 'Battambang', 'BATTAMBANG'],
      ['provinces/phnom-penh/', 'Phnom Penh', 'phnompenh', 'phnom-penh'],
    ]) {
      for (const name of names) {
        const { results } = await search(place, 'search/', name)
        assert.ok(results.some(({ file }) => file === `${page}index.html`), name)
      }
    }
  })

  test(`${place}, a word that is typed nearly so is told and found`, async () => {
    const { results } = await search(place, 'search/', 'ថវិកា')
    for (const typed of ['ថវកា', 'ថវិការ', 'ថិវកា', 'ថវិក', 'ថវិគា']) {
      const near = await search(place, 'search/', typed)
      assert.deepEqual(near.results, results, typed)
      assert.match(near.advice, /«ថវិកា»/)
    }
    const whole = await search(place, 'search/', 'ប្រជាពលរដ្ឋ')
    const cut = await search(place, 'search/', 'ប្រជាពលរដ')
    assert.deepEqual(cut.results, whole.results)
  })

  test(`${place}, a word that is nowhere gives advice`, async () => {
    const { results, said, advice, letters } = await search(place, 'search/', 'ហ្វូហ្វូ xyzzy')
    assert.deepEqual(results, [])
    assert.ok(said.length > 0 && advice.length > 0)
    assert.ok(letters > 20, `${letters} letters to choose from, as the advice says`)
  })
}

test('the query stays behind the # and in no request', async () => {
  const { requests, url } = await search('in a subfolder', 'search/', 'ថវិកា')
  assert.match(url, /#q=/)
  for (const request of requests) assert.doesNotMatch(request, /\?|%E1%9E/i)
})

test('the address of a search brings it back', async () => {
  await inTab(phone, async (tab) => {
    await tab.goto(`${site.base}search/index.html#q=${encodeURIComponent('ឃុំ')}`)
    await tab.waitForSelector('#found li')
    assert.equal(await tab.inputValue('#words'), 'ឃុំ')
  })
})

test('a file that does not come is said, and tried again', async () => {
  await inTab(phone, async (tab) => {
    let broken = true
    await tab.route(/-w\d+\.js$/, (route) => (broken ? route.abort() : route.continue()))
    await tab.goto(`${site.base}search/index.html#q=${encodeURIComponent('ឃុំ')}`)
    await tab.waitForSelector('#found button')
    broken = false
    await tab.click('#found button')
    await tab.waitForSelector('#found li')
  })
})

test('the page has the style of what its script makes, and of nothing else', async () => {
  const made = new Set()
  let told
  // Words and a phrase, words on no page together, a word typed nearly so, nothing at all, and what did not come.
  const queries = ['ថវិកា', 'ក្រុមប្រឹក្សាឃុំ', 'ថវិកា សិស្ស ជំងឺ ទីផ្សារ', 'ថវកា', 'ហ្វូហ្វូ xyzzy']
  for (const comes of [true, false])
    for (const query of queries)
      await inTab(phone, async (tab) => {
        if (!comes) await tab.route(/-w\d+\.js$/, (route) => route.abort())
        await tab.goto(`${site.base}search/index.html#q=${encodeURIComponent(query)}`)
        await tab.waitForSelector(comes ? '#said:not(:empty)' : '#found button')
        await tab.waitForLoadState('networkidle')
        const elements = await tab.evaluate(() =>
          Array.from(document.querySelectorAll('#found *'), ({ localName, className }) => [localName, ...className.split(/\s+/)].filter(Boolean).join('.')),
        )
        for (const element of elements) made.add(element)
        told = await tab.getAttribute('script[data-makes]', 'data-makes')
      })
  assert.deepEqual([...made].sort(), told.split(' ').sort())
})

test('without JavaScript all pages stand under letters', async () => {
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false })
  await inTab(context, async (tab) => {
    await tab.goto(`${site.base}search/index.html`)
    assert.ok(!(await tab.isVisible('#search')))
    assert.ok(await tab.isVisible('noscript .note'))
    const letters = await tab.locator('.terms a').allInnerTexts()
    assert.ok(letters.length > 5 && letters.every((letter) => letter.length >= 1))
    let listed = await tab.locator('.pages a').count()
    assert.equal(listed, 0, 'so many pages stand on a page for each letter')
    for (let letter = 0; letter < letters.length; letter++) {
      await tab.click(`.terms a >> nth=${letter}`)
      assert.equal(await tab.innerText('.terms [aria-current]'), letters[letter])
      listed += await tab.locator('.pages a').count()
    }
    const [, pages] = (await tab.goto(`${site.base}search/index.html`).then((page) => page.text())).match(/data-index="[0-9a-f]+ (\d+)/)
    assert.equal(listed, pages - 1, 'all that are searched, but for the list of tables')
  })
  await context.close()
})

/** Types a query as a reader does. */
function search(place, page, query) {
  return inTab(phone, async (tab) => {
    const requests = []
    const problems = []
    tab.on('request', (request) => requests.push(request.url()))
    tab.on('pageerror', (error) => problems.push(String(error)))
    tab.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    await tab.goto(`${places[place]}${page}index.html`)
    await tab.fill('#words', query)
    await tab.press('#words', 'Enter')
    await tab.waitForSelector('#found[aria-busy=false] > *')
    assert.deepEqual(problems, [])
    const results = await tab.evaluate(() =>
      [...document.querySelectorAll('#found ul.cards')].flatMap((list, group) =>
        [...list.querySelectorAll('li > a')].map((link) => ({ group, title: link.textContent, url: link.href })),
      ),
    )
    return {
      requests,
      results: results.map(({ group, title, url }) => ({ group, title, file: fileOf(url) })),
      headings: await tab.locator('#found h2').allInnerTexts(),
      said: await tab.locator('#said').innerText(),
      advice: await tab.locator('#found').innerText(),
      letters: await tab.locator('.terms a:visible').count(),
      url: tab.url(),
    }
  })
}

function fileOf(url) {
  const place = Object.values(places).find((base) => url.startsWith(base))
  const file = decodeURIComponent(url.slice(place.length).split('#')[0])
  assert.ok(files.includes(file), `${url} leads nowhere`)
  return file
}

/** The words of a page, joined as a reader joins them. */
function text(file) {
  return read(file)
    .replace(/<style>.*?<\/style>|<[^>]*>/gs, '')
    .replaceAll('\u200b', '')
}

async function inTab(context, use) {
  const tab = await context.newPage()
  try {
    return await use(tab)
  } finally {
    await tab.close()
  }
}
