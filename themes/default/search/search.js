/* Finds pages by words, in the browser. Loaded by the search page alone.

   The index stands beside this file as small scripts (`fetch` may not read a file's neighbours),
   written by `src/search`. The query is cut with the words of the index, so no dictionary travels.
   What is searched for stands behind the `#` of the address, which no server is told; a server sees
   which files were asked for, that is about where in the dictionary the words begin, and which pages
   were shown.
   Nothing that comes from outside is trusted, neither addresses nor files: what cannot be read of an
   address is left out, and an index that does not hold together is as one that did not come.
   For browsers from about 2015 on: older ones keep the list of all pages. */
(function () {
  'use strict'
  var form = document.getElementById('search')
  var output = document.getElementById('found')
  if (!form || !output) return
  var manifest = form.getAttribute('data-index') || ''
  var isReadable = /^[0-9a-f]{8} \d{1,6} [1-9]\d{0,4}( |$)/.test(manifest)
  if (!isReadable || !Math.imul || !''.normalize || !window.addEventListener || window.operamini) {
    form.hidden = true
    return
  }
  var PAGES_AT_ONCE = 5 // at first, and then twice as many each time
  var SECONDS = 45
  var LONGEST_WORD = 14 // in clusters
  var SPREAD = 16 // as in src/search/phrases.rs
  var WORD = 9 // what a word costs beside its rarity, and a cluster that is no word, in bits
  var UNKNOWN = 30
  var LONGEST_QUERY = 500
  var LONGEST_TEXT = 1 << 15
  var TURN = 0x1759 // as in src/search/shown.rs
  var ROOM = 100 // signs on about two narrow lines of Khmer
  // Far more numbers than a whole file has: few signs can stand for very many.
  var MOST_OF_WORDS = 1 << 18
  var MOST_OF_PHRASES = 1 << 20
  var folder = form.getAttribute('data-folder')
  manifest = manifest.split(' ')
  var stamp = manifest[0]
  var pageCount = +manifest[1]
  var block = +manifest[2]
  var borders = manifest.slice(3)
  var input = form.querySelector('input')
  var say = document.getElementById('said')
  var files = {} // what each file holds, by name
  var tables = {} // words read from a file, by its number
  var phrases = {} // read from a file so far, by name
  var failures = {} // how often a file did not come or made no sense, by name
  var run = 0 // counts queries: an old one's files come too late
  var waiting = 0 // for so many files
  var marked = [] // the words of the query, as keys
  var room = 0 // for so many pages on the first screen

  // --- files -----------------------------------------------------------------------------------

  window.sala_search = function (name, first, second) {
    if (typeof first === 'string') files[name] = [first, second]
  }

  /** What a host sends in place of a file, such as a page that says so, is no script: that is told
      below, by its absence. */
  window.addEventListener('error', function (event) {
    if (waiting) event.preventDefault()
  })

  /** Loads a file, and calls back when it is there or will not come. */
  function bring(name, then) {
    if (files[name]) return then()
    var script = document.createElement('script')
    var timer = setTimeout(done, SECONDS * 1000)
    waiting++
    // What was wrong is not to come from the browser's own memory again.
    script.src = folder + (name[6] === '-' ? '' : stamp + '-') + name + '.js' + (failures[name] ? '?' + failures[name] : '')
    script.onload = script.onerror = done
    document.body.appendChild(script)
    function done() {
      waiting--
      clearTimeout(timer)
      script.onload = script.onerror = null
      document.body.removeChild(script)
      if (!files[name]) failed(name)
      then()
      if (!waiting) busy(false)
    }
  }

  /** Loads files, all at once, and calls back when they are there. */
  function load(names, then) {
    var mine = run
    var missing = names.filter(function (name, at) {
      return !files[name] && names.indexOf(name) === at
    })
    var left = missing.length
    if (!left) return attempt()
    status(form.getAttribute('data-loading'))
    missing.forEach(function (name) {
      bring(name, function () {
        if (mine !== run) return
        if (!files[name]) fail()
        else if (!--left) attempt()
      })
    })
    function attempt() {
      try {
        then()
      } catch (problem) {
        fail()
      }
      if (!waiting) busy(false)
    }
  }

  function failed(name) {
    failures[name] = (failures[name] || 0) + 1
  }

  /** A file does not hold together: it is forgotten, with all that came beside it, and the search
      fails. */
  function broken(name) {
    files = {}
    phrases = {}
    failed(name)
    throw new Error(name)
  }

  function fail() {
    run++
    busy(false)
    status(form.getAttribute('data-failed'))
    var again = make('button', form.getAttribute('data-again'))
    again.className = 'button'
    again.onclick = search
    output.appendChild(make('p')).appendChild(again)
  }

  // --- keys: the same as in src/search/key.rs ----------------------------------------------------

  function key(text) {
    return text
      .normalize('NFD')
      .toLowerCase()
      .replace(/[\u0300-\u036f\u200b-\u200d\u2060\ufeff\u00ad'\u2019\u17b4\u17b5]/g, '')
      .replace(/[\u17e0-\u17e9]/g, function (digit) {
        return digit.charCodeAt(0) - 0x17e0
      })
      .replace(/(^|[^\da-z.,]|\D[.,])([1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+)(?!\d)/g, thousands)
      .replace(/(\d)[.,](?=\d)/g, '$1')
      .replace(/\u17b2/g, '\u17b1')
      .replace(/\u17d2\u178a/g, '\u17d2\u178f')
      .replace(/(?:\u17d2[\u1780-\u17b3]|[\u17b6-\u17d3\u17dc\u17dd])+/g, cluster)
  }

  /** A number whose thousands are parted by spaces is one word. */
  function thousands(found, before, number) {
    return before + number.replace(/\D/g, '')
  }

  function cluster(marks) {
    var list = marks.match(/\u17d2[\u1780-\u17b3]|[^\u17d2]/g) || []
    function has(mark) {
      return list.indexOf(mark) >= 0
    }
    function join(one, other, by) {
      if (!has(one) || !has(other)) return
      list.splice(list.indexOf(one), 1)
      list.splice(list.indexOf(other), 1)
      list = list.concat(by.split(''))
    }
    join('\u17c1', '\u17b8', '\u17be')
    join('\u17c1', '\u17b6', '\u17c4')
    join('\u17c4', '\u17b8', '\u17b6\u17be')
    var above = /[\u17b7-\u17ba\u17be\u17dd]/.test(list.join('')) || (has('\u17b6') && has('\u17c6'))
    return list
      .map(function (mark) {
        return mark === '\u17ca' || (above && mark === '\u17bb') ? '\u17c9' : mark
      })
      .sort()
      .filter(function (mark, at, sorted) {
        return mark !== sorted[at - 1]
      })
      .join('')
  }

  /** The runs of one script in a query, as keys. */
  function runs(query) {
    return key(query).match(/[\u1780-\u17d3\u17dc\u17dd]+|[^\s!-\/:-@\[-`{-~\u00a1-\u00bf\u2000-\u206f\u3000-\u303f\u1780-\u17df]+/g) || []
  }

  // --- the index: what src/search/mod.rs writes --------------------------------------------------

  /** Reads the numbers of a file, at most so many in sets. */
  function reader(name, most) {
    var text = files[name][0]
    var letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    var six = {}
    var at = 0
    for (var i = 0; i < 64; i++) six[letters[i]] = i
    function bits(count) {
      var value = 0
      for (; count > 0; count--, at++) {
        var letter = six[text[(at / 6) | 0]]
        if (letter === undefined) broken(name)
        value = value * 2 + ((letter >> (5 - (at % 6))) & 1)
      }
      return value
    }
    /** A number from 1 to `largest`. */
    function gamma(largest) {
      var count = 0
      while (!bits(1)) count++
      var value = Math.pow(2, count) + bits(count)
      if (value > largest) broken(name)
      return value
    }
    /** `count` of the numbers below `range`, in their order. */
    function some(count, range) {
      most -= count
      if (most < 0) broken(name)
      return set(count, 0, range - 1, [])
    }
    function below(range) {
      var count = 32 - Math.clz32(range - 1)
      var short = Math.pow(2, count) - range
      var value = bits(count - 1)
      if (value >= short) value = value * 2 + bits(1) - short
      return (value + ((range - short) >> 1)) % range
    }
    function set(count, low, high, into) {
      if (count === high - low + 1) for (; low <= high; low++) into.push(low)
      else if (count) {
        var middle = count >> 1
        var after = count - 1 - middle
        var number = low + middle + below(high - after - low - middle + 1)
        set(middle, low, number - 1, into)
        into.push(number)
        set(after, number + 1, high, into)
      }
      return into
    }
    function end() {
      if (text.length !== Math.ceil(at / 6)) broken(name)
    }
    return { gamma: gamma, some: some, end: end }
  }

  /** The number of the file that would hold a word. */
  function fileOf(word) {
    var number = 0
    while (number < borders.length && borders[number] <= word) number++
    return number
  }

  /** The words of a loaded file. */
  function table(number) {
    if (tables[number]) return tables[number]
    var name = 'w' + number
    var words = { list: [], by: {} }
    var keys = files[name][1]
    var read = reader(name, MOST_OF_WORDS + 4 * pageCount)
    var before = ''
    if (typeof keys !== 'string') broken(name)
    ;(keys.match(/[A-Z][^A-Z]*/g) || []).forEach(function (coded, place) {
      var shared = coded.charCodeAt(0) - 65
      if (shared > before.length) broken(name)
      before = before.slice(0, shared) + coded.slice(1)
      var count = read.gamma(pageCount + 1) - 1
      var pages = read.some(count, pageCount)
      var inside = read.some(read.gamma(pageCount + 1) - 1, pageCount)
      var titles = read.some(read.gamma(count + 1) - 1, count)
      var word = { key: before, file: number, place: place, pages: pages, inside: inside, strong: {} }
      titles.forEach(function (at) {
        word.strong[pages[at]] = 1
      })
      words.list.push(word)
      words.by['$' + before] = word
    })
    read.end()
    return (tables[number] = words)
  }

  function find(word) {
    return table(fileOf(word)).by['$' + word]
  }

  /** The pages on which two words stand side by side; nothing if the index does not say. */
  function together(first, second) {
    var after = second.pages.length >= first.pages.length
    var anchor = after ? first : second
    var other = hash((after ? second : first).key, after ? 0 : 1)
    var own = phrasesOf(anchor)
    var places = own.pages[other % own.range]
    return (
      places &&
      places.map(function (at) {
        return anchor.pages[at]
      })
    )
  }

  /** The phrases of a word. A file is read once, as far as it is needed. */
  function phrasesOf(word) {
    var words = table(word.file).list
    var name = 'p' + word.file
    var known = phrases[name]
    if (!known) known = phrases[name] = { read: reader(name, MOST_OF_PHRASES + 16 * pageCount), list: [] }
    var read = known.read
    while (known.list.length <= word.place) {
      var pages = words[known.list.length].pages.length
      var count = read.gamma(MOST_OF_PHRASES) - 1
      var range = count && (count + read.gamma(MOST_OF_PHRASES) - 1) * SPREAD
      var own = { range: range, pages: {} }
      read.some(count, range).forEach(function (number) {
        own.pages[number] = read.some(read.gamma(pages), pages)
      })
      known.list.push(own)
    }
    return known.list[word.place]
  }

  function hash(text, side) {
    var value = 0x811c9dc5 ^ side
    for (var i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
    return (value ^ (value >>> 15)) >>> 0
  }

  // --- queries ---------------------------------------------------------------------------------

  /** Cuts a run into the words of the index that make it likeliest (the cheapest way, Dijkstra). */
  function cut(text, then) {
    if (!/[\u1780-\u17b3]/.test(text)) return load(['w' + fileOf(text)], whole)
    var ends = [0]
    text.replace(/[^]/g, function (letter, at) {
      if (at && letter >= '\u1780' && letter <= '\u17b3' && text[at - 1] !== '\u17d2') ends.push(at)
    })
    ends.push(text.length)
    var best = { 0: { cost: 0 } }
    var open = [0]
    load(['w' + fileOf(text)], function () {
      if (find(text)) whole()
      else step()
    })
    function whole() {
      then([find(text) || { key: text }])
    }
    function step() {
      open.sort(function (one, other) {
        return best[ends[one]].cost - best[ends[other]].cost
      })
      var from = open.shift()
      if (from === ends.length - 1) return then(way(text.length))
      var names = []
      var last = Math.min(ends.length - 1, from + LONGEST_WORD)
      for (var to = from + 1; to <= last; to++) names.push('w' + fileOf(text.slice(ends[from], ends[to])))
      load(names, function () {
        for (var to = from + 1; to <= last; to++) {
          var piece = text.slice(ends[from], ends[to])
          var word = find(piece)
          if (!word && to > from + 1) continue
          var known = word && word.pages.length + word.inside.length / 8
          var cost = best[ends[from]].cost + (word ? WORD + Math.log(pageCount / known) / Math.LN2 : UNKNOWN)
          if (best[ends[to]] && best[ends[to]].cost <= cost) continue
          if (!best[ends[to]]) open.push(to)
          best[ends[to]] = { cost: cost, from: ends[from], word: word || { key: piece } }
        }
        step()
      })
    }
    function way(end) {
      return end ? way(best[end].from).concat(best[end].word) : []
    }
  }

  /** The query of the address, as far as it can be read: people cut links, and programs join words
      with `+` or put the query before the `#`. */
  function asked() {
    var found = /[#&]q=([^&]*)/.exec(location.hash) || /[?&]q=([^&]*)/.exec(location.search)
    if (!found) return ''
    return tidy(
      found[1]
        .slice(0, 9 * LONGEST_QUERY) // `%E1%9E%80` is one sign
        .replace(/\+/g, ' ')
        .replace(
          /%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](%[89ab][\da-f]){2}|%f[0-7](%[89ab][\da-f]){3}|%[\da-f]{2}|%[\da-f]?$/gi,
          function (letter) {
            try {
              return decodeURIComponent(letter)
            } catch (half) {
              return ''
            }
          }
        )
    )
  }

  /** What can stand in an address and in the form, which lone halves of a letter cannot. */
  function tidy(text) {
    return text
      .slice(0, LONGEST_QUERY)
      .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, function (letter) {
        return letter[1] ? letter : ''
      })
      .replace(/[\s\0-\x1f\x7f-\x9f]+/g, ' ')
      .trim()
  }

  function search() {
    var query = asked()
    run++
    busy(true)
    output.textContent = ''
    if (input.value !== query) input.value = query
    if (!query) {
      busy(false)
      return status('')
    }
    var words = []
    var left = runs(query)
    ;(function next() {
      if (left.length)
        return cut(left.shift(), function (cuts) {
          words = words.concat(cuts)
          next()
        })
      weigh(words)
    })()
  }

  /** Gathers the pages of the words: those with the phrase, those with all of it, those with some. */
  function weigh(words) {
    marked = words.map(function (word) {
      return word.key
    })
    var known = words.filter(function (word) {
      return word.pages
    })
    var names = []
    var pairs = []
    words.forEach(function (word, at) {
      var next = words[at + 1]
      if (!next || !word.pages || !next.pages) return
      pairs.push([word, next])
      names.push('p' + (next.pages.length >= word.pages.length ? word : next).file)
    })
    load(names, function () {
      var score = {}
      var all = []
      var some = []
      var seen = {}
      known.forEach(function (word) {
        if (seen['$' + word.key]) return
        seen['$' + word.key] = 1
        var rarity = Math.log(1 + pageCount / (word.pages.length + word.inside.length))
        word.pages.forEach(function (page) {
          count(page, word.strong[page] ? 3 : 1)
        })
        word.inside.forEach(function (page) {
          count(page, 0.5)
        })
        function count(page, share) {
          if (!score[page]) score[page] = { count: 0, weight: 0 }
          score[page].count++
          score[page].weight += rarity * share
        }
      })
      var wanted = Object.keys(seen).length
      Object.keys(score).forEach(function (page) {
        if (score[page].count === wanted && known.length === words.length) all.push(+page)
        else some.push(+page)
      })
      var exact = all
      var told = false
      pairs.forEach(function (pair) {
        var pages = together(pair[0], pair[1])
        if (!pages) return
        told = true
        exact = exact.filter(function (page) {
          return pages.indexOf(page) >= 0
        })
      })
      if (!told) exact = all
      var isExact = {}
      exact.forEach(function (page) {
        isExact[page] = 1
      })
      var apart = all.filter(function (page) {
        return !isExact[page]
      })
      show([exact, apart, all.length ? [] : some].map(function (pages) {
        return pages.sort(function (one, other) {
          return score[other].weight - score[one].weight || one - other
        })
      }))
    })
  }

  // --- what the reader sees --------------------------------------------------------------------

  function status(text) {
    say.textContent = text
  }

  /** Tells screen readers, and tests, whether more is to come. */
  function busy(is) {
    output.setAttribute('aria-busy', is)
  }

  function make(name, text) {
    var element = document.createElement(name)
    if (text) element.textContent = text
    return element
  }

  function count(number) {
    var text = String(number)
    if (form.getAttribute('data-digits') !== 'khmer') return text
    return text.replace(/\d/g, function (digit) {
      return String.fromCharCode(0x17e0 + +digit)
    })
  }

  function show(groups) {
    room = PAGES_AT_ONCE
    var total = groups[0].length + groups[1].length
    status((form.getAttribute(total ? 'data-count' : 'data-none')).replace('{count}', count(total)))
    if (!total) output.appendChild(make('p', form.getAttribute('data-advice')))
    part(0)
    function part(number) {
      if (number > 2) return
      if (!groups[number].length) return part(number + 1)
      var title = form.getAttribute(['data-exact', 'data-apart', 'data-some'][number])
      var list = make('ul')
      list.className = 'cards'
      more(list, groups[number], 0, function () {
        part(number + 1)
      }, number || groups[1].length ? title : '')
    }
  }

  /** Adds the next pages of a group to its list, and the list to the page if they are the first; goes
      on when there are no more. */
  function more(list, pages, from, then, title) {
    var until = from ? 2 * from + PAGES_AT_ONCE : Math.max(1, room)
    var next = pages.slice(from, until)
    room -= next.length
    var said = say.textContent
    load(next.map(function (page) {
      return 'c' + Math.floor(page / block)
    }), function () {
      var cards = next.map(card)
      status(said)
      if (title) output.appendChild(make('h2', title))
      if (!from) output.appendChild(list)
      cards.forEach(function (item) {
        list.appendChild(item)
      })
      if (from) list.children[from].firstChild.focus()
      if (pages.length <= until) return then()
      var button = output.appendChild(make('button', form.getAttribute('data-more')))
      button.className = 'button'
      button.type = 'button'
      button.onclick = function () {
        output.removeChild(button)
        more(list, pages, until, then)
      }
    })
  }

  function card(page) {
    var name = 'c' + Math.floor(page / block)
    var lines = files[name][0].split('\n')
    var fields = (lines[page % block] || '').split('\t')
    var text = String(files[name][1]).substr((page % block) * 6, 6)
    var isWhole = lines.length === Math.min(block, pageCount - page + (page % block)) && fields.length === 4 && /^[\da-f]{6}$/.test(text)
    // An address in this site, and no other scheme or host.
    if (!isWhole || !fields[1] || !/^[^\/\\:\0- ][^\/\\:]*(\/|$)/.test(fields[0])) broken(name)
    var item = make('li')
    var link = item.appendChild(make('a', fields[1]))
    link.href = fields[0]
    var about = [fields[2], fields[3]].filter(Boolean).join(' · ')
    if (about) item.appendChild(make('p', about)).className = 'quiet'
    quoteFrom(text + '-t', item.appendChild(make('p')))
    return item
  }

  /** Shows in a line what a page says: the best of its sentences, or else how it is described. */
  function quoteFrom(name, line) {
    line.className = 'told'
    bring(name, function () {
      var best
      var file = files[name] || ['']
      var text = file[1] ? file[0].replace(/[&-~\u177f-\u17d7]/g, turned) : file[0]
      text.slice(0, LONGEST_TEXT).split('\n').forEach(function (sentence, at) {
        var own = standing(sentence)
        // The first is the description, whose sentences follow.
        if (!at) own.score = 0
        if (!at || own.score > best.score) best = own
      })
      quote(best, line)
    })
  }

  /** Khmer letters travel as ASCII, and ASCII as Khmer letters; `&` stands between words. */
  function turned(letter) {
    return letter === '&' ? '\u200b' : String.fromCharCode(letter.charCodeAt(0) + (letter < '\x7f' ? TURN : -TURN))
  }

  /** Where in a sentence the words stand, and from where on most of them stand together. */
  function standing(text) {
    var spelt = ''
    var starts = [] // in the text, of the clusters that begin at a place of its key
    var ends = []
    var edges = [] // of words, in its key
    var kind = 0
    var own = { text: text, hits: [], from: 0, score: 0 }
    // A number or a telephone number is one word.
    text = text.replace(/([\d\u17e0-\u17e9])[., \u00a0\u202f](?=[\d\u17e0-\u17e9])/g, '$1\u200b')
    var whole = key(text)
    if (
      marked.every(function (word) {
        return whole.indexOf(word) < 0
      })
    )
      return own
    text.replace(/[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d3\u17dd])*|[^]|$/g, function (cluster, place) {
      var before = kind
      kind = /^[\u1780-\u17d3\u17dc\u17dd]/.test(cluster) ? 1 : /^[^\s!-\/:-@\[-`{-~\u00a1-\u00bf\u2000-\u206f\u3000-\u303f\u1780-\u17df]/.test(cluster) ? 2 : 0
      if (!kind || kind !== before) edges[spelt.length] = 1
      var own = key(cluster)
      if (!own) return
      starts[spelt.length] = place
      spelt += own
      ends[spelt.length] = place + cluster.length
    })
    marked.forEach(function (word, number) {
      for (var at = spelt.indexOf(word); word && at >= 0; at = spelt.indexOf(word, at + 1)) {
        var end = at + word.length
        var isWhole = edges[at] && edges[end]
        // In a longer word: more than a letter or two, and none of what is left is a single letter.
        var isPart = word > '\u1780' && word[2] && !edges.slice(at + 1, end).some(Number) && (edges[at] || !edges[at - 1]) && (edges[end] || !edges[end + 1])
        if ((isWhole || isPart) && starts[at] + 1 && ends[end])
          own.hits.push({ number: number, from: starts[at], to: ends[end], value: isWhole ? 4 : 3 })
      }
    })
    own.hits.sort(function (one, other) {
      return one.from - other.from || other.to - one.to
    })
    own.hits.forEach(function (hit, at) {
      var seen = []
      var score = Math.min(text.length, ROOM) / ROOM / 2
      for (var next, before; (next = own.hits[at]) && next.to < hit.from + ROOM; at++) {
        if (!seen[next.number]) score += next.value
        seen[next.number] = 1
        // A phrase, over a blank at most.
        if (before && before.number + 1 === next.number && next.from < before.to + 2) score++
        before = next
      }
      if (score > own.score) {
        own.score = score
        own.from = hit.from
      }
    })
    return own
  }

  /** Writes about two narrow lines of a sentence; it is cut between words, and a number stays with its
      unit. */
  function quote(own, line) {
    var text = own.text
    var signs = /[\u1780-\u17b3]/.test(text) ? ROOM : ROOM / 2
    var most = Math.max(signs >> 2, signs - text.length + own.from)
    var from = text.slice(0, own.from).search('(^|[ \\u200b])[^]{0,' + most + '}$')
    if (from < 0) from = own.from
    var to = from + (text.slice(from).match('^.([^]{0,' + signs + '}(?![^ \\u200b])|[^ \\u200b]*)') || [''])[0].length
    function add(end, is) {
      var piece = text.slice(from, end)
      line.appendChild(is ? make('mark', piece) : document.createTextNode(piece))
      from = end
    }
    if (from) line.appendChild(document.createTextNode('…'))
    own.hits.forEach(function (hit) {
      if (hit.from < from || hit.from >= to) return
      add(hit.from)
      add(Math.min(hit.to, to), 1)
    })
    add(to)
    if (to < text.length) line.appendChild(document.createTextNode('…'))
    if (!text) line.parentNode.removeChild(line)
  }

  form.querySelector('fieldset').disabled = false
  form.addEventListener('submit', function (event) {
    event.preventDefault()
    var hash = '#q=' + encodeURIComponent(tidy(input.value))
    if (location.hash === hash) search()
    else location.hash = hash
  })
  window.addEventListener('hashchange', search)
  if (asked()) search()
})()
