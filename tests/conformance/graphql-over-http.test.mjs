// The public audit suite of the GraphQL-over-HTTP specification: MUST, SHOULD and MAY alike, as an officer with a token.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serverAudits } from 'graphql-http'
import { as, base } from './server.mjs'

const fetchFn = as('COMMUNITY_OFFICER')
const audits = serverAudits({ url: () => `${base}/graphql`, fetchFn })

test('the suite is whole', () => assert.equal(audits.length, 61))

for (const audit of audits) {
  test(`${audit.id} ${audit.name}`, async () => {
    const result = await audit.fn()
    const answer = 'response' in result ? `${result.response.status} ${await body(result.response)}` : ''
    assert.equal(result.status, 'ok', `${result.reason ?? ''}\n${answer}`)
  })
}

async function body(response) {
  return response.bodyUsed ? '' : response.text().catch(() => '')
}
