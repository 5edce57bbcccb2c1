import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env.TRICORN_SERVER ?? 'http://127.0.0.1:4400'

export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // Browsers that know light-dark(), so that colours stay one declaration.
    target: ['chrome123', 'firefox128', 'safari17.5'],
    // Nothing becomes a data: URL and no script is written inline: the page's policy allows only our own files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': server } },
})
