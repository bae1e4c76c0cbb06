// Sets the link to the manifest once the page has been seen for a while. It follows `register.js`, on front
// pages. A page that is opened from a file has none.
if (location.protocol[0] == 'h') {
  const link = document.createElement('link')
  link.rel = 'manifest'
  link.href = document.currentScript.dataset.manifest
  addEventListener('load', () => setTimeout(() => document.head.append(link), 3000))
}
