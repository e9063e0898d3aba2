// Writers: births at one station, then moves of the newborn to another, each step of a move by whoever takes it.
import { ask } from './ask.mjs'
import { heading, measured, print, row } from './meter.mjs'

const BIRTH = 'mutation ($input: PerformActInput!) { performAct(input: $input) { act { number } userErrors { code message } } }'
const step = (name, type) => `mutation ($input: ${type}!) { ${name}(input: $input) { transfer { id number version } userErrors { code message } } }`
const APPLY = step('applyForTransfer', 'ApplyForTransferInput')
const PERMIT = step('permitTransfer', 'TransferStepInput')
const HAND_OVER = step('handOverTransfer', 'HandOverTransferInput')
const FAMILIES = `query ($after: String) { precinct { households(first: 100, after: $after) {
  nodes { id kind version members { isHead relationCode person { id sex birth } } } pageInfo { hasNextPage endCursor } } } }`
const MOVES = `query ($after: String) { precinct { transfers(first: 100, after: $after, filter: { side: ORIGIN, state: PERMITTED }) {
  nodes { id number version } pageInfo { hasNextPage endCursor } } } }`

/** Every node of a list, a page after the other, until there are enough. */
async function all(token, query, list, enough = Infinity) {
  const nodes = []
  for (let after = null; ; ) {
    const { precinct } = await ask(token, query, { after })
    nodes.push(...precinct[list].nodes)
    const { hasNextPage, endCursor } = precinct[list].pageInfo
    if (!hasNextPage || nodes.length >= enough) return nodes
    after = endCursor
  }
}

const families = async (token, enough) => (await all(token, FAMILIES, 'households', enough)).filter((one) => one.kind === 'FAMILY')

/** A woman of age who heads the household or is married to its head. */
const mother = ({ members }) => members.find(({ isHead, relationCode, person }) => (isHead || relationCode === '12') && person.sex === 'FEMALE' && person.birth < '2000')?.person

const CHECK = '10X98765432'
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The n-th girl of this year with a number of the region of made-up people (GB 11643). */
function newborn(n) {
  const day = new Date(Date.UTC(2026, 0, 1 + (n % 300)))
  const birthDate = day.toISOString().slice(0, 10)
  const body = `999999${birthDate.replaceAll('-', '')}${String(998 - 2 * Math.floor(n / 300)).padStart(3, '0')}`
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return { name: `司马${String.fromCodePoint(0x4e00 + (n % 5000))}`, sex: 'FEMALE', birthDate, idNumber: body + CHECK[sum % 11] }
}

/** Does one thing after the other by so many writers until time or things run out; what was refused counts as failed. */
function written(writers, seconds, things, doOne) {
  return measured(async () => {
    const [began, until, took, done] = [Date.now(), Date.now() + seconds * 1000, [], []]
    let [next, failed, why] = [0, 0, null]
    const writer = async () => {
      while (next < things.length && Date.now() < until) {
        const [thing, start] = [things[next++], performance.now()]
        const { userErrors, ...payload } = Object.values(await doOne(thing))[0]
        took.push(performance.now() - start)
        if (userErrors.length > 0) [failed, why] = [failed + 1, userErrors[0]]
        else done.push({ ...thing, ...payload })
      }
    }
    await Promise.all(Array.from({ length: writers }, writer))
    if (why) console.error(`${failed} refused, the last: ${why.code} ${why.message}`)
    took.sort((a, b) => a - b)
    const at = (share) => (took[Math.floor(took.length * share)] ?? 0) * 1e3
    return { requests: took.length, seconds: (Date.now() - began) / 1000, p50: at(0.5), p99: at(0.99), failed, done }
  })
}

/** What there is to be born at a station, at most so much, the n-th child of it numbered from `first`. */
async function pregnancies({ registrar }, enough, first) {
  const homes = (await families(registrar, enough)).filter(mother)
  return homes.map(({ id, version, ...family }, n) => ({
    registrar, household: { id, expectedVersion: version }, mother: mother(family).id, child: newborn(first + n), certificate: `B${Date.now()}-${first + n}`,
  }))
}

const born = (writers, seconds, things) =>
  written(writers, seconds, things, ({ registrar, household, mother, child, certificate }) => {
    const birth = { household, motherId: mother, child, relation: '30', certificate }
    return ask(registrar, BIRTH, { input: { form: { birth }, reason: 'bench' } })
  })

/** One of each list after the other, so that neighbours are of different stations. */
const inTurn = (lists) => Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, n) => lists.map((list) => list[n])).flat().filter(Boolean)

/** Moves these children, each to the station it is paired with, and prints the three steps and how many whole moves a second that makes. */
async function moved(writers, children, origins) {
  const steps = [
    await written(writers, Infinity, children, ({ to, child: { name, idNumber }, household }) =>
      ask(to.registrar, APPLY, { input: { movers: [{ name, idNumber, relation: '97' }], into: { household }, ground: 'HOME' } })),
  ]
  steps.push(await written(writers, Infinity, steps[0].done, ({ to, transfer: { id, version } }) =>
    ask(to.chief, PERMIT, { input: { transferId: id, expectedVersion: version } })))
  const waiting = await Promise.all(origins.map(async ({ registrar }) => (await all(registrar, MOVES, 'transfers')).map((move) => ({ ...move, registrar }))))
  steps.push(await written(writers, Infinity, inTurn(waiting), ({ registrar, id, version }) =>
    ask(registrar, HAND_OVER, { input: { transferId: id, expectedVersion: version, papers: [{ kind: 'GUARDIAN_CONSENT' }] } })))
  for (const [at, name] of ['move: apply', 'move: permit', 'move: hand over (R06, two acts)'].entries()) print(row(name, steps[at]))
  const spent = steps.reduce((sum, { seconds }) => sum + seconds, 0)
  console.log(`${steps[2].done.length} whole moves in ${spent.toFixed(1)} s: ${Math.round(steps[2].done.length / spent)} moves/s`)
}

/** Prints births of so many seconds at these stations; answers who was born. */
async function births(stations, writers, seconds, name, first) {
  const enough = Math.ceil((seconds * 800) / stations.length)
  const things = inTurn(await Promise.all(stations.map((station, n) => pregnancies(station, enough, first + n * 1000))))
  const run = await born(writers, seconds, things)
  print(row(`birth (R01), ${name}`, run))
  return run.done
}

/**
 * Prints births and the three steps of moves at one station, and births over the others. What a station writes stands in one order, its outbox's and its
 * trail's, so that one commit of it waits for the other; stations do not wait for each other.
 */
export async function acts(accounts, writers, seconds) {
  const of = (role) => accounts.filter((account) => account.role === role).map(({ token }) => token)
  const chiefs = of('STATION_CHIEF')
  const stations = of('REGISTRAR').map((registrar, n) => ({ registrar, chief: chiefs[n] }))
  const [origin, destination] = stations
  heading()
  await born(writers, 2, (await pregnancies(origin, 300, 50_000)).slice(0, 200)) // warm
  const hosts = (await families(destination.registrar, seconds * 800)).map(({ id, version }) => ({ id, expectedVersion: version }))
  const one = await births([origin], writers, seconds, 'one station', 0)
  await moved(writers, one.slice(0, hosts.length).map(({ child }, n) => ({ child, to: destination, household: hosts[n] })), [origin])
  if (stations.length > 2) await births(stations.slice(2), writers, seconds, `${stations.length - 2} stations`, 10_000)
}
