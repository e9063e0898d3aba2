// Writes tests/rules.md: each rule of registration, of appointments and of joint services, and the tests that bear its id in their names. Run by ops/generate.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SERIES = { R: 25, REG: 20, MOV: 12, IDN: 11, PMT: 4, RNT: 3, APT: 4, JNT: 3 }
const id = (series, number) => (series === 'R' ? `R${number}` : `${series}-${number}`)

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['target', 'node_modules', 'console'].includes(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? files(path) : path.endsWith('.rs') ? [path] : []
  })
}

/** `mov_02_mov_11_a_family` → MOV-02, MOV-11; `idn_02_03_a_number` → IDN-02, IDN-03; `r04_who` → R04. */
function rules(name) {
  let series = null
  const found = []
  for (const word of name.split('_')) {
    const whole = /^r(\d\d)$/.exec(word)
    if (whole) [series] = [null, found.push(id('R', whole[1]))]
    else if (word.toUpperCase() in SERIES && word !== 'r') series = word.toUpperCase()
    else if (/^\d\d$/.test(word) && series) found.push(id(series, word))
    else if (word !== 'and') series = null
  }
  return found
}

const tests = new Map()
for (const path of ['tenants', 'schema', 'gateway', 'ops', 'tests'].flatMap(files).sort()) {
  const text = readFileSync(path, 'utf8')
  for (const [, name] of text.matchAll(/#\[(?:tokio::)?test[^\]]*\](?:\s*#\[[^\]]*\])*\s*(?:async )?fn (\w+)/g)) {
    for (const rule of rules(name)) tests.set(rule, [...(tests.get(rule) ?? []), `${path} \`${name}\``])
  }
}

const wanted = Object.entries(SERIES).flatMap(([series, count]) =>
  Array.from({ length: count }, (_, at) => id(series, String(at + 1).padStart(2, '0'))),
)
const without = wanted.filter((rule) => !tests.has(rule))
const lines = wanted.map((rule) => `| ${rule} | ${(tests.get(rule) ?? ['–']).join('<br>')} |`)
const head = `# Rules and their tests

Made by \`ops/generate\` from the names of the tests; a rule may also be held by tests that do not bear its id.
Without a test of their own: ${without.length ? without.join(', ') : 'none'}.

| rule | tests |
|---|---|
`
writeFileSync('tests/rules.md', `${head}${lines.join('\n')}\n`)
