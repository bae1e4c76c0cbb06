// Asks for the script that searches once the page has been drawn, so that its reader sees it no later for
// it; at once where a query stands in the address, and in a browser that draws elsewhere.
{
  const script = document.createElement('script')
  script.src = document.currentScript.dataset.search
  const bring = () => document.body.append(script)
  if (/[#?&]q=/.test(location.href) || window.operamini) bring()
  else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(bring, 50)))
}
