// Draws contact sheets: a page of each kind of the built site, so that somebody can look at all of them.
//
//   node tests/browser/sheets.mjs FOLDER [--widths=320,360,768,1280] [--schemes=light,dark] [--text=2] [--only=REGEX]
//
// Each sheet has twelve pages side by side in one width, scheme and language, their tops to 1,600 px, with their names
// over them. `--text=2` sets letters twice as large, as a reader may in the settings of a browser.
import fs from 'node:fs'
import path from 'node:path'
import { chromiumPath, folderLanguage, require, sample, serve, urlPath } from './site.mjs'

const { chromium } = require('playwright-core')

const ON_A_SHEET = 12
const HIGHEST = 1600
const SHEET_WIDTH = 2000

const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
if (!folder) throw new Error('name a folder for the sheets')
const widths = option('widths', '320,360,768,1280').split(',').map(Number)
const schemes = option('schemes', 'light,dark').split(',')
const larger = Number(option('text', '1'))
const only = new RegExp(option('only', ''))

const site = await serve()
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu', `--blink-settings=defaultFontSize=${16 * larger}`],
})
fs.mkdirSync(folder, { recursive: true })
const languages = [...new Set(sample.map(folderLanguage))]
for (const colorScheme of schemes)
  for (const width of widths)
    for (const language of languages) {
      const pages = sample.filter((page) => folderLanguage(page) === language && only.test(page))
      const sheets = Math.ceil(pages.length / ON_A_SHEET)
      for (let sheet = 0; sheet < sheets; sheet += 1) {
        const shown = await pictures(pages.slice(sheet * ON_A_SHEET, (sheet + 1) * ON_A_SHEET), width, colorScheme)
        const name = [language || 'default', width, colorScheme, larger > 1 && `text${larger}`, sheet + 1]
        await draw(shown, width, path.join(folder, `${name.filter(Boolean).join('-')}.png`))
      }
    }
await browser.close()
site.close()

async function pictures(pages, width, colorScheme) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, serviceWorkers: 'block' })
  const tab = await context.newPage()
  const shown = []
  for (const page of pages) {
    await tab.goto(site.base + urlPath(page))
    const high = await tab.evaluate(() => document.documentElement.scrollHeight)
    const clip = { x: 0, y: 0, width, height: Math.min(high, HIGHEST) }
    const png = await tab.screenshot({ clip, fullPage: true })
    shown.push({ page, source: `data:image/png;base64,${png.toString('base64')}` })
  }
  await context.close()
  return shown
}

async function draw(shown, width, file) {
  const beside = Math.max(1, Math.min(shown.length, Math.floor(SHEET_WIDTH / Math.min(width, 500))))
  const tab = await browser.newPage({ viewport: { width: SHEET_WIDTH, height: 800 } })
  const figures = shown.map(({ page, source }) => `<figure>${page}<img src="${source}"></figure>`)
  await tab.setContent(
    `<style>body{display:grid;grid-template-columns:repeat(${beside},1fr);gap:8px;margin:8px;background:#c8c8d8;font:12px sans-serif}` +
      `figure{margin:0}img{display:block;width:100%}</style>${figures.join('')}`,
  )
  await tab.evaluate(() => Promise.all([...document.images].map((image) => image.decode())))
  await tab.screenshot({ path: file, fullPage: true })
  await tab.close()
}

function option(name, otherwise) {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`))
  return given?.slice(name.length + 3) ?? otherwise
}
