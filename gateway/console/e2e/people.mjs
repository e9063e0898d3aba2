// Made-up people of the seeded district, in clear, as an officer sees them with a purpose and a case file.
import { ask } from './harness.mjs';

const BUILDINGS = `{ precinct { buildings(first: 100) { nodes { id } } } }`;
const FAMILIES = `query ($building: ID!) { precinct { households(filter: { state: ACTIVE, kind: FAMILY, buildingId: $building }, first: 5) {
  nodes { memberCount members { isHead person { id name phone idNumber isMinor deceased } } } } } }`;
const OPENED = `mutation { openCaseFile(input: { kind: APPLICATION, title: "浏览器测试" }) { caseFile { number } userErrors { message } } }`;
const REVEALED = `mutation ($input: RevealPersonInput!) { revealPerson(input: $input) {
  revealed { name idNumber phone } userErrors { message } } }`;

const taken = new Set();
/** The case file of each station that these reveals serve, opened once. */
const files = new Map();

/** A living adult of a family with a telephone, whom no scene has had yet, in clear: of some building, so that an earlier run seldom had him. */
export async function adult({ station = 0, fits = () => true } = {}) {
  const { precinct } = await ask('REGISTRAR', BUILDINGS, {}, station);
  for (const { id } of precinct.buildings.nodes.toSorted(() => Math.random() - 0.5)) {
    const person = (await adultsOf(id, station)).find((one) => !taken.has(one.id) && fits(one));
    if (!person) continue;
    taken.add(person.id);
    return { id: person.id, masked: person.name, ...(await clear(person.id, station)) };
  }
  throw new Error('nobody fits');
}

async function adultsOf(building, station) {
  const { precinct } = await ask('REGISTRAR', FAMILIES, { building }, station);
  const members = precinct.households.nodes.flatMap(({ memberCount, members }) =>
    members.map(({ isHead, person }) => ({ ...person, isHead, memberCount })),
  );
  return members.filter(({ isMinor, deceased, phone, idNumber }) => !isMinor && !deceased && phone && idNumber);
}

async function clear(personId, station) {
  if (!files.has(station)) files.set(station, (await ask('REGISTRAR', OPENED, {}, station)).openCaseFile.caseFile.number);
  const caseRef = files.get(station);
  const input = { personId, caseRef, purpose: 'REGISTER_SERVICE', fields: ['NAME', 'ID_NUMBER', 'PHONE'] };
  const { revealPerson } = await ask('REGISTRAR', REVEALED, { input }, station);
  return revealPerson.revealed;
}
