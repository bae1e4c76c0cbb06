// The search page without a browser: just so much of a page as `search.js` touches, and what must
// hold whatever reaches it.
//
// In: a case, that is what the page is given: its manifest, its files, what its reader does. Out: what
// the page shows, and how often each block of the script ran. Knows not where cases come from.
import vm from 'node:vm'

export const STAMP = '00000000'
const ADDRESS = 'https://org.example/some/folder/search/index.html'
const ATTRIBUTES = {
  'data-folder': './',
  'data-loading': 'loading',
  'data-failed': 'failed',
  'data-again': 'again',
  'data-count': 'found {count}',
  'data-none': 'none',
  'data-advice': 'advice',
  'data-exact': 'exact',
  'data-apart': 'apart',
  'data-some': 'some',
  'data-instead': 'instead {words}',
  'data-more': 'more',
}
const ELEMENTS = ['script', 'button', 'p', 'h2', 'ul', 'li', 'a', 'mark']

/** Blocks of the script that run for one case, at most: a second or two on a phone. */
const MOST_BLOCKS = 10_000_000
/** Numbers that are read of one file, at most: what the script bounds them to. */
const mostNumbers = (pageCount) => (1 << 20) + 16 * pageCount
const LONGEST_QUERY = 500
const MOST_EVENTS = 3_000

/** What must not be. */
export class Finding extends Error {}

