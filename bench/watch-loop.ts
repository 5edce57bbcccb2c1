import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const usedMs = () => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

// Loaded into Tricorn by `--import`, and so into its threads and the database process as well: only the server itself is watched.
if (isMainThread && process.argv.includes('serve')) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  let [last, longest] = [usedMs(), 0]
  // What the loop computed between two of its turns: unlike the delay it does not grow while other programs have the processor.
  setInterval(() => {
    const now = usedMs()
    longest = Math.max(longest, now - last)
    last = now
  }, 1).unref()
  process.on('SIGUSR2', () => {
    console.log(`held up for ${longest.toFixed(2)} ms, with waiting for the processor ${(delay.max / 1e6).toFixed(2)} ms`)
    delay.reset()
    longest = 0
  })
}
