//! The register's laws as statements of the owner, over all precincts at once: each answers the rows that break it (domain §2.12).

use crate::ledger::Ledger;

/// A rule and the rows that break it.
const LAWS: &[(&str, &str)] = &[
    (
        "REG-01 a registered person has exactly one open membership, another none",
        "SELECT r.person_id FROM registration r LEFT JOIN (SELECT person_id, count(*) AS n FROM membership \
         WHERE effective_to IS NULL AND superseded_at IS NULL GROUP BY person_id) m ON m.person_id = r.person_id \
         WHERE (r.state = 'REGISTERED' AND coalesce(m.n, 0) <> 1) OR (r.state <> 'REGISTERED' AND coalesce(m.n, 0) <> 0)",
    ),
    (
        "REG-01 an open membership stands in the responsible precinct",
        "SELECT m.id FROM membership m LEFT JOIN registration r ON r.person_id = m.person_id AND r.precinct_id = m.precinct_id \
         AND r.state = 'REGISTERED' WHERE m.effective_to IS NULL AND m.superseded_at IS NULL AND r.person_id IS NULL",
    ),
    (
        "REG-02 believed intervals of a person never overlap",
        "SELECT a.id FROM membership a JOIN membership b ON b.person_id = a.person_id AND a.id < b.id \
         WHERE a.superseded_at IS NULL AND b.superseded_at IS NULL \
         AND (a.effective_to IS NULL OR a.effective_to > a.effective_from) \
         AND (b.effective_to IS NULL OR b.effective_to > b.effective_from) \
         AND (b.effective_to IS NULL OR a.effective_from < b.effective_to) \
         AND (a.effective_to IS NULL OR b.effective_from < a.effective_to)",
    ),
    (
        "REG-03 an active household has its members and exactly one head",
        "SELECT h.id FROM household h LEFT JOIN (SELECT precinct_id, household_id, count(*) AS n, \
         sum(CASE WHEN relation = '02' THEN 1 ELSE 0 END) AS heads FROM membership \
         WHERE effective_to IS NULL AND superseded_at IS NULL GROUP BY precinct_id, household_id) m \
         ON m.precinct_id = h.precinct_id AND m.household_id = h.id \
         WHERE h.state = 'ACTIVE' AND (coalesce(m.heads, 0) <> 1 OR coalesce(m.n, 0) <> h.member_count)",
    ),
    (
        "REG-05 a head has one spouse, and relations are of their sex",
        "SELECT m.household_id FROM membership m JOIN person p ON p.precinct_id = m.precinct_id AND p.id = m.person_id \
         WHERE m.effective_to IS NULL AND m.superseded_at IS NULL GROUP BY m.precinct_id, m.household_id \
         HAVING sum(CASE WHEN m.relation IN ('10', '11', '12') THEN 1 ELSE 0 END) > 1 \
         OR sum(CASE WHEN p.sex = 2 AND m.relation IN ('11', '20', '21', '22', '23', '27', '28', '41', '51', '61', '71', '73') THEN 1 \
         WHEN p.sex = 1 AND m.relation IN ('12', '30', '31', '32', '33', '37', '38', '42', '52', '62', '75', '77') THEN 1 ELSE 0 END) > 0",
    ),
    (
        "REG-07 a closed household has no member and no address",
        "SELECT h.id FROM household h WHERE h.state = 'CLOSED' AND (h.closed_on IS NULL OR h.member_count <> 0 \
         OR EXISTS (SELECT 1 FROM membership m WHERE m.precinct_id = h.precinct_id AND m.household_id = h.id \
         AND m.effective_to IS NULL AND m.superseded_at IS NULL) \
         OR EXISTS (SELECT 1 FROM household_address a WHERE a.precinct_id = h.precinct_id AND a.household_id = h.id \
         AND a.effective_to IS NULL AND a.superseded_at IS NULL))",
    ),
    (
        "REG-08 what is no longer believed was ended by an act of that very instant",
        "SELECT m.id FROM membership m WHERE m.superseded_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM act a \
         WHERE a.precinct_id = m.precinct_id AND a.recorded_at = m.superseded_at)",
    ),
    (
        "REG-08 a household's and a person's row name the act they came from",
        "SELECT h.id FROM household h LEFT JOIN act a ON a.precinct_id = h.precinct_id AND a.id = h.act_id WHERE a.id IS NULL \
         UNION ALL SELECT p.id FROM person p LEFT JOIN act a ON a.precinct_id = p.precinct_id AND a.id = p.act_id WHERE a.id IS NULL",
    ),
    (
        "REG-11 the dead belong to no household",
        "SELECT m.id FROM membership m JOIN person p ON p.precinct_id = m.precinct_id AND p.id = m.person_id \
         WHERE m.effective_to IS NULL AND m.superseded_at IS NULL AND p.death_on IS NOT NULL",
    ),
    (
        "REG-13 a household stands where its present address does",
        "SELECT h.id FROM household h LEFT JOIN household_address a ON a.precinct_id = h.precinct_id AND a.household_id = h.id \
         AND a.effective_to IS NULL AND a.superseded_at IS NULL LEFT JOIN dwelling d ON d.precinct_id = h.precinct_id AND d.id = h.dwelling_id \
         WHERE h.state = 'ACTIVE' AND (a.id IS NULL OR a.dwelling_id <> h.dwelling_id OR d.id IS NULL \
         OR d.community_id <> h.community_id OR d.building_id <> h.building_id)",
    ),
    (
        "REG-17 the tallies are what counting the ledger gives",
        "SELECT t.id FROM tally t LEFT JOIN (SELECT precinct_id, community_id, count(*) AS n FROM household WHERE state = 'ACTIVE' \
         GROUP BY precinct_id, community_id) h ON h.precinct_id = t.precinct_id AND h.community_id = t.id \
         LEFT JOIN (SELECT precinct_id, community_id, sum(CASE WHEN category = 'REGISTERED_RESIDENT' THEN 1 ELSE 0 END) AS here, \
         sum(CASE WHEN category = 'REGISTERED_AWAY' THEN 1 ELSE 0 END) AS away, sum(CASE WHEN category = 'FLOATING' THEN 1 ELSE 0 END) AS floating \
         FROM person WHERE death_on IS NULL AND community_id IS NOT NULL GROUP BY precinct_id, community_id) p \
         ON p.precinct_id = t.precinct_id AND p.community_id = t.id \
         WHERE t.households <> coalesce(h.n, 0) OR t.registered_resident <> coalesce(p.here, 0) \
         OR t.registered_away <> coalesce(p.away, 0) OR t.floating <> coalesce(p.floating, 0)",
    ),
    (
        "REG-17 the counts of the acts are what folding the acts gives",
        "SELECT coalesce(c.term, s.term) FROM (SELECT precinct_id, term, sum(persons) AS n FROM act_count GROUP BY precinct_id, term) c \
         FULL JOIN (SELECT precinct_id, counts_as AS term, count(*) AS n FROM act_subject WHERE counts_as IS NOT NULL \
         GROUP BY precinct_id, counts_as) s ON s.precinct_id = c.precinct_id AND s.term = c.term \
         WHERE coalesce(c.n, 0) <> coalesce(s.n, 0)",
    ),
    (
        "MOV-09 who is registered is who was, and came, less who went",
        "SELECT o.precinct_id FROM register_opening o LEFT JOIN (SELECT precinct_id, count(*) AS n FROM registration \
         WHERE state = 'REGISTERED' GROUP BY precinct_id) r ON r.precinct_id = o.precinct_id \
         LEFT JOIN (SELECT precinct_id, sum(CASE WHEN term IN ('BIRTH', 'EXTERNAL_IN', 'RESTORED', 'SUPPLEMENTARY', 'INTERNAL_IN', \
         'REZONED_IN') THEN persons ELSE -persons END) AS n FROM act_count GROUP BY precinct_id) c ON c.precinct_id = o.precinct_id \
         WHERE o.registered + coalesce(c.n, 0) <> coalesce(r.n, 0)",
    ),
    (
        "MOV-09 over the installation who went within it came within it",
        "SELECT s.moved FROM (SELECT \
         sum(CASE WHEN term = 'INTERNAL_IN' THEN persons WHEN term = 'INTERNAL_OUT' THEN -persons ELSE 0 END) AS moved, \
         sum(CASE WHEN term = 'REZONED_IN' THEN persons WHEN term = 'REZONED_OUT' THEN -persons ELSE 0 END) AS rezoned \
         FROM act_count) s WHERE s.moved <> 0 OR s.rezoned <> 0",
    ),
];

/// The laws that do not hold, each with how many rows break it.
pub async fn broken(ledger: &Ledger) -> Vec<String> {
    let mut broken = Vec::new();
    for (law, sql) in LAWS {
        let rows = ledger.rows(sql, Vec::new()).await.len();
        if rows > 0 {
            broken.push(format!("{law}: {rows} rows"));
        }
    }
    broken
}
