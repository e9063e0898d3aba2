// The least SQL that has the documents' answers, for pgbench: the owner's role, no policies, no audit, prepared statements.
import { execFileSync } from 'node:child_process'

const MEMBERS = `
  LEFT JOIN membership m ON m.precinct_id = h.precinct_id AND m.household_id = h.id AND m.effective_to IS NULL AND m.superseded_at IS NULL
  LEFT JOIN person p ON p.precinct_id = m.precinct_id AND p.id = m.person_id`
const COLUMNS = `h.id, h.number, h.kind, h.state, d.label, h.head_name_masked, h.member_count, h.established_on,
  m.id, m.relation, m.effective_from, p.id, p.name_masked, p.sex, p.birth_date, p.number_masked, p.phone_masked, p.category`
const DWELLING = 'JOIN dwelling d ON d.precinct_id = h.precinct_id AND d.id = h.dwelling_id'

const TEMPLATES = {
  household: ({ precinct, household }) => `SELECT ${COLUMNS} FROM household h ${DWELLING} ${MEMBERS}
    WHERE h.precinct_id = '${precinct}' AND h.id = '${household}'`,
  page: ({ precinct, community, number }) => `SELECT ${COLUMNS} FROM (SELECT * FROM household
      WHERE precinct_id = '${precinct}' AND community_id = '${community}' AND number > '${number}' ORDER BY number, id LIMIT 21) h
    ${DWELLING} ${MEMBERS} ORDER BY h.number, h.id, m.id`,
  search: ({ precinct, hash }) => `SELECT ${COLUMNS}, s.short_name FROM person p
    LEFT JOIN membership m ON m.precinct_id = p.precinct_id AND m.person_id = p.id AND m.effective_to IS NULL AND m.superseded_at IS NULL
    LEFT JOIN household h ON h.precinct_id = m.precinct_id AND h.id = m.household_id
    LEFT JOIN dwelling d ON d.precinct_id = h.precinct_id AND d.id = h.dwelling_id JOIN precinct s ON s.id = p.precinct_id
    WHERE p.precinct_id = '${precinct}' AND p.number_hash = '${hash}'`,
  overview: () => `SELECT r.code, r.short_name, sum(t.households), sum(t.dwellings), sum(t.registered_resident), sum(t.registered_away),
      sum(t.city_separated), sum(t.floating), sum(t.overseas), sum(t.rentals_active)
    FROM precinct r JOIN tally t ON t.precinct_id = r.id WHERE r.kind = 'STATION' GROUP BY r.id ORDER BY r.code`,
}

/** Twenty rows of the first precinct that the statements are filled with. */
const ROWS = `SELECT h.precinct_id, h.id, h.community_id, h.number, encode(p.number_hash, 'hex') FROM household h
  JOIN membership m ON m.precinct_id = h.precinct_id AND m.household_id = h.id AND m.relation = '02' AND m.effective_to IS NULL
  JOIN person p ON p.precinct_id = m.precinct_id AND p.id = m.person_id AND p.number_hash IS NOT NULL
  WHERE h.precinct_id = (SELECT id FROM precinct WHERE kind = 'STATION' ORDER BY code LIMIT 1) ORDER BY md5(h.number) LIMIT 20`

/** The scripts of a document: twenty with different rows, or one where there is nothing to choose. */
export function floors(name, url) {
  const lines = execFileSync('psql', ['-qAt', '-F', ',', url, '-c', ROWS], { encoding: 'utf8' }).trim().split('\n')
  const rows = lines.map((line) => {
    const [precinct, household, community, number, hash] = line.split(',')
    return { precinct, household, community, number, hash: `\\x${hash}` }
  })
  const texts = rows.map((row) => `${TEMPLATES[name](row).replace(/\s+/g, ' ')};\n`)
  return name === 'overview' ? texts.slice(0, 1) : texts
}
