// Cases for the search page: small indexes as `src/search` writes them, and what damage does to them.
//
// In: numbers from a seed. Out: cases as `search_page.mjs` takes them. Knows not what they are good for.

const SPREAD = 16 // as in src/search/phrases.rs

/** Numbers that look like chance, the same for the same seed (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit) => Math.floor(next() * limit)
  return {
    below,
    one: (list) => list[below(list.length)],
    is: (share) => next() < share,
    some: (list, share) => list.filter(() => next() < share),
  }
}

// --- as src/search/bits.rs -------------------------------------------------------------------------

const ALPHABET = ';<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{'

class Bits {
  bits = ''
  push(value, count) {
    if (count) this.bits += value.toString(2).padStart(count, '0').slice(-count)
  }
  gamma(value) {
    const below = 31 - Math.clz32(value)
    this.push(0, below)
    this.push(value, below + 1)
  }
  below(value, range) {
    if (range < 2) return
    const bits = 32 - Math.clz32(range - 1)
    const short = 2 ** bits - range
    const middle = (range - short) >> 1
    const turned = value < middle ? value + range - middle : value - middle
    if (turned < short) this.push(turned, bits - 1)
    else this.push(turned + short, bits)
  }
  letters(text) {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (/[\da-z]/.test(text[at])) this.push(parseInt(text[at], 36), 7)
      else if (unit >= 0x1780 && unit <= 0x17d9) this.push(unit - 0x1780 + 36, 7)
      else (this.push(127, 7), this.push(unit, 16))
    }
  }
  set(numbers, low, high) {
    const count = numbers.length
    if (!count || high - low + 1 === count) return
    const middle = count >> 1
    const after = count - 1 - middle
    const number = numbers[middle]
    this.below(number - low - middle, high - after - low - middle + 1)
    this.set(numbers.slice(0, middle), low, number - 1)
    this.set(numbers.slice(middle + 1), number + 1, high)
  }
  text() {
    return this.bits.replace(/.{1,6}/g, (letter) => ALPHABET[parseInt(letter.padEnd(6, '0'), 2)])
  }
}

// --- whole indexes ---------------------------------------------------------------------------------

const SYLLABLES = ['ក', 'ខ្មែរ', 'ឃុំ', 'ទឹក', 'ថវិកា', 'ស្រុក', 'ភូមិ', 'ឱ្យ', 'រៀល', 'ស្ត្រី', 'លោក', 'លេាក', 'កេី', 'ទេ្ី', 'ស៊ីុ', 'រុ៊ំ']
const LATIN = ['budget', 'commune', 'constructor', 'co', 'water', '10', '២០២៦', 'é', 'ß', '😀']

/** A case that is whole, with the words of its index and the pages of each. */
export function whole(random, key) {
  const pageCount = random.one([0, 1, 2, 3, 7, 26, 60])
  const block = random.one([1, 2, 25])
  const typed = [
    ...random.some(LATIN, 0.4),
    ...SYLLABLES.flatMap((one) => [...random.some([one], 0.6), ...random.some(SYLLABLES.map((other) => one + other), 0.03)]),
  ]
  const pages = Array.from({ length: pageCount }, (_, page) => page)
  const words = [...new Set(typed.map(key))].sort(byCodePoint).map((own) => {
    const share = random.one([0, 0.1, 0.5, 1])
    const stands = random.some(pages, share)
    const strong = random.some([...stands.keys()], 0.2)
    const titles = random.some([...strong.keys()], 0.5)
    return { key: own, pages: stands, inside: random.some([...stands.keys()], random.one([0, 0.3])), strong, titles, phrases: [] }
  })
  const files = {}
  const borders = []
  const ranges = [[]]
  for (const word of words) {
    if (ranges.at(-1).length && random.is(0.15)) {
      borders.push(border(ranges.at(-1).at(-1).key, word.key))
      ranges.push([])
    }
    ranges.at(-1).push(word)
  }
  for (const word of words) for (const other of random.some(words, 0.2)) pair(random, word, other)
  ranges.forEach((range, number) => {
    files[`w${number}`] = [wordsFile(`w${number}`, range, pageCount)]
    files[`p${number}`] = [phrasesFile(`p${number}`, range)]
  })
  for (let from = 0; from < pageCount; from += block) {
    const own = pages.slice(from, from + block)
    const lines = own.map((page) => `../p${page}/index.html\tទំព័រ ${page}\t${page % 2 ? 'ទឹក' : ''}\t${page % 5 ? '' : '២០២៦'}`)
    const names = own.map(nameOf).join('')
    const name = `c${from / block}`
    files[name] = [random.is(0.5) ? [name, lines.join('\n'), names] : [name, turn(lines.join('\n')), names]]
  }
  // Some texts do not come.
  for (const page of random.some(pages.slice(0, 20), 0.4)) {
    const name = `${nameOf(page)}-t`
    const said = textOf(random, typed.length ? typed : ['x'])
    files[name] = [random.is(0.5) ? [name, said] : [name, turn(said), 1]]
  }
  const asked = Array.from({ length: 1 + random.below(3) }, () => random.one(typed.length ? typed : ['x']))
  return {
    words,
    input: {
      manifest: [pageCount, block, ...borders].join(' '),
      files,
      digits: random.one(['០', '0']),
      hash: `#q=${encodeURIComponent(asked.join(random.one(['', ' '])))}`,
      steps: random.one([[], [{ click: 0 }], [{ click: 0 }, { click: 1 }], [{ type: random.one(SYLLABLES) }], [{ hash: '' }]]),
    },
  }
}

