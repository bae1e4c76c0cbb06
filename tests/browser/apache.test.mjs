// A real Apache with what `precompress = true` writes: it sends the siblings that stand beside each text, and
// nothing twice compressed.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import zlib from 'node:zlib'
import { program } from './site.mjs'

const MODULES = '/usr/lib/apache2/modules'
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sala-apache-'))
const campaign = path.join(folder, 'campaign')
const site = path.join(folder, 'site')

let apache
let port

before(async () => {
  assert.equal(spawnSync(program, ['new', campaign]).status, 0)
  const settings = path.join(campaign, 'sala.toml')
  const text = fs.readFileSync(settings, 'utf8').replace(/^base_url = .*$/m, 'base_url = "https://org.example/water/"')
  fs.writeFileSync(settings, `precompress = true\n${text}`)
  const built = spawnSync(program, ['build', '--root', campaign, '--output', site, '--language', 'en'], { encoding: 'utf8' })
  assert.equal(built.status, 0, built.stderr)
  port = await freePort()
  const modules = ['mpm_event', 'authz_core', 'alias', 'dir', 'mime', 'env', 'setenvif', 'filter', 'deflate', 'headers', 'rewrite']
  fs.writeFileSync(path.join(folder, 'types'), 'text/html html\ntext/css css\ntext/csv csv\ntext/javascript js\napplication/pdf pdf\n')
  fs.writeFileSync(
    path.join(folder, 'conf'),
    `ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/errors
TypesConfig ${folder}/types
${modules.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
AddLanguage br .br
AddEncoding x-gzip .gz .tgz
AddOutputFilterByType DEFLATE text/html text/javascript text/css
DocumentRoot ${folder}
DirectoryIndex index.html
Alias /water ${site}
<Directory ${site}>
  Require all granted
  AllowOverride FileInfo
</Directory>
${process.getuid() === 0 ? 'User nobody\nGroup nogroup' : ''}
`,
  )
  fs.chmodSync(folder, 0o755)
  apache = spawn('apache2', ['-f', path.join(folder, 'conf'), '-D', 'FOREGROUND'])
  for (let tries = 0; tries < 100 && !(await get('').catch(() => undefined)); tries += 1) {
    await new Promise((passed) => setTimeout(passed, 100))
  }
})

after(async () => {
  if (apache) {
    const ended = new Promise((ended) => apache.on('exit', ended))
    apache.kill()
    await ended
  }
  fs.rmSync(folder, { recursive: true, force: true })
})

test('each text is sent as its sibling, with its own type', async () => {
  for (const [file, type] of [
    ['', 'text/html; charset=utf-8'],
    ['en/budget/index.html', 'text/html; charset=utf-8'],
    ['search/search.js', 'text/javascript; charset=utf-8'],
    ['sw.js', 'text/javascript; charset=utf-8'],
    ['site.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['sitemap.xml', 'application/xml; charset=utf-8'],
    ['data/budget.csv', 'text/csv; charset=utf-8'],
    ['data/budget.json', 'application/json'],
  ]) {
    const name = file || 'index.html'
    const plain = fs.readFileSync(path.join(site, name))
    for (const [takes, encoding, ending, open] of [
      ['gzip, deflate, br', 'br', '.br', zlib.brotliDecompressSync],
      ['br', 'br', '.br', zlib.brotliDecompressSync],
      ['gzip, br;q=0', 'gzip', '.gz', zlib.gunzipSync],
      ['gzip', 'gzip', '.gz', zlib.gunzipSync],
    ]) {
      const { headers, body } = await get(file, takes)
      const said = [headers['content-encoding'], headers['content-type'], headers['content-language'], headers.vary]
      assert.deepEqual(said, [encoding, type, undefined, 'Accept-Encoding'], `${name}, ${takes}`)
      assert.ok(body.equals(fs.readFileSync(path.join(site, name + ending))), `${name}, ${takes}`)
      assert.ok(open(body).equals(plain), `${name}, ${takes}`)
    }
    const { headers, body } = await get(file, 'identity')
    assert.equal(headers['content-encoding'], undefined)
    assert.ok(body.equals(plain), name)
  }
})

test('a missing address gets the page for that, from any depth', async () => {
  const { status, body } = await get('no/such/page/', 'identity')
  assert.equal(status, 404)
  assert.ok(body.equals(fs.readFileSync(path.join(site, '404.html'))))
})

test('pages are asked for again, files that are named by what they hold are not', async () => {
  assert.equal((await get('', 'br')).headers['cache-control'], 'no-cache')
  const shard = fs.readdirSync(path.join(site, 'search')).find((name) => /^[0-9a-f]{8}-.*\.js$/.test(name))
  assert.equal((await get(`search/${shard}`, 'br')).headers['cache-control'], 'max-age=31536000, immutable')
  assert.equal((await get('sw.js', 'br')).headers['cache-control'], 'no-cache')
})

function get(file, takes = '') {
  return new Promise((found, failed) => {
    const options = { port, host: '127.0.0.1', path: `/water/${file}`, headers: { 'accept-encoding': takes } }
    const request = http.get(options, (response) => {
      const pieces = []
      response.on('data', (piece) => pieces.push(piece))
      response.on('end', () => found({ status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces) }))
    })
    request.on('error', failed)
  })
}

function freePort() {
  return new Promise((found) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => found(port))
    })
  })
}
