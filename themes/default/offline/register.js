// Asks for the worker that keeps what was read, once the page stands, and not where somebody saves data. A
// page that is opened from a file gets none. Browsers that cannot read this line know no workers either.
{
  const address = document.currentScript.dataset.worker
  const workers = navigator.serviceWorker
  if (workers && !(navigator.connection || 0).saveData)
    addEventListener('load', () => workers.register(address).catch((refused) => refused))
}