/** Few signs that stand for very many numbers: words that are on all of very many pages. */
export function large() {
  const pageCount = 99_999
  return [200, 3].map((count) => {
    const words = new Bits()
    const phrases = new Bits()
    words.gamma(count + 1)
    for (let word = 0; word < count; word++) {
      words.gamma(1)
      words.gamma(3)
      words.letters(String.fromCharCode(97 + Math.floor(word / 26), 97 + (word % 26)))
      for (const count of [pageCount, pageCount, pageCount, pageCount]) words.gamma(count + 1)
      phrases.gamma(100)
      phrases.gamma(1)
      phrases.set([...Array(99).keys()], 0, 99 * SPREAD - 1)
      for (let phrase = 0; phrase < 99; phrase++) phrases.gamma(pageCount)
    }
    const files = { w0: [['w0', words.text()]], p0: [['p0', phrases.text()]] }
    return { manifest: `${pageCount} 25`, files, hash: '#q=aa ab ac' }
  })
}

function byCodePoint(one, other) {
  const [left, right] = [[...one], [...other]]
  const at = left.findIndex((letter, at) => letter !== right[at])
  if (at < 0) return left.length - right.length
  return at < right.length ? left[at].codePointAt(0) - right[at].codePointAt(0) : 1
}

function border(before, word) {
  return [...word].slice(0, shared(before, word) + 1).join('')
}

function shared(before, word) {
  const letters = [...before]
  const at = [...word].findIndex((letter, at) => letter !== letters[at])
  return at < 0 ? [...word].length : at
}

/** As src/search/shown.rs names a text, if it had a hash to begin with. */
function nameOf(page) {
  return page.toString(16).padStart(6, '0')
}

function textOf(random, words) {
  const gaps = ['', '\u200b', '\u200b', ' ', '។ ', ' & ', '\u00a0', ', ']
  const sentence = () => Array.from({ length: random.one([1, 4, 40]) }, () => random.one(words) + random.one(gaps)).join('')
  return [random.one(['', sentence()]), ...Array.from({ length: random.one([0, 1, 5]) }, sentence)].join('\n')
}

/** Khmer letters for ASCII and back, and `&` between words. */
function turn(text) {
  const one = (sign) => (sign === '\u200b' ? '&' : String.fromCharCode(sign.charCodeAt(0) + (sign < '\x7f' ? 0x1759 : -0x1759)))
  return text.replace(/[\u200b&-~\u177f-\u17d7]/g, one)
}

function wordsFile(name, words, pageCount) {
  const bits = new Bits()
  let before = ''
  bits.gamma(words.length + 1)
  for (const word of words) {
    const known = [...word.key].slice(0, shared(before, word.key)).join('').length
    before = word.key
    bits.gamma(known + 1)
    bits.gamma(word.key.length - known + 1)
    bits.letters(word.key.slice(known))
    bits.gamma(word.pages.length + 1)
    bits.set(word.pages, 0, pageCount - 1)
    for (const [all, some] of [[word.pages, word.inside], [word.pages, word.strong], [word.strong, word.titles]]) {
      if (all === word.strong && !all.length) continue
      bits.gamma(some.length + 1)
      bits.set(some, 0, all.length - 1)
    }
  }
  return [name, bits.text()]
}

