import { VitePWA } from 'vite-plugin-pwa';

/**
 * All that the page can ask for is kept by a service worker after the first visit, and the page can be installed. A new
 * version waits until somebody takes it: `src/host/versions.ts` registers and asks.
 */
export const offline = VitePWA({
  registerType: 'prompt',
  injectRegister: false,
  manifest: {
    name: 'Batt',
    short_name: 'Batt',
    description: 'An ARC solver playground that runs wholly in a browser tab',
    // Relative to the manifest: the build runs from any folder.
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#f4f4f1',
    theme_color: '#2457d6',
    icons: [
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{html,js,css,wasm,json,py,md,svg,ttf,woff2,txt}'],
    dontCacheBustURLsMatching: /^assets\//, // their names are made of what they hold
    maximumFileSizeToCacheInBytes: 8_000_000, // the editor is one file
    // Links carry what they tell in the query and the fragment: the page is the same one.
    ignoreURLParametersMatching: [/./],
    navigateFallback: null,
    clientsClaim: true, // the first visit itself goes on without the network
    cleanupOutdatedCaches: true,
    inlineWorkboxRuntime: true,
    sourcemap: false,
  },
});
