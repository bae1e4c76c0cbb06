/* Stands in each page that `sala serve` shows, and in none that is published: reloads the page when the
   campaign has changed, at the place where it was scrolled to, and lays over it what is wrong.

   The server says `<campaign> <report>`: which campaign is shown, and which report lies over it, or 0. The
   mark of a page is the campaign it was made from; that of a page shown instead, its report too. */
(function () {
  'use strict'
  const own = document.currentScript
  const [madeFrom, insteadFor] = own.getAttribute('data-mark').split(' ')
  const at = (name) => new URL(name, own.src).href
  const KEY = 'sala-scroll'
  const place = location.pathname + location.search
  let source = null
  let frame = null
  let shown = '0'

  function reload() {
    try {
      sessionStorage.setItem(KEY, JSON.stringify([place, scrollX, scrollY]))
    } catch {
      // Without a store the browser's own memory of the place has to do.
    }
    location.reload()
  }

  function scrollBack() {
    let kept = null
    try {
      kept = JSON.parse(sessionStorage.getItem(KEY))
      sessionStorage.removeItem(KEY)
    } catch {
      return
    }
    if (!kept || kept[0] !== place) return
    const back = () => scrollTo({ left: kept[1], top: kept[2], behavior: 'instant' })
    back()
    // Pictures may have made the page longer since.
    addEventListener('load', back, { once: true })
  }

  function style(element, properties) {
    for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value, 'important')
  }

  function lay(report) {
    if (report === shown) return
    shown = report
    if (frame) frame.remove()
    frame = null
    if (report === '0') return
    frame = document.createElement('iframe')
    frame.src = at('problems?' + report)
    frame.title = 'sala'
    style(frame, {
      all: 'initial', position: 'fixed', inset: '0 0 auto 0', width: '100%', height: '8rem',
      border: '0', 'border-bottom': '4px solid #b3261e', 'z-index': '2147483647', background: '#fff',
      'box-sizing': 'border-box', 'color-scheme': 'light', display: 'block',
    })
    const laid = frame
    laid.addEventListener('load', () => {
      const page = laid.contentDocument
      if (!page) return
      let folded = false
      const fit = () => {
        const whole = folded ? page.querySelector('header').offsetHeight : page.documentElement.scrollHeight
        style(laid, { height: 'min(60vh, ' + (whole + 4) + 'px)' })
      }
      const fold = page.getElementById('fold')
      if (fold) fold.addEventListener('click', () => { folded = !folded; fit() })
      fit()
    })
    document.documentElement.append(frame)
  }

  function listen() {
    if (source || document.hidden) return
    source = new EventSource(at('events'))
    source.onmessage = (event) => {
      const [campaign, report] = event.data.split(' ')
      if (campaign !== madeFrom || (insteadFor && report !== insteadFor)) reload()
      else if (!insteadFor) lay(report)
    }
    source.onerror = () => {
      // The browser tries again by itself, but not if it was refused.
      if (source && source.readyState === EventSource.CLOSED) {
        rest()
        setTimeout(listen, 1000)
      }
    }
  }

  // A page that nobody sees does not listen: a browser opens only six connections to one server.
  function rest() {
    if (source) source.close()
    source = null
  }

  document.addEventListener('visibilitychange', () => (document.hidden ? rest() : listen()))
  addEventListener('pagehide', rest)
  addEventListener('pageshow', listen)
  scrollBack()
  listen()
})()