/** A phrase is kept with the word of fewer pages, under the other's number. */
function pair(random, first, second) {
  const after = second.pages.length >= first.pages.length
  const [anchor, other] = after ? [first, second] : [second, first]
  const places = random.some([...anchor.pages.keys()], 0.7)
  if (places.length) anchor.phrases.push({ hash: hash(other.key, after ? 0 : 1), places })
}

function phrasesFile(name, words) {
  const bits = new Bits()
  for (const word of words) {
    const range = word.phrases.length * SPREAD
    const named = new Map(word.phrases.map(({ hash, places }) => [hash % range, places]))
    const numbers = [...named.keys()].sort((one, other) => one - other)
    bits.gamma(numbers.length + 1)
    if (!numbers.length) continue
    bits.gamma(word.phrases.length - numbers.length + 1)
    bits.set(numbers, 0, range - 1)
    for (const number of numbers) {
      bits.gamma(named.get(number).length)
      bits.set(named.get(number), 0, word.pages.length - 1)
    }
  }
  return [name, bits.text()]
}

function hash(text, side) {
  let value = 0x811c9dc5 ^ side
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return (value ^ (value >>> 15)) >>> 0
}

// --- damage ----------------------------------------------------------------------------------------

const STRANGE = [null, undefined, 0, -1, 1e308, true, [], {}, ['w0'], '', 'w0', ';'.repeat(99), '{'.repeat(99), '__proto__']
const TOKENS = [
  ...[';', ';;;;', '{{{{', 'Z', 'Zx', '\t', '\n', '\0', '\u2028', '<img src=x onerror=alert(1)>', '\ud800', '្', 'ំ', 'ឃុំ'],
]
const STRANGE_ADDRESSES = [
  ...['javascript:alert(1)', '\x01javascript:x', 'java\rscript:x', ' data:text/html,x', 'mailto:x', 'C:/x', 'x:'],
  ...['//example.com/', '\\\\example.com\\', '/\\example.com', '/', '?', '#', '..', './../x'],
]
const ADDRESSES = [
  ...['%', '%E1', '%E1%9E', '%E1%9E%80', '%ZZ', '%00', '%C0%AF', '%ED%A0%80', '%F0%9F%98%80', '%25', '+', '&q=', '#q=', '?q=', '='],
  ...['\ud800', '\udc00', '្', '\u200b', '1.5', '២០២៦', '012 345-678', '%2B855', 'e-mail', 'ﻣﺎل', 'مَدْرَسَة ٢٠٢٦', 'đá', 'ថវកា', 'constructor', '__proto__', 'hasOwnProperty', 'ក'.repeat(700), 'ab '.repeat(300)],
]

/** A copy of a case with a few things changed in it; `other` lends parts. */
export function mutate(random, original, other) {
  const input = structuredClone(original)
  for (let changes = 1 + random.below(4); changes; changes--) change(random, input, other)
  return input
}

function change(random, input, other) {
  const names = Object.keys(input.files)
  const name = random.one(names)
  if (random.is(0.1)) return showOther(random, input)
  const calls = name && input.files[name]
  const call = calls?.length && random.one(calls)
  switch (random.below(13)) {
    case 0:
      input.hash = text(random, input.hash ?? '#q=', ADDRESSES)
      return
    case 1:
      input.search = text(random, input.search ?? '?q=', ADDRESSES)
      return
    case 2:
      input.steps = [...(input.steps ?? []), step(random)].slice(-4)
      return
    case 3:
      input.manifest = manifest(random, input.manifest)
      return
    case 4:
      if (name) input.files[name] = random.one([null, 0, [], [...(calls || []), ...(other.files[random.one(Object.keys(other.files))] || [])]])
      return
    case 5: {
      const lent = random.one(Object.keys(other.files))
      // Under its own name or another's.
      if (name && other.files[lent]) input.files[name] = other.files[lent].map((call) => [random.is(0.5) ? name : call[0], ...call.slice(1)])
      return
    }
    case 6:
      if (call) call[random.below(call.length + 1)] = random.one(STRANGE)
      return
    case 7:
      if (call) call.splice(random.below(call.length), 1)
      return
    case 8:
      if (call) call[1] = counts(random, parseInt(input.manifest, 10) || 0)
      return
    default:
      if (call) {
        const at = random.below(call.length)
        const lent = random.one(Object.values(other.files).filter(Array.isArray).flat(2).filter((part) => typeof part === 'string')) ?? ''
        if (typeof call[at] === 'string') call[at] = text(random, call[at], TOKENS, lent)
      }
  }
}

