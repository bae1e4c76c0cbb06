// Stands where a worker stood that kept pages, once the site keeps none: it throws away what is kept, and itself.
addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([caches.delete(registration.scope), registration.unregister()])),
)
