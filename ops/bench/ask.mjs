// One request of a bearer to the gateway that is measured.
import { Agent, request } from 'node:http'

const url = new URL('/graphql', process.env.BENCH_URL)
const agent = new Agent({ keepAlive: true, noDelay: true })

/** The whole answer of a request. */
function answered(token, body) {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json', authorization: `Bearer ${token}` }
  return new Promise((done, failed) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const parts = []
      response.on('data', (part) => parts.push(part)).on('error', failed)
      response.on('end', () => done(JSON.parse(Buffer.concat(parts).toString())))
    })
    sent.on('error', failed).end(body)
  })
}

/** The data that a request is answered with; an error of the request itself is thrown. */
export async function ask(token, query, variables = {}) {
  const answer = await answered(token, JSON.stringify({ query, variables }))
  if (answer.errors) throw new Error(`${query.slice(0, 60)}: ${JSON.stringify(answer.errors[0])}`)
  return answer.data
}
