// Drives a running gateway and prints what it reached. Started by `run`, which sets the BENCH_… variables.
//
//   measure.mjs prepare         writes the requests that are played, from what the API itself answers
//   measure.mjs all N           every document at N connections, each beside pgbench with the same answer's SQL
//   measure.mjs gateway N       the gateway alone
//   measure.mjs spread N        household and page, spread over every precinct
//   measure.mjs acts N          births, and moves between two stations, by N writers
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { acts } from './acts.mjs'
import { ask } from './ask.mjs'
import { floors } from './floor.mjs'
import { heading, measured, print, row } from './meter.mjs'

const env = process.env
const here = dirname(fileURLToPath(import.meta.url))
const seconds = Number(env.BENCH_SECONDS)
const documents = ['household', 'page', 'search', 'overview']
const text = (name) => readFileSync(join(here, 'documents', `${name}.graphql`), 'utf8').replace(/\s+/g, ' ').trim()
const requestsFile = (name) => join(env.BENCH_DIR, `${name}.requests`)
const { accounts } = JSON.parse(readFileSync(env.BENCH_ACCOUNTS, 'utf8'))

/** Five pages of a precinct's first community, as far as the requests need them. */
async function sample(token) {
  const { precinct } = await ask(token, '{ precinct { communities { id } } }')
  const community = precinct.communities[0].id
  const [households, cursors, persons] = [[], [null], []]
  for (let page = 0; page < 15; page++) {
    const answer = await ask(token, text('page'), { community, after: cursors.at(-1) })
    const { nodes, pageInfo } = answer.precinct.households
    households.push(...nodes.map((one) => one.id))
    persons.push(...nodes.flatMap((one) => one.members.filter((member) => member.isHead).map((member) => member.person)))
    if (!pageInfo.hasNextPage) break
    cursors.push(pageInfo.endCursor)
  }
  return { community, households, cursors: cursors.slice(0, -1), persons }
}

/** Clear numbers of adults, as an officer gets them: by a reveal with a purpose and a case. */
async function numbers(token, persons) {
  const open = `mutation ($input: OpenCaseFileInput!) { openCaseFile(input: $input) { caseFile { number } userErrors { code message } } }`
  const opened = await ask(token, open, { input: { kind: 'VERIFICATION', title: 'bench' } })
  const caseRef = opened.openCaseFile.caseFile.number
  const reveal = `mutation ($input: RevealPersonInput!) { revealPerson(input: $input) { revealed { idNumber } userErrors { code } } }`
  const found = []
  for (const { id } of persons.slice(0, 60)) {
    const input = { personId: id, purpose: 'REGISTER_SERVICE', caseRef, fields: ['ID_NUMBER'] }
    const { revealPerson } = await ask(token, reveal, { input })
    if (revealPerson.userErrors.length > 0) throw new Error(`revealPerson: ${JSON.stringify(revealPerson.userErrors[0])}`)
    if (revealPerson.revealed?.idNumber) found.push(revealPerson.revealed.idNumber)
  }
  return found
}

function write(name, lines) {
  const body = (variables) => JSON.stringify({ query: text(name.split('.')[0]), variables })
  writeFileSync(requestsFile(name), lines.map(([token, variables]) => `${token}\t${body(variables)}`).join('\n') + '\n')
}

async function prepare() {
  const registrars = accounts.filter((account) => account.role === 'REGISTRAR')
  const analyst = accounts.find((account) => account.role === 'DISTRICT_ANALYST')
  const spread = { household: [], page: [] }
  for (const [at, { token }] of registrars.entries()) {
    const { community, households, cursors, persons } = await sample(token)
    const own = {
      household: households.map((household) => [token, { household }]),
      page: cursors.map((after) => [token, { community, after }]),
    }
    spread.household.push(...own.household)
    spread.page.push(...own.page)
    if (at > 0) continue
    write('household', own.household)
    write('page', own.page)
    write('search', (await numbers(token, persons)).map((idNumber) => [token, { idNumber }]))
  }
  write('overview', [[analyst.token, {}]])
  for (const name of documents) await proven(name)
  for (const name of ['household', 'page']) write(`${name}.spread`, shuffled(spread[name]))
}

/** Plays the first request of a file: a refusal is told here and not measured as an answer. */
async function proven(name) {
  const [token, body] = readFileSync(requestsFile(name), 'utf8').split('\n')[0].split('\t')
  const { query, variables } = JSON.parse(body)
  await ask(token, query, variables)
}

/** The same order every time, far from the order of precincts. */
function shuffled(list) {
  const key = (at) => Math.imul(at + 1, 0x9e3779b1) >>> 0
  return list.map((one, at) => [key(at), one]).sort((a, b) => a[0] - b[0]).map(([, one]) => one)
}

// --- the two loads ------------------------------------------------------------------------------------------------------

function wrk(name, connections, length = seconds) {
  return measured(() => {
    const args = ['-t1', `-c${connections}`, `-d${length}s`, '--latency', '-s', join(here, 'post.lua'), env.BENCH_URL]
    const run = spawnSync('wrk', args, { encoding: 'utf8', env: { ...env, BENCH_REQUESTS: requestsFile(name) } })
    const line = /RESULT (\{.*\})/.exec(run.stdout)
    if (!line) throw new Error(`wrk: ${run.stdout}${run.stderr}`)
    return JSON.parse(line[1])
  })
}

function pgbench(name, connections) {
  return measured(() => {
    const scripts = floors(name, env.BENCH_OWNER_URL).map((sql, at) => {
      const file = join(env.BENCH_DIR, `${name}-${at}.sql`)
      writeFileSync(file, sql)
      return ['-f', file]
    })
    const args = ['-n', '-M', 'prepared', '-j1', `-c${connections}`, `-T${seconds}`, ...scripts.flat(), env.BENCH_OWNER_URL]
    const run = spawnSync('pgbench', args, { encoding: 'utf8' })
    const requests = /transactions actually processed: (\d+)/.exec(run.stdout)
    if (!requests) throw new Error(`pgbench: ${run.stdout}${run.stderr}`)
    return { requests: Number(requests[1]), seconds }
  })
}

// --- the table ----------------------------------------------------------------------------------------------------------

async function table(names, connections, withFloor) {
  heading()
  for (const name of names) {
    await wrk(name, connections, 2) // warm: statements prepared, documents parsed, pages in memory
    print(row(name, await wrk(name, connections), withFloor && (await pgbench(name, connections))))
  }
}

const [mode, connections] = [process.argv[2], Number(process.argv[3])]
if (mode === 'prepare') await prepare()
else if (mode === 'all') await table(documents, connections, true)
else if (mode === 'gateway') await table(documents, connections, false)
else if (mode === 'spread') await table(['household.spread', 'page.spread'], connections, false)
else if (mode === 'acts') await acts(accounts, connections, seconds)
else throw new Error(`unknown mode ${mode}`)
