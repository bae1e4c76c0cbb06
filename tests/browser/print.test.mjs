// A page printed from the browser, on A4 and in black: nothing is missing but the ways on, nothing is cut.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { chromiumPath, program, require } from './site.mjs'

const { chromium } = require('playwright-core')

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sala-print-'))
const figures = Array.from({ length: 12 }, (_, column) => `1,234,567,0${10 + column}`)
const words = Array.from({ length: 8 }, (_, column) => `**ព្រះរាជាណាចក្រកម្ពុជា${column}**`)
const row = (cells) => `| ${cells.join(' | ')} |`
const table = (cells, ruler) => [row(cells.map((_, at) => `h${at}`)), row(cells.map(() => ruler)), row(cells)].join('\n')
const text = `+++
title = "Titleword"
description = "Leadword"
[taxonomies]
topics = ["Topicword"]
+++
## Headingword

Text with a note[^1], [linkword](https://data.mef.gov.kh/law) and [inword](@/_index.md).

<details><summary>Summaryword</summary>

Foldedword **ពាក្យលាក់**

<details><summary>Deeperword</summary>Deepestword</details>
</details>

## Second

${table(figures, '--:')}

${table(words, '---')}

\`\`\`
${'code_word '.repeat(30)}${'x'.repeat(150)}ENDWORD
\`\`\`

> Quoteword

## Third

[^1]: Noteword
`

let browser

before(async () => {
  write('sala.toml', 'base_url = "https://org.example/"\ntitle = "Siteword"\ndefault_language = "en"\ngenerate_feeds = true\n[languages.en]\n[languages.km]\n[[taxonomies]]\nname = "topics"\n')
  write('content/_index.md', '+++\ntitle = "Home"\n+++\n')
  write('content/page.md', text)
  const built = spawnSync(program, ['build', '--root', folder, '--output', path.join(folder, 'public')])
  assert.equal(built.status, 0, built.stderr.toString())
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
})

after(async () => {
  await browser?.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

for (const colorScheme of ['light', 'dark']) {
  test(`all words of a page are printed whole, from a ${colorScheme} screen`, async () => {
    const printed = withoutSpace(await printedText(colorScheme))
    const expected = [
      'Titleword', 'Leadword', 'Headingword', 'Text with a note', 'linkword', '(https://data.mef.gov.kh/law)', 'inword',
      'Summaryword', 'Foldedword', 'Deeperword', 'Deepestword', 'code_word', 'xENDWORD', 'Quoteword', 'Noteword',
      'https://org.example/page/', ...figures,
    ]
    assert.deepEqual(expected.filter((word) => !printed.includes(withoutSpace(word))), [])
    const onlyOnTheScreen = ['On this page', 'Skip to', 'Search', 'ភាសាខ្មែរ', 'Topicword']
    assert.deepEqual(onlyOnTheScreen.filter((word) => printed.includes(withoutSpace(word))), [])
  })

  test(`paper is white, letters are black and nothing reaches over its edge, from a ${colorScheme} screen`, async () => {
    const tab = await open(colorScheme)
    await tab.emulateMedia({ media: 'print', colorScheme })
    // A sheet of A4 less margins of 10 mm.
    await tab.setViewportSize({ width: 718, height: 1047 })
    assert.deepEqual(await tab.evaluate(faults), [])
    await tab.close()
  })
}

async function open(colorScheme) {
  const tab = await browser.newPage({ colorScheme })
  await tab.goto(pathToFileURL(path.join(folder, 'public/page/index.html')).href)
  return tab
}

async function printedText(colorScheme) {
  const tab = await open(colorScheme)
  const file = path.join(folder, `${colorScheme}.pdf`)
  const margin = { top: '10mm', right: '10mm', bottom: '10mm', left: '10mm' }
  await tab.pdf({ path: file, format: 'A4', margin })
  await tab.close()
  const read = spawnSync('pdftotext', ['-raw', file, '-'])
  assert.equal(read.status, 0, '`pdftotext` reads it')
  return read.stdout.toString()
}

function withoutSpace(text) {
  return text.replace(/[\s\u200b]/g, '')
}

function write(file, text) {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  fs.writeFileSync(path.join(folder, file), text)
}

// --- what runs in the page -------------------------------------------------------------------

function faults() {
  const shown = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility())
  return shown.flatMap((element) => {
    const name = `${element.localName} “${element.textContent.trim().slice(0, 20)}”`
    const style = getComputedStyle(element)
    const found = []
    if (style.color !== 'rgb(0, 0, 0)') found.push(`${name} is ${style.color}`)
    if (style.backgroundColor !== 'rgba(0, 0, 0, 0)') found.push(`${name} stands on ${style.backgroundColor}`)
    if (element.getBoundingClientRect().right > innerWidth + 1) found.push(`${name} reaches over the edge`)
    if (element.scrollWidth > element.clientWidth + 1 && style.overflowX !== 'visible') found.push(`${name} is cut`)
    return found
  })
}
