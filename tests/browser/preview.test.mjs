// `sala serve` in Chromium: the page follows what is saved, where it was scrolled to, and shows what is wrong.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { chromiumPath, program, require } from './site.mjs'

const { chromium } = require('playwright-core')

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sala-preview-'))
const campaign = path.join(folder, 'campaign')
const long = Array.from({ length: 80 }, (_, line) => `ចំណុចទី ${line} អំពីទឹកស្អាតក្នុងឃុំ។`).join('\n\n')

let serving
let browser
let address

before(async () => {
  assert.equal(spawnSync(program, ['new', campaign]).status, 0)
  save('# អណ្តូង\n\nមុន\n')
  serving = spawn(program, ['serve', '--port', '0', '--language', 'en', '--root', campaign])
  address = await new Promise((found, failed) => {
    let said = ''
    serving.stdout.on('data', (piece) => {
      said += piece
      const match = said.match(/http:\S+/)
      if (match) found(match[0])
    })
    serving.on('exit', () => failed(new Error(`it ended: ${said}`)))
  })
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
})

after(async () => {
  await browser?.close()
  serving?.kill()
  fs.rmSync(folder, { recursive: true, force: true })
})

test('a page follows each change where it was scrolled to', async () => {
  const { page, complaints } = await open('well/')
  await page.evaluate(() => scrollTo(0, 900))
  assert.equal(await page.evaluate(() => scrollY), 900)
  for (const word of ['ក្រោយទីមួយ', 'ក្រោយទីពីរ']) {
    save(`# អណ្តូង\n\n${word}\n`)
    await page.waitForFunction((word) => document.body.textContent.replaceAll('\u200b', '').includes(word), word)
    await page.waitForFunction(() => scrollY === 900)
  }
  assert.deepEqual(complaints, [])
  await page.close()
})

test('what is wrong lies over the page until it is mended', async () => {
  save('# អណ្តូង\n\nល្អ\n')
  const { page, complaints } = await open('well/')
  await page.evaluate(() => scrollTo(0, 700))
  save('# អណ្តូង\n\n[x](@/no.md)\n')
  const frame = page.frameLocator('iframe')
  await frame.getByText('@/no.md').first().waitFor()
  assert.match(await frame.locator('body').innerText(), /E309.*content\/well\.md/s)
  assert.equal(await page.evaluate(() => scrollY), 700, 'the page below stays')
  const height = () => page.evaluate(() => document.querySelector('iframe').offsetHeight)
  const whole = await height()
  assert.ok(whole > 60 && whole <= 0.6 * 720 + 1, `${whole} px`)
  await frame.locator('#fold').click()
  assert.ok((await height()) < whole)
  save('# អណ្តូង\n\nកែរួច\n')
  await page.waitForFunction(() => !document.querySelector('iframe') && document.body.textContent.includes('កែ'))
  await page.waitForFunction(() => scrollY === 700)
  assert.deepEqual(complaints, [])
  await page.close()
})

test('the search page has its own script, and ours', async () => {
  save('# អណ្តូង\n\nល្អ\n')
  const { page, complaints } = await open('search/')
  await page.fill('#words', 'អណ្តូង')
  await page.keyboard.press('Enter')
  await page.locator('#found a').first().waitFor()
  const seen = page.waitForEvent('load')
  save('# អណ្តូង\n\nថ្មី\n')
  await seen
  assert.deepEqual(complaints, [])
  await page.close()
})

/** A page of the site, and what the browser complains about. */
async function open(where) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 720 } })
  const complaints = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(address + where)
  return { page, complaints }
}

function save(text) {
  fs.writeFileSync(path.join(campaign, 'content/well.md'), `${text}\n${long}\n`)
}
