// The committed SDL keeps the rules of graphql-eslint (recommended and Relay), without errors or warnings.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { ESLint } from 'eslint'

const here = fileURLToPath(new URL('.', import.meta.url))
const sdl = fileURLToPath(new URL('../../schema/schema.graphql', import.meta.url))
const eslint = new ESLint({ cwd: fileURLToPath(new URL('../..', import.meta.url)), overrideConfigFile: `${here}eslint.config.mjs` })

// The specification's own directives are printed with ours; the linter takes them for definitions nobody uses.
const BUILT_IN = /^(?:"[^"\n]*"\n)?directive @(?:deprecated|include|oneOf|skip|specifiedBy)\b.*\n/gm

async function lint(text) {
  const [result] = await eslint.lintText(text.replace(BUILT_IN, ''), { filePath: sdl })
  return result.messages.map((one) => `${one.line}:${one.column} ${one.ruleId} ${one.message}`)
}

test('the schema is clean', async () => {
  assert.deepEqual(await lint(readFileSync(sdl, 'utf8')), [])
})

test('the linter does speak up', async () => {
  const broken = await lint(`${readFileSync(sdl, 'utf8')}\ntype UndescribedThing { a_b: Int }\n`)
  assert.ok(broken.some((line) => line.includes('naming-convention')), broken.join('\n'))
})
