// Firefox, as far as sheets need it: a page at a width, and pictures of it. Driven over WebDriver BiDi, which it
// speaks by itself; Debian has it as `firefox-esr`. Before Node 22, `--experimental-websocket` brings what it takes.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Firefox with letters `larger` times as large. */
export async function launch(larger = 1) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'sala-firefox-'))
  const scripts = ['x-western', 'x-khmr', 'ar', 'x-unicode']
  const settings = scripts.map((script) => `user_pref("font.size.variable.${script}", ${16 * larger});`)
  fs.writeFileSync(path.join(profile, 'user.js'), settings.join('\n'))
  const started = spawn('firefox-esr', ['--headless', '--profile', profile, '--remote-debugging-port=0'])
  const address = await new Promise((found, failed) => {
    let told = ''
    started.stderr.on('data', (text) => {
      told += text
      const match = /WebDriver BiDi listening on (\S+)/.exec(told)
      if (match) found(match[1])
    })
    started.on('error', failed)
    started.on('exit', () => failed(new Error(`Firefox ended: ${told}`)))
  })
  const socket = new WebSocket(`${address}/session`)
  await new Promise((open, failed) => {
    socket.onopen = open
    socket.onerror = failed
  })
  const waiting = new Map()
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(data)
    const [done, failed] = waiting.get(answer.id) ?? []
    if (answer.type === 'success') done?.(answer.result)
    else failed?.(new Error(answer.message))
  }
  let last = 0
  const ask = (method, params) =>
    new Promise((done, failed) => {
      last += 1
      waiting.set(last, [done, failed])
      socket.send(JSON.stringify({ id: last, method, params }))
    })
  await ask('session.new', { capabilities: {} })
  const { context } = await ask('browsingContext.create', { type: 'tab' })
  return {
    /** Opens a page at a width, and says how high it is. */
    async open(url, width) {
      await ask('browsingContext.setViewport', { context, viewport: { width, height: 800 } })
      await ask('browsingContext.navigate', { context, url, wait: 'complete' })
      const expression = 'document.documentElement.scrollHeight'
      const answer = await ask('script.evaluate', { expression, target: { context }, awaitPromise: false })
      return answer.result.value
    },
    async screenshot(clip) {
      const { data } = await ask('browsingContext.captureScreenshot', { context, origin: 'document', clip: { type: 'box', ...clip } })
      return Buffer.from(data, 'base64')
    },
    async close() {
      await ask('browser.close', {}).catch(() => {})
      started.kill()
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
