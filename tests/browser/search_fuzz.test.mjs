// The script of the search page under damaged indexes, addresses and typed text, without a browser:
// the kept cases of the fuzzer, and as many of its mutants as a few seconds allow.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance, large, mutate, whole } from '../../fuzz/search_index.mjs'
import { runCase } from '../../fuzz/search_page.mjs'
import { checkMended, checkWhole, corpus, program, reached } from '../../fuzz/search_script.mjs'

const MUTANTS = 1_500
const WHOLE = 150

const script = program()
const cases = corpus()

test('the script takes every case that was kept', () => {
  assert.ok(Object.keys(cases).length > 30, 'a corpus')
  const wrong = Object.entries(cases).flatMap(([name, input]) => wrongWith(input, name))
  assert.deepEqual(wrong, [])
})

test('the script takes what is changed in them', () => {
  const random = chance(2026)
  const pool = Object.values(cases)
  for (let more = 0; more < 50; more++) pool.push(whole(random, script.key).input)
  const wrong = []
  for (let more = 0; more < MUTANTS; more++) {
    const input = mutate(random, random.one(pool), random.one(pool))
    wrong.push(...wrongWith(input, JSON.stringify(input)))
  }
  assert.deepEqual(wrong, [])
})

test('few signs that stand for very many numbers are not taken at their word', () => {
  assert.deepEqual(large().flatMap((input) => wrongWith(input, input.manifest)), [])
})

test('words of an index that is whole lead to their pages and to no others', () => {
  const random = chance(2026)
  for (let more = 0; more < WHOLE; more++) checkWhole(script, random)
})

test('once a file that was cut is whole, trying again shows what there is', () => {
  const random = chance(2026)
  for (let more = 0; more < WHOLE; more++) checkMended(script, random)
})

test('a page of one\'s own that names its digits by a word, as older ones did, counts in them', () => {
  const random = chance(2026)
  const inputs = Array.from({ length: 20 }, () => whole(random, script.key).input)
  const said = (digits) => inputs.map((input) => runCase(script, { ...input, digits }, new Uint32Array(script.blocks)).said)
  const latin = said('0')
  assert.ok(latin.some((words) => /\d/.test(words)), latin.join())
  assert.deepEqual(said('latin'), latin)
  assert.deepEqual(said(''), latin)
  const khmer = latin.map((words) => words.replace(/\d/g, (digit) => '០១២៣៤៥៦៧៨៩'[digit]))
  assert.deepEqual(said('khmer'), khmer)
  assert.deepEqual(said('០'), khmer)
})

test('cases together run through the whole script', () => {
  const ran = new Set(Object.values(cases).flatMap((input) => reached(script, input).map((feature) => feature >> 5)))
  const never = Array.from({ length: script.blocks }, (_, block) => block).filter((block) => !ran.has(block))
  assert.deepEqual(never, [], 'run `node fuzz/search_script.mjs --seconds 600`')
})

function wrongWith(input, name) {
  try {
    reached(script, input)
    return []
  } catch (problem) {
    return [[problem.message, name]]
  }
}
