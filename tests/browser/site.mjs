// The built site under test: its pages, a sample with one of each kind, and a server for it.
// `SALA_SITE` names another folder than the example campaign's `public/`.
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

export const folder = path.resolve(process.env.SALA_SITE ?? path.join(repository, 'public'))

/** The program that built it. */
export const program = path.resolve(repository, process.env.CARGO_TARGET_DIR ?? 'target', 'release/sala')

/** Loads what `build.sh` installed for the tests. */
export const require = createRequire(path.join(repository, 'tests/tools/package.json'))

if (!fs.existsSync(folder)) throw new Error(`there is no site in ${folder}; \`./build.sh\` builds it`)

export const files = filesBelow('').sort()

export const pages = files.filter((file) => file.endsWith('.html') && !isRedirect(file))

/** The languages that stand in folders of their own. */
const languageFolders = new Set(
  pages.flatMap((page) => [...read(page).matchAll(/hreflang=["']?([\w-]+)/g)].map((match) => match[1])),
)

/**
 * Of every room of the site, in every language, its front page and its heaviest and lightest page:
 * that is at least one page of every kind there is.
 */
export const sample = [
  ...pages
    .reduce((rooms, page) => {
      const [language, parts] = languageAndParts(page)
      const room = `${language}/${parts.length > 2 ? parts[0] : ''}/${Math.min(parts.length, 3)}`
      return rooms.set(room, [...(rooms.get(room) ?? []), page])
    }, new Map())
    .values(),
].flatMap((room) => {
  const bySize = room.toSorted((left, right) => size(left) - size(right))
  return bySize.length > 4 && inOneRoom(room) ? [bySize[0], bySize.at(-1)] : bySize
})

/** Whether this is a page that searches, the only kind with a script. */
export function searches(page) {
  return /(^|\/)search\/index\.html$/.test(page)
}

export function read(file) {
  return fs.readFileSync(path.join(folder, file), 'utf8')
}

/** The language of a page's folder, or `''` for the default language. */
export function folderLanguage(page) {
  return languageAndParts(page)[0]
}

/** Serves the site on this machine only, below `under`; a missing address gets `404.html`. */
export async function serve(under = '') {
  const server = http.createServer((request, response) => {
    const whole = decodeURIComponent(new URL(request.url, 'http://site').pathname).slice(1)
    const address = whole.startsWith(under) ? whole.slice(under.length) : 'outside'
    const file = address === '' || address.endsWith('/') ? `${address}index.html` : address
    const found = files.includes(file)
    response.writeHead(found ? 200 : 404, { 'content-type': contentType(found ? file : '404.html') })
    response.end(fs.readFileSync(path.join(folder, found ? file : '404.html')))
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    base: `http://127.0.0.1:${server.address().port}/${under}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

export function urlPath(file) {
  return file.split('/').map(encodeURIComponent).join('/')
}

/** The browser that the tests drive. */
export function chromiumPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const found = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((place) => names.map((name) => path.join(place, name)))
    .find((candidate) => fs.existsSync(candidate))
  if (!found) throw new Error('no Chromium on this machine; `./build.sh test` installs it')
  return found
}

function contentType(file) {
  const types = {
    '.css': 'text/css; charset=utf-8',
    '.csv': 'text/csv; charset=utf-8',
    '.html': 'text/html; charset=utf-8',
    '.jpg': 'image/jpeg',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json',
    '.pdf': 'application/pdf',
    '.png': 'image/png',
    '.svg': 'image/svg+xml',
    '.webp': 'image/webp',
    '.woff2': 'font/woff2',
    '.xml': 'application/xml',
  }
  return types[path.extname(file)] ?? 'application/octet-stream'
}

function languageAndParts(page) {
  const parts = page.split('/')
  return languageFolders.has(parts[0]) ? [parts[0], parts.slice(1)] : ['', parts]
}

/** A section's pages, as against the sections themselves, which stand side by side at the top. */
function inOneRoom(room) {
  return languageAndParts(room[0])[1].length > 2
}

function isRedirect(file) {
  return /http-equiv=["']?refresh/i.test(read(file))
}

function size(page) {
  return fs.statSync(path.join(folder, page)).size
}

function filesBelow(below) {
  return fs.readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(below, entry.name)
    return entry.isDirectory() ? filesBelow(name) : [name]
  })
}
