// Writes, listens, kills, and counts. Started by `run`, which sets the STORM_… variables.
//
// Every writer numbers what it does and repeats a request under the same idempotencyKey until it is answered. Every subscriber goes
// on after the last event it heard, at whichever gateway answers. At the end the database says what happened, and three
// counts must be nought: acts lost, acts doubled, events lost or doubled to a subscriber.
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

const env = process.env
const seconds = Number(env.STORM_SECONDS)
const ports = env.STORM_PORTS.split(',').map(Number)
const { accounts } = JSON.parse(readFileSync(env.STORM_ACCOUNTS, 'utf8'))
const chief = accounts.find((account) => account.role === 'STATION_CHIEF')
const sleep = (ms) => new Promise((done) => setTimeout(done, ms))
const sql = (text) => execFileSync('psql', ['-qAt', '-F', '\t', env.HUJI_DATABASE_OWNER_URL, '-c', text], { encoding: 'utf8', maxBuffer: 1 << 28 })
const lines = (text) => sql(text).split('\n').filter(Boolean)

// --- the processes that are killed ---------------------------------------------------------------------------------------

const kills = []
const running = { redis: null, gateways: [null, null] }

function startRedis() {
  const args = ['--bind', '127.0.0.1', '--port', env.STORM_REDIS_PORT, '--save', '', '--appendonly', 'no', '--dir', env.STORM_DIR]
  running.redis = spawn('redis-server', args, { stdio: 'ignore' })
}

async function startGateway(at) {
  const own = { ...env, HUJI_LISTEN: `127.0.0.1:${ports[at]}` }
  running.gateways[at] = spawn(env.STORM_HUJI, ['serve'], { env: own, stdio: 'ignore' })
  for (let tries = 0; tries < 300; tries++) {
    const ready = await fetch(`http://127.0.0.1:${ports[at]}/readyz`).catch(() => null)
    if (ready?.ok) return
    await sleep(50)
  }
  throw new Error(`gateway ${at} did not become ready`)
}

/** Gateway, Redis, the other gateway, Redis, …: each comes back before the next goes. */
async function killInTurn(until) {
  for (let turn = 0; Date.now() < until; turn++) {
    await sleep(2000)
    const what = turn % 2 === 1 ? 'redis' : `gateway ${(turn / 2) % 2}`
    kills.push(what)
    if (what === 'redis') {
      running.redis.kill('SIGKILL')
      await sleep(1500)
      startRedis()
    } else {
      const at = (turn / 2) % 2
      running.gateways[at].kill('SIGKILL')
      await sleep(1000)
      await startGateway(at)
    }
    await sleep(500)
  }
}

// --- the writers ---------------------------------------------------------------------------------------------------------

let repeated = 0
const answered = new Map()

async function post(port, body) {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', authorization: `Bearer ${chief.token}` },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10000),
  })
  return response.json()
}

const PERFORM = `mutation ($input: PerformActInput!) { performAct(input: $input) { act { number } persons { id version } userErrors { code message } } }`
const HEADS = '{ precinct { households(first: 100) { nodes { members { isHead person { id version } } } } } }'

/** The heads of households, one for each writer. */
async function heads() {
  const answer = await post(ports[0], { query: HEADS })
  return answer.data.precinct.households.nodes.flatMap(({ members }) => members.filter(({ isHead }) => isHead).map(({ person }) => person))
}

/** One act R21: a person's occupation becomes this word. */
function change({ id, version }, value, key) {
  const item = { person: { id, expectedVersion: version }, kind: 'OCCUPATION', value, basis: 'CHANGE' }
  return { query: PERFORM, variables: { input: { form: { item }, reason: 'storm', idempotencyKey: key } } }
}

async function write(writer, person, until) {
  for (let count = 0; Date.now() < until; count++) {
    const key = `storm ${writer} ${count}`
    const body = change(person, key, key)
    for (let tries = 0; ; tries++) {
      const answer = await post(ports[(writer + tries) % 2], body).catch(() => null)
      const done = answer?.data?.performAct
      // Carried out, and the process died before it could keep the answer: done all the same.
      const lost = answer?.errors?.[0]?.extensions?.code === 'ALREADY_DONE'
      if (done?.act || lost) {
        answered.set(key, done?.act?.number ?? null)
        person.version++
        break
      }
      const code = answer?.errors?.[0]?.extensions?.code ?? done?.userErrors?.[0]?.code
      if (code && !['UNAVAILABLE', 'RATE_LIMITED', 'OVERLOADED', 'INTERNAL', 'UNAUTHENTICATED', 'CONTENDED'].includes(code)) throw new Error(`${key}: ${JSON.stringify(answer)}`)
      repeated++
      await sleep(100)
    }
  }
}