function showOther(random, input) {
  const names = Object.keys(input.files).filter((name) => name[0] === 'c')
  const [cards] = input.files[random.one(names)] || []
  if (typeof cards?.[1] === 'string') cards[1] = lines(random, cards[1])
}

/** A copy of a case in which a file is cut, or fails to come. */
export function cut(random, original) {
  const input = structuredClone(original)
  const name = random.one(Object.keys(input.files))
  const [call] = input.files[name]
  if (random.is(0.2) || !call[1]) input.files[name] = random.one([null, 0, []])
  else call[1] = call[1].slice(0, random.below(call[1].length))
  return input
}

/** What results show, with lines gone or doubled, or one field of one line or of all changed. */
function lines(random, text) {
  const all = text.split('\n').map((line) => line.split('\t'))
  const at = random.below(all.length)
  const field = random.one([0, 0, 1, 1, 2, 3, 4])
  const value = field || random.is(0.3) ? random.one([...TOKENS, '']) : random.one(STRANGE_ADDRESSES)
  if (random.is(0.2)) all.splice(at, random.below(2), all[0])
  else for (const fields of random.is(0.5) ? all : [all[at]]) fields[field] = value
  return all.map((fields) => fields.join('\t')).join('\n')
}

/** Numbers that may be counts: as large as can be, or too large. */
function counts(random, pageCount) {
  const bits = new Bits()
  for (let more = random.one([1, 9, 99, 999]); more; more--) bits.gamma(random.one([1, 1, 2, 3, pageCount + 1, pageCount + 2, 1 << random.below(30)]))
  return bits.text()
}

/** A text with some of it gone, doubled, changed, or from elsewhere. */
function text(random, text, tokens, other = '') {
  const at = random.below(text.length + 1)
  const length = random.one([1, 1, 2, 6, text.length])
  const [before, part, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)]
  switch (random.below(7)) {
    case 0:
      return before + after
    case 1:
      return before
    case 2:
      return before + part + part + after
    case 3:
      return before + random.one(tokens) + part + after
    case 4:
      return before + random.one(tokens) + after
    case 5:
      return before + other.slice(random.below(other.length))
    default:
      return before + part.replace(/[^]/, (letter) => shift(random, letter)) + after
  }
}

/** Another letter of those that numbers are made of, or one near by. */
function shift(random, letter) {
  const at = ALPHABET.indexOf(letter)
  if (at >= 0) return ALPHABET[at ^ (1 << random.below(6))]
  return String.fromCharCode(letter.charCodeAt(0) ^ (1 << random.below(7)))
}

function manifest(random, manifest) {
  const parts = manifest.split(' ')
  const at = random.below(parts.length)
  if (at < 2) parts[at] = random.one(['', '0', '1', '2', '25', '60', '999', '5000', '99999', '-1', '1e9', 'NaN', '0x10', String(+parts[at] + 1)])
  else if (random.is(0.5)) parts[at] = text(random, parts[at], TOKENS.filter((token) => !/\s/.test(token)))
  else parts.splice(at, 1)
  return parts.join(' ')
}

function step(random) {
  const words = () => Array.from({ length: 1 + random.below(4) }, () => random.one([...SYLLABLES, ...LATIN, ...ADDRESSES])).join(random.one(['', ' ']))
  return random.one([
    () => ({ hash: `#q=${random.is(0.5) ? words() : encodeURIComponent(words().replace(/[\ud800-\udfff]/g, ''))}` }),
    () => ({ type: words() }),
    () => ({ click: random.below(3) }),
    () => ({ click: 0 }),
  ])()
}
