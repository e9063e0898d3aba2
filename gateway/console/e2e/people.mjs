// Made-up people of the seeded district, in clear, as an officer sees them with a purpose and a case file.
import { ask } from './harness.mjs';

const FAMILIES = `{ precinct { households(filter: { state: ACTIVE, kind: FAMILY }, first: 40) { nodes { memberCount
  members { isHead person { id name phone idNumber isMinor deceased } } } } } }`;
const OPENED = `mutation { openCaseFile(input: { kind: APPLICATION, title: "浏览器测试" }) { caseFile { number } userErrors { message } } }`;
const REVEALED = `mutation ($input: RevealPersonInput!) { revealPerson(input: $input) {
  revealed { name idNumber phone } userErrors { message } } }`;

const taken = new Set();

/** A living adult of a family with a telephone, whom no scene has had yet, in clear. */
export async function adult({ station = 0, fits = () => true } = {}) {
  const { precinct } = await ask('REGISTRAR', FAMILIES, {}, station);
  const members = precinct.households.nodes.flatMap(({ memberCount, members }) =>
    members.map(({ isHead, person }) => ({ ...person, isHead, memberCount })),
  );
  const known = ({ isMinor, deceased, phone, idNumber }) => !isMinor && !deceased && phone && idNumber;
  const found = members.filter((one) => known(one) && !taken.has(one.id) && fits(one));
  if (found.length === 0) throw new Error('nobody fits');
  // Anybody of them: what an earlier run did to the demo is seldom met again.
  const person = found[Math.floor(Math.random() * found.length)];
  taken.add(person.id);
  return { id: person.id, masked: person.name, ...(await clear(person.id, station)) };
}

async function clear(personId, station) {
  const { openCaseFile } = await ask('REGISTRAR', OPENED, {}, station);
  const caseRef = openCaseFile.caseFile.number;
  const input = { personId, caseRef, purpose: 'REGISTER_SERVICE', fields: ['NAME', 'ID_NUMBER', 'PHONE'] };
  const { revealPerson } = await ask('REGISTRAR', REVEALED, { input }, station);
  return revealPerson.revealed;
}
