// The script and the program file a word under the same key, however its marks were typed.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'

const read = (name) => fs.readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')

test('the script has the keys of the index', () => {
  const script = read('themes/default/search/search.js')
  const functions = script.slice(script.indexOf('// --- keys'), script.indexOf('// --- the index'))
  const key = new Function(`${functions}; return key`)()
  const lines = read('src/search/fixtures/keys.tsv').trim().split('\n').slice(1)
  assert.ok(lines.length > 300, `only ${lines.length} words`)
  const wrong = lines
    .map((line) => line.split('\t'))
    // A query is cut at the repetition sign, where the index only drops it.
    .filter(([typed]) => !typed.includes('\u17d7'))
    .filter(([typed, expected]) => key(typed) !== expected)
    .map(([typed, expected]) => `${typed}: ${key(typed)} for ${expected}`)
  assert.deepEqual(wrong, [])
})
