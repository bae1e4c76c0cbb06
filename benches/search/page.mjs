// The search page without a browser: runs the real `search.js` over the real files of an index and
// counts what it loads.
import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import zlib from 'node:zlib'

/** Opens the index in `folder`; `attributes` are those of the form. */
export function open(folder, script, attributes) {
  const sizes = new Map()
  const loaded = { files: [] }
  const elements = { search: element('form'), found: element('div'), said: element('p') }
  const input = element('input')
  Object.assign(elements.search, {
    attributes,
    querySelector: (name) => (name === 'input' ? input : element(name)),
    addEventListener() {},
  })
  let changed
  const body = element('body')
  body.appendChild = (child) => {
    child.parentNode = body
    const file = path.join(folder, child.src)
    const name = path.basename(file)
    if (!sizes.has(name)) sizes.set(name, zlib.gzipSync(fs.readFileSync(file), { level: 9 }).length)
    loaded.files.push(name)
    queueMicrotask(() => {
      vm.runInContext(read(file), context)
      child.onload()
    })
    return child
  }
  body.removeChild = () => {}
  const window = { addEventListener: (name, listener) => (changed = listener) }
  const location = { hash: '' }
  const context = vm.createContext({
    window,
    location,
    document: { getElementById: (id) => elements[id], createElement: element, createTextNode: text, body },
    setTimeout: () => 0,
    clearTimeout() {},
    decodeURIComponent,
    encodeURIComponent,
    isFinite,
  })
  Object.defineProperty(context, 'sala_search', { get: () => window.sala_search })
  vm.runInContext(script, context)

  /** The addresses of the pages that are shown, list by list. */
  function groupsShown() {
    const groups = []
    for (const child of elements.found.children) {
      if (child.name === 'h2') groups.push([])
      if (child.name !== 'ul') continue
      if (groups.length === 0) groups.push([])
      groups.at(-1).push(...child.children.map((item) => item.children[0].href))
    }
    return groups
  }

  /** What a reader who searches for this finds, and what it takes to load. */
  return async function search(query) {
    location.hash = `#q=${encodeURIComponent(query)}`
    changed()
    await settled()
    // What the first screen of results takes, files met before included, as a new reader pays.
    const files = [...loaded.files]
    const first = groupsShown()
    for (;;) {
      const more = elements.found.children.find((child) => child.name === 'button')
      if (!more) break
      more.onclick()
      await settled()
    }
    return {
      said: elements.said.textContent,
      advice: elements.found.children.find((child) => child.name === 'p')?.textContent,
      groups: groupsShown(),
      first,
      files,
      bytes: files.reduce((sum, name) => sum + sizes.get(name), 0),
    }
  }
}

const texts = new Map()

function read(file) {
  if (!texts.has(file)) texts.set(file, fs.readFileSync(file, 'utf8'))
  return texts.get(file)
}

/** Every file comes at once here, so a turn of the event loop is enough. */
async function settled() {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
}

function text(content) {
  return Object.assign(element('#text'), { textContent: content })
}

function element(name) {
  const self = {
    name,
    children: [],
    attributes: {},
    get nextSibling() {
      const around = self.parentNode.children
      return around[around.indexOf(self) + 1] ?? null
    },
    get firstChild() {
      return self.children[0]
    },
    set textContent(value) {
      self.text = value
      self.children.length = 0
    },
    get textContent() {
      return self.text ?? ''
    },
    setAttribute: (key, value) => (self.attributes[key] = String(value)),
    getAttribute: (key) => self.attributes[key] ?? null,
    appendChild(child) {
      return self.insertBefore(child, null)
    },
    insertBefore(child, before) {
      child.parentNode = self
      self.children.splice(before ? self.children.indexOf(before) : self.children.length, 0, child)
      return child
    },
    removeChild(child) {
      self.children.splice(self.children.indexOf(child), 1)
    },
    focus() {},
  }
  return self
}
