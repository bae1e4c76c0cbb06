// Runs in the browser. In: cases, each of them paragraphs as HTML with their boundaries, and how to lay
// them out; or words. Out: what overflows and where lines end; or which words the browser cuts. Knows
// no segmenter but the browser's own.

/* exported measureCases, measureTables, wordsCut */

const LETTER = /[\u1780-\u17d3\u17dc\u17dd]/
// A sign of the cluster that the character before it belongs to.
const DEPENDENT = /[\u17b4-\u17d3\u17dd\u200c\u200d]/
const COENG = '\u17d2'
// Signs that belong to what stands before them.
const ENDING = /[។៕៖ៗ]/
// What takes no place on a line, so that no line ends before or after it.
const UNSEEN = /[\s\u200b\u2060]/
// Gold takes this sign for a boundary, where a text has it too.
const OPTIONAL = '|'

/** The words that the browser would cut. */
function wordsCut(words) {
  const segmenter = new Intl.Segmenter('km', { granularity: 'word' })
  return words.filter((word) => Array.from(segmenter.segment(word)).length > 1)
}

function measureCases(cases) {
  return {
    version: navigator.userAgent.match(/(Chrome|Firefox)\/[\d.]+/)[0],
    supported: cases.map(({ style }) => style.split(';').every((rule) => CSS.supports(rule.trim()))),
    counts: cases.map(measureCase),
  }
}

/**
 * `wrong` are line ends between two Khmer letters at no boundary, `offered` those of them that stand
 * at a break of ours, `inside` those within a cluster, `optional` those at a boundary that is one for
 * some only; `begun` are lines that begin with a sign that belongs to what stands before it. `mistakes`
 * says of each wrong one where it is.
 */
function measureCase({ paragraphs, style, lang, width }) {
  const box = document.createElement('div')
  box.style.cssText = `width: ${width}px; ${style}`
  if (lang) box.lang = lang
  box.innerHTML = paragraphs.map(({ html }) => `<p>${html}</p>`).join('')
  document.body.replaceChildren(box)
  const counts = {
    ...{ overflowing: 0, ends: 0, khmer: 0, wrong: 0, offered: 0, inside: 0, optional: 0, begun: 0 },
    nodes: 0,
    mistakes: [],
  }
  paragraphs.forEach(({ boundaries, optional }, number) => {
    const paragraph = box.children[number]
    if (paragraph.scrollWidth > paragraph.clientWidth) counts.overflowing += 1
    counts.nodes += paragraph.querySelectorAll('*').length
    if (!boundaries) return
    for (const end of lineEnds(paragraph)) {
      counts.ends += 1
      if (ENDING.test(end.after)) counts.begun += 1
      if (!LETTER.test(end.before) || !LETTER.test(end.after)) continue
      counts.khmer += 1
      if (DEPENDENT.test(end.after) || end.before === COENG) counts.inside += 1
      if (optional.includes(end.place)) counts.optional += 1
      if (boundaries.includes(end.place)) continue
      counts.wrong += 1
      if (end.isOffered) counts.offered += 1
      counts.mistakes.push({ number, place: end.place, isOffered: end.isOffered })
    }
  })
  return counts
}

/** How many tables, each of one row, are wider than the page, and their narrowest cell. */
function measureTables(cases) {
  return cases.map(({ rows, style, width }) => {
    document.body.innerHTML = rows
      .map((cells) => `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`)
      .join('')
    document.body.lang = 'km'
    document.body.style.cssText = `width: ${width}px; ${style}`
    const tables = Array.from(document.querySelectorAll('table'))
    const cells = Array.from(document.querySelectorAll('td'))
    return {
      tooWide: tables.filter((table) => table.getBoundingClientRect().width > width).length,
      widest: Math.max(...tables.map((table) => table.getBoundingClientRect().width)),
      narrowest: Math.min(...cells.map((cell) => cell.getBoundingClientRect().width)),
    }
  })
}

/**
 * Where lines end: the characters before and after, how many that are seen stand before, and whether
 * it is at a break of ours.
 */
function* lineEnds(paragraph) {
  const range = document.createRange()
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  let previous = null // the last character that is seen, and where it stands
  let place = 0
  let isOffered = false
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.nodeName === 'WBR') isOffered = true
      continue
    }
    for (let at = 0; at < node.data.length; at += 1) {
      const character = node.data[at]
      if (UNSEEN.test(character)) {
        if (character !== '\u2060') isOffered = true
        continue
      }
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const rect = range.getClientRects()[0]
      // A sign that hangs on the letter before it may have no box of its own.
      const top = rect ? rect.top : previous.top
      if (previous && top > previous.top + 8) {
        yield { before: previous.character, after: character, place, isOffered }
      }
      previous = { character, top }
      if (character !== OPTIONAL) place += 1
      isOffered = false
    }
  }
}
