// What a list of results shows of the pages: their sentences, with the words marked. A small site of its
// own, so that whole lists can be compared.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { chromiumPath, program, require } from './site.mjs'

const { chromium } = require('playwright-core')

const FILES = {
  'sala.toml': `title = "ឃុំ"
base_url = "https://org.example/"
default_language = "km"
build_search_index = true
[languages.en]
title = "Commune"
`,
  'content/_index.md': '# ឃុំ\n',
  'content/well.md': `+++
title = "អណ្តូង"
description = "អណ្តូងទឹកស្អាតថ្មីបីក្នុងភូមិ។"
+++
ប្រជាពលរដ្ឋប្រជុំគ្នានៅវត្ត។ ពួកគាត់សុំឱ្យឃុំជួសជុលផ្លូវ។ ការជួសជុលផ្លូវចាប់ផ្តើមនៅខែមករា។

ផ្លូវវែង។ ជួសជុលស្ពានមុន។

| មុខចំណាយ | រៀល |
|:--|--:|
| ជួសជុលសាលារៀន | 12 500 |
| ទិញសៀវភៅ | 7 193 |
`,
  'content/long.md': `+++
title = "វែង"
description = "អំពីប្រជុំមួយ។"
+++
ប្រជាពលរដ្ឋក្នុងភូមិនីមួយៗជ្រើសរើសតំណាងរបស់ខ្លួន ដើម្បីចូលរួមប្រជុំជាមួយក្រុមប្រឹក្សាឃុំ និងនិយាយអំពីគ្រូពេទ្យដែលត្រូវការនៅមណ្ឌលសុខភាព ហើយក្រុមប្រឹក្សាសរសេរសំណើទាំងអស់ចុះក្នុងកំណត់ហេតុ។ ចំណាយ ៥ លានរៀល។
`,
  'content/well.en.md': `+++
title = "Wells"
description = "Three new wells."
+++
The council repairs the road & the bridge. People don't pay for the water from the wells that the commune has built.
`,
}

let root
let browser

before(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'sala-shown-'))
  for (const [name, text] of Object.entries(FILES)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    fs.writeFileSync(path.join(root, name), text)
  }
  execFileSync(program, ['build', '--root', root, '--output', path.join(root, 'public')], { stdio: 'pipe' })
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
})

after(async () => {
  await browser?.close()
  fs.rmSync(root, { recursive: true, force: true })
})

/** Queries, and of each page that has them its title and what stands below; words in brackets are marked. */
const SHOWN = [
  ['km', 'ផ្លូវ', ['អណ្តូង', 'ការជួសជុល[ផ្លូវ]ចាប់ផ្តើមនៅខែមករា។']],
  ['km', 'ជួសជុលផ្លូវ', ['អណ្តូង', 'ការ[ជួសជុល][ផ្លូវ]ចាប់ផ្តើមនៅខែមករា។']],
  ['km', 'ផ្លូវវែង', ['អណ្តូង', '[ផ្លូវ][វែង]។']],
  ['km', 'ជួសជុលស្ពានផ្លូវ', ['អណ្តូង', '[ជួសជុល][ស្ពាន]មុន។']],
  ['km', 'អណ្តូង', ['អណ្តូង', '[អណ្តូង]ទឹកស្អាតថ្មីបីក្នុងភូមិ។']],
  ['km', 'វែង', ['វែង', 'អំពីប្រជុំមួយ។'], ['អណ្តូង', 'ផ្លូវ[វែង]។']],
  ['km', 'សៀវភៅ', ['អណ្តូង', 'ទិញ[សៀវភៅ] · 7\u00a0193']],
  ['km', '7193', ['អណ្តូង', 'ទិញសៀវភៅ · [7\u00a0193]']],
  ['km', '១២ ៥០០', ['អណ្តូង', 'ជួសជុលសាលារៀន · [12\u00a0500]']],
  ['km', 'ពេទ្យ', ['វែង', '…ឃុំ និងនិយាយអំពីគ្រូ[ពេទ្យ]ដែលត្រូវការនៅមណ្ឌលសុខភាព ហើយក្រុមប្រឹក្សាសរសេរសំណើទាំងអស់ចុះ…']],
  // Of two words the one that a page has is half of what is asked for.
  ['km', 'លានរៀល', ['វែង', 'ចំណាយ ៥\u00a0[លាន][រៀល]។'], ['អណ្តូង', 'មុខចំណាយ · [រៀល]']],
  ['km', 'ប្រជា', ['វែង', '[ប្រជា]ពលរដ្ឋក្នុងភូមិនីមួយៗជ្រើសរើសតំណាងរបស់ខ្លួន ដើម្បីចូលរួមប្រជុំជាមួយក្រុមប្រឹក្សាឃុំ…'], ['អណ្តូង', '[ប្រជា]ពលរដ្ឋប្រជុំគ្នានៅវត្ត។']],
  ['km', 'ចំណាយ', ['វែង', '[ចំណាយ] ៥\u00a0លានរៀល។'], ['អណ្តូង', 'មុខ[ចំណាយ] · រៀល']],
  ['en', 'road', ['Wells', 'The council repairs the [road] & the bridge.']],
  ['en', 'DON\u2019T', ['Wells', "People [don't] pay for the water from the wells that…"]],
  ['en', 'wells built', ['Wells', '… water from the [wells] that the commune has [built].']],
  ['en', 'bridge & road', ['Wells', 'The council repairs the [road] & the [bridge].']],
]

