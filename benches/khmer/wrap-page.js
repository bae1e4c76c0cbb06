// Runs in the browser. In: a case, which is paragraphs as HTML with their boundaries, and how to lay
// them out. Out: what overflows and where lines end. Knows no segmenter but the browser's own.

/* exported measureCase */

const LETTER = /[\u1780-\u17d3\u17dc\u17dd]/
// A sign of the cluster that the character before it belongs to.
const DEPENDENT = /[\u17b4-\u17d3\u17dd\u200c\u200d]/
const COENG = '\u17d2'
const REPETITION = '\u17d7'
const KHMER_RUN = /[\u1780-\u17d3\u17d7\u17dc\u17dd\u200c\u200d]+/g
// What takes no place on a line, so that no line ends before or after it.
const UNSEEN = /[\s\u200b\u2060]/

/** Changes of a word that the browser would cut although we do not, by what a case calls them. */
const REMEDIES = {
  span: (parts) => `<span>${parts.join('')}</span>`,
  joiner: (parts) => parts.join('\u2060'),
}

/**
 * `wrong` are line ends between two Khmer letters at no boundary, `offered` those of them that stand
 * at a break of ours, `inside` those within a cluster; `repetition` are lines that begin with the repetition sign.
 */
function measureCase({ paragraphs, style, lang, width, remedy }) {
  const box = document.createElement('div')
  box.style.cssText = `width: ${width}px; ${style}`
  if (lang) box.lang = lang
  const texts = paragraphs.map(({ html }) => (remedy ? withRemedy(html, REMEDIES[remedy]) : html))
  box.innerHTML = texts.map((html) => `<p>${html}</p>`).join('')
  document.body.replaceChildren(box)
  const counts = {
    ...{ overflowing: 0, ends: 0, khmer: 0, wrong: 0, offered: 0, inside: 0, repetition: 0 },
    ...{ nodes: 0, bytes: new TextEncoder().encode(texts.join('')).length },
  }
  paragraphs.forEach(({ boundaries }, number) => {
    const paragraph = box.children[number]
    if (paragraph.scrollWidth > paragraph.clientWidth) counts.overflowing += 1
    counts.nodes += paragraph.querySelectorAll('*').length
    if (boundaries) countLineEnds(paragraph, new Set(boundaries), counts)
  })
  return counts
}

function withRemedy(html, remedy) {
  const segmenter = new Intl.Segmenter('km', { granularity: 'word' })
  return html.replace(KHMER_RUN, (word) => {
    const parts = Array.from(segmenter.segment(word), (part) => part.segment)
    return parts.length > 1 ? remedy(parts) : word
  })
}

function countLineEnds(paragraph, boundaries, counts) {
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
        counts.ends += 1
        if (character === REPETITION) counts.repetition += 1
        if (LETTER.test(previous.character) && LETTER.test(character)) {
          counts.khmer += 1
          if (!boundaries.has(place)) {
            counts.wrong += 1
            if (isOffered) counts.offered += 1
          }
          if (DEPENDENT.test(character) || previous.character === COENG) counts.inside += 1
        }
      }
      previous = { character, top }
      place += 1
      isOffered = false
    }
  }
}
