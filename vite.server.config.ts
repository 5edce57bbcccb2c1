import { basename } from 'node:path'
import { relative } from 'node:path/posix'
import { defineConfig, type Plugin } from 'vite'

const root = import.meta.dirname.replaceAll('\\', '/')
const outDir = 'dist/server'
/** What runs as a process or a thread of its own. */
const programs = ['src/main.ts', 'src/warehouse/duckdb-process.ts', 'src/server/computing/works.ts']
const nameOf = (program: string) => basename(program, '.ts')

/** A module that starts a program starts the built one; what else it looks for lies beside its source, not beside the bundle. */
const besideItsSource: Plugin = {
  name: 'beside-its-source',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(`${root}/src/`) || !code.includes('import.meta.url')) return
    const source = JSON.stringify(relative(`${root}/${outDir}`, id))
    const started = programs.map(nameOf).find((name) => code.includes(`new URL('./${name}.ts'`))
    if (started) return code.replace(`new URL('./${started}.ts'`, `new URL('./${started}.js'`)
    return code.replaceAll('import.meta.url', `new URL(${source}, import.meta.url).href`)
  },
}

/** Over a thousand modules as a few files, which a start reads in a third of the time. */
export default defineConfig({
  root,
  plugins: [besideItsSource],
  publicDir: false,
  // Native code, and what starts threads from files of its own, stays a package.
  ssr: { noExternal: true, external: ['@duckdb/node-api', 'tinypool', 'pino'] },
  build: {
    ssr: true,
    outDir,
    // What runs may still load a file of the last build; names hold what is in them, so none is ever replaced by another.
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(programs.map((program) => [nameOf(program), program])),
      // All beside each other, so that the way to the sources is the same from each.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
