// Draws contact sheets: a page of each kind of the built site, so that somebody can look at all of them.
//
//   node tests/browser/sheets.mjs FOLDER [--widths=320,360,768,1280] [--schemes=light,dark] [--text=2] [--print]
//        [--forced] [--firefox] [--whole] [--on=8] [--only=REGEX]
//
// Each sheet has eight pages side by side in one width, scheme and language, their tops to 1,600 px, with their names
// over them; `--on` says how many. `--whole` shows all of each page, in strips of that height. `--text=2` sets letters
// twice as large, as a reader may in the settings of a browser. `--print` shows pages as they are printed, on sheets
// of A4 without their margins, and `--forced` in the colours of a reader's own. `--firefox` draws them in Firefox.
// `--only` chooses among all pages, and not among the sample of them that the tests look at.
import fs from 'node:fs'
import path from 'node:path'
import * as firefox from './firefox.mjs'
import { chromiumPath, folderLanguage, pages as all, require, sample, serve, urlPath } from './site.mjs'

const { chromium } = require('playwright-core')

const HIGHEST = 1600
const SHEET_WIDTH = 2000
/** Of a wide page as much as leaves its letters to be read. */
const WIDEST = 640
/** What A4 leaves of 210 mm between margins of 10 mm. */
const PAPER = 718

const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
if (!folder) throw new Error('name a folder for the sheets')
const print = given('print')
const forced = given('forced')
const whole = given('whole')
const widths = print ? [PAPER] : option('widths', '320,360,768,1280').split(',').map(Number)
const schemes = option('schemes', print || forced || given('firefox') ? 'light' : 'light,dark').split(',')
const larger = Number(option('text', '1'))
const onASheet = Number(option('on', '8'))
const only = option('only', '')
const chosen = only ? all.filter((page) => new RegExp(only).test(page)) : sample

const site = await serve()
const chrome = await chromium.launch({
  executablePath: chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu', `--blink-settings=defaultFontSize=${16 * larger}`],
})
const fox = given('firefox') && (await firefox.launch(larger))
fs.mkdirSync(folder, { recursive: true })
const languages = [...new Set(chosen.map(folderLanguage))]
for (const colorScheme of schemes)
  for (const width of widths)
    for (const language of languages) {
      const pages = chosen.filter((page) => folderLanguage(page) === language)
      const shown = await (fox ? inFirefox : inChromium)(pages, width, colorScheme)
      for (let sheet = 0; sheet * onASheet < shown.length; sheet += 1) {
        const looks = [print && 'print', forced && 'forced', fox && 'firefox', larger > 1 && `text${larger}`]
        const name = [language || 'default', width, colorScheme, ...looks, sheet + 1].filter(Boolean).join('-')
        await draw(shown.slice(sheet * onASheet, (sheet + 1) * onASheet), width, path.join(folder, `${name}.png`))
      }
    }
await chrome.close()
await fox?.close?.()
site.close()

async function inChromium(pages, width, colorScheme) {
  const forcedColors = forced ? 'active' : 'none'
  const context = await chrome.newContext({ viewport: { width, height: 800 }, colorScheme, forcedColors, serviceWorkers: 'block' })
  const tab = await context.newPage()
  if (print) await tab.emulateMedia({ media: 'print' })
  const shown = []
  for (const page of pages) {
    await tab.goto(site.base + urlPath(page))
    const high = await tab.evaluate(() => document.documentElement.scrollHeight)
    for (const clip of strips(width, high)) shown.push(picture(page, clip, await tab.screenshot({ clip, fullPage: true })))
  }
  await context.close()
  return shown
}

async function inFirefox(pages, width) {
  const shown = []
  for (const page of pages) {
    const high = await fox.open(site.base + urlPath(page), width)
    for (const clip of strips(width, high)) shown.push(picture(page, clip, await fox.screenshot(clip)))
  }
  return shown
}

function strips(width, high) {
  const count = whole ? Math.ceil(high / HIGHEST) : 1
  return Array.from({ length: count }, (_, strip) => {
    const y = strip * HIGHEST
    return { x: 0, y, width, height: Math.min(high - y, HIGHEST) }
  })
}

function picture(page, clip, png) {
  const name = clip.y === 0 ? page : `… ${clip.y} px`
  return { name, source: `data:image/png;base64,${png.toString('base64')}` }
}

async function draw(shown, width, file) {
  const beside = Math.max(1, Math.min(shown.length, Math.floor(SHEET_WIDTH / Math.min(width, WIDEST))))
  const tab = await chrome.newPage({ viewport: { width: Math.min(SHEET_WIDTH, beside * (width + 8) + 8), height: 800 } })
  const figures = shown.map(({ name, source }) => `<figure>${name}<img src="${source}"></figure>`)
  await tab.setContent(
    `<style>body{display:grid;grid-template-columns:repeat(${beside},1fr);gap:8px;margin:8px;background:#c8c8d8;font:12px sans-serif}` +
      `figure{margin:0}img{display:block;width:100%}</style>${figures.join('')}`,
  )
  await tab.evaluate(() => Promise.all([...document.images].map((image) => image.decode())))
  await tab.screenshot({ path: file, fullPage: true })
  await tab.close()
}

function given(name) {
  return process.argv.includes(`--${name}`)
}

function option(name, otherwise) {
  const value = process.argv.find((argument) => argument.startsWith(`--${name}=`))
  return value?.slice(name.length + 3) ?? otherwise
}
