// The committed SDL keeps the rules of graphql-eslint (recommended and Relay), without errors or warnings.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { ESLint } from 'eslint'

const here = fileURLToPath(new URL('.', import.meta.url))
const sdl = fileURLToPath(new URL('../../schema/schema.graphql', import.meta.url))
const eslint = new ESLint({ cwd: fileURLToPath(new URL('../..', import.meta.url)), overrideConfigFile: `${here}eslint.config.mjs` })

test('the schema is clean', async () => {
  const [result] = await eslint.lintFiles([sdl])
  const lines = result.messages.map((one) => `${one.line}:${one.column} ${one.ruleId} ${one.message}`)
  assert.deepEqual(lines, [])
})

test('the linter does speak up', async () => {
  const broken = `${readFileSync(sdl, 'utf8')}\ntype UndescribedThing { a_b: Int }\n`
  const [result] = await eslint.lintText(broken, { filePath: sdl })
  assert.ok(result.messages.length > 0)
})