// --- the subscribers -----------------------------------------------------------------------------------------------------

const QUERY = 'subscription { precinctEvents { id cursor } }'
let listening = true
let reconnects = -Number(env.STORM_SUBSCRIBERS)

/** One subscriber: the ids of the events it heard, in order, over as many connections as it takes. */
async function listen(number, started) {
  const heard = []
  let last = null
  for (let tries = number; listening; tries++) {
    reconnects++
    try {
      const headers = { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${chief.token}` }
      if (last) headers['last-event-id'] = last
      const stop = new AbortController()
      const response = await fetch(`http://127.0.0.1:${ports[tries % 2]}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: QUERY }), signal: stop.signal })
      if (!response.ok) throw new Error(String(response.status))
      started()
      const ended = setInterval(() => listening || stop.abort(), 100)
      let text = ''
      try {
        for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
          text += part
          for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2)) {
            const data = /^data: ?(.*)$/m.exec(text.slice(0, end))
            const event = data && data[1] ? JSON.parse(data[1]).data?.precinctEvents : null
            if (event) {
              heard.push(event.id)
              last = event.cursor
            }
          }
        }
      } finally {
        clearInterval(ended)
      }
    } catch {
      await sleep(50)
    }
  }
  return heard
}

// --- the storm -----------------------------------------------------------------------------------------------------------

process.on('exit', () => {
  running.redis?.kill('SIGKILL')
  for (const gateway of running.gateways) gateway?.kill('SIGKILL')
})

startRedis()
await Promise.all([startGateway(0), startGateway(1)])
// Everybody has a cursor before the storm begins: a subscriber that heard nothing yet would begin "from now" after a kill.
let open = 0
const subscribers = Array.from({ length: Number(env.STORM_SUBSCRIBERS) }, (_, at) => listen(at, () => open++))
while (open < subscribers.length) await sleep(50)
await sleep(1000)
const before = Number(sql(`SELECT coalesce(max(cursor), 0) FROM outbox`))
const persons = await heads()
const first = await post(ports[0], change(persons.at(-1), 'the first', 'the first'))
if (!first.data?.performAct.act) throw new Error(JSON.stringify(first))
await sleep(3000)

const begun = Date.now()
const until = begun + seconds * 1000
await Promise.all([killInTurn(until), ...Array.from({ length: Number(env.STORM_WRITERS) }, (_, at) => write(at, persons[at], until))])
const took = (Date.now() - begun) / 1000
await sleep(8000)
listening = false
const heard = await Promise.all(subscribers)

// --- the counts ----------------------------------------------------------------------------------------------------------

const numbers = new Set(lines(`SELECT number FROM act WHERE kind = 'R21'`))
const told = [...answered.values()].filter(Boolean)
const lost = told.filter((number) => !numbers.has(number)).length + Math.max(0, answered.size + 1 - numbers.size)
const doubled = Math.max(0, numbers.size - answered.size - 1)
const wrongNumber = told.length - new Set(told).size
const events = Number(sql(`SELECT count(*) FROM outbox WHERE cursor > ${before} AND precinct_id = (SELECT precinct_id FROM outbox WHERE cursor > ${before} ORDER BY cursor LIMIT 1)`))
const gaps = Number(sql(`SELECT count(*) FROM (SELECT cursor - lag(cursor) OVER (PARTITION BY precinct_id ORDER BY cursor) AS step FROM outbox) s WHERE step <> 1`))
const missing = heard.reduce((sum, ids) => sum + Math.max(0, events - new Set(ids).size), 0)
const twice = heard.reduce((sum, ids) => sum + ids.length - new Set(ids).size, 0)
const disordered = heard.filter((ids) => ids.some((id, at) => at > 0 && heard[0][at] !== id && heard[0].length === ids.length)).length

const table = [
  ['seconds', took.toFixed(0)],
  ['kills: gateway / Redis', `${kills.filter((what) => what !== 'redis').length} / ${kills.filter((what) => what === 'redis').length}`],
  ['acts answered', answered.size],
  ['acts a second', (answered.size / took).toFixed(0)],
  ['requests repeated', repeated],
  ['reconnections of subscribers', reconnects],
  ['events', events],
  ['events delivered', heard.reduce((sum, ids) => sum + ids.length, 0)],
  ['acts lost', lost],
  ['acts doubled', doubled],
  ['answers that name one act twice', wrongNumber],
  ['gaps between cursors', gaps],
  ['events lost', missing],
  ['events heard twice', twice],
  ['subscribers in another order', disordered],
]
console.log(`| | |\n| --- | --: |\n${table.map(([what, count]) => `| ${what} | ${count} |`).join('\n')}`)
process.exit([lost, doubled, wrongNumber, gaps, missing, twice, disordered].some((count) => count > 0) ? 1 : 0)
