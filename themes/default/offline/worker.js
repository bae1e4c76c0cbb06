// Keeps what was read, for when there is no connection. What is fresh comes first: a kept copy is shown
// only if the host does not answer, or takes longer than five seconds. It goes when the host says that
// the page is gone, and when a hundred others were read since. Each site of a host keeps its own.
{
  const scope = registration.scope
  const kept = caches.open(scope)
  // The address under which it is kept: what stands behind a question mark leads to the same page.
  // Sounds, films and leaflets are not kept: they are large; nor are cards, which no page shows.
  const keptAs = (url) => /\/$|\.(html|js|svg|png|jpg|webp)$/.test((url = url.split(/[?#]/)[0])) && !url.endsWith('/card.png') && url.startsWith(scope) && url
  // The page that asked for this worker was loaded before it, and so are those in other windows.
  addEventListener('install', (event) =>
    event.waitUntil(
      Promise.all([kept, clients.matchAll({ includeUncontrolled: true })]).then(([cache, pages]) =>
        Promise.all(pages.map((page) => keptAs(page.url) && cache.add(keptAs(page.url)))),
      ),
    ),
  )
  addEventListener('fetch', (event) => {
    const url = event.request.method == 'GET' && keptAs(event.request.url)
    if (!url) return
    event.respondWith(
      kept.then((cache) => {
        const find = () => cache.match(url)
        const fresh = fetch(event.request)
        event.waitUntil(
          fresh.then((response) =>
            response.status == 200
              ? cache.put(url, response.clone()).then(() => cache.keys()).then((keys) => keys.slice(0, -100).map((key) => cache.delete(key)))
              : [404, 410].includes(response.status) && cache.delete(url),
          ),
        )
        const slow = new Promise((done) => setTimeout(() => find().then((copy) => copy && done(copy)), 5000))
        return Promise.race([fresh, slow]).catch(find)
      }),
    )
  })
}
