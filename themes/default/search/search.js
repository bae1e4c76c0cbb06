/* Finds pages by words, in the browser. Loaded by the search page alone.

   The index stands beside this file as small scripts (`fetch` may not read a file's neighbours),
   written by `src/search`. The query is cut with the words of the index, so no dictionary travels.
   What is searched for stands behind the `#` of the address, which no server is told; a server sees
   which files were asked for, that is about where in the dictionary the words begin, and which pages
   were shown.
   Nothing that comes from outside is trusted, neither addresses nor files: what cannot be read of an
   address is left out, and an index that does not hold together is as one that did not come.
   For browsers from about 2016 on: older ones keep the list of all pages. */
(() => {
  'use strict'
  var form = document.getElementById('search')
  var output = document.getElementById('found')
  if (!form || !output) return
  var manifest = given('index') || ''
  var isReadable = /^[0-9a-f]{8} \d{1,6} [1-9]\d{0,4}( |$)/.test(manifest)
  if (!isReadable || window.operamini) {
    form.hidden = true
    return
  }
  const PAGES_AT_ONCE = 5 // at first, and then twice as many each time
  const SECONDS = 45
  const FEW = 10 // with fewer pages those that have some of the words are shown, too
  const LONGEST_WORD = 14 // in clusters
  const SPREAD = 16 // as in src/search/phrases.rs
  const WORD = 9 // what a word costs beside its rarity, and a cluster that is no word, in bits
  const UNKNOWN = 30
  const MENDED = 20 // a word that is typed but for one sign
  const SHORTEST_MENDED = 3 // in signs
  const LONGEST_MENDED = 100
  const MOST_MORE = 16 // files to look in for words that are typed nearly so
  const LONGEST_QUERY = 500
  const LONGEST_TEXT = 1 << 15
  const TURN = 0x1759 // as in src/search/shown.rs
  const ROOM = 100 // signs on about two narrow lines of Khmer
  // Far more numbers than a whole file has: few signs can stand for very many.
  const MOST = 1 << 20
  var folder = given('folder')
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
  var phrase // a pattern for them side by side
  var known = {} // clusters of texts as keys
  var spare = 0 // so many more may be looked into

  /** What the page says with the form. */
  function given(name) {
    return form.getAttribute('data-' + name)
  }

  // --- files -----------------------------------------------------------------------------------

  window.sala_search = (name, first, second) => {
    if (typeof first === 'string') files[name] = [first, second]
  }

  /** What a host sends in place of a file, such as a page that says so, is no script: that is told
      below, by its absence. */
  window.addEventListener('error', (event) => {
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
    var missing = Array.from(new Set(names)).filter((name) => !files[name])
    var left = missing.length
    if (!left) return attempt()
    status(given('loading'))
    missing.forEach((name) => {
      bring(name, () => {
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
    status(given('failed'))
    output.appendChild(make('p')).appendChild(button('again', search))
  }

  // --- keys: the same as in src/search/key.rs ----------------------------------------------------

  function key(text) {
    return text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\xad'\u2019\u17b4\u17b5]/g, '')
      .replace(/[\u0111\u0629\u0649\u06a9\u06cc\u17b2]/g, (letter) => 'd\u0647\u064a\u0643\u064a\u17b1'['\u0111\u0629\u0649\u06a9\u06cc\u17b2'.indexOf(letter)])
      .replace(/[\u0660-\u0669\u06f0-\u06f9\u17e0-\u17e9]/g, (digit) => digit.charCodeAt(0) & 15)
      .replace(/\b(?:(?:00)?855[- .()]*0?|0)\)?((?:[- .]?\d){8,9})\b/g, (found, number) => '0' + number.replace(/\D/g, ''))
      .replace(/([a-z])[-\u2010](?=\w)|(\w)[-\u2010](?=[a-z])/g, '$1$2\x7f')
      .replace(/(^|[^\da-z.,]|\D[.,])([1-9]\d{0,2}(?: \d{3})+)(?!\d)/g, (found, before, number) => before + number.replace(/\D/g, ''))
      .replace(/(\d)[.,](?=\d)/g, '$1')
      .replace(/\u17d2\u178a/g, '\u17d2\u178f')
      .replace(/(?:\u17d2[\u1780-\u17b3]|[\u17b6-\u17d3\u17dc\u17dd])+/g, cluster)
  }

  /** The marks of a cluster: what looks alike is one, and all stand in one order. */
  function cluster(marks) {
    marks = sorted(marks)
      .replace(/\u17b8(.*)\u17c1/, '$1\u17be')
      .replace(/\u17b6(.*)\u17c1/, '$1\u17c4')
      .replace(/\u17b8(.*)\u17c4/, '\u17b6\u17be$1')
    return sorted(marks.replace(/[\u17b7-\u17ba\u17be\u17dd]|\u17b6.*\u17c6/.test(marks) ? /[\u17bb\u17ca]/g : /\u17ca/g, '\u17c9'))
      .replace(/(\u17d2?.)\1+/g, '$1')
      .replace(/([^\u17c9\u17d2]*)(\u17c9?)([^\u17d2]*)((\u17d2.)*)/, '$4$2$1$3')
  }

  function sorted(marks) {
    return (marks.match(/\u17d2[\u1780-\u17b3]|[^\u17d2]/g) || []).sort().join('')
  }

  /** The runs of one script in a query, as keys; `\x7f` stands where a hyphen joins two words. */
  function runs(query) {
    return key(query).match(/[\u1780-\u17d3\u17dc\u17dd]+|[^\s!-\/:-@\[-`{-~\xa1-\xbf\u060c\u061b-\u061f\u066a-\u066d\u06d4\u2000-\u206f\u3000-\u303f\u1780-\u17df]+/g) || []
  }

  // --- the index: what src/search/mod.rs writes --------------------------------------------------

  /** Reads the numbers of a file, so many in sets as one may have. */
  function reader(name) {
    var most = MOST + 16 * pageCount
    var text = files[name][0]
    var at = 0
    function bits(count) {
      var value = 0
      for (; count > 0; count--, at++) {
        var letter = text.charCodeAt(at / 6) - 59
        letter -= letter > 33
        if (!(letter >= 0 && letter < 64)) broken(name)
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
      var short = (1 << count) - range
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
    function letter() {
      var code = bits(7)
      return code < 36 ? code.toString(36) : String.fromCharCode(code < 126 ? code + 0x175c : bits(16))
    }
    function end() {
      if (text.length !== Math.ceil(at / 6)) broken(name)
    }
    return { gamma: gamma, some: some, letter: letter, end: end }
  }

  /** The number of the file that would hold a word. */
  function fileOf(word) {
    var number = 0
    while (borders[number] <= word) number++
    return number
  }

  /** The words of a loaded file. */
  function table(number) {
    if (tables[number]) return tables[number]
    var name = 'w' + number
    var words = { list: [], by: {} }
    var read = reader(name)
    var before = ''
    for (var left = read.gamma(MOST); --left; ) {
      before = before.slice(0, read.gamma(before.length + 1) - 1)
      for (var letters = read.gamma(MOST); --letters; ) before += read.letter()
      var pages = read.some(read.gamma(pageCount + 1) - 1, pageCount)
      var word = { key: before, file: number, nth: words.list.length, pages: pages, inside: {}, weight: {} }
      some(pages).forEach((page) => {
        word.inside[page] = 1
      })
      var strong = some(pages)
      strong.forEach((page) => {
        word.weight[page] = 2
      })
      if (strong.length)
        some(strong).forEach((page) => {
          word.weight[page] = 3
        })
      words.list.push(word)
      words.by['$' + before] = word
    }
    function some(all) {
      return read.some(read.gamma(all.length + 1) - 1, all.length).map((at) => all[at])
    }
    read.end()
    return (tables[number] = words)
  }

  function find(word) {
    return table(fileOf(word)).by['$' + word]
  }

  /** The pages on which two words stand side by side; nothing if the index does not say. */
  function beside(first, second) {
    var after = second.pages.length >= first.pages.length
    var anchor = after ? first : second
    var other = hash((after ? second : first).key, after ? 0 : 1)
    var own = phrasesOf(anchor)
    var places = own.pages[other % own.range]
    return (
      places &&
      places.map((at) => anchor.pages[at])
    )
  }

  /** The phrases of a word. A file is read once, as far as it is needed. */
  function phrasesOf(word) {
    var words = table(word.file).list
    var name = 'p' + word.file
    var known = phrases[name]
    if (!known) known = phrases[name] = { read: reader(name), list: [] }
    var read = known.read
    while (known.list.length <= word.nth) {
      var pages = words[known.list.length].pages.length
      var count = read.gamma(MOST) - 1
      var range = count && (count + read.gamma(MOST) - 1) * SPREAD
      var own = { range: range, pages: {} }
      read.some(count, range).forEach((number) => {
        own.pages[number] = read.some(read.gamma(pages), pages)
      })
      known.list.push(own)
    }
    return known.list[word.nth]
  }

  function hash(text, side) {
    var value = 0x811c9dc5 ^ side
    for (var i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
    return (value ^ (value >>> 15)) >>> 0
  }

  // --- queries ---------------------------------------------------------------------------------

  /** Cuts a run into the words of the index that make it likeliest (the cheapest way, Dijkstra). If it
      `mayErr`, a sign of a word may be missing, added, changed or after the next: then every word of the
      files that are loaded is held against every place of the run, one sign after the other as long as
      they agree. */
  function cut(run, mayErr, then) {
    var text = ''
    var ends = [0]
    run.replace(/[^]/g, (letter) => {
      var isLetter = letter >= '\u1780' && letter <= '\u17b3' && text && text.slice(-1) !== '\u17d2'
      if (isLetter || letter === '\x7f') ends.push(text.length)
      if (letter !== '\x7f') text += letter
    })
    ends.push(text.length)
    mayErr = mayErr && text.length <= LONGEST_MENDED
    var best = { 0: { cost: 0 } }
    var open = [0]
    load(['w' + fileOf(text)], () => {
      if (find(text)) then([find(text)])
      else step()
    })
    function step() {
      open.sort((one, other) => best[ends[one]].cost - best[ends[other]].cost)
      var from = open.shift()
      if (from === ends.length - 1) return then(way(text.length))
      var start = ends[from]
      var names = []
      var last = Math.min(ends.length - 1, from + LONGEST_WORD)
      for (var to = from + 1; to <= last; to++) names.push('w' + fileOf(text.slice(start, ends[to])))
      if (mayErr) {
        // Those of words with the same first letter, too.
        for (var near = fileOf(text[start]); near <= fileOf(text[start] + '\uffff'); near++)
          if (files['w' + near] || spare-- > 0) names.push('w' + near)
      }
      load(names, () => {
        for (var to = from + 1; to <= last; to++) {
          var piece = text.slice(start, ends[to])
          var word = find(piece)
          if (word || to === from + 1) go(to, word || { key: piece }, word ? WORD : UNKNOWN)
        }
        if (mayErr)
          new Set(names).forEach((name) => table(+name.slice(1)).list.forEach(mend))
        step()
      })
      function go(to, word, cost) {
        cost += best[start].cost + (word.pages ? Math.log2(pageCount / word.pages.length) : 0)
        var known = best[ends[to]]
        if (known && known.cost <= cost) return
        if (!known) open.push(to)
        best[ends[to]] = { cost: cost, from: start, word: word }
      }
      /** Goes on to where a word ends that is typed here but for one sign. */
      function mend(word) {
        var key = word.key
        if (key.length < SHORTEST_MENDED || /\d/.test(key)) return
        for (var at = 0; at < key.length && key[at] === text[start + at]; ) at++
        tail(at + 1, 1)
        tail(at + 1, 0)
        tail(at, 1)
        // What is below the line is one sign with what puts it there.
        if (key[at] === '\u17d2') tail(at + 2, 0)
        if (text[start + at] === '\u17d2') tail(at, 2)
        if (key[at + 1] === text[start + at] && key[at] === text[start + at + 1]) tail(at + 2, 2)
        function tail(left, typed) {
          var end = start + at + typed + Math.max(0, key.length - left)
          if (text.slice(start + at + typed, end) === key.slice(left)) {
            var to = ends.indexOf(end)
            if (to > from) go(to, word, MENDED)
          }
        }
      }
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
          /%[c-f].(%[89ab].)+|%[\da-f]{2}|%[\da-f]?$/gi,
          (letter) => {
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
      .replace(/[\ud800-\udfff]/gu, '')
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
    look(query)
  }

  /** Looks for a query; if no page has all its words, for one that is typed nearly so, and if none has
      those, it shows what it would have shown. */
  function look(query, groups) {
    var words = []
    var told = []
    var left = runs(query)
    spare = groups ? MOST_MORE : 0
    ;(function next() {
      if (left.length)
        return cut(left.shift(), groups, (cuts) => {
          words = words.concat(cuts)
          told.push(cuts.map((word) => word.key).join(''))
          next()
        })
      weigh(words, (found) => {
        if (groups && found[0].length + found[1].length) tell(told.join(' '))
        else if (groups) found = groups
        else if (!found[0].length && !found[1].length) return look(query, found)
        show(found)
      })
    })()
  }

  function tell(words) {
    // Either shifter is one in a key; these letters take the other.
    words = words.replace(/([\u17a0\u179f\u17a2](?:\u17d2.)*)\u17c9/g, '$1\u17ca')
    output.appendChild(make('p', given('instead').replace('{words}', words)))
  }

  /** Gathers the pages of the words: those with the phrase, those with all of it, and if these are few,
      those with half of it or more, in signs. */
  function weigh(words, then) {
    var names = []
    var pairs = []
    words.forEach((word, at) => {
      var next = words[at + 1]
      if (!next || !word.pages || !next.pages) return
      pairs.push([word, next])
      names.push('p' + (next.pages.length >= word.pages.length ? word : next).file)
    })
    load(names, () => {
      var score = {}
      var near = {}
      var seen = {}
      var wanted = 0
      var told = 0
      var groups = [[], [], []]
      groups.marked = words.map((word) => word.key)
      words.forEach((word) => {
        if (seen['$' + word.key]) return
        wanted += seen['$' + word.key] = word.key.length
        if (!word.pages) return
        var rarity = Math.log(1 + pageCount / word.pages.length)
        word.pages.forEach((page) => {
          if (!score[page]) score[page] = { count: 0, weight: 0 }
          score[page].count += word.key.length
          // In a title or a heading first; last what only holds the one word that is wanted.
          score[page].weight += rarity * (word.weight[page] || 1) * (!word.inside[page] ? 1 : words[1] ? 0.9 : 0.3)
        })
      })
      pairs.forEach((pair) => {
        var pages = beside(pair[0], pair[1])
        if (!pages) return
        told++
        pages.forEach((page) => {
          near[page] = (near[page] || 0) + 1
        })
      })
      Object.keys(score).forEach((page) => {
        var group = score[page].count < wanted ? 2 : (near[page] || 0) < told ? 1 : 0
        if (2 * score[page].count >= wanted) groups[group].push(+page)
      })
      if (groups[0].length + groups[1].length >= FEW) groups[2] = []
      groups.forEach((pages) => {
        pages.sort((one, other) => score[other].weight - score[one].weight || one - other)
      })
      groups.marked.told = told
      then(groups)
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

  function button(name, act) {
    var button = make('button', given(name))
    button.className = 'button'
    button.onclick = act
    return button
  }

  /** A number in the digits whose zero the form has, or the word that older pages have. */
  function count(number) {
    var zero = String(given('digits')).replace('khmer', '\u17e0').replace(/^[a-z].*|^$/, 0)
    return String(number).replace(/\d/g, (digit) => String.fromCodePoint(zero.codePointAt(0) + +digit))
  }

  /** Shows pages as they come: those with the words together, apart, and with some of them only. */
  function show(groups) {
    marked = groups.marked
    phrase = RegExp(marked.join('[\\s-]*'), 'g')
    var all = groups[0].concat(groups[1], groups[2])
    var total = groups[0].length + groups[1].length
    var said = given(total ? 'count' : 'none').replace('{count}', count(total))
    var lists = [0, 0, 0].map(() => make('ul'))
    var before = Array.from(output.children)
    status(said)
    if (!total) before.push(make('p', given('advice')))
    if (all.length) more(0)
    else draw()

    /** Adds the next pages. Those that may have a phrase wait for their texts, which say whether they do. */
    function more(from, isAsked) {
      var mine = run
      var until = 2 * from + PAGES_AT_ONCE
      var next = all.slice(from, until)
      var left = marked[1] ? next.length : 1
      var cards
      load(next.map((page) => 'c' + Math.floor(page / block)), () => {
        cards = next.map((page, at) => card(page, from + at < groups[0].length ? 0 : from + at < total ? 1 : 2))
        status(said)
        cards.forEach((own) => {
          quoteFrom(own, arrived)
        })
        if (!marked[1]) arrived()
      })
      function arrived() {
        if (--left || mine !== run) return
        cards.forEach((own) => {
          lists[own.kind].appendChild(own.item)
        })
        // So many that a phrase fills the first screen, if its pages are not too far away.
        if (!from && until < groups[0].length && !lists[0].children[PAGES_AT_ONCE - 1] && marked[1]) return more(until)
        draw(until)
        if (isAsked) cards[0].item.firstChild.focus()
      }
    }

    function draw(until) {
      output.textContent = ''
      before.forEach(add)
      lists.forEach((list, kind) => {
        if (!list.firstChild) return
        if (kind || lists[1].firstChild) add(make('h2', given(['exact', 'apart', 'some'][kind])))
        add(list).className = 'cards'
      })
      if (!(until < all.length)) return
      var next = add(
        button('more', () => {
          output.removeChild(next)
          more(until, 1)
        })
      )
    }

    function add(element) {
      return output.appendChild(element)
    }
  }

  function card(page, kind) {
    var name = 'c' + Math.floor(page / block)
    var all = files[name][0]
    // Addresses begin with ASCII.
    var lines = straight(all, all[0] > '~').split('\n')
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
    return { item: item, title: fields[1], text: text + '-t', kind: kind }
  }

  /** Shows in a line what a page says: the best of its sentences, or else how it is described; and
      learns whether the words stand together there. */
  function quoteFrom(own, then) {
    var line = own.item.appendChild(make('p'))
    line.className = 'told'
    bring(own.text, () => {
      var best
      var all = ''
      var file = files[own.text] || ['']
      var isTogether
      var text = own.title + '\n' + straight(file[0], file[1] & 1)
      text.slice(0, LONGEST_TEXT).split('\n').forEach((sentence, at) => {
        var own = standing(sentence)
        all += own.key
        isTogether = isTogether || own.isTogether
        // After the title comes the description, whose sentences follow.
        if (at < 2) own.score = 0
        if (at < 2 || own.score > best.score) best = own
      })
      // A page with all the words, of whose text nothing is left out that the index knows, has them apart.
      if (isTogether) own.kind = 0
      else if (
        !own.kind &&
        !(file[1] & 2 && marked.told) &&
        marked.every((word) => all.includes(word))
      )
        own.kind = 1
      quote(best, line)
      then()
    })
  }

  /** Khmer letters travel as ASCII, and ASCII as Khmer letters; `&` stands between words. */
  function straight(text, isTurned) {
    return isTurned
      ? text.replace(/[&-~\u177f-\u17d7]/g, (letter) => letter === '&' ? '\u200b' : String.fromCharCode(letter.charCodeAt(0) + (letter < '\x7f' ? TURN : -TURN)))
      : text
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
    text = text.replace(/([\d\u17e0-\u17e9])[., \xa0\u202f](?=[\d\u17e0-\u17e9])/g, '$1\u200b')
    text.replace(/[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d3\u17dd])*|[^]|$/g, (cluster, place) => {
      var before = kind
      kind = /^[\u1780-\u17d3\u17dc\u17dd]/.test(cluster) ? 1 : /^[^\s!-\/:-@\[-`{-~\xa1-\xbf\u060c\u061b-\u061f\u066a-\u066d\u06d4\u2000-\u206f\u3000-\u303f\u1780-\u17df]/.test(cluster) ? 2 : 0
      if (!kind || kind !== before) edges[spelt.length] = 1
      var own = known[cluster] || (known[cluster] = key(cluster))
      if (!own) return
      starts[spelt.length] = place
      spelt += own
      ends[spelt.length] = place + cluster.length
    })
    own.key = spelt
    phrase.lastIndex = 0
    for (var found; (found = phrase.exec(spelt)); phrase.lastIndex = found.index + 1)
      if (starts[found.index] + 1 && ends[found.index + found[0].length]) own.isTogether = 1
    marked.forEach((word, number) => {
      for (var at = spelt.indexOf(word); word && at >= 0; at = spelt.indexOf(word, at + 1)) {
        var end = at + word.length
        var isWhole = edges[at] && edges[end]
        // In a longer word: more than a letter or two, and none of what is left is a single letter.
        var isPart = word > '\u1780' && word[2] && !edges.slice(at + 1, end).some(Number) && (edges[at] || !edges[at - 1]) && (edges[end] || !edges[end + 1])
        if ((isWhole || isPart) && starts[at] + 1 && ends[end])
          own.hits.push({ number: number, from: starts[at], to: ends[end], value: isWhole ? 4 : 3 })
      }
    })
    own.hits.sort((one, other) => one.from - other.from || other.to - one.to)
    own.hits.forEach((hit, at) => {
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
    own.hits.forEach((hit) => {
      if (hit.from < from || hit.from >= to) return
      add(hit.from)
      add(Math.min(hit.to, to), 1)
    })
    add(to)
    if (to < text.length) line.appendChild(document.createTextNode('…'))
    if (!text) line.parentNode.removeChild(line)
  }

  form.querySelector('fieldset').disabled = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    var hash = '#q=' + encodeURIComponent(tidy(input.value))
    if (location.hash === hash) search()
    else location.hash = hash
  })
  window.addEventListener('hashchange', search)
  if (asked()) search()
})()
