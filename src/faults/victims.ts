import { execFileSync } from 'node:child_process'
import { isAlive, postmasterOf } from '#test/tricorn-process.ts'

export const victims = ['server', 'postgres', 'duckdb', 'everything', 'start'] as const
export type Victim = (typeof victims)[number]

type Listed = { pid: number; parent: number; command: string }

/** Kills without a chance to close anything, as a power cut or the system's memory keeper would. `start` is the server while it starts. */
export function killVictim(victim: Victim, { server, folder }: { server: number; folder: string }) {
  for (const pid of findProcesses(victim, server, folder)) killOne(pid)
}

function findProcesses(victim: Victim, server: number, folder: string): number[] {
  const listed = victim === 'duckdb' || victim === 'everything' ? listProcesses() : []
  const childrenOf = (parent: number) => listed.filter((one) => one.parent === parent)
  const duckdb = childrenOf(server).filter(({ command }) => command.includes('duckdb-process'))
  if (victim === 'duckdb') return duckdb.map(({ pid }) => pid)
  if (victim === 'postgres') return [postmasterOf(folder)]
  if (victim !== 'everything') return [server]
  const postmaster = postmasterOf(folder)
  return [server, postmaster, ...duckdb.map(({ pid }) => pid), ...childrenOf(postmaster).map(({ pid }) => pid)]
}

function listProcesses(): Listed[] {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return text.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return pid ? [{ pid: Number(pid), parent: Number(parent), command: command! }] : []
  })
}

function killOne(pid: number) {
  if (isAlive(pid)) process.kill(pid, 'SIGKILL')
}
