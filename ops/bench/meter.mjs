// What a load costs the two processes, and the table it is told in.
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'

const env = process.env

// --- what a process used, from /proc, in microseconds -------------------------------------------------------------------

const TICK = 1e6 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

function stat(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
    return { parent: Number(fields[1]), own: (Number(fields[11]) + Number(fields[12])) * TICK, ended: (Number(fields[13]) + Number(fields[14])) * TICK }
  } catch {
    return { parent: 0, own: 0, ended: 0 }
  }
}

function postgresCpu() {
  const postmaster = Number(env.BENCH_POSTGRES_PID)
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(stat).filter((one) => one.parent === postmaster)
  const { own, ended } = stat(postmaster)
  return children.reduce((sum, one) => sum + one.own, own + ended)
}

function memory() {
  const status = readFileSync(`/proc/${env.BENCH_PID}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024)
}

/** What a load answered, with the CPU a request cost each process, in microseconds. */
export async function measured(work) {
  const [gateway, database] = [stat(env.BENCH_PID).own, postgresCpu()]
  const result = await work()
  return { ...result, gateway: (stat(env.BENCH_PID).own - gateway) / result.requests, database: (postgresCpu() - database) / result.requests }
}

// --- the table ----------------------------------------------------------------------------------------------------------

const HEADING = ['document', 'req/s', 'p50 ms', 'p99 ms', 'gateway µs', 'database µs', 'sum µs', 'floor req/s', 'floor µs', 'sum/floor', 'failed', 'RSS MB']

export function row(name, run, floor) {
  const sum = run.gateway + run.database
  const rate = (one) => Math.round(one.requests / one.seconds).toLocaleString('en')
  const beside = floor ? [rate(floor), Math.round(floor.database), (sum / floor.database).toFixed(2)] : ['–', '–', '–']
  return [name, rate(run), (run.p50 / 1e3).toFixed(1), (run.p99 / 1e3).toFixed(1), ...[run.gateway, run.database, sum].map(Math.round), ...beside, run.failed, memory()]
}

export const print = (cells) => console.log(`| ${cells.join(' | ')} |`)

export function heading() {
  print(HEADING)
  print(HEADING.map((_, at) => (at === 0 ? '---' : '--:')))
}