test('a page that is found shows the sentence with the words', async () => {
  const shown = []
  for (const [language, query] of SHOWN) shown.push([language, query, ...(await search(query, { language }))])
  assert.deepEqual(shown, SHOWN)
})

test('a page whose text does not come, or does not hold together, is shown without its sentence', async () => {
  const html = '<!doctype html><title>Log in</title><script>alert(1)</script>'
  const kinds = {
    'nothing comes': null,
    'a page in its place': () => html,
    'it is empty': () => '',
    'it is cut': (text) => text.slice(0, text.length / 2),
    'another name': (text) => text.replace('-t', '-s'),
    'a number for a text': (text) => text.replace(/,".*"/, ',7'),
  }
  const titles = await search('ផ្លូវ', { change: null })
  assert.deepEqual(titles, [['អណ្តូង', null]])
  for (const [kind, change] of Object.entries(kinds)) assert.deepEqual(await search('ផ្លូវ', { change }), titles, kind)
  // What a text holds is text.
  const marked = await search('ផ្លូវ', { change: (text) => text.replace(/,".*"(,1)?/, ',"<b>ផ្លូវ</b> <img src=x onerror=alert(1)>"') })
  assert.deepEqual(marked, [['អណ្តូង', '<b>[ផ្លូវ]</b> <img src=x onerror=alert(1)>']])
})

test('a page with the words is among those with the phrase only if its text has them together', async () => {
  const look = () => {
    const apart = document.querySelector('#search').getAttribute('data-apart')
    return [...document.querySelectorAll('#found h2, #found li a')].map(({ textContent }) => (textContent === apart ? 'apart' : textContent))
  }
  assert.deepEqual(await search('the bridge', { language: 'en', look }), ['Wells'])
  assert.deepEqual(await search('bridge road', { language: 'en', look }), ['apart', 'Wells'])
  // Without its text the page stands where the index has it.
  assert.deepEqual(await search('bridge road', { language: 'en', look, change: null }), ['Wells'])
})

test('marks are seen in light, in dark and in forced colours, and nothing is wider than a narrow screen', async () => {
  for (const scheme of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
    const seen = await search('ផ្លូវ', {
      scheme,
      look: () => {
        const mark = document.querySelector('#found mark')
        const style = getComputedStyle(mark)
        return {
          differs: style.backgroundColor !== getComputedStyle(document.documentElement).backgroundColor,
          colours: [style.color, style.backgroundColor].map((colour) => colour.match(/\d+/g).map(Number)),
          width: document.documentElement.scrollWidth,
        }
      },
    })
    assert.ok(seen.differs, JSON.stringify(scheme))
    const [text, ground] = seen.colours.map(luminance)
    assert.ok((Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05) > 7, JSON.stringify(seen))
    assert.equal(seen.width, 320)
  }
})

/** Searches from the disk; gives the title and the line of each page, or what `look` finds. */
async function search(query, { language = 'km', change, scheme = {}, look }) {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, ...scheme })
  const tab = await context.newPage()
  const problems = []
  tab.on('pageerror', (error) => problems.push(String(error)))
  tab.on('dialog', (dialog) => problems.push(dialog.message()) && dialog.dismiss())
  const folder = path.join(root, 'public', language === 'km' ? '' : language, 'search')
  if (change !== undefined)
    await tab.route(/-t\.js/, (route) => {
      const file = path.join(folder, path.basename(new URL(route.request().url()).pathname))
      if (!change) return route.abort()
      return route.fulfill({ status: 200, contentType: 'text/javascript; charset=utf-8', body: change(fs.readFileSync(file, 'utf8')) })
    })
  await tab.goto(`${pathToFileURL(path.join(folder, 'index.html')).href}#q=${encodeURIComponent(query)}`)
  await tab.waitForSelector('#found[aria-busy=false] > *')
  const shown = await tab.evaluate(
    look ??
      (() =>
        [...document.querySelectorAll('#found li')].map((item) => {
          const line = item.querySelector('.told')
          const pieces = line && [...line.childNodes].map((node) => (node.nodeName === 'MARK' ? `[${node.textContent}]` : node.textContent))
          return [item.querySelector('a').textContent, line && pieces.join('').replaceAll('\u200b', '')]
        })),
  )
  assert.deepEqual(problems, [])
  await context.close()
  return shown
}

function luminance([red, green, blue]) {
  const [r, g, b] = [red, green, blue].map((part) => (part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
