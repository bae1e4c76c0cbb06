// In: a browser's name, a function of `browser-page.js` and what it is called with. Out: what it gives.
// The browser is started for one page of this machine, with a profile of its own, and ended.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
const font = path.resolve(here, '../../themes/default/fonts/NotoSansKhmer_400Regular.ttf')

/** `CHROMIUM` and `FIREFOX` name other programs than `chromium` and `firefox-esr`. */
export const BROWSERS = { chromium, firefox }

export async function runInBrowser(name, task, argument) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'wrap-'))
  const page = pageOf(task, argument)
  let receive
  const received = new Promise((resolve) => (receive = resolve))
  const server = http.createServer((request, response) => {
    if (request.method === 'POST') {
      const parts = []
      request.on('data', (part) => parts.push(part))
      request.on('end', () => receive(JSON.parse(Buffer.concat(parts).toString('utf8'))))
    }
    response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
    response.end(request.method === 'GET' && request.url === '/' ? page : '')
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  const address = `http://127.0.0.1:${server.address().port}/`
  const [program, ...options] = BROWSERS[name](path.join(work, 'profile'))
  const browser = spawn(program, [...options, address], {
    stdio: 'ignore',
    detached: true, // a process group of its own, so that its helpers end with it
  })
  const end = () => endGroup(browser)
  process.once('exit', end)
  for (const signal of SIGNALS) process.once(signal, stopAtSignal)
  const stopped = new Promise((resolve) => {
    browser.on('close', (code) => resolve({ error: `${program} stopped with ${code}` }))
    browser.on('error', (error) => resolve({ error: `${program} does not start: ${error.message}` }))
  })
  const result = await Promise.race([received, stopped])
  end()
  await stopped
  process.off('exit', end)
  for (const signal of SIGNALS) process.off(signal, stopAtSignal)
  server.close()
  server.closeAllConnections()
  fs.rmSync(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  if (result.error) throw new Error(result.error)
  return result
}

const SIGNALS = ['SIGINT', 'SIGTERM']

function stopAtSignal() {
  process.exit(1)
}

function endGroup(browser) {
  if (browser.exitCode !== null || browser.pid === undefined) return
  try {
    process.kill(-browser.pid)
  } catch {
    // it has ended by itself
  }
}

function pageOf(task, argument) {
  const fontData = fs.readFileSync(font).toString('base64')
  const script = fs.readFileSync(path.join(here, 'browser-page.js'), 'utf8')
  const data = JSON.stringify(argument).replaceAll('<', '\\u003c')
  return `<!doctype html><html><head><meta charset="utf-8"><style>
    @font-face { font-family: "Measured"; src: url("data:font/ttf;base64,${fontData}") }
    body { margin: 0; font: 16px/1.8 "Measured" }
    p { margin: 0 }
    span { white-space: nowrap }
  </style></head><body></body><script>${script}
    document.fonts.load('16px Measured', 'ក').then(([face]) => {
      if (face?.status !== 'loaded') throw new Error('the font was not loaded')
      return ${task}(${data})
    }).catch((error) => ({ error: String(error) }))
      .then((result) => fetch('/', { method: 'POST', body: JSON.stringify(result) }))
  </script></html>`
}

function chromium(profile) {
  return [
    process.env.CHROMIUM ?? 'chromium',
    '--headless',
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    `--user-data-dir=${profile}`,
  ]
}

function firefox(profile) {
  fs.mkdirSync(profile)
  const quiet = {
    'app.normandy.enabled': false,
    'app.update.auto': false,
    'browser.safebrowsing.downloads.remote.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'datareporting.policy.dataSubmissionEnabled': false,
    'extensions.getAddons.cache.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': '',
  }
  const lines = Object.entries(quiet).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  )
  fs.writeFileSync(path.join(profile, 'user.js'), lines.join(''))
  return [process.env.FIREFOX ?? 'firefox-esr', '--headless', '--no-remote', '--profile', profile]
}