/** Makes the script a function of a page, with a counter in each of its blocks. */
export function prepare(source) {
  let blocks = 0
  let code = source.replace(/\{\n/g, () => `{ $block(${blocks++});\n`)
  for (const [from, to] of [
    ['catch (problem) {', 'catch (problem) { $caught(problem);'],
    ['into.push(', '$number(into, '],
  ]) {
    const parts = code.split(from)
    if (parts.length < 2) throw new Error(`search.js has no \`${from}\` any more; fuzz/search_page.mjs needs it`)
    code = parts.join(to)
  }
  const names = 'window, document, location, setTimeout, clearTimeout, $block, $caught, $number'
  code = `(function (${names}) {${code}\n})`
  const script = new vm.Script(code, { filename: 'search.js' })
  const keys = source.slice(source.indexOf('// --- keys'), source.indexOf('// --- the index'))
  return { run: script.runInThisContext(), code, blocks, key: new Function(`${keys}; return key`)() }
}

/**
 * Runs a case; throws a `Finding` for what must not be. `counts` has a number for each block.
 *
 * Of a case, `manifest` lacks its stamp; `files` are by name the calls that stand in each, or `null`
 * for one that fails, `0` for one that does not come in time; `steps` is what the reader does, and
 * other `files` that stand there from then on.
 */
export function runCase(program, input, counts) {
  const page = new Page(input)
  let ran = 0
  let numbers = 0
  const act = (what) => {
    try {
      what()
    } catch (problem) {
      throw problem instanceof Finding ? problem : new Finding(`not caught: ${problem?.stack ?? problem}`)
    }
  }
  act(() =>
    program.run(
      page.window,
      page.document,
      page.location,
      (then) => page.timers.push(then) - 1,
      (timer) => (page.timers[timer] = null),
      (block) => {
        counts[block]++
        if (++ran > MOST_BLOCKS) throw new Finding(`${ran} blocks ran`)
      },
      (problem) => {
        const is_told = problem instanceof Error && /^[wpc]\d+$/.test(problem.message)
        if (!is_told) throw problem instanceof Finding ? problem : new Finding(`caught: ${problem?.stack ?? problem}`)
      },
      (into, number) => {
        if (++numbers > page.mostNumbers) throw new Finding(`${numbers} numbers were read`)
        if (!(number >= 0)) throw new Finding(`${number} for a page`)
        into.push(number)
      },
    ),
  )
  settle(page, act)
  for (const step of input.steps ?? []) {
    act(() => page.do(step))
    settle(page, act)
  }
  return page.shown()
}

/** Lets everything arrive that was asked for, then looks at the page. */
function settle(page, act) {
  for (let events = 0; page.queue.length; events++) {
    if (events > MOST_EVENTS) throw new Finding(`${events} files were asked for`)
    act(page.queue.shift())
  }
  page.check()
}

class Element {
  constructor(page, tag) {
    this.page = page
    this.tag = tag
    this.children = []
    this.parentNode = null
    this.attributes = {}
    this.own = ''
    this.hidden = this.disabled = false
    this.className = this.type = this.value = this.href = this.src = ''
    this.onload = this.onerror = this.onclick = this.onsubmit = null
    // The script is strict: to set `innerHTML` or anything else throws.
    Object.seal(this)
  }
  get textContent() {
    return this.own + this.children.map((child) => child.textContent).join('')
  }
  set textContent(text) {
    if (typeof text !== 'string') throw new Finding(`${typeof text} for a text`)
    for (const child of this.children) child.parentNode = null
    this.children = []
    this.own = text
  }
  get firstChild() {
    return this.children[0] ?? null
  }
  get nextSibling() {
    return this.parentNode?.children[this.parentNode.children.indexOf(this) + 1] ?? null
  }
  appendChild(child) {
    return this.insertBefore(child, null)
  }
  insertBefore(child, next) {
    const at = next ? this.children.indexOf(next) : this.children.length
    if (at < 0 || child.parentNode) throw new Finding(`<${child.tag}> cannot stand there`)
    this.children.splice(at, 0, child)
    child.parentNode = this
    if (child.tag === 'script') this.page.load(child)
    return child
  }
  removeChild(child) {
    const at = this.children.indexOf(child)
    if (at < 0) throw new Finding(`no <${child.tag}> stands there`)
    this.children.splice(at, 1)
    child.parentNode = null
    return child
  }
  getAttribute(name) {
    return this.attributes[name] ?? null
  }
  setAttribute(name, value) {
    if (name !== 'aria-busy') throw new Finding(`attribute ${name}`)
    this.attributes[name] = String(value)
  }
  querySelector(selector) {
    return this.page[selector]
  }
  addEventListener(name, act) {
    if (name !== 'submit') throw new Finding(`listens for ${name}`)
    this.onsubmit = act
  }
  focus() {}
  all() {
    return this.children.flatMap((child) => [child, ...child.all()])
  }
}

/** As in src/search/shown.rs. */
export function turned(text) {
  const turn = (sign) => (sign === '&' ? '\u200b' : String.fromCharCode(sign.charCodeAt(0) + (sign < '\x7f' ? 0x1759 : -0x1759)))
  return text.replace(/[&-~\u177f-\u17d7]/g, turn)
}

class Page {
  constructor({ manifest, files, digits = '0', hash = '', search = '' }) {
    this.files = files
    this.came = []
    this.queue = []
    this.timers = []
    this.mostNumbers = 0
    this.listeners = {}
    this.form = new Element(this, 'form')
    Object.assign(this.form.attributes, ATTRIBUTES, { 'data-index': `${STAMP} ${manifest}`, 'data-digits': digits })
    this.input = new Element(this, 'input')
    this.fieldset = new Element(this, 'fieldset')
    this.output = new Element(this, 'div')
    this.say = new Element(this, 'p')
    this.pageCount = +String(manifest).split(' ')[0]
    const page = this
    this.window = {
      addEventListener: (name, act) => (this.listeners[name] = act),
    }
    this.document = {
      body: new Element(this, 'body'),
      getElementById: (id) => ({ search: this.form, found: this.output, said: this.say })[id],
      createElement(tag) {
        if (!ELEMENTS.includes(tag)) throw new Finding(`made <${tag}>`)
        return new Element(page, tag)
      },
      createTextNode(text) {
        if (typeof text !== 'string') throw new Finding(`${typeof text} for a text`)
        return Object.assign(new Element(page, '#text'), { own: text })
      },
    }
    this.address = { hash, search }
    this.location = {
      get hash() {
        return page.address.hash
      },
      set hash(to) {
        page.address.hash = to
        page.queue.push(() => page.listeners.hashchange?.())
      },
      get search() {
        return page.address.search
      },
    }
  }

  /** A file arrives as a script that calls the page, or not at all. */
  load(script) {
    const name = new RegExp(`^\\./(?:${STAMP}-([wpc]\\d+)|([\\da-f]{6}-t))\\.js(\\?\\d+)?$`).exec(script.src)?.slice(1).find(Boolean)
    if (!name) throw new Finding(`asked for ${script.src}`)
    const timer = this.timers.length - 1
    const calls = Object.hasOwn(this.files, name) ? this.files[name] : null
    this.queue.push(() => {
      if (calls === 0) return this.timers[timer]?.()
      this.mostNumbers += mostNumbers(this.pageCount)
      for (const call of calls ?? []) this.window.sala_search(...call)
      this.came.push(...(calls ?? []).filter((call) => typeof call[1] === 'string'))
      if (calls === null) this.listeners.error?.({ preventDefault() {} })
      ;(calls === null ? script.onerror : script.onload)?.()
    })
  }

  do({ files, hash, type, click, again }) {
    if (files) {
      this.files = files
    } else if (again) {
      const last = this.output.all().at(-1)
      if (last?.textContent === 'again') last.onclick()
    } else if (hash !== undefined) {
      this.location.hash = hash
    } else if (type !== undefined) {
      this.input.value = type
      this.form.onsubmit?.({ preventDefault() {} })
    } else {
      const buttons = this.output.all().filter((element) => element.tag === 'button')
      buttons[click % buttons.length]?.onclick()
    }
  }

  check() {
    if (this.form.hidden) {
      if (this.output.children.length) throw new Finding('a page without a form shows something')
      return
    }
    const busy = this.output.attributes['aria-busy']
    const said = this.say.textContent
    if (busy === 'true') throw new Finding('it goes on searching')
    if (!/^(failed|none|found [\d០-៩]+|)$/.test(said)) throw new Finding(`it says ${said}`)
    if (this.input.value.length > LONGEST_QUERY) throw new Finding(`a query of ${this.input.value.length} signs`)
    const elements = this.output.all()
    if (said === 'failed' && !elements.some((element) => element.textContent === 'again'))
      throw new Finding('it failed and cannot be tried again')
    if (said === '' && elements.length) throw new Finding('it says nothing and shows something')
    const links = elements.filter((element) => element.tag === 'a')
    if (links.length > this.pageCount) throw new Finding(`${links.length} links to ${this.pageCount} pages`)
    for (const { href, textContent } of links) {
      const to = new URL(href, ADDRESS)
      const from_disk = new URL(href, 'file:///site/search/index.html')
      if (to.origin !== 'https://org.example' || from_disk.protocol !== 'file:' || from_disk.host)
        throw new Finding(`a link to ${href}`)
      if (!textContent) throw new Finding('a link without a text')
    }
    for (const element of elements) {
      const told = /^(p|h2|a|button|mark|#text)$/.test(element.tag)
      if (told ? element.children.length && element.tag !== 'p' : element.own) throw new Finding(`text in <${element.tag}>`)
      if (element.tag === 'mark' && (!element.own || element.parentNode.className !== 'told')) throw new Finding('a mark of nothing')
      if (element.className === 'told') this.checkQuote(element)
      if (element.tag === 'ul' && !element.children.length) throw new Finding('a list of nothing')
    }
  }

  /** A sentence is a part of one that came, with dots where it was cut, and it is short. */
  checkQuote({ textContent, children }) {
    const words = textContent.replace(/^…|…$/g, '')
    if (!children.length) throw new Finding('a line without a sentence')
    if (!this.said().some((text) => text.includes(words))) throw new Finding(`nobody said ${textContent}`)
  }

  /** The texts that came, as they are read. */
  said() {
    return this.came.map(([, text, flags]) => (flags & 1 ? turned(text) : text))
  }

  /** What the reader sees. */
  shown() {
    const elements = this.output.all()
    return {
      said: this.say.textContent,
      query: this.input.value,
      links: elements.filter((element) => element.tag === 'a').map((element) => element.href),
      quotes: elements.filter((element) => element.className === 'told').map((element) => element.textContent),
      searches: !this.form.hidden,
    }
  }
}
